"""The parts of a duty around its verb: conditions, exceptions, who receives, and the act itself."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from policycheck.lexicon.verbs import bases, noun_like, pasts, third_persons
from policycheck.obligations.actors import is_passive, is_person
from policycheck.obligations.cues import words_in
from policycheck.obligations.finite import AUXILIARIES, MODALS
from policycheck.obligations.modality import Signal
from policycheck.obligations.sentences import Token
from policycheck.obligations.vocabulary import word_set

_CONDITION = re.compile(
    r"\b(?<!-)(?:where(?!as\b)|if(?!\s(?:so|any|necessary)\b(?!\s[a-z]))|when(?:ever)?|once|"
    r"on\s(?:receipt|receiving|becoming|discovering|"
    r"hearing|learning|being|request|the\srequest|the\sdeath|an\sapplication)|"
    r"^on\s(?:the\s\w+|\w+ing)|(?<=,\s)on\s\w+ing|upon(?!\s(?:whom|which|any|him|her|them|it)\b)|"
    r"before(?!\sand\b)(?!\s(?:(?:the|a|an|any|each)\s)?(?:\w+\s)?(?:court|tribunal|panel|committee|judge|board|"
    r"justices?|magistrates?|parliament)\b)|after|following|in\sany\s(?:other\s)?case|"
    r"as\ssoon\sas(?!\s(?:\w+\s)?(?:\w+\s)?(?:possible|practicable|they\scan|we\scan))|"
    r"in\sthe\s(?:event|case)\s(?:of|that|where)|in\scases?\s(?:of|where)|provided\s(?:that|the|it|they|he|she)|"
    r"so\slong\sas|as\slong\sas|until(?:\s(?:then|now)\b)?|"
    r"for\sas\slong\sas|while|whilst|during|prior\sto|to\sthe\sextent\sthat|^in\srelation\sto|having)\b",
    re.IGNORECASE,
)
_EXCEPTION = re.compile(
    r"\b(?:unless|except(?:\s(?:that|where|when|if|in|for|with|as|under))?|other\sthan|"
    r"(?<!\bis\s)(?<!\bare\s)(?<!\bbe\s)(?<!\bbeing\s)(?<!\bbeen\s)(?<!\balways\s)(?<!\balso\s)subject\sto|save(?:\s(?:that|where|when|if|during|for|in|as))|apart\sfrom|(?<!by\s)excluding|"
    r"with\sthe\sexception\sof|"
    r"notwithstanding|but\snot|does\snot\sapply|even\sif|whether\sor\snot|without\sprejudice\sto)\b",
    re.IGNORECASE,
)
# One word of each alternative above: a text without any of them is not searched.
_CONDITION_CUES = word_set("condition_cues", "grammar")
_EXCEPTION_CUES = word_set("exception_cues", "grammar")
# The comma of "£2,500" ends nothing.
_END = re.compile(
    r"[;—]|:(?!\d)|,(?!(?<=\d,)\d)(?!\s(?:and|or)\s\w+\s(?!must|shall|may|should|will))|\.(?=\s|$)|\)"
)
_BY_ITSELF = ("until then", "until now")
# An exception that is a clause of its own; "other than the owner" only names somebody.
_EXCEPTED_CASE = re.compile(
    r"(?:unless|(?:except|save|but\snot)\s(?:that|where|when|if|in|during|before|after|while|whilst|until|once))\b",
    re.IGNORECASE,
)
# One that only names somebody or something may go on with others: "except the crew, the pilots or a guest".
_NAMING = re.compile(
    r"other\sthan|except(?:\s(?:for|in|with))?|apart\sfrom|save\s(?:for|in)|excluding|with\sthe\sexception\sof",
    re.IGNORECASE,
)
_ROW = re.compile(r",\s([^;:.()—\d]{1,200})")
_ASIDE = re.compile(r",\s(?P<words>[^,;:.()—]{3,160}),\s(?P<next>[\w’'-]+)(?P<then>\s[a-z]+)?")
# "Unless she is, or has been, a member": what she is comes after.
_OR_WAS = re.compile(
    r"\b(?:is|are|was|were|has|have|had),\sor\s(?:is|are|was|were|has|have|had)(?:\sbeen)?$", re.IGNORECASE
)
_LIST = re.compile(r"\s?[—–:]\s?(?=\S)")
_SPACES = re.compile(r"\s+")
_TO = re.compile(r"\b(?:to|with|for)\s+", re.IGNORECASE)
_NOUN_PHRASE_END = word_set("noun_phrase_end", "grammar")
_DETERMINERS = word_set("determiners")
# No name of the row begins with a verb, or with what goes on with the duty.
_NOT_NAMED = (
    bases() | MODALS | AUXILIARIES | word_set("openers") | word_set("weak_openers") | word_set("relatives")
    | word_set("prepositions") | word_set("pronouns") | word_set("adverbs") | {"but", "nor", "so"}
)  # fmt: skip
_LONGEST_RECIPIENT = 10
_TITLES = ("secretary", "member", "members", "board", "head", "director")
_LONGEST_ASIDE = 160
_LONGEST_SUBJECT = 6
_HAVE = frozenset(["has", "have", "had", "is", "are", "was", "were", "been", "be"])


@dataclass(frozen=True, slots=True)
class Piece:
    """A part as written, at text[start:end]."""

    start: int
    end: int
    text: str


def find_conditions(text: str, start: int = 0) -> list[Piece]:
    """Return the words that say when a duty arises, in order."""
    if _CONDITION_CUES.isdisjoint(words_in(text)) and text[:3].lower() != "on ":
        return []
    return _pieces(text, _CONDITION, start)


def find_exceptions(text: str, start: int = 0) -> list[Piece]:
    """Return the words that take cases out of a duty, in order."""
    return [] if _EXCEPTION_CUES.isdisjoint(words_in(text)) else _pieces(text, _EXCEPTION, start)


def holds_case(exception: Piece, start: int) -> bool:
    """Tell whether a case that begins inside an exception is part of it: "except where it rains".

    A comma closes an exception, but not right behind the words that open it, "unless, when it rains, she agrees", or
    behind a verb that waits for another: "unless she has, before noon, agreed".
    """
    opening = _EXCEPTION.match(exception.text)
    inner = exception.text[: start - exception.start].rstrip()
    if inner.lower() == "even":
        return False  # "even if she asks" names a case and takes none out
    if opening is None or not inner[opening.end() :].strip(" ,"):
        return True
    waits = inner.rstrip(",").rpartition(" ")[2].lower() in _HAVE
    return (waits or not inner.endswith(",")) and _EXCEPTED_CASE.match(inner) is not None


def _pieces(text: str, begins: re.Pattern[str], start: int) -> list[Piece]:
    found: list[Piece] = []
    for match in begins.finditer(text, start):
        if (found and match.start() < found[-1].end) or _is_name(text, match):
            continue
        if match[0].lower() in _BY_ITSELF:
            found.append(Piece(match.start(), match.end(), match[0]))
            continue
        end = _end_of_piece(text, match.start(), match.end(), names=bool(_NAMING.fullmatch(match[0])))
        words = text[match.start() : end].rstrip(" .,;")
        if words.count(" ") or match.end() < end:
            found.append(Piece(match.start(), match.start() + len(words), words))
    return found


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Tell names ("Looked After Children") and other uses ("the following") from conditions."""
    low = match[0].lower()
    if low == "having" or (low == "following" and text[: match.start()].rstrip().lower().endswith("the")):
        return bool(text[: match.start()].strip())
    return match[0][0].isupper() and text[: match.start()].rstrip()[-1:].isalpha()


def _end_of_piece(text: str, start: int, position: int, *, names: bool) -> int:
    """A piece runs to the next mark; brackets inside it, an aside and a comma right after "where" do not end it.

    After "if—" the list that follows is the condition. Where a piece `names` whom or what it takes out, a comma
    before more of them does not end it.
    """
    if _LIST.match(text, position):
        return len(text)
    if text[position : position + 1] == ",":
        second = text.find(",", position + 1)
        position = second + 1 if 0 < second - position < _LONGEST_ASIDE else position
    for stop in _END.finditer(text, position):
        if stop.start() < position or (names and _names_more(text, stop.start())):
            continue
        if stop[0] == "," and _OR_WAS.search(text, position, stop.start()):
            continue
        aside = None if names else _aside(text, position, stop.start())
        if aside is not None:
            position = aside.start("next")
            continue
        if stop[0] != ")" or text.count("(", start, stop.start()) <= text.count(")", start, stop.start()):
            return stop.start()
    return len(text)


def _aside(text: str, opened: int, comma: int) -> re.Match[str] | None:
    """Return the aside in "unless a doctor has, within the last year, passed it", or in "the owner, in time, pays"."""
    found = _ASIDE.match(text, comma)
    if found is None:
        return None
    words, before = found["words"].lower().split(), text[opened:comma].lower().split()
    opens = words[0] in word_set("prepositions") or words[0] == "having"
    if not opens or not before or not MODALS.isdisjoint(words):
        return None
    after = found["next"].lower()
    if before[-1] in _HAVE:
        goes_on = after not in word_set("determiners") | word_set("pronouns") | {"and", "or", "but"}
    else:
        verbs = third_persons().keys() | AUXILIARIES | (bases() - noun_like())
        subject = before[0] in word_set("determiners") and len(before) <= _LONGEST_SUBJECT
        one = after in third_persons() and not before[-1].endswith("s")
        # "Records are kept" has its own subject.
        of_it = (one and (found["then"] or "").strip() not in MODALS | AUXILIARIES) or after in AUXILIARIES
        goes_on = subject and verbs.isdisjoint(before) and of_it
    return found if goes_on else None


def _names_more(text: str, comma: int) -> bool:
    """Tell ", the pilots or a guest" behind "except the crew" from ", lock the door and go": a row without a verb."""
    row = _ROW.match(text, comma)
    for named in row[1].lower().split(", ") if row else ():
        words = named.split()
        joined = words[:1] in (["or"], ["and"])
        first = words[joined : joined + 1]
        if (
            not first
            or (first[0] in _NOT_NAMED and first[0] not in _DETERMINERS)
            or not MODALS.isdisjoint(words)
        ):
            return False
        if joined or not {"or", "and"}.isdisjoint(words):
            return True
    return False


def without_pieces(text: str, pieces: Iterable[tuple[int, int]]) -> str:
    """Return a text without the given places, its spaces and stray commas tidied."""
    kept: list[str] = []
    position = 0
    for start, end in sorted(pieces):
        if start > position:
            kept.append(text[position:start])
        position = max(position, end)
    kept.append(text[position:])
    joined = _SPACES.sub(" ", " ".join(kept))
    joined = re.sub(r"\s+([,.;:)])", r"\1", joined)
    joined = re.sub(r"(?:,\s?){2,}", ", ", joined)
    return joined.strip(" ,.;:—–-")


def recipient_of(text: str, tokens: Sequence[Token], signal: Signal) -> str:
    """Return who is told, given or sent something, as written; "" where nobody is."""
    if signal.subject.receives:
        return signal.subject.text
    participle = is_passive(tokens, signal.after)
    sharing = word_set("direct", "sharing")
    if participle >= 0:
        verb = pasts().get(tokens[participle].low, "")
        if verb in sharing and signal.subject.text and is_person(signal.subject.text):
            return signal.subject.text
        return _after_to(text, tokens, participle + 1)
    for place in range(signal.after, min(signal.after + 12, len(tokens))):
        low = tokens[place].low
        base = (
            low if low in sharing else low.removesuffix("s") if low.endswith("s") else pasts().get(low, low)
        )
        base = "notify" if low == "notifies" else base
        if base in sharing or base == "report":
            named = _person_from(text, tokens, place + 1)
            if named:
                return named
            return _after_to(text, tokens, place + 1)
    return _after_to(text, tokens, signal.after)


def _after_to(text: str, tokens: Sequence[Token], place: int) -> str:
    for at in range(place, len(tokens) - 1):
        if tokens[at].low == "to" or (
            tokens[at].low == "with" and tokens[at - 1].low in ("share", "shared", "discuss", "discussed")
        ):
            named = _person_from(text, tokens, at + 1)
            if named:
                return named
        elif tokens[at].low in (";", "that", "which", "who"):
            break
    return ""


def _person_from(text: str, tokens: Sequence[Token], place: int) -> str:
    """Return the person named right here: "the parent", "any person with whom the child lives"."""
    end = place
    while end < len(tokens) and end - place < _LONGEST_RECIPIENT:
        low = tokens[end].low
        opening = end == place and low in word_set("determiners")
        titled = low == "of" and end > place and tokens[end - 1].low in _TITLES
        if low in _NOUN_PHRASE_END and not opening and not titled:
            break
        end += 1
    if place >= len(tokens) or (tokens[place].low in bases() and tokens[place].low not in noun_like()):
        return ""
    phrase = text[tokens[place].start : tokens[end - 1].end] if end > place else ""
    return phrase if phrase and is_person(phrase) else ""


def act_of(
    text: str,
    tokens: Sequence[Token],
    signal: Signal,
    cuts: Iterable[tuple[int, int]],
    *,
    end: int,
    holder: str,
) -> str:
    """Return verb and object without limits, conditions and exceptions; a passive keeps its subject."""
    if signal.after >= len(tokens):
        return ""
    start = tokens[signal.after].start
    if start >= end:
        return ""
    inside = [(max(a, start) - start, min(b, end) - start) for a, b in cuts if b > start and a < end]
    act = without_pieces(text[start:end], inside)
    if is_passive(tokens, signal.after) >= 0 and signal.subject.text and signal.subject.text != holder:
        return f"{signal.subject.full or signal.subject.text} {act}"
    return act
