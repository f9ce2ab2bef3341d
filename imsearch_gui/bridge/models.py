"""The models that can be chosen, and how fast they are on this machine."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from imsearch_gui import paths
from imsearch_gui.bridge.lane import Lane
from imsearch_gui.domain.records import ModelCard

if TYPE_CHECKING:
    from imsearch_gui.encoding.store import InstalledModel


class ModelSession(QObject):
    """Cards of the installed models; speeds are measured once a start of the program."""

    listed = Signal(object)
    """tuple[ModelCard, ...], the recommended one first."""
    measured = Signal(str, float)
    """Model id and pictures a second, reading and decoding included, on all cores."""
    added = Signal(object)
    """ModelCard of a model in a folder that the user pointed to; its id is the folder."""
    unmeasured = Signal(str)
    """Model id: its speed will not be known; `failed` says why."""
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = Lane("models", self)
        self._measure_lane = Lane("measure", self)
        self._speeds: dict[str, float] = {}
        self._measuring: set[str] = set()

    def list(self) -> None:
        """Ask for the cards."""
        self._lane.submit(_cards, self._tell, self.failed.emit)

    def measure(self, model: str) -> None:
        """Ask for the speed of a model, by id or folder; said at once where it is known."""
        if model in self._speeds:
            self.measured.emit(model, self._speeds[model])
        elif model not in self._measuring:
            self._measuring.add(model)
            self._measure_lane.submit(
                lambda: _measure(model),
                lambda speed: self._remember(model, speed),
                lambda sentence: self._not_measured(model, sentence),
            )

    def add_folder(self, folder: Path) -> None:
        """Look at a model that is not installed, in a folder of its own."""
        self._lane.submit(lambda: _card_of_folder(folder), self.added.emit, self.failed.emit)

    def stop(self) -> None:
        """No answer comes after this. Answers at once."""
        self._lane.stop()
        self._measure_lane.stop()

    def close(self) -> None:
        """`stop`, then wait for the model at hand."""
        self.stop()
        self._lane.close()
        self._measure_lane.close()

    def _tell(self, cards: tuple[ModelCard, ...]) -> None:
        self.listed.emit(tuple(replace(card, images_per_second=self._speeds.get(card.id)) for card in cards))

    def _not_measured(self, model: str, sentence: str) -> None:
        self._measuring.discard(model)
        self.unmeasured.emit(model)
        self.failed.emit(sentence)

    def _remember(self, model: str, speed: float) -> None:
        self._measuring.discard(model)
        self._speeds[model] = speed
        self.measured.emit(model, speed)


def _card(model: InstalledModel, identity: str, *, recommended: bool) -> ModelCard:
    spec = model.spec
    return ModelCard(
        id=identity,
        title=spec.title,
        summary=model.note or spec.summary,
        family=spec.family.value,
        dimension=spec.dimension,
        size=model.size,
        licence=spec.licence,
        recommended=recommended,
    )


def _cards() -> tuple[ModelCard, ...]:
    from imsearch_gui.encoding.store import DEFAULT_MODEL, ModelStore

    cards = [_card(model, model.spec.id, recommended=model.spec.id == DEFAULT_MODEL) for model in ModelStore().models()]
    return tuple(sorted(cards, key=lambda card: not card.recommended))


def _card_of_folder(folder: Path) -> ModelCard:
    from imsearch_gui.encoding.store import read_model

    return _card(read_model(folder), str(folder), recommended=False)


def _measure(model: str) -> float:
    """Reading, decoding and encoding of some sample pictures on one thread, times the cores that indexing uses."""
    from imsearch_gui.encoding.store import ModelStore
    from imsearch_gui.library.speed import measure_indexing

    pictures = sorted(path for path in paths.samples().rglob("*") if path.is_file() and path.suffix != ".md")
    return measure_indexing(ModelStore().find(model), pictures)
