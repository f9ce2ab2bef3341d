"""What is done beside a catalog: saved searches, exports, carried files, models that are installed; and what people note."""

from __future__ import annotations

import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from moving_scenarios import Moving, MovingToShare, MovingToStick
from page_scenario import Paging
from scenarios import (
    LIBRARY,
    MODEL,
    PICTURES,
    Graph,
    Indexing,
    check_catalog,
    check_vectors,
    files_of,
    images_of,
    run_index,
    state_of,
)
from trial import Scenario, Tell

from imsearch_gui import paths
from imsearch_gui.bridge.acting.exporting import export
from imsearch_gui.domain.exporting import Export, Form
from imsearch_gui.domain.marks import MarkEdit
from imsearch_gui.domain.records import (
    FileExample,
    ImageRecord,
    Match,
    PictureInfo,
    PixelsExample,
    Query,
    SearchResult,
    Strategy,
)
from imsearch_gui.encoding.install import remove_model as uninstall
from imsearch_gui.encoding.staging import staged
from imsearch_gui.encoding.store import ModelStore, check_files, read_spec, write_spec
from imsearch_gui.library import care, removal
from imsearch_gui.library.kept import SEARCHES, KeptQueries
from imsearch_gui.library.library import CATALOG, Library
from imsearch_gui.library.marks import delete_label, note
from imsearch_gui.library.schema import SCHEMA
from imsearch_gui.library.upgrade import copy_of
from imsearch_gui.library.writer import LibraryWriter


class Marking:
    """Labels, colours and ratings; a label is taken away again."""

    name = "marks"
    watched = LIBRARY

    def prepare(self, ground: Path) -> None:
        Indexing().prepare(ground)
        run_index(ground, lambda _: None)
        note(ground / LIBRARY, [1, 2], MarkEdit(add=("before",)))

    def act(self, ground: Path, tell: Tell) -> None:
        note(ground / LIBRARY, [1, 2, 3], MarkEdit(add=("sea", "sky"), colour=3))
        tell(1)
        note(ground / LIBRARY, [4], MarkEdit(rating=5))
        tell(2)
        delete_label(ground / LIBRARY, "before")
        tell(3)

    def check(self, ground: Path, told: int) -> None:
        marks = self._marks(ground)
        with Library.open(ground / LIBRARY) as library:
            check_catalog(library)
        labelled = [
            ("sea" in marks[number][0], "sky" in marks[number][0], marks[number][1] == 3) for number in (1, 2, 3)
        ]
        assert len({value for each in labelled for value in each}) == 1, "half of a change"
        assert told < 1 or labelled[0][0]
        assert told < 2 or marks[4][2] == 5
        assert ("before" in marks[1][0]) == ("before" in marks[2][0])
        assert told < 3 or "before" not in marks[1][0]

    def _marks(self, ground: Path) -> dict[int, Any]:
        with Library.open(ground / LIBRARY) as library:
            marks = {image.id: library.image(image.id).marks for image in library.images()}
        return {number: (one.labels, one.colour, one.rating) for number, one in marks.items()}

    def settle(self, ground: Path) -> None:
        self.act(ground, lambda _: None)

    def final(self, ground: Path) -> Any:
        return {"marks": self._marks(ground), "files": files_of(ground / LIBRARY)}


class Searches:
    """Queries with pictures of their own are saved, the first of all first; one is renamed, one removed."""

    name = "saved searches"
    watched = ""

    def prepare(self, ground: Path) -> None:
        pass

    def _kept(self, ground: Path) -> KeptQueries:
        return KeptQueries(ground / LIBRARY / SEARCHES, 100)

    def _query(self, name: str) -> Query:
        return Query((PixelsExample(name.encode() * 50, name),), MODEL)

    def act(self, ground: Path, tell: Tell) -> None:
        kept = self._kept(ground)
        kept.add(self._query("old"), 1.0, thumbnail=b"png", name="old")
        tell(1)
        kept.add(self._query("first"), 2.0, thumbnail=b"png" * 9, name="first")
        tell(2)
        second = kept.add(self._query("second"), 3.0, name="second")
        tell(3)
        kept.rename(second, "2nd")
        tell(4)
        kept.remove(next(one.id for one in kept.listed() if one.name == "old"))
        tell(5)

    def check(self, ground: Path, told: int) -> None:
        kept = self._kept(ground)
        names = [one.name for one in kept.listed()]
        after = [{"old"}, {"old", "first"}, {"old", "first", "second"}, {"old", "first", "2nd"}, {"first", "2nd"}]
        assert set(names) in [set(), *after][told:], names
        assert len(names) == len(set(names))
        for one in kept.listed():
            assert not one.missing
            (example,) = kept.query(one.id).like
            assert isinstance(example, PixelsExample)
            assert example.data in [self._query(name).like[0].data for name in ("old", "first", "second")]

    def settle(self, ground: Path) -> None:
        kept = self._kept(ground)
        for one in kept.listed():
            kept.remove(one.id)
        self.act(ground, lambda _: None)

    def final(self, ground: Path) -> Any:
        names = [one.name for one in self._kept(ground).listed()]
        suffixes = Counter(Path(name).suffix for name in files_of(ground / LIBRARY))
        return {"names": names, "files": sorted(suffixes.items())}


class Exporting:
    """A table over an older one of the same name, then a folder of copies."""

    name = "export"
    watched = "out"

    def prepare(self, ground: Path) -> None:
        for number in range(4):
            path = ground / PICTURES / f"{number}.jpg"
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(bytes([number]) * 5000)
        (ground / "out" / "copies").mkdir(parents=True)
        (ground / "out" / "table.csv").write_text("the older one")

    def act(self, ground: Path, tell: Tell) -> None:
        for form, target in ((Form.CSV, "table.csv"), (Form.COPIES, "copies")):
            matches = self._matches(ground)
            result = SearchResult(Query((FileExample(ground / "q.jpg"),), MODEL), matches, Strategy.EXACT, 4)
            done = export(Export(result, matches, form, ground / "out" / target), lambda done, total: True)
            tell(1 if form is Form.CSV else 1 + (done.number == len(matches)))

    def _matches(self, ground: Path) -> list[Match]:
        info = PictureInfo(64, 48, "JPEG", None, None)
        return [
            Match(number + 1, ImageRecord(number, ground / PICTURES / f"{number}.jpg", 5000, 1, info), 0.5)
            for number in range(4)
        ]

    def check(self, ground: Path, told: int) -> None:
        text = (ground / "out" / "table.csv").read_text()
        assert text == "the older one" or text.count("\n") == 5, text
        assert not told or text != "the older one"
        for path in (ground / "out" / "copies").glob("*.jpg"):
            assert path.read_bytes() == (ground / PICTURES / path.name.partition(" ")[2]).read_bytes()

    def settle(self, ground: Path) -> None:
        for path in (ground / "out" / "copies").glob("*.jpg"):
            path.unlink()
        self.act(ground, lambda _: None)

    def final(self, ground: Path) -> Any:
        return sorted(
            (path.relative_to(ground).as_posix(), path.stat().st_size) for path in (ground / "out").rglob("*")
        )


class Models:
    """A model takes the place of an older one, another one is removed."""

    name = "model"
    watched = "models"

    def prepare(self, ground: Path) -> None:
        for identity in ("mine", "other"):
            self._install(ground, identity, "first")

    def _install(self, ground: Path, identity: str, title: str) -> None:
        spec = read_spec(paths.built_in_models() / MODEL / "model.toml")
        with staged(identity, target=ground / "models", replace=True) as folder:
            (folder / "weights").mkdir()
            (folder / "weights" / "numbers").write_text(title * 1000)
            write_spec(replace(spec, id=identity, title=title), folder)

    def _store(self, ground: Path) -> ModelStore:
        return ModelStore([ground / "models"])

    def act(self, ground: Path, tell: Tell) -> None:
        self._install(ground, "mine", "second")
        tell(1)
        uninstall(self._store(ground), "other")
        tell(2)

    def check(self, ground: Path, told: int) -> None:
        store = self._store(ground)
        assert not store.problems(), store.problems()
        models = {model.spec.id: model for model in store.models()}
        mine = models["mine"]
        check_files(mine)
        numbers = (mine.folder / "weights" / "numbers").read_text()
        assert numbers == mine.spec.title * 1000, "two versions are mixed"
        assert not told or mine.spec.title == "second"
        assert told < 2 or "other" not in models

    def settle(self, ground: Path) -> None:
        self._install(ground, "mine", "second")
        if any(model.spec.id == "other" for model in self._store(ground).models()):
            uninstall(self._store(ground), "other")

    def final(self, ground: Path) -> Any:
        return sorted(path.relative_to(ground).as_posix() for path in (ground / "models").rglob("*") if path.is_file())


class Upgrading:
    """A library of the first schema is opened to be read, which brings it up to date."""

    name = "upgrade"
    watched = LIBRARY

    def prepare(self, ground: Path) -> None:
        shutil.copytree(Path(__file__).parent.parent / "library" / "schemas" / "schema-1", ground / LIBRARY)

    def act(self, ground: Path, tell: Tell) -> None:
        with Library.open(ground / LIBRARY):
            tell(1)

    def check(self, ground: Path, told: int) -> None:
        schema = self._schema(ground / LIBRARY / CATALOG)
        assert schema in (1, SCHEMA)
        assert not told or schema == SCHEMA
        copy = copy_of(ground / LIBRARY / CATALOG, 1)
        assert copy.exists() or schema == 1, "it was brought up to date without a copy"
        assert not copy.exists() or self._schema(copy) == 1
        with Library.open(ground / LIBRARY) as library:
            check_catalog(library)
            assert len(images_of(library)) == library.image_count() == 9

    def _schema(self, file: Path) -> int:
        with closing(sqlite3.connect(file)) as catalog:
            assert catalog.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            return int(catalog.execute("PRAGMA user_version").fetchone()[0])

    def settle(self, ground: Path) -> None:
        with LibraryWriter.open(ground / LIBRARY):
            pass

    def final(self, ground: Path) -> Any:
        return state_of(ground / LIBRARY)


class Removing:
    """A model's vectors and a root are taken out of a library."""

    name = "remove"
    watched = LIBRARY

    def prepare(self, ground: Path) -> None:
        Indexing().prepare(ground)
        run_index(ground, lambda _: None)
        (ground / "more").mkdir()
        with LibraryWriter.open(ground / LIBRARY) as library:
            library.add_root(ground / "more", recursive=True, exclude=())
            key = library.use_model("test", title="Test", dimension=64, fingerprint="f", folder=Path("models/test"))
            root = library.add_root(ground / "far", recursive=True, exclude=())
            items = [Graph.encoded(ground / "far", number) for number in range(8)]
            library.store(key, {item.file.path: root for item in items}, items, [])

    def act(self, ground: Path, tell: Tell) -> None:
        with LibraryWriter.open(ground / LIBRARY) as library:
            if "test" in [record.id for record in library.models()]:
                removal.remove_model(library, "test")
            tell(1)
            if ground / "far" in [root.path for root in library.roots()]:
                care.remove_root(library, ground / "far")
            tell(2)

    def check(self, ground: Path, told: int) -> None:
        with Library.open(ground / LIBRARY) as library:
            check_catalog(library)
            known = [record.id for record in library.models()]
            assert known == ["pixels"] or not told
            assert library.searchable_count("pixels") == 10
            assert told < 2 or ground / "far" not in [root.path for root in library.roots()]
            if known == ["pixels"]:
                check_vectors(library)

    def settle(self, ground: Path) -> None:
        self.act(ground, lambda _: None)
        # The next job clears away what a removal that was broken off has left.
        run_index(ground, lambda _: None)

    def final(self, ground: Path) -> Any:
        return state_of(ground / LIBRARY)


MORE: dict[str, Scenario] = {
    one.name: one
    for one in (
        Upgrading(),
        Marking(),
        Searches(),
        Exporting(),
        Paging(),
        Moving(),
        MovingToStick(),
        MovingToShare(),
        Models(),
        Removing(),
    )
}
