"""`imsearch models list | install | remove | export | benchmark`."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from imsearch_gui import paths
from imsearch_gui.cli import main
from imsearch_gui.cli import parser as grammar
from imsearch_gui.domain.model_spec import HubSource, Pooling, RecipeSource, Terms
from imsearch_gui.encoding import providers, recipes
from imsearch_gui.encoding.store import read_spec, write_spec


def imsearch(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> dict[str, Any]:
    capsys.readouterr()
    assert main([*words, "--json"]) == code
    captured = capsys.readouterr()
    if code:
        return {"said": captured.err}
    answer: dict[str, Any] = json.loads(captured.out)
    return answer


@pytest.fixture
def catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, two_towers: Any, hub_server: Any) -> Iterator[Path]:
    """A catalogue of one model to fetch, one under terms, and one that a recipe makes; and a place of one's own."""
    repository = two_towers.make_tiny_towers(tmp_path / "hub" / "me" / "towers")
    spec = replace(read_spec(repository / "model.toml"), hub=HubSource("me/towers", about=1500))
    entries = {
        "tiny-towers": spec,
        "for-research": replace(spec, id="for-research", terms=Terms.RESEARCH, licence="Research only"),
        "by-recipe": replace(spec, id="by-recipe", hub=None, text=None, recipe=RecipeSource("vit", "me/vit")),
    }
    for identity, entry in entries.items():
        (tmp_path / "catalogue" / identity).mkdir(parents=True)
        write_spec(entry, tmp_path / "catalogue" / identity)
    monkeypatch.setattr(paths, "built_in_models", lambda: tmp_path / "catalogue")
    monkeypatch.setattr(paths, "user_models", lambda: tmp_path / "models")
    monkeypatch.setattr(paths, "default_libraries", lambda: tmp_path / "libraries")
    for name in ("HF_TOKEN", "HF_HUB_OFFLINE", "HTTP_PROXY", "http_proxy"):
        monkeypatch.delenv(name, raising=False)
    with hub_server.HubServer(tmp_path / "hub") as hub:
        monkeypatch.setenv("HF_ENDPOINT", hub.url)
        yield tmp_path


def test_the_list_takes_away_downloads_that_were_given_up(catalogue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = catalogue / "models" / ".partial" / "tiny-towers"
    folder.mkdir(parents=True)
    imsearch(capsys, "models", "list")
    assert folder.exists()
    os.utime(folder, (1, 1))
    imsearch(capsys, "models", "list")
    assert not folder.exists()


def test_the_list_tells_what_is_here_and_what_can_be_had(catalogue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = {row["id"]: row for row in imsearch(capsys, "models", "list")["models"]}
    assert set(rows) == {"tiny-towers", "for-research", "by-recipe"}
    towers = rows["tiny-towers"]
    assert (towers["installed"], towers["how"], towers["text"], towers["bytes"]) == (False, "fetch", True, 1500)
    assert towers["unverified"] == ["the content of its files"]
    assert rows["for-research"]["terms"] == "research"
    assert rows["by-recipe"]["how"] == "recipe"
    imsearch(capsys, "models", "install", "tiny-towers")
    assert [row["id"] for row in imsearch(capsys, "models", "list", "--installed")["models"]] == ["tiny-towers"]
    assert len(imsearch(capsys, "models", "list", "--available")["models"]) == 2
    assert main(["models", "list"]) == 0
    text = capsys.readouterr().out
    for words in ("tiny-towers", "installed", "by recipe", "(research only)", "*"):
        assert words in text


def test_install_verify_remove(catalogue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    installed = imsearch(capsys, "models", "install", "tiny-towers")
    assert Path(installed["folder"]) == catalogue / "models" / "tiny-towers"
    assert imsearch(capsys, "models", "verify")["models"] == [{"id": "tiny-towers", "cosine": 1.0, "right": True}]
    assert "installed already" in imsearch(capsys, "models", "install", "tiny-towers", code=1)["said"]
    assert imsearch(capsys, "models", "remove", "tiny-towers") == {"id": "tiny-towers", "removed": True, "used_by": []}
    assert "not installed" in imsearch(capsys, "models", "remove", "tiny-towers", code=1)["said"]


def test_terms_are_shown_and_must_be_accepted(catalogue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = imsearch(capsys, "models", "install", "for-research", code=1)["said"]
    assert "Research only" in said and "--accept-terms" in said
    assert imsearch(capsys, "models", "install", "for-research", "--accept-terms")["id"] == "for-research"


def test_a_name_that_nobody_knows(catalogue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = imsearch(capsys, "models", "install", "nix", code=1)["said"]
    assert "by-recipe, for-research, tiny-towers" in said
    assert "imsearch models export by-recipe" in imsearch(capsys, "models", "install", "by-recipe", code=1)["said"]


def test_a_library_that_uses_a_model_is_named_before_it_is_removed(
    catalogue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    imsearch(capsys, "models", "install", "tiny-towers")
    (catalogue / "pictures").mkdir()
    Image.new("RGB", (64, 64), "red").save(catalogue / "pictures" / "red.png")
    library = str(catalogue / "libraries" / "Holidays")
    folder = str(catalogue / "models" / "tiny-towers")
    imsearch(capsys, "index", str(catalogue / "pictures"), "--library", library, "--model", folder, "--workers", "1")
    assert library in imsearch(capsys, "models", "remove", "tiny-towers", code=1)["said"]
    assert imsearch(capsys, "models", "remove", "tiny-towers", "--force")["used_by"] == [library]


def test_export_without_the_extra(
    catalogue: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(recipes, "NEEDED", ("torch_that_is_not_there",))
    said = imsearch(capsys, "models", "export", "by-recipe", code=1)["said"]
    assert "pip install 'imsearch-gui[export]'" in said
    assert len(said.splitlines()) == 1
    monkeypatch.setattr(recipes.sys, "frozen", True, raising=False)
    assert "installed program cannot" in imsearch(capsys, "models", "export", "by-recipe", code=1)["said"]


def test_export_passes_on_what_the_recipe_says(
    catalogue: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A recipe that complains leaves nothing behind."""
    script = catalogue / "catalogue" / "recipes" / "export.py"
    script.parent.mkdir()
    complaint = json.dumps({"error": "That cannot be loaded: no."})
    script.write_text(f"import sys\nprint('loading')\nprint({complaint!r})\nsys.exit(1)\n")
    monkeypatch.setattr(recipes, "NEEDED", ())
    said = imsearch(capsys, "models", "export", "by-recipe", code=1)["said"]
    assert said.splitlines() == ["loading", "imsearch: That cannot be loaded: no."]
    assert not (catalogue / "models" / "by-recipe").exists()


def test_the_words_of_a_recipe(catalogue: Path) -> None:
    wish = recipes.ExportWish("by-recipe", precision="fp16", pooling="gem", normalise=False)
    words = recipes._arguments(wish, recipes._entry("by-recipe"))
    assert words[0] == "me/vit"
    assert "--no-normalise" in words
    given = dict(zip(words[1::2], words[2::2], strict=False))
    assert given["--entry"] == str(catalogue / "catalogue" / "by-recipe" / "model.toml")
    assert (given["--recipe"], given["--precision"], given["--pooling"]) == ("vit", "fp16", "gem")
    keras = recipes._arguments(recipes.ExportWish("vgg16", weights="random"), recipes._entry("vgg16"))
    assert keras[0] == "vgg16"
    assert keras[keras.index("--weights") + 1] == "random"


def test_benchmark(capsys: pytest.CaptureFixture[str]) -> None:
    rows = imsearch(capsys, "models", "benchmark", "classic", "--seconds", "0.1", "--provider", "cpu")["models"]
    assert [(row["id"], row["provider"], row["used"]) for row in rows] == [("classic", "CPU", True)]
    assert rows[0]["agreement"] == 1.0
    assert rows[0]["images_per_second"] > 0 and rows[0]["query_ms"] > 0
    assert rows[0]["text_ms"] is None
    assert main(["models", "benchmark", "classic", "pixels", "--seconds", "0.1"]) == 0
    assert "pixels" in capsys.readouterr().out


def test_the_grammar_knows_what_the_engine_knows() -> None:
    from imsearch_gui.cli.models import benchmarking, exporting

    assert grammar.PROVIDERS == benchmarking.PROVIDERS == providers.IDS
    assert set(exporting.POOLINGS) == {pooling.value for pooling in Pooling}


def test_every_action_has_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    for action in ("list", "install", "import", "export", "remove", "verify", "benchmark"):
        with pytest.raises(SystemExit) as stopped:
            main(["models", action, "--help"])
        assert stopped.value.code == 0
        assert action in capsys.readouterr().out
