"""What is done with models in processes of their own. Qt-free: nothing of the window is loaded there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from imsearch_gui import paths
from imsearch_gui.bridge.process_job import Report

if TYPE_CHECKING:
    from imsearch_gui.domain.model_spec import ModelSpec
    from imsearch_gui.domain.proposal import Proposal
    from imsearch_gui.encoding.store import InstalledModel


def measure(_: Report, model: str) -> float:
    """Pictures a second: reading, decoding and encoding of sample pictures on one thread, times the cores that indexing uses."""
    from imsearch_gui.encoding.store import ModelStore, forms
    from imsearch_gui.library.speed import measure_indexing

    pictures = sorted(path for path in paths.samples().rglob("*") if path.is_file() and path.suffix != ".md")
    # As a new library would be indexed.
    return measure_indexing(forms(ModelStore().find(model))[-1], pictures)


def verify(_: Report, model: str) -> float:
    """Cosine between what the model gives for its reference picture and what it must give."""
    from imsearch_gui.encoding.store import ModelStore
    from imsearch_gui.encoding.verify import verify as compare

    return compare(ModelStore().find(model))


def install(report: Report, model: str, accept_terms: bool) -> str:
    """Fetch a model of the catalogue; reports InstallProgress, returns its id."""
    from imsearch_gui.encoding.install import install_model
    from imsearch_gui.encoding.store import ModelStore

    installed = install_model(ModelStore().entry(model), report=report, accept_terms=accept_terms)
    _quicken(report, installed)
    return installed.spec.id


def propose(_: Report, path: Path) -> Proposal:
    """What a file or folder seems to be."""
    from imsearch_gui.encoding.importing import propose as look

    return look(path)


def accept(report: Report, path: Path, spec: ModelSpec, replace: bool) -> str:
    """Import a file under a description, after one picture went through it; returns its id."""
    from imsearch_gui.encoding.importing import accept as take

    taken = take(path, spec, replace=replace)
    _quicken(report, taken)
    return taken.spec.id


def _quicken(report: Report, model: InstalledModel) -> None:
    """The model is there already: whoever ends this has it in its full form."""
    from imsearch_gui.domain.progress import InstallProgress, InstallStage
    from imsearch_gui.library.forms import prepare

    report(InstallProgress(InstallStage.QUICKENING))
    prepare(model)
