"""The registry of contradiction rules; a new rule is one file, its test and one line here."""

from collections.abc import Callable

from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.rules.age import age
from policycheck.conflicts.rules.asked_of_the_free import asked_of_the_free
from policycheck.conflicts.rules.before_after import before_after
from policycheck.conflicts.rules.charged import charged
from policycheck.conflicts.rules.deadline import deadline
from policycheck.conflicts.rules.definition import definition
from policycheck.conflicts.rules.done_without import done_without
from policycheck.conflicts.rules.duty_holder import duty_holder, two_in_loose_words
from policycheck.conflicts.rules.exception import exception
from policycheck.conflicts.rules.excluded_holder import acting_though_shut_out, excluded_holder
from policycheck.conflicts.rules.frequency import frequency
from policycheck.conflicts.rules.gone_early import gone_early
from policycheck.conflicts.rules.in_same_words import in_same_words
from policycheck.conflicts.rules.left_blank import left_blank
from policycheck.conflicts.rules.left_open import left_open
from policycheck.conflicts.rules.let_off_by_age import let_off_by_age
from policycheck.conflicts.rules.made_conditional import made_conditional
from policycheck.conflicts.rules.modality import modality
from policycheck.conflicts.rules.opposite_state import opposite_state
from policycheck.conflicts.rules.other_figure import other_figure
from policycheck.conflicts.rules.practice import practice
from policycheck.conflicts.rules.put_off import put_off
from policycheck.conflicts.rules.quantity import quantity
from policycheck.conflicts.rules.refused import refused
from policycheck.conflicts.rules.reserved import reserved
from policycheck.conflicts.rules.retention import retention
from policycheck.conflicts.rules.too_late import too_late
from policycheck.conflicts.rules.unaccompanied import unaccompanied
from policycheck.conflicts.rules.unsaid import unsaid
from policycheck.conflicts.rules.unwritten import unwritten

Rule = Callable[[Pair], Objection | None]

RULES: tuple[Rule, ...] = (
    definition,
    deadline,
    before_after,
    frequency,
    retention,
    age,
    quantity,
    excluded_holder,
    modality,
    exception,
    duty_holder,
    other_figure,
    gone_early,
    let_off_by_age,
    put_off,
    too_late,
    done_without,
    practice,
    reserved,
    unaccompanied,
    unwritten,
    charged,
    made_conditional,
    left_open,
    left_blank,
    acting_though_shut_out,
    two_in_loose_words,
    opposite_state,
    refused,
    unsaid,
    asked_of_the_free,
    in_same_words,
)
