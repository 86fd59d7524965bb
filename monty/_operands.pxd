# The operands of an instruction word.
from libc.stdint cimport int64_t, uint8_t, uint16_t, uint32_t, uint64_t
from monty._heap cimport COUNTED, T_UNSET, Block, Value, decref
from monty._machine cimport Machine

cdef enum:
    NO_REGISTER = 0xFFFF        # an operand that is left out

cdef inline uint32_t operand_a(uint64_t word) noexcept nogil:
    return <uint16_t>(word >> 16)

cdef inline uint32_t operand_b(uint64_t word) noexcept nogil:
    return <uint16_t>(word >> 32)

cdef inline uint32_t operand_c(uint64_t word) noexcept nogil:
    return <uint16_t>(word >> 48)

cdef inline uint32_t operand_flag(uint64_t word) noexcept nogil:
    return <uint8_t>(word >> 8)

# where[0] = source[0], a new reference; what was at `where` is garbage. As two words: see value_store.
cdef inline void copy_argument(Value* where, Value* source) noexcept nogil:
    cdef uint64_t head = (<uint64_t*>source)[0]
    cdef int64_t payload = source.as_.i
    if head & COUNTED:
        (<Block*><size_t>payload).refcount += 1
    (<uint64_t*>where)[0] = head
    where.as_.i = payload

# What a register holds is taken out of it.
cdef inline Value take_register(Value* where) noexcept nogil:
    cdef Value taken
    (<uint64_t*>&taken)[0] = (<uint64_t*>where)[0]
    taken.as_.i = where.as_.i
    where.tag = T_UNSET
    return taken

# Release a temporary that an instruction has consumed; any other register stays.
cdef inline void take_temporary(Machine* m, uint32_t register) noexcept nogil:
    cdef Value* where
    cdef Value old
    if register >= <uint32_t>m.frame.code.first_temp:
        where = &m.frame.registers[register]
        old = where[0]
        where.tag = T_UNSET
        decref(&m.vm, old)

# Release the temporaries among two operands; -1 for an operand that is no register.
cdef inline void take_operands(Machine* m, int64_t b, int64_t c) noexcept nogil:
    if b >= 0:
        take_temporary(m, <uint32_t>b)
    if c >= 0:
        take_temporary(m, <uint32_t>c)
