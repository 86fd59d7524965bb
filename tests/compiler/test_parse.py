"""Source text that is hostile, broken or merely unusual, and what becomes of it."""

import ast
import subprocess
import sys
import textwrap
import threading
import warnings

import pytest

from monty.compiler.compile import compile_module
from monty.compiler.parse import MAX_DEPTH, MAX_SOURCE_BYTES, decode_source, parse
from monty.errors import MontySyntaxError

# Texts that nest n levels deep, each by another construct.
NESTING = {
    'parentheses': lambda n: '(' * n + '1' + ')' * n,
    'lists': lambda n: '[' * n + '1' + ']' * n,
    'dicts': lambda n: '{1:' * n + '1' + '}' * n,
    'sets': lambda n: '{' * n + '1' + '}' * n,
    'calls': lambda n: 'f(' * n + '1' + ')' * n,
    'keyword arguments': lambda n: 'f(a=' * n + '1' + ')' * n,
    'subscripts': lambda n: 'f[' * n + '1' + ']' * n,
    'slices': lambda n: 'f[1:' * n + '1' + ']' * n,
    'list comprehensions': lambda n: '[' * n + '1' + ' for x in y]' * n,
    'comprehensions as iterables': lambda n: '[x for x in ' * n + '1' + ']' * n,
    'comprehensions as conditions': lambda n: '[x for x in y if ' * n + '1' + ']' * n,
    'generator expressions': lambda n: 'f(' * n + '1' + ' for x in y)' * n,
    'minus': lambda n: '-' * n + '1',
    'not': lambda n: 'not ' * n + '1',
    'power': lambda n: '1**' * n + '1',
    'power of minus': lambda n: '1**-' * n + '1',
    'lambda': lambda n: 'lambda:' * n + '1',
    'lambda default': lambda n: 'lambda x=' * n + '1' + ':1' * n,
    'conditional': lambda n: '1 if 1 else ' * n + '1',
    'attributes': lambda n: 'a' + '.b' * n,
    'call chain': lambda n: 'a' + '()' * n,
    'subscript chain': lambda n: 'a' + '[1]' * n,
    'method chain': lambda n: 'a' + '.b()' * n,
    'sum': lambda n: '1' + '+1' * n,
    'elif': lambda n: 'if 1: pass\n' + 'elif 1: pass\n' * n,
    'indentation': lambda n: ''.join(' ' * i + 'if 1:\n' for i in range(n)) + ' ' * n + 'pass\n',
    'walrus': lambda n: '(a:=' * n + '1' + ')' * n,
    'targets': lambda n: 'for ' + '(' * n + 'x,' + ')' * n + ' in y: pass',
    'subscripts in a target': lambda n: 'x[' * n + 'x' + ']' * n + ' = y',
    'del': lambda n: 'del ' + '(' * n + 'x' + ')' * n,
    'annotation': lambda n: 'x: ' + 'a[' * n + '1' + ']' * n,
    'patterns': lambda n: 'match x:\n case ' + '[' * n + '1' + ']' * n + ': pass',
    'f-strings': lambda n: "f'{" * n + '1' + "}'" * n,
    'f-string specs': lambda n: "f'" + '{1:' * n + '}' * n + "'",
    'parentheses in an f-string': lambda n: "f'{" + '(' * n + '1' + ')' * n + "}'",
    'yields': lambda n: 'def f():\n ' + '(yield ' * n + '1' + ')' * n,
    'unclosed parentheses': lambda n: '(' * n,
    'unclosed mixture': lambda n: 'f(x=[' * n,
    'error inside dicts': lambda n: '{1:' * n + '1 1' + '}' * n,
    'error inside lambdas': lambda n: 'lambda x:(' * n + ' 1 1',
    'error inside calls': lambda n: 'f(' * n + '1 1' + ')' * n,
    'old print': lambda n: 'print ' + '(' * n + '1' + ')' * n + ' 1',
}
DEPTHS = (10, 60, 90, 150, 190, 250, 1_000, 5_000, 20_000)

# Run in a process of its own, for if a text did overflow the stack, nobody would be left to tell.
PARSE_ALL = """
import sys, threading
sys.path.insert(0, {folder!r})
from test_parse import NESTING, DEPTHS, outcome
def work():
    for name, make in NESTING.items():
        for depth in DEPTHS:
            print(name, depth, outcome(make(depth)), sep='|')
if {on_small_stack}:
    threading.stack_size(256 * 1024)
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
else:
    work()
print('done')
"""


def outcome(source):
    """Return what compiling gives: 'tree', or the message of the MontySyntaxError."""
    try:
        compile_module(source)
    except MontySyntaxError as error:
        if not error.msg.endswith('not supported yet'):
            return error.msg.replace('\n', ' ')
    return 'tree'


@pytest.mark.parametrize('on_small_stack', [False, True])
def test_nesting_never_crashes(on_small_stack):
    from pathlib import Path

    script = PARSE_ALL.format(folder=str(Path(__file__).parent), on_small_stack=on_small_stack)
    done = subprocess.run([sys.executable, '-c', script], capture_output=True, text=True, timeout=120,
                          cwd=Path(__file__).parents[2], env={'PYTHONPATH': str(Path(__file__).parents[2])})
    lines = done.stdout.split('\n')
    assert lines[-2:] == ['done', ''], (done.returncode, lines[-3:], done.stderr[-2000:])
    for line in lines[:-2]:
        name, depth, result = line.split('|', 2)
        if int(depth) >= 1_000 and name != 'f-strings':
            assert result != 'tree', line
        if int(depth) == 10 and not name.startswith(('unclosed', 'error', 'old', 'f-string')):
            assert result == 'tree', line


@pytest.mark.parametrize('name', ['minus', 'sum', 'attributes', 'elif', 'not', 'method chain', 'conditional'])
def test_depth_bound(name):
    make = NESTING[name]
    assert outcome(make(MAX_DEPTH // 2 - 10)) == 'tree'
    assert outcome(make(MAX_DEPTH + 10)) == f'source is too deeply nested (more than {MAX_DEPTH} levels)'


def test_place_of_what_is_too_deep():
    with pytest.raises(MontySyntaxError) as caught:
        parse('x = 1\nü = ' + '-' * (MAX_DEPTH + 5) + '1\n')
    assert caught.value.lineno == 2
    assert MAX_DEPTH <= caught.value.offset <= MAX_DEPTH + 5


def test_flat_text_may_be_long():
    parse('x = [' + '1, ' * 20_000 + ']')
    parse('x = 1\n' * 20_000)
    parse('x = 1' + ' or 1' * 20_000)
    parse('x = "' + 'a' * 200_000 + '"')


@pytest.mark.parametrize('source', ['#' * MAX_SOURCE_BYTES + '#', 'ü' * (MAX_SOURCE_BYTES // 2 + 1),
                                    b'#' * MAX_SOURCE_BYTES + b'#'])
def test_too_large(source):
    with pytest.raises(MontySyntaxError, match=f'source is too large .more than {MAX_SOURCE_BYTES} bytes'):
        parse(source)


def test_just_small_enough():
    parse('#' * MAX_SOURCE_BYTES)
    parse('"' + 'ü' * (MAX_SOURCE_BYTES // 2 - 2) + '"')


@pytest.mark.parametrize('source, message, line, column', [
    ('x = 1\ny = \0', 'source code string cannot contain null bytes', 2, 5),
    ('x = "\ud800"', "(unicode error) 'utf-8' codec can't encode character '\\ud800': surrogates not allowed", 1, 6),
    ('\ufeffx = 1', 'invalid non-printable character U+FEFF', 1, 1),
    (b'x\0', 'source code string cannot contain null bytes', 1, 2),
    (b'x = 1\ny = "\xff"', "(unicode error) 'utf-8' codec can't decode byte 0xff in position 11: "
                           'invalid start byte', 2, 6),
    (b'# coding: foo\nx', 'unknown or unsupported encoding: foo', 1, None),
    (b'# coding: utf-16\nx', 'unknown or unsupported encoding: utf-16', 1, None),
    (b'# coding: rot13\nx', 'unknown or unsupported encoding: rot13', 1, None),
    (b'\n# -*- coding: unicode_escape -*-\nx', 'unknown or unsupported encoding: unicode_escape', 1, None),
    (b'\xef\xbb\xbf# coding: latin-1\nx', 'encoding problem: latin-1 with BOM', 1, None),
    (b'# coding: ascii\n\xff', "(unicode error) 'ascii' codec can't decode byte 0xff in position 16: "
                               'ordinal not in range(128)', 2, 1),
])
def test_broken_text(source, message, line, column):
    with pytest.raises(MontySyntaxError) as caught:
        parse(source, 'a.py')
    error = caught.value
    assert (error.msg, error.filename, error.lineno, error.offset) == (message, 'a.py', line, column)
    assert error.display('type-msg') == f'SyntaxError: {message}'
    assert error.display()


@pytest.mark.parametrize('source, text', [
    (b'x = "\xc3\xbc"', 'x = "ü"'),
    (b'\xef\xbb\xbfx = 1', 'x = 1'),
    (b'\xef\xbb\xbf# coding: utf8\n1', '# coding: utf8\n1'),
    (b'# vim: set fileencoding=latin-1 :\n"\xfc"', '# vim: set fileencoding=latin-1 :\n"ü"'),
    (b'#!/usr/bin/python\r\n# -*- coding: iso-8859-1 -*-\r\n"\xfc"',
     '#!/usr/bin/python\r\n# -*- coding: iso-8859-1 -*-\r\n"ü"'),
    (b'x = 1\n# coding: foo\n', 'x = 1\n# coding: foo\n'),
    (b'\n\n# coding: foo\n', '\n\n# coding: foo\n'),
])
def test_decode(source, text):
    assert decode_source(source) == text
    parse(source)


def test_cookies_in_a_str_mean_nothing():
    parse('# coding: foo\nx = "ü"')


@pytest.mark.parametrize('source', [None, 1, bytearray(b'x'), ['x']])
def test_source_of_a_wrong_type(source):
    with pytest.raises(TypeError, match='source must be str or bytes'):
        parse(source)


@pytest.mark.parametrize('source, kind, line, column, end_column', [
    ('x = (', 'SyntaxError', 1, 5, None),
    ('x = 1\n  y = 2', 'IndentationError', 2, None, None),
    ('if 1:\n\tx\n        y', 'TabError', 3, None, None),
    ('x = 1\nfor for', 'SyntaxError', 2, 5, 8),
    ('"ü" 1', 'SyntaxError', 1, 5, 6),
    ("x = 'abc", 'SyntaxError', 1, 5, None),
    ("'\\N{foo}'", 'SyntaxError', 1, None, None),
    ('0777', 'SyntaxError', 1, None, None),
    ('1' * 5000, 'SyntaxError', 1, None, None),
])
def test_errors_of_the_grammar(source, kind, line, column, end_column):
    with pytest.raises(MontySyntaxError) as caught:
        parse(source, 'a.py')
    error = caught.value
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        with pytest.raises(SyntaxError) as expected:
            ast.parse(source, 'a.py')
    assert (error.type_name, error.filename, error.lineno) == (kind, 'a.py', line)
    assert error.msg == expected.value.msg
    if column is not None:
        assert error.offset == column
    if end_column is not None:
        assert error.end_offset == end_column
    assert type(error.exception()).__name__ == kind
    assert error.display().split('\n')[0] == f'  File "a.py", line {line}'


def test_no_file_of_the_host_is_quoted(tmp_path, monkeypatch):
    # To quote the line of an error, CPython opens the file whose name the source goes by.
    (tmp_path / 'main.py').write_text('first secret\nsecond secret\n')
    monkeypatch.chdir(tmp_path)
    with pytest.raises(MontySyntaxError) as caught:
        parse('x = 1\nx = [1 2]', 'main.py')
    assert caught.value.text.rstrip('\n') == 'x = [1 2]'


@pytest.mark.parametrize('source', ["'\\d'", "b'\\d'", "f'\\d{x}'", '1 is 1', '0in x', '"\\777"', 'assert (1, 2)'])
@pytest.mark.parametrize('action', ['error', 'always'])
def test_no_warning_reaches_the_host(source, action):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter(action)
        parse(source)
        warnings.simplefilter(action)
        parse(source)
        assert not seen
        # Warnings of the host's own parsing are not lost.
        with pytest.raises(SyntaxError) if action == 'error' else warnings.catch_warnings():
            compile("'\\d'", 'host.py', 'exec')
            assert len(seen) == 1


def test_filters_of_the_host_do_not_pile_up():
    parse('1')
    before = len(warnings.filters)
    for _ in range(5):
        with warnings.catch_warnings():
            warnings.simplefilter('error')
            parse('1')
        parse('1')
    assert len(warnings.filters) == before


def test_long_lines_are_not_quoted():
    with pytest.raises(MontySyntaxError) as caught:
        parse('x = 1 1' + ' ' * 10_000)
    assert caught.value.text is None
    assert caught.value.display()


def test_many_fields_in_one_f_string():
    source = "f'" + '{a}' * 50_000 + "'"
    if sys.version_info < (3, 12):
        assert outcome(source) == 'f-string with too many fields'
        assert outcome("x = '" + '{a}' * 50_000 + "'") == 'tree'
        assert outcome('# f"' + '{a}' * 50_000 + '\n') == 'tree'
        assert outcome("x = '''\n\\'''" + "\\'''{{" * 20_000).startswith('unterminated triple-quoted string literal')
    else:
        assert outcome(source) == 'tree'


def test_other_threads_parse_what_the_main_thread_parses():
    source = textwrap.dedent('''
        def f(items):
            return sorted({key: [value for value in values if value] for key, values in items.items()})
    ''') * 20
    trees = []
    thread = threading.Thread(target=lambda: trees.append(parse(source)))
    size = threading.stack_size()
    thread.start()
    thread.join()
    assert ast.dump(trees[0]) == ast.dump(parse(source)) == ast.dump(ast.parse(source))
    assert threading.stack_size() == size


def test_errors_cross_from_the_large_stack():
    errors = []

    def work():
        try:
            parse('x = 1\n' * 100 + 'x = [1 2]', 'a.py')
        except MontySyntaxError as error:
            errors.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert (errors[0].lineno, errors[0].offset) == (101, 6)
