"""What publishers put beside a graph, in their own words, and what is made of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from imsearch_gui.domain.model_spec import (
    IMAGENET_MEAN,
    IMAGENET_STD,
    Channels,
    Family,
    InputSpec,
    Interpolation,
    Resize,
    Rounding,
)
from imsearch_gui.domain.model_toml import LARGEST_SIDE
from imsearch_gui.encoding.conventions import CAFFE_MEAN, CLIP_MEAN, CLIP_STD, convention_for, numbers_of_scaling
from imsearch_gui.encoding.graph_head import Scaling
from imsearch_gui.encoding.side_files import Hints, read_hints

CLIP = {
    "crop_size": {"height": 224, "width": 224},
    "do_center_crop": True,
    "do_convert_rgb": True,
    "do_normalize": True,
    "do_rescale": True,
    "do_resize": True,
    "image_mean": list(CLIP_MEAN),
    "image_processor_type": "CLIPImageProcessor",
    "image_std": list(CLIP_STD),
    "resample": 3,
    "rescale_factor": 0.00392156862745098,
    "size": {"shortest_edge": 224},
}
VIT = {
    "do_normalize": True,
    "do_rescale": True,
    "do_resize": True,
    "image_mean": [0.5, 0.5, 0.5],
    "image_std": [0.5, 0.5, 0.5],
    "resample": 2,
    "rescale_factor": 0.00392156862745098,
    "size": {"height": 224, "width": 224},
}
CUT = {"width": 224, "height": 224, "resize": Resize.SHORT_SIDE}
SQUASHED = {"width": 224, "height": 224, "resize": Resize.SQUASH}


def beside(folder: Path, **files: Any) -> Hints:
    for name, content in files.items():
        text = content if isinstance(content, str) else json.dumps(content)
        (folder / f"{name}.json").write_text(text)
    return read_hints(folder / "model.onnx", {})


@pytest.mark.parametrize(
    ("table", "fields"),
    [
        (CLIP, {**CUT, "resize_to": 224, "mean": CLIP_MEAN, "std": CLIP_STD, "interpolation": Interpolation.BICUBIC}),
        (VIT, {**SQUASHED, "mean": (0.5,) * 3, "interpolation": Interpolation.BILINEAR, "scale": 1 / 255}),
        # As it was before sizes were tables.
        ({**CLIP, "size": 224, "crop_size": 224}, {**CUT, "resize_to": 224}),
        ({**VIT, "size": 224}, SQUASHED),
        ({**CLIP, "size": 256, "crop_size": 224}, {**CUT, "resize_to": 256}),
        # ConvNeXT.
        ({**VIT, "size": {"shortest_edge": 224}, "crop_pct": 0.875}, {**CUT, "resize_to": 256}),
        ({**VIT, "size": {"shortest_edge": 384}, "crop_pct": 0.875}, {"width": 384, "resize": Resize.SQUASH}),
        # MobileViT takes blue first and does not normalise.
        (
            {"size": {"shortest_edge": 288}, "crop_size": {"height": 256, "width": 256}, "do_center_crop": True}
            | {"do_flip_channel_order": True, "do_normalize": False},
            {"width": 256, "resize_to": 288, "channels": Channels.BGR, "mean": (0.0,) * 3, "std": (1.0,) * 3},
        ),
        ({"size": {"longest_edge": 320}}, {"width": 320, "height": 320, "resize": Resize.PAD, "pad_value": 0}),
        (
            {"do_rescale": False, "do_resize": False, "image_mean": 0.5, "image_std": 2},
            {"scale": 1.0, "std": (2.0,) * 3},
        ),
    ],
)
def test_preprocessor_config(table: dict[str, Any], fields: dict[str, Any], tmp_path: Path) -> None:
    hints = beside(tmp_path, preprocessor_config=table)
    assert {name: hints.given.get(name) for name in fields} == fields
    assert hints.given["rounding"] is Rounding.TRANSFORMERS
    assert hints.files == ["preprocessor_config.json"]


def test_what_cannot_be_done_the_same_way_is_said(tmp_path: Path) -> None:
    deit = {**CLIP, "size": {"height": 256, "width": 256}}
    hints = beside(tmp_path, preprocessor_config=deit)
    assert {name: hints.given[name] for name in ("resize", "resize_to")} == {
        "resize": Resize.SHORT_SIDE,
        "resize_to": 256,
    }
    assert "squashed to 256 x 256" in hints.notes[0]
    free = beside(tmp_path, preprocessor_config={**CLIP, "do_center_crop": False})
    assert free.given["resize_to"] == 224
    assert "keep their shape" in free.notes[0]


def test_processors_with_an_image_processor_in_them(tmp_path: Path) -> None:
    hints = beside(tmp_path, processor_config={"processor_class": "CLIPProcessor", "image_processor": CLIP})
    assert hints.given["mean"] == CLIP_MEAN


@pytest.mark.parametrize(
    ("mode", "fields"),
    [
        ("shortest", {"width": 256, "height": 240, "resize": Resize.SHORT_SIDE, "resize_to": 256}),
        ("squash", {"width": 256, "height": 240, "resize": Resize.SQUASH}),
        ("longest", {"width": 256, "height": 240, "resize": Resize.PAD, "pad_value": 7}),
    ],
)
def test_open_clip_as_immich_writes_it(mode: str, fields: dict[str, Any], tmp_path: Path) -> None:
    table = {
        "size": [240, 256],
        "mode": "RGB",
        "mean": [0.5, 0.5, 0.5],
        "std": [0.5, 0.5, 0.5],
        "interpolation": "bicubic",
        "resize_mode": mode,
        "fill_color": 7,
    }
    given = beside(tmp_path, preprocess_cfg=table).given
    assert {name: given.get(name) for name in fields} == fields
    assert (given["mean"], given["interpolation"], given["rounding"]) == (
        (0.5,) * 3,
        Interpolation.BICUBIC,
        Rounding.TORCHVISION,
    )


def test_open_clip_as_it_publishes_itself(tmp_path: Path) -> None:
    table = {
        "model_cfg": {
            "embed_dim": 512,
            "vision_cfg": {"image_size": 224, "patch_size": 32},
            "text_cfg": {"context_length": 64},
        },
        "preprocess_cfg": {"mean": list(CLIP_MEAN), "std": list(CLIP_STD)},
    }
    hints = beside(tmp_path, open_clip_config=table)
    assert hints.given == {
        **CUT,
        "resize_to": 224,
        "rounding": Rounding.TORCHVISION,
        "mean": CLIP_MEAN,
        "std": CLIP_STD,
    }
    assert (hints.model_type, hints.patch, hints.text_length) == ("clip", 32, 64)


def test_timm(tmp_path: Path) -> None:
    table = {
        "architecture": "resnet50",
        "pretrained_cfg": {
            "input_size": [3, 224, 224],
            "crop_pct": 0.95,
            "interpolation": "bicubic",
            "mean": list(IMAGENET_MEAN),
            "std": list(IMAGENET_STD),
        },
    }
    given = beside(tmp_path, config=table).given
    assert (given["resize_to"], given["rounding"], given["mean"]) == (235, Rounding.TORCHVISION, IMAGENET_MEAN)
    table["pretrained_cfg"]["crop_mode"] = "squash"  # type: ignore[index]
    assert beside(tmp_path, config=table).given["resize"] is Resize.SQUASH


def test_config_of_transformers(tmp_path: Path) -> None:
    table = {
        "model_type": "siglip",
        "architectures": ["SiglipModel"],
        "vision_config": {"image_size": 256, "patch_size": 16},
        "text_config": {"max_position_embeddings": 64},
    }
    hints = beside(tmp_path, config=table)
    assert (hints.model_type, hints.patch, hints.text_length, hints.classifier) == ("siglip", 16, 64, False)
    assert (hints.given["width"], hints.given["height"]) == (256, 256)


def test_the_exact_file_goes_before_the_general_one(tmp_path: Path) -> None:
    hints = beside(tmp_path, config={"image_size": 512}, preprocessor_config=VIT)
    assert hints.given["width"] == 224
    assert hints.files == ["preprocessor_config.json"]


def test_a_folder_above_counts_only_for_towers(tmp_path: Path) -> None:
    (tmp_path / "preprocessor_config.json").write_text(json.dumps(VIT))
    for name, found in (("onnx", True), ("visual", True), ("download", False)):
        assert bool(read_hints(tmp_path / name / "model.onnx", {}).given) is found


def test_metadata_of_the_graph(tmp_path: Path) -> None:
    hints = read_hints(tmp_path / "model.onnx", {"preprocess": json.dumps(VIT)})
    assert hints.given["resize"] is Resize.SQUASH
    assert hints.files == ["its metadata (preprocess)"]
    assert read_hints(tmp_path / "model.onnx", {"preprocess": "resize 224, then hope"}).given == {}


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    hints = beside(tmp_path, preprocessor_config="{ no", config="[1, 2]")
    (tmp_path / "preprocess_cfg.json").write_bytes(b"\xff\xfe\x00")
    hints = read_hints(tmp_path / "model.onnx", {})
    assert hints.given == {}
    assert [note.split()[0] for note in hints.notes] == ["preprocessor_config.json", "preprocess_cfg.json"]
    (tmp_path / "preprocessor_config.json").write_text("[" * 100_000)
    assert read_hints(tmp_path / "model.onnx", {}).given == {}


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["width", "height", "x"]), inner, max_size=3)
    ),
    max_leaves=6,
)
KEYS = sorted({*CLIP, *VIT, "crop_pct", "mean", "std", "interpolation", "resize_mode", "fill_color", "input_size"})
NAMES = ["preprocessor_config", "preprocess_cfg", "open_clip_config", "config", "processor_config"]
INNER = ["vision_config", "vision_cfg", "model_cfg", "preprocess_cfg", "pretrained_cfg", "image_processor", "text_cfg"]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(NAMES),
    table=st.dictionaries(st.sampled_from(KEYS), ANYTHING, max_size=8),
    inner=st.none() | st.sampled_from(INNER),
)
def test_whatever_stands_there_an_input_comes_out(
    name: str, table: dict[str, Any], inner: str | None, tmp_path: Path
) -> None:
    for old in tmp_path.iterdir():
        old.unlink()
    given = beside(tmp_path, **{name: table if inner is None else {inner: table}}).given
    spec = InputSpec(**given)
    assert 0 < spec.width <= LARGEST_SIDE
    assert 0 < spec.height <= LARGEST_SIDE
    assert spec.resize_to <= 4 * LARGEST_SIDE
    assert 0.0 not in spec.std
    assert isinstance(spec.interpolation, Interpolation)


# -- what is usual ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "tensorflow", "mean", "family"),
    [
        ("clip-vit-base-patch32", False, CLIP_MEAN, Family.CLIP),
        ("ViT-B-32__openai", False, CLIP_MEAN, Family.CLIP),
        ("MobileCLIP-S2", False, (0.0,) * 3, Family.CLIP),
        ("siglip2-base-patch16-224", False, (0.5,) * 3, Family.CLIP),
        ("dinov2-small", False, IMAGENET_MEAN, Family.VIT),
        ("deit_tiny", False, IMAGENET_MEAN, Family.VIT),
        ("vit-base-patch16-224", False, (0.5,) * 3, Family.VIT),
        ("resnet50", False, IMAGENET_MEAN, None),
        ("ResNet50", True, CAFFE_MEAN, Family.CNN),
        ("ResNet50V2", True, (0.5,) * 3, Family.CNN),
        ("vgg16_caffe", False, CAFFE_MEAN, Family.CNN),
        ("EfficientNetV2L", True, (0.0,) * 3, None),
        ("MobileNetV3Large", True, (0.0,) * 3, None),
        ("InceptionV3", True, (0.5,) * 3, Family.CNN),
        ("eclipse", False, IMAGENET_MEAN, None),
        ("invitation", False, IMAGENET_MEAN, None),
    ],
)
def test_names_tell_what_is_usual(name: str, tensorflow: bool, mean: tuple[float, ...], family: Family | None) -> None:
    convention, _ = convention_for(name, tensorflow=tensorflow)
    assert (convention.given["mean"], convention.family) == (mean, family)
    InputSpec(**convention.given)


@pytest.mark.parametrize(
    ("factor", "offset", "scale"),
    [
        ((1 / 255,) * 3, (0.0,) * 3, 1.0),
        ((1 / 128,) * 3, (-1.0,) * 3, 1.0),
        ((1.0,) * 3, (-123.68, -116.8, -103.9), 1.0),
        ((0.0171, 0.0175, 0.0174), (-2.118, -2.036, -1.804), 1.0),
        ((4.37, 4.46, 4.44), (-2.118, -2.036, -1.804), 1 / 255),
        ((48.0,) * 3, (0.0,) * 3, None),
        ((0.0, 1.0, 1.0), (0.0,) * 3, None),
        ((-1.0,) * 3, (1.0,) * 3, None),
        ((1.0,) * 3, (0.0,) * 3, None),
        ((1.0,) * 3, (3.0,) * 3, None),
    ],
)
def test_numbers_tell_what_a_graph_takes(
    factor: tuple[float, float, float], offset: tuple[float, float, float], scale: float | None
) -> None:
    seen = numbers_of_scaling(Scaling(factor, offset))
    assert (None if seen is None else seen[0]["scale"]) == scale
