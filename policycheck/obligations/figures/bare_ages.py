"""Ages told as shortly as a sign or a cell tells them: "12+", "U10s", "From age | 14 with a parent", "Ages | any"."""

import re
from collections.abc import Iterator

from policycheck.domain.obligations import Comparator
from policycheck.lexicon.data import load
from policycheck.obligations.cues import words_in
from policycheck.obligations.figures.numbers import NUMBER, has_number, read_number

_I = re.IGNORECASE
Read = tuple[int, int, Comparator, float]
_END = (
    r"(?=\s?(?:$|[.,;:|()!?/–]|[-+]\s)|"
    r"\s(?:only|if|with|without|unless|when|must|may|can|who|and|or|but|to|on|at|in|are|is|for|by|as|plus)\b)"
)
_UP = r"(?:(?:and|or|&)\s(?:over|above|older|upwards?|up|more)|upwards?|plus|\+)"
_DOWN = r"(?:(?:and|or|&)\s(?:under|below|younger|down|less))"
# "12+", but not "12+ years" in a post or "£5+".
_PLUS = re.compile(rf"(?<![\w£.,:/+-])(?P<age>\d{{1,2}})\+{_END}")
_UNDER_SIGN = re.compile(r"\bU-?(?P<age>\d{1,2})(?:['’]?s)?\b(?!-?\d)")
# "67s and over", "under tens", "the over-sixties"
_MANY = re.compile(
    rf"(?<![\w£])(?P<age>\d{{1,2}})['’]?s\s(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?=\W|$)|"
    r"\b(?:(?P<over>over|above)|under|below)[-\s](?P<plural>tens|twelves|sixes|fives|sevens|eights|nines|elevens|(?:thir|four|fif|six|seven|eigh|nine)teens|"
    r"twenties|thirties|forties|fifties|sixties|seventies|eighties)\b|"
    r"\b(?P<over_many>over|above)[-\s](?P<many>\d{1,2})['’]?s\b",
    _I,
)
# "3 yrs up", "someone of 16 or 17"
_YEARS_UP = re.compile(
    r"(?<![\w£.,:/+-])(?P<age>\d{1,2})\s?(?:yrs?|years?)\s(?:up|upwards?|and\sup|plus)\b", _I
)
# ... "a pupil of twelve or thirteen", not "pupils of two or three schools"
_GROWING = (
    r"(?:pupils?|students?|apprentices?|trainees?|learners?|workers?|volunteers?|helpers?)\s(?:of|aged)\s"
    r"(?!(?:\d|one|two|three|four|five|six|seven|eight|nine)\s)"
)
_OF_TWO = re.compile(
    rf"\b(?:{_GROWING}|(?:someone|somebody|anyone|anybody|those|people|persons?|child(?:ren)?|youngsters?|boys?|girls?|lads?|kids?)\s(?:of|aged)\s)"
    rf"(?P<age>{NUMBER})\s(?:or|and)\s(?P<upper>{NUMBER})\b(?!\s(?:months?|weeks?|days?))",
    _I,
)
# "Campers who are 14 or more", "Six and below get a parcel", "those of ten upwards"
_WHO = (
    r"\b(?:who|they|you|he|she)\s(?:are|is|must\sbe|were)\s(?:only\s|now\s)?|"
    r"\b(?:those|anyone|anybody|everyone|everybody|nobody)\s(?:of\s|aged\s)?"
)
_PLAY = (
    r"(?:get|gets|go|goes|have|pay|pays|come|comes|eat|play|ride|swim|travel|"
    r"can|may|must|need|should|are|stay|wear|sit|only)"
)
_TOLD = re.compile(
    rf"(?:{_WHO})(?P<age>{NUMBER})\s(?:(?P<up>{_UP})|(?P<down>{_DOWN})){_END}(?!\s(?:in|to|on|at|by|for|as)\s(?:number|all|total|a|an|the|each)\b)|"
    rf"(?:^|[.?!:;|]\s)(?P<first>{NUMBER})\s(?:(?P<first_up>(?:and|or)\s(?:over|older|up(?:wards?)?)|upwards?)|(?P<first_down>(?:and|or)\s(?:under|below|younger|down)))\s{_PLAY}\b",
    _I,
)
_CELL = re.compile(r"(?:^|;\s|\|\s)(?P<column>[^:;|]{1,60}):\s(?P<cell>[^;|]+)")
_BARE = re.compile(
    rf"\s?(?:aged?\s)?(?:(?P<most>(?:up\s)?to)\s|(?P<least>from)\s)?(?P<age>{NUMBER})(?:\s?(?:-|–|to|and|or)\s?(?P<upper>{NUMBER}))?"
    r"(?P<years>\s(?:years?|yrs?)(?:\sold|\sof\sage)?)?"
    rf"\s?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))?{_END}",
    _I,
)
_PART = re.compile(r"[,(/]\s?|^\s?")
_ANY_CELL = re.compile(
    r"\s?(?:any(?:\sage)?|all(?:\sages)?|no\s(?:limit|minimum|lower\slimit)|none)(?=\s?(?:$|[.,;|(]))", _I
)
# "All ages welcome", "there is no lower age limit"; "machines for customers of any age" are mostly other machines.
_ANY = re.compile(
    r"\b(?:all\sages\s(?:(?:are\s)?(?:welcome|admitted)|may|can)\b|no\s(?:(?:lower|minimum)\s)?age\s(?:limit|bar|restriction)s?\b|"
    r"no\sminimum\sage\b|babes\sin\sarms\b)",
    _I,
)
_NOBODY = re.compile(r"\b(?:no|not|nobody|never|none|neither)\b[^.;:]*$", _I)
_YOUNGEST, _OLDEST = 2, 120


def find_bare_ages(text: str) -> Iterator[Read]:
    """Yield where a text tells an age in few words, how it is bounded and the age."""
    for found in _PLUS.finditer(text):
        yield found.start(), found.end(), Comparator.AT_LEAST, float(found["age"])
    for found in _UNDER_SIGN.finditer(text):
        yield found.start(), found.end(), Comparator.AT_MOST, float(found["age"]) - 1
    for found in _YEARS_UP.finditer(text):
        yield found.start(), found.end(), Comparator.AT_LEAST, float(found["age"])
    for found in _OF_TWO.finditer(text):
        age, upper = read_number(found["age"]) or 0.0, read_number(found["upper"]) or 0.0
        if _YOUNGEST <= age < upper < _OLDEST:
            yield found.start("age"), found.end("age"), Comparator.AT_LEAST, age
            yield found.start("upper"), found.end("upper"), Comparator.AT_MOST, upper
    for found in _MANY.finditer(text):
        yield _many(found)
    if has_number(text):
        for told in _TOLD.finditer(text):
            value = read_number(told["age"] or told["first"])
            if value is not None and _YOUNGEST <= value < _OLDEST:
                up = told["up"] or told["first_up"]
                place = told.start("age" if told["age"] else "first")
                yield place, told.end(), Comparator.AT_LEAST if up else Comparator.AT_MOST, value
    if ": " in text:
        yield from _cells(text)


def find_any_age(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a text says that people of any age are meant."""
    if words_in(text).isdisjoint(("age", "ages", "young", "babes", "aged", "old", "youngest")):
        return
    for found in _ANY.finditer(text):
        if not found[0].lower().startswith("no ") and _NOBODY.search(text[: found.start()]):
            continue
        yield found.span()
    for cell in _CELL.finditer(text):
        any_age = _ANY_CELL.match(cell["cell"])
        if any_age is not None and _heading(cell["column"]) in ("least", "plain"):
            yield cell.start("cell"), cell.start("cell") + any_age.end()


def _many(found: re.Match[str]) -> Read:
    words = found["age"] or found["plural"] or found["many"]
    value = float(words) if words.isdigit() else _plural(words.lower())
    over = found["up"] or found["over"] or found["over_many"]
    shift = 0 if over or found["down"] else -1
    return found.start(), found.end(), Comparator.AT_LEAST if over else Comparator.AT_MOST, value + shift


def _plural(words: str) -> float:
    """Return the number of "sixties" and "twelves"."""
    single = f"{words.removesuffix('ies')}y" if words.endswith("ies") else words
    for ending in ("es", "s", ""):
        value = read_number(single.removesuffix(ending))
        if single.endswith(ending) and value is not None:
            return value
    return 0.0


def _cells(text: str) -> Iterator[Read]:
    for found in _CELL.finditer(text):
        heading = _heading(found["column"])
        if heading:
            for part in _PART.finditer(found["cell"]):
                bare = _BARE.match(found["cell"], part.end())
                if bare is not None:
                    yield from _in_cell(found.start("cell"), bare, heading)
                    break


def _in_cell(at: int, bare: re.Match[str], heading: str) -> Iterator[Read]:
    age, upper = read_number(bare["age"]) or 0.0, read_number(bare["upper"] or "")
    if not _YOUNGEST <= age < _OLDEST or (heading == "people" and not _bounded(bare)):
        return
    if upper is not None and age < upper < _OLDEST:
        yield at + bare.start("age"), at + bare.end("age"), Comparator.AT_LEAST, age
        yield at + bare.start("upper"), at + bare.end(), Comparator.AT_MOST, upper
        return
    bound = {"least": Comparator.AT_LEAST, "most": Comparator.AT_MOST}.get(heading, Comparator.EXACTLY)
    bound = _bounded(bare) or bound
    yield at + bare.start(), at + bare.end(), bound, age


def _bounded(bare: re.Match[str]) -> Comparator | None:
    if bare["up"] or bare["least"]:
        return Comparator.AT_LEAST
    return Comparator.AT_MOST if bare["down"] or bare["most"] else None


def _heading(column: str) -> str:
    """Return how a column's heading has its bare numbers read, "" where they are no ages."""
    words = " ".join(re.findall(r"[a-z]+", column.lower()))
    headings = load("ages")["headings"]
    for bound in ("least", "most"):
        if any(re.search(rf"\b{name.replace('.', '')}\b", words) for name in headings[bound]):
            return bound
    if any(re.search(rf"\b{name}\b", words) for name in headings["plain"]):
        return "plain"
    return "people" if words in headings["people"] else ""
