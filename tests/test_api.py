"""The names that ``monty`` exports, as a host uses them."""

from __future__ import annotations

import pickle
import threading

import pytest
from running import Output

import monty
from monty import Monty, MontyComplete, MontyRuntimeError, MontySnapshot, MontySyntaxError


# --- constructor -----------------------------------------------------------------------------------------------------

def test_every_public_name_is_there() -> None:
    for name in monty.__all__:
        assert hasattr(monty, name), name


def test_constructor_takes_keywords_only() -> None:
    with pytest.raises(TypeError):
        Monty('1', 'main.py')
    with pytest.raises(TypeError):
        Monty()


@pytest.mark.parametrize('arguments', [
    {'inputs': 'x'}, {'inputs': [1]}, {'inputs': ['x', 'x']}, {'inputs': ['not a name']}, {'inputs': ['for']},
    {'external_functions': 'f'}, {'external_functions': [None]}, {'external_functions': ['a.b']},
    {'inputs': ['x'], 'external_functions': ['x']}, {'script_name': 5},
])
def test_wrong_arguments_of_the_constructor(arguments: dict[str, object]) -> None:
    with pytest.raises((TypeError, ValueError)):
        Monty('1', **arguments)


def test_repr_names_the_script() -> None:
    assert 'given.py' in repr(Monty('1', script_name='given.py'))


def test_a_program_is_not_run_by_compiling() -> None:
    Monty('1 / 0')


# --- run -------------------------------------------------------------------------------------------------------------

@pytest.mark.parametrize('source, value', [
    ('1 + 2', 3), ('', None), ('x = 5', None), ('x = 5\nx', 5), ('[1, (2.5, None)]', [1, (2.5, None)]), ('print("")', None),
    ('if True:\n    5', None), ('def f(): pass', None), ('5;6', 6), ('x: int = 3', None), ('"é\U0001f600"', 'é\U0001f600'),
])
def test_value_is_the_last_expression(source: str, value: object) -> None:
    result = Monty(source).run(print_callback=Output())
    assert result == value and type(result) is type(value)


def test_runs_do_not_share_state() -> None:
    program = Monty('l = []\nl.append(1)\nl')
    first = program.run()
    assert program.run() == [1]
    first.append(2)
    assert program.run() == [1]
    assert Monty('try:\n    n\nexcept NameError:\n    n = 0\nn').run() == 0


def test_default_arguments_do_not_leak_between_runs() -> None:
    program = Monty('def f(l=[]):\n    l.append(1)\n    return l\nf()')
    assert [program.run(), program.run()] == [[1], [1]]


def test_run_takes_keywords_only() -> None:
    with pytest.raises(TypeError):
        Monty('x', inputs=['x']).run({'x': 1})


# --- inputs ----------------------------------------------------------------------------------------------------------

VALUES = [
    None, True, False, 0, -1, 2**63 - 1, -2**63, 2**63, -2**63 - 1, 2**200, 1.5, -0.0, float('inf'), 1e-300, 2j, 1 - 2j, '', 'abc', 'é',
    '\u4e2d\U0001f600', 'a\0b', '\ud800', b'', b'\x00\xff', bytearray(b'xy'), [], [1, [2]], (), (1,), ((), [()]), {}, {'a': 1, 2: [3]},
    {(1, 'a'): None, None: {}}, set(), {1, 'a'}, frozenset({1}), frozenset(), range(3), range(10, 0, -3), ..., [None, ...],
]


@pytest.mark.parametrize('value', VALUES, ids=repr)
def test_values_cross_both_ways(value: object) -> None:
    result = Monty('x', inputs=['x']).run(inputs={'x': value})
    assert type(result) is type(value)
    assert repr(result) == repr(value) or result == value


def test_float_nan_crosses() -> None:
    result = Monty('x', inputs=['x']).run(inputs={'x': float('nan')})
    assert result != result


def test_order_of_a_dict_is_kept() -> None:
    value = {'z': 1, 'a': 2, 5: 3}
    assert list(Monty('x', inputs=['x']).run(inputs={'x': value})) == ['z', 'a', 5]


def test_inputs_are_copies() -> None:
    value = [1, {'k': [2]}]
    assert Monty('x.append(3)\nx[1]["k"].append(4)\nx', inputs=['x']).run(inputs={'x': value}) == [1, {'k': [2, 4]}, 3]
    assert value == [1, {'k': [2]}]


def test_identity_inside_one_value_is_kept() -> None:
    inner = [1]
    value = [inner, inner, {'k': inner}]
    program = Monty('(x[0] is x[1], x[1] is x[2]["k"], x)', inputs=['x'])
    same, also, result = program.run(inputs={'x': value})
    assert same and also and result[0] is result[1] is result[2]['k']


def test_missing_and_unknown_inputs() -> None:
    program = Monty('x + y', inputs=['x', 'y'])
    assert program.run(inputs={'x': 1, 'y': 2}) == 3
    with pytest.raises(ValueError, match='missing inputs: y$'):
        program.run(inputs={'x': 1})
    with pytest.raises(ValueError, match='missing inputs: x, y'):
        program.run()
    with pytest.raises(ValueError, match='unknown inputs: z;'):
        program.run(inputs={'x': 1, 'y': 2, 'z': 3})
    with pytest.raises(ValueError, match='unknown inputs: z;'):
        Monty('1').run(inputs={'z': 3})
    with pytest.raises(TypeError):
        program.run(inputs=[1, 2])
    assert Monty('1', inputs=[]).run(inputs={}) == 1


def test_inputs_can_be_rebound_and_shadow_builtins() -> None:
    assert Monty('x += 1\nx', inputs=['x']).run(inputs={'x': 1}) == 2
    assert Monty('len', inputs=['len']).run(inputs={'len': 5}) == 5
    assert Monty('def f():\n    return x\nf()', inputs=['x']).run(inputs={'x': 7}) == 7


class Unknown:
    """A class that Monty does not know."""


@pytest.mark.parametrize('value, path', [
    (Unknown(), "inputs['x']"),
    ([1, Unknown()], "inputs['x'][1]"),
    ({'rows': [0, 1, 2, Unknown()]}, "inputs['x']['rows'][3]"),
    (((Unknown(),),), "inputs['x'][0][0]"),
    (lambda: 0, "inputs['x']"),
    (object(), "inputs['x']"),
])
def test_unknown_values_are_refused_with_their_path(value: object, path: str) -> None:
    with pytest.raises(monty.MontyConversionError) as caught:
        Monty('x', inputs=['x']).run(inputs={'x': value})
    assert path in str(caught.value)
    assert isinstance(caught.value, TypeError)
    if isinstance(value, Unknown):
        assert 'Unknown' in str(caught.value)


def test_subclasses_are_refused_or_keep_their_value() -> None:
    class Text(str):
        pass

    try:
        assert Monty('x', inputs=['x']).run(inputs={'x': Text('a')}) == 'a'
    except monty.MontyConversionError as error:
        assert 'Text' in str(error)


@pytest.mark.parametrize('source, type_name', [
    ('lambda: 0', 'function'), ('def f(): pass\n[f]', 'function'), ('(x for x in ())', 'generator'),
    ('{"a": iter([])}', 'list_iterator'), ('map(len, [])', 'map'), ('[].append', 'method'),
])
def test_values_that_do_not_leave(source: str, type_name: str) -> None:
    with pytest.raises(monty.MontyConversionError, match=type_name):
        Monty(source).run()


# --- external functions ----------------------------------------------------------------------------------------------

def test_external_functions() -> None:
    calls = []

    def host(*args: object, **kwargs: object) -> object:
        calls.append((args, kwargs))
        return len(calls)

    program = Monty('[f(), f(1, "a"), f(x=[1]), f(*[1, 2], **{"k": None}), f]', external_functions=['f'])
    with pytest.raises(monty.MontyConversionError):
        program.run(external_functions={'f': host})
    assert calls == [((), {}), ((1, 'a'), {}), ((), {'x': [1]}), ((1, 2), {'k': None})]
    assert Monty('f(1) + f(2)', external_functions=['f']).run(external_functions={'f': lambda x: x * 10}) == 30


def test_external_functions_as_values() -> None:
    source = 'list(map(f, [1, 2])), sorted([3, 1], key=f), [g(5) for g in (f, f)], callable(f), f == f'
    assert Monty(source, external_functions=['f']).run(external_functions={'f': lambda x: -x}) == (
        [-1, -2], [3, 1], [-5, -5], True, True)


def test_external_functions_that_are_not_given() -> None:
    program = Monty('f(1)', external_functions=['f'])
    with pytest.raises((ValueError, KeyError, MontyRuntimeError), match='f'):
        program.run()
    with pytest.raises((ValueError, TypeError), match='g'):
        program.run(external_functions={'f': abs, 'g': abs})
    with pytest.raises(TypeError):
        program.run(external_functions={'f': 5})


def test_what_a_host_function_returns_is_converted() -> None:
    program = Monty('x = f()\nx', external_functions=['f'])
    for value in VALUES:
        result = program.run(external_functions={'f': lambda value=value: value})
        assert type(result) is type(value)
    with pytest.raises((monty.MontyConversionError, MontyRuntimeError), match='Unknown'):
        program.run(external_functions={'f': Unknown})


def test_arguments_for_the_host_are_copies() -> None:
    seen = []
    program = Monty('l = [1]\nf(l)\nl', external_functions=['f'])
    assert program.run(external_functions={'f': lambda l: (seen.append(l), l.append(2))[0]}) == [1]
    assert seen == [[1, 2]]


def test_arguments_that_cannot_cross() -> None:
    program = Monty('f(lambda: 0)', external_functions=['f'])
    with pytest.raises((monty.MontyConversionError, MontyRuntimeError), match='function'):
        program.run(external_functions={'f': abs})


@pytest.mark.parametrize('error', [
    ValueError('v'), KeyError('k'), TypeError('t', 2), ZeroDivisionError(), OSError(2, 'gone'), StopIteration(3), RuntimeError('é'),
    LookupError('l'), TimeoutError('slow'), UnicodeDecodeError('utf-8', b'x', 0, 1, 'bad'), ExceptionGroup('g', [ValueError(1)]),
], ids=repr)
def test_host_exceptions_are_raised_at_the_call(error: Exception) -> None:
    source = '''\
def call():
    try:
        f()
    except Exception as error:
        return type(error).__name__, str(error)
call()
'''

    def host() -> None:
        raise error

    program = Monty(source, external_functions=['f'])
    assert program.run(external_functions={'f': host}) == (type(error).__name__, str(error))
    with pytest.raises(MontyRuntimeError) as caught:
        Monty('f()', external_functions=['f'], script_name='p.py').run(external_functions={'f': host})
    assert type(caught.value.exception()) is type(error)
    assert str(caught.value.exception()) == str(error)
    assert [frame.filename for frame in caught.value.traceback()] == ['p.py']
    assert 'test_api' not in caught.value.display()


def test_host_exception_of_an_unknown_class() -> None:
    class HostError(ValueError):
        pass

    def host() -> None:
        raise HostError('secret path')

    source = 'try:\n    f()\nexcept ValueError as error:\n    r = str(error)\nr'
    assert Monty(source, external_functions=['f']).run(external_functions={'f': host}) == 'secret path'


def test_base_exceptions_of_the_host_go_to_the_host() -> None:
    def host() -> None:
        raise KeyboardInterrupt

    program = Monty('try:\n    f()\nexcept BaseException:\n    r = "caught"\nr', external_functions=['f'])
    with pytest.raises((KeyboardInterrupt, MontyRuntimeError)) as caught:
        result = program.run(external_functions={'f': host})
        assert result != 'caught'
    assert caught


def test_monty_within_a_host_function() -> None:
    inner = Monty('x * 2', inputs=['x'])
    outer = Monty('[f(i) for i in range(3)]', external_functions=['f'])
    assert outer.run(external_functions={'f': lambda x: inner.run(inputs={'x': x})}) == [0, 2, 4]
    same = Monty('f(n - 1) + 1 if n else 0', inputs=['n'], external_functions=['f'])

    def again(n: int) -> object:
        return same.run(inputs={'n': n}, external_functions={'f': again})

    assert again(20) == 20


# --- start and resume ------------------------------------------------------------------------------------------------

def test_start_and_resume() -> None:
    program = Monty('a = f(1, k="v")\nb = g(a)\nprint(a)\n(a, b)', external_functions=['f', 'g'], script_name='s.py')
    output = Output()
    first = program.start(print_callback=output)
    assert isinstance(first, MontySnapshot)
    assert (first.function_name, first.args, first.kwargs) == ('f', (1,), {'k': 'v'})
    assert isinstance(first.call_id, int)
    assert first.script_name == 's.py'
    second = first.resume(return_value=[5])
    assert isinstance(second, MontySnapshot)
    assert (second.function_name, second.args, second.kwargs) == ('g', ([5],), {})
    assert second.call_id != first.call_id
    assert output.text == ''
    done = second.resume(return_value=None)
    assert isinstance(done, MontyComplete)
    assert done.output == ([5], None)
    assert output.text == '[5]\n'
    assert 'f' in repr(first) or 'MontySnapshot' in repr(first)
    assert 'MontyComplete' in repr(done)


def test_start_without_a_host_call() -> None:
    done = Monty('x + 1', inputs=['x']).start(inputs={'x': 1})
    assert isinstance(done, MontyComplete) and done.output == 2
    with pytest.raises(MontyRuntimeError):
        Monty('1 / 0').start()
    with pytest.raises(ValueError):
        Monty('x', inputs=['x']).start()


def test_resume_works_once() -> None:
    snapshot = Monty('f()', external_functions=['f']).start()
    assert snapshot.resume(return_value=1).output == 1
    with pytest.raises(RuntimeError):
        snapshot.resume(return_value=1)
    with pytest.raises(RuntimeError):
        snapshot.resume(exception=ValueError())


def test_resume_takes_one_of_two() -> None:
    snapshot = Monty('f()', external_functions=['f']).start()
    with pytest.raises(TypeError):
        snapshot.resume()
    with pytest.raises(TypeError):
        snapshot.resume(return_value=1, exception=ValueError())
    with pytest.raises(TypeError):
        snapshot.resume(exception='text')
    assert snapshot.resume(return_value=None).output is None


def test_resume_with_an_exception() -> None:
    program = Monty('try:\n    r = f()\nexcept KeyError as error:\n    r = repr(error)\nr', external_functions=['f'])
    assert program.start().resume(exception=KeyError('k')).output == "KeyError('k')"
    with pytest.raises(MontyRuntimeError) as caught:
        program.start().resume(exception=ValueError('v'))
    assert caught.value.display('type-msg') == 'ValueError: v'


def test_a_value_that_cannot_cross_leaves_the_snapshot_usable() -> None:
    snapshot = Monty('f()', external_functions=['f']).start()
    with pytest.raises(monty.MontyConversionError):
        snapshot.resume(return_value=Unknown())
    assert snapshot.resume(return_value=4).output == 4


def test_many_snapshots_at_once() -> None:
    program = Monty('x = f(i)\ny = f(x)\n(i, x, y)', inputs=['i'], external_functions=['f'])
    first = [program.start(inputs={'i': i}) for i in range(50)]
    second = [snapshot.resume(return_value=snapshot.args[0] * 10) for snapshot in reversed(first)]
    done = [snapshot.resume(return_value=snapshot.args[0] + 1) for snapshot in second]
    assert sorted(item.output for item in done) == [(i, i * 10, i * 10 + 1) for i in range(50)]


def test_an_abandoned_snapshot() -> None:
    for _ in range(100):
        Monty('l = [f(i) for i in range(10)]', external_functions=['f']).start()


def test_resume_on_another_thread() -> None:
    snapshot = Monty('l = [1]\nf(l)\nl', external_functions=['f']).start()
    results = []
    thread = threading.Thread(target=lambda: results.append(snapshot.resume(return_value=None)))
    thread.start()
    thread.join()
    assert results[0].output == [1]


def test_limits_go_on_through_pauses() -> None:
    program = Monty('while True:\n    f()', external_functions=['f'])
    progress: object = program.start(limits={'max_instructions': 5000})
    with pytest.raises(MontyRuntimeError):
        for _ in range(10_000):
            progress = progress.resume(return_value=None)


# --- output ----------------------------------------------------------------------------------------------------------

def test_print_callback() -> None:
    parts = []
    Monty("print('a', 1)\nprint('b', end='')\nprint()").run(print_callback=lambda stream, text: parts.append((stream, text)))
    assert {stream for stream, _ in parts} == {'stdout'}
    assert ''.join(text for _, text in parts) == 'a 1\nb\n'


def test_output_without_a_callback_goes_to_stdout(capsys: pytest.CaptureFixture[str]) -> None:
    def host() -> None:
        print('host')

    Monty("print('one')\nf()\nprint('two')\nf()", external_functions=['f']).run(external_functions={'f': host})
    assert capsys.readouterr().out == 'one\nhost\ntwo\nhost\n'


def test_output_is_in_order_with_host_calls_and_errors() -> None:
    events: list[str] = []
    program = Monty("print('a')\nf('b')\nprint('c')\n1 / 0", external_functions=['f'])
    with pytest.raises(MontyRuntimeError):
        program.run(external_functions={'f': events.append}, print_callback=lambda stream, text: events.append(text.strip()))
    assert events == ['a', 'b', 'c']


def test_an_error_in_the_callback_reaches_the_host() -> None:
    class Broken(Exception):
        pass

    def callback(stream: str, text: str) -> None:
        raise Broken(text)

    source = "try:\n    print('x')\n    for i in range(10 ** 5): pass\nexcept BaseException:\n    pass"
    with pytest.raises(Broken):
        Monty(source).run(print_callback=callback)


def test_output_of_surrogates_and_unicode() -> None:
    output = Output()
    Monty("print('é\U0001f600')").run(print_callback=output)
    assert output.text == 'é\U0001f600\n'


# --- errors ----------------------------------------------------------------------------------------------------------

def test_runtime_error() -> None:
    source = 'def f(x):\n    return 1 / x\n\nf(0)'
    with pytest.raises(MontyRuntimeError) as caught:
        Monty(source, script_name='calc.py').run()
    error = caught.value
    assert isinstance(error, monty.MontyError)
    assert isinstance(error.exception(), ZeroDivisionError)
    assert error.display('msg') == 'division by zero'
    assert error.display('type-msg') == 'ZeroDivisionError: division by zero' == str(error)
    frames = error.traceback()
    assert [(frame.filename, frame.line, frame.function_name) for frame in frames] == [
        ('calc.py', 4, '<module>'), ('calc.py', 2, 'f')]
    assert frames[1].source_line == '    return 1 / x'
    assert (frames[1].column, frames[1].end_column) == (12, 17)
    assert error.display() == error.display('traceback')
    assert error.display().startswith('Traceback (most recent call last):\n  File "calc.py", line 4, in <module>\n    f(0)\n')
    assert error.display().endswith('ZeroDivisionError: division by zero')
    with pytest.raises(ValueError):
        error.display('other')
    again = pickle.loads(pickle.dumps(error))
    assert again.display() == error.display()


def test_syntax_error() -> None:
    with pytest.raises(MontySyntaxError) as caught:
        Monty('x = 1\ny = = 2', script_name='bad.py')
    error = caught.value
    assert (error.lineno, error.offset, error.filename) == (2, 5, 'bad.py')
    assert error.display('type-msg') == 'SyntaxError: invalid syntax'
    assert isinstance(error.exception(), SyntaxError)
    assert 'y = = 2' in error.display()


def test_exceptions_keep_their_arguments() -> None:
    with pytest.raises(MontyRuntimeError) as caught:
        Monty("raise KeyError('k', [1], 2.5)").run()
    assert caught.value.exception().args == ('k', [1], 2.5)


def test_exceptions_keep_cause_and_notes() -> None:
    source = '''\
try:
    1 / 0
except ZeroDivisionError as error:
    new = ValueError('v')
    new.add_note('a note')
    raise new from error
'''
    with pytest.raises(MontyRuntimeError) as caught:
        Monty(source).run()
    exception = caught.value.exception()
    assert isinstance(exception.__cause__, ZeroDivisionError)
    assert exception.__notes__ == ['a note']


@pytest.mark.parametrize('source, word', [
    ("open('/etc/passwd')", 'open'), ("input('name?')", 'input'), ("__import__('os')", '__import__'), ('import os', 'os'),
    ('import subprocess', 'subprocess'), ('from pathlib import Path', 'pathlib'),
])
def test_no_way_out(source: str, word: str) -> None:
    with pytest.raises(MontyRuntimeError) as caught:
        Monty(source).run()
    assert word in str(caught.value)


@pytest.mark.parametrize('name', ['breakpoint', 'exit', 'quit', 'help', 'memoryview_x'])
def test_names_that_are_not_there(name: str) -> None:
    with pytest.raises(MontyRuntimeError) as caught:
        Monty(name).run()
    assert isinstance(caught.value.exception(), NameError)


@pytest.mark.parametrize('source', [
    '().__class__.__bases__[0].__subclasses__()', "''.__class__.__mro__[1].__subclasses__()", '(lambda: 0).__globals__',
    '(lambda: 0).__code__.co_consts', 'print.__self__', "[].append.__self__.__class__.__base__.__subclasses__()",
    "'{0.__class__.__init__.__globals__}'.format(1)", '(x for x in ()).gi_frame.f_back', 'f.__globals__', 'f.__self__', 'f.__code__',
    'len.__self__.__import__("os")', "type('X', (), {})", 'ValueError().__traceback__.tb_frame',
])
def test_attributes_lead_nowhere(source: str) -> None:
    try:
        result = Monty(source, external_functions=['f']).run(external_functions={'f': lambda: 0})
    except (monty.MontyError, ValueError):
        return
    assert result in (None, [], {})


# --- limits and resources --------------------------------------------------------------------------------------------

def test_limits_are_checked() -> None:
    with pytest.raises(ValueError):
        Monty('1').run(limits={'max_time': 1})
    with pytest.raises(TypeError):
        Monty('1').run(limits=[])
    assert Monty('1').run(limits=None) == 1
    assert Monty('1').run(limits={}) == 1


@pytest.mark.parametrize('source, limits, kind', [
    ('while True: pass', {'max_duration_secs': 0.05}, TimeoutError),
    ("'x' * 10 ** 9", {'max_memory': 10**6}, MemoryError),
    ('def f(): f()\nf()', {'max_recursion_depth': 50}, RecursionError),
    ('l = []\nwhile True: l = [l]', {'max_allocations': 100}, MemoryError),
])
def test_each_limit_has_its_exception(source: str, limits: monty.ResourceLimits, kind: type) -> None:
    with pytest.raises(MontyRuntimeError) as caught:
        Monty(source).run(limits=limits)
    assert isinstance(caught.value.exception(), kind)
    assert caught.value.display('msg')


def test_usage() -> None:
    program = Monty("l = list(range(10000))\nprint('abc')\nlen(l)")
    program.run(print_callback=Output())
    used = program.usage
    assert set(used) == {'instructions', 'allocations', 'memory', 'peak_memory', 'duration_secs', 'output_bytes'}
    assert used['output_bytes'] == 4
    assert 160_000 <= used['peak_memory'] < 1_000_000
    assert 0 < used['duration_secs'] < 1
    assert used['instructions'] > 3 and used['allocations'] > 0
    program = Monty('n = 0\nfor i in range(100000):\n    n += i\nn')
    program.run()
    assert 100_000 < program.usage['instructions'] < 1_000_000
    first = program.usage['instructions']
    program.run()
    assert program.usage['instructions'] == first


def test_usage_of_a_run_that_failed() -> None:
    program = Monty('while True: pass')
    with pytest.raises(MontyRuntimeError):
        program.run(limits={'max_duration_secs': 0.05})
    assert 0.04 < program.usage['duration_secs'] < 1


def test_a_program_goes_on_after_a_limit() -> None:
    program = Monty('n = 0\nwhile n < top:\n    n += 1\nn', inputs=['top'])
    with pytest.raises(MontyRuntimeError):
        program.run(inputs={'top': 10**9}, limits={'max_duration_secs': 0.02})
    assert program.run(inputs={'top': 10}) == 10


# --- compiling once --------------------------------------------------------------------------------------------------

def test_one_program_on_many_threads() -> None:
    program = Monty('def f(n):\n    return n if n < 2 else f(n - 1) + f(n - 2)\n[f(12), x, str(x) * 3]', inputs=['x'])
    results: dict[int, list[object]] = {}

    def work(number: int) -> None:
        results[number] = [program.run(inputs={'x': number}) for _ in range(20)]

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == {number: [[144, number, str(number) * 3]] * 20 for number in range(8)}


def test_same_text_with_other_arguments_is_another_program() -> None:
    assert Monty('x', inputs=['x']).run(inputs={'x': 1}) == 1
    with pytest.raises(MontyRuntimeError):
        Monty('x').run()
    with pytest.raises(MontyRuntimeError) as caught:
        Monty('x', script_name='other.py').run()
    assert caught.value.traceback()[0].filename == 'other.py'
    assert Monty('x()', external_functions=['x']).run(external_functions={'x': lambda: 7}) == 7
