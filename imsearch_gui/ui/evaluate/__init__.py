"""The page that says how well a library answers: what is asked, what came of it, and what went wrong."""

from imsearch_gui.ui.evaluate.parts import EvaluateParts

__all__ = ["EvaluateParts"]
