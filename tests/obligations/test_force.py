"""Only provisions in force ask anything of anybody."""

import pytest

from policycheck.domain.documents import Clause, ClauseKind, DocumentKind, ProvisionStatus
from policycheck.obligations import read_clauses


@pytest.mark.parametrize("status", [ProvisionStatus.REPEALED, ProvisionStatus.PROSPECTIVE])
def test_what_is_not_in_force_obliges_nobody(status: ProvisionStatus) -> None:
    clauses = [
        Clause(id="a", ref="1", text="The authority must visit the child.", status=status),
        Clause(id="b", ref="2", text="The authority must keep a record of the visit—"),
        Clause(id="c", ref="2(a)", text="in writing, and", kind=ClauseKind.ITEM, parent="b"),
        Clause(id="d", ref="2(b)", text="in Latin.", kind=ClauseKind.ITEM, parent="b", status=status),
    ]
    [duty] = read_clauses(clauses, kind=DocumentKind.LEGISLATION)
    assert duty.ref == "2"
    assert "writing" in duty.text
    assert "Latin" not in duty.text
