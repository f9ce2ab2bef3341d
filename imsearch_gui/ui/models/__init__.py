"""The window of the models: what is on this computer, what can be had, and files of one's own."""

from imsearch_gui.ui.models.models_dialog import ModelsDialog, show_models

__all__ = ["ModelsDialog", "show_models"]
