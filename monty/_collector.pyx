"""The collector of cycles, and the debug build's walks over a whole heap.

Every reference held inside a container is subtracted from a copy of the reference counts. What is left over counts
the references from outside the containers: registers, frames, globals, and whatever native code holds at this very
moment. So no list of roots is needed, and a collection is safe in the middle of any native operation. What cannot be
reached from a block with references from outside is garbage.
"""

from libc.stdint cimport int64_t, uint32_t
from libc.stdio cimport fprintf, stderr
from libc.stdlib cimport abort, free, malloc, realloc
from libc.string cimport memset

from monty._generated cimport *
from monty._heap cimport *

cdef struct Walk:
    Page* page
    uint32_t slot
    LargeBlock* large
    LargeBlock* large_end


cdef inline void walk_start(Walk* walk, Heap* heap) noexcept nogil:
    walk.page = heap.container_pages
    walk.slot = 0
    walk.large = heap.large.next
    walk.large_end = &heap.large


# The next live container block, or NULL.
cdef Block* walk_next(Walk* walk) noexcept nogil:
    cdef Block* block
    while walk.page != NULL:
        while walk.slot < walk.page.slots:
            block = <Block*>(<char*>walk.page + PAGE_HEADER + <size_t>walk.slot * walk.page.slot_size)
            walk.slot += 1
            if block.refcount != 0:
                return block
        walk.page = walk.page.next
        walk.slot = 0
    while walk.large != walk.large_end:
        block = <Block*>(<char*>walk.large + sizeof(LargeBlock))
        if walk.large.container and block.refcount != 0:
            walk.large = walk.large.next
            return block
        walk.large = walk.large.next
    return NULL


cdef void visit_subtract(Block* child, void* context) noexcept nogil:
    if is_container(child):
        child.link -= 1


cdef struct MarkStack:
    Block** items
    size_t length
    size_t capacity
    bint overflowed


cdef void visit_mark(Block* child, void* context) noexcept nogil:
    cdef MarkStack* stack = <MarkStack*>context
    cdef Block** grown
    if not is_container(child) or child.flags & BLOCK_REACHED:
        return
    child.flags |= BLOCK_REACHED
    if stack.length == stack.capacity:
        grown = <Block**>realloc(stack.items, stack.capacity * 2 * sizeof(Block*))
        if grown == NULL:
            # Without memory for the stack the children of this block are found by another pass over the pages.
            stack.overflowed = True
            child.link = 1
            return
        stack.items = grown
        stack.capacity *= 2
    child.link = 0
    stack.items[stack.length] = child
    stack.length += 1


cdef int64_t heap_collect(VM* vm) noexcept nogil:
    cdef Heap* heap = &vm.heap
    cdef Walk walk
    cdef Block* block
    cdef LargeBlock* large
    cdef MarkStack stack
    cdef int64_t live = 0
    cdef int64_t garbage = 0
    if heap.collecting or heap.fixed or heap.release_depth != 0:
        return 0
    stack.items = <Block**>malloc(1024 * sizeof(Block*))
    if stack.items == NULL:
        return 0
    stack.length = 0
    stack.capacity = 1024
    stack.overflowed = False
    heap.collecting = True
    walk_start(&walk, heap)
    block = walk_next(&walk)
    while block != NULL:
        block.link = block.refcount
        block.flags &= 0xFFFF ^ (BLOCK_REACHED | BLOCK_GARBAGE)
        block = walk_next(&walk)
    walk_start(&walk, heap)
    block = walk_next(&walk)
    while block != NULL:
        block_traverse(block, visit_subtract, NULL)
        block = walk_next(&walk)
    walk_start(&walk, heap)
    block = walk_next(&walk)
    while block != NULL:
        if block.link != 0 and not block.flags & BLOCK_REACHED:
            visit_mark(block, &stack)
            while stack.length > 0:
                stack.length -= 1
                block = stack.items[stack.length]
                block_traverse(block, visit_mark, &stack)
        block = walk_next(&walk)
    # Garbage that has sandboxed code to run lives on, with all it refers to, until that is done.
    walk_start(&walk, heap)
    block = walk_next(&walk)
    while block != NULL:
        if not block.flags & BLOCK_REACHED and keep_dropped(vm, block):
            visit_mark(block, &stack)
            while stack.length > 0:
                stack.length -= 1
                block_traverse(stack.items[stack.length], visit_mark, &stack)
        block = walk_next(&walk)
    while stack.overflowed:
        stack.overflowed = False
        walk_start(&walk, heap)
        block = walk_next(&walk)
        while block != NULL:
            if block.flags & BLOCK_REACHED and block.link == 1:
                block.link = 0
                block_traverse(block, visit_mark, &stack)
                while stack.length > 0:
                    stack.length -= 1
                    block_traverse(stack.items[stack.length], visit_mark, &stack)
            block = walk_next(&walk)
    free(stack.items)
    # Hold every piece of garbage while all of it lets go of its references, then give the memory back.
    walk_start(&walk, heap)
    block = walk_next(&walk)
    while block != NULL:
        block.link = 0
        if block.flags & BLOCK_REACHED:
            block.flags &= 0xFFFF ^ BLOCK_REACHED
            live += 1
        else:
            block.flags |= BLOCK_GARBAGE
            block.refcount += 1
            garbage += 1
        block = walk_next(&walk)
    if garbage > 0:
        walk_start(&walk, heap)
        block = walk_next(&walk)
        while block != NULL:
            if block.flags & BLOCK_GARBAGE:
                block_empty(vm, block)
            block = walk_next(&walk)
        walk_start(&walk, heap)
        block = walk_next(&walk)
        while block != NULL:
            if block.flags & BLOCK_GARBAGE:
                heap_free(vm, block)
            block = walk_next(&walk)
        large = heap.large.next
        while large != &heap.large:
            large = large.next
            if (<Block*>(<char*>large.previous + sizeof(LargeBlock))).refcount == 0:
                large_drop(large.previous)
    heap.live_after_gc = live
    heap.collecting = False
    return garbage


cdef void heap_debug_end(VM* vm) noexcept nogil:
    cdef Page* page
    cdef LargeBlock* large
    cdef Block* block
    cdef uint32_t slot
    cdef int which
    if not MONTY_DEBUG:
        return
    heap_check(vm)
    memset(debug_settings.left, 0, sizeof(debug_settings.left))
    debug_settings.allocations = vm.heap.allocations + vm.heap.countdown_start - vm.heap.countdown
    for which in range(2):
        page = vm.heap.leaf_pages if which == 0 else vm.heap.container_pages
        while page != NULL:
            for slot in range(page.slots):
                block = <Block*>(<char*>page + PAGE_HEADER + <size_t>slot * page.slot_size)
                if block.refcount != 0:
                    debug_settings.left[block.type & 127] += 1
            page = page.next
    large = vm.heap.large.next
    while large != &vm.heap.large:
        debug_settings.left[(<Block*>(large + 1)).type & 127] += 1
        large = large.next


cdef void visit_check(Block* child, void* context) noexcept nogil:
    if child.refcount == 0 or types_pointer[child.type].name == NULL:
        fprintf(stderr, "heap_check: a %s block holds a dead reference (type %d, refcount %u)\n",
                types_pointer[(<Block*>context).type].name, <int>child.type, child.refcount)
        abort()


cdef void heap_check(VM* vm) noexcept nogil:
    cdef Walk walk
    cdef Block* block
    cdef Class* cls
    walk_start(&walk, &vm.heap)
    block = walk_next(&walk)
    while block != NULL:
        if not is_container(block):
            fprintf(stderr, "heap_check: block of leaf type %d among the containers\n", <int>block.type)
            abort()
        cls = types_pointer[block.type].cls
        if block.flags & BLOCK_SUBCLASSED and cls != NULL and cls.flags & CLASS_FINAL:
            fprintf(stderr, "heap_check: a %s block is marked as one of a subclass\n", types_pointer[block.type].name)
            abort()
        block_traverse(block, visit_check, block)
        block = walk_next(&walk)


cdef void collector_drop_all(VM* vm) noexcept nogil:
    cdef Walk walk
    cdef Block* block
    walk_start(&walk, &vm.heap)
    block = walk_next(&walk)
    while block != NULL:
        if block.flags & BLOCK_SUBCLASSED:
            keep_instance(vm, block)
        block = walk_next(&walk)
