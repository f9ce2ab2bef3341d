"""What is done with models in processes of their own. Qt-free: nothing of the window is loaded there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from imsearch_gui import paths
from imsearch_gui.bridge.process_job import Report

if TYPE_CHECKING:
    from imsearch_gui.domain.model_spec import ModelSpec
    from imsearch_gui.domain.proposal import Proposal


def measure(_: Report, model: str) -> float:
    """Pictures a second: reading, decoding and encoding of sample pictures on one thread, times the cores that indexing uses."""
    from imsearch_gui.encoding.store import ModelStore
    from imsearch_gui.library.speed import measure_indexing

    pictures = sorted(path for path in paths.samples().rglob("*") if path.is_file() and path.suffix != ".md")
    return measure_indexing(ModelStore().find(model), pictures)


def verify(_: Report, model: str) -> float:
    """Cosine between what the model gives for its reference picture and what it must give."""
    from imsearch_gui.encoding.store import ModelStore
    from imsearch_gui.encoding.verify import verify as compare

    return compare(ModelStore().find(model))


def install(report: Report, model: str, accept_terms: bool) -> str:
    """Fetch a model of the catalogue; reports InstallProgress, returns its id."""
    from imsearch_gui.encoding.install import install_model
    from imsearch_gui.encoding.store import ModelStore

    return install_model(ModelStore().entry(model), report=report, accept_terms=accept_terms).spec.id


def propose(_: Report, path: Path) -> Proposal:
    """What a file or folder seems to be."""
    from imsearch_gui.encoding.importing import propose as look

    return look(path)


def accept(_: Report, path: Path, spec: ModelSpec, replace: bool) -> str:
    """Import a file under a description, after one picture went through it; returns its id."""
    from imsearch_gui.encoding.importing import accept as take

    return take(path, spec, replace=replace).spec.id
