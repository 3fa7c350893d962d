"""What a verdict is decided from: how likely somebody answers, and how the parts of the likeliest answers stand."""

from collections.abc import Sequence

from policycheck.alignment.answers import FIGURES, Answer, other_figures
from policycheck.alignment.edits import FEATURES as EDITS
from policycheck.alignment.edits import edit_features
from policycheck.alignment.fewer import bounded_cases
from policycheck.alignment.leftout import left_out
from policycheck.alignment.limbs import Limb, lost
from policycheck.alignment.manner import terms_untold
from policycheck.alignment.pairs import halves_lost
from policycheck.alignment.untold import limit_untold
from policycheck.alignment.wordings import FEATURES as WORDINGS
from policycheck.alignment.wordings import exception_added, wording_features
from policycheck.domain.obligations import Modality, Obligation
from policycheck.lexicon.words import content_words
from policycheck.matching import Statement
from policycheck.matching.figures import agreeing
from policycheck.matching.forbidding import forbids
from policycheck.matching.holders.independence import shuts_out
from policycheck.matching.linear import log_odds
from policycheck.matching.parts import Part, Standing

FEATURES = (
    "likeliest",
    "second",
    "third",
    "log_odds",
    "answers",
    "words_of_source",
    "source_advises",
    "source_forbids",
    "policy_permits",
    "policy_is_row",
    "forbidden_and_done",
    "required_and_forbidden",
    "weaker",
    "opposite",
    "limited",
    "source_has_figure",
    "figure_met",
    "figure_laxer",
    "figure_laxer_other_trigger",
    "figure_vague",
    "figure_absent",
    "figure_unranked",
    "other_holder",
    "same_holder",
    "holder_shut_out",
    "objected",
    "items_missing",
    "exception_added",
    "condition_shared",
    "figures_agree",
    "figures_differ",
    "figures_left_out",
    "no_figure_at_all",
    "items_renamed",
    "item_unnamed",
    "limb_lost",
    "half_lost",
    "term_narrowed",
    "limit_untold",
    "left_out",
    "terms_untold",
    *WORDINGS,
    *EDITS,
)

_STANDING_FEATURE = {
    Standing.EQUAL: "figure_met",
    Standing.STRICTER: "figure_met",
    Standing.LAXER: "figure_laxer",
    Standing.VAGUE: "figure_vague",
    Standing.OTHER: "figure_unranked",
}


def verdict_features(
    source: Statement,
    near: Sequence[tuple[Statement, float]],
    answers: Sequence[Answer],
    *,
    items_missing: float,
    names_as_many: bool = False,
    item_unnamed: float = 0.0,
    limbs: Sequence[Limb] = (),
    narrowed: Sequence[Answer] = (),
) -> dict[str, float]:
    """Return the features by name, those that are 0 left out.

    `near` are the closest statements with their probability of the same act, likeliest first; `answers` those of them
    that may answer; `items_missing` is the share of the source's list that no answer names, though they may name
    as many things (`names_as_many`); `item_unnamed` says how far the phrase that comes nearest to an item is from
    naming it, at the worst; `narrowed` are the answers that use a term of the source for less.
    """
    assert source.reading is not None  # noqa: S101 - obligations have readings
    likely = [p for _, p in near[:3]] + [0.0] * 3
    found = {
        "likeliest": likely[0],
        "second": likely[1],
        "third": likely[2],
        "log_odds": log_odds(likely[0]),
        "answers": float(len(answers)),
        "source_advises": float(source.reading.modality is Modality.RECOMMENDATION),
        "source_forbids": float(forbids(source.reading)),
        "items_missing": items_missing,
        "items_renamed": items_missing * names_as_many,
        "item_unnamed": item_unnamed,
        "limb_lost": lost(limbs),
    }
    if near:
        found |= _of_closest(source, near[0][0])
    if answers:
        found |= _of_figures(answers)
        found |= _of_first(source.reading, answers[0])
        found["exception_added"] = float(bool(exception_added(source, answers[0])))
        found["holder_shut_out"] = _nearest_of(
            answers, [a for a in answers if shuts_out(source, a.statement)]
        )
        found["objected"] = _nearest_of(answers, [a for a in answers if a.objection])
        found |= _of_sentences(source, answers[0])
        found |= wording_features(source, answers)
        found |= edit_features(source, answers)
        bare = "figure_absent" in found and not any(a.statement.figures for a in answers)
        found["half_lost"] = float(bool(halves_lost(source, answers)))
        narrowest = max((a.probability for a in narrowed), default=0.0) / answers[0].probability
        # Who acts from £500 on alone narrows the duty as one does whose term means less.
        found["term_narrowed"] = 1.0 if bounded_cases(source, answers) else narrowest
        found["limit_untold"] = float(bool(limit_untold(source, answers)))
        found["terms_untold"] = float(bool(terms_untold(source, answers)))
        found["left_out"] = float(bool(left_out(source, answers)))
        found["no_figure_at_all"] = float(bare)
    return found


def _of_closest(source: Statement, closest: Statement) -> dict[str, float]:
    shared = len(source.words & closest.words)
    said = closest.reading
    return {
        "words_of_source": shared / max(1, len(source.words)),
        "policy_permits": float(_permits_only(source, said)),
        "policy_is_row": float(closest.is_row),
    }


def _permits_only(source: Statement, said: Obligation | None) -> bool:
    binds = source.reading is not None and source.reading.modality.binds
    return binds and said is not None and said.modality is Modality.PERMISSION


def _of_figures(answers: Sequence[Answer]) -> dict[str, float]:
    """Return how near the likeliest answer comes the one that meets, breaks or blurs a figure (1: it is that)."""
    found: dict[str, float] = {}
    for place, answer in enumerate(answers):
        weight = answer.probability / max(answers[0].probability, 1e-6)
        for difference in answer.differences:
            if difference.part not in FIGURES:
                continue
            found["source_has_figure"] = 1.0
            name = _STANDING_FEATURE.get(difference.standing)
            if name == "figure_laxer" and difference.same_trigger is False:
                name = "figure_laxer_other_trigger"
            if name is not None:
                found[name] = max(found.get(name, 0.0), weight)
            elif place == 0:
                found["figure_absent"] = 1.0
    if "figure_met" in found:
        found.pop("figure_absent", None)
    return found


def _of_first(source: Obligation, answer: Answer) -> dict[str, float]:
    policy = answer.said
    holders = {d.standing for d in answer.standing(Part.DUTY_HOLDER)}
    modality = {d.standing for d in answer.standing(Part.MODALITY)}
    own_case = set(content_words(" ".join(source.conditions)))
    return {
        "forbidden_and_done": float(forbids(source) and not forbids(policy) and not answer.keeps),
        "required_and_forbidden": float(not forbids(source) and forbids(policy)),
        "weaker": float(Standing.WEAKER in modality),
        "opposite": float(Standing.OPPOSITE in modality),
        "limited": float(Standing.OTHER in modality),
        "other_holder": float(Standing.OTHER in holders),
        "same_holder": float(Standing.EQUAL in holders),
        "condition_shared": len(own_case & answer.statement.words) / len(own_case) if own_case else 1.0,
    }


def _nearest_of(answers: Sequence[Answer], some: Sequence[Answer]) -> float:
    """Return how near the likeliest answer comes the likeliest of some of them: 1 where it is that, 0 without any."""
    return max((a.probability for a in some), default=0.0) / max(answers[0].probability, 1e-6)


def _of_sentences(source: Statement, answer: Answer) -> dict[str, float]:
    """Figures wherever they stand in the two sentences."""
    both = agreeing(source.figures, answer.statement.figures)
    other = other_figures(source, answer)
    return {
        "figures_agree": float(min(2, both)),
        "figures_differ": float(other is not None),
        "figures_left_out": float(len(source.figures) > both and other is None),
    }
