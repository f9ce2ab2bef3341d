"""The words for libraries, their folders and models."""

from __future__ import annotations

from pathlib import Path

from imsearch_gui.domain.language import tr
from imsearch_gui.domain.library_facts import Emptiness, LibraryEntry, LibraryFacts, ModelFacts, RootFacts, Way
from imsearch_gui.domain.wording import count, homely, picture_count, size

BETWEEN = "  ·  "


def place(folder: Path) -> str:
    return homely(folder, Path.home())


def entry_line(entry: LibraryEntry) -> str:
    """What stands below the name of a library in the list of them."""
    if not entry.there:
        return tr("Not there any more: {0}").format(place(entry.folder))
    return BETWEEN.join((picture_count(entry.images), place(entry.folder.parent)))


def gone_sentence(entry: LibraryEntry) -> str:
    return tr("“{0}” is not there: its folder was moved or deleted, or its disk is not connected.").format(entry.name)


def contents(facts: LibraryFacts) -> str:
    """'48,212 pictures · 2 models · 1.2 GB: catalog 40 MB, vectors 800 MB, graph 360 MB'"""
    parts = [tr("catalog {0}").format(size(facts.catalog_bytes)), tr("vectors {0}").format(size(facts.vector_bytes))]
    if facts.graph_bytes:
        parts.append(tr("graph {0}").format(size(facts.graph_bytes)))
    if facts.copy_bytes:
        parts.append(tr("catalog of the version before {0}").format(size(facts.copy_bytes)))
    models = tr("%Ln model(s)", "", len(facts.models))
    sizes = tr("{0} on the disk: {1}").format(size(facts.bytes), ", ".join(parts))
    return BETWEEN.join((picture_count(facts.images), models, sizes))


def root_line(part: RootFacts) -> str:
    """What a folder holds, and what is left out of it."""
    parts = [picture_count(part.images)]
    if part.skipped:
        parts.append(tr("%Ln skipped", "files", part.skipped))
    if not part.root.recursive:
        parts.append(tr("without subfolders"))
    if part.root.exclude:
        parts.append(tr("without {0}").format(", ".join(part.root.exclude)))
    return BETWEEN.join(parts)


def watch_line(part: RootFacts, way: Way | None, minutes: int) -> str:
    """How changes in a folder are noticed."""
    if not part.root.watch:
        return tr("Not watched: changes show when it is indexed again")
    if way is Way.UNASKED:
        return tr("Not watched yet: the library asks for it, but nobody at this computer has")
    if way is Way.NETWORK:
        return tr("On the network, so looked through every {0} min").format(minutes)
    if way is Way.LIMIT:
        return tr("The system watches no more folders, so looked through every {0} min").format(minutes)
    return tr("Watched: changes are noticed without being asked for")


def offline_line(part: RootFacts) -> str:
    """'Archive is offline: its 12,345 pictures are kept.'"""
    name = part.root.path.name or str(part.root.path)
    return tr("{0} is offline: its %Ln picture(s) are kept.", "", part.images).format(name)


def emptied_line(part: RootFacts) -> str:
    """For a folder that has lost all its pictures at once."""
    if part.emptiness is Emptiness.KEPT:
        return tr("There are no pictures in it now; the %Ln it had are kept.", "", part.images)
    return tr(
        "It had %Ln picture(s) and has none now. Are they gone, or is a disk not connected? Until you say so they are kept.",
        "",
        part.images,
    )


def removal_sentence(part: RootFacts) -> str:
    """What removing a folder means."""
    return tr(
        "%Ln picture(s) leave the library; the files stay where they are. Index the folder again, and they are back.",
        "",
        part.images,
    )


def left_out_line(number: int, total: int) -> str:
    """What an exclusion would do, before it is applied."""
    if not number:
        return tr("No picture that is in the library now is left out by this.")
    return tr("This leaves {0} of its %Ln picture(s) out of the library.", "", total).format(count(number))


def model_line(part: ModelFacts) -> str:
    """What a model takes; there may be fewer vectors than pictures, since copies of a picture share one."""
    vectors = tr("%Ln vector(s) of {0} numbers", "", part.model.vectors).format(count(part.model.dimension))
    parts = [vectors, size(part.model.bytes)]
    if part.graph_bytes:
        parts.append(tr("graph {0}").format(size(part.graph_bytes)))
    return BETWEEN.join(parts)


def model_removal(part: ModelFacts) -> str:
    """What removing a model from the library means."""
    sentence = tr(
        "Its %Ln vector(s) are deleted ({0}). To search with it again, the folders have to be indexed with it anew.",
        "",
        part.model.vectors,
    )
    return sentence.format(size(part.model.bytes + part.graph_bytes))


def deletion(facts: LibraryFacts) -> tuple[str, str]:
    """The question before a library is deleted, and what it means."""
    folders = tr("in %Ln folder(s)", "behind a number of pictures", len(facts.roots))
    return (
        tr("Delete the library “{0}”?").format(facts.name),
        tr(
            "What it knows of %Ln picture(s) {0} is deleted: {1} of catalog, vectors and graphs, with labels and ratings. The"
            " pictures themselves stay where they are.",
            "",
            facts.images,
        ).format(folders, size(facts.bytes)),
    )
