"""Compiles imsearch_gui/searching/kernels.c into a shared library beside it, for wheels and editable installations alike.

It is built for every processor of its kind: what newer ones can do is chosen when the program runs.
"""

from __future__ import annotations

import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FOLDER = Path("imsearch_gui", "searching")
SUFFIXES = {"win32": ".dll", "darwin": ".dylib"}


class KernelHook(BuildHookInterface[Any]):
    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Called by hatchling before it gathers the files."""
        if self.target_name != "wheel":
            return
        library = FOLDER / f"_kernels{SUFFIXES.get(sys.platform, '.so')}"
        compile_library(Path(self.root, FOLDER, "kernels.c"), Path(self.root, library))
        build_data["artifacts"].append(library.as_posix())
        build_data["pure_python"] = False
        # It knows nothing of Python, so it serves every version of it.
        platform = sysconfig.get_platform().replace("-", "_").replace(".", "_")
        build_data["tag"] = f"py3-none-{platform}"


def compile_library(source: Path, library: Path) -> None:
    """With the compiler that Python itself would use for an extension."""
    # setuptools brings distutils, which Python 3.12 has no more, so it goes first.
    import setuptools  # noqa: F401, I001
    from distutils.ccompiler import new_compiler
    from distutils.sysconfig import customize_compiler

    compiler: Any = new_compiler()
    customize_compiler(compiler)
    with tempfile.TemporaryDirectory() as folder:
        options = ["/O2"] if compiler.compiler_type == "msvc" else ["-O3", "-fPIC", "-fvisibility=hidden"]
        objects = compiler.compile([str(source)], output_dir=folder, extra_postargs=options)
        aside = Path(folder, library.name)
        libraries = [] if sys.platform == "win32" else ["m"]
        compiler.link_shared_object(objects, str(aside), libraries=libraries)
        # Written aside and renamed: a program that runs has the old one mapped.
        fresh = library.with_name(library.name + ".new")
        fresh.write_bytes(aside.read_bytes())
        fresh.replace(library)
