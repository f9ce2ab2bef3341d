"""Where pictures are decoded: in this process, or apart (`imaging.apart`).

Light to import: the window names it before anything is painted.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, Protocol, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Decoding(Protocol):
    """Runs what decodes pictures; whoever needs a picture is given one of these."""

    def run(self, work: Callable[P, T], /, *arguments: P.args, **named: P.kwargs) -> T:
        """What `work` gives for these arguments, or the error that it raises. It may be called from several threads at once.

        `work` is a function of a module, or a method of a small value, of `imaging`: it, the arguments and the answer may have to
        be pickled.
        """


class InProcess:
    """Decodes here: for processes that decode and do nothing else, and for tests."""

    def run(self, work: Callable[P, T], /, *arguments: P.args, **named: P.kwargs) -> T:
        """Call it."""
        return work(*arguments, **named)


IN_PROCESS = InProcess()
