"""From source text, or a tree, to a ``Module``."""

from __future__ import annotations

import __future__

import ast
from collections.abc import Iterable

from ..errors import MontySyntaxError
from . import codegen, dynamic  # noqa: F401  (fills the tables of the generator)
from . import opcode_numbers as op
from .builtin_names import BUILTIN_NAMES
from .code import CLASS, MODULE, Code, Module
from .codegen.functions import clean_docstring
from .codegen.generator import Generator, ModuleState
from .codegen.statements import return_value
from .mangling import has_private_names, mangle
from .stack import call_on_large_stack, has_large_stack, is_small
from .symbols import BOUND, GLOBAL, LOCAL, NAMESPACE, UNBINDABLE, WALRUS, Symbols, TypeParametersFound
from .syntax_error import Source
from .type_parameters import rewrite_type_parameters

# CPython would let a module have more, but each is a register.
MAX_GLOBALS = 60_000


def compile_module(source: str | ast.Module, script_name: str = 'main.py', inputs: Iterable[str] = (),
                   external_functions: Iterable[str] = (), module_name: str = '__main__') -> Module:
    """Compile a program, or a module of the library.

    Arguments:
        source: its text, or the tree that ``parse`` made of it.
        script_name: its file name, for errors and tracebacks.
        inputs: names of globals that are given when it is run; they get the first slots.
        external_functions: names of the host's functions; they get the slots after the inputs.
        module_name: its ``__name__``.

    Raises:
        MontySyntaxError: it is no Python, or uses what is not supported.
    """
    if (isinstance(source, str) and is_small(source)) or has_large_stack():
        return _compile_here(source, script_name, inputs, external_functions, module_name)
    return call_on_large_stack(_compile_here, source, script_name, inputs, external_functions, module_name)


def _compile_here(source: str | ast.Module, script_name: str, inputs: Iterable[str],
                  external_functions: Iterable[str], module_name: str) -> Module:
    text = None
    if isinstance(source, str):
        text = source
        tree = _parse(text, script_name)
    else:
        tree = source
    place = Source(script_name, text)
    try:
        if module_name == '__main__' and _may_need_namespace(text) and _needs_namespace(tree):
            return _compile_in_dict(tree, place, [*inputs, *external_functions])
        return _compile(tree, place, [*inputs, *external_functions], module_name)
    except RecursionError:
        raise place.error('too many nested parentheses or blocks', None) from None


def compile_at_run_time(text: str, script_name: str, mode: str) -> Module:
    """Compile what a running program hands to compile, exec or eval; its names live in the dicts it is given.

    Arguments:
        mode: 'exec', 'eval' or 'single'.
    """
    if (is_small(text)) or has_large_stack():
        return _compile_at_run_time(text, script_name, mode)
    return call_on_large_stack(_compile_at_run_time, text, script_name, mode)


def _compile_at_run_time(text: str, script_name: str, mode: str) -> Module:
    place = Source(script_name, text)
    if mode == 'eval':
        text = text.strip(' \t')
    tree = _parse(text, script_name)
    try:
        if mode == 'eval':
            _check_expression(text, place)
        _compile(tree, place, [], '__main__')
        symbols = Symbols(tree, place, _check_future(tree, place))
        return _without_prefix(_compile(dynamic.rewrite(tree, symbols, mode == 'eval'), place, [], '__main__',
                                        symbols.future_annotations))
    except RecursionError:
        raise place.error('too many nested parentheses or blocks', None) from None


def _check_expression(text: str, place: Source) -> None:
    """Refuse what is no expression, in the host parser's words."""
    try:
        compile(text, place.script_name, 'eval', ast.PyCF_ONLY_AST, True)
    except SyntaxError as error:
        raise MontySyntaxError(error.msg, filename=place.script_name, lineno=error.lineno, offset=error.offset,
                               end_lineno=error.end_lineno, end_offset=error.end_offset, text=error.text) from None


# A program that uses these wants its global names in a dict; of the second group only calls without arguments do.
_NAMESPACE_USERS = {'exec', 'eval', 'globals'}
_OWN_NAMESPACE_USERS = {'vars', 'locals'}


def _may_need_namespace(text: str | None) -> bool:
    """Say whether the names that ``_needs_namespace`` looks for could be in a text: most have none of them.

    Text that is not ASCII can write a name in more than one way.
    """
    return (text is None or not text.isascii() or any(name in text for name in _NAMESPACE_USERS)
            or any(name in text for name in _OWN_NAMESPACE_USERS))


def _needs_namespace(tree: ast.Module) -> bool:
    """Say whether a program may look at its global names as a dict, or let code that it makes use them."""
    found: set[str] = set()
    own: set[str] = set()
    for node in ast.walk(tree):
        kind = type(node)
        if kind is ast.Name:
            if node.id in _NAMESPACE_USERS:
                (found if type(node.ctx) is ast.Load else own).add(node.id)
        elif kind is ast.Call:
            if not node.args and type(node.func) is ast.Name and node.func.id in _OWN_NAMESPACE_USERS:
                found.add(node.func.id)
        elif kind is ast.FunctionDef and node.name in _NAMESPACE_USERS:
            own.add(node.name)
    return not found <= own


def _compile_in_dict(tree: ast.Module, place: Source, given: list[str]) -> Module:
    """Compile a program whose global names live in a dict."""
    _compile(tree, place, given, '__main__')
    symbols = Symbols(tree, place, _check_future(tree, place))
    value = bool(tree.body) and type(tree.body[-1]) is ast.Expr
    function = dynamic.rewrite(tree, symbols, False, value)
    module = _without_prefix(_compile(dynamic.with_call(function, given), place, given, '__main__',
                                      symbols.future_annotations))
    module.in_dict = True
    return module


def _without_prefix(module: Module) -> Module:
    """Take the function that stands for the module out of the qualified names of what is in it."""
    prefix = f'{dynamic.MODULE_FUNCTION}.<locals>.'
    pending = [module.code]
    while pending:
        code = pending.pop()
        old = code.qualname
        code.qualname = old.removeprefix(prefix)
        if code.flags & CLASS:
            # The body sets __qualname__.
            code.constants[:] = [code.qualname if type(each) is str and each == old else each for each in code.constants]
        pending += [each for each in code.constants if isinstance(each, Code)]
    return module


def _parse(text: str, script_name: str) -> ast.Module:
    from .parse import parse

    return parse(text, script_name)


def _compile(tree: ast.Module, source: Source, given: list[str], module_name: str,
             future_annotations: bool = False) -> Module:
    if has_private_names(tree, source):
        mangle(tree)
    future_annotations = _check_future(tree, source) or future_annotations
    try:
        symbols = Symbols(tree, source, future_annotations)
    except TypeParametersFound:
        rewrite_type_parameters(tree, source)
        symbols = Symbols(tree, source, future_annotations)
    global_names = list(dict.fromkeys(given))
    known = set(global_names)
    scope = symbols.module
    for name, flags in scope.flags.items():
        if flags & BOUND and name not in known:
            known.add(name)
            global_names.append(name)
    for name in symbols.function_globals:
        if name not in known:
            known.add(name)
            global_names.append(name)
    if symbols.has_star_import:
        # Any name of the text can become a global, even one that is a builtin until then. No module has a super, and
        # super() without arguments means the builtin and the class around it.
        for inner in symbols.scopes.values():
            for name, kind in inner.kinds.items():
                if kind in (GLOBAL, NAMESPACE) and name not in known and not _is_dunder(name) and name != 'super':
                    known.add(name)
                    global_names.append(name)
    if len(global_names) > MAX_GLOBALS:
        raise source.error('too many global variables', None)
    body = tree.body
    docstring = None
    if body and type(body[0]) is ast.Expr and type(body[0].value) is ast.Constant \
            and type(body[0].value.value) is str:
        docstring = clean_docstring(body[0].value.value)
    state = ModuleState(source, symbols, global_names, docstring, module_name)
    g = Generator()
    g.start(state, scope, '<module>', '<module>', MODULE, 1)
    g.start_code(len(global_names))
    g.is_module = True
    g.is_function = False
    _module_variables(g, len(given))
    g.code.register_names = global_names
    g.code.doc = docstring
    # Names that every module is born with are constants, until it gives them something else.
    for name, value in (('__name__', module_name), ('__doc__', docstring)):
        if name in state.slots and name not in given:
            register = g.temporary()
            g.load_constant(value, None, register)
            g.assign_name(name, register, None)
            g.depth = 0
    if symbols.has_annotations:
        register = g.temporary()
        g.emit(op.BUILD_DICT, 0, register, register, 0, None)
        g.assign_name('__annotations__', register, None)
        g.depth = 0
    if body and type(body[-1]) is ast.Expr:
        g.run_body(body[:-1])
        return_value(g, body[-1].value, body[-1])
    else:
        g.run_body(body)
        if not g.dead:
            g.emit(op.RETURN_CONST, 0, 0, g.far_constant(None), 0, None)
    return Module(g.complete(), global_names, source.script_name)


def _module_variables(g: Generator, given: int) -> None:
    """Fill in what names are for the module's own code: its globals are its registers.

    A global that some function deletes can be unset after any call: it is read and written through its slot.
    """
    state = g.module
    names = g.names
    function_globals = state.symbols.function_globals
    hazards = unbindable = 0
    for name, flags in g.scope.flags.items():
        slot = state.slots.get(name)
        if slot is None:
            names[name] = state.global_variable(name)
            continue
        by_functions = function_globals.get(name, 0)
        if by_functions & UNBINDABLE:
            names[name] = GLOBAL, slot
            continue
        names[name] = LOCAL, slot
        if by_functions or flags & WALRUS:
            hazards |= 1 << slot
        if flags & UNBINDABLE:
            unbindable |= 1 << slot
    g.hazards = hazards
    g.unbindable = unbindable
    g.bound = (1 << given) - 1


def _is_dunder(name: str) -> bool:
    return name.startswith('__') and name.endswith('__')


def _check_future(tree: ast.Module, source: Source) -> bool:
    """Check ``from __future__`` imports; returns whether annotations are kept as text."""
    annotations = False
    allowed = True
    first = True
    for node in tree.body:
        if type(node) is ast.ImportFrom and node.module == '__future__' and not node.level:
            if not allowed:
                raise source.error('from __future__ imports must occur at the beginning of the file', node)
            for alias in node.names:
                if alias.name == 'annotations':
                    annotations = True
                elif alias.name == 'braces':
                    raise source.error('not a chance', node)
                elif alias.name not in __future__.all_feature_names:
                    raise source.error(f'future feature {alias.name} is not defined', node)
        elif not (first and type(node) is ast.Expr and type(node.value) is ast.Constant
                  and type(node.value.value) is str):
            allowed = False
        first = False
    return annotations
