"""The form in which a proposal is corrected: nothing that does not fit can be chosen, nothing wrong is sent on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.model_spec import (
    Channels,
    Family,
    InputSpec,
    Interpolation,
    Layout,
    ModelSpec,
    OutputSpec,
    Pooling,
    Resize,
    Rounding,
)
from imsearch_gui.domain.proposal import OutputChoice, Proposal
from imsearch_gui.ui.models.import_form import ImportForm
from imsearch_gui.ui.models.presets import presets

FILE = Path("/models/deit/model.onnx")


@pytest.fixture
def form(qtbot: QtBot, qapp: Any, proposal: Proposal) -> Iterator[ImportForm]:
    form = ImportForm()
    form.resize(700, 700)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    form.show_proposal(FILE, proposal, {"classic", "deit"})
    yield form
    form.close()
    form.deleteLater()


def accepted(form: ImportForm) -> list[tuple[ModelSpec, bool]]:
    """What the form sends on from here."""
    sent: list[tuple[ModelSpec, bool]] = []
    form.accepted.connect(lambda spec, instead: sent.append((spec, instead)))
    return sent


def test_what_is_not_touched_comes_back_as_it_was(form: ImportForm, proposal: Proposal) -> None:
    assert form.spec == proposal.spec


def test_the_proposal_is_said_in_words(form: ImportForm, proposal: Proposal) -> None:
    said = [label.text() for label in form.findChildren(QLabel) if label.isVisible()]
    for note in proposal.notes:
        assert note in said
    form.show_proposal(FILE, replace(proposal, notes=()), ())
    said = [label.text() for label in form.findChildren(QLabel) if label.isVisible()]
    assert not set(proposal.notes) & set(said)


def test_every_field_can_be_corrected(form: ImportForm) -> None:
    form.name.setText("  My model ")
    form.id.setText("mine")
    form.family.choose(Family.CNN)
    fields = form.input
    fields.width_.setValue(128)
    fields.height_.setValue(86)
    fields.resize_.choose(Resize.PAD)
    fields.pad_value.setValue(0)
    fields.interpolation.choose(Interpolation.BILINEAR)
    fields.channels.choose(Channels.BGR)
    fields.layout_.choose(Layout.NHWC)
    form.output.pooling.choose(form.output.pooling.values[1])
    form.output.normalise.setChecked(True)
    spec = form.spec
    assert (spec.title, spec.id, spec.family) == ("My model", "mine", Family.CNN)
    assert spec.input == InputSpec(
        width=128,
        height=86,
        resize=Resize.PAD,
        pad_value=0,
        interpolation=Interpolation.BILINEAR,
        channels=Channels.BGR,
        layout=Layout.NHWC,
        name="pixel_values",
    )
    assert spec.output == OutputSpec("last_hidden_state", Pooling.MEAN, normalise=True)
    assert spec.dimension == 192


def test_what_comes_back_is_of_the_kind_that_the_description_has(form: ImportForm) -> None:
    """Qt turns a StrEnum in a list into a plain string."""
    spec = form.spec
    for value, kind in (
        (spec.family, Family),
        (spec.input.resize, Resize),
        (spec.input.rounding, Rounding),
        (spec.input.interpolation, Interpolation),
        (spec.input.layout, Layout),
        (spec.input.channels, Channels),
        (spec.output.pooling, Pooling),
    ):
        assert type(value) is kind


def test_only_what_fits_an_output_is_offered_with_its_size(form: ImportForm) -> None:
    output = form.output
    assert [output.pooling.itemText(row) for row in range(output.pooling.count())] == [
        "First token (CLS): 192 numbers",
        "Mean: 192 numbers",
        "All of it, in one row: 38,016 numbers",
    ]
    output.pooling.choose(output.pooling.values[2])
    assert form.spec.dimension == 38_016
    assert not output.numbers.isVisible()
    output.output.choose(output.output.values[1])
    assert [output.pooling.itemText(row) for row in range(output.pooling.count())] == ["As it is"]
    assert output.numbers.isVisible(), "what cannot be known yet is said to be so"
    spec = form.spec
    assert (spec.output.name, spec.output.pooling) == ("pooler_output", Pooling.NONE)
    # Back where the way that was chosen before still fits.
    output.output.choose(output.output.values[0])
    output.pooling.choose(output.pooling.values[1])
    assert form.spec.output.pooling is Pooling.MEAN


def test_a_map_keeps_its_layout_and_classes_are_called_so(form: ImportForm, proposal: Proposal) -> None:
    maps = OutputChoice("maps", (1, 7, 7, 2560), ((Pooling.RMAC, 2560),), Layout.NHWC)
    scores = OutputChoice("logits", (1, 1000), ((Pooling.NONE, 1000),), classes=True)
    silent = OutputChoice("shape", (1,), ())
    form.show_proposal(FILE, replace(proposal, outputs=(maps, scores, silent)), ())
    output = form.output
    assert [output.output.itemText(row) for row in range(output.output.count())] == [
        "maps   1 × 7 × 7 × 2560",
        "logits   1 × 1000   (scores of classes)",
    ]
    assert form.spec.output == OutputSpec("maps", Pooling.RMAC, layout=Layout.NHWC)
    assert form.spec.dimension == 2560


def test_the_only_output_need_not_be_named(form: ImportForm, proposal: Proposal) -> None:
    spec = replace(proposal.spec, output=OutputSpec(pooling=Pooling.MEAN))
    form.show_proposal(FILE, replace(proposal, spec=spec, outputs=proposal.outputs[:1]), ())
    assert form.spec == spec


def test_only_the_fields_that_matter_are_shown(form: ImportForm) -> None:
    fields = form.input
    fields.resize_.choose(Resize.SHORT_SIDE)
    assert fields.resize_to.isVisible() and fields.rounding.isVisible() and not fields.pad_value.isVisible()
    fields.resize_.choose(Resize.SQUASH)
    assert not fields.resize_to.isVisible() and not fields.rounding.isVisible()
    fields.resize_.choose(Resize.PAD)
    assert fields.pad_value.isVisible()
    assert not form.replace.isVisible()
    assert not fields.scale.isVisible()


# -- what pixels become -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", range(6))
def test_presets_put_their_numbers_in(form: ImportForm, number: int) -> None:
    preset = presets()[number]
    form.input.preset.choose(preset)
    form.input.preset.picked.emit()
    given = form.spec.input
    assert (given.mean, given.std) == (pytest.approx(preset.mean), pytest.approx(preset.std))
    assert given.scale == pytest.approx(preset.scale)
    assert given.channels is (preset.channels or Channels.RGB)
    # And are known again.
    form.input.show_input(given)
    assert form.input.preset.value == preset


def test_the_course_has_its_numbers() -> None:
    """Published figures: ImageNet's of torchvision, CLIP's of OpenAI, Caffe's of Keras, where the order is blue, green, red."""
    by_scale = {preset.name: preset for preset in presets()}
    assert by_scale["ImageNet mean and deviation"].std == (0.229, 0.224, 0.225)
    assert by_scale["CLIP mean and deviation"].mean == (0.48145466, 0.4578275, 0.40821073)
    caffe = next(preset for preset in presets() if preset.channels is Channels.BGR)
    assert (caffe.mean, caffe.std, caffe.scale) == ((123.68, 116.779, 103.939), (1.0, 1.0, 1.0), 1.0)


def test_rounded_numbers_are_the_same_preset(form: ImportForm) -> None:
    form.input.show_input(InputSpec(mean=(0.48145, 0.45783, 0.40821), std=(0.26863, 0.26130, 0.27578)))
    assert form.input.preset.value is presets()[1] or form.input.preset.value == presets()[1]
    assert form.spec.input.mean[0] == pytest.approx(0.48145), "and are kept as they were given"


def test_numbers_of_ones_own(form: ImportForm) -> None:
    fields = form.input
    fields.preset.choose(None)
    fields.preset.picked.emit()
    assert fields.mean[0].isVisible() and fields.std[2].isVisible() and fields.scale.isVisible()
    assert fields.mean[0].hasFocus()
    fields.mean[0].setText("0.1")
    fields.std[2].setText("2")
    fields.scale.setText("1e-2")
    given = form.spec.input
    assert (given.mean[0], given.std[2], given.scale) == (0.1, 2.0, 0.01)
    fields.show_input(given)
    assert fields.preset.value is None


@pytest.mark.parametrize("text", ["", "half", "0,5", "-", "1e"])
def test_what_is_no_number_is_a_sentence(form: ImportForm, text: str) -> None:
    sent = accepted(form)
    form.input.preset.choose(None)
    form.input.preset.picked.emit()
    form.input.mean[1].setText(text)
    form.accept.click()
    assert "must be numbers" in form._problem.text()
    assert form._problem.isVisible()
    assert (sent, form.busy) == ([], False)
    form.input.mean[1].setText("0.5")
    assert not form._problem.isVisible(), "it is gone as soon as something changes"


# -- accepting ----------------------------------------------------------------------------------------------------------


def test_what_makes_no_sense_is_refused_here(form: ImportForm) -> None:
    sent = accepted(form)
    form.id.setText("two words")
    with pytest.raises(ModelError, match="id must be"):
        _ = form.spec
    form.accept.click()
    assert "id must be" in form._problem.text()
    form.id.setText("fine")
    form.input.resize_to.setValue(100)
    form.accept.click()
    assert "resize_to" in form._problem.text()
    assert sent == []


def test_a_model_of_the_same_id_is_only_replaced_where_that_is_wanted(form: ImportForm) -> None:
    sent = accepted(form)
    form.id.setText("deit")
    assert form.replace.isVisible()
    form.accept.click()
    assert "There is a model with the id deit" in form._problem.text()
    assert sent == []
    form.replace.setChecked(True)
    form.accept.click()
    assert [(spec.id, instead) for spec, instead in sent] == [("deit", True)]
    form.show_busy(False)
    # What is said of one id does not hold for another.
    form.id.setText("other")
    form.accept.click()
    assert sent[-1][1] is False


def test_while_a_picture_goes_through_nothing_is_asked_twice(form: ImportForm, qtbot: QtBot) -> None:
    sent = accepted(form)
    form.id.setFocus()
    qtbot.keyClick(form.id, Qt.Key.Key_Return)
    assert len(sent) == 1
    assert form.busy
    assert form.back.hasFocus()
    assert not form.accept.isEnabled()
    assert not form.id.isEnabled()
    qtbot.keyClick(form, Qt.Key.Key_Return)
    assert len(sent) == 1
    form.show_problem("The model gives 1,000 numbers: choose another output.")
    assert form.id.isEnabled() and form.accept.isEnabled()
    assert form.accept.hasFocus()


def test_the_wheel_scrolls_and_changes_nothing(form: ImportForm) -> None:
    before = form.spec
    for widget in (form.family, form.input.width_, form.input.resize_, form.output.output):
        QApplication.sendEvent(
            widget,
            QWheelEvent(
                *(QPointF(5, 5), widget.mapToGlobal(QPointF(5, 5)), QPoint(0, -30), QPoint(0, -120)),
                *(Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False),
            ),
        )
    assert form.spec == before
