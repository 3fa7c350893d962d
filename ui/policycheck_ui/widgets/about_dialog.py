"""What this program is, in which version, and what it stands on under which licences."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from policycheck_ui import versions
from policycheck_ui.models.packages_model import PackagesModel
from policycheck_ui.theme.typography import Type, scaled
from policycheck_ui.widgets.labels import label
from policycheck_ui.widgets.table_view import TableView

_WHAT = (
    "Holds an organisation's policies against the law it must follow, and against each other. It shows evidence, "
    "reasons and how sure it is; a person decides. Nothing leaves this computer."
)
_LIBRARIES = "It stands on the work of others, each under its own licence:"


class AboutDialog(QDialog):
    """Versions to read, and to copy into a message."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("About policycheck")
        self.resize(scaled(620), min(scaled(560), 800))
        own = versions.own()
        self.version = label(f"Version {own.version}, licence {own.licence}. {versions.system()}.", wrap=True)
        self.model = PackagesModel()
        self.model.set_rows(versions.packages())
        self.table = TableView("Packages", self.model, sortable=False)
        self.table.set_widths({0: 200, 1: 120}, stretch=(2,))
        kind = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kind.Close)
        buttons.rejected.connect(self.reject)
        copy = buttons.addButton("Copy", QDialogButtonBox.ButtonRole.ActionRole)
        copy.setAccessibleName("Copy the versions")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.as_text()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(10)
        for widget in (
            label("policycheck", Type.TITLE),
            self.version,
            label(_WHAT, muted=True, wrap=True),
            label(_LIBRARIES, wrap=True),
        ):
            layout.addWidget(widget)
        layout.addWidget(self.table, stretch=1)
        layout.addWidget(buttons)

    def as_text(self) -> str:
        """Return what the dialog says, as lines."""
        lines = [f"{row.name} {row.version} ({row.licence})" for row in self.model.rows]
        return "\n".join([f"policycheck. {self.version.text()}", *lines])
