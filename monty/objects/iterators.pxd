# The iterators of list, tuple and range, and the lazy built-in iterators that work without sandboxed code.
from libc.stdint cimport int64_t
from monty._heap cimport Block, T_ENUMERATE, T_ZIP, TYPE_MASK, Value, VM
from monty.objects.list cimport List
from monty.objects.range cimport Range
from monty.objects.steppers cimport is_stepper, Stepper

# T_LIST_ITERATOR: forward from `index`. T_LIST_REVERSE_ITERATOR: downward from `index`.
cdef struct ListIterator:
    Block head
    List* source            # counted; NULL when exhausted
    int64_t index

cdef struct TupleIterator:
    Block head
    Value source            # a tuple; unset when exhausted
    int64_t index

# T_REVERSED: downward over anything with native length and subscripts.
cdef struct ReversedIterator:
    Block head
    Value source            # unset when exhausted
    int64_t index

# T_LONG_RANGE_ITERATOR: of a range that is not small.
cdef struct LongRangeIterator:
    Block head
    Value current
    Value step
    Value remaining

cdef struct Enumerate:
    Block head
    Value iterator          # native
    Value number            # an int of any size
    int depth               # 1 + that of the iterator inside

cdef struct Zip:
    Block head
    Value iterators         # a tuple of native iterators; unset when exhausted
    bint strict
    int depth               # 1 + the greatest of the iterators inside

# New references in `out`; OK or ERROR.
cdef int list_iterator_new(VM* vm, List* source, Value* out) noexcept nogil
cdef int list_reverse_iterator_new(VM* vm, List* source, Value* out) noexcept nogil
cdef int tuple_iterator_new(VM* vm, Value source, Value* out) noexcept nogil
cdef int range_iterator_new(VM* vm, Range* source, Value* out) noexcept nogil
cdef int range_reverse_iterator_new(VM* vm, Range* source, Value* out) noexcept nogil
cdef int reversed_iterator_new(VM* vm, Value source, int64_t length, Value* out) noexcept nogil
# How many lazy iterators stand inside each other there: beyond NATIVE_DEPTH the prelude's generators take over, since
# each level of a native one takes C stack.
cdef inline int iterator_depth(Value iterator) noexcept nogil:
    cdef int type = iterator.tag & TYPE_MASK
    if type == T_ENUMERATE:
        return (<Enumerate*>iterator.as_.block).depth
    if type == T_ZIP:
        return (<Zip*>iterator.as_.block).depth
    if is_stepper(type):
        return (<Stepper*>iterator.as_.block).depth
    return 0

# Takes `iterator` and `number` (also on error).
cdef int enumerate_new(VM* vm, Value iterator, Value number, Value* out) noexcept nogil
# Takes `iterators` (also on error).
cdef int zip_new(VM* vm, Value iterators, bint strict, Value* out) noexcept nogil
