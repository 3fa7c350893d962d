"""Provisions and laws that a text names, as written: "subsections (2) and (3)", "s 17 of the Children Act 1989"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from policycheck.obligations.cues import words_in

# What a provision is called, and how it is abbreviated when cited. Longer names before those that begin them.
_KINDS = {
    "subsection": "s", "sub-section": "s", "section": "s", "sub-paragraph": "para", "subparagraph": "para",
    "paragraph": "para", "regulation": "reg", "article": "art", "rule": "r", "schedule": "Sch", "part": "pt",
    "chapter": "ch", "clause": "cl", "appendix": "Appendix", "appendices": "Appendix", "annexe": "Annex",
    "annex": "Annex", "table": "Table", "standard": "standard", "para": "para", "reg": "reg",
    "art": "art", "sch": "Sch",
}  # fmt: skip
_LEAF = ("subsection", "sub-section", "sub-paragraph", "subparagraph")
_NAMES = "|".join(f"[{name[0].upper()}{name[0]}]{name[1:]}" for name in _KINDS)
_GROUP = r"\((?:\d{1,3}[A-Z]{0,2}|[a-z]{1,4}|[A-Z]{1,2})\)"
_NUMBER = (
    rf"(?:\d{{1,4}}[A-Z]{{0,3}}(?:\.\d{{1,3}}){{0,4}}(?:\s?{_GROUP}){{0,5}}|{_GROUP}(?:{_GROUP}){{0,4}}|"
    r"[A-Z]\d{0,2}(?![\w'’.]))"
)
_JOIN = r"(?:,\s?(?:and\s|or\s)?|\s(?:and|or|to)\s)"
_PROVISION = re.compile(
    rf"(?<![\w'’-])(?:(?P<kind>{_NAMES})s?\.?\s|(?P<short>ss?\.?\s?)(?=\d))(?P<numbers>{_NUMBER}(?:{_JOIN}{_NUMBER}){{0,12}})"
)
_ONE = re.compile(_NUMBER)
_LAW_WORDS = r"(?:Act|Regulations|Order|Rules|Measure|Directions|Byelaws)"
_TITLE_END = re.compile(rf"\b{_LAW_WORDS}\s(?:\([A-Z][^()]{{1,60}}\)\s){{0,2}}(?:19|20|18)\d\d\b")
_LAW_NAME = re.compile(rf"\b(?:{_LAW_WORDS}|Code|Directive|Convention|GDPR)\b")
_SHORT_LAW = re.compile(rf"\b(?:(?:19|20|18)\d\d\s{_LAW_WORDS}|(?:UK\s|EU\s)?GDPR)\b")
_WORD_BEFORE = re.compile(r"(?:\([A-Z][^()]{1,60}\)|[^\s()]{1,40})\s$")
_LINKS = frozenset(("of", "and", "for", "the", "to", "in", "etc.", "etc", "&", "on"))
_LONGEST_TITLE = 20  # words of a title
_OF = re.compile(r"\s(?:of|to|in|under)\s(?:the\s)?")
_OF_THIS = re.compile(rf"\s(?:of|to|in|under)\s(?P<law>(?P<which>this|these|that|those)\s{_LAW_WORDS})\b")
_GAP_BEFORE = re.compile(r",?\s$")
_CUE_WORDS = (
    "section sections subsection subsections paragraph paragraphs subparagraph subparagraphs regulation regulations "
    "article articles rule rules schedule schedules part parts chapter chapters clause clauses appendix appendices "
    "annex annexe annexes table tables standard standards para paras reg regs art arts sch act acts order measure "
    "directions byelaws gdpr"
)
_CUES = frozenset(_CUE_WORDS.split())

Place = tuple[int, int]
"""From where to where in a text, as in text[start:end]."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A provision named at text[start:end], or a whole law where `kind` is "".

    `kind` is its name in the singular, `number` as written without spaces ("12(3)", "(a)"), `inside` the
    provision that holds it ("Schedule 2"), `law` the title of another law, "" for the text's own.
    """

    start: int
    end: int
    kind: str = ""
    number: str = ""
    inside: "Cited | None" = None
    law: str = ""

    @property
    def short(self) -> str:
        """The provision as lawyers write it: "s 149(1)(a)", "Sch 2 para 3"."""
        if not self.kind:
            return ""
        number = self.number
        if self.inside is not None:
            if self.kind in _LEAF or number.startswith("("):
                return self.inside.short + number
            return f"{self.inside.short} {_KINDS[self.kind]} {number}"
        return f"{_KINDS[self.kind]} {number}"


class _Laws:
    """Where a text names laws, ready to be asked what stands at, around and before a place."""

    def __init__(self, text: str, spans: Sequence[Place]) -> None:
        self.spans = spans
        self.beginning = {start: text[start:end] for start, end in spans}
        self.ending = {end: text[start:end] for start, end in spans}
        self._starts = [start for start, _ in spans]

    def covers(self, position: int) -> bool:
        place = bisect_right(self._starts, position) - 1
        return place >= 0 and position < self.spans[place][1]

    def last_before(self, position: int) -> str:
        place = bisect_right(self._starts, position) - 1
        return self.beginning[self._starts[place]] if place >= 0 else ""


def names_law(short: str, long: str) -> bool:
    """Tell whether a term of a document stands for a law: "the 1989 Act", "DPA" for "Data Protection Act 2018"."""
    if _LAW_NAME.search(short):
        return True
    title = long.removeprefix("the ")
    return any(
        one.end() == len(title) and not _title_start(title, one.start()) for one in _TITLE_END.finditer(title)
    )


def find_citations(text: str, names: re.Pattern[str] | None = None) -> list[Cited]:
    """Return what a text cites, in order. `names` finds the names of laws that the document explains itself."""
    if _CUES.isdisjoint(words_in(text)):
        return []
    laws = _Laws(text, _law_places(text, names))
    groups = [_provisions(one) for one in _PROVISION.finditer(text) if not laws.covers(one.start())]
    settled: list[list[Cited]] = []
    for group in reversed(groups):  # from the end, because what holds a provision is named after it
        placed = _with_law(text, group, settled[-1][0] if settled else None, laws)
        if placed[0].inside is not None:
            settled[-1:] = [settled[-1][1:]] if len(settled[-1]) > 1 else []
        settled.append(placed)
    found = [one for group in reversed(settled) for one in group]
    named = {one.law for one in found if one.law}
    whole = [
        Cited(start, end, law=text[start:end]) for start, end in laws.spans if text[start:end] not in named
    ]
    return sorted([*found, *whole], key=lambda one: one.start)


def _provisions(found: re.Match[str]) -> list[Cited]:
    """Return the provisions of "sections 4(2), (3) and 5", each with its whole number."""
    kind = (found["kind"] or "section").lower()
    kind = {"para": "paragraph", "reg": "regulation", "art": "article", "sch": "schedule"}.get(kind, kind)
    numbers = list(_ONE.finditer(found["numbers"]))
    base = found.start("numbers")
    cited: list[Cited] = []
    for place, one in enumerate(numbers):
        number = one[0].replace(" ", "")
        if place and number.startswith("("):
            number = continued(cited[-1].number, number)
        start = found.start() if not place else base + one.start()
        cited.append(Cited(start, base + one.end(), kind, number))
    return cited


def continued(number: str, groups: str) -> str:
    """Return what "(b)" means after "4(2)(a)": "4(2)(b)"; the brackets of its own sort are replaced."""
    first, *rest = re.split(r"(?=\()", number)
    sort = _sort(groups)
    same = [place for place, one in enumerate(rest) if _sort(one) == sort]
    kept = rest[: same[-1]] if same else rest
    return first + "".join(kept) + groups


def _sort(group: str) -> str:
    letter = group[1:2]
    return "figure" if letter.isdigit() else "capital" if letter.isupper() else "letter"


def _with_law(text: str, group: list[Cited], follower: Cited | None, laws: _Laws) -> list[Cited]:
    """Give the provisions of a group the law that follows or precedes them, or the provision they are part of."""
    start, end = group[0].start, group[-1].end
    gap = _GAP_BEFORE.search(text, max(0, start - 2), start)
    law = laws.ending.get(gap.start(), "") if gap else ""
    own = _OF_THIS.match(text, end)
    of = _OF.match(text, end)
    if not law and own:
        elsewhere = own["which"] in ("that", "those")
        law = (laws.last_before(start) or own["law"]) if elsewhere else ""
    elif not law and of:
        law = laws.beginning.get(of.end(), "")
        brackets = group[0].number.startswith("(")
        if (
            not law
            and follower
            and follower.start == of.end()
            and brackets >= follower.number.startswith("(")
        ):
            end = follower.end
            return [replace(one, inside=follower, law=follower.law, end=end) for one in group]
    return [replace(one, law=law) for one in group] if law else group


def _law_places(text: str, names: re.Pattern[str] | None) -> list[Place]:
    """Return where laws are named: by title and year, or by a name that the document explains."""
    found = [(_title_start(text, one.start()), one.end()) for one in _TITLE_END.finditer(text)]
    found += [one.span() for one in _SHORT_LAW.finditer(text)]
    found += [one.span() for one in names.finditer(text)] if names else []
    places: list[Place] = []
    for place in sorted(found, key=lambda one: (one[0], -one[1])):
        if not places or place[0] >= places[-1][1]:
            places.append(place)
    return places


def _title_start(text: str, position: int) -> int:
    """Walk back over the words of a title: "the Care Planning, Placement and Case Review (England) Regulations"."""
    start = position
    for place, word in _words_back(text, position):
        bare = word.strip("“”\"‘’'(),")
        if word.lower() not in _LINKS and not bare[:1].isupper():
            break
        if word.endswith((".", ";", ":")) and word.lower() not in _LINKS:
            break
        if bare[:1].isupper() and bare not in ("The", "Under", "In", "See", "Section", "Part", "And", "Of"):
            start = place
    return start


def _words_back(text: str, position: int) -> Iterator[tuple[int, str]]:
    for _ in range(_LONGEST_TITLE):
        found = _WORD_BEFORE.search(text, max(0, position - 70), position)
        if found is None:
            return
        yield found.start(), found[0].strip()
        position = found.start()
