"""Which name is suggested for a missing one: the same as CPython's own choice, where its traceback module makes one."""

from __future__ import annotations

import random
import sys
import traceback

import pytest

import monty
from monty.suggestions import edit_distance, hint, nearest


def display(source: str) -> str:
    with pytest.raises(monty.MontyRuntimeError) as caught:
        monty.Monty(source).run()
    return caught.value.display().splitlines()[-1]


def test_examples() -> None:
    assert nearest('prnt', ['point', 'print', 'paint']) == 'print'
    assert nearest('abc', ['xyz', 'abc']) is None
    assert nearest('Value', ['value', 'values']) == 'value'
    assert nearest('x' * 41, ['x' * 40]) is None
    assert nearest('a' * 39, ['a' * 40] * 751) is None


@pytest.mark.parametrize(('a', 'b', 'distance'), [
    ('', '', 0), ('a', '', 2), ('', 'abc', 6), ('abc', 'abd', 2), ('abc', 'aBc', 1), ('abc', 'bc', 2), ('kitten', 'sitting', 6)])
def test_distances(a: str, b: str, distance: int) -> None:
    assert edit_distance(a, b, 100) == edit_distance(b, a, 100) == distance
    if distance:
        assert edit_distance(a, b, distance - 1) > distance - 1


@pytest.mark.skipif(sys.version_info < (3, 13), reason='the traceback module suggests nothing, or has a way of its own')
def test_same_choice_as_the_traceback_module() -> None:
    generator = random.Random(1)

    class Holder:
        def __dir__(self) -> list[str]:
            return self.names

    for _ in range(300):
        holder = Holder()
        holder.names = sorted({''.join(generator.choices('abcAB_', k=generator.randint(1, 6))) for _ in range(5)})
        wrong = ''.join(generator.choices('abcAB_', k=generator.randint(1, 6)))
        if wrong in holder.names:
            continue
        error = AttributeError('m', name=wrong, obj=holder)
        expected = traceback.format_exception_only(error)[-1].strip().removeprefix('AttributeError: m')
        assert hint('AttributeError', wrong, [holder.names], False) == expected, (wrong, holder.names)


def test_modules() -> None:
    last = display('math.sqrt(2)')
    if sys.version_info >= (3, 12):
        assert last.startswith("NameError: name 'math' is not defined. Did you forget to import 'math'")
    else:
        assert last == "NameError: name 'math' is not defined"


def test_only_the_whole_traceback_has_it() -> None:
    with pytest.raises(monty.MontyRuntimeError) as caught:
        monty.Monty('[].apend(1)').run()
    error = caught.value
    assert error.display().endswith("has no attribute 'apend'. Did you mean: 'append'?")
    assert error.display('type-msg') == str(error) == "AttributeError: 'list' object has no attribute 'apend'"
    assert str(error.exception()) == "'list' object has no attribute 'apend'"


def test_very_many_names() -> None:
    names = '\n'.join(f'name_{i} = {i}' for i in range(3000))
    assert display(names + '\nname_x') == "NameError: name 'name_x' is not defined"
