"""Builtin functions and types over iterables: len, iter, enumerate, zip, map, filter, reversed, sum, min, max, any,
all. What works without sandboxed code is done here; the rest is in prelude/iteration.py."""

from libc.math cimport fabs, isfinite
from libc.stdint cimport int64_t

from monty._generators cimport generator_resume
from monty._generated cimport *
from monty._heap cimport *
from monty._machine cimport ACTION_NEXT, ACTION_STORE, Generator, Machine, machine_of
from monty._protocol cimport (is_native_iterator, iterated_type, iterates_natively, value_binary, value_compare, value_index,
                              value_iterate, value_length, value_next, value_truth)
from monty.objects.deque cimport Deque, deque_iterator_new, T_DEQUE, T_DEQUE_REVERSE_ITERATOR
from monty.objects.iterators cimport (enumerate_new, iterator_depth, list_reverse_iterator_new,
                                      range_reverse_iterator_new, reversed_iterator_new, zip_new)
from monty.objects.list cimport List
from monty.objects.range cimport Range
from monty.objects.sequence cimport host_minor
from monty.objects.tuple cimport Tuple, tuple_empty, tuple_items, tuple_new

cdef Value* ITERATE_CALLABLE = prelude_slot(b"iterate_callable")
cdef Value* MAP_CONSTRUCT = prelude_slot(b"map_construct")
cdef Value* FILTER_CONSTRUCT = prelude_slot(b"filter_construct")


cdef int builtin_len(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t length = 0
    cdef int status = value_length(vm, args[0], &length)
    if status == OK:
        out[0] = value_int(length)
    return status


# --- iterators -------------------------------------------------------------------------------------------------------

cdef int builtin_iter(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if args[1].tag != T_UNSET:
        return defer_to(vm, ITERATE_CALLABLE)
    return value_iterate(vm, args[0], out)


# An iterator over `v` that works natively and is not nested too deeply. OK, ERROR; DEFER: the prelude must iterate.
cdef int native_iterator(VM* vm, Value v, Value* out) noexcept nogil:
    if is_native_iterator(v):
        if iterator_depth(v) >= NATIVE_DEPTH:
            return DEFER
        out[0] = value_copy(v)
        return OK
    if type_of(v) == T_GENERATOR or type_of(v) == T_INSTANCE:
        return DEFER
    return value_iterate(vm, v, out)


# next(iterator, default): a generator's frame is pushed here; its end raises StopIteration, which the prelude catches
# where there is a default.
cdef int builtin_next(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Machine* m = machine_of(vm)
    cdef int status
    if type_of(args[0]) == T_GENERATOR:
        if args[1].tag != T_UNSET or m.native_action != ACTION_STORE:
            return DEFER
        return generator_resume(m, <Generator*>args[0].as_.block, value_none(), m.native_dst, ACTION_NEXT,
                                m.native_flags)
    status = value_next(vm, args[0], out)
    if status == EXHAUSTED:
        if args[1].tag == T_UNSET:
            return raise_error(vm, E_STOP_ITERATION, NULL)
        out[0] = value_copy(args[1])
        return OK
    return status


cdef int enumerate_construct(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value iterator
    cdef Value number = args[2]
    cdef int64_t index
    cdef int status
    if args[1].tag == T_UNSET:
        return raise_error(vm, E_TYPE_ERROR, "enumerate() missing required argument 'iterable'")
    if number.tag == T_UNSET:
        number = value_int(0)
    elif type_of(number) == T_BOOL:
        number = value_int(number.as_.i)
    elif type_of(number) != T_INT and type_of(number) != T_LONG:
        return value_index(vm, number, 0, &index)
    status = native_iterator(vm, args[1], &iterator)
    if status != OK:
        return status
    return enumerate_new(vm, iterator, value_copy(number), out)


cdef int zip_construct(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Tuple* iterators
    cdef int64_t i
    cdef int status
    if count == 1:
        return zip_new(vm, tuple_empty(), False, out)
    iterators = tuple_new(vm, count - 1)
    if iterators == NULL:
        return ERROR
    for i in range(count - 1):
        status = native_iterator(vm, args[i + 1], &tuple_items(iterators)[i])
        if status != OK:
            decref(vm, value_block(&iterators.head))
            return status
    return zip_new(vm, value_block(&iterators.head), False, out)


cdef int map_construct(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if count < 3:
        return raise_error(vm, E_TYPE_ERROR, "map() must have at least two arguments.")
    return defer_to(vm, MAP_CONSTRUCT)


cdef int filter_construct(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if count != 3:
        return raise_format_int(vm, E_TYPE_ERROR, "filter expected 2 arguments, got %lld", count - 1, 0)
    return defer_to(vm, FILTER_CONSTRUCT)


cdef int reversed_construct(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value v = args[1]
    cdef int type = type_of(v)
    cdef int64_t length = 0
    if v.tag & SUBCLASSED:
        return DEFER
    if type == T_LIST:
        return list_reverse_iterator_new(vm, <List*>v.as_.block, out)
    if type == T_RANGE:
        return range_reverse_iterator_new(vm, <Range*>v.as_.block, out)
    if type == T_TUPLE or type == T_STR or type == T_BYTES or type == T_BYTEARRAY or type == T_MEMORYVIEW:
        if value_length(vm, v, &length) != OK:
            return ERROR
        return reversed_iterator_new(vm, v, length, out)
    if type == T_DEQUE:
        return deque_iterator_new(vm, T_DEQUE_REVERSE_ITERATOR, <Deque*>v.as_.block, out)
    if (type == T_DICT or type == T_DICT_KEYS or type == T_DICT_VALUES or type == T_DICT_ITEMS
            or type == T_MAPPING_PROXY):
        return DEFER
    return raise_format(vm, E_TYPE_ERROR, "'%s' object is not reversible", type_name(v), NULL, NULL)


# --- any and all -----------------------------------------------------------------------------------------------------

# Is there an item whose truth is `wanted`? OK, ERROR, DEFER.
cdef int find_truth(VM* vm, Value iterable, bint wanted, bint* out) noexcept nogil:
    cdef Value iterator, item
    cdef Value* items = NULL
    cdef int64_t length = 0
    cdef int64_t i
    cdef bint truth = False
    cdef int status
    if iterated_type(iterable) == T_LIST:
        items = (<List*>iterable.as_.block).items
        length = (<List*>iterable.as_.block).length
    elif iterated_type(iterable) == T_TUPLE:
        items = tuple_items(<Tuple*>iterable.as_.block)
        length = (<Tuple*>iterable.as_.block).length
    elif not iterates_natively(iterable):
        # Also errors about what cannot be iterated come from the loop there.
        return DEFER
    else:
        if value_iterate(vm, iterable, &iterator) != OK:
            return ERROR
        while True:
            status = value_next(vm, iterator, &item)
            if status != OK:
                break
            status = value_truth(vm, item, &truth)
            decref(vm, item)
            if status == OK:
                status = poll(vm, 3)
            if status != OK or truth == wanted:
                break
        decref(vm, iterator)
        if status == OK or status == EXHAUSTED:
            out[0] = status == OK
            return OK
        return status
    for i in range(length):
        status = value_truth(vm, items[i], &truth)
        if status != OK:
            return status
        if truth == wanted:
            out[0] = True
            return poll(vm, i & 1023)
        if i & 1023 == 1023 and poll(vm, 1024) != OK:
            return ERROR
    out[0] = False
    return poll(vm, length & 1023)


cdef int builtin_any(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef bint found = False
    cdef int status = find_truth(vm, args[0], True, &found)
    if status == OK:
        out[0] = value_bool(found)
    return status


cdef int builtin_all(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef bint found = False
    cdef int status = find_truth(vm, args[0], False, &found)
    if status == OK:
        out[0] = value_bool(not found)
    return status


# --- sum -------------------------------------------------------------------------------------------------------------

# A sum on its way. Ints are added in `whole`, floats in `real` (with the lost low part in `lost` since 3.12), anything
# else with the operator +.
cdef struct Sum:
    int mode
    bint compensated
    int64_t whole
    double real
    double lost
    Value total

cdef enum:
    SUM_INT = 0
    SUM_FLOAT = 1
    SUM_ANY = 2


cdef void sum_start(Sum* s, Value start) noexcept nogil:
    s.compensated = host_minor() >= 12
    s.lost = 0.0
    s.total = value_unset()
    if start.tag == T_INT:
        s.mode = SUM_INT
        s.whole = start.as_.i
    elif start.tag == T_FLOAT:
        s.mode = SUM_FLOAT
        s.real = start.as_.f
    else:
        s.mode = SUM_ANY
        s.total = value_copy(start)


# The sum so far as a value of its own (a new reference); a SUM_ANY total is moved out.
cdef Value sum_value(Sum* s) noexcept nogil:
    cdef Value total
    if s.mode == SUM_INT:
        return value_int(s.whole)
    if s.mode == SUM_FLOAT:
        if s.lost != 0.0 and isfinite(s.lost):
            return value_float(s.real + s.lost)
        return value_float(s.real)
    total = s.total
    s.total = value_unset()
    return total


# OK, ERROR or DEFER.
cdef int sum_add_any(VM* vm, Sum* s, Value item) noexcept nogil:
    cdef Value result
    cdef bint was_int = s.mode == SUM_INT
    cdef Value total = sum_value(s)
    cdef int status = value_binary(vm, BIN_ADD, False, total, item, &result)
    decref(vm, total)
    s.mode = SUM_ANY
    s.total = value_unset()
    if status != OK:
        return status
    # Only a sum of small ints becomes a sum of floats.
    if was_int and result.tag == T_FLOAT:
        s.mode = SUM_FLOAT
        s.real = result.as_.f
        s.lost = 0.0
    else:
        s.total = result
    return OK


cdef inline int sum_add(VM* vm, Sum* s, Value item) noexcept nogil:
    cdef double x, t
    cdef int64_t whole
    if s.mode == SUM_INT:
        if (item.tag == T_INT or item.tag == T_BOOL) and not add_overflow(s.whole, item.as_.i, &whole):
            s.whole = whole
            return OK
    elif s.mode == SUM_FLOAT:
        if item.tag == T_FLOAT:
            x = item.as_.f
            if not s.compensated:
                s.real += x
                return OK
            # Neumaier's summation: what rounding loses of the smaller operand is summed on its own.
            t = s.real + x
            if fabs(s.real) >= fabs(x):
                s.lost += (s.real - t) + x
            else:
                s.lost += (x - t) + s.real
            s.real = t
            return OK
        if item.tag == T_INT or item.tag == T_BOOL:
            s.real += <double>item.as_.i
            return OK
    return sum_add_any(vm, s, item)


cdef int sum_items(VM* vm, Sum* s, Value* items, int64_t length) noexcept nogil:
    cdef int64_t i
    cdef int status
    for i in range(length):
        status = sum_add(vm, s, items[i])
        if status != OK:
            return status
        if i & 1023 == 1023 and poll(vm, 1024) != OK:
            return ERROR
    return poll(vm, length & 1023)


cdef int builtin_sum(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value iterable = args[0]
    cdef Value start = args[1] if args[1].tag != T_UNSET else value_int(0)
    cdef Value iterator, item
    cdef Sum s
    cdef int status
    if not iterates_natively(iterable):
        return DEFER
    if type_of(start) == T_STR:
        return raise_error(vm, E_TYPE_ERROR, "sum() can't sum strings [use ''.join(seq) instead]")
    if type_of(start) == T_BYTES:
        return raise_error(vm, E_TYPE_ERROR, "sum() can't sum bytes [use b''.join(seq) instead]")
    if type_of(start) == T_BYTEARRAY:
        return raise_error(vm, E_TYPE_ERROR, "sum() can't sum bytearray [use b''.join(seq) instead]")
    sum_start(&s, start)
    if iterated_type(iterable) == T_LIST:
        status = sum_items(vm, &s, (<List*>iterable.as_.block).items, (<List*>iterable.as_.block).length)
    elif iterated_type(iterable) == T_TUPLE:
        status = sum_items(vm, &s, tuple_items(<Tuple*>iterable.as_.block), (<Tuple*>iterable.as_.block).length)
    else:
        status = value_iterate(vm, iterable, &iterator)
        if status == OK:
            while True:
                status = value_next(vm, iterator, &item)
                if status != OK:
                    break
                status = sum_add(vm, &s, item)
                decref(vm, item)
                if status != OK or poll(vm, 3) != OK:
                    status = status if status != OK else ERROR
                    break
            if status == EXHAUSTED:
                status = OK
            decref(vm, iterator)
    if status == OK:
        out[0] = sum_value(&s)
    else:
        decref(vm, s.total)
    return status


# _sum_float_is_compensated(): does sum() of floats keep what rounding loses (since 3.12)?
cdef int sum_is_compensated(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_bool(host_minor() >= 12)
    return OK


# --- min and max -----------------------------------------------------------------------------------------------------

# Take `item` as the best one if it beats it. `best` is borrowed. OK, ERROR, DEFER.
cdef inline int choose(VM* vm, int comparison, Value item, Value* best) noexcept nogil:
    cdef bint better = False
    cdef int status
    if item.tag == T_INT and best.tag == T_INT:
        better = item.as_.i > best.as_.i if comparison == CMP_GT else item.as_.i < best.as_.i
    elif item.tag == T_FLOAT and best.tag == T_FLOAT:
        better = item.as_.f > best.as_.f if comparison == CMP_GT else item.as_.f < best.as_.f
    else:
        status = value_compare(vm, comparison, item, best[0], NATIVE_DEPTH, &better)
        if status != OK:
            return status
    if better:
        best[0] = item
    return OK


cdef int choose_from_items(VM* vm, int comparison, Value* items, int64_t length, Value* out) noexcept nogil:
    cdef Value best = items[0]
    cdef int64_t i
    cdef int status
    for i in range(1, length):
        status = choose(vm, comparison, items[i], &best)
        if status != OK:
            return status
        if i & 1023 == 1023 and poll(vm, 2048) != OK:
            return ERROR
    if poll(vm, length & 1023) != OK:
        return ERROR
    out[0] = value_copy(best)
    return OK


cdef int choose_best(VM* vm, int comparison, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value iterable, iterator, item
    cdef Value best = value_unset()
    cdef Value held
    cdef int status
    if count == 0:
        return raise_error(vm, E_TYPE_ERROR, "max expected at least 1 argument, got 0" if comparison == CMP_GT
                           else "min expected at least 1 argument, got 0")
    if count > 1:
        return choose_from_items(vm, comparison, args, count, out)
    iterable = args[0]
    if iterated_type(iterable) == T_LIST and (<List*>iterable.as_.block).length > 0:
        return choose_from_items(vm, comparison, (<List*>iterable.as_.block).items,
                                 (<List*>iterable.as_.block).length, out)
    if iterated_type(iterable) == T_TUPLE and (<Tuple*>iterable.as_.block).length > 0:
        return choose_from_items(vm, comparison, tuple_items(<Tuple*>iterable.as_.block),
                                 (<Tuple*>iterable.as_.block).length, out)
    if not iterates_natively(iterable):
        return DEFER
    if value_iterate(vm, iterable, &iterator) != OK:
        return ERROR
    while True:
        status = value_next(vm, iterator, &item)
        if status != OK:
            break
        if best.tag == T_UNSET:
            best = item
            continue
        held = best
        status = choose(vm, comparison, item, &best)
        # One of the two is let go: the item, or the best one until now.
        decref(vm, item if value_same(best, held) else held)
        if status == OK:
            status = poll(vm, 3)
        if status != OK:
            break
    decref(vm, iterator)
    if status == EXHAUSTED:
        if best.tag != T_UNSET:
            out[0] = best
            return OK
        if host_minor() >= 12:
            return raise_error(vm, E_VALUE_ERROR, "max() iterable argument is empty" if comparison == CMP_GT
                               else "min() iterable argument is empty")
        return raise_error(vm, E_VALUE_ERROR, "max() arg is an empty sequence" if comparison == CMP_GT
                           else "min() arg is an empty sequence")
    decref(vm, best)
    return status


cdef inline bint value_same(Value a, Value b) noexcept nogil:
    return a.tag == b.tag and a.as_.i == b.as_.i


cdef int builtin_max(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return choose_best(vm, CMP_GT, args, count, out)


cdef int builtin_min(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return choose_best(vm, CMP_LT, args, count, out)


# _host_minor(): CPython's minor version of the host, for messages that differ.
cdef int intrinsic_host_minor(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_int(host_minor())
    return OK


register_type(T_MAP, b"map")
register_type(T_FILTER, b"filter")
register_type(T_CALLABLE_ITERATOR, b"callable_iterator")
register_native(-1, NATIVE_FUNCTION, b"len(obj, /)", builtin_len, NULL)
register_native(-1, NATIVE_FUNCTION, b"iter(object, sentinel=None, /)", builtin_iter, NULL)
register_native(-1, NATIVE_FUNCTION, b"next(iterator, default=None, /)", builtin_next, b"next_slow")
register_native(T_ENUMERATE, NATIVE_NEW, b"enumerate(cls, /, iterable=(), start=0)", enumerate_construct,
                b"enumerate_construct")
register_native(T_ZIP, NATIVE_NEW, b"zip(cls, /, *iterables)", zip_construct, b"zip_construct")
register_native(T_MAP, NATIVE_NEW, b"map(cls, /, *arguments)", map_construct, NULL)
register_native(T_FILTER, NATIVE_NEW, b"filter(cls, /, *arguments)", filter_construct, NULL)
register_native(T_REVERSED, NATIVE_NEW, b"reversed(cls, sequence, /)", reversed_construct, b"reversed_construct")
register_native(-1, NATIVE_FUNCTION, b"any(iterable, /)", builtin_any, b"builtin_any")
register_native(-1, NATIVE_FUNCTION, b"all(iterable, /)", builtin_all, b"builtin_all")
register_native(-1, NATIVE_FUNCTION, b"sum(iterable, /, start=0)", builtin_sum, b"builtin_sum")
register_native(-1, NATIVE_FUNCTION, b"max(*arguments)", builtin_max, b"builtin_max")
register_native(-1, NATIVE_FUNCTION, b"min(*arguments)", builtin_min, b"builtin_min")
register_native(-1, NATIVE_INTRINSIC, b"_sum_is_compensated()", sum_is_compensated, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_host_minor()", intrinsic_host_minor, NULL)
