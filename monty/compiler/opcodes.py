"""The instruction set of the register machine: one table, everything else about opcodes is derived from it.

An instruction is one 64-bit word: ``opcode`` (8 bits), ``flag`` (8 bits), and the operands ``a``, ``b``, ``c``
(16 bits each, in that order from the low end). Operands ``b`` and ``c`` may join into one signed 32-bit operand
(written ``bc``). ``R`` are the registers of the running frame, ``K`` the constants of its code.

Operand kinds (the verifier proves each of them; the disassembler prints them accordingly):

========  ==================================================================================================
``dst``   a register that is written (its old value is released)
``src``   a register that is read
``use``   a register that is read and written in place
``args``  the first of several consecutive registers; how many is told by the row's ``span``
``imm``   a signed 16-bit integer
``num``   an unsigned 16-bit number (a count)
``const`` an index into K, 16 bits
``name``  an index into K, 16 bits, of a str
``const32`` an index into K, 32 bits (b and c joined)
``imm32`` a signed 32-bit integer (b and c joined)
``jump``  a signed 32-bit distance from the *following* instruction (b and c joined)
``slot``  an index into the module's globals, 16 bits
``free``  an index into the closure of the running function
``reg?``  a register that is read, or 0xFFFF for "none"
``-``     not used, must be 0
========  ==================================================================================================

Registers of a frame are laid out as ``[parameters and locals | pinned | temporaries]``. ``Code.first_temp`` is where
temporaries begin. A temporary is written once and read once: the instruction that reads it *takes* its value
(``src`` of a temporary leaves the register unset). A value that is read several times (the iterator of a loop, the
object of an augmented assignment) lives in a pinned register, which the compiler clears with UNSET.
Constants that loops read in place have pinned registers of their own, loaded at the entry.
"""

from typing import NamedTuple

NO_REGISTER = 0xFFFF

# Bits of ``flag`` for arithmetic: the statement was ``x op= y``.
INPLACE = 1


class Opcode(NamedTuple):
    """One row of the table.

    Attributes:
        number: the value of the 8-bit opcode field.
        name: upper-case name, also the name of the C constant (``OP_`` + name).
        operands: three operand kinds for a, b, c (joined operands take two places).
        meaning: what the instruction does, in register terms.
        span: for an ``args`` operand, how many registers it covers (an expression over ``a``, ``b``, ``c``, ``flag``).
        followed_by: name of the instruction word that must follow (a JUMP or EXT word), or ''.
    """

    number: int
    name: str
    operands: tuple[str, str, str]
    meaning: str
    span: str
    followed_by: str


OPCODES: list[Opcode] = []
BY_NAME: dict[str, Opcode] = {}

_JOINED = {'const32', 'imm32', 'jump'}


def op(name: str, operands: str, meaning: str, span: str = '', followed_by: str = '') -> None:
    """Add one row to the table (called only in this file)."""
    kinds: list[str] = []
    for kind in operands.split():
        kinds.append(kind)
        if kind in _JOINED:
            kinds.append('')
    while len(kinds) < 3:
        kinds.append('-')
    row = Opcode(len(OPCODES), name, (kinds[0], kinds[1], kinds[2]), meaning, span, followed_by)
    OPCODES.append(row)
    BY_NAME[name] = row


# --- words that belong to the instruction before them, and moves -------------------------------------------------
op('EXT', 'num num num', 'operand word of the instruction before it; never executed by itself')
op('MOVE', 'dst src', 'R[a] = R[b] (a temporary is taken, anything else is copied)')
op('LOAD_CONST', 'dst const32', 'R[a] = K[bc]')
op('LOAD_INT', 'dst imm32', 'R[a] = bc as an int')
op('UNSET', 'dst', 'R[a] = unset')
op('CHECK_BOUND', 'src name', 'raise UnboundLocalError (NameError in module code) naming K[b] if R[a] is unset '
   '(flag 1: the first argument of super(), RuntimeError)')
op('DELETE_LOCAL', 'use name', 'unset R[a]; if it was unset raise UnboundLocalError (NameError in module code)')

# --- globals (of a function's module), cells and free variables ----------------------------------------------------
op('GET_GLOBAL', 'dst slot name', 'R[a] = globals[b]; if unset, the builtin named K[c], else NameError')
op('SET_GLOBAL', 'slot src', 'globals[a] = R[b]')
op('DELETE_GLOBAL', 'slot name', 'unset globals[a]; NameError naming K[b] if it was unset')
op('MAKE_CELL', 'use', 'R[a] = a new cell holding what R[a] was (possibly unset)')
op('GET_CELL', 'dst src name', 'R[a] = contents of cell R[b]; if empty UnboundLocalError naming K[c] '
   '(flag 1: the cell of the class around, flag 2: the first argument of super(), RuntimeError)')
op('SET_CELL', 'src src', 'contents of cell R[a] = R[b]')
op('DELETE_CELL', 'src name', 'empty cell R[a]; if it was empty UnboundLocalError naming K[b]')
op('GET_FREE', 'dst free name', 'R[a] = contents of closure cell b; if empty NameError (free variable) naming K[c] '
   '(flag 1: the cell of the class around, RuntimeError)')
op('SET_FREE', 'free src', 'contents of closure cell a = R[b]')
op('DELETE_FREE', 'free name', 'empty closure cell a; if it was empty NameError naming K[b]')
# Names of a class body.
op('GET_NAME', 'dst src name', 'R[a] = R[b][K[c]]; unset if the namespace R[b] does not have it')
op('NAME_OR_GLOBAL', 'use slot name', 'if R[a] is unset: as GET_GLOBAL')
op('NAME_OR_FREE', 'use free name', 'if R[a] is unset: as GET_FREE')
op('SET_NAME', 'src name src', 'R[a][K[b]] = R[c], R[a] a namespace')
op('DELETE_NAME', 'src name', 'del R[a][K[b]]; NameError naming K[b] if the namespace does not have it')
op('SET_CLASS_CELL', 'src src', "R[a]['__classcell__'] = the cell in R[b]: type.__new__ fills it with the class")

# --- arithmetic. flag INPLACE marks ``x op= y`` -------------------------------------------------------------------
BINARY_OPERATORS = (
    # name, symbol, has a _K form (right operand a constant)
    ('ADD', '+', True),
    ('SUB', '-', True),
    ('MUL', '*', True),
    ('TRUE_DIV', '/', True),
    ('FLOOR_DIV', '//', True),
    ('MOD', '%', True),
    ('POW', '**', True),
    ('MATMUL', '@', False),
    ('LSHIFT', '<<', False),
    ('RSHIFT', '>>', False),
    ('AND', '&', False),
    ('OR', '|', False),
    ('XOR', '^', False),
)
for _name, _symbol, _ in BINARY_OPERATORS:
    op(_name, 'dst src src', f'R[a] = R[b] {_symbol} R[c]')
for _name, _symbol, _has_const in BINARY_OPERATORS:
    if _has_const:
        op(_name + '_K', 'dst src const', f'R[a] = R[b] {_symbol} K[c]')
op('ADD_I', 'dst src imm', 'R[a] = R[b] + c')
op('SUB_I', 'dst src imm', 'R[a] = R[b] - c')
op('NEG', 'dst src', 'R[a] = -R[b]')
op('POS', 'dst src', 'R[a] = +R[b]')
op('INVERT', 'dst src', 'R[a] = ~R[b]')
op('NOT', 'dst src', 'R[a] = not R[b]')

# --- comparison ---------------------------------------------------------------------------------------------------
COMPARE_OPERATORS = (('LT', '<'), ('LE', '<='), ('EQ', '=='), ('NE', '!='), ('GT', '>'), ('GE', '>='))
for _name, _symbol in COMPARE_OPERATORS:
    op(_name, 'dst src src', f'R[a] = R[b] {_symbol} R[c]')
op('IS', 'dst src src', 'R[a] = R[b] is R[c] (flag 1: is not)')
op('IN', 'dst src src', 'R[a] = R[b] in R[c] (flag 1: not in)')

# Test and branch: the following word is a JUMP or a LOOP, taken if the truth of the test equals flag (0 or 1).
for _name, _symbol in COMPARE_OPERATORS:
    op('IF_' + _name, '- src src', f'if truth of (R[b] {_symbol} R[c]) == flag: jump', followed_by='JUMP')
for _name, _symbol in COMPARE_OPERATORS:
    op('IF_' + _name + '_I', '- src imm', f'if truth of (R[b] {_symbol} c) == flag: jump', followed_by='JUMP')
op('IF_TRUE', '- src', 'if truth of R[b] == flag: jump (a temporary is taken)', followed_by='JUMP')
op('IF_TRUE_KEEP', '- src', 'if truth of R[b] == flag: jump, and R[b] keeps its value either way; '
                            'without the jump a temporary is unset', followed_by='JUMP')
op('IF_IS', '- src src', 'if (R[b] is R[c]) == flag: jump', followed_by='JUMP')
op('IF_NONE', '- src', 'if (R[b] is None) == flag: jump', followed_by='JUMP')
op('IF_IN', '- src src', 'if (R[b] in R[c]) == flag: jump', followed_by='JUMP')
op('JUMP', '- jump', 'pc += bc; forward only')
op('LOOP', '- jump', 'pc += bc; backward only, a safepoint')

# --- iteration ----------------------------------------------------------------------------------------------------
op('GET_ITER', 'dst src', 'R[a] = iter(R[b])')
op('FOR_ITER', 'use dst', 'R[b] = next(R[a]) and jump; when exhausted, unset R[a] and fall through past the jump',
   followed_by='JUMP')
op('RANGE_PREP', 'dst args num', 'R[a], R[a+1] = state of a loop over range(R[b], ... c arguments)', span='c')
op('FOR_RANGE', 'use dst', 'as FOR_ITER for a state made by RANGE_PREP in R[a], R[a+1]', followed_by='JUMP')
op('UNPACK', 'args src num', 'R[a], ... R[a+c-1] = R[b], exactly c items; nothing is written if there are not',
   span='c')
op('UNPACK_EX', 'args src num', 'as UNPACK, with a starred target: c & 255 items, a list, c >> 8 items',
   span='(c & 255) + 1 + (c >> 8)')

# --- calls: arguments are taken from consecutive temporaries ------------------------------------------------------
op('CALL', 'dst args num', 'R[a] = R[b](R[b+1], ... c arguments)', span='c + 1')
op('CALL_KW', 'dst args num', 'as CALL; EXT a: constant index (bc) of a tuple of names for the last arguments',
   span='c + 1', followed_by='EXT')
op('CALL_CONST', 'dst args num', 'R[a] = K[ext.bc](R[b], ... c arguments): callee is a constant builtin', span='c',
   followed_by='EXT')
# The position of a CALL_METHOD word is that of the attribute (for AttributeError), its EXT word has that of the call.
op('CALL_METHOD', 'dst args num', 'R[a] = R[b].name(R[b+1], ... c arguments), name = K[ext.bc]; '
                                  'ext.a: 0, or 1 + constant index of the tuple of keyword names',
   span='c + 1', followed_by='EXT')
op('FIND_METHOD', 'use name', 'look up the method K[b] of R[a] for the CALL_METHOD that follows when its arguments are '
   'evaluated: AttributeError if there is none. R[a] stays, or becomes what only that CALL_METHOD understands')
op('CALL_SPREAD', 'dst args', 'R[a] = R[b](*R[b+1], **R[b+2]): R[b+1] a list or tuple, R[b+2] a dict or unset', span='3')
op('RETURN', 'src', 'return R[a]')
op('RETURN_CONST', '- const32', 'return K[bc]')
op('YIELD', 'dst src', 'suspend this generator with the value R[b]; when resumed, R[a] = the value sent')
op('MAKE_FUNCTION', 'dst args const', 'R[a] = function of code K[c]; flag bits: 1 R[b] is the tuple of defaults, '
   '2 R[b+1] is the dict of keyword-only defaults, 4 R[b+2] is the dict of annotations; closure as the code says',
   span='3 if flag else 0')

# --- displays, formatting -----------------------------------------------------------------------------------------
op('BUILD_LIST', 'dst args num', 'R[a] = [R[b], ... c items]', span='c')
op('BUILD_TUPLE', 'dst args num', 'R[a] = (R[b], ... c items)', span='c')
op('BUILD_SET', 'dst args num', 'R[a] = {R[b], ... c items}', span='c')
op('BUILD_DICT', 'dst args num', 'R[a] = {R[b]: R[b+1], ...} of c pairs', span='2 * c')
op('BUILD_SLICE', 'dst args', 'R[a] = slice(R[b], R[b+1], R[b+2])', span='3')
op('BUILD_STRING', 'dst args num', 'R[a] = the c strings from R[b] joined', span='c')
op('LIST_APPEND', 'src src', 'R[a].append(R[b]); R[a] is a list the compiler made')
op('LIST_EXTEND', 'args src reg?', 'R[a].extend(R[b]) for a * in a display or a call; R[c] is the callee if it is the '
   'only positional argument of a call: R[a] = R[b] if that is a list or tuple, else list(R[b]); flag 1: R[a+1] is the '
   'dict of the keyword arguments', span='1 + flag')
op('LIST_TO_TUPLE', 'dst src', 'R[a] = tuple(R[b]); R[b] is a list the compiler made')
op('SET_ADD', 'src src', 'R[a].add(R[b])')
op('SET_UPDATE', 'src src', 'R[a].update(R[b]) (flag 1: R[b] is the tuple of constants of a display)')
op('DICT_SET', 'src src src', 'R[a][R[b]] = R[c] for a display or a comprehension')
op('DICT_UPDATE', 'src src', 'R[a].update(R[b]) for ** in a display; R[b] must be a mapping')
op('DICT_MERGE', 'src src reg?', 'as DICT_UPDATE for ** in a call of R[c]: keys must be str and new; flag 1: it is the '
   'only one, R[a] = R[b] if that is a dict, else dict(R[b])')
op('FORMAT', 'dst src reg?', 'R[a] = format(convert(R[b]), R[c] or ""); flag is the conversion: 0, "s", "r" or "a"')

# --- subscripts, attributes, imports -------------------------------------------------------------------------------
op('GET_ITEM', 'dst src src', 'R[a] = R[b][R[c]]')
op('GET_ITEM_I', 'dst src imm', 'R[a] = R[b][c]')
op('SET_ITEM', 'src src src', 'R[a][R[b]] = R[c]')
op('DELETE_ITEM', 'src src', 'del R[a][R[b]]')
op('GET_ATTR', 'dst src name', 'R[a] = R[b].name')
op('SET_ATTR', 'src name src', 'R[a].name = R[c], name = K[b]')
op('DELETE_ATTR', 'src name', 'del R[a].name')
op('IMPORT', 'dst name', 'R[a] = the module named K[b] (flag 1: the top package of a dotted name)')
op('IMPORT_FROM', 'dst src name', 'R[a] = attribute K[c] of module R[b], ImportError if it has none')
op('IMPORT_STAR', 'src', 'the globals that are named as public attributes of module R[a] = these')

# --- exceptions ---------------------------------------------------------------------------------------------------
op('RAISE', 'reg? reg?', 'raise R[a] from R[b]; without R[a], re-raise the exception being handled, as RERAISE does')
op('ENTER_HANDLER', 'use', 'R[a] holds the exception caught; R[a+1] = the exception handled until now; '
                           'R[a] becomes the exception being handled')
op('LEAVE_HANDLER', 'use', 'the exception being handled = R[a+1]; R[a], R[a+1] = unset')
op('RERAISE', 'src', 'raise the exception R[a] again, its traceback going on from where it was')
op('MATCH_EXCEPTION', 'dst src src', 'R[a] = exception R[b] is an instance of R[c] (a class or a tuple of classes, '
                                     'TypeError otherwise)')
op('MATCH_GROUP', 'args src src', 'R[a], R[a+1] = the part of exception or None R[b] that an except* clause of R[c] '
   'handles, and the rest; None where there is nothing', span='2')
op('JOIN_RAISED', 'dst src src', 'R[a] = what leaves the except* clauses for exception R[b]; R[c] lists what they raised '
   'and, last, what none of them handled. None: nothing')

# --- with, delegation to other generators, match -------------------------------------------------------------------
op('WITH_ENTER', 'dst use', 'the object in the pinned R[b] is entered: R[a] = what its __enter__ returns, R[b] = its '
   '__exit__, bound (flag 1: __aenter__, __aexit__)')
op('EXCEPTION_PARTS', 'args src', 'R[a], R[a+1], R[a+2] = class, exception, traceback of exception R[b]', span='3')
op('GET_DELEGATE', 'dst src', 'R[a] = the iterator that an expression with operand R[b] delegates to. flag 0: yield '
   'from; 1: await; 2, 3: async with, of what __aenter__, __aexit__ returned; 4: async for, of what __anext__ returned')
op('YIELD_FROM', 'use use', 'send R[a] (None at first) to the iterator R[b], which is pinned. What that yields this '
   'generator yields, and executes this instruction again when resumed, R[a] being the value sent. When the iterator '
   'is exhausted, R[a] = its result and R[b] = unset')
op('GET_AITER', 'dst src', 'R[a] = aiter(R[b])')
op('GET_ANEXT', 'dst src', 'R[a] = what __anext__ of R[b], pinned, returns')
op('IF_SEQUENCE', '- src num', 'if (R[b] is a sequence to a pattern, of c items if c is not 0xFFFF) == flag: jump',
   followed_by='JUMP')
op('IF_MAPPING', '- src', 'if (R[b] is a mapping to a pattern) == flag: jump', followed_by='JUMP')
op('MATCH_KEYS', 'dst src src', 'R[a] = the tuple of the values that mapping R[b] has for the keys in tuple R[c], or '
   'None if a key is missing')
op('MATCH_REST', 'dst src src', 'R[a] = a dict of mapping R[b] without the keys in tuple R[c]')
op('MATCH_CLASS', 'dst args num', 'R[a] = the tuple of the attributes of R[b] that a class pattern of class R[b+1] with '
   'c positional patterns and the names in tuple R[b+2] looks at, or None if it does not match', span='3')

COUNT = len(OPCODES)


def encode(number: int, flag: int, a: int, b: int, c: int) -> int:
    """Return the 64-bit word of an instruction with three 16-bit operands (``imm`` operands may be negative).

    >>> hex(encode(1, 0, 2, 3, -1))
    '0xffff000300020001'
    """
    return number | flag << 8 | (a & 0xFFFF) << 16 | (b & 0xFFFF) << 32 | (c & 0xFFFF) << 48


def encode_joined(number: int, flag: int, a: int, bc: int) -> int:
    """Return the 64-bit word of an instruction whose b and c join into one 32-bit operand.

    >>> hex(encode_joined(1, 0, 2, -1))
    '0xffffffff00020001'
    """
    return number | flag << 8 | (a & 0xFFFF) << 16 | (bc & 0xFFFFFFFF) << 32


def decode(word: int) -> tuple[int, int, int, int, int]:
    """Return (opcode number, flag, a, b, c) of an instruction word, operands as unsigned 16-bit numbers."""
    return word & 0xFF, word >> 8 & 0xFF, word >> 16 & 0xFFFF, word >> 32 & 0xFFFF, word >> 48 & 0xFFFF


def joined(word: int) -> int:
    """Return the signed 32-bit operand of a word whose b and c are joined."""
    value = word >> 32 & 0xFFFFFFFF
    return value - (1 << 32) if value & 0x80000000 else value
