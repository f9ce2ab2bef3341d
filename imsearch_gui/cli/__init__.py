"""The same engine without a window: `imsearch index | search | evaluate | export | info | retry | rename | roots | models`.

Exit status: 0; 1 with one sentence on standard error for what the user can mend; 2 for wrong usage; 130 after Ctrl+C and 143
after SIGTERM, with a sentence that what was indexed stays; 141 when whoever read the output has gone.
"""

from __future__ import annotations

import logging
import signal
import sys
from collections.abc import Sequence
from types import FrameType
from typing import Never

from imsearch_gui.cli.output import Output, ReaderGone
from imsearch_gui.cli.parser import parse
from imsearch_gui.domain.errors import KnownError

INTERRUPTED = 130
TERMINATED = 143
READER_GONE = 141


class _Terminated(BaseException):
    """SIGTERM came. No Exception, so that nothing on the way takes it for an error and goes on."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line; returns the exit status (argparse itself exits with 2 for wrong usage)."""
    args = parse(argv)
    # The rooms behind the commands take a moment to import, which `--help` must not wait for.
    from imsearch_gui.cli import commands

    output = Output(form=args.form)
    logging.basicConfig(
        stream=sys.stderr,
        level=(logging.WARNING, logging.INFO, logging.DEBUG)[min(args.verbose, 2)],
        format="%(levelname)s %(name)s: %(message)s",
    )
    # Pillow tells every chunk it reads.
    logging.getLogger("PIL").setLevel(logging.INFO)
    before = signal.signal(signal.SIGTERM, _terminate)
    try:
        return commands.COMMANDS[args.command](args, output)
    except KnownError as error:
        output.complain(str(error))
        return 1
    except KeyboardInterrupt:
        output.complain(f"Interrupted: {_what_stays(args.command)}")
        return INTERRUPTED
    except _Terminated:
        output.complain(f"Stopped: {_what_stays(args.command)}")
        return TERMINATED
    except ReaderGone:
        return READER_GONE
    finally:
        signal.signal(signal.SIGTERM, before)


def _what_stays(command: str) -> str:
    if command in ("index", "retry"):
        return "what was indexed stays; the same command again does the rest."
    return "nothing was changed."


def _terminate(_number: int, _frame: FrameType | None) -> Never:
    raise _Terminated
