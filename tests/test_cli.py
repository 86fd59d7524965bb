"""The command line. What needs the machine runs only where it is built."""

import io
import subprocess
import sys

import pytest

from monty.cli import main
from monty.version import __version__


@pytest.fixture
def program(tmp_path):
    def write(text, name='p.py'):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(path)

    return write


@pytest.fixture
def machine():
    pytest.importorskip('monty.program')


def test_check(program, capsys):
    assert main(['check', program('x = 1\nx + y')]) == 0
    assert capsys.readouterr() == ('', '')


def test_check_of_a_broken_program(program, capsys):
    path = program('x = 1\ny = = 2\n')
    assert main(['check', path]) == 1
    out, err = capsys.readouterr()
    assert out == ''
    assert err == f'  File "{path}", line 2\n    y = = 2\n        ^\nSyntaxError: invalid syntax\n'


def test_check_of_a_broken_encoding(program, capsys):
    assert main(['check', program(b'x = "\xff"')]) == 1
    assert "'utf-8' codec can't decode byte 0xff" in capsys.readouterr().err


def test_dis(program, capsys):
    assert main(['dis', program('x = 1\nx + 2\n')]) == 0
    out, err = capsys.readouterr()
    assert out.startswith('== <module>; ') and '   2 | x + 2\n' in out and 'ADD_I' in out
    assert err == ''


def test_file_that_is_not_there(capsys):
    assert main(['run', '/no/such/file.py']) == 2
    assert capsys.readouterr().err == 'monty: /no/such/file.py: No such file or directory\n'


@pytest.mark.parametrize('arguments', [[], ['jump'], ['run'], ['run', '--max-memory', 'much', 'x.py']])
def test_wrong_use(arguments, capsys):
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert 'usage: monty' in capsys.readouterr().err


def test_version(capsys):
    with pytest.raises(SystemExit) as caught:
        main(['--version'])
    assert caught.value.code == 0
    assert capsys.readouterr().out == f'monty {__version__}\n'


def test_standard_input(monkeypatch, capsys):
    monkeypatch.setattr(sys, 'stdin', io.TextIOWrapper(io.BytesIO(b'x = 1 1')))
    assert main(['check', '-']) == 1
    assert 'File "<stdin>", line 1' in capsys.readouterr().err


def test_module_can_be_run(program):
    done = subprocess.run([sys.executable, '-m', 'monty', 'check', program('1 +')], capture_output=True, text=True)
    assert done.returncode == 1
    assert 'SyntaxError: invalid syntax' in done.stderr


def test_run(machine, program, capsys):
    assert main(['run', program('print("ä")\n{"a": 1}')]) == 0
    assert capsys.readouterr() == ("ä\n{'a': 1}\n", '')
    assert main(['run', '--quiet', program('1')]) == 0
    assert main(['run', program('None')]) == 0
    assert capsys.readouterr() == ('', '')


def test_run_of_a_program_that_fails(machine, program, capsys):
    path = program('def f():\n    return 1 / 0\nf()\n')
    assert main(['run', path]) == 1
    out, err = capsys.readouterr()
    assert out == ''
    assert err.startswith(f'Traceback (most recent call last):\n  File "{path}", line 3, in <module>\n')
    assert err.endswith('ZeroDivisionError: division by zero\n')


@pytest.mark.parametrize(('code', 'status', 'printed'), [
    ('', 0, ''), ('None', 0, ''), ('0', 0, ''), ('3', 3, ''), ('True', 1, ''), ('-1', 255, ''), ('256', 0, ''), ("'bye'", 1, 'bye\n'), ('(1, 2)', 1, '(1, 2)\n'), ('2.5', 1, '2.5\n')])
def test_run_of_a_program_that_exits(machine, program, capsys, code, status, printed):
    text = f'print(1)\nraise SystemExit({code})\n'
    assert main(['run', program(text)]) == status
    assert capsys.readouterr() == ('1\n', printed)


def test_run_with_limits(machine, program, capsys):
    path = program('while True: pass')
    assert main(['run', '--max-instructions', '1000', path]) == 1
    assert main(['run', '--no-limits', '--max-duration', '0.05', path]) == 1
    capsys.readouterr()
    assert main(['run', '--max-memory', '-5', path]) == 2
    assert capsys.readouterr().err == 'monty: max_memory must be at least 1 and below 2**63, not -5\n'
