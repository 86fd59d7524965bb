"""Integers of any size against CPython: every operator on random operands, in one program per example."""

from __future__ import annotations

import math

from hypothesis import given, settings
from hypothesis import strategies as st

import monty

SOURCE = '''
import math

def attempt(action):
    try:
        return action()
    except (ArithmeticError, ValueError) as error:
        return type(error).__name__ + ': ' + str(error)

answers = [attempt(action) for action in (
    lambda: a + b, lambda: a - b, lambda: a * b, lambda: a / b, lambda: a // b, lambda: a % b, lambda: divmod(a, b),
    lambda: a & b, lambda: a | b, lambda: a ^ b, lambda: a << n, lambda: a >> n, lambda: a ** (n % 12),
    lambda: pow(a, b, c), lambda: pow(a, n, c), lambda: -a, lambda: ~a, lambda: abs(a), lambda: a < b, lambda: a == b,
    lambda: hash(a), lambda: str(a), lambda: hex(a), lambda: bin(a), lambda: oct(a), lambda: int(str(a)),
    lambda: int(hex(a), 16), lambda: float(a), lambda: a < f, lambda: a == f, lambda: a >= f, lambda: round(a, -n),
    lambda: math.gcd(a, b), lambda: math.lcm(a, b), lambda: math.isqrt(abs(a)), lambda: a.bit_length(),
    lambda: a.to_bytes(300, 'little', signed=True).hex(), lambda: a * a - b * b == (a - b) * (a + b),
)]
answers
'''

PROGRAM = monty.Monty(SOURCE, inputs=['a', 'b', 'c', 'n', 'f'])


def words(bits: int) -> st.SearchStrategy[int]:
    """Ints of up to that many bits, often with long runs of equal bits or next to a power of two."""
    plain = st.integers(0, bits).flatmap(lambda size: st.integers(0, 2**size))
    edge = st.builds(lambda shift, offset: 2**shift + offset, st.integers(0, bits), st.integers(-2, 2))
    runs = st.builds(lambda a, b: abs(2**a - 2**b), st.integers(0, bits), st.integers(0, bits))
    magnitude = st.one_of(plain, edge, runs)
    return st.builds(lambda x, negative: -x if negative else x, magnitude, st.booleans())


@settings(max_examples=150, deadline=None)
@given(words(2000), words(2000), words(300), st.integers(0, 300), st.floats())
def test_operators(a: int, b: int, c: int, n: int, f: float) -> None:
    inputs = {'a': a, 'b': b, 'c': c, 'n': n, 'f': f}
    scope: dict[str, object] = dict(inputs)
    exec(SOURCE, scope)
    answers = PROGRAM.run(inputs=inputs)
    for index, (got, expected) in enumerate(zip(answers, scope['answers'], strict=True)):
        assert type(got) is type(expected), (index, inputs)
        if isinstance(got, float):
            got, expected = repr(got), repr(expected)
        assert got == expected, (index, inputs)


@settings(max_examples=30, deadline=None)
@given(words(60_000), words(60_000))
def test_large_products_and_quotients(a: int, b: int) -> None:
    program = monty.Monty('[a * b, a * a, divmod(a * b + 1, b or 1), divmod(a, b or 1)]', inputs=['a', 'b'])
    assert program.run(inputs={'a': a, 'b': b}) == [a * b, a * a, divmod(a * b + 1, b or 1), divmod(a, b or 1)]


def test_factorials() -> None:
    program = monty.Monty('import math\n[math.factorial(n), math.comb(n, n // 3), math.perm(n, n // 2)]', inputs=['n'])
    for n in (0, 1, 20, 21, 170, 1000, 5000):
        assert program.run(inputs={'n': n}) == [math.factorial(n), math.comb(n, n // 3), math.perm(n, n // 2)]
