# Frames: pushing, binding arguments, returning, unwinding. Nothing here runs the loop; what pushes a frame answers CALLED.
from libc.stdint cimport int32_t, int64_t, uint16_t, uint32_t, uint64_t, uint8_t
from monty._heap cimport block_release, COUNTED, Native, T_UNSET, Value, VM
from monty._machine cimport Code, Frame, FRAME_ON_STACK, Function, FUNCTION_IMMORTAL, Machine

cdef enum:
    CALLED = 4                      # a frame was pushed: the loop goes on there
    FINISHED = 5                    # the module's frame returned: machine.result is set
    SUSPENDED = 6                   # a host call is pending
    LOAD_MODULE = 9                 # machine.wanted must be compiled before the instruction can be done again
    STACK_SLACK = 64

# Room for `count` registers above `base` (a register inside or at the top of the stack); base[0] follows a move.
cdef int stack_reserve(Machine* m, Value** base, int64_t count) noexcept nogil
# Room for one more frame; RecursionError at the limit.
cdef int frames_reserve(Machine* m) noexcept nogil
# The frame of a function whose parameters and variables are in place at `base`: it is the running one now. There is room.
cdef inline void frame_push(Machine* m, Function* f, Value* base, int dst, int action, int flags) noexcept nogil:
    cdef Frame* callee = m.frame + 1
    cdef Code* code = f.code
    callee.pc = code.instructions
    callee.registers = base
    callee.code = code
    callee.function = f
    if not f.head.flags & FUNCTION_IMMORTAL:
        f.head.refcount += 1
    callee.module = f.module
    callee.generator = NULL
    callee.stack_top = base + code.register_count
    callee.dst = <uint16_t>dst
    callee.action = <uint8_t>action
    callee.flags = <uint8_t>(flags | FRAME_ON_STACK)
    m.frame = callee

# Release `count` registers.
cdef inline void release_values(VM* vm, Value* values, int64_t count) noexcept nogil:
    cdef int64_t i
    cdef uint32_t tag
    for i in range(count):
        tag = values[i].tag
        values[i].tag = T_UNSET
        if tag & COUNTED:
            values[i].as_.block.refcount -= 1
            if values[i].as_.block.refcount == 0:
                block_release(vm, values[i].as_.block)

cdef void frames_set_limit(Machine* m) noexcept nogil
# Call any value. `args` are `count` owned values in consecutive registers of the running frame or above its top
# (`keyword_names`: the tuple naming the last ones, or unset); they are taken in every case. The result goes where
# `action` says, in the running frame. OK (done), CALLED, SUSPENDED, ERROR.
cdef int call_value(Machine* m, Value callee, Value* args, int64_t count, Value keyword_names, int dst, int action,
                    int flags) noexcept nogil
cdef int call_native(Machine* m, Native* native, Value* args, int64_t count, Value keyword_names, int dst, int action,
                     int flags) noexcept nogil
# What becomes of a call of a native (no keywords, ACTION_STORE) that answered `status`, which is not OK.
cdef int native_not_done(Machine* m, Native* native, Value* args, int64_t count, int status, int dst) noexcept nogil
cdef int call_function(Machine* m, Function* function, Value* args, int64_t count, Value keyword_names, int dst,
                       int action, int flags) noexcept nogil
# Call the prelude function in `slot` with borrowed arguments (copied).
cdef int call_prelude(Machine* m, Value* slot, Value* args, int64_t count, int dst, int action, int flags) noexcept nogil
# The running frame returns `result` (taken): pop it and do its action. OK, CALLED, FINISHED, ERROR.
cdef int frame_return(Machine* m, Value result) noexcept nogil
# Do an action in the running frame with a value (taken).
cdef int deliver(Machine* m, Value result, int dst, int action, int flags) noexcept nogil
# An error is in flight: find the handler. OK: the loop goes on in machine.frame. ERROR: nobody handles it.
cdef int unwind(Machine* m) noexcept nogil
# Drop the running frame and what it holds, without an action.
cdef void frame_drop(Machine* m) noexcept nogil
# Make the error in flight an exception object in vm.exception. ERROR if that hits a limit.
cdef int materialise(Machine* m) noexcept nogil
