"""A slow machine for the instruction set, in plain Python on CPython's own objects.

It tests the compiler without the real machine, and holds the code it runs to the rules of opcodes.py: a temporary is
written once and read once, a register that is read is set, cells are where they should be.
"""

from __future__ import annotations

import builtins
import importlib
import operator
from typing import Any, NoReturn

from monty.compiler.code import GENERATOR, MODULE, VARARGS, VARKEYWORDS, BuiltinReference, Code, Module
from monty.compiler.opcodes import (
    BINARY_OPERATORS,
    COMPARE_OPERATORS,
    NO_REGISTER,
    OPCODES,
    decode,
    joined,
)


class _Unset:
    def __repr__(self) -> str:
        return 'UNSET'


UNSET: Any = _Unset()

_BINARY = {'ADD': 'add', 'SUB': 'sub', 'MUL': 'mul', 'TRUE_DIV': 'truediv', 'FLOOR_DIV': 'floordiv', 'MOD': 'mod',
           'POW': 'pow', 'MATMUL': 'matmul', 'LSHIFT': 'lshift', 'RSHIFT': 'rshift', 'AND': 'and_', 'OR': 'or_',
           'XOR': 'xor'}
_COMPARE = {name: getattr(operator, name.lower()) for name, _ in COMPARE_OPERATORS}
assert set(_BINARY) == {name for name, _, _ in BINARY_OPERATORS}


class Cell:
    """A variable that functions share."""

    def __init__(self, value: Any) -> None:
        self.value = value


class Frame:
    """The registers of a running code."""

    def __init__(self, code: Code, closure: list[Cell]) -> None:
        self.code = code
        self.closure = closure
        self.registers: list[Any] = [UNSET] * code.register_count
        self.position = 0
        self.handled: BaseException | None = None


class function:  # noqa: N801  (its name is seen in messages)
    """A function of the program; CPython's builtins can call it, too."""

    def __init__(self, machine: Machine, code: Code, closure: list[Cell]) -> None:
        self.machine = machine
        self.code = code
        self.closure = closure
        self.__name__ = code.name
        self.__qualname__ = code.qualname
        self.__doc__ = code.doc
        self.__defaults__: tuple[Any, ...] | None = None
        self.__kwdefaults__: dict[str, Any] | None = None
        self.__annotations__: dict[str, Any] = {}

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        code = self.code
        frame = Frame(code, self.closure)
        registers = frame.registers
        count = code.argcount
        registers[:count] = args[:count] + (UNSET,) * (count - len(args))
        names = code.register_names
        if len(args) > count and not code.flags & VARARGS:
            least = count - len(self.__defaults__ or ())
            takes = f'from {least} to {count}' if least < count else f'{count}'
            raise TypeError(f'{code.qualname}() takes {takes} positional argument{"s" * (count != 1 or least < count)} but '
                            f'{len(args)} {"was" if len(args) == 1 else "were"} given')
        rest = {}
        for name, value in kwargs.items():
            for index in range(code.posonly, count + code.kwonly):
                if names[index] == name:
                    if registers[index] is not UNSET:
                        raise TypeError(f'{code.qualname}() got multiple values for argument {name!r}')
                    registers[index] = value
                    break
            else:
                if not code.flags & VARKEYWORDS:
                    raise TypeError(f'{code.qualname}() got an unexpected keyword argument {name!r}')
                rest[name] = value
        defaults = self.__defaults__ or ()
        for index in range(count):
            if registers[index] is UNSET:
                if index < count - len(defaults):
                    missing = [f"'{names[i]}'" for i in range(index, count - len(defaults)) if registers[i] is UNSET]
                    raise TypeError(f'{code.qualname}() missing {len(missing)} required positional argument'
                                    f'{"s" * (len(missing) > 1)}: {" and ".join(missing)}')
                registers[index] = defaults[index - count]
        for index in range(count, count + code.kwonly):
            if registers[index] is UNSET:
                registers[index] = (self.__kwdefaults__ or {})[names[index]]
        index = count + code.kwonly
        if code.flags & VARARGS:
            registers[index] = args[count:]
            index += 1
        if code.flags & VARKEYWORDS:
            registers[index] = rest
        if code.flags & GENERATOR:
            return self.machine.generate(frame)
        return self.machine.run(frame)[1]

    def __repr__(self) -> str:
        return f'<function {self.__qualname__}>'


class Machine:
    """Runs one module."""

    def __init__(self, module: Module, values: dict[str, Any] | None = None, names: dict[str, Any] | None = None) -> None:
        self.module = module
        self.names = vars(builtins) | (names or {})
        self.frame = Frame(module.code, [])
        self.globals = self.frame.registers
        self.handled: BaseException | None = None
        for name, value in (values or {}).items():
            self.globals[module.global_names.index(name)] = value

    def run_module(self) -> Any:
        """Run the module and return its value."""
        assert self.module.code.flags & MODULE
        return self.run(self.frame)[1]

    def value_of(self, constant: Any) -> Any:
        """Return the object a constant stands for."""
        return self.names[constant.name] if type(constant) is BuiltinReference else constant

    def generate(self, frame: Frame) -> Any:
        """Run a generator."""
        while True:
            kind, value = self.run(frame)
            if kind == 'return':
                return
            sent = yield value
            self.write(frame, frame.yielded, sent)

    def run(self, frame: Frame) -> tuple[str, Any]:
        """Run a frame until it returns or yields."""
        code = frame.code
        while True:
            at = frame.position
            word = code.instructions[at]
            frame.position = at + 1
            try:
                result = self.step(frame, OPCODES[word & 0xFF].name, word)
            except BaseException as error:
                if isinstance(error, Broken):
                    raise
                self.catch(frame, at, error)
            else:
                if result is not None:
                    if result[0] == 'return':
                        left = [number for number in range(code.first_temp, code.register_count)
                                if frame.registers[number] is not UNSET]
                        check(not left, f'temporaries {left} are set at the return from {code} at {at}')
                    return result

    def catch(self, frame: Frame, at: int, error: BaseException) -> None:
        """Go on at the handler of an exception, or let it out of the frame."""
        code = frame.code
        name = OPCODES[code.instructions[at] & 0xFF].name
        trace = error.__dict__.setdefault('trace', [])
        # A bare raise adds no entry to the traceback, just as RERAISE.
        again = name == 'RERAISE' or (name == 'RAISE' and self.handled is error
                                      and decode(code.instructions[at])[2] == NO_REGISTER)
        if not again:
            place = getattr(error, 'place', at + 1 if name == 'CALL_METHOD' else at)
            error.trace = [(code.name, code.positions[place])] + trace
        error.__dict__.pop('place', None)
        if not again and error is not self.handled and error.__context__ is None:
            error.__context__ = self.handled
        for start, end, target, register in code.exception_table:
            if start <= at < end:
                for number in range(code.first_temp, code.register_count):
                    frame.registers[number] = UNSET
                frame.registers[register] = error
                frame.position = target
                return
        raise error

    # --- registers ------------------------------------------------------------------------------------------------

    def read(self, frame: Frame, register: int) -> Any:
        """Read a register; a temporary is taken."""
        value = frame.registers[register]
        check(value is not UNSET, f'register {register} is unset in {frame.code} at {frame.position - 1}')
        if register >= frame.code.first_temp:
            frame.registers[register] = UNSET
        return value

    def write(self, frame: Frame, register: int, value: Any) -> None:
        """Write a register; a temporary must be unset."""
        if register >= frame.code.first_temp:
            check(frame.registers[register] is UNSET,
                  f'temporary {register} is written twice in {frame.code} at {frame.position - 1}')
        check(register < frame.code.register_count, 'no such register')
        frame.registers[register] = value

    def read_many(self, frame: Frame, first: int, count: int) -> list[Any]:
        """Read consecutive registers."""
        if count == 0:
            check(first < frame.code.register_count, 'no such register')
        return [self.read(frame, first + number) for number in range(count)]

    # --- instructions -----------------------------------------------------------------------------------------------

    def step(self, frame: Frame, name: str, word: int) -> tuple[str, Any] | None:
        """Execute one instruction."""
        _, flag, a, b, c = decode(word)
        signed = c - 0x10000 if c & 0x8000 else c
        code = frame.code
        constants = code.constants

        def read(register: int) -> Any:
            return self.read(frame, register)

        def write(value: Any) -> None:
            self.write(frame, a, value)

        base, _, suffix = name.rpartition('_')
        if name in _BINARY or base in _BINARY or name == 'MATMUL':
            left = read(b)
            if suffix == 'K' and base:
                right = constants[c]
                name = base
            elif suffix == 'I' and base:
                right = signed
                name = base
            else:
                right = read(c)
            function = _BINARY[name]
            write(getattr(operator, ('i' + function.rstrip('_')) if flag else function)(left, right))
        elif name in _COMPARE:
            left = read(b)
            write(_COMPARE[name](left, read(c)))
        elif name in ('IS', 'IN'):
            left = read(b)
            right = read(c)
            write((left is right if name == 'IS' else left in right) != bool(flag))
        elif name.startswith('IF_'):
            self.test(frame, name, flag, b, c, signed)
        elif name == 'MOVE':
            write(read(b))
        elif name == 'LOAD_CONST':
            write(self.value_of(constants[joined(word)]))
        elif name == 'LOAD_INT':
            write(joined(word))
        elif name == 'UNSET':
            frame.registers[a] = UNSET
        elif name == 'CHECK_BOUND':
            if frame.registers[a] is UNSET:
                self.unbound(frame, constants[b])
        elif name == 'DELETE_LOCAL':
            if frame.registers[a] is UNSET:
                self.unbound(frame, constants[b])
            frame.registers[a] = UNSET
        elif name == 'GET_GLOBAL':
            value = UNSET if b == 0xFFFF else self.globals[b]
            if value is UNSET:
                if constants[c] not in self.names:
                    raise NameError(f"name '{constants[c]}' is not defined")
                value = self.names[constants[c]]
            write(value)
        elif name == 'SET_GLOBAL':
            self.globals[a] = read(b)
        elif name == 'DELETE_GLOBAL':
            if self.globals[a] is UNSET:
                raise NameError(f"name '{constants[b]}' is not defined")
            self.globals[a] = UNSET
        elif name == 'MAKE_CELL':
            frame.registers[a] = Cell(frame.registers[a])
        elif name == 'GET_CELL':
            cell = read(b)
            if cell.value is UNSET:
                raise UnboundLocalError(f"cannot access local variable '{constants[c]}' where it is not associated "
                                        'with a value')
            write(cell.value)
        elif name == 'SET_CELL':
            cell = read(a)
            cell.value = read(b)
        elif name == 'DELETE_CELL':
            cell = read(a)
            if cell.value is UNSET:
                raise UnboundLocalError(f"cannot access local variable '{constants[b]}' where it is not associated "
                                        'with a value')
            cell.value = UNSET
        elif name in ('GET_FREE', 'SET_FREE', 'DELETE_FREE'):
            cell = frame.closure[b if name == 'GET_FREE' else a]
            if name == 'SET_FREE':
                cell.value = read(b)
                return None
            if cell.value is UNSET:
                raise NameError(f"cannot access free variable '{constants[c if name == 'GET_FREE' else b]}' where it "
                                'is not associated with a value in enclosing scope')
            if name == 'GET_FREE':
                write(cell.value)
            else:
                cell.value = UNSET
        elif name in ('NEG', 'POS', 'INVERT', 'NOT'):
            write({'NEG': operator.neg, 'POS': operator.pos, 'INVERT': operator.invert, 'NOT': operator.not_}[name](read(b)))
        elif name in ('JUMP', 'LOOP'):
            check((joined(word) < 0) == (name == 'LOOP'), 'jump in the wrong direction')
            frame.position += joined(word)
        elif name in ('RETURN', 'RETURN_CONST'):
            return 'return', read(a) if name == 'RETURN' else self.value_of(constants[joined(word)])
        elif name == 'YIELD':
            frame.yielded = a
            return 'yield', read(b)
        elif name in _STEPS:
            _STEPS[name](self, frame, flag, a, b, c, signed)
        else:
            raise Broken(f'unknown instruction {name}')
        return None

    def test(self, frame: Frame, name: str, flag: int, b: int, c: int, signed: int) -> None:
        """Execute a test and the jump word behind it."""
        if name == 'IF_TRUE_KEEP':
            value = frame.registers[b]
            check(value is not UNSET, 'unset register tested')
            truth = bool(value)
            if truth != bool(flag) and b >= frame.code.first_temp:
                frame.registers[b] = UNSET
        else:
            left = self.read(frame, b)
            if name == 'IF_TRUE':
                truth = bool(left)
            elif name == 'IF_NONE':
                truth = left is None
            elif name.endswith('_I'):
                truth = bool(_COMPARE[name[3:-2]](left, signed))
            else:
                right = self.read(frame, c)
                if name == 'IF_IS':
                    truth = left is right
                elif name == 'IF_IN':
                    truth = left in right
                else:
                    truth = bool(_COMPARE[name[3:]](left, right))
        self.take(frame, truth == bool(flag))

    def take(self, frame: Frame, wanted: bool) -> None:
        """Take or skip the jump word that follows."""
        word = frame.code.instructions[frame.position]
        check(OPCODES[word & 0xFF].name in ('JUMP', 'LOOP'), 'a jump word must follow')
        frame.position += 1
        if wanted:
            frame.position += joined(word)

    def unbound(self, frame: Frame, name: str) -> NoReturn:
        """Raise the error for a variable that is not bound."""
        if frame.code.flags & MODULE:
            raise NameError(f"name '{name}' is not defined")
        raise UnboundLocalError(f"cannot access local variable '{name}' where it is not associated with a value")

    def extension(self, frame: Frame) -> tuple[int, int]:
        """Return a and bc of the EXT word that follows, and step over it."""
        word = frame.code.instructions[frame.position]
        check(OPCODES[word & 0xFF].name == 'EXT', 'an EXT word must follow')
        frame.position += 1
        return decode(word)[2], joined(word)


class Broken(Exception):
    """The code breaks a rule of the instruction set."""


def check(condition: bool, message: str) -> None:
    """Raise Broken if a rule is broken."""
    if not condition:
        raise Broken(message)


# --- the longer instructions: functions of machine, frame, flag, a, b, c, c as a signed number --------------------


def _get_iter(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    m.write(f, a, iter(m.read(f, b)))


def _range_prep(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    state = iter(range(*m.read_many(f, b, c)))
    m.write(f, a, state)
    m.write(f, a + 1, None)


def _for_iter(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    try:
        value = next(f.registers[a])
    except StopIteration:
        f.registers[a] = UNSET
        m.take(f, False)
    else:
        m.write(f, b, value)
        m.take(f, True)


def _unpack(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    values = m.read(f, b)
    if not hasattr(values, '__iter__') and not hasattr(values, '__getitem__'):
        raise TypeError(f'cannot unpack non-iterable {type(values).__name__} object')
    values = list(values)
    if len(values) < c:
        raise ValueError(f'not enough values to unpack (expected {c}, got {len(values)})')
    if len(values) > c:
        raise ValueError(f'too many values to unpack (expected {c})')
    for number, value in enumerate(values):
        m.write(f, a + number, value)


def _unpack_ex(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    values = list(m.read(f, b))
    before, after = c & 255, c >> 8
    if len(values) < before + after:
        raise ValueError(f'not enough values to unpack (expected at least {before + after}, got {len(values)})')
    rest = len(values) - after
    for number, value in enumerate([*values[:before], values[before:rest], *values[rest:]]):
        m.write(f, a + number, value)


def _call(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    function, *args = m.read_many(f, b, c + 1)
    m.write(f, a, function(*args))


def _call_kw(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    names = f.code.constants[m.extension(f)[1]]
    function, *args = m.read_many(f, b, c + 1)
    count = len(args) - len(names)
    m.write(f, a, function(*args[:count], **dict(zip(names, args[count:]))))


def _call_const(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    function = f.code.constants[m.extension(f)[1]]
    check(type(function) is BuiltinReference, 'callee of CALL_CONST')
    args = m.read_many(f, b, c)
    m.write(f, a, m.value_of(function)(*args))


def _call_method(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    names_index, name = m.extension(f)
    receiver, *args = m.read_many(f, b, c + 1)
    names = f.code.constants[names_index - 1] if names_index else ()
    if type(receiver) is Found:
        function = receiver.function
    else:
        try:
            function = getattr(receiver, f.code.constants[name])
        except AttributeError as error:
            error.place = f.position - 2
            raise
    count = len(args) - len(names)
    m.write(f, a, function(*args[:count], **dict(zip(names, args[count:]))))


class Found:
    """What FIND_METHOD leaves for CALL_METHOD."""

    def __init__(self, function: Any) -> None:
        self.function = function


def _find_method(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    f.registers[a] = Found(getattr(f.registers[a], f.code.constants[b]))


def _call_spread(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    function, args = m.read_many(f, b, 2)
    check(type(args) is list, 'arguments of CALL_SPREAD')
    named = f.registers[b + 2]
    f.registers[b + 2] = UNSET
    m.write(f, a, function(*args, **({} if named is UNSET else named)))


def _make_function(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    code = f.code.constants[c]
    closure = []
    for from_frame, index in code.captures:
        cell = f.registers[index] if from_frame else f.closure[index]
        check(type(cell) is Cell, f'captured register {index} of {f.code} holds no cell')
        closure.append(cell)
    made = function(m, code, closure)
    if flag & 1:
        made.__defaults__ = m.read(f, b)
    if flag & 2:
        made.__kwdefaults__ = m.read(f, b + 1)
    if flag & 4:
        made.__annotations__ = m.read(f, b + 2)
    m.write(f, a, made)


def _build(make: Any) -> Any:
    def build(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
        m.write(f, a, make(m.read_many(f, b, c)))

    return build


def _build_dict(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    items = m.read_many(f, b, 2 * c)
    m.write(f, a, dict(zip(items[::2], items[1::2])))


def _build_slice(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    m.write(f, a, slice(*m.read_many(f, b, 3)))


def _in_place(m: Machine, f: Frame, register: int) -> Any:
    check(register < f.code.first_temp, 'a temporary is used in place')
    return m.read(f, register)


def _list_append(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    _in_place(m, f, a).append(m.read(f, b))


def _list_extend(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    values = m.read(f, b)
    if not hasattr(values, '__iter__'):
        if c != NO_REGISTER:
            callee = m.read(f, c)
            raise TypeError(f'__main__.{callee.__qualname__}() argument after * must be an iterable, not '
                            f'{type(values).__name__}')
        raise TypeError(f'Value after * must be an iterable, not {type(values).__name__}')
    if c == NO_REGISTER:
        _in_place(m, f, a).extend(values)
    else:
        m.write(f, a, list(values))


def _list_to_tuple(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    m.write(f, a, tuple(m.read(f, b)))


def _set_add(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    _in_place(m, f, a).add(m.read(f, b))


def _set_update(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    _in_place(m, f, a).update(m.read(f, b))


def _dict_set(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    key = m.read(f, b)
    _in_place(m, f, a)[key] = m.read(f, c)


def _dict_update(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    values = m.read(f, b)
    if not hasattr(values, 'keys'):
        raise TypeError(f"'{type(values).__name__}' object is not a mapping")
    _in_place(m, f, a).update(values)


def _dict_merge(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    values = m.read(f, b)
    callee = m.read(f, c)
    named = {} if flag else _in_place(m, f, a)
    name = getattr(callee, '__qualname__', callee)
    if not hasattr(values, 'keys'):
        raise TypeError(f'__main__.{name}() argument after ** must be a mapping, not {type(values).__name__}')
    for key in values.keys():
        if key in named:
            raise TypeError(f"__main__.{name}() got multiple values for keyword argument '{key}'")
        named[key] = values[key]
    m.write(f, a, named)


def _format(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    value = m.read(f, b)
    specification = '' if c == NO_REGISTER else m.read(f, c)
    if flag:
        value = {'s': str, 'r': repr, 'a': ascii}[chr(flag)](value)
    m.write(f, a, format(value, specification))


def _get_item(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    container = m.read(f, b)
    m.write(f, a, container[m.read(f, c)])


def _get_item_i(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    m.write(f, a, m.read(f, b)[signed])


def _set_item(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    container = m.read(f, a)
    index = m.read(f, b)
    container[index] = m.read(f, c)


def _delete_item(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    container = m.read(f, a)
    del container[m.read(f, b)]


def _get_attr(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    m.write(f, a, getattr(m.read(f, b), f.code.constants[c]))


def _set_attr(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    target = m.read(f, a)
    setattr(target, f.code.constants[b], m.read(f, c))


def _delete_attr(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    delattr(m.read(f, a), f.code.constants[b])


def _import(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    name = f.code.constants[b]
    module = importlib.import_module(name)
    m.write(f, a, importlib.import_module(name.partition('.')[0]) if flag else module)


def _import_from(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    module = m.read(f, b)
    name = f.code.constants[c]
    if not hasattr(module, name):
        location = getattr(module, '__file__', 'unknown location')
        raise ImportError(f"cannot import name '{name}' from '{module.__name__}' ({location})")
    m.write(f, a, getattr(module, name))


def _import_star(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    module = m.read(f, a)
    public = getattr(module, '__all__', None) or [name for name in vars(module) if not name.startswith('_')]
    for slot, name in enumerate(m.module.global_names):
        if name in public:
            f.registers[slot] = getattr(module, name)


def _raise(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    if a == NO_REGISTER:
        if m.handled is None:
            raise RuntimeError('No active exception to reraise')
        raise m.handled
    error = m.read(f, a)
    if isinstance(error, type) and issubclass(error, BaseException):
        error = error()
    if b != NO_REGISTER:
        cause = m.read(f, b)
        if isinstance(cause, type) and issubclass(cause, BaseException):
            cause = cause()
        if cause is not None and not isinstance(cause, BaseException):
            raise TypeError('exception causes must derive from BaseException')
        if isinstance(error, BaseException):
            error.__cause__ = cause
    if not isinstance(error, BaseException):
        raise TypeError('exceptions must derive from BaseException')
    raise error


def _enter_handler(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    check(isinstance(f.registers[a], BaseException), 'no exception to handle')
    f.registers[a + 1] = m.handled
    m.handled = f.registers[a]


def _leave_handler(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    check(m.handled is f.registers[a], 'handlers are not left in order')
    m.handled = f.registers[a + 1]
    f.registers[a] = f.registers[a + 1] = UNSET


def _reraise(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    raise m.read(f, a)


def _match_exception(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    error = m.read(f, b)
    kinds = m.read(f, c)
    for kind in kinds if isinstance(kinds, tuple) else (kinds,):
        if not (isinstance(kind, type) and issubclass(kind, BaseException)):
            raise TypeError('catching classes that do not inherit from BaseException is not allowed')
    m.write(f, a, isinstance(error, kinds))


def _match_group(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    error = m.read(f, b)
    kinds = m.read(f, c)
    for kind in kinds if isinstance(kinds, tuple) else (kinds,):
        if not (isinstance(kind, type) and issubclass(kind, BaseException)):
            raise TypeError('catching classes that do not inherit from BaseException is not allowed')
        if issubclass(kind, BaseExceptionGroup):
            raise TypeError('catching ExceptionGroup with except* is not allowed. Use except instead.')
    if isinstance(error, BaseExceptionGroup):
        match, rest = error.split(kinds)
    elif error is not None and isinstance(error, kinds):
        match, rest = BaseExceptionGroup('', (error,)), None
    else:
        match, rest = None, error
    for part in (match, rest):
        if part is not None and part is not error and error.__dict__.get('trace') and part.__traceback__:
            part.trace = error.trace
    m.write(f, a, match)
    m.write(f, a + 1, rest)


def _join_raised(m: Machine, f: Frame, flag: int, a: int, b: int, c: int, signed: int) -> None:
    original = m.read(f, b)
    raised = m.read(f, c)
    if not isinstance(original, BaseExceptionGroup):
        m.write(f, a, raised[0])
        return

    def leaves(error: BaseException) -> set[int]:
        if not isinstance(error, BaseExceptionGroup):
            return {id(error)}
        return {leaf for member in error.exceptions for leaf in leaves(member)}

    again: set[int] = set()
    new = []
    for error in raised:
        if error is not None:
            if error.__traceback__ is original.__traceback__ and error.__cause__ is original.__cause__:
                again |= leaves(error)
            else:
                new.append(error)
    same = original.subgroup(lambda error: id(error) in again) if again else None
    if same is not None:
        new.append(same)
    if not new:
        m.write(f, a, None)
    elif new == [same] or len(new) == 1:
        m.write(f, a, new[0])
    else:
        m.write(f, a, BaseExceptionGroup('', new))


_STEPS = {
    'GET_ITER': _get_iter, 'FOR_ITER': _for_iter, 'RANGE_PREP': _range_prep, 'FOR_RANGE': _for_iter,
    'UNPACK': _unpack, 'UNPACK_EX': _unpack_ex,
    'CALL': _call, 'CALL_KW': _call_kw, 'CALL_CONST': _call_const, 'CALL_METHOD': _call_method,
    'CALL_SPREAD': _call_spread, 'FIND_METHOD': _find_method, 'MAKE_FUNCTION': _make_function,
    'BUILD_LIST': _build(list), 'BUILD_TUPLE': _build(tuple), 'BUILD_SET': _build(set), 'BUILD_DICT': _build_dict,
    'BUILD_SLICE': _build_slice, 'BUILD_STRING': _build(''.join),
    'LIST_APPEND': _list_append, 'LIST_EXTEND': _list_extend, 'LIST_TO_TUPLE': _list_to_tuple,
    'SET_ADD': _set_add, 'SET_UPDATE': _set_update,
    'DICT_SET': _dict_set, 'DICT_UPDATE': _dict_update, 'DICT_MERGE': _dict_merge, 'FORMAT': _format,
    'GET_ITEM': _get_item, 'GET_ITEM_I': _get_item_i, 'SET_ITEM': _set_item, 'DELETE_ITEM': _delete_item,
    'GET_ATTR': _get_attr, 'SET_ATTR': _set_attr, 'DELETE_ATTR': _delete_attr,
    'IMPORT': _import, 'IMPORT_FROM': _import_from, 'IMPORT_STAR': _import_star,
    'RAISE': _raise, 'ENTER_HANDLER': _enter_handler, 'LEAVE_HANDLER': _leave_handler, 'RERAISE': _reraise,
    'MATCH_EXCEPTION': _match_exception, 'MATCH_GROUP': _match_group, 'JOIN_RAISED': _join_raised,
}
