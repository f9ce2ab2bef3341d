"""Randomly initialised models of real architectures, written as their publishers do."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

MISSING = [name for name in ("torch", "transformers", "keras") if importlib.util.find_spec(name) is None]
CLIP_MEAN, CLIP_STD = [0.48145466, 0.4578275, 0.40821073], [0.26862954, 0.26130258, 0.27577711]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).resolve().parent
    for item in items:
        if here in item.path.parents:
            # Exporters warn of what is to come in their next versions.
            item.add_marker(pytest.mark.filterwarnings("ignore"))
            if MISSING:
                item.add_marker(pytest.mark.skip(reason=f"needs the extra [export]: {', '.join(MISSING)}"))


@pytest.fixture(scope="session")
def make_clip(shared_data: Path) -> Callable[..., Path]:
    """make_clip(folder, **config): with the real vocabulary; by default the real ViT-B/32."""

    def make(folder: Path, **small: Any) -> Path:
        import torch
        import transformers

        transformers.utils.logging.disable_progress_bar()
        torch.manual_seed(7)
        words = {"bos_token_id": 49406, "eos_token_id": 49407, "pad_token_id": 49407}
        config = transformers.CLIPConfig(
            text_config={**small, **words}, vision_config=dict(small), projection_dim=32 if small else 512
        )
        transformers.CLIPModel(config).save_pretrained(folder)
        transformers.CLIPTokenizer.from_pretrained(str(shared_data / "tokenizer_clip")).save_pretrained(folder)
        preprocessing = {
            "image_processor_type": "CLIPImageProcessor",
            "do_resize": True,
            "size": {"shortest_edge": 224},
            "resample": 3,
            "do_center_crop": True,
            "crop_size": {"height": 224, "width": 224},
            "do_rescale": True,
            "rescale_factor": 1 / 255,
            "do_normalize": True,
            "image_mean": CLIP_MEAN,
            "image_std": CLIP_STD,
            "do_convert_rgb": True,
        }
        (folder / "preprocessor_config.json").write_text(json.dumps(preprocessing))
        return folder

    return make
