"""What packaging/linux/old_processor.sh runs in the emulator: everything compiled is used once, in this one process.

imsearch-e2e --run old_processor_work.py LIBRARY PICTURE...
"""

from __future__ import annotations

import os
import sys
from contextlib import closing
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"


def main() -> None:
    library, *pictures = map(Path, sys.argv[1:])

    from imsearch_gui.domain.metrics import Metric
    from imsearch_gui.domain.records import FileExample, Query
    from imsearch_gui.domain.refinement import Refinement
    from imsearch_gui.encoding.store import ModelStore
    from imsearch_gui.library.library import Library
    from imsearch_gui.searching.search import Searcher

    print("- Pillow and pi-heif decode, the model runs, our kernels scan, OpenCV verifies", flush=True)
    for metric in Metric:
        with closing(Searcher(Library.open(library), ModelStore())) as searcher:
            for picture in pictures:
                query = Query(
                    (FileExample(picture),), "classic", metric=metric, top=3, refinement=Refinement(geometry=True)
                )
                result = searcher.search(query)
                assert result.matches[0].image.path.stem == picture.stem, (picture, result.matches[0])
    assert result.timings.encode > 0, "the model was not run"

    print("- hnswlib", flush=True)
    import numpy as np

    from imsearch_gui.library.graph import Graph
    from imsearch_gui.library.rotation import learn

    vectors = np.random.default_rng(7).standard_normal((400, 96), dtype=np.float32)
    graph = Graph.empty(learn(vectors, len(vectors)), len(vectors))
    graph.add(vectors)
    assert graph.search(vectors[17], 5)[0] == 17

    print("- tokenizers, onnx, huggingface_hub", flush=True)
    import onnx
    from tokenizers import Tokenizer, models

    assert Tokenizer(models.WordLevel({"cat": 0}, unk_token="cat")).encode("cat").ids == [0]
    onnx.load(str(Path(sys.executable).parent / "lib/imsearch_gui/_data/models/classic/classic.onnx"))
    import huggingface_hub

    assert huggingface_hub.HfApi

    print("- Qt", flush=True)
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QLabel

    app = QApplication([])
    label = QLabel("x")
    label.show()
    QTimer.singleShot(0, app.quit)
    app.exec()
    assert not label.grab().isNull()


main()
