# What a newcomer runs: `make demo`, then `make test`. Needs Python 3.11 or newer with venv, a C compiler and make.
#
# Everything is built out of the source tree, into build/KIND, so that the release, debug and sanitizer builds stand
# beside each other; each is brought up to date by every target that needs it. PYTHON chooses the interpreter.

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done)
VENV ?= .venv
BUILD ?= build
JOBS ?= $(shell nproc 2>/dev/null || sysctl -n hw.ncpu 2>/dev/null || echo 2)
CC ?= cc
# More words for pytest: make test PYTEST_ARGS='-k closures -x'
PYTEST_ARGS ?=
# More words for the runner of CPython's tests: make test-cpython CPYTHON_ARGS='test_list -v'
CPYTHON_ARGS ?=

export MONTY_JOBS = $(JOBS)

BIN = $(VENV)/bin
RELEASE = $(BUILD)/release/lib
DEBUG = $(BUILD)/debug/lib
ASAN = $(BUILD)/asan/lib
PYTEST = $(BIN)/pytest -q $(PYTEST_ARGS)

# What pyproject.toml declares for building, running and testing.
REQUIREMENTS = import tomllib; \
	p = tomllib.load(open("pyproject.toml", "rb")); \
	print(*p["build-system"]["requires"], *p["project"]["dependencies"], \
	*p["project"]["optional-dependencies"]["test"], sep="\n")

# The sanitizers' runtime must be in the process before anything of ours. Python's own allocator would hide errors in
# host objects. Leaks are CPython's: it frees little at exit; ours are found by the debug build. A report is written to
# file descriptor 2 and ends the process at once: pytest must leave that descriptor alone, or nobody sees the report.
ASAN_ENVIRONMENT = LD_PRELOAD="$$($(CC) -print-file-name=libasan.so) $$($(CC) -print-file-name=libubsan.so)" \
	ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1:detect_stack_use_after_return=0 \
	UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1 PYTHONMALLOC=malloc

.PHONY: demo build build-debug build-asan test test-debug test-asan test-cpython test-all bench bench-smoke bench-store clean

demo: build
	$(BIN)/python examples/agent.py

$(VENV)/ready: pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed, none found on the PATH" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -c '$(REQUIREMENTS)' > $(VENV)/requirements.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check -r $(VENV)/requirements.txt
	@touch $@

# The release build is what the virtual environment imports.
build: $(VENV)/ready
	$(BIN)/python setup.py -q build --build-base $(BUILD)/release --build-lib $(RELEASE)
	@$(BIN)/python -c 'import os, sys, sysconfig; open(os.path.join(sysconfig.get_path("purelib"), "monty.pth"), "w").write(os.path.abspath(sys.argv[1]) + "\n")' $(RELEASE)

build-debug: $(VENV)/ready
	MONTY_DEBUG=1 MONTY_OPT=1 $(BIN)/python setup.py -q build --build-base $(BUILD)/debug --build-lib $(DEBUG)

build-asan: $(VENV)/ready
	MONTY_SANITIZE=1 MONTY_DEBUG=1 MONTY_OPT=1 \
	$(BIN)/python setup.py -q build --build-base $(BUILD)/asan --build-lib $(ASAN)

test: build
	MONTY_TEST_BUILD=release $(PYTEST) tests

test-debug: build-debug
	MONTY_TEST_BUILD=debug PYTHONPATH=$(abspath $(DEBUG)) $(PYTEST) tests

test-asan: build-asan
	MONTY_TEST_BUILD=asan PYTHONPATH=$(abspath $(ASAN)) $(ASAN_ENVIRONMENT) $(PYTEST) --capture=sys tests

# CPython's own tests of the language: tests/cpython/README.md.
test-cpython: build
	$(BIN)/python tests/cpython/run.py -j $(JOBS) $(CPYTHON_ARGS)

# Every Python found, each with an environment and a build of its own.
test-all:
	@set -e; for python in $$($(PYTHON) .ci/pythons.py); do \
		version=$$($$python -c 'import sys; print("%d.%d" % sys.version_info[:2])'); \
		echo "== Python $$version ($$python)"; \
		$(MAKE) --no-print-directory test PYTHON="$$python" VENV=.venv-$$version BUILD=$(BUILD)/$$version; \
	done

bench: build
	$(BIN)/python asv_bench/run.py

bench-smoke: build
	$(BIN)/python asv_bench/run.py --quick --check

# Measure what bench-smoke compares with, on a machine that does nothing else.
bench-store: build
	$(BIN)/python asv_bench/run.py --store

clean:
	rm -rf $(BUILD) $(VENV) .venv-* dist *.egg-info .pytest_cache .hypothesis monty/_generated.pxd
	find monty -name '*.c' -delete -o -name '*.so' -delete -o -name '*.pyd' -delete
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
