"""Pixels to vectors: model store, preprocessing, encoders."""

import os

# Official builds of onnxruntime since 1.30 keep a device id and report usage to their maker unless told otherwise before they are
# imported (Privacy.md of the package); nothing about a user's machine or pictures leaves this program. onnxruntime is imported in
# this room only, in several of its modules, and Python runs this file before any of them; child processes inherit it.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
