"""What a cell of a table makes of the act it names: "Should carry a badge", "Need not sign", "No smoking"."""

import re
from collections.abc import Sequence

from policycheck.domain.documents import DocumentKind
from policycheck.domain.obligations import Modality
from policycheck.lexicon.hedges import hedge_in
from policycheck.lexicon.verbs import noun_like, third_persons
from policycheck.obligations.finite import AUXILIARIES, MODALS
from policycheck.obligations.grammar import main_clause
from policycheck.obligations.matching import match_phrase
from policycheck.obligations.modality import Signal, find_signals
from policycheck.obligations.sentences import Token, tokens_of
from policycheck.obligations.vocabulary import word_set

_SOMEBODY = "They"  # stands for whom another column names
_USUALLY = re.compile(r"(?:usually|normally|generally|ordinarily|typically|mostly)\b", re.IGNORECASE)
_NOBODY = re.compile(r"(?:nobody|no[ -]?one)\b(?!\s(?:but|except|other))", re.IGNORECASE)
# "No lending", "Not lent", "Does not lend"; "no later than noon", "no more than two" and "not only" do not forbid.
_DENIED = re.compile(
    r"(?:nobody|no[ -]one|nothing|none\sof|(?:do|does|is|are)\s(?:not|never)|(?:do|does|is|are)n['’]t|never|"
    r"(?:no|not)\s(?!(?:later|more|less|fewer|sooner|earlier|longer|matter|doubt|only|until|before|yet)\b)(?=\w))\b",
    re.IGNORECASE,
)
_NEEDLESS = re.compile(
    r"(?:none|nil|not\sapplicable|no\s(?:further\s)?(?:action|need|duty|limit|restriction|requirement|change)s?)\b|"
    r"[^.;:]*\b(?:no|not|never|n['’]t)\b[^.;:]*\b(?:needed?|required?|necessary|payable|due)\b",
    re.IGNORECASE,
)


def read_cell(cell: str, holder: str, *, names_act: bool) -> tuple[str, Modality]:
    """Return the words of a cell that say more than that the act is done, and what they make of it.

    "Where possible, carries a badge" advises, "may use the side door" permits, "must not sign alone" forbids, and so
    does whatever is put down to Nobody. A cell of a column that does not say that it `names_act` counts only where it
    opens with such a verb: "no smoking signs" are looked at.
    """
    if _NOBODY.match(holder):
        return holder, Modality.PROHIBITION
    if not (names_act or _is_bare(tokens_of(cell))):
        return "", Modality.OBLIGATION
    hedge = hedge_in(cell)
    act = (cell.replace(hedge, "", 1) if hedge else cell).strip(" ,")
    words, modality = _told(act)
    usually = _USUALLY.match(act)
    if (
        modality is Modality.OBLIGATION
        and (hedge or usually)
        and not act.lower().startswith(("must", "shall"))
    ):
        return hedge or (usually[0] if usually else ""), Modality.RECOMMENDATION
    return words, modality


def is_nobody(holder: str) -> bool:
    """Tell whether a column of who acts says that nobody does."""
    return _NOBODY.match(holder) is not None


def _told(act: str) -> tuple[str, Modality]:
    signal = _at_head(act)
    if signal is not None:
        return signal.words, signal.modality or Modality.PERMISSION
    if needless := _NEEDLESS.match(act):
        return needless[0], Modality.PERMISSION
    denied = _DENIED.match(act)
    return (denied[0].strip(), Modality.PROHIBITION) if denied else ("", Modality.OBLIGATION)


def _at_head(act: str) -> Signal | None:
    """Return the signal that a cell opens with, or that follows its subject, None where that only tells of the act."""
    if not act:
        return None
    bare = _is_bare(tokens_of(act))
    text = f"{_SOMEBODY} {act}" if bare else act
    tokens = tokens_of(text)
    clause = main_clause(tokens)
    signals = find_signals(text, tokens, clause, DocumentKind.POLICY)
    signal = signals[0] if signals else None
    if signal is None or signal.modality is Modality.OBLIGATION:
        return None
    # "If asked, may lend" opens with the case; "asks whether they may" and "opens the gate; they may" tell.
    before = [place for place in (*clause.verbs, *clause.others, *clause.openers) if 0 < place < signal.place]
    in_case = tokens[0].low in word_set("openers") and not signal.subject.text
    return signal if not before and (bare or in_case or _has_own_subject(tokens, signal)) else None


def _is_bare(tokens: Sequence[Token]) -> bool:
    """Tell whether a cell begins with what somebody may, must or does, adverbs passed over."""
    place = next((at for at, token in enumerate(tokens) if token.low not in word_set("adverbs")), 0)
    return bool(tokens) and (
        tokens[place].low in MODALS | AUXILIARIES or match_phrase(tokens, place) is not None
    )


def _has_own_subject(tokens: Sequence[Token], signal: Signal) -> bool:
    """Tell "Tools may be lent" and "Only the manager may lend" from "Lends tools" and "Pours it into the can"."""
    first, follower = tokens[0].low, tokens[1].low
    known = word_set("determiners") | word_set("pronouns")
    verb = (first in third_persons() and first not in noun_like()) or (
        follower in known and first not in known
    )
    return bool(signal.subject.text) and signal.subject.start <= 1 and (first == "only" or not verb)
