from policycheck_ui.screenshots import SCENES, VARIANTS, draw_views
from PySide6.QtGui import QImage

WHOLE_WINDOW = {scene.name for scene in SCENES} - {"preferences", "log", "about"}


def test_every_view_is_drawn_in_every_variant(workspace, tmp_path):
    pictures = draw_views(workspace, tmp_path / "pictures")
    asked = {f"{scene.name}-{variant}" for scene in SCENES for variant in VARIANTS}
    assert {path.stem for path in pictures} == asked
    for path in pictures:
        picture = QImage(str(path))
        assert (picture.pixelColor(5, 400).lightness() < 100) is path.stem.endswith("-dark"), path.stem
        if path.stem.rpartition("-")[0] in WHOLE_WINDOW:
            assert (picture.width(), picture.height()) == (1360, 860), path.stem
