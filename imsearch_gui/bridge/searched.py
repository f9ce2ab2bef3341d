"""The library that is searched, and with which of its models."""

from __future__ import annotations

from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.records import LibraryState


class Searched:
    """Keeps to the model that the user chose for a library; a library without images has none."""

    def __init__(self, settings: SettingsStore) -> None:
        self._settings = settings
        self.state: LibraryState | None = None
        self.model_id = ""
        """Empty while there is none."""

    def use(self, state: LibraryState) -> None:
        """Another library."""
        self.model_id = ""
        self.update(state)

    def forget(self) -> None:
        """No library is open."""
        self.state, self.model_id = None, ""

    def update(self, state: LibraryState) -> None:
        """The same library, with more or other images."""
        self.state = state
        known = self.models()
        if self.model_id not in known:
            remembered = self._settings.model_of(state.folder)
            # The one that was added last: whoever indexes with another model wants to try it.
            self.model_id = remembered if remembered in known else known[-1] if known else ""

    def models(self) -> list[str]:
        """Ids of the models that have vectors."""
        return [model.id for model in self.state.models if model.vectors] if self.state else []

    def model_for_words(self) -> str:
        """The model that is searched with where it takes words, else the first that does; empty where none does."""
        able = [name for name in self.models() if self.state is not None and name in self.state.word_models]
        return self.model_id if self.model_id in able else able[0] if able else ""

    def choose(self, model_id: str) -> None:
        """Search with another model, also the next time that the library is opened."""
        assert self.state is not None
        self.model_id = model_id
        self._settings.keep_model(self.state.folder, model_id)

    def title(self, model_id: str) -> str:
        """What the model is called; its id where the library does not know it."""
        models = self.state.models if self.state else ()
        return next((model.title for model in models if model.id == model_id), model_id)
