"""Makes the program that needs no Python: build/bundle/imsearch, one folder. `make bundle` runs this.

    python packaging/bundle/build.py [--gpu] [--python PYTHON] [--releases ADDRESS] [--out FOLDER]

It builds the project's wheel, puts it with what it depends on into an environment of its own, freezes that with PyInstaller, and
adds the licences of everything that is in the folder and a list of it (SBOM, CycloneDX). Then it looks at what came out
(`packaging/bundle/check.py`).

What is bundled differs from what `pip install` takes. OpenCV is compiled here, of the modules that are used, without its Qt (two of
them in one process break each other) and without what reads videos: 10 MB instead of 150. onnxruntime is that for the processor
alone unless `--gpu`, which adds 300 MB and wants CUDA and cuDNN on the machine. hnswlib is compiled for every processor of the
kind, not for the one that it is built on.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BUILD = ROOT / "build"
EPOCH = "1767225600"
"""2026-01-01 in seconds since 1970: what is dated inside of the bundle has this date, so that two builds are alike."""
RELEASES = BUILD / "releases" / "releases.txt"
WINDOWS_VERSION = BUILD / "version" / "version.txt"
INSTEAD = {"opencv-python": "opencv-python-headless>=5,<6"}
"""What is bundled in the place of a dependency."""
OPENCV_MODULES = "core,imgproc,flann,features,geometry,calib,imgcodecs,python3"
"""As they are called from OpenCV 5 on. The last two are there because its type stubs cannot be made without them, and the wheel not
without its type stubs."""
OPENCV_WITHOUT = (
    *(
        "FFMPEG",
        "GSTREAMER",
        "V4L",
        "OPENCL",
        "IPP",
        "ITT",
        "LAPACK",
        "EIGEN",
        "PROTOBUF",
        "FLATBUFFERS",
        "QUIRC",
        "ADE",
        "TBB",
    ),
    *(
        "OPENEXR",
        "JPEG",
        "PNG",
        "TIFF",
        "WEBP",
        "OPENJPEG",
        "JASPER",
        "AVIF",
        "1394",
        "VA",
        "GTK",
        "QT",
        "OBSENSOR",
        "GPHOTO2",
    ),
)
"""Videos, cameras, windows, and kinds of pictures, which Pillow reads; the program asks OpenCV for points and geometry only."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gpu", action="store_true", help="with onnxruntime for CUDA")
    parser.add_argument("--python", default=sys.executable, help="what the environment is made with")
    parser.add_argument("--version", action="version", version=version(), help="of the project, and end")
    parser.add_argument(
        "--releases",
        default=os.environ.get("IMSEARCH_RELEASES", ""),
        help="where newer versions are told of (imsearch_gui/releases.py); without it nobody is asked",
    )
    parser.add_argument("--out", type=Path, default=BUILD / "bundle", help="default: build/bundle")
    arguments = parser.parse_args()
    environment = BUILD / ("bundle-env-gpu" if arguments.gpu else "bundle-env")
    python = make_environment(environment, arguments.python, gpu=arguments.gpu)
    icons = BUILD / "icons"
    run(python, HERE / "icons.py", icons)
    work = BUILD / "pyinstaller"
    if arguments.releases:
        written(RELEASES, arguments.releases + "\n")
    if sys.platform == "win32":
        written(WINDOWS_VERSION, windows_version(version()))
    shutil.rmtree(arguments.out, ignore_errors=True)
    run(
        # -P: the package as it was installed, not the one in the folder that this runs in.
        *(python, "-P", "-m", "PyInstaller", HERE / "imsearch.spec", "--noconfirm", "--clean", "--log-level", "WARN"),
        *("--distpath", arguments.out, "--workpath", work),
        IMSEARCH_ICONS=str(icons),
        IMSEARCH_VERSION=version(),
        IMSEARCH_RELEASES_FILE=str(RELEASES) if arguments.releases else "",
        IMSEARCH_VERSION_FILE=str(WINDOWS_VERSION) if sys.platform == "win32" else "",
    )
    bundle = arguments.out / "imsearch"
    run(python, HERE / "licences.py", bundle, work)
    application = arguments.out / "imsearch.app"
    if application.exists():
        shutil.copytree(bundle / "licences", application / "Contents" / "Resources" / "licences")
        shutil.copy(bundle / "sbom.cdx.json", application / "Contents" / "Resources")
    strip(bundle)
    normalise(bundle)
    return subprocess.run([sys.executable, HERE / "check.py", bundle], check=False).returncode


def version() -> str:
    """Of the project; it stands in imsearch_gui/__init__.py and nowhere else."""
    found = re.search(r'^__version__ = "(.+)"$', (ROOT / "imsearch_gui" / "__init__.py").read_text(), re.MULTILINE)
    assert found is not None, "imsearch_gui/__init__.py names no version"
    return found[1]


def written(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def windows_version(said: str) -> str:
    """What the properties of an .exe say of it, in the form that PyInstaller reads (a resource VS_VERSIONINFO)."""
    four = tuple([*(int(part) for part in re.findall(r"\d+", said)[:3]), 0, 0, 0, 0][:4])
    texts = {
        "CompanyName": "The imsearch developers",
        "FileDescription": "imsearch",
        "FileVersion": said,
        "LegalCopyright": "The imsearch developers; MIT",
        "ProductName": "imsearch",
        "ProductVersion": said,
    }
    structs = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in texts.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={four}, prodvers={four}), kids=["
        f"StringFileInfo([StringTable('040904B0', [{structs}])]), VarFileInfo([VarStruct('Translation', [1033, 1200])])])\n"
    )


def make_environment(folder: Path, python: str, *, gpu: bool) -> Path:
    """With what is bundled and what bundles; made once for a set of dependencies. The Python in it."""
    inside = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    wanted = "\n".join([python, *dependencies(gpu=gpu)])
    stamp = folder / "stamp"
    if not stamp.exists() or stamp.read_text() != wanted:
        print(f"Making {folder.relative_to(ROOT)} (some minutes: 250 MB to fetch, and hnswlib is compiled)", flush=True)
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([python, "-m", "venv", folder], check=True)
        # Not a wheel of pip's cache, either: that one may have been compiled for this very processor.
        compiled_here = ("--no-binary", "hnswlib", "--no-cache-dir")
        others = [name for name in dependencies(gpu=gpu) if not name.startswith("opencv")]
        pip(inside, "install", *compiled_here, *others, HNSWLIB_NO_NATIVE="1", CFLAGS="-g0")
        pip(inside, "install", opencv(inside))
        pip(inside, "install", "pyinstaller>=6.11", "build", "hatchling>=1.26", "setuptools>=75")
        stamp.write_text(wanted)
    wheels = BUILD / "wheel"
    shutil.rmtree(wheels, ignore_errors=True)
    run(inside, "-m", "build", "--wheel", "--no-isolation", "--outdir", wheels, ROOT)
    pip(inside, "install", "--no-deps", "--force-reinstall", *wheels.glob("*.whl"))
    return inside


def opencv(python: Path) -> Path | str:
    """A wheel of it, of the modules that are used; compiled once for a set of options (ten minutes on two cores).

    On Windows what pip takes: its build insists on what reads videos, which is a file of its own there and left out later.
    """
    if sys.platform == "win32":
        return next(name for name in dependencies(gpu=False) if name.startswith("opencv"))
    folder = BUILD / "opencv"
    source = folder / "source"
    options = [
        f"-DBUILD_LIST={OPENCV_MODULES}",
        *(f"-DWITH_{name}=OFF" for name in OPENCV_WITHOUT),
        # Nothing in it names the folder that it was made in, or when.
        "-DCMAKE_SKIP_RPATH=ON",
        "-DBUILD_INFO_SKIP_TIMESTAMP=ON",
        "-DBUILD_INFO_SKIP_SYSTEM_VERSION=ON",
    ]
    requirement = next(name for name in dependencies(gpu=False) if name.startswith("opencv"))
    stamp = folder / "stamp"
    if not stamp.exists() or stamp.read_text() != "\n".join([requirement, *options]):
        print("Compiling OpenCV (ten minutes on two cores, once)", flush=True)
        shutil.rmtree(folder, ignore_errors=True)
        name = "opencv-python-headless"
        pip(python, "download", "--no-deps", "--no-binary", name, "--no-cache-dir", "--dest", folder, requirement)
        # From a folder that is always the same: pip's own have names made at random, and the compiler writes them down.
        with tarfile.open(next(folder.glob("*.tar.gz"))) as archive:
            archive.extractall(folder)
        next(folder.glob("opencv*/")).rename(source)
        same = f"-ffile-prefix-map={source}=opencv -g0" if sys.platform == "linux" else ""
        pip(
            *(python, "wheel", "--no-deps", "--no-cache-dir", "--wheel-dir", folder, source),
            CMAKE_ARGS=" ".join(options),
            CFLAGS=same,
            CXXFLAGS=same,
            ENABLE_HEADLESS="1",
            CMAKE_BUILD_PARALLEL_LEVEL=str(os.cpu_count() or 1),
            MAKEFLAGS=f"-j{os.cpu_count() or 1}",
        )
        shutil.rmtree(source)
        stamp.write_text("\n".join([requirement, *options]))
    return next(folder.glob("*.whl"))


def strip(bundle: Path) -> None:
    """What was compiled here loses its tables of names, which only a debugger reads; wheels of others stay as they are."""
    if sys.platform != "linux":
        return
    for path in sorted(bundle.rglob("*")):
        if path.name.startswith(("libpython", "hnswlib.", "_kernels.", "cv2.")) and ".so" in path.name:
            subprocess.run(["strip", "--strip-unneeded", path], check=True)


def dependencies(*, gpu: bool) -> list[str]:
    """Those of pyproject.toml, as they are bundled."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return sorted(set(_as_bundled(project["dependencies"], gpu=gpu)))


def _as_bundled(requirements: list[str], *, gpu: bool) -> Iterator[str]:
    for requirement in requirements:
        name = re.match(r"[A-Za-z0-9._-]+", requirement)
        assert name is not None, requirement
        if name[0] == "onnxruntime-gpu" and not gpu:
            yield requirement.replace("onnxruntime-gpu", "onnxruntime").partition(";")[0].strip()
        elif name[0] == "onnxruntime" and not gpu:
            continue  # the same without its marker is there already
        else:
            yield INSTEAD.get(name[0], requirement)


def normalise(bundle: Path) -> None:
    """What depends on who builds, and when: times and modes of files."""
    for path in sorted(bundle.rglob("*")):
        if path.is_symlink():
            continue
        runs = path.is_dir() or path.parent == bundle
        path.chmod(0o755 if runs else 0o644)
        os.utime(path, (int(EPOCH), int(EPOCH)))


def pip(python: Path, *words: object, **variables: str) -> None:
    run(python, "-m", "pip", "--quiet", "--disable-pip-version-check", *words, **variables)


def run(*words: object, **variables: str) -> None:
    """One step, in surroundings that leave no mark in what it makes."""
    steady = {"SOURCE_DATE_EPOCH": EPOCH, "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
    surroundings = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
    subprocess.run([str(word) for word in words], check=True, cwd=ROOT, env={**surroundings, **steady, **variables})


if __name__ == "__main__":
    sys.exit(main())
