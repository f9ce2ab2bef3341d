"""Reasons are made and kept in English, and told in the user's language."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Iterator
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imsearch_gui.domain.errors import PictureError
from imsearch_gui.domain.language import ENGLISH, Language, speak, spoken
from imsearch_gui.domain.reasons import (
    DAMAGED,
    EMPTY,
    FOREIGN,
    IMPOSSIBLE_SIZE,
    REASONS,
    SAVE_IT,
    TOO_LARGE,
    TOO_MANY_BYTES,
    TRUNCATED,
    UNREADABLE,
    retold,
)


def foreign(source: str) -> str:
    """The sentence in a language that nobody speaks; what is in braces stays."""
    return f"<{source}>"


@pytest.fixture(scope="module", autouse=True)
def language() -> Iterator[None]:
    before = spoken()
    speak(Language(lambda source, comment, number: foreign(source), ".", ","))
    yield
    speak(before)


def fields(template: str) -> list[str]:
    return [field for _, field, _, _ in Formatter().parse(template) if field is not None]


PARTS = st.text("AbÄ019-_\n", max_size=12)
"""Words that are no part of any template."""


@pytest.mark.parametrize("template", REASONS)
@given(parts=st.lists(PARTS, min_size=3, max_size=3))
def test_every_reason_is_found_again(template: str, parts: list[str]) -> None:
    assert fields(template) == [str(number) for number in range(len(fields(template)))]
    assert retold(template.format(*parts)) == foreign(template).format(*parts)


def test_no_reason_is_there_twice() -> None:
    assert len(set(REASONS)) == len(REASONS)


@pytest.mark.parametrize("reason", ["", "done", "it was eaten", "an empty file", "leere Datei", "{0} and {1}", "a: b"])
def test_what_is_not_known_stays(reason: str) -> None:
    assert retold(reason) == reason


@given(
    reason=st.one_of(st.text(), st.tuples(st.sampled_from(REASONS), st.text(), st.text(), st.text())).map(
        lambda made: made if isinstance(made, str) else made[0].format(*made[1:])
    )
)
def test_in_english_nothing_changes(reason: str) -> None:
    before = spoken()
    try:
        for english in (ENGLISH, Language(lambda source, comment, number: source)):
            speak(english)
            assert retold(reason) == reason
    finally:
        speak(before)


def test_the_template_that_says_most_is_the_one() -> None:
    assert retold("too large: 30000 x 20000 pixels") == foreign(TOO_LARGE).format(30000, 20000)
    assert retold("truncated icon file") == "<truncated icon file>"
    assert retold("truncated JPEG 2000 file") == foreign(TRUNCATED).format("JPEG 2000")
    assert retold("camera raw pictures cannot be read") == "<camera raw pictures cannot be read>"
    assert retold("JPEG XL pictures cannot be read") == foreign(FOREIGN).format("JPEG XL")


def test_a_reason_within_a_reason_is_told_too() -> None:
    inner = DAMAGED.format("PNG", IMPOSSIBLE_SIZE)
    assert (
        retold(SAVE_IT.format(inner)) == "<<damaged PNG file (<impossible size>)>; save the picture and drop the file>"
    )
    assert retold("damaged PNG file (a (b) c)") == foreign(DAMAGED).format("PNG", "a (b) c")


def test_fractions_have_the_point_of_the_language() -> None:
    assert retold(TOO_MANY_BYTES.format("3.1")) == "<too large: 3,1 GB>"
    assert retold(UNREADABLE.format("Permission denied.")) == "<cannot be read (Permission denied.)>"


def test_the_error_is_told_and_its_reason_is_english() -> None:
    error = PictureError(EMPTY, name="a.jpg")
    assert (str(error), error.reason) == ("a.jpg: <empty file>", "empty file")
    assert str(PictureError(error.reason)) == "<empty file>"
    again = PictureError(error.reason, name="b.jpg")
    assert (str(again), again.reason) == ("b.jpg: <empty file>", "empty file")


def test_an_error_of_another_process_is_told_in_the_language_of_this_one() -> None:
    before = spoken()
    speak(ENGLISH)
    error = PictureError(SAVE_IT.format(EMPTY), name="https://a.b/c.png")
    sent = pickle.dumps(error)
    assert str(error) == "https://a.b/c.png: empty file; save the picture and drop the file"
    speak(before)
    arrived = pickle.loads(sent)
    assert type(arrived) is PictureError
    assert str(arrived) == "https://a.b/c.png: <<empty file>; save the picture and drop the file>"
    assert (arrived.reason, arrived.name) == (error.reason, error.name)
    assert str(copy.deepcopy(arrived)) == str(arrived)
