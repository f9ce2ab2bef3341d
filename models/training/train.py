"""Trains a small vision transformer on any pictures, from any teachers: `python train.py STEP ...`; README.md explains the steps.

train.py ask PICTURES --teacher MODEL --run RUN --views 8      what the teachers see, kept in RUN
train.py learn --run RUN --minutes 120                         the steady phase; again and again, it goes on
train.py finish --run RUN --steps 4000                         the end phase, from where the steady one stands
train.py export --run RUN --to FOLDER --id my-vit              a model's folder that imsearch can use
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from batches import Batches
from exporting import Described, descriptor, exported
from learning import Learner, Phase, Plan, checkpoints, ending, read_average, run, steady, step_of, threads
from network import Shape, weights
from pictures import packed
from teachers import Teacher, ask, read_answers, read_basis

from imsearch_gui.domain.errors import KnownError
from imsearch_gui.domain.model_spec import Fact

NOTE = "run.json"
PACKED_SIDE = 112


def say(text: str) -> None:
    print(text, flush=True)


def main(words: Sequence[str] | None = None) -> int:
    options = parse(words)
    try:
        options.step(options)
    except KnownError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def parse(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    steps = parser.add_subparsers(required=True, metavar="STEP")

    def step(name: str, does: Callable[[argparse.Namespace], None]) -> argparse.ArgumentParser:
        one = steps.add_parser(name)
        one.set_defaults(step=does)
        one.add_argument("--run", type=Path, required=True, help="folder of everything that is kept between the steps")
        return one

    asking = step("ask", _ask)
    asking.add_argument("pictures", type=Path, help="a folder or a .zip")
    asking.add_argument(
        "--teacher", type=Path, action="append", required=True, help="a model's folder; more than one may be given"
    )
    asking.add_argument("--classes", help="the first teacher's output that holds the classes")
    asking.add_argument("--views", type=int, default=8, help="of each picture (default 8); more may be asked for later")
    asking.add_argument("--side", type=int, default=PACKED_SIDE, help="that pictures are kept at (default 112)")
    asking.add_argument("--seed", type=int, default=1)
    learning = step("learn", _learn)
    learning.add_argument(
        "--steps", type=int, default=1_000_000, help="steps in all (default: until the minutes are over)"
    )
    finishing = step("finish", _finish)
    finishing.add_argument("--steps", type=int, default=4000, help="of the end phase (default 4000)")
    for one, sides in ((learning, (64, 80, 96)), (finishing, (128,))):
        one.add_argument("--minutes", type=float, default=1e6, help="stop after so long, with a checkpoint")
        one.add_argument("--batch", type=int, default=256)
        usual = " ".join(map(str, sides))
        one.add_argument(
            "--side", type=int, nargs="+", default=sides, help=f"of the pictures, drawn by lot (default {usual})"
        )
        one.add_argument("--seed", type=int, default=1)
        one.add_argument(
            "--shape", type=json.loads, default={}, help='JSON: what differs from the usual network, {"depth": 8}'
        )
        one.add_argument(
            "--plan", type=json.loads, default={}, help='JSON: what differs from the usual plan, {"rate": 0.002}'
        )
    exporting = step("export", _export)
    exporting.add_argument("--to", type=Path, required=True)
    exporting.add_argument("--id", required=True)
    exporting.add_argument("--title")
    exporting.add_argument("--summary", default="Trained by models/training.")
    exporting.add_argument("--precision", choices=("fp32", "fp16", "int8"), default="int8")
    exporting.add_argument(
        "--descriptor", type=float, default=0.5, help="length of the part for colour and layout; 0: none"
    )
    exporting.add_argument("--steady", action="store_true", help="the network of the steady phase, as it is")
    return parser.parse_args(words)


# -- steps --------------------------------------------------------------------------------------------------------------


def _ask(options: argparse.Namespace) -> None:
    pictures = packed(options.pictures, options.run, options.side)
    say(f"{len(pictures):,} pictures")
    teachers = [
        Teacher(folder, options.classes if not number else None) for number, folder in enumerate(options.teacher)
    ]
    ask(pictures, teachers, options.run / "answers", range(options.views), options.seed, say)
    note = {"seed": options.seed, "teachers": [teacher.model.spec.id for teacher in teachers]}
    (options.run / NOTE).write_text(json.dumps(note))


def _batches(options: argparse.Namespace) -> tuple[Batches, Shape]:
    if not (options.run / NOTE).exists():
        raise KnownError(f"{options.run} holds no answers of a teacher: begin with `train.py ask`.")
    folder = options.run / "answers"
    pictures = np.load(options.run / "pictures.npy", mmap_mode="r")
    answers, basis = read_answers(folder), read_basis(folder)
    first = answers[0]
    classes = (
        0
        if first.classes is None
        else 1 + max(int(one.classes.max()) for one in answers.values() if one.classes is not None)
    )
    shape = Shape(vector=basis.axes.shape[1], map=basis.map_axes.shape[1], classes=classes, **_tuples(options.shape))
    seed = json.loads((options.run / NOTE).read_text())["seed"]
    batches = Batches(pictures, answers, basis, views_seed=seed, size=options.batch, seed=options.seed)
    return batches, shape


def _tuples(values: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}


def _learn(options: argparse.Namespace) -> None:
    batches, shape = _batches(options)
    plan = replace(Plan(), **options.plan)
    _trained(options, steady(options.run / "steady", options.steps, options.side, plan), batches, shape, plan)


def _finish(options: argparse.Namespace) -> None:
    batches, shape = _batches(options)
    before = checkpoints(options.run / "steady")
    if not before:
        raise KnownError(f"{options.run} holds no checkpoint: begin with `train.py learn`.")
    phase = ending(options.run, step_of(before[-1]), options.steps, options.side)
    _trained(options, phase, batches, shape, replace(Plan(), **options.plan), before[-1])


def _trained(
    options: argparse.Namespace, phase: Phase, batches: Batches, shape: Shape, plan: Plan, start: Path | None = None
) -> None:
    threads()
    learner = Learner(shape, plan, options.seed)
    if start is not None:
        learner.load(start)
    say(f"{weights(learner.network) / 1e6:.1f} million numbers to learn, on {learner.device}")
    over = run(phase, learner, batches, minutes=options.minutes, say=say)
    say(f"step {learner.step:,}{': this phase is over' if over else ''}")


def _export(options: argparse.Namespace) -> None:
    folders = [options.run / "steady"] if options.steady else sorted(options.run.glob("ending-*"))
    found = [path for folder in folders for path in checkpoints(folder)]
    if not found:
        raise KnownError(f"{options.run} holds no network at its end: run `train.py finish`, or say --steady.")
    note = json.loads((options.run / NOTE).read_text())
    pictures = np.load(options.run / "pictures.npy", mmap_mode="r")
    facts = (
        Fact(
            "learned from",
            f"{len(pictures):,} pictures and {', '.join(note['teachers'])}",
            "models/training",
            verified=True,
        ),
        Fact("steps of the training", f"{step_of(found[-1]):,}", "its checkpoint", verified=True),
    )
    spec = exported(
        read_average(found[-1]),
        options.to,
        Described(options.id, options.title or options.id, options.summary),
        beside=descriptor(pictures, options.descriptor) if options.descriptor else None,
        precision=options.precision,
        facts=facts,
    )
    say(f"{options.to}: {spec.dimension} numbers a vector, {(spec.files[0].size or 0) / 1e6:.1f} MB")


if __name__ == "__main__":
    sys.exit(main())
