"""A graph without a word about it is dropped on the window, corrected in the form, indexed by the wizard, and finds kin."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imsearch_gui import paths
from imsearch_gui.bridge.program import Program
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.metrics import Metric, scores
from imsearch_gui.domain.model_spec import Family, Interpolation, Pooling, Resize
from imsearch_gui.domain.records import SearchResult
from imsearch_gui.encoding.encoder import open_encoder
from imsearch_gui.encoding.store import InstalledModel, ModelStore
from imsearch_gui.imaging import decoder, resize
from imsearch_gui.library.library import Library
from imsearch_gui.ui.models import ModelsDialog
from imsearch_gui.ui.models.presets import presets
from imsearch_gui.ui.wizard import IndexWizard

PATIENCE_MS = 200_000
"""A model is tried, brought to 8 bits and measured; on a busy machine that takes minutes."""
KINDS = ("Alpro-Blueberry-Soyghurt", "Anjou", "Arla-Lactose-Medium-Fat-Milk")
MANIFEST = """
schema = 1
id = "by-hand"
title = "By hand"
family = "{family}"
dimension = {dimension}
[[files]]
path = "model.onnx"
[output]
name = "embedding"
"""
REAL = [("deit-tiny-w3a3", Family.VIT, 192), ("mobilenetv2-int8", Family.CNN, 1280)]


@pytest.fixture
def program(qapp: QApplication, settings: SettingsStore) -> Iterator[Program]:
    program = Program(settings)
    yield program
    program.close()
    program.deleteLater()
    shutil.rmtree(paths.user_models(), ignore_errors=True)


@pytest.fixture
def dialog(qtbot: QtBot, program: Program) -> Iterator[ModelsDialog]:
    dialog = ModelsDialog(program)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    yield dialog
    dialog.close()
    dialog.deleteLater()


@pytest.fixture
def pictures(shared_data: Path, tmp_path: Path) -> Path:
    """Four pictures of each of some kinds of groceries."""
    folder = tmp_path / "groceries"
    for kind in KINDS:
        (folder / kind).mkdir(parents=True)
        for file in sorted((shared_data / "grocery60" / "train" / kind).iterdir())[:4]:
            shutil.copy(file, folder / kind)
    return folder


def drop(dialog: ModelsDialog, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    what = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(50, 50), *what)
    QApplication.sendEvent(dialog, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(dialog, QDropEvent(QPointF(50, 50), *what))


def bring_in(qtbot: QtBot, dialog: ModelsDialog, file: Path, identity: str) -> InstalledModel:
    """Drop a file, correct what nothing in it tells, accept."""
    drop(dialog, file)
    qtbot.waitUntil(lambda: dialog.form.isVisible() or dialog.message.isVisible(), timeout=PATIENCE_MS)
    assert dialog.form.isVisible(), dialog.message.text
    form = dialog.form
    form.name.setText(f"{identity} from a file")
    form.id.setText(identity)
    given = form.input
    given.preset.choose(presets()[0])
    given.preset.picked.emit()
    given.resize_.choose(Resize.SHORT_SIDE)
    given.resize_to.setValue(256)
    given.interpolation.choose(Interpolation.BICUBIC)
    output = next(output for output in form.output.output.values if output.name == "embedding")
    form.output.output.choose(output)
    form.accept.click()
    qtbot.waitUntil(lambda: not form.busy or dialog.list.card(identity) is not None, timeout=PATIENCE_MS)
    assert not form._problem.text()
    qtbot.waitUntil(lambda: dialog.list.card(identity) is not None, timeout=PATIENCE_MS)
    return ModelStore().find(identity)


def index(qtbot: QtBot, program: Program, folder: Path, identity: str) -> Path:
    """By the wizard; the library."""
    reports: list[object] = []
    program.indexing.finished.connect(reports.append)
    wizard = IndexWizard(program, (folder,))
    wizard.show()
    page = wizard.model_page
    qtbot.waitUntil(lambda: any(choice.card.id == identity for choice in page._choices), timeout=PATIENCE_MS)
    qtbot.waitUntil(wizard._next.isEnabled, timeout=PATIENCE_MS)
    wizard._next.click()
    next(choice for choice in page._choices if choice.card.id == identity).click()
    wizard._next.click()
    wizard.options_page._cores.setValue(1)
    wizard._next.click()
    qtbot.waitUntil(lambda: bool(reports), timeout=PATIENCE_MS)
    wizard.close()
    wizard.deleteLater()
    assert program.indexing.library is not None
    return program.indexing.library


@pytest.mark.parametrize(("name", "family", "dimension"), REAL, ids=[name for name, *_ in REAL])
def test_a_real_model_from_drop_to_match(
    qtbot: QtBot,
    program: Program,
    dialog: ModelsDialog,
    shared_data: Path,
    pictures: Path,
    tmp_path: Path,
    name: str,
    family: Family,
    dimension: int,
) -> None:
    file = shared_data / "models" / name / "model.onnx"
    model = bring_in(qtbot, dialog, file, name)
    assert (model.spec.dimension, model.spec.output.pooling) == (dimension, Pooling.NONE)
    assert (model.spec.input.width, model.spec.input.height) == (224, 224)

    library = index(qtbot, program, pictures, name)
    answers: list[SearchResult] = []
    program.search.answered.connect(answers.append)
    for kind in KINDS:
        answers.clear()
        query = sorted((shared_data / "grocery60" / "test" / kind).iterdir())[0]
        qtbot.waitUntil(lambda: program.search.model_id == name, timeout=PATIENCE_MS)
        program.search.ask_files([query])
        qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE_MS)
        assert answers[0].matches[0].image.path.parent.name == kind
        assert len(answers[0].matches) == 4 * len(KINDS)

    by_hand = described_by_hand(model.folder / model.spec.files[0].path, tmp_path / "by-hand", family, dimension)
    check_vectors(library, name, by_hand)


def described_by_hand(graph: Path, folder: Path, family: Family, dimension: int) -> InstalledModel:
    """As tests/encoding/test_golden.py describes the same file, where it is held against vectors computed elsewhere."""
    folder.mkdir()
    (folder / "model.onnx").symlink_to(graph)
    (folder / "model.toml").write_text(MANIFEST.format(family=family.value, dimension=dimension))
    return ModelStore().find(str(folder))


def check_vectors(library: Path, name: str, by_hand: InstalledModel) -> None:
    """What was indexed is what a description by hand gives."""
    encoder = open_encoder(by_hand)
    with Library.open(library) as opened:
        vectors, files = opened.export(name)
    assert len(files) == 4 * len(KINDS)
    for file, vector in zip(files, np.asarray(vectors), strict=True):
        pixels = decoder.decode(decoder.read(file)).pixels
        expected = encoder.encode(resize.fit(pixels, by_hand.spec.input)[None])[0]
        assert scores(expected, vector, Metric.COSINE)[0] >= 0.99999, file.name


def test_a_classifier_is_refused_with_a_reason(qtbot: QtBot, dialog: ModelsDialog, shared_data: Path) -> None:
    drop(dialog, shared_data / "models" / "mobilenetv2-int8-classifier" / "mobilenetv2-12-int8.onnx")
    qtbot.waitUntil(lambda: dialog.form.isVisible() or dialog.message.isVisible(), timeout=PATIENCE_MS)
    said = dialog.message.text + " ".join(str(output) for output in dialog.form.output.output.values)
    assert "class" in said
