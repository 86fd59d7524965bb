"""Random operations on dicts and sets, and random JSON, must answer as CPython's do: results, errors and their words,
and the order in which sets of numbers iterate."""

from __future__ import annotations

import json
import string
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import monty

SETTINGS = settings(max_examples=1500, deadline=None, suppress_health_check=[HealthCheck.too_slow])

# What sets of which iterate in the same order everywhere: their hashes are numbers.
NUMBERS = st.one_of(
    st.integers(-20, 20),
    st.integers(0, 3000),
    st.integers(-(2**70), 2**70),
    st.sampled_from([2**61 - 1, 2**61, -(2**61), 2**63 - 1, -(2**63), 2**64, 1 << 40, 1 << 41, 3 << 40]),
    st.booleans(),
    st.floats(allow_nan=False),
)
KEYS = st.one_of(NUMBERS, st.text(max_size=3), st.none(), st.tuples(st.integers(0, 5), st.text(max_size=1)))
SMALL_SETS = st.sets(NUMBERS, max_size=60).map(list)


def both(source: str, **inputs: Any) -> None:
    """Run the function `main` of the source with these inputs on CPython and on Monty and compare its result."""
    names = ', '.join(inputs)
    names_of_globals: dict[str, Any] = {}
    exec(compile(source, 'main.py', 'exec'), names_of_globals)
    expected = names_of_globals['main'](**inputs)
    program = monty.Monty(f'{source}\nmain({names})', inputs=list(inputs))
    assert program.run(inputs=inputs) == expected


SET_PROGRAM = '''
def main(start, steps, frozen):
    log = []
    s = set(start)
    for operation, argument in steps:
        try:
            if operation == 'add':
                s.add(argument)
            elif operation == 'discard':
                s.discard(argument)
            elif operation == 'remove':
                s.remove(argument)
            elif operation == 'pop':
                log.append(repr(s.pop()))
            elif operation == 'clear':
                s.clear()
            elif operation == 'copy':
                s = s.copy()
            elif operation == 'in':
                log.append(argument in s)
            elif operation == 'update':
                s.update(set(argument))
            elif operation == 'update_list':
                s.update(argument, argument[:1])
            elif operation == 'update_dict':
                s.update(dict.fromkeys(argument))
            elif operation == 'update_iterator':
                s.update(iter(argument), (x for x in argument[:2]))
            elif operation == '|':
                s = s | set(argument)
            elif operation == '&':
                s = s & set(argument)
            elif operation == '-':
                s = s - set(argument)
            elif operation == '^':
                s = s ^ set(argument)
            elif operation == '|=':
                s |= set(argument)
            elif operation == '&=':
                s &= frozenset(argument)
            elif operation == '-=':
                s -= set(argument)
            elif operation == '^=':
                s ^= set(argument)
            elif operation == 'intersection':
                s = s.intersection(argument, argument)
            elif operation == 'difference':
                s = s.difference(argument, iter(argument[:3]))
            elif operation == 'difference_dict':
                s = s.difference(dict.fromkeys(argument))
            elif operation == 'symmetric_difference':
                s = s.symmetric_difference(argument)
            elif operation == 'symmetric_difference_update':
                s.symmetric_difference_update(dict.fromkeys(argument))
            elif operation == 'compare':
                t = set(argument)
                log.append((s == t, s < t, s <= t, s > t, s >= t, s.isdisjoint(argument), s.issubset(argument),
                            s.issuperset(argument), t.isdisjoint(s)))
            elif operation == 'hash':
                log.append(hash(frozenset(s)))
        except KeyError as error:
            log.append(repr(error))
        log.append(repr(list(s)))
    log.append(repr(s))
    log.append(repr(frozenset(s)))
    return log
'''


@SETTINGS
@given(
    start=st.lists(NUMBERS, max_size=40),
    steps=st.lists(
        st.one_of(
            st.tuples(st.sampled_from(['add', 'add', 'discard', 'remove', 'pop', 'in', 'copy', 'hash', 'clear']), NUMBERS),
            st.tuples(
                st.sampled_from(
                    'update update_list update_dict update_iterator | & - ^ |= &= -= ^= intersection difference '
                    'difference_dict symmetric_difference symmetric_difference_update compare'.split()
                ),
                SMALL_SETS,
            ),
        ),
        max_size=30,
    ),
)
def test_sets(start: list[Any], steps: list[tuple[str, Any]]) -> None:
    both(SET_PROGRAM, start=start, steps=steps, frozen=False)


@SETTINGS
@given(count=st.integers(0, 3000), stride=st.integers(1, 2000), drop=st.integers(1, 7))
def test_large_sets_grow_and_shrink_alike(count: int, stride: int, drop: int) -> None:
    both(
        '''
def main(count, stride, drop):
    s = set()
    for i in range(count):
        s.add(i * stride)
    first = list(s)
    for i in range(0, count, drop):
        s.discard(i * stride)
    second = list(s)
    for i in range(count, count + 200):
        s.add(i * stride)
    popped = [s.pop() for _ in range(min(len(s), 50))]
    return first, second, list(s), popped, list(set(first) - set(popped)), list(set(range(count)) & set(first))
''',
        count=count,
        stride=stride,
        drop=drop,
    )


DICT_PROGRAM = '''
def main(start, steps):
    log = []
    d = dict(start)
    for operation, key, value in steps:
        try:
            if operation == 'set':
                d[key] = value
            elif operation == 'get':
                log.append((d.get(key), d.get(key, value), key in d))
            elif operation == 'item':
                log.append(d[key])
            elif operation == 'delete':
                del d[key]
            elif operation == 'pop':
                log.append(d.pop(key))
            elif operation == 'pop_default':
                log.append(d.pop(key, value))
            elif operation == 'popitem':
                log.append(d.popitem())
            elif operation == 'setdefault':
                log.append(d.setdefault(key, value))
            elif operation == 'clear':
                d.clear()
            elif operation == 'copy':
                d = d.copy()
            elif operation == 'update':
                d.update({key: value, value: key})
            elif operation == 'update_pairs':
                d.update([(key, value), [value, key]], a=key)
            elif operation == 'update_zip':
                d.update(zip([key, value], range(2)))
            elif operation == '|':
                d = d | {key: 1}
            elif operation == '|=':
                d |= [(value, key)]
            elif operation == 'fromkeys':
                d = {**d, **dict.fromkeys([key, value], 7)}
            elif operation == 'iterate':
                for k in d:
                    if k == key:
                        d[value] = 1
                        del d[key]
            elif operation == 'grow':
                for k in d:
                    d[value] = k
            elif operation == 'views':
                other = {key: d.get(key), value: 1}
                log.append((d.keys() == other.keys(), d.keys() >= other.keys(), d.items() >= other.items(),
                            len(d.keys() & other), len(d.items() - other.items()), len(d.keys() ^ other.keys()),
                            d.keys().isdisjoint(other), (key, 1) in d.items(), len(d.items() ^ other.items()),
                            len(d.values()), list(reversed(d)), list(reversed(d.values()))))
        except (KeyError, RuntimeError) as error:
            log.append(repr(error))
        log.append(repr(d))
    log.append(d == dict(reversed(list(d.items()))))
    log.append((repr(d.keys()), repr(d.values()), repr(d.items())))
    return log
'''


@SETTINGS
@given(
    start=st.lists(st.tuples(KEYS, KEYS), max_size=20),
    steps=st.lists(
        st.tuples(
            st.sampled_from(
                'set set set get item delete delete pop pop_default popitem setdefault clear copy update update_pairs '
                'update_zip | |= fromkeys iterate grow views'.split()
            ),
            KEYS,
            KEYS,
        ),
        max_size=30,
    ),
)
def test_dicts(start: list[Any], steps: list[tuple[Any, ...]]) -> None:
    both(DICT_PROGRAM, start=start, steps=steps)


DEEP_PROGRAM = '''
def deep(value):
    for _ in range(60):
        value = (value,)
    return value


def main(start, steps):
    d = {}
    s = set()
    t = set()
    log = []
    for value in start:
        d[deep(value)] = value
        s.add(deep(value))
    for operation, value in steps:
        key = deep(value)
        try:
            if operation == 'set':
                d[key] = 1
                s.add(key)
                t.add(key)
            elif operation == 'get':
                log.append((d.get(key), key in d, key in s, d.setdefault(key, 5), (key, 1) in d.items()))
            elif operation == 'delete':
                t.discard(key)
                del d[key]
                s.remove(key)
            elif operation == 'pop':
                log.append((d.pop(key, 3), d.pop(key)))
            elif operation == 'update':
                d.update({key: 2})
                d |= [(key, 3)]
                s |= {key}
                s.update([key], iter([key]))
            elif operation == 'algebra':
                u = {key, 1}
                log.append((len(s | u), len(s & u), len(s - u), len(s ^ u), len(u - s), s >= t, s == t, t < s,
                            s.isdisjoint(u), u.issubset(s), len(s.union(u, [key])), len(s.intersection([key])),
                            len(s.difference(u, [])), len(s.symmetric_difference([key]))))
                s ^= u
                t -= u
                t.symmetric_difference_update([key])
            elif operation == 'equal':
                log.append((d == dict(d), d == {deep(1): 1}, dict(d.items()) == d, len({**d, key: 1}),
                            d.keys() == set(d), len(d.keys() & s), len(d.keys() | s), len(d.items() ^ d.items()),
                            len(d.keys() - s), d.keys().isdisjoint(s)))
        except KeyError as error:
            log.append('KeyError')
        log.append((len(d), len(s), len(t)))
    return log
'''


@SETTINGS
@given(
    start=st.lists(st.integers(0, 6), max_size=8),
    steps=st.lists(
        st.tuples(st.sampled_from('set set get delete pop update algebra equal'.split()), st.integers(0, 6)), max_size=20
    ),
)
def test_keys_that_only_the_prelude_can_compare(start: list[int], steps: list[tuple[str, int]]) -> None:
    both(DEEP_PROGRAM, start=start, steps=steps)


JSON_VALUES = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(2**80), 2**80),
        st.floats(),
        st.text(max_size=12),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=5),
        st.tuples(inner, inner),
        st.dictionaries(st.one_of(st.text(max_size=4), st.integers(), st.floats(), st.none(), st.booleans()), inner, max_size=5),
    ),
    max_leaves=20,
)

DUMPS_PROGRAM = '''
import json


def main(value, options, with_default):
    def default(other):
        return 'default'
    try:
        if with_default:
            return json.dumps([value, {1}], default=default, **options)
        return json.dumps(value, **options)
    except (TypeError, ValueError) as error:
        return type(error).__name__, str(error)
'''


@SETTINGS
@given(
    value=JSON_VALUES,
    options=st.fixed_dictionaries(
        {},
        optional={
            'indent': st.sampled_from([None, 0, 2, '\t', '', '->']),
            'separators': st.sampled_from([None, (',', ':'), (' ,\xe9', '\u20ac')]),
            'sort_keys': st.booleans(),
            'ensure_ascii': st.booleans(),
            'allow_nan': st.booleans(),
            'skipkeys': st.booleans(),
            'check_circular': st.booleans(),
        },
    ),
    with_default=st.booleans(),
)
def test_dumps(value: Any, options: dict[str, Any], with_default: bool) -> None:
    both(DUMPS_PROGRAM, value=value, options=options, with_default=with_default)


LOADS_PROGRAM = '''
import json


def main(text, strict, hooks):
    try:
        if hooks:
            return repr(json.loads(text, strict=strict, object_pairs_hook=list, parse_float=str, parse_int=repr,
                                   parse_constant=len))
        return repr(json.loads(text, strict=strict))
    except json.JSONDecodeError as error:
        return str(error), error.msg, error.pos, error.lineno, error.colno
    except ValueError as error:
        return str(error)
'''

FRAGMENTS = st.lists(
    st.one_of(
        st.sampled_from(
            ['{', '}', '[', ']', ',', ':', ' ', '\n', '"', '"a"', '"b":', 'null', 'true', 'false', 'NaN', '-Infinity', '-',
             '0', '12', '-0', '1.5', '1e', '1e5', '.', '1.', '\\u', '\\ud83d\\ude00', '\\ud83d', '\\n', '\\x', '\\', 'nul',
             '\t', '"\\u00e9"', '\ufeff', '\u20ac', '12345678901234567890123', '1E+2', '0123', '"\\/"']
        ),
        st.text(alphabet=string.printable, max_size=2),
    ),
    max_size=12,
).map(''.join)


@settings(SETTINGS, max_examples=4000)
@given(text=st.one_of(FRAGMENTS, JSON_VALUES.map(lambda v: json.dumps(v, ensure_ascii=False, indent=1))),
       strict=st.booleans(), hooks=st.booleans())
def test_loads(text: str, strict: bool, hooks: bool) -> None:
    both(LOADS_PROGRAM, text=text, strict=strict, hooks=hooks)


@SETTINGS
@given(value=JSON_VALUES, data=st.data())
def test_loads_of_damaged_text(value: Any, data: st.DataObject) -> None:
    text = json.dumps(value, ensure_ascii=data.draw(st.booleans()))
    place = data.draw(st.integers(0, len(text)))
    length = data.draw(st.integers(0, 3))
    text = text[:place] + data.draw(st.sampled_from(['', ',', '"', '}', ']', '\\', '\x01', ':', 'x'])) + text[place + length:]
    both(LOADS_PROGRAM, text=text, strict=True, hooks=False)
