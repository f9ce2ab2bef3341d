"""Trains a small vision transformer on any pictures, from any teachers: `python train.py STEP ...`; README.md explains the steps.

train.py ask PICTURES --teacher MODEL --run RUN --views 8      what the teachers see, kept in RUN
train.py learn --run RUN --minutes 120                         the steady phase; again and again, it goes on
train.py finish --run RUN                                      the end phase, from where the steady one stands
train.py export --run RUN --to FOLDER --id my-vit              a model's folder that imsearch can use
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

# Before onnxruntime: it reports its use to its maker unless this room has told it otherwise.
import imsearch_gui.encoding  # noqa: F401

# isort: split
if find_spec("torch") is None:
    sys.exit("Training needs PyTorch, which is not installed: pip install -e '.[train]' (models/training/README.md).")

import numpy as np
from answers import ask, read_answers, read_basis
from batches import Batches
from beginning import begun
from exporting import LARGEST_BYTES, Described, descriptor, expected_bytes, exported
from learning import (
    STEADY,
    Learner,
    Phase,
    Plan,
    checkpoints,
    ending,
    endings,
    read_average,
    run,
    steady,
    step_of,
)
from losses import Weights
from network import Shape, tupled, weights
from pictures import PACKED, packed
from teachers import Teacher

from imsearch_gui import disk
from imsearch_gui.domain.errors import KnownError
from imsearch_gui.domain.model_spec import Fact
from imsearch_gui.encoding.store import read_model

NOTE = "run.json"
PACKED_SIDE = 112
SEED = 1
"""Of a network's first weights."""
LOOKED_AT, LOOKED_AT_SIDE = 2048, 112
"""Pictures by which a network that begins as an exported one finds what an export leaves out."""
LEARNED_FROM, STEPS, BEGUN_WITH = "learned from", "steps of the training", "begun with"
"""What the facts of an exported model are called."""


def say(text: str) -> None:
    print(text, flush=True)


def main(words: Sequence[str] | None = None) -> int:
    options = parse(words)
    try:
        options.step(options)
    except KnownError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{error.strerror or error}: {error.filename or options.run}", file=sys.stderr)
        return 1
    return 0


def parse(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    steps = parser.add_subparsers(required=True, metavar="STEP")

    def step(name: str, does: Callable[[argparse.Namespace], None], what: str) -> argparse.ArgumentParser:
        one = steps.add_parser(name, help=what, description=f"{what[0].upper()}{what[1:]}.")
        one.set_defaults(step=does)
        one.add_argument("--run", type=Path, required=True, help="folder of everything that is kept between the steps")
        return one

    asking = step("ask", _ask, "pack the pictures, and keep what the teachers see in them")
    asking.add_argument("pictures", type=Path, help="a folder or a .zip")
    several = "a model's folder; more than one may be given"
    asking.add_argument("--teacher", type=Path, action="append", required=True, help=several)
    asking.add_argument("--classes", help="the first teacher's output that holds the classes")
    asking.add_argument(
        "--views", type=_positive, default=8, help="of each picture, in all (default 8); more may be asked for later"
    )
    left_out = "leave out views 1 to N - 1: the model that you begin with has learned from them"
    asking.add_argument("--from-view", type=_positive, default=1, metavar="N", help=left_out)
    asking.add_argument(
        "--side", type=_positive, default=PACKED_SIDE, help=f"that pictures are kept at (default {PACKED_SIDE})"
    )
    lot = "that views are drawn by (default 1): a number from 0 on"
    asking.add_argument("--seed", type=_from_zero, default=1, help=lot)
    learning = step("learn", _learn, "the steady phase; goes on where it was")
    learning.add_argument(
        "--steps", type=_positive, default=1_000_000, help="in all (default: until the minutes are over)"
    )
    exported = "where nothing was learned yet: begin with what this model knows, one that was exported here"
    learning.add_argument("--begin-with", type=Path, metavar="MODEL", help=exported)
    finishing = step("finish", _finish, "the end phase, from the latest checkpoint of the steady one")
    finishing.add_argument("--steps", type=_positive, default=1500, help="of the end phase (default 1500)")
    for one, sides in ((learning, (64, 80, 96)), (finishing, (112,))):
        usual = " ".join(map(str, sides))
        drawn_by_lot = f"of the pictures, drawn by lot (default {usual})"
        one.add_argument("--minutes", type=float, default=1e6, help="stop after so long, with a checkpoint")
        one.add_argument("--side", type=_positive, nargs="+", default=sides, help=drawn_by_lot)
        one.add_argument("--shape", type=json.loads, help='JSON: what differs from the usual network, {"depth": 4}')
        one.add_argument("--plan", type=json.loads, help='JSON: what differs from the usual plan, {"rate": 0.002}')
    exporting = step("export", _export, "make a model's folder of what was learned")
    exporting.add_argument("--to", type=Path, required=True, help="folder of the model")
    exporting.add_argument("--id", required=True, help="by which commands name it: small letters, digits, -")
    exporting.add_argument("--title", help="its name for people (default: the id)")
    exporting.add_argument(
        "--summary", default="Trained by models/training.", help="a sentence: what it is good for (%(default)s)"
    )
    exporting.add_argument(
        "--licence", default="", help="of the model; its pictures and its teacher have terms of their own"
    )
    exporting.add_argument(
        "--precision", choices=("fp32", "fp16", "int8"), default="int8", help="of the weights (%(default)s)"
    )
    weight = "length of the part for colour and layout beside that which was learned; 0: none (%(default)s)"
    exporting.add_argument("--descriptor", type=float, default=0.5, help=weight)
    exporting.add_argument("--steady", action="store_true", help="the network of the steady phase, as it is")
    return parser.parse_args(words)


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{number} is less than 1")
    return number


def _from_zero(text: str) -> int:
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError(f"{number} is less than 0")
    return number


# -- steps --------------------------------------------------------------------------------------------------------------


def _ask(options: argparse.Namespace) -> None:
    if options.from_view > 1 and options.from_view >= options.views:
        raise KnownError(f"There are {options.views} views: --from-view takes less than that.")
    teachers = [
        Teacher(folder, options.classes if not number else None) for number, folder in enumerate(options.teacher)
    ]
    for teacher in teachers:
        say(str(teacher))
    pictures = packed(options.pictures, options.run, options.side)
    say(f"{len(pictures):,} pictures")
    # View 0 is always needed: it is what neighbours are, and the pictures that are kept apart.
    numbers = (0, *range(options.from_view, options.views))
    ask(pictures, teachers, options.run / "answers", numbers, options.seed, say)
    _note(
        options.run,
        seed=options.seed,
        teachers=[teacher.model.spec.id for teacher in teachers],
        licences=[teacher.model.spec.licence for teacher in teachers],
        classes=teachers[0].classes,
    )


def _read_note(run: Path) -> dict[str, Any]:
    """What the steps have noted for those that come after them."""
    if not (run / NOTE).exists():
        raise KnownError(f"{run} holds no answers of a teacher: begin with `train.py ask`.")
    note: dict[str, Any] = json.loads((run / NOTE).read_text(encoding="utf-8"))
    return note


def _note(run: Path, **said: object) -> None:
    before = _read_note(run) if (run / NOTE).exists() else {}
    disk.write(run / NOTE, json.dumps(before | said, indent=1).encode())


@dataclass(frozen=True)
class _Prepared:
    """What is learned from, and how: as before where the command line says nothing else."""

    batches: Batches
    learner: Learner
    differs: dict[str, Any]
    """From the usual shape and plan."""


def _prepared(options: argparse.Namespace) -> _Prepared:
    note = _read_note(options.run)
    folder = options.run / "answers"
    pictures = np.load(options.run / PACKED, mmap_mode="r")
    answers, basis = read_answers(folder), read_basis(folder)
    differs = {
        name: note.get(name, {}) if (said := getattr(options, name)) is None else said for name in ("shape", "plan")
    }
    taken = {"vector": basis.axes.shape[1], "map": basis.map_axes.shape[1], "classes": note["classes"]}
    try:
        shape = Shape(**taken, **tupled(differs["shape"]))
        plan = Plan(
            **{name: Weights(**value) if name == "weights" else value for name, value in differs["plan"].items()}
        )
    except ValueError as error:
        raise KnownError(f"--shape or --plan: {error}.") from error
    except (TypeError, AttributeError) as error:
        raise KnownError(f"--shape and --plan take the names of Shape and Plan (models/training): {error}.") from error
    batches = Batches(pictures, answers, basis, views_seed=note["seed"], size=plan.batch, seed=note["seed"])
    return _Prepared(batches, Learner(shape, plan, SEED), differs)


def _learn(options: argparse.Namespace) -> None:
    prepared = _prepared(options)
    learner = prepared.learner
    phase = steady(options.run, options.steps, tuple(options.side), learner.plan)
    done = checkpoints(phase.folder)
    noted: dict[str, object] = {}
    if done:
        if options.begin_with is not None:
            raise KnownError(
                f"{options.run} has been learned in already: leave --begin-with out, or take another folder."
            )
        learner.load(done[-1])
    elif options.begin_with is not None:
        learner.begin_with(begun(options.begin_with, learner.shape, *prepared.batches.plain(LOOKED_AT, LOOKED_AT_SIDE)))
        noted = _known_of(options.begin_with)
    else:
        noted = {"begun_with": None}
    _note(options.run, **prepared.differs, **noted)
    _trained(options, phase, prepared)


def _known_of(folder: Path) -> dict[str, object]:
    """What a model says of where it comes from, for the note."""
    spec = read_model(folder).spec
    facts = [fact for fact in spec.facts if fact.what in (LEARNED_FROM, STEPS, BEGUN_WITH)]
    told = "; ".join(f"{fact.what} {fact.value}" for fact in facts)
    return {
        "begun_with": f"{spec.id} ({told})" if told else spec.id,
        "begun_with_is_verified": all(fact.verified for fact in facts),
    }


def _finish(options: argparse.Namespace) -> None:
    """Goes on with an ending that was broken off, else begins one."""
    prepared, sides = _prepared(options), tuple(options.side)
    learner = prepared.learner
    begun = [phase for phase in endings(options.run, sides) if checkpoints(phase.folder)]
    broken_off = [phase for phase in begun if not phase.is_over]
    before = checkpoints(options.run / STEADY)
    if not before:
        raise KnownError(f"{options.run} holds no checkpoint: begin with `train.py learn`.")
    learner.load(before[-1])
    _note(options.run, **prepared.differs)
    phase = broken_off[-1] if broken_off else ending(options.run, learner.step, options.steps, sides)
    _trained(options, phase, prepared)


def _trained(options: argparse.Namespace, phase: Phase, prepared: _Prepared) -> None:
    learner = prepared.learner
    say(f"{weights(learner.network) / 1e6:.1f} million numbers to learn, on {learner.device}")
    say(
        f"About {expected_bytes(learner.network) / 1e6:.1f} MB in 8 bits; at most {LARGEST_BYTES / 1e6:.0f} can be exported"
    )
    with _told_to_end() as told:
        over = run(phase, learner, prepared.batches, minutes=options.minutes, say=say, stopped=told.is_set)
    say(f"step {learner.step:,}{': this phase is over' if over else ''}")


@contextmanager
def _told_to_end() -> Iterator[threading.Event]:
    """Set by Ctrl+C and by SIGTERM, which end nothing meanwhile."""
    told = threading.Event()
    before = {number: signal.signal(number, lambda *_: told.set()) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield told
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _export(options: argparse.Namespace) -> None:
    over = [phase.folder for phase in endings(options.run, ()) if phase.is_over]
    folders = [options.run / STEADY] if options.steady else over
    found = [path for folder in folders for path in checkpoints(folder)]
    if not found:
        raise KnownError(f"{options.run} holds no end phase that is over: run `train.py finish`, or say --steady.")
    # Endings differ in where they begin and how long they are; what was finished last is what is meant.
    latest = max(found, key=lambda path: path.stat().st_mtime)
    note = _read_note(options.run)
    pictures = np.load(options.run / PACKED, mmap_mode="r")
    by = ", ".join(
        f"{name} ({licence or 'licence not known'})"
        for name, licence in zip(note["teachers"], note["licences"], strict=True)
    )
    facts = [
        Fact(LEARNED_FROM, f"{len(pictures):,} pictures and {by}", "models/training", verified=True),
        Fact(STEPS, f"{step_of(latest):,}", "its checkpoint", verified=True),
    ]
    if note.get("begun_with"):
        facts.append(
            Fact(
                BEGUN_WITH,
                note["begun_with"],
                "what that model says of itself",
                verified=note.get("begun_with_is_verified", False),
            )
        )
    say(f"out of {latest}")
    spec = exported(
        read_average(latest),
        options.to,
        Described(options.id, options.title or options.id, options.summary, options.licence),
        beside=descriptor(pictures, options.descriptor) if options.descriptor else None,
        precision=options.precision,
        facts=tuple(facts),
    )
    say(f"{options.to}: {spec.dimension} numbers a vector, {(spec.files[0].size or 0) / 1e6:.1f} MB")


if __name__ == "__main__":
    sys.exit(main())
