"""How fast a model runs on this machine, on each provider, and whether it gives what the processor gives."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.metrics import Metric, scores
from imsearch_gui.domain.model_spec import Family
from imsearch_gui.domain.records import Pixels
from imsearch_gui.encoding.encoder import Encoder, choose_provider, open_encoder, reference_picture
from imsearch_gui.encoding.providers import AUTOMATIC, CPU, Provider, usable, wanted
from imsearch_gui.encoding.store import InstalledModel


@dataclass(frozen=True, slots=True)
class Figures:
    """One model on one provider."""

    model_id: str
    provider: str
    """What it really ran on."""
    used: bool
    """Whether it is what the program takes for this model."""
    agreement: float
    """Cosine to the processor's vector of the reference picture."""
    one_thread: float
    """Pictures a second on one thread, decoding not counted."""
    all_threads: float
    """The same with one thread for each core, as many pictures at a time."""
    query_ms: float
    """One picture with all threads at work on it, median."""
    text_ms: float | None
    """One line of words; None for a model that takes none."""
    open_ms: float
    megabytes: float
    """What the process grew by when the model was opened and used."""
    notices: tuple[str, ...] = ()


def benchmark(model: InstalledModel, *, setting: str = AUTOMATIC, seconds: float = 2.0) -> Iterator[Figures]:
    """A row for each provider that can be had, the processor last; one that cannot run the model is told in its notices."""
    choice = choose_provider(model, setting)
    picture = reference_picture(model)
    providers = [CPU] if model.spec.family is Family.PIXEL else wanted(setting, usable())
    expected = open_encoder(model, threads=_cores()).encode(picture[np.newaxis])[0]
    notices = choice.notices
    for provider in providers:
        try:
            figures = _measure(model, provider, picture, expected, seconds, used=provider is choice.provider)
        except ModelError as error:
            notices = (*notices, f"{provider.title}: {error}")
            continue
        if provider is CPU:
            figures = _with(figures, notices)
        yield figures


def _with(figures: Figures, notices: tuple[str, ...]) -> Figures:
    from dataclasses import replace

    return replace(figures, notices=notices)


def _measure(
    model: InstalledModel,
    provider: Provider,
    picture: Pixels,
    expected: np.ndarray[tuple[int], np.dtype[np.float32]],
    seconds: float,
    *,
    used: bool,
) -> Figures:
    before, began = _resident(), time.perf_counter()
    narrow = open_encoder(model, threads=1, provider=provider)
    vector = narrow.encode(picture[np.newaxis])[0]
    open_ms = (time.perf_counter() - began) * 1e3
    grown = max(0.0, _resident() - before)
    wide = open_encoder(model, threads=_cores(), provider=provider)
    return Figures(
        model_id=model.spec.id,
        provider=narrow.provider,
        used=used,
        agreement=round(float(scores(expected, vector, Metric.COSINE)[0]), 6),
        one_thread=_rate(narrow, picture, seconds, threads=1),
        all_threads=_rate(narrow, picture, seconds, threads=_cores()),
        query_ms=_median_ms(wide, picture, seconds),
        text_ms=_text_ms(model),
        open_ms=open_ms,
        megabytes=grown,
    )


def _rate(encoder: Encoder, picture: Pixels, seconds: float, *, threads: int) -> float:
    """Pictures a second; a session serves several threads at once."""
    end = time.perf_counter() + seconds

    def work() -> int:
        count = 0
        while time.perf_counter() < end:
            encoder.encode(picture[np.newaxis])
            count += 1
        return count

    began = time.perf_counter()
    with ThreadPoolExecutor(threads) as pool:
        done = sum(future.result() for future in [pool.submit(work) for _ in range(threads)])
    return done / (time.perf_counter() - began)


def _median_ms(encoder: Encoder, picture: Pixels, seconds: float) -> float:
    encoder.encode(picture[np.newaxis])
    times: list[float] = []
    end = time.perf_counter() + seconds / 2
    while not times or time.perf_counter() < end:
        began = time.perf_counter()
        encoder.encode(picture[np.newaxis])
        times.append((time.perf_counter() - began) * 1e3)
    return float(np.median(times))


def _text_ms(model: InstalledModel) -> float | None:
    if model.spec.text is None:
        return None
    from imsearch_gui.encoding.text import open_text_encoder

    encoder = open_text_encoder(model, threads=_cores())
    encoder.encode(["a picture"])
    began = time.perf_counter()
    encoder.encode(["a red balloon over a city"])
    return (time.perf_counter() - began) * 1e3


def _resident() -> float:
    import psutil

    return float(psutil.Process().memory_info().rss) / 1e6


def _cores() -> int:
    return os.cpu_count() or 1
