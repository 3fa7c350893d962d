"""Who must do what, to whom, by when, unless what."""

from dataclasses import dataclass, replace
from enum import StrEnum


class Modality(StrEnum):
    """The deontic modality of a clause."""

    OBLIGATION = "obligation"
    PROHIBITION = "prohibition"
    RECOMMENDATION = "recommendation"
    PERMISSION = "permission"

    @property
    def binds(self) -> bool:
        return self in (Modality.OBLIGATION, Modality.PROHIBITION)


class Unit(StrEnum):
    """Units of time; a school day is neither a day nor a working day."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    SCHOOL_DAY = "school day"
    WEEK = "week"
    MONTH = "month"
    TERM = "term"
    YEAR = "year"


class LimitKind(StrEnum):
    """How a time limit binds: done within, done every, at least this long before or after, kept up for."""

    WITHIN = "within"
    EVERY = "every"
    BEFORE = "before"
    AFTER = "after"
    FOR = "for"


class Comparator(StrEnum):
    """How a figure bounds."""

    AT_MOST = "at most"
    AT_LEAST = "at least"
    EXACTLY = "exactly"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLimit:
    """One time limit or frequency, e.g. "within 10 working days of the decision".

    `value` counts `unit`s (a fortnight is 2 weeks, quarterly is every 3 months, twice a year is every 6
    months); both are None for a vague limit ("promptly", "regularly"). `working` is true for working or
    business days. `trigger` is what starts the clock, as written, "" where not said. `text` is the words
    read, a substring of the obligation's text. `low` is the lower end of a range, "two to four weeks", whose upper
    end is `value`.
    """

    kind: LimitKind
    value: float | None
    unit: Unit | None
    text: str
    working: bool = False
    trigger: str = ""
    comparator: Comparator = Comparator.AT_MOST
    low: float | None = None

    @property
    def is_vague(self) -> bool:
        return self.value is None

    @property
    def ends(self) -> tuple["TimeLimit", ...]:
        """The ends of a range, each with its bound; the limit itself where it is no range."""
        if self.low is None:
            return (self,)
        least = replace(self, low=None, value=self.low, comparator=Comparator.AT_LEAST)
        if self.kind is LimitKind.BEFORE and not self.text.lower().startswith("between"):
            return (least,)  # who gives more notice than is asked for gives it
        # What must be done three to six weeks after an event is done within the six.
        kind = LimitKind.WITHIN if self.kind is LimitKind.AFTER else self.kind
        return least, replace(self, low=None, kind=kind, comparator=Comparator.AT_MOST)


class ThresholdKind(StrEnum):
    """What a figure that is not a time limit measures."""

    AGE = "age"
    MONEY = "money"
    PERCENT = "percent"
    COUNT = "count"
    MEASURE = "measure"
    RETENTION = "retention"


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """One figure: "aged 16 or over" (age, at least, 16, "year"), "kept for 6 years" (retention, year).

    `unit` is years for ages, "£" for money, "%" for percentages, the counted noun for counts, a `Unit` value
    for retention. `value` is None only for retention without end ("indefinitely"). `low` is the lower end of a range,
    "four to six members", whose upper end is `value`.
    """

    kind: ThresholdKind
    comparator: Comparator
    value: float | None
    unit: str
    text: str
    trigger: str = ""
    low: float | None = None

    @property
    def ends(self) -> tuple["Threshold", ...]:
        """The ends of a range, each with its bound; the figure itself where it is no range."""
        if self.low is None:
            return (self,)
        least = replace(self, low=None, value=self.low, comparator=Comparator.AT_LEAST)
        return least, replace(self, low=None, comparator=Comparator.AT_MOST)


class HolderSource(StrEnum):
    """Where a text says who has the duty, or, from `PASSIVE` on, why it is not known."""

    SUBJECT = "subject"
    AGENT = "agent"  # the "by ..." of a passive
    PHRASE = "phrase"  # "it is the duty of the authority to"
    LIST = "list"  # the words above the list
    COLUMN = "column"  # a column of the table
    HEADING = "heading"  # "Responsibilities of the manager"
    ANTECEDENT = "antecedent"  # whom "it" or "they" stands for, named before
    PASSIVE = "passive"  # nobody is named with "by"
    THING = "thing"  # what the sentence is about cannot act
    RECEIVER = "receiver"  # the subject gets something; who gives it is not said
    ORDER = "order"  # told to the reader
    PRONOUN = "pronoun"  # "it", and nothing before says what it stands for
    UNSAID = "unsaid"

    @property
    def is_known(self) -> bool:
        return self in _KNOWN_FROM


_KNOWN_FROM = frozenset(
    [
        HolderSource.SUBJECT,
        HolderSource.AGENT,
        HolderSource.PHRASE,
        HolderSource.LIST,
        HolderSource.COLUMN,
        HolderSource.HEADING,
        HolderSource.ANTECEDENT,
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossReference:
    """A provision that a text names: "section 12(3)" of itself, or "s 149(1)(a) of the Equality Act 2010".

    `text` is as written, `ref` the reference a reader would write ("12(3)"), "" for a whole instrument.
    `instrument` is the title of another instrument as written, "" for this document. `clause` is the id of the
    clause that it means here, "" where this document has none under that reference.
    """

    text: str
    ref: str
    instrument: str = ""
    clause: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """One obligation, prohibition, recommendation or permission, with its parts.

    `text` is the sentence a reader would quote, with the words above its list. `duty_holder` and `recipient`
    are as written, "" where not said: never invented. `act` is verb and object without limits and conditions.
    `signal` is the words that decided the modality and `signal_start` where they begin in `text`, -1 where they
    stand elsewhere (a column of a table). `items` are the members of its list and `joined_by` the "and" or "or"
    between them. `holder_source` says how the duty holder is known, or why not; `holder_means` is whom a
    pronoun or a term of the document stands for, "" where the words speak for themselves. `purpose` is what
    the act is for, as written.
    """

    id: str
    document: str
    clause: str
    ref: str
    text: str
    modality: Modality
    duty_holder: str = ""
    act: str = ""
    recipient: str = ""
    signal: str = ""
    items: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    time_limits: tuple[TimeLimit, ...] = ()
    thresholds: tuple[Threshold, ...] = ()
    signal_start: int = -1
    holder_source: HolderSource = HolderSource.UNSAID
    holder_means: str = ""
    joined_by: str = ""
    purpose: str = ""
    references: tuple[CrossReference, ...] = ()


class Applies(StrEnum):
    """Is it our duty?"""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
