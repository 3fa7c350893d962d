from dataclasses import fields, replace

import pytest

from policycheck import settings
from policycheck.settings import JUDGEMENT, SETTINGS, SettingKind, UserSettings


def test_every_field_is_a_setting_with_words_a_user_can_read():
    assert [s.name for s in SETTINGS] == [f.name for f in fields(UserSettings)]
    for setting in SETTINGS:
        assert setting.group and setting.label and setting.help.endswith(".")
        assert setting.accept(setting.default) == setting.default
        if setting.kind is SettingKind.CHOICE:
            assert setting.default in setting.choices
        if setting.kind is SettingKind.NUMBER:
            assert setting.low <= setting.default <= setting.high


def test_what_is_kept_as_text_is_read_as_what_it_is():
    kept = {
        "scale": "150",
        "single_keys": "false",
        "scheme": "dark",
        "decider": " Ann ",
        "search_results": 50,
    }
    read = UserSettings.read(kept)
    assert (read.scale, read.single_keys, read.scheme, read.decider) == (150, False, "dark", "Ann")
    assert read.search_results == 50


@pytest.mark.parametrize(
    ("kept", "wanted"),
    [
        ({"scale": "900"}, 200),
        ({"scale": "-3"}, 100),
        ({"scale": "large"}, 100),
        ({"scale": None}, 100),
        ({"scale": ""}, 100),
        ({}, 100),
    ],
)
def test_a_number_that_makes_no_sense_is_brought_within_its_bounds(kept, wanted):
    assert UserSettings.read(kept).scale == wanted


def test_nonsense_and_unknown_names_change_nothing():
    kept = {"scheme": "pink", "single_keys": "perhaps", "colour of the sky": "blue"}
    assert UserSettings.read(kept) == UserSettings()


def test_kept_results_depend_on_the_figures_of_judgement_and_not_on_what_a_user_may_set(monkeypatch):
    before = settings.engine.__wrapped__()
    monkeypatch.setattr(settings, "SETTINGS", ())
    assert settings.engine.__wrapped__() == before
    monkeypatch.setattr(settings, "JUDGEMENT", replace(JUDGEMENT, same_act=0.31))
    assert settings.engine.__wrapped__() != before
