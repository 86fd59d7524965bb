"""Threads, event loops and signals beside a running program: it holds no lock of the host's."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from harness import on_small_stack

import monty

BUSY = 'n = 0\nwhile n < 3000000:\n    n += 1\nn'
ENDLESS = 'while True: pass'
LIMITS = {'max_duration_secs': 10.0}


def test_a_second_thread_stays_responsive() -> None:
    program = monty.Monty(ENDLESS)
    ticks = 0
    running = threading.Event()

    def work() -> None:
        running.set()
        with pytest.raises(monty.MontyRuntimeError):
            program.run(limits={'max_duration_secs': 0.5})

    thread = threading.Thread(target=work)
    thread.start()
    running.wait()
    while thread.is_alive():
        ticks += 1
        time.sleep(0.001)
    thread.join()
    # 400 on an idle machine; one or two if the program held the lock.
    assert ticks > 20


def test_an_event_loop_stays_responsive() -> None:
    async def main() -> tuple[object, int]:
        ticks = 0
        done = False

        async def tick() -> None:
            nonlocal ticks
            while not done:
                ticks += 1
                await asyncio.sleep(0.001)

        task = asyncio.create_task(tick())
        value = await asyncio.to_thread(monty.Monty('n = 0\nwhile n < top:\n    n += 1\nn', inputs=['top']).run,
                                        inputs={'top': 10_000_000}, limits=LIMITS)
        done = True
        await task
        return value, ticks

    value, ticks = asyncio.run(main())
    assert value == 10_000_000
    assert ticks >= 10


def test_two_threads_are_inside_at_once() -> None:
    """One thread runs a program to its end while another is inside one that has none.

    The interpreter asks nobody for its lock in the meantime: whoever computes holds none. That two cores make this
    faster is the benchmark's to show; here the machine may be busy.
    """
    inside = threading.Event()
    endless = monty.Monty('ready()\n' + ENDLESS, external_functions=['ready'])
    caught: list[BaseException] = []

    def work() -> None:
        try:
            endless.run(external_functions={'ready': inside.set}, limits={'max_duration_secs': 60.0})
        except monty.MontyRuntimeError as error:
            caught.append(error)

    interval = sys.getswitchinterval()
    thread = threading.Thread(target=work)
    try:
        thread.start()
        inside.wait()
        sys.setswitchinterval(50.0)
        begin = time.monotonic()
        for _ in range(5):
            assert monty.Monty(BUSY).run() == 3000000
        assert thread.is_alive()
        assert time.monotonic() - begin < 40
    finally:
        sys.setswitchinterval(interval)
        endless.cancel()
        thread.join()
    assert 'cancel' in str(caught[0]).lower()


def thread_clock() -> Callable[[], float]:
    """Return a clock, to be read from any thread, of the processor time of the thread that called this: how long a
    computation takes, however busy the machine is. The wall clock where there is no such thing."""
    if not hasattr(time, 'pthread_getcpuclockid'):
        return time.monotonic
    clock = time.pthread_getcpuclockid(threading.get_ident())
    return lambda: time.clock_gettime(clock)


def test_cancel_from_another_thread() -> None:
    delays = []
    clock = thread_clock()
    for source in (ENDLESS, 'sum(range(10 ** 15))', 'l = list(range(10 ** 5))\nwhile True:\n    l.sort(key=lambda x: -x)',
                   'while True:\n    try:\n        while True: pass\n    except BaseException: pass',
                   "s = 'ab' * 10 ** 6\nwhile True:\n    s.replace('ab', 'ba')", 'x = 3 ** 100000\nwhile True:\n    x * x',
                   'any(iter(int, 1))'):
        program = monty.Monty(source)
        cancelled = [0.0]

        def cancel(program: monty.Monty = program, cancelled: list[float] = cancelled) -> None:
            time.sleep(0.05)
            cancelled[0] = clock()
            program.cancel()

        thread = threading.Thread(target=cancel)
        thread.start()
        with pytest.raises(monty.MontyRuntimeError) as caught:
            program.run(limits={'max_duration_secs': 60.0})
        delays.append(clock() - cancelled[0])
        thread.join()
        assert 'cancel' in str(caught.value).lower()
    # The promise is 10 ms of a machine that does nothing else.
    delays.sort()
    assert delays[len(delays) // 2] < 0.01, delays
    assert delays[-1] < 0.1, delays


def test_a_cancelled_program_runs_again() -> None:
    program = monty.Monty('n = 0\nwhile n < top:\n    n += 1\nn', inputs=['top'])
    timer = threading.Timer(0.05, program.cancel)
    timer.start()
    with pytest.raises(monty.MontyRuntimeError):
        program.run(inputs={'top': 10 ** 12}, limits=LIMITS)
    timer.join()
    assert program.run(inputs={'top': 10}) == 10


def test_cancelling_what_does_not_run() -> None:
    program = monty.Monty('1 + 1')
    program.cancel()
    assert program.run() == 2


def test_small_stack() -> None:
    source = '''\
def f(n):
    return sorted([n, n - 1], key=lambda x: x)[0] if n else 0
[f(i) for i in range(50)], f'{[[1], {2: (3,)}]!r:>30}', sum(x * x for x in range(100))
'''
    value = monty.Monty(source).run()
    assert on_small_stack(lambda: monty.Monty(source).run()) == value


def test_many_threads_with_small_stacks() -> None:
    program = monty.Monty('def f(n):\n    return 0 if n == 0 else 1 + f(n - 1)\nf(900)')
    results: list[object] = []
    old = threading.stack_size(256 * 1024)
    try:
        threads = [threading.Thread(target=lambda: results.append(program.run())) for _ in range(20)]
        for thread in threads:
            thread.start()
    finally:
        threading.stack_size(old)
    for thread in threads:
        thread.join()
    assert results == [900] * 20


def test_threads_that_start_and_resume() -> None:
    program = monty.Monty('total = 0\nfor i in range(50):\n    total += f(i)\ntotal', external_functions=['f'])
    results: list[object] = []

    def work() -> None:
        progress = program.start()
        while isinstance(progress, monty.MontySnapshot):
            progress = progress.resume(return_value=progress.args[0] * 2)
        results.append(progress.output)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [2450] * 8


def ctrl_c(source: str) -> float:
    """Interrupt a process that runs the program; return the seconds until it says so."""
    script = textwrap.dedent(f'''
        import signal
        import time
        import monty
        # A shell that runs this suite in the background has the signal ignored.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        program = monty.Monty({source!r})
        print('ready', flush=True)
        try:
            program.run(limits=None)
        except KeyboardInterrupt:
            print('interrupted', time.time(), flush=True)
        print(monty.Monty('1 + 2').run(), flush=True)
    ''')
    root = str(Path(monty.__file__).parent.parent)
    process = subprocess.Popen([sys.executable, '-P', '-c', script], stdout=subprocess.PIPE, text=True,
                               env={**os.environ, 'PYTHONPATH': root})
    try:
        assert process.stdout.readline() == 'ready\n'
        time.sleep(0.3)
        sent = time.time()
        process.send_signal(signal.SIGINT)
        word, when = process.stdout.readline().split()
        assert word == 'interrupted'
        assert process.stdout.readline() == '3\n'
        assert process.wait(timeout=20) == 0
    finally:
        process.kill()
        process.stdout.close()
    return float(when) - sent


@pytest.mark.skipif(sys.platform == 'win32', reason='sends SIGINT')
@pytest.mark.parametrize('source', [ENDLESS, 'sum(range(10 ** 15))', 'while True:\n    try:\n        while True: pass\n    except BaseException: pass'])
def test_ctrl_c(source: str, build: str) -> None:
    # The promise is 50 ms; printing comes on top, and the core may be busy with something else for a moment.
    promised = 0.15 if build == 'release' else 1.0
    delays: list[float] = []
    while not delays or (delays[-1] >= promised and len(delays) < 6):
        delays.append(ctrl_c(source))
    assert delays[-1] < promised, delays


def test_a_signal_handler_runs_while_a_program_does() -> None:
    if sys.platform == 'win32':
        pytest.skip('needs timers')
    calls: list[float] = []
    old = signal.signal(signal.SIGALRM, lambda *_: calls.append(time.perf_counter()))
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    try:
        with pytest.raises(monty.MontyRuntimeError):
            monty.Monty(ENDLESS).run(limits={'max_duration_secs': 1.0})
        ended = time.perf_counter()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, old)
    # Not only when the run was over.
    assert calls and ended - calls[0] > 0.3


def test_an_exception_of_a_signal_handler_ends_the_run() -> None:
    if sys.platform == 'win32':
        pytest.skip('needs timers')

    class Alarm(Exception):
        pass

    def handler(*_: object) -> None:
        raise Alarm

    old = signal.signal(signal.SIGALRM, handler)
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    try:
        with pytest.raises(Alarm):
            monty.Monty(ENDLESS).run(limits=LIMITS)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, old)
    assert monty.Monty('1 + 2').run() == 3


def test_fork() -> None:
    if not hasattr(os, 'fork'):
        pytest.skip('needs fork')
    program = monty.Monty('sum(range(1000))')
    assert program.run() == 499500
    script = ('import os, monty\np = monty.Monty("sum(range(1000))")\np.run()\npid = os.fork()\n'
              'os._exit(0 if p.run() == 499500 else 1) if pid == 0 else None\n'
              'print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))')
    done = subprocess.run([sys.executable, '-P', '-c', script], capture_output=True, text=True, timeout=60,
                          env={**os.environ, 'PYTHONPATH': str(Path(monty.__file__).parent.parent)})
    assert done.stdout == '0\n', done.stderr
