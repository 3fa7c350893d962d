"""The plain sentences of contradictions; each names both places and quotes both sides."""

from policycheck.conflicts.pair import Pair
from policycheck.matching.parts import Difference


def _clip(text: str, limit: int = 110) -> str:
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1].rsplit(" ", 1)[0] + "…"


def figures_message(pair: Pair, difference: Difference, what: str) -> str:
    """Return the sentence for two figures."""
    return (
        f"Two {what} for the same thing: {pair.a_name} says “{_clip(difference.source)}”, "
        f"{pair.b_name} says “{_clip(difference.policy)}”."
    )


def opposites_message(pair: Pair, difference: Difference) -> str:
    """Return the sentence for a duty or permission against a prohibition."""
    return (
        f"{pair.a_name} says “{_clip(difference.source)}” and {pair.b_name} says "
        f"“{_clip(difference.policy)}” of the same act: both cannot be followed."
    )


def holders_message(pair: Pair, difference: Difference) -> str:
    """Return the sentence for two duty holders."""
    return (
        f"The same task is given to two people: {pair.a_name} names “{_clip(difference.source)}”, "
        f"{pair.b_name} names “{_clip(difference.policy)}”."
    )


def definitions_message(pair: Pair) -> str:
    """Return the sentence for two definitions."""
    return (
        f"“{pair.a.term}” has two meanings: {pair.a_name} says “{_clip(pair.a.meaning)}”, "
        f"{pair.b_name} says “{_clip(pair.b.meaning)}”."
    )
