"""Broken, odd and hostile pictures, each through a worker process as indexing uses it.

    .venv/bin/python tests/soak/pictures.py [FOLDER] [--json FILE]

Without a folder those of ../shared/data/torture. Exit status 1 where a file is not accounted for, or took longer than a worker may.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from imsearch_gui.domain.cleaning import CleaningRules
from imsearch_gui.domain.plan import FoundFile
from imsearch_gui.encoding.store import ModelStore
from imsearch_gui.library.pool import TASK_LIMIT_S, WorkerPool
from imsearch_gui.library.records import Encoded, Refused
from imsearch_gui.library.worker import WorkerSetup

TORTURE = Path(__file__).resolve().parents[3] / "shared" / "data" / "torture"
SPARE_S = 5.0
"""A worker that is too slow is ended and another one started, which takes a moment."""


def run(folder: Path) -> dict[str, Any]:
    """What became of each file, and how long it took."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    setup = WorkerSetup(ModelStore().find("classic"), None, CleaningRules())
    ended: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    times: dict[str, float] = {}
    unaccounted = []
    with WorkerPool(setup, 1) as pool:
        for path in files:
            status = path.stat()
            began = time.monotonic()
            outcomes = [
                one for one in pool.run([FoundFile(path, status.st_size, status.st_mtime_ns)]) if one is not None
            ]
            times[path.name] = time.monotonic() - began
            if len(outcomes) != 1 or not isinstance(outcomes[0], Encoded | Refused):
                unaccounted.append(path.name)
            elif isinstance(outcomes[0], Refused):
                ended["skipped"] += 1
                reasons[outcomes[0].reason] += 1
            else:
                ended["in the library"] += 1
    slowest = sorted(times, key=lambda name: -times[name])[:5]
    return {
        "files": len(files),
        "ended": dict(ended),
        "unaccounted": unaccounted,
        "reasons": dict(reasons.most_common()),
        "slowest": {name: round(times[name], 2) for name in slowest},
        "too_slow": [name for name, seconds in times.items() if seconds > TASK_LIMIT_S + SPARE_S],
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=TORTURE)
    parser.add_argument("--json", type=Path, metavar="FILE")
    arguments = parser.parse_args()
    if not arguments.folder.is_dir():
        print(f"{arguments.folder} is not on this machine", file=sys.stderr)
        return 2
    found = run(arguments.folder)
    print(json.dumps(found, indent=1, ensure_ascii=False))
    if arguments.json:
        arguments.json.write_text(json.dumps(found, indent=1) + "\n")
    return 1 if found["unaccounted"] or found["too_slow"] else 0


if __name__ == "__main__":
    sys.exit(main())
