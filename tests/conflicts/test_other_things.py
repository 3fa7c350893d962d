"""Two things of one name, told apart by what they are of, about or for."""

import pytest

from policycheck.conflicts.finder import objection_of, pair_of
from tests.statements import said


def objects(one, other):
    return objection_of(pair_of(said(one), said(other), 0.9, against_source=False)) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "A complaint about litter is answered within ten days.",
            "Complaints about bells are answered within two days.",
        ),
        (
            "The warden renews her training in knots every year.",
            "Training in signals is renewed every three years.",
        ),
        ("The log of tides is kept for six years.", "The log of moorings is kept for two years."),
        (
            "Grain in hand sieves is weighed within two days.",
            "Grain in deep bins is weighed within ten days.",
        ),
        (
            "Ladders in the bell towers are tested yearly.",
            "Ladders on the barges are tested every two years.",
        ),
        # Whose it is, who has it, and what has become of it.
        (
            "A walker's parcel is sent on within ten days.",
            "A parcel for the miller is sent on within two days.",
        ),
        ("The walkers' letters are kept for a month.", "The miller's letters are kept for a week."),
        ("Each ringer has supervision every month.", "Supervision of the rowers is held every week."),
        ("A bell that has cracked is recast in two years.", "A bell that rings flat is recast in ten years."),
        (
            "Tents which fail the rain test are mended within two days.",
            "Tents which were sold are mended within ten days.",
        ),
        ("Guides at the abbeys are trained every year.", "Guides on the hill paths are trained every month."),
    ],
)
def test_what_each_is_of_tells_them_apart(one, other):
    assert not objects(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # One side names the thing alone.
        ("A complaint about litter is answered within ten days.", "Complaints are answered within two days."),
        # The words for it stand elsewhere in the other.
        ("The log of tides is kept for six years.", "The tides log is kept for two years in the loft."),
        # How it is told, and how far off it stands, tell no thing from another.
        ("Notice of a gala in writing is given within ten days.", "Notice is given by post within two days."),
        (
            "The porter checks the tents against the list in its entirety every week.",
            "Tents are checked every two weeks with the list in hand.",
        ),
        (
            "The tolls in question are refunded within two days.",
            "Tolls in dispute are refunded within ten days.",
        ),
        ("Tents stand two metres from the hedge.", "Tents stand five metres from the bushes."),
        # Where it is put, when it is done and what it is about is no place where it stands.
        ("The list is put on the gates within two days.", "The list is put on the doors within five days."),
        ("Boats on the lake are tested yearly.", "Boats on arrival are tested every two years."),
        ("Walkers sign at the gates within two hours.", "Walkers sign at the huts within five hours."),
        ("Ladders on the barges are tested yearly.", "Ladders are tested every two years."),
        # So may what it did not do, and what is another's word for the same.
        (
            "Songs that did not win are kept for six years.",
            "Songs which were not chosen are kept for two years.",
        ),
        ("A month's notice of a gala is given.", "Two weeks' notice of a gala is given."),
        ("The band's drums are cleaned monthly.", "Drums of the band are cleaned every two months."),
        ("Each ringer has supervision every month.", "Supervision of staff is held every week."),
        ("Each ringer has supervision every month.", "Supervision is held every week."),
        ("A bell that has cracked is recast in two years.", "Cracked bells are recast in ten years."),
        ("The porter sees that tents are dried every week.", "Tents that were hired are dried every month."),
        # Initials may stand for anything.
        ("The log of tides is kept for six years.", "The log of HWs is kept for two years."),
    ],
)
def test_a_thing_told_otherwise_is_still_the_thing(one, other):
    assert objects(one, other)
