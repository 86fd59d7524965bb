"""Random floats: repr, reading, arithmetic, comparison with ints, rounding and methods as CPython's."""

from __future__ import annotations

import random
import struct
from typing import Any

import pytest
from agreement import agree
from hypothesis import given, settings
from hypothesis import strategies as st

import monty
from monty.objects.float_parse import parse_of
from monty.objects.float_text import fixed_of, repr_of

SETTINGS = settings(max_examples=200, deadline=None)
MANY = settings(max_examples=800, deadline=None)

BITS = st.integers(0, 2**64 - 1).map(lambda bits: struct.unpack('<d', struct.pack('<Q', bits))[0])
FLOATS = st.one_of(
    st.floats(),
    BITS,
    st.floats(-1000, 1000),
    st.integers(-20, 20).map(float),
    st.builds(lambda n, d: n / d, st.integers(-10**9, 10**9), st.sampled_from([2, 4, 8, 10, 100, 1000])),
    st.sampled_from([0.0, -0.0, 1.0, -1.0, 0.5, 2.0**53, 2.0**63, -(2.0**63), 2.0**64, 1e16, 1e308, 5e-324]),
)
INTS = st.one_of(st.integers(-20, 20), st.integers(-(2**70), 2**70), st.integers(2**53 - 3, 2**53 + 3),
                 st.sampled_from([2**63, 2**63 - 1, -(2**63), 10**400, -(10**400)]))
NUMBERS = st.one_of(FLOATS, INTS, st.booleans())


@MANY
@given(value=FLOATS)
def test_shortest_digits(value: float) -> None:
    assert repr_of(value) == repr(value)


def test_shortest_digits_around_powers_of_two() -> None:
    for exponent in range(-1074, 1024):
        bits = struct.unpack('<q', struct.pack('<d', 2.0**exponent))[0]
        for near in range(bits - 3, bits + 4):
            if near >= 0:
                value = struct.unpack('<d', struct.pack('<q', near))[0]
                assert repr_of(value) == repr(value)


@MANY
@given(value=st.one_of(FLOATS, st.floats(-1e12, 1e12)), precision=st.integers(0, 18))
def test_fixed_point(value: float, precision: int) -> None:
    text = fixed_of(value, precision)
    assert text is None or text == f'{value:.{precision}f}'


@MANY
@given(digits=st.text('0123456789', min_size=1, max_size=40), point=st.integers(0, 40), exponent=st.integers(-340, 340))
def test_reading_decimals(digits: str, point: int, exponent: int) -> None:
    text = f'{digits[:point]}.{digits[point:]}e{exponent}'
    assert repr(parse_of(text.encode())) == repr(float(text))


@pytest.mark.parametrize('text', [
    '1' * 900 + 'e-900', '0.' + '0' * 400 + '1' * 900, '2.4703282292062327208e-324', '2.4703282292062328e-324', '1e400',
    '9007199254740993', '9007199254740993e22', '1' + '0' * 5000, '0e999999999999999999', '179769313486231580793e289',
    '0.' + '5' + '0' * 1000 + '1', '1e-99999999999999999999', '1e99999999999999999999', '.5', '5.', '-.5e-3',
])
def test_reading_hard_cases(text: str) -> None:
    assert repr(parse_of(text.encode())) == repr(float(text))


NUMERIC_TEXTS = st.one_of(
    st.text('0123456789_.eE+- \t\n\x1c\xa0\u2003\u0661\u0967infatyNA', max_size=12),
    FLOATS.map(repr),
    st.sampled_from([' inf ', '+Infinity', '-nan', 'nan', '1_000.5', '1__0', '_1', '1_', '0x10', '1e5_0', '', ' ', '\x00']),
)


@SETTINGS
@given(text=NUMERIC_TEXTS)
def test_float_of_text(text: str) -> None:
    agree('float(text)', text=text)
    agree('float(data)', data=text.encode())
    agree('float(data)', data=bytearray(text.encode('utf-16')))


@MANY
@given(a=NUMBERS, b=FLOATS, operator=st.sampled_from(['+', '-', '*', '/', '//', '%', '<', '<=', '==', '!=', '>', '>=']))
def test_arithmetic_and_comparison(a: Any, b: float, operator: str) -> None:
    agree(f'a {operator} b', a=a, b=b)
    agree(f'b {operator} a', a=a, b=b)


@SETTINGS
@given(a=NUMBERS, b=FLOATS)
def test_powers_and_divmod(a: Any, b: float) -> None:
    agree('divmod(a, b)', a=a, b=b)
    agree('divmod(b, a)', a=a, b=b)
    agree('a ** b', a=a, b=b)
    agree('b ** 2, b ** 3' if abs(b) < 1e90 else 'b ** 2', b=b)


def squares_and_roots(values: list[float]) -> None:
    """Assert that the squares and roots of all are CPython's to the last bit."""
    ours = monty.Monty('[x ** 2 for x in values], [x ** 0.5 for x in values]', inputs=['values']).run(inputs={'values': values})
    assert ours == ([x**2 for x in values], [x**0.5 for x in values])


def test_squares_and_roots_of_any_size() -> None:
    choose = random.Random(11)
    squares_and_roots([choose.uniform(1, 2) * 2.0**choose.randint(-500, 500) for _ in range(60000)])
    squares_and_roots([choose.uniform(1, 2) * 2.0**choose.randint(-1, 1) for _ in range(60000)])
    # Subnormal and nearly so: their roots are ordinary.
    squares_and_roots([choose.uniform(0.5, 1) * 2.0**choose.randint(-1070, -1010) for _ in range(2000)])


def test_squares_and_roots_between_two_doubles() -> None:
    choose = random.Random(12)
    # Squares of 27 odd bits end half a unit after the last bit, roots of 54 odd bits nearly so.
    squares_and_roots([float(choose.randrange(2**26 + 1, 2**27, 2)) for _ in range(20000)])
    squares_and_roots([float(choose.randrange(2**53 + 1, 2**54, 2)**2) for _ in range(20000)])


@SETTINGS
@given(value=FLOATS, digits=st.one_of(st.none(), st.integers(-25, 25), st.integers(-400, 400)))
def test_rounding(value: float, digits: int | None) -> None:
    agree('round(value, digits)', value=value, digits=digits)
    agree('round(value), int(value), value.__trunc__(), value.__floor__(), value.__ceil__()', value=value)


@SETTINGS
@given(value=FLOATS)
def test_methods(value: float) -> None:
    agree('value.hex(), float.fromhex(value.hex())', value=value)
    agree('value.as_integer_ratio()', value=value)
    agree('value.is_integer(), value.conjugate(), value.real, value.imag, -value, +value, abs(value), bool(value)',
          value=value)
    agree('hash(value) if value == value else 0', value=value)


@SETTINGS
@given(text=st.one_of(st.text('0x1p+-.afAF ', max_size=10), FLOATS.map(float.hex), st.sampled_from(['inf', '-NaN', ' 0x1p5000'])))
def test_fromhex(text: str) -> None:
    agree('float.fromhex(text)', text=text)
