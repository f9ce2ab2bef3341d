"""What is done with results: marks, files, and undoing it."""

from imsearch_gui.bridge.acting.acting import Acting

__all__ = ["Acting"]
