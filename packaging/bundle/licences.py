"""What is in a bundle, and under which terms: python licences.py BUNDLE WORK

Run by the Python of the environment that was bundled. Writes `licences/` (the texts, a folder for each part) and `sbom.cdx.json`
(CycloneDX 1.6) into the bundle. Parts are distributions of Python that have a file in the bundle, the system's own libraries
that PyInstaller brought along (of which dpkg knows the package), Python itself and the loader of PyInstaller. A part without a
licence text is an error: somebody would have to find it before the bundle may be given away.
"""

from __future__ import annotations

import json
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import Distribution, distributions
from pathlib import Path

TEXTS = re.compile(r"(licen[cs]e|copying|notice|copyright|authors|third.?party)", re.IGNORECASE)
"""Names of files that hold terms."""
BUILD_ONLY = {
    "pip",
    "setuptools",
    "wheel",
    "build",
    "hatchling",
    "pyproject-hooks",
    "pyinstaller-hooks-contrib",
    "altgraph",
}
"""In the environment, but nothing of them is in the bundle."""
TEXTS_HERE = Path(__file__).resolve().parent / "texts"
KNOWN_TERMS = {
    "flatbuffers": ("Apache-2.0.txt",),
    "tokenizers": ("Apache-2.0.txt",),
    "pyside6-essentials": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt"),
}
"""Wheels that name their terms and bring no text of them. The LGPL is written as additions to the GPL, so both belong to it."""


@dataclass
class Part:
    """Something bundled."""

    name: str
    version: str
    purl: str
    licence: str = ""
    texts: list[Path] = field(default_factory=list)


def main() -> int:
    bundle, work = Path(sys.argv[1]), Path(sys.argv[2])
    folder = bundle / "licences"
    shutil.rmtree(folder, ignore_errors=True)
    parts = sorted(
        {part.purl: part for part in (*python_parts(), *system_parts(work))}.values(),
        key=lambda part: part.purl,
    )
    lacking = [part.name for part in parts if not part.texts]
    for part in parts:
        into = folder / part.name
        into.mkdir(parents=True, exist_ok=True)
        for number, text in enumerate(part.texts):
            name = (
                text.name if text.name not in {other.name for other in part.texts[:number]} else f"{number}-{text.name}"
            )
            shutil.copyfile(text, into / name)
    (bundle / "sbom.cdx.json").write_text(
        json.dumps(bill(parts), indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    print(f"{len(parts)} parts, {sum(len(part.texts) for part in parts)} texts of licences")
    if lacking:
        print(f"No licence text was found for: {', '.join(lacking)}", file=sys.stderr)
    return 1 if lacking else 0


def python_parts() -> Iterator[Part]:
    """The distributions of this environment, Python itself and the loader."""
    for distribution in distributions():
        name = re.sub(r"[-_.]+", "-", distribution.metadata["Name"]).lower()
        if name in BUILD_ONLY or name.startswith("pyinstaller"):
            if name == "pyinstaller":
                # Its loader is in every program that it makes, under an exception that allows just that.
                yield Part(
                    "pyinstaller-bootloader",
                    distribution.version,
                    f"pkg:pypi/pyinstaller@{distribution.version}",
                    "GPL-2.0-or-later WITH Bootloader-exception",
                    texts_of(distribution),
                )
            continue
        yield Part(
            name,
            distribution.version,
            f"pkg:pypi/{name}@{distribution.version}",
            licence_of(distribution),
            texts_of(distribution),
        )
    version = platform.python_version()
    base = Path(sys.base_prefix)
    found = [
        path
        for path in (
            base / "LICENSE",
            base / "LICENSE.txt",
            base / f"lib/python{version.rpartition('.')[0]}/LICENSE.txt",
        )
        if path.exists()
    ]
    system = sorted(Path("/usr/share/doc").glob(f"python{version.rpartition('.')[0]}/copyright"))
    yield Part("python", version, f"pkg:generic/python@{version}", "PSF-2.0", found[:1] or system)


def licence_of(distribution: Distribution) -> str:
    """What it says of itself, in a few words."""
    metadata = distribution.metadata
    said = metadata.get("License-Expression") or ""
    if not said:
        classes = [
            line.rpartition(" :: ")[2] for line in metadata.get_all("Classifier") or [] if line.startswith("License ::")
        ]
        said = ", ".join(classes) or (metadata.get("License") or "").strip().partition("\n")[0]
    return said[:120]


def texts_of(distribution: Distribution) -> list[Path]:
    """Files of terms that it brings: those beside its description, else those in its package."""
    files = [
        file
        for file in distribution.files or []
        if TEXTS.search(file.name) and file.suffix not in (".py", ".pyc", ".pyi", ".h")
    ]
    beside = [file for file in files if ".dist-info" in str(file)]
    paths = [Path(str(distribution.locate_file(file))) for file in (beside or files)]
    known = KNOWN_TERMS.get(distribution.metadata["Name"].lower().replace("_", "-"), ())
    return sorted(path for path in paths if path.is_file()) or [TEXTS_HERE / name for name in known]


def system_parts(work: Path) -> Iterator[Part]:
    """Packages of the system with a library in the bundle; none where there is no dpkg."""
    if shutil.which("dpkg-query") is None:
        return
    sources = {name: path for listing in work.rglob("*.toc") for name, path in taken(listing)}
    packages = set()
    for name in sorted(sources):
        owner = owner_of(Path(sources[name]))
        if owner is not None:
            packages.add(owner)
    for package in sorted(packages):
        version = asked("dpkg-query", "--show", "--showformat=${Version}", package)
        text = Path("/usr/share/doc") / package.partition(":")[0] / "copyright"
        name = package.partition(":")[0]
        yield Part(name, version, f"pkg:deb/debian/{name}@{version}", "", [text] if text.exists() else [])


def taken(listing: Path) -> Iterator[tuple[str, str]]:
    """(name in the bundle, where it was taken from) of the libraries that PyInstaller lists."""
    yield from re.findall(r"\('([^']+)',\s+'(/(?:usr/)?lib/[^']+)',\s+'BINARY'\)", listing.read_text(errors="replace"))


def owner_of(path: Path) -> str | None:
    """The package that a file of the system belongs to; Debian knows merged folders by either name."""
    real = path.resolve()
    for candidate in (path, real, Path(str(real).removeprefix("/usr")), Path(f"/usr{path}")):
        answer = subprocess.run(["dpkg-query", "--search", str(candidate)], capture_output=True, text=True, check=False)
        if answer.returncode == 0:
            return answer.stdout.partition(": ")[0]
    return None


def asked(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def bill(parts: list[Part]) -> dict[str, object]:
    """A CycloneDX document; without a time or a serial number, so that two builds are alike."""
    own = next(part for part in parts if part.name == "imsearch-gui")
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": component(own, kind="application")},
        "components": [component(part) for part in parts if part is not own],
    }


def component(part: Part, kind: str = "library") -> dict[str, object]:
    described: dict[str, object] = {
        "type": kind,
        "bom-ref": part.purl,
        "name": part.name,
        "version": part.version,
        "purl": part.purl,
    }
    if part.licence:
        described["licenses"] = [{"license": {"name": part.licence}}]
    return described


if __name__ == "__main__":
    sys.exit(main())
