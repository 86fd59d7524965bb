"""Arithmetic on magnitudes of big integers: arrays of 64-bit limbs, least significant first.

Schoolbook below KARATSUBA limbs, Karatsuba's method above; Knuth's division with a precomputed reciprocal. Each loop
that may take long polls, so a multiplication of huge numbers can be stopped in its middle."""

from libc.stdint cimport int64_t, uint32_t, UINT64_MAX, uint64_t
from libc.string cimport memcpy, memmove, memset

from monty._heap cimport *

cdef enum:
    KARATSUBA = 32              # limbs of the smaller factor from which splitting pays
    KARATSUBA_SQUARE = 48
    CHUNK = 16384               # limbs between polls in linear loops
    STACK_LIMBS = 72            # scratch that needs no allocation


# floor((2**128 - 1) / value) - 2**64 for the shifted value: a division of two limbs by one, done by halves, as no
# portable instruction does it.
cdef Divisor divisor_of(uint64_t value) noexcept nogil:
    cdef Divisor d
    cdef uint64_t high, low, top, bottom, q, r, product
    cdef uint64_t quotient = 0
    cdef int step
    d.shift = leading_zeros64(value)
    d.value = value << d.shift
    top = d.value >> 32
    bottom = <uint32_t>d.value
    # (2**128 - 1) - 2**64 * value, as two limbs
    high = ~d.value
    low = UINT64_MAX
    for step in range(2):
        q = high / top
        r = high - q * top
        product = q * bottom
        # q is at most two too large
        while q >> 32 or product > (r << 32 | low >> 32):
            q -= 1
            r += top
            product -= bottom
            if r >> 32:
                break
        high = (high << 32 | low >> 32) - q * d.value
        low <<= 32
        quotient = quotient << 32 | q
    d.reciprocal = quotient
    return d


cdef int64_t limbs_bits(const uint64_t* a, int64_t n) noexcept nogil:
    if n == 0:
        return 0
    return n * 64 - leading_zeros64(a[n - 1])


cdef int limbs_compare(const uint64_t* a, int64_t an, const uint64_t* b, int64_t bn) noexcept nogil:
    if an != bn:
        return 1 if an > bn else -1
    while an > 0:
        an -= 1
        if a[an] != b[an]:
            return 1 if a[an] > b[an] else -1
    return 0


# --- linear ----------------------------------------------------------------------------------------------------------

# Four limbs at a time, so that the carry stays in the processor's flag.
cdef uint64_t limbs_add_n(uint64_t* r, const uint64_t* a, const uint64_t* b, int64_t n, uint64_t carry) noexcept nogil:
    cdef int64_t i = 0
    while i + 4 <= n:
        carry = add_carry(a[i], b[i], carry, &r[i])
        carry = add_carry(a[i + 1], b[i + 1], carry, &r[i + 1])
        carry = add_carry(a[i + 2], b[i + 2], carry, &r[i + 2])
        carry = add_carry(a[i + 3], b[i + 3], carry, &r[i + 3])
        i += 4
    while i < n:
        carry = add_carry(a[i], b[i], carry, &r[i])
        i += 1
    return carry


cdef uint64_t limbs_sub_n(uint64_t* r, const uint64_t* a, const uint64_t* b, int64_t n, uint64_t borrow) noexcept nogil:
    cdef int64_t i = 0
    while i + 4 <= n:
        borrow = sub_borrow(a[i], b[i], borrow, &r[i])
        borrow = sub_borrow(a[i + 1], b[i + 1], borrow, &r[i + 1])
        borrow = sub_borrow(a[i + 2], b[i + 2], borrow, &r[i + 2])
        borrow = sub_borrow(a[i + 3], b[i + 3], borrow, &r[i + 3])
        i += 4
    while i < n:
        borrow = sub_borrow(a[i], b[i], borrow, &r[i])
        i += 1
    return borrow


# r[0:n] += carry, without the carry beyond n.
cdef inline uint64_t spread_carry(uint64_t* r, int64_t n, uint64_t carry) noexcept nogil:
    cdef int64_t i = 0
    while carry and i < n:
        r[i] += carry
        carry = r[i] < carry
        i += 1
    return carry


cdef int limbs_add(VM* vm, uint64_t* r, const uint64_t* a, int64_t an, const uint64_t* b, int64_t bn) noexcept nogil:
    cdef int64_t i = 0
    cdef int64_t n
    cdef uint64_t carry = 0
    while i < bn:
        n = bn - i if bn - i < CHUNK else CHUNK
        carry = limbs_add_n(r + i, a + i, b + i, n, carry)
        i += n
        if n == CHUNK and poll(vm, CHUNK) != OK:
            return ERROR
    if r != a and i < an:
        memcpy(r + i, a + i, <size_t>(an - i) * sizeof(uint64_t))
        if an - i > CHUNK and poll(vm, (an - i) >> 1) != OK:
            return ERROR
    r[an] = spread_carry(r + i, an - i, carry)
    return OK


cdef int limbs_sub(VM* vm, uint64_t* r, const uint64_t* a, int64_t an, const uint64_t* b, int64_t bn) noexcept nogil:
    cdef int64_t i = 0
    cdef int64_t n
    cdef uint64_t borrow = 0
    while i < bn:
        n = bn - i if bn - i < CHUNK else CHUNK
        borrow = limbs_sub_n(r + i, a + i, b + i, n, borrow)
        i += n
        if n == CHUNK and poll(vm, CHUNK) != OK:
            return ERROR
    if r != a and i < an:
        memcpy(r + i, a + i, <size_t>(an - i) * sizeof(uint64_t))
        if an - i > CHUNK and poll(vm, (an - i) >> 1) != OK:
            return ERROR
    while borrow and i < an:
        borrow = r[i] == 0
        r[i] -= 1
        i += 1
    return OK


cdef uint64_t limbs_shift_left(uint64_t* r, const uint64_t* a, int64_t n, int bits) noexcept nogil:
    cdef uint64_t carry, limb
    cdef int64_t i
    if n == 0:
        return 0
    if bits == 0:
        memmove(r, a, <size_t>n * sizeof(uint64_t))
        return 0
    carry = a[n - 1] >> (64 - bits)
    i = n - 1
    while i > 0:
        r[i] = a[i] << bits | a[i - 1] >> (64 - bits)
        i -= 1
    r[0] = a[0] << bits
    return carry


cdef uint64_t limbs_shift_right(uint64_t* r, const uint64_t* a, int64_t n, int bits) noexcept nogil:
    cdef uint64_t lost
    cdef int64_t i
    if n == 0:
        return 0
    if bits == 0:
        memmove(r, a, <size_t>n * sizeof(uint64_t))
        return 0
    lost = a[0] << (64 - bits)
    for i in range(n - 1):
        r[i] = a[i] >> bits | a[i + 1] << (64 - bits)
    r[n - 1] = a[n - 1] >> bits
    return lost


cdef uint64_t limbs_mul_small(uint64_t* r, const uint64_t* a, int64_t n, uint64_t factor,
                              uint64_t addend) noexcept nogil:
    cdef int64_t i
    for i in range(n):
        r[i] = multiply_add(a[i], factor, addend, 0, &addend)
    return addend


cdef uint64_t limbs_div_small(uint64_t* q, const uint64_t* a, int64_t n, Divisor* d) noexcept nogil:
    cdef uint64_t r = 0
    cdef uint64_t limb, quotient
    cdef int64_t i = n - 1
    cdef int shift = d.shift
    if n == 0:
        return 0
    if shift != 0:
        r = a[i] >> (64 - shift)
    while i >= 0:
        limb = a[i] << shift
        if shift != 0 and i > 0:
            limb |= a[i - 1] >> (64 - shift)
        quotient = divide_wide(r, limb, d, &r)
        if q != NULL:
            q[i] = quotient
        i -= 1
    return r >> shift


# --- multiplication --------------------------------------------------------------------------------------------------

# r[0:n] += a * factor, returns the limb carried out.
cdef inline uint64_t add_product(uint64_t* r, const uint64_t* a, int64_t n, uint64_t factor) noexcept nogil:
    cdef uint64_t carry = 0
    cdef int64_t i
    for i in range(n):
        r[i] = multiply_add(a[i], factor, r[i], carry, &carry)
    return carry


# r[0:n] -= a * factor, returns the limb borrowed.
cdef inline uint64_t sub_product(uint64_t* r, const uint64_t* a, int64_t n, uint64_t factor) noexcept nogil:
    cdef uint64_t carry = 0
    cdef uint64_t low, x
    cdef int64_t i
    for i in range(n):
        low = multiply_add(a[i], factor, carry, 0, &carry)
        x = r[i]
        r[i] = x - low
        carry += x < low
    return carry


cdef int mul_schoolbook(VM* vm, uint64_t* r, const uint64_t* a, int64_t an, const uint64_t* b,
                        int64_t bn) noexcept nogil:
    cdef int64_t j
    r[an] = limbs_mul_small(r, a, an, b[0], 0)
    for j in range(1, bn):
        r[an + j] = add_product(r + j, a, an, b[j])
        if an > 256 and poll(vm, an) != OK:
            return ERROR
    return poll(vm, an * bn) if an <= 256 else OK


# r[0:2n] = a * a; n is below KARATSUBA_SQUARE.
cdef int square_schoolbook(VM* vm, uint64_t* r, const uint64_t* a, int64_t n) noexcept nogil:
    cdef int64_t i
    cdef uint64_t carry, x, low, high, top
    r[0] = 0
    if n > 1:
        # products of different limbs, each once
        r[n] = limbs_mul_small(r + 1, a + 1, n - 1, a[0], 0)
        for i in range(1, n - 1):
            r[n + i] = add_product(r + 2 * i + 1, a + i + 1, n - 1 - i, a[i])
    r[2 * n - 1] = 0
    # twice those, plus the squares
    carry = 0
    top = 0
    for i in range(n):
        x = r[2 * i]
        low = multiply_add(a[i], a[i], x << 1 | top, carry, &high)
        r[2 * i] = low
        top = x >> 63
        x = r[2 * i + 1]
        low = x << 1 | top
        top = x >> 63
        high += low
        carry = high < low
        r[2 * i + 1] = high
    return poll(vm, n * n >> 1)


# r[0:2n] = a * b (a * a when they are the same array); scratch has 2n + 160 limbs.
cdef int mul_karatsuba(VM* vm, uint64_t* r, const uint64_t* a, const uint64_t* b, int64_t n,
                       uint64_t* scratch) noexcept nogil:
    cdef int64_t h, l
    cdef bint negative = False
    cdef uint64_t* middle
    cdef uint64_t carry
    if a == b:
        if n < KARATSUBA_SQUARE:
            return square_schoolbook(vm, r, a, n)
    elif n < KARATSUBA:
        return mul_schoolbook(vm, r, a, n, b, n)
    h = (n + 1) >> 1
    l = n - h
    # (a0 - a1) * (b0 - b1) in scratch
    negative = absolute_difference(r, a, h, a + h, l)
    if a == b:
        negative = False
        if mul_karatsuba(vm, scratch, r, r, h, scratch + 2 * h) != OK:
            return ERROR
    else:
        if absolute_difference(r + h, b, h, b + h, l):
            negative = not negative
        if mul_karatsuba(vm, scratch, r, r + h, h, scratch + 2 * h) != OK:
            return ERROR
    # a0 * b0 below, a1 * b1 above
    if (mul_karatsuba(vm, r, a, b, h, scratch + 2 * h) != OK
            or mul_karatsuba(vm, r + 2 * h, a + h, b + h, l, scratch + 2 * h) != OK):
        return ERROR
    # the middle: a0 * b0 + a1 * b1 - (a0 - a1) * (b0 - b1)
    middle = scratch + 2 * h
    carry = limbs_add_n(middle, r, r + 2 * h, 2 * l, 0)
    memcpy(middle + 2 * l, r + 2 * l, <size_t>(2 * (h - l)) * sizeof(uint64_t))
    middle[2 * h] = spread_carry(middle + 2 * l, 2 * (h - l), carry)
    if negative:
        middle[2 * h] += limbs_add_n(middle, middle, scratch, 2 * h, 0)
    else:
        middle[2 * h] -= limbs_sub_n(middle, middle, scratch, 2 * h, 0)
    carry = limbs_add_n(r + h, r + h, middle, 2 * h + 1, 0)
    spread_carry(r + 3 * h + 1, 2 * n - 3 * h - 1, carry)
    return poll(vm, 4 * n)


# r[0:an] = |a - b|, answers whether a < b. an is bn or bn + 1.
cdef bint absolute_difference(uint64_t* r, const uint64_t* a, int64_t an, const uint64_t* b, int64_t bn) noexcept nogil:
    cdef int64_t i = bn
    cdef uint64_t borrow
    if an == bn or a[bn] == 0:
        while i > 0 and a[i - 1] == b[i - 1]:
            i -= 1
        if i == 0:
            memset(r, 0, <size_t>an * sizeof(uint64_t))
            return False
        if an > bn:
            r[bn] = 0
        if a[i - 1] < b[i - 1]:
            limbs_sub_n(r, b, a, bn, 0)
            return True
        limbs_sub_n(r, a, b, bn, 0)
        return False
    borrow = limbs_sub_n(r, a, b, bn, 0)
    r[bn] = a[bn] - borrow
    return False


cdef int limbs_mul(VM* vm, uint64_t* r, const uint64_t* a, int64_t an, const uint64_t* b, int64_t bn) noexcept nogil:
    cdef uint64_t[320] small
    cdef uint64_t* scratch = small
    cdef uint64_t* product
    cdef const uint64_t* swap
    cdef int64_t n, i, slice_length
    cdef int status = OK
    if an < bn:
        swap = a
        a = b
        b = swap
        n = an
        an = bn
        bn = n
    if bn == 0:
        memset(r, 0, <size_t>an * sizeof(uint64_t))
        return OK
    if a == b and an == bn and an < KARATSUBA_SQUARE:
        return square_schoolbook(vm, r, a, an)
    if bn < KARATSUBA and an <= CHUNK:
        return mul_schoolbook(vm, r, a, an, b, bn)
    # Slices of the longer factor, each as long as the shorter one (or as may be done between two polls).
    slice_length = bn if bn >= KARATSUBA else CHUNK
    n = 2 * bn + 160 + (slice_length + bn if an > bn else 0)
    if n > 320:
        scratch = <uint64_t*>buffer_new(vm, <size_t>n * sizeof(uint64_t))
        if scratch == NULL:
            return ERROR
    product = scratch + 2 * bn + 160
    n = slice_length if slice_length < an else an
    status = mul_slice(vm, r, a, n, b, bn, scratch)
    i = n
    while i < an and status == OK:
        n = an - i if an - i < slice_length else slice_length
        status = mul_slice(vm, product, a + i, n, b, bn, scratch)
        if status == OK:
            memcpy(r + i + bn, product + bn, <size_t>n * sizeof(uint64_t))
            spread_carry(r + i + bn, n, limbs_add_n(r + i, r + i, product, bn, 0))
            status = poll(vm, bn + n)
        i += n
    if scratch != small:
        buffer_free(vm, scratch)
    return status


cdef inline int mul_slice(VM* vm, uint64_t* r, const uint64_t* a, int64_t an, const uint64_t* b, int64_t bn,
                          uint64_t* scratch) noexcept nogil:
    if bn < KARATSUBA:
        if an < bn:
            return mul_schoolbook(vm, r, b, bn, a, an)
        return mul_schoolbook(vm, r, a, an, b, bn)
    if an == bn:
        return mul_karatsuba(vm, r, a, b, bn, scratch)
    return limbs_mul(vm, r, a, an, b, bn)


# --- division --------------------------------------------------------------------------------------------------------

cdef bint limbs_divide_leading(const uint64_t* a, int64_t an, const uint64_t* b, int64_t bn,
                               uint64_t* out) noexcept nogil:
    cdef int shift = leading_zeros64(b[bn - 1])
    cdef int back = 64 - shift
    cdef uint64_t u2, u1, u0, v1, v0, estimate, rest, low, high
    cdef Divisor d
    # the divisor's two leading limbs, its highest bit set, and the dividend's three above the same place
    u2 = a[bn] if an > bn else 0
    u1 = a[bn - 1]
    u0 = a[bn - 2]
    v1 = b[bn - 1]
    v0 = b[bn - 2]
    if shift:
        if u2 >> back:
            return False
        low = a[bn - 3] if bn > 2 else 0
        u2 = u2 << shift | u1 >> back
        u1 = u1 << shift | u0 >> back
        u0 = u0 << shift | low >> back
        low = b[bn - 3] if bn > 2 else 0
        v1 = v1 << shift | v0 >> back
        v0 = v0 << shift | low >> back
    if u2 >= v1:
        return False
    d = divisor_of(v1)
    estimate = divide_wide(u2, u1, &d, &rest)
    low = multiply_add(estimate, v0, 0, 0, &high)
    while high > rest or (high == rest and low > u0):
        estimate -= 1
        rest += v1
        high -= low < v0
        low -= v0
        if rest < v1:
            break
    # What is left of the three limbs pays for the limbs below, times the estimate, unless it is tiny.
    if rest - high - <uint64_t>(u0 < low) == 0 and u0 - low < estimate:
        return False
    out[0] = estimate
    return True


cdef int limbs_divide(VM* vm, uint64_t* q, uint64_t* r, const uint64_t* a, int64_t an, const uint64_t* b,
                      int64_t bn) noexcept nogil:
    cdef uint64_t[72] small
    cdef uint64_t* u = small
    cdef uint64_t* v
    cdef Divisor exact
    cdef int shift = leading_zeros64(b[bn - 1])
    cdef uint64_t estimate, rest, borrow, high, low, second
    cdef int64_t j
    cdef int status = OK
    if bn == 1:
        rest = 0
        exact = divisor_of(b[0])
        status = divide_by_limb(vm, q, a, an, &exact, &rest)
        if r != NULL:
            r[0] = rest
        return status
    if an + 1 + bn > STACK_LIMBS:
        u = <uint64_t*>buffer_new(vm, <size_t>(an + 1 + bn) * sizeof(uint64_t))
        if u == NULL:
            return ERROR
    v = u + an + 1
    limbs_shift_left(v, b, bn, shift)
    u[an] = limbs_shift_left(u, a, an, shift)
    # The reciprocal must be that of the shifted divisor's top limb, which took bits from below.
    exact = divisor_of(v[bn - 1])
    second = v[bn - 2]
    j = an - bn
    while j >= 0:
        if u[j + bn] >= exact.value:
            estimate = UINT64_MAX
            rest = u[j + bn - 1] + exact.value
            low = rest < exact.value        # the rest has more than a limb: the estimate is good
        else:
            estimate = divide_wide(u[j + bn], u[j + bn - 1], &exact, &rest)
            low = 0
        if not low:
            low = multiply_add(estimate, second, 0, 0, &high)
            while high > rest or (high == rest and low > u[j + bn - 2]):
                estimate -= 1
                rest += exact.value
                if rest < exact.value:
                    break
                high -= low < second
                low -= second
        borrow = sub_product(u + j, v, bn, estimate)
        high = u[j + bn]
        u[j + bn] = high - borrow
        if unlikely(high < borrow):
            estimate -= 1
            u[j + bn] += limbs_add_n(u + j, u + j, v, bn, 0)
        if q != NULL:
            q[j] = estimate
        j -= 1
        if poll(vm, bn) != OK:
            status = ERROR
            break
    if status == OK and r != NULL:
        limbs_shift_right(r, u, bn, shift)
    if u != small:
        buffer_free(vm, u)
    return status


cdef int divide_by_limb(VM* vm, uint64_t* q, const uint64_t* a, int64_t an, Divisor* d, uint64_t* rest) noexcept nogil:
    cdef uint64_t r = 0
    cdef uint64_t limb, quotient
    cdef int64_t i = an - 1
    if an <= CHUNK:
        rest[0] = limbs_div_small(q, a, an, d)
        return OK
    if d.shift != 0:
        r = a[i] >> (64 - d.shift)
    while i >= 0:
        limb = a[i] << d.shift
        if d.shift != 0 and i > 0:
            limb |= a[i - 1] >> (64 - d.shift)
        quotient = divide_wide(r, limb, d, &r)
        if q != NULL:
            q[i] = quotient
        if i % CHUNK == 0 and poll(vm, CHUNK * 4) != OK:
            return ERROR
        i -= 1
    rest[0] = r >> d.shift
    return OK
