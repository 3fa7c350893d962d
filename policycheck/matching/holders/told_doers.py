"""Who acts, told in passing: "it is the driver who says", "your call as the porter", "do it, lads"."""

import re
from collections.abc import Iterator

_I = re.IGNORECASE
_WORD = r"(?!(?:who|which|that|shall|may|must|can|is|are|was|were|do|does|will|or|nor|and|in|at|on|for|to|by|with|if|when|unless|until|has|have|once|as|from|after|before|than|of|not|other\sthan)\b)[\w’'-]+"  # noqa: E501 - one pattern
_NP = rf"(?:an?|the|any|his|her|their|its|our|your(?:\sown)?|one\sof\s(?:the|our)(?:\stwo|\sthree)?|two)\s{_WORD}(?:\s{_WORD}){{0,3}}?"  # noqa: E501 - one pattern
_END = r"(?=[.,;:!?]|\s(?:who|which|that|shall|may|must|can|is|are|was|were|do|does|will|or|nor|and|in|at|on|for|to|by|with|if|when|unless|until|once|as|from|after|before|than|of|not|other\sthan|whether|how|what)\b|$)"  # noqa: E501 - one pattern
# No doer: a place, a time, a means, a date.
_NO_DOER = re.compile(
    r"\d|(?:the\s|an?\s|our\s)?(?:[\w-]+\s)?(?:end|time|day|date|hour|week|month|year|morning|evening|night|noon|deadline|door|gate|window|kettle|phone|telephone|post|email|letter|means|way|law|act|rules?|"
    r"policy|method|route|road|side|wall|sea|bed|desk|fire|till|stairs|entrance|exit|back|front|minute|moment|number|score|sum|amount|half|third|quarter|kilo|metre|litre|case|book|clock|look|light|note|form|label|notice|sign|mark|machine|computer|message|card|cheque|transfer|vote|ballot|lot|show|list|"
    r"majority|order|court|amount|system|software|camera|alarm|bell|lock|tag|stamp|seal|line|fence|screen|cover|plan|scheme|process|procedure)s?$",
    _I,
)
_PATTERNS = tuple(
    (re.compile(pattern, _I), lenient)
    for pattern, lenient in (
        # "Are taken in by the bailiff", "is chaired by one of the two volunteers", "met at the door by the warden"
        (rf"\b(?:is|are|be|been|being|gets?)\s[^.;:]{{0,60}}?\bby\s(?P<who>{_NP}){_END}", True),
        # "It is the driver who says"
        (
            rf"\b(?:it\sis|it['’]s|it\swill\sbe|that\sis|that['’]s)\s(?:always\s|only\s)?(?P<who>{_NP})\s(?:who|that)\b",
            True,
        ),
        # "The decision is the leader's", "the job is the porter's"
        (
            rf"\b(?:is|are)\s(?P<who>{_NP})(?:['’]s|s['’])(?:\s(?:job|task|duty|call|decision|business|affair|work|responsibility|choice|alone))?(?=[.,;:]|\sand\b|\sto\b|$)",
            True,
        ),
        # "Your call as the porter"
        (
            rf"\byours?\s(?:\w+\s)?(?:call|job|task|choice|turn|decision|duty|business|responsibility|say)\b[^.;:]{{0,20}}?\bas\s"
            rf"(?P<who>(?:the|an?|our|their)\s{_WORD}(?:\s{_WORD})?){_END}",
            True,
        ),
        (r"^as\s(?:the|an?|our|their)\s(?P<who>[\w’'-]+(?:\s[\w’'-]+)?),?\s(?:you|we|it)\b", True),
        # "Pam does the minutes herself", "their Mr Toft signs"
        (
            r"(?:^|[.;:]\s)(?P<who>(?-i:[A-Z])[a-z]+)\s(?:[a-z]+s|has|does)\b[^.;:]{0,60}?\b(?:himself|herself|(?:his|her)\sown)\b",
            True,
        ),
        (
            r"\b(?P<who>(?:their\s|our\s)?(?-i:Mr|Mrs|Ms|Miss|Dr)\.?\s(?-i:[A-Z])[\w’'-]+)\s(?:[a-z]+s|has|does|will|may|can)\b",
            True,
        ),
        # "The charge hand on the third bay peels it off"
        (
            rf"(?:^|[.,;:]\s)(?P<who>(?:the|our)\s{_WORD}(?:\s{_WORD})?)\s(?:on|at|in|from)\s(?:the\s)?[\w’'-]+(?:\s\w+)?\s[a-z]+[^su]s\b",
            False,
        ),
        # "Is passed to the fraud lead, who decides", "goes to the head keeper for a decision"
        (
            rf"\b(?:to|with|by)\s(?P<who>{_NP})(?:,?\s(?:who|and\s(?:he|she)(?:\sor\s(?:he|she))?)\s(?:then\s|alone\s)?(?:decides?|settles|says|signs|approves|rules|judges|chooses|agrees)\b|"
            r"\sfor\s(?:an?\s|the\s|his\s|her\s|their\s)?(?:final\s)?(?:decision|approval|signature|agreement|consent|ruling|verdict)\b)",
            True,
        ),
        # "When your warden is happy, he or she will wave you in"
        (
            rf"\b(?P<who>(?:the|your|our|an?)\s{_WORD}(?:\s{_WORD})?)\s(?=(?:is|has|are|have|[a-z]+[^su]s)\s[^.;]{{2,80}},\s(?:he\sor\sshe|she\sor\she|he|she)\s(?:will|may|must|can|shall|[a-z]+s)\b)",
            False,
        ),
        # "Do it yourself, lads", "Thank you, helpers!", "Drivers wanted"
        (r",\s(?P<who>[a-z][\w’'-]+(?:\s[\w’'-]+)?)(?:!|[.,](?=\s|$))", False),
        (r"^(?P<who>[A-Z][\w’'-]+(?:\s[\w’'-]+)?)\s(?:wanted|needed|please|welcome)\b", False),
        # "In our blocks the caretaker has", "first thing the lads running the filters fill"
        (
            rf"^(?:in|on|at|during|after|before|over|by|first\sthing|last\sthing|every|each|most|once|twice|when)\b[^,;.]{{2,60}}?,?\s(?P<who>(?:the|our|your|an?)\s{_WORD}(?:\s{_WORD}){{0,2}}?)"
            r"\s(?:(?:then|also|just|always|usually|simply|now)\s)?(?:\w+ing\b[^,;.]{2,30}?\s)?(?:has|have|does|do|will|may|can|must|[a-z]+[^su]s|(?<=s\s)[a-z]+)\b",
            False,
        ),
    )
)


def told_doers(text: str) -> Iterator[tuple[str, bool]]:
    """Yield everybody who is told to act in passing, and whether they stand where only somebody can stand."""
    for pattern, lenient in _PATTERNS:
        for found in pattern.finditer(text):
            who = found["who"].strip()
            if not _NO_DOER.search(who):
                yield who, lenient
