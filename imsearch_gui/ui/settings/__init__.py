"""The window of the settings, made from their table."""

from imsearch_gui.ui.settings.settings_dialog import SettingsDialog, show_settings

__all__ = ["SettingsDialog", "show_settings"]
