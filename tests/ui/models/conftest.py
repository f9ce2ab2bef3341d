"""The models' window with a silent engine: what it asks for is written down, what it is told are the bridge's own signals."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.desktop import Desktop
from imsearch_gui.bridge.model_manager import ModelList, ModelManager
from imsearch_gui.bridge.models import ModelSession
from imsearch_gui.bridge.program import Program
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.model_spec import Fact, Family, InputSpec, ModelFile, ModelSpec, OutputSpec, Pooling, Terms
from imsearch_gui.domain.proposal import OutputChoice, Proposal
from imsearch_gui.domain.records import ModelCard
from imsearch_gui.ui.models import ModelsDialog

Call = tuple[str, tuple[Any, ...], dict[str, Any]]

SILENT: dict[type, tuple[str, ...]] = {
    ModelManager: (
        "refresh",
        "install",
        "cancel",
        "find_uses",
        "remove",
        "verify",
        "propose",
        "accept",
        "forget_import",
    ),
    ModelSession: ("list", "measure", "add_folder"),
    Desktop: ("open_page",),
}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Call]:
    """What the window has asked of the bridge: ("install", (arguments...), {names...})."""
    made: list[Call] = []

    def recorder(name: str) -> Callable[..., None]:
        return lambda _self, *arguments, **names: made.append((name, arguments, names))

    for kind, names in SILENT.items():
        for name in names:
            monkeypatch.setattr(kind, name, recorder(name))
    return made


@pytest.fixture
def program(qapp: QApplication, asked: list[Call], settings: SettingsStore) -> Iterator[Program]:
    program = Program(settings)
    yield program
    program.close()
    program.deleteLater()


@pytest.fixture
def cards() -> dict[str, ModelCard]:
    """One of each kind."""
    facts = (
        Fact("recall on COCO", "30.4", "the paper", verified=False),
        Fact("licence", "MIT", "the repository", verified=True),
    )
    made = (
        ModelCard(
            *("classic", "Classic", "Colour and texture.", "descriptor", 684, 41_100, "MIT"),
            recommended=True,
            built_in=True,
            images_per_second=182.0,
        ),
        ModelCard("deit", "DeiT-tiny", "A vision transformer.", "vit", 192, 23_027_580, ""),
        ModelCard(
            *("clip", "CLIP ViT-B/32", "Pictures by words.", "clip", 512, 153_600_000, "MIT"),
            licence_url="https://example.org/licence",
            text=True,
            installed=False,
            facts=facts,
            unverified=("the content of its files", "recall on COCO"),
        ),
        ModelCard(
            *("mobileclip", "MobileCLIP", "Words on small machines.", "clip", 512, 43_000_000, "Apple ML Research"),
            licence_url="https://example.org/apple",
            terms=Terms.RESEARCH,
            installed=False,
        ),
        ModelCard("vgg16", "VGG16", "The course's.", "cnn", 4096, 0, "MIT", recipe="vgg16", installed=False),
    )
    return {card.id: card for card in made}


@pytest.fixture
def model_list(cards: dict[str, ModelCard]) -> ModelList:
    here = tuple(card for card in cards.values() if card.installed)
    return ModelList(here, tuple(card for card in cards.values() if not card.installed))


@pytest.fixture
def dialog(qtbot: QtBot, program: Program) -> Iterator[ModelsDialog]:
    """The window, shown, before anything was listed."""
    dialog = ModelsDialog(program)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    yield dialog
    dialog.close()
    dialog.deleteLater()


@pytest.fixture
def filled(dialog: ModelsDialog, program: Program, model_list: ModelList) -> ModelsDialog:
    """The window with a card of each kind."""
    program.model_manager.listed.emit(model_list)
    return dialog


@pytest.fixture
def proposal() -> Proposal:
    """A vision transformer with two outputs."""
    spec = ModelSpec(
        *("deit-tiny", "DeiT-tiny", Family.VIT, 192),
        input=InputSpec(name="pixel_values"),
        output=OutputSpec("last_hidden_state", Pooling.CLS),
        files=(ModelFile("model.onnx"),),
    )
    tokens = OutputChoice(
        "last_hidden_state",
        (None, 198, 192),
        ((Pooling.CLS, 192), (Pooling.MEAN, 192), (Pooling.FLATTEN, 38_016)),
    )
    pooled = OutputChoice("pooler_output", (None, None), ((Pooling.NONE, None),))
    return Proposal(
        spec, ("It takes 224 x 224 pixels.", "Nothing says how pixels become numbers."), (), (tokens, pooled)
    )
