"""Which of a library's models know an image."""

from __future__ import annotations

from imsearch_gui.library.library import Library


def models_knowing(library: Library, image_id: int) -> tuple[str, ...]:
    """Titles of the models that have a vector of the image, the first one of the library first; none for an unknown image."""
    rows = library.rows(
        "SELECT model.title FROM image JOIN vector ON vector.content_id = image.content_id"
        " JOIN model ON model.id = vector.model_id WHERE image.id = ? ORDER BY model.id",
        image_id,
        kinds="t",
    )
    return tuple(title for (title,) in rows)
