"""The dispatch loop, and the slow paths of its instructions.

The loop keeps the running frame's instruction pointer, registers and constants in local variables. An instruction's
fast path ends in `continue`. Everything else sets `status` and falls out of the chain to the one place that knows what
to do with it: OK and CALLED reload the frame, ERROR unwinds, FINISHED and SUSPENDED leave the loop.
"""

from libc.math cimport floor, fmod, isfinite, pow
from libc.stdint cimport int16_t, int32_t, int64_t, uint16_t, uint32_t, uint64_t, uint8_t

from monty._calls cimport *
from monty._generated cimport *
from monty._heap cimport *
from monty._machine cimport *
from monty._protocol cimport *
from monty._slow cimport *
from monty.objects.dict cimport Dict, dict_get, dict_set
from monty.objects.list cimport List, list_append
from monty.objects.tuple cimport Tuple, tuple_items


cdef inline void set_register(VM* vm, Value* where, Value value) noexcept nogil:
    cdef Value old = where[0]
    where[0] = value
    if unlikely(old.tag & COUNTED):
        decref(vm, old)


cdef inline bint both_int(Value* x, Value* y) noexcept nogil:
    return x.tag == T_INT and y.tag == T_INT


# Both operands as doubles where at least one is a float and the other an int or float.
cdef inline bint as_doubles(Value* x, Value* y, double* f, double* g) noexcept nogil:
    if x.tag == T_FLOAT:
        f[0] = x.as_.f
        if y.tag == T_FLOAT:
            g[0] = y.as_.f
            return True
        if y.tag == T_INT:
            g[0] = <double>y.as_.i
            return True
        return False
    if y.tag == T_FLOAT and x.tag == T_INT:
        f[0] = <double>x.as_.i
        g[0] = y.as_.f
        return True
    return False


cdef inline bint compare_ints(int comparison, int64_t x, int64_t y) noexcept nogil:
    if comparison == CMP_LT:
        return x < y
    if comparison == CMP_LE:
        return x <= y
    if comparison == CMP_EQ:
        return x == y
    if comparison == CMP_NE:
        return x != y
    if comparison == CMP_GT:
        return x > y
    return x >= y


cdef inline bint compare_doubles(int comparison, double x, double y) noexcept nogil:
    if comparison == CMP_LT:
        return x < y
    if comparison == CMP_LE:
        return x <= y
    if comparison == CMP_EQ:
        return x == y
    if comparison == CMP_NE:
        return x != y
    if comparison == CMP_GT:
        return x > y
    return x >= y


# The fast half of a comparison: True when truth[0] is set. Ints mixed with floats go the exact way.
cdef inline bint compare_fast(int comparison, Value* x, Value* y, bint* truth) noexcept nogil:
    if likely(x.tag == T_INT and y.tag == T_INT):
        truth[0] = compare_ints(comparison, x.as_.i, y.as_.i)
        return True
    if x.tag == T_FLOAT and y.tag == T_FLOAT:
        truth[0] = compare_doubles(comparison, x.as_.f, y.as_.f)
        return True
    return False


cdef inline int64_t floor_div_int(int64_t x, int64_t y) noexcept nogil:
    cdef int64_t q = x / y
    if (x % y != 0) and ((x < 0) != (y < 0)):
        q -= 1
    return q


cdef inline int64_t floor_mod_int(int64_t x, int64_t y) noexcept nogil:
    cdef int64_t r = x % y
    if r != 0 and (r < 0) != (y < 0):
        r += y
    return r


cdef int vm_run(Machine* m) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Frame* frame = m.frame
    cdef Frame* callee
    cdef uint64_t* pc = frame.pc
    cdef Value* R = frame.registers
    cdef Value* K = frame.code.constants
    cdef Value* x
    cdef Value* y
    cdef Value value
    cdef Function* function
    cdef Code* code
    cdef List* lst
    cdef uint64_t word
    cdef uint32_t op, a, b, c
    cdef int64_t i, j
    cdef int32_t distance
    cdef double f, g
    cdef bint truth
    cdef int status
    while True:
        word = pc[0]
        pc += 1
        op = <uint8_t>word
        a = <uint16_t>(word >> 16)
        b = <uint16_t>(word >> 32)
        c = <uint16_t>(word >> 48)

        # --- moves and constants
        if op == OP_MOVE:
            value = R[b]
            if b >= <uint32_t>frame.code.first_temp:
                R[b].tag = T_UNSET
            else:
                incref(value)
            set_register(vm, &R[a], value)
            continue
        elif op == OP_LOAD_CONST:
            set_register(vm, &R[a], K[<int32_t>(word >> 32)])
            continue
        elif op == OP_LOAD_INT:
            set_register(vm, &R[a], value_int(<int32_t>(word >> 32)))
            continue
        elif op == OP_UNSET:
            set_register(vm, &R[a], value_unset())
            continue
        elif op == OP_CHECK_BOUND:
            if likely(R[a].tag != T_UNSET):
                continue
            frame.pc = pc
            status = raise_unbound(m, K[b])
        elif op == OP_DELETE_LOCAL:
            frame.pc = pc
            if R[a].tag == T_UNSET:
                status = raise_unbound(m, K[b])
            else:
                set_register(vm, &R[a], value_unset())
                continue

        # --- globals, cells, free variables
        elif op == OP_GET_GLOBAL:
            if likely(b != 0xFFFF):
                value = frame.module.registers[b]
                if likely(value.tag != T_UNSET):
                    incref(value)
                    set_register(vm, &R[a], value)
                    continue
            frame.pc = pc
            status = get_builtin(m, &R[a], K[c])
        elif op == OP_SET_GLOBAL:
            value = R[b]
            if b >= <uint32_t>frame.code.first_temp:
                R[b].tag = T_UNSET
            else:
                incref(value)
            set_register(vm, &frame.module.registers[a], value)
            continue
        elif op == OP_DELETE_GLOBAL:
            frame.pc = pc
            if frame.module.registers[a].tag == T_UNSET:
                status = raise_undefined(m, K[b])
            else:
                set_register(vm, &frame.module.registers[a], value_unset())
                continue
        elif op == OP_MAKE_CELL:
            frame.pc = pc
            status = make_cell(m, &R[a])
        elif op == OP_GET_CELL:
            if likely(R[b].tag == (T_CELL | COUNTED)):
                value = (<Cell*>R[b].as_.block).content
                if likely(value.tag != T_UNSET):
                    incref(value)
                    set_register(vm, &R[a], value)
                    continue
            frame.pc = pc
            status = raise_unbound(m, K[c])
        elif op == OP_SET_CELL:
            value = R[b]
            if likely(R[a].tag == (T_CELL | COUNTED)):
                if b >= <uint32_t>frame.code.first_temp:
                    R[b].tag = T_UNSET
                else:
                    incref(value)
                set_register(vm, &(<Cell*>R[a].as_.block).content, value)
                continue
            frame.pc = pc
            status = raise_damaged(m)
        elif op == OP_DELETE_CELL:
            frame.pc = pc
            if R[a].tag != (T_CELL | COUNTED) or (<Cell*>R[a].as_.block).content.tag == T_UNSET:
                status = raise_unbound(m, K[b])
            else:
                set_register(vm, &(<Cell*>R[a].as_.block).content, value_unset())
                continue
        elif op == OP_GET_FREE:
            value = function_cells(frame.function)[b].content
            if likely(value.tag != T_UNSET):
                incref(value)
                set_register(vm, &R[a], value)
                continue
            frame.pc = pc
            status = raise_unbound_free(m, K[c])
        elif op == OP_SET_FREE:
            value = R[b]
            if b >= <uint32_t>frame.code.first_temp:
                R[b].tag = T_UNSET
            else:
                incref(value)
            set_register(vm, &function_cells(frame.function)[a].content, value)
            continue
        elif op == OP_DELETE_FREE:
            frame.pc = pc
            if function_cells(frame.function)[a].content.tag == T_UNSET:
                status = raise_unbound_free(m, K[b])
            else:
                set_register(vm, &function_cells(frame.function)[a].content, value_unset())
                continue

        # --- arithmetic
        elif op == OP_ADD:
            x = &R[b]
            y = &R[c]
            if likely(both_int(x, y)):
                if likely(not add_overflow(x.as_.i, y.as_.i, &i)):
                    set_register(vm, &R[a], value_int(i))
                    continue
            elif as_doubles(x, y, &f, &g):
                set_register(vm, &R[a], value_float(f + g))
                continue
            frame.pc = pc
            status = slow_binary(m, word, BIN_ADD, y)
        elif op == OP_ADD_K:
            x = &R[b]
            y = &K[c]
            if likely(both_int(x, y)):
                if likely(not add_overflow(x.as_.i, y.as_.i, &i)):
                    set_register(vm, &R[a], value_int(i))
                    continue
            elif as_doubles(x, y, &f, &g):
                set_register(vm, &R[a], value_float(f + g))
                continue
            frame.pc = pc
            status = slow_binary_constant(m, word, BIN_ADD, y)
        elif op == OP_ADD_I:
            x = &R[b]
            if likely(x.tag == T_INT):
                if likely(not add_overflow(x.as_.i, <int16_t>c, &i)):
                    set_register(vm, &R[a], value_int(i))
                    continue
            elif x.tag == T_FLOAT:
                set_register(vm, &R[a], value_float(x.as_.f + <int16_t>c))
                continue
            frame.pc = pc
            value = value_int(<int16_t>c)
            status = slow_binary_constant(m, word, BIN_ADD, &value)
        elif op == OP_SUB:
            x = &R[b]
            y = &R[c]
            if likely(both_int(x, y)):
                if likely(not sub_overflow(x.as_.i, y.as_.i, &i)):
                    set_register(vm, &R[a], value_int(i))
                    continue
            elif as_doubles(x, y, &f, &g):
                set_register(vm, &R[a], value_float(f - g))
                continue
            frame.pc = pc
            status = slow_binary(m, word, BIN_SUB, y)
        elif op == OP_SUB_K:
            x = &R[b]
            y = &K[c]
            if likely(both_int(x, y)):
                if likely(not sub_overflow(x.as_.i, y.as_.i, &i)):
                    set_register(vm, &R[a], value_int(i))
                    continue
            elif as_doubles(x, y, &f, &g):
                set_register(vm, &R[a], value_float(f - g))
                continue
            frame.pc = pc
            status = slow_binary_constant(m, word, BIN_SUB, y)
        elif op == OP_SUB_I:
            x = &R[b]
            if likely(x.tag == T_INT):
                if likely(not sub_overflow(x.as_.i, <int16_t>c, &i)):
                    set_register(vm, &R[a], value_int(i))
                    continue
            elif x.tag == T_FLOAT:
                set_register(vm, &R[a], value_float(x.as_.f - <int16_t>c))
                continue
            frame.pc = pc
            value = value_int(<int16_t>c)
            status = slow_binary_constant(m, word, BIN_SUB, &value)
        elif op == OP_MUL:
            x = &R[b]
            y = &R[c]
            if likely(both_int(x, y)):
                if likely(not mul_overflow(x.as_.i, y.as_.i, &i)):
                    set_register(vm, &R[a], value_int(i))
                    continue
            elif as_doubles(x, y, &f, &g):
                set_register(vm, &R[a], value_float(f * g))
                continue
            frame.pc = pc
            status = slow_binary(m, word, BIN_MUL, y)
        elif op == OP_MUL_K:
            x = &R[b]
            y = &K[c]
            if likely(both_int(x, y)):
                if likely(not mul_overflow(x.as_.i, y.as_.i, &i)):
                    set_register(vm, &R[a], value_int(i))
                    continue
            elif as_doubles(x, y, &f, &g):
                set_register(vm, &R[a], value_float(f * g))
                continue
            frame.pc = pc
            status = slow_binary_constant(m, word, BIN_MUL, y)
        elif op == OP_TRUE_DIV or op == OP_TRUE_DIV_K:
            x = &R[b]
            y = &R[c] if op == OP_TRUE_DIV else &K[c]
            if as_doubles(x, y, &f, &g):
                if likely(g != 0.0):
                    set_register(vm, &R[a], value_float(f / g))
                    continue
            elif (both_int(x, y) and y.as_.i != 0 and -MAX_EXACT <= x.as_.i <= MAX_EXACT
                    and -MAX_EXACT <= y.as_.i <= MAX_EXACT):
                set_register(vm, &R[a], value_float(<double>x.as_.i / <double>y.as_.i))
                continue
            frame.pc = pc
            if op == OP_TRUE_DIV:
                status = slow_binary(m, word, BIN_TRUE_DIV, y)
            else:
                status = slow_binary_constant(m, word, BIN_TRUE_DIV, y)
        elif op == OP_FLOOR_DIV or op == OP_FLOOR_DIV_K:
            x = &R[b]
            y = &R[c] if op == OP_FLOOR_DIV else &K[c]
            if likely(both_int(x, y) and y.as_.i != 0 and y.as_.i != -1):
                set_register(vm, &R[a], value_int(floor_div_int(x.as_.i, y.as_.i)))
                continue
            frame.pc = pc
            if op == OP_FLOOR_DIV:
                status = slow_binary(m, word, BIN_FLOOR_DIV, y)
            else:
                status = slow_binary_constant(m, word, BIN_FLOOR_DIV, y)
        elif op == OP_MOD or op == OP_MOD_K:
            x = &R[b]
            y = &R[c] if op == OP_MOD else &K[c]
            if likely(both_int(x, y) and y.as_.i != 0 and y.as_.i != -1):
                set_register(vm, &R[a], value_int(floor_mod_int(x.as_.i, y.as_.i)))
                continue
            frame.pc = pc
            if op == OP_MOD:
                status = slow_binary(m, word, BIN_MOD, y)
            else:
                status = slow_binary_constant(m, word, BIN_MOD, y)
        elif op == OP_POW:
            frame.pc = pc
            status = slow_binary(m, word, BIN_POW, &R[c])
        elif op == OP_POW_K:
            x = &R[b]
            if x.tag == T_FLOAT and K[c].tag == T_INT and K[c].as_.i == 2:
                # The C library's power, as CPython's: it does not always round as the product does.
                f = pow(x.as_.f, 2.0)
                if likely(isfinite(f)):
                    set_register(vm, &R[a], value_float(f))
                    continue
            frame.pc = pc
            status = slow_binary_constant(m, word, BIN_POW, &K[c])
        elif op == OP_MATMUL:
            frame.pc = pc
            status = slow_binary(m, word, BIN_MATMUL, &R[c])
        elif op == OP_LSHIFT:
            x = &R[b]
            y = &R[c]
            if both_int(x, y) and 0 <= y.as_.i < 32 and -0x7FFFFFFF <= x.as_.i <= 0x7FFFFFFF:
                set_register(vm, &R[a], value_int(<int64_t>(<uint64_t>x.as_.i << y.as_.i)))
                continue
            frame.pc = pc
            status = slow_binary(m, word, BIN_LSHIFT, y)
        elif op == OP_RSHIFT:
            x = &R[b]
            y = &R[c]
            if both_int(x, y) and 0 <= y.as_.i < 64:
                set_register(vm, &R[a], value_int(x.as_.i >> y.as_.i))
                continue
            frame.pc = pc
            status = slow_binary(m, word, BIN_RSHIFT, y)
        elif op == OP_AND:
            x = &R[b]
            y = &R[c]
            if likely(both_int(x, y)):
                set_register(vm, &R[a], value_int(x.as_.i & y.as_.i))
                continue
            frame.pc = pc
            status = slow_binary(m, word, BIN_AND, y)
        elif op == OP_OR:
            x = &R[b]
            y = &R[c]
            if likely(both_int(x, y)):
                set_register(vm, &R[a], value_int(x.as_.i | y.as_.i))
                continue
            frame.pc = pc
            status = slow_binary(m, word, BIN_OR, y)
        elif op == OP_XOR:
            x = &R[b]
            y = &R[c]
            if likely(both_int(x, y)):
                set_register(vm, &R[a], value_int(x.as_.i ^ y.as_.i))
                continue
            frame.pc = pc
            status = slow_binary(m, word, BIN_XOR, y)
        elif op == OP_NEG:
            x = &R[b]
            if x.tag == T_INT and not sub_overflow(0, x.as_.i, &i):
                set_register(vm, &R[a], value_int(i))
                continue
            if x.tag == T_FLOAT:
                set_register(vm, &R[a], value_float(-x.as_.f))
                continue
            frame.pc = pc
            status = slow_unary(m, word, UNARY_NEG)
        elif op == OP_POS:
            frame.pc = pc
            status = slow_unary(m, word, UNARY_POS)
        elif op == OP_INVERT:
            frame.pc = pc
            status = slow_unary(m, word, UNARY_INVERT)
        elif op == OP_NOT:
            x = &R[b]
            if x.tag == T_BOOL:
                set_register(vm, &R[a], value_bool(not x.as_.i))
                continue
            frame.pc = pc
            status = slow_not(m, word)

        # --- comparison
        elif op == OP_LT:
            if compare_fast(CMP_LT, &R[b], &R[c], &truth):
                set_register(vm, &R[a], value_bool(truth))
                continue
            frame.pc = pc
            status = slow_compare(m, word, CMP_LT)
        elif op == OP_LE:
            if compare_fast(CMP_LE, &R[b], &R[c], &truth):
                set_register(vm, &R[a], value_bool(truth))
                continue
            frame.pc = pc
            status = slow_compare(m, word, CMP_LE)
        elif op == OP_EQ:
            if compare_fast(CMP_EQ, &R[b], &R[c], &truth):
                set_register(vm, &R[a], value_bool(truth))
                continue
            frame.pc = pc
            status = slow_compare(m, word, CMP_EQ)
        elif op == OP_NE:
            if compare_fast(CMP_NE, &R[b], &R[c], &truth):
                set_register(vm, &R[a], value_bool(truth))
                continue
            frame.pc = pc
            status = slow_compare(m, word, CMP_NE)
        elif op == OP_GT:
            if compare_fast(CMP_GT, &R[b], &R[c], &truth):
                set_register(vm, &R[a], value_bool(truth))
                continue
            frame.pc = pc
            status = slow_compare(m, word, CMP_GT)
        elif op == OP_GE:
            if compare_fast(CMP_GE, &R[b], &R[c], &truth):
                set_register(vm, &R[a], value_bool(truth))
                continue
            frame.pc = pc
            status = slow_compare(m, word, CMP_GE)
        elif op == OP_IS:
            frame.pc = pc
            status = slow_is(m, word)
        elif op == OP_IN:
            frame.pc = pc
            status = slow_in(m, word)

        # --- test and branch: the next word is the jump
        elif op == OP_IF_LT:
            if likely(compare_fast(CMP_LT, &R[b], &R[c], &truth)):
                status = BRANCH
            else:
                frame.pc = pc
                status = slow_compare_branch(m, word, CMP_LT, &R[c], &truth)
        elif op == OP_IF_LE:
            if likely(compare_fast(CMP_LE, &R[b], &R[c], &truth)):
                status = BRANCH
            else:
                frame.pc = pc
                status = slow_compare_branch(m, word, CMP_LE, &R[c], &truth)
        elif op == OP_IF_EQ:
            if likely(compare_fast(CMP_EQ, &R[b], &R[c], &truth)):
                status = BRANCH
            else:
                frame.pc = pc
                status = slow_compare_branch(m, word, CMP_EQ, &R[c], &truth)
        elif op == OP_IF_NE:
            if likely(compare_fast(CMP_NE, &R[b], &R[c], &truth)):
                status = BRANCH
            else:
                frame.pc = pc
                status = slow_compare_branch(m, word, CMP_NE, &R[c], &truth)
        elif op == OP_IF_GT:
            if likely(compare_fast(CMP_GT, &R[b], &R[c], &truth)):
                status = BRANCH
            else:
                frame.pc = pc
                status = slow_compare_branch(m, word, CMP_GT, &R[c], &truth)
        elif op == OP_IF_GE:
            if likely(compare_fast(CMP_GE, &R[b], &R[c], &truth)):
                status = BRANCH
            else:
                frame.pc = pc
                status = slow_compare_branch(m, word, CMP_GE, &R[c], &truth)
        elif op == OP_IF_LT_I:
            if likely(R[b].tag == T_INT):
                truth = R[b].as_.i < <int16_t>c
                status = BRANCH
            else:
                frame.pc = pc
                value = value_int(<int16_t>c)
                status = slow_compare_branch(m, word, CMP_LT, &value, &truth)
        elif op == OP_IF_LE_I:
            if likely(R[b].tag == T_INT):
                truth = R[b].as_.i <= <int16_t>c
                status = BRANCH
            else:
                frame.pc = pc
                value = value_int(<int16_t>c)
                status = slow_compare_branch(m, word, CMP_LE, &value, &truth)
        elif op == OP_IF_EQ_I:
            if likely(R[b].tag == T_INT):
                truth = R[b].as_.i == <int16_t>c
                status = BRANCH
            else:
                frame.pc = pc
                value = value_int(<int16_t>c)
                status = slow_compare_branch(m, word, CMP_EQ, &value, &truth)
        elif op == OP_IF_NE_I:
            if likely(R[b].tag == T_INT):
                truth = R[b].as_.i != <int16_t>c
                status = BRANCH
            else:
                frame.pc = pc
                value = value_int(<int16_t>c)
                status = slow_compare_branch(m, word, CMP_NE, &value, &truth)
        elif op == OP_IF_GT_I:
            if likely(R[b].tag == T_INT):
                truth = R[b].as_.i > <int16_t>c
                status = BRANCH
            else:
                frame.pc = pc
                value = value_int(<int16_t>c)
                status = slow_compare_branch(m, word, CMP_GT, &value, &truth)
        elif op == OP_IF_GE_I:
            if likely(R[b].tag == T_INT):
                truth = R[b].as_.i >= <int16_t>c
                status = BRANCH
            else:
                frame.pc = pc
                value = value_int(<int16_t>c)
                status = slow_compare_branch(m, word, CMP_GE, &value, &truth)
        elif op == OP_IF_TRUE:
            x = &R[b]
            if likely(x.tag == T_BOOL or x.tag == T_INT):
                truth = x.as_.i != 0
                status = BRANCH
            else:
                frame.pc = pc
                status = slow_truth_branch(m, word, &truth)
        elif op == OP_IF_TRUE_KEEP:
            frame.pc = pc
            status = slow_truth_keep(m, word, &truth)
        elif op == OP_IF_IS:
            truth = value_is(R[b], R[c])
            take_temporary(m, b)
            take_temporary(m, c)
            status = BRANCH
        elif op == OP_IF_NONE:
            truth = R[b].tag == T_NONE
            take_temporary(m, b)
            status = BRANCH
        elif op == OP_IF_IN:
            frame.pc = pc
            status = slow_in_branch(m, word, &truth)
        elif op == OP_JUMP:
            pc += <int32_t>(word >> 32)
            continue
        elif op == OP_LOOP:
            distance = <int32_t>(word >> 32)
            pc += distance
            vm.fuel += distance
            if likely(vm.fuel >= 0):
                continue
            frame.pc = pc
            status = loop_safepoint(m)

        # --- iteration
        elif op == OP_FOR_RANGE:
            x = &R[a]
            if likely(x[0].tag == T_RANGE_STATE and x[1].tag == T_INT):
                if likely(x[1].as_.i > 0):
                    i = x[0].as_.i
                    x[1].as_.i -= 1
                    x[0].as_.i = <int64_t>(<uint64_t>i + <uint64_t><int64_t><int32_t>x[0].aux)
                    set_register(vm, &R[b], value_int(i))
                    distance = <int32_t>(pc[0] >> 32)
                    pc += 1 + distance
                    if distance >= 0:
                        continue
                    vm.fuel += distance
                    if likely(vm.fuel >= 0):
                        continue
                    frame.pc = pc
                    status = loop_safepoint(m)
                else:
                    x[0].tag = T_UNSET
                    pc += 1
                    continue
            else:
                frame.pc = pc
                status = slow_for_iter(m, word)
        elif op == OP_FOR_ITER:
            frame.pc = pc
            status = slow_for_iter(m, word)
        elif op == OP_RANGE_PREP:
            frame.pc = pc
            status = range_prepare(m, word)
        elif op == OP_GET_ITER:
            frame.pc = pc
            status = slow_get_iter(m, word)
        elif op == OP_UNPACK:
            x = &R[b]
            if (x.tag & TYPE_MASK) == T_TUPLE and (<Tuple*>x.as_.block).length == c:
                value = x[0]
                y = tuple_items(<Tuple*>value.as_.block)
                if b >= <uint32_t>frame.code.first_temp:
                    x.tag = T_UNSET
                else:
                    incref(value)
                for i in range(<int64_t>c):
                    set_register(vm, &R[a + i], value_copy(y[i]))
                decref(vm, value)
                continue
            frame.pc = pc
            status = slow_unpack(m, word)
        elif op == OP_UNPACK_EX:
            frame.pc = pc
            status = slow_unpack_ex(m, word)

        # --- calls
        elif op == OP_CALL:
            value = R[b]
            if likely((value.tag & TYPE_MASK) == T_FUNCTION and frame.flags & FRAME_ON_STACK):
                function = <Function*>value.as_.block
                code = function.code
                callee = frame + 1
                x = &R[b + 1]
                if likely(code.argcount == <int32_t>c and
                          (code.flags & (CODE_SIMPLE_ARGUMENTS | CODE_GENERATOR)) == CODE_SIMPLE_ARGUMENTS
                          and callee < m.frames_limit and x + code.register_count + STACK_SLACK < m.stack_end
                          and vm.fuel >= code.instruction_count and function.module != NULL):
                    vm.fuel -= code.instruction_count
                    R[b].tag = T_UNSET
                    frame.pc = pc
                    for i in range(<int64_t>c, code.named_count):
                        x[i].tag = T_UNSET
                    callee.registers = x
                    callee.code = code
                    callee.function = function
                    callee.module = function.module
                    callee.generator = NULL
                    callee.stack_top = x + code.register_count
                    callee.dst = <uint16_t>a
                    callee.action = ACTION_STORE
                    callee.flags = FRAME_ON_STACK
                    m.frame = callee
                    frame = callee
                    R = x
                    K = code.constants
                    pc = code.instructions
                    continue
            frame.pc = pc
            status = slow_call(m, word)
        elif op == OP_CALL_CONST:
            # A builtin function with exactly its parameters: no frame, no binding.
            value = K[<int32_t>(pc[0] >> 32)]
            pc += 1
            frame.pc = pc
            status = slow_call_constant(m, word, value)
        elif op == OP_CALL_METHOD:
            pc += 1
            frame.pc = pc
            status = slow_call_method(m, word, pc[-1])
        elif op == OP_CALL_KW:
            pc += 1
            frame.pc = pc
            status = slow_call_keywords(m, word, pc[-1])
        elif op == OP_FIND_METHOD:
            frame.pc = pc
            status = find_method(m, word)
        elif op == OP_CALL_SPREAD:
            frame.pc = pc
            status = slow_call_spread(m, word)
        elif op == OP_RETURN:
            if likely(frame.action == ACTION_STORE and (frame.flags & FRAME_ON_STACK)):
                value = R[a]
                R[a].tag = T_UNSET
                a = frame.dst
                for i in range(<int64_t>frame.code.register_count):
                    if unlikely(R[i].tag & COUNTED):
                        R[i].tag = T_UNSET
                        R[i].as_.block.refcount -= 1
                        if R[i].as_.block.refcount == 0:
                            block_release(vm, R[i].as_.block)
                function = frame.function
                if likely(not function.head.flags & FUNCTION_IMMORTAL):
                    function.head.refcount -= 1
                    if unlikely(function.head.refcount == 0):
                        block_release(vm, &function.head)
                frame -= 1
                m.frame = frame
                R = frame.registers
                K = frame.code.constants
                pc = frame.pc
                set_register(vm, &R[a], value)
                continue
            frame.pc = pc
            status = frame_return(m, value_copy(R[a]))
        elif op == OP_RETURN_CONST:
            frame.pc = pc
            status = frame_return(m, K[<int32_t>(word >> 32)])
        elif op == OP_YIELD:
            frame.pc = pc
            if frame.generator == NULL:
                status = raise_damaged(m)
            else:
                value = R[b]
                if b >= <uint32_t>frame.code.first_temp:
                    R[b].tag = T_UNSET
                else:
                    incref(value)
                status = frame_yield(m, <uint16_t>a, value)
        elif op == OP_MAKE_FUNCTION:
            frame.pc = pc
            status = make_function(m, word)

        # --- displays and formatting
        elif op == OP_BUILD_LIST:
            frame.pc = pc
            status = build_list(m, word)
        elif op == OP_BUILD_TUPLE:
            frame.pc = pc
            status = build_tuple(m, word)
        elif op == OP_BUILD_SET:
            frame.pc = pc
            status = build_set(m, word)
        elif op == OP_BUILD_DICT:
            frame.pc = pc
            status = build_dict(m, word)
        elif op == OP_BUILD_SLICE:
            frame.pc = pc
            status = build_slice(m, word)
        elif op == OP_BUILD_STRING:
            frame.pc = pc
            status = build_string(m, word)
        elif op == OP_LIST_APPEND:
            if likely(R[a].tag == (T_LIST | COUNTED)):
                value = R[b]
                if b >= <uint32_t>frame.code.first_temp:
                    R[b].tag = T_UNSET
                else:
                    incref(value)
                frame.pc = pc
                if likely(list_append(vm, <List*>R[a].as_.block, value) == OK):
                    continue
                status = ERROR
            else:
                frame.pc = pc
                status = raise_damaged(m)
        elif op == OP_LIST_EXTEND:
            frame.pc = pc
            status = slow_list_extend(m, word)
        elif op == OP_LIST_TO_TUPLE:
            frame.pc = pc
            status = list_to_tuple(m, word)
        elif op == OP_SET_ADD:
            frame.pc = pc
            status = slow_set_add(m, word)
        elif op == OP_SET_UPDATE:
            frame.pc = pc
            status = slow_set_update(m, word)
        elif op == OP_DICT_SET:
            frame.pc = pc
            status = slow_dict_set(m, word)
        elif op == OP_DICT_UPDATE:
            frame.pc = pc
            status = slow_dict_update(m, word)
        elif op == OP_DICT_MERGE:
            frame.pc = pc
            status = slow_dict_merge(m, word)
        elif op == OP_FORMAT:
            frame.pc = pc
            status = slow_format(m, word)

        # --- subscripts, attributes, imports
        elif op == OP_GET_ITEM:
            x = &R[b]
            if R[c].tag == T_INT:
                if likely(x.tag == (T_LIST | COUNTED)):
                    lst = <List*>x.as_.block
                    i = R[c].as_.i
                    if i < 0:
                        i += lst.length
                    if likely(0 <= i < lst.length):
                        value = lst.items[i]
                        incref(value)
                        if b >= <uint32_t>frame.code.first_temp:
                            take_temporary(m, b)
                        set_register(vm, &R[a], value)
                        continue
                elif (x.tag & TYPE_MASK) == T_TUPLE:
                    i = R[c].as_.i
                    if i < 0:
                        i += (<Tuple*>x.as_.block).length
                    if likely(0 <= i < (<Tuple*>x.as_.block).length):
                        value = tuple_items(<Tuple*>x.as_.block)[i]
                        incref(value)
                        if b >= <uint32_t>frame.code.first_temp:
                            take_temporary(m, b)
                        set_register(vm, &R[a], value)
                        continue
            if x.tag == (T_DICT | COUNTED):
                if likely(dict_get(vm, <Dict*>x.as_.block, R[c], &value) == OK):
                    incref(value)
                    take_temporary(m, b)
                    take_temporary(m, c)
                    set_register(vm, &R[a], value)
                    continue
            frame.pc = pc
            status = slow_get_item(m, word, R[c])
        elif op == OP_GET_ITEM_I:
            x = &R[b]
            if x.tag == (T_LIST | COUNTED):
                lst = <List*>x.as_.block
                i = <int16_t>c
                if i < 0:
                    i += lst.length
                if likely(0 <= i < lst.length):
                    value = lst.items[i]
                    incref(value)
                    if b >= <uint32_t>frame.code.first_temp:
                        take_temporary(m, b)
                    set_register(vm, &R[a], value)
                    continue
            elif (x.tag & TYPE_MASK) == T_TUPLE:
                i = <int16_t>c
                if i < 0:
                    i += (<Tuple*>x.as_.block).length
                if likely(0 <= i < (<Tuple*>x.as_.block).length):
                    value = tuple_items(<Tuple*>x.as_.block)[i]
                    incref(value)
                    if b >= <uint32_t>frame.code.first_temp:
                        take_temporary(m, b)
                    set_register(vm, &R[a], value)
                    continue
            frame.pc = pc
            status = slow_get_item_constant(m, word, value_int(<int16_t>c))
        elif op == OP_SET_ITEM:
            x = &R[a]
            if likely(x.tag == (T_LIST | COUNTED) and R[b].tag == T_INT):
                lst = <List*>x.as_.block
                i = R[b].as_.i
                if i < 0:
                    i += lst.length
                if likely(0 <= i < lst.length):
                    value = R[c]
                    if c >= <uint32_t>frame.code.first_temp:
                        R[c].tag = T_UNSET
                    else:
                        incref(value)
                    set_register(vm, &lst.items[i], value)
                    if a >= <uint32_t>frame.code.first_temp:
                        take_temporary(m, a)
                    continue
            frame.pc = pc
            status = slow_set_item(m, word)
        elif op == OP_DELETE_ITEM:
            frame.pc = pc
            status = slow_delete_item(m, word)
        elif op == OP_GET_ATTR:
            frame.pc = pc
            status = slow_get_attribute(m, word)
        elif op == OP_SET_ATTR:
            frame.pc = pc
            status = slow_set_attribute(m, word)
        elif op == OP_DELETE_ATTR:
            frame.pc = pc
            status = slow_delete_attribute(m, word)
        elif op == OP_IMPORT:
            frame.pc = pc
            status = import_module(m, word)
        elif op == OP_IMPORT_FROM:
            frame.pc = pc
            status = import_from(m, word)

        # --- exceptions
        elif op == OP_RAISE:
            frame.pc = pc
            status = raise_statement(m, word)
        elif op == OP_ENTER_HANDLER:
            enter_handler(m, a)
            continue
        elif op == OP_LEAVE_HANDLER:
            leave_handler(m, a)
            continue
        elif op == OP_RERAISE:
            frame.pc = pc
            status = reraise(m, a)
        elif op == OP_MATCH_EXCEPTION:
            frame.pc = pc
            status = match_exception(m, word)
        elif op == OP_EXT:
            frame.pc = pc
            status = raise_damaged(m)
        else:
            unreachable()
            status = ERROR

        # --- what became of it
        if status == BRANCH:
            if truth == <bint>(word >> 8 & 0xFF):
                distance = <int32_t>(pc[0] >> 32)
                pc += 1 + distance
                if distance < 0:
                    vm.fuel += distance
                    if unlikely(vm.fuel < 0):
                        frame.pc = pc
                        status = loop_safepoint(m)
                        if status == OK:
                            continue
                    else:
                        continue
                else:
                    continue
            else:
                pc += 1
                continue
        if status == ERROR:
            status = unwind(m)
            if status == ERROR:
                return RUN_RAISED
        if status == OK or status == CALLED:
            frame = m.frame
            R = frame.registers
            K = frame.code.constants
            pc = frame.pc
            continue
        if status == FINISHED:
            return RUN_RETURNED
        if status == SUSPENDED:
            return RUN_HOST_CALL
        return RUN_OUTPUT
