"""The text and the objects made from an exception's plain data; CPython's own output is the expectation."""

import copy
import pickle
import textwrap
import traceback
import warnings

import pytest

from monty.errors import (
    ExceptionData,
    Frame,
    MontyConversionError,
    MontyError,
    MontyRuntimeError,
    MontySyntaxError,
    split_lines,
)


def to_data(exception, made=None):
    """Return the plain data of a host exception, as the machine would fill it in."""
    made = {} if made is None else made
    if id(exception) in made:
        return made[id(exception)]
    frames = []
    tb = exception.__traceback__
    while tb is not None:
        code = tb.tb_frame.f_code
        if code.co_filename.endswith('prog.py'):
            line, end_line, column, end_column = list(code.co_positions())[tb.tb_lasti // 2]
            frames.append((code.co_filename, code.co_name, line, end_line, column, end_column))
        tb = tb.tb_next
    builtin = next(cls for cls in type(exception).__mro__ if cls.__module__ == 'builtins')
    data = ExceptionData(
        type(exception).__qualname__,
        str(exception),
        builtin_type=builtin.__name__,
        args=exception.args,
        frames=frames,
        suppress_context=exception.__suppress_context__,
        notes=[str(note) for note in getattr(exception, '__notes__', [])],
    )
    made[id(exception)] = data
    if exception.__cause__ is not None:
        data.cause = to_data(exception.__cause__, made)
    if exception.__context__ is not None:
        data.context = to_data(exception.__context__, made)
    if isinstance(exception, BaseExceptionGroup):
        data.exceptions = [to_data(member, made) for member in exception.exceptions]
    return data


def fail(tmp_path, source):
    """Run a program that fails; return what CPython prints and the same exception as a MontyRuntimeError."""
    source = textwrap.dedent(source)
    path = tmp_path / 'prog.py'
    path.write_text(source, encoding='utf-8')
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        code = compile(source, str(path), 'exec')
    try:
        exec(code, {'__name__': '__main__', '__file__': str(path)})
    except BaseException as error:
        error.__traceback__ = error.__traceback__.tb_next
        with warnings.catch_warnings():
            warnings.simplefilter('ignore')
            printed = ''.join(traceback.format_exception(error))
        data = to_data(error)
    for one in all_data(data):
        one.frames = [('prog.py', *frame[1:]) for frame in one.frames]
    return printed.replace(str(path), 'prog.py').rstrip('\n'), MontyRuntimeError(data, {'prog.py': source})


def all_data(data):
    found, stack = {}, [data]
    while stack:
        one = stack.pop()
        if one is not None and id(one) not in found:
            found[id(one)] = one
            stack.extend([one.cause, one.context, *(one.exceptions or [])])
    return found.values()


PROGRAMS = {
    'plain': '1 / 0',
    'nested calls': '''
        def f(x):
            return g(x) + 1
        def g(x):
            return [x][5]
        f(3)
    ''',
    'carets under operator': '''
        a = 1; b = 'x'
        print(a * 2 + b + 3)
    ''',
    'carets under subscript': '''
        d = {'a': {}}
        x = d['a']['b']['c']
    ''',
    'wide characters': '''
        def f(größe): return größe['日本語'] + {}['ä']
        f({'日本語': 1})
    ''',
    'several lines': '''
        x = [
            1,
            2 +
            'a' +
            3,
        ]
    ''',
    'long call': '''
        def f(*args):
            raise ValueError('no')
        f(
            1,
            2,
            3,
            4,
        )
    ''',
    'cause': '''
        try:
            {}['a']
        except KeyError as e:
            raise ValueError('bad') from e
    ''',
    'context': '''
        try:
            {}['a']
        except KeyError as e:
            raise ValueError('bad')
    ''',
    'suppressed': '''
        try:
            {}['a']
        except KeyError as e:
            raise ValueError('bad') from None
    ''',
    'long chain': '''
        try:
            try:
                1/0
            except Exception as e:
                raise KeyError('x') from e
        except Exception as e:
            [][1]
    ''',
    'cycle of causes': '''
        a = ValueError('a')
        b = ValueError('b')
        a.__cause__ = b
        b.__cause__ = a
        raise a
    ''',
    'notes': '''
        e = ValueError('bad')
        e.add_note('one')
        e.add_note('two\\nlines')
        raise e
    ''',
    'recursion repeated': '''
        def f(n):
            return f(n - 1) if n else 1 / 0
        f(50)
    ''',
    'repeated once more': '''
        def f(n):
            if n:
                f(n - 1)
            else:
                1 / 0
        f(4)
    ''',
    'mutual recursion': '''
        def f(n):
            return g(n - 1)
        def g(n):
            return f(n) if n else 1 / 0
        f(6)
    ''',
    'message of several lines': "raise ValueError('a\\nb')",
    'empty message': 'raise ValueError',
    'own class': '''
        class MyError(LookupError): pass
        raise MyError('x')
    ''',
    'group': '''
        raise ExceptionGroup('g', [ValueError('a'), TypeError('b')])
    ''',
    'nested group': '''
        raise ExceptionGroup('g', [ValueError('a'), ExceptionGroup('h', [TypeError('b\\nc'), KeyError(1)])])
    ''',
    'group inside first': '''
        raise ExceptionGroup('g', [ExceptionGroup('h', [TypeError('b'), KeyError(1)]), ValueError('a')])
    ''',
    'group with traceback inside': '''
        def f():
            try:
                1 / 0
            except Exception as e:
                return e
        e = f()
        try:
            raise ExceptionGroup('g', [e, ValueError(1)])
        except* ValueError as g:
            raise
    ''',
    'group whose member has a context': '''
        try:
            raise ExceptionGroup('inner', [OSError(1), OSError(2)])
        except BaseException as e:
            kept = ValueError('a')
            kept.__context__ = e
        raise ExceptionGroup('g', [TypeError('b'), kept])
    ''',
    'group in a chain': '''
        try:
            raise ExceptionGroup('inner', [OSError(1), OSError(2)])
        except BaseException as e:
            raise ValueError('a')
    ''',
    'wide group': "raise ExceptionGroup('g', [ValueError(i) for i in range(20)])",
    'group of sixteen': "raise ExceptionGroup('g', [ValueError(i) for i in range(16)])",
    'deep group': '''
        e = ValueError('inmost')
        for i in range(15):
            e = ExceptionGroup(str(i), [e])
        raise e
    ''',
    'deep group that goes on': '''
        e = ValueError('inmost')
        for i in range(13):
            e = ExceptionGroup(str(i), [e, KeyError(i)])
        raise e
    ''',
    'group with notes': '''
        e = ExceptionGroup('g', [ValueError('a')])
        e.add_note('note')
        raise e
    ''',
    'escapes': r'''
        x = '\a' + "\'\"" + 1 + '\\\é'
    ''',
    'invalid escapes': r'''
        x = ('\d' +
            1 + '\w')
    ''',
    'two lines alike but for their escapes': r'''
        def f(n):
            return '\a' + g(n)
        def g(n):
            return '\b' + n
        f(1)
    ''',
    'tabs': 'if 1:\n\tx = [1,\t2][3]',
    'form feed': 'x = 1\n\x0c\ny = 1 / 0',
}


@pytest.mark.parametrize('name', PROGRAMS)
def test_display_is_what_cpython_prints(name, tmp_path):
    printed, error = fail(tmp_path, PROGRAMS[name])
    assert error.display('traceback') == printed


def test_display_emits_no_warning(tmp_path):
    printed, error = fail(tmp_path, PROGRAMS['invalid escapes'])
    with warnings.catch_warnings():
        warnings.simplefilter('error')
        assert error.display() == printed


def test_type_and_message():
    error = MontyRuntimeError(ExceptionData('KeyError', "'a'", args=('a',)))
    assert error.display('type-msg') == "KeyError: 'a'"
    assert error.display('msg') == "'a'"
    assert str(error) == "KeyError: 'a'"
    assert repr(error) == "MontyRuntimeError(KeyError: 'a')"
    assert MontyRuntimeError(ExceptionData('ValueError')).display('type-msg') == 'ValueError'


@pytest.mark.parametrize('error', [MontyRuntimeError(ExceptionData('ValueError')), MontySyntaxError('bad')])
def test_unknown_format(error):
    with pytest.raises(ValueError, match="Invalid display format: 'html'"):
        error.display('html')


def test_traceback_frames(tmp_path):
    _, error = fail(tmp_path, 'def f(ä):\n    return ä["ö"]["ü"]\nf({"ö": {}})\n')
    assert error.traceback() == [
        Frame('prog.py', 3, 1, 3, 13, '<module>', 'f({"ö": {}})'),
        Frame('prog.py', 2, 12, 2, 23, 'f', '    return ä["ö"]["ü"]'),
    ]
    assert error.traceback()[1].dict() == {
        'filename': 'prog.py', 'line': 2, 'column': 12, 'end_line': 2, 'end_column': 23, 'function_name': 'f',
        'source_line': '    return ä["ö"]["ü"]',
    }


def test_frame_without_source():
    error = MontyRuntimeError(ExceptionData('ValueError', frames=[('x.py', 'f', 3, 3, 0, 5)]))
    assert error.traceback() == [Frame('x.py', 3, 1, 3, 6, 'f', None)]
    assert error.display() == 'Traceback (most recent call last):\n  File "x.py", line 3, in f\nValueError'


@pytest.mark.parametrize('frame', [('p', 'f', 0, 0, 0, 0), ('p', 'f', 9, 9, 3, 4), ('p', 'f', 1, 9, 80, 90),
                                   ('p', 'f', 2, 1, 5, 1), ('p', 'f', -1, 5, -3, -4)])
def test_positions_outside_the_source(frame):
    error = MontyRuntimeError(ExceptionData('ValueError', frames=[frame]), {'p': 'a = 1\nb = ü\n'})
    assert error.display().endswith('ValueError')
    assert len(error.traceback()) == 1


def test_very_long_lines_are_not_shown():
    source = 'x = 1' + ' + 1' * 100_000
    frames = [('p', name, 1, 1, 4, 4000) for name in ('f', 'g')] * 500
    error = MontyRuntimeError(ExceptionData('ValueError', frames=frames), {'p': source})
    assert len(error.display()) < 100_000


def test_exception_of_builtin_type(tmp_path):
    _, error = fail(tmp_path, '''
        class Mine(KeyError): pass
        try:
            1 / 0
        except Exception as e:
            e.add_note('n')
            raise Mine('k', 2) from e
    ''')
    exception = error.exception()
    assert type(exception) is KeyError and exception.args == ('k', 2)
    assert type(exception.__cause__) is ZeroDivisionError and exception.__context__ is exception.__cause__
    assert exception.__suppress_context__
    assert exception.__cause__.__notes__ == ['n']


def test_exception_group():
    data = ExceptionData('ExceptionGroup', 'g (2 sub-exceptions)', args=('g', []), exceptions=[
        ExceptionData('ValueError', 'a'),
        ExceptionData('ExceptionGroup', 'h', args=('h', []), exceptions=[ExceptionData('KeyError', "'b'", args=('b',))]),
    ])
    group = MontyRuntimeError(data).exception()
    assert type(group) is ExceptionGroup and group.message == 'g'
    assert [type(member) for member in group.exceptions] == [ValueError, ExceptionGroup]
    assert repr(group.exceptions[1].exceptions) == "(KeyError('b'),)"


def test_exceptions_that_need_special_arguments():
    assert isinstance(MontyRuntimeError(ExceptionData('UnicodeDecodeError', 'bad')).exception(), ValueError)
    decode = ExceptionData('UnicodeDecodeError', 'bad', args=('utf-8', b'\xff', 0, 1, 'why'))
    assert type(MontyRuntimeError(decode).exception()) is UnicodeDecodeError
    assert type(MontyRuntimeError(ExceptionData('Mine', 'bad', builtin_type='print')).exception()) is Exception
    assert type(MontyRuntimeError(ExceptionData('ExceptionGroup', 'x', exceptions=[])).exception()) is RuntimeError


def test_cycles_and_long_chains():
    first = ExceptionData('ValueError', 'a')
    first.context = first.cause = first
    assert MontyRuntimeError(first).exception().__cause__.args == ('a',)
    assert MontyRuntimeError(first).display() == 'ValueError: a'
    data = ExceptionData('ValueError', '0')
    for number in range(50_000):
        data = ExceptionData('ValueError', str(number), context=data)
    assert MontyRuntimeError(data).display().count('During handling') == 50_000
    assert isinstance(MontyRuntimeError(data).exception().__context__, ValueError)


def test_syntax_error():
    error = MontySyntaxError('bad thing', filename='a.py', lineno=2, offset=5, end_offset=8, text='x = y z\n')
    assert str(error) == 'bad thing (a.py, line 2)'
    assert error.display('msg') == 'bad thing'
    assert error.display('type-msg') == 'SyntaxError: bad thing'
    assert error.display() == '  File "a.py", line 2\n    x = y z\n        ^^^\nSyntaxError: bad thing'
    exception = error.exception()
    assert type(exception) is SyntaxError
    assert (exception.msg, exception.filename, exception.lineno, exception.offset, exception.end_lineno,
            exception.end_offset, exception.text) == ('bad thing', 'a.py', 2, 5, 2, 8, 'x = y z\n')
    assert type(MontySyntaxError('x', type_name='TabError').exception()) is TabError


def test_errors_survive_pickle_and_copy():
    syntax = MontySyntaxError('bad', filename='a.py', lineno=2, offset=5, text='x')
    runtime = MontyRuntimeError(ExceptionData('ValueError', 'a', frames=[('p', 'f', 1, 1, 0, 1)]), {'p': 'x'})
    for again in (pickle.loads(pickle.dumps(syntax)), copy.copy(syntax)):
        assert again.display() == syntax.display() and again.lineno == 2
    for again in (pickle.loads(pickle.dumps(runtime)), copy.deepcopy(runtime)):
        assert again.display() == runtime.display()
    assert str(pickle.loads(pickle.dumps(MontyConversionError('no')))) == 'no'


def test_hierarchy():
    assert issubclass(MontyError, Exception)
    for kind in (MontySyntaxError, MontyRuntimeError, MontyConversionError):
        assert issubclass(kind, MontyError)
    assert issubclass(MontyConversionError, TypeError)
    assert type(MontyConversionError('no').exception()) is TypeError


def test_split_lines():
    assert split_lines('a\r\nb\rc\nd\x0ce\u2028f') == ['a', 'b', 'c', 'd\x0ce\u2028f']
