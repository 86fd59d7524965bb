# Iterators of the library that work without sandboxed code. Their classes are written in Python (library/itertools.py):
# each of them shows as an instance of the class that made it.
from libc.stdint cimport int64_t
from monty._heap cimport Block, Class, Value, VM

cdef enum:
    T_PRODUCT = 108
    T_COMBINATIONS = 109    # with and without replacement
    T_PERMUTATIONS = 110
    T_ZIP_LONGEST = 111
    T_CHAIN = 112
    T_ISLICE = 113
    T_COUNT = 114
    T_REPEAT = 115
    T_CYCLE = 116
    T_PAIRWISE = 117

# What all of them begin with.
cdef struct Stepper:
    Block head
    Class* facade           # counted unless it is built in
    int depth               # 1 + the greatest of the iterators inside

# T_PRODUCT, T_COMBINATIONS and T_PERMUTATIONS: arrangements of the items of pools.
cdef struct Arrangement:
    Stepper base
    Value pools             # T_PRODUCT: a tuple of tuples; the others: a tuple
    int64_t* places         # a buffer: where the items of the present arrangement stand; then, for permutations, how
                            # often each place is still to be changed
    int64_t count           # items of an arrangement
    int64_t step            # T_COMBINATIONS: 1, with replacement 0
    int state               # ARRANGEMENT_ below

cdef enum:
    ARRANGEMENT_NEW = 0
    ARRANGEMENT_BEGUN = 1
    ARRANGEMENT_FINISHED = 2

# The others.
#   T_ZIP_LONGEST: a tuple of iterators, None for those that are exhausted; the fill value; number: iterators left
#   T_CHAIN: a tuple of iterables; the iterator in use, or unset; number: of the next iterable
#   T_ISLICE: the iterator, unset when done; number: items to pass over before the next; stop: items that may still be
#       taken, -1: any number; step
#   T_COUNT: the next number; the step
#   T_REPEAT: the item; how many times it comes still, or None
#   T_CYCLE: the iterator, unset when exhausted; the list of its items; number: the next of these
#   T_PAIRWISE: the iterator, unset when exhausted; the item before, or unset
cdef struct Lazy:
    Stepper base
    Value first
    Value second
    int64_t number
    int64_t stop
    int64_t step

cdef inline bint is_stepper(int type) noexcept nogil:
    return T_PRODUCT <= type <= T_PAIRWISE

# The class that a generator or stepper can show as: `cls` or, if its instances have attributes, the nearest of its bases
# whose have none. Borrowed; NULL with TypeError.
cdef Class* stepper_class(VM* vm, Value cls) noexcept nogil
