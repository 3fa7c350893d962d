"""How quick the coverage matrix is at 5,000 obligations by 300 policies: filter, scroll, walk, drawn offscreen.

Run as `python benchmarks/matrix.py [--obligations N] [--policies N] [--picture FILE]`; prints milliseconds.
"""

import argparse
import os
import random
import statistics
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import policycheck_ui  # noqa: F401 - before the first call into Qt
from policycheck_ui.desktop import application
from policycheck_ui.models.matrix import FAR, OUTSIDE, Matrix, MatrixRow, PolicyColumn
from policycheck_ui.theme.appearance import dress
from policycheck_ui.views.matrix_view import MatrixView

SIZE = (1360, 760)
_WORDS = [
    "record",
    "review",
    "child",
    "carer",
    "notice",
    "plan",
    "report",
    "panel",
    "risk",
    "visit",
    "complaint",
    "health",
    "school",
]


def made(obligations: int, policies: int, *, seed: int = 1) -> Matrix:
    """Return a made matrix: each policy is about one source in ten, as in a real library."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    sources = max(obligations // 200, 1)
    about = [chance.sample(range(sources), max(sources // 10, 1)) for _ in range(policies)]
    rows = []
    for number in range(obligations):
        source = number * sources // obligations
        cells = bytes(
            chance.choices((1, 2, 3, 4), (45, 15, 38, 2))[0]
            if source in mine
            else chance.choices((FAR, OUTSIDE + 1, OUTSIDE + 2), (97, 2, 1))[0]
            for mine in about
        )
        best = next((code for code in (1, 2, 4, 3) if code in cells), FAR)
        text = f"The authority must {' '.join(chance.choices(_WORDS, k=14))} {number}."
        rows.append(
            MatrixRow(
                obligation=f"o{number}",
                ref=f"{number % 200 + 1}(1)",
                text=text,
                document=f"s{source}",
                source=f"The Example Services (Duties No. {source + 1}) Regulations 2015",
                part=f"Part {number % 200 // 25 + 1} Duties of the provider",
                library=best,
                cells=cells,
            )
        )
    columns = tuple(
        PolicyColumn(
            path=f"p{n}", title=f"{_WORDS[n % 13].capitalize()} and {_WORDS[n * 7 % 13]} policy no. {n + 1}"
        )
        for n in range(policies)
    )
    return Matrix(rows=tuple(rows), policies=columns)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--obligations", type=int, default=5000)
    parser.add_argument("--policies", type=int, default=300)
    parser.add_argument("--picture", help="also draw the matrix into this file")
    given = parser.parse_args()
    app = application()
    dress(app, "light")
    view = MatrixView()
    view.resize(*SIZE)
    view.show()
    matrix = made(given.obligations, given.policies)
    table, model = view.table, view.model
    print(f"{given.obligations:,} obligations x {given.policies:,} policies, window {SIZE[0]} x {SIZE[1]}")

    def frame(change: Callable[[], object]) -> float:
        started = time.perf_counter()
        change()
        app.processEvents()
        table.viewport().repaint()
        return (time.perf_counter() - started) * 1000

    def say(what: str, times: list[float]) -> None:
        worst, middle = max(times), statistics.median(times)
        print(f"{what:<34} median {middle:6.1f} ms   worst {worst:6.1f} ms   ({len(times)} times)")

    def show() -> None:
        model.show_matrix(matrix)
        view._stand_on("", "")

    say("show the matrix", [frame(show) for _ in range(3)])
    words = ["c", "ch", "chi", "child", "child 12", "", "panel", "report 4", ""]

    def filter_by(word: str) -> None:
        view.search.setText(word)
        view._narrow()

    say("filter by words, to repaint", [frame(lambda w=w: filter_by(w)) for w in words])
    say(
        "holes only, on and off", [frame(lambda on=on: view.holes.setChecked(on)) for on in (True, False) * 3]
    )
    say(
        "totals only, on and off", [frame(lambda on=on: view.fold.setChecked(on)) for on in (True, False) * 2]
    )
    down, across = table.verticalScrollBar(), table.horizontalScrollBar()
    pages = [frame(lambda n=n: down.setValue(n * down.maximum() // 60)) for n in range(60)]
    say("scroll to another page", pages)
    say("scroll down by a row", [frame(lambda: down.setValue(down.value() - 28)) for _ in range(60)])
    say("scroll across by a column", [frame(lambda: across.setValue(across.value() + 36)) for _ in range(60)])
    table.setCurrentIndex(model.index(40, 3))
    walk = [frame(lambda n=n: table.setCurrentIndex(model.index(41 + n, 3))) for n in range(40)]
    say("walk down by a cell", walk)
    if given.picture:
        table.scroll_to_top()
        app.processEvents()
        view.grab().save(given.picture)
    view.close()


if __name__ == "__main__":
    main()
