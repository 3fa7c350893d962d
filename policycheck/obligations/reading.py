"""One sentence, with the list below it, becomes a statement of duty or nothing."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from policycheck.domain.documents import DocumentKind
from policycheck.domain.obligations import LimitKind, Modality, Threshold, TimeLimit
from policycheck.lexicon.hedges import hedge_in
from policycheck.lexicon.verbs import third_persons
from policycheck.obligations.actors import duty_holder_of, is_participle
from policycheck.obligations.definitions import amends, read_definition
from policycheck.obligations.duties import cleft_duty, duty_phrase, verbless_duty
from policycheck.obligations.figures.bounds import has_waited
from policycheck.obligations.found import Found
from policycheck.obligations.grammar import main_clause
from policycheck.obligations.limits import find_time_limits
from policycheck.obligations.modality import Signal, find_signals, strongest
from policycheck.obligations.orders import imperative
from policycheck.obligations.parts import (
    Piece,
    act_of,
    find_conditions,
    find_exceptions,
    holds_case,
    recipient_of,
)
from policycheck.obligations.present import plain_present
from policycheck.obligations.purposes import find_purpose
from policycheck.obligations.sentences import Token, tokens_of
from policycheck.obligations.spans import Places, Span
from policycheck.obligations.thresholds import find_thresholds
from policycheck.obligations.vocabulary import begins_with, phrases_by_first, word_set

_PROMISING = (DocumentKind.POLICY, DocumentKind.STANDARD)
_CASE = re.compile(
    r"(?:where|if|when|whenever|in\sthe\s(?:event|case)|in\scases?|provided|having|while|whilst|to\sthe\sextent)\b",
    re.I,
)
# "Step 4: Check the lock", and the "No →" of a flow chart, which denies nothing; "Yes: go to step 5" asks nothing.
_LABEL = re.compile(
    r"(?:(?:step|stage|phase)\s\d{1,2}\s?[:–—-]|(?:yes|no)\s?(?:→|->|:))\s+(?!\d|(?:go|move|turn)\s(?:on\s)?to\b)",
    re.I,
)
_IN_RELATIVE = re.compile(r"\b(?:who|which)\b[^,;.]*$")
ADJECTIVES = frozenset(["annual", "biannual", "biennial", "triennial", "bi-annual"])
_LONGEST = 15_000  # characters of a list that are searched for limits and conditions
_USUALLY = re.compile(r"\b(?:usually|normally|generally|ordinarily|typically)\b", re.IGNORECASE)
_FIRM_SIGNALS = frozenset(["must", "shall", "has", "have", "is", "are", "need", "needs"])


def read_sentence(text: str, kind: DocumentKind, *, rest: str = "") -> Found | None:
    """Read one sentence; `rest` is its list and closing words, where the parts are looked for as well.

    None where it binds, recommends and allows nothing. `Found.text` is the sentence and the rest; `start` is
    where in it the deciding words begin.
    """
    whole = f"{text} {rest[:_LONGEST]}".strip()
    tokens, signals, signal = _signals_of(text, whole, kind)
    if signal is None or signal.modality is None:
        return None
    return _found(whole, len(text), tokens, signals, signal)


def asks_something(text: str, kind: DocumentKind) -> bool:
    """Tell whether `read_sentence` would find anything, without looking for the parts."""
    signal = _signals_of(text, text, kind)[2]
    return signal is not None and signal.modality is not None


def _signals_of(
    text: str, whole: str, kind: DocumentKind
) -> tuple[Sequence[Token], list[Signal], Signal | None]:
    """Return the words of a sentence, what signals in it, and which of these decides."""
    if text.rstrip().endswith("?") or read_definition(text) is not None:
        return (), [], None
    if kind is DocumentKind.LEGISLATION and amends(text):
        return (), [], None
    label = _LABEL.match(text)
    tokens = _without_opening(tuple(t for t in tokens_of(text) if label is None or t.start >= label.end()))
    if not tokens:
        return (), [], None
    return tokens, *_decide(text, tokens, kind, timed=lambda: _is_timed(whole))


def _without_opening(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Step over "Please note that", which changes nothing."""
    if not tokens or tokens[0].low not in phrases_by_first("transparent", "words"):
        return tokens
    words = tuple(token.low for token in tokens[:10])
    if begins_with(words, "transparent", "words"):
        longest = max(
            len(phrase)
            for phrase in phrases_by_first("transparent", "words")[words[0]]
            if words[: len(phrase)] == phrase
        )
        tokens = tokens[longest:]
        return tokens[1:] if tokens and tokens[0].low == "," else tokens
    return tokens


def _is_timed(text: str) -> bool:
    """Tell whether a text sets a time or a period with a figure."""
    if any(
        not one.value.is_vague and one.value.text.lower() not in ADJECTIVES for one in find_time_limits(text)
    ):
        return True
    return any(one.value.kind == "retention" for one in find_thresholds(text))


def _decide(
    text: str, tokens: Sequence[Token], kind: DocumentKind, *, timed: Callable[[], bool]
) -> tuple[list[Signal], Signal | None]:
    clause = main_clause(tokens)
    phrase = duty_phrase(text, tokens)
    if phrase is not None:
        return [phrase], phrase
    promising = kind in _PROMISING
    phrase = cleft_duty(text, tokens, promising=promising)
    if phrase is not None:
        return [phrase], phrase
    phrase = verbless_duty(text, tokens, clause) if promising else None
    if phrase is not None:
        return [phrase], phrase
    order = imperative(text, tokens, clause) if promising else None
    signals = find_signals(text, tokens, clause, kind)
    if order is not None and not any(signal.place <= order.place for signal in signals):
        return [order], _softened(text, order)
    signal = strongest(signals)
    if promising and signal is None:
        signal = plain_present(text, tokens, clause, timed=timed, skipping={one.place for one in signals})
        signals = [signal] if signal else []
    if signal is not None and promising:
        signal = _softened(text, signal)
    return signals, signal


def _softened(text: str, signal: Signal) -> Signal:
    """ "Where possible" turns a plain promise into a recommendation; "must" stays "must"."""
    firm = signal.words.split()[0].lower() in _FIRM_SIGNALS and (
        " to" in signal.words or signal.words.lower().startswith(("must", "shall"))
    )
    if firm or signal.modality is None or not signal.modality.binds:
        return signal
    hedged = _USUALLY.search(signal.words) or hedge_in(text)
    return replace(signal, modality=Modality.RECOMMENDATION) if hedged else signal


def _found(
    whole: str, lead_end: int, tokens: Sequence[Token], signals: Sequence[Signal], signal: Signal
) -> Found:
    found_limits, thresholds = find_time_limits(whole), find_thresholds(whole)
    at = tokens[signal.place].start if signal.place < len(tokens) else 0
    subject_at = (
        tokens[signal.subject.start].start
        if signal.subject.text and signal.subject.start < len(tokens)
        else at
    )
    told = lead_end if _tells(tokens, signal.after) else len(whole)
    conditions, exceptions = _cases(whole, told, at, subject_at, (*found_limits, *thresholds))
    limits = [span for span in found_limits if not _in_a_case(whole, span, at, conditions, exceptions)]
    holder, source = duty_holder_of(whole, tokens, signal.subject, signal.after, signal.words)
    cuts = [(one.start, one.end) for one in (*conditions, *exceptions)]
    cuts += [(span.start, span.end) for span in limits if span.value.text.lower() not in ADJECTIVES]
    cuts += [(one.start, one.end) for one in thresholds if one.value.kind == "retention"]
    end = _end_of_act(whole, lead_end, tokens, signals, signal)
    return Found(
        text=whole, modality=signal.modality or Modality.PERMISSION, signal=signal.words, duty_holder=holder,
        recipient=recipient_of(whole, tokens, signal), act=act_of(whole, tokens, signal, cuts, end=end, holder=holder),
        conditions=tuple(piece.text for piece in conditions),
        exceptions=tuple(piece.text for piece in exceptions if piece.text.lower() != "even"),
        time_limits=tuple(span.value for span in limits), thresholds=tuple(span.value for span in thresholds),
        has_subject=bool(signal.subject.text), start=at, holder_source=source, subject=signal.subject.text,
        purpose=purpose.text if (purpose := find_purpose(whole[: max(lead_end, end)])) else "",
    )  # fmt: skip


def _cases(
    whole: str, told: int, at: int, subject_at: int, figures: Sequence[Span[TimeLimit] | Span[Threshold]]
) -> tuple[list[Piece], list[Piece]]:  # fmt: skip
    """Return the conditions and the exceptions; what takes cases out of a condition belongs to it.

    From `told` on the text lists contents: in "the plan must set out: where the child will live" nothing is a case.
    """
    raw, without = find_conditions(whole), find_exceptions(whole)
    starts = [piece.start for piece in raw]
    exceptions = [_until_next(_before_subject(whole, piece, at, subject_at), starts) for piece in without]
    taken = Places(len(whole), figures, exceptions)
    conditions = [
        _before_subject(whole, piece, at, subject_at) for piece in raw
        if not taken.overlap(piece.start, piece.start + 1) and piece.start <= told
    ]  # fmt: skip
    inside = [(one.start, one.end) for one in conditions if one.start < at]
    kept = [one for one in exceptions if not any(start < one.start < end for start, end in inside)]
    return conditions, kept


def _tells(tokens: Sequence[Token], after: int) -> bool:
    """Tell whether what must be done is to say or know something."""
    low = tokens[after].low if after < len(tokens) else ""
    return third_persons().get(low, low) in word_set("content_verbs", "narrative") | {"understand", "know"}


def _until_next(piece: Piece, starts: Sequence[int]) -> Piece:
    """In "Subject to paragraph (3), if it appears" the exception ends where the condition begins."""
    following = [
        start for start in starts if piece.start < start < piece.end and not holds_case(piece, start)
    ]
    if not following:
        return piece
    words = piece.text[: following[0] - piece.start].rstrip(" ,;:—–")
    return Piece(piece.start, piece.start + len(words), words)


def _before_subject(whole: str, piece: Piece, signal_at: int, subject_at: int) -> Piece:
    """A condition at the head runs up to the subject, however many commas it holds."""
    opens = not whole[: piece.start].strip(" \"“‘'(-–—•")
    if piece.start < subject_at and (opens or piece.end > subject_at) and piece.start < signal_at:
        words = whole[piece.start : subject_at].rstrip(" ,;:—–")
        return Piece(piece.start, piece.start + len(words), words)
    if piece.start < signal_at < piece.end:
        words = whole[piece.start : signal_at].rstrip(" ,;:—–")
        return Piece(piece.start, piece.start + len(words), words)
    return piece


def _end_of_act(
    whole: str, lead_end: int, tokens: Sequence[Token], signals: Sequence[Signal], signal: Signal
) -> int:
    """The act ends with the sentence, or where another duty of the same sentence begins."""
    if signal.stop >= 0:
        return tokens[signal.stop].start if signal.stop < len(tokens) else lead_end
    for other in signals:
        if other.place > signal.place and (other.modality is not signal.modality or other.subject.text):
            begin = other.subject.start if other.subject.text else other.place
            marks = [place for place in range(signal.after, begin) if tokens[place].low in (";", "but")]
            place = marks[-1] if marks else max(begin - 1, signal.after)
            return tokens[place].start
    return min(lead_end, len(whole))


def _in_a_case(
    whole: str,
    span: Span[TimeLimit],
    signal_at: int,
    conditions: Sequence[Piece],
    exceptions: Sequence[Piece],
) -> bool:
    """Tell whether a time belongs to a case ("if it is late by 5 days, ...") and not to the duty."""
    for piece in exceptions:
        if piece.start < span.start < piece.end:
            return True
    for piece in conditions:
        leading = piece.start < signal_at and span.start < signal_at
        if leading and piece.start < span.start < piece.end and _CASE.match(piece.text):
            return True
    if _tells_of_others(
        whole[signal_at if span.start > signal_at else 0 : span.start].rstrip(), span.value.text
    ):
        return True
    if span.value.kind is LimitKind.FOR:
        return (
            span.start < signal_at
            or _IN_RELATIVE.search(whole[max(0, span.start - 80) : span.start]) is not None
            or has_waited(whole, span.start + len("for "))
        )
    return False


# What is reckoned, and what somebody means to do: a time there is no time of the duty.
_RECKONED = re.compile(
    r"\b(?:(?:number|share|proportion|percentage|rate)\sof|how\smany|what\s(?:number|share|proportion|percentage))\s[^,;.:]*\b(?P<done>\w+)$",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"\b(?:that|which|what|how)\s[^,;.:]*\b(?:intend|plan|hope|aim|expect|want|mean|propose)s?\sto\s[^,;.:]*$",
    re.IGNORECASE,
)


def _tells_of_others(before: str, limit: str) -> bool:
    """Tell "the number of vines lost within a year" and "what it hopes to do in ten years" from a time to act in."""
    reckoned = _RECKONED.search(before)
    return (reckoned is not None and is_participle(reckoned["done"].lower())) or (
        limit.lower().startswith("in ") and _MEANT.search(before) is not None
    )
