"""Installing a model of the catalogue, and removing one."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from filelock import Timeout

from imsearch_gui import disk, paths
from imsearch_gui.domain.errors import ModelError, StorageError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.model_spec import HubSource, ModelFile, ModelSpec, Terms
from imsearch_gui.domain.progress import InstallProgress, InstallStage
from imsearch_gui.domain.wording import count
from imsearch_gui.domain.wording import size as in_words
from imsearch_gui.encoding import hub
from imsearch_gui.encoding.partial import clear_old, forget, partial_of
from imsearch_gui.encoding.reference import with_reference
from imsearch_gui.encoding.staging import discard, staged
from imsearch_gui.encoding.store import (
    CatalogueEntry,
    InstalledModel,
    ModelStore,
    file_hash,
    read_model,
    write_spec,
)

SPARE = 100_000_000
"""Bytes that stay free besides what the model needs: a full disk hurts more than this program."""
REPORT_S = 0.1

Report = Callable[[InstallProgress], None]
"""Whatever it raises ends the installation; what came in is kept for the next one."""


def install_model(
    entry: CatalogueEntry, *, report: Report, accept_terms: bool = False, target: Path | None = None
) -> InstalledModel:
    """Fetch the files of an entry, check and try them, and put the model among the user's.

    Raises ModelError (terms not accepted, nothing to fetch, the hub fails, a wrong file, a model that does not run) and
    StorageError (no room, not writable). A model is there whole or not at all.
    """
    spec = entry.spec
    source = _source(spec)
    _check_terms(spec, accept_terms)
    models = paths.user_models() if target is None else target
    try:
        with partial_of(models, spec.id) as partial:
            clear_old(models)
            transfer = _Transfer(source, partial, report)
            files = transfer.run(spec.files)
            _put(replace(spec, hub=transfer.source), entry.folder, files, models, report)
            shutil.rmtree(partial, ignore_errors=True)
    except Timeout:
        raise ModelError(
            tr("The model {0} is being installed by another window or command: wait for it.").format(spec.id)
        ) from None
    except OSError as error:
        raise StorageError(
            tr("{0} cannot be written ({1}): make room, or check the folder.").format(
                models, error.strerror or str(error)
            )
        ) from error
    return read_model(models / spec.id)


def remove_model(store: ModelStore, identity: str) -> None:
    """Delete an installed model; ModelError for one that ships with the program or is not there, StorageError."""
    model = next((model for model in store.models() if model.spec.id == identity), None)
    if model is None:
        raise ModelError(tr("The model “{0}” is not installed, so it cannot be removed.").format(identity))
    if model.folder.parent == paths.built_in_models():
        raise ModelError(tr("The model {0} ships with the program and cannot be removed.").format(identity))
    discard(model.folder)
    forget(model.folder.parent, identity)


def _source(spec: ModelSpec) -> HubSource:
    if spec.recipe is not None:
        sentence = tr(
            "{0} is not published in a form that runs here; make it on this machine with `imsearch models export {1}` (it needs the"
            " extra [export])."
        )
        raise ModelError(sentence.format(spec.title, spec.id))
    if spec.hub is None:
        raise ModelError(tr("The description of the model {0} does not say where its files come from.").format(spec.id))
    return spec.hub


def _check_terms(spec: ModelSpec, accepted: bool) -> None:
    if spec.terms is Terms.OPEN or accepted:
        return
    licence = f"{spec.licence}, {spec.licence_url}" if spec.licence_url else spec.licence
    if spec.terms is Terms.RESEARCH:
        sentence = tr("{0} is for research only ({1}): read the licence, then install it with --accept-terms.")
    else:
        sentence = tr(
            "{0} is given out under terms that you have to accept ({1}): read the licence, then install it with --accept-terms."
        )
    raise ModelError(sentence.format(spec.title, licence))


class _Transfer:
    """All files of one model on their way."""

    def __init__(self, source: HubSource, folder: Path, report: Report) -> None:
        self.source = source
        """Pinned to the commit that the files came from, once `run` is done."""
        self._folder = folder
        self._report = report
        self._done = self._total = 0
        self._told = 0.0
        self._file = ""

    def run(self, files: tuple[ModelFile, ...]) -> list[tuple[ModelFile, Path]]:
        """Each file, with size and hash as they were seen, and where it lies; raises ModelError, StorageError."""
        self._tell(InstallStage.FETCHING)
        found = hub.look_up(self.source, files)
        self.source = replace(self.source, revision=found[0].commit)
        self._total = sum(item.size for item in found)
        self._clear_others(found)
        self._check_room()
        brought = []
        before = 0
        for item in found:
            _check_size(item)
            self._file, self._done = item.remote, before
            path = hub.fetch(self.source, item, self._folder, self._count)
            before += item.size
            self._done = before
            self._tell(InstallStage.CHECKING)
            brought.append((replace(item.file, sha256=_checked(item, path), size=item.size), path))
        return brought

    def _count(self, count: int) -> None:
        self._done += count
        if time.monotonic() - self._told >= REPORT_S:
            self._tell(InstallStage.FETCHING)

    def _tell(self, stage: InstallStage) -> None:
        self._told = time.monotonic()
        self._report(InstallProgress(stage, self._file, self._done, self._total))

    def _clear_others(self, found: list[hub.RemoteFile]) -> None:
        """What came in of another version of these files is not gone on with."""
        wanted = {path for item in found for path in hub.places_of(item, self._folder)}
        for path in self._folder.iterdir():
            if path not in wanted:
                path.unlink()

    def _check_room(self) -> None:
        here = sum(path.stat().st_size for path in self._folder.iterdir())
        needed = max(0, self._total - here) + SPARE
        if not _has_second_names(self._folder):
            # There each file is copied to its place, and is there twice until the model has been tried.
            needed += self._total
        free = shutil.disk_usage(self._folder).free
        if free < needed:
            sentence = tr(
                "The model needs {0} on the disk of {1}, where {2} are free: make room, then install it again."
            )
            raise StorageError(sentence.format(in_words(needed), self._folder.parent.parent, in_words(free)))


def _check_size(item: hub.RemoteFile) -> None:
    if item.file.size is not None and item.file.size != item.size:
        sentence = tr(
            "The hub's {0} has {1} bytes instead of {2}, so it is not the file that the catalogue describes, and was not fetched."
        )
        raise ModelError(sentence.format(item.remote, count(item.size), count(item.file.size)))


def _checked(item: hub.RemoteFile, path: Path) -> str:
    """The hash of a file that came in; one that is not what it should be is deleted, so that it is fetched anew."""
    seen = file_hash(path)
    of_the_catalogue = tr(
        "{0} came in with another content than the catalogue names (SHA-256), so it was deleted: install the model again, and do"
        " not trust that source if it happens again."
    )
    of_the_hub = tr(
        "{0} came in with another content than the hub names (SHA-256), so it was deleted: install the model again, and do not"
        " trust that source if it happens again."
    )
    for expected, sentence in ((item.file.sha256, of_the_catalogue), (item.sha256, of_the_hub)):
        if expected is not None and seen != expected.lower():
            path.unlink()
            raise ModelError(sentence.format(item.remote))
    return seen


def _put(spec: ModelSpec, described: Path, files: list[tuple[ModelFile, Path]], models: Path, report: Report) -> None:
    """Put the model together, run it once, and let it appear."""
    with staged(spec.id, target=models) as folder:
        for file, path in files:
            place = folder / file.path
            place.parent.mkdir(parents=True, exist_ok=True)
            # Not moved: a model that does not run here need not be fetched again by a version that runs it.
            try:
                os.link(path, place)
            except OSError:
                shutil.copyfile(path, place)
        licence = described / "LICENSE"
        if licence.exists():
            shutil.copyfile(licence, folder / "LICENSE")
        total = sum(file.size or 0 for file, _ in files)
        report(InstallProgress(InstallStage.TRYING, "", total, total))
        pinned = with_reference(replace(spec, files=tuple(file for file, _ in files)), folder)
        _try_words(pinned, folder)
        write_spec(pinned, folder)


def _has_second_names(folder: Path) -> bool:
    """Whether a file there can have a second name, which takes no room."""
    probe = disk.aside(folder)
    probe.touch()
    second = disk.aside(folder)
    try:
        os.link(probe, second)
    except OSError:
        return False
    else:
        second.unlink()
    finally:
        probe.unlink()
    return True


def _try_words(spec: ModelSpec, folder: Path) -> None:
    if spec.text is not None:
        from imsearch_gui.encoding.text import open_text_encoder

        open_text_encoder(InstalledModel(spec, folder)).encode(["a picture"])
