#!/bin/sh
# Prints the Python to make the environment with: $PYTHON, else the first on PATH that is 3.11 or newer. Nothing where there is none.
set -eu

# The interpreter itself, not that of an environment that happens to be active: ours may be about to be replaced.
ask='import sys; print(getattr(sys, "_base_executable", sys.executable) if sys.version_info >= (3, 11) else "")'

if [ -n "${PYTHON:-}" ]; then
    found=$("$PYTHON" -c "$ask") || exit 1
    if [ -z "$found" ]; then
        echo "PYTHON=$PYTHON is older than 3.11." >&2
        exit 1
    fi
    echo "$found"
    exit 0
fi
for candidate in python3 python3.14 python3.13 python3.12 python3.11 python; do
    found=$("$candidate" -c "$ask" 2>/dev/null) || continue
    if [ -n "$found" ]; then
        echo "$found"
        exit 0
    fi
done
