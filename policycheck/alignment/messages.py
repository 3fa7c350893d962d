"""The plain sentences of coverage reasons; each quotes both sides and names the clause."""

import re
from collections.abc import Sequence

from policycheck.alignment.items import bare
from policycheck.domain.alignments import Reason
from policycheck.domain.documents import DocumentKind
from policycheck.domain.obligations import Modality, Obligation
from policycheck.matching import Narrowing, Statement
from policycheck.matching.forbidding import forbids
from policycheck.matching.parts import Difference, Part, Standing
from policycheck.matching.quoting import clip

_LONGEST = 90  # characters of a quotation

SOURCE_WORD = {
    DocumentKind.LEGISLATION: "law",
    DocumentKind.GUIDANCE: "guidance",
    DocumentKind.STANDARD: "standard",
    DocumentKind.POLICY: "source",
}
_END = re.compile(r"[.;,]\s*$")
# "And the names of witnesses" is quoted as "names of witnesses".
_JOINING = re.compile(r"^(?:and|or|nor)\s(?:(?:the|an?)\s)?", re.IGNORECASE)
# How a laxer length of time stands to the source's: who shows a notice for a shorter time than asked is laxer too.
_LONGER = {Part.DEADLINE: "longer", Part.FREQUENCY: "less often"}
_SHORTER = {Part.DEADLINE: "shorter", Part.FREQUENCY: "more often"}


def part_reason(difference: Difference, *, source: str, ref: str) -> Reason | None:
    """Return the reason for one difference, or None where it needs none. `source` is "law", "guidance"..."""
    part, standing = difference.part, difference.standing
    law, policy = clip(difference.source, _LONGEST), clip(difference.policy, _LONGEST)
    code = f"{part.value}-{standing.value}"
    if part is Part.MODALITY:
        return _modality_reason(code, standing, source=source, law=law, policy=policy, ref=ref)
    if part is Part.DUTY_HOLDER:
        if standing is not Standing.OTHER:
            return None
        return Reason(
            code=code,
            message=f"The {source} puts this on “{law}”; the policy gives it to “{policy}” ({ref}).",
        )
    sentence = {
        Standing.EQUAL: f"Both say the same: “{law}” and “{policy}” ({ref}).",
        Standing.STRICTER: f"The {source} says “{law}”; the policy says “{policy}” ({ref}), which is stricter.",
        Standing.LAXER: f"The {source} says “{law}”; the policy says “{policy}” ({ref}), "
        f"which is {(_SHORTER if difference.shorter else _LONGER).get(part, 'laxer')}.",
        Standing.VAGUE: f"The {source} says “{law}”; the policy only says “{policy}” ({ref}).",
        Standing.ABSENT: f"The {source} says “{law}”; the policy ({ref}) gives no such figure.",
        Standing.OTHER: f"The {source} says “{law}”; the policy says “{policy}” ({ref}): compare them.",
    }.get(standing)
    return Reason(code=code, message=sentence) if sentence else None


def _modality_reason(
    code: str, standing: Standing, *, source: str, law: str, policy: str, ref: str
) -> Reason | None:
    if standing is Standing.WEAKER:
        return Reason(
            code=code,
            message=f"The {source} says “{law}”; the policy says “{policy}” ({ref}), which is weaker.",
        )
    if standing is Standing.OPPOSITE:
        return Reason(
            code=code,
            message=f"The {source} says “{law}”; the policy says the opposite, “{policy}” ({ref}).",
        )
    return None


def item_reason(missing: list[str], total: int, *, source: str, ref: str) -> Reason:
    """Return the reason for list items that no clause names."""
    named = "; ".join(f"“{clip(_END.sub('', bare(item)), 60)}”" for item in missing[:4])
    more = f" and {len(missing) - 4} more" if len(missing) > 4 else ""
    were = "was" if len(missing) == 1 else "were"
    return Reason(
        code="items-missing",
        message=f"Of {total} things the {source} lists, {len(missing)} {were} not found in the policy ({ref}): "
        f"{named}{more}.",
    )


def each_reason(left: str, *, source: str, ref: str) -> Reason:
    """Return the reason for one of several who are each bound, and by whom the policy does not have it done."""
    return Reason(
        code="holder-missing",
        message=f"The {source} binds “{clip(left, _LONGEST)}” too; by the policy ({ref}) somebody else alone does it.",
    )


def limb_reason(gone: Sequence[str], *, source: str, ref: str) -> Reason:
    """Return the reason for phrases of the source's sentence of which the policy says nothing."""
    named = " and ".join(f"“{clip(_JOINING.sub('', limb), 60)}”" for limb in gone[:2])
    return Reason(
        code="limb-missing",
        message=f"The {source} also says {named}; no words for it were found in the policy ({ref}).",
    )


def writing_reason(law: str, policy: Statement, *, source: str) -> Reason:
    """Return the reason where only the source asks for writing."""
    return Reason(
        code="writing-lost",
        message=f"The {source} asks for writing: “{clip(law, _LONGEST)}”; the policy does not: "
        f"“{clip(policy.text, _LONGEST)}” ({policy.ref}).",
    )


def case_reason(words: Sequence[str], *, source: str, ref: str) -> Reason:
    """Return the reason of words by which a policy that otherwise follows the source may reach fewer cases."""
    named = " and ".join(f"“{clip(one, 60)}”" for one in words[:2])
    return Reason(
        code="case-put-in",
        message=f"The policy ({ref}) says {named} where the {source} does not: see whether it reaches fewer cases.",
    )


def fewer_reason(bound: str, *, source: str, ref: str) -> Reason:
    """Return the reason of a figure from which on alone the policy does what the source asks in all cases."""
    return Reason(
        code="fewer-cases",
        message=f"The policy ({ref}) does this only from a figure on that the {source} does not give, "
        f"“{clip(bound, _LONGEST)}”: it reaches fewer cases.",
    )


def exception_reason(exception: str, *, source: str, ref: str) -> Reason:
    """Return the reason for an exception that only the policy makes."""
    return Reason(
        code="exception-added",
        message=f"The policy makes an exception, “{clip(exception, _LONGEST)}” ({ref}), that the {source} does not.",
    )


def blur_reason(law: str, policy: str, *, source: str, ref: str) -> Reason:
    """Return the reason of words that stand in the policy where the source has a figure."""
    return Reason(
        code="figure-blurred",
        message=f"The {source} says “{clip(law, _LONGEST)}”; the policy only says “{clip(policy, _LONGEST)}” ({ref}).",
    )


def narrowing_reason(narrowing: Narrowing, *, source: str) -> Reason:
    """Return the reason of a term by which the policy means less than the source does."""
    law, policy = clip(narrowing.source.meaning, _LONGEST), clip(narrowing.policy.meaning, _LONGEST)
    return Reason(
        code="term-narrowed",
        message=f"The {source} means by “{narrowing.source.term}” “{law}”; the policy only “{policy}” "
        f"({narrowing.policy.ref}).",
    )


def answer_reason(ref: str, text: str, *, covers: bool) -> Reason:
    """Return the reason that names the clause which answers an obligation, wholly or not."""
    verb = "does this" if covers else "speaks of this"
    return Reason(code="same-act", message=f"Clause {ref} {verb}: “{clip(text, 160).rstrip('.')}”.")


def missing_reason(closest: tuple[str, str] | None, *, sure: bool) -> Reason:
    """Return the reason for a missing obligation, with the closest clause (reference, text) if there is one."""
    if closest is None:
        return Reason(code="nothing-close", message="No clause of this policy comes near it.")
    ref, text = closest
    if sure:
        return Reason(
            code="no-clause",
            message=f"No clause puts this on anyone; the closest, {ref}, seems to speak of something else: "
            f"“{clip(text, 120).rstrip('.')}”.",
        )
    return Reason(
        code="unsure",
        message=f"No clause clearly does this. Look at the closest, {ref}, before you decide: "
        f"“{clip(text, 120).rstrip('.')}”.",
    )


def out_of_scope_reason() -> Reason:
    """Return the reason for a missing obligation of a policy that its subject does not put in the source's scope."""
    return Reason(
        code="out-of-scope",
        message="No clause of this policy does this. By its subject and what it cites the policy was taken to be out "
        "of the scope of this source.",
    )


def unbinding_reason(ref: str, text: str) -> Reason:
    """Return the reason that a close clause binds nobody."""
    return Reason(
        code="binds-nobody",
        message=f"Clause {ref} speaks of it but puts it on nobody: “{clip(text, 120).rstrip('.')}”.",
    )


def wording_reason(ref: str, *, source: str) -> Reason:
    """Return the reason of a clause that does the act, where no single part accounts for the doubt."""
    return Reason(
        code="wording",
        message=f"Clause {ref} speaks of the same act in other words: see whether it goes as far as the {source}.",
    )


SHUT_OUT = "holder-shut-out"
FORBIDDEN_AND_DONE = "forbidden-and-done"
REQUIRED_AND_FORBIDDEN = "required-and-forbidden"
OF_POLARITY = (FORBIDDEN_AND_DONE, REQUIRED_AND_FORBIDDEN)
_DONE = "by the policy it is done"
_BY_POLICY = {Modality.PERMISSION: "the policy allows it", Modality.RECOMMENDATION: "the policy advises it"}


def polarity_reason(law: Obligation, policy: Obligation, *, source: str, ref: str) -> Reason | None:
    """Return the reason where one side forbids and the other does not, else None."""
    if forbids(law) and not forbids(policy):
        return Reason(
            code=FORBIDDEN_AND_DONE,
            message=f"The {source} forbids it: “{clip(law.text, _LONGEST)}”; {_BY_POLICY.get(policy.modality, _DONE)}: "
            f"“{clip(policy.text, _LONGEST)}” ({ref}).",
        )
    if forbids(policy) and not forbids(law) and law.modality is not Modality.PERMISSION:
        verb = "requires" if law.modality.binds else "recommends"
        return Reason(
            code=REQUIRED_AND_FORBIDDEN,
            message=f"The {source} {verb} it: “{clip(law.text, _LONGEST)}”; the policy says “"
            f"{clip(policy.text, _LONGEST)}” ({ref}).",
        )
    return None


def other_words_reason(law: str, policy: Statement, *, source: str) -> Reason:
    """Return the reason of a ban beside a policy that has none and seems to keep it."""
    return Reason(
        code=FORBIDDEN_AND_DONE,
        message=f"The {source} forbids it: “{clip(law, _LONGEST)}”; the policy has no ban: "
        f"“{clip(policy.text, _LONGEST)}” ({policy.ref}): see whether it comes to the same.",
    )


def permission_reason(law: str, policy: Statement, *, source: str) -> Reason:
    """Return the reason of a permission beside a duty: who uses it may break the duty."""
    return Reason(
        code="permission-beside-duty",
        message=f"The {source} binds: “{clip(law, _LONGEST)}”; the policy leaves free: “{clip(policy.text, _LONGEST)}” "
        f"({policy.ref}): see whether using it breaks the {source}.",
    )


def hedge_reason(words: str, *, source: str, ref: str) -> Reason:
    """Return the reason of words that promise no more than an attempt."""
    return Reason(
        code="modality-weaker",
        message=f"The policy says “{words}” ({ref}), which promises less than the {source} asks.",
    )


def order_reason(law: str, policy: Statement, *, source: str, late: bool) -> Reason:
    """Return the reason of an order in time that the policy does not keep, or puts later."""
    what = "puts it later" if late else "does not say so"
    return Reason(
        code="order-lost",
        message=f"The {source} asks it before something else: “{clip(law, _LONGEST)}”; the policy {what}: "
        f"“{clip(policy.text, _LONGEST)}” ({policy.ref}).",
    )


def apart_reason(law: str, policy: Statement, *, source: str) -> Reason:
    """Return the reason of a person who is to be another than somebody, where the policy does not say so."""
    return Reason(
        code="person-not-apart",
        message=f"The {source} sets apart who does it: “{clip(law, _LONGEST)}”; the policy does not: "
        f"“{clip(policy.text, _LONGEST)}” ({policy.ref}).",
    )


def shut_out_reason(law: str, policy: str, *, source: str, ref: str) -> Reason:
    """Return the reason where somebody acts whom the source shuts out."""
    return Reason(
        code=SHUT_OUT,
        message=f"The {source} keeps others from it (“{clip(law, _LONGEST)}”); by the policy it is for “"
        f"{clip(policy, _LONGEST)}” ({ref}).",
    )


def figure_reason(law: str, policy: str, *, source: str, ref: str) -> Reason:
    """Return the reason of two figures of which no part was read."""
    return Reason(
        code="figure-differs",
        message=f"The {source} has “{clip(law, _LONGEST)}”; the policy has “{clip(policy, _LONGEST)}” ({ref}): "
        "compare them.",
    )
