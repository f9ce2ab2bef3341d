"""`imsearch roots LIBRARY ...`: the folders of a library. Imports the engine when an action runs."""

from __future__ import annotations

import argparse
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from imsearch_gui.cli.arguments import absolute
from imsearch_gui.cli.output import Output, aligned, shown

if TYPE_CHECKING:
    from imsearch_gui.domain.records import RootRecord
    from imsearch_gui.library.writer import LibraryWriter

Add = Callable[[str, str], argparse.ArgumentParser]


def add_actions(add: Add) -> None:
    """Build the grammar of every action."""
    command = add("list", "list them: pictures, skipped files, whether they are there and watched (the default)")
    command.set_defaults(run_action=list_roots)

    command = add("add", "make a folder one of the library; `imsearch index` brings its pictures in")
    _add_folder(command)
    _add_options(command)
    command.set_defaults(run_action=_add_root, watch=None)

    command = add("set", "change the options of a folder; they take effect with the next `imsearch index`")
    _add_folder(command)
    _add_options(command)
    command.set_defaults(run_action=_set)

    command = add("relink", "say where a folder is now that was moved; a sample of its pictures is looked for there")
    _add_folder(command)
    command.add_argument("place", metavar="PLACE", type=absolute, help="where it is now")
    command.set_defaults(run_action=_relink)

    command = add("remove", "take a folder and its pictures out of the library; the files stay")
    _add_folder(command)
    command.set_defaults(run_action=_remove)


def run(args: Namespace, output: Output) -> int:
    """The action that was asked for; returns the exit status."""
    status: int = args.run_action(args, output)
    return status


def state_words(root: RootRecord) -> str:
    """What is to be said of a folder, in a few words."""
    parts = ["watched"] if root.watch else []
    parts += [] if root.recursive else ["without subfolders"]
    parts += [] if root.online else ["not there just now"]
    return ", ".join(parts)


def list_roots(args: Namespace, output: Output) -> int:
    from imsearch_gui.library.facts import facts_of
    from imsearch_gui.library.library import Library

    with Library.open(args.library) as library:
        facts = facts_of(library)
    content = [
        {
            "path": str(part.root.path),
            "images": part.images,
            "skipped": part.skipped,
            "online": part.root.online,
            "watch": part.root.watch,
            "recursive": part.root.recursive,
            "exclude": list(part.root.exclude),
            "emptied": part.emptiness is not None,
        }
        for part in facts.roots
    ]
    rows: list[Sequence[Any]] = [("folder", "images", "skipped", "")]
    for part in facts.roots:
        words = [state_words(part.root), f"without {', '.join(part.root.exclude)}" if part.root.exclude else ""]
        words += ["has no pictures now"] if part.emptiness is not None else []
        rows.append((part.root.path, part.images, part.skipped, "; ".join(word for word in words if word)))
    output.result({"library": str(args.library), "roots": content}, aligned(rows, right=(1, 2)))
    return 0


def _add_root(args: Namespace, output: Output) -> int:
    from imsearch_gui.domain.errors import FolderError
    from imsearch_gui.library.care import root_at

    if not args.folder.is_dir():
        raise FolderError(f"{args.folder.absolute()} does not exist or is no folder: check the name.")
    with _writing(args.library) as library:
        args.folder = _known(library, args.folder)
        if any(root == args.folder for _, root in library.root_paths()):
            raise FolderError(f"{args.folder} is a folder of this library already: `roots set` changes its options.")
        key = library.add_root(
            args.folder, recursive=args.recursive is not False, exclude=args.exclude or (), watch=args.watch
        )
        root = root_at(library, key.path)
    if root.path != args.folder:
        raise FolderError(f"{args.folder} belongs to the library already, with {root.path}.")
    return _told(root, output, f"{shown(root.path)} belongs to the library now: index it to bring its pictures in.")


def _set(args: Namespace, output: Output) -> int:
    from imsearch_gui.library import care

    with _writing(args.library) as library:
        before = care.root_at(library, _known(library, args.folder))
        root = care.set_options(
            library,
            before.path,
            recursive=before.recursive if args.recursive is None else args.recursive,
            exclude=before.exclude if args.exclude is None else [glob for glob in args.exclude if glob],
            watch=before.watch if args.watch is None else args.watch,
        )
    return _told(root, output, f"Kept for {shown(root.path)}.")


def _relink(args: Namespace, output: Output) -> int:
    from imsearch_gui.library import care

    with _writing(args.library) as library:
        seen = care.relink(library, _known(library, args.folder), args.place)
    output.result(
        {"path": str(args.place), "images": seen.images, "looked_for": seen.looked_for, "found": seen.found},
        [
            f"{shown(args.folder)} is {shown(args.place)} now: of {seen.looked_for} pictures looked for there, {seen.found} were"
            f" found, and {seen.read} of them read; all {seen.images} keep their vectors."
        ],
    )
    return 0


def _remove(args: Namespace, output: Output) -> int:
    from imsearch_gui.library import care

    with _writing(args.library) as library:
        number = care.remove_root(library, _known(library, args.folder))
    output.result(
        {"path": str(args.folder), "images": number},
        [f"{number} pictures have left the library with {shown(args.folder)}; their files stay."],
    )
    return 0


def _told(root: RootRecord, output: Output, sentence: str) -> int:
    content = {
        "path": str(root.path),
        "recursive": root.recursive,
        "exclude": list(root.exclude),
        "watch": root.watch,
        "online": root.online,
    }
    output.result(content, [sentence])
    return 0


def _writing(folder: Path) -> LibraryWriter:
    from imsearch_gui.library.library import Library
    from imsearch_gui.library.writer import LibraryWriter

    with Library.open(folder):
        pass  # to write would make one where there is none
    return LibraryWriter.open(folder)


def _known(library: LibraryWriter, folder: Path) -> Path:
    """The folder as the library spells it: one that was made on Windows has paths that are not absolute here."""
    from imsearch_gui.library.spelling import as_known

    return as_known(folder, [path for _, path in library.root_paths()])


def _add_folder(command: argparse.ArgumentParser) -> None:
    command.add_argument("folder", metavar="FOLDER", type=Path, help="the folder")


def _add_options(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--subfolders",
        dest="recursive",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="with its subfolders",
    )
    command.add_argument(
        "--exclude",
        action="append",
        default=None,
        metavar="GLOB",
        help="leave out names or paths like this (repeatable; these take the place of those before, '' of all of them)",
    )
    command.add_argument(
        "--watch",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="the window notices changes in it by itself",
    )
