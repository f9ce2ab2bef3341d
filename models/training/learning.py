"""The loop: steps, checkpoints, a log.

A network is trained in two phases. In the *steady* one the rate stays where it is, so that it can always go on; the *ending* starts
from a checkpoint of the steady phase, lets the rate fall to nothing, and gives the network that is exported (Hägele et al. 2024).
"""

from __future__ import annotations

import csv
import io
import json
import math
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import torch
from batches import Batches
from losses import Said, Weights, mistakes
from network import Seen, Shape, SmallViT, matrices, tupled
from torch import Tensor, nn

from imsearch_gui import disk
from imsearch_gui.domain.errors import KnownError

Say = Callable[[str], None]

STEADY, ENDING = "steady", "ending-{:08}-{:06}"
CHECKPOINT = "step-{:08}.pt"
KEPT = 2
"""Checkpoints that stay."""
SAVED_EVERY_S = 300.0
SAID_EVERY = 50
"""Steps between two lines of the log."""
BETAS = (0.9, 0.98)
"""A shorter memory of squares than usual: trainings are short."""
LONGEST_GRADIENT = 3.0
"""A batch with a longer one is an exception, and would be remembered for long."""
JUDGED = 64
"""Pictures at once where nothing is learned."""
JUDGED_SIDE = 112
"""Of the pictures that are kept apart, in every phase: what is said of them can be compared."""
PATIENCE = 20
"""Steps in a row that may come to nothing."""


@dataclass(frozen=True)
class Plan:
    """How a network is trained; all of it may be changed between two runs of one training."""

    batch: int = 128
    warm_up: int = 300
    """Steps over which the rate rises."""
    rate: float = 1e-3
    """Of AdamW (Loshchilov, Hutter 2019): convolutions, norms, heads."""
    inner_rate: float = 0.01
    """Of Muon (Jordan et al. 2024): the matrices of the blocks."""
    decay: float = 0.05
    """Weights shrink by this times the rate in each step; what is no matrix and no kernel does not."""
    averaged: float = 0.998
    """Of the average of the weights, which is what is exported: how much of it stays in each step."""
    weights: Weights = field(default_factory=Weights)

    def __post_init__(self) -> None:
        """Raises ValueError for what nothing can be trained by."""
        for name in ("batch", "warm_up"):
            if type(getattr(self, name)) is not int or getattr(self, name) < 1:
                raise ValueError(f"{name} takes a whole number from 1 on, not {getattr(self, name)!r}")
        shares = {name: getattr(self, name) for name in ("rate", "inner_rate", "decay", "averaged")} | asdict(
            self.weights
        )
        for name, value in shares.items():
            if type(value) not in (int, float) or not 0 <= value < math.inf:
                raise ValueError(f"{name} takes a number from 0 on, not {value!r}")
        if self.averaged >= 1:
            raise ValueError(f"averaged takes a number below 1, not {self.averaged!r}")


class Learner:
    """A network, the average of its weights, and what its optimisers remember."""

    def __init__(self, shape: Shape, plan: Plan, seed: int) -> None:
        torch.manual_seed(seed)
        self.shape, self.plan, self.step = shape, plan, 0
        self._in_vain = 0
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.network = SmallViT(shape).to(self.device, memory_format=torch.channels_last)
        self.begin_with(self.network)
        inner, others = matrices(self.network)
        shrinking = [part for part in others if part.ndim in (2, 4) and part is not self.network.places]
        known = {id(part) for part in shrinking}
        staying = [part for part in others if id(part) not in known]
        self.optimisers: tuple[torch.optim.Optimizer, ...] = (
            torch.optim.Muon(inner, lr=plan.inner_rate),
            torch.optim.AdamW(shrinking, lr=plan.rate, betas=BETAS, fused=True),
            torch.optim.AdamW(staying, lr=plan.rate, betas=BETAS, fused=True),
        )

    def begin_with(self, network: SmallViT) -> None:
        """What was learned elsewhere, in place of first weights by lot."""
        self.network.load_state_dict(network.state_dict())
        self.average = {name: value.detach().clone() for name, value in self.network.state_dict().items()}

    def learn(self, pictures: Tensor, said: Said, share: float) -> dict[str, float]:
        """One step at this share of the full rate; gives the parts of the loss before it, by name, and their weighted sum.

        A batch whose gradient is no number changes nothing; KnownError where too many of them come one after the other.
        """
        plan = self.plan
        told = ((plan.inner_rate, plan.decay), (plan.rate, plan.decay), (plan.rate, 0.0))
        for optimiser, (rate, decay) in zip(self.optimisers, told, strict=True):
            optimiser.zero_grad()
            for group in optimiser.param_groups:
                group["lr"], group["weight_decay"] = rate * share, decay
        self.network.train()
        # The norms of the stem follow what goes through them, before anybody knows what it comes to.
        before = [buffer.clone() for buffer in self.network.buffers()]
        pictures = pictures.to(self.device, memory_format=torch.channels_last)
        with torch.autocast(self.device.type, torch.bfloat16):
            seen = self.network(pictures)
        parts = mistakes(seen.as_float(), said.to(self.device))
        loss = sum(getattr(plan.weights, name) * part for name, part in parts.items())
        assert isinstance(loss, Tensor)
        loss.backward()  # type: ignore[no-untyped-call]
        length = nn.utils.clip_grad_norm_(self.network.parameters(), LONGEST_GRADIENT)
        self.step += 1
        if self._comes_to_something(float(length)):
            for optimiser in self.optimisers:
                optimiser.step()
            self._average()
        else:
            for buffer, kept in zip(self.network.buffers(), before, strict=True):
                buffer.copy_(kept)
        return {name: float(part.detach()) for name, part in {"loss": loss, **parts}.items()}

    def _comes_to_something(self, length: float) -> bool:
        self._in_vain = 0 if math.isfinite(length) else self._in_vain + 1
        if self._in_vain > PATIENCE:
            raise KnownError(
                f"Nothing can be learned any more from step {self.step - PATIENCE - 1:,} on, the loss is no number there:"
                " take a smaller rate (--plan). The last checkpoint stays as it is."
            )
        return self._in_vain == 0

    @torch.no_grad()
    def _average(self) -> None:
        # At the beginning the average forgets quickly: what is random goes at once.
        stays = min(self.plan.averaged, (1 + self.step) / (10 + self.step))
        for name, value in self.network.state_dict().items():
            if value.is_floating_point():
                self.average[name].lerp_(value, 1 - stays)
            else:
                self.average[name].copy_(value)

    def averaged(self) -> SmallViT:
        """A network with the average of the weights."""
        network = SmallViT(self.shape)
        network.load_state_dict(self.average)
        return network.eval()

    @torch.no_grad()
    def judged(self, pictures: Tensor, said: Said) -> dict[str, float]:
        """The parts of the loss that the averaged network has on pictures."""
        network = self.averaged().to(self.device)
        with torch.autocast(self.device.type, torch.bfloat16):
            parts = [network(some.to(self.device)).as_float() for some in pictures.split(JUDGED)]
        seen = Seen(*(_together([getattr(part, name) for part in parts]) for name in Seen.__dataclass_fields__))  # type: ignore[arg-type]
        return {name: float(part) for name, part in mistakes(seen, said.to(self.device)).items()}

    def save(self, folder: Path) -> Path:
        """A checkpoint; older ones go. It is there whole or not at all. Raises KnownError for weights that are no numbers."""
        if not all(bool(torch.isfinite(value).all()) for value in self.average.values()):
            raise KnownError(
                f"The weights are no numbers any more at step {self.step:,}: take a smaller rate (--plan)."
                " The last checkpoint stays as it is."
            )
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / CHECKPOINT.format(self.step)
        state = {
            "step": self.step,
            "shape": json.dumps(asdict(self.shape)),
            "network": self.network.state_dict(),
            "average": self.average,
            "optimisers": [optimiser.state_dict() for optimiser in self.optimisers],
        }
        with disk.beside(path) as half:
            torch.save(state, half)
        for old in checkpoints(folder)[:-KEPT]:
            old.unlink()
        return path

    def load(self, path: Path) -> None:
        """Go on from a checkpoint. Raises KnownError where it is of another shape."""
        state = torch.load(path, map_location=self.device, weights_only=True)
        if Shape(**tupled(json.loads(state["shape"]))) != self.shape:
            raise KnownError(f"{path} is of a network of another shape: take another folder.")
        self.network.load_state_dict(state["network"])
        self.average = state["average"]
        for optimiser, kept in zip(self.optimisers, state["optimisers"], strict=True):
            optimiser.load_state_dict(kept)
        self.step = state["step"]


def _together(parts: list[Tensor | None]) -> Tensor | None:
    there = [part for part in parts if part is not None]
    return torch.cat(there) if there else None


def checkpoints(folder: Path) -> list[Path]:
    """The oldest first."""
    return sorted(folder.glob(CHECKPOINT.format(0).replace("0" * 8, "*")))


def read_average(path: Path) -> SmallViT:
    """The network of a checkpoint, with the average of its weights."""
    state = torch.load(path, map_location="cpu", weights_only=True)
    network = SmallViT(Shape(**tupled(json.loads(state["shape"]))))
    network.load_state_dict(state["average"])
    return network.eval()


# -- phases -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Phase:
    """Steps from `first` to before `last`, at a share of the full rate, in a folder of its own."""

    folder: Path
    first: int
    last: int
    sides: tuple[int, ...]
    """Of the pictures; which of them a batch has is drawn by lot."""
    plain: float
    """Share of pictures that are seen as they are, beside those whose lot that is."""
    share: Callable[[int], float]

    @property
    def is_over(self) -> bool:
        done = checkpoints(self.folder)
        return bool(done) and step_of(done[-1]) >= self.last


def steady(folder: Path, last: int, sides: tuple[int, ...], plan: Plan) -> Phase:
    return Phase(folder / STEADY, 0, last, sides, 0.0, lambda step: min(1.0, (step + 1) / plan.warm_up))


def ending(folder: Path, first: int, steps: int, sides: tuple[int, ...]) -> Phase:
    """The rate falls from full at `first` to nothing, on a straight line. Half of the pictures are seen as they are, as in use.

    How long it is stands in its folder's name: one that was broken off goes on as it began.
    """
    place = folder / ENDING.format(first, steps)
    return Phase(place, first, first + steps, sides, 0.5, lambda step: 1 - (step - first) / steps)


def endings(folder: Path, sides: tuple[int, ...]) -> list[Phase]:
    """Those that there are in the folder of a run, the oldest first; over or broken off."""
    places = sorted(folder.glob("ending-*-*"))
    numbers = [tuple(int(part) for part in place.name.split("-")[1:]) for place in places]
    return [ending(folder, first, steps, sides) for first, steps in numbers]


def run(
    phase: Phase, learner: Learner, batches: Batches, *, minutes: float, say: Say, stopped: Callable[[], bool] = bool
) -> bool:
    """Train until the phase or the minutes are over, or `stopped` says so after a step; whether the phase is over.

    Goes on from the phase's own latest checkpoint, and leaves one.
    """
    done = checkpoints(phase.folder)
    if done:
        learner.load(done[-1])
        say(f"going on from step {learner.step:,}")
    if phase.is_over:
        return True
    end = time.monotonic() + 60 * minutes
    log, keeper = Log(phase.folder / "log.csv", learner.step, say), _Keeper(learner, batches, phase, say)
    beside = learner.device.type != "cpu"
    for pictures, said in batches.ahead(learner.step, phase.last, phase.sides, phase.plain, beside=beside):
        log.note(learner.step, len(pictures), learner.learn(pictures, said, phase.share(learner.step)))
        if stopped() or time.monotonic() > end:
            break
        keeper.keep_where_due()
    log.say()
    if learner.step > keeper.kept:
        keeper.keep()
    return learner.step >= phase.last


class _Keeper:
    """Writes checkpoints, and how the network does on the pictures that were kept apart."""

    def __init__(self, learner: Learner, batches: Batches, phase: Phase, say: Say) -> None:
        self._learner, self._folder, self._say = learner, phase.folder, say
        self._held = batches.held(JUDGED_SIDE)
        self._when = time.monotonic()
        self.kept = -1 if not checkpoints(phase.folder) else learner.step
        """The step of the latest checkpoint."""

    def keep_where_due(self) -> None:
        if time.monotonic() - self._when > SAVED_EVERY_S:
            self.keep()

    def keep(self) -> None:
        self._learner.save(self._folder)
        judged = self._learner.judged(*self._held)
        table = Table(self._folder / "held.csv", ["step", *judged], self._learner.step)
        table.write([self._learner.step, *(f"{value:.4f}" for value in judged.values())])
        self._say(f"step {self._learner.step:,}, pictures kept apart: {_told(judged)}")
        self._when, self.kept = time.monotonic(), self._learner.step


def step_of(path: Path) -> int:
    return int(path.stem.removeprefix("step-"))


def _told(parts: Mapping[str, float]) -> str:
    return ", ".join(f"{name} {value:.3f}" for name, value in parts.items())


class Table:
    """A table in a file, which each run prolongs; the first cell of a row is a step."""

    def __init__(self, path: Path, head: Sequence[str], before: int) -> None:
        """Rows of the step `before` and later ones go: they were written by a run that was broken off after its checkpoint."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path = path
        if not path.exists():
            self.write(head)
            return
        with path.open(newline="") as file:
            first, *rows = list(csv.reader(file)) or [list(head)]
        kept = [row for row in rows if row and row[0].isdecimal() and int(row[0]) < before]
        if len(kept) < len(rows):
            text = io.StringIO(newline="")
            csv.writer(text).writerows([first, *kept])
            disk.write(path, text.getvalue().encode())

    def write(self, cells: Sequence[object]) -> None:
        with self._path.open("a", newline="") as file:
            csv.writer(file).writerow(cells)


class Log:
    """What the loss was: each line the mean over some steps."""

    def __init__(self, path: Path, before: int, say: Say) -> None:
        """`before`: the step that comes next."""
        self._path, self._before, self._tell = path, before, say
        self._table: Table | None = None
        self._since: list[Mapping[str, float]] = []
        self._step, self._pictures, self._began = 0, 0, time.monotonic()

    def note(self, step: int, pictures: int, parts: Mapping[str, float]) -> None:
        self._since.append(parts)
        self._step = step
        self._pictures += pictures
        if len(self._since) >= SAID_EVERY or not step:
            self.say()

    def say(self) -> None:
        """A line for what came since the last one."""
        if not self._since:
            return
        means = {name: sum(line[name] for line in self._since) / len(self._since) for name in self._since[0]}
        rate = self._pictures / (time.monotonic() - self._began)
        if self._table is None:
            self._table = Table(self._path, ["step", "pictures/s", *means], self._before)
        self._table.write([self._step, f"{rate:.0f}", *(f"{value:.4f}" for value in means.values())])
        self._tell(f"step {self._step:,}: {_told(means)}; {rate:.0f} pictures/s")
        self._since, self._pictures, self._began = [], 0, time.monotonic()
