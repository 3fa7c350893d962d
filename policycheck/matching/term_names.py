"""When two defined terms are one: the same words, in full or clipped, by either of two names, of whomever said."""

import re
from functools import lru_cache

from policycheck.lexicon.data import load
from policycheck.lexicon.roles import find_roles
from policycheck.lexicon.words import stem

_ALPHA = re.compile(r"[a-z]+")
_SHORTEST_ROOT = 4
_SMALL = frozenset(("a", "an", "the", "of", "our", "your", "any", "each", "every", "in", "for"))


@lru_cache(maxsize=4096)
def term_words(term: str) -> frozenset[str]:
    """Return the roots of a term's words: "persistent absence" and "persistently absent" have the same."""
    lowered = term.lower().replace("’s", "").replace("'s", "")
    return frozenset(
        root_of(word) for word in _ALPHA.findall(lowered) if word not in _SMALL and len(word) > 1
    )


def root_of(word: str) -> str:
    """Return what a word of a term shares with its relations: "persistent" and "persistence" have one root."""
    root = stem(word)
    for ending, instead in (
        ("enc", "en"),
        ("ent", "en"),
        ("anc", "an"),
        ("ant", "an"),
        ("ency", "en"),
        ("ancy", "an"),
    ):
        if root.endswith(ending) and len(root) > _SHORTEST_ROOT:
            return root.removesuffix(ending) + instead
    return root


@lru_cache(maxsize=4096)
def is_anybody(word: str) -> bool:
    """Tell whether a word of a term only says that somebody is meant: "person", "tenant"."""
    return word in load("meanings")["anybody"] or bool(find_roles(word))


_IN_BRACKETS = re.compile(r"^(?P<outer>[^()]*)\((?P<inner>[^()]+)\)\s*$")


@lru_cache(maxsize=4096)
def names_of(term: str) -> tuple[str, ...]:
    """Return the names that a term is given by: "RED (last days)" is "RED" and "last days" too."""
    found = _IN_BRACKETS.match(term)
    if found is None:
        return (term,)
    return (term, *(one.strip() for one in found.groups() if one.strip()))


def is_one_term(a: str, b: str) -> bool:
    """Tell whether two terms are one: the same words, whoever they are said of ("vulnerable", of a "tenant")."""
    return any(_is_one_name(x, y) for x in names_of(a) for y in names_of(b))


@lru_cache(maxsize=65536)
def _is_one_name(a: str, b: str) -> bool:
    ours, theirs = term_words(a), term_words(b)
    if not ours or not theirs:
        return False
    longer, shorter = (ours, theirs) if len(ours) >= len(theirs) else (theirs, ours)
    further = longer - shorter
    if shorter <= longer:
        return all(is_anybody(word) for word in further) or _is_said_of_a_thing(shorter, a, b)
    return len(further) == 1 == len(shorter - longer) and _are_one_clipped(a, b)


_QUALITY = re.compile(
    r"(?:ed|able|ible|ent|ant|al|ive|ous|ic|ful|less|late|heavy|long|short|safe|new|old|empty|high|low|due|idle|fit|open|dry|wet|raw|ripe|fresh|sick|ill|big|small|large|minor|major|poor|weak|frail|young|early)$"
)


def _is_said_of_a_thing(shorter: frozenset[str], a: str, b: str) -> bool:
    """Tell "overdue" and "overdue book": a quality, and what has it."""
    short, long = sorted((a.lower().split(), b.lower().split()), key=len)
    return (
        len(short) == 1 == len(shorter)
        and len(long) == 2
        and long[0] == short[0]
        and bool(_QUALITY.search(short[0]))
    )


def _are_one_clipped(a: str, b: str) -> bool:
    """Tell "missed appt" and "missed appointment"."""
    ours, theirs = ([w for w in _ALPHA.findall(one.lower()) if w not in _SMALL] for one in (a, b))
    if len(ours) != len(theirs):
        return False
    return all(
        x == y or root_of(x) == root_of(y) or _is_clipped(*sorted((x, y), key=len))
        for x, y in zip(ours, theirs, strict=True)
    )


_CLIPPED = 2
_MOST_OF = 0.8


def _is_clipped(short: str, long: str) -> bool:
    """Tell whether a word is another with letters left out: "appt", "mgr", "dept", "asst"."""
    if not _CLIPPED < len(short) < _MOST_OF * len(long) or short[0] != long[0]:
        return False
    if long.startswith(short):
        return len(short) > _CLIPPED + 1 or short[-1] not in "aeiou"
    letters = iter(long)
    return short[-1] == long.rstrip("s")[-1] and all(letter in letters for letter in short)
