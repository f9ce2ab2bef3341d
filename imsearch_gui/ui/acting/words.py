"""What is said of a deed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from imsearch_gui.domain.deeds import Deed, Kind
from imsearch_gui.domain.wording import count

NAMED = 3
"""Files that are named in a sentence."""


def tr(text: str) -> str:
    return QCoreApplication.translate("Acting", text)


def pictures(number: int) -> str:
    """'1 picture', '3 pictures'"""
    return tr("1 picture") if number == 1 else tr("{0} pictures").format(count(number))


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
    where = deed.what or (deed.where.name or str(deed.where) if deed.where else "")
    parts = [sentences[deed.kind].format(pictures(deed.number), where)]
    if deed.cancelled:
        parts.append(tr("It was cancelled before the others."))
    return " ".join(parts + _failed(deed))


def undone(deed: Deed) -> str:
    """A sentence for what was taken back."""
    return " ".join([tr("Undone for {0}.").format(pictures(deed.number)), *_failed(deed)])


def _failed(deed: Deed) -> list[str]:
    if not deed.failed:
        return []
    named = "; ".join(f"{item.path.name} ({item.reason})" for item in deed.failed[:NAMED])
    more = len(deed.failed) - NAMED
    if more > 0:
        named += tr("; and {0} more").format(count(more))
    return [tr("Not done for {0}: {1}.").format(pictures(len(deed.failed)), named)]
