"""Where this build comes from, and whether a newer one lies there.

Who builds for others says where: packaging/bundle/build.py writes the address into the bundle, and the environment variable
IMSEARCH_RELEASES overrides it, for those who give the program to their own people. A checkout, or a package of pip, which tells of
newer versions itself, has no such address, and asks nobody.

The address answers as GitHub's "latest release" does: an object with `tag_name`, such as "v0.2.0", and `html_url`, a page for
people (https://docs.github.com/rest/releases/releases).
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from urllib.parse import urlsplit

from imsearch_gui import __version__, paths, tls
from imsearch_gui.domain.errors import KnownError
from imsearch_gui.domain.language import tr

VARIABLE = "IMSEARCH_RELEASES"
TIMEOUT_S = 15.0
"""For one step of the connection; the whole is ended from outside."""
LIMIT_BYTES = 1 << 20
"""Notes of a release are a few kilobytes."""
LONGEST = 500
"""Version and address of a page together: they are shown in one line."""


@dataclass(frozen=True, slots=True)
class Release:
    """A version that was given out."""

    version: str
    page: str
    """Address of what is said of it; opened by the user, never by the program."""


def releases_address() -> str:
    """Where newer versions of this build are told of; empty where nobody says."""
    said = os.environ.get(VARIABLE)
    if said is None:
        file = paths.releases_file()
        said = file.read_text(encoding="utf-8") if file.is_file() else ""
    return said.strip()


def newer_release(address: str, *, version: str = __version__) -> Release | None:
    """The newest release at `address`, or None where it is not newer than `version`; raises KnownError with a sentence.

    Nothing is sent but the name and the version of the program. The system's proxy is used.
    """
    newest = read_release(_fetch(address))
    return newest if _is_newer(newest.version, version) else None


def _fetch(address: str) -> bytes:
    import urllib.error  # with the protocols it knows; nobody else of the window needs them
    import urllib.request

    if urlsplit(address).scheme not in ("https", "http"):
        raise KnownError(tr("{0} is no address of the web, so newer versions are not looked for.").format(address))
    asked = urllib.request.Request(
        address, headers={"User-Agent": f"imsearch/{__version__}", "Accept": "application/json"}
    )
    try:
        with urllib.request.urlopen(asked, timeout=TIMEOUT_S, context=tls.context()) as answer:
            data: bytes = answer.read(LIMIT_BYTES + 1)
    except urllib.error.HTTPError as error:
        with error:
            why = tr("the server answered {0}").format(error.code)
        raise _unanswered(address, why) from error
    except OSError as error:
        raise _unanswered(address, str(getattr(error, "reason", "")) or str(error)) from error
    if len(data) > LIMIT_BYTES:
        raise _unanswered(address, tr("the answer is too long"))
    return data


def read_release(data: bytes) -> Release:
    """What was answered, by whomever: nothing of it is believed that is not of the form that it must have; else KnownError."""
    from packaging.version import InvalidVersion, Version

    try:
        told = json.loads(data)
        version = str(Version(str(told["tag_name"])))
        page = str(told["html_url"])
        if not page.startswith("https://") or not urlsplit(page).hostname or len(version + page) > LONGEST:
            raise ValueError(page)
    except (ValueError, TypeError, LookupError, RecursionError, InvalidVersion) as error:
        raise KnownError(
            tr("What was answered about newer versions could not be read; look at the page of the program instead.")
        ) from error
    return Release(version, page)


def _is_newer(version: str, than: str) -> bool:
    from packaging.version import Version

    return Version(version) > Version(than)


def _unanswered(address: str, why: str) -> KnownError:
    sentence = tr(
        "Whether there is a newer version could not be asked at {0} ({1}); it is tried again at the next start."
    )
    return KnownError(sentence.format(urlsplit(address).hostname or address, why))
