"""A sentence with two duties, each with a subject of its own, in two pieces."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from policycheck.domain.documents import DocumentKind
from policycheck.lexicon.roles import ends_in_role, is_charged
from policycheck.lexicon.verbs import bases, state_verbs, third_persons
from policycheck.obligations.finite import MODALS
from policycheck.obligations.grammar import main_clause
from policycheck.obligations.modality import Signal, find_signals
from policycheck.obligations.orders import imperative
from policycheck.obligations.sentences import Token, tokens_of
from policycheck.obligations.subjects import subject_of
from policycheck.obligations.vocabulary import word_set

_JOINT = re.compile(r";|\bbut\b|,\s*and\b", re.IGNORECASE)
_HOLDER = re.compile(
    r",\sand\s(?P<holder>the\s(?:\w+\s){1,3}?)(?P<verb>\w+s)\s(?=(?:the|a|an|it|them|each|every|all)\b)",
    re.IGNORECASE,
)
_SEMICOLON = re.compile(r"\s*;\s+")
# A part that begins so goes on with the one before it; "it" and the like are what that one names.
_GOES_ON = word_set("openers") | word_set("relatives") | {"and", "or", "nor", "but", "then", "so", "that"}
_LEADS_IN = word_set("openers") | word_set("weak_openers") | word_set("prepositions") | {"should"}
_POINTING = frozenset(
    ["it", "they", "he", "she", "this", "that", "these", "those", "both", "all", "one", "there"]
)
_BACK = re.compile(
    r"(?:it|they|he|she)\b|(?:the\s)?(?:rest|others?|latter|same|remainder)\b|(?:one|some|none)\sof\b|\w+\selse\b",
    re.IGNORECASE,
)
# What holds until something is done is a rule of its own, whoever is pointed to: "until then they may ...".
_MEANWHILE = re.compile(r"(?:(?:until|till)\sthen|(?:in\sthe\s)?meantime|meanwhile),?\s", re.IGNORECASE)
# "Nobody is asked" and "a van waits" may go on with what stands before them; these ask by themselves.
_FORCE = MODALS | {"do", "does", "don't", "doesn't", "need", "needs", "needn't"}
_FEWEST = 3  # words, marks and figures of a sentence: not "ask."
_TAIL = re.compile(r"[,;]\s*(?:and|but)?$|\b(?:and|but)$")


def split_duties(text: str, kind: DocumentKind) -> list[str]:
    """Cut a policy's sentence where a second duty with a subject of its own begins: "..., and the clerk must ..."."""
    if kind is not DocumentKind.POLICY or ";" not in text:
        return _split_by_subject(text, kind)
    return [piece for part in _split_at_semicolons(text) for piece in _split_by_subject(part, kind)]


def _split_at_semicolons(text: str) -> list[str]:
    """Cut "A receipt is not needed; do not offer one" before what stands by itself and asks, forbids or lets off."""
    parts = _SEMICOLON.split(text)
    first = tokens_of(parts[0])
    # "In a fire, use the stairs; do not use the lift": the case is of both
    if not first or first[0].low in _LEADS_IN or ":" in parts[0] or "—" in parts[0]:
        return [text]
    inside = [first[place].low for place in main_clause(first).openers]
    if (inside and len(parts) > 2) or not {"that", "whether"}.isdisjoint(inside):
        return [text]
    whole = _is_sentence(parts[0], lambda _: True) and all(
        _is_sentence(part, _FORCE.__contains__) for part in parts[1:]
    )
    return parts if whole else [text]


def _is_sentence(text: str, tells: Callable[[str], bool]) -> bool:
    """Tell whether a part is an order, or has a verb that `tells` with a subject that points to nothing before it."""
    meanwhile = _MEANWHILE.match(text)
    if meanwhile:
        text = text[meanwhile.end() :]
    tokens = tokens_of(text)
    if len(tokens) < _FEWEST or tokens[0].low in _GOES_ON or (_BACK.match(text) and not meanwhile):
        return False
    clause = main_clause(tokens)
    if imperative(text, tokens, clause) is not None:
        return True
    verbs = [verb for verb in sorted({*clause.verbs, *clause.others}) if tells(tokens[verb].low)]
    subjects = (subject_of(text, tokens, clause, verb) for verb in verbs)
    return any(subject.text and (meanwhile or subject.text.lower() not in _POINTING) for subject in subjects)


def _split_by_subject(text: str, kind: DocumentKind) -> list[str]:
    """Cut where a second subject with a duty of its own begins."""
    if kind is not DocumentKind.POLICY or not (_JOINT.search(text) or _TAIL.search(text)):
        return [text]
    tokens = tokens_of(text)
    clause = main_clause(tokens)
    joint = _second_holder(text)
    if joint and not (clause.openers and clause.openers[0] == 0):
        return [text[: joint.start()].rstrip(), text[joint.start("holder") :]]
    if len(clause.verbs) < 2 or (clause.openers and clause.openers[0] == 0):
        return [text]
    signals = [one for one in find_signals(text, tokens, clause, kind) if one.modality is not None]
    cuts = [one.subject.start for earlier, one in pairwise(signals) if _stands_alone(tokens, earlier, one)]
    edges = [0, *(tokens[cut].start for cut in cuts), len(text)]
    return [piece for piece in (_trimmed(text[start:end]) for start, end in pairwise(edges)) if piece]


def _second_holder(text: str) -> re.Match[str] | None:
    """Find ", and the manager refers ...": somebody else's act in the plain present."""
    for found in _HOLDER.finditer(text):
        base = third_persons().get(found["verb"].lower(), "")
        acts = base in bases() and base not in state_verbs()
        if acts and is_charged(found["holder"]) and ends_in_role(found["holder"]):
            return found
    return None


def _stands_alone(tokens: Sequence[Token], earlier: Signal, signal: Signal) -> bool:
    start = signal.subject.start
    if not signal.subject.text or start <= earlier.after or signal.words.split()[0].lower() not in MODALS:
        return False
    return tokens[start - 1].low in (";", "but") or (
        tokens[start - 1].low == "and" and tokens[start - 2].low == ","
    )


def _trimmed(piece: str) -> str:
    return _TAIL.sub("", piece.strip()).rstrip()
