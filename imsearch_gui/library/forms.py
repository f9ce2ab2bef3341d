"""Which form of a model a library is indexed with: the full one, or the one with weights of 8 bits."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import numpy as np

from imsearch_gui import paths
from imsearch_gui.domain.choices import Precision
from imsearch_gui.domain.language import tr, written
from imsearch_gui.domain.records import ModelRecord, Pixels
from imsearch_gui.encoding.eight_bits import try_it, worth_trying
from imsearch_gui.encoding.encoder import choose_provider
from imsearch_gui.encoding.providers import AUTOMATIC
from imsearch_gui.encoding.store import EightBits, InstalledModel, eight_bits_of, form_of, forms
from imsearch_gui.imaging import views
from imsearch_gui.imaging.decoding import IN_PROCESS, Decoding

PICTURES: Final = 48
"""Sample pictures on which the two forms are compared."""


def prepare(model: InstalledModel, decoding: Decoding = IN_PROCESS) -> EightBits | None:
    """Make and measure the 8-bit form of a model that has just come; None for one on which it is not worth trying."""
    return try_it(model, sample_pixels(model, decoding)) if worth_trying(model) else None


def sample_pixels(model: InstalledModel, decoding: Decoding = IN_PROCESS) -> Pixels:
    """uint8 [n, height, width, 3]: the sample pictures as the model sees them."""
    given = model.spec.input
    files = sorted(path for path in paths.samples().rglob("*") if path.is_file() and path.suffix != ".md")
    chosen = files[:: max(1, len(files) // PICTURES)][:PICTURES]
    return np.stack([decoding.run(views.fitted, path, given).pixels for path in chosen])


def choose_form(
    model: InstalledModel, known: Iterable[ModelRecord], precision: Precision, provider: str
) -> tuple[InstalledModel, str]:
    """(form, sentence for the user or nothing) for a library that has the models `known`.

    A library stays with the form that it has: the vectors of two forms are alike, but not the same. A new one gets 8 bits where
    that form is offered, unless full precision is asked for or an accelerator does the work. Raises ModelError where the form
    that the library has is gone.
    """
    fingerprint = next((record.fingerprint for record in known if record.id == model.spec.id), None)
    kept = None if fingerprint is None else form_of(model, fingerprint)
    if kept is not None:
        return kept, _told(kept) if kept.eight_bits else ""
    every = forms(model)
    full, quick = every[0], every[-1]
    if precision is Precision.FULL or not quick.eight_bits:
        return full, ""
    chosen = choose_provider(full, provider).provider
    # Another engine for the cores is quicker than the full form here, and slower than the one with 8 bits.
    if not (chosen.is_processor or (chosen.on_cores and provider == AUTOMATIC)):
        return full, ""
    return quick, _told(quick)


def _told(model: InstalledModel) -> str:
    known = eight_bits_of(model)
    assert known is not None
    return tr("{0} runs in its 8-bit form: {1}.").format(model.spec.title, in_words(known))


def in_words(known: EightBits) -> str:
    """What was measured, for people."""
    sentence = tr(
        "{0} times as fast as the full one, and its vectors agree with that to a cosine of {1} ({2} at the lowest)"
    )
    return sentence.format(written(known.faster, 1), written(known.median, 4), written(known.lowest, 4))
