"""Runs a program on the reference machine and on CPython, and compares all that can be seen."""

from __future__ import annotations

import ast
from typing import Any

from monty.compiler.compile import compile_module
from monty.compiler.verifier import verify
from compiler.reference_machine import Machine

INLINED = {'<listcomp>', '<setcomp>', '<dictcomp>'}


def show(value: Any) -> Any:
    """Return something to compare a result by: functions and iterators of the two sides differ as objects."""
    text = repr(value)
    return type(value).__name__.lower() if ' at 0x' in text or '<function' in text else text


def chain(error: BaseException | None, depth: int = 0) -> Any:
    """Return type, message, cause and context of an exception."""
    if error is None or depth > 5:
        return None
    return (type(error).__name__, str(error), chain(error.__cause__, depth + 1), chain(error.__context__, depth + 1))


def on_cpython(source: str) -> dict[str, Any]:
    """Run a program on CPython; its value is that of the last expression, as in Monty."""
    output: list[str] = []
    values = {'__name__': '__main__', 'print': lambda *args, **options: output.append(' '.join(map(str, args)) + (repr(options) if options else ''))}
    tree = ast.parse(source)
    last = None
    if tree.body and isinstance(tree.body[-1], ast.Expr):
        last = ast.Expression(tree.body.pop().value)
    result: dict[str, Any] = {'output': output, 'value': None, 'error': None, 'trace': None}
    try:
        exec(compile(tree, 'main.py', 'exec', dont_inherit=True), values)
        if last is not None:
            result['value'] = show(eval(compile(last, 'main.py', 'eval', dont_inherit=True), values))
    except BaseException as error:
        result['error'] = chain(error)
        trace = []
        step = error.__traceback__
        while step is not None:
            code = step.tb_frame.f_code
            if code.co_filename == 'main.py':
                position = tuple(list(code.co_positions())[step.tb_lasti // 2])
                if code.co_name in INLINED:
                    trace[-1] = (trace[-1][0], position)
                else:
                    trace.append((code.co_name, position))
            step = step.tb_next
        result['trace'] = trace
    result['names'] = {name: show(value) for name, value in values.items()
                       if name not in ('print', '__builtins__', '__name__', '__annotations__', 'annotations', '__doc__')}
    return result


def on_machine(source: str) -> dict[str, Any]:
    """Run a program on the reference machine."""
    output: list[str] = []
    module = compile_module(ast.parse(source))
    verify(module)
    machine = Machine(module, names={'print': lambda *args, **options: output.append(' '.join(map(str, args)) + (repr(options) if options else ''))})
    result: dict[str, Any] = {'output': output, 'value': None, 'error': None, 'trace': None}
    try:
        value = machine.run_module()
        result['value'] = show(value) if module_has_value(source) else None
    except BaseException as error:
        if type(error).__name__ == 'Broken':
            raise
        result['error'] = chain(error)
        result['trace'] = error.__dict__['trace']
    result['names'] = {name: show(value) for name, value in zip(module.global_names, machine.globals)
                       if repr(value) != 'UNSET' and name != '__annotations__'}
    return result


def module_has_value(source: str) -> bool:
    """Whether the last statement is an expression."""
    body = ast.parse(source).body
    return bool(body) and isinstance(body[-1], ast.Expr)


def compare(source: str) -> None:
    """Assert that both agree."""
    expected = on_cpython(source)
    actual = on_machine(source)
    assert actual['output'] == expected['output']
    assert actual['error'] == expected['error']
    assert actual['value'] == expected['value']
    assert actual['names'] == expected['names']
    if expected['trace'] is not None:
        assert actual['trace'] == [(name, tuple(position)) for name, position in expected['trace']]


