"""The table of benchmarks: each program's best time on the hosting CPython and on Monty, and the figures of start-up.

    python asv_bench/run.py                  the table
    python asv_bench/run.py fib sieve        some programs only
    python asv_bench/run.py --quick --check  for CI: less patient, and an error if a figure has become much worse
    python asv_bench/run.py --store          write the figures into baseline.json

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
from benchmarks.measuring import compare, geometric_mean, program_names  # noqa: E402

BASELINE = Path(__file__).resolve().parent / 'baseline.json'

# A ratio may fall this far below its stored figure before --check fails.
TOLERANCE = 0.25


def python_version() -> str:
    return '.'.join(platform.python_version_tuple()[:2])


def measure_programs(names: list[str], quick: bool) -> dict[str, float]:
    """Print a line per program and return the ratios."""
    ratios = {}
    print(f'{"program":<24}{"CPython ms":>12}{"Monty ms":>12}{"ratio":>9}')
    for name in names:
        timing = compare(name, repeats=4, seconds=0.6) if quick else compare(name)
        ratios[name] = timing.ratio
        print(f'{name:<24}{timing.cpython * 1e3:>12.2f}{timing.monty * 1e3:>12.2f}{timing.ratio:>9.2f}', flush=True)
    print(f'{"geometric mean":<24}{"":>24}{geometric_mean(list(ratios.values())):>9.2f}')
    return ratios


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


def check(ratios: dict[str, float], stored: dict[str, float]) -> list[str]:
    """Return the names whose ratio is too far below the stored one.

    A machine that is busy with something else can spoil one measurement, so what looks worse is measured again.
    """
    worse = []
    for name, figure in stored.items():
        if name not in ratios:
            continue
        lowest = figure * (1 - TOLERANCE)
        ratio = ratios[name]
        for _ in range(2):
            if ratio >= lowest:
                break
            ratio = max(ratio, compare(name).ratio)
        if ratio < lowest:
            worse.append(f'{name}: {ratio:.2f}, stored {figure:.2f}, at least {lowest:.2f} is needed')
    return worse


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
    print(f'Python {platform.python_version()}, {platform.machine()}')
    ratios = measure_programs(arguments.programs or program_names(), arguments.quick)
    if not arguments.programs:
        measure_startup()
    baseline = json.loads(BASELINE.read_text(encoding='utf-8')) if BASELINE.exists() else {}
    if arguments.store:
        baseline.setdefault(python_version(), {}).update({name: round(ratio, 2) for name, ratio in ratios.items()})
        BASELINE.write_text(json.dumps(baseline, indent=2, sort_keys=True) + '\n', encoding='utf-8')
    if arguments.check:
        stored = baseline.get(python_version(), {})
        worse = check(ratios, stored)
        for line in worse:
            print('WORSE', line)
        print(f'{len(ratios) - len(worse)} passed, {len(worse)} failed')
        return 1 if worse else 0
    return 0


if __name__ == '__main__':
    sys.exit(main())
