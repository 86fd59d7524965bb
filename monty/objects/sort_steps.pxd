# The merge sort of natural runs (sort_merge) as steps, for comparisons that only code of the program can do: between
# two of them everything that it knows stands in a block of the heap.
from libc.stdint cimport int64_t
from monty._heap cimport Value, VM
from monty.objects.bytes cimport Bytes, bytes_data

cdef enum:
    ASK = 20                # a step's answer: whether item `first` is less than item `second` has to be known next

# A stretch that is sorted, and the depth of the boundary behind it in the tree of merges.
cdef struct Run:
    int64_t start
    int64_t count
    int64_t power

# It lies in the data of a bytes object and refers to no other. Behind it lie the runs; then the places: which item (by
# its number) stands where; then the spare places, for what a merge has taken out of its way.
cdef struct Steps:
    int64_t count           # items
    int64_t first           # the numbers of the items that are to be compared
    int64_t second
    int64_t shortest        # shorter runs are made that long
    int64_t run_room
    int64_t run_count
    int64_t start           # the run that is being made is places[start:stop], and is to end at run_end
    int64_t stop
    int64_t run_end
    int64_t power           # of the boundary before that run
    int64_t low             # a binary search
    int64_t high
    int64_t left            # a merge: what comes next of either side, where each of them ends, where the smaller (or
    int64_t left_end        # greater) goes; one side is among the spare places
    int64_t right
    int64_t right_end
    int64_t target
    int phase
    bint descending
    bint reverse
    # of the machine (_sorting)
    int stage
    int kind
    int dst
    int action
    int flags

cdef inline Steps* steps_of(Value v) noexcept nogil:
    return <Steps*>bytes_data(<Bytes*>v.as_.block)

# A sort of `count` items that has not begun. Returns a new reference in `out`; ERROR.
cdef int steps_new(VM* vm, int64_t count, bint reverse, Value* out) noexcept nogil
# The first step. ASK; OK: they are sorted; ERROR: a limit.
cdef int steps_begin(VM* vm, Steps* s) noexcept nogil
# Go on with the answer to the question.
cdef int steps_answer(VM* vm, Steps* s, bint less) noexcept nogil
# Put the items where they belong as far as that is known; none is lost wherever the sort stands.
cdef void steps_apply(Steps* s, Value* items) noexcept nogil
