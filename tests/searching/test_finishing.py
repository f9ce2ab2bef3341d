"""What follows an indexing job: the library is cleared up, and the graphs follow."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import pytest

from imsearch_gui.domain.errors import StorageError
from imsearch_gui.domain.metrics import Matrix
from imsearch_gui.domain.progress import Stage
from imsearch_gui.library import compaction
from imsearch_gui.searching import graph_job
from imsearch_gui.searching.finishing import finish

MODEL = "test"
ROWS = 4_000


@pytest.fixture
def filled(
    library_of: Callable[[Matrix], Any], clustered: Callable[..., Matrix], monkeypatch: pytest.MonkeyPatch
) -> Any:
    """A library that is large enough for both."""
    monkeypatch.setattr(graph_job, "wants_graph", lambda rows, _: rows > 1_000)
    filled = library_of(clustered(ROWS, 16))
    list(finish(filled.writer, MODEL))
    assert filled.writer.graph_record(MODEL).rows == ROWS
    return filled


def test_vectors_go_and_the_graph_is_built_anew(filled: Any) -> None:
    filled.remove(list(range(1_000)))
    assert not list(finish(filled.writer, MODEL)), "a quarter is not more than a quarter"
    filled.remove([1_000])
    stages = [progress.stage for progress in finish(filled.writer, MODEL)]
    assert list(dict.fromkeys(stages)) == [Stage.COMPACTING, Stage.GRAPH]
    assert filled.writer.vectors(MODEL).rows == ROWS - 1_001
    assert filled.writer.graph_record(MODEL).rows == ROWS - 1_001


def test_so_does_the_graph_of_a_model_that_was_not_indexed(filled: Any) -> None:
    key = filled.writer.use_model("other", title="Other", dimension=16, fingerprint="f1", folder=filled.writer.folder)
    filled.remove(list(range(1_001)))
    list(finish(filled.writer, key.name))
    assert filled.writer.graph_record(MODEL).rows == ROWS - 1_001


def test_a_disk_without_room_is_no_error_of_the_job(
    filled: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    filled.remove(list(range(2_000)))

    def no_room(*_: object) -> None:
        raise StorageError("no room")

    monkeypatch.setattr(compaction, "_check_room", no_room)
    with caplog.at_level(logging.WARNING):
        assert not list(finish(filled.writer, MODEL))
    assert "no room" in caplog.text
    assert filled.writer.vectors(MODEL).rows == ROWS
