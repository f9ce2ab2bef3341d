"""The command line, run as people run it: in a process of its own."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageDraw

from imsearch_gui.cli import main
from imsearch_gui.domain.choices import DEFAULT_MODEL
from imsearch_gui.domain.metrics import Metric

COLOURS = ["red", "green", "blue", "yellow", "orange", "purple", "brown", "gray", "pink", "teal"]
SEARCH_KEYS = ["model", "metric", "how", "filters", "library_size", "timings_ms", "matches"]
INDEX_KEYS = [
    "library",
    "model",
    "found",
    "added",
    "changed",
    "moved",
    "gone",
    "skipped",
    "seconds",
    "images_per_second",
]


def run(*arguments: str | Path, code: int = 0, environment: dict[str, str] | None = None) -> str:
    """Standard output of a command that ends with `code`; its standard error must be empty where that is 0."""
    done = subprocess.run(
        [sys.executable, "-m", "imsearch_gui.cli", *map(str, arguments)],
        capture_output=True,
        env={**os.environ, **(environment or {})},
        timeout=120,
        check=False,
    )
    errors = done.stderr.decode(errors="replace")
    assert done.returncode == code, errors
    if code == 0:
        assert errors == ""
    return done.stdout.decode("utf-8", "surrogateescape") if code == 0 else errors


def run_json(*arguments: str | Path) -> Any:
    return json.loads(run(*arguments, "--json"))


def draw(path: Path, background: str, shape: str) -> None:
    image = Image.new("RGB", (96, 72), background)
    ImageDraw.Draw(image).ellipse((20, 10, 70, 60), fill=shape)
    image.save(path)


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pictures")
    (folder / "sub").mkdir()
    for number, colour in enumerate(COLOURS):
        draw(folder / f"{colour}.png", colour, "white")
        draw(folder / "sub" / f"{colour}, ringed.png", "black", COLOURS[number - 1])
    (folder / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0 not much of a picture")
    return folder


@pytest.fixture(scope="module")
def library(pictures: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two models side by side; read, never changed, by the tests."""
    folder = tmp_path_factory.mktemp("libraries") / "library"
    for model in ("pixels", DEFAULT_MODEL):
        run("index", pictures, "--library", folder, "--model", model, "--json")
    return folder


def test_index_says_what_it_did(pictures: Path, tmp_path: Path) -> None:
    first = run_json("index", pictures, "--library", tmp_path / "library")
    assert list(first) == INDEX_KEYS
    assert first["library"] == str(tmp_path / "library")
    assert first["model"] == DEFAULT_MODEL
    assert (first["found"], first["added"], len(first["skipped"])) == (21, 20, 1)
    assert list(first["skipped"][0]) == ["path", "reason"]
    assert first["skipped"][0]["path"] == str(pictures / "broken.jpg")
    assert first["skipped"][0]["reason"]
    again = run_json("index", pictures, "--library", tmp_path / "library")
    assert (again["found"], again["added"], again["changed"], again["moved"], again["gone"]) == (21, 0, 0, 0, 0)


def test_index_options(pictures: Path, tmp_path: Path) -> None:
    done = run_json(
        *("index", pictures, "--library", tmp_path / "library", "--model", "pixels", "--workers", "1"),
        *("--no-subfolders", "--exclude", "*.jpg", "--exclude", "p*"),
    )
    # Eight colours do not begin with a p.
    assert (done["found"], done["added"], done["skipped"]) == (8, 8, [])
    small = run_json("index", pictures, "--library", tmp_path / "small", "--model", "pixels", "--min-side", "73")
    assert small["added"] == 0
    assert len(small["skipped"]) == 21


@pytest.mark.parametrize("metric", list(Metric))
@pytest.mark.parametrize("model", ["pixels", DEFAULT_MODEL])
def test_search_finds_the_picture_itself_first(library: Path, pictures: Path, metric: Metric, model: str) -> None:
    image = pictures / "teal.png"
    done = run_json("search", library, image, "--model", model, "--metric", metric.value, "--top", "3")
    assert list(done) == SEARCH_KEYS
    assert list(done["timings_ms"]) == ["decode", "encode", "search", "total"]
    assert (done["model"], done["metric"], done["how"]) == (model, metric.value, "exact")
    assert [match["rank"] for match in done["matches"]] == [1, 2, 3]
    score = 0.0 if metric.is_distance else 1.0
    # Twenty images are too few for a strength.
    assert done["matches"][0] == {"rank": 1, "path": str(image), "score": score, "strength": None}


def test_search_defaults(library: Path, pictures: Path) -> None:
    done = run_json("search", library, pictures / "red.png")
    assert (done["model"], done["metric"], len(done["matches"])) == (DEFAULT_MODEL, "cosine", 10)


def test_search_with_a_picture_that_is_not_in_the_library(library: Path, tmp_path: Path) -> None:
    draw(tmp_path / "new.png", "teal", "snow")
    done = run_json("search", library, tmp_path / "new.png", "--model", "pixels", "--metric", "l2", "--top", "1")
    assert Path(done["matches"][0]["path"]).name == "teal.png"
    assert done["timings_ms"]["encode"] > 0


def test_search_region(library: Path, tmp_path: Path) -> None:
    picture = tmp_path / "two.png"
    image = Image.new("RGB", (192, 72), "black")
    image.paste(Image.open(draw_to(tmp_path / "half.png", "orange", "white")), (96, 0))
    image.save(picture)
    done = run_json("search", library, picture, "--region", "96,0,96,72", "--model", "pixels", "--metric", "l2")
    assert Path(done["matches"][0]["path"]).name == "orange.png"


def draw_to(path: Path, background: str, shape: str) -> Path:
    draw(path, background, shape)
    return path


def test_search_csv(library: Path, pictures: Path) -> None:
    text = run("search", library, pictures / "sub" / "pink, ringed.png", "--csv", "--top", "2")
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0] == ["rank", "path", "score", "strength"]
    # So few pictures tell nothing of how rare a score is.
    assert rows[1] == ["1", str(pictures / "sub" / "pink, ringed.png"), "1.0", ""]
    assert len(rows) == 3


def test_search_for_people(library: Path, pictures: Path) -> None:
    text = run("search", library, pictures / "red.png", "--top", "2", "--exact")
    head, first, *_ = text.splitlines()
    assert head.split() == ["rank", "score", "path"]
    assert first.split() == ["1", "1", str(pictures / "red.png")]
    assert "2 of 20 images" in text


def test_graph_asked_for_where_there_is_none(library: Path, pictures: Path) -> None:
    assert run_json("search", library, pictures / "red.png", "--graph")["how"] == "exact"


def test_a_search_decodes_in_a_process_of_its_own(library: Path, pictures: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.png"
    draw(other, "red", "black")
    code = """
import sys
from imsearch_gui.cli import main

if __name__ == "__main__":
    assert main(["search", *sys.argv[1:]]) == 0
    print([name for name in ("PIL", "pi_heif", "cv2") if name in sys.modules])
"""
    for picture in (other, pictures / "red.png"):
        done = subprocess.run(
            [sys.executable, "-c", code, library, picture], capture_output=True, text=True, timeout=60, check=True
        )
        assert done.stdout.splitlines()[-1] == "[]"
        assert done.stderr == ""


def test_export(library: Path, tmp_path: Path) -> None:
    run("export", library, "--vectors", tmp_path / "out.npz", "--model", DEFAULT_MODEL)
    with np.load(tmp_path / "out.npz") as content:
        assert sorted(content.files) == ["paths", "vectors"]
        vectors, paths = content["vectors"], content["paths"]
    assert vectors.dtype == np.float32
    assert vectors.shape[0] == len(paths) == 20
    assert all(Path(path).is_absolute() and Path(path).is_file() for path in paths)
    assert [path.name for path in tmp_path.iterdir()] == ["out.npz"]


def test_info(library: Path, pictures: Path) -> None:
    done = run_json("info", library)
    assert list(done) == ["images", "skipped", "name", "roots", "offline", "watched", "models", "graph"]
    assert (done["images"], done["skipped"], done["roots"], done["graph"]) == (20, 1, [str(pictures)], [])
    assert [list(model) for model in done["models"]] == [["id", "dimension", "vectors", "unused", "bytes"]] * 2
    assert [(model["id"], model["vectors"]) for model in done["models"]] == [("pixels", 20), (DEFAULT_MODEL, 20)]
    assert "20 images" in run("info", library)


def test_compact(tmp_path: Path) -> None:
    folder, library = tmp_path / "pictures", tmp_path / "library"
    folder.mkdir()
    for colour in COLOURS:
        draw(folder / f"{colour}.png", colour, "black")
    run("index", folder, "--library", library)
    assert "Nothing to drop" in run("compact", library)
    for colour in COLOURS[:3]:
        (folder / f"{colour}.png").unlink()
    run("index", folder, "--library", library)
    (model,) = run_json("info", library)["models"]
    assert (model["vectors"], model["unused"]) == (7, 3)
    done = run_json("compact", library)
    assert list(done) == ["library", "models", "vectors", "contents", "bytes"]
    assert (done["models"], done["vectors"], done["contents"]) == ([DEFAULT_MODEL], 3, 3)
    assert done["bytes"] > 0
    (smaller,) = run_json("info", library)["models"]
    assert (smaller["vectors"], smaller["unused"], smaller["bytes"]) == (7, 0, model["bytes"] * 7 // 10)
    first = run_json("search", library, folder / "teal.png", "--top", "1")["matches"][0]
    assert first["path"] == str(folder / "teal.png")
    assert "index a folder" in run("compact", tmp_path / "nothing", code=1)
    assert not (tmp_path / "nothing").exists()


def test_models() -> None:
    done = run_json("models", "list")
    assert {"classic", "pixels", DEFAULT_MODEL} <= {model["id"] for model in done["models"]}
    assert done["problems"] == []
    verified = run_json("models", "verify", "classic")["models"]
    assert verified[0]["id"] == "classic"
    assert verified[0]["right"] is True
    assert DEFAULT_MODEL in run("models", "list")


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="names there are Unicode")
def test_names_that_are_no_text(tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    name = os.fsdecode(b"caf\xe9\n.png")
    draw(folder / name, "red", "white")
    library = tmp_path / "library"
    run("index", folder, "--library", library, "--model", "pixels")
    done = run_json("search", library, folder / name)
    assert done["matches"][0]["path"] == str(folder / name)
    (_, row) = csv.reader(io.StringIO(run("search", library, folder / name, "--csv"), newline=""))
    assert row[1] == str(folder / name)
    assert "caf\\udce9\\n.png" in run("search", library, folder / name)
    run("export", library, "--vectors", tmp_path / "out.npz")
    with np.load(tmp_path / "out.npz") as content:
        assert content["paths"].tolist() == [str(folder / name)]


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["dance"],
        ["index"],
        ["index", "folder"],
        ["search", "library"],
        ["search", "library", "image", "--metric", "hamming"],
        ["search", "library", "image", "--top", "0"],
        ["search", "library", "image", "--top", "many"],
        ["search", "library", "image", "--region", "1,2,3"],
        ["search", "library", "image", "--region", "1,2,0,4"],
        ["search", "library", "image", "--exact", "--graph"],
        ["search", "library", "image", "--json", "--csv"],
        ["export", "library"],
        ["models"],
    ],
)
def test_wrong_usage(arguments: Sequence[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("usage: imsearch")


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["search", "{tmp}/none", "{pictures}/red.png"], "none"),
        (["search", "{library}", "{tmp}/missing.png"], "missing.png"),
        (["search", "{library}", "{pictures}/broken.jpg"], "broken.jpg"),
        (["search", "{library}", "{pictures}/red.png", "--model", "nonsense"], "nonsense"),
        (["search", "{library}", "{pictures}/red.png", "--region", "900,900,5,5"], "96 x 72"),
        (["index", "{tmp}/nowhere", "--library", "{tmp}/l"], "nowhere"),
        (["index", "{pictures}", "--library", "{tmp}/l2", "--model", "nonsense"], "nonsense"),
        (["export", "{library}", "--vectors", "{tmp}/no/such/folder/x.npz"], "x.npz"),
        (["info", "{tmp}"], ""),
        (["models", "verify", "nonsense"], "nonsense"),
    ],
)
def test_what_the_user_can_mend_is_one_sentence(
    arguments: Sequence[str], word: str, library: Path, pictures: Path, tmp_path: Path
) -> None:
    filled = [text.format(tmp=tmp_path, library=library, pictures=pictures) for text in arguments]
    errors = run(*filled, "--json", code=1)
    assert errors.startswith("imsearch: ")
    assert errors.count("\n") == 1
    assert word in errors
    assert "Traceback" not in errors


def test_mistyped_model_leaves_no_library(pictures: Path, tmp_path: Path) -> None:
    run("index", pictures, "--library", tmp_path / "library", "--model", "nonsense", code=1)
    assert not (tmp_path / "library").exists()


def test_mistyped_folder_leaves_no_library(tmp_path: Path) -> None:
    assert "does not exist" in run("index", tmp_path / "nowhere", "--library", tmp_path / "library", code=1)
    assert not (tmp_path / "library").exists()


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_stopped_while_indexing(number: int, code: int, pictures: Path, tmp_path: Path) -> None:
    """A pipe in place of a picture folder's entry would hang; so the job is stopped at its first word instead."""
    program = (
        "import os, signal, sys\n"
        # Whoever runs the tests in the background may have told their processes not to hear Ctrl+C.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from imsearch_gui.cli import commands, main\n"
        "def index_folders(library, request, model):\n"
        "    from imsearch_gui.domain.progress import Progress, Stage\n"
        "    try:\n"
        "        yield Progress(Stage.SCANNING)\n"
        f"        os.kill(os.getpid(), {int(number)})\n"
        "        while True: yield Progress(Stage.SCANNING)\n"
        "    finally:\n"
        "        print('closed', file=sys.stderr)\n"
        "commands.index_folders = index_folders\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "index", str(pictures), "--library", str(tmp_path / "library")],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == code, done.stderr
    closed, sentence = done.stderr.splitlines()
    assert closed == "closed"
    assert "what was indexed stays" in sentence
    assert done.stdout == ""


@pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX")
def test_reader_that_leaves_is_no_error(library: Path, pictures: Path) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    with os.fdopen(write_end, "wb") as stdout:
        done = subprocess.run(
            [sys.executable, "-m", "imsearch_gui.cli", "search", str(library), str(pictures / "red.png"), "--json"],
            stdout=stdout,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert done.stderr == b""
    assert done.returncode == 141
