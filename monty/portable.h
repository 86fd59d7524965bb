/* Compiler builtins behind one header: gcc, clang and MSVC, x86-64 and arm64. */
#ifndef MONTY_PORTABLE_H
#define MONTY_PORTABLE_H

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <stdio.h>

#ifndef MONTY_DEBUG
#define MONTY_DEBUG 0
#endif

#if defined(__GNUC__) || defined(__clang__)
#define monty_likely(x) __builtin_expect(!!(x), 1)
#define monty_unlikely(x) __builtin_expect(!!(x), 0)
#define monty_unreachable() __builtin_unreachable()
static inline int monty_add_overflow(int64_t a, int64_t b, int64_t *out) { return __builtin_add_overflow(a, b, out); }
static inline int monty_sub_overflow(int64_t a, int64_t b, int64_t *out) { return __builtin_sub_overflow(a, b, out); }
static inline int monty_mul_overflow(int64_t a, int64_t b, int64_t *out) { return __builtin_mul_overflow(a, b, out); }
static inline int monty_leading_zeros64(uint64_t x) { return __builtin_clzll(x); }
static inline int monty_trailing_zeros64(uint64_t x) { return __builtin_ctzll(x); }
static inline int monty_popcount64(uint64_t x) { return __builtin_popcountll(x); }
/* a + b + carry and a - b - borrow; the carry or borrow out is 0 or 1. */
#if defined(__clang__)
static inline uint64_t monty_add_carry(uint64_t a, uint64_t b, uint64_t carry, uint64_t *out) {
    unsigned long long carried;
    *out = __builtin_addcll(a, b, carry, &carried);
    return carried;
}
static inline uint64_t monty_sub_borrow(uint64_t a, uint64_t b, uint64_t borrow, uint64_t *out) {
    unsigned long long borrowed;
    *out = __builtin_subcll(a, b, borrow, &borrowed);
    return borrowed;
}
#elif defined(__x86_64__)
static inline uint64_t monty_add_carry(uint64_t a, uint64_t b, uint64_t carry, uint64_t *out) {
    unsigned long long sum;
    carry = __builtin_ia32_addcarryx_u64((unsigned char)carry, a, b, &sum);
    *out = sum;
    return carry;
}
static inline uint64_t monty_sub_borrow(uint64_t a, uint64_t b, uint64_t borrow, uint64_t *out) {
    unsigned long long difference;
    borrow = __builtin_ia32_sbb_u64((unsigned char)borrow, a, b, &difference);
    *out = difference;
    return borrow;
}
#else
static inline uint64_t monty_add_carry(uint64_t a, uint64_t b, uint64_t carry, uint64_t *out) {
    unsigned __int128 t = (unsigned __int128)a + b + carry;
    *out = (uint64_t)t;
    return (uint64_t)(t >> 64);
}
static inline uint64_t monty_sub_borrow(uint64_t a, uint64_t b, uint64_t borrow, uint64_t *out) {
    unsigned __int128 t = (unsigned __int128)a - b - borrow;
    *out = (uint64_t)t;
    return (uint64_t)(t >> 64) & 1;
}
#endif
/* a * b + c + d, which always fits 128 bits: the low half; the high half through `high`. */
static inline uint64_t monty_multiply_add(uint64_t a, uint64_t b, uint64_t c, uint64_t d, uint64_t *high) {
    unsigned __int128 t = (unsigned __int128)a * b + c + d;
    *high = (uint64_t)(t >> 64);
    return (uint64_t)t;
}
/* Threaded dispatch: a label where an opcode's body begins, and the jump through the table of all labels, which the
   compiler repeats at the end of each body (so that the processor predicts each by itself, as a `switch` does not let
   it). Elsewhere both are nothing, and the `switch` that stands around the labels does the work. */
#define monty_label_opcode(op) monty_label_opcode_(op)
#define monty_label_opcode_(op) label_##op:
#define monty_dispatch(op) \
    do { \
        static const void *const labels[] = {MONTY_OPCODE_LABELS}; \
        goto *labels[op]; \
    } while (0)
#define monty_load_flag(p) __atomic_load_n((p), __ATOMIC_RELAXED)
#define monty_store_flag(p, v) __atomic_store_n((p), (v), __ATOMIC_RELAXED)
/* A pointer that one thread publishes: who reads it sees what was written before. */
#define monty_load_pointer(p) __atomic_load_n((p), __ATOMIC_ACQUIRE)
#define monty_store_pointer(p, v) __atomic_store_n((p), (v), __ATOMIC_RELEASE)
/* The two halves of the 128-bit product, folded into one word: the mixing step of hashes. */
static inline uint64_t monty_multiply_fold(uint64_t a, uint64_t b) {
    unsigned __int128 product = (unsigned __int128)a * b;
    return (uint64_t)(product >> 64) ^ (uint64_t)product;
}
#else
#include <intrin.h>
#define monty_likely(x) (x)
#define monty_unlikely(x) (x)
#define monty_label_opcode(op)
#define monty_dispatch(op) ((void)0)
#define monty_unreachable() __assume(0)
static inline int monty_add_overflow(int64_t a, int64_t b, int64_t *out) {
    *out = (int64_t)((uint64_t)a + (uint64_t)b);
    return ((a ^ *out) & (b ^ *out)) < 0;
}
static inline int monty_sub_overflow(int64_t a, int64_t b, int64_t *out) {
    *out = (int64_t)((uint64_t)a - (uint64_t)b);
    return ((a ^ b) & (a ^ *out)) < 0;
}
static inline int monty_mul_overflow(int64_t a, int64_t b, int64_t *out) {
    *out = (int64_t)((uint64_t)a * (uint64_t)b);
    if (a == 0 || b == 0) return 0;
    if ((a == -1 && b == INT64_MIN) || (b == -1 && a == INT64_MIN)) return 1;
    return *out / b != a;
}
static inline int monty_leading_zeros64(uint64_t x) { unsigned long i; _BitScanReverse64(&i, x); return 63 - (int)i; }
static inline int monty_trailing_zeros64(uint64_t x) { unsigned long i; _BitScanForward64(&i, x); return (int)i; }
static inline int monty_popcount64(uint64_t x) {
    x = x - ((x >> 1) & 0x5555555555555555);
    x = (x & 0x3333333333333333) + ((x >> 2) & 0x3333333333333333);
    return (int)((((x + (x >> 4)) & 0x0F0F0F0F0F0F0F0F) * 0x0101010101010101) >> 56);
}
static inline uint64_t monty_add_carry(uint64_t a, uint64_t b, uint64_t carry, uint64_t *out) {
    uint64_t sum = a + b, whole = sum + carry;
    *out = whole;
    return (sum < a) | (whole < sum);
}
static inline uint64_t monty_sub_borrow(uint64_t a, uint64_t b, uint64_t borrow, uint64_t *out) {
    uint64_t difference = a - b, whole = difference - borrow;
    *out = whole;
    return (difference > a) | (whole > difference);
}
static inline uint64_t monty_multiply_add(uint64_t a, uint64_t b, uint64_t c, uint64_t d, uint64_t *high) {
#if defined(_M_X64)
    uint64_t up, low = _umul128(a, b, &up);
#else
    uint64_t up = __umulh(a, b), low = a * b;
#endif
    low += c;
    up += low < c;
    low += d;
    up += low < d;
    *high = up;
    return low;
}
#define monty_load_flag(p) (*(volatile int *)(p))
#define monty_store_flag(p, v) (*(volatile int *)(p) = (v))
#define monty_load_pointer(p) _InterlockedCompareExchangePointer((void *volatile *)(p), NULL, NULL)
#define monty_store_pointer(p, v) ((void)_InterlockedExchangePointer((void *volatile *)(p), (v)))
static inline uint64_t monty_multiply_fold(uint64_t a, uint64_t b) {
#if defined(_M_X64)
    uint64_t high, low = _umul128(a, b, &high);
    return high ^ low;
#else
    return __umulh(a, b) ^ (a * b);
#endif
}
#endif

/* The first unit equal to c, or NULL: memchr for 32-bit units. */
#include <wchar.h>
#if WCHAR_MAX > 0xFFFF
#define monty_find_unit32(text, c, count) ((const uint32_t *)wmemchr((const wchar_t *)(text), (wchar_t)(c), (count)))
#else
static inline const uint32_t *monty_find_unit32(const uint32_t *text, uint32_t c, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (text[i] == c) return text + i;
    return NULL;
}
#endif

#if defined(_WIN32)
#include <windows.h>
static inline int64_t monty_clock_ns(void) {
    LARGE_INTEGER frequency, counter;
    QueryPerformanceFrequency(&frequency);
    QueryPerformanceCounter(&counter);
    return (int64_t)((double)counter.QuadPart / (double)frequency.QuadPart * 1e9);
}
#else
#include <time.h>
static inline int64_t monty_clock_ns(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}
#endif

/* Ask for large pages behind a large block. Filling and freeing take a fraction of the time then: giving back 200 MB in
   pages of 4 KB takes longer than a program may run past its deadline. Where there are none, nothing happens. */
#if defined(__linux__)
#include <sys/mman.h>
#endif
static inline void monty_advise_large(void *block, size_t size) {
#if defined(__linux__) && defined(MADV_HUGEPAGE)
    if (size >= (size_t)8 << 20) {
        uintptr_t start = ((uintptr_t)block + 4095) & ~(uintptr_t)4095;
        uintptr_t end = ((uintptr_t)block + size) & ~(uintptr_t)4095;
        madvise((void *)start, end - start, MADV_HUGEPAGE);
    }
#else
    (void)block;
    (void)size;
#endif
}

/* The first word of a value: the tag, and an aux of 0. */
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
#define monty_value_head(tag) ((uint64_t)(uint32_t)(tag) << 32)
#else
#define monty_value_head(tag) ((uint64_t)(uint32_t)(tag))
#endif

#endif
