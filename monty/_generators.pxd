# Generators as frames: made, resumed, suspended, finished; what waits for another one (yield from, await).
from libc.stdint cimport int64_t, uint16_t, uint64_t
from monty._heap cimport likely, T_ASYNC_GENERATOR, T_COROUTINE, T_GENERATOR, Value, VM
from monty._machine cimport Frame, Function, FUNCTION_IMMORTAL, Generator, generator_registers, Machine

cdef enum:
    # A further flag of generators: an exception that it caught is being handled. It may be the very one that its
    # resumer handles too, so that comparing the two does not tell.
    GENERATOR_HANDLES = 0x1000


cdef inline bint is_generator(int type) noexcept nogil:
    return type == T_GENERATOR or type == T_COROUTINE or type == T_ASYNC_GENERATOR

# Fill in what a frame takes from its generator; both the frame and the machine hold it now.
cdef inline void frame_of_generator(Frame* frame, Generator* generator, uint64_t* pc) noexcept nogil:
    cdef Function* function = generator.function
    frame.pc = pc
    frame.registers = generator_registers(generator)
    frame.code = generator.code
    frame.function = function
    frame.module = function.module
    if likely(not function.head.flags & FUNCTION_IMMORTAL):
        function.head.refcount += 1
    frame.generator = generator
    generator.head.refcount += 1
    frame.stack_top = (frame - 1).stack_top
    frame.flags = 0

# A generator of the function; takes the `count` values that its first registers begin with. NULL with the error set.
cdef Generator* generator_new(VM* vm, Function* f, Value* args, int64_t count) noexcept nogil
# The generator that a method makes which is called with its receiver (borrowed) alone, without a frame for the call.
# ERROR; NOT_IMPLEMENTED: that method makes no plain generator.
cdef int generator_of_method(VM* vm, Function* f, Value receiver, Value* out) noexcept nogil
# The running frame, a generator's, returns `result` (taken): frame_return without what only other frames have.
cdef int generator_return(Machine* m, Value result) noexcept nogil
# Push the generator's frame. `sent` is taken. CALLED; OK where a loop or a delegation ends at once; ERROR, raised in
# the running frame.
cdef int generator_resume(Machine* m, Generator* generator, Value sent, int dst, int action, int flags) noexcept nogil
# Raise an exception (borrowed) where the generator waits: `here`, or in the innermost that it delegates to. The frames
# are pushed. ERROR with the exception in flight, or CALLED.
cdef int generator_raise(Machine* m, Generator* generator, Value exception, bint here, int dst, int action) noexcept nogil
# Where a generator that is suspended in a YIELD_FROM holds what it waits for, else NULL.
cdef Value* generator_delegate(Generator* generator) noexcept nogil
# Give up what a generator that is not running holds: it is finished.
cdef void generator_finish(VM* vm, Generator* generator) noexcept nogil
# The running generator frame yields `result` (taken), and so do the frames that delegate to it.
cdef int frame_yield(Machine* m, uint16_t sent_register, Value result) noexcept nogil
# A frame of a generator of that type, dropped already, returned `result` (taken): do its action in the running frame.
cdef int generator_returned(Machine* m, int type, Value result, int dst, int action) noexcept nogil
# The exception in flight leaves a generator's frame. ERROR if making another one of it hits a limit.
cdef int stop_iteration_in_generator(Machine* m, int type) noexcept nogil
# The exception in flight reached a frame that waits in the YIELD_FROM `word`. True if it is the end of what the frame
# waits for: the frame goes on.
cdef bint delegation_ends(Machine* m, uint64_t word) noexcept nogil
# The instruction YIELD_FROM.
cdef int slow_yield_from(Machine* m, uint64_t word) noexcept nogil
# "generator", "coroutine" or "async generator".
cdef const char* generator_noun(int type) noexcept nogil
# An object that was dropped has sandboxed code to run: push the frame that does it. CALLED; OK: nothing to do; ERROR.
cdef int finish_dropped(Machine* m) noexcept nogil
