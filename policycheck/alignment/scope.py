"""Is this policy one that should meet this source? Because it cites it, or its subject is the same."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from rapidfuzz import fuzz

from policycheck.settings import JUDGEMENT

# A title of fewer words than this is too common to be taken for a citation.
_MIN_WORDS = 3
_YEAR = re.compile(r"\s*\(?\b(?:19|20)\d\d\b\)?.*$")
_CITED = 92


def cites(policy_text: str, source_title: str) -> bool:
    """Tell whether a policy names a source by its title; a title of some length counts without its year too."""
    text, title = policy_text.lower(), source_title.strip().lower()
    without_year = _YEAR.sub("", title).strip()
    names = [name for name in (title, without_year) if len(name.split()) >= _MIN_WORDS]
    return any(fuzz.partial_ratio(name, text) >= _CITED for name in names)


# "the Care Planning Regulations", "Children Act 1989": capitals that end in the name of an instrument.
_INSTRUMENT = re.compile(
    r"\b(?P<words>(?:[A-Z][\w’'-]+,? (?:(?:and|of|for|to|on) )?){1,8})"
    r"(?:Act|Regulations|Code of Practice|(?P<own>Standards|Guidance|Order|Rules))\b(?P<year> (?:19|20)\d\d\b)?"
)
# What a body calls its own papers: "these Rules", "Schedule of Charges and Standards".
_OF_ITS_OWN = re.compile(r"(?:these|this|our|your|schedule)\b", re.IGNORECASE)


def names_its_sources(policy_text: str, titles: Collection[str] = ()) -> bool:
    """Tell whether a policy says which instruments it follows, so that not being named means something.

    Its own `titles`, and "House Rules" or "Staff Guidance", are no instruments; an Act in its title is one.
    """
    return any(not _is_its_own(found, titles) for found in _INSTRUMENT.finditer(policy_text))


def _is_its_own(found: re.Match[str], titles: Collection[str]) -> bool:
    if not found["own"] or found["year"]:
        return False
    name = found[0].lower()
    rest = name.partition(" ")[2]  # "Under" may stand before it
    in_a_title = any(one in title.lower() for title in titles for one in (name, rest))
    return in_a_title or " " not in rest or _OF_ITS_OWN.match(name) is not None


@dataclass(frozen=True, slots=True)
class Scope:
    """Whether a policy should meet some obligations, how plainly it should (0 to 1), and whether it names them."""

    inside: bool
    strength: float
    cited: bool = False


def scope_of(*, cited: bool, names_others: bool, part_of_large: bool, closeness: float) -> Scope:
    """Return whether a group of obligations should be met by a policy.

    `cited`: the policy names the source. `names_others`: it names instruments, and not this one.
    `part_of_large`: the obligation is one of a large source, which is rarely meant whole where it is named.
    `closeness` is the cosine of the policy's nearest statement, meant over the obligations of the source; of a
    large one, over those of its Part, and then with the obligation's own.
    """
    needed = JUDGEMENT.scope_not_cited if names_others or part_of_large else JUDGEMENT.scope_close
    if cited:
        needed = JUDGEMENT.scope_cited_large if part_of_large else JUDGEMENT.scope_cited
    return Scope(closeness >= needed, round(min(1.0, closeness / JUDGEMENT.scope_plain), 3), cited)
