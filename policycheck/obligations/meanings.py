"""What a text takes one of its words to mean, in whatever form it says so.

A law writes "X means Y"; `definitions` reads that. A handbook says the same as "An X is a Y that ...", "by X we mean",
"we count a pupil as X if ...", "X takes in Y", "X: anyone who ...". These are read here, more freely: a sentence that
defines nothing after all does no harm, since a meaning counts only beside another meaning of the same term.
"""

import re
from collections.abc import Iterator

from policycheck.lexicon.data import load
from policycheck.lexicon.headings import is_of_terms
from policycheck.obligations.definitions import read_definition
from policycheck.obligations.sentences import split_sentences
from policycheck.obligations.told_meanings import told_meaning, with_subject

_I = re.IGNORECASE
_LONGEST = 4_000
_QUOTE = r"[\"“‘'”’]"
_TERM = rf"{_QUOTE}?(?P<term>[A-Za-z][\w’'-]*(?:\s[\w’'-]+){{0,3}}?){_QUOTE}?"
_QUOTED = r"[\"“‘'](?P<term>[^\"“”‘]{1,60}?)[\"”’']"
_ARTICLE = r"(?:an?|the|our|any|each|every|your)\s"
_WHOSE = r"(?:,?\s(?:of|in\srelation\sto|for|when\sused\sof)\s[^,\"“]{1,120},)?"
# "Personal floats, or vests for short, are": the term has another name.
_ALSO = r"(?:,\sor\s[^,]{1,40},|\s\([^()]{1,40}\))?"
_FOR_US = r"(?:,\sfor\s(?:the\s)?purposes?\sof\s[^,]{1,60},)?"
_MEANS = (
    r"(?:means?|shall\smean|denotes?|signif(?:y|ies)|describes?|covers?|includes?|excludes?|refers?\sto|stands?\sfor|takes?\sin|"
    r"extends?\sto|embraces?|comprises?|(?:do|does|shall|will|is)\s?(?:not|n['’]t)\s(?:(?:to\s)?include|cover|take\sin|extend\sto|mean)|"
    r"(?:is|are)\s(?:the\s(?:word|phrase|term|name|expression)\s(?:that\s)?we\s(?:use|give)\s(?:for|to)|used\s(?:for|of|to\smean)|"
    r"taken\sto\s(?:mean|include|be)|to\sbe\sread\sas|defined\sas|short\sfor))"
)
_KIND = r"(?:an?|one|any|anyone|anybody|anything|someone|somebody|every|everyone|the|all|those|what|whoever|whatever|where|when)\b"  # noqa: E501 - one pattern
_DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b"
_CASE = (
    r"(?:(?:even\s)?if|when|whenever|where|who|whose|once|unless|until|on|as\ssoon\sas|after|while|only)\b"
)
_HOUR = r"\s(?:\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|o['’]clock)|\d{1,2}(?:st|nd|rd|th)?\s[A-Z]|noon|midnight|dusk|dark)"
_STATE_CASE = rf"(?:if|when|whenever|where|who|whose|once|unless|until(?!{_HOUR})|only\s(?:if|when|once))\b"
_RUNS = r"(?:runs?|starts?|begins?|ends?)\s(?:from|on|with|in|at|when)\b"
_BOTH_ENDS = (
    r"[^.;]{2,60}?\s(?:to|until|till|through|up\sto|"
    r"and\s(?:then\s)?(?:ends?|stops?|finish(?:es)?|runs?|lasts?|closes?))\s"
)
_FROM_FIGURE = r"(?:from|above|below|over|under)\s(?:(?:an?|the)\s(?:age|depth|height|length|weight|width|value|cost|price|size|speed)\sof\s)?(?=[£$€]?\d)"  # noqa: E501 - one pattern
_SOMEBODY = r"[A-Za-z][\w’'-]*(?:\s[\w’'-]+)?"
_ANY = r"(?:an?|any|every|each)\s"
_AS = r"(?:counts?|(?:is|are)\s(?:counted|treated|regarded|classed|considered|deemed|taken|seen|described|said)|(?:count|treat|regard|class|consider|see|describe))"  # noqa: E501 - one pattern
_ASIDE = (
    r"(?:(?:in|for\s(?:the\s)?purposes?\sof|throughout|on|at)\s(?:this|these|our)\s[^,]{3,40}|(?:(?:round|around|down|up|over|out)\s)?here(?:abouts)?|"
    r"in\sthese\sparts|(?:for|to|with|among|between)\s(?:us|ourselves|our\s[^,]{3,30})|in\sour\s[^,]{3,30}|"
    r"as\s(?:we|i)\s(?:use|see|say|call|read|count|have)\s(?:it|them|the\sword|the\sterm))"
)
_FORMS = tuple(
    re.compile(pattern, _I)
    for pattern in (
        # "A person is “vulnerable” if ...": the noun belongs to the term
        rf"(?:{_ARTICLE})?(?P<subject>{_SOMEBODY})\s(?:is|are)\s{_QUOTED},?\s(?P<meaning>{_CASE}.+)",
        # "X", of a child, means ...; "X" does not include ...; "X" is any ...
        rf"(?:{_ARTICLE})?{_QUOTED}{_WHOSE}\s(?:also\s|only\s)?(?P<meaning>(?:{_MEANS}|is|are)\s.+)",
        # When we say that a boat is laid up, we mean; where we write of a boat as laid up, that means
        rf"(?:when(?:ever)?|where(?:ver)?|if)\s(?:we|you|this\s\w+)\s(?:say|write|read|find|call|speak)s?\s(?:that\s|of\s)?(?:{_ANY})?"
        rf"(?P<subject>[A-Za-z][\w’'-]*(?:\s[\w’'-]+)??)\s(?:is|are|as|to\sbe)\s{_TERM},\s(?:we|it|that|this|you)\s(?:should\s)?means?\s(?P<meaning>.+)",
        # By "X" we mean; when we talk about an X we mean; when you read "X" here, think of
        rf"(?:by|when(?:ever)?|where(?:ver)?|if)\s(?:(?:we|you|this\s\w+|i)\s(?:say|talk\s(?:about|of)|speak\sof|use|read|see|write|mention|refer\sto|"
        rf"find)s?\s(?:the\s(?:word|term|phrase|expression)\s)?)?(?:{_ARTICLE})?{_TERM}{_ALSO}(?:\s(?:here|in\s(?:this|these)\s\w+|below))?,?\s"
        r"(?:(?:we|it|this\s\w+|that|i)\s(?:mean|are\stalking\s(?:about|of)|refer\sto|am\stalking\sabout)s?|"
        r"means?|think\sof|read\s(?:it\sas)?|understand)\s(?:that\s)?(?P<meaning>.+)",
        # A journey counts as long if: the noun belongs to the term
        rf"{_ANY}(?P<subject>{_SOMEBODY})\s{_AS}(?:\s(?:as|to\sbe))?\s(?!an?\s){_TERM}\s(?P<meaning>{_STATE_CASE}.+)",
        # You count as a night worker if; a pupil counts as X on; children are treated as missing once
        rf"(?:{_ARTICLE})?{_SOMEBODY}\s(?:will\s|is\sto\s|are\sto\s)?(?:be\s)?{_AS}(?:\s(?:as|to\sbe))?\s(?:an?\s)?{_TERM}\s(?P<meaning>{_CASE}.+)",
        rf"(?:we\s|you\s)?{_AS}\s(?:{_ARTICLE})?(?P<subject>{_SOMEBODY})\s(?:as|to\sbe)\s(?:an?\s)?{_TERM}\s(?P<meaning>{_CASE}.+)",
        # Count as a working day every day on which ...
        rf"(?:we\s|you\s)?{_AS}\s(?:as\s)(?:an?\s)?{_TERM}\s(?P<meaning>(?:any|every|all|each|anyone|anybody|everyone|the)\b.+)",
        # An X is a Y that; working days are Monday to Saturday
        rf"(?:{_ARTICLE})?{_TERM}{_FOR_US}\s(?P<meaning>(?:is|are)\s(?:only\s)?(?:{_KIND}|[A-Za-z][\w-]*['’]s?\s|{_DAYS}).+)",
        # A float, in this leaflet, is cork or foam; a regular, round here, is somebody who
        rf"(?:{_ARTICLE})?{_TERM},\s{_ASIDE},\s(?P<meaning>(?:is|are|means?)\s.+)",
        # When this card says the season, that is Easter to Advent
        rf"(?:when(?:ever)?|where(?:ver)?)\s(?:we|this\s\w+|these\s\w+|our\s\w+)\s(?:says?|writes?|speaks?\sof|talks?\s(?:of|about)|uses?|mentions?|"
        rf"refers?\sto)\s(?:the\s(?:word|term|phrase)\s)?(?:{_ARTICLE})?{_TERM},\s(?:that|it|this|they)(?:\sis|\sare|['’]s|['’]re)\s(?P<meaning>.+)",
        # Late boats = boats that come in after six
        rf"(?:{_ARTICLE})?{_TERM}\s=\s(?P<meaning>.+)",
        # A child is missing when ...; a pupil is late who ...; service is continuous unless ...
        rf"(?:{_ANY})?(?P<subject>{_SOMEBODY})\s(?:is|are)\s(?:only\s)?{_TERM},?\s(?P<meaning>{_STATE_CASE}.+)",
        # A load is heavy from 20 kg; a tenant is vulnerable from the age of 70
        rf"(?:{_ANY})?(?P<subject>{_SOMEBODY})\s(?:is|are)\s(?:only\s)?{_TERM}\s(?P<meaning>{_FROM_FIGURE}.+)",
        # Our leave year runs from 1 April to 31 March; the "season" begins on 1 May
        rf"{_ARTICLE}{_TERM}\s(?P<meaning>{_RUNS}\s{_BOTH_ENDS}.+)",
        rf"(?:{_ARTICLE})?{_QUOTED}\s(?P<meaning>{_RUNS}\s.+)",
        # An X includes, takes in, does not cover
        rf"(?:{_ARTICLE})?{_TERM}\s(?P<meaning>{_MEANS}\s.+)",
        # Night worker: anyone who ...
        rf"(?:•\s)?{_TERM}\s?(?::|\s[–—-])\s(?P<meaning>(?:an?|any|anyone|anybody|anything|someone|somebody|something|everybody|everything|those|people|whoever|whatever|the|every|everyone|all)\s.+)",
    )
)
_LEAD = re.compile(
    r"(?:(?:in|for|throughout|under)\s(?:the\s(?:purposes?|reading)\sof\s)?(?:this|these|our|the|us)(?:\s[\w’'-]+){0,3}?(?:,\s|\s(?=(?:an?|the)\s|[\"“‘]))|"
    r"for\sus,?\s|here,?\s|and\s|but\s|note\sthat\s|please\snote\sthat\s)",
    _I,
)
# The meaning is in another text.
_ELSEWHERE = re.compile(
    r"\b(?:has|have|bears?|carr(?:y|ies)|with)\sthe\s(?:same\s)?meanings?\b|\bmeans?\sthe\ssame\b", _I
)
_NO_TERM = re.compile(
    r"\b(?:it|this|that|these|those|there|here|they|we|you|he|she|i|who|which|what|whoever|nobody|anyone|everyone|nothing|everything|must|shall|should|"
    r"will|may|can|cannot|as|is|are|was|were|be|been|has|have|had|do|does|not|no|if|when|where|and|or|to|with|by|from|at|on|for|"
    r"means?|says?|uses?|one|all|some|only|note|nb|important|warning|reminder)\b",
    _I,
)
# "PF" is a personal float: a vest of cork.
_NAMED_TWICE = re.compile(
    r"(?:an?|the)\s(?P<term>[a-z][\w’'-]*(?:\s[\w’'-]+){1,3}):\s(?P<meaning>.+)", re.DOTALL
)
_OPENING_VERB = re.compile(r"(?:means?|shall\smean|denotes?|signif(?:y|ies)|is|are)\s(?!not\b|n['’]t)", _I)


def read_meaning(text: str, heading: str = "") -> tuple[str, str] | None:
    """Return a term and what the text says it means, None where no sentence says what anything means.

    The sentences after it belong to the meaning: "Union officials are not companions". `heading` is what the text
    stands under: "Words we use", "What is a float?".
    """
    sentences = split_sentences(text.strip()[:_LONGEST])
    for place, sentence in enumerate(sentences):
        if _ELSEWHERE.search(sentence):
            continue
        found = (
            read_definition(sentence) or _freely(sentence, heading) or told_meaning(sentences, place, heading)
        )
        if found is not None:
            term, meaning = _in_full(*found)
            rest = " ".join(sentences[place + 1 :])
            if not meaning:
                return term, rest.strip(" .")
            return term, f"{meaning.rstrip('. ')}. {rest}".strip(" .") if rest else meaning
    return None


def read_row_meaning(cells: list[str], columns: tuple[str, ...]) -> tuple[str, str] | None:
    """Return what a row of a table of terms explains, None for a row of any other table."""
    headings = load("terms")
    named = [" ".join(_HEADING.findall(column.lower())) for column in columns]
    if len(named) == _TWO and named[0] in headings["labels"] and named[1] in headings["label_for"]:
        return cells[0].strip(" \"“”‘’'"), cells[1].strip() if len(cells) > 1 else ""
    if not named or named[0] not in (*headings["short"], *headings["short_told"]):
        return None
    beside = len(named) == 2 and named[0] in headings["surely"]
    for place, column in enumerate(named[1 : len(cells)], start=1):
        # Beside terms alone, the other column says what they mean, whatever it is called.
        alone = beside and column not in headings["no_meaning"]
        if alone or column in (*headings["long"], *headings["long_told"]):
            return cells[0].strip(" \"“”‘’'"), cells[place].strip()
    return None


_HEADING = re.compile(r"[a-z]+")
_TWO = 2


# "For our purposes an emergency is fire or flood": what is said of a term there is its meaning, whatever it is.
_FOR_OUR_PURPOSES = re.compile(
    r"(?:for\s(?:the\s|our\s|present\s)?purposes?\b|for\sus\b|in\s(?:this|these|our)\s(?:\w+\s)?(?:policy|handbook|leaflet|guide|card|notes?|rules?|list|booklet|"
    r"manual|code|book)\b)",
    _I,
)
_SAID_OF_IT = re.compile(
    rf"(?:{_ARTICLE})?{_TERM}\s(?P<meaning>(?:is|are)\s(?!(?:to|not)\b|\w+(?:ed|en)\b).+)", _I
)
# "The session ends at seven" tells when it does; under "Words we use", or "for our purposes", what it is.
_BEGINS_OR_ENDS = re.compile(rf"{_ARTICLE}{_TERM}\s(?P<meaning>{_RUNS}\s.+)", _I)


def _freely(sentence: str, heading: str) -> tuple[str, str] | None:
    lead = _LEAD.match(sentence)
    bare = sentence[lead.end() :] if lead else sentence
    if bare.endswith("?"):
        return None
    forms = _FORMS
    if is_of_terms(heading):
        forms = (*forms, _BEGINS_OR_ENDS)
    elif lead and _FOR_OUR_PURPOSES.match(sentence):
        forms = (*forms, _SAID_OF_IT, _BEGINS_OR_ENDS)
    for form in forms:
        for term, meaning in _read(form, bare):
            return term, meaning
    return None


def _read(form: re.Pattern[str], sentence: str) -> Iterator[tuple[str, str]]:
    found = form.match(sentence)
    if found is None or _NO_TERM.search(found["term"]):
        return
    subject = found.groupdict().get("subject") or ""
    if _NO_TERM.search(subject):
        return
    if (
        _A_NAME.fullmatch(found["term"])
        and sentence.startswith(found["term"])
        and _WHO_IT_IS.fullmatch(found["meaning"])
    ):
        return
    term = with_subject(found["term"], subject)
    meaning = (
        _OPENING_VERB.sub("", found["meaning"], count=1)
        if _OPENING_VERB.match(found["meaning"])
        else found["meaning"]
    )
    if _OPENING_VERB.match(found["meaning"]) and _judges(meaning):
        return
    yield term.strip(" ,"), meaning.strip().rstrip(" .;")


# "Radio Brackwell is the licensee": who somebody is, and no meaning of a term.
_A_NAME = re.compile(r"[A-Z][\w’'-]+(?:\s(?:of\s|the\s|and\s)*[A-Z][\w’'-]+)+")
_WHO_IT_IS = re.compile(r"is\sthe\s[a-z-]+(?:\s[a-z-]+)?[.;]?", _I)


def _in_full(term: str, meaning: str) -> tuple[str, str]:
    """Return the words that initials stand for as the term, where its meaning begins with them."""
    found = _NAMED_TWICE.match(meaning)
    if found is not None and term.isupper() and term == "".join(w[0] for w in found["term"].split()).upper():
        return found["term"], found["meaning"]
    return term, meaning


def _judges(meaning: str) -> bool:
    """Tell "suspension is a serious step" from "suspension is removal for a time"."""
    words = re.findall(r"[a-z]+", meaning.lower())[:3]
    return any(word in load("meanings")["judging"] for word in words)
