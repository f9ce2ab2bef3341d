"""The process of the window never decodes: whatever it shows or searches with, it does not so much as load the decoders."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from imsearch_gui.bridge.program import Program
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.bridge.viewing import wish_for
from imsearch_gui.domain.exporting import Export, Form
from imsearch_gui.domain.contact_sheet import Sheet
from imsearch_gui.domain.records import FileExample, PixelsExample
from imsearch_gui.domain.region import Region

def main(library, other, out):
    app = QApplication([])
    program = Program(SettingsStore(out / "settings.ini"))
    heard = []

    def take(signal, ask):
        loop = QEventLoop()
        signal.connect(lambda *values: (heard.append(values), loop.quit()))
        QTimer.singleShot(30_000, loop, loop.quit)
        count = len(heard)
        ask()
        while len(heard) == count:
            loop.exec()
        return heard[-1]

    for part in (program.search, program.pictures, program.details, program.acting, program.libraries):
        part.failed.connect(lambda sentence: print("failed:", sentence, flush=True))
    program.libraries.opened.connect(lambda state: None)
    take(program.libraries.opened, lambda: program.libraries.open(library))
    # A query of a picture, its preview, a part of it; one of several files; one without a file.
    shown = program.search.examples_shown
    (result,) = take(program.search.answered, lambda: program.search.ask_files([other, other]))
    while program.search.picture_of(FileExample(other)) is None:
        app.processEvents()
    take(program.search.answered, lambda: program.search.set_region(Region(5, 5, 40, 30)))
    first = result.matches[0].image
    data = first.path.read_bytes()
    take(program.viewing.ready, lambda: program.viewing.wish([wish_for(PixelsExample(data), 50)]))
    take(program.viewing.ready, lambda: program.viewing.wish([wish_for(FileExample(first.path), None)]))
    take(program.thumbnails.ready, lambda: program.thumbnails.request(first.id, first.path, 256))
    take(program.details.ready, lambda: program.details.read(first, library))
    heard.clear()
    program.pictures.read(first.path, heard.append)
    while not heard:
        app.processEvents()
    sheet = Export(result, result.matches, Form.PNG, out / "sheet.png", Sheet())
    take(program.acting.done, lambda: program.acting.export(sheet))
    assert (out / "sheet.png").exists()
    # The thumbnail of a search that is kept before its preview was read.
    program.search.picture_of = lambda _: None
    take(program.kept_queries.listed, lambda: program.kept_queries.save("kept"))
    program.close()
    print([name for name in ("PIL", "pi_heif", "cv2") if name in sys.modules], flush=True)

if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
"""


def test_the_window_loads_no_decoder(library: Path, draw: object, tmp_path: Path, pictures: Path) -> None:
    other = tmp_path / "other.png"
    other.write_bytes((pictures / "1.png").read_bytes() + b"another file")
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(library), str(other), str(tmp_path)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.stdout, done.returncode) == ("[]\n", 0), done.stdout + done.stderr
