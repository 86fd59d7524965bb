"""dir() of every built-in type names what CPython's does, but for what is listed here."""

from __future__ import annotations

import ast
import contextlib
import io

import pytest
from running import run_plainly

# Pickling, of which there is none: programs are stopped and stored as a whole.
PICKLING = {'__getstate__', '__reduce__', '__reduce_ex__', '__setstate__'}
# Frames, code and modules are no objects of the sandbox.
INSIDES = {'__builtins__', '__closure__', '__code__', '__globals__', '__type_params__'}
# Of use only to CPython's own tools.
TOOLS = {'__text_signature__', '__getformat__', '__alloc__', '__del__'}
# Only what defines attributes of its own is asked for these.
COPYING = {'__copy__', '__deepcopy__', '__mro_entries__', '__typing_unpacked_tuple_args__', '__unpacked__'}
# Attributes that are read-only say so when they are set, without these methods.
SETTING = {'__set__', '__delete__'}

# Since 3.12: views of bytes are made by memoryview() alone.
BUFFERS = {'__buffer__', '__release_buffer__', '_from_flags'}
# Since 3.13 dir(list[int]) names this, which is an attribute of the class list.
OF_THE_CLASS = {'__bases__'}

ABSENT = PICKLING | INSIDES | TOOLS | COPYING | SETTING | BUFFERS | OF_THE_CLASS

EXPRESSIONS = """
int bool float complex str bytes bytearray tuple list dict set frozenset range slice object
5 True 1.5 1j '' b'' bytearray() () [] {} set() frozenset() range(3) slice(3) object() None ... NotImplemented
memoryview(b'') (lambda:1) len [].append (x_for_x_in_[]) {}.keys() {}.values() {}.items() iter([]) reversed([]) iter(()) iter('')
iter(b'') iter(bytearray()) iter(range(3)) iter(range(2**70)) iter({}) iter({}.values()) iter({}.items()) reversed({})
iter(set()) enumerate([]) zip() map(len,[]) filter(len,[]) iter(len,1) str.join int.__add__ (1).__add__ int.real
list[int] int|str ValueError() OSError() KeyError() StopIteration() ImportError() AttributeError() SyntaxError() SystemExit()
UnicodeDecodeError BaseExceptionGroup
""".split()


@pytest.mark.parametrize('expression', [text.replace('_for_', ' for ').replace('_in_', ' in ') for text in EXPRESSIONS])
def test_names(expression: str) -> None:
    source = f'value = {expression}\nprint(dir(value))\nprint([name for name in dir(value) if not hasattr(value, name)])'
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(source, {})  # noqa: S102
    expected, not_expected = (ast.literal_eval(line) for line in output.getvalue().splitlines())
    outcome = run_plainly(source)
    assert outcome.error is None, outcome.traceback
    names, not_found = (ast.literal_eval(line) for line in outcome.output.splitlines())
    assert names == [name for name in expected if name not in ABSENT]
    assert not_found == [name for name in not_expected if name not in ABSENT]
