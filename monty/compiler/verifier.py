# cython: annotation_typing=False
"""Proves that a ``Code`` cannot make the machine step outside its bounds.

What is proved: every register, constant, global slot and closure index that an instruction names exists and is of the
kind the instruction needs; every jump leads to the start of an instruction; control cannot run off the end; the words
that belong together stand together; the exception table and the captures refer to what exists; the tree of codes and
the constants are of the allowed types and of bounded size.

What is not proved, so the machine looks itself: which type of value a register holds when an instruction runs (a
cell, a list that the compiler made, the state of a loop), and whether it holds any.

A compiled program is verified like one that was loaded, so this has to be quick. The build compiles this file to C,
with the types that verifier.pxd gives to its variables; that is why the loops over instructions are plain and long.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from .builtin_names import BUILTIN_NAMES
from .code import (
    ASYNC_GENERATOR, CLASS, COROUTINE, GENERATOR, KEEPS_ARGUMENTS, LAMBDA, MODULE, SIMPLE_ARGUMENTS, VARARGS, VARKEYWORDS, BuiltinReference,
    Code, Module,
)
from .opcodes import BINARY_OPERATORS, BY_NAME, NO_REGISTER, OPCODES

MAX_CODES = 100_000
MAX_CODE_DEPTH = 250
MAX_INSTRUCTIONS = 1 << 24
MAX_TUPLE_DEPTH = 250
MAX_POSITION = (1 << 31) - 1

_ALL_CODE_FLAGS = (VARARGS | VARKEYWORDS | GENERATOR | MODULE | SIMPLE_ARGUMENTS | COROUTINE | ASYNC_GENERATOR | LAMBDA
                   | KEEPS_ARGUMENTS | CLASS)
_GENERATORS = GENERATOR | COROUTINE | ASYNC_GENERATOR

_SIMPLE_CONSTANTS = frozenset({type(None), bool, int, float, complex, str, bytes, type(Ellipsis)})
_CONSTANTS = _SIMPLE_CONSTANTS | {tuple, frozenset, Code, BuiltinReference}


def verify(module: Module) -> None:
    """Prove that a compiled module is safe to run.

    Raises:
        ValueError: if it is not; nothing else is ever raised, whatever the attributes hold.
    """
    try:
        _verify_module(module)
    except (AttributeError, TypeError, OverflowError, IndexError) as error:
        # An attribute that is missing, or something that no check has expected.
        raise ValueError(f'damaged code: {error}') from None


def _verify_module(module: Module) -> None:
    _require(type(module) is Module, 'not a module')
    code = module.code
    global_names = module.global_names
    _require(type(code) is Code, 'a module without code')
    _require(type(module.script_name) is str, 'script name is no str')
    _require_names(global_names, 'global names')
    _require(len(set(global_names)) == len(global_names), 'a global name appears twice')
    _require_int(code.flags, 0, _ALL_CODE_FLAGS, 'flags')
    _require(code.flags & MODULE and not code.flags & _GENERATORS, 'the code of a module is not marked as such')
    _require(code.register_names == global_names, 'the names of the registers are not those of the globals')
    _require(code.argcount == 0 and code.kwonly == 0 and not code.flags & (VARARGS | VARKEYWORDS)
             and not code.free_names, 'the code of a module has parameters or free variables')
    count = 0
    instructions = 0
    seen: set[int] = set()
    pending: list[tuple[Code, Code | None, int]] = [(code, None, 0)]
    while pending:
        current, maker, depth = pending.pop()
        # Each code has one place in the tree: that excludes cycles, and work that doubles with each level.
        _require(id(current) not in seen, 'a code appears twice')
        seen.add(id(current))
        count += 1
        _require(count <= MAX_CODES and depth <= MAX_CODE_DEPTH, 'too many codes')
        _require(maker is None or not current.flags & MODULE, 'the code of a module inside another code')
        _verify_code(current, maker, len(global_names))
        instructions += len(current.instructions)
        _require(instructions <= MAX_INSTRUCTIONS, 'too many instructions')
        for constant in current.constants:
            if type(constant) is Code:
                pending.append((constant, current, depth + 1))


def _verify_code(code: Code, maker: Code | None, global_count: int) -> None:
    """Verify one code, but not those among its constants."""
    _verify_header(code, maker)
    constants = code.constants
    _verify_constants(constants)
    instructions = code.instructions
    heads = bytearray(len(instructions))
    _verify_operands(code, instructions, constants, heads, global_count)
    _verify_jumps(code, instructions, heads)
    _verify_exception_table(code, heads)
    _verify_positions(code.positions, len(instructions))


def _require(condition: object, message: str) -> None:
    if not condition:
        raise ValueError(f'damaged code: {message}')


def _require_int(value: object, low: int, high: int, what: str) -> None:
    if type(value) is not int or not low <= value <= high:
        raise ValueError(f'damaged code: {what} is no int from {low} to {high}')


def _require_names(names: object, what: str) -> None:
    if type(names) is not list or not set(map(type, names)) <= {str}:
        raise ValueError(f'damaged code: {what} are no list of str')


def _fail(code: Code, number: int, message: str) -> None:
    raise ValueError(f'damaged code: {code.qualname}, instruction {number}: {message}')


# --- the attributes of a code ---------------------------------------------------------------------------------------

def _verify_header(code: Code, maker: Code | None) -> None:
    """Check types and sizes of everything but instructions and constants."""
    _require(type(code.name) is str and type(code.qualname) is str, 'name is no str')
    _require(code.doc is None or type(code.doc) is str, 'docstring is no str')
    _require_int(code.first_line, 0, MAX_POSITION, 'first line')
    _require_int(code.flags, 0, _ALL_CODE_FLAGS, 'flags')
    flags = code.flags
    _require_names(code.register_names, 'register names')
    _require_names(code.free_names, 'free names')
    _require_int(code.register_count, 0, NO_REGISTER, 'register count')
    _require_int(code.first_temp, 0, code.register_count, 'first temporary')
    _require(len(code.register_names) <= code.first_temp, 'more names than registers')
    _require_int(code.argcount, 0, NO_REGISTER, 'argument count')
    _require_int(code.posonly, 0, code.argcount, 'positional-only count')
    _require_int(code.kwonly, 0, NO_REGISTER, 'keyword-only count')
    parameters = code.argcount + code.kwonly + bool(flags & VARARGS) + bool(flags & VARKEYWORDS)
    _require(parameters <= len(code.register_names), 'more parameters than named registers')
    names = code.register_names[:parameters]
    _require(len(set(names)) == parameters, 'two parameters of one name')
    _require(flags & SIMPLE_ARGUMENTS or not flags & KEEPS_ARGUMENTS, 'arguments that are kept and not simple')
    if flags & SIMPLE_ARGUMENTS:
        _require(parameters == code.argcount, 'parameters that are not simple')
    _require(len(code.free_names) < NO_REGISTER, 'too many free variables')
    _require(type(code.instructions) is list and 0 < len(code.instructions) <= MAX_INSTRUCTIONS,
             'instructions are no list, or too few or too many')
    _require(set(map(type, code.instructions)) == {int}, 'an instruction is no int')
    # This raises an OverflowError for one that does not fit 64 bits.
    array('Q', code.instructions)
    captures = code.captures
    _require(type(captures) is list and len(captures) == len(code.free_names),
             'captures and free variables are not the same number')
    for capture in captures:
        _require(type(capture) is tuple and len(capture) == 2 and type(capture[0]) is bool and type(capture[1]) is int,
                 'a capture is no pair of bool and int')
        from_register, index = capture
        _require(maker is not None, 'captures without a maker')
        _require(0 <= index < (maker.register_count if from_register else len(maker.free_names)),
                 'a capture of what the maker has not')


def _verify_constants(constants: object) -> None:
    """Check the types of constants and of what is inside tuples."""
    _require(type(constants) is list, 'constants are no list')
    kinds = set(map(type, constants))
    _require(kinds <= _CONSTANTS, 'a constant of a type that is not allowed')
    if BuiltinReference in kinds:
        for constant in constants:
            if type(constant) is BuiltinReference:
                _require(type(constant.name) is str and constant.name in BUILTIN_NAMES, 'an unknown builtin')
    if frozenset in kinds:
        for constant in constants:
            if type(constant) is frozenset:
                _require(set(map(type, constant)) <= _SIMPLE_CONSTANTS, 'a set constant with an item that is not allowed')
    if tuple in kinds:
        level = [constant for constant in constants if type(constant) is tuple]
        depth = 0
        while level:
            depth += 1
            _require(depth <= MAX_TUPLE_DEPTH, 'constants nested too deeply')
            inner: list[tuple[object, ...]] = []
            seen: set[int] = set()
            for constant in level:
                # The same tuple in many places is looked at once, or the work could double with each level.
                if id(constant) in seen:
                    continue
                seen.add(id(constant))
                for item in constant:
                    kind = type(item)
                    if kind is tuple:
                        inner.append(item)
                    else:
                        _require(kind in _SIMPLE_CONSTANTS, 'a tuple constant with an item that is not allowed')
            level = inner


def _verify_exception_table(code: Code, heads: bytearray) -> None:
    table = code.exception_table
    _require(type(table) is list, 'exception table is no list')
    count = len(heads)
    register_count = code.register_count
    for entry in table:
        _require(type(entry) is tuple and len(entry) == 4 and set(map(type, entry)) == {int},
                 'an entry of the exception table is no tuple of four ints')
        start, end, target, register = entry
        _require(0 <= start < end <= count and 0 <= target < count and 0 <= register < register_count,
                 'an entry of the exception table is out of range')
        _require(heads[target] != _OWNED, 'a handler begins inside an instruction')


def _verify_positions(positions: list, count: int) -> None:
    _require(type(positions) is list and len(positions) == count, 'not as many positions as instructions')
    last = None
    for position in positions:
        # Consecutive instructions share one tuple, mostly.
        if position is last:
            continue
        last = position
        if type(position) is not tuple or len(position) != 4:
            raise ValueError('damaged code: a position is no tuple of four')
        for number in position:
            if type(number) is not int or not 0 <= number <= MAX_POSITION:
                raise ValueError('damaged code: a position out of range')


# --- instructions ---------------------------------------------------------------------------------------------------

def _verify_operands(code: Code, instructions: list, constants: list, heads: bytearray, global_count: int) -> None:
    """Check flags, operands, and that words stand together that belong together.

    Fills ``heads``, which says of each word what it is: one of ``_PLAIN`` to ``_OWNED`` below.
    """
    register_count = code.register_count
    constant_count = len(constants)
    free_count = len(code.free_names)
    kinds = _KINDS
    heads_of = _HEADS
    head = _PLAIN
    for number in range(len(instructions)):
        word = instructions[number]
        opcode = word & 0xFF
        flag = word >> 8 & 0xFF
        expected = head
        head = heads_of[opcode]
        if opcode >= _COUNT or (flag and not _FLAG_ALLOWED[opcode << 8 | flag]):
            _fail(code, number, 'unknown opcode or flag')
        if expected == _TEST:
            if head != _JUMP:
                _fail(code, number, 'a test without a jump')
            heads[number] = _OWNED
            head = _OWNED
            continue
        if expected == _EXTENDED:
            if head != _EXTENSION:
                _fail(code, number, 'an instruction without its EXT word')
            heads[number] = _OWNED
            head = _OWNED
            _verify_extension(code, constants, instructions[number - 1], word, number)
            continue
        if head == _EXTENSION:
            _fail(code, number, 'an EXT word that belongs to nothing')
        heads[number] = head
        for lane in range(3):
            kind = kinds[opcode * 3 + lane]
            operand = word >> (16 + 16 * lane) & 0xFFFF
            if kind == _REGISTER:
                if operand >= register_count:
                    _fail(code, number, 'a register out of range')
            elif kind == _ANY:
                continue
            elif kind == _ZERO:
                if operand:
                    _fail(code, number, 'an unused operand is not 0')
            elif kind == _TWO_REGISTERS:
                if operand + 1 >= register_count:
                    _fail(code, number, 'a register out of range')
            elif kind == _OPTIONAL_REGISTER:
                if operand >= register_count and operand != NO_REGISTER:
                    _fail(code, number, 'a register out of range')
            elif kind == _SLOT:
                if operand >= global_count:
                    _fail(code, number, 'a global out of range')
            elif kind == _OPTIONAL_SLOT:
                if operand >= global_count and operand != NO_REGISTER:
                    _fail(code, number, 'a global out of range')
            elif kind == _FREE:
                if operand >= free_count:
                    _fail(code, number, 'a free variable out of range')
            else:
                if kind == _FAR_CONSTANT:
                    operand = word >> 32 & 0xFFFFFFFF
                if operand >= constant_count:
                    _fail(code, number, 'a constant out of range')
                constant = constants[operand]
                if kind == _NAME:
                    if type(constant) is not str:
                        _fail(code, number, 'a name that is no str')
                elif (type(constant) is Code) != (kind == _CODE):
                    _fail(code, number, 'a constant of the wrong kind')
        span = _SPANS[opcode]
        if span:
            a = word >> 16 & 0xFFFF
            b = word >> 32 & 0xFFFF
            c = word >> 48 & 0xFFFF
            if span == _SPAN_C:
                last = b + c
            elif span == _SPAN_C_AND_1:
                last = b + c + 1
            elif span == _SPAN_2_C:
                last = b + 2 * c
            elif span == _SPAN_3:
                last = b + 3
            elif span == _SPAN_FLAG:
                last = b + 3 if flag else b
            elif span == _SPAN_A_C:
                last = a + c
            elif span == _SPAN_A_2:
                last = a + 2
            elif span == _SPAN_A_3:
                last = a + 3
            elif span == _SPAN_A_FLAG:
                last = a + 1 + flag
            else:
                last = a + (c & 255) + 1 + (c >> 8)
            if last > register_count:
                _fail(code, number, 'the registers of a call, display or unpacking go beyond the frame')
        if opcode == _RANGE_PREP:
            if not 1 <= word >> 48 <= 3:
                _fail(code, number, 'a range of fewer than 1 or more than 3 arguments')
        elif opcode == _YIELD or opcode == _YIELD_FROM:
            if not code.flags & _GENERATORS:
                _fail(code, number, 'a yield in a code that is no generator')
    if head != _END and head != _JUMP:
        raise ValueError(f'damaged code: {code.qualname}: control can run off the end')


def _verify_extension(code: Code, constants: list, owner: int, word: int, number: int) -> None:
    """Check the contents of an EXT word against the instruction it belongs to."""
    extra = word >> 16 & 0xFFFF
    index = word >> 32
    if index >= len(constants):
        _fail(code, number, 'a constant out of range')
    constant = constants[index]
    opcode = owner & 0xFF
    names: object = ()
    if opcode == _CALL_METHOD:
        good = type(constant) is str and extra <= len(constants)
        if extra and good:
            names = constants[extra - 1]
    elif opcode == _CALL_KW:
        good = extra == 0
        names = constant
    else:
        good = extra == 0 and type(constant) is BuiltinReference
    if not (good and type(names) is tuple):
        _fail(code, number, 'an EXT word with contents of the wrong kind')
    if names and not (set(map(type, names)) == {str} and len(set(names)) == len(names) <= owner >> 48):
        _fail(code, number, 'keyword names that are no different str, or too many')


def _verify_jumps(code: Code, instructions: list, heads: bytearray) -> None:
    """Check that jumps lead to instructions: JUMP forward, LOOP backward."""
    count = len(heads)
    for number in range(count):
        word = instructions[number]
        opcode = word & 0xFF
        if opcode == _JUMP_OPCODE or opcode == _LOOP_OPCODE:
            distance = word >> 32
            if distance & 0x80000000:
                distance -= 0x100000000
            target = number + 1 + distance
            if not 0 <= target < count or heads[target] == _OWNED:
                _fail(code, number, 'a jump that leads to no instruction')
            if (distance < 0) != (opcode == _LOOP_OPCODE):
                _fail(code, number, 'a jump in the wrong direction')


# --- tables derived from the instruction set ------------------------------------------------------------------------

_COUNT = len(OPCODES)
_JUMP_OPCODE = BY_NAME['JUMP'].number
_LOOP_OPCODE = BY_NAME['LOOP'].number
_RANGE_PREP = BY_NAME['RANGE_PREP'].number
_YIELD = BY_NAME['YIELD'].number
_YIELD_FROM = BY_NAME['YIELD_FROM'].number
_CALL_METHOD = BY_NAME['CALL_METHOD'].number
_CALL_KW = BY_NAME['CALL_KW'].number

# What a word is: needs a jump after it, needs an EXT word after it, is one of these, control does not go on behind it,
# belongs to the instruction before it.
_PLAIN, _TEST, _EXTENDED, _EXTENSION, _JUMP, _END, _OWNED = range(7)

# What an operand must be.
(_ANY, _ZERO, _REGISTER, _TWO_REGISTERS, _OPTIONAL_REGISTER, _SLOT, _OPTIONAL_SLOT, _FREE, _CONSTANT, _FAR_CONSTANT,
 _NAME, _CODE) = range(12)
_KIND_NUMBERS = {
    'dst': _REGISTER, 'src': _REGISTER, 'use': _REGISTER, 'args': _REGISTER, 'imm': _ANY, 'num': _ANY,
    'const': _CONSTANT, 'name': _NAME, 'const32': _FAR_CONSTANT, 'imm32': _ANY, 'jump': _ANY, 'slot': _SLOT,
    'free': _FREE, 'reg?': _OPTIONAL_REGISTER, '-': _ZERO, '': _ANY,
}
# Where an instruction needs more than the kind of its operand says, by opcode and place of the operand.
_STRICTER = {
    # These also use the register behind the one they name.
    ('ENTER_HANDLER', 0): _TWO_REGISTERS, ('LEAVE_HANDLER', 0): _TWO_REGISTERS, ('FOR_RANGE', 0): _TWO_REGISTERS,
    ('RANGE_PREP', 0): _TWO_REGISTERS,
    # A builtin that the module does not define has no slot.
    ('GET_GLOBAL', 1): _OPTIONAL_SLOT, ('NAME_OR_GLOBAL', 1): _OPTIONAL_SLOT,
    ('MAKE_FUNCTION', 2): _CODE,
}

# The registers that an ``args`` operand covers; which operand it is, and the expression of the row.
(_SPAN_C, _SPAN_C_AND_1, _SPAN_2_C, _SPAN_3, _SPAN_FLAG, _SPAN_A_C, _SPAN_STARRED, _SPAN_A_2,
 _SPAN_A_3, _SPAN_A_FLAG) = range(1, 11)
_SPAN_NUMBERS = {
    (1, 'c'): _SPAN_C, (1, 'c + 1'): _SPAN_C_AND_1, (1, '2 * c'): _SPAN_2_C, (1, '3'): _SPAN_3,
    (0, '2'): _SPAN_A_2, (0, '3'): _SPAN_A_3, (0, '1 + flag'): _SPAN_A_FLAG, (1, '3 if flag else 0'): _SPAN_FLAG,
    (0, 'c'): _SPAN_A_C, (0, '(c & 255) + 1 + (c >> 8)'): _SPAN_STARRED,
}

# Flags other than 0.
_FLAGS: dict[str, Iterable[int]] = {
    'IS': (1,), 'IN': (1,), 'ADD_I': (1,), 'SUB_I': (1,), 'IMPORT': (1,), 'MAKE_FUNCTION': range(1, 8),
    'FORMAT': b'sra',
    'SET_UPDATE': (1,), 'GET_CELL': (1, 2), 'CHECK_BOUND': (1,), 'GET_FREE': (1,), 'WITH_ENTER': (1,),
    'GET_DELEGATE': (1, 2, 3, 4), 'LIST_EXTEND': (1,), 'DICT_MERGE': (1,),
    **{row.name: (1,) for row in OPCODES if row.followed_by == 'JUMP' and row.name.startswith('IF_')},
    **{name: (1,) for name, _, _ in BINARY_OPERATORS},
    **{name + '_K': (1,) for name, _, has_constant in BINARY_OPERATORS if has_constant},
}


def _make_tables() -> tuple[bytes, bytes, bytes, bytes]:
    """Return kinds (three for each opcode), spans, heads (one for each), and the flags allowed (256 for each)."""
    kinds = bytearray(256 * 3)
    spans = bytearray(256)
    heads = bytearray(256)
    flags = bytearray(256 * 256)
    for row in OPCODES:
        for lane, kind in enumerate(row.operands):
            kinds[row.number * 3 + lane] = _STRICTER.get((row.name, lane), _KIND_NUMBERS[kind])
            if kind == 'args':
                spans[row.number] = _SPAN_NUMBERS[lane, row.span]
        if row.followed_by:
            heads[row.number] = {'JUMP': _TEST, 'EXT': _EXTENDED}[row.followed_by]
        elif row.name == 'EXT':
            heads[row.number] = _EXTENSION
        elif row.name in ('JUMP', 'LOOP'):
            heads[row.number] = _JUMP
        elif row.name in ('RETURN', 'RETURN_CONST', 'RAISE', 'RERAISE'):
            heads[row.number] = _END
        for flag in _FLAGS.get(row.name, ()):
            flags[row.number << 8 | flag] = 1
    return bytes(kinds), bytes(spans), bytes(heads), bytes(flags)


_KINDS, _SPANS, _HEADS, _FLAG_ALLOWED = _make_tables()
