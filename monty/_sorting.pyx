"""Sorting that needs code of the program to make keys or to compare: steps (objects/sort_steps) between frames. What
needs no such code is done at once. A sort waits below the registers of the frame it has pushed. No code of the program
can reach the lists it works on: a list that is sorted is empty meanwhile."""

from libc.stdint cimport int64_t

from monty._calls cimport *
from monty._generated cimport *
from monty._heap cimport *
from monty._machine cimport *
from monty._protocol cimport value_compare, value_truth
from monty._shortcuts cimport KEY_BY_CODE, KEY_COMPARE, key_kind, KEY_OBJECT, key_on_the_spot, KEY_SLOTS
from monty._specials cimport may_come_first, of_one_class, push_plain, special_function
from monty.objects.class_rows cimport METHOD_COMPARE
from monty.objects.list cimport *
from monty.objects.sequence cimport items_difference
from monty.objects.sort cimport sort_direction, sort_items
from monty.objects.sort_steps cimport *
from monty.objects.tuple cimport Tuple, tuple_items

# What a sort keeps.
cdef enum:
    KEPT_TARGET = 0         # the list whose sort() it is, or unset
    KEPT_ITEMS = 1          # the list of its items, or of sorted()
    KEPT_KEYS = 2           # a list; the same one if there is no key function
    KEPT_STEPS = 3
    KEPT_FIRST = 4          # the items of two tuples that are compared in place of these, or unset; while keys are
    KEPT_SECOND = 5         # made, the key function

# What is the result?
cdef enum:
    SORT_LIST = 0           # list.sort(): None
    SORT_SORTED = 1         # sorted(): the items
    SORT_WITH_KEYS = 2      # the intrinsic: None

# What the frame that was pushed answers.
cdef enum:
    STAGE_METHOD = 0        # an __lt__: anything
    STAGE_COMPARE = 1       # the function that was given to functools.cmp_to_key: less if that is less than 0
    STAGE_TRUTH = 2         # anything that has a truth
    STAGE_KEY = 3           # the key of the next item

cdef Value* LIST_SORT = prelude_slot(b"list_sort")
cdef Value* BUILTIN_SORTED = prelude_slot(b"builtin_sorted")
cdef Value* SORT_BY_KEYS = prelude_slot(b"sort_with_keys")
cdef Value* CALL_KEY = prelude_slot(b"call_key")
cdef Value* SPECIAL_ORDER = prelude_slot(b"special_order")
cdef Value* SPECIAL_LT = prelude_slot(b"special_lt")
cdef Value* COMPARISON_REFUSED = prelude_slot(b"comparison_refused")


cdef bint is_sort(Value* slot) noexcept nogil:
    return slot == LIST_SORT or slot == BUILTIN_SORTED or slot == SORT_BY_KEYS


# --- the values of a sort --------------------------------------------------------------------------------------------

# The items go where they belong; a list that was emptied gets them back. True if that was changed meanwhile.
cdef bint give_back(Machine* m, Value* kept) noexcept nogil:
    steps_apply(steps_of(kept[KEPT_STEPS]), (<List*>kept[KEPT_ITEMS].as_.block).items)
    if kept[KEPT_TARGET].tag == T_UNSET:
        return False
    return list_attach(&m.vm, <List*>kept[KEPT_TARGET].as_.block, <List*>kept[KEPT_ITEMS].as_.block)


cdef void sort_abandon(Machine* m, Value* kept) noexcept nogil:
    give_back(m, kept)
    release_values(&m.vm, kept, SORT_VALUES)


# What the running frame's sort keeps, while no frame of its own runs.
cdef inline Value* sort_kept(Machine* m) noexcept nogil:
    return m.frame.stack_top


cdef int sort_failed(Machine* m) noexcept nogil:
    sort_abandon(m, sort_kept(m))
    return ERROR


cdef int sort_finish(Machine* m) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value* kept = sort_kept(m)
    cdef Steps* s = steps_of(kept[KEPT_STEPS])
    cdef int dst = s.dst
    cdef int action = s.action
    cdef int flags = s.flags
    cdef Value result = value_none()
    cdef bint changed
    if poll(vm, s.count >> 1) != OK:
        return sort_failed(m)
    changed = give_back(m, kept)
    if s.kind == SORT_SORTED:
        result = value_copy(kept[KEPT_ITEMS])
    release_values(vm, kept, SORT_VALUES)
    if changed:
        return raise_error(vm, E_VALUE_ERROR, "list modified during sort")
    return deliver(m, result, dst, action, flags)


# --- comparisons -----------------------------------------------------------------------------------------------------

# Push the frame of a function with the arguments (`count` of them, at most 3, borrowed). CALLED; ERROR: the sort is
# over.
cdef int sort_call(Machine* m, Function* f, int stage, Value* args, int count) noexcept nogil:
    cdef Value* base = sort_kept(m) + SORT_VALUES
    cdef int i
    if unlikely(base + 3 + STACK_SLACK > m.stack_end) and stack_reserve(m, &base, 3) != OK:
        return sort_failed(m)
    steps_of(sort_kept(m)[KEPT_STEPS]).stage = stage
    for i in range(count):
        base[i] = value_copy(args[i])
    if push_plain(m, f, base, count, 0, ACTION_SORT, 0):
        return CALLED
    if call_function(m, f, base, count, value_unset(), 0, ACTION_SORT, 0) == CALLED:
        return CALLED
    # The stack may have moved.
    return sort_failed(m)


# Ask the method of the first of a pair, which must not be forgotten before it has not answered NotImplemented.
cdef int call_method(Machine* m, Function* f, Value* pair) noexcept nogil:
    cdef Value* kept = sort_kept(m)
    cdef Value key = (<List*>kept[KEPT_KEYS].as_.block).items[steps_of(kept[KEPT_STEPS]).first]
    if (key.tag & EXACT_MASK) == T_TUPLE:
        kept[KEPT_FIRST] = value_copy(pair[0])
        kept[KEPT_SECOND] = value_copy(pair[1])
    return sort_call(m, f, STAGE_METHOD, pair, 2)


# The method has answered NotImplemented: the prelude asks the other side. CALLED; ERROR: the sort is over.
cdef int method_refused(Machine* m) noexcept nogil:
    cdef Value* kept = sort_kept(m)
    cdef Value* keys = (<List*>kept[KEPT_KEYS].as_.block).items
    cdef Steps* s = steps_of(kept[KEPT_STEPS])
    cdef Value[3] args
    args[0] = keys[s.first]
    args[1] = keys[s.second]
    args[2] = value_int(CMP_LT)
    if kept[KEPT_FIRST].tag != T_UNSET:
        args[0] = kept[KEPT_FIRST]
        args[1] = kept[KEPT_SECOND]
    return sort_call(m, <Function*>COMPARISON_REFUSED.as_.block, STAGE_TRUTH, args, 3)


# The function whose frame is all that a call with `count` arguments takes, or NULL. Of a method, the receiver is args[0]
# then; the arguments proper are to begin at `where`.
cdef Function* plain_function(Value callee, int count, Value* args, int* where) noexcept nogil:
    cdef Function* f
    where[0] = 0
    if callee.tag == (T_BOUND_METHOD | COUNTED) and (<BoundMethod*>callee.as_.block).receiver.tag != T_UNSET:
        args[0] = (<BoundMethod*>callee.as_.block).receiver
        callee = (<BoundMethod*>callee.as_.block).function
        where[0] = 1
    if callee.tag != (T_FUNCTION | COUNTED):
        return NULL
    f = <Function*>callee.as_.block
    # A memo has its answer, sometimes, without a frame.
    return f if f.code.fast_arguments == where[0] + count and shortcut_of(f) != SHORTCUT_MEMO else NULL


# Ask the compare function of two keys of functools.cmp_to_key itself, if that takes but a frame. CALLED, ERROR;
# NOT_IMPLEMENTED with nothing done.
cdef int call_compare(Machine* m, Value a, Value b) noexcept nogil:
    cdef Attributes* left = &(<Instance*>a.as_.block).attributes
    cdef Attributes* right = &(<Instance*>b.as_.block).attributes
    cdef Function* f
    cdef Value[3] args
    cdef int where
    if left.cls.slot_count != KEY_SLOTS or left.count < KEY_SLOTS or right.count < KEY_SLOTS or (
            left.values[KEY_OBJECT].tag == T_UNSET or right.values[KEY_OBJECT].tag == T_UNSET):
        return NOT_IMPLEMENTED
    f = plain_function(left.values[KEY_COMPARE], 2, args, &where)
    if f == NULL:
        return NOT_IMPLEMENTED
    args[where] = left.values[KEY_OBJECT]
    args[where + 1] = right.values[KEY_OBJECT]
    return sort_call(m, f, STAGE_COMPARE, args, where + 2)


# a < b (borrowed), where value_compare defers: by a frame. CALLED; ERROR: the sort is over.
cdef int call_deferred(Machine* m, Value a, Value b) noexcept nogil:
    cdef Value* slot = m.vm.deferred
    cdef Value[3] args
    cdef int count = 3
    args[0] = a
    args[1] = b
    args[2] = value_int(CMP_LT)
    if slot == SPECIAL_ORDER:
        # What a program's own methods answer need be no bool.
        slot = SPECIAL_LT
        count = 2
    return sort_call(m, <Function*>slot.as_.block, STAGE_TRUTH, args, count)


# Tuples differ by their first items that are not equal: as long as that needs no code of the program, the comparison is
# one of these items, which then take the place of the tuples. OK: the answer is in `less`; ASK: the pair is to be
# compared, maybe another one; ERROR.
cdef int look_into_tuples(VM* vm, Value* pair, bint* less) noexcept nogil:
    cdef Tuple* a
    cdef Tuple* b
    cdef int64_t where
    cdef int status
    while (pair[0].tag & EXACT_MASK) == T_TUPLE and (pair[1].tag & EXACT_MASK) == T_TUPLE:
        a = <Tuple*>pair[0].as_.block
        b = <Tuple*>pair[1].as_.block
        status = items_difference(vm, tuple_items(a), a.length, tuple_items(b), b.length, NATIVE_DEPTH, &where)
        if status != OK:
            return ASK if status == DEFER else ERROR
        if where == a.length or where == b.length:
            less[0] = a.length < b.length
            return OK
        pair[0] = tuple_items(a)[where]
        pair[1] = tuple_items(b)[where]
    return ASK


# The __lt__ that may be called for the pair, or NULL.
cdef inline Function* less_method(Value* pair) noexcept nogil:
    cdef Function* f = special_function(pair[0], METHOD_COMPARE + CMP_LT)
    if f == NULL or shortcut_of(f) == SHORTCUT_MEMO or (
            not of_one_class(pair[0], pair[1]) and may_come_first(pair[0], pair[1])):
        return NULL
    return f


# Compare until code of the program has to, or to the end; `status` is that of the last step. CALLED, OK, ERROR.
cdef int sort_go_on(Machine* m, int status) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value* kept = sort_kept(m)
    cdef Value* keys = (<List*>kept[KEPT_KEYS].as_.block).items
    cdef Steps* s = steps_of(kept[KEPT_STEPS])
    cdef Value[2] pair
    cdef Function* f
    cdef bint less
    while status == ASK:
        pair[0] = keys[s.first]
        pair[1] = keys[s.second]
        if (pair[0].tag & EXACT_MASK) == T_TUPLE:
            status = look_into_tuples(vm, pair, &less)
        if status == ASK:
            f = less_method(pair)
            if f != NULL and not f.head.flags & FUNCTION_FIELDWISE:
                if unlikely(shortcut_of(f) == SHORTCUT_SORT_KEY) and of_one_class(pair[0], pair[1]):
                    status = call_compare(m, pair[0], pair[1])
                    if status != NOT_IMPLEMENTED:
                        return status
                return call_method(m, f, pair)
            status = value_compare(vm, CMP_LT, pair[0], pair[1], NATIVE_DEPTH, &less)
            if status == DEFER:
                if f != NULL and vm.deferred == SPECIAL_ORDER:
                    return call_method(m, f, pair)
                return call_deferred(m, pair[0], pair[1])
        if status == OK:
            status = poll(vm, 8)
        if status == OK:
            status = steps_answer(vm, s, less)
    if status != OK:
        return sort_failed(m)
    return sort_finish(m)


# --- keys ------------------------------------------------------------------------------------------------------------

# All keys are there: sort by them. Until now the steps were those of no items at all, so nothing would have moved.
cdef int sort_by_keys(Machine* m) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value* kept = sort_kept(m)
    cdef List* items = <List*>kept[KEPT_ITEMS].as_.block
    cdef Steps* s = steps_of(kept[KEPT_STEPS])
    cdef Value steps
    cdef int status = sort_items(vm, items.items, (<List*>kept[KEPT_KEYS].as_.block).items, items.length, s.reverse)
    release_values(vm, kept + KEPT_FIRST, 1)
    if status == OK:
        return sort_finish(m)
    if status == DEFER:
        status = steps_new(vm, items.length, s.reverse, &steps)
    if status != OK:
        return sort_failed(m)
    steps_of(steps).kind = s.kind
    steps_of(steps).dst = s.dst
    steps_of(steps).action = s.action
    steps_of(steps).flags = s.flags
    decref(vm, kept[KEPT_STEPS])
    kept[KEPT_STEPS] = steps
    return sort_go_on(m, steps_begin(vm, steps_of(steps)))


# Make the keys that are wanting still. CALLED, OK, ERROR.
cdef int sort_make_keys(Machine* m) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value* kept = sort_kept(m)
    cdef List* items = <List*>kept[KEPT_ITEMS].as_.block
    cdef List* keys = <List*>kept[KEPT_KEYS].as_.block
    cdef Value key = kept[KEPT_FIRST]
    cdef Value[2] args
    cdef Value made
    cdef Function* f
    cdef int kind, where
    cdef int status
    if keys.length == items.length:
        return sort_by_keys(m)
    f = plain_function(key, 1, args, &where)
    if f != NULL:
        args[where] = items.items[keys.length]
        return sort_call(m, f, STAGE_KEY, args, where + 1)
    kind = key_kind(key)
    while keys.length < items.length:
        status = key_on_the_spot(vm, kind, key, items.items[keys.length], &made)
        if status == OK:
            status = list_append(vm, keys, made)
        elif status != ERROR:
            args[0] = key
            args[1] = items.items[keys.length]
            return sort_call(m, <Function*>CALL_KEY.as_.block, STAGE_KEY, args, 2)
        if status == OK:
            status = poll(vm, 4)
        if status != OK:
            return sort_failed(m)
    return sort_by_keys(m)


cdef int sort_return(Machine* m, Value result) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value* kept
    cdef Steps* s
    cdef bint truth
    cdef int status
    # The values stay where they are.
    m.frame.action = ACTION_DISCARD
    frame_drop(m)
    kept = sort_kept(m)
    s = steps_of(kept[KEPT_STEPS])
    if s.stage == STAGE_KEY:
        if list_append(vm, <List*>kept[KEPT_KEYS].as_.block, result) != OK:
            return sort_failed(m)
        return sort_make_keys(m)
    if result.tag == T_NOT_IMPLEMENTED and s.stage == STAGE_METHOD:
        return method_refused(m)
    if kept[KEPT_FIRST].tag != T_UNSET:
        release_values(vm, kept + KEPT_FIRST, 2)
    if result.tag == T_BOOL and s.stage != STAGE_COMPARE:
        return sort_go_on(m, steps_answer(vm, s, result.as_.i != 0))
    if result.tag == T_INT and s.stage == STAGE_COMPARE:
        return sort_go_on(m, steps_answer(vm, s, result.as_.i < 0))
    if s.stage == STAGE_COMPARE:
        status = value_compare(vm, CMP_LT, result, value_int(0), NATIVE_DEPTH, &truth)
        if status == DEFER:
            status = call_deferred(m, result, value_int(0))
            decref(vm, result)
            return status
    else:
        status = value_truth(vm, result, &truth)
        if status == DEFER:
            status = sort_call(m, <Function*>vm.deferred.as_.block, STAGE_TRUTH, &result, 1)
            decref(vm, result)
            return status
    decref(vm, result)
    if status != OK:
        return sort_failed(m)
    return sort_go_on(m, steps_answer(vm, s, truth))


# --- the beginning ---------------------------------------------------------------------------------------------------

# The lists to sort by what the native's parameters are; sets kept[] but for the steps. OK, ERROR, NOT_IMPLEMENTED.
cdef int sort_lists(VM* vm, Value* slot, Value* bound, Value* kept) noexcept nogil:
    cdef Value key = bound[1]
    cdef bint has_key = key.tag != T_UNSET and key.tag != T_NONE
    cdef Value[2] args
    cdef List* items
    cdef List* keys
    cdef int where
    cdef int status
    kept[KEPT_TARGET] = value_unset()
    kept[KEPT_FIRST] = value_unset()
    kept[KEPT_SECOND] = value_unset()
    if slot == SORT_BY_KEYS:
        kept[KEPT_ITEMS] = value_copy(bound[0])
        kept[KEPT_KEYS] = value_copy(bound[1])
        return OK
    # Anything else that can be called is called by the prelude.
    if has_key and plain_function(key, 1, args, &where) == NULL and key_kind(key) == KEY_BY_CODE:
        return NOT_IMPLEMENTED
    if slot == LIST_SORT:
        items = list_detach(vm, <List*>bound[0].as_.block)
        if items == NULL:
            return ERROR
        kept[KEPT_TARGET] = value_copy(bound[0])
    else:
        # An iterator may have been used up.
        if row_of(bound[0]).next != NULL:
            return NOT_IMPLEMENTED
        items = list_new(vm, 0)
        if items == NULL:
            return ERROR
        status = list_extend(vm, items, bound[0])
        if status != OK:
            decref(vm, value_block(&items.head))
            return NOT_IMPLEMENTED if status == DEFER else ERROR
    kept[KEPT_ITEMS] = value_block(&items.head)
    if not has_key:
        kept[KEPT_KEYS] = value_copy(kept[KEPT_ITEMS])
        return OK
    kept[KEPT_KEYS] = value_unset()
    keys = list_new(vm, items.length)
    if keys == NULL:
        sort_undo(vm, kept)
        return ERROR
    kept[KEPT_KEYS] = value_block(&keys.head)
    kept[KEPT_FIRST] = value_copy(key)
    return OK


# The sort cannot even begin.
cdef void sort_undo(VM* vm, Value* kept) noexcept nogil:
    kept[KEPT_STEPS] = value_unset()
    if kept[KEPT_TARGET].tag != T_UNSET:
        list_attach(vm, <List*>kept[KEPT_TARGET].as_.block, <List*>kept[KEPT_ITEMS].as_.block)
    release_values(vm, kept, SORT_VALUES)


cdef int sort_begin(Machine* m, Value* slot, Value* bound, int dst, int action, int flags) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value[SORT_VALUES] kept
    cdef Value* base = m.frame.stack_top
    cdef Steps* s
    cdef bint reverse = False
    cdef bint has_key
    cdef int i
    cdef int status = sort_direction(vm, bound[2], &reverse)
    if status != OK:
        return NOT_IMPLEMENTED if status == DEFER else ERROR
    status = sort_lists(vm, slot, bound, kept)
    if status != OK:
        return status
    has_key = kept[KEPT_FIRST].tag != T_UNSET
    if stack_reserve(m, &base, SORT_VALUES) != OK or steps_new(
            vm, 0 if has_key else (<List*>kept[KEPT_ITEMS].as_.block).length, reverse, &kept[KEPT_STEPS]) != OK:
        sort_undo(vm, kept)
        return ERROR
    for i in range(SORT_VALUES):
        base[i] = kept[i]
    s = steps_of(kept[KEPT_STEPS])
    s.kind = SORT_LIST if slot == LIST_SORT else SORT_SORTED if slot == BUILTIN_SORTED else SORT_WITH_KEYS
    s.dst = dst
    s.action = action
    s.flags = flags
    return sort_make_keys(m) if has_key else sort_go_on(m, steps_begin(vm, s))
