"""The ways in which pixels become numbers that most models were trained with."""

from __future__ import annotations

from dataclasses import dataclass, replace

from imsearch_gui.domain.language import tr
from imsearch_gui.domain.model_spec import IMAGENET_MEAN, IMAGENET_STD, Channels, InputSpec

CLOSE = 1e-4
"""Descriptions round the same numbers differently."""
_BYTE = 1 / 255

Triple = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Preset:
    """(pixel * scale - mean) / std, as InputSpec has it; `channels` where the way asks for an order."""

    name: str
    mean: Triple
    std: Triple
    scale: float
    channels: Channels | None = None

    def fits(self, given: InputSpec) -> bool:
        """Whether it does what the description says."""
        pairs = zip((*self.mean, *self.std), (*given.mean, *given.std), strict=True)
        near = all(abs(left - right) <= CLOSE * max(1.0, abs(left)) for left, right in pairs)
        order = self.channels is None or self.channels is given.channels
        return near and order and abs(self.scale - given.scale) <= CLOSE * self.scale

    def put_into(self, given: InputSpec) -> InputSpec:
        channels = self.channels or given.channels
        return replace(given, mean=self.mean, std=self.std, scale=self.scale, channels=channels)


def presets() -> tuple[Preset, ...]:
    """Those that are offered, the most usual first."""
    none, one, half = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0), (0.5, 0.5, 0.5)
    clip = (0.48145466, 0.4578275, 0.40821073), (0.26862954, 0.26130258, 0.27577711)
    return (
        Preset(tr("ImageNet mean and deviation"), IMAGENET_MEAN, IMAGENET_STD, _BYTE),
        Preset(tr("CLIP mean and deviation"), *clip, _BYTE),
        Preset(tr("−1 to 1 (mean and deviation 0.5)"), half, half, _BYTE),
        Preset(tr("0 to 1"), none, one, _BYTE),
        Preset(tr("0 to 255, as they are"), none, one, 1.0),
        Preset(tr("0 to 255 less the Caffe means, BGR"), (123.68, 116.779, 103.939), one, 1.0, Channels.BGR),
    )
