"""Which name was meant: "Did you mean: ...?" in tracebacks, chosen as the CPython that hosts us chooses."""

from __future__ import annotations

import builtins
import sys
from collections.abc import Iterable

from .compiler.builtin_names import BUILTIN_NAMES

# CPython's bounds and costs.
MAX_CANDIDATES = 750
MAX_LENGTH = 40
MOVE_COST = 2
CASE_COST = 1

# In the order of CPython's own builtins: of equally near names the first one is suggested.
BUILTINS = [name for name in vars(builtins) if name in BUILTIN_NAMES]


def hint(kind: str, wrong: str, groups: list[list[str]], is_module: bool) -> str:
    """Return what CPython appends to the message of an error about a missing name, '' if nothing.

    Arguments:
        kind: ``NameError`` or ``AttributeError``.
        wrong: the name that is missing.
        groups: the names that there are; for a NameError those of the function and those of the module.
        is_module: a module of that name can be imported.
    """
    if kind == 'NameError':
        groups = [*groups, BUILTINS]
        # Up to 3.11 the nearest name of the function wins over a nearer one of the module.
        found = None
        for group in groups if sys.version_info < (3, 12) else [[name for group in groups for name in group]]:
            found = found or nearest(wrong, group)
        if is_module and sys.version_info >= (3, 12):
            mark = '?' if sys.version_info >= (3, 13) else ''
            if found:
                return f". Did you mean: '{found}'? Or did you forget to import '{wrong}'{mark}"
            return f". Did you forget to import '{wrong}'{mark}"
    else:
        names = groups[0]
        if sys.version_info >= (3, 13) and not wrong.startswith('_'):
            names = [name for name in names if not name.startswith('_')]
        found = nearest(wrong, names)
    return f". Did you mean: '{found}'?" if found else ''


def nearest(wrong: str, names: Iterable[str]) -> str | None:
    """Return the name that is most like the wrong one, or None if none is like enough."""
    names = list(names)
    if len(names) > MAX_CANDIDATES or len(wrong) > MAX_LENGTH:
        return None
    best = None
    best_distance = sys.maxsize
    for name in names:
        if name == wrong:
            continue
        bound = min((len(name) + len(wrong) + 3) * MOVE_COST // 6, best_distance - 1)
        distance = edit_distance(wrong, name, bound)
        if distance <= bound:
            best = name
            best_distance = distance
    return best


def edit_distance(a: str, b: str, bound: int) -> int:
    """Return what it costs to make one text of the other: inserting, deleting or changing a character costs MOVE_COST,
    changing its case CASE_COST. Any number above the bound may stand for more than the bound.
    """
    if a == b:
        return 0
    # What both begin or end with costs nothing.
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    a, b = a[start:], b[start:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    if not a or not b:
        return MOVE_COST * (len(a) + len(b))
    if max(len(a), len(b)) > MAX_LENGTH or abs(len(a) - len(b)) * MOVE_COST > bound:
        return bound + 1
    row = list(range(0, MOVE_COST * (len(b) + 1), MOVE_COST))
    for i, x in enumerate(a, 1):
        above_left = row[0]
        row[0] = i * MOVE_COST
        least = row[0]
        for j, y in enumerate(b, 1):
            change = 0 if x == y else CASE_COST if x.lower() == y.lower() else MOVE_COST
            cost = min(above_left + change, row[j] + MOVE_COST, row[j - 1] + MOVE_COST)
            above_left = row[j]
            row[j] = cost
            least = min(least, cost)
        if least > bound:
            return bound + 1
    return row[-1]
