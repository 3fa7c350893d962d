"""What the wording of two sentences about one act tells, where their parts say too little.

Each cue is a general one: an attempt is less than a promise; a ban is kept by refusing and broken by doing; "before"
is not kept by "within two weeks after"; who must be another person is not the same person.
"""

import math
import re
from collections.abc import Collection, Sequence
from functools import cache

from policycheck.alignment.answers import Answer
from policycheck.domain.figures import FigureKind
from policycheck.domain.obligations import Modality, Obligation
from policycheck.lexicon.data import load
from policycheck.lexicon.families import families
from policycheck.lexicon.hedges import compile_hedges
from policycheck.lexicon.no_odds import makes_no_odds
from policycheck.lexicon.phrases import phrases_of
from policycheck.lexicon.words import content_words, stem
from policycheck.matching import Statement
from policycheck.matching.figures import left_over
from policycheck.matching.forbidding import forbids
from policycheck.matching.holders.independence import wants_apart
from policycheck.matching.parts import Part, Standing
from policycheck.matching.plain_bans import is_done_in_a_case
from policycheck.matching.told_order import told_in_order

FEATURES = (
    "ban_done",
    "ban_permitted",
    "ban_withheld",
    "required_denied",
    "advised_denied",
    "permitted_instead",
    "hedged",
    "before_lost",
    "before_late",
    "joins_fewer",
    "shorter",
    "writing_lost",
    "figure_blurred",
    "apart_unkept",
)

_JOINS = re.compile(r"\b(?:and|or|nor|including)\b|,", re.IGNORECASE)
# "As long as the fence stands" and "how many were lost" leave no figure open.
_AS_LONG_AS = re.compile(
    r"\b(?:as|so)\s(?:long|often|far)\sas\b|\bhow\s(?:many|much|few|often|long|soon)\b", re.IGNORECASE
)
_THINGS_DONE = re.compile(r"[,;:]|\b(?:and|then)\b", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:before|until|till|prior to)\b", re.IGNORECASE)


def wording_features(source: Statement, answers: Sequence[Answer]) -> dict[str, float]:
    """Return the features by name, from the source and the answers to it, likeliest first (at least one).

    A cue in a less likely answer counts for less: 1 is the likeliest.
    """
    assert source.reading is not None  # noqa: S101 - obligations have readings
    found: dict[str, float] = {}
    for answer in answers:
        weight = answer.probability / max(answers[0].probability, 1e-6)
        for name in _cues(source, answer):
            found[name] = max(found.get(name, 0.0), weight)
    together = " ".join(a.statement.text for a in answers)
    order = order_unkept(source, answers)
    if order:
        found[order] = 1.0
    found["joins_fewer"] = float(min(3, max(0, _joins(source.text) - _joins(together))))
    found["writing_lost"] = float(writing_lost(source.text, together))
    found["figure_blurred"] = float(blurred(source, answers) is not None)
    found["apart_unkept"] = float(apart_unkept(source, answers))
    found["shorter"] = max(0.0, min(2.0, math.log(len(source.text) / max(1, len(together)))))
    return found


def _cues(source: Statement, answer: Answer) -> list[str]:
    assert source.reading is not None  # noqa: S101 - see wording_features
    cues = [_of_ban(source, answer)] if forbids(source.reading) else _of_demand(source.reading, answer)
    if hedging(source, answer):
        cues.append("hedged")
    return [cue for cue in cues if cue]


def _of_ban(source: Statement, answer: Answer) -> str:
    policy, text = answer.said, spoken(answer.statement)
    if forbids(policy) or answer.keeps:
        return ""
    if policy.modality is Modality.PERMISSION:
        return "ban_permitted"
    if source.figures:
        return ""  # the figures decide
    banned = frozenset(map(stem, _words(source.reading.act))) if source.reading is not None else frozenset()
    if is_done_in_a_case(source, answer.statement):
        return "ban_done"
    withheld = denies(text, banned=banned) or (turns(source.text) and turns(text))
    return "ban_withheld" if withheld else "ban_done"


_COLUMN = re.compile(r"(?:^|(?<=;\s))[^:;]{1,40}:\s")


def spoken(statement: Statement) -> str:
    """Return the text; of a table row the cells without the names of their columns: a "Limit" there limits nothing."""
    return _COLUMN.sub("", statement.text) if statement.is_row else statement.text


def _of_demand(source: Obligation, answer: Answer) -> list[str]:
    cues = []
    if forbids(answer.said) and not turns(answer.statement.text) and not denies(source.text):
        cues.append("required_denied" if source.modality.binds else "advised_denied")
    if permits_instead(source, answer):
        cues.append("permitted_instead")
    return cues


def permits_instead(source: Obligation, answer: Answer) -> bool:
    """Tell whether a policy permits what a duty rules out: "may score the bid" beside "shall take no part".

    "May offer a talk" beside "must offer a talk" is only weaker: one side must deny or turn on something.
    """
    if not source.modality.binds or answer.said.modality is not Modality.PERMISSION:
        return False
    return denies(source.text) or turns(source.text) or denies(answer.statement.text)


def _joins(text: str) -> int:
    return len(_JOINS.findall(text))


def hedging(source: Statement, answer: Answer) -> str:
    """Return the words by which a policy promises no more than an attempt, "" where it has none or the source too.

    "Where staff are available" and "if the system allows" leave the doing open as "where possible" does; and so does
    what is stated as a fact that "may" or "should" be.
    """
    if _hedge(source.text):
        return ""
    return _hedge(spoken(answer.statement)) or _leaves_open(source, answer)


# Of what somebody is told, or of a case, "may" leaves nothing open: "the letter says that you may appeal".
_OPEN = re.compile(
    r"^(?:(?!\b(?:that|what|who|which|whatever|wherever|whether|if|when|where|as|so|because|not)\b)[^;:])*?"
    r"(?<!^)\b(should|may|might)\s(?!not\b)",
    re.IGNORECASE,
)


def _leaves_open(source: Statement, answer: Answer) -> str:
    assert source.reading is not None  # noqa: S101 - obligations have readings
    if answer.statement.reading is not None or answer.statement.is_row or forbids(source.reading):
        return ""
    found = _OPEN.match(answer.statement.text)
    if found is None or (found[1].lower() == "should" and not source.reading.modality.binds):
        return ""
    return found[1]


def _hedge(text: str) -> str:
    found = _first("hedging", text)
    if not found:
        means = _means().search(text)
        found = means[0] if means else ""
    return found


def blurred(source: Statement, answers: Sequence[Answer]) -> tuple[str, str] | None:
    """Return a figure that no answer has and the words that stand in the likeliest where it might: "at least four" and
    "a few times". None where that gives any other figure, unless that figure is of another of the things that it does:
    "acknowledges it within three days and answers it as soon as possible"."""
    said = [figure for answer in answers for figure in answer.statement.figures]
    first = answers[0].statement
    beside = _vague_beside(source, answers[0])
    if beside is not None:
        return beside
    asked = left_over(source.figures, said)[0]
    if not asked or left_over(source.figures, first.figures)[1] or asked[0].kind is FigureKind.AGE:
        return None
    words = _first("blurring", _AS_LONG_AS.sub(" ", spoken(first)))
    return (asked[0].text, words) if words and not _first("blurring", source.text) else None


def _vague_beside(source: Statement, answer: Answer) -> tuple[str, str] | None:
    """Return the source's only time limit and a vague one of the policy, where that stands by more words of the duty
    than the policy's figure does."""
    assert source.reading is not None  # noqa: S101 - obligations have readings
    asked = [limit.text for limit in source.reading.time_limits if not limit.is_vague]
    vague = [limit.text for limit in answer.said.time_limits if limit.is_vague]
    firm = [limit.text for limit in answer.said.time_limits if not limit.is_vague]
    if len(asked) != 1 or not vague or not firm:
        return None
    act = frozenset(content_words(source.reading.act)) - frozenset(content_words(source.reading.duty_holder))
    pieces = _THINGS_DONE.split(answer.statement.text)

    def near(limits: Sequence[str]) -> int:
        beside = [piece for piece in pieces if any(limit in piece for limit in limits)]
        return max((len(act.intersection(content_words(piece))) for piece in beside), default=0)

    return (asked[0], vague[0]) if near(vague) > near(firm) else None


def denies(text: str, *, banned: Collection[str] = ()) -> bool:
    """Tell whether a text denies, bounds or withholds anything.

    Who does the very thing that is `banned` (stems of its words) withholds nothing: "refuses the permit".
    """
    withholds = not (_withholding() - frozenset(banned)).isdisjoint(map(stem, _words(text)))
    denying = (found[0].lower() for found in _phrases("denying").finditer(text))
    return withholds or any(stem(words) not in banned for words in denying)


def turns(text: str) -> bool:
    """Tell whether a text holds only up to some event or but for some case."""
    return bool(_first("turning", text))


def order_lost(source: str, policy: str) -> str:
    """Say how an order in time is lost: "before_late" where the policy puts the act later, "before_lost" where it
    says nothing, "" where it keeps the order or none is asked."""
    before = _BEFORE.search(source)
    if before is None or _first("earlier", policy):
        return ""
    event = set(content_words(re.split(r"[,;:.]", source[before.end() :], maxsplit=1)[0]))
    for first, then in told_in_order(policy):
        if event.difference(content_words(first)).intersection(content_words(then)):
            return ""
    return "before_late" if _first("later", policy) else "before_lost"


def order_unkept(source: Statement, answers: Sequence[Answer]) -> str:
    """Say the same of answers; who acts "after the check" keeps a ban on acting "until the check".

    A time limit that is kept, "until at least an hour after", is no order left to ask for.
    """
    if answers[0].keeps or _bars_until_an_hour(source):
        return ""
    asked = source.text
    for limit in answers[0].standing(Part.DEADLINE):
        if limit.standing in (Standing.EQUAL, Standing.STRICTER):
            asked = re.sub(rf"(?:\b(?:before|until|till)\s)?{re.escape(limit.source)}", "", asked)
    return order_lost(asked, " ".join(spoken(a.statement) for a in answers))


def _bars_until_an_hour(source: Statement) -> bool:
    """Tell whether a ban is on an act before some hour, and so on none after it: "must not be rung before nine"."""
    before = _BEFORE.search(source.text)
    if before is None or source.reading is None or not forbids(source.reading):
        return False
    return not content_words(re.split(r"[,;:.]", source.text[before.end() :], maxsplit=1)[0])


def apart_lost(source: str, policy: str) -> bool:
    """Tell whether the source asks that one person be another than somebody, and the policy does not."""
    return bool(_first("apart_asked", source)) and not _first("apart_kept", policy) and not denies(policy)


def apart_unkept(source: Statement, answers: Sequence[Answer]) -> bool:
    """Tell whether a duty is for somebody free of the matter, and no answer asks for one or keeps anybody out."""
    assert source.reading is not None  # noqa: S101 - obligations have readings
    if forbids(source.reading) or not wants_apart(source):
        return False
    return not any(
        wants_apart(a.statement) or forbids(a.said) or _first("apart_kept", a.statement.text) for a in answers
    )


def writing_lost(source: str, policy: str) -> bool:
    """Tell whether only the source asks for something on paper, or as good as."""
    return bool(_first("writing_asked", source)) and not _first("writing", policy)


def exception_added(source: Statement, answer: Answer) -> str:
    """Return an exception that only the policy makes, "" for none.

    Where the source turns on a case itself the exception is its own; where it makes one, the policy may add another to
    it; and "an officer other than the one who signed" is whom a source asks for that wants another person.
    """
    told = [one for one in answer.said.exceptions if not makes_no_odds(one)]
    if not told or source.reading is None:
        return ""
    if source.reading.exceptions:
        return _case_added(_cases_excepted(source.reading), _cases_excepted(answer.said), source)
    if turns(source.text) or _first("apart_asked", source.text) or _is_the_sources_own(source, answer):
        return ""
    exception = told[0]
    return exception if content_words(exception) else _in_full(answer.said, exception)


def _case_added(ours: Sequence[str], theirs: Sequence[str], source: Statement) -> str:
    """Return the first case that a policy excepts beside those of the source, which it repeats; "" for none.

    Who words the one exception otherwise adds none.
    """
    known = families(word for case in ours for word in content_words(case))
    anywhere = known | families(content_words(source.text))
    said = [(case, families(content_words(case))) for case in theirs]
    if len(theirs) <= len(ours) or not any(words & known for _, words in said):
        return ""
    return next((case for case, words in said if not words & known and words - anywhere), "")


_ALTERNATIVES = re.compile(r",\s(?:or\s)?|\s(?:or|and)\s(?=(?:an?|the)\s)|\sor\s", re.IGNORECASE)
_MARK = re.compile(r"[,.;:]")
_GOES_ON = re.compile(r"[.;:]|,\s(?:and|but|then)\b", re.IGNORECASE)


def _cases_excepted(reading: Obligation) -> list[str]:
    """Return the cases that a reading excepts, one by one: "where it is lost or is with the police" are two."""
    told = [_in_full(reading, exception) for exception in reading.exceptions]
    cases = [case.strip() for one in told for case in _ALTERNATIVES.split(one)]
    return [case for case in cases if content_words(case)]


def _in_full(reading: Obligation, exception: str) -> str:
    """Return an exception as far as its sentence goes; one that opens the sentence ends at its comma."""
    start = max(0, reading.text.find(exception))
    end = (_GOES_ON if reading.text[:start].strip() else _MARK).search(reading.text, start)
    return reading.text[start : end.start() if end else None]


# So much of what a policy excepts stands in the source where that has the case itself.
_OWN_CASE = 0.5


def _is_the_sources_own(source: Statement, answer: Answer) -> bool:
    """Tell whether a policy's exception only says for whom or when a source leaves the act free: "only the master may
    open it" and "nobody other than the master", "a boat that has no permit must not" and "unless it has a permit"."""
    assert source.reading is not None  # noqa: S101 - see wording_features
    if forbids(answer.said) and phrases_of("contrary", "reserving").search(source.text):
        return True
    case = source.text.replace(source.reading.signal, " ", 1)
    if not phrases_of("contrary", "denying").search(case):
        return False
    rest = answer.statement.text
    for exception in answer.said.exceptions:
        rest = rest.replace(exception, " ")
    own = families(content_words(" ".join(answer.said.exceptions))) - families(content_words(rest))
    return bool(own) and len(own & families(content_words(case))) >= _OWN_CASE * len(own)


def _first(name: str, text: str) -> str:
    found = _phrases(name).search(text)
    return found.group(0) if found else ""


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+(?:[-'][a-z]+)*", text.lower().replace("’", "'"))


@cache
def _phrases(name: str) -> re.Pattern[str]:
    phrases = list(load("wordings")[name])
    if name == "hedging":
        return compile_hedges([*phrases, *load("signals")["narrative"]["possible_words"]])
    if name == "denying":
        phrases += load("deciding")["denying"]
    joined = "|".join(re.escape(phrase) for phrase in sorted(set(phrases), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{joined})(?![\w-])", re.IGNORECASE)


@cache
def _means() -> re.Pattern[str]:
    """A pattern of "where", up to four words of what is to be had, and that it may or may not be."""
    words = load("wordings")
    opening, allowing, denied = (
        "|".join(words[name]) for name in ("means_if", "means_allow", "means_denied")
    )
    gap = rf"(?:(?!(?:{denied})\b)[\w’'-]+\s){{0,4}}?"
    # Not "where a permit has been issued" and not "whenever the vehicle is available for hire".
    a_thing = r"(?<!\ba\s)(?<!\bthe\s)(?<!\bwhose\s)(?<!\btheir\s)(?<!\byour\s)(?<!\bits\s)"
    return re.compile(rf"\b(?:{opening})\s{gap}{a_thing}(?:{allowing})\b(?!\sfor\b)", re.IGNORECASE)


@cache
def _withholding() -> frozenset[str]:
    return frozenset(stem(word) for word in load("wordings")["withholding"])
