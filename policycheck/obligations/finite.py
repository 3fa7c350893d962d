"""Which words of a sentence can be finite verbs, and whose."""

from collections.abc import Sequence
from functools import cache

from policycheck.lexicon.data import load
from policycheck.lexicon.verbs import bases, noun_like, pasts, state_verbs, third_persons
from policycheck.obligations.openers import SUBJECT_PRONOUNS, Opened
from policycheck.obligations.sentences import Token
from policycheck.obligations.vocabulary import signal_phrases, word_set

_ADVERBS = word_set("adverbs")
_DETERMINERS = word_set("determiners")
_PREPOSITIONS = word_set("prepositions")
_PRONOUNS = word_set("pronouns")

MODALS = word_set("modals", "grammar")
AUXILIARIES = word_set("auxiliaries", "grammar")
_PLURALS = word_set("plurals", "grammar")
_COLLECTIVES = word_set("collectives", "grammar")  # "the council keep a register"
_NO_VERBS = MODALS | AUXILIARIES | word_set("openers") | word_set("relatives") | word_set("weak_openers")
_WHO = frozenset(["who", "which", "that", "whose"])
_HEAD_ENDS = _PREPOSITIONS | _WHO | {"above", "below"}
_ASIDES = frozenset(["and", "or", "not", "together", "acting", "having"])
_LONGEST_PART = 5  # words of ", no member of" before "which"
_LONGEST_HEAD = 4  # words of "Students on a work placement" before the preposition
_SINGULAR_PRONOUNS = word_set("singular_pronouns", "grammar")
PEOPLE_PRONOUNS = (_SINGULAR_PRONOUNS | {"we", "you", "they"}) - {"it"}
NUMBER_WORDS = word_set("number_words", "grammar")


@cache
def lexical_signals() -> frozenset[str]:
    """Verbs that signal without a modal: "aims to", "commits an offence"."""
    return frozenset(signal_phrases()) - MODALS - AUXILIARIES - {"it", "there"}


_NO_FINITE_AFTER = (
    frozenset(
        ["to", "the", "a", "an", "our", "their", "its", "not", "this", "that", "his", "her", "of", "no"]
    )
    | MODALS
)
_MONTHS = frozenset(load("rhythms")["calendar"]["month_names"])
_BEFORE_MONTH = word_set("before_month", "grammar")
_AFTER_MONTH = word_set("after_month", "grammar")
_BEFORE_NOUN = ("the", "a", "last", "in", "of", "own", "living", "free")
_BEFORE_TIN = ("each", "every", "empty", "full", "used")
_QUOTES = ('"', "“", "”", "‘", "’", "'")
_AFTER_SIGNAL = word_set("after_signal", "grammar")


@cache
def _modal_followers() -> frozenset[str]:
    return MODALS | AUXILIARIES


def is_finite(tokens: Sequence[Token], place: int, waiting: list[Opened]) -> bool:
    """Tell whether a word is a finite verb, given the clauses that wait for theirs."""
    low = tokens[place].low
    if low in MODALS:
        return not (_is_quoted(tokens, place) or _is_month(tokens, place) or _is_tin(tokens, place)) and not (
            low in ("can", "will", "may")
            and word_before(tokens, place) in _BEFORE_NOUN
            and (low, tokens[place - 1].low) != ("may", "a")  # a person whom the text calls A
        )
    if low in AUXILIARIES:
        if low not in ("have", "do"):
            return True
        before = word_before(tokens, place)
        if low == "do" and before in ("and", "or", "but", ","):
            return False  # "leave at once and do not stop"
        return before not in MODALS and before not in ("to", "not")
    if not waiting and low in lexical_signals() and word_before(tokens, place) not in _NO_FINITE_AFTER:
        follower = tokens[place + 1].low if place + 1 < len(tokens) else ""
        return follower in _AFTER_SIGNAL
    return bool(waiting) and _completes(tokens, place, waiting[-1])


def _is_tin(tokens: Sequence[Token], place: int) -> bool:
    """Tell "rinse each empty can once" from "each can bring a guest"."""
    if tokens[place].low != "can" or not place or tokens[place - 1].low not in _BEFORE_TIN:
        return False
    follower = tokens[place + 1].low if place + 1 < len(tokens) else ""
    return follower not in bases() | state_verbs() | {"be", "have", "do", "not", "only", "also", "then"}


def _is_month(tokens: Sequence[Token], place: int) -> bool:
    """Tell "after 1 May", "from May to June" and "May 2026" from "paragraph 1 may be used"."""
    if tokens[place].low != "may" or not place:
        return False
    before = tokens[place - 1].low
    follower = tokens[place + 1].low if place + 1 < len(tokens) else ""
    goes_on = follower in _AFTER_MONTH or follower.isdigit() or follower in MODALS
    if before.isdigit():
        return goes_on or not follower.isalpha()
    if before in ("and", "or", ","):
        return place > 1 and tokens[place - 2].low in _MONTHS
    if before not in _BEFORE_MONTH:
        return follower.isdigit()
    # A verb may leave its preposition behind, "the body applied to may refuse"; none opens a sentence.
    opens = before != "each" and (place == 1 or tokens[place - 2].low in (",", ";", ":", "(", "."))
    return opens or goes_on or follower in ("", ".", ";", ":", ")")


def _is_quoted(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a word is spoken of: a standard expressed with "shall"."""
    return (
        0 < place < len(tokens) - 1 and tokens[place - 1].low in _QUOTES and tokens[place + 1].low in _QUOTES
    )


def word_before(tokens: Sequence[Token], place: int) -> str:
    """Return the word before a place, adverbs passed over, "" at the head."""
    place -= 1
    while place >= 0 and tokens[place].low in _ADVERBS:
        place -= 1
    return tokens[place].low if place >= 0 else ""


def _completes(tokens: Sequence[Token], place: int, clause: Opened) -> bool:
    """Tell whether a word can be the verb that an open clause waits for."""
    low = tokens[place].low
    before = word_before(tokens, place)
    if is_first(tokens, place, clause):
        return is_verb_after_relative(tokens, clause, place) and not _may_be_its_subject(
            tokens, clause, place
        )
    follower = tokens[place + 1].low if place + 1 < len(tokens) else ""
    if follower in _modal_followers() and third_persons().get(low, low) in noun_like():
        return False
    if low in third_persons():
        return not (before in _DETERMINERS or before in _PREPOSITIONS)
    if low in pasts():
        return before not in _DETERMINERS and before not in _PREPOSITIONS
    if low in bases() or low in state_verbs():
        return before in SUBJECT_PRONOUNS or looks_plural(before) or _ends_numbers(tokens, place, clause)
    return False


def _ends_numbers(tokens: Sequence[Token], place: int, clause: Opened) -> bool:
    """Tell whether the subject is "Parts 12 to 14"."""
    first = tokens[clause.place + 1].low
    return tokens[place - 1].low.isdigit() and place - clause.place > 2 and looks_plural(first)


def is_first(tokens: Sequence[Token], place: int, clause: Opened) -> bool:
    """Tell whether nothing but adverbs stands between the word that opens a clause and a place."""
    while place > clause.place + 1 and tokens[place - 1].low in _ADVERBS - _DETERMINERS:
        place -= 1
    return place == clause.place + 1


def is_verb_after_relative(tokens: Sequence[Token], clause: Opened, place: int) -> bool:
    """Tell whether a word right after "who" can be its verb; after "to whom" and "whose" comes another subject."""
    opener = tokens[clause.place].low
    if not clause.relative or opener == "whose":
        return False
    governed = clause.place > 0 and tokens[clause.place - 1].low in _PREPOSITIONS
    if (opener == "whom" or (opener == "which" and governed)) and not is_part_of(tokens, clause.place):
        return False
    low = tokens[place].low
    if low in _ADVERBS or low in _PLURALS:
        return False
    return _verb_shaped(low) or (opener == "who" and is_unknown(low))


def is_part_of(tokens: Sequence[Token], relative: int) -> bool:
    """Tell ", neither of whom" and ", no member of which", which are subjects, from "the terms of which he knows"."""
    if relative < 2 or tokens[relative - 1].low != "of":
        return False
    return any(token.low == "," for token in tokens[max(relative - _LONGEST_PART, 0) : relative - 1])


def is_unknown(word: str) -> bool:
    """Tell whether a word can be a verb that no list has; after "who" any such word is: "who sail alone"."""
    known = word in _DETERMINERS or word in _PRONOUNS or word in _PREPOSITIONS or word in _NO_VERBS
    return word.isalpha() and len(word) > 1 and not known and not word.endswith("ly")


def _may_be_its_subject(tokens: Sequence[Token], clause: Opened, place: int) -> bool:
    """Tell "rules that members must follow" from "dogs that bark must be muzzled" and "people who work"."""
    low = tokens[place].low
    follower = tokens[place + 1].low if place + 1 < len(tokens) else ""
    if tokens[clause.place].low == "who" or follower not in _modal_followers():
        return False
    return low in noun_like() or (low.endswith("s") and low not in third_persons() and low not in bases())


def _verb_shaped(word: str) -> bool:
    """Tell whether a word right after "who" or "which" can be its verb, known or not."""
    if word in _DETERMINERS or word in _PRONOUNS or word in _PREPOSITIONS:
        return False
    return word.endswith(("s", "ed")) or word in bases() or word in pasts() or word in state_verbs()


def looks_plural(word: str) -> bool:
    """Tell whether a noun looks like a plural: "staff", "visits"."""
    return word in _PLURALS or (word.endswith("s") and not word.endswith(("ss", "'s", "us", "is")))


def is_plain_verb(tokens: Sequence[Token], place: int, begin: int) -> bool:
    """Tell whether a word can be the plain verb of the clause that begins at `begin`: "visits", "we record"."""
    low = tokens[place].low
    at = place - 1
    while at > begin and tokens[at].low in _ADVERBS:
        at -= 1
    before = tokens[at].low if at >= begin else ""
    if before in PEOPLE_PRONOUNS and low not in _ADVERBS:
        return is_verb_after_pronoun(low, before)
    singular = low in third_persons()
    if not singular and low not in bases() and low not in state_verbs():
        return False
    if before in NUMBER_WORDS or before[:1].isdigit():
        return at > begin and _follows_figure(tokens, place, at, begin)
    if not before or not before[0].isalnum() or before in _DETERMINERS or before in _PREPOSITIONS:
        return False
    if (
        before in ("and", "or", "not", "please")
        or before in MODALS
        or before in AUXILIARIES
        or _reads_as_noun(tokens, place)
    ):
        return False
    return singular or _plural_subject(tokens, at, begin)


def resumes(tokens: Sequence[Token], place: int, breaks: Sequence[int]) -> bool:
    """Tell whether a verb follows the aside after its subject: "The treasurer, with one trustee, counts the cash"."""
    if len(breaks) < 2 or breaks[-1] != place - 1 or tokens[breaks[-2]].low != tokens[place - 1].low:
        return False
    aside = tokens[breaks[-2] + 1].low
    first = breaks[-3] + 1 if len(breaks) > 2 else 0
    return (
        tokens[place].low in third_persons()
        and (aside in _PREPOSITIONS or aside in _ASIDES)
        and tokens[first].low in _DETERMINERS
        and not _reads_as_noun(tokens, place)
    )


def _follows_figure(tokens: Sequence[Token], place: int, at: int, begin: int) -> bool:
    """Tell "people over 60 pay", "orders above £500 need" and "no one lifts" from "at least two visits"."""
    singular = tokens[place].low in third_persons()
    if tokens[at - 1].low == "£":
        return (singular or _plural_subject(tokens, at, begin)) and not _reads_as_noun(tokens, place)
    if tokens[at].low == "one" and tokens[at - 1].low == "no":
        return singular
    return singular and tokens[at - 1].low in ("under", "over", "aged")


def is_verb_after_pronoun(word: str, pronoun: str) -> bool:
    """Tell whether a word, known or not, is the verb of "we", "nobody" or "somebody" right before it."""
    if word in _PREPOSITIONS or word in _DETERMINERS or word in _PRONOUNS or not word.isalpha():
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
    if before in SUBJECT_PRONOUNS - {"it", "he", "she"} or before in _PLURALS or looks_plural(before):
        return True
    if before in _COLLECTIVES and tokens[at + 1].low not in noun_like():
        return True
    head = begin

    while head < at and tokens[head].low not in _HEAD_ENDS and head - begin < _LONGEST_HEAD:
        head += 1
    follower = tokens[at + 2].low if at + 2 < len(tokens) else ""
    if tokens[head].low in _WHO and tokens[at + 1].low in noun_like() and not _follows_verb(follower):
        return False  # "who need urgent contact"
    return head > begin and (looks_plural(tokens[head - 1].low) or tokens[head - 1].low in _PLURALS)


def _follows_verb(word: str) -> bool:
    return word in _DETERMINERS or word in _PRONOUNS or word in _PREPOSITIONS or word in _AFTER_VERB


_AFTER_VERB = word_set("after_verb", "grammar")


def _reads_as_noun(tokens: Sequence[Token], place: int) -> bool:
    """Tell "the manager records the call" from "staff records are kept" by what follows."""
    follower = tokens[place + 1].low if place + 1 < len(tokens) else ""
    if follower in _modal_followers() or follower in ("of", "was", "were", "'"):
        return True
    base = third_persons().get(tokens[place].low, tokens[place].low)
    if base not in noun_like():
        return False
    if follower in pasts():
        return True
    opening = tokens[0].low
    if (
        opening not in _DETERMINERS
        and opening not in _PRONOUNS
        and opening not in _PLURALS
        and not _follows_verb(follower)
    ):
        return True
    return follower in ("", ",", ".", "and", "or", ";", ":") or follower in third_persons()
