"""What adding files, checking and searching answer."""

from dataclasses import dataclass

from policycheck.domain.documents import DocumentKind, ReadStatus
from policycheck.domain.findings import FindingKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A file that is about to be added: `path` is where it lies, `kind` what part it seems to play.

    `same_as` is the path of a document, or of a file before it in the list, with the same bytes. `version_of` is
    the path of a document that this seems to be another version of; it is read in that one's place, so that what
    was decided there stays. `known` says that the document of this very path is in the workspace and is read
    again. `problem` says why the file cannot be opened. A file with `left_out` is not read.
    """

    path: str
    kind: DocumentKind
    same_as: str = ""
    version_of: str = ""
    known: bool = False
    problem: str = ""
    left_out: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportResult:
    """What became of one file: `message` says what is wrong and what to do, "" where nothing is."""

    path: str
    kind: DocumentKind
    status: ReadStatus
    message: str = ""
    clauses: int = 0
    obligations: int = 0
    changed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSummary:
    """A check in figures. Verdicts are the library's, over obligations that are ours and in scope.

    `not_applicable` obligations are those a person said do not apply; `hidden` findings are too uncertain to be shown.
    """

    documents: int
    clauses: int
    obligations: int
    covered: int
    partial: int
    missing: int
    conflict: int
    contradictions: int
    not_ours: int
    out_of_scope: int
    lapsed: int
    computed: int
    reused: int
    seconds: float
    not_applicable: int = 0
    hidden: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """A clause found by meaning and words; `score` is 0 to 1."""

    document: str
    document_title: str
    ref: str
    text: str
    heading_path: tuple[str, ...]
    score: float
    clause: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePrecision:
    """How often people found one rule right, with a 95 % interval (`low` to `high`), all 0 to 1.

    `confirmed` findings were accepted or resolved, `refuted` ones dismissed or called right on both sides.
    """

    kind: FindingKind
    rule: str
    confirmed: int
    refuted: int
    precision: float
    low: float
    high: float

    @property
    def decided(self) -> int:
        return self.confirmed + self.refuted
