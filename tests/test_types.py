"""The types that editors and type checkers see are those of the extension module."""

from __future__ import annotations

import ast
from pathlib import Path

import monty
from monty import program

TYPES = ast.parse((Path(__file__).parents[1] / 'monty' / 'program.pyi').read_text(encoding='utf-8'))


def public(names: object) -> set[str]:
    return {name for name in names if not name.startswith('_')}


def test_the_module_has_what_its_types_say() -> None:
    for node in TYPES.body:
        if isinstance(node, ast.FunctionDef):
            assert callable(getattr(program, node.name))
        elif isinstance(node, ast.ClassDef):
            members = {member.name for member in node.body if isinstance(member, ast.FunctionDef)}
            assert public(members) == public(vars(getattr(program, node.name))), node.name


def test_parameters_and_defaults() -> None:
    methods = {member.name: member.args for node in TYPES.body if isinstance(node, ast.ClassDef) and node.name == 'Monty'
               for member in node.body if isinstance(member, ast.FunctionDef)}
    made = monty.Monty('1', **defaults(methods['__init__']))
    assert made.run(**defaults(methods['run'])) == 1
    assert made.start(**defaults(methods['start'])).output == 1


def defaults(arguments: ast.arguments) -> dict[str, object]:
    """Return the keyword-only parameters with their defaults: calling with these is as calling without."""
    return {argument.arg: ast.literal_eval(default)
            for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults)
            if default is not None and ast.literal_eval(default) is not ...}
