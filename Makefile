# Everything a contributor runs. `make help` lists it. The work is done by the scripts in packaging/.
# PYTHON=/path/to/python chooses the Python that the environment is made with.

SHELL := /bin/bash
.DEFAULT_GOAL := help
export PYTHON

bin := .venv/bin

.PHONY: help
help: ## What there is to make
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 18

.PHONY: venv
venv: ## The environment (.venv), with the development tools
	@packaging/setup-debian.sh build
	@packaging/setup-venv.sh

.PHONY: run
run: ## The program, on the sample pictures; without a screen: results in the terminal and in demo.png
	@packaging/setup-debian.sh build window
	@packaging/setup-venv.sh
	@$(bin)/python packaging/demo.py

.PHONY: demo
demo: ## What `make run` does without a screen, whether there is one or not
	@packaging/setup-debian.sh build window
	@packaging/setup-venv.sh
	@$(bin)/python packaging/demo.py --no-screen

.PHONY: lint
lint: venv ## Style, types, import rules
	$(bin)/ruff check
	$(bin)/ruff format --check
	$(bin)/mypy
	$(bin)/lint-imports

.PHONY: test
test: ## All checks and all tests, on a virtual screen of their own
	@packaging/setup-debian.sh build tests
	@packaging/setup-venv.sh --export
	@$(MAKE) --no-print-directory lint
	QT_QPA_PLATFORM=offscreen $(bin)/python -m pytest -m "not e2e" -n logical --maxprocesses 4 --dist loadfile
	tests/e2e/with-screen.sh $(bin)/python -m pytest -m e2e

bench_python := $(bin)/python tests/benchmarks
on_screen := tests/e2e/with-screen.sh $(bin)/python tests/benchmarks

.PHONY: bench
bench: ## Measurements in less than ten minutes, into docs/performance.md: search, indexing, a second run, start, drop
	@packaging/setup-debian.sh build tests
	@packaging/setup-venv.sh --bench
	$(bench_python)/search_bench.py --write
	$(bench_python)/index_bench.py --write
	$(bench_python)/again_bench.py --write
	$(on_screen)/start_bench.py --write
	$(on_screen)/drop_bench.py --write

.PHONY: bench-full
bench-full: bench ## Those and the long ones: a million pictures, a million rows, float32, memory, sessions, the window while it indexes (an hour)
	$(bench_python)/index_bench.py --full --write
	$(on_screen)/grid_bench.py --write
	$(on_screen)/window_bench.py
	$(bench_python)/million_bench.py --plain --write
	$(bench_python)/memory_bench.py
	@[ ! -d ../shared/data ] || $(bench_python)/session_bench.py --write

.PHONY: evaluate
evaluate: ## How well it finds, and the course row by row, on the pictures of ../shared/data: into docs/evaluation.md and docs/course.md
	@packaging/setup-debian.sh build tests
	@packaging/setup-venv.sh --bench
	$(bench_python)/evaluation_table.py --write
	$(bench_python)/small_models_table.py --write
	$(bench_python)/course_table.py --write
	$(bench_python)/region_table.py --write
	$(bench_python)/course_facts.py --write
	$(bench_python)/kdtree_bench.py --full --write

.PHONY: soak
soak: ## What is tried for hours: thousands of faults and hostile inputs, a long run; into docs/reliability.md
	@packaging/setup-debian.sh build tests
	@packaging/setup-venv.sh --soak
	$(bin)/python tests/soak/soak.py --write

.PHONY: bundle
bundle: ## The program with all that it needs, Python included, in one folder: build/bundle/imsearch (GPU=1: with CUDA)
	@packaging/setup-debian.sh bundle
	@"$$(packaging/find-python.sh)" packaging/bundle/build.py $(if $(GPU),--gpu)

.PHONY: deb
deb: bundle ## A Debian package of it, and a tarball, in dist/
	@"$$(packaging/find-python.sh)" packaging/linux/debian.py build/bundle/imsearch dist
	@packaging/linux/tarball.sh build/bundle/imsearch dist

.PHONY: wheel
wheel: ## The source distribution and the wheel in dist/, tried where there is no source tree
	@packaging/setup-debian.sh bundle
	@packaging/try_wheel.sh dist

.PHONY: smoke
smoke: ## Tries the bundle: its main job without a Python, the end-to-end test on it, the package's files
	@packaging/setup-debian.sh build smoke
	@packaging/setup-venv.sh
	@packaging/linux/lint.sh
	@packaging/linux/smoke.sh build/bundle/imsearch build/smoke
	@packaging/linux/frozen_e2e.sh build/bundle/imsearch

.PHONY: screens
screens: ## The screenshots in docs/screens
	@packaging/setup-debian.sh build tests
	@packaging/setup-venv.sh
	$(bin)/python packaging/screens.py

.PHONY: tour
tour: ## The pictures of docs/tour.md
	@packaging/setup-debian.sh build tests
	@packaging/setup-venv.sh
	tests/e2e/with-screen.sh $(bin)/python packaging/tour.py

.PHONY: translations
translations: venv ## Gather the sentences of the program, compile their translations
	$(bin)/python packaging/translations.py

.PHONY: samples
samples: venv ## Draw the sample pictures anew
	$(bin)/python resources/draw_samples.py

.PHONY: clean
clean: ## Away with what was made, the environment included
	rm -rf .venv .demo demo.png build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find imsearch_gui tests resources models packaging -name __pycache__ -type d -prune -exec rm -rf {} +
