"""The heap of one sandbox: pages of small blocks, a ring of large ones, reference counts; and what every native
operation shares: the error in flight, safepoints, and the registry of built-in functions."""

from cpython.exc cimport PyErr_CheckSignals
from libc.stdio cimport snprintf
from libc.stdlib cimport abort, calloc, free, malloc, realloc
from libc.string cimport memcpy, memset, strcmp

from monty._collector cimport heap_collect
from monty._generated cimport *

# The whole process's type table: zero until each type's file fills its row at import time, constant from then on.
cdef TypeRow[128] type_rows
types_pointer = &type_rows[0]

cdef DebugSettings debug_storage
debug_storage.fail_at = -1
debug_settings = &debug_storage

cdef extern from *:
    """
    #define MONTY_MAX_LIMIT ((size_t)1 << 36)
    """
    const size_t MAX_LIMIT "MONTY_MAX_LIMIT"

cdef enum:
    FIRST_PAGE = 2048
    LAST_PAGE = 65536
    DEFAULT_GC_INTERVAL = 20000
    FIRST_GC_SIZE = 4 * 1024 * 1024

# --- pages and large blocks ------------------------------------------------------------------------------------------

cdef void heap_init(VM* vm, size_t limit, int64_t max_allocations, int64_t gc_interval) noexcept nogil:
    cdef Heap* heap = &vm.heap
    memset(heap, 0, sizeof(Heap))
    vm.classes.next = &vm.classes
    vm.classes.previous = &vm.classes
    heap.large.next = &heap.large
    heap.large.previous = &heap.large
    heap.limit = limit if limit < MAX_LIMIT else MAX_LIMIT
    heap.max_allocations = max_allocations
    heap.gc_interval = gc_interval if gc_interval > 0 else DEFAULT_GC_INTERVAL
    heap.gc_next = heap.gc_interval
    heap.gc_by_growth = gc_interval <= 0
    heap.gc_size = FIRST_GC_SIZE
    heap.debug_fail_at = debug_settings.fail_at
    heap.debug_collect_every = debug_settings.collect_every
    heap_schedule(heap)


cdef void free_pages(Page* page) noexcept nogil:
    cdef Page* next_page
    while page != NULL:
        next_page = page.next
        free(page)
        page = next_page


cdef void heap_teardown(VM* vm) noexcept nogil:
    cdef Heap* heap = &vm.heap
    cdef LargeBlock* large = heap.large.next
    cdef LargeBlock* next_large
    free(heap.dropped)
    heap.dropped = NULL
    heap.dropped_count = 0
    heap.dropped_capacity = 0
    while large != &heap.large and large != NULL:
        next_large = large.next
        free(large)
        large = next_large
    heap.large.next = &heap.large
    heap.large.previous = &heap.large
    if heap.leaf_pages == NULL and heap.container_pages == NULL:
        heap.used = 0
        return
    free_pages(heap.leaf_pages)
    free_pages(heap.container_pages)
    heap.leaf_pages = NULL
    heap.container_pages = NULL
    memset(heap.free_leaf, 0, sizeof(heap.free_leaf))
    memset(heap.free_container, 0, sizeof(heap.free_container))
    memset(heap.leaf_page_count, 0, sizeof(heap.leaf_page_count))
    memset(heap.container_page_count, 0, sizeof(heap.container_page_count))
    heap.used = 0
    heap.release_pending = NULL
    heap.release_depth = 0


# Set the countdown to the nearest event.
cdef void heap_schedule(Heap* heap) noexcept nogil:
    cdef int64_t due = heap.gc_next - heap.allocations
    if heap.max_allocations >= 0 and heap.max_allocations - heap.allocations < due:
        due = heap.max_allocations - heap.allocations
    if MONTY_DEBUG:
        if heap.debug_fail_at >= 0 and heap.debug_fail_at - heap.allocations < due:
            due = heap.debug_fail_at - heap.allocations
        if heap.debug_collect_every > 0 and heap.debug_collect_every < due:
            due = heap.debug_collect_every
    if due < 0:
        due = 0
    heap.countdown = due + 1
    heap.countdown_start = due + 1


# The countdown ran out: see what is due.
cdef int heap_event(VM* vm) noexcept nogil:
    cdef Heap* heap = &vm.heap
    cdef int64_t garbage
    heap.allocations += heap.countdown_start - heap.countdown
    heap.countdown_start = heap.countdown
    if heap.fixed:
        heap.gc_next = heap.allocations + DEFAULT_GC_INTERVAL
        heap_schedule(heap)
        return OK
    if MONTY_DEBUG:
        if heap.debug_fail_at >= 0 and heap.allocations >= heap.debug_fail_at:
            heap.debug_fail_at = -1
            heap_schedule(heap)
            return raise_limit(vm, LIMIT_MEMORY)
        if heap.debug_collect_every > 0:
            heap_collect(vm)
    if heap.max_allocations >= 0 and heap.allocations >= heap.max_allocations:
        heap_schedule(heap)
        return raise_limit(vm, LIMIT_ALLOCATIONS)
    if heap.allocations >= heap.gc_next:
        if heap.gc_by_growth and heap.used <= heap.gc_size:
            # Unreachable cycles, if there are any, take no memory that was not held before.
            heap.gc_next = heap.allocations + heap.gc_interval
        else:
            garbage = heap_collect(vm)
            # Growth pays for collections: the next one is due when as much again has been allocated as survived this
            # one, and when the bytes held have grown by half. Where much was garbage they must not grow so far: what
            # was freed is there to be used again.
            heap.gc_next = heap.allocations + (heap.live_after_gc if heap.live_after_gc > heap.gc_interval
                                               else heap.gc_interval)
            heap.gc_size = heap.used
            if garbage <= heap.live_after_gc >> 2:
                heap.gc_size += heap.used >> 1
            if heap.gc_size < FIRST_GC_SIZE:
                heap.gc_size = FIRST_GC_SIZE
    heap_schedule(heap)
    return OK


cdef int heap_reserve(VM* vm, size_t size) noexcept nogil:
    cdef Heap* heap = &vm.heap
    if heap.fixed:
        return OK
    if size <= heap.limit and heap.used <= heap.limit - size:
        return OK
    if size <= heap.limit:
        heap_collect(vm)
        if heap.used <= heap.limit - size:
            return OK
    return raise_limit(vm, LIMIT_MEMORY)


cdef int heap_account(VM* vm, size_t size) noexcept nogil:
    if heap_reserve(vm, size) != OK:
        return ERROR
    vm.heap.used += size
    if vm.heap.used > vm.heap.peak:
        vm.heap.peak = vm.heap.used
    return OK


cdef void heap_unaccount(VM* vm, size_t size) noexcept nogil:
    vm.heap.used -= size


# A new page for the size class, its slots on the free list. ERROR with the limit set.
cdef int heap_add_page(VM* vm, size_t size_class, bint container) noexcept nogil:
    cdef Heap* heap = &vm.heap
    cdef uint32_t* counts = &heap.container_page_count[0] if container else &heap.leaf_page_count[0]
    cdef size_t slot_size = size_class << 4
    cdef size_t size = FIRST_PAGE
    cdef uint32_t count = counts[size_class]
    while count > 0 and size < LAST_PAGE:
        size <<= 1
        count -= 1
    if heap_account(vm, size) != OK:
        return ERROR
    cdef Page* page = <Page*>malloc(size)
    if page == NULL:
        heap_unaccount(vm, size)
        return raise_limit(vm, LIMIT_MEMORY)
    counts[size_class] += 1
    page.size = size
    page.slot_size = <uint32_t>slot_size
    page.slots = <uint32_t>((size - PAGE_HEADER) // slot_size)
    cdef char* slot = <char*>page + PAGE_HEADER
    cdef char* end = slot + page.slots * slot_size
    cdef Block** head = &heap.free_container[size_class] if container else &heap.free_leaf[size_class]
    # The collection inside heap_account may have filled the free list meanwhile: keep what is there.
    cdef Block* following = head[0]
    head[0] = <Block*>slot
    while slot < end:
        (<Block*>slot).refcount = 0
        (<Block*>slot).flags = 0
        (<Block*>slot).size_class = <uint8_t>size_class
        (<Block*>slot).link = <size_t>(slot + slot_size if slot + slot_size < end else <char*>following)
        slot += slot_size
    if container:
        page.next = heap.container_pages
        heap.container_pages = page
    else:
        page.next = heap.leaf_pages
        heap.leaf_pages = page
    return OK


cdef Block* heap_alloc_large(VM* vm, int type, size_t size, bint container) noexcept nogil:
    cdef LargeBlock* large
    cdef Block* block
    cdef size_t whole = size + sizeof(LargeBlock)
    if whole < size or heap_account(vm, whole) != OK:
        if whole < size:
            raise_limit(vm, LIMIT_MEMORY)
        return NULL
    large = <LargeBlock*>malloc(whole)
    if large == NULL:
        heap_unaccount(vm, whole)
        raise_limit(vm, LIMIT_MEMORY)
        return NULL
    # Filling so much memory takes time, which a safepoint must see: a loop of few instructions may do nothing else.
    if whole > 65536:
        vm.fuel -= <int64_t>(whole >> 4)
    advise_large(large, whole)
    large.size = whole
    large.container = container
    large.next = vm.heap.large.next
    large.previous = &vm.heap.large
    large.next.previous = large
    vm.heap.large.next = large
    block = <Block*>(<char*>large + sizeof(LargeBlock))
    block.refcount = 1
    block.type = <uint8_t>type
    block.size_class = 0
    block.flags = 0
    block.link = 0
    return block


cdef Block* heap_alloc_slow(VM* vm, int type, size_t size, bint container) noexcept nogil:
    cdef size_t size_class = (size + 15) >> 4
    cdef Block** head
    cdef Block* block
    if vm.heap.countdown <= 0 and heap_event(vm) != OK:
        return NULL
    if size > SMALL_MAX:
        return heap_alloc_large(vm, type, size, container)
    head = &vm.heap.free_container[size_class] if container else &vm.heap.free_leaf[size_class]
    if head[0] == NULL and heap_add_page(vm, size_class, container) != OK:
        return NULL
    block = head[0]
    head[0] = <Block*><size_t>block.link
    block.refcount = 1
    block.type = <uint8_t>type
    block.flags = 0
    block.link = 0
    return block


cdef void large_drop(LargeBlock* large) noexcept nogil:
    large.previous.next = large.next
    large.next.previous = large.previous
    free(large)


cdef void heap_free(VM* vm, Block* block) noexcept nogil:
    cdef LargeBlock* large
    cdef Block** head
    cdef size_t size_class = block.size_class
    block.refcount = 0
    if size_class == 0:
        large = <LargeBlock*>(<char*>block - sizeof(LargeBlock))
        vm.heap.used -= large.size
        # A collection walks the ring while it frees: what stands in it stays readable until the walk is over.
        if not vm.heap.collecting:
            large_drop(large)
        return
    if MONTY_DEBUG:
        memset(<char*>block + sizeof(Block), 0xDD, (size_class << 4) - sizeof(Block))
    head = &vm.heap.free_container[size_class] if is_container(block) else &vm.heap.free_leaf[size_class]
    block.flags = 0
    block.link = <size_t>head[0]
    head[0] = block


cdef enum:
    RELEASE_DEPTH = 30


cdef void attributes_release(VM* vm, Block* block) noexcept nogil:
    cdef TypeRow* row = &types_pointer[block.type]
    cdef Attributes* attributes = block_attributes(block)
    cdef Class* cls
    cdef uint32_t i
    cdef Value* values
    if attributes == NULL:
        if row.free != NULL:
            row.free(vm, block)
        return
    cls = attributes.cls
    values = attributes.values
    for i in range(attributes.count):
        decref(vm, values[i])
    if attributes.capacity > attributes.inside:
        buffer_free(vm, values)
    if attributes.dictionary != NULL:
        decref(vm, value_block(attributes.dictionary))
    if row.free != NULL:
        row.free(vm, block)
    decref(vm, value_block(&cls.head))


cdef void block_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    cdef TypeRow* row = &types_pointer[block.type]
    cdef Attributes* attributes
    cdef uint32_t i
    if row.traverse != NULL:
        row.traverse(block, visit, context)
    if block.flags & BLOCK_SUBCLASSED:
        attributes = block_attributes(block)
        if attributes == NULL:
            return
        for i in range(attributes.count):
            if attributes.values[i].tag & COUNTED:
                visit(attributes.values[i].as_.block, context)
        if attributes.dictionary != NULL:
            visit(attributes.dictionary, context)
        visit(&attributes.cls.head, context)


cdef Attributes* block_attributes(Block* block) noexcept nogil:
    cdef size_t (*size)(Block*) noexcept nogil
    if block.type == T_INSTANCE:
        return &(<Instance*>block).attributes
    size = types_pointer[block.type].size
    if size == NULL:
        return NULL
    return <Attributes*>(<char*>block + size(block))


cdef Class* subclass_of(Value v) noexcept nogil:
    cdef int type = v.tag & TYPE_MASK
    if type == T_INSTANCE or type == T_EXCEPTION:
        return (<Object*>v.as_.block).cls
    if type == T_TYPE:
        return (<Class*>v.as_.block).metaclass
    return block_attributes(v.as_.block).cls


cdef void block_release(VM* vm, Block* block) noexcept nogil:
    cdef Heap* heap = &vm.heap
    cdef TypeRow* row
    if not is_container(block):
        row = &types_pointer[block.type]
        if row.free != NULL:
            row.free(vm, block)
        heap_free(vm, block)
        return
    if keep_dropped(vm, block):
        return
    if heap.release_depth >= RELEASE_DEPTH:
        # Deeply nested values are released from a list, not by recursion: the C stack must not grow with the data.
        block.link = <size_t>heap.release_pending
        heap.release_pending = block
        return
    heap.release_depth += 1
    block_empty(vm, block)
    heap_free(vm, block)
    heap.release_depth -= 1
    if heap.release_depth == 0:
        while heap.release_pending != NULL:
            block = heap.release_pending
            heap.release_pending = <Block*><size_t>block.link
            heap.release_depth = 1
            block_empty(vm, block)
            heap_free(vm, block)
            heap.release_depth = 0


# --- objects that have sandboxed code to run when they are dropped ------------------------------------------------------

# Put a block among the dropped ones. False: it is to be released.
cdef bint heap_keep(VM* vm, Block* block) noexcept nogil:
    cdef Heap* heap = &vm.heap
    cdef int64_t capacity, i
    cdef Block** grown
    if heap.ending or vm.fatal != LIMIT_NONE:
        return False
    if heap.dropped_count == heap.dropped_capacity:
        capacity = 2 * heap.dropped_capacity if heap.dropped_capacity > 0 else 16
        # Where there is no memory for this, the object goes silently.
        if heap.used + capacity * sizeof(Block*) > heap.limit:
            return False
        grown = <Block**>malloc(capacity * sizeof(Block*))
        if grown == NULL:
            return False
        for i in range(heap.dropped_count):
            grown[i] = heap.dropped[(heap.dropped_first + i) % heap.dropped_capacity]
        heap.used += (capacity - heap.dropped_capacity) * sizeof(Block*)
        free(heap.dropped)
        heap.dropped = grown
        heap.dropped_first = 0
        heap.dropped_capacity = capacity
    heap.dropped[(heap.dropped_first + heap.dropped_count) % heap.dropped_capacity] = block
    heap.dropped_count += 1
    block.refcount += 1
    # Loops and calls look at what was dropped when they need fuel.
    vm.fuel_slice -= vm.fuel + 1
    vm.fuel = -1
    return True


cdef bint keep_instance(VM* vm, Block* block) noexcept nogil:
    if block.flags & BLOCK_FINALIZED or block.type == T_TYPE:
        return False
    if not subclass_of(value_block(block)).flags & CLASS_FINALIZER:
        return False
    block.flags |= BLOCK_FINALIZED
    return heap_keep(vm, block)


cdef Block* heap_next_dropped(VM* vm) noexcept nogil:
    cdef Heap* heap = &vm.heap
    cdef Block* block
    if heap.dropped_count == 0:
        return NULL
    block = heap.dropped[heap.dropped_first]
    heap.dropped_first = (heap.dropped_first + 1) % heap.dropped_capacity
    heap.dropped_count -= 1
    return block


cdef void heap_end(VM* vm) noexcept nogil:
    cdef Block* block
    vm.heap.ending = True
    while True:
        block = heap_next_dropped(vm)
        if block == NULL:
            break
        decref(vm, value_block(block))


# --- buffers ---------------------------------------------------------------------------------------------------------

cdef void* buffer_new(VM* vm, size_t size) noexcept nogil:
    cdef Block* block
    if size > MAX_LIMIT:
        raise_limit(vm, LIMIT_MEMORY)
        return NULL
    block = heap_alloc(vm, T_BUFFER, size + sizeof(Block), False)
    if block == NULL:
        return NULL
    return <char*>block + sizeof(Block)


cdef size_t buffer_capacity(void* buffer) noexcept nogil:
    cdef Block* block = <Block*>(<char*>buffer - sizeof(Block))
    if block.size_class == 0:
        return (<LargeBlock*>(<char*>block - sizeof(LargeBlock))).size - sizeof(LargeBlock) - sizeof(Block)
    return (<size_t>block.size_class << 4) - sizeof(Block)


cdef void buffer_free(VM* vm, void* buffer) noexcept nogil:
    if buffer != NULL:
        heap_free(vm, <Block*>(<char*>buffer - sizeof(Block)))


cdef void* buffer_resize(VM* vm, void* buffer, size_t size) noexcept nogil:
    cdef Block* block
    cdef LargeBlock* large
    cdef LargeBlock* moved
    cdef size_t old_capacity, whole
    cdef void* fresh
    if buffer == NULL:
        return buffer_new(vm, size)
    if size > MAX_LIMIT:
        raise_limit(vm, LIMIT_MEMORY)
        return NULL
    block = <Block*>(<char*>buffer - sizeof(Block))
    old_capacity = buffer_capacity(buffer)
    if block.size_class != 0 or size + sizeof(Block) <= SMALL_MAX:
        if block.size_class != 0 and (size + sizeof(Block) + 15) >> 4 == block.size_class:
            return buffer
        fresh = buffer_new(vm, size)
        if fresh == NULL:
            return NULL
        memcpy(fresh, buffer, old_capacity if old_capacity < size else size)
        heap_free(vm, block)
        return fresh
    # large to large: the allocator may extend in place
    large = <LargeBlock*>(<char*>block - sizeof(LargeBlock))
    whole = size + sizeof(Block) + sizeof(LargeBlock)
    vm.heap.countdown -= 1
    if vm.heap.countdown <= 0 and heap_event(vm) != OK:
        return NULL
    if whole > large.size and heap_reserve(vm, whole - large.size) != OK:
        return NULL
    moved = <LargeBlock*>realloc(large, whole)
    if moved == NULL:
        raise_limit(vm, LIMIT_MEMORY)
        return NULL
    advise_large(moved, whole)
    vm.heap.used += whole
    vm.heap.used -= moved.size
    if vm.heap.used > vm.heap.peak:
        vm.heap.peak = vm.heap.used
    moved.size = whole
    moved.previous.next = moved
    moved.next.previous = moved
    return <char*>moved + sizeof(LargeBlock) + sizeof(Block)


# --- errors ----------------------------------------------------------------------------------------------------------

cdef void clear_error(VM* vm) noexcept nogil:
    cdef Value old
    if vm.raised_kind != 0:
        vm.raised_kind = 0
        if vm.raised_has_argument:
            vm.raised_has_argument = 0
            old = vm.raised_argument
            vm.raised_argument = value_unset()
            decref(vm, old)
    if vm.exception.tag != T_UNSET:
        old = vm.exception
        vm.exception = value_unset()
        decref(vm, old)


cdef bint error_is(VM* vm, int kind) noexcept nogil:
    if vm.fatal != LIMIT_NONE:
        return False
    if vm.raised_kind != 0:
        return vm.raised_kind == kind
    if vm.exception.tag != T_UNSET:
        return (<Object*>vm.exception.as_.block).cls.exception_kind == kind
    return False


cdef int raise_error(VM* vm, int kind, const char* message) noexcept nogil:
    if message == NULL:
        return raise_format(vm, kind, "", NULL, NULL, NULL)
    return raise_format(vm, kind, "%s", message, NULL, NULL)


cdef int raise_format(VM* vm, int kind, const char* format, const char* a, const char* b, const char* c) noexcept nogil:
    if vm.fatal != LIMIT_NONE:
        return ERROR
    clear_error(vm)
    vm.raised_kind = kind
    snprintf(vm.raised_message, sizeof(vm.raised_message), format, a, b, c)
    return ERROR


cdef int raise_format_int(VM* vm, int kind, const char* format, int64_t a, int64_t b) noexcept nogil:
    if vm.fatal != LIMIT_NONE:
        return ERROR
    clear_error(vm)
    vm.raised_kind = kind
    snprintf(vm.raised_message, sizeof(vm.raised_message), format, <long long>a, <long long>b)
    return ERROR


cdef int raise_format_mixed(VM* vm, int kind, const char* format, const char* a, int64_t b, int64_t c) noexcept nogil:
    if vm.fatal != LIMIT_NONE:
        return ERROR
    clear_error(vm)
    vm.raised_kind = kind
    snprintf(vm.raised_message, sizeof(vm.raised_message), format, a, <long long>b, <long long>c)
    return ERROR


cdef int raise_value(VM* vm, int kind, Value argument) noexcept nogil:
    if vm.fatal != LIMIT_NONE:
        decref(vm, argument)
        return ERROR
    clear_error(vm)
    vm.raised_kind = kind
    vm.raised_has_argument = 1
    vm.raised_argument = argument
    return ERROR


cdef int raise_arguments(VM* vm, int kind, Value arguments) noexcept nogil:
    if raise_value(vm, kind, arguments) == ERROR and vm.fatal == LIMIT_NONE:
        vm.raised_has_argument = 2
    return ERROR


cdef int raise_limit(VM* vm, int limit) noexcept nogil:
    if vm.fatal == LIMIT_NONE:
        vm.fatal = limit
    return ERROR


cdef const char* type_name(Value v) noexcept nogil:
    cdef int type = v.tag & TYPE_MASK
    if v.tag & SUBCLASSED:
        return subclass_of(v).c_name
    if type == T_INSTANCE or type == T_EXCEPTION:
        return (<Object*>v.as_.block).cls.c_name
    # A generator of the prelude that shows as map, zip ... has that class in the same place.
    if (type == T_GENERATOR or type == T_COROUTINE) and (<Object*>v.as_.block).cls != NULL:
        return (<Object*>v.as_.block).cls.c_name
    if type == T_NATIVE:
        type = native_shown_type(<Native*>v.as_.block)
    if types_pointer[type].name != NULL:
        return types_pointer[type].name
    return "<unset>"


cdef int native_shown_type(Native* native) noexcept nogil:
    if native.type < 0 or native.kind == NATIVE_STATIC or native.kind == NATIVE_MAKE:
        return T_NATIVE
    if native.kind == NATIVE_METHOD:
        return T_WRAPPER_DESCRIPTOR if native.wrapper else T_METHOD_DESCRIPTOR
    if native.kind == NATIVE_GETTER:
        return T_GETSET_DESCRIPTOR
    if native.kind == NATIVE_CLASS:
        return T_CLASS_METHOD_DESCRIPTOR
    return T_NATIVE


# --- safepoints ------------------------------------------------------------------------------------------------------

cdef enum:
    FUEL_SLICE = 20000          # work units between looks at the clock: some tens of microseconds
    SIGNAL_INTERVAL = 10000000  # ns between looks at pending signals, which need the GIL

cdef int check_signals(VM* vm) noexcept nogil:
    cdef int answer
    with gil:
        answer = PyErr_CheckSignals_noraise()
    if answer != 0:
        return raise_limit(vm, LIMIT_INTERRUPTED)
    return OK


cdef extern from *:
    """
    /* The exception of a signal handler (KeyboardInterrupt) stays set in the thread: the host's call raises it. */
    #define PyErr_CheckSignals_noraise() PyErr_CheckSignals()
    """
    int PyErr_CheckSignals_noraise()


cdef int safepoint(VM* vm) noexcept nogil:
    cdef int64_t spent = vm.fuel_slice - vm.fuel
    cdef int64_t now
    vm.instructions += spent
    vm.fuel_slice = FUEL_SLICE
    if vm.max_instructions >= 0:
        if vm.instructions > vm.max_instructions:
            vm.fuel = 0
            vm.fuel_slice = 0
            return raise_limit(vm, LIMIT_INSTRUCTIONS)
        if vm.max_instructions - vm.instructions < vm.fuel_slice:
            vm.fuel_slice = vm.max_instructions - vm.instructions
    vm.fuel = vm.fuel_slice
    if load_flag(&vm.cancelled):
        return raise_limit(vm, LIMIT_CANCELLED)
    now = clock_ns()
    if vm.deadline != 0 and now > vm.deadline:
        return raise_limit(vm, LIMIT_DURATION)
    if now > vm.next_signal_check:
        vm.next_signal_check = now + SIGNAL_INTERVAL
        return check_signals(vm)
    return OK


# --- registration ----------------------------------------------------------------------------------------------------

cdef struct PreludeName:
    const char* name
    Value value
    PreludeName* next


cdef PreludeName* prelude_names = NULL
cdef Native* natives = NULL
cdef Native** last_native = &natives


cdef Value* prelude_slot(const char* name) noexcept:
    global prelude_names
    cdef PreludeName* entry = prelude_names
    while entry != NULL:
        if strcmp(entry.name, name) == 0:
            return &entry.value
        entry = entry.next
    entry = <PreludeName*>calloc(1, sizeof(PreludeName))
    if entry == NULL:
        abort()
    entry.name = name
    entry.next = prelude_names
    prelude_names = entry
    return &entry.value


def debug_build() -> bool:
    """Is this a debug build?"""
    return bool(MONTY_DEBUG)


def debug_configure(int64_t fail_at=-1, int64_t collect_every=0) -> None:
    """Let an allocation of every run that follows fail, or let them collect often (debug builds).

    Arguments:
        fail_at: number of the allocation that fails, from 0; -1 for none.
        collect_every: collect at every so many allocations; 0 for only when it is due.
    """
    debug_settings.fail_at = fail_at
    debug_settings.collect_every = collect_every


def debug_last_run() -> tuple[int, dict[str, int]]:
    """How many allocations the run that ended last made, and how many blocks of each type it left (debug builds)."""
    cdef int type
    left = {}
    for type in range(T_TYPE_COUNT):
        if debug_settings.left[type]:
            name = types_pointer[type].name
            left[name.decode() if name != NULL else f'type {type}'] = debug_settings.left[type]
    return debug_settings.allocations, left


def missing_prelude_functions() -> list[str]:
    """Names that some native function defers to and that no prelude function has filled: a defect if not empty."""
    cdef PreludeName* entry = prelude_names
    names = []
    while entry != NULL:
        if entry.value.tag == T_UNSET:
            names.append(entry.name.decode())
        entry = entry.next
    return names


cdef int register_native(int type, int kind, const char* signature, NativeFunction function,
                         const char* fallback) except -1:
    global last_native
    cdef Native* native = <Native*>calloc(1, sizeof(Native))
    if native == NULL:
        raise MemoryError
    native.head.refcount = 1
    native.head.type = T_NATIVE
    native.signature = signature
    native.function = function
    native.type = type
    native.kind = kind
    native.fallback = prelude_slot(fallback) if fallback != NULL else NULL
    last_native[0] = native
    last_native = &native.next
    return 0


cdef Native* first_native() noexcept:
    return natives


cdef TypeRow* register_type(int type, const char* name) noexcept:
    types_pointer[type].name = name
    return &types_pointer[type]


register_type(T_NONE, b"NoneType")
register_type(T_BOOL, b"bool")
register_type(T_INT, b"int")
register_type(T_FLOAT, b"float")
register_type(T_ELLIPSIS, b"ellipsis")
register_type(T_NOT_IMPLEMENTED, b"NotImplementedType")
register_type(T_BUFFER, b"<buffer>")
