"""Iterators of the library that work without sandboxed code."""

from libc.stdint cimport int64_t

from monty._generated cimport *
from monty._heap cimport *
from monty._protocol cimport is_native_iterator, iterates_natively, value_iterate, value_next
from monty.objects.int cimport int_binary
from monty.objects.iterators cimport iterator_depth
from monty.objects.list cimport List, list_append, list_new
from monty.objects.tuple cimport Tuple, tuple_items, tuple_new, tuple_pair
from monty.objects.type cimport class_value

cdef Value* SPECIAL_REPR = prelude_slot(b"special_repr")


# --- life ------------------------------------------------------------------------------------------------------------

# Have its instances no room for attributes?
cdef bint has_no_attributes(Class* cls) noexcept nogil:
    return (not cls.flags & (CLASS_BUILTIN | CLASS_HAS_DICT) and cls.key_count == 0 and cls.slot_count == 0
            and cls.instance_type == T_INSTANCE)


cdef Class* stepper_class(VM* vm, Value v) noexcept nogil:
    cdef Tuple* mro
    cdef Class* cls
    cdef int64_t i
    if type_of(v) != T_TYPE:
        raise_error(vm, E_TYPE_ERROR, "a class is required")
        return NULL
    mro = <Tuple*>(<Class*>v.as_.block).mro.as_.block
    for i in range(mro.length):
        cls = <Class*>tuple_items(mro)[i].as_.block
        if has_no_attributes(cls):
            return cls
    raise_error(vm, E_TYPE_ERROR, "instances of the class have attributes")
    return NULL


cdef inline void stepper_begin(Stepper* stepper, Class* cls) noexcept nogil:
    class_value(cls)        # a reference, which the stepper keeps
    stepper.facade = cls
    stepper.depth = 1


cdef inline void stepper_free(VM* vm, Stepper* stepper) noexcept nogil:
    if not stepper.facade.flags & CLASS_BUILTIN:
        decref(vm, value_block(&stepper.facade.head))


cdef inline void stepper_traverse(Stepper* stepper, VisitFunction visit, void* context) noexcept nogil:
    if not stepper.facade.flags & CLASS_BUILTIN:
        visit(&stepper.facade.head, context)


cdef int stepper_repr(VM* vm, Value v, Writer* w, int depth) noexcept nogil:
    return defer_to(vm, SPECIAL_REPR)


cdef Lazy* lazy_new(VM* vm, int type, Value cls, Value first, Value second) noexcept nogil:
    cdef Class* facade = stepper_class(vm, cls)
    cdef Lazy* lazy
    if facade == NULL:
        return NULL
    lazy = <Lazy*>heap_alloc(vm, type, sizeof(Lazy), True)
    if lazy == NULL:
        return NULL
    stepper_begin(&lazy.base, facade)
    lazy.first = value_copy(first)
    lazy.second = value_copy(second)
    lazy.number = 0
    lazy.stop = 0
    lazy.step = 0
    return lazy


cdef void lazy_free(VM* vm, Block* block) noexcept nogil:
    cdef Lazy* lazy = <Lazy*>block
    decref(vm, lazy.first)
    decref(vm, lazy.second)
    stepper_free(vm, &lazy.base)


cdef void lazy_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    cdef Lazy* lazy = <Lazy*>block
    visit_value(lazy.first, visit, context)
    visit_value(lazy.second, visit, context)
    stepper_traverse(&lazy.base, visit, context)


# --- arrangements ----------------------------------------------------------------------------------------------------

cdef Arrangement* arrangement_new(VM* vm, int type, Value cls, Value pools, int64_t count, int64_t places) noexcept nogil:
    cdef Class* facade = stepper_class(vm, cls)
    cdef Arrangement* a
    cdef int64_t* buffer
    if facade == NULL:
        return NULL
    if places < 0 or places > <int64_t>1 << 40:
        raise_limit(vm, LIMIT_MEMORY)
        return NULL
    buffer = <int64_t*>buffer_new(vm, <size_t>(places + 1) * sizeof(int64_t))
    if buffer == NULL:
        return NULL
    a = <Arrangement*>heap_alloc(vm, type, sizeof(Arrangement), True)
    if a == NULL:
        buffer_free(vm, buffer)
        return NULL
    stepper_begin(&a.base, facade)
    a.pools = value_copy(pools)
    a.places = buffer
    a.count = count
    a.step = 0
    a.state = ARRANGEMENT_NEW
    return a


cdef void arrangement_free(VM* vm, Block* block) noexcept nogil:
    cdef Arrangement* a = <Arrangement*>block
    decref(vm, a.pools)
    buffer_free(vm, a.places)
    stepper_free(vm, &a.base)


cdef void arrangement_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    visit_value((<Arrangement*>block).pools, visit, context)
    stepper_traverse(&(<Arrangement*>block).base, visit, context)


# The items at the places of one pool, as a tuple.
cdef int arrangement_items(VM* vm, Arrangement* a, Value* out) noexcept nogil:
    cdef Value* pool = tuple_items(<Tuple*>a.pools.as_.block)
    cdef Tuple* made
    cdef Value* items
    cdef int64_t i
    if a.count == 2:
        return tuple_pair(vm, value_copy(pool[a.places[0]]), value_copy(pool[a.places[1]]), out)
    made = tuple_new(vm, a.count)
    if made == NULL:
        return ERROR
    items = tuple_items(made)
    for i in range(a.count):
        items[i] = value_copy(pool[a.places[i]])
    out[0] = value_block(&made.head)
    return OK


cdef inline int arrangement_finish(Arrangement* a) noexcept nogil:
    a.state = ARRANGEMENT_FINISHED
    return EXHAUSTED


cdef inline int64_t pool_size(Arrangement* a) noexcept nogil:
    return (<Tuple*>a.pools.as_.block).length


cdef inline Tuple* product_pool(Arrangement* a, int64_t i) noexcept nogil:
    cdef Tuple* pools = <Tuple*>a.pools.as_.block
    return <Tuple*>tuple_items(pools)[i % pools.length].as_.block


cdef int product_next(VM* vm, Value v, Value* out) noexcept nogil:
    cdef Arrangement* a = <Arrangement*>v.as_.block
    cdef Tuple* made
    cdef int64_t i
    if a.state == ARRANGEMENT_FINISHED:
        return EXHAUSTED
    if a.state == ARRANGEMENT_NEW:
        a.state = ARRANGEMENT_BEGUN
        for i in range(a.count):
            a.places[i] = 0
            if product_pool(a, i).length == 0:
                return arrangement_finish(a)
    else:
        # as the wheels of an odometer
        i = a.count - 1
        while i >= 0:
            a.places[i] += 1
            if a.places[i] < product_pool(a, i).length:
                break
            a.places[i] = 0
            i -= 1
        if i < 0:
            return arrangement_finish(a)
    if poll(vm, a.count >> 1) != OK:
        return ERROR
    if a.count == 2:
        return tuple_pair(vm, value_copy(tuple_items(product_pool(a, 0))[a.places[0]]),
                          value_copy(tuple_items(product_pool(a, 1))[a.places[1]]), out)
    made = tuple_new(vm, a.count)
    if made == NULL:
        return ERROR
    for i in range(a.count):
        tuple_items(made)[i] = value_copy(tuple_items(product_pool(a, i))[a.places[i]])
    out[0] = value_block(&made.head)
    return OK


cdef int combinations_next(VM* vm, Value v, Value* out) noexcept nogil:
    cdef Arrangement* a = <Arrangement*>v.as_.block
    cdef int64_t size = pool_size(a)
    cdef int64_t i
    if a.state == ARRANGEMENT_FINISHED:
        return EXHAUSTED
    if a.state == ARRANGEMENT_NEW:
        a.state = ARRANGEMENT_BEGUN
        if a.count > 0 and (size == 0 or (a.step == 1 and a.count > size)):
            return arrangement_finish(a)
        for i in range(a.count):
            a.places[i] = i * a.step
    else:
        # The last place that can still grow does, and those behind it follow it.
        i = a.count - 1
        while i >= 0 and a.places[i] == size - 1 - a.step * (a.count - 1 - i):
            i -= 1
        if i < 0:
            return arrangement_finish(a)
        a.places[i] += 1
        while i < a.count - 1:
            a.places[i + 1] = a.places[i] + a.step
            i += 1
    if poll(vm, a.count >> 1) != OK:
        return ERROR
    return arrangement_items(vm, a, out)


cdef int permutations_next(VM* vm, Value v, Value* out) noexcept nogil:
    cdef Arrangement* a = <Arrangement*>v.as_.block
    cdef int64_t size = pool_size(a)
    cdef int64_t* places = a.places
    cdef int64_t* left = places + size
    cdef int64_t i, k, held
    if a.state == ARRANGEMENT_FINISHED:
        return EXHAUSTED
    if a.state == ARRANGEMENT_NEW:
        a.state = ARRANGEMENT_BEGUN
        if a.count > size:
            return arrangement_finish(a)
        for i in range(size):
            places[i] = i
        for i in range(a.count):
            left[i] = size - i
    else:
        # Each position takes each of the places from there on in turn; then those are again in their first order, and the
        # position before takes its next.
        i = a.count - 1
        while i >= 0:
            left[i] -= 1
            if left[i] > 0:
                k = size - left[i]
                held = places[i]
                places[i] = places[k]
                places[k] = held
                break
            held = places[i]
            for k in range(i, size - 1):
                places[k] = places[k + 1]
            places[size - 1] = held
            left[i] = size - i
            i -= 1
        if i < 0:
            return arrangement_finish(a)
    if poll(vm, size >> 1) != OK:
        return ERROR
    return arrangement_items(vm, a, out)


# --- several iterables -----------------------------------------------------------------------------------------------

cdef int zip_longest_next(VM* vm, Value v, Value* out) noexcept nogil:
    cdef Lazy* lazy = <Lazy*>v.as_.block
    cdef Tuple* iterators = <Tuple*>lazy.first.as_.block
    cdef Tuple* made
    cdef int64_t i
    cdef int status
    if lazy.number == 0:
        return EXHAUSTED
    made = tuple_new(vm, iterators.length)
    if made == NULL:
        return ERROR
    # Walkable from the start.
    for i in range(iterators.length):
        tuple_items(made)[i] = value_none()
    for i in range(iterators.length):
        if tuple_items(iterators)[i].tag == T_NONE:
            tuple_items(made)[i] = value_copy(lazy.second)
            continue
        status = value_next(vm, tuple_items(iterators)[i], &tuple_items(made)[i])
        if status == OK:
            continue
        if status == EXHAUSTED:
            value_store(vm, &tuple_items(iterators)[i], value_none())
            tuple_items(made)[i] = value_copy(lazy.second)
            lazy.number -= 1
            if lazy.number > 0:
                continue
        else:
            lazy.number = 0
        decref(vm, value_block(&made.head))
        return status
    out[0] = value_block(&made.head)
    return poll_value(vm, out, iterators.length)


cdef inline int poll_value(VM* vm, Value* out, int64_t cost) noexcept nogil:
    cdef Value made = out[0]
    if poll(vm, cost) != OK:
        decref(vm, made)
        return ERROR
    return OK


cdef int chain_next(VM* vm, Value v, Value* out) noexcept nogil:
    cdef Lazy* lazy = <Lazy*>v.as_.block
    cdef Tuple* iterables
    cdef Value iterator
    cdef int status
    while True:
        if lazy.second.tag != T_UNSET:
            status = value_next(vm, lazy.second, out)
            if status != EXHAUSTED:
                return status
            value_store(vm, &lazy.second, value_unset())
        if lazy.first.tag == T_UNSET:
            return EXHAUSTED
        iterables = <Tuple*>lazy.first.as_.block
        if lazy.number >= iterables.length:
            value_store(vm, &lazy.first, value_unset())
            return EXHAUSTED
        if value_iterate(vm, tuple_items(iterables)[lazy.number], &iterator) != OK or poll(vm, 4) != OK:
            return ERROR
        lazy.number += 1
        lazy.second = iterator


cdef int pairwise_next(VM* vm, Value v, Value* out) noexcept nogil:
    cdef Lazy* lazy = <Lazy*>v.as_.block
    cdef Value before, item
    cdef int status
    if lazy.first.tag == T_UNSET:
        return EXHAUSTED
    if lazy.second.tag == T_UNSET:
        status = value_next(vm, lazy.first, &item)
        if status != OK:
            if status == EXHAUSTED:
                value_store(vm, &lazy.first, value_unset())
            return status
        lazy.second = item
    status = value_next(vm, lazy.first, &item)
    if status != OK:
        if status == EXHAUSTED:
            value_store(vm, &lazy.first, value_unset())
            value_store(vm, &lazy.second, value_unset())
        return status
    before = lazy.second
    lazy.second = value_copy(item)
    return tuple_pair(vm, before, item, out)


# --- one iterable ----------------------------------------------------------------------------------------------------

cdef int islice_next(VM* vm, Value v, Value* out) noexcept nogil:
    cdef Lazy* lazy = <Lazy*>v.as_.block
    cdef Value item
    cdef int status
    if lazy.first.tag == T_UNSET:
        return EXHAUSTED
    # What lies between is taken when the next item is asked for, but never beyond the stop.
    while lazy.number > 0 and lazy.stop != 0:
        status = value_next(vm, lazy.first, &item)
        if status != OK:
            return islice_ended(vm, lazy, status)
        decref(vm, item)
        lazy.number -= 1
        if lazy.stop > 0:
            lazy.stop -= 1
        if poll(vm, 3) != OK:
            return ERROR
    if lazy.stop == 0:
        return islice_ended(vm, lazy, EXHAUSTED)
    status = value_next(vm, lazy.first, out)
    if status != OK:
        return islice_ended(vm, lazy, status)
    lazy.number = lazy.step - 1
    if lazy.stop > 0:
        lazy.stop -= 1
    return OK


cdef int islice_ended(VM* vm, Lazy* lazy, int status) noexcept nogil:
    if status == EXHAUSTED:
        value_store(vm, &lazy.first, value_unset())
    return status


cdef int count_next(VM* vm, Value v, Value* out) noexcept nogil:
    cdef Lazy* lazy = <Lazy*>v.as_.block
    cdef Value following
    cdef int64_t sum
    if lazy.first.tag == T_INT and lazy.second.tag == T_INT and not add_overflow(lazy.first.as_.i, lazy.second.as_.i, &sum):
        following = value_int(sum)
    elif int_binary(vm, BIN_ADD, lazy.first, lazy.second, &following) != OK:
        return ERROR
    out[0] = lazy.first
    lazy.first = following
    return OK


cdef int repeat_next(VM* vm, Value v, Value* out) noexcept nogil:
    cdef Lazy* lazy = <Lazy*>v.as_.block
    if lazy.second.tag == T_INT:
        if lazy.second.as_.i == 0:
            return EXHAUSTED
        lazy.second.as_.i -= 1
    out[0] = value_copy(lazy.first)
    return OK


cdef int cycle_next(VM* vm, Value v, Value* out) noexcept nogil:
    cdef Lazy* lazy = <Lazy*>v.as_.block
    cdef List* seen = <List*>lazy.second.as_.block
    cdef Value item
    cdef int status
    if lazy.first.tag != T_UNSET:
        status = value_next(vm, lazy.first, &item)
        if status == OK:
            if list_append(vm, seen, value_copy(item)) != OK:
                decref(vm, item)
                return ERROR
            out[0] = item
            return OK
        if status != EXHAUSTED:
            return status
        value_store(vm, &lazy.first, value_unset())
    if seen.length == 0:
        return EXHAUSTED
    out[0] = value_copy(seen.items[lazy.number])
    lazy.number += 1
    if lazy.number == seen.length:
        lazy.number = 0
    return OK


# --- making: for the classes. None where an iterator runs sandboxed code or stands too deep: a generator does it then. ---

# _product(cls, pools, repeat)
cdef int make_product(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Arrangement* a
    cdef int64_t length = (<Tuple*>args[1].as_.block).length
    cdef int64_t items
    if args[2].tag != T_INT or mul_overflow(length, args[2].as_.i, &items):
        if length == 0:
            items = 0
        else:
            return raise_limit(vm, LIMIT_MEMORY)
    a = arrangement_new(vm, T_PRODUCT, args[0], args[1], items, items)
    if a == NULL:
        return ERROR
    out[0] = value_block(&a.base.head)
    return poll_value(vm, out, items >> 2)


# _combinations(cls, pool, r, step)
cdef int make_combinations(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t size = (<Tuple*>args[1].as_.block).length
    cdef Arrangement* a
    if args[2].tag != T_INT:
        return raise_error(vm, E_OVERFLOW_ERROR, "Python int too large to convert to C ssize_t")
    # Where nothing can be chosen no places are needed.
    a = arrangement_new(vm, T_COMBINATIONS, args[0], args[1], args[2].as_.i,
                        0 if size == 0 or (args[3].as_.i == 1 and args[2].as_.i > size) else args[2].as_.i)
    if a == NULL:
        return ERROR
    a.step = args[3].as_.i
    out[0] = value_block(&a.base.head)
    return poll_value(vm, out, 1)


# _permutations(cls, pool, r)
cdef int make_permutations(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t size = (<Tuple*>args[1].as_.block).length
    cdef Arrangement* a
    if args[2].tag != T_INT:
        return raise_error(vm, E_OVERFLOW_ERROR, "Python int too large to convert to C ssize_t")
    a = arrangement_new(vm, T_PERMUTATIONS, args[0], args[1], args[2].as_.i,
                        0 if args[2].as_.i > size else size + args[2].as_.i)
    if a == NULL:
        return ERROR
    out[0] = value_block(&a.base.head)
    return poll_value(vm, out, size >> 1)


# May a stepper take its items from there?
cdef inline bint is_quick(Value iterator) noexcept nogil:
    return is_native_iterator(iterator) and iterator_depth(iterator) < NATIVE_DEPTH


cdef int deliver_lazy(Lazy* lazy, Value iterator, Value* out) noexcept nogil:
    if lazy == NULL:
        return ERROR
    lazy.base.depth = iterator_depth(iterator) + 1
    out[0] = value_block(&lazy.base.head)
    return OK


# _zip_longest(cls, iterators, fill): the tuple of iterators is nobody else's.
cdef int make_zip_longest(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Tuple* iterators = <Tuple*>args[1].as_.block
    cdef Lazy* lazy
    cdef int64_t i
    out[0] = value_none()
    for i in range(iterators.length):
        if not is_quick(tuple_items(iterators)[i]):
            return OK
    lazy = lazy_new(vm, T_ZIP_LONGEST, args[0], args[1], args[2])
    if lazy == NULL:
        return ERROR
    lazy.number = iterators.length
    for i in range(iterators.length):
        if iterator_depth(tuple_items(iterators)[i]) >= lazy.base.depth:
            lazy.base.depth = iterator_depth(tuple_items(iterators)[i]) + 1
    out[0] = value_block(&lazy.base.head)
    return OK


# _chain(cls, iterables)
cdef int make_chain(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Tuple* iterables = <Tuple*>args[1].as_.block
    cdef Lazy* lazy
    cdef Value iterable
    cdef int64_t i
    out[0] = value_none()
    for i in range(iterables.length):
        iterable = tuple_items(iterables)[i]
        if iterable.tag & SUBCLASSED or not (iterates_natively(iterable) or is_quick(iterable)):
            return OK
    lazy = lazy_new(vm, T_CHAIN, args[0], args[1], value_unset())
    if lazy == NULL:
        return ERROR
    for i in range(iterables.length):
        if iterator_depth(tuple_items(iterables)[i]) >= lazy.base.depth:
            lazy.base.depth = iterator_depth(tuple_items(iterables)[i]) + 1
    out[0] = value_block(&lazy.base.head)
    return OK


# _islice(cls, iterator, start, stop, step): stop None: none
cdef int make_islice(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Lazy* lazy
    out[0] = value_none()
    if not is_quick(args[1]):
        return OK
    lazy = lazy_new(vm, T_ISLICE, args[0], args[1], value_unset())
    if lazy != NULL:
        lazy.number = args[2].as_.i
        lazy.stop = args[3].as_.i if args[3].tag == T_INT else -1
        # The items before the start are taken in any case.
        if 0 <= lazy.stop < lazy.number:
            lazy.stop = lazy.number
        lazy.step = args[4].as_.i
    return deliver_lazy(lazy, args[1], out)


# _pairwise(cls, iterator)
cdef int make_pairwise(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_none()
    if not is_quick(args[1]):
        return OK
    return deliver_lazy(lazy_new(vm, T_PAIRWISE, args[0], args[1], value_unset()), args[1], out)


# _cycle(cls, iterator)
cdef int make_cycle(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef List* seen
    cdef Lazy* lazy
    out[0] = value_none()
    if not is_quick(args[1]):
        return OK
    seen = list_new(vm, 0)
    if seen == NULL:
        return ERROR
    lazy = lazy_new(vm, T_CYCLE, args[0], args[1], value_block(&seen.head))
    decref(vm, value_block(&seen.head))
    return deliver_lazy(lazy, args[1], out)


# _count(cls, start, step)
cdef int make_count(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_none()
    if (exact_type(args[1]) != T_INT and exact_type(args[1]) != T_LONG) or (
            exact_type(args[2]) != T_INT and exact_type(args[2]) != T_LONG):
        return OK
    return deliver_lazy(lazy_new(vm, T_COUNT, args[0], args[1], args[2]), args[1], out)


# _repeat(cls, item, times): times None: endless
cdef int make_repeat(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_none()
    if args[2].tag != T_NONE and args[2].tag != T_INT:
        return OK
    return deliver_lazy(lazy_new(vm, T_REPEAT, args[0], args[1], args[2]), value_none(), out)


cdef void add_row(int type, const char* name, int (*next)(VM*, Value, Value*) noexcept nogil, bint arrangement) noexcept:
    cdef TypeRow* row = register_type(type, name)
    row.free = arrangement_free if arrangement else lazy_free
    row.traverse = arrangement_traverse if arrangement else lazy_traverse
    row.next = next
    row.repr = stepper_repr
    row.hash_identity = True


# The names are those of the machine's types; programs see the classes.
add_row(T_PRODUCT, b"itertools.product", product_next, True)
add_row(T_COMBINATIONS, b"itertools.combinations", combinations_next, True)
add_row(T_PERMUTATIONS, b"itertools.permutations", permutations_next, True)
add_row(T_ZIP_LONGEST, b"itertools.zip_longest", zip_longest_next, False)
add_row(T_CHAIN, b"itertools.chain", chain_next, False)
add_row(T_ISLICE, b"itertools.islice", islice_next, False)
add_row(T_COUNT, b"itertools.count", count_next, False)
add_row(T_REPEAT, b"itertools.repeat", repeat_next, False)
add_row(T_CYCLE, b"itertools.cycle", cycle_next, False)
add_row(T_PAIRWISE, b"itertools.pairwise", pairwise_next, False)

for _signature, _function in (
    (b"_product(cls, pools, repeat, /)", <size_t>&make_product),
    (b"_combinations(cls, pool, r, step, /)", <size_t>&make_combinations),
    (b"_permutations(cls, pool, r, /)", <size_t>&make_permutations),
    (b"_zip_longest(cls, iterators, fill, /)", <size_t>&make_zip_longest),
    (b"_chain(cls, iterables, /)", <size_t>&make_chain),
    (b"_islice(cls, iterator, start, stop, step, /)", <size_t>&make_islice),
    (b"_pairwise(cls, iterator, /)", <size_t>&make_pairwise),
    (b"_cycle(cls, iterator, /)", <size_t>&make_cycle),
    (b"_count(cls, start, step, /)", <size_t>&make_count),
    (b"_repeat(cls, item, times, /)", <size_t>&make_repeat),
):
    register_native(-1, NATIVE_INTRINSIC, <bytes>_signature, <NativeFunction><size_t>_function, NULL)
