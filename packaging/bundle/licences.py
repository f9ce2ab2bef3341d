"""What is in a bundle, and under which terms: python licences.py BUNDLE WORK

Run by the Python of the environment that was bundled. Writes `licences/` (the texts, a folder for each part) and `sbom.cdx.json`
(CycloneDX 1.6) into the bundle. Parts are distributions of Python that have a file in the bundle, as PyInstaller's own lists say,
what those distributions say is in them (PEP 770), the system's libraries that came along (of which dpkg knows the package), Python
itself and the loader of PyInstaller. A distribution or a package without a licence text is an error: somebody would have to find it
before the bundle may be given away.
"""

from __future__ import annotations

import ast
import json
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import Distribution, distributions
from pathlib import Path

TEXTS = re.compile(r"(licen[cs]e|copying|notice|copyright|authors|third.?party)", re.IGNORECASE)
"""Names of files that hold terms."""
TEXTS_HERE = Path(__file__).resolve().parent / "texts"
KNOWN_TERMS = {
    "flatbuffers": ("Apache-2.0.txt",),
    "tokenizers": ("Apache-2.0.txt",),
    "pyside6-essentials": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt"),
}
"""Wheels that name their terms and bring no text of them. The LGPL is written as additions to the GPL, so both belong to it."""
ADDED_TERMS = {
    # libheif and libde265 are in it, and only their addresses are.
    "pi-heif": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "pyside6-essentials": ("Qt-third-party.txt",),
}
"""Of what lies in a wheel beside what its own texts are about."""
Entry = tuple[str, str, str]
"""Name in the bundle, where it was taken from, what it is."""


@dataclass
class Part:
    """Something bundled."""

    name: str
    version: str
    purl: str
    licence: str = ""
    texts: list[Path] = field(default_factory=list)
    contains: list[dict[str, object]] = field(default_factory=list)
    """What it says is in it, as components."""


def main() -> int:
    bundle, work = Path(sys.argv[1]), Path(sys.argv[2])
    folder = bundle / "licences"
    shutil.rmtree(folder, ignore_errors=True)
    listed = entries(work)
    parts = sorted(
        {part.purl: part for part in (*python_parts(listed), *system_parts(listed))}.values(),
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


def entries(work: Path) -> list[Entry]:
    """What PyInstaller says that it has put into the bundle: files, and modules in the programs."""
    found: list[Entry] = []
    for listing in (*work.rglob("COLLECT-*.toc"), *work.rglob("PYZ-*.toc")):
        for part in ast.literal_eval(listing.read_text(encoding="utf-8")):
            if isinstance(part, list):
                found += [entry for entry in part if isinstance(entry, tuple) and len(entry) == 3]
    return found


def python_parts(listed: list[Entry]) -> Iterator[Part]:
    """The distributions of this environment that are in the bundle, Python itself and the loader."""
    sources = {source for _, source, _ in listed}
    for distribution in distributions():
        name = re.sub(r"[-_.]+", "-", distribution.metadata["Name"]).lower()
        if name == "pyinstaller":
            # Its loader is in every program that it makes, under an exception that allows just that.
            purl = f"pkg:pypi/pyinstaller@{distribution.version}"
            terms = "GPL-2.0-or-later WITH Bootloader-exception"
            yield Part("pyinstaller-bootloader", distribution.version, purl, terms, texts_of(distribution))
        elif any(str(distribution.locate_file(file)) in sources for file in distribution.files or []):
            purl = f"pkg:pypi/{name}@{distribution.version}"
            yield Part(
                *(name, distribution.version, purl, licence_of(distribution), texts_of(distribution)),
                contains=list(contained(distribution)),
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
    name = distribution.metadata["Name"].lower().replace("_", "-")
    own = sorted(path for path in paths if path.is_file()) or [TEXTS_HERE / text for text in KNOWN_TERMS.get(name, ())]
    return own + [TEXTS_HERE / text for text in ADDED_TERMS.get(name, ())]


def contained(distribution: Distribution) -> Iterator[dict[str, object]]:
    """Components that its own lists name, in the order of their addresses."""
    found = {}
    for file in distribution.files or []:
        if file.parent.name == "sboms" and file.suffix == ".json":
            listing = json.loads(Path(str(distribution.locate_file(file))).read_text(encoding="utf-8"))
            for one in listing.get("components", []):
                # Addresses of the machine that built it say nothing to others.
                purl = str(one.get("purl", "")).partition("?")[0]
                if purl:
                    kept = {key: one[key] for key in ("type", "name", "version", "licenses") if key in one}
                    found[purl] = {**kept, "bom-ref": purl, "purl": purl}
    yield from (found[purl] for purl in sorted(found))


def system_parts(listed: list[Entry]) -> Iterator[Part]:
    """Packages of the system with a library in the bundle; none where there is no dpkg."""
    if shutil.which("dpkg-query") is None:
        return
    places = ("/lib/", "/usr/lib/")
    taken = sorted({source for _, source, kind in listed if kind == "BINARY" and source.startswith(places)})
    packages = {owner for source in taken if (owner := owner_of(Path(source))) is not None}
    for package in sorted(packages):
        version = asked("dpkg-query", "--show", "--showformat=${Version}", package)
        text = Path("/usr/share/doc") / package.partition(":")[0] / "copyright"
        name = package.partition(":")[0]
        yield Part(name, version, f"pkg:deb/debian/{name}@{version}", "", [text] if text.exists() else [])


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
        "components": list(components(part for part in parts if part is not own)),
    }


def components(parts: Iterable[Part]) -> Iterator[dict[str, object]]:
    """Each once, also where it is in several."""
    seen = set()
    for part in parts:
        for one in (component(part), *part.contains):
            if one["purl"] not in seen:
                seen.add(one["purl"])
                yield one


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
