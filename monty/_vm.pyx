"""The dispatch loop, and the slow paths of its instructions.

The loop keeps the running frame's instruction pointer, registers and constants in local variables. An instruction's
fast path ends in `continue`. Everything else sets `status` and falls out of the chain to the one place that knows what
to do with it: OK and CALLED reload the frame, ERROR unwinds, FINISHED and SUSPENDED leave the loop.

Where the C compiler has computed jumps, dispatch() at the head of the loop goes through a table to the label_opcode()
at the head of a body, and the chain of tests is not executed; elsewhere the chain is a `switch`.
"""

from libc.math cimport floor, fmod, isfinite
from libc.stdint cimport int16_t, int32_t, int64_t, uint16_t, uint32_t, uint64_t, uint8_t

from monty._calls cimport *
from monty._classes cimport (namespace_delete, namespace_get, namespace_set, raise_super_argument,
                             set_class_cell)
from monty._generated cimport *
from monty._contexts cimport *
from monty._generators cimport (finish_dropped, frame_of_generator, frame_yield, generator_new, generator_return,
                                slow_yield_from)
from monty._heap cimport *
from monty._machine cimport *
from monty._operands cimport NO_REGISTER, operand_a, operand_b, operand_c, take_temporary
from monty._patterns cimport *
from monty._protocol cimport *
from monty._slow cimport *
from monty._slow_names cimport *
from monty._slow_iteration cimport *
from monty._slow_calls cimport *
from monty._specials cimport checked_plainly, is_checked_in_place
from monty._slow_displays cimport *
from monty._slow_attributes cimport *
from monty._slow_exceptions cimport *
from monty.modules.import_names cimport import_star
from monty.objects.dict cimport Dict, dict_get, dict_set
from monty.objects.float_power cimport double_power
from monty.objects.list cimport List, list_append
from monty.objects.set cimport Set, set_add
from monty.objects.tuple cimport Tuple, tuple_items


cdef extern from "portable.h" nogil:
    void label_opcode "monty_label_opcode"(int op)
    void dispatch "monty_dispatch"(uint32_t op)


# As value_store, which see.
cdef inline void set_register(VM* vm, Value* where, Value value) noexcept nogil:
    cdef uint32_t old_tag = where.tag
    cdef Block* old = where.as_.block
    (<uint64_t*>where)[0] = (<uint64_t*>&value)[0]
    where.as_.i = value.as_.i
    if unlikely(old_tag & COUNTED):
        release_old(vm, old)


# Operands of an instruction word, each decoded where it is used; registers straight to their place.
cdef inline Value* reg_a(Value* R, uint64_t word) noexcept nogil:
    return <Value*>(<char*>R + (word >> 12 & 0xFFFF0))

cdef inline Value* reg_b(Value* R, uint64_t word) noexcept nogil:
    return <Value*>(<char*>R + (word >> 28 & 0xFFFF0))

cdef inline Value* reg_c(Value* R, uint64_t word) noexcept nogil:
    return <Value*>(<char*>R + (word >> 44 & 0xFFFF0))


# where[0] = source[0], a new reference. Moved as two words: a copy of the struct would go through memory.
cdef inline void copy_register(VM* vm, Value* where, Value* source) noexcept nogil:
    cdef uint64_t head = (<uint64_t*>source)[0]
    cdef int64_t payload = source.as_.i
    cdef uint32_t old_tag = where.tag
    cdef Block* old = where.as_.block
    if head & COUNTED:
        (<Block*><size_t>payload).refcount += 1
    (<uint64_t*>where)[0] = head
    where.as_.i = payload
    if unlikely(old_tag & COUNTED):
        release_old(vm, old)


cdef inline void release_old(VM* vm, Block* block) noexcept nogil:
    block.refcount -= 1
    if block.refcount == 0:
        block_release(vm, block)


# where[0] = source[0]; a temporary gives its reference away.
cdef inline void move_register(VM* vm, Frame* frame, Value* where, Value* source, uint32_t register) noexcept nogil:
    cdef uint64_t head = (<uint64_t*>source)[0]
    cdef int64_t payload = source.as_.i
    cdef uint32_t old_tag = where.tag
    cdef Block* old = where.as_.block
    if register >= <uint32_t>frame.code.first_temp:
        source.tag = T_UNSET
    elif head & COUNTED:
        (<Block*><size_t>payload).refcount += 1
    (<uint64_t*>where)[0] = head
    where.as_.i = payload
    if unlikely(old_tag & COUNTED):
        release_old(vm, old)


# where[0] = source[0], which is given up; what was at `where` is garbage.
cdef inline void move_argument(Value* where, Value* source) noexcept nogil:
    cdef uint64_t head = (<uint64_t*>source)[0]
    cdef int64_t payload = source.as_.i
    source.tag = T_UNSET
    (<uint64_t*>where)[0] = head
    where.as_.i = payload


# where[0] = item[0], a new reference, where the item lies in the block that `holder` holds; the holder is given up.
cdef inline void item_register(VM* vm, Value* where, Value* item, Value* holder) noexcept nogil:
    cdef uint64_t head = (<uint64_t*>item)[0]
    cdef int64_t payload = item.as_.i
    cdef uint32_t holder_tag = holder.tag
    cdef Block* held = holder.as_.block
    cdef uint32_t old_tag
    cdef Block* old
    if head & COUNTED:
        (<Block*><size_t>payload).refcount += 1
    holder.tag = T_UNSET
    old_tag = where.tag
    old = where.as_.block
    (<uint64_t*>where)[0] = head
    where.as_.i = payload
    if holder_tag & COUNTED:
        release_old(vm, held)
    if unlikely(old_tag & COUNTED):
        release_old(vm, old)


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


ctypedef int (*NextFunction)(VM*, Value, Value*) noexcept nogil


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
    cdef Generator* generator
    cdef Code* code
    cdef List* lst
    cdef Native* native
    cdef CacheEntry* entry
    cdef AttributeEntry* attribute_entry
    cdef Instance* instance
    cdef NextFunction next_item
    cdef uint64_t word
    cdef uint64_t head
    cdef int64_t payload
    cdef uint32_t op, old_tag
    cdef Block* old
    cdef int64_t i, j
    cdef int32_t distance
    cdef double f, g
    cdef bint truth = False
    cdef bint answer                # where slow paths put a truth; `truth` itself never has its address taken by them
    cdef int status
    while True:
        word = pc[0]
        pc += 1
        op = <uint8_t>word
        dispatch(op)

        # --- moves and constants
        if op == OP_MOVE:
            label_opcode(OP_MOVE)
            move_register(vm, frame, reg_a(R, word), reg_b(R, word), operand_b(word))
            continue
        elif op == OP_LOAD_CONST:
            label_opcode(OP_LOAD_CONST)
            copy_register(vm, reg_a(R, word), &K[<int32_t>(word >> 32)])
            continue
        elif op == OP_LOAD_INT:
            label_opcode(OP_LOAD_INT)
            set_register(vm, reg_a(R, word), value_int(<int32_t>(word >> 32)))
            continue
        elif op == OP_UNSET:
            label_opcode(OP_UNSET)
            set_register(vm, reg_a(R, word), value_unset())
            if likely(vm.heap.dropped_count == 0):
                continue
            frame.pc = pc
            status = finish_dropped(m)
        elif op == OP_CHECK_BOUND:
            label_opcode(OP_CHECK_BOUND)
            if likely(reg_a(R, word).tag != T_UNSET):
                continue
            frame.pc = pc
            status = raise_super_argument(m, 2) if word >> 8 & 1 else raise_unbound(m, K[operand_b(word)])
        elif op == OP_DELETE_LOCAL:
            label_opcode(OP_DELETE_LOCAL)
            frame.pc = pc
            if reg_a(R, word).tag == T_UNSET:
                status = raise_unbound(m, K[operand_b(word)])
            else:
                set_register(vm, reg_a(R, word), value_unset())
                if likely(vm.heap.dropped_count == 0):
                    continue
                status = finish_dropped(m)

        # --- globals, cells, free variables
        elif op == OP_GET_GLOBAL:
            label_opcode(OP_GET_GLOBAL)
            if likely(operand_b(word) != 0xFFFF):
                x = &frame.module.registers[operand_b(word)]
                if likely(x.tag != T_UNSET):
                    copy_register(vm, reg_a(R, word), x)
                    continue
            frame.pc = pc
            status = get_builtin(m, reg_a(R, word), K[operand_c(word)])
        elif op == OP_SET_GLOBAL:
            label_opcode(OP_SET_GLOBAL)
            move_register(vm, frame, &frame.module.registers[operand_a(word)], reg_b(R, word), operand_b(word))
            continue
        elif op == OP_DELETE_GLOBAL:
            label_opcode(OP_DELETE_GLOBAL)
            frame.pc = pc
            if frame.module.registers[operand_a(word)].tag == T_UNSET:
                status = raise_undefined(m, K[operand_b(word)])
            else:
                set_register(vm, &frame.module.registers[operand_a(word)], value_unset())
                if likely(vm.heap.dropped_count == 0):
                    continue
                status = finish_dropped(m)
        elif op == OP_MAKE_CELL:
            label_opcode(OP_MAKE_CELL)
            frame.pc = pc
            status = make_cell(m, reg_a(R, word))
        elif op == OP_GET_CELL:
            label_opcode(OP_GET_CELL)
            if likely(reg_b(R, word).tag == (T_CELL | COUNTED)):
                x = &(<Cell*>reg_b(R, word).as_.block).content
                if likely(x.tag != T_UNSET):
                    copy_register(vm, reg_a(R, word), x)
                    continue
            frame.pc = pc
            status = (raise_super_argument(m, word >> 8 & 3) if word >> 8 & 3 else raise_unbound(m, K[operand_c(word)]))
        elif op == OP_SET_CELL:
            label_opcode(OP_SET_CELL)
            if likely(reg_a(R, word).tag == (T_CELL | COUNTED)):
                move_register(vm, frame, &(<Cell*>reg_a(R, word).as_.block).content, reg_b(R, word), operand_b(word))
                continue
            frame.pc = pc
            status = raise_damaged(m)
        elif op == OP_DELETE_CELL:
            label_opcode(OP_DELETE_CELL)
            frame.pc = pc
            if reg_a(R, word).tag != (T_CELL | COUNTED) or (<Cell*>reg_a(R, word).as_.block).content.tag == T_UNSET:
                status = raise_unbound(m, K[operand_b(word)])
            else:
                set_register(vm, &(<Cell*>reg_a(R, word).as_.block).content, value_unset())
                continue
        elif op == OP_GET_FREE:
            label_opcode(OP_GET_FREE)
            x = &function_cells(frame.function)[operand_b(word)].content
            if likely(x.tag != T_UNSET):
                copy_register(vm, reg_a(R, word), x)
                continue
            frame.pc = pc
            status = raise_super_argument(m, 1) if word >> 8 & 1 else raise_unbound_free(m, K[operand_c(word)])
        elif op == OP_SET_FREE:
            label_opcode(OP_SET_FREE)
            move_register(vm, frame, &function_cells(frame.function)[operand_a(word)].content, reg_b(R, word),
                          operand_b(word))
            continue
        elif op == OP_DELETE_FREE:
            label_opcode(OP_DELETE_FREE)
            frame.pc = pc
            if function_cells(frame.function)[operand_a(word)].content.tag == T_UNSET:
                status = raise_unbound_free(m, K[operand_b(word)])
            else:
                set_register(vm, &function_cells(frame.function)[operand_a(word)].content, value_unset())
                continue

        # --- arithmetic
        elif op == OP_ADD:
            label_opcode(OP_ADD)
            x = reg_b(R, word)
            y = reg_c(R, word)
            if likely(both_int(x, y)):
                if likely(not add_overflow(x.as_.i, y.as_.i, &i)):
                    set_register(vm, reg_a(R, word), value_int(i))
                    continue
            elif as_doubles(x, y, &f, &g):
                set_register(vm, reg_a(R, word), value_float(f + g))
                continue
            frame.pc = pc
            status = slow_binary(m, word, BIN_ADD, y)
        elif op == OP_ADD_K:
            label_opcode(OP_ADD_K)
            x = reg_b(R, word)
            y = &K[operand_c(word)]
            if likely(both_int(x, y)):
                if likely(not add_overflow(x.as_.i, y.as_.i, &i)):
                    set_register(vm, reg_a(R, word), value_int(i))
                    continue
            elif as_doubles(x, y, &f, &g):
                set_register(vm, reg_a(R, word), value_float(f + g))
                continue
            frame.pc = pc
            status = slow_binary_constant(m, word, BIN_ADD, y)
        elif op == OP_ADD_I:
            label_opcode(OP_ADD_I)
            x = reg_b(R, word)
            if likely(x.tag == T_INT):
                if likely(not add_overflow(x.as_.i, <int16_t>operand_c(word), &i)):
                    set_register(vm, reg_a(R, word), value_int(i))
                    continue
            elif x.tag == T_FLOAT:
                set_register(vm, reg_a(R, word), value_float(x.as_.f + <int16_t>operand_c(word)))
                continue
            frame.pc = pc
            value = value_int(<int16_t>operand_c(word))
            status = slow_binary_constant(m, word, BIN_ADD, &value)
        elif op == OP_SUB:
            label_opcode(OP_SUB)
            x = reg_b(R, word)
            y = reg_c(R, word)
            if likely(both_int(x, y)):
                if likely(not sub_overflow(x.as_.i, y.as_.i, &i)):
                    set_register(vm, reg_a(R, word), value_int(i))
                    continue
            elif as_doubles(x, y, &f, &g):
                set_register(vm, reg_a(R, word), value_float(f - g))
                continue
            frame.pc = pc
            status = slow_binary(m, word, BIN_SUB, y)
        elif op == OP_SUB_K:
            label_opcode(OP_SUB_K)
            x = reg_b(R, word)
            y = &K[operand_c(word)]
            if likely(both_int(x, y)):
                if likely(not sub_overflow(x.as_.i, y.as_.i, &i)):
                    set_register(vm, reg_a(R, word), value_int(i))
                    continue
            elif as_doubles(x, y, &f, &g):
                set_register(vm, reg_a(R, word), value_float(f - g))
                continue
            frame.pc = pc
            status = slow_binary_constant(m, word, BIN_SUB, y)
        elif op == OP_SUB_I:
            label_opcode(OP_SUB_I)
            x = reg_b(R, word)
            if likely(x.tag == T_INT):
                if likely(not sub_overflow(x.as_.i, <int16_t>operand_c(word), &i)):
                    set_register(vm, reg_a(R, word), value_int(i))
                    continue
            elif x.tag == T_FLOAT:
                set_register(vm, reg_a(R, word), value_float(x.as_.f - <int16_t>operand_c(word)))
                continue
            frame.pc = pc
            value = value_int(<int16_t>operand_c(word))
            status = slow_binary_constant(m, word, BIN_SUB, &value)
        elif op == OP_MUL:
            label_opcode(OP_MUL)
            x = reg_b(R, word)
            y = reg_c(R, word)
            if likely(both_int(x, y)):
                if likely(not mul_overflow(x.as_.i, y.as_.i, &i)):
                    set_register(vm, reg_a(R, word), value_int(i))
                    continue
            elif as_doubles(x, y, &f, &g):
                set_register(vm, reg_a(R, word), value_float(f * g))
                continue
            frame.pc = pc
            status = slow_binary(m, word, BIN_MUL, y)
        elif op == OP_MUL_K:
            label_opcode(OP_MUL_K)
            x = reg_b(R, word)
            y = &K[operand_c(word)]
            if likely(both_int(x, y)):
                if likely(not mul_overflow(x.as_.i, y.as_.i, &i)):
                    set_register(vm, reg_a(R, word), value_int(i))
                    continue
            elif as_doubles(x, y, &f, &g):
                set_register(vm, reg_a(R, word), value_float(f * g))
                continue
            frame.pc = pc
            status = slow_binary_constant(m, word, BIN_MUL, y)
        elif op == OP_TRUE_DIV or op == OP_TRUE_DIV_K:
            label_opcode(OP_TRUE_DIV)
            label_opcode(OP_TRUE_DIV_K)
            x = reg_b(R, word)
            y = reg_c(R, word) if op == OP_TRUE_DIV else &K[operand_c(word)]
            if as_doubles(x, y, &f, &g):
                if likely(g != 0.0):
                    set_register(vm, reg_a(R, word), value_float(f / g))
                    continue
            elif (both_int(x, y) and y.as_.i != 0 and -MAX_EXACT <= x.as_.i <= MAX_EXACT
                    and -MAX_EXACT <= y.as_.i <= MAX_EXACT):
                set_register(vm, reg_a(R, word), value_float(<double>x.as_.i / <double>y.as_.i))
                continue
            frame.pc = pc
            if op == OP_TRUE_DIV:
                status = slow_binary(m, word, BIN_TRUE_DIV, y)
            else:
                status = slow_binary_constant(m, word, BIN_TRUE_DIV, y)
        elif op == OP_FLOOR_DIV or op == OP_FLOOR_DIV_K:
            label_opcode(OP_FLOOR_DIV)
            label_opcode(OP_FLOOR_DIV_K)
            x = reg_b(R, word)
            y = reg_c(R, word) if op == OP_FLOOR_DIV else &K[operand_c(word)]
            if likely(both_int(x, y) and y.as_.i != 0 and y.as_.i != -1):
                set_register(vm, reg_a(R, word), value_int(floor_div_int(x.as_.i, y.as_.i)))
                continue
            frame.pc = pc
            if op == OP_FLOOR_DIV:
                status = slow_binary(m, word, BIN_FLOOR_DIV, y)
            else:
                status = slow_binary_constant(m, word, BIN_FLOOR_DIV, y)
        elif op == OP_MOD or op == OP_MOD_K:
            label_opcode(OP_MOD)
            label_opcode(OP_MOD_K)
            x = reg_b(R, word)
            y = reg_c(R, word) if op == OP_MOD else &K[operand_c(word)]
            if likely(both_int(x, y) and y.as_.i != 0 and y.as_.i != -1):
                set_register(vm, reg_a(R, word), value_int(floor_mod_int(x.as_.i, y.as_.i)))
                continue
            frame.pc = pc
            if op == OP_MOD:
                status = slow_binary(m, word, BIN_MOD, y)
            else:
                status = slow_binary_constant(m, word, BIN_MOD, y)
        elif op == OP_POW or op == OP_POW_K:
            label_opcode(OP_POW)
            label_opcode(OP_POW_K)
            x = reg_b(R, word)
            y = reg_c(R, word) if op == OP_POW else &K[operand_c(word)]
            if as_doubles(x, y, &f, &g):
                # What CPython looks at before it calls the C library goes the slow way: zeros, roots of negative
                # numbers, infinities.
                if likely((f > 0.0 or g == 2.0) and -MAX_EXACT <= g <= MAX_EXACT):
                    f = double_power(f, g)
                    if likely(isfinite(f)):
                        set_register(vm, reg_a(R, word), value_float(f))
                        continue
            elif both_int(x, y) and y.as_.i == 2 and not mul_overflow(x.as_.i, x.as_.i, &i):
                set_register(vm, reg_a(R, word), value_int(i))
                continue
            frame.pc = pc
            if op == OP_POW:
                status = slow_binary(m, word, BIN_POW, y)
            else:
                status = slow_binary_constant(m, word, BIN_POW, y)
        elif op == OP_MATMUL:
            label_opcode(OP_MATMUL)
            frame.pc = pc
            status = slow_binary(m, word, BIN_MATMUL, reg_c(R, word))
        elif op == OP_LSHIFT:
            label_opcode(OP_LSHIFT)
            x = reg_b(R, word)
            y = reg_c(R, word)
            if both_int(x, y) and 0 <= y.as_.i < 32 and -0x7FFFFFFF <= x.as_.i <= 0x7FFFFFFF:
                set_register(vm, reg_a(R, word), value_int(<int64_t>(<uint64_t>x.as_.i << y.as_.i)))
                continue
            frame.pc = pc
            status = slow_binary(m, word, BIN_LSHIFT, y)
        elif op == OP_RSHIFT:
            label_opcode(OP_RSHIFT)
            x = reg_b(R, word)
            y = reg_c(R, word)
            if both_int(x, y) and 0 <= y.as_.i < 64:
                set_register(vm, reg_a(R, word), value_int(x.as_.i >> y.as_.i))
                continue
            frame.pc = pc
            status = slow_binary(m, word, BIN_RSHIFT, y)
        elif op == OP_AND:
            label_opcode(OP_AND)
            x = reg_b(R, word)
            y = reg_c(R, word)
            if likely(both_int(x, y)):
                set_register(vm, reg_a(R, word), value_int(x.as_.i & y.as_.i))
                continue
            frame.pc = pc
            status = slow_binary(m, word, BIN_AND, y)
        elif op == OP_OR:
            label_opcode(OP_OR)
            x = reg_b(R, word)
            y = reg_c(R, word)
            if likely(both_int(x, y)):
                set_register(vm, reg_a(R, word), value_int(x.as_.i | y.as_.i))
                continue
            frame.pc = pc
            status = slow_binary(m, word, BIN_OR, y)
        elif op == OP_XOR:
            label_opcode(OP_XOR)
            x = reg_b(R, word)
            y = reg_c(R, word)
            if likely(both_int(x, y)):
                set_register(vm, reg_a(R, word), value_int(x.as_.i ^ y.as_.i))
                continue
            frame.pc = pc
            status = slow_binary(m, word, BIN_XOR, y)
        elif op == OP_NEG:
            label_opcode(OP_NEG)
            x = reg_b(R, word)
            if x.tag == T_INT and not sub_overflow(0, x.as_.i, &i):
                set_register(vm, reg_a(R, word), value_int(i))
                continue
            if x.tag == T_FLOAT:
                set_register(vm, reg_a(R, word), value_float(-x.as_.f))
                continue
            frame.pc = pc
            status = slow_unary(m, word, UNARY_NEG)
        elif op == OP_POS:
            label_opcode(OP_POS)
            frame.pc = pc
            status = slow_unary(m, word, UNARY_POS)
        elif op == OP_INVERT:
            label_opcode(OP_INVERT)
            frame.pc = pc
            status = slow_unary(m, word, UNARY_INVERT)
        elif op == OP_NOT:
            label_opcode(OP_NOT)
            x = reg_b(R, word)
            if x.tag == T_BOOL:
                set_register(vm, reg_a(R, word), value_bool(not x.as_.i))
                continue
            frame.pc = pc
            status = slow_not(m, word)

        # --- comparison
        elif op == OP_LT:
            label_opcode(OP_LT)
            if compare_fast(CMP_LT, reg_b(R, word), reg_c(R, word), &truth):
                set_register(vm, reg_a(R, word), value_bool(truth))
                continue
            frame.pc = pc
            status = slow_compare(m, word, CMP_LT)
        elif op == OP_LE:
            label_opcode(OP_LE)
            if compare_fast(CMP_LE, reg_b(R, word), reg_c(R, word), &truth):
                set_register(vm, reg_a(R, word), value_bool(truth))
                continue
            frame.pc = pc
            status = slow_compare(m, word, CMP_LE)
        elif op == OP_EQ:
            label_opcode(OP_EQ)
            if compare_fast(CMP_EQ, reg_b(R, word), reg_c(R, word), &truth):
                set_register(vm, reg_a(R, word), value_bool(truth))
                continue
            frame.pc = pc
            status = slow_compare(m, word, CMP_EQ)
        elif op == OP_NE:
            label_opcode(OP_NE)
            if compare_fast(CMP_NE, reg_b(R, word), reg_c(R, word), &truth):
                set_register(vm, reg_a(R, word), value_bool(truth))
                continue
            frame.pc = pc
            status = slow_compare(m, word, CMP_NE)
        elif op == OP_GT:
            label_opcode(OP_GT)
            if compare_fast(CMP_GT, reg_b(R, word), reg_c(R, word), &truth):
                set_register(vm, reg_a(R, word), value_bool(truth))
                continue
            frame.pc = pc
            status = slow_compare(m, word, CMP_GT)
        elif op == OP_GE:
            label_opcode(OP_GE)
            if compare_fast(CMP_GE, reg_b(R, word), reg_c(R, word), &truth):
                set_register(vm, reg_a(R, word), value_bool(truth))
                continue
            frame.pc = pc
            status = slow_compare(m, word, CMP_GE)
        elif op == OP_IS:
            label_opcode(OP_IS)
            truth = value_is(reg_b(R, word)[0], reg_c(R, word)[0])
            take_temporary(m, operand_b(word))
            take_temporary(m, operand_c(word))
            set_register(vm, reg_a(R, word), value_bool(truth != <bint>(word >> 8 & 1)))
            continue
        elif op == OP_IN:
            label_opcode(OP_IN)
            frame.pc = pc
            status = slow_in(m, word)

        # --- test and branch: the next word is the jump
        elif op == OP_IF_LT:
            label_opcode(OP_IF_LT)
            if likely(compare_fast(CMP_LT, reg_b(R, word), reg_c(R, word), &truth)):
                status = BRANCH
            else:
                frame.pc = pc
                status = slow_compare_branch(m, word, CMP_LT, reg_c(R, word), &answer)
                truth = answer
        elif op == OP_IF_LE:
            label_opcode(OP_IF_LE)
            if likely(compare_fast(CMP_LE, reg_b(R, word), reg_c(R, word), &truth)):
                status = BRANCH
            else:
                frame.pc = pc
                status = slow_compare_branch(m, word, CMP_LE, reg_c(R, word), &answer)
                truth = answer
        elif op == OP_IF_EQ:
            label_opcode(OP_IF_EQ)
            if likely(compare_fast(CMP_EQ, reg_b(R, word), reg_c(R, word), &truth)):
                status = BRANCH
            else:
                frame.pc = pc
                status = slow_compare_branch(m, word, CMP_EQ, reg_c(R, word), &answer)
                truth = answer
        elif op == OP_IF_NE:
            label_opcode(OP_IF_NE)
            if likely(compare_fast(CMP_NE, reg_b(R, word), reg_c(R, word), &truth)):
                status = BRANCH
            else:
                frame.pc = pc
                status = slow_compare_branch(m, word, CMP_NE, reg_c(R, word), &answer)
                truth = answer
        elif op == OP_IF_GT:
            label_opcode(OP_IF_GT)
            if likely(compare_fast(CMP_GT, reg_b(R, word), reg_c(R, word), &truth)):
                status = BRANCH
            else:
                frame.pc = pc
                status = slow_compare_branch(m, word, CMP_GT, reg_c(R, word), &answer)
                truth = answer
        elif op == OP_IF_GE:
            label_opcode(OP_IF_GE)
            if likely(compare_fast(CMP_GE, reg_b(R, word), reg_c(R, word), &truth)):
                status = BRANCH
            else:
                frame.pc = pc
                status = slow_compare_branch(m, word, CMP_GE, reg_c(R, word), &answer)
                truth = answer
        elif op == OP_IF_LT_I:
            label_opcode(OP_IF_LT_I)
            if likely(reg_b(R, word).tag == T_INT):
                truth = reg_b(R, word).as_.i < <int16_t>operand_c(word)
                status = BRANCH
            else:
                frame.pc = pc
                value = value_int(<int16_t>operand_c(word))
                status = slow_compare_branch(m, word, CMP_LT, &value, &answer)
                truth = answer
        elif op == OP_IF_LE_I:
            label_opcode(OP_IF_LE_I)
            if likely(reg_b(R, word).tag == T_INT):
                truth = reg_b(R, word).as_.i <= <int16_t>operand_c(word)
                status = BRANCH
            else:
                frame.pc = pc
                value = value_int(<int16_t>operand_c(word))
                status = slow_compare_branch(m, word, CMP_LE, &value, &answer)
                truth = answer
        elif op == OP_IF_EQ_I:
            label_opcode(OP_IF_EQ_I)
            if likely(reg_b(R, word).tag == T_INT):
                truth = reg_b(R, word).as_.i == <int16_t>operand_c(word)
                status = BRANCH
            else:
                frame.pc = pc
                value = value_int(<int16_t>operand_c(word))
                status = slow_compare_branch(m, word, CMP_EQ, &value, &answer)
                truth = answer
        elif op == OP_IF_NE_I:
            label_opcode(OP_IF_NE_I)
            if likely(reg_b(R, word).tag == T_INT):
                truth = reg_b(R, word).as_.i != <int16_t>operand_c(word)
                status = BRANCH
            else:
                frame.pc = pc
                value = value_int(<int16_t>operand_c(word))
                status = slow_compare_branch(m, word, CMP_NE, &value, &answer)
                truth = answer
        elif op == OP_IF_GT_I:
            label_opcode(OP_IF_GT_I)
            if likely(reg_b(R, word).tag == T_INT):
                truth = reg_b(R, word).as_.i > <int16_t>operand_c(word)
                status = BRANCH
            else:
                frame.pc = pc
                value = value_int(<int16_t>operand_c(word))
                status = slow_compare_branch(m, word, CMP_GT, &value, &answer)
                truth = answer
        elif op == OP_IF_GE_I:
            label_opcode(OP_IF_GE_I)
            if likely(reg_b(R, word).tag == T_INT):
                truth = reg_b(R, word).as_.i >= <int16_t>operand_c(word)
                status = BRANCH
            else:
                frame.pc = pc
                value = value_int(<int16_t>operand_c(word))
                status = slow_compare_branch(m, word, CMP_GE, &value, &answer)
                truth = answer
        elif op == OP_IF_TRUE:
            label_opcode(OP_IF_TRUE)
            x = reg_b(R, word)
            if likely(x.tag == T_BOOL or x.tag == T_INT or x.tag == T_NONE):
                truth = x.tag != T_NONE and x.as_.i != 0
                status = BRANCH
            else:
                frame.pc = pc
                status = slow_truth_branch(m, word, &answer)
                truth = answer
        elif op == OP_IF_TRUE_KEEP:
            label_opcode(OP_IF_TRUE_KEEP)
            x = reg_b(R, word)
            if likely(x.tag == T_BOOL or x.tag == T_NONE or x.tag == T_INT):
                truth = x.tag != T_NONE and x.as_.i != 0
                status = BRANCH
            else:
                frame.pc = pc
                status = slow_truth_keep(m, word, &answer)
                truth = answer
        elif op == OP_IF_IS:
            label_opcode(OP_IF_IS)
            truth = value_is(reg_b(R, word)[0], reg_c(R, word)[0])
            take_temporary(m, operand_b(word))
            take_temporary(m, operand_c(word))
            status = BRANCH
        elif op == OP_IF_NONE:
            label_opcode(OP_IF_NONE)
            truth = reg_b(R, word).tag == T_NONE
            take_temporary(m, operand_b(word))
            status = BRANCH
        elif op == OP_IF_IN:
            label_opcode(OP_IF_IN)
            frame.pc = pc
            status = slow_in_branch(m, word, &answer)
            truth = answer
        elif op == OP_JUMP:
            label_opcode(OP_JUMP)
            pc += <int32_t>(word >> 32)
            continue
        elif op == OP_LOOP:
            label_opcode(OP_LOOP)
            distance = <int32_t>(word >> 32)
            pc += distance
            vm.fuel += distance
            if likely(vm.fuel >= 0):
                continue
            frame.pc = pc
            status = loop_safepoint(m)

        # --- iteration
        elif op == OP_FOR_RANGE:
            label_opcode(OP_FOR_RANGE)
            x = reg_a(R, word)
            if likely(x[0].tag == T_RANGE_STATE and x[1].tag == T_INT):
                if likely(x[1].as_.i > 0):
                    i = x[0].as_.i
                    x[1].as_.i -= 1
                    x[0].as_.i = <int64_t>(<uint64_t>i + <uint64_t><int64_t><int32_t>x[0].aux)
                    set_register(vm, reg_b(R, word), value_int(i))
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
            label_opcode(OP_FOR_ITER)
            frame.pc = pc
            x = reg_a(R, word)
            next_item = types_pointer[x.tag & TYPE_MASK].next
            if likely(next_item != NULL and not x.tag & SUBCLASSED):
                status = next_item(vm, x[0], &value)
                if likely(status == OK):
                    set_register(vm, reg_b(R, word), value)
                    distance = <int32_t>(pc[0] >> 32)
                    pc += 1 + distance
                    if distance >= 0:
                        continue
                    vm.fuel += distance
                    if likely(vm.fuel >= 0):
                        continue
                    frame.pc = pc
                    status = loop_safepoint(m)
                elif status == EXHAUSTED:
                    set_register(vm, x, value_unset())
                    pc += 1
                    continue
            else:
                generator = <Generator*>x.as_.block
                callee = frame + 1
                if likely((x.tag & TYPE_MASK) == T_GENERATOR and generator.state <= GENERATOR_SUSPENDED
                          and generator.facade != types_pointer[T_MAP].cls
                          and generator.handled.tag == T_UNSET and m.handled.tag == T_UNSET
                          and callee < m.frames_limit and vm.fuel >= 4):
                    # As generator_resume.
                    vm.fuel -= 4
                    frame_of_generator(callee, generator, generator.pc)
                    callee.dst = <uint16_t>operand_b(word)
                    callee.action = ACTION_FOR_ITER
                    callee.outer_handled = value_unset()
                    frame = callee
                    m.frame = frame
                    R = frame.registers
                    K = frame.code.constants
                    pc = frame.pc
                    if likely(generator.state == GENERATOR_SUSPENDED):
                        set_register(vm, &R[generator.sent_register], value_none())
                    generator.state = GENERATOR_RUNNING
                    continue
                status = slow_for_iter(m, word)
        elif op == OP_RANGE_PREP:
            label_opcode(OP_RANGE_PREP)
            frame.pc = pc
            status = range_prepare(m, word)
        elif op == OP_GET_ITER:
            label_opcode(OP_GET_ITER)
            frame.pc = pc
            status = slow_get_iter(m, word)
        elif op == OP_UNPACK:
            label_opcode(OP_UNPACK)
            x = reg_b(R, word)
            if (x.tag & EXACT_MASK) == T_TUPLE and (<Tuple*>x.as_.block).length == operand_c(word):
                old_tag = x.tag
                old = x.as_.block
                y = tuple_items(<Tuple*>old)
                if operand_b(word) >= <uint32_t>frame.code.first_temp:
                    x.tag = T_UNSET
                    if old_tag & COUNTED and old.refcount == 1:
                        # Nobody else has it: its items move, and only the block is given back.
                        for i in range(<int64_t>operand_c(word)):
                            set_register(vm, &R[operand_a(word) + i], y[i])
                        heap_free(vm, old)
                        continue
                elif old_tag & COUNTED:
                    old.refcount += 1
                for i in range(<int64_t>operand_c(word)):
                    copy_register(vm, &R[operand_a(word) + i], &y[i])
                if old_tag & COUNTED:
                    release_old(vm, old)
                continue
            frame.pc = pc
            status = slow_unpack(m, word)
        elif op == OP_UNPACK_EX:
            label_opcode(OP_UNPACK_EX)
            frame.pc = pc
            status = slow_unpack_ex(m, word)

        # --- calls
        elif op == OP_CALL:
            label_opcode(OP_CALL)
            x = reg_b(R, word)
            code = NULL
            if likely(x.tag == (T_FUNCTION | COUNTED)):
                function = <Function*>x.as_.block
                code = function.code
                callee = frame + 1
                y = x + 1
                if unlikely(not frame.flags & FRAME_ON_STACK):
                    # The registers of a generator lie elsewhere: its callee's begin at the top of the stack.
                    y = frame.stack_top
                if likely(code.fast_arguments == <int32_t>operand_c(word)
                          and callee < m.frames_limit and y + code.register_count + STACK_SLACK < m.stack_end
                          and vm.fuel >= code.instruction_count):
                    vm.fuel -= code.instruction_count
                    x.tag = T_UNSET
                    frame.pc = pc
                    x += 1
                    if unlikely(x != y):
                        for i in range(<int64_t>operand_c(word)):
                            move_argument(&y[i], &x[i])
                        x = y
                    for i in range(<int64_t>operand_c(word), code.named_count):
                        x[i].tag = T_UNSET
                    callee.registers = x
                    callee.code = code
                    callee.function = function
                    callee.module = function.module
                    callee.generator = NULL
                    callee.stack_top = x + code.register_count
                    callee.dst = <uint16_t>operand_a(word)
                    callee.action = ACTION_STORE
                    callee.flags = FRAME_ON_STACK
                    m.frame = callee
                    frame = callee
                    R = x
                    K = code.constants
                    pc = code.instructions
                    continue
            if unlikely(vm.heap.dropped_count > 0):
                # What was dropped comes first; then this call is executed again.
                frame.pc = pc - 1
                status = finish_dropped(m)
            elif (code != NULL and code.fast_arguments == FAST_GENERATOR - <int32_t>operand_c(word)
                    and vm.fuel >= code.instruction_count):
                vm.fuel -= code.instruction_count
                frame.pc = pc
                generator = generator_new(vm, function, x + 1, operand_c(word))
                if likely(generator != NULL):
                    # It holds the function.
                    x.tag = T_UNSET
                    function.head.refcount -= 1
                    set_register(vm, reg_a(R, word), value_block(&generator.head))
                    continue
                status = ERROR
            else:
                frame.pc = pc
                status = slow_call(m, word)
        elif op == OP_CALL_CONST:
            label_opcode(OP_CALL_CONST)
            # A builtin function by position: no frame, no binding. Above the arguments there is room for the parameters
            # that are not given.
            x = &K[<int32_t>(pc[0] >> 32)]
            pc += 1
            frame.pc = pc
            if unlikely(vm.heap.dropped_count > 0):
                frame.pc = pc - 2
                status = finish_dropped(m)
            elif likely(x.tag == T_NATIVE and operand_c(word) - (<Native*>x.as_.block).fewest
                      <= (<Native*>x.as_.block).optional and (
                          frame.flags & FRAME_ON_STACK
                          or operand_c(word) == <uint32_t>(<Native*>x.as_.block).parameters)):
                native = <Native*>x.as_.block
                x = reg_b(R, word)
                for i in range(<int64_t>operand_c(word), <int64_t>native.parameters):
                    x[i].tag = T_UNSET
                m.native_dst = operand_a(word)
                m.native_action = ACTION_STORE
                m.native_flags = 0
                status = native.function(vm, x, native.parameters, &value)
                if likely(status == OK):
                    for i in range(<int64_t>operand_c(word)):
                        if x[i].tag & COUNTED:
                            x[i].tag = T_UNSET
                            release_old(vm, x[i].as_.block)
                    set_register(vm, reg_a(R, word), value)
                    continue
                status = native_not_done(m, native, x, operand_c(word), status, operand_a(word))
            else:
                status = slow_call_constant(m, word, x[0])
        elif op == OP_CALL_METHOD:
            label_opcode(OP_CALL_METHOD)
            x = reg_b(R, word)
            pc += 1
            frame.pc = pc
            attribute_entry = NULL
            if x.tag == (T_INSTANCE | COUNTED | SUBCLASSED):
                instance = <Instance*>x.as_.block
                if likely(instance.attributes.dictionary == NULL):
                    attribute_entry = attribute_cached(m, pc, instance.attributes.cls)
            if attribute_entry != NULL:
                function = <Function*>attribute_entry.block
                code = function.code
                callee = frame + 1
                y = x if likely(frame.flags & FRAME_ON_STACK) else frame.stack_top
                if likely(code.fast_arguments == <int32_t>operand_c(word) + 1
                          and callee < m.frames_limit and y + code.register_count + STACK_SLACK < m.stack_end
                          and vm.fuel >= code.instruction_count):
                    # As a call of a function: the receiver stands where its first parameter is.
                    vm.fuel -= code.instruction_count
                    function.head.refcount += 1
                    if unlikely(x != y):
                        for i in range(<int64_t>operand_c(word) + 1):
                            move_argument(&y[i], &x[i])
                        x = y
                    for i in range(<int64_t>operand_c(word) + 1, code.named_count):
                        x[i].tag = T_UNSET
                    callee.registers = x
                    callee.code = code
                    callee.function = function
                    callee.module = function.module
                    callee.generator = NULL
                    callee.stack_top = x + code.register_count
                    callee.dst = <uint16_t>operand_a(word)
                    callee.action = ACTION_STORE
                    callee.flags = FRAME_ON_STACK
                    m.frame = callee
                    frame = callee
                    R = x
                    K = code.constants
                    pc = code.instructions
                    continue
                if (code.fast_arguments == FAST_GENERATOR - <int32_t>operand_c(word) - 1
                        and vm.fuel >= code.instruction_count):
                    vm.fuel -= code.instruction_count
                    generator = generator_new(vm, function, x, operand_c(word) + 1)
                    if likely(generator != NULL):
                        set_register(vm, reg_a(R, word), value_block(&generator.head))
                        continue
                    status = ERROR
                else:
                    value = value_block(&function.head)
                    incref(value)
                    status = call_value(m, value, x, operand_c(word) + 1, value_unset(), operand_a(word), ACTION_STORE,
                                        0)
                    decref(vm, value)
            elif unlikely(vm.heap.dropped_count > 0):
                frame.pc = pc - 2
                status = finish_dropped(m)
            else:
                entry = &m.method_cache[(<size_t>pc >> 3) & (METHOD_CACHE_SIZE - 1)]
                if likely(entry.pc == pc and entry.tag == (x.tag & EXACT_MASK)
                          and operand_c(word) + 1 - entry.native.fewest <= entry.native.optional
                            and (frame.flags & FRAME_ON_STACK
                                 or operand_c(word) + 1 == <uint32_t>entry.native.parameters)):
                    native = entry.native
                    for i in range(<int64_t>operand_c(word) + 1, <int64_t>native.parameters):
                        x[i].tag = T_UNSET
                    m.native_dst = operand_a(word)
                    m.native_action = ACTION_STORE
                    m.native_flags = 0
                    status = native.function(vm, x, native.parameters, &value)
                    if likely(status == OK):
                        for i in range(<int64_t>operand_c(word) + 1):
                            if x[i].tag & COUNTED:
                                x[i].tag = T_UNSET
                                release_old(vm, x[i].as_.block)
                        set_register(vm, reg_a(R, word), value)
                        continue
                    status = native_not_done(m, native, x, operand_c(word) + 1, status, operand_a(word))
                else:
                    status = slow_call_method(m, word, (pc - 1)[0])
        elif op == OP_CALL_KW:
            label_opcode(OP_CALL_KW)
            pc += 1
            frame.pc = pc
            status = slow_call_keywords(m, word, (pc - 1)[0])
        elif op == OP_FIND_METHOD:
            label_opcode(OP_FIND_METHOD)
            entry = &m.method_cache[(<size_t>pc >> 3) & (METHOD_CACHE_SIZE - 1)]
            x = reg_a(R, word)
            if likely(entry.pc == pc and entry.tag == (x.tag & EXACT_MASK)):
                continue
            if likely(x.tag == (T_INSTANCE | COUNTED | SUBCLASSED)):
                instance = <Instance*>x.as_.block
                attribute_entry = attribute_cached(m, pc, instance.attributes.cls)
                if likely(attribute_entry != NULL and instance.attributes.dictionary == NULL):
                    continue
            frame.pc = pc
            status = find_method(m, word)
        elif op == OP_CALL_SPREAD:
            label_opcode(OP_CALL_SPREAD)
            frame.pc = pc
            status = slow_call_spread(m, word)
        elif op == OP_RETURN or op == OP_RETURN_CONST:
            label_opcode(OP_RETURN)
            label_opcode(OP_RETURN_CONST)
            if op == OP_RETURN:
                x = reg_a(R, word)
            else:
                x = &K[<int32_t>(word >> 32)]
            if unlikely(frame.action != ACTION_STORE):
                if frame.action == ACTION_INIT and x.tag == T_NONE:
                    # What the call makes is the instance.
                    x = &frame.outer_handled
                    frame.action = ACTION_STORE
                elif frame.action == ACTION_FOR_ITER and frame.flags & FRAME_ON_STACK:
                    # Of __next__: the loop goes on.
                    callee = frame - 1
                    callee.pc += 1 + <int32_t>(callee.pc[0] >> 32)
                    frame.action = ACTION_STORE
                elif frame.action == ACTION_CHECKED and checked_plainly(frame, x):
                    if unlikely(not is_checked_in_place(frame)):
                        release_values(vm, R - 2, 2)
                    frame.action = <uint8_t>(frame.outer_handled.as_.i & 0xFF)
                if x.tag == T_BOOL and frame.action == ACTION_TRUTH:
                    if frame.flags & FRAME_INVERT:
                        value = value_bool(not x.as_.i)
                        x = &value
                    frame.action = ACTION_STORE
                elif (frame.flags & FRAME_ON_STACK and frame.function != NULL
                      and (frame.action == ACTION_DISCARD or (frame.action == ACTION_BRANCH and x.tag == T_BOOL))):
                    # As frame_return.
                    truth = x.as_.i != (frame.flags & FRAME_INVERT) >> 1
                    frame.pc = pc
                    i = frame.action
                    frame_drop(m)
                    frame = m.frame
                    R = frame.registers
                    K = frame.code.constants
                    pc = frame.pc
                    if i == ACTION_DISCARD:
                        continue
                    word = (pc - 1)[0]
                    if truth == <bint>(word >> 8 & 0xFF):
                        distance = <int32_t>(pc[0] >> 32)
                        pc += 1 + distance
                    else:
                        pc += 1
                    continue
            if likely(frame.action == ACTION_STORE and (frame.flags & FRAME_ON_STACK)):
                head = (<uint64_t*>x)[0]
                payload = x.as_.i
                if op == OP_RETURN or x == &frame.outer_handled:
                    x.tag = T_UNSET
                word = frame.dst
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
                x = &R[word]
                old_tag = x.tag
                old = x.as_.block
                (<uint64_t*>x)[0] = head
                x.as_.i = payload
                if unlikely(old_tag & COUNTED):
                    release_old(vm, old)
                continue
            frame.pc = pc
            if frame.generator != NULL:
                status = generator_return(m, value_copy(x[0]))
            else:
                status = frame_return(m, value_copy(x[0]))
        elif op == OP_YIELD:
            label_opcode(OP_YIELD)
            frame.pc = pc
            if frame.generator == NULL:
                status = raise_damaged(m)
            else:
                x = reg_b(R, word)
                head = (<uint64_t*>x)[0]
                payload = x.as_.i
                if operand_b(word) >= <uint32_t>frame.code.first_temp:
                    x.tag = T_UNSET
                elif head & COUNTED:
                    x.as_.block.refcount += 1
                generator = frame.generator
                if likely((frame.action == ACTION_FOR_ITER or frame.action == ACTION_NEXT) and m.handled.tag == T_UNSET
                          and frame.outer_handled.tag == T_UNSET and generator.head.refcount > 1):
                    # As frame_yield. The generator holds its function, and someone else the generator.
                    generator.pc = pc
                    generator.sent_register = <uint16_t>operand_a(word)
                    generator.state = GENERATOR_SUSPENDED
                    generator.head.refcount -= 1
                    if likely(not generator.function.head.flags & FUNCTION_IMMORTAL):
                        generator.function.head.refcount -= 1
                    i = frame.dst
                    status = frame.action
                    frame -= 1
                    m.frame = frame
                    R = frame.registers
                    x = &R[i]
                    K = frame.code.constants
                    pc = frame.pc
                    if status == ACTION_FOR_ITER:
                        pc += 1 + <int32_t>(pc[0] >> 32)
                    old_tag = x.tag
                    old = x.as_.block
                    (<uint64_t*>x)[0] = head
                    x.as_.i = payload
                    if unlikely(old_tag & COUNTED):
                        release_old(vm, old)
                    continue
                (<uint64_t*>&value)[0] = head
                value.as_.i = payload
                status = frame_yield(m, <uint16_t>operand_a(word), value)
        elif op == OP_MAKE_FUNCTION:
            label_opcode(OP_MAKE_FUNCTION)
            frame.pc = pc
            status = make_function(m, word)

        # --- displays and formatting
        elif op == OP_BUILD_LIST:
            label_opcode(OP_BUILD_LIST)
            frame.pc = pc
            status = build_list(m, word)
        elif op == OP_BUILD_TUPLE:
            label_opcode(OP_BUILD_TUPLE)
            frame.pc = pc
            status = build_tuple(m, word)
        elif op == OP_BUILD_SET:
            label_opcode(OP_BUILD_SET)
            frame.pc = pc
            status = build_set(m, word)
        elif op == OP_BUILD_DICT:
            label_opcode(OP_BUILD_DICT)
            frame.pc = pc
            status = build_dict(m, word)
        elif op == OP_BUILD_SLICE:
            label_opcode(OP_BUILD_SLICE)
            frame.pc = pc
            status = build_slice(m, word)
        elif op == OP_BUILD_STRING:
            label_opcode(OP_BUILD_STRING)
            frame.pc = pc
            status = build_string(m, word)
        elif op == OP_LIST_APPEND:
            label_opcode(OP_LIST_APPEND)
            if likely(reg_a(R, word).tag == (T_LIST | COUNTED)):
                lst = <List*>reg_a(R, word).as_.block
                frame.pc = pc
                if likely(lst.length < lst.capacity):
                    x = reg_b(R, word)
                    y = &lst.items[lst.length]
                    lst.length += 1
                    head = (<uint64_t*>x)[0]
                    payload = x.as_.i
                    if operand_b(word) >= <uint32_t>frame.code.first_temp:
                        x.tag = T_UNSET
                    elif head & COUNTED:
                        x.as_.block.refcount += 1
                    (<uint64_t*>y)[0] = head
                    y.as_.i = payload
                    continue
                value = value_copy(reg_b(R, word)[0])
                take_temporary(m, operand_b(word))
                if likely(list_append(vm, lst, value) == OK):
                    continue
                status = ERROR
            else:
                frame.pc = pc
                status = raise_damaged(m)
        elif op == OP_LIST_EXTEND:
            label_opcode(OP_LIST_EXTEND)
            x = reg_b(R, word)
            if operand_c(word) != NO_REGISTER and ((x.tag & EXACT_MASK) == T_TUPLE or (x.tag & EXACT_MASK) == T_LIST):
                # All positional arguments of the call that follows at once, as they are.
                move_register(vm, frame, reg_a(R, word), x, operand_b(word))
                continue
            frame.pc = pc
            status = slow_list_extend(m, word)
        elif op == OP_LIST_TO_TUPLE:
            label_opcode(OP_LIST_TO_TUPLE)
            frame.pc = pc
            status = list_to_tuple(m, word)
        elif op == OP_SET_ADD:
            label_opcode(OP_SET_ADD)
            frame.pc = pc
            x = reg_a(R, word)
            y = reg_b(R, word)
            status = set_add(vm, <Set*>x.as_.block, y[0]) if likely(x.tag == (T_SET | COUNTED)) else DEFER
            if likely(status == OK):
                take_temporary(m, operand_b(word))
                continue
            if status == DEFER:
                status = slow_set_add(m, word)
        elif op == OP_SET_UPDATE:
            label_opcode(OP_SET_UPDATE)
            frame.pc = pc
            status = slow_set_update(m, word)
        elif op == OP_DICT_SET:
            label_opcode(OP_DICT_SET)
            frame.pc = pc
            x = reg_a(R, word)
            y = reg_b(R, word)
            status = (dict_set(vm, <Dict*>x.as_.block, y[0], reg_c(R, word)[0]) if likely(x.tag == (T_DICT | COUNTED))
                      else DEFER)
            if likely(status == OK):
                take_temporary(m, operand_b(word))
                take_temporary(m, operand_c(word))
                continue
            if status == DEFER:
                status = slow_dict_set(m, word)
        elif op == OP_DICT_UPDATE:
            label_opcode(OP_DICT_UPDATE)
            frame.pc = pc
            status = slow_dict_update(m, word)
        elif op == OP_DICT_MERGE:
            label_opcode(OP_DICT_MERGE)
            frame.pc = pc
            status = slow_dict_merge(m, word)
        elif op == OP_FORMAT:
            label_opcode(OP_FORMAT)
            frame.pc = pc
            status = slow_format(m, word)

        # --- subscripts, attributes, imports
        elif op == OP_GET_ITEM:
            label_opcode(OP_GET_ITEM)
            x = reg_b(R, word)
            if reg_c(R, word).tag == T_INT:
                if likely(x.tag == (T_LIST | COUNTED)):
                    lst = <List*>x.as_.block
                    i = reg_c(R, word).as_.i
                    if i < 0:
                        i += lst.length
                    if likely(0 <= i < lst.length):
                        if operand_b(word) >= <uint32_t>frame.code.first_temp:
                            item_register(vm, reg_a(R, word), &lst.items[i], x)
                        else:
                            copy_register(vm, reg_a(R, word), &lst.items[i])
                        continue
                elif (x.tag & EXACT_MASK) == T_TUPLE:
                    i = reg_c(R, word).as_.i
                    if i < 0:
                        i += (<Tuple*>x.as_.block).length
                    if likely(0 <= i < (<Tuple*>x.as_.block).length):
                        if operand_b(word) >= <uint32_t>frame.code.first_temp:
                            item_register(vm, reg_a(R, word), &tuple_items(<Tuple*>x.as_.block)[i], x)
                        else:
                            copy_register(vm, reg_a(R, word), &tuple_items(<Tuple*>x.as_.block)[i])
                        continue
            if x.tag == (T_DICT | COUNTED):
                if likely(dict_get(vm, <Dict*>x.as_.block, reg_c(R, word)[0], &value) == OK):
                    incref(value)
                    take_temporary(m, operand_b(word))
                    take_temporary(m, operand_c(word))
                    set_register(vm, reg_a(R, word), value)
                    continue
            frame.pc = pc
            status = slow_get_item(m, word, reg_c(R, word)[0])
        elif op == OP_GET_ITEM_I:
            label_opcode(OP_GET_ITEM_I)
            x = reg_b(R, word)
            if x.tag == (T_LIST | COUNTED):
                lst = <List*>x.as_.block
                i = <int16_t>operand_c(word)
                if i < 0:
                    i += lst.length
                if likely(0 <= i < lst.length):
                    if operand_b(word) >= <uint32_t>frame.code.first_temp:
                        item_register(vm, reg_a(R, word), &lst.items[i], x)
                    else:
                        copy_register(vm, reg_a(R, word), &lst.items[i])
                    continue
            elif (x.tag & EXACT_MASK) == T_TUPLE:
                i = <int16_t>operand_c(word)
                if i < 0:
                    i += (<Tuple*>x.as_.block).length
                if likely(0 <= i < (<Tuple*>x.as_.block).length):
                    if operand_b(word) >= <uint32_t>frame.code.first_temp:
                        item_register(vm, reg_a(R, word), &tuple_items(<Tuple*>x.as_.block)[i], x)
                    else:
                        copy_register(vm, reg_a(R, word), &tuple_items(<Tuple*>x.as_.block)[i])
                    continue
            frame.pc = pc
            status = slow_get_item_constant(m, word, value_int(<int16_t>operand_c(word)))
        elif op == OP_SET_ITEM:
            label_opcode(OP_SET_ITEM)
            x = reg_a(R, word)
            if likely(x.tag == (T_LIST | COUNTED) and reg_b(R, word).tag == T_INT):
                lst = <List*>x.as_.block
                i = reg_b(R, word).as_.i
                if i < 0:
                    i += lst.length
                if likely(0 <= i < lst.length):
                    move_register(vm, frame, &lst.items[i], reg_c(R, word), operand_c(word))
                    if operand_a(word) >= <uint32_t>frame.code.first_temp:
                        take_temporary(m, operand_a(word))
                    continue
            frame.pc = pc
            status = (dict_set(vm, <Dict*>x.as_.block, reg_b(R, word)[0], reg_c(R, word)[0])
                      if x.tag == (T_DICT | COUNTED) else DEFER)
            if likely(status == OK):
                take_temporary(m, operand_b(word))
                take_temporary(m, operand_c(word))
                take_temporary(m, operand_a(word))
                continue
            if status == DEFER:
                status = slow_set_item(m, word)
        elif op == OP_DELETE_ITEM:
            label_opcode(OP_DELETE_ITEM)
            frame.pc = pc
            status = slow_delete_item(m, word)
        elif op == OP_GET_ATTR:
            label_opcode(OP_GET_ATTR)
            x = reg_b(R, word)
            if likely(x.tag == (T_INSTANCE | COUNTED | SUBCLASSED)):
                instance = <Instance*>x.as_.block
                attribute_entry = attribute_cached(m, pc, instance.attributes.cls)
                if likely(attribute_entry != NULL and instance.attributes.dictionary == NULL
                          and <uint32_t>attribute_entry.index < instance.attributes.count):
                    y = &instance.attributes.values[attribute_entry.index]
                    if likely(y.tag != T_UNSET):
                        if operand_b(word) >= <uint32_t>frame.code.first_temp:
                            item_register(vm, reg_a(R, word), y, x)
                        else:
                            copy_register(vm, reg_a(R, word), y)
                        continue
            frame.pc = pc
            status = slow_get_attribute(m, word)
        elif op == OP_SET_ATTR:
            label_opcode(OP_SET_ATTR)
            x = reg_a(R, word)
            if likely(x.tag == (T_INSTANCE | COUNTED | SUBCLASSED)):
                instance = <Instance*>x.as_.block
                attribute_entry = attribute_cached(m, pc, instance.attributes.cls)
                if likely(attribute_entry != NULL and instance.attributes.dictionary == NULL
                          and reg_c(R, word).tag != T_UNSET):
                    y = NULL
                    if likely(<uint32_t>attribute_entry.index < instance.attributes.count):
                        # An attribute that was deleted comes back at the end, unless it is a slot or the last one.
                        y = &instance.attributes.values[attribute_entry.index]
                        if unlikely(y.tag == T_UNSET) and (
                                attribute_entry.index < <int64_t>instance.attributes.count - 1
                                and <uint32_t>attribute_entry.index >= instance.attributes.cls.slot_count):
                            y = NULL
                    elif (attribute_entry.index == <int64_t>instance.attributes.count
                          and attribute_entry.index < <int64_t>instance.attributes.capacity):
                        y = &instance.attributes.values[attribute_entry.index]
                        y.tag = T_UNSET
                        instance.attributes.count += 1
                    if likely(y != NULL):
                        move_register(vm, frame, y, reg_c(R, word), operand_c(word))
                        if operand_a(word) >= <uint32_t>frame.code.first_temp:
                            take_temporary(m, operand_a(word))
                        continue
            frame.pc = pc
            status = slow_set_attribute(m, word)
        elif op == OP_DELETE_ATTR:
            label_opcode(OP_DELETE_ATTR)
            frame.pc = pc
            status = slow_delete_attribute(m, word)
        elif op == OP_IMPORT:
            label_opcode(OP_IMPORT)
            frame.pc = pc
            status = import_module(m, word)
        elif op == OP_IMPORT_FROM:
            label_opcode(OP_IMPORT_FROM)
            frame.pc = pc
            status = import_from(m, word)
        elif op == OP_IMPORT_STAR:
            label_opcode(OP_IMPORT_STAR)
            frame.pc = pc
            status = import_star(m, reg_a(R, word)[0])

        # --- exceptions
        elif op == OP_RAISE:
            label_opcode(OP_RAISE)
            frame.pc = pc
            status = raise_statement(m, word)
        elif op == OP_ENTER_HANDLER:
            label_opcode(OP_ENTER_HANDLER)
            enter_handler(m, operand_a(word))
            continue
        elif op == OP_LEAVE_HANDLER:
            label_opcode(OP_LEAVE_HANDLER)
            leave_handler(m, operand_a(word))
            continue
        elif op == OP_RERAISE:
            label_opcode(OP_RERAISE)
            frame.pc = pc
            status = reraise(m, operand_a(word))
        elif op == OP_MATCH_EXCEPTION:
            label_opcode(OP_MATCH_EXCEPTION)
            frame.pc = pc
            status = match_exception(m, word)
        elif op == OP_MATCH_GROUP:
            label_opcode(OP_MATCH_GROUP)
            frame.pc = pc
            status = match_group(m, word)
        elif op == OP_JOIN_RAISED:
            label_opcode(OP_JOIN_RAISED)
            frame.pc = pc
            status = join_raised(m, word)

        # --- with, yield from and await, match
        elif op == OP_YIELD_FROM:
            label_opcode(OP_YIELD_FROM)
            frame.pc = pc
            x = reg_b(R, word)
            y = reg_a(R, word)
            generator = <Generator*>x.as_.block
            callee = frame + 1
            if likely((x.tag == (T_COROUTINE | COUNTED) or x.tag == (T_GENERATOR | COUNTED)) and y.tag == T_NONE
                      and generator.state == GENERATOR_CREATED and frame.generator != NULL and m.handled.tag == T_UNSET
                      and not generator.head.flags & (GENERATOR_PRIMED | GENERATOR_PRIMED_THROW)
                      and callee < m.frames_limit and vm.fuel >= 4):
                # It starts: nothing is sent to it.
                y.tag = T_UNSET
                vm.fuel -= 4
                pc = generator.pc
                frame_of_generator(callee, generator, pc)
                callee.dst = <uint16_t>operand_a(word)
                callee.action = ACTION_DELEGATE
                callee.outer_handled = value_unset()
                generator.state = GENERATOR_RUNNING
                frame = callee
                m.frame = frame
                R = frame.registers
                K = frame.code.constants
                continue
            status = slow_yield_from(m, word)
        elif op == OP_GET_DELEGATE:
            label_opcode(OP_GET_DELEGATE)
            frame.pc = pc
            x = reg_b(R, word)
            if likely(x.tag == (T_COROUTINE | COUNTED) and word >> 8 & 0xFF
                      and (<Generator*>x.as_.block).state == GENERATOR_CREATED):
                move_register(vm, frame, reg_a(R, word), x, operand_b(word))
                continue
            status = get_delegate(m, word)
        elif op == OP_WITH_ENTER:
            label_opcode(OP_WITH_ENTER)
            frame.pc = pc
            status = with_enter(m, word)
        elif op == OP_EXCEPTION_PARTS:
            label_opcode(OP_EXCEPTION_PARTS)
            frame.pc = pc
            status = exception_parts(m, word)
        elif op == OP_GET_AITER:
            label_opcode(OP_GET_AITER)
            frame.pc = pc
            status = get_async_iterator(m, word)
        elif op == OP_GET_ANEXT:
            label_opcode(OP_GET_ANEXT)
            frame.pc = pc
            status = get_async_next(m, word)
        elif op == OP_IF_SEQUENCE:
            label_opcode(OP_IF_SEQUENCE)
            frame.pc = pc
            status = match_sequence(m, word, &answer)
            truth = answer
        elif op == OP_IF_MAPPING:
            label_opcode(OP_IF_MAPPING)
            frame.pc = pc
            status = match_mapping(m, word, &answer)
            truth = answer
        elif op == OP_MATCH_KEYS:
            label_opcode(OP_MATCH_KEYS)
            frame.pc = pc
            status = match_keys(m, word)
        elif op == OP_MATCH_REST:
            label_opcode(OP_MATCH_REST)
            frame.pc = pc
            status = match_rest(m, word)
        elif op == OP_MATCH_CLASS:
            label_opcode(OP_MATCH_CLASS)
            frame.pc = pc
            status = match_class(m, word)

        # --- class bodies
        elif op == OP_GET_NAME:
            label_opcode(OP_GET_NAME)
            frame.pc = pc
            status = namespace_get(m, word)
        elif op == OP_NAME_OR_GLOBAL:
            label_opcode(OP_NAME_OR_GLOBAL)
            if reg_a(R, word).tag != T_UNSET:
                continue
            frame.pc = pc
            if operand_b(word) != 0xFFFF and frame.module.registers[operand_b(word)].tag != T_UNSET:
                copy_register(vm, reg_a(R, word), &frame.module.registers[operand_b(word)])
                continue
            status = get_builtin(m, reg_a(R, word), K[operand_c(word)])
        elif op == OP_NAME_OR_FREE:
            label_opcode(OP_NAME_OR_FREE)
            if reg_a(R, word).tag != T_UNSET:
                continue
            x = &function_cells(frame.function)[operand_b(word)].content
            if x.tag != T_UNSET:
                copy_register(vm, reg_a(R, word), x)
                continue
            frame.pc = pc
            status = raise_unbound_free(m, K[operand_c(word)])
        elif op == OP_SET_NAME:
            label_opcode(OP_SET_NAME)
            frame.pc = pc
            status = namespace_set(m, word)
        elif op == OP_DELETE_NAME:
            label_opcode(OP_DELETE_NAME)
            frame.pc = pc
            status = namespace_delete(m, word)
        elif op == OP_SET_CLASS_CELL:
            label_opcode(OP_SET_CLASS_CELL)
            frame.pc = pc
            status = set_class_cell(m, word)
        elif op == OP_EXT:
            label_opcode(OP_EXT)
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
        if status == LOAD_MODULE:
            return RUN_IMPORT
        return RUN_OUTPUT
