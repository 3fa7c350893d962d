"""Collects the words and abbreviations that a document explains itself: definitions, brackets, glossaries."""

import re
from collections.abc import Iterator, Sequence

from policycheck.domain.documents import Clause, ClauseKind, ProvisionStatus, Term, children_of
from policycheck.lexicon.abbreviations import is_abbreviation
from policycheck.lexicon.data import load
from policycheck.segmentation.abbreviations import words_after, words_for
from policycheck.segmentation.wording import is_definitions_heading

_DEFINED = (
    r"[“\"‘'](?P<short>[^”\"’]{1,80})[”\"’'](?:\s*\([^()]{1,80}\))?,?\s+"
    r"(?:means|shall mean|will mean|refers? to|stands? for|is short for)\b"
)
_MEANS = re.compile(rf"{_DEFINED}\s*(?P<long>.*)", re.DOTALL)
_NEXT = re.compile(rf"[.;,]\s+(?:and\s+)?(?={_DEFINED.replace('?P<short>', '?:')})")
_LEAD = re.compile(
    r"^(?:(?:in|for|throughout|under|the (?:term|word|expression))\b[^.;]{0,80})?$", re.IGNORECASE
)
_BRACKETS = re.compile(r"\(([^()]{2,80})\)")
_CALLED = re.compile(
    r"^(?:here(?:in)?after,?|(?:also )?(?:referred to|known)(?: (?:here|below|in this \w+))? as|in this \w+,?)?\s*"
    r"(?:called\s+)?(?P<article>the\s+)?(?P<open>[“\"‘'])?(?P<inner>the\s+)?(?P<name>[^“”\"‘’']{2,60})[”\"’']?$",
    re.IGNORECASE,
)
_PROPER = re.compile(r"^(?:\d{4}\s+)?[A-Z][\w-]*(?:\s+(?:[A-Z][\w-]*|of|and|for|\d{4}))*$")
_NAME_WORD = re.compile(r"\([A-Z][\w, ]+\)|[^\s()]+")
_LINKS = frozenset({"of", "and", "for", "the", "&", "etc.", "etc"})
_OPENING = re.compile(r"^[A-Z]\w+ the (?=[A-Z])")  # "Under the", at the head of a sentence
_INITIALS = re.compile(r"[“\"‘']?(?<![\w’'-])(?P<name>[A-Z][A-Za-z0-9&/-]{1,9})(?![\w-])[”\"’']?")
_LINK = re.compile(
    r",?\s+(?:(?:(?:stands?|is short|are short)\s+for|means?|refers?\s+to|is|are|for)\s+(?:(?:the|an?)\s+)?"
    r"|\(?(?:the|an?)\s+)|\s?[:=]\s+(?:(?:the|an?)\s+)?"
)
_OR = re.compile(r",?\s+(?:or|(?:is|are)(?:\s+the)?)\s+[“\"‘']?(?:the\s+)?[“\"‘']?$")
_GLOSSARY_LINE = re.compile(r"^(?:• )?(?P<short>[^:–—]{2,60}?)\s*(?::|\s[–—-])\s+(?P<long>\S.*)$")
_BULLET = "• "
_LONGEST = 400  # characters of an explanation that still can stand in for a term


def find_terms(clauses: Sequence[Clause]) -> tuple[Term, ...]:
    """Return the terms of a document in the order of its text, each with the clause that explains it.

    `Term.short` is without its article, `Term.long` as written. A term explained twice in the same words is
    given once. What the document inserts into another one, and provisions without force, explain nothing.
    """
    children = children_of(clauses)
    terms: dict[tuple[str, str], Term] = {}
    for clause in clauses:
        if clause.quoted or clause.status is not ProvisionStatus.IN_FORCE:
            continue
        for short, long in _explained(clause, children.get(clause.id, ())):
            name, meaning = _without_article(short), " ".join(long.split()).strip(" .;,:—–-")[:_LONGEST]
            if name and meaning and name.lower() != meaning.lower():
                key = (name.lower(), meaning.lower())
                terms.setdefault(key, Term(short=name, long=meaning, clause=clause.id))
    return tuple(terms.values())


def _explained(clause: Clause, items: Sequence[Clause]) -> Iterator[tuple[str, str]]:
    in_glossary = any(is_definitions_heading(heading) for heading in clause.heading_path[-2:])
    if clause.kind is ClauseKind.ROW:
        yield from _of_row(clause, in_glossary=in_glossary)
        return
    for line in clause.text.split("\n"):
        yield from _of_definition(line.removeprefix(_BULLET), items)
        yield from _of_brackets(line)
        yield from _of_initials(line)
        if in_glossary:
            yield from _of_glossary_line(line)


def _of_definition(line: str, items: Sequence[Clause]) -> Iterator[tuple[str, str]]:
    """Read '"the LADO" means the designated officer', and one after another; a list says what an open one means."""
    found = _MEANS.search(line)
    if found is None or not _LEAD.match(line[: found.start()].strip()):
        return
    long, *others = _NEXT.split(found["long"], maxsplit=1)
    if (items and long.rstrip().endswith(("—", "–", ":", "-"))) or not long.strip():
        long = f"{long.rstrip(' —–:-')} {' '.join(item.text for item in items)}"
    yield found["short"], long
    for other in others:
        yield from _of_definition(other, items)


def _of_brackets(line: str) -> Iterator[tuple[str, str]]:
    """Read "the designated officer (LADO)", "LADO (local authority designated officer)", "(“the Regulations”)"."""
    for found in _BRACKETS.finditer(line):
        before, inner = line[: found.start()].rstrip(), found.group(1).strip()
        called = _CALLED.match(inner)
        name = called["name"].strip() if called else ""
        last, words = before.split()[-1] if before else "", _without_article(inner)
        if is_abbreviation(last) and len(words.split()) > 1 and words_for(last, words) == words:
            yield last, words
        elif is_abbreviation(name):
            yield name, words_for(name, before.strip(" ”’\"'"))
        elif called and _is_named(called, name):
            yield name, _proper_name(before)


def _of_initials(line: str) -> Iterator[tuple[str, str]]:
    """Read "NH stands for nursery head, RL for room leader", "“PO” is a presiding officer", "HM: harbour master",
    "or “CD”", "the Director of Quality is the DQ".
    """
    for found in _INITIALS.finditer(line):
        name = found["name"]
        if not is_abbreviation(name):
            continue
        link = _LINK.match(line, found.end())
        long = words_after(name, line[link.end() :]) if link else ""
        if not long and (either := _OR.search(line, 0, found.start())):
            long = words_for(name, line[: either.start()].strip(" ”’\"',"))
        if long:
            yield name, _without_article(long)


def _is_named(called: re.Match[str], name: str) -> bool:
    quoted = called["open"] is not None
    article = called["article"] or called["inner"]
    return bool(_PROPER.match(name)) and (quoted or article is not None)


def _proper_name(before: str) -> str:
    """Return the name in capitals that `before` ends with: "... under the Care (England) Regulations 2010"."""
    words = list(_NAME_WORD.finditer(before))
    first = len(words)
    for place in range(len(words) - 1, -1, -1):
        word = words[place].group().strip("“”\"‘’',")
        if not (word in _LINKS or word[:1].isupper() or word.isdecimal() or word.startswith("(")):
            break
        if words[place].group().endswith((".", ";", ":")) and place < len(words) - 1 and word not in _LINKS:
            break
        if word[:1].isupper() or word.startswith("("):
            first = place
    name = before[words[first].start() :] if first < len(words) else ""
    return _without_article(_OPENING.sub("", name))


def _of_row(clause: Clause, *, in_glossary: bool) -> Iterator[tuple[str, str]]:
    cells = [cell.strip() for cell in clause.text.split(" | ")]
    names = [" ".join(re.findall(r"[a-z]+", column.lower())) for column in clause.columns]
    vocabulary = load("terms")
    short = next((place for place, name in enumerate(names) if name in vocabulary["short"]), None)
    long = next((place for place, name in enumerate(names) if name in vocabulary["long"]), None)
    if in_glossary and not clause.columns and len(cells) == 2:
        short, long = 0, 1
    if short is not None and long is not None and short != long and len(cells) > max(short, long):
        yield cells[short].strip("“”\"‘’'"), cells[long]


def _of_glossary_line(line: str) -> Iterator[tuple[str, str]]:
    found = _GLOSSARY_LINE.match(line)
    if found and len(found["short"].split()) <= 6:
        yield found["short"].strip("“”\"‘’'* "), found["long"]


def _without_article(text: str) -> str:
    return re.sub(r"^(?:the|an?)\s+", "", text.strip(" ,“”\"‘’'"), flags=re.IGNORECASE)
