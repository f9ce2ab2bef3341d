"""Why something was not done, in a few words: kept in English, told in the user's language.

Reasons why a file was skipped are made in processes that speak English and are kept in catalogs and thumbnails, so that they have
to be found again by their text when they are shown; so have those why a model runs as it does.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from imsearch_gui.domain.language import ENGLISH, Language, mark, spoken, tr

# What the file is.
NOT_REGULAR = mark("not a regular file")
GONE = mark("there is no such file")
VANISHED = mark("vanished while the folder was indexed")
EMPTY = mark("empty file")
UNREADABLE = mark("cannot be read ({0})")
UNREADABLE_FOLDER = mark("folder cannot be read ({0})")
NOT_TOLD = mark("cannot be looked at ({0})")
UNREACHABLE = mark("the file cannot be reached ({0})")
NO_PICTURE = mark("not a picture, or of a kind that cannot be read")
FOREIGN = mark("{0} pictures cannot be read")
# How large it is.
TOO_MANY_BYTES = mark("too large: {0} GB")
TOO_MANY_PIXELS = mark("too large: {0} pixels")
FAR_TOO_MANY_PIXELS = mark("too large: far too many pixels")
TOO_LARGE = mark("too large: {0} x {1} pixels")
TOO_LARGE_FOR_MEMORY = mark("too large for the memory of this machine")
NO_PIXELS = mark("a picture without pixels")
TOO_SMALL = mark("too small: {0} x {1} pixels, the smallest side must have {2}")
GREY = mark("not a colour picture, and only colour pictures were asked for")
# What became of decoding it.
TRUNCATED = mark("truncated {0} file")
DAMAGED = mark("damaged {0} file ({1})")
UNKNOWN_VARIANT = mark("{0} file of an unknown variant ({1})")
IMPOSSIBLE_SIZE = mark("impossible size")
TOOK_TOO_LONG = mark("took longer than {0} seconds to decode")
CRASHED = mark("crashed the decoder (exit code {0})")
NOT_STARTED = mark("the process that decodes pictures did not start ({0})")
STOPPED = mark("not read to its end, since the program is closing")
INTERNAL = mark("internal error ({0}: {1})")
NO_THUMBNAIL = mark("no thumbnail could be made of it")
# Where it came from.
NO_FILE = mark("no file was given")
NOT_WRITTEN = mark("the picture on the clipboard cannot be read: save it to a file and drop that")
SAVE_IT = mark("{0}; save the picture and drop the file")
NOT_KEPT = mark("it is not among the searches any more")
COPY_GONE = mark("its copy is gone")

# Why an accelerator is not used for a model (kept in a cache).
CANNOT_RUN = mark("{0} cannot run this model, so the processor is used ({1})")
NOT_SOUND = mark("{0} gives no sound vectors with this model, so the processor is used; update its driver.")
DISAGREES = mark(
    "{0} gives other vectors than the processor (cosine {1}), so the processor is used; update its driver."
)
# Why a model has no 8-bit form (kept beside it).
GRAPH_UNREADABLE = mark("its graph cannot be read ({0})")
HAS_8_BITS = mark("its weights have 8 bits already")
NOT_QUANTISED = mark("it cannot be quantised ({0})")
DISK_REFUSES = mark("the disk does not take it ({0})")
NOT_FASTER = mark("on this processor it is only {0} times as fast")
DIFFERS = mark("its vectors differ too much from those of the full form (cosine {0} at the median, {1} at the lowest)")

_NAMED = (
    mark("camera raw pictures cannot be read"),
    mark("truncated icon file"),
    mark("damaged icon file ({0})"),
    mark("icon file of an unknown variant ({0})"),
)
"""The same with those names of kinds that are words, not names."""
_EARLIER = (mark("there is no such file any more"),)
"""Kept by earlier versions."""
_OF_MODELS = (
    mark("The model {0} gave a vector that is not finite for this picture."),
    mark("The model {0} failed: {1}"),
    mark("The description of the model {0} is wrong: {1}."),
    mark("The model {0} gives {1} vectors for one picture: correct its model.toml."),
    mark("The model {0} gives {1} numbers where its description says {2}: correct its model.toml."),
)
"""Sentences of `encoding` that may hold for a single picture."""

REASONS = (
    *(NOT_REGULAR, GONE, VANISHED, EMPTY, UNREADABLE, UNREADABLE_FOLDER, NOT_TOLD, UNREACHABLE, NO_PICTURE, FOREIGN),
    *(
        TOO_MANY_BYTES,
        TOO_MANY_PIXELS,
        FAR_TOO_MANY_PIXELS,
        TOO_LARGE,
        TOO_LARGE_FOR_MEMORY,
        NO_PIXELS,
        TOO_SMALL,
        GREY,
    ),
    *(
        TRUNCATED,
        DAMAGED,
        UNKNOWN_VARIANT,
        IMPOSSIBLE_SIZE,
        TOOK_TOO_LONG,
        CRASHED,
        NOT_STARTED,
        STOPPED,
        INTERNAL,
        NO_THUMBNAIL,
    ),
    *(NO_FILE, NOT_WRITTEN, SAVE_IT, NOT_KEPT, COPY_GONE),
    *(CANNOT_RUN, NOT_SOUND, DISAGREES),
    *(GRAPH_UNREADABLE, HAS_8_BITS, NOT_QUANTISED, DISK_REFUSES, NOT_FASTER, DIFFERS),
    *_NAMED,
    *_EARLIER,
    *_OF_MODELS,
)
"""All of them, as `str.format` fills them in."""

_PASSING = (UNREADABLE,)
"""What lies with the machine and not with the file: a right that is given leaves no trace in size and time of a file."""


def may_pass(reason: str) -> bool:
    """Whether a file that was skipped for this reason may be readable the next time although it was not changed."""
    return any(reason.startswith(template.partition("{")[0]) for template in _PASSING)


_REMEMBERED = 4096
"""Of the files that are skipped, most are so for the same few reasons."""
_NUMBER = re.compile(r"\d+(\.\d+)?")


def retold(reason: str) -> str:
    """A reason in the user's language; what is not known stays as it is."""
    language = spoken()
    return reason if language is ENGLISH else _retold(reason, language)


@lru_cache(_REMEMBERED)
def _retold(reason: str, language: Language) -> str:
    """`language` is the one that is spoken; it tells what is remembered of another one."""
    for pattern, template in _patterns():
        if found := pattern.fullmatch(reason):
            return tr(template).format(*(_part(part, language) for part in found.groups()))
    return reason


def _part(text: str, language: Language) -> str:
    """A part may be a reason itself, or a number."""
    return text.replace(".", language.point) if _NUMBER.fullmatch(text) else _retold(text, language)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What a reason looks like that was made from a template; of those that fit, the one that says most itself comes first."""
    from string import Formatter

    found = []
    for template in REASONS:
        pattern, literal = "", 0
        for text, field, _, _ in Formatter().parse(template):
            pattern += re.escape(text) + ("(.*?)" if field is not None else "")
            literal += len(text)
        found.append((literal, re.compile(pattern, re.DOTALL), template))
    return tuple((pattern, template) for _, pattern, template in sorted(found, key=lambda item: -item[0]))
