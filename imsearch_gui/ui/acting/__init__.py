"""What can be done with the results: actions, the line of a job with files, and what is said of it."""

from imsearch_gui.ui.acting.parts import ActingParts

__all__ = ["ActingParts"]
