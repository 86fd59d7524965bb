"""Subclasses of the built-in types whose special methods answer nonsense, given to every method and function there is: a
clean answer, a clean error or a limit, never a SystemError; the debug build counts the blocks that are left."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import Output, assert_nothing_left

import monty

PROGRAM = (Path(__file__).parent / 'misbehaving_subclasses.py').read_text(encoding='utf-8')


@pytest.mark.parametrize('first', range(0, 120, 10))
def test_random_calls(first):
    ended = 0
    for seed in range(first, first + 10):
        output = Output()
        program = monty.Monty(f'SEED = {seed}\nCALLS = 600\n{PROGRAM}')
        try:
            program.run(limits={'max_memory': 1 << 26, 'max_duration_secs': 20}, print_callback=output)
            ended += 1
        except monty.MontyRuntimeError as error:
            # Among so many calls some make an endless iterator, or something very large.
            assert type(error.exception()) in (MemoryError, TimeoutError), error
            output.parts.append('done\n')
        assert output.text == 'done\n', f'seed {seed}'
        assert_nothing_left()
    assert ended
