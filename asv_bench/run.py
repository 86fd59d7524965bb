"""The table of benchmarks: each program's best time on the hosting CPython and on Monty, and the figures of start-up.

    python asv_bench/run.py                  the table
    python asv_bench/run.py fib sieve        some programs only
    python asv_bench/run.py --quick --check  for CI: less patient, and an error if a figure has become much worse
    python asv_bench/run.py --store          measure in several rounds, write the lowest figures into baseline.json

Every result is checked before its time counts.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from benchmarks import startup  # noqa: E402
from benchmarks.measuring import Timing, compare, geometric_mean, program_names  # noqa: E402

BASELINE = Path(__file__).resolve().parent / 'baseline.json'

# A ratio may fall this far below its stored figure before --check fails.
TOLERANCE = 0.25

# A program that looks worse is measured up to this many times again: another process may have had the core.
MORE_TRIES = 6

# --store measures everything this often and keeps the lowest ratios: they vary from run to run even on a quiet machine,
# and what is stored must be reached by every run that follows.
STORED_ROUNDS = 5


def python_version() -> str:
    return '.'.join(platform.python_version_tuple()[:2])


def measure_programs(names: list[str], quick: bool) -> dict[str, Timing]:
    """Print a line per program and return the times."""
    timings = {}
    print(f'{"program":<24}{"CPython ms":>12}{"Monty ms":>12}{"ratio":>9}')
    for name in names:
        timing = compare(name, repeats=4, seconds=0.6) if quick else compare(name)
        timings[name] = timing
        print(f'{name:<24}{timing.cpython * 1e3:>12.2f}{timing.monty * 1e3:>12.2f}{timing.ratio:>9.2f}', flush=True)
    print(f'{"geometric mean":<24}{"":>24}{geometric_mean([timing.ratio for timing in timings.values()]):>9.2f}')
    return timings


def measure_startup() -> None:
    """Print what beginning costs."""
    print()
    print(f'run() of a compiled 1 + 2            {startup.call_seconds() * 1e6:>10.3f} us')
    print(f'compiling a text seen before         {startup.cached_compile_seconds() * 1e6:>10.3f} us')
    ours, theirs = startup.fresh_compile_seconds()
    print(f'compiling a new 40-line program      {ours * 1e6:>10.1f} us, {ours / theirs:.2f} times CPython\'s compile()')
    print(f'two threads, of one thread\'s time    {startup.thread_share():>10.2f}')
    print(f'a list of a million ints             {startup.million_ints_bytes() / 1e6:>10.2f} MB')
    print(f'an idle VM                           {startup.idle_bytes() / 1024:>10.1f} KiB')


def check(timings: dict[str, Timing], stored: dict[str, float]) -> list[str]:
    """Return a line for each program whose ratio stays too far below the stored one, however often it is measured."""
    worse = []
    for name, figure in stored.items():
        if name not in timings:
            continue
        lowest = figure * (1 - TOLERANCE)
        timing = timings[name]
        best = timing.ratio
        for _ in range(MORE_TRIES):
            if best >= lowest:
                break
            again = compare(name)
            # Either a try of its own reaches the figure, or the best times of all tries do: a disturbance only ever
            # adds time, so each side's least is the nearest to its own.
            timing = timing.best_of(again)
            best = max(best, again.ratio, timing.ratio)
        if best < lowest:
            worse.append(f'{name}: {best:.2f}, stored {figure:.2f}, at least {lowest:.2f} is needed')
    return worse


def store(names: list[str]) -> None:
    """Measure in several rounds and write the lowest ratios into baseline.json, for the Python that runs this.

    The rounds go over all programs, so that a passing disturbance spoils one figure of a program and not all.
    """
    ratios: dict[str, float] = {}
    for number in range(STORED_ROUNDS):
        print(f'round {number + 1} of {STORED_ROUNDS}')
        for name, timing in measure_programs(names, quick=False).items():
            ratios[name] = min(ratios.get(name, timing.ratio), timing.ratio)
    print()
    for name, ratio in ratios.items():
        print(f'{name:<24}{ratio:>9.2f}')
    baseline = read_baseline()
    figures = baseline.setdefault(python_version(), {})
    figures.update({name: round(ratio, 2) for name, ratio in ratios.items()})
    # Programs that are no more have no figure.
    baseline[python_version()] = {name: figures[name] for name in program_names() if name in figures}
    BASELINE.write_text(json.dumps(baseline, indent=2, sort_keys=True) + '\n', encoding='utf-8')


def read_baseline() -> dict[str, dict[str, float]]:
    """Return the stored ratios, by Python version and program."""
    return json.loads(BASELINE.read_text(encoding='utf-8')) if BASELINE.exists() else {}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('programs', nargs='*', help='names of programs; default all')
    parser.add_argument('--quick', action='store_true', help='fewer repetitions')
    parser.add_argument('--check', action='store_true', help='compare with baseline.json')
    parser.add_argument('--store', action='store_true', help='write baseline.json')
    arguments = parser.parse_args()
    unknown = set(arguments.programs) - set(program_names())
    if unknown:
        parser.error(f'unknown programs: {", ".join(sorted(unknown))}')
    if arguments.store and (arguments.quick or arguments.check):
        parser.error('--store is patient and checks nothing: it goes without --quick and --check')
    print(f'Python {platform.python_version()}, {platform.machine()}')
    names = arguments.programs or program_names()
    if arguments.store:
        store(names)
        return 0
    timings = measure_programs(names, arguments.quick)
    if not arguments.programs:
        measure_startup()
    if arguments.check:
        stored = read_baseline().get(python_version(), {})
        if not stored:
            print(f'no ratios are stored for Python {python_version()}: only the results are checked')
        worse = check(timings, stored)
        for line in worse:
            print('WORSE', line)
        print(f'{len(timings) - len(worse)} passed, {len(worse)} failed')
        return 1 if worse else 0
    return 0


if __name__ == '__main__':
    sys.exit(main())
