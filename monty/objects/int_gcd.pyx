"""Greatest common divisors: of words by Euclid's method, of big ints by Lehmer's, which runs Euclid's on the leading
bits and applies many of its steps to the whole numbers at once."""

from libc.stdint cimport int64_t, uint64_t
from libc.string cimport memcpy, memset

from monty._generated cimport *
from monty._heap cimport *
from monty.objects.int cimport int_from_limbs, int_from_uint64, Operand, operand_load
from monty.objects.limbs cimport limbs_compare, limbs_divide, limbs_trim, multiply_add


cdef uint64_t gcd_words(uint64_t a, uint64_t b) noexcept nogil:
    cdef int shift
    if a == 0 or b == 0:
        return a | b
    shift = trailing_zeros64(a | b)
    a >>= trailing_zeros64(a)
    while b != 0:
        b >>= trailing_zeros64(b)
        if a > b:
            a ^= b
            b ^= a
            a ^= b
        b -= a
    return a << shift


# The cofactors of as many steps of Euclid's method as x and y, leading bits of two numbers, decide: after them the
# numbers are a * first + b * second and so on. False: not even one.
cdef struct Cofactors:
    int64_t a
    int64_t b
    int64_t c
    int64_t d

cdef bint simulate(int64_t x, int64_t y, Cofactors* out) noexcept nogil:
    cdef int64_t a = 1, b = 0, c = 0, d = 1
    cdef int64_t q, t
    while y + c != 0 and y + d != 0:
        q = (x + a) / (y + c)
        if q != (x + b) / (y + d):
            break
        t = a - q * c
        a = c
        c = t
        t = b - q * d
        b = d
        d = t
        t = x - q * y
        x = y
        y = t
    out.a = a
    out.b = b
    out.c = c
    out.d = d
    return b != 0


# r[0:n] = |p| * x - |q| * y, where that is not negative; p and q have different signs (or are zero).
cdef void combine(uint64_t* r, const uint64_t* x, const uint64_t* y, int64_t n, int64_t p, int64_t q) noexcept nogil:
    cdef const uint64_t* swap
    cdef uint64_t plus, minus, low, taken, difference
    cdef uint64_t carry = 0, debt = 0, borrow = 0
    cdef int64_t i
    if p < 0 or q > 0:
        swap = x
        x = y
        y = swap
        plus = <uint64_t>q
        minus = <uint64_t>0 - <uint64_t>p
    else:
        plus = <uint64_t>p
        minus = <uint64_t>0 - <uint64_t>q
    for i in range(n):
        low = multiply_add(x[i], plus, carry, 0, &carry)
        taken = multiply_add(y[i], minus, debt, 0, &debt)
        difference = low - taken
        r[i] = difference - borrow
        borrow = <uint64_t>(low < taken) | <uint64_t>(difference < borrow)


# The 62 bits of x from bit `top` downwards.
cdef inline int64_t leading(const uint64_t* x, int64_t n, int64_t length, int shift) noexcept nogil:
    cdef uint64_t high = x[n - 1] if length >= n else 0
    cdef uint64_t low = x[n - 2] if length >= n - 1 else 0
    if shift:
        high = high << shift | low >> (64 - shift)
    return <int64_t>(high >> 2)


cdef int int_gcd(VM* vm, Value a, Value b, Value* out) noexcept nogil:
    cdef Operand x, y
    cdef uint64_t* memory
    cdef uint64_t* p
    cdef uint64_t* q
    cdef uint64_t* r
    cdef uint64_t* s
    cdef uint64_t* swap
    cdef int64_t room, n, pn, qn
    cdef Cofactors m
    cdef int shift
    cdef int status = OK
    operand_load(&x, a)
    operand_load(&y, b)
    if x.length <= 1 and y.length <= 1:
        return int_from_uint64(vm, gcd_words(x.limbs[0] if x.length else 0, y.limbs[0] if y.length else 0), out)
    room = (x.length if x.length > y.length else y.length) + 1
    memory = <uint64_t*>buffer_new(vm, <size_t>room * 4 * sizeof(uint64_t))
    if memory == NULL:
        return ERROR
    p = memory
    q = p + room
    r = q + room
    s = r + room
    memcpy(p, x.limbs, <size_t>x.length * sizeof(uint64_t))
    memcpy(q, y.limbs, <size_t>y.length * sizeof(uint64_t))
    pn = x.length
    qn = y.length
    while True:
        if limbs_compare(p, pn, q, qn) < 0:
            swap = p
            p = q
            q = swap
            n = pn
            pn = qn
            qn = n
        if qn == 0 or pn == 1:
            break
        if pn - qn <= 1:
            shift = leading_zeros64(p[pn - 1])
            if simulate(leading(p, pn, pn, shift), leading(q, pn, qn, shift), &m):
                if qn < pn:
                    q[pn - 1] = 0
                combine(r, p, q, pn, m.a, m.b)
                combine(s, p, q, pn, m.c, m.d)
                n = pn
                pn = limbs_trim(r, n)
                qn = limbs_trim(s, n)
                swap = p
                p = r
                r = swap
                swap = q
                q = s
                s = swap
                status = poll(vm, 4 * n + 200)
                if status != OK:
                    break
                continue
        status = limbs_divide(vm, NULL, r, p, pn, q, qn)
        if status != OK:
            break
        n = limbs_trim(r, qn)
        swap = p
        p = q
        q = r
        r = swap
        pn = qn
        qn = n
    if status == OK:
        if qn == 0:
            status = int_from_limbs(vm, p, pn, False, out)
        else:
            status = int_from_uint64(vm, gcd_words(p[0], q[0]), out)
    buffer_free(vm, memory)
    return status
