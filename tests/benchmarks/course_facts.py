"""What else the course says, measured: `python tests/benchmarks/course_facts.py [--write]`.

Cleaning rules on broken and odd files, brightness, how long a query takes for how many matches, and the vectors of CLIP that the
course keeps in a vector database. Needs ../shared/data; writes its sections of docs/course.md.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt
from course.course_models import HERE
from evaluations import ABSENT, COURSE_PAGE, MODELS, command, indexed
from page import DATA, in_turn, measured, median, publish
from PIL import Image
from vector_sets import MODEL, REAL, fill

from imsearch_gui.domain.metrics import Matrix, Metric, scores
from imsearch_gui.domain.records import FileExample, Query, Strategy
from imsearch_gui.encoding.store import ModelStore
from imsearch_gui.library.library import Library
from imsearch_gui.library.writer import LibraryWriter
from imsearch_gui.searching.candidates import top_by_graph
from imsearch_gui.searching.graph_job import build_graph
from imsearch_gui.searching.planner import GraphFacts, route
from imsearch_gui.searching.scoring import Ranking, top
from imsearch_gui.searching.search import Searcher

COMMAND = "python tests/benchmarks/course_facts.py"
RULES: dict[str, tuple[object, ...]] = {
    "none": (),
    "`--min-side 64`": ("--min-side", 64),
    "`--rgb-only`": ("--rgb-only",),
    "both": ("--min-side", 64, "--rgb-only"),
}
CHANGES = ((0.5, 0), (1.5, 0), (1.0, 40), (1.0, -40), (0.6, 40), (1.4, -30))
"""(factor, offset) of 8-bit numbers."""
MATCHES = (1, 5, 10, 50, 100, 600)
HELD_OUT = 100
TOP = 10

Picture = npt.NDArray[np.uint8]


# -- cleaning -----------------------------------------------------------------------------------------------------------


def cleaning(folder: Path) -> list[str]:
    reports = {
        title: command(
            "index", DATA / "torture", "--library", folder / f"cleaned {number}", "--model", "pixels", *rules
        )
        for number, (title, rules) in enumerate(RULES.items())
    }
    whys = {title: Counter(_kind(item["reason"]) for item in report["skipped"]) for title, report in reports.items()}
    lines = [
        measured(COMMAND, "pillow") + " `imsearch index ../shared/data/torture`, with these rules:",
        "",
        f"| | {' | '.join(reports)} |",
        "|---" * (len(reports) + 1) + "|",
        f"| files found | {' | '.join(str(report['found']) for report in reports.values())} |",
        f"| taken in | {' | '.join(str(report['added']) for report in reports.values())} |",
    ]
    for why in sorted({why for of in whys.values() for why in of}, key=lambda why: (-whys["both"][why], why)):
        lines.append(f"| left out: {why} | {' | '.join(str(of[why]) for of in whys.values())} |")
    return lines


def _kind(reason: str) -> str:
    """A reason without what is this file's own."""
    if "too small" in reason:
        return "too small"
    if "too large" in reason:
        return "too large"
    reason = re.sub(r"[(:;].*", "", reason).strip()
    reason = re.sub(r"^(truncated|damaged) .*", r"\1", reason)
    reason = re.sub(r"^.* file of an unknown variant", "of an unknown variant", reason)
    return re.sub(r"^\S+ pictures cannot", "of a kind that cannot", reason)


# -- brightness ---------------------------------------------------------------------------------------------------------


def brightness(folder: Path) -> list[str]:
    originals = folder / "originals"
    originals.mkdir()
    sources = sorted((DATA / "imagenet_sample").iterdir())
    pictures = {}
    for number, source in enumerate(sources):
        with Image.open(source) as image:
            pictures[f"{number:03}.png"] = np.asarray(image.convert("RGB"))
    clipped = {}
    for name, picture in pictures.items():
        Image.fromarray(picture).save(originals / name)
    for change in CHANGES:
        (folder / _name(change)).mkdir()
        shares = []
        for name, picture in pictures.items():
            changed, share = _changed(picture, *change)
            Image.fromarray(changed).save(folder / _name(change) / name)
            shares.append(share)
        clipped[change] = float(np.mean(shares))
    folders = [originals, *(folder / _name(change) for change in CHANGES)]
    # What the z-scores learn comes from the first indexing: the unchanged pictures.
    raw, *_ = indexed(folder / "library", folders[:1], [HERE / "pixels-80", "pixels"])
    models = (HERE / "pixels-80", "pixels", "classic", MODELS / "mobilenetv2-int8")
    names = indexed(folder / "library", folders, models)
    columns = [(raw, metric) for metric in (Metric.COSINE, Metric.CORRELATION)]
    columns += [(name, Metric.COSINE) for name in names[1:]]
    lines = [
        measured(COMMAND, "pillow")
        + f" {len(pictures)} photographs and what became of them, saved as PNG. Each cell: median score of a picture with itself"
        " unchanged, the lowest, and the share that finds itself first among all unchanged ones.",
        "",
        f"| pixel becomes | clipped | {' | '.join(f'{name}, {metric}' for name, metric in columns)} |",
        "|---" * (len(columns) + 2) + "|",
    ]
    tables = {name: _by_folder(folder / "library", name) for name in names}
    for change in CHANGES:
        cells = [_cell(tables[name], originals, folder / _name(change), metric) for name, metric in columns]
        lines.append(f"| {_words(*change)} | {clipped[change]:.0%} | {' | '.join(cells)} |")
    return lines


def _name(change: tuple[float, int]) -> str:
    return f"{change[0]} and {change[1]}"


def _words(factor: float, offset: int) -> str:
    return f"{factor:g} x {f'{offset:+d}'.replace('-', '− ').replace('+', '+ ')}" if offset else f"{factor:g} x"


def _changed(picture: Picture, factor: float, offset: int) -> tuple[Picture, float]:
    """The picture in 8 bits, and the share of its numbers that were cut off."""
    wanted = np.rint(picture * factor + offset)
    return np.clip(wanted, 0, 255).astype(np.uint8), float(np.mean((wanted < 0) | (wanted > 255)))


def _by_folder(library: Path, model: str) -> dict[Path, Matrix]:
    """Folder -> vectors of its pictures, in the order of their names."""
    with Library.open(library) as opened:
        matrix, paths = opened.export(model)
    order = sorted(range(len(paths)), key=lambda row: paths[row])
    return {
        folder: matrix[[row for row in order if paths[row].parent == folder]]
        for folder in {path.parent for path in paths}
    }


def _cell(table: dict[Path, Matrix], originals: Path, changed: Path, metric: Metric) -> str:
    every = np.stack([scores(query, table[originals], metric) for query in table[changed]])
    own = np.diagonal(every)
    first = float(np.mean(every.argmax(axis=1) == np.arange(len(every))))
    return f"{np.median(own):.4f} · {own.min():.4f} · {first:.0%}"


# -- how many matches, how long -------------------------------------------------------------------------------------------


def choice_of_k(folder: Path) -> list[str]:
    model = indexed(folder / "grocery60", [DATA / "grocery60" / "train"], [MODELS / "mobilenetv2-int8"])[0]
    pictures = sorted(path for path in (DATA / "grocery60" / "test").rglob("*") if path.is_file())
    lines = [
        measured(COMMAND, "onnxruntime-gpu")
        + f" Medians of {len(pictures)} pictures that are not in the library of 600, MobileNetV2, cosine; ms.",
        "",
        "| K | decode | encode | search | in all |",
        "|---|---|---|---|---|",
    ]
    with Library.open(folder / "grocery60") as library, closing(Searcher(library, ModelStore())) as searcher:
        searcher.warm(model)
        for top_k in MATCHES:
            spent = [
                searcher.search(Query((FileExample(picture),), model_id=model, top=top_k)).timings
                for picture in pictures
            ]
            cells = [
                f"{np.median([getattr(one, name) for one in spent]):.1f}"
                for name in ("decode", "encode", "search", "total")
            ]
            lines.append(f"| {top_k} | {' | '.join(cells)} |")
    return lines


# -- the vectors of CLIP --------------------------------------------------------------------------------------------------


def clip_vectors(folder: Path) -> list[str]:
    real = np.fromfile(REAL, np.float32).reshape(-1, 512)
    order = np.random.default_rng(0).permutation(len(real))
    queries, rest = real[order[:HELD_OUT]], real[order[HELD_OUT:]]
    (folder / "no pictures").mkdir()
    with LibraryWriter.open(folder / "clip") as writer:
        fill(writer, folder / "no pictures", iter([rest]))
        for _ in build_graph(writer, MODEL, wanted=True):
            pass
    lines = [
        measured(COMMAND, "hnswlib", "numpy")
        + f" {len(rest):,} real vectors of CLIP ViT-B/16, {HELD_OUT} others ask; recall of the {TOP} best against every distance in"
        " double precision from the vectors as CLIP gave them.",
        "",
        "| metric | scan: recall | ms | graph: recall | ms |",
        "|---|---|---|---|---|",
    ]
    with Library.open(folder / "clip") as library:
        view, graph, record = library.vectors(MODEL), library.open_graph(MODEL), library.graph_record(MODEL)
        assert graph is not None
        assert record is not None
        for metric in Metric:
            facts = GraphFacts(record.rows, record.candidates)
            way = route(Strategy.GRAPH, metric, TOP, rows=view.rows, dimension=view.dimension, graph=facts)

            def by_graph(query: Matrix, metric: Metric = metric, candidates: int = way.candidates) -> Ranking | None:
                return top_by_graph(graph, view, query, metric, TOP, candidates=candidates)

            ways: dict[str, Callable[[Matrix], Ranking | None]] = {
                "scan": partial(_scan, view, metric),
                "graph": by_graph,
            }
            times = {name: median(spent) for name, spent in in_turn(ways, queries).items()}
            truths = [_best(rest, query, metric) for query in queries]
            cells = [f"{_recall(ask, queries, truths):.4f} | {times[name]:.2f}" for name, ask in ways.items()]
            lines.append(f"| {metric} | {' | '.join(cells)} |")
    return lines


def _scan(view: object, metric: Metric, query: Matrix) -> Ranking:
    return top(query, view, metric, TOP)  # type: ignore[arg-type]


def _best(rest: Matrix, query: Matrix, metric: Metric) -> set[int]:
    of = scores(query, rest, metric)
    return set(np.argsort(of if metric.is_distance else -of, kind="stable")[:TOP].tolist())


def _recall(ask: Callable[[Matrix], Ranking | None], queries: Matrix, truths: Sequence[set[int]]) -> float:
    shares = []
    for query, truth in zip(queries, truths, strict=True):
        found = ask(query)
        shares.append(0.0 if found is None else len(truth & set(found.slots.tolist())) / TOP)
    return float(np.mean(shares))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the sections into docs/course.md")
    options = parser.parse_args()
    if not DATA.is_dir():
        print(ABSENT)
        return
    works = {"cleaning": cleaning, "brightness": brightness, "K and time": choice_of_k, "CLIP vectors": clip_vectors}
    for name, work in works.items():
        with tempfile.TemporaryDirectory() as folder:
            lines = work(Path(folder))
        publish(name, "\n".join(lines), write=options.write, on=COURSE_PAGE)


if __name__ == "__main__":
    main()
