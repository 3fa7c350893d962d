"""One side asks for what the other leaves out.

What it does: finds a duty on one side and, on the other, a part of a sentence that denies or drops a thing ("is no",
"nobody checks", "we skip", "unsigned", "is optional"), of the same words or of a pair likely of one act.
Why it matters: whoever follows the second text fails in the duty of the first.
"""

from policycheck.conflicts.acts import Stance, stance_of
from policycheck.conflicts.contrary import Denial, denials_of
from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.shared import LIKELY, all_families, share
from policycheck.conflicts.wording import left_out_message
from policycheck.domain.findings import ConflictType
from policycheck.lexicon.families import families
from policycheck.lexicon.words import content_words
from policycheck.matching import Statement
from policycheck.matching.quoting import clip

_QUOTED = 60


def left_out(pair: Pair) -> Objection | None:
    """Return the objection, or None where nothing that one side asks for is left out by the other."""
    found = _found(pair.a, pair.b, pair.probability)
    turned = found is None and not pair.against_source
    if turned:
        found = _found(pair.b, pair.a, pair.probability)
    if found is None:
        return None
    denial, met, asked = found
    words = (denial.written, asked) if turned else (asked, denial.written)
    return Objection(
        type=ConflictType.MODALITY,
        message=left_out_message(pair, *words),
        a_words=words[0],
        b_words=words[1],
        loosely=True,
        by="left_out",
        met=met,
    )


def _found(asks: Statement, leaves: Statement, probability: float) -> tuple[Denial, float, str] | None:
    reading = asks.reading
    if reading is None or stance_of(reading) is not Stance.BIDS or denials_of(asks):
        return None
    asked = clip(reading.act or asks.text, _QUOTED) if asks.is_row else reading.signal
    best: tuple[Denial, float, str] | None = None
    for denial in denials_of(leaves):
        if denial.turned or _speaks_of_it(asks, denial.written):
            continue
        met = share(denial.words, all_families(asks))
        if (met or probability >= LIKELY) and (best is None or met > best[1]):
            best = denial, met, asked
    return best


def _speaks_of_it(asks: Statement, written: str) -> bool:
    """Tell whether what asks uses the word that denies too: "unpaid carers", "care that is not paid"."""
    same = families(content_words(written)) & all_families(asks)
    return bool(same) or written.lower() in asks.text.lower().split()
