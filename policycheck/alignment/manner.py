"""On what terms a duty is to be done, and of which no answer to it says anything: without charge, with reasons, alone.

Each is said in few words and in many ways, so that it is looked for by the words of any of them.
"""

import re
from collections.abc import Sequence
from functools import cache

from policycheck.alignment.answers import Answer
from policycheck.alignment.wordings import spoken
from policycheck.lexicon.data import load
from policycheck.lexicon.phrases import compile_phrases
from policycheck.lexicon.words import stem
from policycheck.matching import Statement
from policycheck.matching.forbidding import forbids

_WORD = re.compile(r"[a-z]+(?:[-'][a-z]+)*")


def terms_untold(source: Statement, answers: Sequence[Answer]) -> list[str]:
    """Return the phrases, as the duty has them, that say on what terms it is to be done and that no answer heeds.

    A ban is kept whatever else is done with the thing; a row has no room for more than one such phrase, and may leave
    it to its heading.
    """
    assert source.reading is not None  # noqa: S101 - obligations have readings
    reading = source.reading
    if source.is_row or forbids(reading):
        return []
    asked = reading.text[max(0, reading.signal_start) :]
    for case in (*reading.conditions, *reading.exceptions):
        asked = asked.replace(case, " ")
    said = frozenset(word for answer in answers for word in _stems(answer.statement))
    found = []
    for phrases, told in _terms():
        phrase = phrases.search(asked)
        if phrase is not None and told.isdisjoint(said):
            found.append(phrase[0])
    return found


def _stems(statement: Statement) -> list[str]:
    whole = f"{statement.section} {spoken(statement)}".lower().replace("’", "'")
    return [stem(word) for word in _WORD.findall(whole)]


@cache
def _terms() -> tuple[tuple[re.Pattern[str], frozenset[str]], ...]:
    return tuple(
        (compile_phrases(one["asked"]), frozenset(map(stem, one["told"]))) for one in load("manner")["terms"]
    )
