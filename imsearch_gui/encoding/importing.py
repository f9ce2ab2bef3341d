"""A model file of the user's own becomes a model: looked at, tried, described, then put among the others."""

from __future__ import annotations

from dataclasses import fields
from dataclasses import replace as changed
from itertools import count, zip_longest
from pathlib import Path

from imsearch_gui import paths
from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.model_spec import Family, ModelFile, ModelSpec, TextSpec
from imsearch_gui.domain.model_toml import check_model
from imsearch_gui.domain.proposal import OutputChoice, Port, Proposal, Wishes
from imsearch_gui.encoding.gathering import gather_graph, gather_model
from imsearch_gui.encoding.graph_facts import GraphFacts, check_memory, read_facts
from imsearch_gui.encoding.guard import limits_for
from imsearch_gui.encoding.guessing import (
    Guess,
    called,
    choice_of,
    choose_output,
    guess_family,
    guess_input,
    guess_patches,
    put_together,
)
from imsearch_gui.encoding.picture_input import PictureInput, picture_input
from imsearch_gui.encoding.side_files import TOWERS, read_hints
from imsearch_gui.encoding.staging import staged
from imsearch_gui.encoding.store import MANIFEST, InstalledModel, read_model, write_spec
from imsearch_gui.encoding.trial import Fit, Trial, try_graph, try_model
from imsearch_gui.encoding.words_import import find_text, find_tokenizer, guess_text, tokenizer_text

_NO_WISHES = Wishes()
_NAMED = 5
_NAMING = ("id", "title", "licence", "source")
"""What may be said of a model that describes itself."""


def propose(
    path: Path, *, text: Path | None = None, tokenizer: Path | None = None, wishes: Wishes = _NO_WISHES
) -> Proposal:
    """What an ONNX file, or the folder of a model, seems to be, after one picture went through it in a process of its own.

    `text` and `tokenizer` are looked for beside the file where they are not given. Raises ModelError for what can be no model.
    """
    if (path / MANIFEST).is_file():
        return _described(path, wishes)
    path = _only_graph(path)
    facts = read_facts(path)
    guess = Guess(facts, read_hints(path, facts.metadata), wishes, called(path))
    found = picture_input(facts, wishes)
    check_memory([facts])
    trial = try_graph(facts, found.port.name, _fits(guess, found)).run()
    choices = _choices(facts, trial)
    choice, pooling = choose_output(guess, choices)
    choices = tuple(choice if other.name == choice.name else other for other in choices)
    given = guess_input(guess, found, trial.fit.layout, (trial.fit.width, trial.fit.height))
    words = _words(guess, text, tokenizer, choice.dimension(pooling) or 0)
    family = guess_family(guess, choices) if words is None or wishes.family is not None else Family.CLIP
    spec = put_together(guess, given, choice, pooling, family)
    spec = changed(
        spec,
        id=_free_id(guess, spec.id),
        summary=tr("Imported from {0}.").format(path.name),
        text=words,
        patches=guess_patches(guess, choices, given),
    )
    if words is not None:
        spec = changed(spec, files=(*spec.files, ModelFile(words.file), ModelFile(words.tokenizer)))
    check_model(spec, path.name)
    _last_notes(guess, spec)
    return Proposal(spec, tuple(guess.notes), facts.inputs, choices)


def accept(
    path: Path, spec: ModelSpec, *, text: Path | None = None, tokenizer: Path | None = None, replace: bool = False
) -> InstalledModel:
    """Put a file, or the folder of a model, among the user's models under this description, after it was tried.

    Everything is copied first, and it is the copy that is looked at, tried and kept. Raises ModelError where the description does
    not fit the file, or its id is taken (`replace` allows one of the user's own), StorageError where the disk is full or may not
    be written.
    """
    check_model(spec, tr("The description"))
    if (paths.user_models() / spec.id).exists() and not replace:
        raise ModelError(
            tr("There is a model {0!r} already: choose another id, or replace that one (--replace).").format(spec.id)
        )
    if _ships(spec.id):
        raise ModelError(
            tr("The id “{0}” belongs to a model that comes with the program: choose another.").format(spec.id)
        )
    with staged(spec.id, replace=replace) as folder:
        if (path / MANIFEST).is_file():
            spec = gather_model(path, spec, folder)
        else:
            spec = gather_graph(_only_graph(path), spec, folder, text=text, tokenizer=tokenizer)
        check_model(spec, tr("The description"))
        graphs = [spec.files[0].path] if spec.files else []
        facts = [read_facts(folder / name) for name in (*graphs, *([spec.text.file] if spec.text else []))]
        if facts:
            check_memory(facts)
        spec = try_model(spec, folder, limits_for(facts)).run()
        write_spec(spec, folder)
    return read_model(paths.user_models() / spec.id)


def _ships(identity: str) -> bool:
    """Whether the program's own models, or its catalogue, have this id; on a disk that does not tell capitals, either."""
    return identity.lower() in {folder.name.lower() for folder in paths.built_in_models().iterdir()}


def _free_id(guess: Guess, identity: str) -> str:
    """The id, or the next that no model of the program's own has; one that was asked for stays, and `accept` will refuse it."""
    if guess.wishes.id is not None or not _ships(identity):
        return identity
    free = next(name for number in count(2) if not _ships(name := f"{identity}-{number}"))
    guess.notes.append(
        tr("The id {0} belongs to a model that comes with the program: proposed is {1}.").format(identity, free)
    )
    return free


def _only_graph(path: Path) -> Path:
    """The file itself, or the only graph for pictures in a folder."""
    if not path.is_dir():
        return path
    places = [path, *(folder for folder in sorted(path.iterdir()) if folder.is_dir() and folder.name.lower() in TOWERS)]
    found = [graph for place in places for graph in sorted(place.glob("*.onnx"))]
    graphs = [graph for graph in found if "text" not in graph.relative_to(path).as_posix().lower()]
    if len(graphs) == 1:
        return graphs[0]
    if not graphs:
        raise ModelError(tr("The folder {0} holds no .onnx file: choose the file itself.").format(path.name))
    names = ", ".join(graph.relative_to(path).as_posix() for graph in graphs[:_NAMED])
    raise ModelError(
        tr("The folder {0} holds {1} models ({2}): choose one of the files.").format(path.name, len(graphs), names)
    )


def _fits(guess: Guess, found: PictureInput) -> list[Fit]:
    """The forms in which a picture is tried, size by size."""
    wished = guess.wishes.width, guess.wishes.height
    seen = guess.hints.given.get("width"), guess.hints.given.get("height")
    columns = [[Fit(layout, *size) for size in found.sizes(layout, wished, seen)] for layout in found.layouts]
    return [fit for row in zip_longest(*columns) for fit in row if fit is not None]


def _choices(facts: GraphFacts, trial: Trial) -> tuple[OutputChoice, ...]:
    if not any(output.finite for output in trial.outputs):
        raise ModelError(
            tr("{0} gives numbers that are not finite for a picture: it is damaged, or not trained.").format(
                facts.path.name
            )
        )
    kinds = {port.name: port.type for port in facts.outputs}
    return tuple(
        choice_of(Port(output.name, output.shape, kinds[output.name]), facts, trial.fit.layout, shares=output.shares)
        for output in trial.outputs
        if output.finite
    )


def _words(guess: Guess, text: Path | None, tokenizer: Path | None, dimension: int) -> TextSpec | None:
    """The text tower that is named, or that lies beside the graph and fits it."""
    tower = text or find_text(guess.facts.path)
    if tower is None:
        if tokenizer is not None:
            raise ModelError(
                tr("{0} is of no use without a text tower: name that, too (--text).").format(tokenizer.name)
            )
        return None
    try:
        facts = read_facts(tower)
        place = find_tokenizer(tower, tokenizer)
        siglip = any(word in f"{guess.name} {guess.hints.model_type}".lower() for word in ("siglip", "webli"))
        words = guess_text(facts, guess.hints, tokenizer_text(place), siglip=siglip, dimension=dimension)
        check_memory([guess.facts, facts])
    except ModelError as error:
        if text is not None:
            raise
        guess.notes.append(
            tr("{0} looks like its half for words, but is left aside. {1}").format(tower.name, str(error))
        )
        return None
    guess.notes.append(
        tr("Words go through {0}, with its tokenizer; texts are cut after {1} tokens.").format(tower.name, words.length)
    )
    return words


def _last_notes(guess: Guess, spec: ModelSpec) -> None:
    folder = guess.facts.path.absolute().parent
    if not spec.licence:
        guess.notes.append(tr("Nothing says what its licence allows: look that up before you pass it on."))
    if (folder / MANIFEST).is_file():
        guess.notes.append(
            tr("A model.toml lies beside it: import the folder {0} to use what that says.").format(folder.name)
        )


def _described(folder: Path, wishes: Wishes) -> Proposal:
    """The proposal of a folder that describes itself."""
    model = read_model(folder)
    told = {item.name: getattr(wishes, item.name) for item in fields(wishes) if getattr(wishes, item.name) is not None}
    if others := [name for name in told if name not in _NAMING]:
        sentence = tr(
            "{0} describes itself in its model.toml, so {1} cannot be given: change that file, or import the .onnx file in it."
        )
        raise ModelError(sentence.format(folder.name, ", ".join(others)))
    spec = changed(model.spec, **told)
    check_model(spec, folder.name)
    notes = (tr("{0} describes itself in its model.toml, and that is what counts.").format(folder.name),)
    if model.graph_path is None:
        return Proposal(spec, notes, (), ())
    facts = read_facts(model.graph_path)
    check_memory([facts])
    given = spec.input
    name = given.name or (facts.inputs[0].name if facts.inputs else "")
    trial = try_graph(facts, name, [Fit(given.layout, given.width, given.height)]).run()
    return Proposal(spec, notes, facts.inputs, _choices(facts, trial))
