"""What there is in a library to filter by, counted by the catalog in one pass a question."""

from __future__ import annotations

from collections import Counter
from pathlib import Path, PurePosixPath

from imsearch_gui.domain.facets import Facets, FolderFacet
from imsearch_gui.library.connection import sentences
from imsearch_gui.library.library import Library
from imsearch_gui.library.rows import all_below, path_from_row
from imsearch_gui.library.soundness import damaged

DEPTH = 4
"""Levels below a root that can be chosen; pictures deeper down count for the folder above them."""
MOST = 2000
"""Folders that are listed; of more, those with the most images."""

# Everything up to the last slash: what is cut off from the right is every sign but the slash.
_FOLDER = "rtrim(path, replace(path, '/', ''))"
_DAY = "substr(coalesce(content.taken, date(image.mtime_ns / 1000000000, 'unixepoch')), 1, 10)"


def facets_of(library: Library) -> Facets:
    """Counts of everything a filter can ask for; some four seconds for a million images.

    SQLite counts, not Python, although that would be quicker: other threads run meanwhile, the window's among them.
    """
    formats, first, last = _by_format(library)
    return Facets(
        images=sum(count for _, count in formats),
        formats=formats,
        labels=tuple(
            library.rows(
                "SELECT min(name), count(*) FROM label JOIN image ON image.content_id = label.content_id"
                " GROUP BY name ORDER BY name",
                kinds="ti",
            )
        ),
        colours=_marks(library, "colour"),
        ratings=_marks(library, "rating"),
        folders=_folders(library),
        first_day=first,
        last_day=last,
    )


def _by_format(library: Library) -> tuple[tuple[tuple[str, int], ...], str, str]:
    """The formats, the first day and the last."""
    rows = library.rows(
        f"SELECT format, count(*), min({_DAY}), max({_DAY})"
        " FROM image JOIN content ON content.id = image.content_id GROUP BY format",
        kinds="tiTT",
    )
    rows.sort(key=lambda row: (-row[1], row[0]))
    first = min((row[2] for row in rows if row[2]), default="")
    last = max((row[3] for row in rows if row[3]), default="")
    return tuple((row[0], row[1]) for row in rows), first, last


def _marks(library: Library, column: str) -> tuple[tuple[int, int], ...]:
    return tuple(
        library.rows(
            f"SELECT {column}, count(*) FROM mark JOIN image ON image.content_id = mark.content_id"
            f" WHERE {column} > 0 GROUP BY {column} ORDER BY {column}",
            kinds="ii",
        )
    )


def _folders(library: Library) -> tuple[FolderFacet, ...]:
    counts: Counter[tuple[str, ...]] = Counter()
    """By the path of the root and the parts of the folder below it; all that lie at or below."""
    roots = {identity: str(path) for identity, path in library.root_paths()}
    for root, below, count in _by_folder(library):
        if root not in roots:
            raise damaged(library.folder, "an image is in no folder")
        parts = PurePosixPath(below).parts[:DEPTH]
        for depth in range(len(parts) + 1):
            counts[(roots[root], *parts[:depth])] += count
    kept = sorted(key for key, _ in counts.most_common(MOST))
    return tuple(FolderFacet(Path(*key), counts[key], len(key) - 1) for key in kept)


def _by_folder(library: Library) -> list[tuple[int, str, int]]:
    """(root, folder below it, images in just that one)."""
    rows: list[tuple[int, str, int]] = library.rows(
        f"SELECT root_id, {_FOLDER} AS folder, count(*) FROM image WHERE typeof(path) = 'text' GROUP BY root_id, folder",
        kinds="iti",
    )
    # Names that are no UTF-8 are kept as bytes, and there are few of those.
    odd = library.rows("SELECT root_id, path FROM image WHERE typeof(path) <> 'text'", kinds="ib")
    with sentences(library.folder):
        every = rows + [(root, path_from_row(path).rpartition("/")[0], 1) for root, path in odd]
        all_below([below.rstrip("/") for _, below, _ in every if below])
    return every
