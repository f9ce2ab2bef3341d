"""Fetching files from the hub, by `huggingface_hub`: pinned, resumed, counted, and every failure one sentence.

The environment is honoured as that library's users know it: HF_ENDPOINT, HF_TOKEN, HF_HUB_OFFLINE, HTTPS_PROXY, NO_PROXY.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from imsearch_gui import __version__
from imsearch_gui.domain.errors import ModelError, StorageError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.model_spec import HubSource, ModelFile

SHA256_DIGITS = 64
PIECE = 1 << 18
"""Bytes that are taken from the net before they are written and counted."""
ANSWER_S = 10.0
"""Seconds within which the hub must say what a file is."""
_LIBRARY = "imsearch"
_TRUE = {"1", "ON", "YES", "TRUE"}

Count = Callable[[int], None]
"""Told how many bytes came in since the last call; whatever it raises ends the transfer."""


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file of a repository as the hub describes it."""

    file: ModelFile
    remote: str
    commit: str
    """The commit that the revision stands for."""
    size: int
    sha256: str | None
    """As the hub names it; None for a small file, of which it only keeps a Git hash."""
    etag: str
    """Changes with the content."""


def look_up(source: HubSource, files: tuple[ModelFile, ...]) -> list[RemoteFile]:
    """Ask for size, hash and commit of each file, all of the same commit; raises ModelError."""
    found: list[RemoteFile] = []
    revision = source.revision
    with _sentences(source):
        for file in files:
            found.append(_describe(source, file, revision))
            # From the first answer on everything is of that commit, also when the branch moves on meanwhile.
            revision = found[-1].commit
    return found


def fetch(source: HubSource, item: RemoteFile, folder: Path, count: Count) -> Path:
    """Bring one file to `folder`, where what an earlier attempt left is gone on with; raises ModelError, StorageError.

    `hf_hub_download` begins anew after every break, so its own transfer is used by itself: that one goes on.
    """
    with _sentences(source, item.remote):
        hub = _library()
        path, part = places_of(item, folder)
        if path.exists():
            count(path.stat().st_size)
            return path
        with part.open("ab") as file:
            hub.file_download.http_get(
                hub.hf_hub_url(source.repository, item.remote, revision=item.commit, endpoint=_endpoint()),
                file,
                resume_size=file.tell(),
                headers=hub.utils.build_hf_headers(library_name=_LIBRARY, library_version=__version__),
                expected_size=item.size,
                tqdm_class=_bar(count),
            )
        part.rename(path)
    return path


def places_of(item: RemoteFile, folder: Path) -> tuple[Path, Path]:
    """Where a file lies that has come in, and one that is on its way."""
    # Named by the content, so that what came in of another version is never gone on with.
    path = folder / f"{item.etag}-{Path(item.remote).name}"
    return path, path.with_name(f"{path.name}.part")


def _describe(source: HubSource, file: ModelFile, revision: str) -> RemoteFile:
    hub = _library()
    remote = file.remote or file.path
    url = hub.hf_hub_url(source.repository, remote, revision=revision, endpoint=_endpoint())
    about = hub.get_hf_file_metadata(
        url, timeout=ANSWER_S, endpoint=_endpoint(), library_name=_LIBRARY, library_version=__version__
    )
    if about.size is None or about.commit_hash is None:
        raise ModelError(tr("{0} does not answer as a model hub does: check HF_ENDPOINT.").format(url))
    etag = re.sub(r"[^0-9A-Za-z]", "", about.etag or about.commit_hash)
    sha256 = etag.lower() if len(etag) == SHA256_DIGITS else None
    return RemoteFile(file, remote, about.commit_hash, about.size, sha256, etag)


def _library() -> Any:
    """`huggingface_hub`, loaded when it is needed and told to keep quiet."""
    # Usage reports are never sent; and files come by plain HTTP, which can be resumed and counted, not by its second protocol.
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    os.environ.setdefault("HF_HUB_DISABLE_XET", "1")
    import huggingface_hub
    import huggingface_hub.constants
    import huggingface_hub.file_download
    import huggingface_hub.utils

    # Its pieces of 10 MB would make the bar jump, and what is not written when a transfer is given up has to come again.
    huggingface_hub.constants.DOWNLOAD_CHUNK_SIZE = min(huggingface_hub.constants.DOWNLOAD_CHUNK_SIZE, PIECE)
    # What it would warn of is said by us, in one sentence.
    logging.getLogger("huggingface_hub").setLevel(logging.CRITICAL)
    if os.environ.get("HF_HUB_OFFLINE", "").upper() in _TRUE:
        raise ModelError(
            tr("Fetching is switched off (HF_HUB_OFFLINE is set): unset it, then install the model again.")
        )
    return huggingface_hub


def _endpoint() -> str | None:
    """None for the library's own default."""
    return os.environ.get("HF_ENDPOINT", "").rstrip("/") or None


def _bar(count: Count) -> type[Any]:
    """What the library takes for a progress bar: it shows nothing and passes the bytes on."""
    from tqdm import tqdm

    class Bar(tqdm):  # type: ignore[misc]
        monitor_interval = 0
        """No thread that watches bars which nobody sees."""

        def __init__(self, *_: Any, total: int | None = None, initial: int = 0, **__: Any) -> None:
            super().__init__(total=total, initial=initial, disable=True)
            count(initial)

        def update(self, n: float | None = 1) -> bool | None:
            count(int(n or 0))
            return None

    return Bar


@contextmanager
def _sentences(source: HubSource, remote: str = "") -> Iterator[None]:
    """Turn what the library and its transport raise into one sentence each; our own errors pass."""
    try:
        yield
    except OSError as error:
        if _is_of_the_net(error):
            raise ModelError(_sentence(error, source, remote)) from error
        sentence = tr(
            "{0} cannot be written ({1}): make room on the disk, then install the model again; it goes on where it stopped."
        )
        raise StorageError(sentence.format(remote or source.repository, error.strerror or str(error))) from error
    except Exception as error:
        # The transport's errors share no base with the library's; both are told by where they come from.
        if not _is_of_the_net(error):
            raise
        raise ModelError(_sentence(error, source, remote)) from error


def _is_of_the_net(error: Exception) -> bool:
    module = type(error).__module__.partition(".")[0]
    return module in ("huggingface_hub", "httpx", "httpx2", "httpcore", "requests") or (
        # The library's own check of the size that came in.
        isinstance(error, OSError) and error.errno is None and "Consistency check failed" in str(error)
    )


def _sentence(error: Exception, source: HubSource, remote: str) -> str:
    name = type(error).__name__
    what = f"{source.repository}/{remote}" if remote else source.repository
    status = getattr(getattr(error, "response", None), "status_code", None)
    if name == "GatedRepoError" or status in (401, 403):
        return tr(
            "The hub does not give out {0} without permission: accept its terms there, make a token, set HF_TOKEN to it, then"
            " install the model again."
        ).format(source.repository)
    if name == "RevisionNotFoundError":
        return tr("{0} has no revision {1} any more: look for a newer version of this program.").format(
            source.repository, source.revision
        )
    if status == 404 or name in ("EntryNotFoundError", "RemoteEntryNotFoundError", "RepositoryNotFoundError"):
        return tr("The hub has no {0}: it was moved or taken away; look for a newer version of this program.").format(
            what
        )
    if status is not None:
        return tr("The hub answers with an error ({0}) for {1}: try again later.").format(status, what)
    if "Consistency" in str(error):
        return tr("{0} did not come in whole: install the model again.").format(what)
    if "Timeout" in name:
        return tr("The hub does not answer ({0}): try again later; what came in is kept.").format(_host())
    return tr(
        "The hub cannot be reached ({0}): check the connection to the internet (and HTTPS_PROXY, HF_ENDPOINT), then install the"
        " model again; what came in is kept."
    ).format(_host())


def _host() -> str:
    from urllib.parse import urlsplit

    return urlsplit(_endpoint() or "https://huggingface.co").netloc
