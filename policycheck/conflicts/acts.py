"""What a statement does with an act: bids, forbids or leaves it, or lets it be left out; and which act that is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache

from policycheck.conflicts.bans import banned_besides, banned_by
from policycheck.conflicts.waivers import waived_in
from policycheck.domain.obligations import Modality, Obligation
from policycheck.domain.readings import signal_places
from policycheck.lexicon.data import load
from policycheck.lexicon.no_odds import makes_no_odds
from policycheck.lexicon.words import content_words, stem, stop_words
from policycheck.matching import Statement
from policycheck.matching.asked import question_of
from policycheck.matching.forbidding import ensured_of_nobody, forbids, shuns
from policycheck.matching.quoting import binding_words, in_place


class Stance(StrEnum):
    """What a statement does with an act."""

    BIDS = "bids"
    FORBIDS = "forbids"
    LEAVES = "leaves"  # it may be done
    WAIVES = "waives"  # it need not be done


@dataclass(frozen=True, slots=True)
class Act:
    """An act as one statement has it.

    `heads` are the canonical words that may name what is done, `words` all its canonical content words, `things` what
    it is done to, `case` those of what a ban excepts or ends with, `around` those of the whole statement. A ban
    `excepts` where it may be done with, or in the case of, something. `written` is what a message quotes.
    `by_another_verb`: the ban is in a verb ("decline", "avoid") and not in a "not". `is_thing`: what need not be done
    is named by what it is done with ("you do not need the badge").
    """

    stance: Stance
    heads: frozenset[str]
    words: frozenset[str]
    things: frozenset[str] = frozenset()
    case: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    excepts: bool = False
    written: str = ""
    by_another_verb: bool = False
    is_thing: bool = False


_OPPOSED = {
    Stance.BIDS: (Stance.FORBIDS, Stance.WAIVES),
    Stance.FORBIDS: (Stance.BIDS, Stance.LEAVES),
    Stance.LEAVES: (Stance.FORBIDS,),
    Stance.WAIVES: (Stance.BIDS,),
}


@dataclass(frozen=True, slots=True)
class Opposed:
    """An act of each of two statements, of which one bids or leaves what the other forbids or waives."""

    a: Act
    b: Act

    @property
    def ban(self) -> Act | None:
        return next((act for act in (self.a, self.b) if act.stance is Stance.FORBIDS), None)

    @property
    def shared(self) -> frozenset[str]:
        return self.a.words & self.b.words

    @property
    def same_head(self) -> bool:
        """Tell whether both name the same thing done."""
        return bool(self.a.heads & self.b.heads)

    @property
    def same_thing(self) -> bool:
        """Tell whether both do it to, with or for the same thing."""
        return all(self._things_met()) or len(self.a.heads & self.b.heads) > 1

    @property
    def some_thing(self) -> bool:
        """Tell whether what one side does it to is at least spoken of by the other."""
        return any(self._things_met()) or len(self.a.heads & self.b.heads) > 1

    def _things_met(self) -> tuple[frozenset[str], frozenset[str]]:
        done = self.a.heads & self.b.heads
        return (self.a.things & self.b.words) - done, (self.b.things & self.a.words) - done

    @property
    def unmet(self) -> float:
        """The part of what a ban names that the other act does not: it may be of something else, or somewhere else."""
        ban = self.ban
        if ban is None:
            return 0.0
        other = self.b if ban is self.a else self.a
        named = ban.words - (ban.heads & other.heads)
        return len(named - other.words - other.around) / max(1, len(named))

    @property
    def bare(self) -> bool:
        """Tell whether a side names nothing but the verb: "do not investigate"."""
        return min(len(self.a.words), len(self.b.words)) <= 1


def opposed(a: Statement, b: Statement) -> Opposed | None:
    """Return the acts, one of each statement, that stand most plainly against each other; None where none do."""
    found = [
        Opposed(one, other)
        for one in acts_of(a)
        for other in acts_of(b)
        if other.stance in _OPPOSED[one.stance]
    ]
    return max(found, key=lambda pair: (pair.same_head, len(pair.shared)), default=None)


@lru_cache(maxsize=8192)
def acts_of(statement: Statement) -> tuple[Act, ...]:
    """Return what a statement does with acts: the one it was read to speak of, and those it lets be left out."""
    reading = statement.reading
    if reading is not None:
        found = tuple(
            replace(_of_its_row(act, statement, reading), around=statement.words)
            for act in (*_read(reading), *_banned_too(reading))
        )
    else:
        found = _asked(statement) or _stated(statement) or _banned_by(statement)
    return (*found, *_waived(statement.text))


_NO_SUBJECT = re.compile(r"(?:(?:may|must|shall|should|can|not|never|only)\s){0,2}be\s\w", re.IGNORECASE)
_IT = re.compile(r"\b(?:it|them|these|this|those)\b", re.IGNORECASE)


def _of_its_row(act: Act, statement: Statement, reading: Obligation) -> Act:
    """Return an act with what a row is about, where its cell does not say what is done to it but by a pronoun, or not
    at all: "Gives them in writing", "May be tied up"."""
    bare = _NO_SUBJECT.match(reading.act) is not None or len(act.words) == 1
    if not statement.is_row or not (bare or _IT.search(reading.act)):
        return act
    first = statement.text.partition(";")[0].partition(":")[2]
    if reading.duty_holder and reading.duty_holder in first:
        return act
    about = frozenset(content_words(first))
    return replace(act, words=act.words | about, things=act.things | about)


_ENDS = re.compile(r"until|before|unless|except|save|other|without", re.IGNORECASE)
_FURTHER = re.compile(r"\s+(?:and|but)\s+|[;:]")
_PASSIVE = re.compile(r"(?<!\bto\s)\bbe\s+(?=\w)")
_DENIED = re.compile(r"\w+\s+(?:no|nobody|nothing|none)\b", re.IGNORECASE)
_NO_THING = re.compile(r"\s(?:[\w’'-]+\s){0,2}?(?:nobody|nothing|none|no\s[\w’'-]+)\b", re.IGNORECASE)
_NOBODY = re.compile(r"(?:no|nobody|no\s?one|none|nothing|never|neither)\b(?!\s*[,.:;])", re.IGNORECASE)
_PRESENT_PASSIVE = re.compile(r"(?:is|are)\b.*\b(?P<verb>(?!to\b)\w+)$", re.IGNORECASE | re.DOTALL)
_ENSURED = re.compile(r"^.*?\b(?:is|are|be|has|have|may|will|can)\s", re.IGNORECASE | re.DOTALL)
_WHICH = re.compile(r"\b(?:who|whom|whose|which|that)\b", re.IGNORECASE)
# What follows an act and is no part of it.
_WHY = re.compile(
    r"\b(?:because|so\sthat|in\sorder\sto|on\saccount\sof|for\s(?:having\s)?\w+ing|without\s\w+ing)\b"
)


# "Do not confront anyone — report it": what stands after the dash is what to do instead.
INSTEAD = re.compile(r"\s[—–]\s")


def _read(reading: Obligation) -> tuple[Act, ...]:
    """Return the act of a reading; where its verb refuses something, that too, with the stance turned round."""
    ensured = ensured_of_nobody(reading)
    said = ensured or reading.act or reading.text
    core = _WHY.split(said, maxsplit=1)[0].strip() or said
    stance = stance_of(reading)
    core, _, unless = core.partition(" without ") if _bans(stance, core) else (core, "", "")
    core = INSTEAD.split(core, maxsplit=1)[0] if stance is Stance.FORBIDS else core
    excepts = bool(unless or any(_excepted(reading)))
    predicate = _ENSURED.sub("", core, count=1) if ensured else _predicate(core, reading.signal)
    passive = predicate != core
    case = (
        frozenset(content_words(" ".join((*_case(reading), unless))))
        if forbids(reading) or unless
        else frozenset()
    )
    if _first(predicate) in _verbs("undergoing"):
        return ()
    words = frozenset(content_words(core))
    subject = core[: len(core) - len(predicate)]
    things = frozenset(content_words(_WHICH.split(subject, maxsplit=1)[0]))
    if not things:
        after = list(dict.fromkeys(content_words(predicate)))
        things = frozenset(after[1 : 1 + _REACH + _says_little(predicate)])
    plain = Act(
        stance, _heads(predicate), words, things, case, excepts=excepts, written=stance_words(reading)
    )
    if stance is Stance.BIDS and _DENIED.match(predicate):
        return (replace(plain, stance=Stance.FORBIDS, heads=words, written=_no_thing_words(reading)),)
    if _first(predicate) not in _verbs("refusing"):
        return (plain,)
    refused = words - frozenset(content_words(predicate)[:1])
    if not passive:
        refused &= frozenset(content_words(_FURTHER.split(predicate, maxsplit=1)[0]))
    turned = replace(plain, stance=_TURNED[stance], heads=refused, words=refused, things=refused)
    return plain, replace(turned, by_another_verb=True)


def stance_words(reading: Obligation) -> str:
    """Return the words that tell the stance of a reading, as they stand: "No member may", and not "may"."""
    if ensured := ensured_of_nobody(reading):
        head = _ENSURED.match(ensured)
        return in_place(reading.text, head[0].strip() if head else ensured.split()[0], more=1 if head else 2)
    signal, places = reading.signal, signal_places(reading)
    if len(places) < 2 or places[-1] != (reading.signal_start, reading.signal_start + len(signal)):
        return binding_words(reading)
    return reading.text[places[0][0] : places[-1][1]]


def _no_thing_words(reading: Obligation) -> str:
    """Return "shall pay no dues", where what is bid is done to nothing."""
    signal, start = reading.signal, reading.signal_start
    found = _NO_THING.match(reading.text, start + len(signal)) if start >= 0 else None
    return reading.text[start : found.end()] if found else signal


def _banned_too(reading: Obligation) -> Iterator[Act]:
    """Yield what a duty goes on to forbid: "must be hung up to dry and must not be folded"."""
    if forbids(reading) or not reading.modality.binds:
        return  # what leave goes on to forbid bounds the leave
    for one in banned_besides(reading.text, max(0, reading.signal_start)):
        what, *rest = _ENDED.split(one.act, maxsplit=1)
        words, before = frozenset(content_words(what)), frozenset(content_words(_WHICH.split(one.done_to)[0]))
        if not words:
            continue
        heads = _heads(_predicate(reading.act, reading.signal)) if one.of_its_verb else _heads(what)
        if one.by_modal:
            words |= before
        elif one.named:  # whom or what it is done to must be met, whatever else is
            words = heads | before
        things = before or words
        yield Act(Stance.FORBIDS, heads, words | heads, things, excepts=bool(rest), written=one.written)


_ENDED = re.compile(
    r"\b(?:unless|until|before|except|without|if|when|where|while|once|after|save|other\sthan)\b",
    re.IGNORECASE,
)


def _bans(stance: Stance, act: str) -> bool:
    return stance is Stance.FORBIDS or (stance is Stance.BIDS and _first(act) in _verbs("refusing"))


_ASKED_OF_ONE = re.compile(
    r"^(?:(?:and|but|so)\s)?\w+\s(?:i|we|you|they|he|she|it|one|people|any(?:one|body))\s"
    r"(?:(?:(?:be\s)?(?:allowed|permitted|able|welcome|free|required|obliged|bound)|have|need|got)\sto\s)?",
    re.I,
)
_ANSWERED_BY = {
    Modality.PERMISSION: Stance.LEAVES,
    Modality.PROHIBITION: Stance.FORBIDS,
    Modality.OBLIGATION: Stance.BIDS,
}


def _asked(statement: Statement) -> tuple[Act, ...]:
    """Return the act of a question with what its answer does: "Will my name be shown? No." forbids."""
    found = question_of(statement)
    if found is None:
        return ()
    question = found.question.rstrip("?")
    words = frozenset(content_words(question))
    one = _ASKED_OF_ONE.match(question)
    predicate = _predicate(question[one.end() :] if one else question, "")
    heads = _heads(predicate) if one or predicate != question else words
    stance = Stance.WAIVES if found.waives else _ANSWERED_BY[found.modality]
    return (Act(stance, heads, words, words - heads or words, around=statement.words, written=found.written),)


def _stated(statement: Statement) -> tuple[Act, ...]:
    """Return the act that a plain statement denies of everybody: "nobody is charged"."""
    said = statement.stated
    if said is None or not _NOBODY.match(said.text):
        return ()
    words = frozenset(content_words(said.text))
    return (
        Act(
            Stance.FORBIDS,
            frozenset(),
            words,
            words,
            frozenset(content_words(" ".join(_case(said)))),
            written=said.text,
        ),
    )


def _banned_by(statement: Statement) -> tuple[Act, ...]:
    """Return the act that a statement forbids by a set phrase, or by a bare cell."""
    written, what = banned_by(statement)
    words = frozenset(content_words(what)) - frozenset(content_words(written))
    if not words:
        return ()
    return (Act(Stance.FORBIDS, frozenset(), words, words, written=written),)


def _predicate(act: str, signal: str) -> str:
    """Return an act from its verb on: a passive has its subject before it."""
    passive = _PASSIVE.search(act)
    if passive:
        return act[passive.end() :]
    present = _PRESENT_PASSIVE.match(signal)
    at = act.find(present["verb"]) if present else -1
    return act[at:] if at > 0 else act


_TURNED = {
    Stance.BIDS: Stance.FORBIDS,
    Stance.FORBIDS: Stance.BIDS,
    Stance.LEAVES: Stance.WAIVES,
    Stance.WAIVES: Stance.LEAVES,
}


def stance_of(reading: Obligation) -> Stance:
    """Return what a reading does with its act; "refrain from" bids as a verb does, and is turned where it is read."""
    if forbids(reading) and not shuns(reading):
        return Stance.FORBIDS
    return Stance.LEAVES if reading.modality is Modality.PERMISSION else Stance.BIDS


def _case(reading: Obligation) -> Iterator[str]:
    """Yield what a ban excepts or ends with."""
    yield from _excepted(reading)
    for condition in reading.conditions:
        if _ENDS.match(condition):
            yield condition


def _excepted(reading: Obligation) -> Iterator[str]:
    return (case for case in reading.exceptions if not makes_no_odds(case))


@cache
def _verbs(kind: str) -> frozenset[str]:
    return frozenset(stem(word) for word in load("acts")[kind].split())


# After a verb that says little, what is done is among the next words.
_REACH = 2
_LET = "let"
_TO = re.compile(r"\bto\b", re.IGNORECASE)


def _first(predicate: str) -> str:
    """Return the stem of the first word that carries meaning."""
    words = (word.lower() for word in re.findall(r"[A-Za-z]+", predicate))
    return next((stem(word) for word in words if word not in stop_words()), "")


def _heads(predicate: str) -> frozenset[str]:
    """Return the words that may name what is done."""
    words = content_words(predicate)
    return frozenset(words[: 1 + _REACH] if _says_little(predicate) else words[:1])


def _says_little(predicate: str) -> bool:
    first = _first(predicate)
    if first in _verbs("causing"):  # "told to leave", not "told why"
        return first == _LET or _TO.search(predicate) is not None
    return first in _verbs("light")


def _waived(text: str) -> Iterator[Act]:
    for written, what, is_thing in waived_in(text):
        words = content_words(what)
        if not words:
            continue
        named = frozenset(words)
        heads, things = (frozenset[str](), named) if is_thing else (_heads(what), frozenset(words[1:]))
        yield Act(Stance.WAIVES, heads, named, things, written=written, is_thing=is_thing)
