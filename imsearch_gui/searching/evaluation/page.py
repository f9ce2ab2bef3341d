"""A report of an evaluation as a page that is one file: it needs no network and no script, and looks the same in any browser.

Names of files, classes and models come from strangers. Whatever is put into the template is made harmless there (`autoescape`,
`_legible`), and should that ever fail, the page's own policy lets it load nothing and run nothing but its one script.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from imsearch_gui import __version__, disk, paths
from imsearch_gui.domain.errors import PictureError, StorageError
from imsearch_gui.domain.evaluation import EvaluationReport, GroundTruth
from imsearch_gui.domain.evaluation_form import best_first, notices_of
from imsearch_gui.domain.evaluation_words import distinct, share_words, way_words
from imsearch_gui.domain.language import tr, written
from imsearch_gui.domain.reasons import retold
from imsearch_gui.domain.wording import count, duration, picture_count
from imsearch_gui.imaging.decoding import Decoding
from imsearch_gui.imaging.views import SmallJpeg, small_jpeg
from imsearch_gui.searching.evaluation.charts import MOST_CLASSES, heat
from imsearch_gui.searching.evaluation.page_parts import LEVELS, part, summary
from imsearch_gui.searching.evaluation.page_questions import Pictures, asked, needed, worst
from imsearch_gui.searching.evaluation.page_words import definitions, words

SIDE = 128
"""Long side of a small picture in pixels: it is shown with 96, and sharp on most screens."""
LANES = 2
"""Pictures that are read at the same time."""
TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
"""Where the axes have numbers."""
SIGNS = {"right": "✓", "wrong": "✕", "junk": "○"}
"""Beside the colour of a border, for those who cannot tell green from red."""
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Letters that nobody sees, that turn the direction of others, or that no UTF-8 file can hold."""


@dataclass(frozen=True, slots=True)
class PageProgress:
    """How far a page has come."""

    done: int
    """Pictures read."""
    total: int


def check_place(file: Path) -> None:
    """Raises StorageError where no page could be written to `file`, before an hour is spent on what should be in it."""
    if file.is_dir():
        raise StorageError(tr("{0} is a folder: name a file in it for the page.").format(file))
    trial = disk.aside(file.parent)
    try:
        trial.touch(exist_ok=False)
        trial.unlink()
    except OSError as error:
        raise _not_written(file, error) from error


def write_page(report: EvaluationReport, file: Path, decoding: Decoding) -> None:
    """`writing`, at once."""
    with closing(writing(report, file, decoding)) as job:
        for _ in job:
            pass


def writing(report: EvaluationReport, file: Path, decoding: Decoding) -> Generator[PageProgress, None, None]:
    """Write the page. Each `yield` is a place to stop; until the end a file that is there stays as it is. Raises StorageError."""
    best = best_first(report)[0]
    places = worst(best)
    pictures = yield from _read(needed(report, best, places), decoding)
    text = render(report, places, pictures)
    try:
        disk.write(file, text.encode("utf-8"))
    except OSError as error:
        raise _not_written(file, error) from error


def render(report: EvaluationReport, places: Sequence[int], pictures: Pictures) -> str:
    """The page, with the questions at `places` of the ground truth as the best way answered them."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    folder = paths.resources() / "evaluation"
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        finalize=_legible,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    best, titles = best_first(report)[0], distinct(report.titles)
    script = (folder / "sort.js").read_text(encoding="utf-8")
    return environment.get_template("page.html").render(
        report=report,
        words=words(),
        style=Markup((folder / "style.css").read_text(encoding="utf-8")),
        script=Markup(script),
        script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode("ascii"),
        facts=_facts(report),
        summaries=[(protocol.name, summary(report, place)) for place, protocol in enumerate(report.truth.protocols)],
        notices=notices_of(report, titles),
        parts=[part(report, place) for place in range(len(report.truth.protocols))],
        levels=[written(level / 100, 1) for level in LEVELS],
        best=way_words(best.way, titles),
        refined=any(way.way.refinement.any for way in report.ways),
        ticks=[written(tick, 2) for tick in TICKS],
        signs=SIGNS,
        share=share_words,
        heat_more=_classes_left_out(report),
        heat=None if best.confusion is None else heat(report.groups, best.confusion),
        asked=asked(report, best, places, pictures),
        definitions=definitions(report),
    )


def _read(files: Sequence[Path], decoding: Decoding) -> Generator[PageProgress, None, dict[Path, SmallJpeg | str]]:
    yield PageProgress(0, len(files))
    read: dict[Path, SmallJpeg | str] = {}
    pool = ThreadPoolExecutor(LANES, thread_name_prefix="page")
    try:
        for file, made in zip(files, pool.map(partial(_small, decoding), files), strict=True):
            read[file] = made
            yield PageProgress(len(read), len(files))
    finally:
        pool.shutdown(cancel_futures=True)
    return read


def _small(decoding: Decoding, file: Path) -> SmallJpeg | str:
    try:
        return decoding.run(small_jpeg, file, SIDE)
    except PictureError as error:
        return retold(error.reason)


def _facts(report: EvaluationReport) -> list[tuple[str, str]]:
    truth = report.truth
    source = tr(truth.form.label) if truth.source is None else f"{tr(truth.form.label)}: {truth.source}"
    facts = [
        (tr("Library"), f"{report.library_name} ({report.library})"),
        (tr("Ground truth"), source),
        (tr("Questions"), _questions(truth)),
        (tr("Pictures in the library"), picture_count(report.images)),
    ]
    if report.groups:
        facts.append((tr("Classes"), count(len(report.groups))))
    return [
        *facts,
        (tr("When"), f"{report.when:%Y-%m-%d %H:%M}"),
        (tr("Machine"), report.machine),
        (tr("Took"), duration(report.seconds)),
        (tr("Program"), f"imsearch {__version__}"),
    ]


def _questions(truth: GroundTruth) -> str:
    asked = count(len(truth.questions))
    return tr("{0} of {1}").format(asked, count(truth.taken_from)) if truth.taken_from else asked


def _classes_left_out(report: EvaluationReport) -> str:
    more = len(report.groups) - MOST_CLASSES
    return tr("%Ln class(es) that were confused less often are not shown.", "", more) if more > 0 else ""


def _legible(value: Any) -> Any:
    """Text as it is put into the page; what the template itself has made of text stays."""
    from markupsafe import Markup

    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return _UNSEEN.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), value)


def _not_written(file: Path, error: OSError) -> StorageError:
    sentence = tr("{0} cannot be written ({1}): choose another place.")
    return StorageError(sentence.format(file, error.strerror or error))
