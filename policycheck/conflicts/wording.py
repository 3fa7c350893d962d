"""The plain sentences of contradictions; each names both places and quotes both sides."""

from policycheck.conflicts.pair import Pair
from policycheck.lexicon.words import content_words
from policycheck.matching import Statement
from policycheck.matching.parts import Difference
from policycheck.matching.quoting import clip, in_place

_LONGEST = 110  # characters of a quotation


def figures_message(pair: Pair, difference: Difference, what: str) -> str:
    """Return the sentence for two figures."""
    return (
        f"Two {what} for the same thing: {pair.a_name} says “{clip(difference.source, _LONGEST)}”, "
        f"{pair.b_name} says “{clip(difference.policy, _LONGEST)}”."
    )


def order_message(pair: Pair, a_words: str, b_words: str) -> str:
    """Return the sentence for a thing done before an event and after it."""
    return _says(pair, "One does before an event what the other does after it", a_words, b_words)


def late_message(pair: Pair, a_words: str, b_words: str) -> str:
    """Return the sentence for a thing wanted before an event, or long before it, that the other side comes to late."""
    return _says(pair, "One wants done before an event what the other comes to too late", a_words, b_words)


def later_message(pair: Pair, a_words: str, b_words: str) -> str:
    """Return the sentence for a thing that one side leaves to a time which may be later than the other side wants."""
    return _says(pair, "One leaves to a later time what the other wants sooner", a_words, b_words)


def opposites_message(pair: Pair, a_words: str, b_words: str) -> str:
    """Return the sentence for a duty or permission against a prohibition."""
    return (
        f"{pair.a_name} says “{clip(a_words, _LONGEST)}” and {pair.b_name} says "
        f"“{clip(b_words, _LONGEST)}” of the same act: both cannot be followed."
    )


def practice_message(pair: Pair, a_words: str, b_words: str) -> str:
    """Return the sentence for a thing that one side forbids and the other seems to do or to leave free."""
    return _says(pair, "One forbids what the other seems to do or to leave free", a_words, b_words)


def waits_message(pair: Pair, a_words: str, b_words: str) -> str:
    """Return the sentence for a thing that waits, on one side, for what makes no odds on the other."""
    return _says(pair, "One does only in a case what the other does in any case", a_words, b_words)


def without_message(pair: Pair, a_words: str, b_words: str) -> str:
    """Return the sentence for a thing done although what is asked for first has not been done."""
    lead = "One does at once, or without it, what the other allows only after something"
    return _says(pair, lead, a_words, b_words)


def reserved_message(pair: Pair, a_words: str, b_words: str) -> str:
    """Return the sentence for a thing that one side keeps for one alone, or for consent, and the other leaves free."""
    lead = "One leaves free what the other keeps for one person, case or purpose, or for consent"
    return _says(pair, lead, a_words, b_words)


def kept_from_message(pair: Pair, a_words: str, b_words: str) -> str:
    """Return the sentence for a thing that goes to some alone on one side and to others, or to all, on the other."""
    return _says(
        pair, "One gives to some alone what the other gives to all, or to somebody else", a_words, b_words
    )


def alone_message(pair: Pair, a_words: str, b_words: str) -> str:
    """Return the sentence for a thing done alone that the other side wants done in company."""
    return _says(
        pair, "One lets be done alone what the other wants somebody else present for", a_words, b_words
    )


def unwritten_message(pair: Pair, a_words: str, b_words: str) -> str:
    """Return the sentence for a thing left unwritten that the other side wants in writing."""
    return _says(pair, "One rests content with a word where the other wants it in writing", a_words, b_words)


def left_open_message(pair: Pair, a_words: str, b_words: str) -> str:
    """Return the sentence for a thing that one side requires and the other leaves to somebody's choice."""
    return _says(pair, "One leaves it open whether to do what the other requires", a_words, b_words)


def refused_message(pair: Pair, a_words: str, b_words: str) -> str:
    """Return the sentence for a thing that one side refuses though it is to be had by the other."""
    return _says(pair, "One refuses, or takes away, what by the other is to be had", a_words, b_words)


def unsaid_message(pair: Pair, a_words: str, b_words: str) -> str:
    """Return the sentence for what one side wants told or asked and the other passes over in silence."""
    return _says(
        pair, "One has nothing said of what the other wants told, offered or asked", a_words, b_words
    )


def asked_message(pair: Pair, a_words: str, b_words: str) -> str:
    """Return the sentence for what one side frees people of and the other asks of them."""
    return _says(pair, "One asks for what by the other nobody can be made to do", a_words, b_words)


def gone_message(pair: Pair, a_words: str, b_words: str) -> str:
    """Return the sentence for a record that one side keeps for a time and the other lets go without any."""
    return _says(
        pair, "One lets go at once, or at an event, what the other keeps for a time", a_words, b_words
    )


def never_gone_message(pair: Pair, a_words: str, b_words: str) -> str:
    """Return the sentence for a record that one side wants gone and the other keeps for ever."""
    return _says(pair, "One keeps for ever what the other wants gone", a_words, b_words)


def let_off_message(pair: Pair, a_words: str, b_words: str) -> str:
    """Return the sentence for people of an age whom one side lets off what the other requires for them."""
    return _says(pair, "One lets off people of an age for whom the other requires it", a_words, b_words)


def states_message(pair: Pair, a_words: str, b_words: str) -> str:
    """Return the sentence for a thing that one side has in the opposite of the state the other wants."""
    return _says(pair, "One has in one state what the other has in its opposite", a_words, b_words)


def _says(pair: Pair, lead: str, a_words: str, b_words: str) -> str:
    ours, theirs = _told(pair.a, a_words), _told(pair.b, b_words)
    return f"{lead}: {pair.a_name} says “{ours}”, {pair.b_name} says “{theirs}”."


def _told(side: Statement, words: str) -> str:
    """Return words to quote; a bare "must not" or "two", which tell nothing, with the next few of their text."""
    return clip(words if content_words(words) else in_place(side.text, words), _LONGEST)


def holders_message(pair: Pair, difference: Difference) -> str:
    """Return the sentence for two duty holders."""
    return (
        f"The same task is given to two people: {pair.a_name} names “{clip(difference.source, _LONGEST)}”, "
        f"{pair.b_name} names “{clip(difference.policy, _LONGEST)}”."
    )


def excluded_message(pair: Pair, ours: str, theirs: str) -> str:
    """Return the sentence for somebody who acts although the other side shuts them out."""
    return (
        f"Somebody acts whom the other text shuts out: {pair.a_name} says “{clip(ours, _LONGEST)}”, "
        f"{pair.b_name} says “{clip(theirs, _LONGEST)}”."
    )


def exception_message(pair: Pair, words: str, *, in_a: bool) -> str:
    """Return the sentence for an exception that the other side does not make."""
    one, other = (pair.a_name, pair.b_name) if in_a else (pair.b_name, pair.a_name)
    if one.startswith("the "):  # and not the name of a file
        one, other = f"T{one[1:]}", other.replace("The source", "the source", 1)
    return f"{one} lets a case go, “{clip(words, _LONGEST)}”, that the rule of {other} does not except."


def definitions_message(pair: Pair) -> str:
    """Return the sentence for two definitions."""
    return (
        f"“{pair.a.term}” has two meanings: {pair.a_name} says “{clip(pair.a.meaning, _LONGEST)}”, "
        f"{pair.b_name} says “{clip(pair.b.meaning, _LONGEST)}”."
    )


def words_message(pair: Pair, a_words: str, b_words: str) -> str:
    """Return the sentence for two figures of which no part was read."""
    return _says(pair, "Two figures where both speak of one thing", a_words, b_words)
