"""Reads printed numbers ("4.2", "(a)", "12.—(1)") and says which could follow which."""

import re
from dataclasses import dataclass
from enum import StrEnum
from string import ascii_uppercase


class Shape(StrEnum):
    """How a number is printed; a list keeps to one shape."""

    DECIMAL = "decimal"  # 4.2, A1.3, A1: complete in itself
    PLAIN = "plain"  # 5, 5., A.
    HALF = "half"  # 5), a)
    BRACKET = "bracket"  # (5), (a)


class Alphabet(StrEnum):
    """What a number counts with."""

    FIGURES = "figures"
    LETTERS = "letters"
    CAPITALS = "capitals"
    ROMAN = "roman"
    ROMAN_CAPITALS = "roman capitals"


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a number: `place` counts from 1, `inserted` is the "A" of "3A"."""

    alphabet: Alphabet
    place: int
    inserted: str = ""

    @property
    def is_first(self) -> bool:
        return self.place == 1 and not self.inserted

    def follows(self, before: "Reading") -> bool:
        """Tell whether this comes directly after `before`, counting inserted numbers such as 3A."""
        if self.alphabet is not before.alphabet:
            return False
        if self.place == before.place:
            return self._order > before._order
        return self.place == before.place + 1

    def comes_later_than(self, before: "Reading") -> bool:
        """Tell whether this comes somewhere after `before` in the same list."""
        return self.alphabet is before.alphabet and self._order > before._order

    @property
    def _order(self) -> tuple[int, int, str]:
        """Sort 3, 3ZA, 3A, 3B: what is inserted before 3A is numbered with a Z."""
        early = len(self.inserted) > 1 and self.inserted[0] in "Zz"
        return self.place, 0 if not self.inserted else 1 if early else 2, self.inserted


@dataclass(frozen=True, slots=True)
class Mark:
    """One printed number: `core` without its punctuation."""

    core: str
    shape: Shape

    @property
    def is_figure(self) -> bool:
        return self.core[:1].isdigit()

    def readings(self) -> tuple[Reading, ...]:
        """Return every way to read the number, the likelier first."""
        if self.shape is Shape.DECIMAL:
            return ()
        if re.fullmatch(r"[A-Z]{1,2}\d{1,3}", self.core):  # (A1) is inserted before (1)
            return (Reading(Alphabet.FIGURES, int(self.core.lstrip(ascii_uppercase)) - 1, self.core),)
        if self.is_figure:
            digits = re.match(r"\d+", self.core)
            size = len(digits.group()) if digits else 0
            return (Reading(Alphabet.FIGURES, int(self.core[:size]), self.core[size:]),)
        letters = Reading(
            Alphabet.CAPITALS if self.core.isupper() else Alphabet.LETTERS,
            ord(self.core[0].lower()) - 96,
            self.core[1:].lower(),
        )
        value = roman_value(self.core.lower())
        if value == 0:
            return (letters,)
        roman = Reading(Alphabet.ROMAN_CAPITALS if self.core.isupper() else Alphabet.ROMAN, value)
        return (roman, letters) if len(self.core) > 1 or value == 1 else (letters, roman)


_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ROMAN = re.compile(r"^m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$")


def roman_value(text: str) -> int:
    """Return the value of a lower-case roman number, 0 where it is none."""
    if not text or not _ROMAN.match(text):
        return 0
    values = [_ROMAN_DIGITS[letter] for letter in text]
    return sum(-value if value < max(values[index:]) else value for index, value in enumerate(values))


_NUMBER = r"\d{1,3}[A-Z]{0,3}"
_DECIMAL = rf"(?:\d{{1,3}}[A-Z]{{0,2}}|[A-Z]{{1,2}}\d{{0,3}})(?:\.{_NUMBER})+"
_BRACKETS = re.compile(r"\s?\(([0-9]{1,3}[A-Z]{0,3}|[A-Z]{1,2}[0-9]{1,3}|[a-z]{1,5}|[A-Z]{1,4})\)")
_NAMED = re.compile(
    rf"(?:Regulation|Section|Article|Rule|Standard|Paragraph|Clause|Principle|Reg|Sec|Para|Art)\.?\s+"
    rf"({_DECIMAL}|{_NUMBER})(?=\s*[:.—–-]\s|\s|$)\s*[:.—–-]*",
    re.IGNORECASE,
)
_LETTERED = r"[A-Z]\d{1,2}"
_FRONT = re.compile(
    rf"(?:(?P<decimal>{_DECIMAL}|{_LETTERED}(?!\w))|(?P<plain>{_NUMBER}|[ivx]{{2,5}}|[IVX]{{2,5}}|[A-Za-z]))"
)
_AFTER_DECIMAL = re.compile(r"[.):]?(?=\s|$|[—–(])\s*(?:[—–-]\s*(?=\(|[A-Z“\"‘]))?")
_AFTER_PLAIN = re.compile(r"(?P<mark>[.):])?(?=\s|$|[—–(])\s*(?:[—–-]\s*(?=\(|[A-Z“\"‘]))?")
_SENTENCE = re.compile(r"[A-Z“\"‘'(\[£0-9]|$")
_WORDS_IN_BRACKETS_TEXT = (
    "as at be by do go he if in is it me my no of on or so to up us we an am and the see not any all non"
)
_WORDS_IN_BRACKETS = frozenset(_WORDS_IN_BRACKETS_TEXT.split())


@dataclass(frozen=True, slots=True)
class Typed:
    """A number found at the start of a text: `sure` when nothing else looks like it."""

    marks: tuple[Mark, ...]
    rest: str
    sure: bool
    named: bool = False


def read_label(label: str) -> tuple[Mark, ...]:
    """Return the marks of a label that a format gives apart from its text: "4.2(a)", "Article 5", "(iv)"."""
    text = label.strip()
    found = find_typed(text, named=True)
    if found is not None and not found.rest:
        return found.marks
    return ()


def find_typed(text: str, *, named: bool = False) -> Typed | None:
    """Find a number at the start of `text`; `named` also reads "Regulation 5: ..." and its like.

    The answer is a candidate: "10 Working days" and "A. Smith" come back unsure.
    """
    if named:
        found = _NAMED.match(text)
        if found:
            core = found.group(1)
            mark = Mark(core, Shape.DECIMAL if "." in core else Shape.PLAIN)
            marks, rest = _with_brackets((mark,), text[found.end() :])
            return Typed(marks, rest, sure=True, named=True)
    if text.startswith("("):
        marks, rest = _with_brackets((), text)
        return Typed(marks, rest, sure=True) if marks else None
    return _find_front(text)


def _find_front(text: str) -> Typed | None:
    found = _FRONT.match(text)
    if found is None:
        return None
    decimal = found.group("decimal")
    core = decimal or found.group("plain")
    after = (_AFTER_DECIMAL if decimal else _AFTER_PLAIN).match(text, found.end())
    if after is None:
        return None
    rest = text[after.end() :]
    if decimal and "." not in core and not (_SENTENCE.match(rest) or text[found.end()] in ".):"):
        return None  # "A4 paper"
    if decimal:
        marks, rest = _with_brackets((Mark(core, Shape.DECIMAL),), rest)
        # "A4 Posters" may be no number.
        return Typed(marks, rest, sure="." in core and bool(_SENTENCE.match(rest)))
    punctuation = after.group("mark") or ""
    if not _may_open(core, punctuation, rest):
        return None
    marks, rest = _with_brackets((Mark(core, Shape.HALF if punctuation == ")" else Shape.PLAIN),), rest)
    return Typed(marks, rest, sure=len(marks) > 1 or (not rest and bool(punctuation)))


def _may_open(core: str, punctuation: str, rest: str) -> bool:
    """Tell whether a plain number or letter can be a label before `rest`: not "10 days" or "A child"."""
    sentence = bool(_SENTENCE.match(rest))
    if core[0].isdigit():
        return bool(punctuation) or sentence
    return punctuation == ")" or (punctuation == "." and sentence)


def _with_brackets(marks: tuple[Mark, ...], text: str) -> tuple[tuple[Mark, ...], str]:
    """Read the bracketed numbers that follow, and return them with the rest of the text."""
    position = 0
    while True:
        found = _BRACKETS.match(text, position)
        if found is None or not _may_be_number(found.group(1)) or not _ends_well(text, found.end()):
            break
        marks = (*marks, Mark(found.group(1), Shape.BRACKET))
        position = found.end()
    rest = text[position:].lstrip()
    if marks and rest.startswith((". ", "— ", "– ", "- ")):
        rest = rest[2:].lstrip()
    return marks, rest


def _may_be_number(core: str) -> bool:
    if core[-1].isdigit() or core[0].isdigit() or len(core) == 1:
        return True
    if roman_value(core.lower()):
        return True
    return len(core) <= 2 and core.lower() not in _WORDS_IN_BRACKETS


def _ends_well(text: str, position: int) -> bool:
    following = text[position : position + 1]
    return following == "" or following.isspace() or following in '(.—–“"‘' or following.isupper()
