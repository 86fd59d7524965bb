"""Run many sandbox programs in one CPython process and tell what each of them did.

Started as a process of its own, with a JSON list of ``[name, path, [host function, ...]]`` on standard input; prints
a JSON object that maps each name to what ``run_program`` returns.
"""

from __future__ import annotations

import ast
import contextlib
import io
import json
import linecache
import re
import sys
import traceback
import warnings

from host_functions import HOST_FUNCTIONS

SCRIPT_NAME = 'main.py'


def run_program(source: str, host: list[str]) -> dict[str, str | None]:
    """Return what the program printed, the repr of its last expression's value, and how it ended if it raised.

    The answer's ``traceback`` begins at the program's own outermost frame.
    """
    output = io.StringIO()
    answer: dict[str, str | None] = {'output': '', 'value': None, 'value_type': None, 'last_line': None, 'traceback': None}
    namespace: dict[str, object] = {'__name__': '__main__', **{name: HOST_FUNCTIONS[name] for name in host}}
    linecache.cache[SCRIPT_NAME] = (len(source), None, source.splitlines(keepends=True), SCRIPT_NAME)
    with contextlib.redirect_stdout(output), warnings.catch_warnings():
        warnings.simplefilter('ignore')
        try:
            tree = ast.parse(source, SCRIPT_NAME)
            last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
            exec(compile(tree, SCRIPT_NAME, 'exec', dont_inherit=True), namespace)
            if last is not None:
                value = eval(compile(ast.Expression(last.value), SCRIPT_NAME, 'eval', dont_inherit=True), namespace)
                answer['value'] = repr(value)
                answer['value_type'] = type(value).__name__
        except BaseException as error:
            _drop_outer_frames(error)
            text = ''.join(traceback.format_exception(error)).rstrip('\n')
            answer['last_line'] = _HINT.sub('', ''.join(traceback.format_exception_only(error)).rstrip('\n'))
            answer['traceback'] = text if sys.version_info >= (3, 12) else _with_hints(text, error)
        finally:
            # What a program sets for the process is not for the ones after it.
            sys.set_int_max_str_digits(sys.int_info.default_max_str_digits)
    answer['output'] = output.getvalue()
    return answer


# What CPython appends to an error about a missing name.
_HINT = re.compile(r"\. (?:Did you mean: '[^']*'\?(?: Or did you forget to import '[^']*'\??)?"
                   r"|Did you forget to import '[^']*'\??)$", re.MULTILINE)


def _with_hints(text: str, error: BaseException) -> str:
    """Return a traceback with the hints that up to 3.11 only the interpreter's own printing appends."""
    printed = io.StringIO()
    with contextlib.redirect_stderr(printed):
        sys.__excepthook__(type(error), error, error.__traceback__)
    hinted = {_HINT.sub('', line): line for line in printed.getvalue().splitlines() if _HINT.search(line)}
    return '\n'.join(hinted.get(line, line) for line in text.split('\n'))


def _drop_outer_frames(error: BaseException) -> None:
    """Let the tracebacks of an exception and of all it refers to begin and end in the program itself."""
    seen: set[int] = set()
    stack: list[BaseException | None] = [error]
    while stack:
        current = stack.pop()
        if current is None or id(current) in seen:
            continue
        seen.add(id(current))
        tb = current.__traceback__
        while tb is not None and tb.tb_frame.f_code.co_filename != SCRIPT_NAME:
            tb = tb.tb_next
        current.__traceback__ = tb
        # Frames of host functions lie below the call in the program; they do not enter the sandbox.
        while tb is not None:
            if tb.tb_next is not None and tb.tb_next.tb_frame.f_code.co_filename != SCRIPT_NAME:
                tb.tb_next = None
            tb = tb.tb_next
        stack += [current.__cause__, current.__context__]
        if isinstance(current, BaseExceptionGroup):
            stack += current.exceptions


def main() -> None:
    answers = {}
    for name, path, host in json.load(sys.stdin):
        with open(path, encoding='utf-8') as file:
            source = file.read()
        limit = sys.getrecursionlimit()
        answers[name] = run_program(source, host)
        sys.setrecursionlimit(limit)
    json.dump(answers, sys.stdout)


if __name__ == '__main__':
    main()
