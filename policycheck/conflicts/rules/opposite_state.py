"""One side wants a thing in one state; the other has it in the opposite one.

What it does: finds a duty with a word for a state ("unlocked", "switched off", "clean") and, on the other side, a word
for its opposite ("padlocked", "ticking over", "the same") of something that both name.
Why it matters: the two are never set down as a ban and a leave, and whoever does the one undoes the other.
"""

import re

from policycheck.conflicts.acts import Stance, stance_of
from policycheck.conflicts.contrary import spoken
from policycheck.conflicts.drift import drift_objection
from policycheck.conflicts.exceptions import exempts
from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.shared import all_families
from policycheck.conflicts.states import states_in
from policycheck.conflicts.wording import states_message
from policycheck.domain.obligations import Modality
from policycheck.lexicon.families import families
from policycheck.lexicon.words import content_words
from policycheck.matching import Statement

# They deny, or tell of whom and when a thing is so: "that has been secured", "unless it is shut".
_TELLS = re.compile(
    r"\b(?:not|never|no|nobody|none|nor|cannot|without|unless|until|only|before|after|except|save|other\sthan|"
    r"that|which|who|whom|whose|when|where|if|while|whether)\b|n[’']t\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;.:!?]\s")


def opposite_state(pair: Pair) -> Objection | None:
    """Return the objection, or None where nothing is kept in the opposite of the state that the other side wants."""
    words = None if pair.of_one_length else pair.told_by_either(_found)
    if words is None:
        return None
    return drift_objection(pair, words, by="opposite_state", message=states_message)


def _found(asks: Statement, has: Statement) -> tuple[str, str] | None:
    """Return the words for the state that is asked for, and those for its opposite."""
    if asks.said is None or has.said is None or (asks.is_row and asks.reading is None):
        return None
    wanted, kept = spoken(asks), spoken(has)
    states, opposites = states_in(wanted), states_in(kept)
    both = sorted(states.keys() & opposites.keys())
    if not both or asks.said.modality is not Modality.OBLIGATION or stance_of(asks.said) is not Stance.BIDS:
        return None
    if exempts(asks.text) or asks.said.exceptions:
        return None
    shared = all_families(asks) & all_families(has)
    for place in both:
        (state, unwanted), (unkept, opposite) = states[place], opposites[place]
        if state is None or opposite is None or unwanted or unkept:
            continue
        if _is_told(wanted, state) or _is_told(kept, opposite):
            continue
        if shared - families(content_words(f"{state[0]} {opposite[0]}")):
            return state[0], opposite[0]
    return None


def _is_told(text: str, state: re.Match[str]) -> bool:
    """Tell whether a state is denied, or stands where the text says of whom or when it speaks."""
    return _TELLS.search(_CLAUSE.split(text[: state.start()])[-1]) is not None
