"""What CPython's compiler (not its parser) refuses is refused in its words and at its place."""

from __future__ import annotations

import ast
import sys

import pytest
from monty.compiler.compile import compile_module
from monty.errors import MontySyntaxError

REFUSED = r'''
while 1:
    try: pass
    except* ValueError: break
---
for x in y:
    try: pass
    finally:
        try: pass
        except* a: continue
---
def f():
    try: pass
    except* ValueError: return 1
---
def f():
    try: pass
    except* ValueError:
        for x in y: return
---
return 1
---
if 1:
    return
---
break
---
continue
---
def f():
    break
---
for x in y: pass
else: break
---
while 1:
    def f(): continue
---
nonlocal x
---
def f(): nonlocal x
---
def f():
    nonlocal print
---
x = 1
def f():
    nonlocal x
---
def f(x): global x
---
def f(x): nonlocal x
---
def f():
    x = 1
    def g():
        global x
        nonlocal x
---
def f():
    x = 1
    global x
---
def f():
    print(x)
    global x
---
def f():
    x: int
    global x
---
def f():
    global x
    x: int = 5
---
def f():
    x = 1
    def g():
        nonlocal x
        x: int = 5
---
x = 1
global x
---
def f(a, a): pass
---
def f(a, *, b, **a): pass
---
lambda a, a: 1
---
f(a=1, a=2)
---
f(**a, b=1, b=2)
---
f(__debug__=1)
---
__debug__ = 1
---
del __debug__
---
def __debug__(): pass
---
def f(__debug__): pass
---
x.__debug__ = 1
---
x.__debug__ += 1
---
for __debug__ in x: pass
---
import __debug__
---
import x as __debug__
---
try: pass
except x as __debug__: pass
---
(__debug__ := 1)
---
*a = 1
---
*a, *b = 1
---
a, (*b, *c) = 1
---
print(*a, *b) or *c
---
x = *a
---
*a
---
a[*b] = 1
f = (*a)
---
def f():
    return *a
    return (yield_), *b
x = [*a for a in b]
---
[*a, *b] = 1
---
*a += 1
---
del *a
---
for *a in b: pass
---
[x := 1 for x in y]
---
[[x := 1 for y in z] for x in y]
---
[x for x in (y := [1])]
---
[x for x in [1] for y in (z := [1])]
---
[(x := 1) for y in z for x in y]
---
[(lambda: (y := 1)) for x in (lambda: (z := 1))]
---
try: pass
except: pass
except ValueError: pass
---
def f():
    from x import *
---
from __future__ import nothing
---
x = 1
from __future__ import annotations
---
from __future__ import braces
---
def f(x):
    def g():
        nonlocal x
        def h():
            nonlocal y
---
def f():
    def g():
        nonlocal f
---
def f():
    (x := 1)
    global x
---
if 0:
    break
---
def f():
    return 1
    break
---
def f():
    for x in y:
        def g(): break
---
assert (yield_, 1), 'x'
lambda: (return_ := 1)
break
---
def f():
    [x for y in z]
    global x
---
x = (1, *a, *b), *c
y = *a, b
z = *a
'''


@pytest.mark.filterwarnings('ignore::SyntaxWarning')
@pytest.mark.parametrize('source', [text.strip('\n') + '\n' for text in REFUSED.split('\n---\n')])
def test_refused_as_in_cpython(source: str) -> None:
    try:
        compile(source, 'main.py', 'exec', dont_inherit=True)
    except SyntaxError as error:
        expected = error
    else:
        compile_module(source)
        return
    with pytest.raises(MontySyntaxError) as caught:
        compile_module(source)
    actual = caught.value
    assert actual.msg == expected.msg
    assert actual.lineno == expected.lineno
    # Later versions moved some of these places.
    if expected.end_offset is not None and sys.version_info < (3, 12):
        assert actual.offset == expected.offset
        assert (actual.end_lineno, actual.end_offset) == (expected.end_lineno, expected.end_offset)
    assert actual.filename == 'main.py'


def test_too_deep_for_a_tree_without_parser() -> None:
    node: ast.expr = ast.Constant(value=1, lineno=1, col_offset=0, end_lineno=1, end_col_offset=1)
    for _ in range(100_000):
        node = ast.UnaryOp(op=ast.USub(), operand=node, lineno=1, col_offset=0, end_lineno=1, end_col_offset=1)
    with pytest.raises(MontySyntaxError):
        compile_module(ast.Module(body=[ast.Expr(value=node, lineno=1, col_offset=0)], type_ignores=[]))


def nested(depth: int, header: str) -> str:
    return ''.join('    ' * level + header + '\n' for level in range(depth)) + '    ' * depth + 'pass\n'


@pytest.mark.parametrize('header', ['for x in y:', 'while x:'])
def test_nested_blocks(header: str) -> None:
    compile_module(ast.parse(nested(20, header)))
    with pytest.raises(MontySyntaxError, match='too many statically nested blocks'):
        compile_module(nested(21, header))


def test_nested_finally_is_bounded() -> None:
    source = ''
    for level in range(15):
        source += '    ' * level + 'try: a()\n' + '    ' * level + 'finally:\n'
    source += '    ' * 15 + 'b()\n'
    try:
        compile_module(source)
    except MontySyntaxError as error:
        assert 'finally' in error.msg or 'nested' in error.msg
