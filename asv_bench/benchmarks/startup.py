"""What it costs to begin: one call, compiling, threads, and the memory of values."""

from __future__ import annotations

import os
import sys
import threading
import time

import monty

from .measuring import per_call, read_program

# A program of 40 lines as agents write them; NUMBER is replaced, so that no cache knows the text.
PROGRAM = '''\
limit = NUMBER
orders = [
    {'id': 1, 'customer': 'ada', 'lines': [('bolt', 10, 0.25), ('nut', 12, 0.1)]},
    {'id': 2, 'customer': 'grace', 'lines': [('anvil', 1, 120.0)]},
    {'id': 3, 'customer': 'ada', 'lines': []},
]


def total(order):
    """Return the price of an order."""
    result = 0.0
    for name, count, price in order['lines']:
        if count <= 0:
            raise ValueError(f'{name}: bad count {count}')
        result += count * price
    return result


def summary(orders, minimum=0):
    by_customer = {}
    for order in orders:
        try:
            value = total(order)
        except ValueError as error:
            print('skipped', order['id'], error)
            continue
        if value >= minimum:
            by_customer.setdefault(order['customer'], []).append(value)
    return {name: sum(values) for name, values in by_customer.items()}


ranking = sorted(summary(orders).items(), key=lambda item: -item[1])
for place, (name, value) in enumerate(ranking, 1):
    print(f'{place:>2}. {name:<10} {value:>10.2f}')
labels = [name.title() for name, value in ranking if value > limit]
while len(labels) < 2:
    labels.append('nobody')
first, *others = labels
{'first': first, 'others': others, 'count': len(ranking)}
'''


def call_seconds() -> float:
    """Return the seconds that one ``run()`` of a compiled ``1 + 2`` takes."""
    run = monty.Monty('1 + 2').run
    assert run() == 3
    return per_call(run, 20_000)


def cached_compile_seconds() -> float:
    """Return the seconds that compiling a text seen before takes."""
    assert monty.Monty(PROGRAM.replace('NUMBER', '0')).run(print_callback=lambda *_: None)['count'] == 2
    text = PROGRAM.replace('NUMBER', '0')
    return per_call(lambda: monty.Monty(text), 20_000)


def fresh_compile_seconds(compiles: int = 60) -> tuple[float, float]:
    """Return the seconds that compiling a new program of 40 lines takes on Monty and on CPython, the best of many."""
    best = [float('inf'), float('inf')]
    unique = time.perf_counter_ns()
    for number in range(compiles):
        text = PROGRAM.replace('NUMBER', str(unique + number))
        begin = time.perf_counter()
        monty.Monty(text)
        middle = time.perf_counter()
        compile(text, 'main.py', 'exec')
        end = time.perf_counter()
        best = [min(best[0], middle - begin), min(best[1], end - middle)]
    return best[0], best[1]


def thread_share(repeats: int = 60) -> float:
    """Return the time that two threads need for two CPU-bound programs, as a share of what one thread needs."""
    source, expected = read_program('fib')
    programs = [monty.Monty(source), monty.Monty(source + ' ')]

    def work(program: monty.Monty) -> None:
        assert program.run() == expected

    best_one = best_two = float('inf')
    for _ in range(repeats):
        begin = time.perf_counter()
        for program in programs:
            work(program)
        best_one = min(best_one, time.perf_counter() - begin)
        threads = [threading.Thread(target=work, args=(program,)) for program in programs]
        begin = time.perf_counter()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        best_two = min(best_two, time.perf_counter() - begin)
    return best_two / best_one


def million_ints_bytes() -> int:
    """Return the bytes that a list of a million ints takes in the sandbox's heap."""
    used = []
    for text in ('l = []', 'l = list(range(1_000_000))'):
        program = monty.Monty(text)
        program.run()
        used.append(program.usage['memory'])
    return used[1] - used[0]


def idle_bytes(count: int = 2000) -> float:
    """Return the bytes of this process that a paused execution takes, host objects included; 0 where the system does
    not tell."""
    program = monty.Monty('f()', external_functions=['f'])
    kept = [program.start() for _ in range(100)]
    before = _resident_bytes()
    kept += [program.start() for _ in range(count)]
    return (_resident_bytes() - before) / count


def _resident_bytes() -> int:
    if sys.platform != 'linux':
        return 0
    with open('/proc/self/statm', encoding='ascii') as file:
        return int(file.read().split()[1]) * os.sysconf('SC_PAGESIZE')


class Startup:
    """The figures of this module as asv tracks them."""

    def track_call_us(self) -> float:
        return call_seconds() * 1e6

    track_call_us.unit = 'us'

    def track_cached_compile_us(self) -> float:
        return cached_compile_seconds() * 1e6

    track_cached_compile_us.unit = 'us'

    def track_fresh_compile_vs_cpython(self) -> float:
        ours, theirs = fresh_compile_seconds()
        return ours / theirs

    track_fresh_compile_vs_cpython.unit = 'times as long'

    def track_two_threads(self) -> float:
        return thread_share()

    track_two_threads.unit = 'share of one thread'

    def track_million_ints_mb(self) -> float:
        return million_ints_bytes() / 1e6

    track_million_ints_mb.unit = 'MB'

    def track_idle_kib(self) -> float:
        return idle_bytes() / 1024

    track_idle_kib.unit = 'KiB'
