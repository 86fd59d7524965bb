"""The merge sort of natural runs, cut into steps at its comparisons: each function here goes on to the next comparison
and notes in `phase` who wants to know its outcome. It is sort_merge turned inside out, and chooses runs and merges as
that does."""

from libc.stdint cimport int64_t
from libc.string cimport memcpy, memmove

from monty._generated cimport *
from monty._heap cimport *
from monty.objects.bytes cimport Bytes, bytes_data, bytes_new
from monty.objects.sort_merge cimport boundary_power, MAX_RUNS, SHORT, shortest_run

cdef enum:
    PHASE_FIRST = 0         # the first two items of a run: does it ascend or descend?
    PHASE_RUN = 1           # does it go on?
    PHASE_INSERT = 2        # where does the item behind the run belong in it?
    PHASE_LEFT = 3          # a merge: what of the left run stays where it is?
    PHASE_RIGHT = 4         # and of the right one?
    PHASE_MERGE_UP = 5      # the left side is among the spare places
    PHASE_MERGE_DOWN = 6    # the right one is; the greatest come first


cdef inline Run* runs_of(Steps* s) noexcept nogil:
    return <Run*>(s + 1)


cdef inline int64_t* places_of(Steps* s) noexcept nogil:
    return <int64_t*>(runs_of(s) + s.run_room)


cdef int steps_new(VM* vm, int64_t count, bint reverse, Value* out) noexcept nogil:
    # Few items are one run, which is never merged. The shorter side of a merge is half of the items at most.
    cdef int64_t run_room = 1 if count < SHORT else MAX_RUNS
    cdef int64_t spare = 0 if count < SHORT else count >> 1
    cdef Bytes* block = bytes_new(vm, <int64_t>sizeof(Steps) + run_room * <int64_t>sizeof(Run)
                                  + (count + spare) * <int64_t>sizeof(int64_t))
    cdef Steps* s
    cdef int64_t* places
    cdef int64_t i
    if block == NULL:
        return ERROR
    out[0] = value_block(&block.head)
    s = <Steps*>bytes_data(block)
    s.count = count
    s.shortest = shortest_run(count)
    s.run_room = run_room
    s.run_count = 0
    s.stop = 0
    s.phase = PHASE_FIRST
    s.reverse = reverse
    places = places_of(s)
    # CPython reverses the items, sorts, and reverses again.
    for i in range(count):
        places[i] = count - 1 - i if reverse else i
    return OK


cdef inline int ask(Steps* s, int phase, int64_t first, int64_t second) noexcept nogil:
    s.phase = phase
    s.first = places_of(s)[first]
    s.second = places_of(s)[second]
    return ASK


# --- merges ----------------------------------------------------------------------------------------------------------

# The two topmost runs are one now.
cdef int merged(VM* vm, Steps* s) noexcept nogil:
    s.run_count -= 1
    runs_of(s)[s.run_count - 1].count += runs_of(s)[s.run_count].count
    return next_merge(vm, s)


# What is left among the spare places goes where it belongs. Nothing else has to move when one side is used up, and when
# the sort ends in the middle of a merge.
cdef void put_back(Steps* s) noexcept nogil:
    cdef int64_t* places = places_of(s)
    cdef int64_t rest
    if s.phase == PHASE_MERGE_UP:
        memcpy(places + s.target, places + s.left, <size_t>(s.left_end - s.left) * sizeof(int64_t))
    elif s.phase == PHASE_MERGE_DOWN:
        rest = s.right - s.right_end
        memcpy(places + s.target - rest + 1, places + s.right_end + 1, <size_t>rest * sizeof(int64_t))
    s.phase = PHASE_FIRST


cdef int merge_up(VM* vm, Steps* s, bint less) noexcept nogil:
    cdef int64_t* places = places_of(s)
    if less:
        places[s.target] = places[s.right]
        s.right += 1
    else:
        places[s.target] = places[s.left]
        s.left += 1
    s.target += 1
    if s.left < s.left_end and s.right < s.right_end:
        return ask(s, PHASE_MERGE_UP, s.right, s.left)
    put_back(s)
    return merged(vm, s)


cdef int merge_down(VM* vm, Steps* s, bint less) noexcept nogil:
    cdef int64_t* places = places_of(s)
    if less:
        places[s.target] = places[s.left]
        s.left -= 1
    else:
        places[s.target] = places[s.right]
        s.right -= 1
    s.target -= 1
    if s.left > s.left_end and s.right > s.right_end:
        return ask(s, PHASE_MERGE_DOWN, s.right, s.left)
    put_back(s)
    return merged(vm, s)


# Merge places[first:middle] and places[middle:stop]. The first of the right ones is less than all of the left ones, the
# last of the left ones greater than all of the right ones: one of these goes first, without a comparison.
cdef int merge_stretches(VM* vm, Steps* s, int64_t first, int64_t middle, int64_t stop) noexcept nogil:
    cdef int64_t* places = places_of(s)
    if poll(vm, (stop - first) >> 2) != OK:
        return ERROR
    if middle - first <= stop - middle:
        memcpy(places + s.count, places + first, <size_t>(middle - first) * sizeof(int64_t))
        s.left = s.count
        s.left_end = s.count + middle - first
        s.right = middle
        s.right_end = stop
        s.target = first
        s.phase = PHASE_MERGE_UP
        return merge_up(vm, s, True)
    memcpy(places + s.count, places + middle, <size_t>(stop - middle) * sizeof(int64_t))
    s.left = middle - 1
    s.left_end = first - 1
    s.right = s.count + stop - middle - 1
    s.right_end = s.count - 1
    s.target = stop - 1
    s.phase = PHASE_MERGE_DOWN
    return merge_down(vm, s, True)


# Where does what the right run begins with belong in the left one?
cdef int search_left(VM* vm, Steps* s) noexcept nogil:
    cdef int64_t middle = runs_of(s)[s.run_count - 1].start
    if s.low < s.high:
        return ask(s, PHASE_LEFT, middle, (s.low + s.high) >> 1)
    if s.low == middle:
        return merged(vm, s)
    s.left = s.low
    s.low = middle
    s.high = middle + runs_of(s)[s.run_count - 1].count
    return search_right(vm, s)


# Where does what the left run ends with belong in the right one?
cdef int search_right(VM* vm, Steps* s) noexcept nogil:
    cdef int64_t middle = runs_of(s)[s.run_count - 1].start
    if s.low < s.high:
        return ask(s, PHASE_RIGHT, (s.low + s.high) >> 1, middle - 1)
    if s.low == middle:
        return merged(vm, s)
    return merge_stretches(vm, s, s.left, middle, s.low)


# Merge the topmost runs, or make another run, or be done.
cdef int next_merge(VM* vm, Steps* s) noexcept nogil:
    cdef Run* runs = runs_of(s)
    cdef bint at_end = s.start == s.count
    if s.run_count > 1 and (at_end or runs[s.run_count - 2].power > s.power):
        s.low = runs[s.run_count - 2].start
        s.high = runs[s.run_count - 1].start
        return search_left(vm, s)
    if at_end:
        return OK
    if s.run_count > 0:
        runs[s.run_count - 1].power = s.power
    runs[s.run_count].start = s.start
    runs[s.run_count].count = s.stop - s.start
    s.run_count += 1
    return steps_begin(vm, s)


# --- runs ------------------------------------------------------------------------------------------------------------

# A run begins where the last one has ended.
cdef int steps_begin(VM* vm, Steps* s) noexcept nogil:
    s.start = s.stop
    s.phase = PHASE_FIRST
    if s.start == s.count:
        return next_merge(vm, s)
    s.stop = s.start + 1
    if s.stop == s.count:
        s.descending = False
        return run_found(vm, s)
    return ask(s, PHASE_FIRST, s.stop, s.start)


cdef int run_found(VM* vm, Steps* s) noexcept nogil:
    cdef int64_t* low = places_of(s) + s.start
    cdef int64_t* high = places_of(s) + s.stop - 1
    cdef int64_t held
    if s.descending:
        while low < high:
            held = low[0]
            low[0] = high[0]
            high[0] = held
            low += 1
            high -= 1
        if poll(vm, (s.stop - s.start) >> 2) != OK:
            return ERROR
    s.run_end = s.stop
    if s.stop - s.start < s.shortest:
        s.run_end = s.start + s.shortest if s.count - s.start > s.shortest else s.count
    return next_insertion(vm, s)


cdef int next_insertion(VM* vm, Steps* s) noexcept nogil:
    cdef Run* last = runs_of(s) + s.run_count - 1
    if s.stop < s.run_end:
        s.low = s.start
        s.high = s.stop
        return ask(s, PHASE_INSERT, s.stop, (s.low + s.high) >> 1)
    if s.run_count > 0:
        s.power = boundary_power(last.start, last.count, s.stop - s.start, s.count)
    return next_merge(vm, s)


cdef inline int insert_answer(VM* vm, Steps* s, bint less) noexcept nogil:
    cdef int64_t middle = (s.low + s.high) >> 1
    cdef int64_t* places
    cdef int64_t held
    if less:
        s.high = middle
    else:
        s.low = middle + 1
    if s.low < s.high:
        # The item that is inserted stays the first one.
        s.second = places_of(s)[(s.low + s.high) >> 1]
        return ASK
    if s.low < s.stop:
        places = places_of(s)
        held = places[s.stop]
        memmove(places + s.low + 1, places + s.low, <size_t>(s.stop - s.low) * sizeof(int64_t))
        places[s.low] = held
    s.stop += 1
    return next_insertion(vm, s)


cdef int steps_answer(VM* vm, Steps* s, bint less) noexcept nogil:
    cdef int64_t middle
    if s.phase == PHASE_INSERT:
        return insert_answer(vm, s, less)
    if s.phase == PHASE_MERGE_UP:
        return merge_up(vm, s, less)
    if s.phase == PHASE_MERGE_DOWN:
        return merge_down(vm, s, less)
    if s.phase == PHASE_LEFT or s.phase == PHASE_RIGHT:
        middle = (s.low + s.high) >> 1
        if less == (s.phase == PHASE_LEFT):
            s.high = middle
        else:
            s.low = middle + 1
        return search_left(vm, s) if s.phase == PHASE_LEFT else search_right(vm, s)
    if s.phase == PHASE_FIRST:
        s.descending = less
    elif less != s.descending:
        return run_found(vm, s)
    s.stop += 1
    if s.stop < s.count:
        return ask(s, PHASE_RUN, s.stop, s.stop - 1)
    return run_found(vm, s)


# --- the end ---------------------------------------------------------------------------------------------------------

cdef void steps_apply(Steps* s, Value* items) noexcept nogil:
    cdef int64_t* places = places_of(s)
    cdef int64_t i, place, source
    cdef Value held
    put_back(s)
    if s.reverse:
        for i in range(s.count >> 1):
            source = places[i]
            places[i] = places[s.count - 1 - i]
            places[s.count - 1 - i] = source
    # Cycle by cycle, so that no memory is needed.
    for i in range(s.count):
        if places[i] == i:
            continue
        held = items[i]
        place = i
        source = places[i]
        while source != i:
            items[place] = items[source]
            places[place] = place
            place = source
            source = places[place]
        items[place] = held
        places[place] = place
