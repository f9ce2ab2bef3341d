"""What looks at a bundle finds what must not be in it; what is bundled in the place of a dependency."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from imsearch_gui import __version__
from imsearch_gui.cli import main as imsearch

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"


def load(path: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(Path(path).stem, PACKAGING / path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look themselves up there
    try:
        spec.loader.exec_module(module)
    finally:
        del sys.modules[spec.name]
    return module


@pytest.fixture(scope="module")
def check() -> ModuleType:
    return load("bundle/check.py")


@pytest.fixture(scope="module")
def build() -> ModuleType:
    return load("bundle/build.py")


@pytest.mark.parametrize(
    ("line", "newer"),
    [
        ("   12a0:\taddps  %xmm1,%xmm0", False),
        ("   12a0:\tpcmpestri $0x0,%xmm1,%xmm0", False),
        ("   12a0:\tpopcnt %rax,%rax", False),
        ("   12a0:\ttzcnt  %eax,%eax", False),
        ("   12a0:\tverw   (%rax)", False),
        ("   12a0:\tvaddps %ymm1,%ymm0,%ymm0", True),
        ("   12a0:\tvxorps %xmm1,%xmm0,%xmm0", True),
        ("   12a0:\tvfmadd231ss %xmm1,%xmm0,%xmm0", True),
        ("   12a0:\tvpaddd (%rax),%zmm0,%zmm0", True),
        ("   12a0:\tshlx   %rax,%rbx,%rcx", True),
        ("   12a0:\tandn   %eax,%ebx,%ecx", True),
    ],
)
def test_instructions_beyond_v2_are_known(check: ModuleType, line: str, newer: bool) -> None:
    assert bool(check.BEYOND_V2.search(f"0000 <f>:\n{line}\n   12a4:\tret\n")) is newer


@pytest.mark.skipif(
    shutil.which("cc") is None or shutil.which("objdump") is None, reason="needs a compiler and binutils"
)
@pytest.mark.skipif(sys.platform != "linux", reason="reads ELF")
def test_a_library_for_this_very_processor_is_found_out(check: ModuleType, tmp_path: Path) -> None:
    source = tmp_path / "sum.c"
    source.write_text("void add(float *a, const float *b, long n) { for (long i = 0; i < n; i++) a[i] += b[i]; }\n")
    for name, option, wrong in (("plain", "-msse2", 0), ("native", "-mavx2", 1)):
        library = tmp_path / name / "lib" / "hnswlib.so"
        library.parent.mkdir(parents=True)
        subprocess.run(["cc", "-O3", "-shared", "-fPIC", option, source, "-o", library], check=True)
        found = check.needs(tmp_path / name, {"lib/hnswlib.so": 1})
        assert len(found) == wrong, found


@pytest.mark.parametrize(
    "name",
    [
        "lib/cv2/qt/plugins/platforms/libqxcb.so",
        "lib/opencv_python.libs/libQt5Core-1234.so.5",
        "lib/PySide6/Qt/lib/libQt6WebEngineCore.so.6",
        "lib/PySide6/QtQml.abi3.so",
        "lib/numpy/tests/test_x.py",
    ],
)
def test_what_must_not_be_in_a_bundle(check: ModuleType, name: str) -> None:
    assert any(re.search(pattern, name) for pattern in check.BANNED)


def test_the_version_stands_in_one_place(build: ModuleType) -> None:
    assert build.version() == __version__


def test_a_bundle_has_one_onnxruntime_and_no_opencv_with_qt(build: ModuleType) -> None:
    plain, cuda = (build.dependencies(gpu=gpu) for gpu in (False, True))
    assert [name.partition(">")[0] for name in plain if name.startswith("onnxruntime")] == ["onnxruntime"]
    assert not any(";" in name for name in plain if name.startswith("onnxruntime"))
    assert any(name.startswith("onnxruntime-gpu") for name in cuda)
    for names in (plain, cuda):
        assert not any(re.match(r"opencv-python\W", name) and "headless" not in name for name in names)
        assert any(name.startswith("opencv-python-headless") for name in names)
        assert any(name.startswith("pillow>=") for name in names), "everything else is as pip takes it"


def test_the_package_says_what_it_is() -> None:
    metainfo = (PACKAGING / "linux" / "org.imsearch.imsearch.metainfo.xml").read_text(encoding="utf-8")
    entry = (PACKAGING / "linux" / "imsearch.desktop").read_text(encoding="utf-8")
    assert '<launchable type="desktop-id">imsearch.desktop</launchable>' in metainfo
    # By these two the desktop knows which window belongs to the entry.
    assert "StartupWMClass=imsearch\n" in entry
    assert 'setDesktopFileName("imsearch")' in (PACKAGING.parent / "imsearch_gui" / "app.py").read_text()


def test_every_command_has_a_line_in_the_man_page(capsys: pytest.CaptureFixture[str]) -> None:
    page = (PACKAGING / "linux" / "imsearch.1").read_text(encoding="utf-8")
    with pytest.raises(SystemExit):
        imsearch(["--help"])
    commands = re.findall(r"^    ([a-z]+)  +\S", capsys.readouterr().out, re.MULTILINE)
    assert len(commands) > 5
    for name in commands:
        assert f"\n.B {name}\n" in page, name
