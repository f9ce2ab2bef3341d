"""Looks at a bundle: python check.py BUNDLE [--json FILE]

How large it is and what takes the room; that nothing is in it that must not be (a second Qt, tests of dependencies); that no
library says it needs more than x86-64-v2 (the note that the linker leaves in an ELF file), and that hnswlib, which does not choose
while it runs, holds no instruction beyond that.

What chooses while it runs (numpy, OpenCV, onnxruntime, our own kernels) has newer instructions in it for newer processors, so a
look at the code cannot tell; packaging/linux/old_processor.sh runs the program on an emulated processor of 2008 for that.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

MOST_MB = 350
"""Unpacked, without CUDA."""
BANNED = {
    r"cv2/qt|libQt5": "OpenCV has brought a Qt of its own",
    r"QtWebEngine|QtQml|QtQuick|libQt6(Qml|Quick|WebEngine)": "Qt parts that no window of ours uses",
    r"\.upx": "UPX",
    r"(^|/)tests?/.*\.py": "tests of a dependency",
}
TOO_NEW = re.compile(r"x86-64-v[34]")
BEYOND_V2 = re.compile(
    r"^\s*[0-9a-f]+:\s+"
    r"(v[a-z0-9]+\s.*%[xyz]mm.*|(?:andn|bextr|blsi|blsr|blsmsk|mulx|pdep|pext|rorx|sarx|shlx|shrx|lzcnt|movbe)[lq]?\s.*)$",
    re.MULTILINE,
)
"""AVX and what came after it, BMI, LZCNT and MOVBE, as objdump writes them. TZCNT is left out: older processors read it as BSF, and
compilers write it for all of them."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bundle", type=Path)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    bundle: Path = arguments.bundle
    sizes = {
        path.relative_to(bundle).as_posix(): path.stat().st_size
        for path in bundle.rglob("*")
        if path.is_file() and not path.is_symlink()
    }
    total = sum(sizes.values()) / 1e6
    wrong = [f"{why}: {name}" for name in sizes for pattern, why in BANNED.items() if re.search(pattern, name)]
    with_cuda = any("onnxruntime_providers_cuda" in name for name in sizes)
    if total > MOST_MB and not with_cuda:
        wrong.append(f"it takes {total:.0f} MB, {MOST_MB} are allowed")
    wrong += needs(bundle, sizes)
    parts = Counter[str]()
    for name, size in sizes.items():
        parts[part_of(name)] += size
    print(f"{total:.0f} MB in {len(sizes)} files")
    for part, size in parts.most_common(14):
        print(f"  {size / 1e6:7.1f} MB  {part}")
    for sentence in wrong:
        print(sentence, file=sys.stderr)
    if arguments.json:
        arguments.json.write_text(
            json.dumps(
                {"megabytes": total, "files": len(sizes), "parts": dict(parts.most_common()), "wrong": wrong}, indent=1
            )
        )
    return 1 if wrong else 0


def part_of(name: str) -> str:
    """The first two levels below lib/, which is a package or a library."""
    steps = name.split("/")
    return steps[0] if steps[0] != "lib" or len(steps) == 1 else re.sub(r"\.(libs|so.*)$|-[0-9a-f]{8}.*$", "", steps[1])


def needs(bundle: Path, sizes: dict[str, int]) -> list[str]:
    """What the shared libraries demand of the processor beyond x86-64-v2."""
    if shutil.which("readelf") is None or shutil.which("objdump") is None:
        print(
            "readelf and objdump (binutils) are not here, so what the libraries need of the processor was not looked at."
        )
        return []
    wrong = []
    for name in sizes:
        if not re.search(r"\.so(\.|$)", name):
            continue
        notes = subprocess.run(
            ["readelf", "--notes", bundle / name], capture_output=True, text=True, check=False
        ).stdout
        needed = [line for line in notes.splitlines() if "needed" in line and TOO_NEW.search(line)]
        if needed:
            wrong.append(f"{name} needs a newer processor:{needed[0].partition(':')[2]}")
        if "hnswlib" in name:
            code = subprocess.run(
                ["objdump", "--disassemble", "--no-show-raw-insn", bundle / name],
                capture_output=True,
                text=True,
                check=True,
            ).stdout
            if found := BEYOND_V2.search(code):
                wrong.append(f"{name} was compiled for this processor: {' '.join(found[1].split())}")
    return wrong


if __name__ == "__main__":
    sys.exit(main())
