"""The parts of an obligation: who, to whom, what, when, unless what."""

import pytest

from policycheck.domain.documents import Clause, DocumentKind
from policycheck.domain.obligations import Obligation
from policycheck.obligations import read_clauses, read_text


def _one(text: str, kind: DocumentKind = DocumentKind.POLICY) -> Obligation:
    (found,) = read_clauses([Clause(id="c", ref="1", text=text)], kind=kind)
    return found


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("The registered person must keep a record.", "The registered person"),
        ("Where a request is late, the officer shall tell the requester.", "the officer"),
        ("The Board, after consulting the staff, must decide.", "The Board"),
        ("For each use the manager shall record the reason.", "the manager"),
        ("Within three days of the visit, the social worker must write a report.", "the social worker"),
        ("Within three days the social worker must write a report.", "the social worker"),
        ("A controller which lengthens the period must tell the individual.", "A controller"),
        ("It is the duty of every local authority to keep a list.", "every local authority"),
        ("The call must be recorded by the duty officer.", "the duty officer"),
        ("The complaint shall be looked into by the complaints manager within 5 days.", "the complaints manager"),
        ("The letter must be sent by post.", ""),
        ("The form must be returned by Friday.", ""),
        ("The requester shall be sent a copy.", ""),
        ("The report must describe the accident.", ""),
        ("No supplier may hold the data.", "supplier"),
        ("Digital Services must hold a log.", "Digital Services"),
        ("Tell the help desk.", ""),
        ("Nobody gets a login until they have been trained.", ""),
        ("If a mother, father or guardian objects, the nursery manager must stop.", "the nursery manager"),
        ("Storing the keys is the responsibility of the caretaker.", "the caretaker"),
        ("We phone them straight away.", "We"),
        ("No later than the end of May the purser must count the oars.", "the purser"),
        ("No fewer than two wardens must open the safe.", "No fewer than two wardens"),
        ("Two nurses, both of whom hold a badge, must count the beds.", "Two nurses"),
        ("The board, the members of which are chosen by lot, must meet.", "The board"),
        ("Every third autumn the treasurer checks the bells.", "the treasurer"),
        ("Every other month we oil the bells.", "we"),
        ("Each spring trained volunteers must clear the moat.", "trained volunteers"),
        ("Every 28 days the verger must oil the bells.", "the verger"),
        ("Every night nurse must carry a lamp.", "Every night nurse"),
        ("Every second member of staff must sign.", "Every second member of staff"),
        ("Each year group must have a tutor.", "Each year group"),
        ("Each Friday the office sends the list.", "the office"),
    ],
)  # fmt: skip
def test_the_duty_holder_is_read_as_written_and_never_invented(text: str, holder: str) -> None:
    assert _one(text).duty_holder == holder


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("The authority must notify the parent in writing.", "the parent"),
        ("The officer shall give the individual a copy.", "the individual"),
        ("The officer shall report any breach to the Commissioner within 3 days.", "the Commissioner"),
        ("The requester shall be sent a letter.", "The requester"),
        ("Line managers shall be told of any breach.", "Line managers"),
        ("A complete answer shall be sent to the complainant.", "the complainant"),
        ("We let the social worker know at once.", "the social worker"),
        ("The manager must lock the door.", ""),
        ("The sponsor shall send the business case to the Board.", "the Board"),
    ],
)
def test_the_recipient_is_who_is_told_given_or_sent(text: str, recipient: str) -> None:
    assert _one(text).recipient == recipient


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The officer must, within 5 days of the visit, write a report.", "write a report"),
        ("If the child is ill, the carer must call a doctor.", "call a doctor"),
        ("The landlord must repair the roof unless the tenant objects.", "repair the roof"),
        ("A copy must be sent to the tenant within 7 days.", "A copy be sent to the tenant"),
        ("The manager may extend the period but must tell the requester.", "tell the requester"),
        ("The file must be kept for 6 years.", "The file be kept"),
        ("It is the duty of the council to prepare a list.", "prepare a list"),
        ("You have two months from your first dive to send the form.", "send the form"),
        ("Pilots have a week after landing in which to report the flight.", "report the flight"),
        ("Staff have 3 weeks' leave each year to use.", "have 3 weeks' leave to use"),
        ("A pilot must fly a blue pennant.", "fly a blue pennant"),
        ("A pilot must clearly mark the berth.", "mark the berth"),
        ("The pennant is flown by the pilot while a race is on.", "The pennant is flown by the pilot"),
        ("Responsibility for fire safety rests with the site manager.", "fire safety"),
    ],
)
def test_the_act_is_verb_and_object_without_limits_and_conditions(text: str, act: str) -> None:
    assert _one(text).act == act


@pytest.mark.parametrize(
    ("text", "conditions", "exceptions"),
    [
        ("Where a request is late, the officer must write.", ("Where a request is late",), ()),
        ("If a mother, father or aunt objects, the officer must stop.", ("If a mother, father or aunt objects",), ()),
        ("The officer must write if the child is absent.", ("if the child is absent",), ()),
        ("The officer must write unless the parent objects.", (), ("unless the parent objects",)),
        ("Subject to section 4, the officer must write.", (), ("Subject to section 4",)),
        ("The check must be done by an engineer other than the owner.", (), ("other than the owner",)),
        ("On receipt of a complaint, the officer must write.", ("On receipt of a complaint",), ()),
        ("Before anything is disclosed, the officer must see proof.", ("Before anything is disclosed",), ()),
        ("The officer must reply within 5 days after the visit.", (), ()),
        ("The officer must write as soon as possible.", (), ()),
        ("Where paragraph (1)(b) applies, the officer must write.", ("Where paragraph (1)(b) applies",), ()),
        ("The application must be put before the court.", (), ()),
        ("In an emergency, ring the police when it is safe.", ("when it is safe",), ()),
        ("The kiln must be lit, except where it is cracked.", (), ("except where it is cracked",)),
        ("Except during a gale, the hatch must be shut.", (), ("Except during a gale",)),
        ("The hatch must be shut, save when cod is landed.", (), ("save when cod is landed",)),
        ("A cook must wear a hat unless he leaves before noon.", (), ("unless he leaves before noon",)),
        ("Unless, before dusk, the mate agrees, the cook must wait.", (), ("Unless, before dusk, the mate agrees",)),
        ("A cook must tell nobody but the mate, where a pan is lost.", ("where a pan is lost",), ()),
        ("A cook must not feed anyone other than the crew before noon.", ("before noon",), ("other than the crew",)),
        ("Subject to rule 4, if a pan is lost, the cook must say so.", ("if a pan is lost",), ("Subject to rule 4",)),
        ("Tell nobody except the cook, the mate or a guest.", (), ("except the cook, the mate or a guest",)),
        ("No nets may lie here apart from seines, trawls and pots.", (), ("apart from seines, trawls and pots",)),
        ("The mate must, except in harbour, log and report it.", (), ("except in harbour",)),
        ("Tell nobody other than the mate, lock the cabin and wait.", (), ("other than the mate",)),
        ("Keep logs other than drafts for 6 days, notes for 2 and maps for 1.", (), ("other than drafts for 6 days",)),
        ("The kiln must be off if it is over 1,200 degrees.", ("if it is over 1,200 degrees",), ()),
        ("The buyer must sign unless the sum is under £4,750.", (), ("unless the sum is under £4,750",)),
        ("If the gale is force 9, 10 or 11, the mate must reef.", ("If the gale is force 9, 10 or 11",), ()),
        ("The mate must reef if the gale is force 9, not later.", ("if the gale is force 9",), ()),
    ],
)  # fmt: skip
def test_conditions_and_exceptions(
    text: str, conditions: tuple[str, ...], exceptions: tuple[str, ...]
) -> None:
    found = _one(text)
    assert (found.conditions, found.exceptions) == (conditions, exceptions)


@pytest.mark.parametrize(
    "case",
    [
        "unless a mate has, within the last year, trained him",
        "unless a mate has, before noon, let him in",
        "unless the mate is, in that watch, alone",
        "unless the mate is, or has been, a cook",
        "unless the mate, in the last hour, fills the pan",
        "where the pan is, in the mate's opinion, hot",
    ],
)
def test_an_aside_does_not_end_a_case(case: str) -> None:
    found = _one(f"A cook must not fry fish {case}.")
    assert (found.act, *found.conditions, *found.exceptions) == ("fry fish", case)
    assert found.time_limits == ()


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("The cook must wait unless the mate objects, with reasons, to it.", "unless the mate objects"),
        ("A mate must reef if the hatch is open, for an hour, records are kept.", "if the hatch is open"),
        ("The cook must wait if a pan is hot, in silence, as he must at sea.", "if a pan is hot"),
    ],
)
def test_a_case_that_is_whole_ends_at_its_comma(text: str, case: str) -> None:
    found = _one(text)
    assert (*found.conditions, *found.exceptions) == (case,)


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        (
            "If the repair is not done within 5 days, the tenant must be told within 24 hours.",
            ["within 24 hours"],
        ),
        ("A tenant who has lived in the home for 12 months must be offered a lease.", []),
        (
            "The clerk must reply within 5 days unless the parent agrees to wait within that time for 10 days.",
            ["within 5 days"],
        ),
    ],
)
def test_a_time_in_the_condition_is_not_the_duty_s_own(text: str, limits: list[str]) -> None:
    assert [limit.text for limit in _one(text).time_limits] == limits


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("You have two months from your first dive to send the form.", "from your first dive"),
        ("Pilots have a week after landing in which to report the flight.", "after landing"),
        ("Pilots must answer within a week of a request to see the log.", "of a request to see the log"),
        ("An answer must be given within a week of the request to sail.", "of the request to sail"),
    ],
)
def test_what_there_is_time_to_do_starts_no_clock(text: str, trigger: str) -> None:
    assert [limit.trigger for limit in _one(text).time_limits] == [trigger]


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("Staff must not smoke.", "must not"),
        ("Staff are expected to attend.", "are expected to"),
        ("It is the duty of the council to act.", "It is the duty of"),
        ("The manager visits the home.", "visits"),
        ("Never run.", "Never run"),
        ("The form is signed by the manager.", "is signed"),
    ],
)
def test_the_signal_is_the_deciding_words(text: str, signal: str) -> None:
    assert _one(text).signal == signal


def test_limits_and_thresholds_are_words_of_the_text() -> None:
    found = _one(
        "The home must keep the record for 6 years and at least two members of staff must check it every month."
    )
    assert all(one.text in found.text for one in (*found.time_limits, *found.thresholds))


def test_a_plain_text_is_read_as_a_policy() -> None:
    assert [one.duty_holder for one in read_text("The manager visits every week. Children like visits.")] == [
        "The manager"
    ]


@pytest.mark.parametrize(
    ("text", "exceptions"),
    [
        ("The warden must make sure that the moat is subject to a yearly survey.", ()),
        ("The warden must record the survey, subject to the weather.", ("subject to the weather",)),
        ("Subject to the weather, the warden must record the survey.", ("Subject to the weather",)),
    ],
)
def test_what_a_thing_is_subject_to_is_no_exception(text: str, exceptions: tuple[str, ...]) -> None:
    assert _one(text).exceptions == exceptions


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Each kiln must be looked over by a trained potter at least once a week.", ""),
        ("Each kiln must be looked over by a nurse at least once a week.", "a nurse"),
        ("Each kiln must be looked over by at least two stewards.", "at least two stewards"),
        ("Each kiln must be looked over by a nurse at most once a day.", "a nurse"),
    ],
)
def test_how_often_is_no_part_of_who_does_it(text: str, holder: str) -> None:
    assert _one(text).duty_holder == holder


@pytest.mark.parametrize("exception", ["even if the kiln is cold", "unless the kiln is cold"])
def test_even_takes_no_case_out(exception: str) -> None:
    found = _one(f"The pots must be counted {exception}.")
    assert found.exceptions == ((exception,) if exception.startswith("unless") else ())


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("The warden must publish the number of hives lost within two years of a sale.", []),
        ("The share of letters answered within nine days must be published.", []),
        ("The warden must say how many letters were answered within nine days.", []),
        ("The board must set out the yield that the board hopes to reach in eight years.", []),
        ("The clerk must hand out a sheet with the daily standing charge.", []),
        ("The warden must publish the number of hives within nine days.", ["within nine days"]),
        ("The warden must say within nine days how many hives were lost.", ["within nine days"]),
        ("The warden must answer letters received within nine days.", ["within nine days"]),
        ("The board must return what it plans to keep within nine days.", ["within nine days"]),
        ("The clerk must make a daily check.", ["daily"]),
        ("Members pay a daily charge.", ["daily"]),
    ],
)
def test_a_time_in_what_is_reckoned_or_meant_is_not_that_of_the_duty(text: str, limits: list[str]) -> None:
    assert [limit.text for limit in _one(text).time_limits] == limits
