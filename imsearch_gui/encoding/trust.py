"""An accelerator is used for a model only after it gave the processor's vector for the model's reference picture.

Drivers and their libraries go wrong in silence: a session that fell back to the processor, a kernel that computes noise. The
verdict is kept, so that it costs one comparison for each model, provider and version of onnxruntime.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from imsearch_gui import disk, paths
from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.language import in_english, tr
from imsearch_gui.domain.metrics import Metric, Vector, scores
from imsearch_gui.domain.reasons import CANNOT_RUN, DISAGREES, NOT_SOUND, retold
from imsearch_gui.encoding.providers import AUTOMATIC, CPU, Provider, usable, wanted

AGREE = 0.999
"""Cosine from which two processors agree: rounding differs, what a vector says does not."""
VERDICTS = "providers.json"

EncodeReference = Callable[[Provider], Vector]
"""The vector of the reference picture on a provider; raises ModelError, also where the session runs on another one."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Choice:
    """What a model runs on, and what the user should know of it."""

    provider: Provider
    notices: tuple[str, ...] = ()


def choose(
    fingerprint: str,
    encode: EncodeReference,
    *,
    setting: str = AUTOMATIC,
    providers: Sequence[Provider] | None = None,
    verdicts: Path | None = None,
) -> Choice:
    """The first provider that agrees with the processor; those that do not are named in the notices."""
    known = providers if providers is not None else usable()
    kept = _Verdicts(verdicts if verdicts is not None else paths.cache() / VERDICTS)
    notices: list[str] = []
    if setting not in (AUTOMATIC, CPU.id) and all(one.id != setting for one in known):
        sentence = tr("{0} is chosen in the settings but cannot be had on this computer: the processor is used.")
        notices.append(sentence.format(setting))
    expected: Vector | None = None
    for provider in wanted(setting, known):
        if provider is CPU:
            break
        key = f"{fingerprint} {provider.name} {_version()}"
        complaint = kept.get(key)
        if complaint is None:
            expected = expected if expected is not None else encode(CPU)
            complaint = _complaint(provider, expected, encode)
            kept.put(key, complaint)
        if not complaint:
            return Choice(provider, tuple(notices))
        notices.append(retold(complaint))
    return Choice(CPU, tuple(notices))


def _complaint(provider: Provider, expected: Vector, encode: EncodeReference) -> str:
    """Why the provider is not used for this model, in English, as it is kept; empty where it is."""
    try:
        vector = encode(provider)
    except ModelError as error:
        return CANNOT_RUN.format(provider.title, in_english(str(error)))
    if vector.shape != expected.shape or not np.isfinite(vector).all():
        return NOT_SOUND.format(provider.title)
    cosine = float(scores(expected, vector, Metric.COSINE)[0])
    return DISAGREES.format(provider.title, f"{cosine:.3f}") if cosine < AGREE else ""


class _Verdicts:
    """A small JSON file; where it cannot be read or written the comparison is made again the next time."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, key: str) -> str | None:
        """The complaint, empty for none; None where nothing is known."""
        verdict = self._read().get(key)
        return verdict if isinstance(verdict, str) else None

    def put(self, key: str, complaint: str) -> None:
        content = {**self._read(), key: complaint}
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            # Several processes may come to a verdict at once: each writes a whole file, and the last one stays.
            disk.write(self._path, json.dumps(content, indent=1).encode())
        except OSError as error:
            _log.warning("the verdict on a provider cannot be kept: %s", error)

    def _read(self) -> dict[str, Any]:
        try:
            content = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return content if isinstance(content, dict) else {}


def _version() -> str:
    import onnxruntime

    return str(onnxruntime.__version__)
