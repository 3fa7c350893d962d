"""What a contradiction is decided from: how surely two statements speak of one act, and what stands between."""

import re
from functools import cache
from math import log

from policycheck.conflicts.acts import Stance
from policycheck.conflicts.alike import Alike, alike
from policycheck.conflicts.exceptions import Exempt, has_leeway
from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.peace.guards import (
    gives_others_a_right,
    says_enough,
    speaks_of_other_case,
)
from policycheck.conflicts.shared import share
from policycheck.domain.figures import Figure, times_apart
from policycheck.domain.findings import ConflictType
from policycheck.domain.obligations import Modality, Obligation
from policycheck.lexicon.data import load
from policycheck.lexicon.roles import are_related
from policycheck.lexicon.words import content_words
from policycheck.matching import Statement
from policycheck.matching.figures import agreeing
from policycheck.matching.forbidding import forbids
from policycheck.matching.holders.exclusions import WAYS, exclusion
from policycheck.matching.holders.independence import acts_tied, holder_of, reserves, wants_apart
from policycheck.matching.linear import log_odds
from policycheck.matching.meanings import Meanings

_NEAR = 2  # clauses this near to each other are neighbours
_NEAR_FIGURES = 4  # figures up to this many times apart are as like as any
_FAR = 2.0
_ALIKE = 0.5  # from this part of their words on, the words that two clauses do not share tell whether they part in more
_MANY = 3
# Rules that go by the drift of two sentences, or by what comes first in them, and are weighed each by itself.
DRIFTS = (
    "another",
    "asked_of_the_free",
    "barred_too",
    "before_after",
    "charged",
    "done_without",
    "in_same_words",
    "layman",
    "left_open",
    "loose_holders",
    "made_conditional",
    "opposite_state",
    "permitted",
    "practice",
    "put_off",
    "refused",
    "reserved",
    "tied",
    "too_late",
    "unaccompanied",
    "unsaid",
    "unwritten",
)

FEATURES = (
    "same_act",
    "same_answer",
    "one_breaks",
    "log_odds",
    "rank_for_a",
    "rank_for_b",
    "words_of_shorter",
    "words_of_point",
    "words_of_act",
    "strange_most",
    "strange_least",
    "strange_words",
    "roles_agree",
    "roles_differ",
    "same_trigger",
    "other_trigger",
    "other_case",
    "gives_a_right",
    "neighbours",
    "within",
    "against_source",
    "both_bind",
    "both_describe",
    "says_enough",
    "loosely",
    "figures_agree",
    "figures_far",
    "figures_of_cases",
    "rival",
    "point_loosely",
    "definition_of_source",
    "holder_apart",
    "holder_reserved",
    "holder_by_place",
    *(f"holder_{way}" for way in WAYS),
    "meaning_figures",
    "meaning_figure_alone",
    "meaning_opposed",
    "meaning_closed",
    "meaning_all_but",
    "meaning_apart",
    "meaning_kinds",
    "meaning_kind_left_out",
    "act_same_verb",
    "act_same_thing",
    "act_words",
    "act_bid_unmet",
    "act_left",
    "act_left_within",
    "act_left_nearby",
    "act_waived",
    "act_banned_but",
    "exempt_taken_out",
    "exempt_let_off",
    "exempt_left_free",
    "exempt_allowed",
    "exempt_no_odds",
    "exempt_redefined",
    "exempt_known",
    "exempt_rest",
    "exempt_of_leeway",
    "exempt_told_nearby",
    "exempt_within",
    "exempt_of_source",
    *(f"loosely_{kind.value}" for kind in ConflictType),
    *(f"type_{kind.value}" for kind in ConflictType),
    *(f"by_{name}" for name in DRIFTS),
    "drift_met",
    "drift_sure",
    "drift_by_modal",
    "alike",
    "alike_swapped",
    "alike_added",
)


def contradiction_features(
    pair: Pair,
    objection: Objection,
    *,
    same_answer: float,
    ranks: tuple[float, float],
    within: bool,
    one_breaks: float = 0.0,
    rival: float = 0.0,
    nearby: frozenset[str] = frozenset(),
) -> dict[str, float]:
    """Return the features by name, those that are 0 left out.

    `same_answer` is the probability that both answer one obligation of a source, `one_breaks` that one of them breaks
    one that the other keeps; `ranks` are 1 / (1 + rank) of the
    pair among the rivals of each side; `rival` is by how much, in log-odds, the likeliest rival of either side is
    nearer; `nearby` are the words of what stands around `a` in its document.
    """
    a, b = pair.a, pair.b
    words_of_point = share(_point(a, objection.a_words), _point(b, objection.b_words))
    found = {
        "same_act": pair.probability,
        "same_answer": same_answer,
        "one_breaks": one_breaks,
        "log_odds": log_odds(max(pair.probability, same_answer)),
        "rank_for_a": ranks[0],
        "rank_for_b": ranks[1],
        "rival": rival,
        "words_of_shorter": share(a.words, b.words),
        "words_of_point": words_of_point,
        "point_loosely": words_of_point * float(objection.loosely),
        "words_of_act": _shared_act(a.said, b.said),
        "gives_a_right": float(gives_others_a_right(a, b)),
        "other_case": float(speaks_of_other_case(a, b)),
        "neighbours": float(within and abs(a.clause - b.clause) <= _NEAR),
        "within": float(within),
        "against_source": float(pair.against_source),
        "both_bind": float(all(s.reading is not None and s.reading.modality.binds for s in (a, b))),
        "both_describe": float(a.reading is None and b.reading is None),
        "says_enough": float(says_enough(a) and says_enough(b)),
        "loosely": float(objection.loosely),
        "figures_agree": float(min(2, agreeing(a.figures, b.figures))),
        "definition_of_source": float(
            pair.against_source and objection.type is ConflictType.DEFINITION and objection.exempt is None
        ),
    }
    found |= _of_things(a, b)
    found |= _of_words(alike(a, b))
    if objection.by:
        found |= {
            f"by_{objection.by}": 1.0,
            "drift_met": objection.met,
            "drift_sure": max(pair.probability, same_answer),
            "drift_by_modal": float(objection.by == "practice" and _done_by_modal(pair)),
        }
    else:
        found[f"type_{objection.type.value}"] = 1.0
        found[f"loosely_{objection.type.value}"] = float(objection.loosely)
    if objection.exempt is not None:
        found |= _of_exempt(pair, objection, objection.exempt, nearby=nearby, within=within)
    elif objection.type is ConflictType.MODALITY and not objection.by:
        found |= _of_acts(pair, within=within)
    if a.roles and b.roles:
        related = are_related(a.roles, b.roles)
        found["roles_agree" if related else "roles_differ"] = 1.0
    if objection.type is ConflictType.DUTY_HOLDER:
        found |= _of_holders(pair, objection)
    found |= _of_figures(_figure(a, objection.a_words), _figure(b, objection.b_words))
    if pair.meanings is not None:
        found |= _of_meanings(pair.meanings)
    for difference in pair.differences:
        if difference.source == objection.a_words and difference.policy == objection.b_words:
            found["same_trigger"] = float(difference.same_trigger is True)
            found["other_trigger"] = float(difference.same_trigger is False)
    return found


def _of_things(a: Statement, b: Statement) -> dict[str, float]:
    """How much of the thing that either side is about the other never mentions: the tyres of a trailer."""
    strange = [
        (len(words - known) / len(words), len(words - known))
        for words, known in ((_thing(a), _known(b)), (_thing(b), _known(a)))
        if words
    ]
    shares = [0.0, *(part for part, _ in strange)]
    return {
        "strange_most": max(shares),
        "strange_least": min(shares[1:], default=0.0) if len(strange) > 1 else 0.0,
        "strange_words": float(min(3, max((count for _, count in strange), default=0))),
    }


def _of_words(words: Alike) -> dict[str, float]:
    """How nearly the two are in the same words, and in how many of them they part; of others it says nothing."""
    if words.part < _ALIKE:
        return {}
    return {
        "alike": words.part,
        "alike_swapped": words.part * min(_MANY, words.swapped),
        "alike_added": words.part * min(_MANY, words.added),
    }


def _thing(statement: Statement) -> frozenset[str]:
    """Return the words of what a statement is about: the first cell of a row, else what stands before its verb."""
    if statement.is_row:
        return statement.first_cell
    if statement.said is None:
        return statement.words
    return frozenset(content_words(statement.text[: max(0, statement.said.signal_start)]))


def _known(statement: Statement) -> frozenset[str]:
    return statement.words | frozenset(content_words(statement.section))


def _done_by_modal(pair: Pair) -> bool:
    """Tell whether what a ban is said to meet is itself a rule with its modal verb.

    "The lid shall stay shut" keeps the ban on opening it in other words; a breach is told as what people do.
    """
    done = [s.reading for s in (pair.a, pair.b) if s.reading is not None and not forbids(s.reading)]
    return any(reading.signal.lower().split(" ")[-1] in _modal_ends() for reading in done)


@cache
def _modal_ends() -> frozenset[str]:
    return frozenset(load("grammar")["grammar"]["modals"]) | {"to"}


def _figure(statement: Statement, words: str) -> Figure | None:
    """Return the figure of a statement that the words objected to are, or hold."""
    return next(
        (one for one in statement.figures if one.text in words or (words and words in one.text)), None
    )


def _of_figures(a: Figure | None, b: Figure | None) -> dict[str, float]:
    """How far apart the two figures objected to are, and whether both only say which cases a rule reaches.

    Two rules for one act seldom part by more than a few times: 20 guests and 1,000 are of different things.
    """
    if a is None or b is None or a.kind is not b.kind:
        return {}
    times = times_apart(a, b)
    far = 0.0 if times is None else min(_FAR, max(0.0, log(times / _NEAR_FIGURES)))
    return {"figures_far": far, "figures_of_cases": float(a.of_case and b.of_case)}


def _of_holders(pair: Pair, objection: Objection) -> dict[str, float]:
    """How the two holders are told apart, and by what somebody is shut out."""
    a, b = pair.a, pair.b
    words = (objection.a_words, objection.b_words)
    read = {holder_of(a), holder_of(b)}
    shut = exclusion(a, b) or (None if pair.against_source else exclusion(b, a))
    return {
        "holder_by_place": float(shut is None and not read.issuperset(words)),
        **({f"holder_{shut.by}": 1.0} if shut is not None else {}),
        "holder_apart": float(bool((wants_apart(a) and acts_tied(b)) or (wants_apart(b) and acts_tied(a)))),
        "holder_reserved": float(bool(reserves(a) or reserves(b))),
    }


def _of_meanings(meanings: Meanings) -> dict[str, float]:
    return {
        "meaning_figures": float(meanings.figures_differ),
        "meaning_figure_alone": float(meanings.figure_alone),
        "meaning_opposed": float(bool(meanings.opposed)),
        "meaning_closed": float(meanings.closed),
        "meaning_all_but": float(meanings.all_but),
        "meaning_apart": 1.0 - meanings.overlap,
        "meaning_kinds": float(min(3, meanings.kinds_apart)),
        "meaning_kind_left_out": float(meanings.kind_left_out),
    }


def _of_acts(pair: Pair, *, within: bool) -> dict[str, float]:
    """How much of one act the two sides speak of, where one forbids or waives it."""
    acts = pair.opposed
    if acts is None:
        return {}
    stances = (acts.a.stance, acts.b.stance)
    left = any(s.reading is not None and s.reading.modality is Modality.PERMISSION for s in (pair.a, pair.b))
    return {
        "act_same_verb": float(acts.same_head),
        "act_same_thing": float(acts.same_thing),
        "act_bid_unmet": acts.unmet if Stance.BIDS in stances else 0.0,
        "act_words": float(min(3, len(acts.shared))),
        "act_left": float(left),
        "act_left_within": float(left and within),
        "act_left_nearby": float(left and within and abs(pair.a.clause - pair.b.clause) <= _NEAR),
        "act_waived": float(Stance.WAIVES in stances),
        "act_banned_but": float(acts.ban is not None and bool(acts.ban.case)),
    }


def _of_exempt(
    pair: Pair, objection: Objection, exempt: Exempt, *, nearby: frozenset[str], within: bool
) -> dict[str, float]:
    """How new the case is that one side lets go, and how much else of that side is the other's rule.

    A law may give the exception in the next paragraph; in one document a general rule bears its exceptions.
    """
    rule = pair.b if objection.a_words else pair.a
    return {
        f"exempt_{exempt.way.value}": 1.0,
        "exempt_known": len(exempt.words & rule.words) / len(exempt.words),
        "exempt_rest": share(exempt.rest, rule.words),
        "exempt_of_leeway": float(has_leeway(rule.text)),
        "exempt_told_nearby": len(exempt.words & nearby) / len(exempt.words),
        "exempt_within": float(within),
        "exempt_of_source": float(pair.against_source),
    }


_POINTS = re.compile(r"[•;\n]|(?<=[.!?:])\s")


def _point(statement: Statement, words: str) -> frozenset[str]:
    """Return the words of the point of a list, or the sentence, that holds some words: a list says many things."""
    if not words:
        return statement.words
    found = next((point for point in _POINTS.split(statement.text) if words in point), "")
    return frozenset(content_words(found)) or statement.words


def _shared_act(a: Obligation | None, b: Obligation | None) -> float:
    if a is None or b is None:
        return 0.0
    one, other = (frozenset(content_words(reading.act or reading.text)) for reading in (a, b))
    return share(one, other)
