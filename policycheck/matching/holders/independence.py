"""Who may not act because of a tie to the matter, who acts although tied, and what only one person may do.

Nobody judges their own cause: texts say it in two ways, by asking for somebody with no part in the matter, or by
shutting out those who had one. A text that gives the act to somebody so tied breaks it, whatever they are called.
"""

import re
from functools import cache, lru_cache

from policycheck.domain.obligations import Modality
from policycheck.lexicon.data import load
from policycheck.lexicon.phrases import phrases_of, whole
from policycheck.lexicon.roles import acts_for, find_roles, is_charged
from policycheck.lexicon.words import content_words, stem, stop_words
from policycheck.matching.forbidding import forbids
from policycheck.matching.statements import Statement

_BY_ONE_WHO = re.compile(r"\bby\s(?:[\w’'-]+\s){1,3}(?:who|whose|that)\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:not|never|cannot)\b", re.IGNORECASE)
# "And never by the officer" who investigated.
_DENIED_BEFORE = re.compile(
    r"\b(?:not|never|nor)\s(?:by\s|to\s)?(?:the\s|an?\s|any\s)?(?:[\w-]+\s){0,2}$", re.IGNORECASE
)
_ONLY = re.compile(
    r"^(?:only|solely)\s(?!if|when|where|in|for|after|once|then|as)|\balone\s(?:may|must|can|shall|will|should|has|have|is|are|decid|approv|sign)|"
    r",?\sand\snot\s(?:the|an?)\s(?![\w’'-]+\s(?:more|longer|later|over|sooner|earlier|less|further)\b)",
    re.IGNORECASE,
)
# "Not given to anyone except a guest" says who receives, and nothing of who gives.
_RECEIVES = re.compile(r"\b(?:to|from|with|of|for|on|about)\s$", re.IGNORECASE)
_UNLESS_AGREED = re.compile(
    r"\b(?:unless|without|until)\s(?P<who>[^.;]{0,60})\b(?:agree|approv|authoris|consent|permission|sign|confirm)",
    re.IGNORECASE,
)


@cache
def _tied() -> re.Pattern[str]:
    return re.compile(f"{whole(load('independence')['tied'])}|{_who_dealt()}", re.IGNORECASE)


def _who_dealt() -> str:
    dealt = "|".join(load("independence")["dealt"])
    return rf"\b(?:who|whoever|whom|that)\s(?:also\s|has\s|have\s|had\s|first\s|originally\s|officer\s){{0,2}}(?:{dealt})\b"  # noqa: E501 - one pattern


@cache
def _shut_out() -> re.Pattern[str]:
    return re.compile(rf"{_who_dealt()}|{_BY_ONE_WHO.pattern}", re.IGNORECASE)


def _forbids(statement: Statement) -> bool:
    return statement.said is not None and statement.said.modality is Modality.PROHIBITION


@lru_cache(maxsize=8192)
def denies(statement: Statement) -> bool:
    """Tell whether a statement says what is not to be done, or who must not."""
    return _forbids(statement) or statement.text.lower().startswith(("no ", "nobody", "neither", "none"))


@lru_cache(maxsize=8192)
def names_shut_out(statement: Statement) -> str:
    """Return the words by which a ban names whom it shuts out by what they did: "by the officer who", "who made"."""
    found = _shut_out().search(statement.text)
    return found[0] if found else ""


@lru_cache(maxsize=8192)
def wants_apart(statement: Statement) -> str:
    """Return the words by which a statement asks for somebody free of the matter, "" where it does not."""
    found = phrases_of("independence", "apart").search(statement.text)
    if found is None and denies(statement):
        return names_shut_out(statement)
    return found[0] if found else ""


@lru_cache(maxsize=8192)
def acts_tied(statement: Statement) -> str:
    """Return the words by which a statement lets somebody act who has a tie to the matter, "" where it does not."""
    if wants_apart(statement) or denies(statement):
        return ""
    found = _tied().search(statement.text)
    if found is None and statement.said is not None and statement.said.modality is Modality.PERMISSION:
        found = phrases_of("independence", "interested").search(statement.text)
    if (
        found is None
        or _DENIED.search(statement.text, found.end())
        or _DENIED_BEFORE.search(statement.text[: found.start()])
    ):
        return ""
    return found[0]


@lru_cache(maxsize=8192)
def reserves(statement: Statement) -> str:
    """Return the words by which a statement keeps an act for one person, "" where it does not."""
    for pattern in (phrases_of("independence", "alone"), _ONLY):
        found = pattern.search(statement.text)
        if found and not (
            found[0].lower().startswith("any") and _RECEIVES.search(statement.text, 0, found.start())
        ):
            return found[0].strip(" ,")
    leave = _UNLESS_AGREED.search(statement.text) if denies(statement) else None
    return leave[0] if leave and is_charged(leave["who"]) else ""


# "Who must not be the head chef", "neither the head nor the bursar may": posts that are shut out by name.
_BARRED = (
    re.compile(
        r"\b(?:must|shall|may|should|can)\s(?:not|never)\s(?:also\s)?(?:be|appoint(?:\sas\s(?:an?\s)?[\w-]+)?)\s"
        r"(?:the|an?|its|his|her|their)\s(?P<who>[^.;]+)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bneither\s(?P<who>[^.;,]+?\snor\s[^.;,]+?)\s(?:may|shall|must|can|will|should|is|are)\b",
        re.IGNORECASE,
    ),
)
_ONE_OF = re.compile(r",|;|\b(?:or|nor|and|who|whose|which|that|of\sthe\spremises)\b", re.IGNORECASE)


@lru_cache(maxsize=8192)
def barred(statement: Statement) -> tuple[tuple[str, frozenset[str]], ...]:
    """Return each post that a statement shuts out by name, as written and its words: "must not be the head chef"."""
    if statement.said is None:
        return ()
    found = (pattern.search(statement.text) for pattern in _BARRED)
    posts = ((one[0], _post(named)) for one in found if one for named in _ONE_OF.split(one["who"]))
    return tuple((written, post) for written, post in posts if post - anybody())


def _post(holder: str) -> frozenset[str]:
    return _title_words(holder) - _stems("articles")


_ACTING = re.compile(
    r"(?P<who>(?:[\w’'-]+\s){1,5}?)(?:acts?\sas|is\s(?:also\s)?appointed|is\salso|serves?\sas|doubles\s(?:up\s)?as)\b",
    re.IGNORECASE,
)


def shuts_out(rule: Statement, other: Statement) -> tuple[str, str] | None:
    """Return the words by which a rule shuts out whoever acts by another statement, and those that name them there.

    None where it does not: advice shuts out only those with a tie.
    """
    asked = wants_apart(rule)
    tie = asked and acts_tied(other)
    if tie:
        return asked, tie
    return _by_place_of_work(rule, other) or _by_name(rule, other) or _by_keeping(rule, other)


# Words of a title that say where its holder works: "lamp room" of "lamp room keeper".
_OF_A_PLACE = 2


def _by_place_of_work(rule: Statement, other: Statement) -> tuple[str, str] | None:
    """Somebody called after the work that the rule asks to be free of: the lamp room keeper."""
    apart, free_of = _free_of(rule)
    if not apart or denies(other) or wants_apart(other):
        return None
    holder = holder_of(other)
    if len((_title_words(holder) - _stems("titles")) & free_of) < _OF_A_PLACE:
        return None
    return apart, holder


@lru_cache(maxsize=8192)
def _free_of(rule: Statement) -> tuple[str, frozenset[str]]:
    """Return the word by which a rule asks to be free of some work, "" for none, and the words of that work."""
    apart = phrases_of("independence", "apart").search(rule.text)
    if apart is None:
        return "", frozenset()
    return apart[0], frozenset(_title_words(re.split(r"[,;.]", rule.text[apart.end() :])[0]))


def _by_name(rule: Statement, other: Statement) -> tuple[str, str] | None:
    """Two posts in one hand, or a post that the rule names as shut out."""
    if denies(other):
        return None
    both = _separates(rule)
    double = both and _doubles(other)
    if double:
        return both, double
    for written, post in barred(rule):
        for holder in (holder_of(other), _acting_as(other)):
            if post == _post(holder):
                return written, holder.strip()
    return None


@lru_cache(maxsize=8192)
def _separates(rule: Statement) -> str:
    found = phrases_of("independence", "two_posts").search(rule.text)
    return found[0] if found else ""


@lru_cache(maxsize=8192)
def _doubles(other: Statement) -> str:
    found = phrases_of("independence", "doubling").search(other.text)
    return found[0] if found else ""


@lru_cache(maxsize=8192)
def _acting_as(other: Statement) -> str:
    found = _ACTING.search(other.text)
    return found["who"] if found else ""


def _by_keeping(rule: Statement, other: Statement) -> tuple[str, str] | None:
    """An act that the rule keeps for somebody else."""
    if rule.said is None or other.said is None or rule.said.modality is Modality.RECOMMENDATION:
        return None
    kept, holder = reserves(rule), holder_of(other)
    if not kept or not holder or forbids(other.said) or wants_apart(other) or not is_shut_out(holder, rule):
        return None
    if reserves(other) and rule.words & set(content_words(holder)):
        return None  # "the chief officer alone" and "nobody but the Chief Executive"
    leave = _UNLESS_AGREED.search(rule.text)
    if leave and kept == leave[0] and _gives_that_leave(leave["who"], other.text):
        return None  # "not until the warden has approved it" and "by the porter after the warden has approved it"
    return kept, holder


_LEAVE = re.compile(r"\b(?:agree|approv|authoris|consent|permission|sign|confirm)", re.IGNORECASE)


def _gives_that_leave(who: str, text: str) -> bool:
    """Tell whether a text too has the leave of somebody: named there, and some word of leave with them."""
    named = frozenset(content_words(who)) - anybody()
    return bool(named) and named <= frozenset(content_words(text)) and _LEAVE.search(text) is not None


def holder_of(statement: Statement) -> str:
    """Return who acts by a statement, "" where nobody in particular does."""
    return statement.said.duty_holder if statement.said is not None else ""


def holder_means(statement: Statement) -> str:
    """Return whom the document means by the name of whoever acts, or alone may act; "" where it does not say."""
    return statement.said.holder_means if statement.said is not None else ""


_NOBODY_ELSE = re.compile(
    r"\b(?:nobody|no[\s-]one)\s(?:else|but|except)\b|\bpersonally\b|\bin\sperson\b|\bdelegated\b",
    re.IGNORECASE,
)


def is_shut_out(holder: str, reserved: Statement) -> bool:
    """Tell whether a holder is somebody whom a statement that keeps an act for one person does not name."""
    words = set(content_words(holder)) - anybody()
    if _NOBODY_ELSE.search(reserved.text) and (_title_words(holder) - _title_words(reserved.text)) & _stems(
        "ranks"
    ):
        return True  # "by the warden and nobody else" shuts out the deputy
    means = holder_means(reserved)
    named = reserved.words | set(content_words(means))
    if not words or words <= named:
        return False
    roles, kept = find_roles(holder), find_roles(f"{reserved.text} {means}")
    if roles and any(one == other or acts_for(other, one) for one in roles for other in kept):
        return False
    return not words & named or bool(roles and kept)


@cache
def anybody() -> frozenset[str]:
    """Return the words for everybody, which name nobody in particular."""
    return frozenset(content_words(" ".join(load("independence")["anybody"])))


def are_two_posts(a: str, b: str) -> bool:
    """Tell whether two holders are two posts, though one word may stand for both: "the head", "the deputy head"."""
    words_a, words_b = _title_words(a), _title_words(b)
    if not words_a or not words_b or {words_a, words_b} <= _next_above():
        return False
    if (words_a ^ words_b) & _stems("ranks") or (
        not words_a & words_b and min(len(words_a), len(words_b)) > 1
    ):
        return True
    own_a, own_b = words_a - _stems("titles"), words_b - _stems("titles")
    return bool(own_a and own_b) and not own_a & own_b


@lru_cache(maxsize=4096)
def _title_words(holder: str) -> frozenset[str]:
    """Return the words of a title as written: the vocabulary takes a leader, a head and a manager for one."""
    written = re.split(r"\b(?:who|whose|that|,)\b", holder.lower().replace("’s", "").replace("'s", ""))[0]
    return frozenset(stem(word) for word in re.findall(r"[a-z]+", written) if word not in stop_words())


@cache
def _stems(name: str) -> frozenset[str]:
    return frozenset(stem(word) for word in load("independence")[name])


@cache
def _next_above() -> frozenset[frozenset[str]]:
    return frozenset(_title_words(phrase) for phrase in load("independence")["next_above"])
