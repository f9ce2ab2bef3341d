"""The whole way of a model: exported by the recipe, put on a hub, installed, indexed with, searched by picture and by words."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from imsearch_gui import paths
from imsearch_gui.cli import main
from imsearch_gui.domain.model_spec import HubSource
from imsearch_gui.encoding.store import ModelStore, read_spec, write_spec
from imsearch_gui.imaging import decoder, resize

PICTURES = 12


def imsearch(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    capsys.readouterr()
    code = main([*words, "--json"])
    captured = capsys.readouterr()
    assert code == 0, captured.err
    answer: dict[str, Any] = json.loads(captured.out)
    return answer


def test_a_real_clip_from_recipe_to_search(
    tmp_path: Path,
    make_clip: Callable[..., Path],
    hub_server: Any,
    shared_data: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    source = make_clip(tmp_path / "clip-random")
    repository = tmp_path / "hub" / "somebody" / "clip-random"
    imsearch(capsys, "models", "export", str(source), "--precision", "int8", "--id", "my-clip", "--to", str(repository))

    catalogue, user = tmp_path / "catalogue", tmp_path / "models"
    (catalogue / "my-clip").mkdir(parents=True)
    spec = read_spec(repository / "model.toml")
    entry = replace(spec, hub=HubSource("somebody/clip-random"), recipe=None, reference=None)
    write_spec(entry, catalogue / "my-clip")
    monkeypatch.setattr(paths, "built_in_models", lambda: catalogue)
    monkeypatch.setattr(paths, "user_models", lambda: user)
    with hub_server.HubServer(tmp_path / "hub") as hub:
        monkeypatch.setenv("HF_ENDPOINT", hub.url)
        assert imsearch(capsys, "models", "install", "my-clip")["dimension"] == 512
    assert imsearch(capsys, "models", "verify", "my-clip")["models"][0]["cosine"] == pytest.approx(1, abs=1e-4)

    pictures = tmp_path / "pictures"
    pictures.mkdir()
    for file in sorted((shared_data / "imagenet_sample").iterdir())[:PICTURES]:
        shutil.copy(file, pictures)
    library = str(tmp_path / "library")
    # One process: the folders of the models were only moved in this one.
    _index_here(Path(library), pictures)
    query = sorted(pictures.iterdir())[3]
    found = imsearch(capsys, "search", library, str(query), "--model", "my-clip")
    assert Path(found["matches"][0]["path"]) == query
    assert found["matches"][0]["score"] == 1.0

    words = "a photo of a cat"
    found = imsearch(capsys, "search", library, "--text", words, "--top", str(PICTURES))
    ours = {Path(match["path"]).name: match["score"] for match in found["matches"]}
    theirs = _by_transformers(source, pictures, words)
    assert set(ours) == set(theirs)
    likeness = np.corrcoef([ours[name] for name in theirs], list(theirs.values()))[0, 1]
    assert likeness > 0.95, "8 bits may move a score, but not what it says"


def _index_here(library: Path, pictures: Path) -> None:
    """What a worker process does, in this one."""
    from imsearch_gui.domain.plan import FoundFile
    from imsearch_gui.encoding.encoder import open_encoder
    from imsearch_gui.library.records import Encoded
    from imsearch_gui.library.writer import LibraryWriter

    model = ModelStore().find("my-clip")
    encoder = open_encoder(model, threads=2)
    with LibraryWriter.open(library) as writer:
        root = writer.add_root(pictures, recursive=True, exclude=())
        key = writer.use_model(
            model.spec.id,
            title=model.spec.title,
            dimension=model.spec.dimension,
            fingerprint=model.fingerprint,
            folder=model.folder,
        )
        items = []
        for file in sorted(pictures.iterdir()):
            data = decoder.read(file)
            decoded = decoder.decode(data, need=resize.need_of(model.spec.input))
            vector = encoder.encode(resize.fit(decoded.pixels, model.spec.input)[None])[0]
            found = FoundFile(file, len(data), file.stat().st_mtime_ns)
            items.append(Encoded(found, decoder.content_key(data), decoded.info, vector))
        writer.store(key, {item.file.path: root for item in items}, items, [])


def _by_transformers(source: Path, pictures: Path, words: str) -> dict[str, float]:
    """Cosine of each picture with the words, by the original weights in full precision."""
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
