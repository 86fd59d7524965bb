# Operators on instances whose special methods are functions of the program: their frames are pushed without asking the
# prelude. NOT_IMPLEMENTED: only the prelude can tell, nothing has changed.
from libc.stdint cimport int64_t, uint32_t, uint64_t
from monty._calls cimport frame_push, STACK_SLACK
from monty._heap cimport (COUNTED, EXACT_MASK, Instance, SUBCLASSED, subclass_of, T_BOOL, T_GENERATOR, T_INSTANCE,
                          T_INT, T_NOT_IMPLEMENTED, T_STR, T_UNSET, TYPE_MASK, types_pointer, unlikely, Value, VM)
from monty._machine cimport ACTION_STORE, Code, Frame, Function, Machine
from monty.objects.class_rows cimport METHOD_NEXT

# What checked_return looks at, in the frame's outer_handled: action | check << 8 | operator << 16.
cdef enum:
    CHECK_BINARY = 0        # NotImplemented: the other operand is asked
    CHECK_INPLACE = 1       # NotImplemented: a op b is tried
    CHECK_REFLECTED = 2     # NotImplemented: nobody is left
    CHECK_COMPARISON = 3
    CHECK_BOOL = 4          # must be a bool
    CHECK_LENGTH = 5        # must be an int that can be a length
    CHECK_ITERATOR = 6
    CHECK_REPR = 7          # must be a str
    CHECK_STR = 8
    CHECK_CONVERTED_REPR = 9    # !r and !s: must be a str, and is formatted if that is a subclass
    CHECK_CONVERTED_STR = 10

# A bit of outer_handled: the function keeps its arguments, so the operands are its first registers.
cdef enum:
    IN_PLACE_SHIFT = 48

cdef inline bint is_checked_in_place(Frame* frame) noexcept nogil:
    return frame.outer_handled.as_.i >> IN_PLACE_SHIFT & 1

# The function that the class of an instance has for a special method (METHOD_ number), or NULL.
cdef inline Function* special_function(Value v, int method) noexcept nogil:
    if v.tag == (T_INSTANCE | COUNTED | SUBCLASSED):
        return <Function*>(<Instance*>v.as_.block).attributes.cls.functions[method]
    if not v.tag & SUBCLASSED:
        return NULL
    return <Function*>subclass_of(v).functions[method]

# Are both plain instances of the same class?
cdef inline bint of_one_class(Value first, Value second) noexcept nogil:
    return (first.tag == (T_INSTANCE | COUNTED | SUBCLASSED) and second.tag == first.tag
            and (<Instance*>first.as_.block).attributes.cls == (<Instance*>second.as_.block).attributes.cls)

# As call_function, where nothing has to be bound and nothing to grow. False: call_function does it.
cdef inline bint push_plain(Machine* m, Function* f, Value* base, int64_t count, uint32_t dst, int action,
                            int flags) noexcept nogil:
    cdef Code* code = f.code
    cdef int64_t i
    if unlikely(code.fast_arguments != count or m.frame + 1 >= m.frames_limit
                or base + code.register_count + STACK_SLACK >= m.stack_end or m.vm.fuel < code.instruction_count):
        return False
    m.vm.fuel -= code.instruction_count
    for i in range(count, code.named_count):
        base[i].tag = T_UNSET
    frame_push(m, f, base, dst, action, flags)
    return True

# Is the second operand's class a proper subclass of the first one's? Then it may be asked first.
cdef bint may_come_first(Value first, Value second) noexcept nogil
# Call it with borrowed operands; the temporaries in registers b and c (-1: none) are released.
cdef int call_special(Machine* m, Function* f, Value* operands, int64_t count, int64_t b, int64_t c, uint32_t dst,
                      int action, int flags) noexcept nogil
# a op b and a op= b (BIN_), a comparison (CMP_), the truth of an object. CALLED, ERROR, NOT_IMPLEMENTED.
cdef int special_binary_call(Machine* m, int operator, bint inplace, Value* operands, int64_t b, int64_t c,
                             uint32_t dst) noexcept nogil
cdef int special_compare_call(Machine* m, int comparison, Value* operands, int64_t b, int64_t c, uint32_t dst,
                              int action) noexcept nogil
cdef int special_truth_call(Machine* m, Value v, int64_t b, uint32_t dst, int action, int flags) noexcept nogil
# len() of an instance. CALLED, ERROR, NOT_IMPLEMENTED.
cdef int special_length_call(Machine* m, Value v, int dst, int action, int flags) noexcept nogil
# iter() of an instance, of the temporary in register b if that is not -1. CALLED, OK, ERROR, NOT_IMPLEMENTED.
cdef int special_iterator_call(Machine* m, Value v, int64_t b, uint32_t dst) noexcept nogil
# The text of an object: METHOD_REPR, METHOD_STR or METHOD_SHOW, and one of the last four checks. CALLED, ERROR,
# NOT_IMPLEMENTED.
cdef int special_text_call(Machine* m, Value v, int method, int check, int64_t b, uint32_t dst, int action,
                           int flags) noexcept nogil
# Is it an iterator whose __next__ need not be looked up?
cdef inline bint is_plain_iterator(Value v) noexcept nogil:
    if v.tag & SUBCLASSED:
        return v.tag == (T_INSTANCE | COUNTED | SUBCLASSED) and special_function(v, METHOD_NEXT) != NULL
    return v.tag == (T_GENERATOR | COUNTED) or types_pointer[v.tag & TYPE_MASK].next != NULL

# Has its class a __next__?
cdef bint is_iterator(VM* vm, Value v) noexcept nogil

# Is its answer one that the frame's action proper (in the low byte of outer_handled) takes as it is?
cdef inline bint checked_plainly(Frame* frame, Value* result) noexcept nogil:
    cdef int action = <int>(frame.outer_handled.as_.i & 0xFF)
    cdef int check = <int>(frame.outer_handled.as_.i >> 8 & 0xFF)
    if check <= CHECK_COMPARISON:
        return result.tag != T_NOT_IMPLEMENTED and (action == ACTION_STORE or result.tag == T_BOOL)
    if check == CHECK_BOOL:
        return result.tag == T_BOOL
    if action != ACTION_STORE:
        return False
    if check == CHECK_LENGTH:
        return result.tag == T_INT and result.as_.i >= 0
    if check == CHECK_ITERATOR:
        return is_plain_iterator(result[0])
    return (result.tag & EXACT_MASK) == T_STR

# The frame of such a method returns `result` (taken).
cdef int checked_return(Machine* m, Value result) noexcept nogil
