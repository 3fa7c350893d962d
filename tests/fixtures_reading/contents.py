"""Four policies of different make: lists and closings, tables, definitions, and long paragraphs over many pages."""

# ruff: noqa: E501 - a sentence stands on one line

from fixtures_reading.model import Item, Para, Policy, Section, Table, Terms

VISITS = Policy(
    name="visits",
    title="Visits to Children Policy",
    sections=(
        Section(
            "Purpose",
            (
                Para(
                    "This policy says who visits a child in our care, how often, and what is written down afterwards. "
                    "It applies to every worker of the council and to the agencies that act for it."
                ),
                Para(
                    "It must be read with the rules on private fostering and with the council’s policy on "
                    "out-of-hours work, which prevails where the two differ on emergencies at night or at weekends."
                ),
            ),
        ),
        Section(
            "Frequency of visits",
            (
                Para(
                    "The social worker must visit the child:",
                    items=(
                        Item("within one week of the start of the placement;"),
                        Item(
                            "after that, at intervals of not more than:",
                            items=(
                                Item("6 weeks during the first year; and"),
                                Item(
                                    "3 months in any later year, where the placement is planned to last until the child is 18; and"
                                ),
                            ),
                        ),
                        Item("whenever the child, the carer or the school reasonably asks for a visit."),
                    ),
                ),
                Para(
                    "A visit must not be cancelled unless the team manager agrees in writing. A visit that is cancelled "
                    "must be made good within 5 working days, and the reason must be recorded on the child’s file "
                    "together with the name of the manager who agreed to it.",
                ),
                Para(
                    "The social worker must speak to the child alone if:",
                    items=(
                        Item("the child is old enough to give a view; and"),
                        Item("the carer has been told beforehand,"),
                    ),
                    closing="unless the child objects or the court has ordered otherwise.",
                ),
            ),
        ),
        Section(
            "Records",
            (
                Para(
                    "The record of each visit must contain:",
                    bullets=(
                        "the date, the place and the length of the visit",
                        "whether the child was seen alone, and if not, why not",
                        "what the child said about well-being, health and self-esteem, in the child’s own words",
                    ),
                ),
                Para(
                    "The record must be complete within 2 working days.",
                    more=(
                        "Records are kept until the seventy-fifth anniversary of the child’s date of birth, as the "
                        "regulations require.",
                    ),
                ),
                Para(
                    "A photograph may be added to the record if the child and a person with parental responsibility "
                    "have agreed. No photograph may be sent to a private telephone."
                ),
            ),
        ),
        Section(
            "Concerns",
            (
                Para(
                    "A worker who is worried about a child must tell the duty manager on the same day, and must not "
                    "wait for a further visit. Where the worry is about a colleague, section 8 of the code of conduct "
                    "applies as well; the worker is protected from any detriment for speaking up."
                ),
                Para(
                    "The duty manager must:",
                    items=(
                        Item("decide within 24 hours what is to be done;"),
                        Item("write down the decision and the reasons for it; and"),
                        Item("tell the worker who raised the concern what was decided."),
                    ),
                ),
            ),
        ),
    ),
)

COMPLAINTS = Policy(
    name="complaints",
    title="Complaints and Representations Procedure",
    sections=(
        Section(
            "Stages",
            (
                Para(
                    "A complaint goes through the stages in Table 1. Each stage ends with a letter to the complainant."
                ),
                Table(
                    "Time limits of each stage",
                    ("Stage", "Who replies", "Time limit"),
                    (
                        ("Stage 1", "The manager of the service", "10 working days"),
                        (
                            "Stage 2",
                            "An investigating officer and an independent person",
                            "25 working days, or 65 if the complainant agrees",
                        ),
                        ("Stage 3", "A review panel of three people", "30 working days from the request"),
                    ),
                ),
                Para(
                    "A longer time needs the agreement of the complainant, which must be recorded. If the complainant "
                    "does not agree, the complaint moves to the next stage at once."
                ),
            ),
        ),
        Section(
            "Receiving a complaint",
            (
                Para(
                    "Any worker may receive a complaint, in writing, by telephone or face to face. The worker must "
                    "write it down in the complainant’s own words and pass it to the complaints manager by the end of "
                    "the next working day."
                ),
                Para(
                    "The complaints manager must send the complainant:",
                    items=(
                        Item("a letter that says the complaint was received and who deals with it;"),
                        Item(
                            "a copy of the leaflet on complaints, in a language and format that the person can use; and"
                        ),
                        Item("if the complainant is a child, an offer of an advocate."),
                    ),
                ),
                Para(
                    "A complaint that is made more than 12 months after the event may be refused, except where:",
                    bullets=(
                        "it would not be reasonable to expect it sooner",
                        "it is still possible to look into it fairly",
                    ),
                ),
            ),
        ),
        Section(
            "Records and learning",
            (
                Para(
                    "The complaints manager keeps a register. It is checked every three months by the head of service, "
                    "who reports to the committee on what was learned."
                ),
                Table(
                    "How long records are kept",
                    ("Record", "Kept for"),
                    (
                        ("Register entry", "6 years from the last letter"),
                        ("Investigation report", "10 years"),
                        ("Notes of the panel", "6 years"),
                        ("Letters from a child’s advocate", "until the child is 25"),
                    ),
                ),
                Para("No record may be destroyed while a complaint to the Ombudsman is open."),
            ),
        ),
    ),
)

MISSING = Policy(
    name="missing",
    title="Children Missing from Care: Protocol",
    sections=(
        Section(
            "Definitions",
            (
                Terms(
                    "In this protocol:",
                    (
                        (
                            "missing child",
                            "means a child whose whereabouts cannot be established, whatever the circumstances;",
                        ),
                        (
                            "return interview",
                            "means a conversation with an independent person after the child is found;",
                        ),
                        (
                            "trigger plan",
                            "means the plan that says what each agency does when the child goes missing.",
                        ),
                    ),
                ),
                Para("Words that the Children Act 1989 defines have the same meaning here."),
            ),
        ),
        Section(
            "When a child goes missing",
            (
                Para(
                    "The carer must at once search the home, telephone the child and the child’s friends, and ask the "
                    "school. If the child is not found within 30 minutes the carer must telephone the police and the "
                    "duty team."
                ),
                Para(
                    "The duty team must:",
                    items=(
                        Item("open the trigger plan;"),
                        Item(
                            "tell each of these people within one hour:",
                            items=(
                                Item("the parents, unless it would put the child at risk;"),
                                Item("the child’s social worker;"),
                                Item("the authority that placed the child, if it is not this council;"),
                                Item("the independent reviewing officer; and"),
                            ),
                        ),
                        Item("keep a log of every step with its time."),
                    ),
                    closing="but need not tell a parent whose whereabouts are unknown.",
                ),
                Para(
                    "If the child has been missing for 24 hours, the head of service must hold a strategy meeting. If "
                    "the child is found to be at risk of exploitation, the meeting is held within 4 hours instead."
                ),
            ),
        ),
        Section(
            "After the child returns",
            (
                Para(
                    "An independent person must offer the child a return interview within 72 hours. The interview must "
                    "not be held by a person who is involved in the child’s day-to-day care.",
                    more=(
                        "The child may refuse. A refusal is recorded, and the offer is made again after one week.",
                        "Nobody may press a child to speak.",
                    ),
                ),
                Para(
                    "What the child says is shared with the police only if:",
                    items=(
                        Item("the child agrees; or"),
                        Item("a manager decides that a person is at risk of harm."),
                    ),
                ),
            ),
        ),
        Section(
            "Review",
            (
                Para(
                    "This protocol is reviewed every year by the board, and after every case in which a child was missing for more than 7 days."
                ),
            ),
        ),
    ),
)

_HOLDERS = (
    "The registered manager",
    "The supervising social worker",
    "The duty manager",
    "The independent reviewing officer",
    "The fostering panel",
    "The designated nurse",
    "The virtual school head",
    "The personal adviser",
)
_ACTS = (
    "check that the health plan is up to date and that the dentist and the optician have been seen",
    "write to the parents about any change of school, with the reasons and the name of the person who decided",
    "keep the medicine record in a locked cupboard and count the tablets together with a second adult",
    "meet the carer without the child present and ask about the support that the household needs",
    "record the wishes and feelings of the child, including those that cannot be followed, and say why",
    "look at the risk assessment again whenever another child joins or leaves the household",
)
_LIMITS = (
    "within 5 working days of the event",
    "at least once in every 3 months",
    "before the placement begins",
    "not later than 28 days after the decision",
    "by the end of the next working day",
    "in every case without exception",
)
_EXTRAS = (
    "This does not apply where the child is in hospital, in which case the ward sister is asked instead.",
    "If the time limit cannot be met, the team manager must agree to a longer one in writing and must say for how long.",
    "A copy goes to the file, to the child (in words the child understands) and, unless the court has said otherwise, to the parents.",
    "Where two workers disagree, paragraph 2 of the dispute procedure is followed and the child must not suffer from the delay.",
    "The decision-maker must be somebody who has not been involved with the household in the last 12 months, whether as a worker or as a friend.",
)


def _duty(section: int, place: int) -> Para:
    seed = section * 5 + place
    holder, act = _HOLDERS[seed % len(_HOLDERS)], _ACTS[(seed * 5 + section) % len(_ACTS)]
    text = f"{holder} must {act} {_LIMITS[(seed + section) % len(_LIMITS)]}."
    extras = [_EXTRAS[(seed + step) % len(_EXTRAS)] for step in range((seed * 7) % 4)]
    if place == 3:
        return Para(
            f"{holder} must keep, for matter number {_WORDS[section]} of the handbook:",
            items=(
                Item(f"a list of the {_WORDS[section]} children concerned;"),
                Item(f"a note of each {_WORDS[section]} visit, with the date; and"),
                Item(f"the letters on the {_WORDS[section]} matter, sent or received."),
            ),
        )
    return Para(" ".join([text, *extras]))


_WORDS = ("no", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")

HANDBOOK = Policy(
    name="handbook",
    title="Handbook for Teams",
    sections=tuple(
        Section(title, tuple(_duty(number, place) for place in range(1, 6)))
        for number, title in enumerate(
            (
                "Health",
                "Schooling",
                "Medicines",
                "Support for carers",
                "Wishes and feelings",
                "Risk",
                "Money",
                "Leaving care",
                "Contact with family",
            ),
            1,
        )
    ),
)

POLICIES = (VISITS, COMPLAINTS, MISSING, HANDBOOK)
