"""Sentences are looked up where they are made, and again where they arrive."""

from __future__ import annotations

import copy
import json
import pickle
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.language import Language, in_english, mark, speak, spoken, tr, written

GERMAN = {
    "{0} is damaged: {1}.": "{0} ist beschädigt: {1}.",
    "its head is missing": "der Kopf fehlt",
    "%Ln picture(s)": "%Ln Bilder",
}


@pytest.fixture
def german() -> Iterator[None]:
    before = spoken()
    speak(Language(lambda source, comment, number: GERMAN[source].replace("%Ln", str(number)), ".", ","))
    yield
    speak(before)


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0 pictures"), (1, "1 picture"), (2, "2 pictures"), (48212, "48,212 pictures")]
)
def test_english_needs_no_look_up(number: int, text: str) -> None:
    assert tr("%Ln picture(s)", "", number) == text
    assert tr("%Ln match(es)", "", number).startswith(text.split()[0] + " match")
    assert tr("{0} (s) stays as it is").format(number) == f"{number} (s) stays as it is"
    assert mark("Style") == "Style"


@pytest.mark.usefixtures("german")
def test_a_sentence_with_parts() -> None:
    assert (
        tr("{0} is damaged: {1}.").format("a.onnx", tr("its head is missing"))
        == "a.onnx ist beschädigt: der Kopf fehlt."
    )


def test_a_sentence_of_another_process_is_said_in_the_language_of_this_one(request: pytest.FixtureRequest) -> None:
    error = ModelError(tr("{0} is damaged: {1}.").format("a.onnx", tr("its head is missing")))
    counted = tr("%Ln picture(s)", "", 3)
    sent = pickle.dumps((error, str(error), counted, written(1234.5, 1)))
    assert str(error) == "a.onnx is damaged: its head is missing."
    request.getfixturevalue("german")
    arrived, text, number, plain = pickle.loads(sent)
    assert type(arrived) is ModelError
    assert str(arrived) == text == "a.onnx ist beschädigt: der Kopf fehlt."
    assert (number, plain) == ("3 Bilder", "1.234,5")
    assert copy.deepcopy(text) == text


@pytest.mark.usefixtures("german")
def test_what_is_kept_on_the_disk_is_english() -> None:
    inner = tr("{0} is damaged: {1}.").format("a.onnx", written(0.25, 2))
    said = tr("{0} is damaged: {1}.").format(inner, tr("%Ln picture(s)", "", 1))
    assert said == "a.onnx ist beschädigt: 0,25. ist beschädigt: 1 Bilder."
    kept = in_english(said)
    assert kept == "a.onnx is damaged: 0.25. is damaged: 1 picture."
    assert type(kept) is str
    assert in_english("as it is") == "as it is"


def test_a_sentence_serves_wherever_text_does() -> None:
    sentence = tr("{0} is damaged: {1}.").format("a", "b")
    assert Path(sentence).name == sentence
    assert sys.intern(str(sentence)) == sentence
    assert {sentence: 1}["a is damaged: b."] == 1
    assert json.dumps([sentence]) == '["a is damaged: b."]'
