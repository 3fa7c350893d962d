"""Which verbs stand in the main clause: every "where", "if" or "who" opens a clause that wants a verb first."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from policycheck.lexicon.verbs import bases, noun_like, pasts, state_verbs, third_persons
from policycheck.obligations.sentences import Token
from policycheck.obligations.vocabulary import signal_phrases, word_set

MODALS = word_set("modals", "grammar")
AUXILIARIES = word_set("auxiliaries", "grammar")
_SUBJECT_PRONOUNS = word_set("subject_pronouns", "grammar")
_PLURALS = word_set("plurals", "grammar")
_CLOSING = frozenset(";")
_LONGEST_HEAD = 4  # words of "Students on a work placement" before the preposition
_SINGULAR_PRONOUNS = word_set("singular_pronouns", "grammar")
_PEOPLE_PRONOUNS = (_SINGULAR_PRONOUNS | {"we", "you", "they"}) - {"it"}
NUMBER_WORDS = word_set("number_words", "grammar")
_SHORT = 4  # words: "withdraws that agreement," opens nothing


@dataclass(slots=True)
class MainClause:
    """For each word of a sentence whether a verb there is the main clause's.

    `verbs` are the places of the main clause's modal and auxiliary verbs and of other words that signal, `others`
    the places of words there that look like plain verbs ("visits"); `loose` those modals of a clause after
    a comma that only adds ("the roof, which must be mended"); `openers` the places of the words that open
    another clause; `breaks` the places of commas, semicolons and dashes.
    """

    verbs: list[int] = field(default_factory=list)
    others: list[int] = field(default_factory=list)
    loose: list[int] = field(default_factory=list)
    openers: list[int] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    """A clause that waits for its verb."""

    place: int
    relative: bool
    weak: bool
    that: bool


def main_clause(tokens: Sequence[Token]) -> MainClause:
    """Find the main clause of a sentence. One pass, no backtracking."""
    found = MainClause()
    waiting: list[_Open] = []
    depth = 0
    for place, token in enumerate(tokens):
        low = token.low
        if low in "()[]" and len(low) == 1:
            depth = max(0, depth + (1 if low in "([" else -1))
        elif depth:
            continue
        elif low in ",;:—–":
            found.breaks.append(place)
            waiting = _after_break(waiting, place, low)
        elif waiting and waiting[-1].weak and low in _PEOPLE_PRONOUNS and place > waiting[-1].place + 2:
            waiting.pop()  # "After a hospital stay we look ...": the main clause begins without a comma
        elif _opens(tokens, place):
            found.openers.append(place)
            waiting.append(
                _Open(place, _is_relative(tokens, place), low in word_set("weak_openers"), low == "that")
            )
        elif _is_finite(tokens, place, waiting):
            _take(place, low, waiting, found)
        elif not waiting and is_plain_verb(tokens, place, found.breaks[-1] + 1 if found.breaks else 0):
            found.others.append(place)
    _drop_lead(tokens, found)
    return found


def _take(place: int, low: str, waiting: list[_Open], found: MainClause) -> None:
    """Give a finite verb to the clause that waits for one, else to the main clause."""
    if low in MODALS or low in ("is", "are"):
        while low in MODALS and waiting and waiting[-1].weak:
            waiting.pop()
    if waiting:
        opened = waiting.pop()
        if (
            opened.relative
            and not opened.that
            and opened.place == place - 1
            and opened.place - 1 in found.breaks
            and low in MODALS
        ):
            found.loose.append(place)
    elif not _in_trailing_clause(place, found):
        found.verbs.append(place)


def _in_trailing_clause(place: int, found: MainClause) -> bool:
    """After "must report where X is late and Y may ..." the second verb belongs to the condition."""
    if not found.verbs or not found.openers:
        return False
    opener = found.openers[-1]
    return opener > found.verbs[-1] and not any(opener < one < place for one in found.breaks)


def _after_break(waiting: list[_Open], place: int, mark: str) -> list[_Open]:
    """A comma closes "Where possible," and "After the visit,"; a semicolon closes everything."""
    if mark in _CLOSING:
        return []
    return [
        one
        for one in waiting
        if one.place == place - 1 or (one.relative and not (one.that and place - one.place <= _SHORT))
    ]


def _opens(tokens: Sequence[Token], place: int) -> bool:
    low = tokens[place].low
    after = tokens[place + 1].low if place + 1 < len(tokens) else ""
    before = tokens[place - 1].low if place else ""
    if low in word_set("openers"):
        return not (_wants_no_verb(after) or (low == "until" and after in ("the", "a", "an", "such")))
    if low in word_set("relatives"):
        return True
    if low == "that":
        return _that_opens(before, after)
    nominative = after in _SUBJECT_PRONOUNS
    if low == "as":
        return nominative or (
            after in ("may", "is", "are", "the") and before not in ("such", "soon", "well", "same")
        )
    if low == "than":
        return nominative
    if low == "once" and after in ("a", "an", "every", "each", "per", "in", "the") and after != "the":
        return False
    if low == "moment" and before == "the":
        return True
    if low in word_set("weak_openers"):
        if before in ("look", "looks", "looked", "looking", "go", "goes"):
            return False
        return after in word_set("pronouns") or after in word_set("determiners")
    return False


def _wants_no_verb(after: str) -> bool:
    """Tell "how to", "when adopting", "if requested" from clauses with a verb of their own."""
    if after in (
        "thing",
        "things",
        "anything",
        "something",
        "everything",
        "nothing",
        "king",
        "spring",
        "building",
    ):
        return False
    return after == "to" or after.endswith("ing") or after in pasts() or after in word_set("complements")


def _that_opens(before: str, after: str) -> bool:
    """Tell the conjunction from "that" in "of that authority" and "in that case"."""
    if before == "":
        return after in word_set("determiners") | _SUBJECT_PRONOUNS
    if before in word_set("prepositions") or before in (",", "than") or after in (",", ".", ""):
        return before == "so" or (before == "," and after in word_set("determiners") | _SUBJECT_PRONOUNS)
    if before in ("and", "or", "but"):
        return after in word_set("determiners") | word_set("pronouns")
    return True


def _is_relative(tokens: Sequence[Token], place: int) -> bool:
    return tokens[place].low in word_set("relatives") or tokens[place].low == "that"


@cache
def _lexical_signals() -> frozenset[str]:
    """Verbs that signal without a modal: "aims to", "commits an offence"."""
    return frozenset(signal_phrases()) - MODALS - AUXILIARIES - {"it", "there"}


_NO_FINITE_AFTER = (
    frozenset(
        ["to", "the", "a", "an", "our", "their", "its", "not", "this", "that", "his", "her", "of", "no"]
    )
    | MODALS
)
_AFTER_SIGNAL = word_set("after_signal", "grammar")


@cache
def _modal_followers() -> frozenset[str]:
    return MODALS | AUXILIARIES


def _is_finite(tokens: Sequence[Token], place: int, waiting: list[_Open]) -> bool:
    low = tokens[place].low
    before = _word_before(tokens, place)
    if low in MODALS:
        return not (
            low in ("can", "will", "may")
            and before in ("the", "a", "last", "in", "of", "own", "living", "free")
        )
    if low in AUXILIARIES:
        return not (low in ("have", "do") and (before in MODALS or before in ("to", "not")))
    if not waiting and low in _lexical_signals() and before not in _NO_FINITE_AFTER:
        follower = tokens[place + 1].low if place + 1 < len(tokens) else ""
        return follower in _AFTER_SIGNAL
    return bool(waiting) and _completes(tokens, place, waiting[-1])


def _word_before(tokens: Sequence[Token], place: int) -> str:
    place -= 1
    while place >= 0 and tokens[place].low in word_set("adverbs"):
        place -= 1
    return tokens[place].low if place >= 0 else ""


def _completes(tokens: Sequence[Token], place: int, clause: _Open) -> bool:
    """Tell whether a word can be the verb that an open clause waits for."""
    low = tokens[place].low
    before = tokens[place - 1].low
    if place == clause.place + 1:
        return clause.relative and _verb_shaped(low)
    follower = tokens[place + 1].low if place + 1 < len(tokens) else ""
    if follower in _modal_followers() and third_persons().get(low, low) in noun_like():
        return False
    if low in third_persons():
        return not (before in word_set("determiners") or before in word_set("prepositions"))
    if low in pasts():
        return before not in word_set("determiners") and before not in word_set("prepositions")
    if low in bases() or low in state_verbs():
        return before in _SUBJECT_PRONOUNS or _looks_plural(before)
    return False


def _verb_shaped(word: str) -> bool:
    """Tell whether a word right after "who" or "which" can be its verb, known or not."""
    if word in word_set("determiners") or word in word_set("pronouns") or word in word_set("prepositions"):
        return False
    return word.endswith(("s", "ed")) or word in bases() or word in pasts() or word in state_verbs()


def _looks_plural(word: str) -> bool:
    return word in _PLURALS or (word.endswith("s") and not word.endswith(("ss", "'s", "us", "is")))


def _drop_lead(tokens: Sequence[Token], found: MainClause) -> None:
    """In "If X is late and must be repaired, the landlord must ..." the verbs before the comma are not the main ones."""
    if (
        not found.openers
        or found.openers[0] > 0
        or not found.breaks
        or tokens[0].low in ("who", "what", "whoever")
    ):
        return
    first_break = found.breaks[0]
    if any(verb > first_break for verb in (*found.verbs, *found.others)):
        found.verbs = [verb for verb in found.verbs if verb > first_break]
    found.others = [verb for verb in found.others if verb > first_break]


def is_plain_verb(tokens: Sequence[Token], place: int, begin: int) -> bool:
    """Tell whether a word can be the plain verb of the clause that begins at `begin`: "visits", "we record"."""
    low = tokens[place].low
    at = place - 1
    while at > begin and tokens[at].low in word_set("adverbs"):
        at -= 1
    before = tokens[at].low if at >= begin else ""
    if before in _PEOPLE_PRONOUNS and low not in word_set("adverbs"):
        return is_verb_after_pronoun(low, before)
    singular = low in third_persons()
    if not singular and low not in bases() and low not in state_verbs():
        return False
    if before in NUMBER_WORDS or before.isdigit():
        return singular and at > begin and tokens[at - 1].low in ("under", "over", "aged")
    if (
        not before
        or not before[0].isalnum()
        or before in word_set("determiners")
        or before in word_set("prepositions")
    ):
        return False
    if (
        before in ("and", "or", "not", "please")
        or before in MODALS
        or before in AUXILIARIES
        or _reads_as_noun(tokens, place)
    ):
        return False
    return singular or _plural_subject(tokens, at, begin)


def is_verb_after_pronoun(word: str, pronoun: str) -> bool:
    """Tell whether a word, known or not, is the verb of "we", "nobody" or "somebody" right before it."""
    if (
        word in word_set("prepositions")
        or word in word_set("determiners")
        or word in word_set("pronouns")
        or not word.isalpha()
    ):
        return False
    if (
        word
        in ("and", "or", "but", "else", "who", "whose", "which", "that", "younger", "older", "new", "other")
        or word in AUXILIARIES | MODALS
    ):
        return False
    return (
        word in bases()
        or word in state_verbs()
        or (word.endswith("s") and pronoun in _SINGULAR_PRONOUNS)
        or pronoun in ("we", "they")
    )


def _plural_subject(tokens: Sequence[Token], at: int, begin: int) -> bool:
    before = tokens[at].low
    if before in _SUBJECT_PRONOUNS - {"it", "he", "she"} or before in _PLURALS or _looks_plural(before):
        return True
    head = begin
    while head < at and tokens[head].low not in word_set("prepositions") and head - begin < _LONGEST_HEAD:
        head += 1
    return head > begin and (_looks_plural(tokens[head - 1].low) or tokens[head - 1].low in _PLURALS)


def _follows_verb(word: str) -> bool:
    return (
        word in word_set("determiners")
        or word in word_set("pronouns")
        or word in word_set("prepositions")
        or word in _AFTER_VERB
    )


_AFTER_VERB = word_set("after_verb", "grammar")


def _reads_as_noun(tokens: Sequence[Token], place: int) -> bool:
    """Tell "the manager records the call" from "staff records are kept" by what follows."""
    follower = tokens[place + 1].low if place + 1 < len(tokens) else ""
    if follower in _modal_followers() or follower in ("of", "was", "were", "'"):
        return True
    base = third_persons().get(tokens[place].low, tokens[place].low)
    if base not in noun_like():
        return False
    opening = tokens[0].low
    if (
        opening not in word_set("determiners")
        and opening not in word_set("pronouns")
        and opening not in _PLURALS
        and not _follows_verb(follower)
    ):
        return True
    return follower in ("", ",", ".", "and", "or", ";", ":") or follower in third_persons()
