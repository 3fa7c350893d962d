"""Recognises the numbers, letters and bullets that authors type or print in front of a paragraph."""

import re

BULLETS = "•●○◦▪▫■□◆◇‣⁃∙►▸➢➤✓✔❖❑\uf0b7\uf0a7\uf0d8\uf0fc\uf06e\uf06c\uf0a8\uf076\uf02d\uf071"
# A box to tick, drawn or typed: "☐ Lock the gate", "- [ ] Lock the gate".
_BOX = r"(?:[☐☑☒]\ufe0f?\s*|\[[ xX✓]\]\s+)"
_BULLET = re.compile(rf"^(?:(?:[{BULLETS}]+\s*|[-–—o]\s+)?{_BOX}|[{BULLETS}]+\s*|[-–—o]\s+)(?=\S)")
_BOX_IN_FRONT = re.compile(rf"^{_BOX}(?=\S)")
_LONE_BULLET = re.compile(rf"^(?:[{BULLETS}]+|[-–—])$")

_ROMAN = r"(?:x{0,3}(?:ix|iv|v?i{1,3}|v)|x{1,3})"
_LETTERS = "(?:[a-z]|aa|bb|cc|dd|ee|ff|gg|hh|za|zb)"
# Labels that nothing else looks like, whatever follows.
_SURE = re.compile(
    rf"^(?:\((?:{_LETTERS}|{_ROMAN}|[A-Z]|\d{{1,3}}[A-Z]{{0,2}})\)|(?:[a-z]|{_ROMAN}|\d{{1,3}})\))(?=\s|$)"
)
# Labels that could be a figure or an initial: only before a capital, a quotation mark or a bracket.
_LIKELY = re.compile(
    rf"^(?:[A-Z]{{0,2}}\d{{1,3}}[A-Z]?(?:\.\d{{1,3}}[A-Z]{{0,2}}){{1,5}}\.?|\d{{1,3}}[A-Z]?\.|[A-Z]{{1,2}}\d{{1,3}}\.|"
    rf"[a-z]\.|{_ROMAN}\.)"
    r"(?=\s+[A-Z“\"‘'(\[]|\s*$)"
)
# Labels that only a wide gap, a tab or a heading makes one.
_BARE = re.compile(
    rf"^(?:[A-Z]{{0,2}}\d{{1,3}}[A-Z]{{0,2}}(?:\.\d{{1,3}}[A-Z]{{0,2}}){{0,5}}[.):]?|[A-Za-z][.)]|{_ROMAN}[.)]|[A-Z])(?=\s|$)"
)
_BARE_NUMBER = re.compile(r"^\d{1,3}(?:\.\d{1,3}){0,5}[.):]?(?=\s+[A-Z“\"‘'(\[])")


def split_label(text: str, *, wide_gap: bool = False, heading: bool = False) -> tuple[str, str]:
    """Split a typed number off the front of `text`: ("4.2", "The officer must ..."), or ("", text).

    `wide_gap` says that a tab or a gap wider than a space follows the first word; `heading` that the text is
    a heading. Both make a bare number ("12", "4") a label.
    """
    patterns = [_SURE, _LIKELY]
    if heading:
        patterns.append(_BARE_NUMBER)
    if wide_gap:
        patterns.append(_BARE)
    for pattern in patterns:
        found = pattern.match(text)
        if found:
            return found.group(), text[found.end() :].lstrip()
    return "", text


def split_bullet(text: str) -> tuple[bool, str]:
    """Say whether `text` opens with a bullet, and return it without."""
    found = _BULLET.match(text)
    return (True, text[found.end() :]) if found else (False, text)


def without_box(text: str) -> str:
    """Return the text of a list item without a box to tick in front."""
    return _BOX_IN_FRONT.sub("", text)


def is_lone_mark(text: str) -> bool:
    """Whether `text` is nothing but a label or a bullet, whose paragraph stands beside it."""
    word = text.strip()
    if _LONE_BULLET.match(word):
        return True
    label, rest = split_label(word, wide_gap=True)
    return bool(label) and not rest


def label_depth(label: str) -> int:
    """Return how deep a decimal label is: 1 for "4." or "4", 2 for "4.2"; 0 for any other label."""
    if not re.fullmatch(r"[A-Z]{0,2}\d+[A-Z]{0,2}(?:\.\d+[A-Z]{0,2})*[.):]?", label):
        return 0
    return label.rstrip(".):").count(".") + 1
