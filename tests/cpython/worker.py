"""Runs composed programs, one per line of standard input, in Monty or (``--oracle``) in this CPython.

A line is JSON: the program's text, its name, and what a doctest expects. The answer is a line of JSON with a status:
pass, skip, cannot run, fail (the test's own verdict or an exception), host error (what no program may cause).
"""

from __future__ import annotations

import builtins
import contextlib
import io
import json
import os
import re
import signal
import sys
import traceback
import types

import doctests

LIMITS = {'max_duration_secs': 20.0, 'max_memory': 1 << 29, 'max_recursion_depth': 1000}
ORACLE_SECONDS = 20
MAX_MESSAGE = 400


def regex_search(pattern: str, text: str) -> bool:
    """The one host function of programs: there need not be regular expressions in the sandbox."""
    return re.search(pattern, text) is not None


def answer(status: str, message: str = '', where: str = '') -> dict[str, str]:
    message = message.encode('utf-8', 'backslashreplace').decode()
    return {'status': status, 'message': message[:MAX_MESSAGE], 'where': where}


def judged(task: dict[str, object], value: object, output: str, refuse: object) -> dict[str, object]:
    """Return the answer for a program that ended without an exception.

    Of a doctest only those examples count that the oracle passes: the others need what programs are not given.
    """
    expected = task.get('expected')
    if expected is not None:
        examples = json.loads(expected)
        wrong = doctests.judge(examples, output, refuse)
        if '--oracle' in sys.argv[1:]:
            result = answer('pass' if len(wrong) < len(examples) else 'fail', next(iter(wrong.values()), ''))
            return {**result, 'left out': sorted(wrong)}
        wrong = {number: text for number, text in wrong.items() if number not in task['left out']}
        if wrong:
            return answer('fail', f'{len(wrong)} of {len(examples)}: {next(iter(wrong.values()))}')
    if not isinstance(value, tuple):
        return answer('fail', f'the program ended with {value!r}')
    return answer(value[0], value[1])


# -- Monty


def run_in_monty(task: dict[str, object]) -> dict[str, str]:
    import monty

    source = task['source']
    functions = {'_regex_search': regex_search} if '_regex_search' in source else {}
    output: list[str] = []
    try:
        program = monty.Monty(source, script_name='test.py', external_functions=list(functions))
    except monty.MontySyntaxError as error:
        return answer('fail', 'does not compile: ' + error.display('type-msg'), line_of(str(error.display())))
    except Exception:
        return answer('host error', 'compiling: ' + traceback.format_exc(limit=-3))
    try:
        value = program.run(limits=LIMITS, external_functions=functions,
                            print_callback=lambda stream, text: output.append(text))
    except monty.MontyRuntimeError as error:
        return answer('fail', error.display('type-msg'), line_of(error.display()))
    except monty.MontyConversionError as error:
        return answer('fail', f'MontyConversionError: {error}')
    except Exception:
        return answer('host error', traceback.format_exc(limit=-3))
    return judged(task, value, ''.join(output), refuse_in_monty)


def refuse_in_monty(source: str) -> str:
    import monty

    try:
        monty.Monty(source, script_name='test.py')
    except monty.MontySyntaxError as error:
        return error.display('type-msg')
    except monty.MontyError as error:
        return f'{type(error).__name__}: {error}'
    return ''


def line_of(text: str) -> str:
    """Return the last line number of the program in a traceback."""
    found = re.findall(r'File "test\.py", line (\d+)', text)
    return found[-1] if found else ''


# -- CPython


class OracleTimeout(BaseException):
    pass


def run_in_cpython(task: dict[str, object]) -> dict[str, str]:
    module = types.ModuleType('__main__')
    module._regex_search = regex_search
    blocked = set(task['blocked'])
    real_import = builtins.__import__

    def guarded_import(name, globals=None, locals=None, fromlist=(), level=0):
        if globals is module.__dict__ and level == 0 and name in blocked:
            raise ModuleNotFoundError(f'No module named {name!r}', name=name)
        return real_import(name, globals, locals, fromlist, level)

    def expire(number, frame):
        raise OracleTimeout

    output = io.StringIO()
    before_main = sys.modules['__main__']
    recursion = sys.getrecursionlimit()
    signal.signal(signal.SIGALRM, expire)
    signal.setitimer(signal.ITIMER_REAL, ORACLE_SECONDS)
    value: object = None
    try:
        sys.modules['__main__'] = module
        builtins.__import__ = guarded_import
        text, _, last = task['source'].rstrip('\n').rpartition('\n')
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(io.StringIO()):
            exec(compile(text, 'test.py', 'exec', dont_inherit=True), module.__dict__)
            value = eval(compile(last, 'test.py', 'eval', dont_inherit=True), module.__dict__)
    except OracleTimeout:
        return answer('fail', 'took too long')
    except BaseException as error:
        kind = type(error).__name__
        try:
            text = str(error)
        except Exception:
            text = '<no text>'
        if kind == 'CannotRun' or kind.endswith('__CannotRun'):
            return answer('cannot run', text)
        if kind == 'SkipTest' or kind.endswith('__SkipTest'):
            return answer('skip', text)
        lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == 'test.py']
        return answer('fail', f'{kind}: {text}', str(lines[-1]) if lines else '')
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        builtins.__import__ = real_import
        sys.modules['__main__'] = before_main
        sys.setrecursionlimit(recursion)
    return judged(task, value, output.getvalue(), refuse_in_cpython)


def refuse_in_cpython(source: str) -> str:
    try:
        compile(source, '<doctest>', 'single', dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        return traceback.format_exception_only(error)[-1]
    return ''


def main() -> None:
    run = run_in_cpython if '--oracle' in sys.argv[1:] else run_in_monty
    # Answers go to a descriptor of their own: a test may write to the standard one.
    answers = os.fdopen(os.dup(1), 'w', encoding='utf-8')
    os.dup2(2, 1)
    for line in sys.stdin:
        result = run(json.loads(line))
        answers.write(json.dumps(result) + '\n')
        answers.flush()


if __name__ == '__main__':
    main()
