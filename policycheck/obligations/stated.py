"""What a policy says as plain fact, where it was not read as a duty: its figures and its negation.

"A first visit takes place within five working days" states what is done. Nobody is told to do it in so many words, so
it is no obligation of the document; but where it speaks of the same act as a duty of the law, its figures are an
answer.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from policycheck.domain.documents import Clause, ClauseKind, DocumentKind
from policycheck.domain.obligations import Modality, Obligation
from policycheck.lexicon.abbreviations import is_abbreviation
from policycheck.lexicon.questions import BARE_ANSWER, answered
from policycheck.obligations.actors import agent_of, is_actor, is_done_to
from policycheck.obligations.coordination import split_duties
from policycheck.obligations.grammar import main_clause
from policycheck.obligations.limits import find_time_limits
from policycheck.obligations.parts import find_conditions, find_exceptions
from policycheck.obligations.past import is_narrated
from policycheck.obligations.sentences import split_sentences, tokens_of
from policycheck.obligations.subjects import subject_of
from policycheck.obligations.thresholds import find_thresholds

# "No dogs" forbids as "never" does; "no later than noon" bounds.
_NEVER = re.compile(
    r"\b(?:never|nobody|no[ -]one|none|neither|cannot|not|n't)\b|n[’']t\b|"
    r"(?:^\s?(?:sorry,\s)?|(?<=[.;:!?]\s))no\s(?!(?:later|more|less|fewer|sooner|earlier|longer|greater|other|matter|doubt)\b)[a-z]",
    re.IGNORECASE,
)
_NOT = r"(?:\snot|n[’']t)"
_NEEDLESS = re.compile(
    rf"\b(?:no\sneed|need{_NOT}|(?:is|are|re){_NOT}\s(?:required|needed|necessary|obliged|bound)|"
    rf"(?:do|does){_NOT}\s(?:have\sto|need|require)|(?:won[’']t|(?:will|shall)\snot)\s(?:have\sto|need)|"
    r"no\s[^.;:]{2,60}\s(?:is|are)\s(?:required|needed|necessary)|not\shave\sto|optional|(?:is|are)\s(?:free|welcome|allowed|permitted|able)\sto|"
    # "Rinse each empty can once"
    r"(?<!each\s)(?<!every\s)(?<!the\s)(?<!empty\s)(?<!full\s)(?<!used\s)can)\b",
    re.IGNORECASE,
)
_EXPLAINED = re.compile(
    r"(?:and\s)?[“\"‘']?(?P<name>[A-Z][\w&/-]{1,9})[”\"’']?(?:\s?[:=]|,?\s(?:[–—-]|means?|is|(?:(?:stands?|is\sshort)\s)?for)|(?=\s(?:the|an?)\s))\s"
    r"(?P<words>[^:=]{3,80})"
)
_PARTS = re.compile(r"[.,;\n]\s*(?:•\s)?|\s(?=and\s[“\"‘']?[A-Z]{2})")
_BULLET = "\n•"
_LONGEST = 4_000  # characters of a clause that are searched
_FEWEST = 4  # words of a sentence that states something


def _any(text: str) -> bool:
    return bool(text)


def read_stated(
    clauses: Sequence[Clause],
    *,
    read: Mapping[str, Sequence[str]],
    document: str = "",
    wanted: Callable[[str], bool] = _any,
) -> list[Obligation]:
    """Return what clauses say beside the texts `read` from each (by id); `signal` is "" since no word binds.

    One reading for a clause from which nothing was read, and one for each sentence of a paragraph that stands beside
    those that were: "Ring the bell. The van is there within the hour." Definitions, initials spelt out, quoted text,
    what only narrates and questions, which state nothing, are left out. Only texts that are `wanted` are read.
    """
    found = []
    for clause in clauses:
        if clause.kind is ClauseKind.DEFINITION or clause.quoted or _only_spells_out(clause.text):
            continue
        texts = read.get(clause.id)
        # Of a list only the words above it: an item speaks of one thing among many.
        told = _beside(clause, texts) if texts else [clause.text.partition(_BULLET)[0]]
        told = [text[:_LONGEST] for text in told]
        found += [
            _stated(clause, text, document) for text in told if wanted(text) and not _narrates(clause, text)
        ]
    return found


def _only_spells_out(text: str) -> bool:
    """Tell whether a text only says what initials stand for: "FM: ferry master. DP = deck pilot."."""
    parts = [_EXPLAINED.fullmatch(part) for part in _PARTS.split(text.strip(" •")) if part]
    return bool(parts) and all(part and _abbreviates(part["name"], part["words"]) for part in parts)


def _abbreviates(name: str, words: str) -> bool:
    letters = iter([word[0].lower() for word in words.split()])
    return is_abbreviation(name) and all(
        letter in letters for letter in name.removesuffix("s").lower() if letter.isalnum()
    )


def _narrates(clause: Clause, text: str) -> bool:
    """Tell whether a text of the past answers nothing; a row records what is done."""
    return clause.kind is not ClauseKind.ROW and is_narrated(text)


def _beside(clause: Clause, texts: Sequence[str]) -> list[str]:
    if clause.kind is not ClauseKind.PARAGRAPH or _BULLET in clause.text or len(clause.text) > _LONGEST:
        return []
    return [
        part
        for sentence in _with_questions(clause.text)
        for part in split_duties(sentence, DocumentKind.POLICY)
        if not part.endswith("?")
        and len(part.split()) >= _FEWEST
        and not any(part in text or text in part for text in texts)
    ]


def _with_questions(text: str) -> Iterator[str]:
    """Yield the sentences of a text, "No." and other short answers with the question before them."""
    sentences = split_sentences(text)
    for before, sentence in pairwise(["", *sentences]):
        asked = before.endswith("?") and _needs_question(before, sentence)
        start = text.find(before) if asked else -1
        end = text.find(sentence, start) + len(sentence)
        yield text[start:end] if asked else sentence


def _needs_question(question: str, answer: str) -> bool:
    """Tell "No." and "They are free." from an answer that says by itself of what it speaks."""
    short = len(answer.split()) < _FEWEST and not answer.endswith("?")
    return short or BARE_ANSWER.match(answer) is not None or answered(f"{question} {answer}") is not None


def _stated(clause: Clause, text: str, document: str) -> Obligation:
    return Obligation(
        id="",
        document=document,
        clause=clause.id,
        ref=clause.ref,
        text=text,
        modality=answered(_with_heading(clause, text)) or _modality(text),
        duty_holder=who_acts(text),
        conditions=tuple(piece.text for piece in find_conditions(text)),
        exceptions=tuple(piece.text for piece in find_exceptions(text)),
        time_limits=tuple(span.value for span in find_time_limits(text)),
        thresholds=tuple(span.value for span in find_thresholds(text)),
    )


def _with_heading(clause: Clause, text: str) -> str:
    heading = clause.heading_path[-1] if clause.heading_path else ""
    return f"{heading} {text}" if heading.endswith("?") else text


_ASKING = frozenset(["how", "what", "when", "where", "why", "which"])


def who_acts(text: str) -> str:
    """Return who does what the first sentence of a text states, "" where nobody is named."""
    sentence = next(iter(split_sentences(text)), "")
    tokens = tokens_of(sentence)
    if not tokens or (sentence.endswith("?") and tokens[0].low in _ASKING):
        return ""
    agent = agent_of(sentence, tokens, 0)
    if agent:
        return agent
    clause = main_clause(tokens)
    for verb in sorted({*clause.verbs[:1], *clause.others[:1]}):
        if is_done_to(tokens, verb):
            return ""  # "the inspector will be informed": by whom is not said
        subject = subject_of(sentence, tokens, clause, verb).text
        if subject and is_actor(subject):
            return subject
    return ""


# "So that everybody can see", "where a child can reach", "and who is allowed to": what somebody may do is told there.
_TELLING = re.compile(
    r"(?:\b(?:so\sthat|how|what|whom|to\swhom)\b[^,.;:]*|(?<=.)\bwhere\b[^,.;:]*|\bwho(?:\s\w+)?\s?|"
    r"\bthat\s(?:you|they|he|she|it|we|the|an?|any|every\w*|no\w*)\b[^,.;:]*)$",
    re.IGNORECASE,
)


# "Locked whenever nobody is in" forbids nothing.
_CASE = 120  # characters of a case before its denial
_IN_A_CASE = re.compile(r"\b(?:if|when(?:ever)?|wherever|where|in\scase)\b[^,.;:?!]*$", re.IGNORECASE)


def _modality(text: str) -> Modality:
    _, asked, answer = text.rpartition("?")
    if asked and not _leaves_free(answer) and _denies(answer):
        return Modality.PROHIBITION
    if _leaves_free(text):
        return Modality.PERMISSION
    return Modality.PROHIBITION if _denies(text) else Modality.OBLIGATION


def _leaves_free(text: str) -> bool:
    return any(not _TELLING.search(text, 0, found.start()) for found in _NEEDLESS.finditer(text))


def _denies(text: str) -> bool:
    places = (found.start() for found in _NEVER.finditer(text))
    return any(not _IN_A_CASE.search(text, max(0, place - _CASE), place) for place in places)
