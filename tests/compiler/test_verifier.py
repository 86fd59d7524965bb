"""What the verifier accepts and refuses, and that nothing else than ValueError ever comes out of it."""

import copy
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monty.compiler.code import GENERATOR, MODULE, SIMPLE_ARGUMENTS, VARARGS, BuiltinReference, Code, Module
from monty.compiler.compile import compile_module
from monty.compiler.opcodes import BY_NAME, NO_REGISTER, OPCODES, decode, encode, encode_joined
from monty.compiler.verifier import verify

SOURCE = '''
import math
def outer(a, b=2, /, c=3, *rest, d, e=5, **more):
    total = 0
    def inner(x):
        nonlocal total
        total += x
        return total
    for i in range(a):
        for key, (first, *others) in more.items():
            if i < 3 and key in rest or not first:
                total -= i * 2
    try:
        return inner(b)[0].name(*rest, **more) + sorted(rest, key=lambda v: -v)
    except (KeyError, ValueError) as error:
        del total
        raise TypeError(f'{error!r:>{d}} {c}') from error
    finally:
        print([x for x in rest if x is not None], {y: {y, e} for y in rest}, (z for z in rest))
result = outer(1, d=2)
1 < result[1:2] <= 10 ** 30
'''


def codes(code):
    """Return a code and all codes inside it."""
    found = [code]
    for constant in code.constants:
        if type(constant) is Code:
            found += codes(constant)
    return found


def program(source=SOURCE):
    return compile_module(source, 'a.py')


def function(*words, **attributes):
    """Return a module whose only function has these instructions, and 4 registers, 2 of them temporaries."""
    module = program('def f(a, b):\n    return a')
    code = next(constant for constant in module.code.constants if type(constant) is Code)
    code.instructions = list(words)
    code.positions = [(1, 1, 0, 1)] * len(words)
    code.register_count = 4
    code.first_temp = 2
    code.constants = [None, 'name', ('x', 'y'), BuiltinReference('len'), 5]
    code.exception_table = []
    for name, value in attributes.items():
        setattr(code, name, value)
    return module


def word(name, a=0, b=0, c=0, flag=0):
    return encode(BY_NAME[name].number, flag, a, b, c)


def joined(name, a, bc, flag=0):
    return encode_joined(BY_NAME[name].number, flag, a, bc)


RETURN = word('RETURN', 0)
NONE = 0


def accepts(module):
    try:
        verify(module)
    except ValueError:
        return False
    return True


def test_programs_are_accepted():
    verify(program())
    verify(program(''))
    for path in (Path(__file__).parents[1] / 'programs').glob('**/*.py'):
        try:
            module = compile_module(path.read_text(encoding='utf-8'), 'a.py')
        except Exception:
            continue
        verify(module)


GOOD = [
    [RETURN],
    [word('ADD', 3, 0, 1), word('RETURN', 3)],
    [word('ADD', 3, 0, 1, flag=1), word('RETURN', 3)],
    [word('ADD_K', 3, 0, 4), word('RETURN', 3)],
    [joined('LOAD_CONST', 0, 4), RETURN],
    [joined('RETURN_CONST', 0, 0)],
    [joined('JUMP', 0, 0), RETURN],
    [joined('LOOP', 0, -1)],
    [word('IF_TRUE', 0, 0), joined('JUMP', 0, 1), RETURN, RETURN],
    [word('IF_TRUE', 0, 0, flag=1), joined('LOOP', 0, -2), RETURN],
    [word('FOR_RANGE', 2, 0), joined('JUMP', 0, 0), RETURN],
    [word('CALL', 0, 2, 1), RETURN],
    [word('CALL_KW', 0, 1, 2), joined('EXT', 0, 2), RETURN],
    [word('CALL_METHOD', 0, 1, 2), joined('EXT', 0, 1), RETURN],
    [word('CALL_METHOD', 0, 1, 2), joined('EXT', 3, 1), RETURN],
    [word('CALL_CONST', 0, 2, 2), joined('EXT', 0, 3), RETURN],
    [word('GET_ATTR', 0, 1, 1), RETURN],
    [word('RAISE', NO_REGISTER, NO_REGISTER)],
    [word('FORMAT', 0, 1, NO_REGISTER, flag=ord('r')), RETURN],
    [word('UNPACK_EX', 0, 1, 1 | 2 << 8), RETURN],
    [word('RANGE_PREP', 2, 0, 3), RETURN],
    [word('GET_GLOBAL', 0, NO_REGISTER, 1), RETURN],
    [word('GET_GLOBAL', 0, 0, 1), RETURN],
    [word('BUILD_DICT', 0, 0, 2), RETURN],
    [word('BUILD_LIST', 0, 3, 0), RETURN],
]

BAD = [
    ('no instructions', []),
    ('an unknown opcode', [255, RETURN]),
    ('an unknown opcode', [len(OPCODES), RETURN]),
    ('a negative word', [-1, RETURN]),
    ('a word too large', [1 << 64, RETURN]),
    ('a flag that means nothing', [word('MOVE', 0, 1, flag=1), RETURN]),
    ('a flag that means nothing', [word('ADD', 0, 1, flag=2), RETURN]),
    ('a flag that means nothing', [word('FORMAT', 0, 1, NO_REGISTER, flag=1), RETURN]),
    ('a flag that means nothing', [word('MAKE_FUNCTION', 0, 1, 0, flag=8), RETURN]),
    ('register a', [word('MOVE', 4, 0), RETURN]),
    ('register b', [word('MOVE', 0, 4), RETURN]),
    ('register c', [word('ADD', 0, 0, 4), RETURN]),
    ('register of a return', [word('RETURN', 4)]),
    ('no register', [word('MOVE', NO_REGISTER, 0), RETURN]),
    ('optional register', [word('RAISE', 4, NO_REGISTER)]),
    ('optional register', [word('FORMAT', 0, 1, 4), RETURN]),
    ('second register of a loop', [word('FOR_RANGE', 3, 0), joined('JUMP', 0, 0), RETURN]),
    ('second register of a handler', [word('ENTER_HANDLER', 3), RETURN]),
    ('second register of a handler', [word('LEAVE_HANDLER', 3), RETURN]),
    ('unused operand', [word('RETURN', 0, 1)]),
    ('unused operand', [word('MOVE', 0, 1, 1), RETURN]),
    ('constant', [word('ADD_K', 0, 1, 5), RETURN]),
    ('far constant', [joined('LOAD_CONST', 0, 5), RETURN]),
    ('negative far constant', [joined('LOAD_CONST', 0, -1), RETURN]),
    ('far constant of a return', [joined('RETURN_CONST', 0, 1 << 20)]),
    ('name that is no str', [word('GET_ATTR', 0, 1, 0), RETURN]),
    ('name out of range', [word('GET_ATTR', 0, 1, 77), RETURN]),
    ('function of what is no code', [word('MAKE_FUNCTION', 0, 1, 4), RETURN]),
    ('global', [word('GET_GLOBAL', 0, 1, 1), RETURN]),
    ('global', [word('SET_GLOBAL', 1, 0), RETURN]),
    ('global', [word('SET_GLOBAL', NO_REGISTER, 0), RETURN]),
    ('free variable', [word('GET_FREE', 0, 0, 1), RETURN]),
    ('free variable', [word('SET_FREE', 0, 0), RETURN]),
    ('arguments beyond the frame', [word('CALL', 0, 2, 2), RETURN]),
    ('arguments beyond the frame', [word('CALL_CONST', 0, 2, 3), joined('EXT', 0, 3), RETURN]),
    ('arguments beyond the frame', [word('CALL_SPREAD', 0, 2), RETURN]),
    ('items beyond the frame', [word('BUILD_TUPLE', 0, 0, 5), RETURN]),
    ('items beyond the frame', [word('BUILD_DICT', 0, 1, 2), RETURN]),
    ('items beyond the frame', [word('UNPACK', 2, 0, 3), RETURN]),
    ('items beyond the frame', [word('UNPACK_EX', 0, 1, 1 | 3 << 8), RETURN]),
    ('items beyond the frame', [word('BUILD_LIST', 0, 4, 0), RETURN]),
    ('items beyond the frame', [word('BUILD_LIST', 0, 0, 0xFFFF), RETURN]),
    ('range of no arguments', [word('RANGE_PREP', 2, 0, 0), RETURN]),
    ('range of four arguments', [word('RANGE_PREP', 2, 0, 4), RETURN]),
    ('running off the end', [word('MOVE', 0, 1)]),
    ('running off the end', [word('IF_TRUE', 0, 0), joined('LOOP', 0, -2)]),
    ('running off the end', [word('CALL_CONST', 0, 2, 2), joined('EXT', 0, 3)]),
    ('test without a jump', [word('IF_TRUE', 0, 0), RETURN]),
    ('test at the end', [RETURN, word('IF_TRUE', 0, 0)]),
    ('call without its word', [word('CALL_KW', 0, 1, 2), RETURN]),
    ('call at the end', [RETURN, word('CALL_KW', 0, 1, 2)]),
    ('EXT by itself', [joined('EXT', 0, 0), RETURN]),
    ('EXT after another', [word('CALL_CONST', 0, 2, 2), joined('EXT', 0, 3), joined('EXT', 0, 3), RETURN]),
    ('jump to the end', [joined('JUMP', 0, 1), RETURN]),
    ('jump beyond the end', [joined('JUMP', 0, 1 << 30), RETURN]),
    ('jump backward', [RETURN, joined('JUMP', 0, -2)]),
    ('loop forward', [joined('LOOP', 0, 0), RETURN]),
    ('loop before the start', [joined('LOOP', 0, -2)]),
    ('loop far before the start', [joined('LOOP', 0, -(1 << 31))]),
    ('jump to an EXT word', [joined('JUMP', 0, 1), word('CALL_CONST', 0, 2, 2), joined('EXT', 0, 3), RETURN]),
    ('jump to the jump of a test', [joined('JUMP', 0, 1), word('IF_TRUE', 0, 0), joined('JUMP', 0, 0), RETURN]),
    ('test jumping out', [word('IF_TRUE', 0, 0), joined('JUMP', 0, 1), RETURN]),
    ('keyword names that are no tuple', [word('CALL_KW', 0, 1, 2), joined('EXT', 0, 1), RETURN]),
    ('more keyword names than arguments', [word('CALL_KW', 0, 1, 1), joined('EXT', 0, 2), RETURN]),
    ('more keyword names than arguments', [word('CALL_METHOD', 0, 1, 1), joined('EXT', 3, 1), RETURN]),
    ('EXT of a name out of range', [word('CALL_METHOD', 0, 1, 2), joined('EXT', 0, 5), RETURN]),
    ('EXT of keyword names out of range', [word('CALL_METHOD', 0, 1, 2), joined('EXT', 6, 1), RETURN]),
    ('EXT of keyword names that are none', [word('CALL_METHOD', 0, 1, 2), joined('EXT', 2, 1), RETURN]),
    ('method name that is no str', [word('CALL_METHOD', 0, 1, 2), joined('EXT', 0, 3), RETURN]),
    ('callee that is no builtin', [word('CALL_CONST', 0, 2, 2), joined('EXT', 0, 4), RETURN]),
    ('yield in a function', [word('YIELD', 0, 1), RETURN]),
]


@pytest.mark.parametrize('words', GOOD)
def test_good_instructions(words):
    verify(function(*words))


@pytest.mark.parametrize('words', [pytest.param(words, id=f'{name} {i}') for i, (name, words) in enumerate(BAD)])
def test_bad_instructions(words):
    assert not accepts(function(*words))


def test_yield_in_a_generator():
    verify(function(word('YIELD', 0, 1), RETURN, flags=GENERATOR))


def test_code_is_no_value():
    module = function(joined('LOAD_CONST', 0, 0), RETURN)
    inner = codes(module.code)[1]
    inner.constants = [codes(program('def f(): pass').code)[1]]
    assert not accepts(module)
    inner.instructions[0] = word('MAKE_FUNCTION', 0, 1, 0)
    verify(module)


@pytest.mark.parametrize('names', [('x', 'x'), ('x', 1), ('x', ('y',)), ['x']])
def test_keyword_names(names):
    module = function(word('CALL_KW', 0, 1, 2), joined('EXT', 0, 2), RETURN)
    codes(module.code)[1].constants[2] = names
    assert not accepts(module)


@pytest.mark.parametrize('entry, good', [
    ((0, 2, 1, 2), True), ((0, 1, 0, 0), True), ((1, 1, 0, 0), False), ((0, 3, 0, 0), False), ((-1, 1, 0, 0), False),
    ((0, 1, 2, 0), False), ((0, 1, -1, 0), False), ((0, 1, 0, 4), False), ((0, 1, 0, -1), False),
    ([0, 1, 0, 0], False), ((0, 1, 0), False), ((0, True, 0, 0), False), ((0, 1.0, 0, 0), False), (None, False),
])
def test_exception_table(entry, good):
    module = function(RETURN, RETURN, exception_table=[entry])
    assert accepts(module) == good


def test_handler_inside_an_instruction():
    words = word('IF_TRUE', 0, 0), joined('JUMP', 0, 0), RETURN
    assert accepts(function(*words, exception_table=[(0, 1, 0, 0)]))
    assert not accepts(function(*words, exception_table=[(0, 1, 1, 0)]))


JUNK = [None, True, -1, 0, 1, 2**15, 2**70, 1.0, 'x', '\ud800', b'x', (), [], {}, [None], [1], [(1,)], ['a', 'a'],
        [(1, 2, 3, 4)], [(True, 0)], [(False, 0)], [(True, 10**6)], [(0, 0)], object(), type, float('nan')]
ATTRIBUTES = [name for name in Code.__slots__]


@pytest.mark.parametrize('attribute', ATTRIBUTES)
def test_junk_in_attributes(attribute):
    for which in range(len(codes(program().code))):
        for junk in JUNK:
            module = program()
            code = codes(module.code)[which]
            setattr(code, attribute, junk)
            accepts(module)
        module = program()
        delattr(codes(module.code)[which], attribute)
        assert not accepts(module)


@pytest.mark.parametrize('attribute', ['code', 'global_names', 'script_name'])
def test_junk_in_the_module(attribute):
    for junk in [*JUNK, program()]:
        module = program()
        setattr(module, attribute, junk)
        assert accepts(module) == (attribute == 'script_name' and type(junk) is str)
    module = program()
    delattr(module, attribute)
    assert not accepts(module)


@pytest.mark.parametrize('junk', JUNK)
def test_junk_instead_of_a_module(junk):
    assert not accepts(junk)


@pytest.mark.parametrize('attributes', [
    {'register_count': 65536}, {'register_count': -1}, {'register_count': 1}, {'first_temp': 5}, {'first_temp': 1},
    {'argcount': 3}, {'posonly': 3}, {'posonly': -1}, {'kwonly': 1}, {'kwonly': 70000}, {'flags': 1 << 20},
    {'flags': MODULE}, {'flags': -1}, {'argcount': 1, 'kwonly': 1, 'flags': SIMPLE_ARGUMENTS},
    {'argcount': 1, 'flags': SIMPLE_ARGUMENTS | VARARGS}, {'register_names': ['a', 'a']}, {'register_names': ['a', 1]},
    {'positions': []}, {'positions': [(1, 1, 0, 1), (1, 1, 0, 1)]}, {'positions': [(1, 1, 0)]},
    {'positions': [(1, 1, 0, -1)]}, {'positions': [(1, 1, 0, 2**31)]}, {'positions': [(1, 1, 0, 1.0)]},
    {'positions': [[1, 1, 0, 1]]}, {'doc': b'x'}, {'name': None}, {'first_line': -1}, {'free_names': ['x']},
    {'free_names': ['x'], 'captures': [(False, 0)]}, {'free_names': ['x'], 'captures': [(True, 50)]},
    {'free_names': ['x'], 'captures': [(True, -1)]}, {'free_names': ['x'], 'captures': [(1, 0)]},
    {'captures': [(True, 0)]}, {'constants': [[]]}, {'constants': [({},)]}, {'constants': [set()]},
    {'constants': [(BuiltinReference('len'),)]}, {'constants': [BuiltinReference('breakpoint')]},
    {'constants': [BuiltinReference(1)]}, {'constants': ()}, {'instructions': [True]}, {'instructions': (RETURN,)},
    {'instructions': [1.5]},
])
def test_bad_attributes(attributes):
    assert not accepts(function(RETURN, **attributes))


def test_captures_are_of_the_maker():
    module = function(RETURN, free_names=['x'], captures=[(True, 0)])
    verify(module)


def nested_tuple(depth):
    value = ()
    for _ in range(depth):
        value = (value, value)
    return value


def test_nested_constants():
    assert accepts(function(RETURN, constants=[nested_tuple(200)]))
    assert not accepts(function(RETURN, constants=[nested_tuple(300)]))
    assert not accepts(function(RETURN, constants=[nested_tuple(100_000)]))


def test_codes_are_a_tree():
    module = program('def f(): pass')
    inner = codes(module.code)[1]
    module.code.constants.append(inner)
    assert not accepts(module)
    inner.constants.append(inner)
    module.code.constants.pop()
    assert not accepts(module)
    module = program('def f(): pass')
    codes(module.code)[1].constants.append(module.code)
    assert not accepts(module)


def test_codes_nested_deeply():
    module = program('def f(): pass')
    code = module.code
    for _ in range(100_000):
        inner = copy.copy(codes(program('def f(): pass').code)[1]) if code is module.code else copy.copy(inner)
        inner.constants = [None]
        code.constants.append(inner)
        code = inner
    assert not accepts(module)


def test_module_code():
    module = program('x = 1')
    module.code.flags = 0
    assert not accepts(module)
    module = program('x = 1')
    module.code.register_names = ['y']
    assert not accepts(module)
    module = program('x = 1')
    module.global_names = module.code.register_names = ['x', 'x']
    assert not accepts(module)
    module = program('x = 1')
    module.code.argcount = 1
    assert not accepts(module)


WORDS = [len(code.instructions) for code in codes(program().code)]


@st.composite
def changed_words(draw):
    """Return a valid module with some of its words changed."""
    module = program()
    all_codes = codes(module.code)
    for _ in range(draw(st.integers(1, 3))):
        code = draw(st.sampled_from(all_codes))
        number = draw(st.integers(0, len(code.instructions) - 1))
        old = code.instructions[number]
        change = draw(st.integers(0, 5))
        if change == 0:
            code.instructions[number] = draw(st.integers(0, 2**64 - 1))
        elif change == 1:
            code.instructions[number] = old ^ 1 << draw(st.integers(0, 63))
        elif change == 2:
            opcode, flag, *operands = decode(old)
            operands[draw(st.integers(0, 2))] = draw(st.sampled_from([0, 1, 2, 5, 100, 0x7FFF, 0xFFFE, 0xFFFF]))
            code.instructions[number] = encode(opcode, flag, *operands)
        elif change == 3:
            code.instructions[number] = old & ~0xFF | draw(st.integers(0, 255))
        elif change == 4:
            del code.instructions[number], code.positions[number]
            if not code.instructions:
                break
        else:
            other = draw(st.integers(0, len(code.instructions) - 1))
            code.instructions[number], code.instructions[other] = code.instructions[other], old
    return module


def check_bounds(module):
    """Check a verified module again, in the slow and obvious way."""
    for code in codes(module.code):
        words = code.instructions
        owned = set()
        for i, instruction in enumerate(words):
            opcode, flag, a, b, c = decode(instruction)
            row = OPCODES[opcode]
            if i in owned:
                assert row.name in ('EXT', 'JUMP', 'LOOP')
            elif row.name == 'EXT':
                raise AssertionError('EXT by itself')
            if row.followed_by:
                owned.add(i + 1)
                following = OPCODES[decode(words[i + 1])[0]].name
                assert following == 'EXT' if row.followed_by == 'EXT' else following in ('JUMP', 'LOOP')
        for i, instruction in enumerate(words):
            opcode, flag, a, b, c = decode(instruction)
            row = OPCODES[opcode]
            far = instruction >> 32
            for kind, operand in zip(row.operands, (a, b, c)):
                if row.name == 'EXT':
                    break
                if kind in ('dst', 'src', 'use', 'args'):
                    assert operand < code.register_count
                elif kind == 'reg?':
                    assert operand < code.register_count or operand == NO_REGISTER
                elif kind == 'name':
                    assert type(code.constants[operand]) is str
                elif kind == 'const':
                    assert operand < len(code.constants)
                elif kind == 'const32':
                    assert far < len(code.constants)
                elif kind == 'free':
                    assert operand < len(code.free_names)
                elif kind == 'jump':
                    distance = far - (1 << 32) if far >> 31 else far
                    assert 0 <= i + 1 + distance < len(words) and i + 1 + distance not in owned
                elif kind == 'slot':
                    assert operand < len(module.global_names) or (row.name, operand) == ('GET_GLOBAL', NO_REGISTER)
                if kind == 'args':
                    span = eval(row.span, {'a': a, 'b': b, 'c': c, 'flag': flag})
                    assert operand + span <= code.register_count
        assert OPCODES[words[-1] & 255].name in ('RETURN', 'RETURN_CONST', 'RAISE', 'RERAISE', 'JUMP', 'LOOP')
        assert len(words) - 1 not in owned


@settings(max_examples=400, deadline=None)
@given(changed_words())
def test_changed_words(module):
    if accepts(module):
        check_bounds(module)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_changed_attributes(data):
    module = program()
    for _ in range(data.draw(st.integers(1, 3))):
        code = data.draw(st.sampled_from(codes(module.code)))
        attribute = data.draw(st.sampled_from(['argcount', 'posonly', 'kwonly', 'register_count', 'first_temp', 'flags',
                                               'instructions', 'constants', 'register_names', 'free_names', 'captures',
                                               'exception_table', 'positions']))
        value = getattr(code, attribute)
        if type(value) is int:
            setattr(code, attribute, data.draw(st.integers(-1, 70_000)))
        elif type(value) is list and value:
            number = data.draw(st.integers(0, len(value) - 1))
            change = data.draw(st.integers(0, 2))
            if change == 0:
                del value[number]
            elif change == 1:
                value[number] = data.draw(st.sampled_from(JUNK))
            elif type(value[number]) is tuple:
                items = list(value[number])
                if items:
                    items[data.draw(st.integers(0, len(items) - 1))] = data.draw(st.sampled_from(JUNK))
                value[number] = tuple(items)
    if accepts(module):
        check_bounds(module)
