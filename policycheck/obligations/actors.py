"""Who acts: what names a person or a body, the "by ..." of a passive, and the duty holder."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import takewhile

from policycheck.domain.obligations import HolderSource
from policycheck.lexicon.data import load
from policycheck.lexicon.roles import ends_in_role, find_roles, is_post, job_words
from policycheck.lexicon.verbs import pasts
from policycheck.obligations.finite import MODALS
from policycheck.obligations.sentences import Token
from policycheck.obligations.subjects import Subject
from policycheck.obligations.vocabulary import word_set

_ADVERBS = word_set("adverbs")
_CONTENT_DOCUMENTS = word_set("content_documents", "narrative")
_DETERMINERS = word_set("determiners")
_OWN_TEXT = word_set("own_text", "narrative")
_PREPOSITIONS = word_set("prepositions")

_RELATIVES = word_set("cut", "grammar")


_AGENT_ENDS = word_set("agent_ends", "grammar")


_LONGEST_AGENT = 9


@lru_cache(maxsize=4096)
def is_person(phrase: str) -> bool:
    """Tell whether a phrase names somebody who can act: a role, a job, "we", "nobody"."""
    words = [word.strip("'’,.()\"“”").lower() for word in phrase.split()]
    if not words:
        return False
    head = _head(words)
    if words[:2] == ["no", "one"]:
        return True
    if words[0] in ("this", "that", "these", "those") and head[-1] in _OWN_TEXT:
        return False
    if words[0] in (
        "we",
        "you",
        "they",
        "he",
        "she",
        "i",
        "nobody",
        "anyone",
        "everyone",
        "everybody",
        "no-one",
        "somebody",
        "those",
        "whoever",
        "anybody",
        "all",
        "each",
    ):
        whoever = words[0] not in ("those", "all", "each") or len(words) == 1
        return whoever or bool(find_roles(" ".join(head))) or _is_job(head[-1])
    if _is_job(head[-1]):
        return True
    return ends_in_role(" ".join(head))


def _is_job(word: str) -> bool:
    return word in job_words() or word.removesuffix("s") in job_words() or is_post(word)


def _head(words: list[str]) -> list[str]:
    """Return the words up to the first "of", "in", "who" ...: what the phrase is, not what it belongs to."""
    for place, word in enumerate(words):
        if (
            place
            and (word in _PREPOSITIONS or word in _RELATIVES or _is_gerund(words, place))
            and words[place - 1 : place + 2] != ["secretary", "of", "state"]
        ):
            if word == "of" and words[place - 1] in (
                "member",
                "members",
                "head",
                "director",
                "secretary",
                "board",
                "provider",
                "chair",
                "officer",
            ):
                continue
            # "an officer authorised by the council" is an officer
            return words[: place - 1] if place > 1 and words[place - 1] in pasts() else words[:place]
    return words


def _is_gerund(words: list[str], place: int) -> bool:
    """Tell "staff working at night" from "the nursing staff"."""
    return words[place].endswith("ing") and words[place - 1] not in _DETERMINERS


def is_passive(tokens: Sequence[Token], place: int) -> int:
    """Return the place of the participle where the words from `place` are "be" and a participle, else -1."""
    while place < len(tokens) and (
        tokens[place].low in _ADVERBS or tokens[place].low in ("have", "has", "been", "being", "get", "got")
    ):
        place += 1
    if place < len(tokens) and tokens[place].low in ("be", "is", "are", "been"):
        place += 1
        while place < len(tokens) and (
            tokens[place].low in _ADVERBS or tokens[place].low.endswith("ly") or tokens[place].low == "being"
        ):
            place += 1
        if place < len(tokens) and is_participle(tokens[place].low):
            return place
    return -1


def is_done_to(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether a thing is done to the subject of a verb, as in "will be informed" and "are told", not by it."""
    participle = max(is_passive(tokens, verb), is_passive(tokens, verb + 1))
    return participle >= 0 and tokens[participle].low not in _STATES_OF_PEOPLE


def is_participle(word: str) -> bool:
    """Tell whether a word can be a past participle."""
    return word in pasts() or (
        word.endswith("ed") and len(word) > 4 and not word.endswith(("eed", "hundred", "sacred"))
    )


def _ends_agent(tokens: Sequence[Token], place: int) -> bool:
    low = tokens[place].low
    if low == "at" and place + 1 < len(tokens) and tokens[place + 1].low in ("least", "most"):
        # "By at least two stewards", not "by a steward at least once a day"
        return tokens[place - 1].low not in ("by", "and", "or")
    return low in _AGENT_ENDS or low in ".,;:()—–"


def _belongs_to_noun(tokens: Sequence[Token], place: int, at: int) -> bool:
    """Tell "be sent a form signed by the owner" from "be signed by the owner" and "be checked and signed by"."""
    before = at - 1
    while before > place and (tokens[before].low in _ADVERBS or tokens[before].low.endswith("ly")):
        before -= 1
    if before <= place or not is_participle(tokens[before].low):
        return False
    return tokens[before - 1].low not in ("and", "or", ",", "then", "be", "been", "being", "and/or")


def agent_of(text: str, tokens: Sequence[Token], place: int) -> str:
    """Return who does it in a passive, from its "by ..."; "" where nobody is named ("by post", "by Friday")."""
    for at in range(place, len(tokens)):
        if tokens[at].low == "by":
            end = at + 1
            while end < len(tokens) and end - at <= _LONGEST_AGENT and not _ends_agent(tokens, end):
                end += 1
            phrase = text[tokens[at + 1].start : tokens[end - 1].end] if end > at + 1 else ""
            if phrase and is_person(phrase) and not _belongs_to_noun(tokens, place, at):
                return phrase
        elif tokens[at].low in ";" or (at > place + 1 and tokens[at].low in MODALS):
            return ""
    return ""


_ASIDE = re.compile(
    r"(?:\s?\((?:[A-Z]\d?|other\sthan\s[^()]{1,80})\)|\s?\()$"
)  # "a person (A)", "(other than a shop)"
_LETTER = re.compile(r"[A-HJ-Z]\d?")  # a person whom a law calls P
_SUFFIXES = ("er", "or", "ee", "ant", "ist", "ian", "man", "woman", "holder")


_OWED = frozenset(["payable", "repayable", "returnable", "due"])
_STATES_OF_PEOPLE = word_set("states_of_people", "grammar")


@lru_cache(maxsize=4096)
def is_actor(phrase: str) -> bool:
    """Tell whether a phrase can name somebody who acts, known role or not: "Digital Services", "the transporter"."""
    if is_person(phrase) or _LETTER.fullmatch(phrase):
        return True
    words = [word.strip("'’,.()\"“”") for word in phrase.split()]
    head = _head([word.lower() for word in words])
    if not head:
        return False
    capitals = any(word[:1].isupper() for word in takewhile(_is_of_the_name, words[1:]))
    last = head[-1][:-3] + "y" if head[-1].endswith("ies") else head[-1].removesuffix("s")
    if last in _things() or head[-1] in _OWN_TEXT:
        return False
    return last in _bodies() or last.endswith(_SUFFIXES) or capitals


def _is_of_the_name(word: str) -> bool:
    return word.lower() not in _PREPOSITIONS and word.lower() not in _RELATIVES


@cache
def _things() -> frozenset[str]:
    return frozenset(load("roles")["things"]) | _CONTENT_DOCUMENTS


@cache
def _bodies() -> frozenset[str]:
    return frozenset(load("roles")["bodies"])


def _is_cut_off(tokens: Sequence[Token], after: int) -> bool:
    """Tell whether a list goes on after "A person must be—": what it says is done to them, not by them."""
    if after >= len(tokens) or tokens[after].low != "be":
        return False
    return not any(token.low[0].isalpha() for token in tokens[after + 1 :])


def duty_holder_of(
    text: str, tokens: Sequence[Token], subject: Subject, after: int, signal: str
) -> tuple[str, HolderSource]:
    """Return who must do it, as written, and where that is said: the subject, in a passive the "by ...".

    "" and the reason where the sentence does not say.
    """
    participle = is_passive(tokens, after)
    words = signal.lower().split()
    if (
        participle < 0
        and after
        and words[:1] in (["is"], ["are"])
        and len(words) > 1
        and is_participle(words[-1])
    ):
        participle = after
    if words[1:2] and words[1] in _OWED:
        participle = after - 1  # "is payable by the owner"
    if _is_cut_off(tokens, after):
        return "", HolderSource.PASSIVE
    if participle >= 0 and tokens[min(participle, len(tokens) - 1)].low not in _STATES_OF_PEOPLE:
        agent = agent_of(text, tokens, participle)
        return agent, HolderSource.AGENT if agent else HolderSource.PASSIVE
    return _holding_subject(subject)


def _holding_subject(subject: Subject) -> tuple[str, HolderSource]:
    why = _why_unknown(subject)
    if why is not None:
        return "", why
    holder = _ASIDE.sub("", subject.text)
    first, _, rest = holder.partition(" ")
    ruled_out = first.lower() in ("no", "only", "neither") and not subject.at_least
    if ruled_out and rest and not rest.startswith("one"):
        return rest, HolderSource.SUBJECT
    return holder, HolderSource.PHRASE if subject.start == subject.end else HolderSource.SUBJECT


def _why_unknown(subject: Subject) -> HolderSource | None:
    if not subject.text:
        return HolderSource.ORDER
    if subject.receives:
        return HolderSource.RECEIVER
    if subject.text.lower() in ("it", "this"):
        return HolderSource.PRONOUN
    if not is_actor(subject.text):
        return HolderSource.THING
    return HolderSource.UNSAID if subject.text.lower() in ("nobody", "no one", "there") else None
