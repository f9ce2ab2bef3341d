"""What each command does. Imports the engine, so it is itself imported when a command runs."""

from __future__ import annotations

from argparse import Namespace
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np

from imsearch_gui import disk
from imsearch_gui.cli import evaluating, models, roots
from imsearch_gui.cli.filter_options import filters_of
from imsearch_gui.cli.output import Output, aligned, columns, shown
from imsearch_gui.cli.progress_bar import follow
from imsearch_gui.domain.choices import DEFAULT_MODEL, Precision
from imsearch_gui.domain.cleaning import CleaningRules
from imsearch_gui.domain.errors import FolderError, LibraryError, QueryError, StorageError
from imsearch_gui.domain.matches import without
from imsearch_gui.domain.metrics import Matrix, Metric
from imsearch_gui.domain.progress import IndexReport
from imsearch_gui.domain.records import (
    Example,
    FileExample,
    IndexRequest,
    Match,
    Query,
    SearchResult,
    Strategy,
    TextExample,
)
from imsearch_gui.domain.refinement import Expansion, Refinement
from imsearch_gui.domain.result_form import match_object, result_object, strength_of
from imsearch_gui.encoding.store import InstalledModel, ModelStore
from imsearch_gui.encoding.strange import model_named, model_of_library
from imsearch_gui.imaging.apart import Apart
from imsearch_gui.library import care
from imsearch_gui.library.care import name_of
from imsearch_gui.library.compaction import compact as compact_library
from imsearch_gui.library.connection import CATALOG
from imsearch_gui.library.indexing import check_folder
from imsearch_gui.library.indexing import index as index_folders
from imsearch_gui.library.library import Library
from imsearch_gui.library.writer import LibraryWriter
from imsearch_gui.searching.finishing import finish, graphs_of
from imsearch_gui.searching.search import Searcher
from imsearch_gui.searching.tools import abilities

SKIPPED_SHOWN = 20
"""Lines of skipped files in text; `--json` lists them all."""

Command = Callable[[Namespace, Output], int]


def index(args: Namespace, output: Output) -> int:
    # First the model: a name mistyped must not leave an empty library behind.
    model = _model_to_index_with(args)
    rules = CleaningRules(rgb_only=args.rgb_only)
    if args.min_side is not None:
        rules = CleaningRules(min_side=args.min_side, rgb_only=args.rgb_only)
    request = IndexRequest(
        folders=tuple(args.folders),
        model=args.model or model.spec.id,
        recursive=not args.no_subfolders,
        exclude=tuple(args.exclude),
        rules=rules,
        workers=args.workers,
        provider=args.provider,
        precision=Precision(args.precision),
        # What `roots set` or an earlier run has left out must not come in because nobody repeats it.
        as_before=not (args.no_subfolders or args.exclude or args.rgb_only or args.min_side is not None),
    )
    if not (args.library / CATALOG).exists():
        for folder in args.folders:
            check_folder(folder)  # nor may that of a folder
    with LibraryWriter.open(args.library) as library:
        report = _indexed(library, request, model)
    _tell(report, output)
    return 0


def _model_to_index_with(args: Namespace) -> InstalledModel:
    """That which is named, else the one that the library is searched with, else the usual one."""
    if args.model is None and (args.library / CATALOG).exists():
        with Library.open(args.library) as library:
            if library.models():
                return _installed(library, _default_model(library))
    return model_named(ModelStore(), args.model or DEFAULT_MODEL)


def _installed(library: Library, model_id: str) -> InstalledModel:
    """A model by its name, from where the library knows it."""
    folders = {model.id: model.folder for model in library.models()}
    if model_id in folders:
        return model_of_library(ModelStore(), model_id, folders[model_id])
    return model_named(ModelStore(), model_id)


def _indexed(library: LibraryWriter, request: IndexRequest, model: InstalledModel) -> IndexReport:
    with closing(index_folders(library, request, model)) as job:
        report = follow(job)
    with closing(finish(library, report.model_id)) as finishing:
        follow(finishing)
    return report


def _tell(report: IndexReport, output: Output) -> None:
    for folder in report.offline:
        output.complain(f"{folder} is not there just now; what was indexed from it is kept.")
    for notice in (*map(str, report.emptied), *report.notices):
        output.complain(notice)
    output.result(_report_json(report), _report_text(report))


def retry(args: Namespace, output: Output) -> int:
    with Library.open(args.library) as library:
        skipped = [item.path for item in library.skipped()]
        model_id = args.model or _default_model(library)
        model = _installed(library, model_id)
        paths = library.root_paths()
    if unknown := [file for file in args.files if file not in skipped]:
        raise FolderError(f"{unknown[0]} was not skipped in this library: `imsearch roots` and `index` list what was.")
    files = args.files or skipped
    if not files:
        raise FolderError("No file of this library was skipped, so there is nothing to try again.")
    roots_of = tuple(root for _, root in paths if any(file.is_relative_to(root) for file in files))
    request = IndexRequest(folders=roots_of, model=model_id, as_before=True, provider=args.provider, retry=tuple(files))
    with LibraryWriter.open(args.library) as writer:
        report = _indexed(writer, request, model)
    _tell(report, output)
    return 0


def rename(args: Namespace, output: Output) -> int:
    with Library.open(args.library):
        pass  # to write would make one where there is none
    with LibraryWriter.open(args.library) as library:
        name = care.rename(library, args.name)
    output.result({"library": str(args.library), "name": name}, [f"The library is called {shown(name)} now."])
    return 0


def compact(args: Namespace, output: Output) -> int:
    with Library.open(args.library):
        pass  # to write would make one where there is none
    with LibraryWriter.open(args.library) as library:
        with closing(compact_library(library, share=0.0, least=1)) as job:
            done = follow(job)
        with closing(graphs_of(library, done.models)) as graphs:
            follow(graphs)
    output.result(
        {
            "library": str(args.library),
            "models": list(done.models),
            "vectors": done.vectors,
            "contents": done.contents,
            "bytes": done.bytes,
        },
        [
            f"{done.vectors} vectors of pictures that are gone were dropped; the library takes {done.bytes / 1e6:.1f} MB less."
            if done.vectors
            else "Nothing to drop: every vector of this library belongs to a picture."
        ],
    )
    return 0


def _report_json(report: IndexReport) -> dict[str, Any]:
    return {
        "library": str(report.library.absolute()),
        "model": report.model_id,
        "found": report.found,
        "added": report.added,
        "changed": report.changed,
        "moved": report.moved,
        "gone": report.gone,
        "skipped": [{"path": str(item.path), "reason": item.reason} for item in report.skipped],
        "seconds": round(report.seconds, 3),
        "images_per_second": round(report.images_per_second, 2),
    }


def _report_text(report: IndexReport) -> list[str]:
    lines = [
        f"{report.found} files looked at: {report.added} added, {report.changed} changed, {report.moved} moved,"
        f" {report.unchanged} unchanged, {len(report.skipped)} skipped; {report.gone} gone.",
        f"{report.seconds:.1f} s, {report.images_per_second:.1f} images/s, model {report.model_id}.",
    ]
    if report.skipped:
        lines += ["", "Skipped:"]
        lines += aligned([(item.path, item.reason) for item in report.skipped[:SKIPPED_SHOWN]])
    if len(report.skipped) > SKIPPED_SHOWN:
        lines.append(f"... and {len(report.skipped) - SKIPPED_SHOWN} more; --json lists them all.")
    return lines


def search(args: Namespace, output: Output) -> int:
    strategy = Strategy.EXACT if args.exact else Strategy.GRAPH if args.graph else Strategy.AUTOMATIC
    like, unlike = _examples(args)
    with (
        closing(Apart(kept=1)) as apart,
        Library.open(args.library) as library,
        closing(Searcher(library, ModelStore(), args.provider, decoding=apart)) as searcher,
    ):
        if not all(isinstance(example, TextExample) for example in (*like, *unlike)):
            apart.warm()  # while the model is opened
        result = searcher.search(
            Query(
                like=like,
                unlike=unlike,
                model_id=args.model or _default_model(library, words=bool(args.text or args.unlike_text)),
                metric=Metric(args.metric),
                top=args.top,
                strategy=strategy,
                filters=filters_of(args),
                refinement=Refinement(Expansion(args.expand or Expansion.NONE), args.reciprocal, args.verify),
            )
        )
        roots = [path for _, path in library.root_paths()] if args.folder else []
    for folder in result.query.filters.folders:
        if not any(folder.is_relative_to(root) or root.is_relative_to(folder) for root in roots):
            output.complain(
                f"{folder} lies in no folder of this library, so nothing in it can be found: see `imsearch roots`."
            )
    if args.strength is not None:
        result = _strong_enough(result, args.strength)
    for notice in result.notices:
        output.complain(notice)
    rows = [(match.rank, str(match.image.path), match.score, strength_of(result, match)) for match in result.matches]
    output.result(_result_json(result), _result_text(result), [("rank", "path", "score", "strength"), *rows])
    return 0


def _strong_enough(result: SearchResult, strength: float) -> SearchResult:
    """The same without its weaker matches."""
    scale = result.scale
    if scale is None:
        raise QueryError(
            "This library has too few images to tell how rare a score is: leave --strength out, or index more folders."
        )

    def too_weak(match: Match) -> bool:
        return scale.strength(match.score) < strength

    # Best first, so the first that is too weak ends it; but for those that stand in an order of their own.
    first, rest = result.matches[: result.reordered], result.matches[result.reordered :]
    enough = result.reordered + bisect_left(rest, True, key=too_weak)
    weak = {match.image.id for match in first if too_weak(match)}
    return replace(result, matches=without(result.matches[:enough], weak), reordered=result.reordered - len(weak))


def _examples(args: Namespace) -> tuple[tuple[Example, ...], tuple[Example, ...]]:
    """(what matches should be like, what they should not be like)"""
    like: list[Example] = [] if args.image is None else [FileExample(args.image, args.region)]
    like += [FileExample(path) for path in args.like]
    like += [TextExample(text) for text in args.text]
    unlike: list[Example] = [FileExample(path) for path in args.unlike]
    unlike += [TextExample(text) for text in args.unlike_text]
    return tuple(like), tuple(unlike)


def _result_json(result: SearchResult) -> dict[str, Any]:
    return {**result_object(result), "matches": [match_object(result, match) for match in result.matches]}


def _result_text(result: SearchResult) -> list[str]:
    timings = result.timings
    scale, checked = result.scale, bool(result.verified)
    head = ("rank", "score", *(() if scale is None else ("strength",)), *(("points",) if checked else ()), "path")
    rows: list[tuple[object, ...]] = []
    for match in result.matches:
        strength = () if scale is None else (f"{scale.strength(match.score):.1f}",)
        verdict = result.verified.get(match.image.id)
        points = () if not checked else ("" if verdict is None else verdict.inliers,)
        rows.append((match.rank, f"{match.score:.6g}", *strength, *points, match.image.path))
    refine = f" refine {timings.refine:.1f} ms," if result.query.refinement.any else ""
    among = f"{result.library_size} images{' that pass' if result.query.filters.active else ''}"
    return [
        *aligned([head, *rows], right=range(len(head) - 1)),
        "",
        f"{len(rows)} of {among}, {result.query.metric.label}, model {result.query.model_id},"
        f" {result.how}; decode {timings.decode:.1f} ms, encode {timings.encode:.1f} ms, search {timings.search:.1f} ms,{refine}"
        f" total {timings.total:.1f} ms",
    ]


def export(args: Namespace, output: Output) -> int:
    with Library.open(args.library) as library:
        model = args.model or _default_model(library)
        vectors, paths = library.export(model)
    _save(args.vectors, vectors, paths)
    output.result(
        {"file": str(args.vectors), "model": model, "images": vectors.shape[0], "dimension": vectors.shape[1]},
        [f"{vectors.shape[0]} vectors of {vectors.shape[1]} numbers written to {shown(args.vectors)}."],
    )
    return 0


def _save(file: Path, vectors: Matrix, paths: Sequence[Path]) -> None:
    """Write aside, then rename: a file of that name is replaced by a whole one or stays."""
    names = np.array([str(path) for path in paths], dtype=np.str_)
    try:
        with disk.beside(file) as aside, aside.open("wb") as stream:
            np.savez(stream, vectors=vectors, paths=names)
    except OSError as error:
        raise StorageError(f"{file} cannot be written ({error.strerror}): choose another place.") from error


def info(args: Namespace, output: Output) -> int:
    with Library.open(args.library) as library:
        models = library.models()
        graphs = [record for model in models if (record := library.graph_record(model.id)) is not None]
        folders = library.roots()
        content: dict[str, Any] = {
            "images": library.image_count(),
            "skipped": library.skipped_count(),
            "name": name_of(library),
            "roots": [str(root.path) for root in folders],
            "offline": [str(root.path) for root in folders if not root.online],
            "watched": [str(root.path) for root in folders if root.watch],
            "models": [
                {
                    "id": model.id,
                    "dimension": model.dimension,
                    "vectors": model.vectors,
                    "unused": model.unused,
                    "bytes": model.bytes,
                }
                for model in models
            ],
            "graph": [
                {
                    "model": graph.model_id,
                    "rows": graph.rows,
                    "bytes": graph.bytes,
                    "candidates": {metric.value: count for metric, count in graph.candidates.items()},
                    "recall": {metric.value: round(share, 4) for metric, share in graph.recall.items()},
                }
                for graph in graphs
            ],
        }
    text = [f"{content['images']} images, {content['skipped']} skipped", ""]
    text += aligned([("folder", ""), *((root.path, roots.state_words(root)) for root in folders)])
    text += ["", *columns(content["models"], right=(1, 2, 3, 4))]
    if graphs:
        text += ["", *columns(content["graph"], right=(1, 2))]
    output.result(content, text)
    return 0


def _default_model(library: Library, *, words: bool = False) -> str:
    """The model that a library is searched with unless one is named: DEFAULT_MODEL where it has that, else its first.

    For words it is the first that takes them, where there is one.
    """
    known = [model.id for model in library.models()]
    if not known:
        raise LibraryError(f"The library {library.folder} has no images yet: index a folder first.")
    if words:
        able = abilities(library.models(), ModelStore()).words
        if able:
            return able[0]
    return DEFAULT_MODEL if DEFAULT_MODEL in known else known[0]


COMMANDS: Mapping[str, Command] = MappingProxyType(
    {
        "index": index,
        "search": search,
        "evaluate": evaluating.run,
        "export": export,
        "info": info,
        "compact": compact,
        "retry": retry,
        "rename": rename,
        "roots": roots.run,
        "models": models.run,
    }
)
