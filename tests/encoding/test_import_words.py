"""The half for words of a model that is imported."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.model_spec import (
    Family,
)
from imsearch_gui.domain.proposal import Proposal
from imsearch_gui.encoding.importing import accept, propose
from imsearch_gui.encoding.store import check_files
from imsearch_gui.encoding.text import open_text_encoder

pytestmark = pytest.mark.usefixtures("own_models")


def said(proposal: Proposal) -> str:
    return "\n".join(proposal.notes)


# -- words ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def towers(graph_makers: Any, two_towers: Any, tmp_path: Path) -> Path:
    """A model with a half for words beside it, called as publishers call them."""
    folder = tmp_path / "tiny-clip" / "onnx"
    path: Path = graph_makers.sound(folder / "vision_model_fp16.onnx")
    graph_makers.words(folder / "text_model.onnx")
    made = two_towers.make_tiny_towers(tmp_path / "made")
    shutil.copy(made / "tokenizer.json", folder.parent / "tokenizer.json")
    return path


def test_the_half_for_words_is_found(towers: Path) -> None:
    proposal = propose(towers)
    spec = proposal.spec
    assert (spec.id, spec.family, spec.output.normalise) == ("tiny-clip-fp16", Family.CLIP, True)
    assert spec.text is not None
    assert (spec.text.file, spec.text.tokenizer) == ("text/text_model.onnx", "text/tokenizer.json")
    assert (spec.text.input, spec.text.mask, spec.text.output) == ("input_ids", "attention_mask", "text_embeds")
    assert "Words go through text_model.onnx" in said(proposal)
    model = accept(towers, spec)
    assert open_text_encoder(model).encode(["a red picture"]).shape == (1, 3)
    assert [item.path for item in model.spec.files] == [
        "vision_model_fp16.onnx",
        "text/text_model.onnx",
        "text/tokenizer.json",
    ]
    check_files(model)


def test_a_half_that_does_not_fit_is_left_aside_and_refused_when_named(towers: Path, graph_makers: Any) -> None:
    other = graph_makers.words(towers.with_name("text_model.onnx"), length=5)
    proposal = propose(towers)
    assert proposal.spec.text is None
    assert "left aside. text_model.onnx gives no vector of 3 numbers" in said(proposal)
    with pytest.raises(ModelError, match="gives no vector of 3 numbers"):
        propose(towers, text=other)


def test_a_half_without_its_tokenizer(towers: Path, tmp_path: Path) -> None:
    tokenizer = (towers.parent.parent / "tokenizer.json").rename(tmp_path / "elsewhere.json")
    assert "There is no tokenizer.json" in said(propose(towers))
    text = towers.with_name("text_model.onnx")
    with pytest.raises(ModelError, match=r"no tokenizer\.json in .*--tokenizer"):
        propose(towers, text=text)
    spec = propose(towers, text=text, tokenizer=tokenizer).spec
    model = accept(towers, spec, text=text, tokenizer=tokenizer)
    assert (model.folder / "text" / "tokenizer.json").read_bytes() == tokenizer.read_bytes()
    with pytest.raises(ModelError, match="of no use without a text tower"):
        propose(graph_alone(towers, tmp_path), tokenizer=tokenizer)
    (tmp_path / "elsewhere.json").write_text("{}")
    with pytest.raises(ModelError, match=r"is not a tokenizer\.json"):
        propose(towers, text=text, tokenizer=tokenizer)


def graph_alone(towers: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(towers, tmp_path / "alone.onnx"))


def test_a_half_that_takes_something_else(towers: Path, graph_makers: Any) -> None:
    text = graph_makers.sound(towers.with_name("text_model.onnx"))
    with pytest.raises(ModelError, match="does not take words as a text tower does"):
        propose(towers, text=text)


def test_a_half_of_fixed_length_is_filled_up(towers: Path, graph_makers: Any) -> None:
    graph_makers.words(towers.with_name("text_model.onnx"), tokens=16, mask=False)
    text = propose(towers).spec.text
    assert text is not None
    assert (text.length, text.pad_to_length, text.mask) == (16, True, None)


def test_the_older_form_of_a_tokenizer(shared_data: Path, tmp_path: Path) -> None:
    models = shared_data / "models"
    folder = tmp_path / "stand-in"
    folder.mkdir()
    shutil.copy(models / "deit-tiny-w3a3" / "model.onnx", folder / "vision_model.onnx")
    shutil.copy(models / "deit-tiny-w3a3-text-standin" / "text_model.onnx", folder / "text_model.onnx")
    for name in ("vocab.json", "merges.txt"):
        shutil.copy(shared_data / "tokenizer_clip" / name, folder / name)
    spec = propose(folder).spec
    assert (spec.dimension, spec.text is not None) == (192, True)
    model = accept(folder, spec)
    assert open_text_encoder(model).encode(["a tabby cat"]).shape == (1, 192)
