"""Which keys do what: found among the actions that are there, and shown in a sheet."""

from imsearch_gui.ui.shortcuts.sheet import ShortcutSheet, show_shortcuts

__all__ = ["ShortcutSheet", "show_shortcuts"]
