"""Two things of one name by what they are of, about or for: a complaint about food, and one about parking."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import takewhile

from policycheck.lexicon.data import load
from policycheck.lexicon.phrases import any_of
from policycheck.lexicon.roles import find_roles, is_body
from policycheck.lexicon.verbs import bases, noun_like, pasts, third_persons
from policycheck.lexicon.words import boilerplate_words, content_words, stop_words
from policycheck.matching import Statement
from policycheck.matching.holders.independence import anybody

_WORD = re.compile(r"[a-z][\w’'-]*|[^\w\s]|\d[\d.,]*")
_COLUMN = re.compile(r"(?:^|(?<=;\s))[^:;]{1,40}:\s")
_INITIALS = re.compile(r"\b[A-Z]{2,}s?\b")  # whatever they stand for may stand on the other side
_SHORTEST = 3
_LONGEST_PLACE = 3  # words


def are_of_two_things(a: Statement, b: Statement) -> bool:
    """Tell whether both name a thing by one word and each says of what, in words that the other does not use.

    "Training in lifting" and "training in first aid", "the register of gifts" and "the register of land".
    """
    ours, theirs = _named(a), _named(b)
    said, others = _all(a), _all(b)
    return any(
        all(one and not one & others for one in ours[thing])
        and all(one and not one & said for one in theirs[thing])
        for thing in ours.keys() & theirs.keys()
    )


@lru_cache(maxsize=8192)
def _all(one: Statement) -> frozenset[str]:
    return frozenset(content_words(one.text))


@lru_cache(maxsize=8192)
def _named(one: Statement) -> dict[str, tuple[frozenset[str], ...]]:
    """Return each thing of which a statement says what it is of, with the words for that, once for each time."""
    found: dict[str, list[frozenset[str]]] = defaultdict(list)
    text = _COLUMN.sub("; ", one.text) if one.is_row else one.text
    words = _WORD.findall(_INITIALS.sub("0", _manner().sub(" ", text)).lower())
    # What stands after a thing tells it best; a clause on what a term means tells no thing.
    for told in (_pairs(words), _owned(words), () if one.term else _told_by_clauses(words)):
        known = set(found)
        for name, of in told:
            thing = next(iter(content_words(name)), "")
            if thing and thing not in known and not find_roles(name):
                found[thing].append(frozenset(content_words(" ".join(of))) - anybody())
    return {thing: tuple(of) for thing, of in found.items()}


def _pairs(words: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield each noun that a preposition follows, as far as that can be seen, with the words after it."""
    links, articles = _words("linking"), _words("articles")
    for at, word in enumerate(words):
        after = at + 1
        if not _tells(word) or word in _words("no_things") or words[after : after + 1] == []:
            continue
        of: list[str] = []
        while words[after : after + 1] and (words[after] in links or _is_at_places(words[at:], after - at)):
            after += 1
            while words[after : after + 1] and words[after] in articles:
                after += 1
            begun = after
            while words[after : after + 1] and _tells(words[after]):
                after += 1
            of += words[begun:after]
            if begun == after:
                break
        if of and not (word.endswith("ed") or (word.endswith("ing") and word not in _words("things_in_ing"))):
            yield word, of


def _owned(words: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield what belongs to somebody, "a customer's letter", and what they have: "every listener has supervision"."""
    for at, word in enumerate(words):
        rest = words[at + 1 :]
        if _OWNER.search(word):
            owner = _OWNER.sub("", word)
        elif at and word in _words("having") and words[0] in _words("articles"):
            owner = words[at - 1]
            rest = rest[1:] if rest[:1] and rest[0] in _words("articles") else rest
        else:
            continue
        if _tells(owner) and owner not in _words("no_things") and not is_body(owner):
            yield from (
                (thing, [owner]) for thing in list(takewhile(_tells, rest))[:2] if thing not in pasts()
            )


_OWNER = re.compile(r"(?:['’]s|(?<=s)['’])$")


def _told_by_clauses(words: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield each thing of which a clause tells which it is, "a cheque that has bounced"; not what it did not do.

    What did not win and what did not succeed are one in more words than any two things that something has done.
    """
    for at, word in enumerate(words[1:-1], 1):
        thing, verb, rest = words[at - 1], words[at + 1], words[at + 2 :]
        if word not in ("that", "which") or not _tells(thing) or thing in _words("no_things"):
            continue
        if thing in bases() and thing not in noun_like():
            continue  # "ensure that"
        if verb in _words("clause_verbs") or verb in bases() or verb in third_persons() or verb in pasts():
            rest = rest[1:] if rest[:1] == ["been"] else rest
            clause = [
                verb,
                *takewhile(lambda one: one[0].isalnum() and one not in _words("clause_verbs"), rest),
            ]
            if _words("denying").isdisjoint(clause):
                yield thing, [one for one in clause if _tells(one)]


def _is_at_places(words: list[str], at: int) -> bool:
    """Tell whether "on the workboats" stands here, after the thing that is there: not "put on the boards"."""
    if words[at] not in _words("linking_places") or words[0] in bases() or words[0] in pasts():
        return False
    article, places = words[at + 1 : at + 2], words[at + 2 : at + 2 + _LONGEST_PLACE]
    named = list(takewhile(_tells, places))
    several = bool(named) and named[-1].endswith("s") and not named[-1].endswith("ss")
    return several and article[0] in _words("articles")


@lru_cache(maxsize=65536)
def _tells(word: str) -> bool:
    """Tell whether a word can name a thing."""
    return (
        word[0].isalpha()
        and len(word) >= _SHORTEST
        and word not in stop_words()
        and word not in boilerplate_words()
        and word not in _words("no_words_of_things")
    )


@cache
def _manner() -> re.Pattern[str]:
    """Return the pattern of how something is done, which tells no thing: "in full" is so, "in full view" is not."""
    listed = load("things")
    return re.compile(
        rf"\b(?:{any_of(listed['manner'])})\b(?=\s*(?:$|[^\w\s]|\d|(?:{'|'.join(listed['after_manner'].split())})\b))",
        re.IGNORECASE,
    )


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("things")[name].split())
