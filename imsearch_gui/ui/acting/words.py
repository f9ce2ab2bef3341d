"""What is said of a deed."""

from __future__ import annotations

from imsearch_gui.domain.deeds import Deed, Kind
from imsearch_gui.domain.exporting import Form
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.wording import count, picture_count

NAMED = 3
"""Files that are named in a sentence."""


def done(deed: Deed) -> str:
    """A sentence for what was done."""
    sentences = {
        Kind.MARK: tr("Noted of {0}."),
        Kind.LABEL_RENAMED: tr("The label {1} was renamed on {0}."),
        Kind.LABEL_DELETED: tr("The label {1} was taken from {0}."),
        Kind.COPY: tr("Copied {0} to {1}."),
        Kind.MOVE: tr("Moved {0} to {1}."),
        Kind.TRASH: tr("Moved {0} to the trash."),
    }
    if deed.kind is Kind.EXPORT:
        return _exported(deed)
    where = deed.what or (deed.where.name or str(deed.where) if deed.where else "")
    parts = [sentences[deed.kind].format(picture_count(deed.number), where)]
    if deed.cancelled:
        parts.append(tr("It was cancelled before the others."))
    return " ".join(parts + _failed(deed))


def _exported(deed: Deed) -> str:
    if deed.cancelled:
        return tr("The export was cancelled, and nothing is left of it.")
    where = deed.where.name or str(deed.where) if deed.where else ""
    said = tr("Exported {0} to {1}.").format(picture_count(deed.number), where)
    if deed.failed and Form(deed.what).sheet:
        return (
            said
            + " "
            + tr("{0} could not be read, so only names stand there: {1}.").format(
                picture_count(len(deed.failed)), _named(deed)
            )
        )
    return " ".join([said, *_failed(deed)])


def doing(deed: Deed) -> str:
    """What would be undone, behind the word Undo: 'moving 12 pictures'."""
    texts = {
        Kind.MARK: tr("marking {0}"),
        Kind.LABEL_RENAMED: tr("renaming the label {1}"),
        Kind.LABEL_DELETED: tr("deleting the label {1}"),
        Kind.COPY: tr("copying {0}"),
        Kind.MOVE: tr("moving {0}"),
        Kind.TRASH: tr("moving {0} to the trash"),
        Kind.EXPORT: tr("exporting {0}"),
    }
    # A sign of and in a label is no mark for a key.
    return texts[deed.kind].format(picture_count(deed.number), deed.what.replace("&", "&&"))


def undone(deed: Deed) -> str:
    """A sentence for what was taken back."""
    return " ".join([tr("Undone for {0}.").format(picture_count(deed.number)), *_failed(deed)])


def _failed(deed: Deed) -> list[str]:
    if not deed.failed:
        return []
    return [tr("Not done for {0}: {1}.").format(picture_count(len(deed.failed)), _named(deed))]


def _named(deed: Deed) -> str:
    """The first few files it could not be done to, and why."""
    named = "; ".join(f"{item.path.name} ({item.reason})" for item in deed.failed[:NAMED])
    more = len(deed.failed) - NAMED
    return named + tr("; and {0} more").format(count(more)) if more > 0 else named
