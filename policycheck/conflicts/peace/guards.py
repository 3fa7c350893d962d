"""When two different rules stand side by side in peace: exception, other group, other stage, other event."""

import re
from collections.abc import Iterable, Iterator

from policycheck.conflicts.contrary import said_by
from policycheck.conflicts.exceptions import EXCEPTED, Way, exempts, left_aside
from policycheck.domain.figures import Figure, FigureKind
from policycheck.domain.obligations import HolderSource, Modality, Obligation
from policycheck.lexicon.data import load
from policycheck.lexicon.families import families
from policycheck.lexicon.no_odds import makes_no_odds, no_odds_of
from policycheck.lexicon.phrases import phrases_of
from policycheck.lexicon.roles import are_related
from policycheck.lexicon.words import content_words, stem
from policycheck.matching import Statement
from policycheck.matching.forbidding import forbids


def speaks_of_other_case(a: Statement, b: Statement) -> bool:
    """Tell whether one statement is for a case that the other does not speak of.

    A condition of one side ("where the complaint is about a councillor") none of whose words the other side
    uses marks a special case; so does an exception of one side that names the other's case.
    """
    return _special(a, b) or _special(b, a)


def _special(one: Statement, other: Statement) -> bool:
    reading = one.reading
    # A table row names its subject, not a case; and a permission with a condition still permits what is banned.
    if reading is None or one.is_row or reading.modality is Modality.PERMISSION:
        return False
    return any(_unshared(condition, other) for condition in _cases(reading))


def _cases(reading: Obligation) -> Iterable[str]:
    triggers = {limit.trigger for limit in reading.time_limits if limit.trigger}
    figures = {one.text for one in reading.thresholds} | {one.text for one in reading.time_limits}
    for condition in reading.conditions:
        # What starts the clock is compared with the limit itself, and so is a figure; neither is a case.
        if any(trigger in condition or condition in trigger for trigger in triggers):
            continue
        # "Not until", "not before": how far a ban goes, and not for whom.
        if forbids(reading) and _HOW_FAR.match(condition):
            continue
        if not any(figure in condition for figure in figures):
            yield condition


_HOW_FAR = re.compile(r"until|before|unless", re.IGNORECASE)


def _unshared(condition: str, other: Statement) -> bool:
    words = set(content_words(condition))
    return bool(words) and len(words & other.words) / len(words) < 0.34


def is_rule_and_exception(a: Statement, b: Statement) -> bool:
    """Tell whether one side's exception ("unless ...", "except ...") speaks of the other side's case."""
    for one, other in ((a, b), (b, a)):
        for exception in _excepted_by(one):
            if _asks_for_a_figure(exception, one, other):
                continue
            if _is_never_asked(exception, other.text):
                continue
            words = set(content_words(exception))
            if _excepted_too(words, other) or _is_told_without(exception, words, other):
                continue
            if not exception.lower().startswith("unless"):
                # "No dog other than a guide dog": what both the rule and its exception name tells neither.
                words = words - set(content_words(one.text.replace(exception, " ", 1))) or words
            if words and len(words & other.words) / len(words) >= 0.5 and not acts_without(other.text):
                return True
    return False


def _excepted_by(one: Statement) -> Iterator[str]:
    """Yield the exceptions of a statement that were read as its parts, and those it takes out by their place in it."""
    if one.reading is not None:
        yield from (case for case in one.reading.exceptions if not makes_no_odds(case))
    yield from (found["case"] for found in EXCEPTED.finditer(one.text))


def _asks_for_a_figure(exception: str, one: Statement, other: Statement) -> bool:
    """Tell whether an exception holds a figure that is asked for, and no other case.

    "No decision unless three are present"; so does "decides nothing unless three are present" beside "at least four".
    """
    if one.reading is None:
        return False
    banned = forbids(one.reading)
    if banned and (_is_for_time_given(exception, one, other) or _holds_a_ratio(exception, one)):
        return True
    asked = [figure for figure in one.reading.thresholds if figure.text in exception]
    if not asked:
        return False
    theirs = {figure.kind for figure in other.said.thresholds} if other.said is not None else set()
    return banned or any(figure.kind in theirs for figure in asked)


def _holds_a_ratio(exception: str, one: Statement) -> bool:
    """Tell "unless there is one adult for every four", which asks for so many."""
    return any(figure.kind is FigureKind.RATIO and figure.text in exception for figure in one.figures)


_GIVEN = re.compile(
    r"\b(?:notice|warning|given|passed|elapsed|gone|had|waited|stood|lain|apart|before(?:hand)?|ahead|advance)\b",
    re.IGNORECASE,
)


_LATELY = re.compile(
    r"\b(?:within|in|during)\s(?:the|its|his|her|their)\s(?:last|past|preceding|previous)\b", re.IGNORECASE
)


def _is_for_time_given(exception: str, one: Statement, other: Statement) -> bool:
    """Tell whether an exception is no more than a time that must go by first: "unless 28 days' notice was given".

    So is one that must not have gone by, "unless it was tested within the last six months": it asks how often.
    """
    lately = _LATELY.search(exception) is not None
    answering = (FigureKind.TIME, FigureKind.RHYTHM) if lately else (FigureKind.TIME,)
    return (
        (lately or _GIVEN.search(exception) is not None)
        and any(figure.kind is FigureKind.TIME and figure.text in exception for figure in one.figures)
        and any(figure.kind in answering for figure in other.figures)
    )


def _excepted_too(words: set[str], other: Statement) -> bool:
    """Tell whether the other side makes the same exception: then both speak of the same rule.

    The cell of a row is no clause: "Boats other than punts".
    """
    theirs = [set(content_words(one)) for one in _excepted_by(other)]
    if other.is_row:
        theirs += [set(one.words) for one in exempts(other.text) if one.way is Way.TAKEN_OUT]
    return any(len(words & one) >= len(words) / 2 for one in theirs)


_DENIED = re.compile(r"\b(?:no|not|never|nobody|none|nothing|without)\b|n[’']t\b", re.IGNORECASE)


def _is_told_without(exception: str, words: set[str], other: Statement) -> bool:
    """Tell whether the other side leaves an excepted case aside too, or does by word what that asks in writing."""
    if said_by(other, "unwritten") and not said_by(other, "written"):
        return phrases_of("contrary", "written").search(exception) is not None
    return _DENIED.search(exception) is None and any(
        2 * len(words & aside) >= len(aside) for aside in left_aside(other.text)
    )


_NEVER_ASKED = re.compile(
    r"\b(?:no|nobody['’]s|neither)\s(?P<what>[^,;.:]{2,40}?)\s(?:is|are|need\sbe|has\sto\sbe|have\sto\sbe)\s"
    r"(?:asked|needed|required|wanted|sought|necessary|consulted)\b|"
    r"\b(?P<who>(?:the|an?|any|its|their|his|her|our|your)\s[^,;.:]{2,40}?)\s(?:is|are)\s(?:not|never)\s(?:first\s|even\s)?"
    r"(?:asked|sought|consulted|told|waited\sfor)\b",
    re.IGNORECASE,
)


def _is_never_asked(exception: str, text: str) -> bool:
    """Tell whether a text says that what an exception waits for is not asked for: "no parent is asked to agree"."""
    words = set(content_words(exception))
    return any(
        words & set(content_words(found["what"] or found["who"])) for found in _NEVER_ASKED.finditer(text)
    )


_WITHOUT = re.compile(
    r"\b(?:without|before|instead\s+of|afterwards|pending|awaiting|not\s+yet|as\s+a\s+matter\s+of\s+course|in\s+the\s+meantime|even\s+(?:if|though|when)|"
    r"whether\s+or\s+not|regardless|(?:while|as|until)\s+[\w’'\s]{1,30}?(?:waits?|waiting|awaited|comes?\s+(?:through|back)))\b",
    re.IGNORECASE,
)


def acts_without(text: str) -> bool:
    """Tell whether something is done without, or before, what a ban's exception may ask for.

    "Not without a contract" and "for a month before there is a contract" name one thing and say the opposite.
    """
    return bool(_WITHOUT.search(text) or no_odds_of(text))


def stand_in_one_list(a: Statement, b: Statement) -> bool:
    """Tell whether two statements of one document are rows of one table that begin differently.

    The rows of a table list different things, though their other cells are much alike.
    """
    if not (a.is_row and b.is_row and a.ref.rpartition(" row ")[0] == b.ref.rpartition(" row ")[0]):
        return False
    one, other = (_opening(s.text.partition(";")[0]) for s in (a, b))
    return one != other


_ARTICLES = frozenset(["the", "a", "an"])


def _opening(cell: str) -> set[str]:
    """Return the words and figures of a row's first cell: bands differ in a figure, or in "over" and "under" alone."""
    words = {stem(word) for word in re.findall(r"[a-z]+", cell.lower()) if word not in _ARTICLES}
    return {*content_words(cell), *words, *re.findall(r"\d[\d,.]*", cell)}


_CLOCK = re.compile(r"\s(?:of|from|after|following|since)\s(?P<event>[^.,;:()\n]{3,80})", re.IGNORECASE)
# So many words of what starts a clock must be strange to the other side, and more than this part of them.
_STRANGE, _MOST = 2, 0.5


def are_steps_apart(a: Statement, figure_a: Figure, b: Statement, figure_b: Figure) -> bool:
    """Tell whether two times of one document are of two steps, for an event starts one that the other never names.

    Between documents the event may be told in other words; one document calls one thing by one name.
    """
    if figure_a.kind is not FigureKind.TIME:
        return False
    return _starts_elsewhere(a, figure_a, b) or _starts_elsewhere(b, figure_b, a)


def _starts_elsewhere(one: Statement, figure: Figure, other: Statement) -> bool:
    clock = _CLOCK.match(one.text.partition(figure.text)[2])
    words = set(content_words(clock["event"])) if clock else set()
    strange = words - other.words
    return len(strange) >= _STRANGE and len(strange) / len(words) > _MOST


_ITSELF = re.compile(
    r"\bthis\s+(?:policy|procedure|document|guide|handbook|manual|protocol|strategy|statement|schedule)\b",
    re.IGNORECASE,
)


def speak_of_themselves(a: Statement, b: Statement) -> bool:
    """Tell whether the statements of two documents each speak of the one they stand in: "this policy is reviewed"."""
    return bool(_ITSELF.search(a.text) and _ITSELF.search(b.text))


# A leave and a ban must share this part of the shorter one's words to be of one thing.
_ONE_THING = 0.4
_RIGHTS = ("right", "rights", "entitled")


def speak_of_one_thing(a: Statement, b: Statement) -> bool:
    """Tell whether two statements share enough words: "may" and "must not" are too common to stand alone."""
    shared, shorter = len(a.words & b.words), min(len(a.words), len(b.words))
    return shared >= 2 and shared / shorter >= _ONE_THING


def gives_others_a_right(a: Statement, b: Statement) -> bool:
    """Tell whether one side gives a right, or leave to others than those the other side binds.

    That children may see their records does not contradict that visitors must not.
    """
    for one, other in ((a, b), (b, a)):
        if one.reading is None or one.reading.modality is not Modality.PERMISSION:
            continue
        if _gives_a_right(one):
            return True
        if one.roles and other.roles and not are_related(one.roles, other.roles):
            return True
    return False


# "With those who don't need to know", "to anyone who is not entitled", "to unauthorised visitors".
_LEFT_OUT = re.compile(
    r"\b(?:with|to|by|for|from)\s(?:any\s)?(?:those|anyone|anybody|people|persons?|others|someone|staff)\s(?:who|that)\s"
    r"(?:(?:do|does|is|are|has|have)(?:n['’]t|\snot)|(?:has|have)\sno)\b|"
    r"\b(?:with|to|by|for|from)\s(?:an?\s|any\s)?(?:unauthori[sz]ed|non-authori[sz]ed)\s",
    re.IGNORECASE,
)


def bans_those_without_a_right(ban: Statement, other: Statement) -> bool:
    """Tell whether a ban reaches those alone who have no leave, and the other side gives somebody a right."""
    return _LEFT_OUT.search(ban.text) is not None and _gives_a_right(other)


def are_two_acts_of_two(a: Statement, b: Statement) -> bool:
    """Tell whether one side gives somebody a right, and bans somebody else from an act that names nothing of it.

    "Guests are entitled to see a lawyer" and "the warden must not be present when a guest talks to a lawyer" meet in
    the case of the ban alone.
    """
    for right, ban in ((a.reading, b.reading), (b.reading, a.reading)):
        if (
            right is None
            or ban is None
            or not forbids(ban)
            or not _gives_a_right(b if right is b.reading else a)
        ):
            continue
        whose, whom = (
            families(content_words(one.duty_holder or one.text.partition(one.signal)[0]))
            for one in (right, ban)
        )
        given, banned = (families(content_words(one.act)) for one in (right, ban))
        lets = families(content_words(load("acts")["causing"]))  # who lets nobody in keeps them from a right
        if (
            whose
            and whom
            and given
            and banned
            and not whose & (whom | banned)
            and not banned & (given | lets)
        ):
            return True
    return False


def _gives_a_right(one: Statement) -> bool:
    reading = one.reading
    if reading is None or reading.modality is not Modality.PERMISSION:
        return False
    return any(word in _RIGHTS for word in reading.signal.lower().split())


_BY_ONESELF = frozenset(
    [
        "yourself",
        "yourselves",
        "himself",
        "herself",
        "themselves",
        "myself",
        "ourselves",
        "independently",
        "alone",
    ]
)


def may_be_done_by_others(ban: Statement, other: Statement) -> bool:
    """Tell whether a ban is the reader's alone and the other side does not say who acts.

    "Do not investigate" leaves it to those whose work it is: "allegations are investigated".
    """
    if ban.reading is None or other.reading is None or other.reading.holder_source.is_known:
        return False
    if other.reading.holder_source is HolderSource.ORDER:
        return False
    told = ban.reading.holder_source is HolderSource.ORDER or ban.reading.duty_holder.lower() == "you"
    return told or not _BY_ONESELF.isdisjoint(ban.text.lower().rstrip(".").split())


# Fewer words than these say too little to know what they are about: "Daily logs", "Annually as part of reviews".
_ENOUGH = 3


def says_enough(statement: Statement) -> bool:
    """Tell whether a statement has words enough to be held against another."""
    return len(statement.words) >= _ENOUGH or bool(statement.term)


def is_a_list(statement: Statement) -> bool:
    """A list names many acts: which of them the other side speaks of was not read."""
    return "\n•" in statement.text or (statement.reading is not None and len(statement.reading.items) > 1)


_TOLD_OF_A_THING = re.compile(
    r"\b(?:[a-z]+\sto\sbe\s[a-z]+|(?:that|which)\s(?:is|are|was|were|has\sbeen|have\sbeen)\s(?:to\sbe\s)?[a-z]+)\s$",
    re.IGNORECASE,
)
_DUTY = re.compile(r"\b(?:is|are|have|has|need|needs|ought)\sto\sbe\s[a-z]+\s$", re.IGNORECASE)


def tells_of_a_thing(text: str, at: int) -> bool:
    """Tell whether words at a place say when a thing is, and not when it is dealt with.

    "Notice of a walk to be held after the service" is not given after the service.
    """
    return _TOLD_OF_A_THING.search(text, 0, at) is not None and _DUTY.search(text, 0, at) is None
