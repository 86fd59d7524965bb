"""Ways to run a program in Monty, shared by the tests."""

from __future__ import annotations

import os
from dataclasses import dataclass

import monty
from host_functions import HOST_FUNCTIONS

try:
    from monty import _heap
except ImportError:
    # Nothing is built: only the tests of the compiler and of the errors can run.
    DEBUG = False
else:
    DEBUG = _heap.debug_build()
BUILD = os.environ.get('MONTY_TEST_BUILD') or ('debug' if DEBUG else 'release')


def assert_nothing_left() -> None:
    """Assert that the last run released every block; only a debug build can tell."""
    if DEBUG:
        left = _heap.debug_last_run()[1]
        assert not left, f'blocks left by the last run: {left}'


@dataclass
class Outcome:
    """What a program did, in the terms of ``cpython_oracle.run_program``."""

    output: str
    value: object = None
    error: monty.MontyError | None = None
    pauses: int = 0

    @property
    def last_line(self) -> str | None:
        return None if self.error is None else self.error.display('type-msg')

    @property
    def traceback(self) -> str | None:
        return None if self.error is None else self.error.display()


class Output:
    """Collects what a program prints."""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def __call__(self, stream: str, text: str) -> None:
        assert stream == 'stdout'
        self.parts.append(text)

    @property
    def text(self) -> str:
        return ''.join(self.parts)


def run_plainly(source: str, host: list[str] | tuple[str, ...] = (), **arguments: object) -> Outcome:
    """Run a program with ``Monty.run``."""
    output = Output()
    functions = {name: HOST_FUNCTIONS[name] for name in host}
    try:
        program = monty.Monty(source, external_functions=list(functions))
        value = program.run(external_functions=functions, print_callback=output, **arguments)
    except monty.MontyError as error:
        assert_nothing_left()
        return Outcome(output.text, error=error)
    assert_nothing_left()
    return Outcome(output.text, value)


def run_by_steps(source: str, host: list[str] | tuple[str, ...] = (), **arguments: object) -> Outcome:
    """Run a program with ``Monty.start``, answering every pause with ``resume``."""
    output = Output()
    pauses = 0
    try:
        program = monty.Monty(source, external_functions=list(host))
        progress = program.start(print_callback=output, **arguments)
        while isinstance(progress, monty.MontySnapshot):
            pauses += 1
            try:
                answer = HOST_FUNCTIONS[progress.function_name](*progress.args, **progress.kwargs)
            except Exception as error:
                progress = progress.resume(exception=error)
            else:
                progress = progress.resume(return_value=answer)
    except monty.MontyError as error:
        assert_nothing_left()
        return Outcome(output.text, error=error, pauses=pauses)
    assert_nothing_left()
    assert isinstance(progress, monty.MontyComplete)
    return Outcome(output.text, progress.output, pauses=pauses)
