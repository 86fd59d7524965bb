"""Random operations on bytes and bytearray: results, errors and their words as CPython's."""

from __future__ import annotations

import sys
from typing import Any

from agreement import agree, answers
from hypothesis import given, settings
from hypothesis import strategies as st

SETTINGS = settings(max_examples=250, deadline=None)

SMALL = st.lists(st.sampled_from(b'ab '), max_size=8).map(bytes)
TEXTS = st.text(" \t\n\r\x0b\x0caAbZ09+-'\"\\\x00\x7f\xff", max_size=12).map(lambda text: text.encode('latin-1'))
DATA = st.one_of(SMALL, TEXTS, st.binary(max_size=20))
EITHER = st.one_of(DATA, DATA.map(bytearray))
PARTS = st.one_of(st.binary(max_size=2), SMALL.map(lambda data: data[:2]), st.binary(max_size=1).map(bytearray))
BYTES = st.one_of(st.integers(-2, 257), st.sampled_from([97, 32, 10**30, True]))
SOUGHT = st.one_of(PARTS, BYTES, st.sampled_from(['a', None, 1.5]))
BOUNDS = st.one_of(st.none(), st.integers(-12, 12), st.sampled_from([10**30, -(10**30), 'x']))
COUNTS = st.one_of(st.integers(-2, 5), st.sampled_from([10**30, 'x', 1.5, None]))
ITEMS = st.lists(st.one_of(st.integers(0, 255), BYTES), max_size=4)


@SETTINGS
@given(data=EITHER, part=SOUGHT, start=BOUNDS, stop=BOUNDS)
def test_searching(data: Any, part: Any, start: Any, stop: Any) -> None:
    for method in 'find', 'rfind', 'index', 'rindex', 'count', 'startswith', 'endswith':
        agree(f'data.{method}(part)', data=data, part=part)
        agree(f'data.{method}(part, start, stop)', data=data, part=part, start=start, stop=stop)
    agree('part in data', data=data, part=part)


@SETTINGS
@given(data=EITHER)
def test_methods_without_arguments(data: Any) -> None:
    for method in ('capitalize', 'isalnum', 'isalpha', 'isascii', 'isdigit', 'islower', 'isspace', 'istitle', 'isupper',
                   'lower', 'upper', 'swapcase', 'title', 'strip', 'lstrip', 'rstrip', 'split', 'rsplit', 'splitlines',
                   'expandtabs', 'hex'):
        agree(f'data.{method}()', data=data)
    agree('data, str(data), len(data), bool(data), list(data), bytes(data), bytearray(data)', data=data)


@SETTINGS
@given(data=EITHER, part=SOUGHT, count=COUNTS)
def test_cutting(data: Any, part: Any, count: Any) -> None:
    for method in 'strip', 'lstrip', 'rstrip', 'partition', 'rpartition', 'removeprefix', 'removesuffix':
        agree(f'data.{method}(part)', data=data, part=part)
    for method in 'split', 'rsplit':
        agree(f'data.{method}(part, count)', data=data, part=part, count=count)
        agree(f'data.{method}(maxsplit=count)', data=data, count=count)
    agree('data.splitlines(True), data.splitlines(keepends=0)', data=data)


@SETTINGS
@given(data=EITHER, old=SOUGHT, new=SOUGHT, count=COUNTS)
def test_replacing(data: Any, old: Any, new: Any, count: Any) -> None:
    agree('data.replace(old, new)', data=data, old=old, new=new)
    agree('data.replace(old, new, count)', data=data, old=old, new=new, count=count)
    agree('data.translate(None, old)', data=data, old=old)
    agree('data.translate(bytes.maketrans(old, new), delete=new)', data=data, old=old, new=new)


@SETTINGS
@given(data=EITHER, width=COUNTS, fill=SOUGHT)
def test_padding(data: Any, width: Any, fill: Any) -> None:
    if width == 10**30 or isinstance(width, int) and width > 5:
        width = 40
    for method in 'center', 'ljust', 'rjust':
        agree(f'data.{method}(width)', data=data, width=width)
        agree(f'data.{method}(width, fill)', data=data, width=width, fill=fill)
    agree('data.zfill(width)', data=data, width=width)
    agree('data.expandtabs(width)', data=data, width=width)


@SETTINGS
@given(data=EITHER, separator=st.sampled_from([':', b'-', '', '::', '\xe9', 5, None]), group=st.integers(-5, 5))
def test_hexadecimal(data: Any, separator: Any, group: int) -> None:
    agree('data.hex(separator, group)', data=data, separator=separator, group=group)
    agree('bytes.fromhex(text), bytearray.fromhex(text)', text=data.hex(' ', group) if group else data.hex())


@SETTINGS
@given(text=st.text('0123456789abcdefABCDEF \t\nxg\u0661', max_size=8))
def test_fromhex(text: str) -> None:
    agree('bytes.fromhex(text)', text=text)


@SETTINGS
@given(a=EITHER, b=st.one_of(EITHER, st.integers(-2, 4), st.sampled_from(['a', 1.5, None, 10**30])))
def test_operators(a: Any, b: Any) -> None:
    for operator in '+', '==', '!=', '<', '<=', '>', '>=':
        agree(f'a {operator} b', a=a, b=b)
        agree(f'b {operator} a', a=a, b=b)
    if b != 10**30 or a:
        agree('a * b', a=a, b=b)
        agree('b * a', a=a, b=b)


@SETTINGS
@given(separator=EITHER, items=st.lists(st.one_of(EITHER, st.sampled_from(['a', 1])), max_size=4))
def test_joining(separator: Any, items: list[Any]) -> None:
    agree('separator.join(items)', separator=separator, items=items)
    agree('separator.join(tuple(items)), separator.join(x for x in items), separator.join(dict.fromkeys(map(bytes, items)))',
          separator=separator, items=items)


@SETTINGS
@given(data=EITHER, start=BOUNDS, stop=BOUNDS, step=BOUNDS)
def test_subscripts(data: Any, start: Any, stop: Any, step: Any) -> None:
    agree('data[start]', data=data, start=start)
    agree('data[start:stop]', data=data, start=start, stop=stop)
    agree('data[start:stop:step]', data=data, start=start, stop=stop, step=step)


@SETTINGS
@given(source=st.one_of(EITHER, ITEMS, ITEMS.map(tuple), st.integers(-2, 5), st.text(max_size=3), st.sampled_from([None, 1.5])),
       encoding=st.sampled_from(['utf-8', 'ascii', 'latin-1', 'utf-16', 'nonsense', 5]))
def test_construction(source: Any, encoding: Any) -> None:
    for kind in 'bytes', 'bytearray':
        agree(f'{kind}(source)', source=source)
        agree(f'{kind}(source, encoding)', source=source, encoding=encoding)
        if isinstance(source, (list, tuple)):
            agree(f'{kind}(x for x in source), {kind}(iter(source))', source=source)


CHANGES = '''
log = []
data = bytearray(start)
for operation, key, value in steps:
    try:
        if operation == 'set':
            data[key] = value
        elif operation == 'set slice':
            data[key[0]:key[1]] = value
        elif operation == 'set extended':
            data[key[0]:key[1]:key[2]] = value
        elif operation == 'delete':
            del data[key]
        elif operation == 'delete slice':
            del data[key[0]:key[1]:key[2]]
        elif operation == 'append':
            data.append(value)
        elif operation == 'extend':
            data.extend(value)
        elif operation == 'extend itself':
            data.extend(data)
        elif operation == 'insert':
            data.insert(key, value)
        elif operation == 'pop':
            log.append(data.pop(key))
        elif operation == 'remove':
            data.remove(value)
        elif operation == 'reverse':
            data.reverse()
        elif operation == 'clear':
            data.clear()
        elif operation == '+=':
            data += value
        elif operation == '*=':
            data *= key
        else:
            log.append(data.copy())
    except Exception as error:
        log.append((type(error).__name__, str(error)))
    log.append(bytes(data))
result = repr(log)
result
'''
SLICES = st.tuples(BOUNDS, BOUNDS, st.one_of(st.none(), st.integers(-3, 3)))
# What 3.12 words differently.
ITERABLES = st.one_of(EITHER, ITEMS, st.sampled_from([range(3), None, 5]))
STEPS = st.one_of(
    st.tuples(st.sampled_from(['set', 'insert']), st.integers(-5, 5), BYTES),
    st.tuples(st.sampled_from(['set slice', 'set extended']), SLICES, st.one_of(ITERABLES, st.just('ab'))),
    st.tuples(st.just('delete'), st.integers(-5, 5), st.none()),
    st.tuples(st.just('delete slice'), SLICES, st.none()),
    st.tuples(st.sampled_from(['append', 'remove']), st.none(), BYTES),
    st.tuples(st.just('extend'), st.none(), ITERABLES),
    st.tuples(st.just('+='), st.none(), st.one_of(EITHER, st.sampled_from(['a', 1, [1]]))),
    st.tuples(st.just('*='), st.integers(-1, 2), st.none()),
    st.tuples(st.just('pop'), st.integers(-6, 6), st.none()),
    st.tuples(st.sampled_from(['extend itself', 'reverse', 'clear', 'copy']), st.none(), st.none()),
)


@SETTINGS
@given(start=DATA, steps=st.lists(STEPS, max_size=8))
def test_changing_a_bytearray(start: bytes, steps: list[Any]) -> None:
    ours, theirs = answers(CHANGES, {'start': start, 'steps': steps})
    assert ours == theirs


def test_lengths_that_no_heap_holds() -> None:
    agree('bytes(-1)')
    agree("b'ab' * 10 ** 30")
    agree('bytes(10 ** 30)')
    if sys.version_info < (3, 14):
        agree("b'a'.center(10 ** 30)")
