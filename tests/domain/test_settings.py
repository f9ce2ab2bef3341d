"""The table of settings, and what may stand in each."""

from __future__ import annotations

import pytest

from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.settings import METRIC, SETTINGS, SHOW_QUERY_PANEL, STYLE, THUMBNAIL_SIZE, TOP, Setting


def test_keys_are_unique_and_grouped() -> None:
    keys = [setting.key for setting in SETTINGS]
    assert len(set(keys)) == len(keys)
    assert all(key.count("/") == 1 for key in keys)


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_default_may_stand(setting: Setting) -> None:
    assert setting.valid(setting.default) == setting.default
    # Settings files hold text.
    text = str(setting.default).lower() if isinstance(setting.default, bool) else str(setting.default)
    assert setting.valid(text) == setting.default


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
@pytest.mark.parametrize("junk", [None, 1.5, b"x", [], {}])
def test_junk_becomes_the_default(setting: Setting, junk: object) -> None:
    assert setting.valid(junk) == setting.default


def test_choices() -> None:
    assert STYLE.valid("dark") == "dark"
    assert STYLE.valid("pink") == "system"
    assert [value for value, _ in METRIC.choices] == [metric.value for metric in Metric]


@pytest.mark.parametrize(
    ("value", "expected"), [(50, 50), ("50", 50), (0, 1), (-3, 1), ("-3", 1), (10**9, 1_000_000), ("many", TOP.default)]
)
def test_numbers_are_kept_in_range(value: object, expected: int) -> None:
    assert TOP.valid(value) == expected


def test_true_is_no_number_and_one_is_no_truth() -> None:
    assert THUMBNAIL_SIZE.valid(True) == THUMBNAIL_SIZE.default
    assert SHOW_QUERY_PANEL.valid(1) is True
    assert SHOW_QUERY_PANEL.valid("false") is False
    assert SHOW_QUERY_PANEL.valid("0") is True
