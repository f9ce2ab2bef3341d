"""Dialogs of which a window has one at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

D = TypeVar("D", bound=QDialog)


def show_one(window: QWidget, kind: type[D], make: Callable[[], D]) -> D:
    """The dialog of that kind that is open already, or a new one that is gone when it is closed; in front of its window."""
    dialog = next((dialog for dialog in window.findChildren(kind) if dialog.isVisible()), None)
    if dialog is None:
        dialog = make()
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
    dialog.raise_()
    dialog.activateWindow()
    return dialog
