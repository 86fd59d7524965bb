"""``Monty``: compile once, run many times. And ``Execution``, the one mechanism under run, start and resume."""

from cpython.exc cimport PyErr_CheckSignals, PyErr_Occurred
from libc.stdint cimport int32_t, int64_t, uint64_t
from libc.stdlib cimport calloc, free
from libc.string cimport memset

from monty._calls cimport CALLED, deliver, frame_drop, frames_set_limit, unwind
from monty._collector cimport heap_check, heap_collect, heap_debug_end
from monty._convert cimport value_from_host, value_to_host
from monty._generated cimport *
from monty._library cimport library_load
from monty._heap cimport *
from monty._loader cimport LoadedProgram
from monty._machine cimport *
from monty._protocol cimport value_str
from monty._vm cimport vm_run
from monty.builtins.dynamic_code cimport release_compiled
from monty.modules.imports cimport modules_release
from monty.modules.library_table cimport library_find, LibraryModule
from monty.objects.dict cimport Dict, dict_get_str, dict_next
from monty.objects.exception cimport exception_class
from monty.objects.list cimport List
from monty.modules.registry cimport ModuleEntry, first_module_entry
from monty.objects.str cimport str_equal, str_static, str_to_host
from monty.objects.str_builder cimport writer_discard, writer_finish, writer_init
from monty.objects.tuple cimport Tuple, tuple_items
from monty.objects.type cimport names_of

import sys
from collections import OrderedDict
from keyword import iskeyword

from monty.compiler.compile import compile_module
from monty.compiler.parse import decode_source
from monty.compiler.verifier import verify
from monty.errors import ExceptionData, MontyConversionError, MontyRuntimeError
from monty.exception_table import EXCEPTIONS, MODULE_EXCEPTIONS
from monty.limits import DEFAULT, DEFAULT_LIMITS, resolve
from monty.suggestions import MAX_CANDIDATES

cdef object DEFAULT_MARK = DEFAULT

cdef enum:
    FRAMES_START = 24
    POOL_SIZE = 4
    ERROR_MEMORY = 1 << 22      # bytes above the limit for the text of an uncaught exception

cdef Str* NAME_MAIN = str_static(b"__main__")

# --- machines --------------------------------------------------------------------------------------------------------
# An idle machine keeps its stacks; what a run allocated beyond them is given back.

ctypedef Machine* MachinePointer
cdef MachinePointer[POOL_SIZE] pool
cdef int pooled = 0


cdef Machine* machine_new() except NULL:
    global pooled
    cdef Machine* m
    if pooled > 0:
        pooled -= 1
        return pool[pooled]
    m = <Machine*>calloc(1, sizeof(Machine))
    if m == NULL:
        raise MemoryError
    m.stack = <Value*>calloc(STACK_START, sizeof(Value))
    m.frames = <Frame*>calloc(FRAMES_START, sizeof(Frame))
    m.method_cache = <CacheEntry*>calloc(METHOD_CACHE_SIZE, sizeof(CacheEntry))
    m.attribute_cache = <AttributeEntry*>calloc(ATTRIBUTE_CACHE_SIZE + FURTHER_CACHE_SIZE, sizeof(AttributeEntry))
    if m.stack == NULL or m.frames == NULL or m.method_cache == NULL or m.attribute_cache == NULL:
        free(m.stack)
        free(m.frames)
        free(m.method_cache)
        free(m.attribute_cache)
        free(m)
        raise MemoryError
    m.further_attributes = m.attribute_cache + ATTRIBUTE_CACHE_SIZE
    m.stack_end = m.stack + STACK_START
    m.frames_end = m.frames + FRAMES_START
    return m


# Everything the run allocated is given back without visiting it; the machine goes to the pool or away. `used`: the
# registers at the stack's bottom that may hold anything; -1: all of them.
cdef void machine_free(Machine* m, int64_t used) noexcept:
    global pooled
    cdef VM* vm = &m.vm
    if MONTY_DEBUG:
        machine_release_all(m)
    heap_teardown(vm)
    release_compiled(m)
    if vm.output != NULL:
        free(vm.output)
        vm.output = NULL
        vm.output_length = 0
        vm.output_capacity = 0
    if pooled < POOL_SIZE and m.stack_end - m.stack == STACK_START and m.frames_end - m.frames == FRAMES_START:
        memset(m.stack, 0, (STACK_START if used < 0 else used) * sizeof(Value))
        pool[pooled] = m
        pooled += 1
        return
    free(m.stack)
    free(m.frames)
    free(m.method_cache)
    free(m.attribute_cache)
    free(m)


# Debug builds: let go of every root, collect, and count what is left: it must be nothing.
cdef void machine_release_all(Machine* m) noexcept:
    cdef VM* vm = &m.vm
    cdef Value* where
    cdef Value old
    heap_check(vm)
    vm.heap.debug_fail_at = -1
    vm.heap.debug_collect_every = 0
    vm.heap.limit = <size_t>1 << 36
    vm.fatal = LIMIT_NONE
    heap_end(vm)
    while m.frame > m.frames:
        frame_drop(m)
    where = m.stack
    while where < m.stack_end:
        old = where[0]
        where[0] = value_unset()
        decref(vm, old)
        where += 1
    clear_error(vm)
    value_store(vm, &m.handled, value_unset())
    value_store(vm, &m.result, value_unset())
    value_store(vm, &m.call_arguments, value_unset())
    value_store(vm, &m.call_keywords, value_unset())
    value_store(vm, &m.imported, value_unset())
    modules_release(m)
    heap_collect(vm)
    heap_debug_end(vm)


cdef object limit_error(int limit, object limits):
    """(host exception type name, message) of a limit."""
    if limit == LIMIT_MEMORY:
        return 'MemoryError', f'memory limit exceeded: max_memory is {limits["max_memory"]} bytes'
    if limit == LIMIT_ALLOCATIONS:
        return 'MemoryError', f'allocation limit exceeded: max_allocations is {limits["max_allocations"]}'
    if limit == LIMIT_DURATION:
        return 'TimeoutError', f'time limit exceeded: max_duration_secs is {limits["max_duration_secs"]}'
    if limit == LIMIT_INSTRUCTIONS:
        return 'RuntimeError', f'instruction limit exceeded: max_instructions is {limits["max_instructions"]}'
    if limit == LIMIT_OUTPUT:
        return 'RuntimeError', f'output limit exceeded: max_output_bytes is {limits["max_output_bytes"]}'
    if limit == LIMIT_CANCELLED:
        return 'KeyboardInterrupt', 'the run was cancelled'
    return 'KeyboardInterrupt', ''


# ResourceLimits as numbers; -1 (for memory and depth: a very large number) where there is no limit.
cdef struct Limits:
    size_t memory
    int64_t allocations
    int64_t duration_ns
    int64_t instructions
    int64_t output
    int64_t gc_interval
    int32_t depth


cdef Limits limits_of(object limits) except *:
    cdef Limits result
    result.memory = <size_t>1 << 36 if limits['max_memory'] is None else <size_t>min(limits['max_memory'], 1 << 36)
    result.allocations = -1 if limits['max_allocations'] is None else limits['max_allocations']
    result.duration_ns = -1 if limits['max_duration_secs'] is None else <int64_t>min(
        limits['max_duration_secs'] * 1e9, 9e18)
    result.instructions = -1 if limits['max_instructions'] is None else limits['max_instructions']
    result.output = -1 if limits['max_output_bytes'] is None else limits['max_output_bytes']
    result.gc_interval = 0 if limits['gc_interval'] is None else limits['gc_interval']
    result.depth = 1 << 30 if limits['max_recursion_depth'] is None else <int32_t>min(
        limits['max_recursion_depth'], 1 << 30)
    return result


cdef Limits default_limits = limits_of(DEFAULT_LIMITS)


cdef class Execution:
    """One run of a program: a machine, started, perhaps suspended at a host call, finally done."""
    cdef Machine* m
    cdef LoadedProgram program
    cdef object limits
    cdef object print_callback
    cdef int64_t duration_limit_ns
    # what was used, once it is over
    cdef bint over
    cdef int64_t used_instructions, used_allocations, used_output
    cdef size_t used_memory, used_peak
    cdef bint running
    cdef int64_t started_ns
    cdef int64_t busy_ns
    cdef list host_functions

    def __dealloc__(self):
        if self.m != NULL:
            machine_free(self.m, -1)
            self.m = NULL

    @property
    def usage(self):
        """What the run used; None while it goes on."""
        if not self.over:
            return None
        return {
            'instructions': self.used_instructions,
            'allocations': self.used_allocations,
            'memory': self.used_memory,
            'peak_memory': self.used_peak,
            'duration_secs': self.busy_ns / 1e9,
            'output_bytes': self.used_output,
        }

    cdef int begin(self, Monty monty, dict inputs, object limits, object print_callback) except -1:
        cdef LoadedProgram program = monty.program
        cdef Machine* m = machine_new()
        cdef VM* vm = &m.vm
        cdef Code* code = program.code
        cdef Frame* frame
        cdef int64_t i
        cdef Value v
        cdef Limits numbers = default_limits
        if limits is not DEFAULT_LIMITS:
            numbers = limits_of(limits)
        self.m = m
        self.program = program
        self.limits = limits
        self.print_callback = print_callback
        self.host_functions = monty.external_names
        self.duration_limit_ns = numbers.duration_ns
        heap_init(vm, numbers.memory, numbers.allocations, numbers.gc_interval)
        if m.cache_program != program.serial:
            # Methods are cached by the place of the call, and places belong to programs.
            memset(m.method_cache, 0, METHOD_CACHE_SIZE * sizeof(CacheEntry))
            m.cache_program = program.serial
        vm.exception = value_unset()
        vm.raised_kind = 0
        vm.raised_has_argument = 0
        vm.raised_argument = value_unset()
        vm.fatal = LIMIT_NONE
        vm.fuel = 0
        vm.fuel_slice = 0
        vm.instructions = 0
        vm.max_instructions = numbers.instructions
        vm.deadline = 0
        vm.next_signal_check = 0
        vm.cancelled = 0
        vm.output_total = 0
        vm.max_output = numbers.output
        vm.max_str_digits = 4300        # CPython's default
        m.max_depth = numbers.depth
        m.host_depth = numbers.depth
        frames_set_limit(m)
        m.handled = value_unset()
        m.result = value_unset()
        m.call_arguments = value_unset()
        m.call_keywords = value_unset()
        m.call_id = 0
        m.imported = value_unset()
        m.modules = NULL
        m.wanted = NULL
        m.reraised = False
        frame = m.frames
        m.frame = frame
        frame.pc = code.instructions
        frame.registers = m.stack
        frame.code = code
        frame.function = NULL
        frame.module = &m.main
        frame.generator = NULL
        frame.stack_top = m.stack + code.register_count
        frame.dst = 0
        frame.action = ACTION_DISCARD
        frame.flags = FRAME_ON_STACK
        m.main.registers = m.stack
        m.main.register_count = code.register_count
        m.main.global_count = program.global_count
        m.main.code = code
        m.main.global_names = program.global_names
        m.main.name = value_immortal(&NAME_MAIN.head)
        if code.register_count + STACK_SLACK > m.stack_end - m.stack:
            self.grow_stack(code.register_count)
        # A machine of the pool may have constants left where frames of its last program were.
        memset(m.stack, 0, code.register_count * sizeof(Value))
        i = 0
        if monty.input_names:
            for name in monty.input_names:
                value_from_host(vm, inputs[name], f'inputs[{name!r}]', &v)
                m.stack[i] = v
                i += 1
        for position in range(len(monty.external_names)):
            v = value_none()
            v.tag = T_HOST_FUNCTION
            v.as_.i = position
            m.stack[i] = v
            i += 1
        return 0

    cdef int grow_stack(self, int64_t count) except -1:
        from_base = self.m.stack
        cdef Value* base = self.m.stack
        if stack_reserve(self.m, &base, count) != OK:
            raise MemoryError('the program needs more registers than its memory limit allows')
        return 0

    cdef int step(self) except -1:
        """Run to the next stop: RUN_RETURNED or RUN_HOST_CALL; raises MontyRuntimeError when the program failed."""
        cdef Machine* m = self.m
        cdef VM* vm = &m.vm
        cdef int answer
        cdef int64_t now
        self.started_ns = clock_ns()
        if self.duration_limit_ns >= 0:
            vm.deadline = self.started_ns + self.duration_limit_ns - self.busy_ns
        while True:
            with nogil:
                answer = vm_run(m)
            if vm.output_length > 0:
                try:
                    self.deliver_output()
                except:
                    self.finish()
                    raise
            if answer == RUN_IMPORT:
                try:
                    library_load(<LibraryModule*>m.wanted)
                except:
                    self.finish()
                    raise
            elif answer != RUN_OUTPUT:
                break
        now = clock_ns()
        self.busy_ns += now - self.started_ns
        if answer == RUN_RAISED:
            self.fail()
        return answer

    cdef int deliver_output(self) except -1:
        cdef VM* vm = &self.m.vm
        data = <bytes>vm.output[:vm.output_length]
        vm.output_length = 0
        # Stretches for the two streams, in the order in which they were written (builtins/core: output_write).
        stretches = []
        for number, stretch in enumerate(data.split(b'\xff')):
            stream = 'stdout'
            if number > 0:
                stream = 'stderr' if stretch[:1] == b'2' else 'stdout'
                stretch = stretch[1:]
            if not stretch:
                continue
            text = stretch.decode('utf-8', 'surrogatepass')
            if stretches and stretches[len(stretches) - 1][0] == stream:
                text = stretches.pop()[1] + text
            stretches.append((stream, text))
        for stream, text in stretches:
            if self.print_callback is not None:
                self.print_callback(stream, text)
            elif stream == 'stderr':
                sys.stderr.write(text)
            else:
                sys.stdout.write(text)
        return 0

    cdef object exception_message(self, Value exception):
        cdef Writer w
        cdef Value text
        cdef int status
        writer_init(&w, &self.m.vm)
        status = value_str(&self.m.vm, exception, &w, NATIVE_DEPTH)
        if status != OK:
            writer_discard(&w)
            clear_error(&self.m.vm)
            return '<exception str() failed>'
        if writer_finish(&w, &text) != OK:
            return '<exception str() failed>'
        message = str_to_host(<Str*>text.as_.block)
        decref(&self.m.vm, text)
        return message

    cdef object exception_data(self, Value exception):
        """An exception and all that hangs on it, as plain data.

        A program makes chains as long as it likes, so this keeps a list of what is left to do instead of recursing."""
        cdef ExceptionObject* e
        cdef dict reached = {}
        cdef list pending = []
        first = self.exception_reached(exception, reached, pending)
        while pending:
            address, data = pending.pop()
            e = <ExceptionObject*><size_t>address
            self.fill_exception(e, data)
            data.cause = self.exception_reached(e.cause, reached, pending)
            data.context = self.exception_reached(e.context, reached, pending)
            if data.builtin_type in ('BaseExceptionGroup', 'ExceptionGroup'):
                data.exceptions = self.group_members(e, reached, pending)
        return first

    cdef object exception_reached(self, Value v, dict reached, list pending):
        """The data of an exception, to be filled in later if it is new; None if it is no exception or one too many."""
        cdef ExceptionObject* e = <ExceptionObject*>v.as_.block
        if v.tag == T_UNSET or type_of(v) != T_EXCEPTION:
            return None
        data = reached.get(<size_t>e)
        if data is None and len(reached) < ExceptionData.MAX_EXCEPTIONS:
            name = str_to_host(<Str*>e.cls.qualname.as_.block)
            if name in MODULE_EXCEPTIONS and e.cls.flags & CLASS_BUILTIN:
                name = f'{MODULE_EXCEPTIONS[name][1]}.{name}'
            data = ExceptionData(name)
            reached[<size_t>e] = data
            pending.append((<size_t>e, data))
        return data

    cdef object group_members(self, ExceptionObject* e, dict reached, list pending):
        """The members of an exception group."""
        cdef Value* fields
        cdef Tuple* exceptions
        cdef int64_t i
        members = []
        if e.fields.tag == T_UNSET:
            return members
        fields = tuple_items(<Tuple*>e.fields.as_.block)
        if type_of(fields[1]) == T_TUPLE:
            exceptions = <Tuple*>fields[1].as_.block
            for i in range(min(exceptions.length, <int64_t>ExceptionData.MAX_EXCEPTIONS)):
                member = self.exception_reached(tuple_items(exceptions)[i], reached, pending)
                if member is not None:
                    members.append(member)
        return members

    cdef int fill_exception(self, ExceptionObject* e, object data) except -1:
        """Fill in what is the exception's own: type, message, arguments, frames, notes."""
        cdef Tuple* mro = <Tuple*>e.cls.mro.as_.block
        cdef Tuple* args = <Tuple*>e.args.as_.block
        cdef Traceback* entry
        cdef Value notes
        cdef int64_t i
        cdef int32_t* position
        for i in range(mro.length):
            kind = (<Class*>tuple_items(mro)[i].as_.block).exception_kind
            if kind != 0 and EXCEPTIONS[kind - 1][0] not in MODULE_EXCEPTIONS:
                data.builtin_type = EXCEPTIONS[kind - 1][0]
                break
        data.message = self.exception_message(value_block(&e.head))
        converted = []
        for i in range(args.length):
            try:
                converted.append(value_to_host(&self.m.vm, tuple_items(args)[i], 'args'))
            except MontyConversionError:
                converted.append(self.exception_message(tuple_items(args)[i]))
        data.args = tuple(converted)
        frames = []
        if e.traceback.tag != T_UNSET:
            entry = <Traceback*>e.traceback.as_.block
            while entry != NULL:
                if len(frames) < 100000:
                    position = &entry.code.positions[4 * entry.instruction]
                    frames.append((str_to_host(<Str*>entry.code.filename.as_.block),
                                   str_to_host(<Str*>entry.code.name.as_.block),
                                   position[0], position[1], position[2], position[3]))
                entry = <Traceback*>entry.next.as_.block if entry.next.tag != T_UNSET else NULL
        if len(frames) > ExceptionData.MAX_FRAMES:
            half = ExceptionData.MAX_FRAMES // 2
            frames = frames[:half] + frames[-half:]
        data.frames = frames
        data.suppress_context = e.suppress_context
        if e.cls.exception_kind == E_NAME_ERROR or e.cls.exception_kind == E_ATTRIBUTE_ERROR:
            data.missing = self.what_is_missing(e)
        if e.attributes.tag != T_UNSET and dict_get_str(<Dict*>e.attributes.as_.block, str_static(b"__notes__"),
                                                        &notes):
            data.notes = self.notes_shown(notes)
        return 0

    cdef list notes_shown(self, Value notes):
        """The lines that a traceback ends with: __notes__ need not be a list of strings."""
        cdef Value* items = NULL
        cdef int64_t count = 0
        cdef int64_t i
        if type_of(notes) == T_LIST:
            items = (<List*>notes.as_.block).items
            count = (<List*>notes.as_.block).length
        elif type_of(notes) == T_TUPLE:
            items = tuple_items(<Tuple*>notes.as_.block)
            count = (<Tuple*>notes.as_.block).length
        elif type_of(notes) == T_STR:
            # 3.11 takes it for a sequence of notes.
            text = str_to_host(<Str*>notes.as_.block)
            return list(text) if sys.version_info < (3, 12) else [repr(text)]
        else:
            return [self.exception_message(notes)]
        return [self.exception_message(items[i]) for i in range(count)]

    cdef object what_is_missing(self, ExceptionObject* e):
        """The name that a NameError or AttributeError misses, and those that may have been meant: see ExceptionData."""
        cdef Value* fields
        cdef Value found
        cdef Traceback* entry
        cdef List* names
        cdef int64_t i
        cdef int status
        cdef ModuleEntry* module = first_module_entry()
        if e.fields.tag == T_UNSET:
            return None
        fields = tuple_items(<Tuple*>e.fields.as_.block)
        if type_of(fields[0]) != T_STR:
            return None
        wrong = str_to_host(<Str*>fields[0].as_.block)
        if e.cls.exception_kind == E_ATTRIBUTE_ERROR:
            if fields[1].tag == T_UNSET:
                return None
            status = names_of(&self.m.vm, &fields[1], 1, &found)
            if status != OK:
                if status == ERROR:
                    clear_error(&self.m.vm)
                return None
            names = <List*>found.as_.block
            # Repetitions count here: an object of so many names gets no suggestion anyway.
            there = set()
            if names.length <= 10 * MAX_CANDIDATES:
                for i in range(names.length):
                    if type_of(names.items[i]) == T_STR:
                        there.add(str_to_host(<Str*>names.items[i].as_.block))
            decref(&self.m.vm, found)
            return wrong, [sorted(there)], False
        if e.traceback.tag == T_UNSET:
            return None
        entry = <Traceback*>e.traceback.as_.block
        while entry.next.tag != T_UNSET:
            entry = <Traceback*>entry.next.as_.block
        of_function = []
        if not entry.code.flags & CODE_MODULE:
            for i in range(min(entry.code.named_count, <int32_t>MAX_CANDIDATES + 1)):
                of_function.append(str_to_host(<Str*>entry.code.register_names[i].as_.block))
            # Up to 3.11 the variables of the functions around are not looked at.
            for i in range(0 if sys.version_info < (3, 12) else min(entry.code.capture_count, <int32_t>MAX_CANDIDATES + 1)):
                of_function.append(str_to_host(<Str*>entry.code.free_names[i].as_.block))
        of_module = []
        if self.m.main.global_count <= 10 * MAX_CANDIDATES:
            for i in range(self.m.main.global_count):
                if self.m.main.registers[i].tag != T_UNSET:
                    of_module.append(str_to_host(<Str*>self.m.main.global_names[i].as_.block))
        while module != NULL and not str_equal(module.module, <Str*>fields[0].as_.block):
            module = module.next
        return wrong, [of_function, of_module], module != NULL or library_find(<Str*>fields[0].as_.block) != NULL

    cdef int fail(self) except -1:
        """Raise MontyRuntimeError for what ended the run."""
        cdef VM* vm = &self.m.vm
        cdef int fatal = vm.fatal
        cdef Frame* frame
        cdef int32_t* position
        cdef Value exception
        if fatal == LIMIT_INTERRUPTED:
            self.finish()
            if PyErr_Occurred() == NULL:
                raise KeyboardInterrupt
            return -1
        if fatal != LIMIT_NONE:
            name, message = limit_error(fatal, self.limits)
            data = ExceptionData(name, message)
            frames = []
            frame = self.m.frames
            while frame <= self.m.frame:
                if not frame.code.flags & CODE_HIDDEN:
                    place = <int64_t>(frame.pc - frame.code.instructions) - 1
                    if place < 0:
                        place = 0
                    position = &frame.code.positions[4 * <int64_t>place]
                    frames.append((str_to_host(<Str*>frame.code.filename.as_.block),
                                   str_to_host(<Str*>frame.code.name.as_.block),
                                   position[0], position[1], position[2], position[3]))
                frame += 1
            data.frames = frames
        else:
            # Taken out of the VM, which forgets its exception when making the text of this one fails; and that must
            # not fail for want of the little memory it takes.
            exception = vm.exception
            vm.exception = value_unset()
            vm.heap.limit += ERROR_MEMORY
            vm.heap.max_allocations = -1
            vm.heap.debug_fail_at = -1
            try:
                data = self.exception_data(exception)
            finally:
                decref(vm, exception)
        self.finish()
        raise MontyRuntimeError(data, {self.program.script_name: self.program.source})

    cdef int finish(self) except -1:
        """Record what was used and give the machine back."""
        cdef VM* vm = &self.m.vm
        cdef int64_t used = -1
        self.used_allocations = vm.heap.allocations + vm.heap.countdown_start - vm.heap.countdown
        self.used_instructions = vm.instructions + vm.fuel_slice - vm.fuel
        self.used_memory = vm.heap.used
        self.used_peak = vm.heap.peak
        self.used_output = vm.output_total
        self.over = True
        if self.m.frame == self.m.frames and vm.fatal == LIMIT_NONE and vm.exception.tag == T_UNSET:
            used = self.m.main.register_count       # every other frame has released its registers
        machine_free(self.m, used)
        self.m = NULL
        return 0

    cdef object take_result(self):
        cdef Value result = self.m.result
        try:
            return value_to_host(&self.m.vm, result, 'the result')
        finally:
            self.finish()

    cdef object call_arguments(self):
        """(function name, args, kwargs) of the pending host call."""
        cdef Machine* m = self.m
        cdef Value key, item
        cdef int64_t position = 0
        name = self.host_functions[m.call_function]
        args = value_to_host(&m.vm, m.call_arguments, f'the arguments of {name}()')
        kwargs = {}
        if m.call_keywords.tag != T_UNSET:
            while dict_next(<Dict*>m.call_keywords.as_.block, &position, &key, &item):
                kwargs[str_to_host(<Str*>key.as_.block)] = value_to_host(
                    &m.vm, item, f'the arguments of {name}()')
        return name, args, kwargs

    cdef int drop_call(self) except -1:
        cdef Machine* m = self.m
        value_store(&m.vm, &m.call_arguments, value_unset())
        value_store(&m.vm, &m.call_keywords, value_unset())
        return 0

    cdef int answer(self, object value) except -1:
        """The pending host call returned `value`. A value that cannot cross leaves the call pending."""
        cdef Machine* m = self.m
        cdef Value v
        value_from_host(&m.vm, value, f'the result of {self.host_functions[m.call_function]}()', &v)
        self.drop_call()
        if deliver(m, v, m.call_dst, m.call_action, m.call_flags) == ERROR and unwind(m) == ERROR:
            self.fail()
        return 0

    cdef int answer_exception(self, object exception) except -1:
        """The pending host call raised `exception`: it is raised at the call, by type and message."""
        cdef Machine* m = self.m
        cdef Value v
        self.drop_call()
        value_from_host(&m.vm, exception, 'the exception', &v)
        clear_error(&m.vm)
        m.vm.exception = v
        exception_set_context(m, v)
        if unwind(m) == ERROR:
            self.fail()
        return 0


from monty._calls cimport stack_reserve, STACK_SLACK
from monty.objects.exception cimport exception_set_context


# --- the public class ------------------------------------------------------------------------------------------------

cdef object compile_cache = OrderedDict()
cdef enum:
    CACHE_ENTRIES = 256
    CACHE_TEXT = 1 << 16        # longer texts are compiled anew


cdef int check_names(str what, tuple names) except -1:
    """Raise for what cannot be the names of global variables."""
    for name in names:
        if not isinstance(name, str):
            raise TypeError(f'{what} must be names, not {type(name).__name__}')
        if not name.isidentifier() or iskeyword(name):
            raise ValueError(f'{what} must be names, and {name!r} is none')
    if len(set(names)) != len(names):
        raise ValueError(f'{what} contain the same name twice: {", ".join(names)}')
    return 0


cdef LoadedProgram compile_program(object code, str script_name, tuple inputs, tuple external_functions):
    cdef LoadedProgram program
    key = (code, script_name, inputs, external_functions)
    program = compile_cache.get(key)
    if program is not None:
        return program
    check_names('inputs', inputs)
    check_names('external_functions', external_functions)
    both = [name for name in inputs if name in external_functions]
    if both:
        raise ValueError(f'a name cannot be an input and an external function: {", ".join(both)}')
    if isinstance(code, str):
        text = code
    elif isinstance(code, bytes):
        text = decode_source(code, script_name)
    else:
        raise TypeError(f'code must be a str, not {type(code).__name__}')
    module = compile_module(text, script_name, inputs, external_functions)
    verify(module)
    program = LoadedProgram(module)
    program.source = text
    if len(code) <= CACHE_TEXT:
        if len(compile_cache) >= CACHE_ENTRIES:
            compile_cache.popitem(last=False)
        compile_cache[key] = program
    return program


cdef class Monty:
    """A compiled sandbox program: compile once, run many times, also from several threads.

    Arguments:
        code: Python source text.
        script_name: its file name in tracebacks.
        inputs: names of the variables that each run is given.
        external_functions: names of the host functions that the program may call.

    Raises:
        MontySyntaxError: the text is not Python, or uses what is not supported.

    Example:
        >>> Monty('a + b', inputs=['a', 'b']).run(inputs={'a': 40, 'b': 2})
        42
    """
    cdef LoadedProgram program
    cdef readonly list input_names
    cdef readonly list external_names
    cdef Execution last
    cdef readonly str script_name
    cdef list active

    def __init__(self, code, *, str script_name='main.py', inputs=None, external_functions=None):
        cdef tuple given_inputs = () if inputs is None else tuple(inputs)
        cdef tuple given_functions = () if external_functions is None else tuple(external_functions)
        if isinstance(inputs, str) or isinstance(external_functions, str):
            raise TypeError('inputs and external_functions must be lists of names, not str')
        self.program = compile_program(code, script_name, given_inputs, given_functions)
        self.script_name = script_name
        self.input_names = list(given_inputs)
        self.external_names = list(given_functions)
        self.active = []

    cdef Execution begin(self, object inputs, object limits, object print_callback):
        cdef Execution execution = Execution.__new__(Execution)
        if self.input_names or inputs:
            given = {} if inputs is None else inputs
            if not isinstance(given, dict):
                raise TypeError(f'inputs must be a dict, not {type(given).__name__}')
            missing = [name for name in self.input_names if name not in given]
            if missing:
                raise ValueError(f'missing inputs: {", ".join(missing)}')
            unknown = [str(name) for name in given if name not in self.input_names]
            if unknown:
                raise ValueError(f'unknown inputs: {", ".join(unknown)}; '
                                 f'the program declares: {", ".join(self.input_names) or "none"}')
            inputs = given
        execution.begin(self, inputs, DEFAULT_LIMITS if limits is DEFAULT_MARK else resolve(limits), print_callback)
        return execution

    def run(self, *, inputs=None, limits=DEFAULT_MARK, external_functions=None, print_callback=None):
        """Run the program and return its value: that of its last statement if that is an expression, else None.

        Arguments:
            inputs: value of each declared input, by name.
            limits: a ``ResourceLimits`` dict whose entries replace the defaults; None lifts every limit.
            external_functions: the host functions, by name.
            print_callback: called with ('stdout', text); without it the text goes to ``sys.stdout``.

        Raises:
            MontyRuntimeError: the program raised an exception or hit a limit.
            MontyConversionError: a value cannot cross between host and sandbox.
            ValueError: inputs or functions are missing or unknown.
        """
        cdef Execution execution
        if external_functions is None:
            if self.external_names:
                external_functions = {}
        elif external_functions:
            unknown = [str(name) for name in external_functions if name not in self.external_names]
            if unknown:
                raise ValueError(f'unknown external functions: {", ".join(unknown)}; '
                                 f'the program declares: {", ".join(self.external_names) or "none"}')
            for name, function in external_functions.items():
                if not callable(function):
                    raise TypeError(f'external function {name} must be callable, not {type(function).__name__}')
        execution = self.begin(inputs, limits, print_callback)
        self.active.append(execution)
        try:
            while execution.step() == RUN_HOST_CALL:
                serve(execution, external_functions)
            return execution.take_result()
        finally:
            self.active.remove(execution)
            self.last = execution

    def start(self, *, inputs=None, limits=DEFAULT_MARK, print_callback=None):
        """Run to the first call of a host function.

        Returns:
            MontySnapshot: the program is paused at a call; or MontyComplete: it is done.
        """
        from monty.execution import next_stop

        cdef Execution execution = self.begin(inputs, limits, print_callback)
        self.last = execution
        return next_stop(execution, self.script_name)

    def cancel(self) -> None:
        """Stop every run of this object that is going on in another thread, within milliseconds.

        The run ends with a MontyRuntimeError that the program cannot catch."""
        cdef Execution execution
        for execution in list(self.active):
            if execution.m != NULL:
                store_flag(&execution.m.vm.cancelled, 1)

    @property
    def usage(self) -> dict | None:
        """What the last run used: instructions, allocations, memory, peak_memory (bytes), duration_secs,
        output_bytes; None before the first."""
        return None if self.last is None else self.last.usage

    def __repr__(self) -> str:
        lines = self.program.source.count('\n') + 1
        return f'Monty(<{lines} line{"s" if lines != 1 else ""} of code>, script_name={self.script_name!r})'

    @property
    def module(self):
        """The compiled module (for the disassembler)."""
        return self.program.module


cdef int serve(Execution execution, object external_functions) except -1:
    name, args, kwargs = execution.call_arguments()
    function = external_functions.get(name)
    if function is None:
        return execution.answer_exception(NameError(f"external function '{name}' was not given to this run"))
    try:
        value = function(*args, **kwargs)
    except Exception as error:
        return execution.answer_exception(error)
    return execution.answer(value)


# What execution.py needs of an Execution, which it cannot reach from Python.

def execution_step(Execution execution):
    """Run to the next stop. Returns None when the program is done, else (function name, args, kwargs, call id)."""
    if execution.m == NULL:
        raise RuntimeError('this execution is over')
    if execution.step() == RUN_HOST_CALL:
        name, args, kwargs = execution.call_arguments()
        return name, args, kwargs, execution.m.call_id
    return None


def execution_result(Execution execution):
    """The value of a program that is done."""
    return execution.take_result()


def execution_answer(Execution execution, value) -> None:
    """Answer the pending host call."""
    execution.answer(value)


def execution_raise(Execution execution, exception) -> None:
    """Raise an exception at the pending host call."""
    execution.answer_exception(exception)
