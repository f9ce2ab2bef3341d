"""A description worked out for an ONNX file that lies in a folder without one.

Nothing is run: the graph's own words, the files beside it and what is usual tell (`guessing`). Where the engine has to be asked,
that is done in a process of its own, since the file may come from anybody. To look closer, and to correct what was guessed, a model
is imported (`importing`).
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from imsearch_gui.domain.language import tr
from imsearch_gui.domain.model_spec import ModelSpec
from imsearch_gui.domain.model_toml import check_model
from imsearch_gui.domain.proposal import Port, Wishes
from imsearch_gui.encoding.graph_facts import GraphFacts, check_memory, read_facts
from imsearch_gui.encoding.guard import Guarded, limits_for
from imsearch_gui.encoding.guessing import (
    Guess,
    as_id,
    choice_of,
    choose_output,
    guess_family,
    guess_input,
    listed,
    put_together,
)
from imsearch_gui.encoding.picture_input import picture_input
from imsearch_gui.encoding.session import Port as SessionPort
from imsearch_gui.encoding.session import Session
from imsearch_gui.encoding.side_files import read_hints


def infer_spec(path: Path) -> tuple[ModelSpec, str]:
    """(spec, note for the user); ModelError where the graph takes no picture or gives no vector."""
    facts = read_facts(path)
    folder = path.absolute().parent.name
    # The folder is how a library knows the model: it goes before what the file is called.
    guess = Guess(facts, read_hints(path, facts.metadata), Wishes(), folder)
    found = picture_input(facts, guess.wishes)
    layout = found.layouts[0]
    seen = guess.hints.given.get("width"), guess.hints.given.get("height")
    choices = [choice_of(port, facts, layout) for port in facts.outputs if "float" in port.type]
    choice, pooling = choose_output(guess, choices)
    if choice.dimension(pooling) is None:
        # The file does not say it, but the engine can often work it out.
        choice = choice_of(_outputs(facts)[choice.name], facts, layout)
    given = guess_input(guess, found, layout, found.sizes(layout, (None, None), seen)[0])
    spec = put_together(guess, given, choice, pooling, guess_family(guess, choices))
    name = as_id(folder)
    spec = replace(spec, id=name, title=name, summary=tr("A model without a description of its own."))
    check_model(spec, path.name)
    return spec, _note(guess, folder, spec, choice.name)


def _outputs(facts: GraphFacts) -> dict[str, Port]:
    check_memory([facts])
    ports = _asked(facts.path, facts.size, facts.path.stat().st_mtime_ns)
    return {port.name: Port(port.name, port.shape, port.type) for port in ports}


@lru_cache(maxsize=16)
def _asked(path: Path, size: int, mtime_ns: int) -> tuple[SessionPort, ...]:  # noqa: ARG001 (they are there for the cache)
    return Guarded(path.name, outputs_of, path, limits=limits_for([read_facts(path)])).run()


def outputs_of(path: Path) -> tuple[SessionPort, ...]:
    """The work, in the process of its own: the outputs of a graph as the engine works them out."""
    return tuple(Session(path).outputs)


def _note(guess: Guess, folder: str, spec: ModelSpec, output: str) -> str:
    size = spec.input.width, spec.input.height
    if guess.hints.files:
        return tr("{0} has no model.toml: taken to be {1} x {2} with what {3} says, output {4!r}, {5} numbers.").format(
            folder, *size, listed(guess.hints.files), output, spec.dimension
        )
    return tr("{0} has no model.toml: taken to be {1} x {2} with {3}, output {4!r}, {5} numbers.").format(
        folder, *size, tr(guess.convention[0].numbers), output, spec.dimension
    )
