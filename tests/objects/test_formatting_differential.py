"""Random values and specifications through format(), f-strings, % and str.format: texts and errors as CPython's."""

from __future__ import annotations

import re
from typing import Any

import pytest
from agreement import agree
from hypothesis import assume, given, settings
from hypothesis import strategies as st

SETTINGS = settings(max_examples=200, deadline=None)

INTS = st.one_of(st.integers(-100, 100), st.integers(-(2**64), 2**64), st.integers(-(10**40), 10**40), st.booleans())
FLOATS = st.one_of(
    st.floats(),
    st.floats(-1e6, 1e6),
    st.builds(lambda n, d: n / d, st.integers(-10**6, 10**6), st.sampled_from([1, 2, 4, 8, 10, 100, 1000])),
    st.sampled_from([0.0, -0.0, 0.5, 1.5, 2.5, 1e16, 1e15, 9.995, 1e22, 1e23, 5e-324, 1.7976931348623157e308]),
)
COMPLEX = st.builds(complex, FLOATS, FLOATS)
TEXTS = st.one_of(st.text(max_size=8), st.text('ab\xe9\u20ac\U0001f600', max_size=8))
OTHERS = st.one_of(st.none(), st.lists(st.integers(0, 3), max_size=3), st.binary(max_size=3))
VALUES = st.one_of(INTS, FLOATS, COMPLEX, TEXTS, OTHERS)


@st.composite
def specifications(draw: Any) -> str:
    """Draw a specification, most of them well formed."""
    parts = [
        draw(st.sampled_from(['', '', '<', '>', '^', '=', '*<', '0>', '\u20ac^', '=='])),
        draw(st.sampled_from(['', '', '+', '-', ' '])),
        draw(st.sampled_from(['', '', '', 'z'])),
        draw(st.sampled_from(['', '', '#'])),
        draw(st.sampled_from(['', '', '0'])),
        draw(st.one_of(st.just(''), st.integers(0, 40).map(str), st.just('\u0663'))),
        draw(st.sampled_from(['', '', '', ',', '_'])),
        draw(st.one_of(st.just(''), st.integers(0, 30).map(lambda n: f'.{n}'), st.sampled_from(['.', '.400', '.1200']))),
        draw(st.sampled_from(['', '', *'bcdeEfFgGnosxX%', 'q', '\u20ac'])),
    ]
    return ''.join(parts)


RANDOM_SPECIFICATIONS = st.text('<>=^+- z#0123,_.bcdefgnosxX%*\xe9', max_size=6).filter(
    lambda text: not re.search(r'\d{4}', text)
)
SPECIFICATIONS = st.one_of(specifications(), RANDOM_SPECIFICATIONS)


@SETTINGS
@given(value=VALUES, spec=SPECIFICATIONS)
def test_format(value: Any, spec: str) -> None:
    agree('format(value, spec)', value=value, spec=spec)


@SETTINGS
@given(value=FLOATS, spec=specifications())
def test_format_float(value: float, spec: str) -> None:
    agree('format(value, spec)', value=value, spec=spec)


@SETTINGS
@given(value=VALUES, spec=SPECIFICATIONS)
def test_fstring(value: Any, spec: str) -> None:
    agree("f'<{value}|{value!r:{spec}}|{value!s}|{value!a:>12}|{value:{spec}}>'", value=value, spec=spec)


@st.composite
def conversions(draw: Any) -> str:
    """Draw a conversion of the % operator."""
    return ''.join([
        '%',
        draw(st.sampled_from(['', '', '', '', '(a)', '(b)', '('])),
        draw(st.text('-+ #0', max_size=3)),
        draw(st.one_of(st.just(''), st.integers(0, 30).map(str), st.just('*'))),
        draw(st.one_of(st.just(''), st.integers(0, 30).map(lambda n: f'.{n}'), st.sampled_from(['.', '.*', '.1300']))),
        draw(st.sampled_from(['', '', '', 'l', 'h', 'L', 'll'])),
        draw(st.sampled_from([*'diouxXeEfFgGcrsa%bq', '\u20ac', ''])),
    ])


FORMATS = st.lists(st.one_of(conversions(), st.text('ab \xe9\u20ac%', max_size=3)), max_size=4).map(''.join)
ARGUMENTS = st.one_of(
    VALUES,
    st.lists(VALUES, max_size=4).map(tuple),
    st.fixed_dictionaries({'a': VALUES}, optional={'b': VALUES}),
)


def assume_moderate_widths(has_star: bool, arguments: Any) -> None:
    """Leave out widths of hundreds of megabytes: they are a matter of the memory limit."""
    values = arguments if isinstance(arguments, tuple) else (arguments,)
    assume(not has_star or not any(isinstance(value, int) and 10**5 < abs(value) < 2**63 for value in values))


@SETTINGS
@given(text=FORMATS, arguments=ARGUMENTS)
def test_percent(text: str, arguments: Any) -> None:
    assume_moderate_widths('*' in text, arguments)
    agree('text % arguments', text=text, arguments=arguments)


@SETTINGS
@given(conversion=conversions(), value=VALUES)
def test_percent_of_one_value(conversion: str, value: Any) -> None:
    agree('text % (value,)', text=conversion, value=value)


BYTES_VALUES = st.one_of(INTS, FLOATS, st.binary(max_size=4), st.binary(max_size=2).map(bytearray), TEXTS, OTHERS)
BYTES_ARGUMENTS = st.one_of(
    BYTES_VALUES,
    st.lists(BYTES_VALUES, max_size=3).map(tuple),
    st.fixed_dictionaries({b'a': BYTES_VALUES}, optional={b'b': BYTES_VALUES}),
)


@SETTINGS
@given(text=FORMATS.map(lambda text: text.encode('latin-1', 'replace')), arguments=BYTES_ARGUMENTS)
def test_percent_of_bytes(text: bytes, arguments: Any) -> None:
    assume_moderate_widths(b'*' in text, arguments)
    agree('text % arguments', text=text, arguments=arguments)


@st.composite
def fields(draw: Any) -> str:
    """Draw a replacement field of str.format."""
    return ''.join([
        draw(st.sampled_from(['{', '{', '{', '{', '{{'])),
        draw(st.sampled_from(['', '0', '1', '2', 'a', 'b', '0[0]', '0[x]', 'a[1]', 'a[b][0]', '0.real', 'a.imag', '-1',
                              ' a', '0[', '0[]', '0.', 'a]', '{', '\u0661', '99999999999999999999'])),
        draw(st.sampled_from(['', '', '', '!r', '!s', '!a', '!x', '!', '!rr'])),
        draw(st.sampled_from(['', '', '', ':', ':5', ':>{}', ':{a}', ':{0}', ':.{1}f', ':{{', ':{:{}}', ':{!r}'])),
        draw(st.sampled_from(['}', '}', '}', '}', '}}', ''])),
    ])


TEMPLATES = st.lists(st.one_of(fields(), st.sampled_from(['x', '{{', '}}', '}', '\u20ac'])), max_size=4).map(''.join)
SMALL = st.one_of(st.integers(0, 30), st.floats(-9, 9), st.text('ab', max_size=2), st.lists(st.integers(0, 9), max_size=2),
                  st.dictionaries(st.sampled_from(['x', 'b', 0]), st.lists(st.integers(0, 9), max_size=1), max_size=2))


@SETTINGS
@given(template=TEMPLATES, arguments=st.lists(SMALL, max_size=3), names=st.fixed_dictionaries({}, optional={'a': SMALL, 'b': SMALL}))
def test_str_format(template: str, arguments: list[Any], names: dict[str, Any]) -> None:
    agree('template.format(*arguments)', template=template, arguments=arguments)
    agree('template.format(*arguments, **names)', template=template, arguments=arguments, names=names)
    agree('template.format_map(names)', template=template, names=names)


@pytest.mark.parametrize('expression', [
    "format(1, '1' * 30)", "format(1.5, '.' + '9' * 30)", "'%999999999999999999999d' % 1",
    "'%.99999999999d' % 1", "'%*d' % (10 ** 30, 1)", "'{:{}}'.format(1, '9' * 30)", "b'%.99999999999d' % 1",
])
def test_widths_beyond_any_number(expression: str) -> None:
    agree(expression)
