"""Prints a counter the way a list format asks: figures, letters, romans, words."""

from collections.abc import Callable

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_TEENS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen
"""
_ONES = _TEENS.title().split()
_TENS = ["Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"]
_ODD_ORDINALS = {
    "One": "First",
    "Two": "Second",
    "Three": "Third",
    "Five": "Fifth",
    "Eight": "Eighth",
    "Nine": "Ninth",
    "Twelve": "Twelfth",
}


def format_number(number: int, style: str) -> str:
    """Return `number` as the format `style` (Word's names) prints it; an unknown format prints figures."""
    if style == "none":
        return ""
    if style.isdecimal():  # "001": padded with noughts to that width
        return f"{number:0{len(style)}d}"
    return _FORMATS.get(style, str)(number)


def letters(number: int) -> str:
    """Return a to z, then aa, bb, cc: the way Word counts."""
    if number < 1:
        return ""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def column_letters(number: int) -> str:
    """Return a to z, then aa, ab, ac: the way spreadsheet columns, browsers and OpenDocument count."""
    text = ""
    while number > 0:
        number, place = divmod(number - 1, 26)
        text = chr(ord("a") + place) + text
    return text


def roman(number: int) -> str:
    """Return a lower-case roman number; empty below one."""
    text = ""
    for size, digits in _ROMAN:
        times, number = divmod(number, size) if number > 0 else (0, 0)
        text += digits * times
    return text


def ordinal(number: int) -> str:
    """Return 1st, 2nd, 3rd, 4th."""
    if 10 <= number % 100 <= 20:
        return f"{number}th"
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def cardinal_text(number: int) -> str:
    """Return One, Two, Twenty-one; figures from a hundred on."""
    if not 0 <= number < 100:
        return str(number)
    if number < 20:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens - 2] + (f"-{_ONES[ones].lower()}" if ones else "")


def ordinal_text(number: int) -> str:
    """Return First, Second, Twenty-first; 100th from a hundred on."""
    words = cardinal_text(number)
    if words.isdigit():
        return ordinal(number)
    stem, dash, last = words.rpartition("-")
    odd = _ODD_ORDINALS.get(last.capitalize())
    if odd is not None:
        ending = odd.lower() if dash else odd
    else:
        ending = last[:-1] + "ieth" if last.endswith("y") else last + "th"
    return stem + dash + ending


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerColumn": column_letters,
    "upperColumn": lambda number: column_letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "decimalEnclosedParen": lambda number: f"({number})",
    "decimalEnclosedFullstop": lambda number: f"{number}.",
    "numberInDash": lambda number: f"- {number} -",
    "ordinal": ordinal,
    "cardinalText": cardinal_text,
    "ordinalText": ordinal_text,
}
