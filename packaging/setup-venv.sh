#!/bin/bash
# Makes .venv, with the program (editable) and the development tools in it; a second run finds it ready.
# With --check: says by its exit status whether it is ready, and does nothing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

made_here() { # the scripts of an environment hold its place: it cannot be moved
    .venv/bin/python -c '' 2>/dev/null && grep -qsF "$PWD/.venv/bin/" .venv/bin/pip
}
stamp() {
    { echo "$PWD" && .venv/bin/python --version && cat pyproject.toml; } | cksum
}
ready() {
    made_here && [ -f .venv/ready ] && [ "$(cat .venv/ready)" = "$(stamp)" ]
}

if ready; then
    exit 0
elif [ "${1:-}" = --check ]; then
    exit 1
fi

if ! made_here; then
    python=$(packaging/find-python.sh)
    if [ -z "$python" ]; then
        echo "Python 3.11 or newer is needed. Where it has another name: make PYTHON=/path/to/python ..." >&2
        exit 1
    fi
    rm -rf .venv
    if ! "$python" -m venv .venv; then
        rm -rf .venv
        echo "$python cannot make an environment: it lacks venv or ensurepip (on Debian: python3-venv)." >&2
        exit 1
    fi
fi
echo "Installing into .venv (some minutes the first time: 300 MB to fetch, and hnswlib is compiled)"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
stamp >.venv/ready
