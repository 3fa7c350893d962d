"""When two policies are compared at all."""

from pathlib import Path

import numpy as np
import pytest

from policycheck.comparing import Compared, Read, compare_policies, read_statements
from policycheck.domain.documents import DocumentKind
from policycheck.embedding import HashingEmbedder
from policycheck.matching import anchored
from policycheck.reading import read_duties, read_file


def read(path: Path, text: str, *, axis: int) -> Read:
    """Return a policy of one clause, its vector along one axis."""
    path.write_text(f"# {path.stem}\n\n{text}\n", encoding="utf-8")
    document = read_file(path, kind=DocumentKind.POLICY, name=path.name)
    duties = read_duties(document)
    statements = read_statements(document, duties)
    vectors = np.zeros((len(statements), 3), np.float32)
    vectors[:, axis] = 1.0
    return Read(document, tuple(duties), tuple(statements), vectors)


def unanswering(*reads: Read):
    return {one.document.path: anchored(len(one.statements), {}, {}) for one in reads}


@pytest.fixture
def policies(tmp_path: Path) -> tuple[Read, Read]:
    return (
        read(tmp_path / "visits.md", "Staff must visit the child every 2 weeks.", axis=0),
        read(tmp_path / "plans.md", "Staff must visit the child every 6 weeks.", axis=1),
    )


def compared(one: Read, other: Read, answers) -> Compared:
    return compare_policies(one, other, answers, read_pairs=HashingEmbedder().read_pairs)


def test_policies_that_come_near_each_other_nowhere_are_not_compared(policies):
    assert compared(*policies, unanswering(*policies)) == Compared()


def test_policies_whose_statements_are_near_are_compared(policies):
    one, other = policies
    other = Read(other.document, other.obligations, other.statements, one.vectors)
    (conflict,) = compared(one, other, unanswering(one, other)).conflicts
    assert "every 6 weeks" in conflict.message


def test_policies_that_answer_one_obligation_are_compared_however_far_their_words(policies):
    answers = {one.document.path: anchored(1, {"act.xml": [(0, 0, 0.95)]}, {}) for one in policies}
    assert compared(*policies, answers).weighed
