"""The models that can be chosen, and how fast they are on this machine."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from imsearch_gui.bridge import model_jobs
from imsearch_gui.bridge.lane import Lane
from imsearch_gui.bridge.process_job import ProcessJob
from imsearch_gui.domain.choices import DEFAULT_MODEL
from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.published import Fact
from imsearch_gui.domain.reasons import retold
from imsearch_gui.domain.records import ModelCard

if TYPE_CHECKING:
    from imsearch_gui.domain.model_spec import ModelSpec
    from imsearch_gui.encoding.store import InstalledModel


class ModelSession(QObject):
    """Cards of the installed models; speeds are measured once a start of the program, unless asked for again."""

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
        self._measuring: dict[str, ProcessJob[float]] = {}
        self._unmeasurable: set[str] = set()

    @property
    def speeds(self) -> dict[str, float]:
        """What was measured so far: pictures a second by model."""
        return dict(self._speeds)

    @property
    def measuring(self) -> frozenset[str]:
        """Models whose speed is being measured, or will be."""
        return frozenset(self._measuring)

    @property
    def unmeasurable(self) -> frozenset[str]:
        """Models whose speed could not be measured when that was last tried."""
        return frozenset(self._unmeasurable)

    def list(self) -> None:
        """Ask for the cards."""
        self._lane.submit(_cards, self._tell, self.failed.emit)

    def measure(self, model: str, *, again: bool = False) -> None:
        """Ask for the speed of a model, by id or folder; said at once where it is known, unless it is to be measured `again`."""
        if model in self._speeds and not again:
            self.measured.emit(model, self._speeds[model])
        elif model not in self._measuring:
            # A graph that nobody knows may crash what runs it.
            unanswered = ModelError(
                tr("The speed of {0} was not measured: the model ended its process; verify it.").format(model)
            )
            job = ProcessJob(model_jobs.measure, model, unanswered=unanswered, name="measure")
            self._measuring[model] = job
            self._unmeasurable.discard(model)
            self._measure_lane.submit(
                job.run,
                lambda speed: self._remember(model, job, speed),
                lambda sentence: self._not_measured(model, job, sentence),
            )

    def add_folder(self, folder: Path) -> None:
        """Look at a model that is not installed, in a folder of its own."""
        self._lane.submit(lambda: _card_of_folder(folder), self.added.emit, self.failed.emit)

    def forget(self, model: str) -> None:
        """The model is gone, and what comes under its id may be another."""
        self._speeds.pop(model, None)
        self._unmeasurable.discard(model)
        job = self._measuring.pop(model, None)
        if job is not None:
            job.cancel()

    def stop(self) -> None:
        """No answer comes after this. Answers at once."""
        self._lane.stop()
        self._measure_lane.stop()
        for job in self._measuring.values():
            job.cancel()

    def close(self) -> None:
        """`stop`, then wait for what is at hand."""
        self.stop()
        self._lane.close()
        self._measure_lane.close()

    def _tell(self, cards: tuple[ModelCard, ...]) -> None:
        self.listed.emit(tuple(replace(card, images_per_second=self._speeds.get(card.id)) for card in cards))

    def _not_measured(self, model: str, job: ProcessJob[float], sentence: str) -> None:
        if self._measuring.get(model) is job:
            del self._measuring[model]
            self._unmeasurable.add(model)
            self.unmeasured.emit(model)
            self.failed.emit(sentence)

    def _remember(self, model: str, job: ProcessJob[float], speed: float) -> None:
        if self._measuring.get(model) is job:
            del self._measuring[model]
            self._speeds[model] = speed
            self.measured.emit(model, speed)


def card_of(spec: ModelSpec, identity: str, *, size: int, note: str = "", recommended: bool = False) -> ModelCard:
    """A description as a card of a model that is here; `identity` is its id, or the folder it is used from."""
    return ModelCard(
        id=identity,
        title=spec.title,
        summary=note or tr(spec.summary),
        family=spec.family.value,
        dimension=spec.dimension,
        size=size,
        licence=spec.licence,
        licence_url=spec.licence_url,
        terms=spec.terms,
        source=spec.source,
        recommended=recommended,
        text=spec.text is not None,
        recipe=spec.recipe.name if spec.recipe is not None else "",
        facts=spec.facts,
        unverified=spec.unverified,
    )


def installed_card(model: InstalledModel) -> ModelCard:
    """The card of a model of the store."""
    from imsearch_gui import paths
    from imsearch_gui.encoding.store import eight_bits_of
    from imsearch_gui.library.forms import in_words

    spec = model.spec
    card = card_of(spec, spec.id, size=model.size, note=model.note, recommended=spec.id == DEFAULT_MODEL)
    built_in = model.folder.parent == paths.built_in_models()
    known = eight_bits_of(model)
    if known is None:
        return replace(card, built_in=built_in)
    if not known.taken:
        fact = Fact(
            tr("8-bit form"), tr("none, {0}").format(retold(known.why)), tr("a trial on this machine"), verified=True
        )
        return replace(card, built_in=built_in, facts=(*card.facts, fact))
    form = tr("New libraries use its 8-bit form: {0}.").format(in_words(known))
    return replace(card, built_in=built_in, summary=f"{card.summary} {form}".strip())


def _cards() -> tuple[ModelCard, ...]:
    from imsearch_gui.encoding.store import ModelStore

    return tuple(sorted(map(installed_card, ModelStore().models()), key=lambda card: not card.recommended))


def _card_of_folder(folder: Path) -> ModelCard:
    from imsearch_gui.encoding.store import read_model

    model = read_model(folder)
    return card_of(model.spec, str(folder), size=model.size, note=model.note)
