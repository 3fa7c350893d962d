"""Definitions: a term and what the text says it means."""

import re

_I = re.IGNORECASE
_QUOTED = r"[\"“‘'](?P<term>[^\"”’]{1,80})[\"”’']"
_VERB = (
    r"(?:means|mean|has\sthe\s(?:same\s)?meanings?|have\sthe\s(?:same\s)?meanings?|includes?|"
    r"is\sdefined\sas|are\sdefined\sas|"
    r"refers\sto|is\sto\sbe\sread\sas|shall\smean|is\swhen|is|are)"
)
_PATTERNS = tuple(
    re.compile(pattern, _I)
    for pattern in (
        rf"(?P<lead>[^\"“”]{{0,120}}){_QUOTED},?(?:\s(?:in\srelation\sto|for|"
        rf",)[^,\"“]{{1,120}},)?\s+(?P<verb>{_VERB})\s(?P<meaning>.+)",
        # “A tree is ‘mature’ for the purposes of this Part if”
        rf"(?P<lead>(?:an?|any|every)\s[\w’'-]+(?:\s[\w’'-]+){{0,3}})\s(?:is|are)\s{_QUOTED}(?:\sfor\s(?:the\s)?purposes?\sof\s[^,]{{1,60}}?)?,?\s(?P<meaning>(?:if|when|where|unless)\s.+)",
        rf"(?:by|the\s(?:term|word|expression|words?))\s{_QUOTED}\s(?:we\smean|means|covers|refers\sto|"
        rf"is\sused\s(?:to\smean|for))\s(?P<meaning>.+)",
        rf"[^\"“”]{{0,120}}\b(?:says?|uses?|use|speaks?\sof)\s{_QUOTED},?\s(?:it|we|this|"
        rf"they)\s(?:means?|refers?\sto)\s(?:that\s)?(?P<meaning>.+)",
        rf"when(?:ever)?\s(?:you|we)\s(?:read|see|meet|say|use)\s(?:the\s(?:word|term)\s)?{_QUOTED}[^,]{{0,40}},?\s"
        r"(?:think\sof|read|understand|we\smean)\s(?P<meaning>.+)",
        r"(?:in\sthis\s\w+,?\s)?(?:an?\s|"
        r"the\s)?(?P<term>(?:[A-Za-z][\w’'-]*)(?:\s[\w’'-]+){0,5}?)\s(?:means|has\sthe\smeaning|"
        r"is\sdefined\sas|are\sdefined\sas)\s(?P<meaning>.+)",
    )
)
# The words that are taken out or put in bind, if anybody, whom the other provision binds.
_AMENDS = re.compile(
    r"(?:(?:in|after|before|at)\b[^\"“‘;]{0,160},\s)?(?:(?:omit|insert|substitute)\s[^\"“‘;.]{0,60}|"
    r"(?:for|after|before)\s[^\"“‘;.]{0,60})[\"“‘]",
    _I,
)
_WORK = re.compile(r"\b(?:must|shall|should|will|may|this)\b", _I)
# "Land which the Council means to sell", "if the manager means to": somebody intends something.
_INTENDS = re.compile(r"\b(?:which|that|who|if|when|where|because|as)\b", _I)
_MODAL = re.compile(r"(?:must|shall|should|will|may|can)\b", _I)
_QUOTES = re.compile("[\"“”‘’']")
_DEFINING = re.compile(r"mean|defined", _I)  # the only verbs that define a term without quotation marks
_LONGEST = 4000


def read_definition(text: str) -> tuple[str, str] | None:
    """Return the term and its meaning as written, None where the text defines nothing."""
    text = text.strip()[:_LONGEST]
    quoted = len(_QUOTES.findall(text)) > 1
    if not quoted and not _DEFINING.search(text):
        return None
    for pattern in _PATTERNS if quoted else _PATTERNS[-1:]:
        found = pattern.match(text)
        if found and not _WORK.search(found["term"]) and not _MODAL.match(found["meaning"]) and _fits(found):
            if not quoted and _INTENDS.search(found["term"]):
                return None
            return found["term"].strip(" ,"), found["meaning"].strip().rstrip(" .;")
    return None


def amends(text: str) -> bool:
    """Tell whether a provision only rewrites another: "In subsection (2), omit ..."."""
    return _QUOTES.search(text) is not None and _AMENDS.match(text) is not None


def _fits(found: re.Match[str]) -> bool:
    """Only a lead such as "In this policy a" may stand before the quoted term."""
    lead = (found.groupdict().get("lead") or "").strip().lower()
    if not lead:
        return True
    return lead.split()[0] in (
        "in",
        "for",
        "a",
        "an",
        "the",
        "and",
        "but",
        "here",
        "throughout",
        "when",
        "under",
        "•",
        "-",
        "by",
    ) and not _WORK.search(lead.replace("this", ""))
