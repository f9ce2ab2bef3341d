"""A model comes from the hub whole, checked and tried, or not at all; every way to fail is one sentence."""

from __future__ import annotations

import errno
import multiprocessing
import resource
import shutil
import signal
from collections import namedtuple
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from imsearch_gui.domain.errors import KnownError, ModelError, StorageError
from imsearch_gui.domain.model_spec import HubSource, ModelSpec, RecipeSource, Terms
from imsearch_gui.domain.progress import InstallProgress, InstallStage
from imsearch_gui.encoding import install as module
from imsearch_gui.encoding.install import install_model, remove_model
from imsearch_gui.encoding.partial import PARTIAL
from imsearch_gui.encoding.store import CatalogueEntry, ModelStore
from imsearch_gui.encoding.text import open_text_encoder
from imsearch_gui.encoding.verify import verify


def test_a_model_comes_in_checked_and_tried(shop: Any) -> None:
    shop.nothing_is_there()
    said: list[InstallProgress] = []
    model = shop.install(report=said.append)
    assert model.spec.hub.revision == shop.commit, "the branch is pinned to what it stood for"
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


def test_a_pinned_revision_is_what_is_asked_for(shop: Any) -> None:
    shop.change(hub=HubSource("somebody/towers", shop.commit))
    shop.install()
    assert all("/main/" not in path for _, path, _ in shop.hub.asked)


def test_a_transfer_that_breaks_off_once_is_gone_on_with(shop: Any) -> None:
    shop.hub.faults.break_after["picture.onnx"] = 300_000
    model = shop.install()
    assert verify(model) == pytest.approx(1)
    ranges = [span for method, path, span in shop.hub.asked if method == "GET" and path.endswith("picture.onnx")]
    assert len(ranges) == 2 and ranges[0] == "" and ranges[1].startswith("bytes=")
    assert shop.hub.sent["picture.onnx"] < shop.padding * 1.2, "what had come in was not fetched again"


def test_a_transfer_that_always_breaks_off_is_gone_on_with_the_next_time(shop: Any) -> None:
    shop.hub.faults.break_after["picture.onnx"] = 0
    shop.hub.faults.always_break = True
    with pytest.raises(ModelError, match=r"cannot be reached|not come in whole|does not answer"):
        shop.install()
    shop.nothing_is_there()
    shop.hub.faults.break_after.clear()
    assert verify(shop.install()) == pytest.approx(1)


class Enough(Exception):
    pass


def test_a_cancelled_installation_goes_on_where_it_stopped(shop: Any) -> None:
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


def test_progress_counts_what_was_there_before(shop: Any) -> None:
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
def test_what_the_hub_refuses(shop: Any, status: int, words: str) -> None:
    shop.hub.faults.status["words.onnx"] = status
    with pytest.raises(ModelError, match=words) as said:
        shop.install()
    assert len(str(said.value).splitlines()) == 1
    shop.nothing_is_there()


def test_no_such_repository_and_no_such_revision(shop: Any) -> None:
    shop.change(hub=HubSource("nobody/nothing"))
    with pytest.raises(ModelError, match=r"The hub has no|without permission"):
        shop.install()
    shop.change(hub=HubSource("somebody/towers", "v9"))
    with pytest.raises(ModelError, match="no revision v9"):
        shop.install()
    shop.nothing_is_there()


@pytest.mark.parametrize("file", ["picture.onnx", "words.onnx"])
def test_a_file_with_another_content_than_the_catalogue_names(shop: Any, file: str) -> None:
    right = shop.install()
    remove_model(shop.store, "tiny-towers")
    shop.change(files=right.spec.files)
    shop.hub.faults.wrong.add(file)
    with pytest.raises(ModelError, match=r"SHA-256.*deleted"):
        shop.install()
    shop.nothing_is_there()
    shop.hub.faults.wrong.clear()
    assert verify(shop.install()) == pytest.approx(1), "the wrong file is not kept for the next attempt"


def test_a_file_with_another_content_than_the_hub_names(shop: Any) -> None:
    shop.hub.faults.wrong.add("picture.onnx")
    with pytest.raises(ModelError, match=r"than the hub names"):
        shop.install()
    shop.nothing_is_there()


def test_a_file_of_another_size_is_not_even_fetched(shop: Any) -> None:
    shop.change(files=tuple(replace(item, size=17) for item in shop.entry.spec.files))
    with pytest.raises(ModelError, match="instead of 17"):
        shop.install()
    assert not any(method == "GET" for method, *_ in shop.hub.asked)


def test_a_hub_that_does_not_answer(shop: Any) -> None:
    shop.hub.faults.silent = True
    with pytest.raises(ModelError, match="does not answer"):
        shop.install()
    shop.nothing_is_there()


def test_a_hub_that_is_not_there(shop: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    with pytest.raises(ModelError, match=r"cannot be reached \(127\.0\.0\.1:9\)"):
        shop.install()
    shop.nothing_is_there()


def test_fetching_that_is_switched_off(shop: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(ModelError, match="HF_HUB_OFFLINE"):
        shop.install()
    assert shop.hub.asked == []


def test_a_disk_with_too_little_room(shop: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(module.shutil, "disk_usage", lambda _: usage(10**9, 10**9, 50_000_000))
    with pytest.raises(StorageError, match=r"needs 101 MB .* 50\.0 MB are free"):
        shop.install()
    assert not any(method == "GET" for method, *_ in shop.hub.asked)
    shop.nothing_is_there()


@pytest.mark.parametrize("links", [True, False])
def test_where_files_are_copied_there_must_be_room_for_them_twice(
    links: bool, shop: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(module, "SPARE", 0)
    monkeypatch.setattr(module.shutil, "disk_usage", lambda _: usage(10**9, 10**9, round(shop.padding * 1.5)))
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
    monkeypatch.setattr(module.shutil, "disk_usage", lambda _: usage(10**9, 10**9, round(shop.padding * 2.5)))
    assert verify(shop.install(report=look)) == pytest.approx(1)
    assert set(names) == {1}


def _refuse(*_: Any, **__: Any) -> None:
    raise PermissionError(errno.EPERM, "Operation not permitted")


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


def test_a_disk_that_is_full_in_the_middle(shop: Any) -> None:
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
def test_terms_are_accepted_before_anything_is_fetched(shop: Any, terms: Terms) -> None:
    shop.change(terms=terms)
    with pytest.raises(ModelError, match=r"MIT, https://example\.org/licence.*--accept-terms"):
        shop.install()
    assert shop.hub.asked == []
    assert shop.install(accept_terms=True).spec.terms is terms


def test_a_model_made_by_a_recipe_is_not_fetched(shop: Any) -> None:
    shop.change(hub=None, recipe=RecipeSource("vit"))
    with pytest.raises(ModelError, match="imsearch models export tiny-towers"):
        shop.install()


def test_a_model_that_does_not_run_is_not_installed(shop: Any) -> None:
    shop.change(dimension=5)
    with pytest.raises(ModelError, match="3 numbers where its description says 5"):
        shop.install()
    shop.nothing_is_there()


def test_words_are_tried_too(shop: Any) -> None:
    text = shop.entry.spec.text
    assert text is not None
    shop.change(text=replace(text, output="nothing"))
    with pytest.raises(ModelError, match="nothing"):
        shop.install()
    shop.nothing_is_there()


def test_two_at_once(shop: Any) -> None:
    def install_again(progress: InstallProgress) -> None:
        if progress.stage is InstallStage.TRYING:
            with pytest.raises(ModelError, match="another window or command"):
                shop.install()

    shop.install(report=install_again)


def test_removing(shop: Any) -> None:
    shop.install()
    remove_model(shop.store, "tiny-towers")
    shop.nothing_is_there()
    with pytest.raises(ModelError, match="not installed"):
        remove_model(shop.store, "tiny-towers")
    with pytest.raises(ModelError, match="ships with the program"):
        remove_model(ModelStore(), "classic")


def test_an_installed_model_that_lost_a_file_is_a_problem_not_an_offer(shop: Any) -> None:
    model = shop.install()
    (model.folder / "words.onnx").unlink()
    assert shop.store.models() == []
    assert "words.onnx is missing" in shop.store.problems()[0]
    shutil.rmtree(model.folder)
    shop.nothing_is_there()


def test_an_entry_is_named_where_it_is_used_before_it_is_installed(shop: Any) -> None:
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
