"""The words for libraries, their folders and models."""

from __future__ import annotations

from pathlib import Path

from imsearch_gui.domain.language import tr
from imsearch_gui.domain.library_facts import Emptiness, LibraryEntry, LibraryFacts, ModelFacts, RootFacts, Way
from imsearch_gui.domain.wording import count, folder_count, homely, picture_count, size

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
    models = tr("%Ln model(s)", "", len(facts.models))
    sizes = tr("{0} on the disk: {1}").format(size(facts.bytes), ", ".join(parts))
    return BETWEEN.join((picture_count(facts.images), models, sizes))


def root_line(part: RootFacts) -> str:
    """What a folder holds, and what is left out of it."""
    parts = [picture_count(part.images)]
    if part.skipped:
        parts.append(tr("{0} skipped").format(count(part.skipped)))
    if not part.root.recursive:
        parts.append(tr("without subfolders"))
    if part.root.exclude:
        parts.append(tr("without {0}").format(", ".join(part.root.exclude)))
    return BETWEEN.join(parts)


def watch_line(part: RootFacts, way: Way | None, minutes: int) -> str:
    """How changes in a folder are noticed."""
    if not part.root.watch:
        return tr("Not watched: changes show when it is indexed again")
    if way is Way.NETWORK:
        return tr("On the network, so looked through every {0} min").format(minutes)
    if way is Way.LIMIT:
        return tr("The system watches no more folders, so looked through every {0} min").format(minutes)
    return tr("Watched: changes are noticed without being asked for")


def offline_line(part: RootFacts) -> str:
    """'Archive is offline: its 12,345 pictures are kept.'"""
    name = part.root.path.name or str(part.root.path)
    return tr("{0} is offline: its {1} are kept.").format(name, picture_count(part.images))


def emptied_line(part: RootFacts) -> str:
    """For a folder that has lost all its pictures at once."""
    if part.emptiness is Emptiness.KEPT:
        return tr("There are no pictures in it now; the {0} it had are kept.").format(count(part.images))
    return tr(
        "It had {0} and has none now. Are they gone, or is a disk not connected? Until you say so they are kept."
    ).format(picture_count(part.images))


def removal_sentence(part: RootFacts) -> str:
    """What removing a folder means."""
    return tr(
        "{0} leave the library; the files stay where they are. Index the folder again, and they are back."
    ).format(picture_count(part.images))


def left_out_line(number: int, total: int) -> str:
    """What an exclusion would do, before it is applied."""
    if not number:
        return tr("No picture that is in the library now is left out by this.")
    return tr("This leaves {0} of its {1} out of the library.").format(count(number), picture_count(total))


def vectors(part: ModelFacts) -> str:
    """'12,345 vectors': copies of a picture share one."""
    return tr("%Ln vector(s)", "", part.model.vectors)


def model_line(part: ModelFacts) -> str:
    """What a model takes."""
    parts = [tr("{0} of {1} numbers").format(vectors(part), count(part.model.dimension)), size(part.model.bytes)]
    if part.graph_bytes:
        parts.append(tr("graph {0}").format(size(part.graph_bytes)))
    return BETWEEN.join(parts)


def model_removal(part: ModelFacts) -> str:
    """What removing a model from the library means."""
    sentence = tr("Its {0} are deleted ({1}). To search with it again, the folders have to be indexed with it anew.")
    return sentence.format(vectors(part), size(part.model.bytes + part.graph_bytes))


def deletion(facts: LibraryFacts) -> tuple[str, str]:
    """The question before a library is deleted, and what it means."""
    folders = folder_count(len(facts.roots))
    return (
        tr("Delete the library “{0}”?").format(facts.name),
        tr(
            "What it knows of {0} in {1} is deleted: {2} of catalog, vectors and graphs, with labels and ratings. The pictures"
            " themselves stay where they are."
        ).format(picture_count(facts.images), folders, size(facts.bytes)),
    )
