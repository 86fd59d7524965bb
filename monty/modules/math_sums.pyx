"""The module math: sums, products and distances."""

from libc.math cimport fabs, fma, frexp, isfinite, isinf, isnan, ldexp, sqrt, INFINITY, NAN
from libc.stdint cimport int64_t

from monty._generated cimport *
from monty._heap cimport *
from monty._protocol cimport iterated_type, iterates_natively, value_binary, value_double, value_iterate, value_next
from monty.modules.math cimport register_math
from monty.objects.int cimport int_to_double
from monty.objects.list cimport List
from monty.objects.tuple cimport Tuple, tuple_items

cdef enum:
    MAX_PARTIALS = 2100     # more than there are bits between the largest and the smallest double


# --- what is summed --------------------------------------------------------------------------------------------------

# A container read from its start: the items of a list or tuple in place, others through an iterator.
cdef struct Source:
    Value* items
    int64_t length
    int64_t index
    Value iterator


# OK, ERROR (not iterable), DEFER for what cannot be read again.
cdef int source_open(VM* vm, Value v, Source* source) noexcept nogil:
    cdef int type = iterated_type(v)
    source.index = 0
    source.iterator = value_unset()
    if type == T_LIST:
        source.items = (<List*>v.as_.block).items
        source.length = (<List*>v.as_.block).length
        return OK
    if type == T_TUPLE:
        source.items = tuple_items(<Tuple*>v.as_.block)
        source.length = (<Tuple*>v.as_.block).length
        return OK
    source.items = NULL
    source.length = 0
    if iterates_natively(v):
        return value_iterate(vm, v, &source.iterator)
    if type == T_INSTANCE or type == T_GENERATOR or row_of(v).next != NULL:
        return DEFER
    return value_iterate(vm, v, &source.iterator)


cdef inline int source_next(VM* vm, Source* source, Value* out) noexcept nogil:
    if source.iterator.tag != T_UNSET:
        return value_next(vm, source.iterator, out)
    if source.index >= source.length:
        return EXHAUSTED
    out[0] = value_copy(source.items[source.index])
    source.index += 1
    return OK


cdef inline void source_close(VM* vm, Source* source) noexcept nogil:
    decref(vm, source.iterator)


# --- exact sums ------------------------------------------------------------------------------------------------------

# Shewchuk's method: the sum so far is held exactly, as doubles of growing size that do not overlap.
cdef struct ExactSum:
    int count
    double special          # the sum of infinities and nans
    double infinities
    double[2100] partials


cdef int exact_add(VM* vm, ExactSum* sum, double x) noexcept nogil:
    cdef double given = x
    cdef double y, high, low, swap
    cdef int i, kept = 0
    for i in range(sum.count):
        y = sum.partials[i]
        if fabs(x) < fabs(y):
            swap = x
            x = y
            y = swap
        high = x + y
        low = y - (high - x)
        if low != 0.0:
            sum.partials[kept] = low
            kept += 1
        x = high
    sum.count = kept
    if x != 0.0:
        if not isfinite(x):
            if isfinite(given):
                return raise_error(vm, E_OVERFLOW_ERROR, "intermediate overflow in fsum")
            if isinf(given):
                sum.infinities += given
            sum.special += given
            sum.count = 0
        else:
            sum.partials[kept] = x
            sum.count += 1
    return OK


cdef int exact_result(VM* vm, ExactSum* sum, double* out) noexcept nogil:
    cdef int n = sum.count
    cdef double high = 0.0
    cdef double low = 0.0
    cdef double x, y
    if sum.special != 0.0:
        if isnan(sum.infinities):
            return raise_error(vm, E_VALUE_ERROR, "-inf + inf in fsum")
        out[0] = sum.special
        return OK
    if n > 0:
        n -= 1
        high = sum.partials[n]
        while n > 0:
            n -= 1
            x = high
            y = sum.partials[n]
            high = x + y
            low = y - (high - x)
            if low != 0.0:
                break
        # A half that was rounded to even must be rounded away from it if anything follows on that side.
        if n > 0 and ((low < 0.0 and sum.partials[n - 1] < 0.0) or (low > 0.0 and sum.partials[n - 1] > 0.0)):
            y = low * 2.0
            x = high + y
            if y == x - high:
                high = x
    out[0] = high
    return OK


# fsum(seq, /)
cdef int math_fsum(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef ExactSum sum
    cdef Source source
    cdef Value item
    cdef double x
    cdef int status = source_open(vm, args[0], &source)
    if status != OK:
        return status
    sum.count = 0
    sum.special = 0.0
    sum.infinities = 0.0
    while True:
        status = source_next(vm, &source, &item)
        if status != OK:
            break
        status = value_double(vm, item, &x)
        decref(vm, item)
        if status == OK:
            status = exact_add(vm, &sum, x)
        if status == OK:
            status = poll(vm, 10 + 4 * sum.count)
        if status != OK:
            break
    source_close(vm, &source)
    if status == EXHAUSTED:
        status = exact_result(vm, &sum, &x)
        if status == OK:
            out[0] = value_float(x)
    return status


# --- products --------------------------------------------------------------------------------------------------------

# prod(iterable, /, *, start=1)
cdef int math_prod(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Source source
    cdef Value result = value_int(1)
    cdef Value item, product
    cdef int status = source_open(vm, args[0], &source)
    if status != OK:
        return status
    if args[1].tag != T_UNSET:
        result = value_copy(args[1])
    while True:
        status = source_next(vm, &source, &item)
        if status != OK:
            break
        status = value_binary(vm, BIN_MUL, False, result, item, &product)
        decref(vm, item)
        if status != OK:
            break
        decref(vm, result)
        result = product
        status = poll(vm, 8)
        if status != OK:
            break
    source_close(vm, &source)
    if status == EXHAUSTED:
        out[0] = result
        return OK
    decref(vm, result)
    return status


# A sum of products in three doubles, so that the result is rounded only once in nearly all cases.
cdef struct Triple:
    double high
    double low
    double tiny

cdef struct Double:
    double high
    double low


cdef inline Double sum_exactly(double a, double b) noexcept nogil:
    cdef Double r
    cdef double z
    r.high = a + b
    z = r.high - a
    r.low = (a - (r.high - z)) + (b - z)
    return r


cdef inline Triple add_product(double x, double y, Triple total) noexcept nogil:
    cdef Triple r
    cdef double product = x * y
    cdef Double upper = sum_exactly(total.high, product)
    cdef Double first = sum_exactly(total.low, fma(x, y, -product))
    cdef Double second = sum_exactly(first.high, upper.low)
    r.high = upper.high
    r.low = second.high
    r.tiny = total.tiny + first.low + second.low
    return r


cdef inline double triple_value(Triple total) noexcept nogil:
    cdef Double last = sum_exactly(total.low, total.tiny)
    cdef Double first = sum_exactly(total.high, last.high)
    return first.high + (first.low + last.low)


# Both as doubles, if they are floats, or a float and an int that is not too large.
cdef inline bint float_pair(VM* vm, Value p, Value q, double* x, double* y) noexcept nogil:
    if type_of(p) != T_FLOAT and type_of(q) != T_FLOAT:
        return False
    return float_factor(vm, p, x) and float_factor(vm, q, y)


cdef inline bint float_factor(VM* vm, Value v, double* out) noexcept nogil:
    cdef int type = v.tag & TYPE_MASK
    if type == T_FLOAT:
        out[0] = v.as_.f
        return True
    if type == T_INT or type == T_BOOL:
        out[0] = <double>v.as_.i
        return True
    if type != T_LONG:
        return False
    if int_to_double(vm, v, out) != OK:
        clear_error(vm)
        return False
    return True


# total[0] (owned) += p * q
cdef int add_general(VM* vm, Value* total, Value p, Value q) noexcept nogil:
    cdef Value product, sum
    cdef int status = value_binary(vm, BIN_MUL, False, p, q, &product)
    if status != OK:
        return status
    status = value_binary(vm, BIN_ADD, False, total[0], product, &sum)
    decref(vm, product)
    if status == OK:
        decref(vm, total[0])
        total[0] = sum
    return status


# sumprod(p, q, /), since Python 3.12
cdef int math_sumprod(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Source first, second
    cdef Value total = value_int(0)
    cdef Value p, q
    cdef Triple floats, more
    cdef double x, y
    cdef int64_t ints = 0
    cdef int64_t product
    # As CPython does it: ints are summed in a word until the first pair of anything else or an overflow, from then on
    # floats with extra precision until the first pair without a float, from then on everything by + and *.
    cdef bint with_ints = True
    cdef bint with_floats = True
    cdef bint any_floats = False
    cdef int status, other
    floats.high = 0.0
    floats.low = 0.0
    floats.tiny = 0.0
    status = source_open(vm, args[0], &first)
    if status != OK:
        return status
    status = source_open(vm, args[1], &second)
    if status != OK:
        source_close(vm, &first)
        return status
    while True:
        status = source_next(vm, &first, &p)
        if status == ERROR or status == DEFER:
            break
        other = source_next(vm, &second, &q)
        if status == EXHAUSTED or other != OK:
            if status == OK:
                decref(vm, p)
            if other == OK:
                decref(vm, q)
            if other == ERROR or other == DEFER:
                status = other
            elif status != other:
                status = raise_error(vm, E_VALUE_ERROR, "Inputs are not the same length")
            break
        other = NOT_IMPLEMENTED
        if with_ints:
            if (type_of(p) == T_INT and type_of(q) == T_INT and not mul_overflow(p.as_.i, q.as_.i, &product)
                    and not add_overflow(ints, product, &product)):
                ints = product
                status = poll(vm, 10)
                if status != OK:
                    break
                continue
            with_ints = False
            total = value_int(ints)
        if with_floats:
            if float_pair(vm, p, q, &x, &y):
                more = add_product(x, y, floats)
                if isfinite(more.high):
                    floats = more
                    any_floats = True
                    other = OK
            with_floats = other == OK
        if other != OK:
            other = OK
            if any_floats:
                any_floats = False
                other = add_general(vm, &total, value_float(triple_value(floats)), value_int(1))
            if other == OK:
                other = add_general(vm, &total, p, q)
        decref(vm, p)
        decref(vm, q)
        status = other
        if status == OK:
            status = poll(vm, 10)
        if status != OK:
            break
    source_close(vm, &first)
    source_close(vm, &second)
    if status == EXHAUSTED:
        if with_ints:
            total = value_int(ints)
        if any_floats:
            status = add_general(vm, &total, value_float(triple_value(floats)), value_int(1))
            if status != OK:
                decref(vm, total)
                return status
        out[0] = total
        return OK
    decref(vm, total)
    return status


# --- distances -------------------------------------------------------------------------------------------------------

# The square root of a sum of squares, in twice a double's precision: scaled, so that no square overflows.
cdef struct Norm:
    double largest
    bint has_nan
    int exponent
    double high
    double low


cdef inline void norm_start(Norm* norm) noexcept nogil:
    norm.largest = 0.0
    norm.has_nan = False
    norm.high = 0.0
    norm.low = 0.0


cdef inline void norm_look(Norm* norm, double x) noexcept nogil:
    x = fabs(x)
    if isnan(x):
        norm.has_nan = True
    elif x > norm.largest:
        norm.largest = x


# True when the answer is known without any sum.
cdef bint norm_known(Norm* norm, int64_t count, double* out) noexcept nogil:
    if isinf(norm.largest):
        out[0] = INFINITY
    elif norm.has_nan:
        out[0] = NAN
    elif norm.largest == 0.0 or count <= 1:
        out[0] = norm.largest
    else:
        frexp(norm.largest, &norm.exponent)
        return False
    return True


cdef inline void norm_add(Norm* norm, double x) noexcept nogil:
    cdef double square
    cdef Double sum
    x = ldexp(x, -norm.exponent)
    square = x * x
    sum = sum_exactly(norm.high, square)
    norm.high = sum.high
    norm.low += sum.low + fma(x, x, -square)


cdef double norm_result(Norm* norm) noexcept nogil:
    cdef double root = sqrt(norm.high + norm.low)
    cdef double square = root * root
    cdef double rest = (norm.high - square) - fma(root, root, -square) + norm.low
    return ldexp(root + rest / (2.0 * root), norm.exponent)


# hypot(*coordinates)
cdef int math_hypot(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Norm norm
    cdef double x
    cdef Py_ssize_t i
    cdef int status
    norm_start(&norm)
    for i in range(count):
        status = value_double(vm, args[i], &x)
        if status != OK:
            return status
        norm_look(&norm, x)
    if not norm_known(&norm, count, &x):
        for i in range(count):
            value_double(vm, args[i], &x)
            norm_add(&norm, x)
        x = norm_result(&norm)
    out[0] = value_float(x)
    return poll(vm, 10 * count)


# dist(p, q, /)
cdef int math_dist(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Source p, q
    cdef Norm norm
    cdef double x, y
    cdef int64_t i
    cdef int step
    cdef int status
    if type_of(args[0]) != T_TUPLE and type_of(args[0]) != T_LIST:
        return DEFER
    if type_of(args[1]) != T_TUPLE and type_of(args[1]) != T_LIST:
        return DEFER
    source_open(vm, args[0], &p)
    source_open(vm, args[1], &q)
    if p.length != q.length:
        return raise_error(vm, E_VALUE_ERROR, "both points must have the same number of dimensions")
    norm_start(&norm)
    for step in range(2):
        for i in range(p.length):
            status = value_double(vm, p.items[i], &x)
            if status == OK:
                status = value_double(vm, q.items[i], &y)
            if status == OK and i & 255 == 255:
                status = poll(vm, 2560)
            if status != OK:
                return status
            if step == 0:
                norm_look(&norm, x - y)
            else:
                norm_add(&norm, x - y)
        if step == 0 and norm_known(&norm, p.length, &x):
            out[0] = value_float(x)
            return OK
    out[0] = value_float(norm_result(&norm))
    return OK


register_math(b"dist(p, q, /)", math_dist, b"math_dist", 11)
register_math(b"fsum(seq, /)", math_fsum, b"math_fsum", 11)
register_math(b"hypot(*coordinates)", math_hypot, b"math_hypot", 11)
register_math(b"prod(iterable, /, *, start=1)", math_prod, b"math_prod", 11)
register_math(b"sumprod(p, q, /)", math_sumprod, b"math_sumprod", 12)
