"""Makes a package for Debian and its kin of a bundle: python debian.py BUNDLE OUT. `make deb` runs this.

The bundle lies in /usr/lib/imsearch; both programs are on the path; the desktop knows the window (menu entry, AppStream, icons in
all sizes, kinds of files). The package depends on the system's libraries that the bundle loads and does not bring, as
dpkg-shlibdeps finds them, and on the few that Qt loads by name.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE.parent / "bundle"))

from build import EPOCH, version  # noqa: E402

METAINFO = "org.imsearch.imsearch.metainfo.xml"
CUDA = "libonnxruntime_providers_"
"""What begins so wants CUDA's libraries, which Debian's main archive does not have: nothing is depended on for it."""
LOADED_BY_NAME = ("libegl1", "libgl1", "libxkbcommon-x11-0", "libxcb-cursor0", "libfontconfig1", "libdbus-1-3")
"""What Qt's platform plug-in wants and looks for when it runs."""
RECOMMENDED = ("fonts-dejavu-core | fonts-liberation", "xdg-utils")
DESCRIPTION = """Find pictures by what they look like
 Drop a picture on the window, mark the part of it that matters, and see the
 pictures of your folders that look most like it, best first. Folders of up to
 a million pictures are indexed in the background with models such as CLIP or
 DINOv2; with CLIP, words do as well as pictures. Nothing leaves the computer.
 .
 The package brings its own Python and the libraries that it needs."""
OVERRIDES = """# Pillow, Qt and others bring their libraries, in the versions that the program was tested with.
imsearch: embedded-library
# They are given out as they are: stripping breaks libraries whose names and paths were patched.
imsearch: unstripped-binary-or-object
# Data and stubs in the form of a library.
imsearch: shared-library-lacks-prerequisites
# The loader of PyInstaller.
imsearch: hardening-no-pie
"""
NAME, MAIL = os.environ.get("DEBFULLNAME", "The imsearch developers"), os.environ.get("DEBEMAIL")
MAINTAINER = f"{NAME} <{MAIL or 'imsearch@users.noreply.github.com'}>"
"""Whoever packs it says who they are by the variables that Debian's tools know."""


def main() -> int:
    bundle, out = Path(sys.argv[1]), Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="imsearch-deb-") as folder:
        tree = Path(folder, "imsearch")
        lay_out(tree, bundle)
        depends = dependencies(tree)
        control(tree, depends)
        for path in [tree, *tree.rglob("*")]:
            if not path.is_symlink():
                os.utime(path, (int(EPOCH), int(EPOCH)))
        package = out / f"imsearch{variant(bundle)}_{version()}_{architecture()}.deb"
        subprocess.run(
            ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", tree, package],
            check=True,
            env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH},
            stdout=subprocess.DEVNULL,
        )
    print(f"{package}: {package.stat().st_size / 1e6:.0f} MB; depends on {depends}")
    return 0


def variant(bundle: Path) -> str:
    """What the file's name says of a bundle that is not the usual one."""
    return "-cuda" if any(bundle.rglob(f"{CUDA}cuda*")) else ""


def released() -> datetime:
    """When what is packed was committed; two builds of one commit are alike."""
    answer = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False)
    return datetime.fromtimestamp(int(answer.stdout.strip() or EPOCH), UTC)


def lay_out(tree: Path, bundle: Path) -> None:
    """Everything where it is to lie."""
    share = tree / "usr" / "share"
    own = tree / "usr" / "lib" / "imsearch"
    shutil.copytree(bundle, own, symlinks=True)
    leave_to_the_system(own)
    programs = tree / "usr" / "bin"
    programs.mkdir(parents=True)
    for name in ("imsearch", "imsearch-gui"):
        (programs / name).symlink_to(f"../lib/imsearch/{name}")
        manual(share / "man" / "man1", name)
    put(HERE / "imsearch.desktop", share / "applications" / "imsearch.desktop")
    write(share / "metainfo" / METAINFO, metainfo())
    icons = ROOT / "build" / "icons"
    for image in icons.glob("imsearch-*.png"):
        side = image.stem.rpartition("-")[2]
        if int(side) <= 512:
            put(image, share / "icons" / "hicolor" / f"{side}x{side}" / "apps" / "imsearch.png")
    put(icons / "imsearch.svg", share / "icons" / "hicolor" / "scalable" / "apps" / "imsearch.svg")
    papers = share / "doc" / "imsearch"
    write(papers / "copyright", copyright_text())
    signed = f" -- {MAINTAINER}  {format_datetime(released())}\n"
    changelog = f"imsearch ({version()}) unstable; urgency=medium\n\n  * See CHANGELOG.md.\n\n{signed}"
    packed(papers / "changelog.gz", changelog)
    put(ROOT / "CHANGELOG.md", papers / "CHANGELOG.md")
    write(share / "lintian" / "overrides" / "imsearch", OVERRIDES)


def leave_to_the_system(own: Path) -> None:
    """Libraries that are packages of their own are depended on, so that they are kept up to date with the system."""
    for name in (ROOT / "build" / "pyinstaller" / "imsearch" / "of-the-system.txt").read_text().split():
        (own / "lib" / name).unlink()
    described = json.loads((own / "sbom.cdx.json").read_text(encoding="utf-8"))
    packages = [part for part in described["components"] if part["purl"].startswith("pkg:deb/")]
    for part in packages:
        if not part["name"].startswith("libpython"):
            described["components"].remove(part)
            shutil.rmtree(own / "licences" / part["name"])
    write(own / "sbom.cdx.json", json.dumps(described, indent=1, ensure_ascii=False) + "\n")


def metainfo() -> str:
    text = (HERE / METAINFO).read_text(encoding="utf-8")
    return text.replace("@VERSION@", version()).replace("@DATE@", released().date().isoformat())


def manual(folder: Path, name: str) -> None:
    """A page made from what the program says of itself."""
    source = (HERE / f"{name}.1").read_text(encoding="utf-8").replace("@VERSION@", version())
    packed(folder / f"{name}.1.gz", source)


def copyright_text() -> str:
    own = (ROOT / "LICENSE").read_text(encoding="utf-8")
    body = "\n".join(f" {line}" if line else " ." for line in own.splitlines()[2:])
    return (
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
        "Upstream-Name: imsearch\n"
        "Comment: The licences of what is bundled, a folder for each part, are in /usr/lib/imsearch/licences;\n"
        " /usr/lib/imsearch/sbom.cdx.json lists the parts.\n"
        "\nFiles: *\nCopyright: 2026 The imsearch developers\nLicense: Expat\n"
        f"{body}\n"
        "\nFiles: usr/lib/imsearch/lib/*\n"
        "Copyright: the authors of each part, as its folder in /usr/lib/imsearch/licences says\n"
        "License: several\n"
        " Each part is under terms of its own, in its folder in /usr/lib/imsearch/licences. Among them are the GNU Lesser\n"
        " General Public License, version 3 (Qt for Python, libheif, libde265), the Mozilla Public License 2.0 (certifi,\n"
        " tqdm), the licences of the BSD family, MIT, Apache 2.0 and that of Python.\n"
        " .\n"
        " On Debian systems the LGPL, version 3, is in /usr/share/common-licenses/LGPL-3, the MPL in\n"
        " /usr/share/common-licenses/MPL-2.0 and the Apache licence in /usr/share/common-licenses/Apache-2.0. The libraries\n"
        " of Qt lie beside the program as files of their own, and may be replaced by others of the same version.\n"
    )


def dependencies(tree: Path) -> str:
    """As dpkg-shlibdeps finds them for everything that is bundled, and what is loaded by name."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "debian")
        source.mkdir()
        (source / "control").write_text("Source: imsearch\nPackage: imsearch\nArchitecture: any\nDescription: x\n")
        (tree / "DEBIAN").mkdir(exist_ok=True)  # by that it knows the root of the package, and what $ORIGIN leads to
        own = tree / "usr" / "lib" / "imsearch"
        places = sorted({path.parent for path in own.rglob("*.so*")})
        libraries = [path for path in sorted(own.rglob("*.so*")) if not path.name.startswith(CUDA)]
        binaries = [own / "imsearch-gui", own / "imsearch", *libraries]
        answer = subprocess.run(
            [
                *("dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0"),
                *(f"-l{place}" for place in places),
                *binaries,
            ],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
    found = re.findall(r"shlibs:Depends=(.*)", answer.stdout)
    if answer.returncode != 0 or not found:
        errors = "\n".join(line for line in answer.stderr.splitlines() if ": warning:" not in line)
        raise SystemExit(f"dpkg-shlibdeps failed:\n{errors}")
    named = {part.split()[0] for part in found[0].split(", ")}
    return ", ".join(sorted([*found[0].split(", "), *(name for name in LOADED_BY_NAME if name not in named)]))


def control(tree: Path, depends: str) -> None:
    size = sum(path.stat().st_size for path in tree.rglob("*") if path.is_file() and not path.is_symlink())
    fields = (
        "Package: imsearch",
        f"Version: {version()}",
        f"Architecture: {architecture()}",
        f"Maintainer: {MAINTAINER}",
        f"Installed-Size: {size // 1024}",
        f"Depends: {depends}",
        f"Recommends: {', '.join(RECOMMENDED)}",
        "Section: graphics",
        "Priority: optional",
        f"Description: {DESCRIPTION}",
    )
    write(tree / "DEBIAN" / "control", "\n".join(fields) + "\n")
    sums = subprocess.run(
        "find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum",
        shell=True,
        cwd=tree,
        capture_output=True,
        check=True,
    )
    (tree / "DEBIAN" / "md5sums").write_bytes(sums.stdout)


def architecture() -> str:
    return subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=True).stdout.strip()


def put(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    target.chmod(0o644)


def write(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    target.chmod(0o644)


def packed(target: Path, text: str) -> None:
    """Compressed without a name and a time, as Debian wants it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(text.encode("utf-8"), compresslevel=9, mtime=0))
    target.chmod(0o644)


if __name__ == "__main__":
    sys.exit(main())
