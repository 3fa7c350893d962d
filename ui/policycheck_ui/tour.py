"""The steps of the tour as data: what each says, and how the thing it points at is found in the window."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QTabBar, QToolButton, QWidget

Finder = Callable[[QWidget], QRect | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class TourStep:
    """One step: a title, two or three sentences, and the rectangle in the window they are about."""

    title: str
    text: str
    find: Finder


def button(words: str) -> Finder:
    """Find a button by the words on it."""

    def find(window: QWidget) -> QRect | None:
        plain = (b for b in window.findChildren(QToolButton) if b.text().replace("&", "").startswith(words))
        seen = next((b for b in plain if b.isVisible()), None)
        return None if seen is None else QRect(seen.mapTo(window, QPoint(0, 0)), seen.size())

    return find


def tab(words: str) -> Finder:
    """Find the tab of a view by its words."""

    def find(window: QWidget) -> QRect | None:
        for bar in window.findChildren(QTabBar):
            for number in range(bar.count()):
                if bar.isVisible() and bar.tabText(number).startswith(words):
                    rect = bar.tabRect(number)
                    return QRect(bar.mapTo(window, rect.topLeft()), rect.size())
        return None

    return find


STEPS = (
    TourStep(
        title="Begin with the sample",
        text="It brings made-up laws and policies, already full of holes. Nothing you do there matters.",
        find=button("Try the sample"),
    ),
    TourStep(
        title="Or make a workspace of your own",
        text="A workspace is one file on this computer. It keeps your documents, what was found and what you decided.",
        find=button("New workspace"),
    ),
    TourStep(
        title="Put documents in",
        text="Law, guidance and standards first, then your own policies. You can drop files and folders anywhere in "
        "the window, too.",
        find=button("Add documents"),
    ),
    TourStep(
        title="Say who you are",
        text="Duties on a court or a minister are then shown but not counted as yours.",
        find=button("Who we are"),
    ),
    TourStep(
        title="Check",
        text="Every policy is held against every source, and against the others. Only what has changed is compared "
        "again. Nothing leaves this computer.",
        find=button("Check"),
    ),
    TourStep(
        title="Decide, one finding after another",
        text="Each finding shows both clauses and the reason. One key decides and moves on; Ctrl+Z takes it back.",
        find=tab("Findings"),
    ),
    TourStep(
        title="See where the holes are",
        text="How every obligation is met by your policies, and by which clause.",
        find=tab("Coverage"),
    ),
    TourStep(
        title="Find anything",
        text="Ctrl+K searches all documents, by words and by meaning.",
        find=tab("Search"),
    ),
    TourStep(
        title="Hand it over",
        text="The report as a workbook, a web page or a table. That is all: F1 brings this tour back.",
        find=button("Export"),
    ),
)


def steps_for(window: QWidget) -> list[tuple[TourStep, QRect]]:
    """Return the steps whose things can be seen in the window now, with where they are."""
    found = [(step, step.find(window)) for step in STEPS]
    return [(step, rect) for step, rect in found if rect is not None]
