# The types of verifier.py's variables where the build compiles it to C. The file itself stays plain Python.
cimport cython
from libc.stdint cimport int64_t, uint64_t

# The tables' values, as C constants.
cdef int _COUNT, _JUMP_OPCODE, _LOOP_OPCODE, _RANGE_PREP, _YIELD, _YIELD_FROM, _CALL_METHOD, _CALL_KW
cdef int _PLAIN, _TEST, _EXTENDED, _EXTENSION, _JUMP, _END, _OWNED
cdef int _ANY, _ZERO, _REGISTER, _TWO_REGISTERS, _OPTIONAL_REGISTER, _SLOT, _OPTIONAL_SLOT, _FREE, _CONSTANT
cdef int _FAR_CONSTANT, _NAME, _CODE
cdef int _SPAN_C, _SPAN_C_AND_1, _SPAN_2_C, _SPAN_3, _SPAN_FLAG, _SPAN_A_C, _SPAN_STARRED, _SPAN_A_2, _SPAN_A_3
cdef bytes _KINDS, _SPANS, _HEADS, _FLAG_ALLOWED

@cython.locals(register_count=int64_t, constant_count=int64_t, free_count=int64_t, kinds=bytes, heads_of=bytes,
               head=int, expected=int, number=int64_t, word=uint64_t, opcode=int, flag=int, lane=int, kind=int,
               operand=int64_t, span=int, a=int64_t, b=int64_t, c=int64_t, last=int64_t)
cdef int _verify_operands(code, list instructions, list constants, bytearray heads, int64_t global_count) except -1

@cython.locals(extra=int64_t, index=int64_t, opcode=int)
cdef int _verify_extension(code, list constants, uint64_t owner, uint64_t word, int64_t number) except -1

@cython.locals(count=int64_t, number=int64_t, word=uint64_t, opcode=int, distance=int64_t, target=int64_t)
cdef int _verify_jumps(code, list instructions, bytearray heads) except -1
