"""Where things are on this machine; nothing is created here."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import platformdirs

APP = "imsearch"

_PACKAGE = Path(__file__).resolve().parent


@lru_cache(maxsize=2)
def _shipped(name: str) -> Path:
    """A folder that ships with the program: beside the package in the source tree, inside it when installed."""
    inside = _PACKAGE / "_data" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def built_in_models() -> Path:
    """The models that ship with the program, a folder each."""
    return _shipped("models")


def resources() -> Path:
    """Icons, styles, translations, sample pictures."""
    return _shipped("resources")


def samples() -> Path:
    """The sample pictures, drawn by the project."""
    return resources() / "samples"


def releases_file() -> Path:
    """Where the address of newer versions is written, in a build that is given to others."""
    return _PACKAGE / "_data" / "releases.txt"


def user_models() -> Path:
    """Models that the user installed, a folder each."""
    return platformdirs.user_data_path(APP, appauthor=False) / "models"


def default_libraries() -> Path:
    """Where a new library is put unless the user says otherwise."""
    return platformdirs.user_data_path(APP, appauthor=False) / "libraries"


def cache() -> Path:
    return platformdirs.user_cache_path(APP, appauthor=False)


def history() -> Path:
    """What was asked lately, a folder for each library."""
    return platformdirs.user_state_path(APP, appauthor=False) / "history"


def crashes() -> Path:
    """Reports of crashes of the program itself."""
    return log_file().parent / "crashes"


def log_file() -> Path:
    return platformdirs.user_log_path(APP, appauthor=False) / "imsearch.log"
