"""What there is to know of a library as a whole."""

from __future__ import annotations

from imsearch_gui.domain.library_facts import LibraryFacts, ModelFacts, RootFacts
from imsearch_gui.library.care import emptiness_of, name_of
from imsearch_gui.library.library import CATALOG, Library
from imsearch_gui.library.rows import size_of
from imsearch_gui.library.upgrade import copies_of

_LOGS = ("", "-wal", "-shm")


def facts_of(library: Library) -> LibraryFacts:
    """Counts and sizes; a moment for a million images."""
    images = _by_root(library, "image")
    skipped = _by_root(library, "skipped")
    emptiness = emptiness_of(library)
    models = []
    for model in library.models():
        graph = library.graph_record(model.id)
        models.append(ModelFacts(model, graph.bytes if graph is not None else 0))
    return LibraryFacts(
        folder=library.folder,
        name=name_of(library),
        images=sum(images.values()),
        skipped=sum(skipped.values()),
        catalog_bytes=sum(size_of(library.folder / f"{CATALOG}{end}") for end in _LOGS),
        roots=tuple(
            RootFacts(root, images.get(root.id, 0), skipped.get(root.id, 0), emptiness.get(root.id))
            for root in library.roots()
        ),
        models=tuple(models),
        copy_bytes=sum(size_of(copy) for copy in copies_of(library.folder / CATALOG)),
    )


def _by_root(library: Library, table: str) -> dict[int, int]:
    return dict(library.rows(f"SELECT root_id, count(*) FROM {table} GROUP BY root_id", kinds="ii"))
