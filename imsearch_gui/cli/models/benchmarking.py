"""`imsearch models benchmark`"""

from __future__ import annotations

import argparse
from argparse import Namespace
from collections.abc import Callable

from imsearch_gui.cli.output import Output, aligned
from imsearch_gui.domain.wording import milliseconds

PROVIDERS = ("automatic", "cpu", "cuda", "directml", "coreml", "openvino")
"""As `encoding.providers.IDS`."""


def add(add_parser: Callable[[str, str], argparse.ArgumentParser]) -> argparse.ArgumentParser:
    parser = add_parser("benchmark", "measure how fast models run here, on every provider that can be had")
    parser.add_argument("models", nargs="*", metavar="ID|FOLDER", help="default: all that are installed")
    parser.add_argument("--provider", choices=PROVIDERS, default="automatic", help="only this one, and the processor")
    parser.add_argument("--seconds", type=float, default=2.0, metavar="S", help="for each figure (default: 2)")
    return parser


def run(args: Namespace, output: Output) -> int:
    from imsearch_gui.encoding.benchmark import benchmark
    from imsearch_gui.encoding.store import ModelStore
    from imsearch_gui.encoding.strange import model_named

    store = ModelStore()
    chosen = [model_named(store, name) for name in args.models] or store.models()
    rows = []
    for model in chosen:
        for row in benchmark(model, setting=args.provider, seconds=args.seconds):
            rows.append(row)
            for notice in row.notices:
                output.complain(f"{model.spec.id}: {notice}")
    output.result(
        {
            "models": [
                {
                    "id": row.model_id,
                    "provider": row.provider,
                    "used": row.used,
                    "agreement": row.agreement,
                    "images_per_second_one_thread": row.one_thread,
                    "images_per_second": row.all_threads,
                    "query_ms": row.query_ms,
                    "text_ms": row.text_ms,
                    "open_ms": row.open_ms,
                    "megabytes": row.megabytes,
                }
                for row in rows
            ]
        },
        aligned(
            [
                ("model", "runs on", "", "agreement", "images/s", "1 thread", "query", "words", "opened in", "memory"),
                *(
                    (
                        row.model_id,
                        row.provider,
                        "used" if row.used else "",
                        f"{row.agreement:.4f}",
                        f"{row.all_threads:.1f}",
                        f"{row.one_thread:.1f}",
                        milliseconds(row.query_ms),
                        "" if row.text_ms is None else milliseconds(row.text_ms),
                        milliseconds(row.open_ms),
                        f"{row.megabytes:.0f} MB",
                    )
                    for row in rows
                ),
            ],
            right=(3, 4, 5, 6, 7, 8, 9),
        ),
    )
    return 0
