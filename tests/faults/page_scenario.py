"""The page of an evaluation, which takes the place of an older one."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any

from trial import Tell

from imsearch_gui.imaging.decoding import IN_PROCESS
from imsearch_gui.searching.evaluation.page import check_place, write_page

_MAKER = Path(__file__).resolve().parents[1] / "searching" / "evaluation" / "reports.py"


def _reports() -> Any:
    """The maker of reports that the tests of the page have, too."""
    spec = importlib.util.spec_from_file_location("evaluation_reports", _MAKER)
    assert spec is not None and spec.loader is not None
    sys.modules[spec.name] = module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Paging:
    """The place is tried, as before an evaluation, and the page is written."""

    name = "page"
    watched = "out"

    def prepare(self, ground: Path) -> None:
        self._report(ground, drawn=True)
        (ground / "out").mkdir()
        (ground / "out" / "page.html").write_text("the older one")

    def _report(self, ground: Path, *, drawn: bool = False) -> Any:
        reports = _reports()
        return reports.make_report(reports.Plan(ground / "pictures", models=("pixels",), noise=0.5, drawn=drawn))

    def act(self, ground: Path, tell: Tell) -> None:
        file = ground / "out" / "page.html"
        check_place(file)
        write_page(self._report(ground), file, IN_PROCESS)
        tell(1)

    def check(self, ground: Path, told: int) -> None:
        text = (ground / "out" / "page.html").read_text(encoding="utf-8")
        whole = text.startswith("<!DOCTYPE html>") and text.rstrip().endswith("</html>")
        assert whole or text == "the older one", text[:80]
        assert whole or not told

    def settle(self, ground: Path) -> None:
        self.act(ground, lambda _: None)

    def final(self, ground: Path) -> Any:
        out = ground / "out"
        return {path.name: path.read_text(encoding="utf-8") for path in sorted(out.iterdir())}
