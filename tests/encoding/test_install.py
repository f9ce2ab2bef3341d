"""A model comes from the hub whole, checked and tried, or not at all; every way to fail is one sentence."""

from __future__ import annotations

import errno
import multiprocessing
import os
import resource
import shutil
import signal
import time
from collections import namedtuple
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
from onnx import numpy_helper

from imsearch_gui.domain.errors import KnownError, ModelError, StorageError
from imsearch_gui.domain.model_spec import HubSource, ModelSpec, RecipeSource, Terms
from imsearch_gui.domain.progress import InstallProgress, InstallStage
from imsearch_gui.encoding import hub
from imsearch_gui.encoding import install as module
from imsearch_gui.encoding.install import install_model, remove_model
from imsearch_gui.encoding.partial import PARTIAL, clear_old, partial_of
from imsearch_gui.encoding.store import CatalogueEntry, ModelStore, read_model, write_spec
from imsearch_gui.encoding.text import open_text_encoder
from imsearch_gui.encoding.verify import verify

PADDING = 600_000
COMMIT = "0123456789abcdef0123456789abcdef01234567"
"""What the branch of the loopback hub stands for."""


@dataclass
class Shop:
    """A hub with one model of two towers, its entry in a catalogue, and a place for what is installed."""

    hub: Any
    entry: CatalogueEntry
    models: Path

    @property
    def store(self) -> ModelStore:
        return ModelStore([self.entry.folder.parent, self.models])

    def install(self, **more: Any) -> Any:
        return install_model(self.entry, report=more.pop("report", lambda _: None), target=self.models, **more)

    def change(self, **more: Any) -> None:
        spec = replace(self.entry.spec, **more)
        write_spec(spec, self.entry.folder)
        self.entry = CatalogueEntry(spec, self.entry.folder)

    def nothing_is_there(self) -> None:
        assert self.store.models() == []
        assert [entry.spec.id for entry in self.store.available()] == ["tiny-towers"]
        assert self.store.problems() == []
        assert not (self.models / "tiny-towers").exists()


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, two_towers: Any, hub_server: Any) -> Iterator[Shop]:
    repository = two_towers.make_tiny_towers(tmp_path / "hub" / "somebody" / "towers")
    described = read_model(repository).spec
    (repository / "model.toml").unlink()
    _pad(repository / "picture.onnx")
    spec = replace(described, hub=HubSource("somebody/towers"), licence_url="https://example.org/licence")
    folder = tmp_path / "catalogue" / spec.id
    folder.mkdir(parents=True)
    write_spec(spec, folder)
    for name in ("HF_TOKEN", "HF_HUB_OFFLINE", "HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"):
        monkeypatch.delenv(name, raising=False)
    _impatient(monkeypatch)
    with hub_server.HubServer(tmp_path / "hub") as server:
        monkeypatch.setenv("HF_ENDPOINT", server.url)
        yield Shop(server, CatalogueEntry(spec, folder), tmp_path / "models")


def _pad(graph: Path) -> None:
    """Weights that nobody uses, so that the transfer takes several pieces."""
    model = onnx.load(graph)
    ballast = np.random.default_rng(0).integers(0, 256, PADDING, np.uint8)
    model.graph.initializer.append(numpy_helper.from_array(ballast, "ballast"))
    onnx.save(model, graph)


def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library waits ten seconds for an answer, five times; a test has not the time."""
    from huggingface_hub import constants, file_download

    monkeypatch.setattr(constants, "HF_HUB_DOWNLOAD_TIMEOUT", 0.5)
    monkeypatch.setattr(hub, "ANSWER_S", 0.5)
    monkeypatch.setattr(hub, "PIECE", 1 << 16)
    monkeypatch.setattr(file_download.time, "sleep", lambda _: None)


def test_a_model_comes_in_checked_and_tried(shop: Shop) -> None:
    shop.nothing_is_there()
    said: list[InstallProgress] = []
    model = shop.install(report=said.append)
    assert model.spec.hub.revision == COMMIT, "the branch is pinned to what it stood for"
    assert all(item.sha256 and item.size for item in model.spec.files)
    assert model.spec.unverified == ()
    assert verify(model) == pytest.approx(1)
    assert open_text_encoder(model).encode(["red"]).shape == (1, 3)
    assert [found.spec.id for found in shop.store.models()] == ["tiny-towers"]
    assert shop.store.available() == []
    stages = [progress.stage for progress in said]
    assert stages[0] is InstallStage.FETCHING and stages[-1] is InstallStage.TRYING
    assert said[-1].done == said[-1].total == sum(item.size for item in model.spec.files)
    assert sorted(path.name for path in model.folder.rglob("*")) == [
        "model.toml",
        "picture.onnx",
        "reference.npy",
        "reference_vector.npy",
        "tokenizer.json",
        "words.onnx",
    ]
    assert not any((shop.models / PARTIAL).glob("*/")), "nothing is left of the transfer"


def test_a_pinned_revision_is_what_is_asked_for(shop: Shop) -> None:
    shop.change(hub=HubSource("somebody/towers", COMMIT))
    shop.install()
    assert all("/main/" not in path for _, path, _ in shop.hub.asked)


def test_a_transfer_that_breaks_off_once_is_gone_on_with(shop: Shop) -> None:
    shop.hub.faults.break_after["picture.onnx"] = 300_000
    model = shop.install()
    assert verify(model) == pytest.approx(1)
    ranges = [span for method, path, span in shop.hub.asked if method == "GET" and path.endswith("picture.onnx")]
    assert len(ranges) == 2 and ranges[0] == "" and ranges[1].startswith("bytes=")
    assert shop.hub.sent["picture.onnx"] < PADDING * 1.2, "what had come in was not fetched again"


def test_a_transfer_that_always_breaks_off_is_gone_on_with_the_next_time(shop: Shop) -> None:
    shop.hub.faults.break_after["picture.onnx"] = 0
    shop.hub.faults.always_break = True
    with pytest.raises(ModelError, match=r"cannot be reached|not come in whole|does not answer"):
        shop.install()
    shop.nothing_is_there()
    shop.hub.faults.break_after.clear()
    assert verify(shop.install()) == pytest.approx(1)


class Enough(Exception):
    pass


def test_a_cancelled_installation_goes_on_where_it_stopped(shop: Shop) -> None:
    def stop(progress: InstallProgress) -> None:
        if progress.done > 200_000:
            raise Enough

    shop.hub.faults.delay = 0.03
    with pytest.raises(Enough):
        shop.install(report=stop)
    shop.nothing_is_there()
    before = shop.hub.sent["picture.onnx"]
    shop.hub.faults.delay = 0.0
    shop.install()
    spans = [span for method, path, span in shop.hub.asked if method == "GET" and path.endswith("picture.onnx")]
    assert spans[-1].startswith("bytes=")
    assert before > 0


def test_progress_counts_what_was_there_before(shop: Shop) -> None:
    test_a_cancelled_installation_goes_on_where_it_stopped(shop)
    said: list[InstallProgress] = []
    remove_model(shop.store, "tiny-towers")
    shop.hub.faults.delay = 0.02
    shop.install(report=said.append)
    done = [progress.done for progress in said]
    assert done == sorted(done)
    assert max(done) == said[-1].total


@pytest.mark.parametrize(
    ("status", "words"),
    [(404, "moved or taken away"), (401, "without permission"), (403, "HF_TOKEN"), (503, r"\(503\)")],
)
def test_what_the_hub_refuses(shop: Shop, status: int, words: str) -> None:
    shop.hub.faults.status["words.onnx"] = status
    with pytest.raises(ModelError, match=words) as said:
        shop.install()
    assert len(str(said.value).splitlines()) == 1
    shop.nothing_is_there()


def test_no_such_repository_and_no_such_revision(shop: Shop) -> None:
    shop.change(hub=HubSource("nobody/nothing"))
    with pytest.raises(ModelError, match=r"The hub has no|without permission"):
        shop.install()
    shop.change(hub=HubSource("somebody/towers", "v9"))
    with pytest.raises(ModelError, match="no revision v9"):
        shop.install()
    shop.nothing_is_there()


@pytest.mark.parametrize("file", ["picture.onnx", "words.onnx"])
def test_a_file_with_another_content_than_the_catalogue_names(shop: Shop, file: str) -> None:
    right = shop.install()
    remove_model(shop.store, "tiny-towers")
    shop.change(files=right.spec.files)
    shop.hub.faults.wrong.add(file)
    with pytest.raises(ModelError, match=r"SHA-256.*deleted"):
        shop.install()
    shop.nothing_is_there()
    shop.hub.faults.wrong.clear()
    assert verify(shop.install()) == pytest.approx(1), "the wrong file is not kept for the next attempt"


def test_a_file_with_another_content_than_the_hub_names(shop: Shop) -> None:
    shop.hub.faults.wrong.add("picture.onnx")
    with pytest.raises(ModelError, match=r"than the hub names"):
        shop.install()
    shop.nothing_is_there()


def test_a_file_of_another_size_is_not_even_fetched(shop: Shop) -> None:
    shop.change(files=tuple(replace(item, size=17) for item in shop.entry.spec.files))
    with pytest.raises(ModelError, match="instead of 17"):
        shop.install()
    assert not any(method == "GET" for method, *_ in shop.hub.asked)


def test_a_hub_that_does_not_answer(shop: Shop) -> None:
    shop.hub.faults.silent = True
    with pytest.raises(ModelError, match="does not answer"):
        shop.install()
    shop.nothing_is_there()


def test_a_hub_that_is_not_there(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    with pytest.raises(ModelError, match=r"cannot be reached \(127\.0\.0\.1:9\)"):
        shop.install()
    shop.nothing_is_there()


def test_fetching_that_is_switched_off(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(ModelError, match="HF_HUB_OFFLINE"):
        shop.install()
    assert shop.hub.asked == []


def test_a_disk_with_too_little_room(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(module.shutil, "disk_usage", lambda _: usage(10**9, 10**9, 50_000_000))
    with pytest.raises(StorageError, match=r"needs 101 MB .* 50\.0 MB are free"):
        shop.install()
    assert not any(method == "GET" for method, *_ in shop.hub.asked)
    shop.nothing_is_there()


@pytest.mark.parametrize("links", [True, False])
def test_where_files_are_copied_there_must_be_room_for_them_twice(
    links: bool, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(module, "SPARE", 0)
    monkeypatch.setattr(module.shutil, "disk_usage", lambda _: usage(10**9, 10**9, round(PADDING * 1.5)))
    names: list[int] = []

    def look(progress: InstallProgress) -> None:
        if progress.stage is InstallStage.TRYING:
            names.extend(path.stat().st_nlink for path in (shop.models / PARTIAL / "tiny-towers").iterdir())

    if links:
        shop.install(report=look)
        assert set(names) == {2}, "the files of the model are those that came in"
        return
    monkeypatch.setattr(module.os, "link", _refuse)
    with pytest.raises(StorageError, match="make room"):
        shop.install()
    assert not any(method == "GET" for method, *_ in shop.hub.asked)
    monkeypatch.setattr(module.shutil, "disk_usage", lambda _: usage(10**9, 10**9, round(PADDING * 2.5)))
    assert verify(shop.install(report=look)) == pytest.approx(1)
    assert set(names) == {1}


def _refuse(*_: Any, **__: Any) -> None:
    raise PermissionError(errno.EPERM, "Operation not permitted")


def _given_up(shop: Shop, identity: str, days: float) -> Path:
    folder = shop.models / PARTIAL / identity
    folder.mkdir(parents=True)
    (folder / "0123-model.onnx.part").write_bytes(bytes(1000))
    folder.with_name(f"{identity}.lock").touch()
    for path in (folder / "0123-model.onnx.part", folder, folder.with_name(f"{identity}.lock")):
        os.utime(path, (time.time() - days * 86_400,) * 2)
    return folder


def test_what_was_given_up_goes_after_a_week(shop: Shop) -> None:
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


def test_what_came_in_of_a_model_goes_with_it(shop: Shop) -> None:
    shop.install()
    folder = _given_up(shop, "tiny-towers", 0)
    remove_model(shop.store, "tiny-towers")
    assert not folder.exists()
    assert list((shop.models / PARTIAL).iterdir()) == []


def test_what_came_in_of_another_version_is_not_kept_and_counts_for_nothing(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = _given_up(shop, "tiny-towers", 0)
    (folder / "0123-model.onnx.part").write_bytes(bytes(2 * PADDING))
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(module, "SPARE", 0)
    monkeypatch.setattr(module.shutil, "disk_usage", lambda _: usage(10**9, 10**9, PADDING // 2))
    with pytest.raises(StorageError, match="make room"):
        shop.install()
    assert list(folder.iterdir()) == []


def _install_with_small_files(entry: CatalogueEntry, models: Path, answers: Any) -> None:
    """A file system that takes no file above 200,000 bytes, as far as this process is concerned."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
    try:
        install_model(entry, report=lambda _: None, target=models)
    except KnownError as error:
        answers.send(f"{type(error).__name__}: {error}")
    else:
        answers.send("installed")


def test_a_disk_that_is_full_in_the_middle(shop: Shop) -> None:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_install_with_small_files, args=(shop.entry, shop.models, theirs))
    process.start()
    answer = ours.recv()
    process.join(30)
    assert answer.startswith("StorageError: ")
    assert "make room" in answer
    shop.nothing_is_there()
    assert verify(shop.install()) == pytest.approx(1)


@pytest.mark.parametrize("terms", [Terms.RESEARCH, Terms.GATED])
def test_terms_are_accepted_before_anything_is_fetched(shop: Shop, terms: Terms) -> None:
    shop.change(terms=terms)
    with pytest.raises(ModelError, match=r"MIT, https://example\.org/licence.*--accept-terms"):
        shop.install()
    assert shop.hub.asked == []
    assert shop.install(accept_terms=True).spec.terms is terms


def test_a_model_made_by_a_recipe_is_not_fetched(shop: Shop) -> None:
    shop.change(hub=None, recipe=RecipeSource("vit"))
    with pytest.raises(ModelError, match="imsearch models export tiny-towers"):
        shop.install()


def test_a_model_that_does_not_run_is_not_installed(shop: Shop) -> None:
    shop.change(dimension=5)
    with pytest.raises(ModelError, match="3 numbers where its description says 5"):
        shop.install()
    shop.nothing_is_there()


def test_words_are_tried_too(shop: Shop) -> None:
    text = shop.entry.spec.text
    assert text is not None
    shop.change(text=replace(text, output="nothing"))
    with pytest.raises(ModelError, match="nothing"):
        shop.install()
    shop.nothing_is_there()


def test_two_at_once(shop: Shop) -> None:
    def install_again(progress: InstallProgress) -> None:
        if progress.stage is InstallStage.TRYING:
            with pytest.raises(ModelError, match="another window or command"):
                shop.install()

    shop.install(report=install_again)


def test_removing(shop: Shop) -> None:
    shop.install()
    remove_model(shop.store, "tiny-towers")
    shop.nothing_is_there()
    with pytest.raises(ModelError, match="not installed"):
        remove_model(shop.store, "tiny-towers")
    with pytest.raises(ModelError, match="ships with the program"):
        remove_model(ModelStore(), "classic")


def test_an_installed_model_that_lost_a_file_is_a_problem_not_an_offer(shop: Shop) -> None:
    model = shop.install()
    (model.folder / "words.onnx").unlink()
    assert shop.store.models() == []
    assert "words.onnx is missing" in shop.store.problems()[0]
    shutil.rmtree(model.folder)
    shop.nothing_is_there()


def test_an_entry_is_named_where_it_is_used_before_it_is_installed(shop: Shop) -> None:
    with pytest.raises(ModelError, match="imsearch models install tiny-towers"):
        shop.store.find("tiny-towers")


def test_the_real_catalogue() -> None:
    store = ModelStore()
    assert store.problems() == []
    specs: list[ModelSpec] = [entry.spec for entry in store.available()]
    assert {"clip-vit-b32-int8", "siglip2-b16-fp16", "dinov2-reg-small", "vit-b16", "vgg16"} <= {
        one.id for one in specs
    }
    for entry in store.available():
        spec = entry.spec
        assert entry.folder.name == spec.id
        assert spec.summary.endswith(".") and spec.licence and spec.licence_url.startswith("https://")
        assert spec.facts and all(fact.source for fact in spec.facts)
        assert (spec.hub is None) != (spec.recipe is None)
        for item in spec.files:
            assert item.sha256 is None or len(item.sha256) == 64
    assert {one.id for one in specs if one.terms is not Terms.OPEN} == {"dinov3-s16", "mobileclip-s2"}
    assert all(one.id != "classic" or one.terms is Terms.OPEN for one in specs)
