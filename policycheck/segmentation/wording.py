"""Reads the wording of a block: does it introduce a list, define a term, or only look like a heading?"""

import re

_CLOSERS = " \"”’')]"
_INTRODUCES = (":", "—", "–", "-", ",")
_ENDS_SENTENCE = (".", ";", "!", "?")
_QUOTED_TERM = re.compile(
    r"^(?:[Tt]he (?:term|expression|word)s? )?(?:“([^”]{1,120})”|‘([^’]{1,120})’|\"([^\"]{1,120})\")"
)
_PLAIN_TERM = re.compile(
    r"^(?:[Aa]n? |[Tt]he )?([A-Za-z][\w’'() -]{1,60}?)\s+(?:means|has the (?:same )?meaning)\b"
)
_DEFINES = re.compile(
    r"^[^.;]{0,300}?\b(?:means?|meant|includes?|has (?:effect|the (?:same )?meaning)|have the (?:same )?meaning|"
    r"(?:is|are|shall|must) (?:to )?(?:be )?(?:construed|read|interpreted)|refers? to|is|are|in relation to)\b"
)
_DEFINITIONS_HEADING = re.compile(
    r"\b(?:definitions?|interpretation|glossary|terms|terminology|meanings?|defined|abbreviations)\b",
    re.IGNORECASE,
)
_MODAL = re.compile(r"\b(?:must|shall|will|should|may|is to|are to|is responsible|are responsible|cannot)\b")
_QUESTION = re.compile(r"^(?:who|what|when|where|why|how|which|whether)\b", re.IGNORECASE)
_DOT_LEADER = re.compile(r"(?:\.\s?){4,}\s*\d+$|…{2,}\s*\d+$")
_CAPTION = re.compile(
    r"^(Table\s+(?:[A-Z]{0,2}\d+(?:[.-]\d+)*[a-z]?|[A-Z]|[IVX]+))\s*(?:[:.–—-]|\s[A-Z(]|$)", re.IGNORECASE
)
_CONTAINER = re.compile(
    r"^(Part|Chapter|Step|Stage|Phase|Module|Volume|Book|Unit|Title|Division|Form)\s+"
    r"(?:[0-9]{1,3}[A-Z]?|[IVXLC]+|[A-Z]|one|two|three|four|five|six|seven|eight|nine|ten)\b",
    re.IGNORECASE,
)
_ATTACHMENT = re.compile(
    r"^(Schedule|Appendix|Annexe?|Attachment|Exhibit)\b\s*((?:[A-Z]{0,2}\d{1,3}[A-Z]?|[IVX]+|[A-Z])(?=\W|$))?",
    re.IGNORECASE,
)
_ORNAMENT = re.compile(r"^[^\w(“\"‘'£¶\[]+")
_DECORATION = re.compile(r"^[^\w(“\"‘'£¶]+|[^\w)”\"’'?!.%]+$")


def introduces(text: str) -> bool:
    """Tell whether `text` leads into a list: it ends with a colon or dash, or without a full stop."""
    bare = text.rstrip(_CLOSERS)
    return bare.endswith(_INTRODUCES) or not bare.endswith(_ENDS_SENTENCE)


def promises_list(text: str) -> bool:
    """Tell whether `text` cannot stand without what follows: it ends with a colon or a dash."""
    return text.rstrip().endswith((":", "—", "–", ":-", " -"))


def defined_term(text: str, *, heading: str = "") -> str:
    """Return the term that `text` defines, or "".

    A term in quotation marks counts anywhere; one without only below a heading such as "Definitions".
    """
    found = _QUOTED_TERM.match(text)
    if found:
        term = next(group for group in found.groups() if group)
        return term.strip() if _DEFINES.match(text[found.end() :]) else ""
    if is_definitions_heading(heading):
        plain = _PLAIN_TERM.match(text)
        return plain.group(1).strip() if plain else ""
    return ""


def is_definitions_heading(heading: str) -> bool:
    """Tell whether a section under `heading` holds definitions."""
    return bool(_DEFINITIONS_HEADING.search(heading))


def heading_is_clause(text: str, *, numbered: bool, decimal: bool) -> bool:
    """Tell whether a heading is really a clause set in a heading style: a sentence that binds somebody."""
    words = len(text.split())
    if words < 6 or _QUESTION.match(text):
        return False
    ends = text.rstrip(_CLOSERS).endswith((*_ENDS_SENTENCE, ":", "—"))
    if not ends or text.endswith("?"):
        return False
    if _MODAL.search(text):
        return True
    return words >= 8 and (decimal or (numbered and text.endswith(";")))


def heading_is_introduction(text: str) -> bool:
    """Tell whether a heading such as "The social worker must:" only introduces the list below it."""
    return text.endswith(":") and bool(_MODAL.search(text))


def continues_sentence(text: str) -> bool:
    """Tell whether `text` goes on with the sentence before it: it begins with a small letter."""
    return text[:1].islower() and not text.startswith(("e.g", "i.e"))


def is_contents_line(text: str) -> bool:
    """Tell whether `text` is a line of a table of contents: dots that lead to a page number."""
    return bool(_DOT_LEADER.search(text))


def has_words(text: str) -> bool:
    """Tell whether `text` says anything: repealed provisions are rows of dots."""
    return any(character.isalnum() for character in text)


def caption_name(text: str) -> str:
    """Return "Table 1" for the caption "Table 1: Time limits", "" for any other text."""
    found = _CAPTION.match(text)
    return " ".join(found.group(1).split()) if found and len(text.split()) <= 40 else ""


def is_container(text: str) -> bool:
    """Tell whether a heading is a Part, Chapter or Step, whose number no reference repeats."""
    return bool(_CONTAINER.match(text))


def attachment_prefix(text: str) -> str:
    """Return how references into a schedule or appendix begin: "Sch 1", "Appendix A"; else ""."""
    found = _ATTACHMENT.match(text)
    if found is None:
        return ""
    word, number = found.group(1).capitalize(), found.group(2) or ""
    if not number and len(text.split()) > 1 and text[found.end() : found.end() + 1] not in ":.—–-":
        return ""  # "Schedule of visits" is an ordinary heading
    return f"{'Sch' if word == 'Schedule' else word} {number}".strip()


def without_ornament(text: str) -> str:
    """Return `text` without emoji and rules in front."""
    return _ORNAMENT.sub("", text) or text


def heading_name(text: str) -> str:
    """Return a heading as a reference names it: without emoji, rules and a colon at its ends."""
    bare = " ".join(_DECORATION.sub("", text.strip()).split())
    return _DECORATION.sub("", bare) or text.strip()
