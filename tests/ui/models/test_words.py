"""What is said of models."""

from __future__ import annotations

from dataclasses import replace

from imsearch_gui.bridge.model_manager import Uses
from imsearch_gui.domain.model_spec import Fact
from imsearch_gui.domain.records import ModelCard
from imsearch_gui.ui.models import words


def test_what_removing_means(cards: dict[str, ModelCard]) -> None:
    card = cards["deit"]
    assert words.removal_sentence(card, Uses()) == "No library uses it. Removing it frees 23.0 MB."
    one = words.removal_sentence(card, Uses(("Holiday",)))
    assert one.startswith("“Holiday” was indexed with it. It keeps its vectors")
    many = words.removal_sentence(card, Uses(tuple("abcdef")))
    assert many.startswith("“a”, “b”, “c”, “d” and 2 more libraries were indexed with it")
    unknown = words.removal_sentence(replace(card, size=0), Uses((), ("Old disk",)))
    assert unknown == "No library that can be looked at uses it; “Old disk” could not be."


def test_only_pages_of_the_web_are_links() -> None:
    assert words.is_page("https://example.org") and words.is_page("http://example.org")
    for address in ("", "file:///etc/passwd", "javascript:alert(1)", "smb://host/x", "httpsx://a"):
        assert not words.is_page(address)


def test_a_recipe_has_a_command(cards: dict[str, ModelCard]) -> None:
    assert "vgg16" in words.recipe_command(cards["vgg16"])
    assert words.recipe_command(cards["clip"]) == ""


def test_published_sizes_stand_in_for_those_that_are_not_known_to_the_byte(cards: dict[str, ModelCard]) -> None:
    def said(*values: str, text: bool = True) -> str:
        facts = tuple(Fact(f"size of tower {number}", value, "its page") for number, value in enumerate(values))
        return words.facts(replace(cards["clip"], size=0, facts=facts, text=text))[0]

    assert said("143 MB", "254 MB") == "143 MB + 254 MB to fetch"
    assert said("351 MB") == "351 MB and more to fetch", "the other tower has a size too"
    assert said("88.5 MB", text=False) == "88.5 MB to fetch"
    assert said("not known") == said() == "size not known"
    assert words.facts(cards["clip"])[0] == "154 MB to fetch"
