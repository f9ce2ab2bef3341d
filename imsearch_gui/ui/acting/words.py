"""What is said of a deed."""

from __future__ import annotations

from imsearch_gui.domain.deeds import Deed, Kind
from imsearch_gui.domain.exporting import Form
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.reasons import retold

NAMED = 3
"""Files that are named in a sentence."""


def done(deed: Deed) -> str:
    """A sentence for what was done."""
    number = deed.number
    sentences = {
        Kind.MARK: tr("Noted of %Ln picture(s).", "", number),
        Kind.LABEL_RENAMED: tr("The label {0} was renamed on %Ln picture(s).", "", number),
        Kind.LABEL_DELETED: tr("The label {0} was taken from %Ln picture(s).", "", number),
        Kind.COPY: tr("Copied %Ln picture(s) to {0}.", "", number),
        Kind.MOVE: tr("Moved %Ln picture(s) to {0}.", "", number),
        Kind.TRASH: tr("Moved %Ln picture(s) to the trash.", "", number),
    }
    if deed.kind is Kind.EXPORT:
        return _exported(deed)
    where = deed.what or (deed.where.name or str(deed.where) if deed.where else "")
    parts = [sentences[deed.kind].format(where)]
    if deed.cancelled:
        parts.append(tr("It was cancelled before the others."))
    return " ".join(parts + _failed(deed))


def _exported(deed: Deed) -> str:
    if deed.cancelled:
        return tr("The export was cancelled, and nothing is left of it.")
    where = deed.where.name or str(deed.where) if deed.where else ""
    said = tr("Exported %Ln picture(s) to {0}.", "", deed.number).format(where)
    if deed.failed and Form(deed.what).sheet:
        unread = tr("%Ln picture(s) could not be read, so only names stand there: {0}.", "", len(deed.failed))
        return f"{said} {unread.format(_named(deed))}"
    return " ".join([said, *_failed(deed)])


def doing(deed: Deed) -> str:
    """What would be undone, behind the word Undo: 'moving 12 pictures'."""
    number = deed.number
    texts = {
        Kind.MARK: tr("marking %Ln picture(s)", "", number),
        Kind.LABEL_RENAMED: tr("renaming the label {0}"),
        Kind.LABEL_DELETED: tr("deleting the label {0}"),
        Kind.COPY: tr("copying %Ln picture(s)", "", number),
        Kind.MOVE: tr("moving %Ln picture(s)", "", number),
        Kind.TRASH: tr("moving %Ln picture(s) to the trash", "", number),
        Kind.EXPORT: tr("exporting %Ln picture(s)", "", number),
    }
    # A sign of and in a label is no mark for a key.
    return texts[deed.kind].format(deed.what.replace("&", "&&"))


def undone(deed: Deed) -> str:
    """A sentence for what was taken back."""
    return " ".join([tr("Undone for %Ln picture(s).", "", deed.number), *_failed(deed)])


def _failed(deed: Deed) -> list[str]:
    if not deed.failed:
        return []
    return [tr("Not done for %Ln picture(s): {0}.", "", len(deed.failed)).format(_named(deed))]


def _named(deed: Deed) -> str:
    """The first few files it could not be done to, and why."""
    named = "; ".join(f"{item.path.name} ({retold(item.reason)})" for item in deed.failed[:NAMED])
    more = len(deed.failed) - NAMED
    return tr("{0}; and %Ln more", "", more).format(named) if more > 0 else named
