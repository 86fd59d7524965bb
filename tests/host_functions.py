"""The functions of the host that sandbox programs may call (header ``# host: name``).

CPython's run of the program gets the very same functions as globals, so they keep no state between programs and give
the same answer every time.
"""

from __future__ import annotations

import builtins

ROWS = {
    1: {'name': 'bolt', 'price': 0.25, 'tags': ['steel', 'small']},
    2: {'name': 'nut', 'price': 0.1, 'tags': []},
    3: {'name': 'anvil', 'price': 120.0, 'tags': ['heavy']},
}


def echo(value):
    """Return the argument."""
    return value


def call(*args, **kwargs):
    """Return how it was called."""
    return args, kwargs


def add(a, b):
    return a + b


def negate(number):
    return -number


def fetch(key):
    """Return a row of a small table; KeyError for an unknown key."""
    row = ROWS[key]
    return {**row, 'tags': list(row['tags'])}


def fail(type_name, *args):
    """Raise a built-in exception."""
    raise getattr(builtins, type_name)(*args)


HOST_FUNCTIONS = {function.__name__: function for function in (echo, call, add, negate, fetch, fail)}
