"""The numbers of the opcodes as plain names, for the code generator: ``ADD`` instead of ``BY_NAME['ADD'].number``.

A test checks that every row of the table has its name here.
"""

from .opcodes import BY_NAME, OPCODES

EXT = BY_NAME['EXT'].number
MOVE = BY_NAME['MOVE'].number
LOAD_CONST = BY_NAME['LOAD_CONST'].number
LOAD_INT = BY_NAME['LOAD_INT'].number
UNSET = BY_NAME['UNSET'].number
CHECK_BOUND = BY_NAME['CHECK_BOUND'].number
DELETE_LOCAL = BY_NAME['DELETE_LOCAL'].number
GET_GLOBAL = BY_NAME['GET_GLOBAL'].number
SET_GLOBAL = BY_NAME['SET_GLOBAL'].number
DELETE_GLOBAL = BY_NAME['DELETE_GLOBAL'].number
MAKE_CELL = BY_NAME['MAKE_CELL'].number
GET_CELL = BY_NAME['GET_CELL'].number
SET_CELL = BY_NAME['SET_CELL'].number
DELETE_CELL = BY_NAME['DELETE_CELL'].number
GET_FREE = BY_NAME['GET_FREE'].number
SET_FREE = BY_NAME['SET_FREE'].number
DELETE_FREE = BY_NAME['DELETE_FREE'].number
GET_NAME = BY_NAME['GET_NAME'].number
NAME_OR_GLOBAL = BY_NAME['NAME_OR_GLOBAL'].number
NAME_OR_FREE = BY_NAME['NAME_OR_FREE'].number
SET_NAME = BY_NAME['SET_NAME'].number
DELETE_NAME = BY_NAME['DELETE_NAME'].number
SET_CLASS_CELL = BY_NAME['SET_CLASS_CELL'].number
ADD = BY_NAME['ADD'].number
SUB = BY_NAME['SUB'].number
MUL = BY_NAME['MUL'].number
TRUE_DIV = BY_NAME['TRUE_DIV'].number
FLOOR_DIV = BY_NAME['FLOOR_DIV'].number
MOD = BY_NAME['MOD'].number
POW = BY_NAME['POW'].number
MATMUL = BY_NAME['MATMUL'].number
LSHIFT = BY_NAME['LSHIFT'].number
RSHIFT = BY_NAME['RSHIFT'].number
AND = BY_NAME['AND'].number
OR = BY_NAME['OR'].number
XOR = BY_NAME['XOR'].number
ADD_K = BY_NAME['ADD_K'].number
SUB_K = BY_NAME['SUB_K'].number
MUL_K = BY_NAME['MUL_K'].number
TRUE_DIV_K = BY_NAME['TRUE_DIV_K'].number
FLOOR_DIV_K = BY_NAME['FLOOR_DIV_K'].number
MOD_K = BY_NAME['MOD_K'].number
POW_K = BY_NAME['POW_K'].number
ADD_I = BY_NAME['ADD_I'].number
SUB_I = BY_NAME['SUB_I'].number
NEG = BY_NAME['NEG'].number
POS = BY_NAME['POS'].number
INVERT = BY_NAME['INVERT'].number
NOT = BY_NAME['NOT'].number
LT = BY_NAME['LT'].number
LE = BY_NAME['LE'].number
EQ = BY_NAME['EQ'].number
NE = BY_NAME['NE'].number
GT = BY_NAME['GT'].number
GE = BY_NAME['GE'].number
IS = BY_NAME['IS'].number
IN = BY_NAME['IN'].number
IF_LT = BY_NAME['IF_LT'].number
IF_LE = BY_NAME['IF_LE'].number
IF_EQ = BY_NAME['IF_EQ'].number
IF_NE = BY_NAME['IF_NE'].number
IF_GT = BY_NAME['IF_GT'].number
IF_GE = BY_NAME['IF_GE'].number
IF_LT_I = BY_NAME['IF_LT_I'].number
IF_LE_I = BY_NAME['IF_LE_I'].number
IF_EQ_I = BY_NAME['IF_EQ_I'].number
IF_NE_I = BY_NAME['IF_NE_I'].number
IF_GT_I = BY_NAME['IF_GT_I'].number
IF_GE_I = BY_NAME['IF_GE_I'].number
IF_TRUE = BY_NAME['IF_TRUE'].number
IF_TRUE_KEEP = BY_NAME['IF_TRUE_KEEP'].number
IF_IS = BY_NAME['IF_IS'].number
IF_NONE = BY_NAME['IF_NONE'].number
IF_IN = BY_NAME['IF_IN'].number
JUMP = BY_NAME['JUMP'].number
LOOP = BY_NAME['LOOP'].number
GET_ITER = BY_NAME['GET_ITER'].number
FOR_ITER = BY_NAME['FOR_ITER'].number
RANGE_PREP = BY_NAME['RANGE_PREP'].number
FOR_RANGE = BY_NAME['FOR_RANGE'].number
UNPACK = BY_NAME['UNPACK'].number
UNPACK_EX = BY_NAME['UNPACK_EX'].number
CALL = BY_NAME['CALL'].number
CALL_KW = BY_NAME['CALL_KW'].number
CALL_CONST = BY_NAME['CALL_CONST'].number
CALL_METHOD = BY_NAME['CALL_METHOD'].number
FIND_METHOD = BY_NAME['FIND_METHOD'].number
CALL_SPREAD = BY_NAME['CALL_SPREAD'].number
RETURN = BY_NAME['RETURN'].number
RETURN_CONST = BY_NAME['RETURN_CONST'].number
YIELD = BY_NAME['YIELD'].number
MAKE_FUNCTION = BY_NAME['MAKE_FUNCTION'].number
BUILD_LIST = BY_NAME['BUILD_LIST'].number
BUILD_TUPLE = BY_NAME['BUILD_TUPLE'].number
BUILD_SET = BY_NAME['BUILD_SET'].number
BUILD_DICT = BY_NAME['BUILD_DICT'].number
BUILD_SLICE = BY_NAME['BUILD_SLICE'].number
BUILD_STRING = BY_NAME['BUILD_STRING'].number
LIST_APPEND = BY_NAME['LIST_APPEND'].number
LIST_EXTEND = BY_NAME['LIST_EXTEND'].number
LIST_TO_TUPLE = BY_NAME['LIST_TO_TUPLE'].number
SET_ADD = BY_NAME['SET_ADD'].number
SET_UPDATE = BY_NAME['SET_UPDATE'].number
DICT_SET = BY_NAME['DICT_SET'].number
DICT_UPDATE = BY_NAME['DICT_UPDATE'].number
DICT_MERGE = BY_NAME['DICT_MERGE'].number
FORMAT = BY_NAME['FORMAT'].number
GET_ITEM = BY_NAME['GET_ITEM'].number
GET_ITEM_I = BY_NAME['GET_ITEM_I'].number
SET_ITEM = BY_NAME['SET_ITEM'].number
DELETE_ITEM = BY_NAME['DELETE_ITEM'].number
GET_ATTR = BY_NAME['GET_ATTR'].number
SET_ATTR = BY_NAME['SET_ATTR'].number
DELETE_ATTR = BY_NAME['DELETE_ATTR'].number
IMPORT = BY_NAME['IMPORT'].number
IMPORT_FROM = BY_NAME['IMPORT_FROM'].number
IMPORT_STAR = BY_NAME['IMPORT_STAR'].number
RAISE = BY_NAME['RAISE'].number
ENTER_HANDLER = BY_NAME['ENTER_HANDLER'].number
LEAVE_HANDLER = BY_NAME['LEAVE_HANDLER'].number
RERAISE = BY_NAME['RERAISE'].number
MATCH_EXCEPTION = BY_NAME['MATCH_EXCEPTION'].number
MATCH_GROUP = BY_NAME['MATCH_GROUP'].number
JOIN_RAISED = BY_NAME['JOIN_RAISED'].number
WITH_ENTER = BY_NAME['WITH_ENTER'].number
EXCEPTION_PARTS = BY_NAME['EXCEPTION_PARTS'].number
GET_DELEGATE = BY_NAME['GET_DELEGATE'].number
YIELD_FROM = BY_NAME['YIELD_FROM'].number
GET_AITER = BY_NAME['GET_AITER'].number
GET_ANEXT = BY_NAME['GET_ANEXT'].number
IF_SEQUENCE = BY_NAME['IF_SEQUENCE'].number
IF_MAPPING = BY_NAME['IF_MAPPING'].number
MATCH_KEYS = BY_NAME['MATCH_KEYS'].number
MATCH_REST = BY_NAME['MATCH_REST'].number
MATCH_CLASS = BY_NAME['MATCH_CLASS'].number

# What kind of operands an instruction has, for the last step of the assembler: bit 1, 2, 4: operand a, b, c is a
# register; JOINED: b and c are one operand; JUMPS: b is a label until then.
JOINED = 8
JUMPS = 16
_REGISTER_KINDS = frozenset({'dst', 'src', 'use', 'args', 'reg?'})

SHAPES: list[int] = [
    sum(1 << place for place, kind in enumerate(row.operands) if kind in _REGISTER_KINDS)
    | (JUMPS if 'jump' in row.operands else 0)
    | (JOINED if {'const32', 'imm32'} & set(row.operands) or row.name == 'EXT' else 0)
    for row in OPCODES
]

# Opcodes whose next word is the JUMP or LOOP that they take.
PAIRED = frozenset(row.number for row in OPCODES if row.followed_by == 'JUMP')
