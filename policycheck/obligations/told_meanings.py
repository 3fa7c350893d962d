"""Meanings as leaflets, crib sheets and questions tell them, beside the forms of handbooks and of statute.

"A friend who drops in does not count as a visitor", "late boats (for us, any after six)", "Regulars, i.e. those with a
key", "What is a float? Anything that keeps you up". Each says of a term what it takes in or leaves out.
"""

import re
from collections.abc import Iterator, Sequence

from policycheck.lexicon.headings import is_of_terms

_I = re.IGNORECASE
_QUOTE = r"[\"“‘'”’]"
_ARTICLE = r"(?:an?|the|our|any|each|every|your|some)\s"
# No word within a term that opens something else.
_NONE = (
    r"(?!(?:it|this|that|these|those|they|we|you|he|she|i|who|which|what|must|shall|should|will|may|can|is|are|was|were|be|been|has|have|had|do|does|"
    r"not|no|if|when|where|and|or|to|with|by|from|at|on|for|of|in|about|as|an?|the|our|any|each|every|all|your|only|them|him|her|us|"
    r"there|here|one|so|but|then|means?|always|never)\b)"
)
_WORD = rf"{_NONE}[A-Za-z][\w’'&-]*"
_TERM = rf"{_QUOTE}?(?P<term>{_WORD}(?:\s{_WORD}){{0,3}}?){_QUOTE}?"
_NEAR_TERM = rf"{_QUOTE}?(?P<term>{_WORD}(?:\s{_WORD}){{0,2}}?){_QUOTE}?"
_COUNTS = (
    r"(?:counts?|ranks?|qualif(?:y|ies)|passes|rate[sd]?|(?:is|are|be)\s(?:counted|treated|regarded|classed|considered|deemed|taken|seen|described|reckoned|"
    r"looked\son|thought\sof|logged|recorded|booked|marked|entered|put\sdown))"
)
_DENIED = r"(?:(?:do|does|did|is|are|will|would|can|should)(?:\snot|n['’]t|\snever)|cannot|never|no\slonger|(?:is|are)\snever)"  # noqa: E501 - one pattern
_COUNTED = r"(?:count|counted|rank|ranked|qualify|pass|be\scounted|be\streated|treated|be\sregarded|regarded|be\sclassed|classed|considered|deemed|seen|described|reckoned|logged|recorded|booked|entered)"  # noqa: E501 - one pattern
_WE_COUNT = r"(?:count|treat|regard|class|consider|see|describe|reckon|log|record|book|mark|enter|list|flag|tag|put\sdown|write\sdown|think\sof|look\son|speak\sof)"  # noqa: E501 - one pattern
_CASE = r"(?:(?:even\s)?if|when|whenever|where|who|whose|once|unless|until|on|as\ssoon\sas|after|while|only|from|with|without)\b"  # noqa: E501 - one pattern
_FOR_US = (
    r"(?:for\sus|to\sus|in\sour\s(?:book|books|eyes|terms|sense|use|language)|in\sthis\s(?:sense|book|house|leaflet|policy|handbook|guide|card|sheet)|for\sthis\s(?:purpose|rule|policy|sheet)|"
    r"for\s(?:our|these)\spurposes|(?:when|whenever)\swe\s(?:count|say|write|reckon)|as\s(?:far\sas|we)\s(?:we|see)[^.;,]*|by\sour\s(?:reckoning|lights|rules|count)|"
    r"under\sthese\srules|round\shere|here(?:abouts)?|on\s(?:our|this|these)\s(?:forms?|sheets?|cards?|lists?|charts?)|in\s(?:this|these|our)\s(?:sheets?|notes?|rules|cards?|lists?|forms?))"
)
_IN_WORDS = (
    r"(?:i\.\s?e\.?|ie|viz\.?|that\sis(?:\sto\ssay)?|that['’]s|namely|in\sother\swords|by\swhich\s(?:we|i|this\s\w+)\smeans?|by\sthat\s(?:we|i)\smean|"
    r"(?:we|i)\smean|meaning|which\s(?:here\s)?means|which\sto\sus\smeans?|or\srather)"
)
_ASIDE_WORDS = rf"(?:{_IN_WORDS}|to\sus|for\sus|for\sour\spurposes|in\sthis\s(?:policy|leaflet|guide|handbook|card)|here)"  # noqa: E501 - one pattern
_WHOLE = r"(?:an?|one|any|anyone|anybody|anything|someone|somebody|every|everyone|everybody|everything|all|those|whoever|whatever)\b"  # noqa: E501 - one pattern
# "Anyone who brings a dog does not count as a walker": by whom or what the term is denied, and by whom it is had.
_OUT = tuple(
    re.compile(pattern, _I)
    for pattern in (
        rf"(?P<what>[^.;:?]{{3,140}}?),?\s{_DENIED}\s(?:\w+ly\s)?{_COUNTED}\s(?:as|for|to\sbe|as\sbeing)\s(?:{_ARTICLE})?{_TERM}(?=[.;,!]|\s[a-z]|$)",
        rf"(?:please\s)?(?:we\s|you\s)?(?:do\snot|don['’]t|never|cannot|can['’]t)\s{_WE_COUNT}\s(?P<what>[^.;:?]{{3,100}}?)\s(?:as|to\sbe|among)\s(?:{_ARTICLE})?{_TERM}(?=[.;,!]|$)",
        rf"(?P<what>[^.;:?]{{3,140}}?)\s(?:is|are)(?:\s(?:not|never|no)|n['’]t)\s(?!too\b)(?:{_ARTICLE})?{_TERM}\s{_FOR_US}(?!\sto\b)",
        rf"(?P<what>[^.;:?]{{3,140}}?)\s(?:falls?|stands?|lies?|is|are|comes?)\s(?:right\s)?outside\s(?:the\s(?:word|term|meaning|definition)(?:\sof)?\s)?(?:{_ARTICLE})?{_QUOTE}(?P<term>[^\"“”‘]{{2,40}}?){_QUOTE}",
        rf"(?:please\s)?(?:leave|keep)\s(?P<what>[^.;:?]{{3,100}}?)\sout\sof\s(?:the\s(?:word|term|count\sof)\s)?(?:{_ARTICLE})?{_QUOTE}(?P<term>[^\"“”‘]{{2,40}}?){_QUOTE}",
    )
)
_IN = tuple(
    re.compile(pattern, _I)
    for pattern in (
        rf"(?P<what>[^.;:?]{{3,140}}?),?\s(?:(?:still|also|too|always|will|shall|must|to)\s)?{_COUNTS}\s(?:too\s|also\s)?(?:as|for|to\sbe|as\sbeing)\s(?:{_ARTICLE})?{_TERM}(?=[.;,!]|\s(?:too|as\swell|here|{_FOR_US})|$)",
        rf"(?:please\s|we\s|you\s)?(?:also\s|always\s)?{_WE_COUNT}\s(?P<what>[^.;:?]{{3,100}}?)\s(?:as|to\sbe|among)\s(?:{_ARTICLE})?{_TERM}(?=[.;,!]|$)",
        rf"(?P<what>[^.;:?,]{{3,140}}?)\s(?:is|are)\s(?:still\s|also\s)?(?!too\b)(?:{_ARTICLE})?{_TERM}\s{_FOR_US}(?!\sto\b)",
        r"(?:we\s)?(?:call|name|term)\s(?P<what>[^.;:?]{3,100}?)\s(?:an?\s)?[\"“‘](?P<term>[^\"“”‘]{2,40}?)[\"”’]",
        rf"(?P<what>[^.;:?]{{3,140}}?)\s(?:is|are)\s(?:what\swe\scall|known\s(?:here\s)?as|called)\s(?:{_ARTICLE})?{_TERM}(?=[.;,!]|$)",
    )
)
_WE_MEANT = (
    r"(?:(?:we|they|it|he|she|this|that|you|i)\s(?:(?:should\s|only\s|always\s)?(?:means?|have\sin\smind|has\sin\smind|intends?|understand)|(?:is|are|am)\s(?:talking|speaking|thinking)\s(?:of|about))|"
    r"(?:we|they|you)['’]re\s(?:talking|speaking|thinking)\s(?:of|about)|i['’]m\s(?:talking|thinking)\s(?:of|about)|(?:that|it)['’]s)\s"
)
_VERBS = (
    r"(?:means?|covers?|includes?|excludes?|takes?\sin|leaves?\sout|takes?\sout|stands?\sfor|refers?\sto|describes?|applies\sto|apply\sto|extends?\sto|"
    r"(?:do|does)(?:\snot|n['’]t)\s(?:mean|include|cover|take\sin|extend\sto|apply\sto))"
)
# The words after the term are its meaning.
_MEANING = tuple(
    re.compile(pattern, _I)
    for pattern in (
        # When the office says late, they mean
        rf"(?:when(?:ever)?|where(?:ver)?|if)\s(?:(?:the|our|these|this|those|your)\s)?[A-Za-z][\w’'-]*(?:\s[\w’'-]+){{0,3}}?\s(?:says?|writes?|talks?\s(?:of|about)|speaks?\sof|"
        rf"uses?|mentions?|refers?\sto|asks?\s(?:for|about))\s(?:the\s(?:word|term|phrase)\s)?(?:{_ARTICLE})?{_TERM},?\s{_WE_MEANT}(?P<meaning>.+)",
        # When we say a walk is long, we are thinking of
        rf"(?:when(?:ever)?|where(?:ver)?|if)\s(?:we|you|they|i|this\s\w+|the\s\w+)\s(?:says?|writes?|calls?|finds?|reads?)\s(?:that\s)?(?:an?|any|the|our|your|somebody|someone|it)"
        rf"(?:\s(?P<subject>{_WORD}(?:\s{_WORD})?))?\s(?:is\s|are\s)?(?:an?\s)?{_TERM},?\s{_WE_MEANT}(?P<meaning>.+)",
        # There is an emergency when; it is an emergency if; a donor is a first-timer if
        rf"there\s(?:is|will\sbe)\s(?:only\s)?(?:an?\s){_TERM}\s(?:only\s)?(?P<meaning>(?:if|when|whenever|once|where|as\ssoon\sas|unless|until)\b.+)",
        rf"(?:it|that|this|something|an?\s{_WORD}(?:\s{_WORD}){{0,2}}?|any\s{_WORD}|the\s{_WORD})(?:\sis|['’]s)\s(?:only\s)?(?:an?\s){_TERM},?\s(?P<meaning>(?:only\s)?(?:if|when|whenever|once|where|as\ssoon\sas|from)\b.+)",
        rf"(?:it|that|this|something|an?\s{_WORD}(?:\s{_WORD}){{0,2}}?|any\s{_WORD}|the\s{_WORD})\s(?:is(?:\snot|n['’]t)|['’]s\snot)\s(?:an?\s){_TERM}\s(?P<meaning>(?:unless|until)\b.+)",
        # The word late covers; late only means; late is used of; late has a wider meaning here
        rf"(?:the\s(?:word|term|expression|phrase|label|tag|name)s?\s){_TERM}\s(?:here\s)?(?P<meaning>{_VERBS}\s.+)",
        rf"(?:{_ARTICLE})?{_TERM}\s(?:only|just|simply|really|always|also|strictly|properly|here|never)\s(?P<meaning>{_VERBS}\s.+)",
        rf"(?:{_ARTICLE})?{_TERM}\s(?P<meaning>(?:(?:is|are)\s(?:only\s)?(?:used\s(?:for|of|when|where|to\smean)|made\sup\sof)|consists?\sof|"
        r"boils?\sdown\sto|comes?\sdown\sto|stretch(?:es)?\sto|(?:does|do)(?:\snot|n['’]t)\s(?:reach|run|stretch|go)\s(?:to|as\sfar\sas))\s.+)",
        rf"(?:{_ARTICLE})?{_TERM}\shas\s(?:here\s)?an?\s(?:special|wider|narrower|particular|own|broader)\s(?:meaning|sense)(?:\s(?:here|for\sus|in\sthis\s\w+))?[:,]\s(?P<meaning>.+)",
        # “Late” on our cards means
        rf"(?:{_ARTICLE})?[\"“‘](?P<term>[^\"“”‘]{{1,60}}?)[\"”’]\s(?:on|in|at|as|to|when|where|if|under|throughout)\s[\w’'-]+(?:\s[\w’'-]+){{0,4}}?,?\s(?P<meaning>(?:{_VERBS}|is|are)\s.+)",
        # By a float we understand; we take a float to mean
        rf"by\s(?:{_ARTICLE})?{_TERM},?\s(?:we|i)\s(?:here\s)?(?:understand|intend|have\sin\smind|are\sthinking\sof)\s(?P<meaning>.+)",
        rf"(?:we|i|this\s\w+)\s(?:take|takes|understand|use|uses|read|define|defines|explain)\s(?:the\s(?:word|term|phrase)\s)?(?:{_ARTICLE})?{_TERM}\s(?:to\s(?:mean|be|cover|include|take\sin)|"
        r"(?:only\s)?(?:as|for|of)|to\srefer\sto)\s(?P<meaning>.+)",
        rf"(?:read|take)\s(?:the\sword\s)?(?:{_ARTICLE})?{_TERM}\s(?:as|to\smean)\s(?P<meaning>.+)",
        # To count as a regular you must
        rf"to\s(?:be|count\sas|qualify\sas|rank\sas|pass\sas|be\s(?:counted|treated|classed|regarded)\sas)\s(?:an?\s)?{_TERM},?\s(?:you|they|somebody|someone|a\s[\w-]+|an\s[\w-]+|one|it)\s"
        r"(?:must|has\sto|have\sto|needs?\sto|needs?|has\sgot\sto|should)\s(?P<meaning>.+)",
        # You are a regular once; a loan becomes overdue from
        rf"(?:you|they|he|she|somebody|someone|we)\s(?:are|is|become|becomes|get|gets|will\sbe)\s(?:only\s)?(?:an?\s)?{_TERM}\s(?P<meaning>(?:if|when|whenever|once|unless|until|only\s(?:if|when|once))\b.+)",
        rf"(?:an?|any|every|each|the|our)\s(?P<subject>{_WORD}(?:\s{_WORD})?)\s(?:becomes?|turns?(?:\sinto)?|qualif(?:y|ies)\sas|ranks?\sas|passes\s(?:as|for))\s(?:an?\s)?{_TERM}\s(?P<meaning>{_CASE}.+)",
        # Log as late anyone who; mark it as late when
        rf"(?:please\s)?(?:we\s)?{_WE_COUNT}\s(?:(?:it|them|him|her|somebody|someone|people|a\s[\w-]+)\s)?(?:as|under)\s(?:an?\s)?{_TERM}\s(?P<meaning>(?:{_CASE}|{_WHOLE}|only\b).+)",
        # Floats, i.e. cork or foam; late, by which we mean
        rf"(?:{_ARTICLE})?{_TERM},\s{_IN_WORDS},?\s(?P<meaning>.+)",
        rf"(?:{_ARTICLE})?{_TERM}\s(?:i\.\s?e\.?|viz\.?|namely|that\sis\sto\ssay),?\s(?P<meaning>.+)",
        # YP in this sheet: aged 13 to 15; float here takes in
        rf"(?:{_ARTICLE})?{_TERM},?\s{_FOR_US}\s?(?::|\s[–—-])\s(?P<meaning>.+)",
        rf"(?:{_ARTICLE})?{_TERM},?\s{_FOR_US},?\s(?P<meaning>(?:is|are|means?|takes?\sin|covers?|includes?|leaves?\sout|stands?\sfor)\s.+)",
        # The night counts from ten to six; “night” leaves out
        rf"(?:{_ARTICLE})?(?:[\"“‘](?P<term>[^\"“”‘]{{1,60}}?)[\"”’])\s(?:also\s|only\s|always\s)?(?P<meaning>(?:leaves?\sout|takes?\sout|rules?\sout|counts?\sin|counts?|brings?\sin|begins?|starts?|runs?|ends?|"
        r"(?:must|has\sto|have\sto)\sbe|is\sonly|has|have|reaches|stops\sat|goes\sas\sfar\sas|stretches)\s.+)",
        # A regular is what we call somebody who
        rf"(?:{_ARTICLE})?{_TERM}\s(?:is|are)\s(?:what\swe\scall|our\s(?:word|name|term|shorthand|label)\sfor|the\s(?:office|house|staff)\s(?:word|name|term)\sfor|how\swe\sdescribe)\s(?P<meaning>.+)",
    )
)
_LISTS = (
    ("does not include", re.compile(rf"(?:not|no|never)\s(?:an?\s)?{_TERM}\s?:\s(?P<what>.+)", _I)),
    (
        "does not include",
        re.compile(rf"(?:does|do)\snot\scount\sas\s(?:an?\s)?{_TERM}\s?:\s(?P<what>.+)", _I),
    ),
    (
        "includes",
        re.compile(
            rf"(?:(?:also\s)?counts?(?:ed)?|classed|treated|taken|seen)\sas\s(?:an?\s)?{_TERM}\s?:\s(?P<what>.+)",
            _I,
        ),
    ),
)
_ASIDE = re.compile(
    rf"(?:^|[,;.]\s|\b(?:the|an?|our|your|any|each|every|all|of|for|with|about|on|to|by|no|from|as|and|or|in)\s){_NEAR_TERM}\s\((?P<meaning>[^()]{{4,300}})(?:\)|$)",
    _I,
)
_OPENS_ASIDE = re.compile(
    rf"(?:{_ASIDE_WORDS}|defined\sas|this\smeans|includes?|including|not\sincluding|excluding|not\scounting|counting|everyone|everybody|anyone|anybody|all\swho|those\swho|whoever)\b",
    _I,
)
_LEAVES_OUT = re.compile(
    r"\b(?:do|does|is|are)(?:\snot|n['’]t)\s(?:count|included|in\sit|an?\s|\w+$|\w+\s\w+$|among|part\sof|for\sus)|\bleft\sout\b|\bleave\s(?:\w+\s){0,6}?out\b|\bleave\sout\b|\bdo\snot\scount\b|"
    r"\bnot\scounted\b|\bnothing\selse\b|\bnobody\selse\b|\bno\sone\selse\b|\bno\sothers?\b|\b(?:do|does)\snot\scome\s(?:into|under)\sit\b|\b(?:is|are)(?:\snot|n['’]t)\sones?\b|\boutside\sit\b|\banything\selse\b|\ball\sothers\b",
    _I,
)
_ASKS = re.compile(
    rf"(?:so\s|and\s|but\s|then,?\s)?(?:what|who|which\s\w+|when)(?:\sexactly|\sthen)?\s?(?:(?:is|are|['’]s|makes?|counts?\sas|qualifies\sas|(?:is|are)\smeant\sby|do\s(?:we|you)\s(?:mean\sby|call|count\sas|class\sas)|"
    rf"(?:does|do)(?=\s[^?]*\smean\b)))\s(?:{_ARTICLE})?{_TERM}(?:\smean)?(?:,?\s(?:exactly|anyway|then|here|to\sus|for\sus|in\sthis\s\w+))?\?",
    _I,
)
_NAMES = re.compile(rf"(?:{_ARTICLE})?{_TERM}\?$", _I)
_ANSWERS = re.compile(
    rf"(?:{_WHOLE}|(?:that|it)(?:['’]s|\sis)\s(?:an?|any|anyone|anybody|anything|every|everyone|everybody|everything|somebody|someone|those|whoever|whatever)\b|that\smeans|it\smeans|means|by\sthat\s(?:we|i)\smean|we\smean|for\sus)",
    _I,
)
_UNDER_HEADING = (
    re.compile(rf"(?:•\s|{_ARTICLE})?{_TERM}(?:\s\([^()]{{1,40}}\))?\s?(?::|=|\s[–—-])\s(?P<meaning>.+)", _I),
    re.compile(rf"(?:{_ARTICLE})?{_TERM}\s\((?P<meaning>[^()]{{8,300}})\)\s?\.?$", _I),
    re.compile(
        rf"(?:{_ARTICLE})?{_TERM}\s(?:is|are)\s(?!(?:not|to|never)\b|\w+(?:ed|en)\s(?:by|to|at|on|with|from)\b)(?P<meaning>.+)",
        _I,
    ),
)
_JOINS = re.compile(r"\s(?:is|are)\s[^,;.]{1,60}?\s(?:and|but)$", _I)


def told_meaning(sentences: Sequence[str], place: int, heading: str) -> tuple[str, str] | None:
    """Return the term and the meaning that a sentence tells, "" where it only asks; None where it tells none."""
    sentence = sentences[place].strip()
    following = " ".join(sentences[place + 1 :])
    for term, meaning in _told(sentence, following, is_of_terms(heading)):
        if _NO_TERM.fullmatch(term.strip(" ,")):
            continue
        if meaning == _FOLLOWS or len(meaning.strip()) > _SHORTEST:
            return term.strip(" ,"), meaning.strip().rstrip(" .;")
    before = _NAMED_LAST.search(sentences[place - 1]) if place and _THAT_IS.match(sentence) else None
    if before:
        return before["term"], _THAT_IS.sub("", sentence).rstrip(" .;")
    asked = _ASKS.fullmatch(heading.strip()) if place == 0 and "?" in heading else None
    if asked is None or sentence.endswith("?"):
        return None
    # "What is a float?" asks for a meaning; "What's covered?" may ask for anything.
    of_a_thing = _A_THING.search(heading[: asked.start("term")]) is not None
    return (asked["term"], sentence.rstrip(" .;")) if of_a_thing or _ANSWERS.match(sentence) else None


_A_THING = re.compile(rf"{_ARTICLE}{_QUOTE}?$", _I)


# "As soon as possible", "are recorded here", "Note: ...": words that no text gives a meaning.
_NO_TERM = re.compile(
    r"(?:possible|practicable|necessary|needed|required|appropriate|usual|normal|follows|above|below|recorded|logged|entered|read|seen|covered|"
    r"included|note|nb|tip|hint|example|important|warning|reminder|remember|(?:exact|current|actual)\s\w+)",
    _I,
)


# "Look whether it is a visitor first. That's anybody without a pass."
_THAT_IS = re.compile(
    r"(?:that['’]s|that\sis|that\smeans|which\smeans|by\s(?:that|which|this)\s(?:we|i)\smean|(?:we|i)\smean|meaning|i\.\s?e\.)\s(?!(?:why|how|what|where|when|because|all|it|not|no|the\s(?:\w+\s)?(?:time|way|reason|end|rule|law|moment|day|hour|point|place|limit|most|least|last|first|best|worst|only))\b)",
    _I,
)
_NAMED_LAST = re.compile(
    rf"\b(?:an?|the|any|every|each|all|of|for|with)\s{_NEAR_TERM}(?:\s(?:first|only|here|please|then|too|alone))?[.?!]$",
    _I,
)
_SHORTEST = 3
_FOLLOWS = ""  # the meaning is what follows the question


# "Minor works", "night worker": two words of which the last is a thing by itself.
_THING = re.compile(
    r"\s[\w’'-]*(?:ment|tion|sion|ness|ity|er|or|ship|age|work|day|time|case|person|child|man|woman|[^s]s)$",
    _I,
)


def with_subject(term: str, subject: str) -> str:
    """Return "overdue loan" of "a loan is overdue if", but "minor works" of "a scheme is minor works if"."""
    return term if not subject or _THING.search(term) else f"{term} {subject}"


def _told(sentence: str, following: str, of_terms: bool) -> Iterator[tuple[str, str]]:
    if sentence.endswith("?"):
        asked = _ASKS.fullmatch(sentence) or (_NAMES.match(sentence) if _ANSWERS.match(following) else None)
        if asked and following:
            yield asked["term"], _FOLLOWS
        return
    for form in _MEANING:
        found = form.match(sentence)
        if found:
            yield with_subject(found["term"], found.groupdict().get("subject") or ""), found["meaning"]
    yield from _told_of_some(sentence)
    if "(" in sentence:
        for found in _ASIDE.finditer(sentence):
            if _OPENS_ASIDE.match(found["meaning"]) or _LEAVES_OUT.search(found["meaning"]):
                yield found["term"], _told_again(found["meaning"])
    yield from _set_out(sentence, following, of_terms)


def _told_of_some(sentence: str) -> Iterator[tuple[str, str]]:
    """Yield what is told by saying who is meant and who is not: "a friend does not count as a visitor"."""
    for verb, forms in (("does not include", _OUT), ("includes", _IN)):
        for form in forms:
            found = form.match(sentence)
            if found and not _WHO_SAYS.match(found["what"]):
                yield found["term"], f"{verb} {_JOINS.sub('', found['what'])}"
    if ":" in sentence:
        for verb, form in _LISTS:
            found = form.match(sentence)
            if found:
                yield found["term"], f"{verb} {found['what']}"


# "It counts as", "this is treated as": of what was said before.
_WHO_SAYS = re.compile(
    r"(?:(?:it|this|that|they|we|you|which|who|these|those|he|she|i)\b|.*\b(?:if|must|shall)\b)", _I
)
_WE_MEAN = re.compile(rf"{_ASIDE_WORDS},?\s", _I)


def _told_again(meaning: str) -> str:
    return _WE_MEAN.sub("", meaning, count=1) if _WE_MEAN.match(meaning) else meaning


def _set_out(sentence: str, following: str, of_terms: bool) -> Iterator[tuple[str, str]]:
    if of_terms or _LEAVES_OUT.search(f"{sentence} {following}"):
        for form in _UNDER_HEADING:
            found = form.match(_FOR_WHAT.sub("", sentence))
            if found:
                yield found["term"], found["meaning"]


_FOR_WHAT = re.compile(r"^(?:for|in|on|at)\s(?:the|this|these|our|your)\s[\w’'-]+(?:\s[\w’'-]+){0,3},\s", _I)
