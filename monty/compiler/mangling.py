"""Private names: in a class ``C``, ``__x`` means ``_C__x``."""

from __future__ import annotations

import ast
import re

from .syntax_error import Source

# A name that may be private.
_PRIVATE = re.compile(r'\b__\w+(?<!__)\b')

# The fields of nodes that hold names of the program, by node type.
_NAMES: dict[type, tuple[str, ...]] = {
    ast.Name: ('id',),
    ast.Attribute: ('attr',),
    ast.FunctionDef: ('name',),
    ast.AsyncFunctionDef: ('name',),
    ast.arg: ('arg',),
    ast.ExceptHandler: ('name',),
    ast.MatchAs: ('name',),
    ast.MatchStar: ('name',),
    ast.MatchMapping: ('rest',),
}


_TYPE_ALIAS = getattr(ast, 'TypeAlias', None)
_TYPE_PARAMETERS = tuple([getattr(ast, name) for name in ('TypeVar', 'ParamSpec', 'TypeVarTuple') if hasattr(ast, name)])


def mangled(name: str, class_name: str) -> str:
    """Return what a name means in a class.

    >>> mangled('__x', '_C'), mangled('__x__', 'C'), mangled('_x', 'C'), mangled('__x', '__')
    ('_C__x', '__x__', '_x', '__x')
    """
    stem = class_name.lstrip('_')
    if not name.startswith('__') or name.endswith('__') or '.' in name or not stem:
        return name
    return f'_{stem}{name}'


def mangle(tree: ast.AST) -> None:
    """Replace the private names of all classes in a tree."""
    waiting: list[tuple[ast.AST, str]] = [(tree, '')]
    while waiting:
        node, class_name = waiting.pop()
        kind = type(node)
        if class_name:
            for field in _NAMES.get(kind, ()):
                name = getattr(node, field)
                if name is not None and name.startswith('__'):
                    if field == 'name' and (kind is ast.FunctionDef or kind is ast.AsyncFunctionDef):
                        # What it is called in the program's own text is its __name__.
                        node.shown_name = name
                    setattr(node, field, mangled(name, class_name))
            if kind is ast.Global or kind is ast.Nonlocal:
                node.names = [mangled(name, class_name) for name in node.names]
            elif kind is ast.alias:
                if node.asname is not None:
                    node.asname = mangled(node.asname, class_name)
        if kind is _TYPE_ALIAS or kind in _TYPE_PARAMETERS:
            node.shown_name = node.name.id if kind is _TYPE_ALIAS else node.name
            if class_name and kind is not _TYPE_ALIAS:
                node.name = mangled(node.name, class_name)
        if kind is ast.ClassDef:
            parameters = getattr(node, 'type_params', None) or []
            for outside in node.decorator_list:
                waiting.append((outside, class_name))
            # Where there are type parameters, the bases are inside the class as far as private names go.
            for outside in (*parameters, *node.bases, *node.keywords):
                waiting.append((outside, node.name if parameters else class_name))
            for statement in node.body:
                waiting.append((statement, node.name))
            if class_name:
                node.shown_name = node.name
                node.name = mangled(node.name, class_name)
            continue
        for child in ast.iter_child_nodes(node):
            waiting.append((child, class_name))


def has_private_names(tree: ast.Module, source: Source) -> bool:
    """Whether ``mangle`` may have something to do: most programs have no names with two underscores in classes."""
    text = source.text
    if text is not None:
        return 'class ' in text and _PRIVATE.search(text) is not None
    return True
