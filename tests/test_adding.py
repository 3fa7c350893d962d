"""What is said of files before they are added, and what becomes of them as versions, copies and new documents."""

from dataclasses import replace

import pytest

from policycheck.domain.documents import DocumentKind, ReadStatus
from policycheck.embedding import HashingEmbedder
from policycheck.progress import Cancelled
from policycheck.workspace import Workspace

OLD = "# Complaints Policy\n\n1.1 The manager must reply within 20 working days.\n"
NEW = "# Complaints Policy\n\n1.1 The manager must reply within 10 working days.\n"


@pytest.fixture
def workspace(tmp_path):
    with Workspace.create(tmp_path / "w.policycheck", embedder=HashingEmbedder()) as made:
        yield made


@pytest.fixture
def old(tmp_path, workspace):
    path = written(tmp_path / "2024", "complaints-policy v1.md", OLD)
    workspace.add([path])
    return path


def written(folder, name, text):
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_never_seen_is_new_and_its_kind_is_guessed(tmp_path, workspace):
    path = written(tmp_path / "in", "fire-regulations.md", OLD)
    (seen,) = workspace.look_at([tmp_path / "in"])
    assert (seen.path, seen.kind) == (str(path), DocumentKind.LEGISLATION)
    assert not (seen.same_as or seen.version_of or seen.known or seen.problem or seen.left_out)
    assert workspace.documents() == []


def test_the_same_bytes_under_another_name_are_recognised_and_left_out(tmp_path, workspace, old):
    copy = written(tmp_path / "copies", "something else.md", OLD)
    (seen,) = workspace.look_at([copy])
    assert (seen.same_as, seen.left_out) == (old.as_posix(), True)
    (result,) = workspace.take_in([seen])
    assert not result.changed
    assert "same file" in result.message
    assert len(workspace.documents()) == 1


def test_two_copies_in_one_import_are_recognised_too(tmp_path, workspace):
    first = written(tmp_path / "in", "a policy.md", OLD)
    written(tmp_path / "in", "b policy.md", OLD)
    seen = workspace.look_at([tmp_path / "in"])
    assert [one.same_as for one in seen] == ["", first.as_posix()]


@pytest.mark.parametrize(
    "name",
    [
        "complaints-policy v2.md",
        "Complaints_Policy_FINAL.md",
        "complaints policy 2025-03-01.md",
        "Complaints Policy (1).md",
    ],
)
def test_another_version_of_a_known_file_is_offered_as_one(tmp_path, workspace, old, name):
    path = written(tmp_path / "2025", name, NEW)
    (seen,) = workspace.look_at([path])
    assert seen.version_of == old.as_posix()


def test_a_file_of_another_name_or_kind_is_no_version(tmp_path, workspace, old):
    other = written(tmp_path / "2025", "visits-policy.md", NEW)
    law = written(tmp_path / "legislation", "complaints v3 regulations.md", NEW)
    assert [one.version_of for one in workspace.look_at([other, law])] == ["", ""]


def test_a_version_takes_the_place_of_the_one_before(tmp_path, workspace, old):
    path = written(tmp_path / "2025", "complaints-policy v2.md", NEW)
    (result,) = workspace.take_in(workspace.look_at([path]))
    assert (result.path, result.changed) == (old.as_posix(), True)
    (document,) = workspace.documents()
    assert "10 working days" in document.clauses[0].text


def test_a_version_can_be_taken_in_as_a_document_of_its_own(tmp_path, workspace, old):
    path = written(tmp_path / "2025", "complaints-policy v2.md", NEW)
    (seen,) = workspace.look_at([path])
    workspace.take_in([replace(seen, version_of="", kind=DocumentKind.STANDARD)])
    assert {d.path: d.kind for d in workspace.documents()} == {
        old.as_posix(): DocumentKind.POLICY,
        path.as_posix(): DocumentKind.STANDARD,
    }


def test_a_file_that_changed_where_it_lies_is_read_again(workspace, old):
    old.write_text(NEW, encoding="utf-8")
    (seen,) = workspace.look_at([old])
    assert (seen.known, seen.version_of, seen.same_as) == (True, "", "")
    workspace.take_in([seen])
    assert "10 working days" in workspace.documents()[0].clauses[0].text


def test_a_cancel_keeps_the_files_that_were_read(tmp_path, workspace):
    for name in ("a policy.md", "b policy.md"):
        written(tmp_path / "in", name, f"{OLD}\n1.2 It is {name}.\n")

    def cancel_at_the_second(done, total, message=""):
        if done == 1:
            raise Cancelled

    seen = workspace.look_at([tmp_path / "in"])
    with pytest.raises(Cancelled):
        workspace.take_in(seen, progress=cancel_at_the_second)
    assert [d.path for d in workspace.documents()] == [(tmp_path / "in" / "a policy.md").as_posix()]


def test_a_file_that_is_gone_is_said_and_fails_with_its_reason(tmp_path, workspace):
    (seen,) = workspace.look_at([tmp_path / "gone.md"])
    assert "gone.md" in seen.problem
    (result,) = workspace.take_in([seen])
    assert result.status is ReadStatus.FAILED
    assert "gone.md" in result.message
