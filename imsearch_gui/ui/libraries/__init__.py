"""Libraries in the window: the list to change between them, and the page of the one that is open."""

from imsearch_gui.ui.libraries.libraries import Libraries

__all__ = ["Libraries"]
