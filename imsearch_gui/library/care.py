"""What is done to a library as a whole: its name, its roots, where they lie. Nothing here reads a picture to encode it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from uuid import uuid4

from imsearch_gui.domain.cleaning import CleaningRules
from imsearch_gui.domain.errors import FolderError, LibraryError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.library_facts import Emptiness, Relinked
from imsearch_gui.domain.records import RootRecord
from imsearch_gui.imaging.decoder import MAX_BYTES, content_key
from imsearch_gui.library.connection import sentences
from imsearch_gui.library.library import Library
from imsearch_gui.library.rows import below_from_row, fetch_int, path_from_row, path_to_row, relative_to_row
from imsearch_gui.library.small_change import small_change
from imsearch_gui.library.spelling import Spelling
from imsearch_gui.library.writer import LibraryWriter

NAME = "name"
"""Key of the setting; without it a library is called as its folder."""
IDENTITY = "identity"
"""Key of the setting that tells a library from every other one, wherever it lies."""
LONGEST_NAME = 200
"""Characters that are shown of it; file managers allow no more to a folder."""
SAMPLE = 32
"""Images that are looked for in the new place of a root: were one in ten missing there, 97 of 100 samples would show it."""
READ = 8
"""Of those, as many are read to compare what is in them."""
ENOUGH = 0.75
"""Share of the sample that must be there: somebody may have deleted some since."""


def name_of(library: Library) -> str:
    """What the library is called."""
    row = library.rows("SELECT value FROM setting WHERE key = ?", NAME, kinds="t")
    return " ".join(str(row[0][0])[:LONGEST_NAME].split()) or library.folder.name if row else library.folder.name


def rename(library: LibraryWriter, name: str) -> str:
    """Call it otherwise; its folder stays where it is, so that nothing that remembers it is lost. Returns the name."""
    plain = " ".join(name.split())[:LONGEST_NAME].rstrip()
    if not plain:
        raise LibraryError(tr("A library needs a name: type one."))
    library.remember(NAME, plain)
    return plain


def identity_of(library: Library) -> str:
    """What tells the library from every other one; empty where nobody has written that yet."""
    row = library.rows("SELECT value FROM setting WHERE key = ?", IDENTITY, kinds="t")
    return str(row[0][0])[:LONGEST_NAME] if row else ""


def identify(folder: Path) -> None:
    """Let a library have an identity, which stays once it is there."""
    with small_change(folder) as connection:
        connection.execute("INSERT OR IGNORE INTO setting (key, value) VALUES (?, ?)", (IDENTITY, uuid4().hex))


def root_at(library: Library, path: Path) -> RootRecord:
    """The root that lies at `path`."""
    for root in library.roots():
        if root.path == path:
            return root
    raise FolderError(tr("{0} is no folder of the library {1}: see which it has.").format(path, name_of(library)))


def set_options(
    library: LibraryWriter, path: Path, *, recursive: bool, exclude: Sequence[str], watch: bool
) -> RootRecord:
    """Other options for a root; what they leave out or let in shows after the next indexing."""
    root = root_at(library, path)
    library.add_root(root.path, recursive=recursive, exclude=exclude, watch=watch)
    return root_at(library, path)


def remove_root(library: LibraryWriter, path: Path) -> int:
    """A root less, with all its images; their files stay, and so do vectors, unused. Returns how many images it were."""
    root = root_at(library, path)
    with library.changing() as connection:
        number = fetch_int(connection, "SELECT count(*) FROM image WHERE root_id = ?", root.id)
        for table in ("image", "skipped"):
            connection.execute(f"DELETE FROM {table} WHERE root_id = ?", (root.id,))
        connection.execute("DELETE FROM root WHERE id = ?", (root.id,))
        for key in (f"rules of root {root.id}", _emptied(root.id)):
            connection.execute("DELETE FROM setting WHERE key = ?", (key,))
    return number


def rules_of(library: Library, root_id: int) -> CleaningRules | None:
    """The cleaning rules that a root was indexed with last; None where it never was."""
    row = library.rows("SELECT value FROM setting WHERE key = ?", f"rules of root {root_id}")
    return CleaningRules.parse(str(row[0][0])) if row else None


def emptiness_of(library: Library) -> dict[int, Emptiness]:
    """Of the roots, by id, those that had images and had none when they were looked through last."""
    marks = {_emptied(identity): identity for identity, _ in library.root_paths()}
    rows = library.rows("SELECT key, value FROM setting WHERE key LIKE 'emptied root %'")
    return {marks[key]: Emptiness(value) for key, value in rows if key in marks and value in tuple(Emptiness)}


def note_emptied(library: LibraryWriter, root_id: int) -> None:
    """The root has no picture any more; what somebody has said of that before stands."""
    with library.changing() as connection:
        connection.execute(
            "INSERT OR IGNORE INTO setting (key, value) VALUES (?, ?)", (_emptied(root_id), Emptiness.ASKED.value)
        )


def note_filled(library: LibraryWriter, root_id: int) -> None:
    """The root is as one expects."""
    if library.rows("SELECT 1 FROM setting WHERE key = ?", _emptied(root_id)):
        with library.changing() as connection:
            connection.execute("DELETE FROM setting WHERE key = ?", (_emptied(root_id),))


def keep_emptied(library: LibraryWriter, path: Path) -> None:
    """The images of an emptied root stay, and nobody is asked again."""
    library.remember(_emptied(root_at(library, path).id), Emptiness.KEPT.value)


def _emptied(root_id: int) -> str:
    return f"emptied root {root_id}"


def retry_files(library: LibraryWriter, files: Iterable[Path]) -> None:
    """Forget that these files were skipped, so that the next plan takes them as new."""
    roots = library.root_paths()
    with library.changing() as connection:
        for file in files:
            for identity, root in roots:
                if file.is_relative_to(root):
                    row = (identity, relative_to_row(file, root))
                    connection.execute("DELETE FROM skipped WHERE root_id = ? AND path = ?", row)


def relink(library: LibraryWriter, path: Path, place: Path) -> Relinked:
    """The root at `path` is now at `place`: its images keep their vectors and all that hangs on them.

    Believed only after a sample of its images was found there with the same size, and some of them with the same content.
    """
    root, place = root_at(library, path), place.absolute()
    _check_place(library, root, place)
    spelling = Spelling(place)
    seen, as_written = _compare(library, root, place, spelling)
    with library.changing() as connection:
        connection.execute("UPDATE root SET path = ? WHERE id = ?", (path_to_row(place), root.id))
        if not as_written:
            _respell(connection, root.id, spelling)
    return seen


def _respell(connection: sqlite3.Connection, root_id: int, spelling: Spelling) -> None:
    """Names as they are written in the new place of a root, whose disk writes some of them otherwise."""
    for table in ("image", "skipped"):
        for (name,) in connection.execute(f"SELECT path FROM {table} WHERE root_id = ?", (root_id,)).fetchall():
            before = path_from_row(name)
            if (written := spelling.of(before)) != before:
                # Where both are known, the next job finds that one of them is gone.
                connection.execute(
                    f"UPDATE OR IGNORE {table} SET path = ? WHERE root_id = ? AND path = ?",
                    (path_to_row(written), root_id, name),
                )


def _check_place(library: LibraryWriter, root: RootRecord, place: Path) -> None:
    if not place.is_dir():
        sentence = tr("{0} does not exist or is no folder: choose where {1} is now.")
        raise FolderError(sentence.format(place, root.path.name))
    for identity, other in library.root_paths():
        if identity != root.id and (place.is_relative_to(other) or other.is_relative_to(place)):
            sentence = tr("{0} and {1}, which is a folder of this library already, lie one in the other.")
            raise FolderError(sentence.format(place, other))


def _compare(library: LibraryWriter, root: RootRecord, place: Path, spelling: Spelling) -> tuple[Relinked, bool]:
    """What was seen of a sample, and whether all of it is called there as it was."""
    found = library.rows("SELECT id FROM image WHERE root_id = ? ORDER BY id", root.id, kinds="i")
    images = [identity for (identity,) in found]
    sql = "SELECT path, file_size, key FROM image JOIN content ON content.id = content_id WHERE image.id = ?"
    sample = images[:: max(1, len(images) // SAMPLE)][:SAMPLE]
    rows = [row for identity in sample for row in library.rows(sql, identity, kinds="pib")]
    with sentences(library.folder):
        names = [below_from_row(name) for name, _, _ in rows]
    written = [spelling.of(name) for name in names]
    files = zip(written, rows, strict=True)
    same_size = [(file, key) for name, (_, size, key) in files if _size_of(file := place / name) == size]
    step = max(1, len(same_size) // READ)
    read = same_size[::step][:READ]
    alike = sum(_holds(file, key) for file, key in read)
    if len(same_size) < ENOUGH * len(rows) or alike < ENOUGH * len(read):
        sentence = tr(
            "{0} does not hold what was in {1}: of {2} pictures looked for, {3} are there, and of {4} of these that were read {5}"
            " are the same. Choose another folder, or index {0} as a new one."
        )
        raise FolderError(sentence.format(place, root.path, len(rows), len(same_size), len(read), alike))
    return Relinked(len(images), len(rows), len(same_size), len(read)), written == names


def _size_of(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return -1


def _holds(file: Path, key: bytes) -> bool:
    try:
        # A pipe in its place would keep us waiting.
        return file.is_file() and file.stat().st_size <= MAX_BYTES and content_key(file.read_bytes()) == key
    except OSError:
        return False
