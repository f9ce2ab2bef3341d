"""Make a model folder out of published weights: `python export.py SOURCE --to DIR`. `imsearch models export` runs this.

Lines of progress go to standard output. The last one is a JSON object: what was made, or `error`, a sentence for the user.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import from_keras
from towers import Made, finish, run, say

from imsearch_gui.domain.errors import KnownError, ModelError
from imsearch_gui.domain.model_spec import ModelSpec, Pooling, RecipeSource
from imsearch_gui.encoding.pooling import vectors_of
from imsearch_gui.encoding.store import read_spec


def main() -> int:
    options = parse(sys.argv[1:])
    try:
        spec = make(options)
    except KnownError as error:
        print(json.dumps({"error": str(error)}))
        return 1
    print(json.dumps({"id": spec.id, "folder": str(options.to), "dimension": spec.dimension}))
    return 0


def make(options: argparse.Namespace) -> ModelSpec:
    """Write the model's folder; raises ModelError, and may leave half a folder then."""
    entry = None if options.entry is None else read_spec(options.entry)
    made = _as_wished(_load(options, entry), options, entry)
    options.to.mkdir(parents=True, exist_ok=True)
    return finish(made, options.to, options.precision)


def parse(words: Sequence[str]) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser()
    parser.add_argument(
        "source", help="id of the hub, a folder that save_pretrained wrote, or the name of a Keras network"
    )
    parser.add_argument("--to", type=Path, required=True, help="folder to write")
    parser.add_argument("--recipe", help="default: by the model's own configuration")
    parser.add_argument("--precision", choices=("fp32", "fp16", "int8"), default="fp32")
    parser.add_argument("--entry", type=Path, help="a model.toml whose description the result keeps")
    parser.add_argument("--id")
    parser.add_argument("--pooling", choices=[pooling.value for pooling in Pooling])
    parser.add_argument("--normalise", action=argparse.BooleanOptionalAction)
    parser.add_argument("--weights", default="imagenet", help="of a Keras network: imagenet, random, or a file")
    return parser.parse_args(words)


def _load(options: argparse.Namespace, entry: ModelSpec | None) -> Made:
    name = options.recipe or (options.source if options.source in from_keras.NAMES else None)
    say(f"loading {options.source}")
    if name in from_keras.NAMES:
        described = (None, None) if entry is None else (entry.input, entry.output)
        made, weights = from_keras.make(name, options.weights, *described), options.weights
    else:
        import from_transformers

        source = from_transformers.Source(options.source)
        name = name or from_transformers.recipe_for(source)
        if name not in from_transformers.RECIPES:
            known = ", ".join([*from_transformers.RECIPES, *from_keras.NAMES])
            raise ModelError(f"There is no recipe {name!r}: there are {known}.")
        made = from_transformers.make(name, source, None if entry is None else entry.input)
        weights = "" if source.is_folder else options.source
    return replace(made, spec=replace(made.spec, recipe=RecipeSource(name, weights, options.precision)))


_OF_THE_ENTRY = ("id", "title", "summary", "licence", "licence_url", "terms", "source", "input")


def _as_wished(made: Made, options: argparse.Namespace, entry: ModelSpec | None) -> Made:
    """What the entry of the catalogue and the command line say, where they say something."""
    spec = made.spec
    if entry is not None:
        spec = replace(spec, **{key: getattr(entry, key) for key in _OF_THE_ENTRY}, facts=entry.facts + spec.facts)
        spec = replace(spec, output=replace(entry.output, name=spec.output.name))
        spec = replace(spec, text=entry.text or spec.text, patches=entry.patches or spec.patches)
    if options.id:
        spec = replace(spec, id=options.id)
    if options.normalise is not None:
        spec = replace(spec, output=replace(spec.output, normalise=options.normalise))
    if options.pooling:
        spec = replace(spec, output=replace(spec.output, pooling=Pooling(options.pooling)))
    return replace(made, spec=replace(spec, dimension=_dimension(made, spec)))


def _dimension(made: Made, spec: ModelSpec) -> int:
    """By running one empty picture: pooling decides how long a vector is. Raises ModelError where it does not fit the output."""
    output = run(made.picture, {name: value[:1] for name, value in made.picture.example.items()})
    try:
        return int(vectors_of(output, spec.output).shape[1])
    except ValueError as error:
        raise ModelError(
            f"This network cannot be pooled like that ({error}): leave out --pooling, or take another."
        ) from error


if __name__ == "__main__":
    sys.exit(main())
