"""The recipe of a small network of our own, end to end on 64 pictures, and what its parts promise."""

from __future__ import annotations

import importlib.util
import json
import shutil
import sys
from importlib import metadata
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import TensorProto, helper, numpy_helper
from packaging.version import Version
from PIL import Image

from imsearch_gui import paths
from imsearch_gui.cli import main as imsearch
from imsearch_gui.encoding.encoder import open_encoder
from imsearch_gui.encoding.store import read_model
from imsearch_gui.encoding.verify import verify

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("torch") is not None and Version(metadata.version("torch")) < Version("2.9"),
    reason="needs the extra [train]: PyTorch 2.9",
)

SIDE = 32
PICTURES = 64
SMALL = json.dumps({"width": 32, "depth": 1, "head": 16, "stem": [8, 8, 16], "residual": [0, 1], "grid": 4})
TINY: dict[str, Any] = {"width": 32, "depth": 1, "head": 16, "stem": (8, 8, 16)}
TRAINED = ("--shape", SMALL, "--plan", json.dumps({"batch": 16, "weights": {"map": 0.5}}))


def module(name: str) -> Any:
    """A module of models/training, in this process."""
    folder = str(paths.built_in_models() / "training")
    if folder not in sys.path:
        sys.path.append(folder)
    return importlib.import_module(name)


@pytest.fixture(scope="session")
def teacher(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A convolution that is averaged into a vector, and classes of that."""
    folder = tmp_path_factory.mktemp("teacher")
    random = np.random.default_rng(3)

    def const(name: str, *shape: int) -> onnx.TensorProto:
        return numpy_helper.from_array(random.normal(size=shape).astype(np.float32) / 4, name)

    graph = helper.make_graph(
        [
            helper.make_node("Conv", ["x", "kernel"], ["cells"], strides=[8, 8]),
            helper.make_node("Relu", ["cells"], ["bright"]),
            helper.make_node("GlobalAveragePool", ["bright"], ["pooled"]),
            helper.make_node("Flatten", ["pooled"], ["vector"]),
            helper.make_node("MatMul", ["vector", "weights"], ["classes"]),
        ],
        "teacher",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", 3, SIDE, SIDE])],
        [
            helper.make_tensor_value_info("vector", TensorProto.FLOAT, ["n", 24]),
            helper.make_tensor_value_info("classes", TensorProto.FLOAT, ["n", 40]),
        ],
        [const("kernel", 24, 3, 8, 8), const("weights", 24, 40)],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)
    onnx.save(model, folder / "teacher.onnx")
    (folder / "model.toml").write_text(
        f"""
        schema = 1
        id = "a-teacher"
        title = "A teacher"
        family = "cnn"
        dimension = 24
        [[files]]
        path = "teacher.onnx"
        [input]
        width = {SIDE}
        height = {SIDE}
        resize = "squash"
        [output]
        name = "vector"
        """
    )
    return folder


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Shapes on grounds; and a file that is none."""
    folder = tmp_path_factory.mktemp("pictures")
    random = np.random.default_rng(5)
    for number in range(PICTURES):
        picture = np.full((60, 80, 3), random.integers(256, size=3), np.uint8)
        place = tuple(int(value) for value in random.integers(15, 45, size=2))
        cv2.circle(picture, place, int(random.integers(5, 25)), random.integers(256, size=3).tolist(), -1)
        Image.fromarray(picture).save(folder / f"{number:02}.png")
    (folder / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\nno more")
    return folder


@pytest.fixture(scope="session")
def asked(teacher: Path, pictures: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run whose teacher has been asked."""
    run = tmp_path_factory.mktemp("run")
    train("ask", pictures, "--run", run, "--teacher", teacher, "--classes", "classes", "--views", 2, "--side", SIDE)
    return run


def train(*words: object) -> None:
    assert module("train").main([str(word) for word in words]) == 0


# -- end to end ---------------------------------------------------------------------------------------------------------


def test_from_pictures_to_a_model_that_searches(
    asked: Path, pictures: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert "broken.png" in json.loads((asked / "pictures.json").read_text())["skipped"]
    train("learn", "--run", asked, "--steps", 4, "--side", 32, *TRAINED)
    train("learn", "--run", asked, "--steps", 7, "--side", 32, 48, *TRAINED)
    assert "going on from step 4" in capfd.readouterr().out
    train("finish", "--run", asked, "--steps", 3, "--side", 64)  # shape and plan as before
    train("export", "--run", asked, "--to", tmp_path / "model", "--id", "our-own")
    model = read_model(tmp_path / "model")
    said = {fact.what: fact.value for fact in model.spec.facts}
    assert said["learned from"] == f"{PICTURES} pictures and a-teacher (licence not known)"
    assert said["steps of the training"] == "10"
    assert verify(model) == pytest.approx(1)
    capfd.readouterr()
    library = str(tmp_path / "library")
    assert imsearch(["index", str(pictures), "--model", str(tmp_path / "model"), "--library", library]) == 0
    capfd.readouterr()
    assert imsearch(["search", library, str(pictures / "07.png"), "--json"]) == 0
    first = json.loads(capfd.readouterr().out)["matches"][0]
    assert Path(first["path"]).name == "07.png"


@pytest.fixture(scope="session")
def both(asked: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, Path]:
    """A network that has learned nothing, and the folder of the model that it becomes, with colour and layout beside it."""
    exporting, network = module("exporting"), module("network")
    module("torch").manual_seed(2)
    student, folder = network.SmallViT(network.Shape(**TINY, vector=24)).eval(), tmp_path_factory.mktemp("both")
    beside = exporting.descriptor(np.load(asked / "pictures.npy"), 0.5)
    exporting.exported(
        student, folder, exporting.Described("both", "Both", ""), beside=beside, precision="fp32", facts=()
    )
    return student, folder


def test_the_patches_of_an_exported_model_are_where_its_vector_comes_from(both: tuple[Any, Path]) -> None:
    student, folder = both
    spec = read_model(folder).spec
    assert spec.patches is not None
    assert (spec.dimension, spec.patches.rows, spec.patches.columns) == (24 + 96, 8, 8)
    session = onnxruntime.InferenceSession(folder / "model.onnx", providers=["CPUExecutionProvider"])
    values = np.random.default_rng(1).random((2, 3, 128, 128)).astype(np.float32)
    vectors, patches = session.run(["vector", "patches"], {"picture": values})
    assert patches.shape == (2, 64, 24)
    torch = module("torch")
    with torch.no_grad():
        seen = student(torch.from_numpy(values))
    assert np.allclose(seen.patches.mean(dim=1), seen.vectors, atol=1e-5)
    learned = vectors[:, :24] / np.linalg.norm(vectors[:, :24], axis=1, keepdims=True)
    assert np.allclose(learned, torch.nn.functional.normalize(seen.vectors, dim=1), atol=1e-4)
    assert np.allclose(np.linalg.norm(patches, axis=2), 1, atol=1e-4)


def test_colour_and_layout_stand_beside_what_was_learned(both: tuple[Any, Path]) -> None:
    pixels = np.random.default_rng(1).integers(256, size=(3, 128, 128, 3), dtype=np.uint8)
    vectors = open_encoder(read_model(both[1])).encode(pixels)
    lengths = [np.linalg.norm(part, axis=1) for part in (vectors, vectors[:, :24], vectors[:, 24:])]
    assert np.allclose(lengths[0], 1, atol=1e-4)
    assert np.allclose(lengths[2] / lengths[1], 0.5, atol=1e-4)


def test_a_network_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    network, exporting, errors = module("network"), module("exporting"), module("imsearch_gui.domain.errors")
    student = network.SmallViT(network.Shape(**TINY, vector=24))

    def written(_: object, folder: Path) -> Path:
        (folder / "model.onnx").write_bytes(bytes(exporting.LARGEST_BYTES + 1))
        return folder / "model.onnx"

    monkeypatch.setattr(exporting, "export", written)
    described = exporting.Described("x", "X", "")
    with pytest.raises(errors.ModelError, match="take a smaller network"):
        exporting.exported(student, tmp_path, described, beside=None, precision="fp32", facts=())


# -- parts --------------------------------------------------------------------------------------------------------------


def test_the_first_view_is_the_picture_and_the_others_are_always_the_same() -> None:
    views = module("views")
    pixels = np.random.default_rng(0).integers(256, size=(20, SIDE, SIDE, 3), dtype=np.uint8)
    rows = np.arange(20)
    assert np.array_equal(views.drawn(pixels, views.views(20, 0, 1), rows, SIDE), pixels)
    again = [views.drawn(pixels, views.views(20, 3, 1), rows, SIDE) for _ in range(2)]
    assert np.array_equal(*again)
    some = np.array([4, 11])
    assert np.array_equal(views.drawn(pixels, views.views(20, 3, 1), some, SIDE), again[0][some])
    others = (views.drawn(pixels, views.views(20, number, seed), rows, SIDE) for number, seed in ((4, 1), (3, 2)))
    assert not any(np.array_equal(again[0], other) for other in others)


def test_a_view_shows_the_same_place_at_every_size() -> None:
    """The teacher's picture may be larger than the student's."""
    views = module("views")
    down, across = np.mgrid[0:64, 0:64]
    smooth = np.stack([down * 3, across * 3, down + across], axis=2).astype(np.uint8)[None]
    seen = views.views(40, 5, 1)
    pixels = np.repeat(smooth, 40, axis=0)
    small, large = (views.drawn(pixels, seen, np.arange(40), side).astype(float) for side in (32, 64))
    brought_down = large.reshape(40, 32, 2, 32, 2, 3).mean(axis=(2, 4))
    assert np.abs(brought_down - small)[:, 4:-4, 4:-4].mean() < 1.5


def test_nothing_is_wrong_with_a_student_that_says_what_the_teacher_says() -> None:
    losses, network, torch = module("losses"), module("network"), module("torch")
    torch.manual_seed(0)
    vectors, maps, logits = torch.randn(8, 6), torch.randn(8, 49, 4), torch.randn(8, 10)
    best = logits.topk(10)
    bank, nowhere = torch.randn(30, 6), torch.zeros(8, 30, dtype=torch.bool)
    said = losses.Said(vectors, maps, best.indices, best.values, bank, nowhere)
    same = losses.mistakes(network.Seen(3 * vectors, vectors, maps, logits + 2), said)
    other = losses.mistakes(network.Seen(torch.randn(8, 6), vectors, torch.randn(8, 49, 4), torch.randn(8, 10)), said)
    assert set(same) == set(other) == set(losses.Weights.__dataclass_fields__)
    assert all(float(part) == pytest.approx(0, abs=1e-5) for part in same.values())
    assert all(float(part) > 0.05 for part in other.values())
    # A student that sees fewer patches is to say the mean of what the teacher says of them.
    coarse = losses.Said(vectors, torch.full((8, 49, 4), 2.0), None, None, bank, nowhere)
    smaller = losses.mistakes(network.Seen(vectors, vectors, torch.full((8, 16, 4), 2.0), None), coarse)
    assert set(smaller) == {"vector", "kin", "map"}
    assert float(smaller["map"]) == pytest.approx(0, abs=1e-6)


def test_a_picture_is_no_neighbour_of_itself() -> None:
    losses, torch = module("losses"), module("torch")
    torch.manual_seed(0)
    teacher, student, bank = torch.randn(1, 6), torch.randn(1, 6), torch.randn(20, 6)
    itself = torch.zeros(1, 20, dtype=torch.bool)
    itself[0, 3] = True

    def kin(masked: Any) -> float:
        return float(losses.kin(student, losses.Said(teacher, None, None, None, bank, masked)))

    bank[3] = teacher[0]
    assert kin(itself) != pytest.approx(kin(torch.zeros_like(itself)), rel=0.01)
    before = kin(itself)
    bank[3] = torch.randn(6)
    assert kin(itself) == before


def test_a_mirrored_picture_has_a_mirrored_map(asked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    batches, teachers, torch = module("batches"), module("teachers"), module("torch")
    monkeypatch.setattr(batches, "HELD", 0)
    pictures = np.load(asked / "pictures.npy")
    answers, basis = teachers.read_answers(asked / "answers"), teachers.read_basis(asked / "answers")
    drawn = batches.Batches(pictures, {0: answers[0]}, basis, views_seed=1, size=PICTURES, seed=7)
    shown, said = drawn.of(0, (SIDE,), 0.0)
    plain = torch.from_numpy(pictures).permute(0, 3, 1, 2).float() / 255
    mirrored = [bool((one != other).any()) for one, other in zip(shown, plain, strict=True)]
    assert 10 < sum(mirrored) < PICTURES - 10
    cells = torch.from_numpy(answers[0].map * basis.map_step).unflatten(1, (4, 4))
    for number, is_mirrored in enumerate(mirrored):
        assert torch.equal(shown[number], plain[number].flip(2) if is_mirrored else plain[number])
        assert torch.allclose(
            said.map[number].unflatten(0, (4, 4)), cells[number].flip(1) if is_mirrored else cells[number]
        )


def test_nothing_is_learned_from_the_pictures_that_are_kept_apart(asked: Path) -> None:
    batches, teachers = module("batches"), module("teachers")
    # Each picture is one colour, which says its number.
    pictures = np.repeat(np.arange(PICTURES, dtype=np.uint8), SIDE * SIDE * 3).reshape(-1, SIDE, SIDE, 3)
    answers, basis = teachers.read_answers(asked / "answers"), teachers.read_basis(asked / "answers")
    drawn = batches.Batches(pictures, {0: answers[0]}, basis, views_seed=1, size=16, seed=1)

    def numbers(shown: Any) -> set[int]:
        return {round(float(one.mean()) * 255) for one in shown}

    apart = numbers(drawn.held(SIDE)[0])
    assert len(apart) == PICTURES // 8
    taught = set().union(*(numbers(drawn.of(step, (SIDE,), 0.5)[0]) for step in range(40)))
    assert taught == set(range(PICTURES)) - apart


def test_the_kept_answers_are_those_of_the_teacher(asked: Path, teacher: Path) -> None:
    teachers = module("teachers")
    pictures = np.load(asked / "pictures.npy")
    answer = teachers.Teacher(teacher, "classes").answer(pictures)
    kept, basis = teachers.read_answers(asked / "answers")[0], teachers.read_basis(asked / "answers")
    assert np.allclose(answer.map.mean(axis=1), answer.vectors, atol=1e-4)
    assert np.allclose(kept.vectors, basis.vectors([answer]), atol=1e-2)
    assert np.square(kept.vectors.astype(float)).sum(axis=1).mean() == pytest.approx(1, abs=0.05)
    assert np.array_equal(kept.classes[:, 0], answer.logits.argmax(axis=1))
    assert np.allclose(kept.logits[:, 0], answer.logits.max(axis=1), atol=1e-2)


def test_other_teachers_and_pictures_need_another_folder(
    asked: Path, teacher: Path, pictures: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (asked / "pictures.npy").read_bytes()
    classic = paths.built_in_models() / "classic"
    shutil.copyfile(pictures / "07.png", tmp_path / "a.png")
    for source, asks, side in ((pictures, classic, SIDE), (pictures, teacher, 2 * SIDE), (tmp_path, teacher, SIDE)):
        words = ["ask", source, "--run", asked, "--teacher", asks, "--views", 1, "--side", side]
        assert module("train").main([str(word) for word in words]) == 1
        assert "take another folder" in capsys.readouterr().err
    assert (asked / "pictures.npy").read_bytes() == before


def test_two_teachers_without_maps_and_classes(
    teacher: Path, pictures: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    classic = paths.built_in_models() / "classic"
    train("ask", pictures, "--run", tmp_path, "--teacher", classic, "--teacher", teacher, "--views", 1, "--side", SIDE)
    answers = module("teachers").read_answers(tmp_path / "answers")[0]
    assert answers.classes is None
    assert answers.map is not None, "the second teacher's"
    train("learn", "--run", tmp_path, "--steps", 2, "--side", 32, *TRAINED)


def test_what_is_missing_is_said(tmp_path: Path, asked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "nothing").mkdir()
    for words, said in (
        (["ask", tmp_path / "nothing", "--run", tmp_path / "run", "--teacher", tmp_path], "nothing to train on"),
        (["learn", "--run", tmp_path], "begin with `train.py ask`"),
        (["export", "--run", tmp_path, "--to", tmp_path / "model", "--id", "x"], "run `train.py finish`"),
    ):
        assert module("train").main([str(word) for word in words]) == 1
        assert said in capsys.readouterr().err


def test_the_rate_rises_stays_and_falls(tmp_path: Path) -> None:
    learning = module("learning")
    rising = learning.steady(tmp_path, 10_000, (64, 96), learning.Plan(warm_up=100)).share
    assert [rising(step) for step in (0, 49, 99, 9_999)] == [0.01, 0.5, 1, 1]
    falling = learning.ending(tmp_path, 500, 100, (128,)).share
    assert [falling(step) for step in (500, 550, 599)] == pytest.approx([1, 0.5, 0.01])


def test_what_was_broken_off_goes_on_as_if_it_had_not_been(asked: Path, tmp_path: Path) -> None:
    batches, learning, network, teachers = (module(name) for name in ("batches", "learning", "network", "teachers"))
    answers, basis = teachers.read_answers(asked / "answers"), teachers.read_basis(asked / "answers")
    some = batches.Batches(np.load(asked / "pictures.npy"), answers, basis, views_seed=1, size=16, seed=1)
    shape = network.Shape(**TINY, vector=basis.axes.shape[1], map=basis.map_axes.shape[1])

    def trained(name: str, *stops: int) -> Any:
        for last in stops:
            learner = learning.Learner(shape, learning.Plan(warm_up=3), 1)
            phase = learning.steady(tmp_path / name, last, (32, 48), learner.plan)
            assert learning.run(phase, learner, some, minutes=9, say=str)
        return learner

    whole, pieces = trained("whole", 6), trained("pieces", 2, 4, 6)
    for name, value in whole.average.items():
        assert np.allclose(value, pieces.average[name], atol=1e-5), name
    assert trained("pieces", 3).step == 6, "what has been learned is not unlearned"


def test_a_plan_that_was_changed_holds_from_then_on(tmp_path: Path) -> None:
    learning, losses, network, torch = (module(name) for name in ("learning", "losses", "network", "torch"))
    shape = network.Shape(**TINY, vector=6)
    path = learning.Learner(shape, learning.Plan(decay=0.05), 1).save(tmp_path)
    later = learning.Learner(shape, learning.Plan(decay=0.01, rate=0.5), 1)
    later.load(path)
    said = losses.Said(torch.randn(4, 6), None, None, None, torch.randn(9, 6), torch.zeros(4, 9, dtype=torch.bool))
    later.learn(torch.rand(4, 3, 32, 32), said, 0.5)
    groups = [group for optimiser in later.optimisers for group in optimiser.param_groups]
    assert [group["weight_decay"] for group in groups] == [0.01, 0.01, 0.0]
    assert [group["lr"] for group in groups] == [0.005, 0.25, 0.25]


def test_an_ending_that_was_broken_off_is_not_exported_and_goes_on_at_its_own_length(
    asked: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = tmp_path / "run"
    shutil.copytree(asked, run, ignore=shutil.ignore_patterns("steady", "ending-*"))
    train("learn", "--run", run, "--steps", 2, "--side", 32, *TRAINED)
    train("finish", "--run", run, "--steps", 5, "--side", 32, "--minutes", 0)
    words = ["export", "--run", str(run), "--to", str(tmp_path / "model"), "--id", "x"]
    assert module("train").main(words) == 1
    assert "no end phase that is over" in capsys.readouterr().err
    train("finish", "--run", run, "--steps", 9, "--side", 32)
    assert "step 7: this phase is over" in capsys.readouterr().out


def test_unknown_names_of_shape_and_plan_are_a_sentence(asked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for option in ('--shape={"deep": 3}', '--plan={"weights": {"kinship": 1}}', '--shape={"vector": 3}'):
        assert module("train").main(["learn", "--run", str(asked), "--steps", "1", option]) == 1
        assert "take the names of Shape and Plan" in capsys.readouterr().err


def test_a_checkpoint_of_another_network_is_refused(tmp_path: Path) -> None:
    learning, network, errors = module("learning"), module("network"), module("imsearch_gui.domain.errors")
    small = network.Shape(**TINY, vector=24)
    path = learning.Learner(small, learning.Plan(), 1).save(tmp_path)
    assert learning.checkpoints(tmp_path) == [path]
    other = network.Shape(**TINY | {"depth": 2}, vector=24)
    with pytest.raises(errors.KnownError, match="another shape"):
        learning.Learner(other, learning.Plan(), 1).load(path)


def test_a_step_makes_fewer_mistakes(asked: Path) -> None:
    """Forty steps on the same pictures, without chance in them."""
    batches, learning, network, teachers = (module(name) for name in ("batches", "learning", "network", "teachers"))
    answers, basis = teachers.read_answers(asked / "answers"), teachers.read_basis(asked / "answers")
    some = batches.Batches(np.load(asked / "pictures.npy"), answers, basis, views_seed=1, size=32, seed=1)
    shape = network.Shape(**TINY, vector=basis.axes.shape[1], map=basis.map_axes.shape[1])
    learner = learning.Learner(shape, learning.Plan(warm_up=1), 1)
    losses = [learner.learn(*some.of(0, (SIDE,), 0.0), 1.0)["loss"] for _ in range(40)]
    assert losses[-1] < 0.6 * losses[0]
