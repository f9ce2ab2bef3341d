"""The page of an evaluation: it is whole, it says what the report says, and nothing that strangers call things does any harm."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from collections.abc import Callable
from contextlib import closing
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from imsearch_gui.domain.evaluation import EvaluationReport, TruthForm
from imsearch_gui.domain.evaluation_form import best_first, headline
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.refinement import PLAIN, Expansion, Refinement
from imsearch_gui.imaging.apart import Apart
from imsearch_gui.imaging.decoding import IN_PROCESS
from imsearch_gui.searching.evaluation import page, page_parts, page_questions
from imsearch_gui.searching.evaluation.page import write_page

VOID = {"meta", "link", "img", "br", "hr", "input", "base", "source", "wbr", "path", "rect"}
NASTY = (
    '"><img src="http://evil.example/x.png" onerror="alert(1)">.png',
    "'onmouseover='alert(1).png",
    "{{ 7 * 7 }}{% raw %}.png",
    "]]><svg onload=alert(1)>.png",
    "a\u202egnp.exe\udcff\x1b[31m.png",
)
LOADING = {"src", "href", "xlink:href", "srcset", "poster", "data", "action", "formaction", "background", "ping"}


class Page(HTMLParser):
    """What a browser would find: every tag with its attributes, and the text of each."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.tables: list[list[list[str]]] = []
        self.open: list[str] = []
        self._cell: list[str] | None = None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len(dict(attrs)), (tag, attrs)
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self._cell = []

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if tag in ("td", "th") and self._cell is not None:
            self.tables[-1][-1].append(" ".join("".join(self._cell).split()))
            self._cell = None

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in ("style", "script"):
            return
        self.text.append(data)
        if self._cell is not None:
            self._cell.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]

    @property
    def whole(self) -> str:
        return " ".join(" ".join(self.text).split())


@pytest.fixture
def made(evaluation_reports: Any, tmp_path: Path) -> Callable[..., tuple[EvaluationReport, Page, str]]:
    """made(**plan): the report, its page as it is read, and its text."""

    def make(**plan: Any) -> tuple[EvaluationReport, Page, str]:
        report = evaluation_reports.make_report(
            evaluation_reports.Plan(tmp_path / "pictures", **{"drawn": True, **plan})
        )
        file = tmp_path / "page.html"
        write_page(report, file, IN_PROCESS)
        text = file.read_text(encoding="utf-8")
        return report, Page(text), text

    return make


def test_it_needs_nothing_but_itself(made: Callable[..., tuple[EvaluationReport, Page, str]]) -> None:
    _, read, text = made()
    assert read.open == [], "every tag is closed"
    for tag, attributes in read.tags:
        for name in LOADING & attributes.keys():
            assert (attributes[name] or "").startswith(("data:image/jpeg;base64,", "#")), (tag, attributes)
    assert "http:" not in text
    assert "https:" not in text
    assert "@import" not in text
    assert "url(" not in text
    assert {tag for tag, _ in read.tags}.isdisjoint(
        {"link", "iframe", "object", "embed", "base", "form", "audio", "video"}
    )


def test_nothing_but_its_own_script_could_run(made: Callable[..., tuple[EvaluationReport, Page, str]]) -> None:
    _, read, text = made()
    (policy,) = [one["content"] for one in read.all("meta") if one.get("http-equiv") == "Content-Security-Policy"]
    assert policy is not None
    assert policy.startswith("default-src 'none'; img-src data:;")
    (script,) = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in policy
    assert not any(name.startswith("on") for _, attributes in read.tags for name in attributes)


def test_what_strangers_call_things_is_text(made: Callable[..., tuple[EvaluationReport, Page, str]]) -> None:
    classes = ('<script>alert("c")</script>', "</title><b>", "&lt;i&gt;", "</style>", "-->")
    report, read, text = made(
        names=NASTY,
        models=("<u>model</u>", "b"),
        classes=classes,
        protocols=("<em>easy</em>", "hard"),
        notices=("<blink>notice</blink>",),
        unreadable=(0,),
        noise=1.0,
        drawn=False,
    )
    harmless = made(protocols=("easy", "hard"), notices=("a",), unreadable=(0,), noise=1.0, drawn=False)[1]
    plain = {tag for tag, _ in harmless.tags}
    assert {tag for tag, _ in read.tags} <= plain
    assert not any(name.startswith("on") for _, attributes in read.tags for name in attributes)
    assert len(read.all("script")) == 1
    for name in (*NASTY[:-1], *classes, "<u>model</u>", "<em>easy</em>", "<blink>notice</blink>"):
        assert " ".join(name.split()) in read.whole
    assert r"a\u202egnp.exe\udcff\x1b[31m.png" in read.whole
    assert not re.search("[\x00-\x08\x1b\u202a-\u202e\ud800-\udfff]", text)
    assert report.truth.questions[2].name in read.whole, "a name is no template"


def test_the_table_of_ways_says_what_the_report_says(made: Callable[..., tuple[EvaluationReport, Page, str]]) -> None:
    report, read, _ = made(form=TruthForm.UKBENCH, graph=True)
    head, *rows = read.tables[0]
    assert head == [
        "Model",
        "Metric",
        "P@1",
        "P@5",
        "R@10",
        "mAP",
        "mAP@10",
        "nDCG@10",
        "N-S",
        "Time",
        "Graph",
    ]
    assert len(rows) == 12
    for row, way in zip(rows, best_first(report), strict=True):
        means = way.protocols[0].means
        low, high = way.protocols[0].intervals["ap"]
        shown = [f"{means[name]:.{2 if name == 'ns' else 3}f}" for name in headline(report)]
        shown[3] += f" {low:.3f}–{high:.3f}"
        assert row[0] == way.way.model_id
        assert row[2:9] == shown
        assert row[10] == "0.97"
    sorts = [float(attributes["data-sort"] or "nan") for attributes in read.all("td") if "data-sort" in attributes]
    assert sorts[3] == pytest.approx(best_first(report)[0].protocols[0].means["ap"])


def test_models_are_called_as_in_the_window_and_their_id_stands_once_beside(
    made: Callable[..., tuple[EvaluationReport, Page, str]],
) -> None:
    titles = {"a": "Alike", "b": "Alike", "pixels": "Raw <b>pixels</b>"}
    report, read, _ = made(models=("a", "b", "pixels"), metrics=(Metric.L2,), titles=titles)
    called = {"Alike (a)", "Alike (b)", "Raw <b>pixels</b>"}
    assert {row[0] for row in read.tables[0][1:]} == {"Alike (a) a", "Alike (b) b", "Raw <b>pixels</b> pixels"}
    assert [{row[0] for row in rows} for head, *rows in read.tables if head == ["Model", "L2 (Euclidean)"]] == [called]
    bars = [str(one["aria-label"]) for one in read.all("svg") if ", L2: " in str(one.get("aria-label"))]
    assert {label.partition(", L2: ")[0] for label in bars} == called
    assert f"{titles[best_first(report)[0].way.model_id]} (a), L2 with an mAP of" in read.whole


def test_a_way_whose_geometry_was_never_checked_says_so_and_nothing_else(
    made: Callable[..., tuple[EvaluationReport, Page, str]],
) -> None:
    ways = (PLAIN, Refinement(geometry=True))
    _, read, _ = made(models=("a",), metrics=(Metric.L1, Metric.L2), refinements=ways, unchecked=(1, 3))
    last = read.tables[0][-2:]
    assert [row[3:] for row in last] == [["–", "–", "–", "not checked", "–", "–", "–"]] * 2
    assert "Images that may not be found take no part in them." in read.whole


def test_of_how_many_questions_some_were_asked(made: Callable[..., tuple[EvaluationReport, Page, str]]) -> None:
    _, read, _ = made(taken_from=10_000)
    assert "Questions 20 of 10,000" in read.whole


def test_the_curves_and_bars_are_those_of_the_report(made: Callable[..., tuple[EvaluationReport, Page, str]]) -> None:
    report, read, _ = made()
    lines = [
        one for one in read.all("path") if (one.get("class") or "").startswith("line d-") and "100," in str(one["d"])
    ]
    assert len(lines) == len(report.ways)
    of_ways = {way.way: way.protocols[0] for way in report.ways}
    for line, measured in zip(lines, of_ways.values(), strict=True):
        heights = [100 - float(point.split(",")[1]) for point in str(line["d"])[1:].split()]
        assert np.allclose(heights, 100 * measured.curve, atol=0.06)
    widths = [float(one["width"] or 0) for one in read.all("rect") if one.get("class") == "mean"]
    assert widths == [pytest.approx(100 * way.protocols[0].means["ap"], abs=0.01) for way in best_first(report)]
    eleven = next(table for table in read.tables if table[0][0] == "Recall")
    assert eleven[0][1:] == [f"{level / 10:.1f}" for level in range(11)]
    assert eleven[1][1:] == [f"{value:.3f}" for value in report.ways[0].protocols[0].curve[::10]]


def test_each_refinement_has_a_chart(made: Callable[..., tuple[EvaluationReport, Page, str]]) -> None:
    refinements = (PLAIN, Refinement(Expansion.ALPHA), Refinement(reciprocal=True), Refinement(geometry=True))
    _, read, _ = made(models=("a", "b"), metrics=(Metric.L1, Metric.L2), refinements=refinements)
    assert len([one for one in read.all("figure") if one["class"] == "curves"]) == 4
    words = {row[2] for row in read.tables[0][1:]}
    assert words == {"Plain search", "Alpha expansion", "Shared neighbours", "Geometry checked"}


def test_each_protocol_has_its_own_part(made: Callable[..., tuple[EvaluationReport, Page, str]]) -> None:
    report, read, _ = made(protocols=("easy", "medium", "hard"), form=TruthForm.REVISITED)
    anchors = {one.get("id") for _, one in read.tags if "id" in one}
    assert {
        f"{what}-{place}" for what in ("part", "ways", "bars", "curves", "classes") for place in range(3)
    } <= anchors
    linked = {(one["href"] or "").removeprefix("#") for one in read.all("a")}
    assert linked <= anchors
    tables = [table for table in read.tables if table[0][:2] == ["Model", "Metric"] and "P@1" in table[0]]
    for place, table in enumerate(tables):
        mean = best_first(report, place)[0].protocols[place].means["ap"]
        assert table[1][table[0].index("mAP")].startswith(f"{mean:.3f}")
    assert len(tables) == 3


def test_classes_and_what_they_were_taken_for(made: Callable[..., tuple[EvaluationReport, Page, str]]) -> None:
    report, read, text = made(models=("bad",), metrics=(Metric.COSINE,), noise=0.5, each=6)
    best = report.ways[0]
    (table,) = [table for table in read.tables if table[0][0] == "Class"]
    assert table[0] == ["Class", "Questions", "P@1", "P@5", "R@10", "mAP", "mAP@10", "nDCG@10", "Taken for"]
    means = [best.protocols[0].by_group[row[0]]["ap"] for row in table[1:]]
    assert means == sorted(means)
    assert [row[5] for row in table[1:]] == [f"{mean:.3f}" for mean in means]
    assert {row[1] for row in table[1:]} == {"6"}
    assert best.confusion is not None
    shares = re.findall(r"<title>(\w+) → (\w+): (\d+) %</title>", text)
    assert shares == [
        (row, column, f"{100 * best.confusion[y, x]:.0f}")
        for y, row in enumerate(report.groups)
        for x, column in enumerate(report.groups)
        if best.confusion[y, x] > 0
    ]


def test_every_cell_of_the_map_has_its_lines(made: Callable[..., tuple[EvaluationReport, Page, str]]) -> None:
    """Only every fifth line looks like a fault."""
    _, read, _ = made(classes=[f"class {number}" for number in range(12)], each=2, models=("a",), drawn=False)
    (guide,) = [str(one["d"]) for one in read.all("path") if one.get("class") == "guide"]
    step = 1 + float(next(str(one["width"]) for one in read.all("rect") if one.get("class") == "right"))
    places = [place * step - 0.5 for place in range(1, 12)]
    assert [float(at) for at in re.findall(r"M0 ([\d.]+)H", guide)] == places
    assert [float(at) for at in re.findall(r"M([\d.]+) 0V", guide)] == places


def test_of_very_many_classes_the_worst_are_shown(
    made: Callable[..., tuple[EvaluationReport, Page, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_parts, "MOST_ROWS", 3)
    report, read, _ = made()
    (table,) = [table for table in read.tables if table[0][0] == "Class"]
    assert len(table) == 1 + 3
    assert "2 classes that were answered better are not in this table." in read.whole
    assert len(report.groups) == 5


def test_without_classes_there_is_neither_table_nor_map(evaluation_reports: Any, tmp_path: Path) -> None:
    plan = evaluation_reports.Plan(tmp_path / "pictures", models=("a",), metrics=(Metric.L2,))
    report = evaluation_reports.without_classes(evaluation_reports.make_report(plan))
    write_page(report, tmp_path / "page.html", IN_PROCESS)
    read = Page((tmp_path / "page.html").read_text(encoding="utf-8"))
    anchors = {one.get("id") for _, one in read.tags}
    assert {"ways-0", "curves-0", "worst", "definitions"} <= anchors
    assert not {"confusion", "classes-0"} & anchors


def test_the_worst_questions_come_with_their_pictures(
    made: Callable[..., tuple[EvaluationReport, Page, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_questions, "WORST", 4)
    report, read, _ = made(models=("bad",), metrics=(Metric.COSINE,), noise=0.5, regions=True, shown=6, absent=2)
    way = report.ways[0]
    places = page_questions.worst(way)
    found = way.protocols[0].columns["ap"]
    assert [found[place] for place in places] == sorted(found.tolist())[:4]
    assert len(read.all("article")) == 4
    shown = [one for place in places for one in (*way.shown[place].first, *way.shown[place].missed)]
    verdicts = [
        str(one["class"]).split()[-1] for one in read.all("span") if str(one.get("class")).startswith("picture ")
    ]
    assert [verdict for verdict in verdicts if verdict != "query"] == [
        "right" if one.right else "wrong" for one in shown
    ]
    pictures = read.all("img")
    assert len(pictures) == 4 + len(shown)
    assert all(one["alt"] for one in pictures)
    with Image.open(io.BytesIO(base64.b64decode(str(pictures[0]["src"]).partition(",")[2]))) as first:
        assert (str(first.width), str(first.height)) == (pictures[0]["width"], pictures[0]["height"]) == ("64", "48")
    regions = [str(one["style"]) for one in read.all("span") if one.get("class") == "region"]
    assert regions == ["left: 25.0%; top: 25.0%; width: 50.0%; height: 50.0%"] * 4
    assert ("2 right pictures the library does not hold" in read.whole) == (0 in places)


def test_a_rank_is_said_and_what_did_not_come(made: Callable[..., tuple[EvaluationReport, Page, str]]) -> None:
    report, read, _ = made(models=("bad",), metrics=(Metric.L1,), noise=0.5, shown=2, each=5)
    way = report.ways[0]
    place = page_questions.worst(way)[0]
    first = way.shown[place].missed[0]
    assert f"right, {first.rank}" in read.whole
    left = len(report.truth.protocols[0].judgements[place].relevant) - sum(
        one.right for one in (*way.shown[place].first, *way.shown[place].missed)
    )
    assert left > 0
    assert f"{left} right image{'s' if left > 1 else ''} not shown" in read.whole


def test_the_rank_that_is_said_is_the_one_that_is_shown(
    made: Callable[..., tuple[EvaluationReport, Page, str]],
) -> None:
    """With junk before it, another rank is what counts."""
    report, read, _ = made(models=("bad",), metrics=(Metric.L1,), noise=0.5, each=5, junk=2)
    way = report.ways[0]
    measured = way.protocols[0].columns["first"]
    behind_junk = [place for place in page_questions.worst(way) if way.shown[place].first_right != measured[place]]
    assert behind_junk
    said = re.findall(r"First right one at rank (\d+)", read.whole)
    assert said == [str(way.shown[place].first_right) for place in page_questions.worst(way)]


def test_a_picture_that_cannot_be_read_costs_a_few_words(
    made: Callable[..., tuple[EvaluationReport, Page, str]],
) -> None:
    report, read, _ = made(unreadable=(1,), drawn=False)
    assert read.all("img") == []
    assert "there is no such file" in read.whole
    assert "truncated JPEG file" in read.whole
    assert "1 question could not be asked" in read.whole
    assert report.ways[0].unanswered == {1: "truncated JPEG file"}


def test_pictures_are_decoded_where_it_is_told(evaluation_reports: Any, tmp_path: Path) -> None:
    report = evaluation_reports.make_report(
        evaluation_reports.Plan(tmp_path / "pictures", models=("a",), noise=0.5, drawn=True)
    )
    here, apart = tmp_path / "here.html", tmp_path / "apart.html"
    write_page(report, here, IN_PROCESS)
    with closing(Apart(kept=page.LANES)) as decoding:
        write_page(report, apart, decoding)
    assert Page(here.read_text(encoding="utf-8")).all("img") != []
    assert apart.read_bytes() == here.read_bytes()


def test_where_all_was_right_that_is_said(made: Callable[..., tuple[EvaluationReport, Page, str]]) -> None:
    _, read, _ = made(models=("a",), metrics=(Metric.L1,), classes=("one",), drawn=False)
    assert read.all("article") == []
    assert "Every question was answered without fault." in read.whole


def test_what_has_no_number_is_a_dash(made: Callable[..., tuple[EvaluationReport, Page, str]]) -> None:
    _, read, _ = made(classes=("one",), each=1, drawn=False)
    assert read.tables[0][1][2:7] == ["–"] * 5
    assert "nan" not in read.whole


def test_tables_and_charts_can_be_heard(made: Callable[..., tuple[EvaluationReport, Page, str]]) -> None:
    _, read, _ = made()
    assert read.all("html")[0]["lang"] == "en"
    assert all("scope" in one for one in read.all("th"))
    for one in read.all("svg"):
        assert one.get("aria-label") or one.get("aria-hidden") == "true"
    levels = [int(tag[1]) for tag, _ in read.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
