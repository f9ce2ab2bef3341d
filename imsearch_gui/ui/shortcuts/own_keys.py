"""Keys that widgets handle themselves: no action knows of them, so they are written down here, beside nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from imsearch_gui.domain.language import tr


@dataclass(frozen=True, slots=True)
class OwnKeys:
    """What a widget does with keys while it has the keyboard."""

    part: str
    """Where: the heading that it stands under."""
    keys: tuple[str, ...]
    """As QKeySequence writes them; each does what `text` says."""
    text: str
    in_window: bool = True
    """False where it is in a window of its own, whose keys are not those of the main window."""


def own_keys() -> list[OwnKeys]:
    """All of them, in the language of the user."""
    # A part that has actions, too, is called here as it is called for those who cannot see it: both stand under one heading.
    picture, results, field = tr("Query picture"), tr("Matches, best first"), tr("Field for the question")
    wizard, skipped, models = tr("Indexing wizard"), tr("Skipped files"), tr("Models")
    preview = tr("Preview")
    return [
        OwnKeys(field, ("Return",), tr("Search for what the field names, or choose a picture")),
        OwnKeys(results, ("Left", "Right", "Up", "Down"), tr("Go to another match")),
        OwnKeys(results, ("Home", "End"), tr("Go to the first or the last match")),
        OwnKeys(results, ("PgUp", "PgDown"), tr("Go a page up or down")),
        OwnKeys(picture, ("Left", "Right", "Up", "Down"), tr("Move the region by a little")),
        OwnKeys(picture, ("Esc",), tr("Search the whole picture again")),
        OwnKeys(tr("Messages"), ("Esc",), tr("Close the message")),
        *(OwnKeys(preview, keys, text, in_window=False) for keys, text in _preview_keys()),
        *(OwnKeys(part, keys, text) for part, keys, text in _evaluation_keys()),
        OwnKeys(wizard, ("Del",), tr("Take the folder off the list"), in_window=False),
        OwnKeys(wizard, ("Esc",), tr("Close; what runs goes on in the background"), in_window=False),
        OwnKeys(models, ("Esc",), tr("Fold away what was asked, or close"), in_window=False),
        OwnKeys(skipped, ("Return",), tr("Show the file in the file manager"), in_window=False),
        OwnKeys(skipped, ("Ctrl+C",), tr("Copy paths and reasons"), in_window=False),
    ]


def _evaluation_keys() -> list[tuple[str, tuple[str, ...], str]]:
    curves, classes = tr("Curves of precision and recall"), tr("Heat map of classes")
    return [
        (tr("Evaluation"), ("Esc",), tr("Back to the pictures")),
        (tr("All ways"), ("Ctrl+Left", "Ctrl+Right"), tr("Sort by the column before or behind")),
        (
            curves,
            ("Left", "Right", "Shift+Left", "Shift+Right", "Home", "End"),
            tr("Read the curves at another recall"),
        ),
        (classes, ("Left", "Right", "Up", "Down"), tr("Go to another cell")),
        (classes, ("Return",), tr("Show the questions of the cell")),
        (tr("Questions, the worst first"), ("Return",), tr("Search for the question")),
    ]


def _preview_keys() -> list[tuple[tuple[str, ...], str]]:
    return [
        (("Left", "Right"), tr("Go to the match before or behind")),
        (("+", "-", "0", "1", "Z"), tr("Zoom: closer, away, whole picture, one to one, between both")),
        (("Shift+Left", "Shift+Right", "Shift+Up", "Shift+Down"), tr("Move what is enlarged")),
        (("C", "L", "X", "E"), tr("Compare, lock both, swap sides, next example")),
        (("G",), tr("Outline the query in a match whose geometry was checked, or not")),
        (("W",), tr("Show where the match is like the query, or all of it")),
        (("Space", "Esc"), tr("Close the preview")),
    ]
