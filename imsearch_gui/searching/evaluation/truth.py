"""Ground truth is read, whatever form it has."""

from __future__ import annotations

from pathlib import Path

from imsearch_gui.domain.errors import EvaluationError
from imsearch_gui.domain.evaluation import GroundTruth, TruthForm
from imsearch_gui.domain.language import tr
from imsearch_gui.encoding.guard import always
from imsearch_gui.library.library import Library
from imsearch_gui.library.marks import has_labels
from imsearch_gui.searching.evaluation.forms import classes, labels, oxford, revisited, table, ukbench
from imsearch_gui.searching.evaluation.pictures import Pictures
from imsearch_gui.searching.query_vector import Wanted

TABLES = (".csv", ".tsv")
PICKLES = (".pkl", ".pickle")
_FILES = (TruthForm.TABLE, TruthForm.REVISITED)
_READERS = {
    TruthForm.CLASSES: classes.read,
    TruthForm.TABLE: table.read,
    TruthForm.OXFORD: oxford.read,
    TruthForm.REVISITED: revisited.read,
    TruthForm.UKBENCH: ukbench.read,
}


def read_truth(
    library: Library, source: Path | None, form: TruthForm | None = None, *, wanted: Wanted = always
) -> GroundTruth:
    """What `source` asks of a library, and which of its images would be right.

    Without `form` it is told by what lies at `source`: a .csv or .tsv file is a table, a .pkl file is of the revisited sets, a
    folder with files NAME_query.txt is in the form of Oxford, one with pictures that are called ukbench00000.jpg and so on is
    UKBench, and any other folder holds folders of classes. Without `source` the labels that were given in the library say what
    belongs together, and where there are none at all the folders in which its images lie. `GroundTruth.notices` says what was
    taken.

    Raises EvaluationError where it cannot be read or asks nothing of this library, FolderError for a folder that cannot be read,
    LibraryError; Superseded between two looks at the disk once `wanted` says no.
    """
    if source is None:
        return _of_library(library, form, wanted)
    source = source.absolute()
    if form is None:
        form = guessed(source)
    if form is TruthForm.LABELS:
        raise EvaluationError(tr("Labels are read from the library itself: leave out {0}.").format(source))
    _check(source, form)
    if form is TruthForm.UKBENCH:
        source = ukbench.folder_of(source)
    near = source.parent if form in _FILES else source
    return _READERS[form](Pictures.of(library, near, wanted), source)


def guessed(source: Path) -> TruthForm:
    """The form of what lies at `source`, as `read_truth` says it. Raises EvaluationError, FolderError."""
    if source.is_dir():
        if oxford.query_files(source):
            return TruthForm.OXFORD
        return TruthForm.UKBENCH if ukbench.is_there(source) else TruthForm.CLASSES
    if not source.exists():
        raise EvaluationError(tr("There is no {0}: choose a ground truth that is there.").format(source))
    suffix = source.suffix.lower()
    if suffix in TABLES:
        return TruthForm.TABLE
    if suffix in PICKLES:
        return TruthForm.REVISITED
    sentence = tr("{0} is no ground truth that is known: choose a .csv or .pkl file, or a folder.")
    raise EvaluationError(sentence.format(source))


def _check(source: Path, form: TruthForm) -> None:
    if form not in _FILES and not source.is_dir():
        raise EvaluationError(tr("{0} is no folder: choose the folder of the ground truth.").format(source))
    if form in _FILES and source.is_dir():
        raise EvaluationError(tr("{0} is a folder: choose the file of the ground truth in it.").format(source))


def _of_library(library: Library, form: TruthForm | None, wanted: Wanted) -> GroundTruth:
    if form not in (None, TruthForm.LABELS, TruthForm.CLASSES):
        sentence = tr("A ground truth of the form “{0}” has to be read from somewhere: choose its file or folder.")
        raise EvaluationError(sentence.format(tr(form.label)))
    pictures = Pictures.of(library, wanted=wanted)
    if form is TruthForm.LABELS or (form is None and has_labels(library.rows)):
        return labels.read(library, pictures)
    return classes.of_library(pictures, asked_for=form is not None)
