"""The measured parts of the pages, which the benchmarks write between marks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PAGES = sorted((Path(__file__).resolve().parents[1] / "docs").glob("*.md"))
BLOCK = re.compile(r"<!-- (.+): begin -->\n(.*?)<!-- \1: end -->", re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_measured_part_has_its_marks_and_each_line_of_a_table_once(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    blocks = BLOCK.findall(text)
    assert len(blocks) == text.count(": begin -->") == text.count(": end -->")
    for name, block in blocks:
        for table in re.split(r"\n(?!\|)", block):
            lines = [line for line in table.splitlines() if line.startswith("|")]
            assert len(set(lines)) == len(lines), f"{name}: a table has a line twice"
