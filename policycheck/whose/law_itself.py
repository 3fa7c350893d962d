"""What a law says of itself: how instruments are made, how a claim is brought, what a breach is punished with.

Such a sentence puts no duty on a local organisation, whoever it is. Only legislation is read so: a guide that says
"a complaint must be made in writing" speaks of its reader's own rules.
"""

import re

from policycheck.domain.obligations import Obligation
from policycheck.lexicon.verbs import third_persons
from policycheck.whose.provisions import Provision
from policycheck.whose.vocabulary import any_of, table

_I = re.IGNORECASE
_HEAD = r"(?:but\s)?(?:(?:an?|the|any|no|each|such)\s)*"
_COMMA = re.compile(r"[,;—]\s?(?![^()]*\))")
_IF = re.compile(r"^(?:but\s)?(?:if|where|when)\s", _I)
# What follows tells when or in which case: "kept for six years after the report is laid before Parliament".
_CASE = re.compile(r"\b(?:if|unless|until|after|when|where|once|during|while|within|which|who)\b", _I)
_UNDER = re.compile(r"\bmade\sunder\s(?:this|section|subsection|paragraph)\b", _I)
_POWER_IN_PROCEEDINGS = re.compile(r"in\s(?:the\s|any\s)?proceedings\s[^;]*,\s(?:the|any)\spower\s", _I)
_TO_COURT = re.compile(
    r"\b(?:to|before|in|by|with)\s(?:(?:an?|the|any)\s)?(?:[\w-]+\s){0,2}?(?:court|tribunal|judge|sheriff)\b",
    _I,
)
_PRONOUNS = ("", "it", "they")
_OFFENCE = re.compile(r"\boffence\b", _I)
_OR_VERB = re.compile(r"\bor\s(?P<verb>\w+)(?P<object>\s(?:an?|the|any)\b)?", _I)
_WEIGHED = re.compile(r"\b(?:account|regard|no\smaterial\sdifference|material\sdifference)\b", _I)


# A test of the law, and no decision of anybody's: "in determining whether it is", not "whether to".
_TEST = re.compile(
    r"\b(?:determining|deciding|considering)\b[—:,\s]*whether\s(?!to\b)[^.;]*\bfor\sthe\spurposes?\sof\s"
    r"(?:this|sub-?section|section|sub-?paragraph|paragraph|regulation|article)\b",
    _I,
)
_NO_EXCEPTION = re.compile(
    r"\bmay\snot\b[^.;]*\brely\son\s(?:sub-?)?(?:section|paragraph|regulation|article|rule)s?\s\(?\w", _I
)
_ON_AN_ACT = re.compile(r"\b(?:unless|only\sif|until|before)\b", _I)
# "A person (P) is to be treated as having agreed only if the requirements of this section are met."
_TREATED = re.compile(
    r"^(?P<who>(?:an?|the)\s[^,;:—]*?)(?:\s\([“\"]?(?P<letter>[A-Z]\d?)[”\"]?\))?\sis\sto\sbe\s(?:treated|regarded|taken)\b"
    r".*\bonly\sif\sthe\s(?:\w+\s)?(?:requirements|conditions)\s(?:of|in)\sthis\s\w+\s(?:are|have\sbeen)\s(?:met|satisfied)",
    _I | re.DOTALL,
)
_MUST_HAVE = re.compile(r"\bmust\s(?:not\s)?have\s\w+", _I)

_LAWMAKING = "It is about how regulations and orders are made, which is for ministers and Parliament."
_PARLIAMENT = "It is about what is laid before Parliament or paid by it, which is for ministers."
_PROCEEDINGS = "It is about a claim before a court or tribunal, which is for the parties and the court."
_APPLYING = "It says how the law itself is to be applied."
_EXCEPTION = "It says where an exception does not help; the duty itself stands elsewhere."
_CONDITION = "It is a condition on which the law treats something as done; nobody has to meet it."
_PENALTY = "It states the penalty for breaking a duty; the duty itself stands elsewhere."


def about_law_itself(obligation: Obligation, provision: Provision | None = None) -> str:
    """Return why a sentence of a law binds nobody in a local organisation, as a full sentence; "" where it may."""
    if _is_penalty(obligation):
        return _PENALTY
    if _NO_EXCEPTION.search(obligation.text) and not _ON_AN_ACT.search(obligation.text):
        return _EXCEPTION
    if provision is not None and _is_condition(obligation, provision):
        return _CONDITION
    if any_of(*table("lawmakers")).search(obligation.duty_holder):
        return f"It falls on “{obligation.duty_holder}”: regulations and orders are for ministers to make."
    return _of_nobody(obligation) if obligation.duty_holder.strip().lower() in _PRONOUNS else ""


def _is_condition(obligation: Obligation, provision: Provision) -> bool:
    """Tell whether a sentence is on the very person whom the provision treats so, where the rest of it is met."""
    if not _MUST_HAVE.search(obligation.text):
        return False
    holder = obligation.duty_holder.strip().lower()
    treated = (_TREATED.match(f"{clause.text} {clause.closing}") for clause in provision.clauses)
    return any(one is not None and holder == (one["letter"] or one["who"]).lower() for one in treated)


def _of_nobody(obligation: Obligation) -> str:
    """Return what a sentence that names nobody says of the law, "" where it may ask something of somebody."""
    lead = obligation.text[: max(obligation.signal_start, 0)].strip()
    predicate = _CASE.split(obligation.text[len(lead) :], maxsplit=1)[0]
    if _makes_law(obligation, lead, predicate):
        return _LAWMAKING
    if any_of(*table("parliament")).search(predicate):
        return _PARLIAMENT
    if _is_proceedings(lead, predicate, obligation.text):
        return _PROCEEDINGS
    applied = _begins(obligation.text, table("applying")) or _TEST.search(obligation.text)
    weighed = applied and _WEIGHED.search(obligation.text)
    return _APPLYING if weighed or _heads(lead, table("compared")) else ""


def _makes_law(obligation: Obligation, lead: str, predicate: str) -> bool:
    """Tell whether a sentence is about an instrument; "they" is, where the regulations of its condition are meant."""
    if _heads(lead, table("lawmaking")):
        return True
    if obligation.duty_holder and _heads(_IF.sub("", lead), table("lawmaking")):
        return True
    return _heads(lead, table("made_under")) and _UNDER.search(predicate) is not None


def _heads(lead: str, phrases: list[str]) -> bool:
    """Tell whether one of the phrases begins the sentence, or its subject after the conditions."""
    head = re.compile(f"{_HEAD}{any_of(*phrases).pattern}", _I)
    return any(head.match(part.strip()) for part in (lead, _COMMA.split(lead)[-1]))


def _begins(text: str, phrases: list[str]) -> bool:
    return any_of(*phrases).match(text.removeprefix("But ")) is not None


def _is_penalty(obligation: Obligation) -> bool:
    """Tell "who fails to comply with a requirement commits an offence" from "who sells tobacco to a child"."""
    if not _OFFENCE.search(obligation.signal):
        return False
    conduct = obligation.text.replace(obligation.signal, " ", 1)
    lead = conduct
    for item in obligation.items:
        lead = lead.replace(item, " ", 1)
    if obligation.items and not _only_breaks(lead, named=False):
        return all(_only_breaks(item) for item in obligation.items)
    return _only_breaks(conduct)


def _only_breaks(conduct: str, *, named: bool = True) -> bool:
    words = table("penalties")
    broken = any_of(*words["defaults"]).search(conduct)
    if broken is None or (named and not any_of(*words["of"]).search(conduct, broken.end())):
        return False
    defaults = {phrase.split()[0] for phrase in words["defaults"]}
    return not any(
        found["verb"].lower() not in defaults and _is_act(found) for found in _OR_VERB.finditer(conduct)
    )


def _is_act(found: re.Match[str]) -> bool:
    """Tell "or obstructs an officer" from "or conditions of the notice"; in doubt it is an act."""
    verb = found["verb"].lower()
    return (
        verb in third_persons()
        or verb.endswith("ing")
        or (verb.endswith("s") and found["object"] is not None)
    )


def _is_proceedings(lead: str, predicate: str, text: str) -> bool:
    words = table("proceedings")
    if any_of(*words["people"]).search(lead) or _POWER_IN_PROCEEDINGS.match(lead):
        return True
    if not _heads(lead, words["subjects"]) or any_of(*words["internal"]).search(lead):
        return False
    if any_of(*words["brought"]).search(predicate) and any_of(*words["courts"]).search(text):
        return True
    if re.search(r"\bclaims?\sthat\b", lead, _I) and any_of(*words["wrongs"]).search(lead):
        return True
    done = re.compile(rf"{any_of(*words['done']).pattern}(?:\s[\w-]+){{0,3}}?\s{_TO_COURT.pattern}", _I)
    return _TO_COURT.search(lead) is not None or done.search(predicate) is not None
