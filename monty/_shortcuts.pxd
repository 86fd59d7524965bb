# Functions of the library whose code need not run where the answer is at hand: those that the library has marked. Their
# code in Python does the same, and everything else.
from libc.stdint cimport int64_t
from monty._heap cimport Class, Value, VM
from monty._machine cimport Function, Machine

cdef enum:                  # slots of the keys of functools.cmp_to_key, which stand in alphabetical order
    KEY_COMPARE = 0
    KEY_OBJECT = 1
    KEY_SLOTS = 2

# How the keys of a sort are made.
cdef enum:
    KEY_BY_CODE = 0
    KEY_BY_NATIVE = 1
    KEY_BY_GETTER = 2           # operator.itemgetter
    KEY_BY_MAKER = 3            # functools.cmp_to_key

cdef int key_kind(Value key) noexcept nogil
# key(item) without a frame. OK, ERROR; DEFER or NOT_IMPLEMENTED, with nothing changed, where it takes one.
cdef int key_on_the_spot(VM* vm, int kind, Value key, Value item, Value* out) noexcept nogil

# A call of a function with SHORTCUT_MEMO, without keywords: the result that is kept for these arguments (borrowed). OK,
# NOT_IMPLEMENTED (the function has to run), ERROR.
cdef int memo_find(VM* vm, Function* f, Value* args, int64_t count, Value* out) noexcept nogil
# The arguments of a call of a named tuple's class that are not simply its items: keywords, or fewer. OK: they have been
# taken, and `items` holds one for each field. NOT_IMPLEMENTED, with nothing changed: the class's __new__ has to run.
cdef int record_bind(VM* vm, Class* cls, Value* args, int64_t count, Value keyword_names, Value* items) noexcept nogil

# What operator.itemgetter `getter` (its class's __call__ has SHORTCUT_ITEM_GETTER) gets from an object. OK, ERROR;
# NOT_IMPLEMENTED or DEFER, with nothing changed: its __call__ has to run.
cdef int item_getter_get(VM* vm, Value getter, Value source, Value* out) noexcept nogil

cdef enum:
    RECORD_LIMIT = 32       # fields that record_bind knows to handle
