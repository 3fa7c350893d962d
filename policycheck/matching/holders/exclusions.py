"""Who a rule shuts out by what it asks of whoever acts: skill, no tie to us, one person's leave, a post of one kind.

Each way returns the words that ask and the words that fail it, so that both can be shown.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from policycheck.lexicon.data import load
from policycheck.lexicon.phrases import phrases_of
from policycheck.lexicon.roles import acts_for, find_roles, is_charged, is_post
from policycheck.lexicon.words import content_words, stem, stop_words
from policycheck.matching.forbidding import forbids
from policycheck.matching.holders.doers import appointed, approvers, could_act, doers
from policycheck.matching.holders.independence import (
    acts_tied,
    denies,
    holder_means,
    holder_of,
    wants_apart,
)
from policycheck.matching.holders.names import may_be_one, stemmed, stems, title, written_out
from policycheck.matching.statements import Statement

_I = re.IGNORECASE


@dataclass(frozen=True, slots=True)
class Exclusion:
    """How somebody is shut out: the words that ask for another, those that name who acts, and by what."""

    asked: str
    done: str
    by: str


def exclusion(rule: Statement, other: Statement) -> Exclusion | None:
    """Return how a rule shuts out whoever acts by another statement, None where it does not."""
    if rule.said is None:
        return None
    # "The clerk, and not the council, decides" denies, and says who does.
    for by, way in (_WAYS_OF_A_DENIAL if denies(other) else WAYS).items():
        found = way(rule, other)
        if found is not None:
            return Exclusion(*found, by)
    return None


_Found = tuple[str, str] | None


def _unqualified(rule: Statement, other: Statement) -> _Found:
    """Somebody without the skill that the rule asks for."""
    asked = _find("qualified", rule.text) or _who_it_must_be(rule)
    done = asked and _find("unqualified", other.text)
    return (asked, done) if done and not _find("unqualified", rule.text) else None


def _needs_no_skill(rule: Statement, other: Statement) -> _Found:
    """The skill that the rule asks for, where no more is denied than the need of it: "you do not need a course"."""
    found = _unqualified(rule, other)
    denied = _DENIAL.findall(other.text) if found else []
    return found if found and len(denied) == 1 and _NO_NEED.search(found[1]) else None


_NO_NEED = re.compile(r"\b(?:need|have\sto)\b|^no\s", _I)
_DENIAL = re.compile(r"\b(?:not|no|never|nobody|none|cannot)\b|n['’]t\b", _I)


_TAKEN_FROM = re.compile(
    r"(?<!whether)(?<!whether\sor)(?:,\s|\s)(?:and\s|but\s|or\s)?not\s(?:by\s|of\s|for\s)?(?P<who>(?:the|an?|its|his|her|their|your|our)\s[\w’'\s-]{2,40})|"
    r"\b(?:without|instead\sof|rather\sthan|in\splace\sof)\s(?:(?:asking|telling|waiting\sfor|involving|consulting|troubling|bothering|(?:pass|send|show|refer|report|tak|mention|giv)ing\s(?:it|them|this|that)\s(?:on\s|up\s|over\s)?to)\s)?(?P<who2>(?:the|an?|any|its|his|her|their|your|our)\s[\w’'\s-]{2,40})|"
    r"(?:^|[,;.]\s|\band\s|\bthe\s)(?P<who3>[\w’'\s-]{3,40}?)\s(?:takes?|has|have|plays?)\sno\s(?:part|say|role|hand)\b|"
    r"\bno\s(?P<who4>[\w’'\s-]{3,30}?)\s(?:is|are)\s(?:used|needed|asked|involved|appointed|required|present|told|consulted)\b|"
    r",\snot\s(?P<who6>(?-i:[A-Z])[\w’'-]+)(?=[.,;]|$)|"
    r"(?:^|[,;.]\s|\band\s)(?P<who5>the\s(?:(?!\s(?:and|but|that|which|who|if|when|where|while|so|as)\b)[\w’'\s-]){3,40}?)\s(?:does|do|need|needs)\snot\b",
    _I,
)


def _taken_from(rule: Statement, other: Statement) -> _Found:
    """An act that the other statement takes from whoever the rule gives it to: "the tenant, and not the owner"."""
    takings = _takings(other.text)
    if not takings or _TAKEN_FROM.search(rule.text) or _is_plain_ban(rule):
        return None
    named = [one for one in (*doers(rule), *approvers(rule), *_persons(rule)) if title(one)]
    for words, written, left_undone in takings:
        if left_undone & rule.words and all(title(one) <= words for one in doers(other)):
            continue  # "the clerk need not sign": that is another act of the clerk, and nobody else's
        for one in named:
            if title(one) <= words or (words and words <= title(one)):
                return one, written
    return None


def _is_plain_ban(rule: Statement) -> bool:
    """Tell whether a rule gives an act to nobody: it bans, and keeps it for none."""
    said = rule.said
    if said is None or not forbids(said) or said.exceptions or "only" in said.signal.lower().split():
        return False
    return phrases_of("contrary", "reserving").search(rule.text) is None


@lru_cache(maxsize=8192)
def _takings(text: str) -> tuple[tuple[frozenset[str], str, frozenset[str]], ...]:
    """Return from whom a text takes an act, by the words that name them, as written, and what they leave undone."""
    return tuple(
        (
            title(" ".join(next(group for group in found.groupdict().values() if group).split()[:5])),
            found[0].strip(" ,.;"),
            frozenset(content_words(_PART_END.split(text[found.end() :])[0]) if found["who5"] else ()),
        )
        for found in _TAKEN_FROM.finditer(text)
        # "No outing without the warden" takes nothing from the warden.
        if not (found["who2"] and _HELD_BACK.search(text[: found.start()] + text[found.end() :]))
    )


_PART_END = re.compile(r"[.,;:]")
_HELD_BACK = re.compile(
    r"\b(?:not|cannot|never|no|nobody|unless|unusual|avoid\w*|rarely|seldom|twice|stops?)\b", _I
)


def _persons(rule: Statement) -> list[str]:
    found = re.findall(
        r"\b(?:an?|the)\s((?:[\w’'-]+\s)?(?:person|officer|advocate|examiner|auditor|manager))\b", rule.text
    )
    return [one for one in found if could_act(one)]


def _in_house(rule: Statement, other: Statement) -> _Found:
    """One of our own, where the rule asks for somebody who is not."""
    asked = _find("independent", rule.text) or wants_apart(rule)
    if not asked or _find("independent", other.text) or wants_apart(other):
        return None
    done = acts_tied(other) or _find("our_own", other.text)
    if done:
        return asked, done
    if not _INDEPENDENT_PERSON.search(rule.text):
        return None
    named = [one for one in (*doers(other), *appointed(other)) if title(one) and not is_named(one, rule)]
    unit = holder_of(other) if other.is_row else ""
    if unit.lower().split()[-1:] and unit.lower().split()[-1] in _own_units():
        named.append(unit)
    return (asked, named[0]) if named else None


@cache
def _own_units() -> frozenset[str]:
    return frozenset(load("independence")["own_units"])


_INDEPENDENT_PERSON = re.compile(
    r"\b(?:independent|external|outside|impartial)\s(?:[\w’'-]+\s){0,2}?(?:\w+(?:er|or|ist|ian|ant|ee|sel)s?|person|people|body|bodies|member|advocate|firm|expert|chair)\b|"
    r"\b(?:appoint|choose|nominate|engage|instruct)\w*\b.{0,40}\bindependent\sof\b|\bperson\s(?:who\sis\s)?independent\sof\b|\bnot\s(?:an?\s)?employee|\bnot\semployed",
    _I,
)


def _other_leave(rule: Statement, other: Statement) -> _Found:
    """Another person's leave than the one that the rule makes everything wait for, or nobody's."""
    asked = _waits_for(rule)
    given = [one for one in approvers(other) if title(one)] if asked else []
    if not given or any(may_be_one(x, y) for x in asked for y in given):
        return None
    return asked[0], given[0]


@lru_cache(maxsize=8192)
def _waits_for(rule: Statement) -> tuple[str, ...]:
    """Return those without whose leave a rule lets nothing be done."""
    if _WAITS.search(rule.text) is None or not (denies(rule) or forbids_or_only(rule)):
        return ()
    # Whoever a rule protects has many names: a tenant, an occupier.
    return tuple(one for one in approvers(rule) if title(one) and (_is_office(one) or not find_roles(one)))


def _is_office(holder: str) -> bool:
    """Tell whether a holder is charged with something, or is an officer of some kind: "the safety officer"."""
    words = [word for word in re.findall(r"[a-z]+", holder.lower()) if word not in stop_words()]
    return is_charged(holder) or (len(words) > 1 and stem(words[-1]) in stems("titles"))


_WAITS = re.compile(r"\b(?:unless|until|without|only|before|except)\b", _I)


def forbids_or_only(rule: Statement) -> bool:
    """Tell whether a rule forbids, or lets a thing be done only in one way."""
    return (rule.said is not None and forbids(rule.said)) or " only " in rule.text.lower()


def _kept(rule: Statement, other: Statement) -> _Found:
    """Another person than the one whom the rule lets act alone."""
    kept, allowed = _kept_for(rule)
    acting = [one for one in doers(other) if title(one)] if kept else []
    in_full = [written_out(one, other) for one in acting]
    if not acting or any(
        is_named(one, rule) or any(_is_alike(one, named) for named in allowed) for one in in_full
    ):
        return None
    return kept, acting[0]


@lru_cache(maxsize=8192)
def _kept_for(rule: Statement) -> tuple[str, tuple[str, ...]]:
    """Return the words by which a rule lets only somebody act, and whom; ("", ()) where it does not."""
    only = _ONLY_BY.search(rule.text)
    if only is None:
        return "", ()
    allowed = tuple(
        one
        for one in re.split(
            r"\s(?:or|and)\s(?:by\s)?|,\s", only["who"] or only["who2"] or only["who3"] or only["who4"]
        )
        if title(one)
    )
    return (only[0].strip(), allowed) if allowed and could_act(_first_words(allowed[0])) else ("", ())


def _is_alike(a: str, b: str) -> bool:
    """Tell whether two holders share a word of their trade and no rank parts them: "climber", "a climber's licence"."""
    words_a, words_b = title(a), title(b)
    return bool(words_a & words_b - stems("titles")) and not (words_a ^ words_b) & stems("ranks")


_ONLY_BY = re.compile(
    r"\bonly\s(?:by|to|with\sthe\s(?:consent|approval|agreement|authority|permission)\sof|when|where|if)\s"
    r"(?P<who>(?:the|an?|its|their|our|your|another)\s[^.;]{3,100})|^only\s(?P<who2>[^.;]{3,80}?)\s(?:may|can|must|shall|should|will)\b|"
    r"\b(?:not|never|no)\b[^.;]{0,80}\s(?:except|other\sthan|otherwise\sthan|save)\sby\s(?P<who3>(?:the|an?|its|their|our|your)\s[^.;]{3,100})|"
    r"\b(?:by|of)\s(?P<who4>(?:the|an?|its|their|our|your)\s[^.;,]{3,60}?),?\sand\s(?:in\sno\sother\sway|not\sotherwise|never\sotherwise|by\s(?:nobody|no\sone|no-one)\selse)",
    _I,
)


_MUST_BE = re.compile(
    r"\b(?:must|shall|is\sto|has\sto|should|will)\s(?:also\s)?be\s(?P<who>(?:an?|one\sof)\s[\w’'\s-]{3,60})",
    _I,
)
_IS = re.compile(
    r"\b(?:may|can|will|is|could|must|shall)\s(?:also\s)?(?:be\s)?(?P<who>(?:an?|the)\s[\w’'\s-]{3,60})", _I
)


def _of_another_kind(rule: Statement, other: Statement) -> _Found:
    """A post holder who is not what the rule says the holder must be: a teacher, a member."""
    must = _who_it_must_be(rule)
    may, given = _who_it_is(other) if must else ("", frozenset())
    return (must, may) if may and not given <= stemmed(rule.text) else None


@lru_cache(maxsize=8192)
def _who_it_must_be(rule: Statement) -> str:
    """Return the words that say what a holder must be, "" where none do."""
    must = _MUST_BE.search(rule.text)
    return must[0] if must and title(_first_words(must["who"])) else ""


@lru_cache(maxsize=8192)
def _who_it_is(other: Statement) -> tuple[str, frozenset[str]]:
    """Return the words that say who a holder is, and those of the trade; ("", nothing) where none do."""
    made = _MAY_BE_MADE.search(other.text)
    may = _IS.search(other.text) or made
    if may is None:
        return "", frozenset()
    given = _first_words(may["who"])
    if not could_act(given):
        return "", frozenset()
    trade = given.split()[-1] if may is made else given  # "an experienced climber" is a climber
    return may[0], title(trade) or title(given)


_MAY_BE_MADE = re.compile(
    r"\b(?P<who>an?\s(?:(?!an?\s)[\w’'-]+\s){1,4}?)(?:may|can|could|will)\sbe\s(?:appointed|chosen|named)\b",
    _I,
)
_STOPS = re.compile(r"\b(?:who|whose|which|that|and|or|with|in|at|on|from|by|for|to|of|not)\b", _I)


def _first_words(phrase: str) -> str:
    return _STOPS.split(phrase)[0].strip()


def is_named(holder: str, rule: Statement) -> bool:
    """Tell whether a rule names a holder, in these words or as somebody they act for."""
    named = (*doers(rule), *approvers(rule), *filter(title, _ONE_OF.split(holder_means(rule))))
    return title(holder) <= stemmed(rule.text) or any(
        may_be_one(holder, one) or (_is_half_known(holder, one) and acts_for(holder, one)) for one in named
    )


_ONE_OF = re.compile(r"\s(?:or|and)\s|,\s")


def _is_half_known(a: str, b: str) -> bool:
    """Tell whether one of two names alone is in the vocabulary: the other may be anybody who acts for it.

    Nobody acts for a post that one human being holds.
    """
    return bool(find_roles(a)) != bool(find_roles(b)) and not (is_post(a) or is_post(b))


@lru_cache(maxsize=65536)
def _find(name: str, text: str) -> str:
    found = phrases_of("independence", name).search(text)
    return found[0] if found else ""


WAYS: dict[str, Callable[[Statement, Statement], _Found]] = {
    "unqualified": _unqualified,
    "taken_from": _taken_from,
    "in_house": _in_house,
    "kept": _kept,
    "other_leave": _other_leave,
    "other_kind": _of_another_kind,
}
_WAYS_OF_A_DENIAL: dict[str, Callable[[Statement, Statement], _Found]] = {
    "unqualified": _needs_no_skill,
    "taken_from": _taken_from,
}
