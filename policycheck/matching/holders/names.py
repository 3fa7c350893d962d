"""Whether two names may be of one person: initials, words of a trade, those who do a work and one of them."""

import re
from functools import cache, lru_cache

from policycheck.lexicon.data import load
from policycheck.lexicon.roles import acts_for, find_roles
from policycheck.lexicon.words import content_words, stem, stop_words
from policycheck.matching.holders.independence import anybody
from policycheck.matching.statements import Statement

_I = re.IGNORECASE


def are_initials(a: str, b: str) -> bool:
    """Tell whether one name is the initials of the other: "PC" of "the principal contractor"."""
    return any(
        len(short) > 1
        and short.isupper()
        and short.lower() in (_first_letters(_OWNER.sub(by, long)) for by in (r"\1 ", ""))
        for short, long in ((_bare(a), b), (_bare(b), a))
    )


_OWNER = re.compile(r"^(.*)(?:['’]s|(?<=s)['’])\s")  # "the yard's foreman": YF, or F alone


def _bare(name: str) -> str:
    """Return a name without its article, and initials of many as those of one: "DC" of "the DCs"."""
    bare = _ARTICLE.sub("", name.strip())
    return bare.removesuffix("s") if bare[:-1].isupper() else bare


_ARTICLE = re.compile(r"(?:the|an?|your|our|their|his|her|each|every|any|one)\s", re.I)


def _is_short(name: str) -> bool:
    return len(_bare(name)) > 1 and _bare(name).isupper()


def _explaining(statement: Statement) -> frozenset[str]:
    """Return the words that stand for a statement's initials in its own document."""
    return statement.words - frozenset(content_words(statement.text))


def is_unexplained(name: str, statement: Statement) -> bool:
    """Tell whether a name is initials that neither the vocabulary nor the document knows: they may be anybody's."""
    return _is_short(name) and not find_roles(name) and not _explaining(statement)


def stands_for(short: str, name: str, statement: Statement) -> bool:
    """Tell whether initials may be of a name: they are, or the text's own document writes them out with a word of it.

    Where it does not, "the TS" may be a supervisor, but is no harbour master.
    """
    if not _is_short(short):
        return False
    explaining = _explaining(statement)
    if explaining:
        return bool(explaining & frozenset(content_words(name)))
    letters = _first_letters(_ARTICLE.sub("", name.strip()))
    return len(letters) == 1 and letters == _bare(short)[-1].lower()


def written_out(name: str, statement: Statement) -> str:
    """Return the words that a statement's own document has for initials, in any order; another name as it is."""
    letters = _bare(name).lower() if _is_short(name) else ""
    words = sorted(word for word in _explaining(statement) if word[0] in letters)
    return " ".join(words) if letters and sorted(word[0] for word in words) == sorted(letters) else name


_INITIALS = re.compile(r"(?:(?:the|an?|your|our|their|his|her|each)\s)?(?-i:([A-Z]{3,6}))s?", re.I)


def is_spelt_out(holder: str, text: str) -> bool:
    """Tell whether a text names in full whom a holder's initials stand for: "the SSW" for "a senior social worker".

    Of two letters too many pairs of words begin with them.
    """
    short = _INITIALS.fullmatch(holder.strip())
    if short is None:
        return False
    return short[1].lower() in _first_letters(text)


def _first_letters(text: str) -> str:
    return "".join(w[0] for w in re.findall(r"[a-z]+", text.lower()) if w not in stop_words())


def may_be_one(a: str, b: str) -> bool:
    """Tell whether two names may be of one person: they share a word of the trade, or one acts for the other."""
    words_a, words_b = title(a), title(b)
    if (words_a ^ words_b) & stems("ranks"):
        return False
    if not words_b or words_a & words_b - stems("titles") or words_a <= words_b or words_b <= words_a:
        return True
    if are_of_one_work(a, b):
        return True
    roles_a, roles_b = set(find_roles(a)), set(find_roles(b))
    known = bool(roles_a and roles_b)  # of a post that no list knows nobody is known to act for it
    return are_initials(a, b) or bool(roles_a & roles_b) or (known and acts_for(a, b))


_WORKING = re.compile(
    r"(?:(?:the|our|an?|any|each|all|every)\s)*(?:members?\sof\s(?:the\s|our\s)?)?(?P<work>[\w’'-]+)\s"
    r"(?:staff|team|crew|desk|office|department|unit|section)(?:\smembers?)?",
    _I,
)
_ALIKE, _ENDING = 5, 3  # letters that two words of one work begin with, and that the first may end in


def are_of_one_work(a: str, b: str) -> bool:
    """Tell whether one name is of those who do a work, the other of one of them: "reception staff", "receptionist"."""
    for group, name in ((a, b), (b, a)):
        found = _WORKING.fullmatch(group.strip())
        work = found["work"].lower() if found else ""
        if work and any(_begin_alike(work, word) for word in re.findall(r"[a-z]+", name.lower())):
            return True
    return False


def _begin_alike(work: str, post: str) -> bool:
    return post.startswith(work[: max(_ALIKE, len(work) - _ENDING)])


@lru_cache(maxsize=8192)
def title(holder: str) -> frozenset[str]:
    """Return the words that tell a holder from others; none for "we", "staff" and "whoever"."""
    return stemmed(holder) - anybody() - stems("articles") - {"whoever"}


@lru_cache(maxsize=8192)
def stemmed(text: str) -> frozenset[str]:
    """Return the stems of the words of a text that mean something."""
    words = re.findall(r"[a-z]+", text.lower().replace("’s", "").replace("'s", ""))
    return frozenset(stem(word) for word in words if word not in stop_words())


@cache
def stems(name: str) -> frozenset[str]:
    """Return the stems of a list of words of titles: "ranks", "titles"."""
    return frozenset(stem(word) for word in load("independence")[name])
