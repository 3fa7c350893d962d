"""Everything a user can do, as data: words, keys and when it can be done; menus are lists of names."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from policycheck.domain.findings import Action
from policycheck_ui.theme.icons import icon


class Need(Enum):
    """What must be so before an action can be done."""

    NOTHING = "nothing"
    WORKSPACE = "a workspace is open"
    CHECK = "a workspace is open and no check is running or waiting"
    DOCUMENT = "a document is selected"
    FINDING = "a finding is selected and nothing is running"
    GAP = "only gaps are selected and nothing is running"
    CONTRADICTION = "only contradictions are selected and nothing is running"
    BUSY = "something is running"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionSpec:
    """One action; `list_key` is a key that acts only while the list of findings has the focus."""

    id: str
    text: str
    tooltip: str
    needs: Need = Need.WORKSPACE
    shortcut: str = ""
    list_key: str = ""
    icon: str = ""


ACTIONS = (
    ActionSpec(
        id="new",
        text="&New workspace…",
        tooltip="Start with an empty workspace",
        shortcut="Ctrl+N",
        needs=Need.NOTHING,
        icon="new",
    ),
    ActionSpec(
        id="open",
        text="&Open workspace…",
        tooltip="Go on with a workspace made before",
        shortcut="Ctrl+O",
        needs=Need.NOTHING,
        icon="folder",
    ),
    ActionSpec(
        id="sample",
        text="Try the &sample",
        tooltip="See how it works on made-up policies that come with the program",
        needs=Need.NOTHING,
        icon="sample",
    ),
    ActionSpec(
        id="close",
        text="&Close workspace",
        tooltip="Back to the start page",
        shortcut="Ctrl+W",
    ),
    ActionSpec(
        id="quit",
        text="&Quit",
        tooltip="Close the program",
        shortcut="Ctrl+Q",
        needs=Need.NOTHING,
    ),
    ActionSpec(
        id="add_files",
        text="Add &files…",
        tooltip="Read legislation, guidance, standards or policies into the workspace",
        shortcut="Ctrl+Shift+A",
        icon="add",
    ),
    ActionSpec(
        id="add_folder",
        text="Add a f&older…",
        tooltip="Read every document in a folder and the folders in it",
        icon="folder",
    ),
    ActionSpec(
        id="remove",
        text="&Remove from the workspace",
        tooltip="Take the selected document out of the workspace; the file stays",
        needs=Need.DOCUMENT,
        icon="remove",
    ),
    ActionSpec(
        id="roles",
        text="&Who we are…",
        tooltip="Say which roles your organisation fills, so that only its own duties count",
        icon="people",
    ),
    ActionSpec(
        id="check",
        text="C&heck",
        tooltip="Check the policies against the sources and each other",
        shortcut="F5",
        needs=Need.CHECK,
        icon="check",
    ),
    ActionSpec(id="cancel", text="&Cancel", tooltip="Stop; what is finished is kept", needs=Need.BUSY),
    ActionSpec(
        id="problems",
        text="&Problems",
        tooltip="Show everything that went wrong since the program was started",
        shortcut="Ctrl+4",
        needs=Need.NOTHING,
    ),
    ActionSpec(
        id=Action.ACCEPT.value,
        text="&Accept",
        tooltip="The finding is right and needs work",
        needs=Need.FINDING,
        list_key="A",
        icon="accepted",
    ),
    ActionSpec(
        id=Action.DISMISS.value,
        text="&Dismiss",
        tooltip="The finding is wrong or does not matter",
        needs=Need.FINDING,
        list_key="D",
        icon="dismissed",
    ),
    ActionSpec(
        id=Action.DEFER.value,
        text="De&fer",
        tooltip="Decide later: it stays on the list of what was deferred",
        needs=Need.FINDING,
        list_key="L",
        icon="deferred",
    ),
    ActionSpec(
        id=Action.RESOLVE.value,
        text="&Resolve",
        tooltip="The policy has been put right",
        needs=Need.FINDING,
        list_key="R",
        icon="resolved",
    ),
    ActionSpec(
        id=Action.NOT_APPLICABLE.value,
        text="&Not applicable…",
        tooltip="The duty of a gap is not ours; asks why",
        needs=Need.GAP,
        list_key="N",
        icon="not_applicable",
    ),
    ActionSpec(
        id=Action.BOTH_RIGHT.value,
        text="&Both right…",
        tooltip="Both clauses can stand, though they seem to contradict; asks why",
        needs=Need.CONTRADICTION,
        list_key="B",
        icon="both_right",
    ),
    ActionSpec(
        id=Action.REOPEN.value,
        text="Re&open",
        tooltip="Take the decision back; the finding is open again",
        needs=Need.FINDING,
        list_key="O",
        icon="lapsed",
    ),
    ActionSpec(
        id="assign",
        text="Assi&gn…",
        tooltip="Say who looks after it, and by when",
        needs=Need.FINDING,
        list_key="G",
        icon="people",
    ),
    ActionSpec(
        id="next_finding",
        text="&Next finding",
        tooltip="Go down one finding",
        needs=Need.NOTHING,
        list_key="J",
    ),
    ActionSpec(
        id="previous_finding",
        text="&Previous finding",
        tooltip="Go up one finding",
        needs=Need.NOTHING,
        list_key="K",
    ),
    ActionSpec(
        id="list_keys",
        text="&Keys of the list…",
        tooltip="Show the keys that act in the list of findings, and change them",
        needs=Need.NOTHING,
        list_key="?",
    ),
    ActionSpec(
        id="export_csv", text="&CSV table…", tooltip="Every finding as a row, for any spreadsheet program"
    ),
    ActionSpec(id="export_json", text="&JSON…", tooltip="The whole report, for other programs"),
    ActionSpec(id="export_html", text="&Web page…", tooltip="The report as one page to read or print"),
    ActionSpec(
        id="export_xlsx",
        text="&Excel workbook…",
        tooltip="The gap report and the traceability matrix as a workbook",
        shortcut="Ctrl+E",
    ),
    ActionSpec(
        id="export_findings",
        text="&Findings as shown…",
        tooltip="The findings that the filter shows, and no others, in their own file",
        icon="export",
    ),
    ActionSpec(
        id="export_matrix",
        text="&Matrix as shown…",
        tooltip="The coverage matrix, with the rows and columns that are shown, as a CSV table",
        icon="export",
    ),
    ActionSpec(id="library", text="&Library", tooltip="Show the documents", shortcut="Ctrl+1"),
    ActionSpec(id="findings", text="&Findings", tooltip="Show gaps and contradictions", shortcut="Ctrl+2"),
    ActionSpec(id="coverage", text="&Coverage", tooltip="Show how each obligation is met", shortcut="Ctrl+3"),
    ActionSpec(
        id="reader", text="&Reader", tooltip="Read a source and a policy side by side", shortcut="Ctrl+5"
    ),
    ActionSpec(
        id="contradictions",
        text="Co&ntradictions",
        tooltip="Show the contradictions by topic",
        shortcut="Ctrl+6",
    ),
    ActionSpec(
        id="read_finding",
        text="Read in conte&xt",
        tooltip="Show the selected finding's clauses in their documents (Enter in the list)",
        needs=Need.FINDING,
        icon="read",
    ),
    ActionSpec(
        id="copy_citation",
        text="Copy with c&itation",
        tooltip="Copy the clause, or the words selected in it, with where they stand",
        shortcut="Ctrl+Shift+C",
    ),
    ActionSpec(
        id="find",
        text="F&ilter what is shown",
        tooltip="Go to the filter of the view in front",
        shortcut="Ctrl+F",
    ),
    ActionSpec(
        id="search",
        text="&Search everything",
        tooltip="Find clauses in every document by words and by meaning",
        shortcut="Ctrl+K",
        icon="search",
    ),
    ActionSpec(
        id="preferences",
        text="&Preferences…",
        tooltip="Set the theme, the size of text, your name and more",
        shortcut="Ctrl+,",
        needs=Need.NOTHING,
        icon="preferences",
    ),
    ActionSpec(
        id="larger",
        text="&Larger text",
        tooltip="Make everything larger",
        shortcut="Ctrl++",
        needs=Need.NOTHING,
    ),
    ActionSpec(
        id="smaller",
        text="S&maller text",
        tooltip="Make everything smaller",
        shortcut="Ctrl+-",
        needs=Need.NOTHING,
    ),
    ActionSpec(
        id="normal_size",
        text="&Normal text",
        tooltip="Set the size of text back",
        shortcut="Ctrl+0",
        needs=Need.NOTHING,
    ),
    ActionSpec(
        id="tour",
        text="&Tour of the window",
        tooltip="Go through the window in a few short steps",
        shortcut="F1",
        needs=Need.NOTHING,
        icon="info",
    ),
    ActionSpec(
        id="log",
        text="Show the &log…",
        tooltip="Look at what the program noted down, before you save or send it",
        needs=Need.NOTHING,
    ),
    ActionSpec(
        id="about",
        text="&About policycheck",
        tooltip="Show versions and licences",
        needs=Need.NOTHING,
    ),
)

TRIAGE = ("assign", "next_finding", "previous_finding", "list_keys")
MENUS = (
    ("&Workspace", ("new", "open", "recent", "sample", "", "close", "quit")),
    ("&Documents", ("add_files", "add_folder", "remove", "", "roles")),
    ("C&heck", ("check", "cancel", "", "problems")),
    ("De&cide", (*(action.value for action in Action), "", "undo", "redo", "", *TRIAGE)),
    (
        "&Export",
        ("export_xlsx", "export_html", "export_csv", "export_json", "", "export_findings", "export_matrix"),
    ),
    (
        "&View",
        (
            *("library", "findings", "coverage", "reader", "contradictions", "search", ""),
            *("find", "read_finding", "copy_citation", ""),
            *("theme", "larger", "smaller", "normal_size", "", "preferences"),
        ),
    ),
    ("He&lp", ("tour", "log", "about")),
)


def build_actions(owner: QWidget, handlers: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """Make a Qt action for each spec; each needs its handler."""
    return {spec.id: _build(spec, owner, handlers[spec.id]) for spec in ACTIONS}


def dress_actions(actions: Mapping[str, QAction]) -> None:
    """Draw the icons again, in the colours of the theme in use."""
    for spec in ACTIONS:
        if spec.icon:
            actions[spec.id].setIcon(icon(spec.icon, "accent_text" if spec.id == "check" else "text"))


def _build(spec: ActionSpec, owner: QWidget, handler: Callable[[], object]) -> QAction:
    action = QAction(spec.text, owner)
    action.setObjectName(spec.id)
    action.setToolTip(spec.tooltip)
    action.setStatusTip(spec.tooltip)
    action.triggered.connect(lambda _checked=False: handler())
    if spec.shortcut:
        action.setShortcut(QKeySequence(spec.shortcut))
        shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{spec.tooltip} ({shown})")
    if spec.list_key:
        action.setShortcut(QKeySequence(spec.list_key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    return action
