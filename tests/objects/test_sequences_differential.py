"""Lists, tuples, ranges, slices and sorting: what hypothesis finds must be what CPython does."""

from __future__ import annotations

import copy
import sys
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import monty

bounds = st.none() | st.integers(-12, 12) | st.sampled_from([2**63 - 1, -(2**63), 2**64, -(2**70), True])
steps = st.none() | st.integers(-4, 4) | st.sampled_from([2**63, -(2**63), True])
slices = st.builds(slice, bounds, bounds, steps)
keys = slices | st.integers(-12, 12) | st.sampled_from([2**70, 'a', None, 1.5])
small = st.integers(-3, 3)
items = small | st.booleans() | st.sampled_from(['', 'a', 'é', 1.0, 0.5, None, (1,), 2**70])
lists = st.lists(items, max_size=10)

numbers = st.integers(-5, 5) | st.integers() | st.booleans() | st.floats(allow_nan=False)
texts = st.text('abé\u1234\U0001f600\0', max_size=12)
pairs = st.tuples(small, texts) | st.tuples(small, small)
sortable = st.one_of(
    st.lists(small, max_size=400), st.lists(st.integers(), max_size=400), st.lists(st.floats(allow_nan=False), max_size=100),
    st.lists(numbers, max_size=100), st.lists(texts, max_size=300), st.lists(texts.map('the same beginning'.__add__), max_size=300),
    st.lists(pairs, max_size=100), st.lists(st.lists(small, max_size=3), max_size=300), st.lists(st.tuples(texts, st.floats(allow_nan=False)), max_size=300),
    st.lists(st.binary(max_size=3), max_size=50), st.lists(items, max_size=6),
)

PROGRAMS: dict[str, monty.Monty] = {}


def outcome(action: Callable[[], object]) -> str:
    """The repr of what an action returns, or its exception in words."""
    try:
        return repr(action())
    except monty.MontyRuntimeError as error:
        return error.display('type-msg')
    except Exception as error:
        return f'{type(error).__name__}: {error}'


def agree(source: str, **inputs: object) -> None:
    """Run an expression, or statements whose last one is an expression, in Monty and in CPython."""
    program = PROGRAMS.get(source)
    if program is None:
        program = PROGRAMS[source] = monty.Monty(source, inputs=list(inputs))

    def cpython() -> object:
        names = copy.deepcopy(inputs)
        *body, last = source.split('\n')
        exec('\n'.join(body), names)
        return eval(last, names)

    assert outcome(lambda: program.run(inputs=copy.deepcopy(inputs))) == outcome(cpython), (source, inputs)


@given(lists, keys)
@settings(deadline=None)
def test_subscripts(values: list[object], key: object) -> None:
    parts = {'a': key.start, 'b': key.stop, 'c': key.step} if isinstance(key, slice) else {'key': key}
    subscript = 'x[a:b:c]' if isinstance(key, slice) else 'x[key]'
    agree(subscript, x=values, **parts)
    agree(subscript, x=tuple(values), **parts)
    agree(f'del {subscript}\nx', x=values, **parts)


@given(lists, slices, lists)
@settings(deadline=None)
def test_slice_assignment(values: list[object], key: slice, new: list[object]) -> None:
    for source in ('x[a:b:c] = new\nx', 'x[a:b:c] = (item for item in new)\nx', 'x[a:b:c] = tuple(new)\nx'):
        agree(source, x=values, a=key.start, b=key.stop, c=key.step, new=new)


@given(st.tuples(bounds, bounds, steps), slices, st.integers(-30, 30))
@settings(deadline=None)
def test_ranges(parts: tuple[int, int, int], key: slice, number: int) -> None:
    start, stop, step = (1 if part is None else part for part in parts)
    agree('r = range(start, stop, step)\n(str(r), bool(r), number in r, r[:3].index(r[0]) if r else 0)', start=start, stop=stop, step=step, number=number)
    agree('str(range(start, stop, step)[a:b:c])', start=start, stop=stop, step=step, a=key.start, b=key.stop, c=key.step)
    agree('range(start, stop, step)[number]', start=start, stop=stop, step=step, number=number)
    agree('list(range(start, stop, step)[:5]), list(reversed(range(start, stop, step)[-5:]))', start=start, stop=stop, step=step)


@given(slices, st.integers(0, 20) | st.just(2**70))
@settings(deadline=None)
def test_slice_indices(key: slice, length: int) -> None:
    agree('slice(a, b, c).indices(length)', a=key.start, b=key.stop, c=key.step, length=length)


@given(lists, lists, items)
@settings(deadline=None)
def test_comparison_and_search(a: list[object], b: list[object], item: object) -> None:
    agree('[a == b, a != b, tuple(a) == tuple(b), item in a, a.count(item), a + b, tuple(a) * 2]', a=a, b=b, item=item)
    for operator in ('<', '<=', '>', '>='):
        agree(f'a {operator} b', a=a, b=b)
        agree(f'tuple(a) {operator} tuple(b)', a=a, b=b)
    agree('a.index(item)', a=a, item=item)
    agree('a.remove(item)\na', a=a, item=item)


@given(sortable, st.booleans())
@settings(deadline=None)
def test_sorting(values: list[object], reverse: bool) -> None:
    agree('sorted(values, reverse=reverse)', values=values, reverse=reverse)
    agree('values.sort(reverse=reverse)\nvalues', values=values, reverse=reverse)
    # Stable: positions sorted by the values that stand there.
    agree('sorted(range(len(values)), key=lambda i: values[i], reverse=reverse)', values=values, reverse=reverse)
    agree('sorted(values, key=lambda x: {x} and 0)' if not any(isinstance(v, list) for v in values) else 'values', values=values)


@given(sortable)
@settings(deadline=None)
def test_reductions(values: list[object]) -> None:
    for source in ('sum(values)', 'max(values)', 'min(values)', 'max(values, key=lambda x: (str(x), 1))', 'any(values)', 'all(values)', 'sum(x for x in values)', 'min(x for x in values)',
                   'list(zip(values, values[1:]))', 'list(enumerate(values, 3))', 'list(reversed(values))', '[*map(lambda x: [x], values)]', 'list(filter(None, values))'):
        agree(source, values=values)


@pytest.mark.skipif(sys.version_info >= (3, 13), reason='CPython compares in another order since 3.13')
@given(st.lists(st.integers(-3, 10), max_size=70), st.booleans())
@settings(deadline=None)
def test_any_comparison_sorts_in_the_same_order(values: list[int], reverse: bool) -> None:
    # Sets are only partially ordered: the result shows which comparisons were made.
    agree('sorted([{x, x + 1} if x % 2 else {x} for x in values], reverse=reverse) if len(values) < 64 else 0', values=values, reverse=reverse)
