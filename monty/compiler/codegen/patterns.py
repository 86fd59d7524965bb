"""``match``.

The subject, and each part of it that a pattern looks at again, is in a pinned register. Names are bound when the whole
pattern has matched, in the order in which they were captured; until then a capture is a note of the register.
"""

from __future__ import annotations

import ast

from .. import opcode_numbers as op
from ..assembler import Label
from ..code import BuiltinReference
from ..registers import TEMPORARY
from ..symbols import LOCAL
from .calls import MAX_ARGUMENTS
from .conditions import branch
from .folding import NOT_CONSTANT, constant_of
from .generator import Generator

# What a pattern captured: name -> register, in the order of capture.
Captures = dict[str, int]

# The register of a subject; of one that is written as a tuple and only looked at item by item: those of its parts.
Subject = int | list[int]

# IF_SEQUENCE asks for no length.
ANY_LENGTH = 0xFFFF


def match_(g: Generator, node: ast.Match) -> None:
    """``match a: case b if c: ...``"""
    high_before = g.pinned_high
    first = g.pinned_top
    subject = _subject(g, node)
    end = Label()
    last = node.cases[-1]
    for case in node.cases:
        if case is not last and case.guard is None and _is_irrefutable(case.pattern):
            _refuse_irrefutable(g, case.pattern, 'makes remaining patterns unreachable')
        top = g.pinned_top
        g.pinned_high = top
        failed = Label()
        captures: Captures = {}
        _pattern(g, case.pattern, subject, captures, failed)
        g.depth = 0
        for name, register in captures.items():
            g.assign_name(name, register, case.pattern)
        # What the pattern looked at must not live on while the body runs.
        for register in range(top, g.pinned_high):
            g.emit(op.UNSET, 0, register, 0, 0, None)
        high_before = max(high_before, g.pinned_high)
        g.unpin(top)
        if case.guard is not None:
            branch(g, case.guard, failed, False)
            g.depth = 0
        g.run_body(case.body)
        g.jump(end, None)
        g.place(failed)
    g.place(end)
    g.pinned_high = max(high_before, g.pinned_high)
    for register in range(first, g.pinned_high):
        g.emit(op.UNSET, 0, register, 0, 0, None)
    g.unpin(first)


def _is_taken_apart(pattern: ast.pattern) -> bool:
    """Whether a pattern looks at the items of its subject only, not at the whole."""
    kind = type(pattern)
    if kind is ast.MatchOr:
        return all(_is_taken_apart(alternative) for alternative in pattern.patterns)
    return kind is ast.MatchSequence or (kind is ast.MatchAs and pattern.pattern is None and pattern.name is None)


def _subject(g: Generator, node: ast.Match) -> Subject:
    """Evaluate the subject into a pinned register, or leave it in a variable that the statement does not assign."""
    if type(node.subject) is ast.Tuple and all(_is_taken_apart(case.pattern) for case in node.cases) and (
            0 < len(node.subject.elts) < 16 and not any(type(part) is ast.Starred for part in node.subject.elts)):
        # No need to make the tuple.
        parts = []
        for element in node.subject.elts:
            parts.append(g.pin())
            g.expression(element, parts[-1])
            g.depth = 0
        return parts
    if type(node.subject) is ast.Name and g.names[node.subject.id][0] == LOCAL:
        name = node.subject.id
        for case in node.cases:
            for part in ast.walk(case.pattern):
                if name in (getattr(part, 'name', None), getattr(part, 'rest', None)):
                    break
            else:
                if case.guard is None or not any(type(part) is ast.NamedExpr for part in ast.walk(case.guard)):
                    continue
            break
        else:
            # A body may assign it, but then no other pattern is looked at.
            register = g.expression(node.subject, -1)
            if register < TEMPORARY:
                return register
    subject = g.pin()
    g.expression(node.subject, subject)
    g.depth = 0
    return subject


def _is_irrefutable(pattern: ast.pattern) -> bool:
    """Whether a pattern matches anything."""
    kind = type(pattern)
    if kind is ast.MatchAs:
        return pattern.pattern is None or _is_irrefutable(pattern.pattern)
    if kind is ast.MatchOr:
        return any(_is_irrefutable(alternative) for alternative in pattern.patterns)
    return False


def _refuse_irrefutable(g: Generator, pattern: ast.pattern, text: str) -> None:
    """Raise the error about a pattern behind which others can never match."""
    if type(pattern) is ast.MatchOr:
        pattern = pattern.patterns[-1]
    while type(pattern) is ast.MatchAs and pattern.pattern is not None:
        pattern = pattern.pattern
    if type(pattern) is ast.MatchAs and pattern.name is not None:
        raise g.error(f"name capture '{pattern.name}' {text}", pattern)
    raise g.error(f'wildcard {text}', pattern)


def _capture(g: Generator, name: str, register: int, captures: Captures, place: ast.AST) -> None:
    if name in captures:
        raise g.error(f"multiple assignments to name '{name}' in pattern", place)
    captures[name] = register


def _pattern(g: Generator, pattern: ast.pattern, subject: Subject, captures: Captures, failed: Label) -> None:
    """Generate one pattern for the subject in a register: jump to the label if it does not match."""
    _PATTERNS[type(pattern)](g, pattern, subject, captures, failed)
    g.depth = 0


def _value(g: Generator, pattern: ast.MatchValue, subject: int, captures: Captures, failed: Label) -> None:
    """``1``, ``'a'``, ``Color.RED``"""
    value = constant_of(pattern.value)
    if type(value) is int and -0x8000 <= value <= 0x7FFF:
        g.test(op.IF_EQ_I, 0, 0, subject, value, failed, pattern)
        return
    g.test(op.IF_EQ, 0, 0, subject, g.expression(pattern.value, -1), failed, pattern)


def _singleton(g: Generator, pattern: ast.MatchSingleton, subject: int, captures: Captures, failed: Label) -> None:
    """``None``, ``True``, ``False``"""
    if pattern.value is None:
        g.test(op.IF_NONE, 0, 0, subject, 0, failed, pattern)
    else:
        g.test(op.IF_IS, 0, 0, subject, g.load_constant(pattern.value, pattern, -1), failed, pattern)


def _as(g: Generator, pattern: ast.MatchAs, subject: int, captures: Captures, failed: Label) -> None:
    """``_``, ``name``, ``pattern as name``"""
    if pattern.pattern is not None:
        _pattern(g, pattern.pattern, subject, captures, failed)
    if pattern.name is not None:
        _capture(g, pattern.name, subject, captures, pattern)


def _star(g: Generator, pattern: ast.MatchStar, subject: int, captures: Captures, failed: Label) -> None:
    """``*rest``, of a sequence: the subject is the list of these items."""
    if pattern.name is not None:
        _capture(g, pattern.name, subject, captures, pattern)


def _or(g: Generator, pattern: ast.MatchOr, subject: Subject, captures: Captures, failed: Label) -> None:
    """``a | b``: whichever matches, what it captures ends in the same registers."""
    matched = Label()
    registers: Captures = {}
    last = pattern.patterns[-1]
    entry_top = g.pinned_top
    for number, alternative in enumerate(pattern.patterns):
        if alternative is not last and _is_irrefutable(alternative):
            _refuse_irrefutable(g, alternative, 'makes remaining patterns unreachable')
        mine: Captures = {}
        following = failed if alternative is last else Label()
        if number == 0:
            # The registers of the names, below those that the alternatives use.
            names = _names(alternative)
            for name in names:
                registers[name] = g.pin()
            entry_top = g.pinned_top
        _pattern(g, alternative, subject, mine, following)
        if set(mine) != set(registers):
            raise g.error('alternative patterns bind different names', pattern)
        for name in mine:
            g.emit(op.MOVE, 0, registers[name], mine[name], 0, alternative)
        g.unpin(entry_top)
        if alternative is not last:
            g.jump(matched, None)
            g.place(following)
    g.place(matched)
    for name, register in registers.items():
        _capture(g, name, register, captures, pattern)


def _names(pattern: ast.pattern) -> dict[str, None]:
    """Return the names that a pattern captures, in order (a dict serves as an ordered set)."""
    names: dict[str, None] = {}
    kind = type(pattern)
    if kind is ast.MatchOr:
        return _names(pattern.patterns[0])
    for field in ('patterns', 'kwd_patterns'):
        for inner in getattr(pattern, field, ()):
            names.update(_names(inner))
    if kind is ast.MatchAs and pattern.pattern is not None:
        names.update(_names(pattern.pattern))
    if (kind is ast.MatchAs or kind is ast.MatchStar) and pattern.name is not None:
        names[pattern.name] = None
    if kind is ast.MatchMapping and pattern.rest is not None:
        names[pattern.rest] = None
    return names


def _sequence(g: Generator, pattern: ast.MatchSequence, subject: Subject, captures: Captures, failed: Label) -> None:
    """``[a, *b, c]``"""
    patterns = pattern.patterns
    star = -1
    for number, inner in enumerate(patterns):
        if type(inner) is ast.MatchStar:
            if star >= 0:
                raise g.error('multiple starred expressions in sequence pattern', pattern)
            star = number
    count = len(patterns)
    least = count if star < 0 else count - 1
    if type(subject) is list:
        if len(subject) < least or (star < 0 and len(subject) > count):
            g.jump(failed, pattern)
            # What follows is never reached, but it names what the pattern would have captured.
            for name in _names(pattern):
                _capture(g, name, subject[0], captures, pattern)
        else:
            _parts(g, patterns, star, subject, captures, failed)
        return
    if least >= ANY_LENGTH:
        raise g.error('too many patterns in a sequence pattern', pattern)
    g.test(op.IF_SEQUENCE, 0, 0, subject, least if star < 0 else ANY_LENGTH, failed, pattern)
    if star >= 0 and least:
        _test_length(g, subject, op.IF_GE_I, least, failed, pattern)
    if all(_is_wildcard(inner) for inner in patterns):
        return
    if star >= 0 and _is_wildcard(patterns[star]):
        _items(g, patterns, star, subject, captures, failed)
        return
    if star >= 0 and (star > 255 or count - star - 1 > 255):
        raise g.error('too many expressions in star-unpacking sequence pattern', pattern)
    first = g.pin(count)
    if star < 0:
        g.emit(op.UNPACK, 0, first, subject, count, pattern)
    else:
        g.emit(op.UNPACK_EX, 0, first, subject, star | (count - star - 1) << 8, pattern)
    for number, inner in enumerate(patterns):
        _pattern(g, inner, first + number, captures, failed)


def _parts(g: Generator, patterns: list[ast.pattern], star: int, parts: list[int], captures: Captures,
           failed: Label) -> None:
    """Match the parts of a subject that is written as a tuple, of which there are enough."""
    after = len(patterns) - star - 1
    for number, inner in enumerate(patterns):
        if star < 0 or number < star:
            _pattern(g, inner, parts[number], captures, failed)
        elif number > star:
            _pattern(g, inner, parts[len(parts) - len(patterns) + number], captures, failed)
        elif not _is_wildcard(inner):
            rest = parts[star:len(parts) - after]
            items = [g.temporary() for _ in rest]
            for item, part in zip(items, rest):
                g.emit(op.MOVE, 0, item, part, 0, inner)
            made = g.pin()
            g.emit(op.BUILD_LIST, 0, made, items[0] if items else 0, len(items), inner)
            g.depth = 0
            _pattern(g, inner, made, captures, failed)


def _items(g: Generator, patterns: list[ast.pattern], star: int, subject: int, captures: Captures,
           failed: Label) -> None:
    """Match the items around a ``*_`` one by one; the others are not looked at."""
    count = len(patterns)
    for number, inner in enumerate(patterns):
        if _is_wildcard(inner):
            continue
        item = g.pin()
        # From the end an item is counted from the length, as CPython does.
        if number < star:
            g.emit(op.GET_ITEM_I, 0, item, subject, number, inner)
        else:
            length = _length(g, subject, inner)
            g.emit(op.SUB_I, 0, length, length, count - number, inner)
            g.emit(op.GET_ITEM, 0, item, subject, length, inner)
            g.depth = 0
        _pattern(g, inner, item, captures, failed)


def _is_wildcard(pattern: ast.pattern) -> bool:
    kind = type(pattern)
    return (kind is ast.MatchStar or kind is ast.MatchAs and pattern.pattern is None) and pattern.name is None


def _length(g: Generator, subject: int, place: ast.AST) -> int:
    """Generate ``len(subject)`` and return the temporary that has it."""
    argument = g.temporary()
    g.emit(op.MOVE, 0, argument, subject, 0, place)
    g.emit(op.CALL_CONST, 0, argument, argument, 1, place)
    g.emit(op.EXT, 0, 0, g.near_constant(BuiltinReference('len'), place), 0, place)
    return argument


def _test_length(g: Generator, subject: int, test: int, count: int, failed: Label, place: ast.AST) -> None:
    length = _length(g, subject, place)
    if count > 0x7FFF:
        raise g.error('too many patterns in a sequence or mapping pattern', place)
    g.depth = 0
    g.test(test, 0, 0, length, count, failed, place)


def _mapping(g: Generator, pattern: ast.MatchMapping, subject: int, captures: Captures, failed: Label) -> None:
    """``{'a': b, **rest}``"""
    keys = pattern.keys
    count = len(keys)
    g.test(op.IF_MAPPING, 0, 0, subject, 0, failed, pattern)
    if not count and pattern.rest is None:
        return
    if count:
        _test_length(g, subject, op.IF_GE_I, count, failed, pattern)
    if count > MAX_ARGUMENTS:
        raise g.error('too many sub-patterns in mapping pattern', pattern)
    key_tuple = _key_tuple(g, pattern)
    if count:
        first = g.pin(count)
        found = g.pin()
        g.emit(op.MATCH_KEYS, 0, found, subject, key_tuple, pattern)
        g.test(op.IF_NONE, 1, 0, found, 0, failed, pattern)
        g.emit(op.UNPACK, 0, first, found, count, pattern)
        for number, inner in enumerate(pattern.patterns):
            _pattern(g, inner, first + number, captures, failed)
    if pattern.rest is not None:
        rest = g.pin()
        g.emit(op.MATCH_REST, 0, rest, subject, key_tuple, pattern)
        _capture(g, pattern.rest, rest, captures, pattern)


def _key_tuple(g: Generator, pattern: ast.MatchMapping) -> int:
    """Put the tuple of the keys of a mapping pattern into a pinned register."""
    values = [constant_of(key) for key in pattern.keys]
    register = g.pin()
    seen: set[object] = set()
    for key, value in zip(pattern.keys, values):
        if value is not NOT_CONSTANT:
            if value in seen:
                raise g.error(f'mapping pattern checks duplicate key ({value!r})', pattern)
            seen.add(value)
    if not any(value is NOT_CONSTANT for value in values):
        g.load_constant(tuple(values), pattern, register)
        return register
    first = g.temporaries(0)
    for key in pattern.keys:
        g.expression(key, g.temporary())
    g.emit(op.BUILD_TUPLE, 0, register, first, len(values), pattern)
    g.depth = 0
    return register


def _class(g: Generator, pattern: ast.MatchClass, subject: int, captures: Captures, failed: Label) -> None:
    """``Point(x, y=0)``"""
    names = pattern.kwd_attrs
    for number, name in enumerate(names):
        if name in names[:number]:
            raise g.error(f'attribute name repeated in class pattern: {name}', pattern.kwd_patterns[number])
    inner_patterns = pattern.patterns + pattern.kwd_patterns
    count = len(inner_patterns)
    if count > MAX_ARGUMENTS:
        raise g.error('too many sub-patterns in class pattern', pattern)
    first = g.temporaries(3)
    g.expression(pattern.cls, first + 1)
    g.emit(op.MOVE, 0, first, subject, 0, pattern)
    g.load_constant(tuple(names), pattern, first + 2)
    found = g.pin()
    g.emit(op.MATCH_CLASS, 0, found, first, len(pattern.patterns), pattern)
    g.depth = 0
    g.test(op.IF_NONE, 1, 0, found, 0, failed, pattern)
    if not count or all(_is_wildcard(inner) for inner in inner_patterns):
        return
    registers = g.pin(count)
    g.emit(op.UNPACK, 0, registers, found, count, pattern)
    for number, inner in enumerate(inner_patterns):
        if not _is_wildcard(inner):
            _pattern(g, inner, registers + number, captures, failed)


_PATTERNS = {
    ast.MatchAs: _as,
    ast.MatchClass: _class,
    ast.MatchMapping: _mapping,
    ast.MatchOr: _or,
    ast.MatchSequence: _sequence,
    ast.MatchSingleton: _singleton,
    ast.MatchStar: _star,
    ast.MatchValue: _value,
}
