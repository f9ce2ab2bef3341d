"""The models that a searcher has open: for pictures and for words, one of each at a time for every model it was asked with."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from imsearch_gui.domain.errors import ModelError, QueryError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.model_spec import ModelSpec
from imsearch_gui.domain.records import ModelRecord
from imsearch_gui.encoding.encoder import Encoder, choose_provider, open_encoder
from imsearch_gui.encoding.guard import always
from imsearch_gui.encoding.learned import Learned
from imsearch_gui.encoding.providers import AUTOMATIC, CPU
from imsearch_gui.encoding.store import MANIFEST, InstalledModel, ModelStore, form_of, read_model
from imsearch_gui.encoding.strange import model_of_library
from imsearch_gui.encoding.text import TextEncoder, open_text_encoder
from imsearch_gui.encoding.trust import Choice
from imsearch_gui.library.library import Library


@dataclass(slots=True)
class _Open:
    """A model in the version that the library was indexed with."""

    fingerprint: str
    installed: InstalledModel
    choice: Choice = Choice(CPU)
    pictures: Encoder | None = None
    words: TextEncoder | None = None


class Tools:
    """Opens encoders when they are first needed and keeps them."""

    def __init__(
        self, library: Library, store: ModelStore, provider: str = AUTOMATIC, trying: Callable[[], bool] = always
    ) -> None:
        """`provider` as in the settings; a model of a stranger is tried only as long as `trying` says so."""
        self._trying = trying
        self._provider = provider
        self._library = library
        self._store = store
        self._open: dict[str, _Open] = {}
        self.provider = ""
        """What the encoders that were used since `begin` ran on; empty where none was."""
        self.notices: tuple[str, ...] = ()

    def begin(self) -> None:
        """Another query: nothing was used for it yet."""
        self.provider, self.notices = "", ()

    def close(self) -> None:
        self._open.clear()

    def encoder(self, model: ModelRecord) -> Encoder:
        """For pictures; raises QueryError for a model in another version, ModelError."""
        kept = self._model(model)
        if kept.pictures is None:
            learned = self._library.learned(model.id)
            kept.choice = choose_provider(kept.installed, self._provider)
            kept.pictures = open_encoder(
                kept.installed,
                threads=os.cpu_count() or 1,
                learned=None if learned is None else Learned.from_bytes(learned, model.dimension),
                provider=kept.choice.provider,
            )
        self.provider = kept.pictures.provider
        self.notices = kept.choice.notices
        return kept.pictures

    def text_encoder(self, model: ModelRecord) -> TextEncoder:
        """For words; raises QueryError for a model in another version or without a text tower, ModelError."""
        kept = self._model(model)
        if kept.installed.spec.text is None:
            raise QueryError(words_unknown(kept.installed.spec.title))
        if kept.words is None:
            kept.words = open_text_encoder(kept.installed, threads=os.cpu_count() or 1)
        return kept.words

    def _model(self, model: ModelRecord) -> _Open:
        kept = self._open.get(model.id)
        if kept is None or kept.fingerprint != model.fingerprint:
            found = model_of_library(self._store, model.id, model.folder, wanted=self._trying)
            installed = form_of(found, model.fingerprint)
            if installed is None:
                sentence = tr(
                    "The model {0} is not the version that this library was indexed with, so its vectors do not compare: index the"
                    " folders again with it."
                )
                raise QueryError(sentence.format(model.id))
            kept = self._open[model.id] = _Open(model.fingerprint, installed)
        return kept


@dataclass(frozen=True, slots=True)
class Abilities:
    """Ids of models that can do more than tell pictures apart, as they are installed here."""

    words: tuple[str, ...]
    """Those that take words."""
    patches: tuple[str, ...]
    """Those that give a vector for each patch of a picture."""


def abilities(models: Sequence[ModelRecord], store: ModelStore) -> Abilities:
    """Which of a library's models can do what."""
    installed = {model.spec.id: model.spec for model in store.models()}
    known = {
        record.id: installed.get(record.id) or (_spec_in(record.folder) if record.folder.is_absolute() else None)
        for record in models
    }
    specs = {identity: spec for identity, spec in known.items() if spec is not None}
    return Abilities(
        tuple(identity for identity, spec in specs.items() if spec.text is not None),
        tuple(identity for identity, spec in specs.items() if spec.patches is not None),
    )


def _spec_in(folder: Path) -> ModelSpec | None:
    """What a model that is not installed but lies in a folder says of itself; None where it is gone or unsound."""
    if not (folder / MANIFEST).exists():
        return None
    try:
        return read_model(folder).spec
    except ModelError:
        return None  # said when the model is used


def words_unknown(title: str) -> str:
    """The sentence for words that are put to a model that takes none."""
    sentence = tr(
        "The model {0} knows pictures, not words: install one that takes words, such as CLIP, and index the folders with it."
    )
    return sentence.format(title)
