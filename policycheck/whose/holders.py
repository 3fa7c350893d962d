"""Who is meant by a duty holder: with the clause "who ...", by a letter, by the document somebody makes."""

import re
from collections.abc import Iterator

from policycheck.domain.obligations import HolderSource, Modality, Obligation
from policycheck.lexicon.roles import is_charged, names_person
from policycheck.lexicon.verbs import pasts, third_persons
from policycheck.whose.provisions import Provision
from policycheck.whose.vocabulary import any_of, table

_I = re.IGNORECASE
_LETTER = re.compile(r"[A-HJ-Z]\d?")
_DETERMINER = re.compile(r"\b(?:an?|the|any|another|each|every)\s", _I)
_BREAK = re.compile(r"[,;:—–.()]")
_RELATIVE = re.compile(r"\s(?:(?:to|by|for|of|in)\s)?(?:who|whose|whom|which|that)\s[^,;:—–.]*")
_TERM = re.compile(r"\(an?\s[“\"](?P<term>[^”\"]{2,60})[”\"]\)")
_THAT = re.compile(r"that\s(?:person|party)\b", _I)
_LAID_ON = re.compile(r"\bapplies\sto\s?[—–:-]", _I)
_POWER = re.compile(
    r"(?:the|any)\spower\s(?:in|under|of|conferred\sby)\s(?:sub)?-?(?:section|paragraph)s?\s(?P<ref>\(\w+\))",
    _I,
)
_NOT_A_LINK = (
    r"(?!(?:of|by|to|for|in|on|at|with|within|from|who|which|that|is|the|an?|and|or|must|shall|may)\b)"
)
# "must notify the controller of a breach" says what is told, and of what nobody is a controller.
_TELLING = re.compile(r"\b(?:notif\w+|inform\w*|tell\w*|told|advis\w+|warn\w*|depriv\w+)\s$", _I)
_MAKER = re.compile(r"the\sperson\swho\s(?P<verb>\w+)\s(?P<made>it|(?:an?|the)\s[\w\s-]+)", _I)
_SHORT = re.compile(r"the\s(?P<noun>(?!person\b|individual\b|employer\b)[a-z]+)", _I)
# "A person (A) who keeps goats does not contravene section 4": not "who does not keep goats".
_DENIED = re.compile(r"(?<!\swho)(?<!\swhich)(?<!\sthat)\s(?:does|need)\snot\b", _I)
_MARKS = " ,;:—–-"
_LONGEST = 120


def meanings(obligation: Obligation, provision: Provision | None) -> tuple[str, ...]:
    """Return whom a duty is on as far as its provision tells, more than one where it lists them.

    The duty holder as written, with the clause that says who it is; () where nobody is named.
    """
    holder = obligation.duty_holder.strip()
    if not holder:
        return _unnamed(obligation, provision)
    if _LETTER.fullmatch(holder):
        meant = letter_means(holder, obligation, provision)
        return (meant,) if meant else _anywhere_around(holder, provision) or (holder,)
    term = _TERM.search(holder)
    if term:
        return (term["term"],)
    if _THAT.match(holder):
        said = obligation.conditions[:1]
        return (f"{holder} ({said[0]})" if said else holder,)
    as_said = _with_clause(holder, obligation) if obligation.holder_source is HolderSource.SUBJECT else holder
    makers = _maker_of_it(as_said, obligation, provision)
    return makers or (_in_full(holder, obligation, provision) or as_said,)


def _maker_of_it(meant: str, obligation: Obligation, provision: Provision | None) -> tuple[str, ...]:
    """Return who makes a document, for "the person who prepared the list"; () where the provision does not say."""
    found = _MAKER.fullmatch(meant)
    if (
        found is None
        or provision is None
        or pasts().get(found["verb"].lower()) not in table("makers")["verbs"]
    ):
        return ()
    made = obligation.text if found["made"].lower() == "it" else found["made"]
    who = _who_makes(provision, made)
    return tuple(one for one in who if not one.lower().startswith("the person"))


def _in_full(holder: str, obligation: Obligation, provision: Provision | None) -> str:
    """Return the fuller name by which the provision speaks of "the driver" or "the authority" before, "" for none.

    The sentence itself comes first, then those before it; where two names would do, none is taken.
    """
    short = _SHORT.fullmatch(holder)
    if short is None or provision is None or (is_charged(holder) and not names_person(holder)):
        return ""
    name = re.compile(
        rf"\b(?P<det>an?|any|each|every|the)\s(?P<mods>(?:{_NOT_A_LINK}[\w’'-]+\s){{0,3}}){short['noun']}\b"
        rf"(?P<of>\sof\s(?:an?|any)\s{_NOT_A_LINK}[\w-]+(?:\s{_NOT_A_LINK}[\w-]+){{0,2}})?",
        _I,
    )
    own = obligation.text[: obligation.text.find(holder)] if holder in obligation.text else ""
    before = []
    for clause in provision.clauses:
        if clause.id == obligation.clause:
            break
        before.append(clause.text)
    for texts in ([own], before):
        found = {
            one[0].lower(): one[0]
            for text in texts
            for one in name.finditer(text)
            if (one["of"] if one["det"].lower() == "the" else one["mods"] or one["of"])
            and not (one["of"] and _TELLING.search(text, 0, one.start()))
        }
        if found:
            return next(iter(found.values())) if len(found) == 1 else ""
    return ""


def _lead_of(obligation: Obligation) -> str:
    """Return what stands before the deciding words."""
    return obligation.text[: max(obligation.signal_start, 0)]


def _with_clause(holder: str, obligation: Obligation) -> str:
    """Return the holder with what follows it up to the deciding words: "who has the right to let premises"."""
    lead = _lead_of(obligation)
    at = lead.rfind(holder)
    return lead[at:].strip(_MARKS) if at >= 0 else holder


def letter_means(letter: str, obligation: Obligation, provision: Provision | None) -> str:
    """Return what a single letter stands for, "" where that cannot be read, or reads in two ways.

    The sentence itself comes first, then "This section applies where A is ...", then the rest of the provision,
    then the part or schedule around it.
    """
    texts: list[list[str]] = [[obligation.text]]
    if provision is not None:
        inside = [f"{clause.text} {clause.closing}" for clause in provision.clauses]
        texts += [[text for text in inside if text.lower().startswith("this ")], inside]
        texts.append([clause.text for clause in provision.above])
    for at, group in enumerate(texts):
        found = {phrase.lower(): phrase for text in group for phrase in _explained(letter, text, own=not at)}
        if found:
            return next(iter(found.values())) if len(found) == 1 else ""
    return ""


def _anywhere_around(letter: str, provision: Provision | None) -> tuple[str, ...]:
    """Return all that a letter is in the provisions of the part or schedule, where it is one letter for the whole.

    "This Schedule applies where a duty is laid on A": who A is, each of its paragraphs tells for itself; one that
    does not is on all of them.
    """
    if provision is None or _explains_in_two_ways(letter, provision):
        return ()
    whole = re.compile(rf"\b{letter}\b")
    if not any(whole.search(clause.text) for clause in provision.above):
        return ()
    found = [phrase for clause in provision.beside for phrase in _explained(letter, clause.text, own=False)]
    return tuple(dict.fromkeys(found))


def _explains_in_two_ways(letter: str, provision: Provision) -> bool:
    return any(True for clause in provision.clauses for _ in _explained(letter, clause.text, own=False))


def _explained(letter: str, text: str, *, own: bool) -> Iterator[str]:
    """Yield what a text says that a letter is: "a person (A) who lets", "applies where A is a landlord".

    "If A is a school, nothing requires ..." tells one case of it, not what it is; the sentence's `own` opening counts.
    """
    aside = re.compile(rf"\(\s?[“\"']?{letter}[”\"']?\s?\)")
    for found in aside.finditer(text):
        phrase = _phrase_before(text[: found.start()])
        if phrase:
            after = _RELATIVE.match(text, found.end())
            yield phrase + (_cut(after[0]) if after else "")
    opening = r"(?:^|\bapplies\s(?:only\s)?)" if own else r"\bapplies\s(?:only\s)?"
    case = re.compile(
        rf"{opening}(?:[Ww]here|[Ii]f|[Ww]hen)\s{letter}\sis\s(?P<who>(?:an?|the|any)\s[^,;:—–.]{{2,{_LONGEST}}})"
    )
    said = case.search(text)
    if said:
        yield said["who"].strip()


def _cut(clause: str) -> str:
    """End a relative clause where the duty begins."""
    ended = any_of("must", "shall", "may", "commits", "is to").split(clause, maxsplit=1)[0]
    return _DENIED.split(ended, maxsplit=1)[0].rstrip()


def _phrase_before(text: str) -> str:
    """Return the noun phrase that a text ends in: "a member of the team" for "must not harass a member of the team"."""
    tail = _BREAK.split(text)[-1]
    starts = [found.start() for found in _DETERMINER.finditer(tail)]
    while len(starts) > 1 and tail[: starts[-1]].rstrip().endswith(" of"):
        starts.pop()
    phrase = tail[starts[-1] :].strip() if starts else ""
    if tail.rstrip().lower().endswith((" another", " any other")):
        return "another person"
    return phrase if 0 < len(phrase) <= _LONGEST else ""


def _unnamed(obligation: Obligation, provision: Provision | None) -> tuple[str, ...]:
    if obligation.items and _LAID_ON.search(obligation.text):
        return tuple(item.strip(_MARKS) for item in obligation.items)
    if provision is None:
        return ()
    lead = _lead_of(obligation)
    power = _POWER.search(lead)
    if power:
        return _who_may(provision, power["ref"])
    if obligation.holder_source is HolderSource.THING:
        return _who_makes(provision, _BREAK.split(lead.rstrip(" ,"))[-1])
    return ()


def _who_may(provision: Provision, ref: str) -> tuple[str, ...]:
    """Return who is given a power by the paragraph of this provision with some number."""
    wanted = f"{provision.number}{ref}"
    return tuple(
        one.duty_holder
        for one in provision.obligations
        if one.ref == wanted and one.duty_holder and one.modality is Modality.PERMISSION
    )


def _who_makes(provision: Provision, subject: str) -> tuple[str, ...]:
    """Return who makes the document that a sentence is about, by what the provision says of making it."""
    makers = table("makers")
    named = [word for word in re.findall(r"[a-z]+", subject.lower()) if word in makers["documents"]]
    if not named:
        return ()
    making = re.compile(
        rf"{any_of(*makers['verbs']).pattern}(?:\s(?!regulations\b|provision\b)[\w’'-]+){{0,6}}?\s{named[0]}\b",
        _I,
    )
    if any(_is_made_by_nobody(one, named[0], makers["verbs"]) for one in provision.obligations):
        return ()
    gerunds = (f"{verb.removesuffix('e')}ing" for verb in makers["verbs"])
    in_making = re.compile(
        rf"{any_of(*gerunds).pattern}\s(?:the|its|an?)\s(?:[\w-]+\s){{0,3}}?{named[0]}\b", _I
    )
    found = [
        one.duty_holder
        for one in provision.obligations
        if one.duty_holder
        and (any(making.search(act) for act in (one.act, *one.items)) or in_making.search(_lead_of(one)))
    ]
    return tuple(dict.fromkeys(found))


def _is_made_by_nobody(obligation: Obligation, document: str, verbs: list[str]) -> bool:
    """Tell whether "A report must be prepared" leaves open who prepares it."""
    if obligation.duty_holder or obligation.holder_source is not HolderSource.PASSIVE:
        return False
    words = re.findall(r"[a-z]+", obligation.act.lower())
    return document in words and any(pasts().get(word) in verbs for word in words)


def alternatives(holder: str) -> list[str]:
    """Split "a person who sells goods or provides a service" where either may be done without the other.

    Not "who lets or sells premises", nor "a recommendation for or approval of an appointment".
    """
    parts = re.split(r"\sor\s", holder)
    joined = parts[:1]
    for part in parts[1:]:
        first = part.split(" ", 1)[0].lower()
        alone = joined[-1].rsplit(" ", 1)[-1].lower() not in third_persons()
        if alone and (first in ("who", "which", "that", "whose", "a", "an") or first in third_persons()):
            joined.append(part)
        else:
            joined[-1] = f"{joined[-1]} or {part}"
    return joined
