"""Code generation: from a tree and its scopes to ``Code``."""

from __future__ import annotations

import ast

from . import (
    assignments,
    calls,
    classes,
    comprehensions,
    contexts,
    coroutines,
    displays,
    exceptions,
    expressions,
    functions,
    loops,
    patterns,
    statements,
)
from ..type_parameters import Definition
from .generator import EXPRESSIONS, LEAVE_WITH, STATEMENTS

EXPRESSIONS.update({
    Definition: functions.definition,
    ast.Attribute: expressions.attribute,
    ast.Await: coroutines.await_,
    ast.BinOp: expressions.binary,
    ast.BoolOp: expressions.boolean,
    ast.Call: calls.call,
    ast.Compare: expressions.compare,
    ast.Dict: displays.dict_,
    ast.DictComp: comprehensions.comprehension,
    ast.FormattedValue: displays.formatted_value,
    ast.GeneratorExp: comprehensions.generator_expression,
    ast.IfExp: expressions.conditional,
    ast.JoinedStr: displays.formatted_string,
    ast.Lambda: functions.lambda_,
    ast.List: displays.list_,
    ast.ListComp: comprehensions.comprehension,
    ast.NamedExpr: expressions.walrus,
    ast.Set: displays.set_,
    ast.SetComp: comprehensions.comprehension,
    ast.Slice: expressions.slice_,
    ast.Starred: expressions.starred,
    ast.Subscript: expressions.subscript,
    ast.Tuple: displays.tuple_,
    ast.UnaryOp: expressions.unary,
    ast.Yield: functions.yield_,
    ast.YieldFrom: coroutines.yield_from,
})

STATEMENTS.update({
    ast.AnnAssign: assignments.annotated,
    ast.Assert: statements.assert_,
    ast.Assign: assignments.assign,
    ast.AsyncFor: coroutines.async_for,
    ast.AsyncFunctionDef: functions.function,
    ast.AsyncWith: contexts.with_,
    ast.AugAssign: assignments.augmented,
    ast.Break: statements.break_,
    ast.ClassDef: classes.class_,
    ast.Continue: statements.continue_,
    ast.Delete: assignments.delete,
    ast.Expr: statements.expression_statement,
    ast.For: loops.for_,
    ast.FunctionDef: functions.function,
    ast.Global: statements.pass_,
    ast.If: statements.if_,
    ast.Import: statements.import_,
    ast.ImportFrom: statements.import_from,
    ast.Match: patterns.match_,
    ast.Nonlocal: statements.pass_,
    ast.Pass: statements.pass_,
    ast.Raise: statements.raise_,
    ast.Return: statements.return_,
    ast.Try: exceptions.try_,
    ast.TryStar: exceptions.try_,
    ast.While: loops.while_,
    ast.With: contexts.with_,
})

LEAVE_WITH.append(contexts.exit_normally)
