"""The shortcuts of a window, found among its actions as they are at that moment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from imsearch_gui.domain.language import tr
from imsearch_gui.ui.shortcuts.own_keys import own_keys

Context = Qt.ShortcutContext


@dataclass(frozen=True, slots=True)
class Shortcut:
    """One thing that can be done, and the keys that do it."""

    part: str
    """Where its keys work: the heading that it stands under."""
    text: str
    keys: tuple[str, ...]
    """As the user's system writes them."""

    def fits(self, words: str) -> bool:
        """Whether each of the words is in its text, its keys or its heading."""
        readable = " ".join((self.part, self.text, *self.keys)).casefold()
        return all(word in readable for word in words.casefold().split())


def shortcuts(window: QWidget) -> list[Shortcut]:
    """Of the window and its parts, by heading; those that work everywhere come first."""
    everywhere = tr("Everywhere in the window")
    found: dict[tuple[str, str], Shortcut] = {}
    for owner, text, sequences, context in _owners(window):
        keys = _native(sequences)
        # A shortcut without words is the second way to what an action says already.
        if text and keys:
            part = _part(_home(owner, window), context, window) or everywhere
            found[part, text] = Shortcut(part, text, keys)
    for own in own_keys():
        found[own.part, own.text] = Shortcut(own.part, own.text, _native([QKeySequence(key) for key in own.keys]))
    order = list(dict.fromkeys([everywhere, *(part for part, _ in found)]))
    return sorted(found.values(), key=lambda shortcut: order.index(shortcut.part))


def clashes(window: QWidget) -> list[str]:
    """Keys that two things would answer at the same time, so that Qt does neither: 'Ctrl+F: Find, Filters'."""
    bound = list(_bound(window))
    return [
        f"{one.keys}: {one.text}, {other.text}"
        for one, other in combinations(bound, 2)
        if one.keys == other.keys and one.owner is not other.owner and _meet(one, other)
    ]


@dataclass(frozen=True, slots=True)
class _Bound:
    keys: str
    text: str
    owner: object
    home: QWidget
    context: Context


def _owners(window: QWidget) -> Iterator[tuple[QObject, str, list[QKeySequence], Context]]:
    """Everything of the window, its parts and its dialogs that has keys: what it is, what it says, its keys, where they work."""
    for action in window.findChildren(QAction):
        # The text may tell what the action would do just now; then "what's this" is its name whatever the moment.
        yield action, _plain(action.whatsThis() or action.text()), action.shortcuts(), action.shortcutContext()
    for shortcut in window.findChildren(QShortcut):
        yield shortcut, shortcut.whatsThis(), shortcut.keys(), shortcut.context()


def _bound(window: QWidget) -> Iterator[_Bound]:
    for owner, text, sequences, context in _owners(window):
        home = _home(owner, window)
        if home.window() is window.window():  # the keys of a dialog are its own
            for sequence in sequences:
                yield _Bound(sequence.toString(), text, owner, home, context)
    for own in own_keys():
        for key in own.keys if own.in_window else ():
            # Unlike two actions, keys of several widgets never meet each other; an action of the window takes them all.
            yield _Bound(QKeySequence(key).toString(), own.text, "own", window, Context.WidgetShortcut)


def _meet(one: _Bound, other: _Bound) -> bool:
    """Whether there is a place for the keyboard at which both would answer."""
    if _works_everywhere(one.context) or _works_everywhere(other.context):
        return True
    for near, far in ((one, other), (other, one)):
        if near.home is far.home:
            return near.owner != "own" and far.owner != "own"
        if near.context is Context.WidgetWithChildrenShortcut and near.home.isAncestorOf(far.home):
            return True
    return False


def _works_everywhere(context: Context) -> bool:
    return context in (Context.WindowShortcut, Context.ApplicationShortcut)


def _home(owner: QObject, window: QWidget) -> QWidget:
    """The widget that the keys belong to."""
    parent = owner.parent()
    while isinstance(parent, QMenu):
        # A menu only shows what somebody else can do.
        parent = parent.parent()
    return parent if isinstance(parent, QWidget) else window


def _part(home: QWidget, context: Context, window: QWidget) -> str:
    """What the part of the window is called where the keys work, as it is for those who cannot see it; empty for all of it."""
    if home.window() is not window.window():
        return home.window().windowTitle()
    part: QWidget | None = None if _works_everywhere(context) else home
    while part is not None and part is not window:
        if part.accessibleName():
            return part.accessibleName()
        part = part.parentWidget()
    return ""


def _plain(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


def _native(sequences: list[QKeySequence]) -> tuple[str, ...]:
    texts = (sequence.toString(QKeySequence.SequenceFormat.NativeText) for sequence in sequences)
    return tuple(dict.fromkeys(text for text in texts if text))
