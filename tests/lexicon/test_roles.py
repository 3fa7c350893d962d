"""Who a phrase speaks of, who acts for whom, and whose duty it is."""

import pytest

from policycheck.domain.obligations import Applies
from policycheck.lexicon.roles import acts_for, find_roles, is_body, is_outside, known_roles, whose_duty


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("the registered person", ("registered person",)),
        ("The IRO", ("independent reviewing officer",)),
        ("local authorities", ("local authority",)),
        ("the child's social worker and the parents", ("social worker", "parent")),
        ("Line managers", ("manager",)),
        ("any member of staff", ("staff",)),
        ("a supervising social worker", ("supervising social worker",)),
        ("the Secretary of State", ("secretary of state",)),
        ("the iron gate", ()),
        ("nothing here", ()),
    ],
)
def test_roles_are_found_in_order_by_their_canonical_names(text: str, roles: tuple[str, ...]) -> None:
    found = find_roles(text)
    assert tuple(role for role in found if role != "child") == roles


@pytest.mark.parametrize(
    ("agent", "principal"),
    [
        ("social worker", "local authority"),
        ("line manager", "employer"),
        ("staff", "provider"),
        ("we", "local authority"),
        ("the council", "local authority"),
        ("the Trust", "controller"),
        ("Information Rights Officer", "controller"),
        ("The privacy team", "data controller"),
        ("registered manager", "registered person"),
        ("head teacher", "school"),
        ("local authority", "local authority"),
        ("housing officer", "landlord"),
        ("Facilities Department", "employer"),
        ("the court", "court"),
    ],
)
def test_they_act_for_their_principal(agent: str, principal: str) -> None:
    assert acts_for(agent, principal)


@pytest.mark.parametrize(
    ("agent", "principal"),
    [
        ("independent person", "local authority"),
        ("independent reviewing officer", "local authority"),
        ("external auditor", "employer"),
        ("police officer", "local authority"),
        ("court", "local authority"),
        ("the council", "Secretary of State"),
        ("parent", "school"),
        ("staff", "parent"),
        ("tenant of the council", "landlord"),
        ("local authority", "fostering service provider"),
        ("", "local authority"),
        ("the iron gate", "employer"),
    ],
)
def test_they_do_not(agent: str, principal: str) -> None:
    assert not acts_for(agent, principal)


@pytest.mark.parametrize(
    "role", ["court", "Secretary of State", "Chief Inspector", "tribunal", "Lord Chancellor", "the police"]
)
def test_outside_bodies(role: str) -> None:
    assert is_outside(role)


@pytest.mark.parametrize("role", ["local authority", "manager", "parent", "", "the iron gate"])
def test_not_outside(role: str) -> None:
    assert not is_outside(role)


@pytest.mark.parametrize(
    ("holder", "ours", "applies"),
    [
        ("The court", (), Applies.YES),
        ("The court", ("local authority",), Applies.NO),
        ("a local authority", ("local authority",), Applies.YES),
        ("A local authority", ("council",), Applies.YES),
        ("The child's social worker", ("local authority",), Applies.YES),
        ("The registered person", ("fostering service provider",), Applies.YES),
        ("No person", ("local authority",), Applies.YES),
        ("A person who employs a child", ("local authority",), Applies.YES),
        ("The employer", ("local authority",), Applies.UNKNOWN),
        ("The employer", ("local authority", "employer"), Applies.YES),
        ("The tenant of a local authority", ("local authority",), Applies.NO),
        ("The parent", ("school",), Applies.NO),
        ("The Glark", ("local authority",), Applies.UNKNOWN),
        ("", ("local authority",), Applies.UNKNOWN),
        ("The independent reviewing officer", ("local authority",), Applies.NO),
        ("A firm or proposed firm", ("employer",), Applies.NO),
        ("An association (A)", ("employer",), Applies.NO),
        ("The landlord", ("employer",), Applies.NO),
        ("A barrister's clerk", ("employer",), Applies.NO),
        ("Every charity", ("charity", "employer"), Applies.YES),
        ("A landlord", ("housing association",), Applies.YES),
        ("A landlord or employer", ("employer",), Applies.YES),
        ("The company", ("employer",), Applies.YES),
        ("An organisation", ("employer",), Applies.YES),
    ],
)
def test_whose_duty_it_is_with_a_reason(holder: str, ours: tuple[str, ...], applies: Applies) -> None:
    verdict, reason = whose_duty(holder, ours)
    assert verdict is applies
    assert reason.endswith(".")


def test_no_roles_set_says_so() -> None:
    assert whose_duty("The court", ()) == (
        Applies.YES,
        "No roles are set for this workspace, so every duty counts.",
    )


@pytest.mark.parametrize(
    ("text", "applies"),
    [
        ("An order under this section must not be made unless notice has been given.", Applies.NO),
        ("Any injunction may not impose more than this.", Applies.NO),
        ("An order for goods must not be placed without two quotations.", Applies.UNKNOWN),
        ("The records must be kept for six years.", Applies.UNKNOWN),
    ],
)
def test_what_a_court_makes_is_nobody_elses_duty(text: str, applies: Applies) -> None:
    assert whose_duty("", ("employer",), text=text)[0] is applies


def test_known_roles_are_sorted_and_find_themselves() -> None:
    roles = known_roles()
    assert list(roles) == sorted(roles)
    assert all(role in find_roles(role) for role in roles)


@pytest.mark.parametrize(
    "post",
    [
        "the Company Secretary",
        "the Trust Chaplain",
        "the Court Usher",
        "the college porter",
        "the Society Auditor",
        "the Hospital Interpreter",
        "the club coach",
        "Council tenants",
    ],
)
def test_a_post_is_no_body_whatever_body_it_is_of(post):
    assert not is_body(post)


@pytest.mark.parametrize(
    "body",
    [
        "the Trust",
        "the port authority",
        "Hospital Trust",
        "the County Council",
        "the pool operator",
        "Service Provider",
        "the Housing Ombudsman",
    ],
)
def test_a_body_is_one_whatever_its_name_ends_in(body):
    assert is_body(body)
