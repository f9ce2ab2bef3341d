"""Indexing against its limit and against the straightforward way. Writes its section of docs/performance.md.

    .venv/bin/python tests/benchmarks/index_bench.py [--full] [--write]

The limit: one process for each core, both at once, that does nothing but decode, resize and infer, one picture after the other,
from bytes that lie in memory. Ours: a folder on disk to a committed library, thumbnails included, by the job that the window
runs; its rate is that of the pictures behind the first ones, as a worker needs a second to load its model. The straightforward
way: Pillow decodes in full, float32, onnxruntime as it comes, one step after the other.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from page import DATA, measured, publish
from PIL import Image, ImageFilter
from random_vit import make_vit

from imsearch_gui.domain.choices import Precision
from imsearch_gui.domain.progress import Progress, Stage
from imsearch_gui.domain.records import IndexRequest
from imsearch_gui.encoding.encoder import open_encoder
from imsearch_gui.encoding.preprocess import tensor
from imsearch_gui.encoding.store import InstalledModel, forms, read_model
from imsearch_gui.imaging import decoder, resize
from imsearch_gui.library.forms import prepare
from imsearch_gui.library.indexing import index
from imsearch_gui.library.writer import LibraryWriter

CORES = os.cpu_count() or 1
SMALL, LARGE = (500, 375), (4000, 3000)
WARM_UP = 0.25
"""Share of the pictures that is not counted in our rate."""


@dataclass(frozen=True)
class Case:
    """One model and one kind of picture."""

    model: InstalledModel
    what: str
    size: tuple[int, int]
    count: int
    rival: InstalledModel | None = None
    """The float32 form, where `model` is another: what the straightforward way runs."""


def photographs(folder: Path, size: tuple[int, int], count: int) -> list[Path]:
    """JPEG files of one size; their content comes from real photographs where those are there, else from a generator."""
    folder.mkdir(parents=True)
    sources = sorted(path for path in DATA.glob("holidays/*.jpg")) + sorted(DATA.glob("sceaux/*.jpg"))
    random = np.random.default_rng(0)
    originals = [_drawn(random) for _ in range(6)]
    if sources:
        with_data = [Image.open(path) for path in sources[:6]]
        for image in with_data:
            image.draft("RGB", (1600, 1200))
        originals = [image.convert("RGB") for image in with_data]
    files = []
    for number in range(count):
        source = originals[number % len(originals)]
        # Another cut each time: no two files are alike.
        left, top = int(random.integers(0, source.width // 4)), int(random.integers(0, source.height // 4))
        box = (left, top, left + source.width * 3 // 4, top + source.height * 3 // 4)
        path = folder / f"IMG_{number:05}.jpg"
        source.resize(size, Image.Resampling.BICUBIC, box=box).save(path, quality=88)
        files.append(path)
    return files


def _drawn(random: np.random.Generator) -> Image.Image:
    noise = Image.fromarray(random.integers(0, 256, (75, 100, 3), np.uint8)).resize(
        (1600, 1200), Image.Resampling.BICUBIC
    )
    return noise.filter(ImageFilter.GaussianBlur(2))


# -- the limit -----------------------------------------------------------------------------------------------------------


def _bare(folder: str, eight_bits: bool, files: Sequence[Path], gate: Any, answers: Any) -> None:
    """Decode, resize, infer, on one thread, and nothing else."""
    model = replace(read_model(Path(folder)), eight_bits=eight_bits)
    spec = model.spec.input
    session = open_encoder(model, threads=1)._session  # type: ignore[attr-defined]
    name, output = session.inputs[0].name, session.outputs[0].name
    need = resize.need_of(spec)
    data = [path.read_bytes() for path in files]

    def one(item: bytes) -> None:
        pixels = resize.fit(decoder.decode(item, need=need).image, spec)
        session.run(name, tensor(pixels[np.newaxis], spec), output)

    one(data[0])
    gate.wait()
    began = time.perf_counter()
    for item in data:
        one(item)
    answers.put((began, time.perf_counter(), len(data)))


def limit(case: Case, files: list[Path]) -> float:
    """Pictures a second of all cores together."""
    context = multiprocessing.get_context("spawn")
    gate, answers = context.Barrier(CORES), context.Queue()
    processes = [
        context.Process(
            target=_bare, args=(str(case.model.folder), case.model.eight_bits, files[part::CORES], gate, answers)
        )
        for part in range(CORES)
    ]
    for process in processes:
        process.start()
    spans = [answers.get(timeout=300) for _ in processes]
    for process in processes:
        process.join()
    return sum(count for _, _, count in spans) / (max(end for _, end, _ in spans) - min(began for began, _, _ in spans))


# -- ours ----------------------------------------------------------------------------------------------------------------


def ours(case: Case, pictures: Path, *, thumbnails: bool = True) -> tuple[float, float]:
    """(pictures a second once the workers run, and of the whole job) of a folder that becomes a library."""
    with tempfile.TemporaryDirectory() as folder, LibraryWriter.open(Path(folder) / "library") as writer:
        # The thumbnails of a benchmark are of no use to the desktop.
        os.environ["XDG_CACHE_HOME"] = str(Path(folder) / "cache")
        request = IndexRequest(
            folders=(pictures,),
            model=str(case.model.folder),
            precision=Precision.AUTOMATIC if case.model.eight_bits else Precision.FULL,
            thumbnails=2 * case.count * thumbnails,  # enough for workers that share unevenly
        )
        began = time.perf_counter()
        marks: list[tuple[float, int]] = []

        def note(progress: Progress) -> None:
            if progress.stage is Stage.ENCODING:
                marks.append((time.perf_counter(), progress.done))

        job = index(writer, request, case.model)
        try:
            while True:
                note(next(job))
        except StopIteration as stop:
            assert stop.value.added == case.count
        ended = time.perf_counter()
        kept = sum(1 for _ in (Path(folder) / "cache").rglob("large/*.png"))
        assert kept == case.count * thumbnails
    then, before = next(mark for mark in marks if mark[1] >= case.count * WARM_UP)
    last, done = next(mark for mark in marks if mark[1] >= case.count)
    return (done - before) / (last - then), case.count / (ended - began)


# -- the straightforward way -----------------------------------------------------------------------------------------------


def straightforward(case: Case, files: list[Path]) -> float:
    """Pictures a second."""
    import onnxruntime

    model = case.rival or case.model
    assert model.graph_path is not None
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    session = onnxruntime.InferenceSession(str(model.graph_path), options, providers=["CPUExecutionProvider"])
    name, spec = session.get_inputs()[0].name, model.spec.input

    def one(path: Path) -> None:
        pixels = resize.fit(np.asarray(Image.open(path).convert("RGB")), spec)
        session.run(None, {name: tensor(pixels[np.newaxis], spec)})

    one(files[0])
    some = files[: max(8, len(files) // 8)]
    began = time.perf_counter()
    for path in some:
        one(path)
    return len(some) / (time.perf_counter() - began)


def agreement(case: Case, files: list[Path]) -> str:
    """Of the quantised form with float32, on these pictures."""
    if case.rival is None:
        return ""
    rows = []
    for model in (case.model, case.rival):
        encoder = open_encoder(model, threads=CORES)
        need = resize.need_of(model.spec.input)
        pixels = [
            resize.fit(decoder.decode(path.read_bytes(), need=need).pixels, model.spec.input) for path in files[:200]
        ]
        vectors = np.concatenate([encoder.encode(one[np.newaxis]) for one in pixels])
        rows.append(vectors / np.linalg.norm(vectors, axis=1, keepdims=True))
    cosines = (rows[0] * rows[1]).sum(axis=1)
    best = [np.argsort(-(vectors @ vectors.T), axis=1)[:, 1:11] for vectors in rows]
    shared = np.mean([len(set(a) & set(b)) / 10 for a, b in zip(*best, strict=True)])
    return f"lowest {cosines.min():.4f}, median {np.median(cosines):.4f}, top 10 shared {shared:.3f}"


def cases(folder: Path, *, full: bool) -> list[Case]:
    clip = read_model(make_vit(folder / "clip-b32"))
    prepare(clip)
    eight = forms(clip)[-1]
    found = []
    if eight.eight_bits:
        found += [
            Case(eight, "CLIP ViT-B/32, 8 bits", size, count, clip) for size, count in ((SMALL, 1000), (LARGE, 300))
        ]
    if full or not found:
        found += [
            Case(clip, "CLIP ViT-B/32, float32", SMALL, 400),
            Case(clip, "CLIP ViT-B/32, float32", LARGE, 250),
        ]
    deit = DATA / "models" / "deit-tiny-w3a3"
    if deit.exists():
        found += [
            Case(read_model(deit), "DeiT-Tiny (3-bit weights in float32)", size, 300)
            for size in (SMALL, LARGE)[: 1 + full]
        ]
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--full", action="store_true", help="12 MP pictures and the float32 form, too (6 minutes)")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    lines = [
        "| model | pictures | limit, images/s | ours | ratio | without thumbnails | ratio | whole job | straightforward |"
        " ours to that |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    notes = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        made: dict[tuple[int, int], list[Path]] = {}
        for case in cases(folder, full=options.full):
            if case.size not in made:
                made[case.size] = photographs(
                    folder / f"{case.size[0]}", case.size, 1200 if case.size == SMALL else 400
                )
            if not options.full:
                case = replace(case, count=case.count // 2)
            files = made[case.size][: case.count]
            pictures = folder / f"pictures {len(lines)} {case.size[0]}"
            pictures.mkdir()
            for path in files:
                os.link(path, pictures / path.name)
            limits = [limit(case, files)]
            steady, whole = ours(case, pictures)
            limits.append(limit(case, files))
            if options.full:
                bare, _ = ours(case, pictures, thumbnails=False)
                limits.append(limit(case, files))
            most = float(np.mean(limits))
            without = f"{bare:.1f} | {bare / most:.2f}" if options.full else "- | -"
            plain = straightforward(case, files)
            size = f"{case.size[0]} x {case.size[1]}"
            lines.append(
                f"| {case.what} | {size} | {most:.1f} | {steady:.1f} | {steady / most:.2f} | {without} |"
                f" {whole:.1f} | {plain:.1f} | {steady / plain:.1f} |"
            )
            if (told := agreement(case, files)) and case.size == SMALL:
                notes.append(f"{case.what}, against float32 (random weights): {told}.")
    head = measured(
        f"python tests/benchmarks/index_bench.py{' --full' if options.full else ''}",
        "numpy",
        "onnxruntime-gpu",
        "pillow",
    )
    publish(
        "index-full" if options.full else "index",
        "\n".join(["## Indexing, in full" if options.full else "## Indexing", "", head, "", *lines, "", *notes]),
        write=options.write,
    )


if __name__ == "__main__":
    main()
