import pytest
from policycheck_ui.app import take_screenshots
from PySide6.QtGui import QImage


@pytest.mark.parametrize("dark", [False, True])
def test_every_view_is_drawn(workspace, tmp_path, qapp, dark):
    made = take_screenshots(workspace.path, tmp_path / "pictures", dark=dark)
    names = {path.name for path in made}
    assert {"library.png", "findings.png", "contradiction.png"} <= names
    for path in made:
        picture = QImage(str(path))
        assert (picture.width(), picture.height()) == (1360, 860)
        assert (picture.pixelColor(5, 400).lightness() < 100) is dark
