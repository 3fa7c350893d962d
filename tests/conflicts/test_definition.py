"""Two meanings of a term, read from sentences: which of them contradict."""

import pytest

from policycheck.conflicts.finder import pair_of
from policycheck.conflicts.rules.definition import definition
from policycheck.matching import Statement
from policycheck.matching.meanings import define_one_term
from policycheck.matching.term_names import is_one_term
from policycheck.obligations.figures.all_figures import read_figures
from policycheck.obligations.meanings import read_meaning, read_row_meaning


def defines(text):
    term, meaning = read_meaning(text)
    return Statement(
        clause=0,
        ref="1",
        text=text,
        in_context=text,
        led_in=text,
        words=frozenset(text.lower().split()),
        verbs=frozenset(),
        roles=(),
        reading=None,
        term=term,
        meaning=meaning,
        figures_of=read_figures,
    )


def objects(one, other):
    return definition(pair_of(defines(one), defines(other), 1.0, against_source=False)) is not None


def test_kinds_left_out_of_what_the_other_takes_in_altogether_contradict():
    wide = "“Angler” means any person, on foot or in a boat, who fishes in the lake."
    narrow = "An “angler” is a member of the club who fishes in the lake; guests and pupils are not anglers."
    assert objects(wide, narrow)
    assert not objects(wide, "An “angler” is any person, on foot or in a boat, fishing in the lake.")


def test_a_term_explained_for_the_purposes_of_one_text_is_read():
    text = "A large catch, for the purposes of this card, is one which weighs 9 kilograms or more."
    assert read_meaning(text) == ("large catch", "one which weighs 9 kilograms or more")


@pytest.mark.parametrize(
    "text", ["“Angler” has the same meaning here as in the Order.", "“Catch” means the same as in the Order."]
)
def test_a_meaning_that_stands_elsewhere_is_none(text):
    assert read_meaning(text) is None


def test_a_kind_left_out_of_a_closed_list_contradicts():
    three = "“Mishap” means the loss of an oar, a collision with a buoy, or a complaint by a swimmer."
    two = "A “mishap” is the loss of an oar or a collision with a buoy."
    assert objects(three, two)
    assert not objects(three, "A “mishap” is losing an oar, colliding with a buoy or a swimmer’s complaint.")
    assert not objects(three, "“Mishap” includes the loss of an oar and a collision with a buoy.")


def test_what_one_meaning_does_not_heed_the_other_may_not_turn_on():
    wide = "“Stowaway” means a rider without a ticket, whether or not the guard has seen them."
    assert objects(wide, "A “stowaway” is a rider without a ticket whom the guard has seen.")
    assert not objects(wide, "A “stowaway” is a rider without a ticket, even if the guard has seen them.")
    assert not objects(wide, "A “stowaway” is a rider without a ticket.")


def test_a_term_may_leave_to_its_meaning_what_kind_of_thing_it_is():
    law = "“Skittish horse” means a horse that shies, with or without a rider."
    assert objects(law, "“Skittish” means a horse that shies without a rider.")
    assert not objects(law, "“Skittish” means a horse that shies.")
    assert not objects(law, "“Skittish” means a puppy without a collar.")


def test_an_age_told_as_a_length_of_time_is_held_against_an_age():
    law = "“Foal” means a horse under the age of six months."
    assert objects(law, "“Foal” means a horse of less than 12 months.")
    assert not objects(law, "“Foal” means a horse of less than six months.")


def test_a_term_with_another_name_beside_it_is_read():
    text = "When we say “personal float”, or vest for short, we mean anything that keeps a swimmer up."
    assert read_meaning(text) == ("personal float", "anything that keeps a swimmer up")


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("A regular, round here, is someone who fishes on thirty days a year.", "regular"),
        ("Regulars, for us, are those who fish on thirty days a year.", "Regulars"),
        ("When this card says a catch, that is anything over a pound.", "catch"),
        ("Big catches = pike and carp.", "Big catches"),
        ("Warden: somebody with a key and a whistle.", "Warden"),
        ("For our purposes a mishap is fire or a lost oar.", "mishap"),
    ],
)
def test_a_meaning_told_in_passing_is_read(text, term):
    assert read_meaning(text)[0] == term


@pytest.mark.parametrize(
    "text",
    [
        "For our purposes the boats are painted in May.",
        "In our club the wardens are to be told.",
        "The river, in our view, ran high.",
        "The boats, for us, come first.",
    ],
)
def test_what_is_said_in_passing_of_a_thing_defines_none(text):
    assert read_meaning(text) is None


def test_two_columns_of_terms_give_meanings_whatever_the_second_is_called():
    assert read_row_meaning(["Regular", "thirty days' fishing"], ("Word", "On our lake")) is not None
    assert read_row_meaning(["Regular", "deck hands"], ("We say", "We mean")) == ("Regular", "deck hands")
    assert read_row_meaning(["Autumn", "3 September to 18 December"], ("Term", "Dates")) is None
    assert read_row_meaning(["Regular", "a boat"], ("Angler", "On our lake")) is None


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [
        (
            "“Craft” means a boat, a raft, a canoe or a float.",
            "Craft, for us, are boats and rafts. Canoes and floats stand outside the word.",
        ),
        (
            "“Find” means a lost oar, whoever picks it up.",
            "A find is a lost oar. One that a guest picks up isn't counted.",
        ),
        (
            "“Fish” means a pike, a carp or any eel.",
            "Fish = pike and carp. Eels count as snakes and not as fish.",
        ),
        (
            "“Shore” means the bank and the path along it.",
            "By the shore we mean the bank. The path does not come under it.",
        ),
        (
            "“Tackle” means anything used to fish, and includes a net.",
            "Tackle, in this card, is rods and lines; nets, traps = out.",
        ),
        ("“Long stay” means one of ten nights or more.", "LS: a stay of at least five nights."),
        ("“Member of the crew” means a rower, a cook or a mate.", "Crew: people who row. Nobody else."),
    ],
)
def test_what_is_put_out_of_the_meaning_in_other_words_contradicts(wide, narrow):
    assert objects(wide, narrow)


def test_initials_that_are_explained_by_their_term_stand_for_it_alone():
    day = "“Fishing day” means a day on which the lake is open."
    assert not define_one_term(
        defines(day), defines("FD is a fishing day, that is, one from Monday to Friday.")
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # One figure, other words.
        ("“Cygnet” means a swan under the age of two years.", "A cygnet is a bird younger than two years."),
        # A day or longer is 24 hours or more.
        (
            "“Long mooring” means a stay of 24 hours or more at the quay.",
            "A long mooring is a stay of a day or longer at the quay.",
        ),
        # What is left out is no kind of it.
        (
            "“Rowing day” means a day other than a Saturday, a Sunday or a holiday.",
            "A rowing day is any day from Monday to Friday that is not a holiday.",
        ),
        # A description that shares some words with another.
        (
            "“Slip” means a sloping place at which boats are drawn out of the river.",
            "A slip is a ramp where a boat can be hauled from the water.",
        ),
    ],
)
def test_one_meaning_in_other_words_is_one(one, other):
    assert not objects(one, other)
    assert not objects(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "“Long mooring” means a stay of 24 hours or more at the quay.",
            "A long mooring is a stay of two days or longer at the quay.",
        ),
        ("“Helper” means a person who rows for nothing.", "A helper is a relative of the warden."),
    ],
)
def test_another_meaning_is_another(one, other):
    assert objects(one, other)


def test_some_taken_in_besides_and_others_left_out_contradict():
    wide = "“Helper” includes a neighbour who calls in without pay."
    assert objects(wide, "By helper we mean a spouse or a child. Anybody else is a visitor.")
    assert not objects(
        wide, "By helper we mean any neighbour who calls in, unpaid. Paid staff are not helpers."
    )
    same = "“Workday” excludes Sundays and public holidays."
    assert not objects("“Workday” does not include a Sunday or a public holiday.", same)


def test_who_stands_before_what_leaves_them_out_is_left_out():
    wide = "“Relation” takes in a cousin."
    assert objects(wide, "A relation is a parent or a child. Cousins, dear as they are, fall outside it.")
    assert objects("A relation is anyone of the blood.", "Relations: a parent or a child. An aunt isn't one.")


def test_one_term_by_two_names_clipped_or_said_of_a_thing():
    late = "A “late appointment” is one missed by ten minutes."
    assert define_one_term(defines(late), defines("Late appt: anyone who comes at all late."))
    assert define_one_term(
        defines("“Overdue” means out for ten days."), defines("A book is overdue when seven days have gone.")
    )
    assert not define_one_term(defines(late), defines("A late apple is one picked in November."))
    assert not define_one_term(
        defines("“Work” means paid work."), defines("A work experience is one that lasts a week.")
    )


def test_a_label_of_a_term_stands_for_it():
    tag = "A red tag means long stay. That is anyone in for a month; day guests do not get one."
    assert define_one_term(defines("“Long stay” takes in day guests."), defines(tag))
    assert objects("“Long stay” takes in day guests.", tag)


def test_a_doing_and_a_matter_of_it_are_two_terms():
    assert is_one_term("overdue", "overdue book")
    assert not is_one_term("mooring", "mooring dispute")


def says(text):
    return Statement(
        clause=0, ref="2", text=text, in_context=text, led_in=text, words=frozenset(text.lower().split()),
        verbs=frozenset(), roles=(), reading=None, figures_of=read_figures,
    )  # fmt: skip


def objects_beside(one, other):
    return definition(pair_of(defines(one), says(other), 1.0, against_source=False)) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“Crew member” means a mate, a cook, a deckhand or a pilot.", "Crew member (mate or cook only)"),
        (
            "“Rough sea” is any sea in which a passenger could fall.",
            "We call it rough sea once the waves are two metres high.",
        ),
        (
            "“Sailing alone” means sailing with nobody else on the boat, whatever its length.",
            "By sailing alone we mean being on a boat of 9 metres or more without a mate.",
        ),
        ("“Large catch” means one of 9 kilograms or more.", "Large catch: 12 kg plus, gutted."),
        (
            "“Vessel” includes a raft, a barge and a pontoon.",
            "Vessel: a boat with a keel; rafts and barges belong with the harbour team.",
        ),
    ],
)
def test_the_term_of_one_side_tells_what_the_other_says_it_means(one, other):
    assert objects_beside(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“Crew member” means a mate, a cook or a deckhand.", "Crew members wear a vest on deck."),
        ("“Rough sea” is any sea in which a passenger could fall.", "In rough sea we stay in port."),
        ("“Visitor” means any person who is not of the crew.", "Visitor: sign in at the desk."),
        ("“Visitor” means any person who is not of the crew.", "Visitor (see section 4)"),
        ("“Visitor” means any person who is not of the crew.", "Visitor: 20 minutes on board."),
        ("“Vessel” includes a raft and a barge.", "Vessel: a raft, a barge or the like."),
    ],
)
def test_a_rule_about_a_term_gives_it_no_meaning(one, other):
    assert not objects_beside(one, other)


def test_every_day_but_one_takes_in_the_others():
    wide = "“Sailing day” means any day other than a Sunday."
    assert objects(wide, "“Sailing day” means Monday to Thursday.")
    assert not objects(wide, "“Sailing day” means Monday to Saturday.")


def test_what_is_said_in_the_middle_has_its_subject_before_the_comma():
    wide = "“Guest” means any person on board who is not of the crew, and includes a pilot."
    narrow = "A guest is a person who holds a ticket. Pilots, wherever they come on board, are counted with the crew."
    assert objects(wide, narrow)
