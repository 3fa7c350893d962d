from policycheck_ui.screenshots import SCENES, VARIANTS, draw_views
from PySide6.QtGui import QImage

WHOLE_WINDOW = ("start", "library", "findings", "contradictions", "coverage", "search", "tour")


def test_every_view_is_drawn_in_every_variant_and_what_is_not_is_named(workspace, tmp_path):
    drawn = draw_views(workspace, tmp_path / "pictures")
    names = {path.stem for path in drawn.pictures}
    asked = {f"{scene.name}-{variant}" for scene in SCENES for variant in VARIANTS}
    assert names == asked - {f"{name}-{variant}" for name in drawn.left_out for variant in VARIANTS}
    assert {f"{name}-{variant}" for name in WHOLE_WINDOW for variant in VARIANTS} <= names
    for path in drawn.pictures:
        picture = QImage(str(path))
        assert (picture.pixelColor(5, 400).lightness() < 100) is path.stem.endswith("-dark"), path.stem
        if path.stem.rpartition("-")[0] in WHOLE_WINDOW:
            assert (picture.width(), picture.height()) == (1360, 860), path.stem
