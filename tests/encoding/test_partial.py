"""What is half there of a model waits for a while, and goes."""

from __future__ import annotations

import os
import time
from collections import namedtuple
from pathlib import Path
from typing import Any

import pytest

from imsearch_gui.domain.errors import StorageError
from imsearch_gui.encoding import install as module
from imsearch_gui.encoding.install import remove_model
from imsearch_gui.encoding.partial import PARTIAL, clear_old, partial_of


def _given_up(shop: Any, identity: str, days: float) -> Path:
    folder = shop.models / PARTIAL / identity
    folder.mkdir(parents=True)
    (folder / "0123-model.onnx.part").write_bytes(bytes(1000))
    folder.with_name(f"{identity}.lock").touch()
    for path in (folder / "0123-model.onnx.part", folder, folder.with_name(f"{identity}.lock")):
        os.utime(path, (time.time() - days * 86_400,) * 2)
    return folder


def test_what_was_given_up_goes_after_a_week(shop: Any) -> None:
    old, young = _given_up(shop, "old", 8), _given_up(shop, "young", 6)
    with partial_of(shop.models, "at work") as at_work:
        os.utime(at_work, (1, 1))
        os.utime(at_work.with_name("at work.lock"), (1, 1))
        clear_old(shop.models)
        assert at_work.exists()
    assert young.exists()
    assert not old.exists() and not old.with_name("old.lock").exists()
    os.utime(young / "0123-model.onnx.part", (1, 1))
    os.utime(young, (1, 1))
    os.utime(young.with_name("young.lock"), (1, 1))
    shop.install()
    assert not young.exists(), "the next download clears away, too"


def test_what_came_in_of_a_model_goes_with_it(shop: Any) -> None:
    shop.install()
    folder = _given_up(shop, "tiny-towers", 0)
    remove_model(shop.store, "tiny-towers")
    assert not folder.exists()
    assert list((shop.models / PARTIAL).iterdir()) == []


def test_what_came_in_of_another_version_is_not_kept_and_counts_for_nothing(
    shop: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = _given_up(shop, "tiny-towers", 0)
    (folder / "0123-model.onnx.part").write_bytes(bytes(2 * shop.padding))
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(module, "SPARE", 0)
    monkeypatch.setattr(module.shutil, "disk_usage", lambda _: usage(10**9, 10**9, shop.padding // 2))
    with pytest.raises(StorageError, match="make room"):
        shop.install()
    assert list(folder.iterdir()) == []
