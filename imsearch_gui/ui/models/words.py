"""What is said of a model, and of what is being done with it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from imsearch_gui.bridge.model_manager import Uses
from imsearch_gui.bridge.transfer import InstallState
from imsearch_gui.domain.language import tr, written
from imsearch_gui.domain.model_spec import Terms
from imsearch_gui.domain.progress import InstallStage
from imsearch_gui.domain.records import ModelCard
from imsearch_gui.domain.wording import count, size, time_left

BETWEEN = "  ·  "
RIGHT = 0.999
"""Cosine to the reference vector from which a model is right: rounding differs from processor to processor."""
NAMED = 4
"""Libraries that are named; of more the number."""


def tags(card: ModelCard) -> str:
    """The words beside the title: 'recommended, ships with the program'."""
    said = (
        (card.recommended, tr("recommended")),
        (card.built_in, tr("ships with the program")),
        (card.terms is Terms.RESEARCH, tr("for research only")),
        (card.terms is Terms.GATED, tr("terms to be accepted")),
    )
    return ", ".join(text for true, text in said if true)


def facts(card: ModelCard) -> list[str]:
    """What a model costs and can do, a few words each; the licence is said apart."""
    said = [_size(card), tr("{0} numbers a picture").format(count(card.dimension))]
    if card.text:
        said.append(tr("takes words"))
    return [text for text in said if text]


def _size(card: ModelCard) -> str:
    if card.installed:
        return size(card.size) if card.size else ""
    if card.size:
        return tr("{0} to fetch").format(size(card.size))
    if card.recipe:
        return ""
    # Sizes to the byte are known once somebody has fetched it; the published ones are rounded, one for each tower.
    published = [
        fact.value for fact in card.facts if fact.what.startswith("size") and any(map(str.isdigit, fact.value))
    ]
    if not published:
        return tr("size not known")
    whole = len(published) > 1 or not card.text
    return (tr("{0} to fetch") if whole else tr("{0} and more to fetch")).format(" + ".join(published))


def licence(card: ModelCard) -> str:
    return tr("licence {0}").format(card.licence) if card.licence else tr("licence not stated")


def is_page(address: str) -> bool:
    """Whether it may stand behind a link: an address comes with a model, from anybody."""
    return address.startswith(("https://", "http://"))


def facts_html(card: ModelCard) -> str:
    """`facts` and the licence as rich text, the licence a link where there is a page for it."""
    words = escape(licence(card))
    if is_page(card.licence_url) and card.licence:
        link = f'<a href="{escape(card.licence_url)}">{escape(card.licence)}</a>'
        words = escape(tr("licence {0}")).replace(" ", "&nbsp;").format(link)
    # The spaces of rich text fall together; these do not, and a line may only break after the dot.
    return "&nbsp;&nbsp;·&nbsp; ".join([*map(escape, facts(card)), words])


def unverified(card: ModelCard) -> str:
    """'Not verified: ...'; empty where everything is."""
    return tr("Not verified: {0}").format(", ".join(card.unverified)) if card.unverified else ""


def sources(card: ModelCard) -> str:
    """Every fact with its source, a line each."""
    lines = []
    for fact in card.facts:
        line = tr("{0}: {1} (from {2})").format(tr(fact.what), fact.value, fact.source)
        lines.append(line if fact.verified else tr("{0}, not verified").format(line))
    if card.source:
        lines.append(tr("Comes from {0}").format(card.source))
    return "\n".join(lines)


def terms_sentence(card: ModelCard) -> str:
    """What the terms of a model mean, before anything is fetched."""
    if card.terms is Terms.RESEARCH:
        return tr(
            "It may be used for research and private trials only, not in a product nor for work that is paid for;"
            " the licence has the exact words."
        )
    return tr(
        "Its publisher hands the files out to those only who have accepted the terms on the page of the model, signed in there."
    )


def amount(state: InstallState) -> str:
    """What is going on: '34.1 MB of 89.1 MB'."""
    progress = state.progress
    if state.waiting:
        return tr("Waits for the other installation")
    if progress is None:
        return tr("Connecting…")
    if progress.stage is InstallStage.CHECKING:
        return tr("Checking its files…")
    if progress.stage is InstallStage.TRYING:
        return tr("One picture goes through it…")
    if progress.stage is InstallStage.QUICKENING:
        return tr("Installed; trying weights of 8 bits…")
    if progress.total:
        return tr("{0} of {1}").format(size(progress.done), size(progress.total))
    return size(progress.done)


def install_words(state: InstallState) -> str:
    """`amount`, the rate and the time that is left, as far as they are known."""
    parts = [amount(state)]
    if state.seconds_left and state.progress is not None and state.progress.stage is InstallStage.FETCHING:
        parts += [tr("{0}/s").format(size(state.bytes_per_second)), time_left(state.seconds_left)]
    return BETWEEN.join(parts)


def verdict(cosine: float) -> str:
    """What `verify` has found."""
    if cosine >= RIGHT:
        return tr("As it should be: cosine {0} to its reference").format(written(cosine, 3))
    return tr("Wrong: cosine {0} to its reference instead of 1. Install it again, and look whether that helps.").format(
        written(cosine, 3)
    )


def recipe_command(card: ModelCard) -> str:
    """What makes the model on this computer, a line each."""
    if not card.recipe:
        return ""
    return f"pip install 'imsearch-gui[export]'\nimsearch models export {card.id}"


def removal_sentence(card: ModelCard, uses: Uses) -> str:
    """What removing a model means, the libraries that use it named."""
    said = []
    if uses.libraries:
        said.append(
            tr("{0} were indexed with it. They keep its vectors, which are of use again once the model is back.")
            if len(uses.libraries) > 1
            else tr("{0} was indexed with it. It keeps its vectors, which are of use again once the model is back.")
        )
        said[0] = said[0].format(_named(uses.libraries))
    elif not uses.unknown:
        said.append(tr("No library uses it."))
    if uses.unknown:
        said.append(
            tr("{0} could not be looked at, and may use it too.").format(_named(uses.unknown))
            if uses.libraries
            else tr("No library that can be looked at uses it; {0} could not be.").format(_named(uses.unknown))
        )
    if card.size:
        said.append(tr("Removing it frees {0}.").format(size(card.size)))
    return " ".join(said)


def _named(names: Sequence[str]) -> str:
    shown = [tr("“{0}”").format(name) for name in names[:NAMED]]
    if len(names) > NAMED:
        return tr("{0} and %Ln more libraries", "", len(names) - NAMED).format(", ".join(shown))
    return shown[0] if len(shown) == 1 else tr("{0} and {1}").format(", ".join(shown[:-1]), shown[-1])
