# Operations of dicts and sets, and hash(), where hashes or comparisons of keys are written in Python: each of these is
# called from here, and what it answers is looked at when its frame returns. The prelude is not asked.
from libc.stdint cimport int64_t
from monty._heap cimport Value
from monty._machine cimport Machine

cdef enum:
    SEARCH_VALUES = 6       # what a search keeps before the registers of a frame with ACTION_SEARCH

# What the operation that defers to this prelude function searches for; -1: it is no search.
cdef int search_kind(Value* slot) noexcept nogil
# Begin the search: `operands` (`count` of them, borrowed) are those of the prelude function. CALLED, ERROR;
# NOT_IMPLEMENTED: only the prelude can do it, nothing has happened.
cdef int search_begin(Machine* m, int kind, Value* operands, int64_t count, int dst, int action, int flags) noexcept nogil
# A frame that was pushed for a search returns `result` (taken).
cdef int search_return(Machine* m, Value result) noexcept nogil
