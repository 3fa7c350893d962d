"""Who acts, in whatever words, though a rule keeps the act for another, for a calling, or from those with a tie.

Each way returns the words that ask and those that name who acts, so that both can be shown.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache

from policycheck.lexicon.data import load
from policycheck.lexicon.families import families
from policycheck.lexicon.phrases import compile_phrases, phrases_of
from policycheck.lexicon.roles import is_body
from policycheck.lexicon.words import content_words, stem
from policycheck.matching.forbidding import forbids
from policycheck.matching.holders.acting import acting, addressed, plainly_told
from policycheck.matching.holders.barred_by_name import acts_though_barred
from policycheck.matching.holders.doers import doers
from policycheck.matching.holders.exclusions import Exclusion
from policycheck.matching.holders.independence import anybody, denies, wants_apart
from policycheck.matching.holders.kept_for import kept_for
from policycheck.matching.holders.names import is_unexplained, may_be_one, stands_for, title
from policycheck.matching.holders.twice import acts_twice
from policycheck.matching.statements import Statement

_I = re.IGNORECASE
_Found = tuple[str, str] | None


def shut_out(rule: Statement, other: Statement) -> Exclusion | None:
    """Return how a rule shuts out whoever acts by another statement, None where it does not."""
    if rule.said is None or other.said is None or wants_apart(other):
        return None
    if not other.is_row and denies_first(other):
        return None
    for by, way in _WAYS.items():
        found = way(rule, other)
        if found is not None:
            return Exclusion(*found, by)
    return None


_NOT = re.compile(r"^(?:no|nobody|none|neither|never)\b|\b(?:not|never|cannot)\b|n[’']t\b", _I)
_CLAUSE = re.compile(r"[,;.:]\s|\s(?:since|because|as|so)\s", _I)


@lru_cache(maxsize=8192)
def denies_first(other: Statement) -> bool:
    """Tell whether what a statement says first is denied: not "signs it, since nobody knows it better"."""
    first = _CLAUSE.split(_IN_CASE.sub("", other.text), maxsplit=1)[0]
    if other.reading is not None and forbids(other.reading):
        return other.reading.signal in first or _NOT.search(first) is not None
    return denies(other) and _NOT.search(first) is not None


# "If you do not like the dog, it is your call": the case is denied, and no act.
_IN_CASE = re.compile(r"^(?:if|when|where|once|unless|until)\b[^,;.]{3,100},\s", _I)


def _another(rule: Statement, other: Statement) -> _Found:
    """Another person than the one whom alone the rule lets act."""
    kept = kept_for(rule)
    theirs = kept_for(other) if kept is not None else None
    if kept is None or (theirs is not None and not _BY_HAND.search(theirs.written)):
        return None
    named = (
        (found["who"] for found in _TO.finditer(other.text))
        if _RECEIVES.match(kept.written) and not _is_handed(rule.text, kept.written)
        else acting(other)
    )
    for one in named:
        reader = one.lower() == "you" and not addressed(other)
        if reader or _anybody().search(one) or phrases_of("acting", "yours").search(one):
            return kept.written, one
        if is_unexplained(one, other) or any(stands_for(one, whom, other) for whom in kept.whom):
            continue
        if title(one) and not any(may_be_one(one, whom) for whom in kept.whom):
            return kept.written, one
    return None


def _is_handed(text: str, written: str) -> bool:
    """Tell whether words that open with "to" name who acts: "falls to the office", not "is told to the office"."""
    before = text[: text.find(written)] + written[:2]
    return any(
        found.end() == len(before) for found in phrases_of("independence", "falls_to").finditer(before)
    )


# They do it themselves: that keeps it for nobody.
_BY_HAND = re.compile(r"\b(?:themselves|himself|herself)\b", _I)
_RECEIVES = re.compile(r"(?:only\s|solely\s|exclusively\s)?to\s", _I)
_TO = re.compile(r"\bto\s(?P<who>(?:the|our|an?)\s[\w’'-]+(?:\s[\w’'-]+)?)(?=[.,;]|$)", _I)


# Whose help or advice is had need not do it.
_HELPED = "".join(
    rf"(?<!{word}\s)" for word in ("support", "help", "advice", "guidance", "assistance", "input")
)
_CALLED = rf"{_HELPED}(?:by|to|from|for|of|as|only|solely|be(?=\san?\s))\s(?:an?\s|the\s|any\s)?"


def _layman(rule: Statement, other: Statement) -> _Found:
    """Somebody without a calling, where the rule asks for one: a porter for a registered nurse."""
    asked = _calling(rule)
    if not asked:
        return None
    for one in acting(other):
        lay = phrases_of("acting", "laymen").search(one)
        named = phrases_of("acting", "qualified").search(one) or _professions().search(one)
        if lay and not named and not title(lay[0]) & _stemmed(rule.text):
            return asked, one
    return None


@lru_cache(maxsize=8192)
def _calling(rule: Statement) -> str:
    """Return the words by which a rule asks for somebody of a calling, or who has shown a skill."""
    found = _called().search(rule.text)
    if found is None or phrases_of("acting", "laymen").search(" ".join(acting(rule))):
        return ""
    return found[0]


# "Shall be signed by an inspector", not "charged for a change made by the firm" nor "open to inspection by the public".
_AGENT = re.compile(
    r"\b(?:shall|must|(?:is|are)\sto)\s(?:[\w-]+ly\s)?be\s(?!given\b|open\b|\w+\s(?:for|from)\b)"
    r"(?:(?!(?:and|or)\b)[\w’'-]+\s){1,9}?by\s(?P<who>(?:the|an?|its|trained)\s[\w’'\s-]{3,50})",
    _I,
)


def _by_office(rule: Statement, other: Statement) -> _Found:
    """Anybody, or another post, where the rule says by whose hand a thing is to be done: "signed by an inspector"."""
    asked = _words(_AGENT, rule)
    agents = _agents(rule) if asked and not denies(rule) else ()
    if not agents:
        return None
    for one in acting(other):
        told = one in doers(other) or one in plainly_told(other)
        if (_anybody().match(one) and not one.lower().startswith("whoever")) or (
            told and _is_another(one, agents, rule)
        ):
            return asked, one
    return None


@lru_cache(maxsize=8192)
def _agents(rule: Statement) -> tuple[str, ...]:
    """Return the posts and callings by whose hand a rule has its act done; none where a body is named."""
    asked = _AGENT.search(rule.text)
    named = (one for one in (*doers(rule), *plainly_told(rule)) if asked and one in asked["who"])
    return tuple(one for one in named if title(_OF.split(one)[0]) and not is_body(one))


_OF = re.compile(r"\s(?:of|who|that|with|in|from)\s")


def _is_another(one: str, agents: tuple[str, ...], rule: Statement) -> bool:
    """Tell whether somebody is none of those whom a rule names; initials, and the qualified, may be anybody of them."""
    words = title(one)
    anyone = not set(content_words(one)) - anybody()
    if not words or anyone or words <= _stemmed(rule.text) or phrases_of("acting", "qualified").search(one):
        return False
    lay = phrases_of("acting", "laymen").search(one) is not None
    return _INITIALS.search(one) is None and not any(
        may_be_one(one, agent) or (not lay and _ANY_FIT_PERSON.search(agent)) for agent in agents
    )


# "A competent person" and "a roofing specialist" are no posts: whoever has the skill is one of them.
_ANY_FIT_PERSON = re.compile(
    r"^(?!the\s(?!(?:competent|qualified|trained)\b)).*"
    r"\b(?:persons?|people|individuals?|somebody|someone|one|specialists?|experts?|professionals?)$",
    _I,
)
_INITIALS = re.compile(r"\b[A-Z]\w?[A-Z]\w?\b")


_TIE = re.compile(
    r"\b(?:no|without|not\s\w+\sany|nor\sany)\s(?:\w+\s)?(?:part|share|interest|stake|hand|say|connection|tie|ties|link|involvement|role|dealings|authority)\s(?:in|with|to|of|over)\s(?P<a>[^.;,]{3,60})|"
    r"\b(?:unconnected|not\sconnected|not\sassociated)\s(?:with|to)\s(?P<b>[^.;,]{3,60})|"
    r"\b(?:independent|free)\s(?:of|from)\s(?P<c>[^.;,]{3,60})|"
    r"(?<!\bno\sone\s)(?<!\bno-one\s)(?<!\bnobody\s)\b(?:who|which|and)\s(?:is|are|shall|must|may|has|have|was|were|did|does|do|will)\snot\s(?:be\s|been\s|also\s|himself\s|herself\s)*(?P<d>[^.;]{3,60})|"
    r"\bother\sthan\s(?:the\sone|the\sperson|a\sperson|one|somebody|someone|the\s\w+|an?\s\w+)\s(?:who|which|that)\s(?P<e>[^.;,]{3,60})|"
    r"(?:,|\sand|\sbut)\s(?:not|never)\sby\s(?:the|an?|any)\s[\w’'-]+\s(?:who|that)\s(?P<g>[^.;,]{3,60})|"
    r"\b(?:neither|none|one)\sof\swhom\s(?:is|are|has|have|was)\s(?:not\s)?(?P<f>[^.;,]{3,60})",
    _I,
)


def _tied(rule: Statement, other: Statement) -> _Found:
    """Somebody called after what the rule asks to be free of: an owner, one of the cast, whoever hung it."""
    both = _words(_TWO_PEOPLE, rule)
    twice = both and acts_twice(other)
    if twice:
        return both, twice
    asked, tie = _free_of(rule)
    if not asked or _free_of(other)[0]:
        return None
    for one in (*acting(other), *_who(other)):
        words = families(content_words(one))
        if _FREE.search(one):
            continue
        if (
            words & tie
            or _DEALT_TOO.match(one)
            or (_OWNS.search(one) and _SHARES.search(asked))
            or (_OUR.match(one) and _ours(asked))
        ):
            return asked, one
    own = _OWN.search(other.text) if _INTEREST.search(asked) and acting(other) else None
    return (asked, own[0]) if own else None


# "The same caseworker", "whoever hosed it down": those who had a hand in it.
_DEALT_TOO = re.compile(
    r"(?:the\s)?(?:very\s)?same\s|whoever\s(?:\w+ed|did|made|built|put|set|ran|wrote|took|hung|cut|drew|gave|sold|bought)\b",
    _I,
)
_TWO_PEOPLE = re.compile(
    r"\b(?:by|from|to)\s(?:an?\s[\w’'-]+|somebody|someone|one|any\s[\w’'-]+)\sother\sthan\s(?:the\s(?:one|person|[\w’'-]+)|whoever)\b|\bby\s(?:another|a\sdifferent|a\ssecond)\s(?:person|[\w’'-]+)|"
    r"\bby\s(?:somebody|someone)\selse\b|\bnot\s(?:by\s|be\s)?the\ssame\s(?:person|one|[\w’'-]+)\b|\bthe\sperson\swho\s[^.;,]{3,40}\s(?:shall|must|may)\snot\b",
    _I,
)
_INTEREST = re.compile(r"\b(?:interest|stake|share|gains?|profits?|himself|herself|themselves)\b", _I)
_OWN = re.compile(
    r"\b(?:their|his|her|your)\sown\s(?!(?:time|names?|words?|address|expense|cost|risk|right|use|home)\b)[\w’'-]+",
    _I,
)
_FREE = re.compile(r"\b(?:no|not|without|independent|unconnected|outside|external|another|other)\b", _I)
_OUR = re.compile(r"our\b", _I)
_OURS = re.compile(
    r"\b(?:business|practice|office|organisation|company|firm|centre|school|employer|operator|provider|authority|"
    r"club|charity|college|undertaking|body|department)\b",
    _I,
)


def _ours(asked: str) -> bool:
    return _OURS.search(asked) is not None


_OWNS = re.compile(r"\b(?:owners?|proprietors?|partners?|directors?|shareholders?|landlords?)\b", _I)
_SHARES = re.compile(r"\b(?:shares?|own(?:s|ed|ership)?|interest|stake|business|company|firm)\b", _I)


@lru_cache(maxsize=8192)
def _free_of(rule: Statement) -> tuple[str, frozenset[str]]:
    """Return the words by which a rule asks whoever acts to be free of something, and the families of what."""
    found = _TIE.search(rule.text)
    if found is None:
        return "", frozenset()
    what = next(group for group in found.groups() if group)
    return found[0], families(content_words(what)) - families(content_words(_SAYS_LITTLE))


_SAYS_LITTLE = "member person persons work works one people case matter employed employee staff"
_WHOM = re.compile(
    r"\b(?:an?|the)\s[\w’'-]+\swho\s(?:(?!(?:shall|must|may|will|is|are)\b)\w+\s){1,4}"
    r"(?!(?:shall|must|may|will|is|are)\s)|\bwhoever\s(?:\w+\s){1,4}",
    _I,
)


def _who(other: Statement) -> tuple[str, ...]:
    """Return the clauses that say who acts: "the rigger who hung it"."""
    return tuple(found[0] for found in _WHOM.finditer(other.text))


_NO_STAFF = re.compile(
    r"\b(?:not|never|no|nor|nobody|none)\b[^.;,]{0,40}?\b(?:own|his|her|its|their)\s(?:own\s)?(?:staff|employees?|people|servants?|workers?)\b|"
    r"\b(?:his|her|its|their)\s(?:own\s)?(?:staff|employees?|people|servants?|workers?)\s(?:may|shall|must|can|are|is)\s(?:not|never|disqualified|barred|excluded)\b|"
    r"\b(?:employment|employ|service|payroll)\s(?:of\s[^.;,]{3,40}\s)?(?:is|are|shall\sbe|may\snot|shall\snot|must\snot)\s?(?:disqualified|barred|excluded|ineligible)?|"
    r"\bindependent\sof\sthe\s(?:business|practice|office|organisation|company|firm|centre|school|employer|operator|provider|authority|club|charity|college|trader|owner|manufacturer|home|landlord)\b",
    _I,
)
_OUR_OWN = re.compile(r"our\sown\s[\w’'-]+(?=\s)", _I)
_ONE_OF_US = re.compile(r"(?:our|we|us|ourselves|yourself|yourselves|your)\b", _I)


def _own_people(rule: Statement, other: Statement) -> _Found:
    """One of our own, or the reader, where the rule keeps the act from whoever works for us."""
    asked = _words(_NO_STAFF, rule)
    if not asked or _words(_NO_STAFF, other):
        return None
    own = next((one for one in acting(other) if _ONE_OF_US.match(one) and not _FREE.search(one)), "")
    opening = _OUR_OWN.match(other.text)
    own = own or (opening[0] if opening else "")
    return (asked, own) if own else None


@lru_cache(maxsize=16384)
def _words(pattern: re.Pattern[str], statement: Statement) -> str:
    """Return the words of a statement that a pattern finds, "" for none: each statement meets many others."""
    found = pattern.search(statement.text)
    return found[0] if found else ""


_WAYS: dict[str, Callable[[Statement, Statement], _Found]] = {
    "another": _another,
    "layman": lambda rule, other: _layman(rule, other) or _by_office(rule, other),
    "tied": lambda rule, other: _tied(rule, other) or _own_people(rule, other),
    "barred_too": acts_though_barred,
}


@cache
def _called() -> re.Pattern[str]:
    callings = "|".join(re.escape(one) for one in load("acting")["professions"])
    qualified = "|".join(re.escape(one) for one in load("acting")["qualified"])
    return re.compile(
        rf"\b{_CALLED}(?:(?!(?:be|is|are|been|has|have)\b)[\w-]+\s){{0,2}}?(?:(?:{callings})s?(?=[\s.,;]|$)|(?:{qualified})\s[\w-]+(?:\s[\w-]+)?)|"
        rf"\bby\s(?:an?|the)\s[\w-]+\s(?:{qualified})\b",
        _I,
    )


@cache
def _professions() -> re.Pattern[str]:
    return compile_phrases([f"{one}{end}" for one in load("acting")["professions"] for end in ("", "s")])


def _anybody() -> re.Pattern[str]:
    return phrases_of("acting", "anybody")


@cache
def _stems(name: str) -> frozenset[str]:
    return frozenset(stem(word) for word in load("independence")[name])


@lru_cache(maxsize=8192)
def _stemmed(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in re.findall(r"[a-z]+", text.lower()))
