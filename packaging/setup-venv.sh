#!/bin/bash
# Makes .venv, with the program (editable) and the development tools in it; a second run finds it ready.
# With --check: says by its exit status whether it is ready, and does nothing.
# With --bench: also the rivals of the benchmarks (the extra [bench]).
# With --soak: also what steers the fuzzing (the extra [soak]).
# With --export: also what makes models (the extra [export]), where PyTorch can be had without gigabytes of CUDA.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

made_here() { # the scripts of an environment hold its place: it cannot be moved
    .venv/bin/python -c '' 2>/dev/null && grep -qsF "$PWD/.venv/bin/" .venv/bin/pip
}
stamp() {
    { echo "$PWD" && .venv/bin/python --version && cat pyproject.toml packaging/hatch_build.py imsearch_gui/searching/kernels.c; } | cksum
}
ready() { # ready NAME: whether this part was done for the project as it is
    made_here && [ -f ".venv/$1" ] && [ "$(cat ".venv/$1")" = "$(stamp)" ]
}
install() {
    .venv/bin/python -m pip install --quiet --disable-pip-version-check "$@"
}

make_environment() {
    if ! made_here; then
        local python
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
    install --editable '.[dev]'
    stamp >.venv/ready
}

add_export() { # without it the tests of the recipes say why they are skipped; that must not fail the others
    local torch
    torch=$(.venv/bin/python packaging/find-torch.py)
    if [ -z "$torch" ]; then
        echo "No CPU build of PyTorch can be had here, so the tests of the export recipes will be skipped (CONTRIBUTING.md)."
    else
        echo "Installing what makes models ($torch)"
        install "$torch" --editable '.[export]' || {
            echo "It cannot be installed, so the tests of the export recipes will be skipped."
            return
        }
    fi
    stamp >.venv/ready-export
}

if [ "${1:-}" = --check ]; then
    ready ready
    exit
fi
ready ready || make_environment
if [ "${1:-}" = --bench ] && ! ready ready-bench; then
    install --editable '.[bench]' || echo "The rivals cannot be installed here: the benchmarks will go without them."
    stamp >.venv/ready-bench
fi
if [ "${1:-}" = --soak ] && ! ready ready-soak; then
    install --editable '.[soak]' || echo "atheris cannot be installed here: hostile inputs will be random."
    stamp >.venv/ready-soak
fi
if [ "${1:-}" = --export ] && ! ready ready-export; then
    add_export
fi
