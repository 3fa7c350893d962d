"""A sentence with two duties, each with a subject of its own, in two pieces."""

import re
from collections.abc import Sequence
from itertools import pairwise

from policycheck.domain.documents import DocumentKind
from policycheck.lexicon.roles import ends_in_role, is_charged
from policycheck.lexicon.verbs import bases, state_verbs, third_persons
from policycheck.obligations.finite import MODALS
from policycheck.obligations.grammar import main_clause
from policycheck.obligations.modality import Signal, find_signals
from policycheck.obligations.sentences import Token, tokens_of

_JOINT = re.compile(r";|\bbut\b|,\s*and\b", re.IGNORECASE)
_HOLDER = re.compile(
    r",\sand\s(?P<holder>the\s(?:\w+\s){1,3}?)(?P<verb>\w+s)\s(?=(?:the|a|an|it|them|each|every|all)\b)",
    re.IGNORECASE,
)
_TAIL = re.compile(r"[,;]\s*(?:and|but)?$|\b(?:and|but)$")


def split_duties(text: str, kind: DocumentKind) -> list[str]:
    """Cut a policy's sentence where a second duty with a subject of its own begins: "..., and the clerk must ..."."""
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
