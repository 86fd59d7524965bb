"""Running programs that mean harm: within their time and memory, and without harm to the host."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable

import monty
from running import BUILD, Output

# A sanitizer build is several times slower, a debug build checks every reference.
SLOWNESS = {'release': 1.0, 'debug': 4.0, 'asan': 12.0}[BUILD]

MEMORY = 32 * 1024 * 1024
SECONDS = 0.5

# How far past its deadline a program may run. The design promises 10 ms; a machine that is busy needs more.
GRACE = 0.25

LIMITS = {'max_memory': MEMORY, 'max_duration_secs': SECONDS, 'max_output_bytes': 1024 * 1024}

# The text of ``MontyError.exception()``'s type for each way to end.
VALUE = 'value'


def resident_peak() -> int | None:
    """Return the most memory this process ever held, in bytes, where the system tells."""
    if BUILD == 'asan' or sys.platform != 'linux':
        return None
    with open('/proc/self/status', encoding='ascii') as status:
        for line in status:
            if line.startswith('VmHWM:'):
                return int(line.split()[1]) * 1024
    return None


def ending(source: str, **limits: object) -> tuple[str, object]:
    """Run a program within tight limits; return the name of the exception that ended it and the error, or
    ``(VALUE, value)``.

    Asserts that it kept its time and its memory and that the host still works afterwards.
    """
    before = resident_peak()
    begin = time.monotonic()
    try:
        program = monty.Monty(source)
        used = time.thread_time()
        answer: tuple[str, object] = (VALUE, program.run(limits={**LIMITS, **limits}, print_callback=Output()))
    except monty.MontyConversionError as error:
        answer = ('MontyConversionError', error)
    except monty.MontySyntaxError as error:
        answer = ('MontySyntaxError', error)
    except monty.MontyRuntimeError as error:
        answer = (type(error.exception()).__name__, error)
    if answer[0] != 'MontySyntaxError':
        # What it computed: a machine that is busy with other things may take longer to reach the deadline.
        used = time.thread_time() - used
        assert used < (SECONDS + GRACE) * SLOWNESS, f'computed for {used:.2f} s'
    assert time.monotonic() - begin < 60 * SLOWNESS
    after = resident_peak()
    if before is not None and after is not None:
        assert after - before < 8 * MEMORY, f'took {(after - before) / 2**20:.0f} MiB'
    assert monty.Monty('1 + 2').run() == 3
    return answer


def on_small_stack(action: Callable[[], object], size: int = 256 * 1024) -> object:
    """Return the result of a call made on a thread with a stack of ``size`` bytes; an exception is raised here."""
    outcome: list[object] = []

    def work() -> None:
        try:
            outcome.extend([True, action()])
        except BaseException as error:
            outcome.extend([False, error])

    old = threading.stack_size(size)
    try:
        thread = threading.Thread(target=work)
        thread.start()
    finally:
        threading.stack_size(old)
    thread.join()
    worked, result = outcome
    if not worked:
        raise result
    return result
