"""The whole way of a model: exported by the recipe, put on a hub, installed, indexed with, searched by picture and by words.

A network with few layers, unless IMSEARCH_FULL is set: that of real size takes a minute and a half, and 3 GB on the disk.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from imsearch_gui import paths
from imsearch_gui.cli import main
from imsearch_gui.domain.model_spec import HubSource
from imsearch_gui.encoding.store import read_spec, write_spec

PICTURES = 12


def imsearch(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    capsys.readouterr()
    code = main([*words, "--json"])
    captured = capsys.readouterr()
    assert code == 0, captured.err
    answer: dict[str, Any] = json.loads(captured.out)
    return answer


@pytest.fixture
def workshop() -> Iterator[Path]:
    """A folder that is gone afterwards: pytest keeps its own for a while, and this takes 3 GB."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@pytest.fixture
def pictures(shared_data: Path, workshop: Path) -> Path:
    """A folder with a few, none of which carries a colour profile, which transformers would ignore."""
    folder = workshop / "pictures"
    folder.mkdir()
    for file in sorted((shared_data / "grocery60").rglob("*.jpg"))[:: 660 // PICTURES][:PICTURES]:
        shutil.copy(file, folder / f"{file.parent.name}.jpg")
    return folder


def test_a_clip_from_recipe_to_search(
    workshop: Path,
    parity: Any,
    pictures: Path,
    hub_server: Any,
    shared_data: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    source = workshop / "clip-random"
    parity.make_source(
        parity.KINDS["clip"], source, small="IMSEARCH_FULL" not in os.environ, tokenizer=shared_data / "tokenizer_clip"
    )
    repository = workshop / "hub" / "somebody" / "clip-random"
    exported = imsearch(capsys, "models", "export", str(source), "--id", "my-clip", "--to", str(repository))
    dimension = exported["dimension"]

    catalogue, home = workshop / "catalogue", workshop / "home"
    (catalogue / "my-clip").mkdir(parents=True)
    spec = read_spec(repository / "model.toml")
    entry = replace(spec, hub=HubSource("somebody/clip-random"), recipe=None, reference=None)
    write_spec(entry, catalogue / "my-clip")
    # The worker processes look for the model there as well.
    monkeypatch.setenv("XDG_DATA_HOME", str(home))
    with monkeypatch.context() as only_here, hub_server.HubServer(workshop / "hub") as hub:
        only_here.setattr(paths, "built_in_models", lambda: catalogue)
        only_here.setenv("HF_ENDPOINT", hub.url)
        assert imsearch(capsys, "models", "install", "my-clip")["dimension"] == dimension
    assert imsearch(capsys, "models", "verify", "my-clip")["models"][0]["cosine"] == pytest.approx(1, abs=1e-4)

    library = str(workshop / "library")
    # Whether 8 bits are quicker is measured, and would change the scores in their second digit.
    index = ("index", str(pictures), "--library", library, "--model", "my-clip", "--workers", "1")
    done = imsearch(capsys, *index, "--precision", "full")
    assert done["added"] == PICTURES
    query = sorted(pictures.iterdir())[3]
    found = imsearch(capsys, "search", library, str(query), "--model", "my-clip", "--top", "1")
    assert [Path(match["path"]) for match in found["matches"]] == [query]
    assert found["matches"][0]["score"] == 1.0

    words = "a photo of a cat"
    found = imsearch(capsys, "search", library, "--text", words, "--top", str(PICTURES))
    ours = {Path(match["path"]).name: match["score"] for match in found["matches"]}
    theirs = _by_transformers(source, pictures, words)
    assert np.ptp(list(theirs.values())) > 0.02, "these weights do not tell the pictures apart"
    assert ours == pytest.approx(theirs, abs=2e-4)
    assert list(ours) == sorted(theirs, key=lambda name: -theirs[name])


def _by_transformers(source: Path, pictures: Path, words: str) -> dict[str, float]:
    """Cosine of each picture with the words, by the original."""
    import torch
    import transformers
    from PIL import Image

    model = transformers.CLIPModel.from_pretrained(str(source)).eval()
    tokens = transformers.CLIPTokenizer.from_pretrained(str(source))(words, return_tensors="pt")
    processor = transformers.CLIPImageProcessorPil.from_pretrained(str(source))
    files = sorted(pictures.iterdir())
    with torch.no_grad():
        seen = processor([Image.open(file).convert("RGB") for file in files], return_tensors="pt")
        towers = model(input_ids=tokens["input_ids"], pixel_values=seen["pixel_values"])
    likeness = (towers.image_embeds @ towers.text_embeds.T).numpy()[:, 0]
    return {file.name: float(value) for file, value in zip(files, likeness, strict=True)}
