"""The command line before it does anything, and how it words what it has done."""

from __future__ import annotations

import subprocess
import sys

from imsearch_gui import __version__
from imsearch_gui.cli import commands, evaluate_options, parser
from imsearch_gui.cli.output import aligned, shown
from imsearch_gui.domain.evaluation import TruthForm
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.refinement import Expansion


def test_version_and_help_bring_nothing_heavy() -> None:
    heavy = "numpy, PIL, cv2, onnxruntime, hnswlib, sqlite3, PySide6"
    program = (
        "import sys, contextlib\n"
        "from imsearch_gui.cli import main\n"
        "with contextlib.suppress(SystemExit): main(['--help'])\n"
        f"loaded = set('{heavy}'.split(', ')) & set(sys.modules)\n"
        "assert not loaded, loaded\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    done = subprocess.run(
        [sys.executable, "-m", "imsearch_gui.cli", "--version"], capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == (f"imsearch {__version__}\n", "")


def test_lists_kept_light_are_true() -> None:
    assert tuple(Metric) == parser.METRICS
    assert tuple(TruthForm) == evaluate_options.FORMS
    assert (Expansion.NONE, *evaluate_options.EXPANSIONS) == tuple(Expansion)
    assert set(commands.COMMANDS) == {
        "index",
        "search",
        "evaluate",
        "export",
        "info",
        "compact",
        "retry",
        "rename",
        "roots",
        "models",
    }


def test_text_that_would_move_the_cursor_is_escaped() -> None:
    assert shown("a\x1b[31m\r\n\u202eb\udce9ä") == "a\\x1b[31m\\r\\n\\u202eb\\udce9ä"


def test_aligned() -> None:
    assert aligned([("rank", "path"), (1, "a"), (10, "bcd")], right=(0,)) == ["rank  path", "   1  a", "  10  bcd"]
    assert aligned([]) == []
