"""The wizard that indexes folders."""

from imsearch_gui.ui.wizard.wizard import IndexWizard

__all__ = ["IndexWizard"]
