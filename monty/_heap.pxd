# Values, blocks, the heap of one sandbox, and what every native function may use: allocation, reference counts,
# errors, polling. Struct definitions stand here because every room needs them; nothing here knows any one type.
#
# Ownership, everywhere in the machine:
# * a function that yields a Value through `Value* out` gives the caller a new reference (or an immediate);
#   on ERROR or DEFER `out` is not written;
# * Value and Block* parameters are borrowed, unless the function's line says it takes them;
# * a container must be consistent (walkable) whenever anything is allocated: the collector may run there.

from libc.stdint cimport int8_t, int16_t, int32_t, int64_t, uint8_t, uint16_t, uint32_t, uint64_t

cdef extern from "portable.h" nogil:
    bint likely "monty_likely"(bint)
    bint unlikely "monty_unlikely"(bint)
    void unreachable "monty_unreachable"()
    uint64_t value_head "monty_value_head"(uint32_t tag)
    bint add_overflow "monty_add_overflow"(int64_t, int64_t, int64_t*)
    bint sub_overflow "monty_sub_overflow"(int64_t, int64_t, int64_t*)
    bint mul_overflow "monty_mul_overflow"(int64_t, int64_t, int64_t*)
    int leading_zeros64 "monty_leading_zeros64"(uint64_t)
    int trailing_zeros64 "monty_trailing_zeros64"(uint64_t)
    int load_flag "monty_load_flag"(int*)
    void store_flag "monty_store_flag"(int*, int)
    int64_t clock_ns "monty_clock_ns"()
    void advise_large "monty_advise_large"(void*, size_t)
    const int MONTY_DEBUG

# What a native operation answers.
cdef enum:
    OK = 0
    ERROR = -1              # an error or limit is set in the VM
    DEFER = 1               # needs Python-level code: the machine calls the prelude function set by defer_to
    NOT_IMPLEMENTED = 2     # this type does not know the operation with these operands
    EXHAUSTED = 3           # an iterator has no more values

# Exact built-in types. The tag of a Value is one of these, with COUNTED when the payload is a counted block.
cdef enum:
    T_UNSET = 0             # an unbound register; never a value that a program sees
    # immediates
    T_NONE = 1
    T_BOOL = 2              # as_.i is 0 or 1
    T_INT = 3               # as_.i; every int that fits 64 bits is this, never T_LONG
    T_FLOAT = 4             # as_.f
    T_ELLIPSIS = 5
    T_NOT_IMPLEMENTED = 6
    T_RANGE_STATE = 7       # a counted loop's state (RANGE_PREP), never a value that a program sees
    T_HOST_FUNCTION = 8     # as_.i: index into the VM's table of host functions
    # leaf blocks (hold no values)
    T_BUFFER = 16           # raw memory owned by one block
    T_LONG = 17             # int beyond 64 bits
    T_STR = 18
    T_BYTES = 19
    T_BYTEARRAY = 20
    T_COMPLEX = 21
    # containers
    T_TUPLE = 32
    T_LIST = 33
    T_DICT = 34
    T_SET = 35
    T_FROZENSET = 36
    T_RANGE = 37
    T_SLICE = 38
    T_CELL = 39
    T_FUNCTION = 40
    T_NATIVE = 41           # a built-in function or an unbound method of a built-in type; always immortal
    T_BOUND_METHOD = 42     # a native or function with its self
    T_TYPE = 43             # a class; built-in ones are immortal
    T_MODULE = 44
    T_EXCEPTION = 45        # an instance of any exception class
    T_TRACEBACK = 46
    T_GENERATOR = 47
    T_INSTANCE = 48         # an instance of a class defined by the program
    T_CODE = 49
    T_DICT_KEYS = 50
    T_DICT_VALUES = 51
    T_DICT_ITEMS = 52
    T_MAPPING_PROXY = 53
    T_GENERIC_ALIAS = 54    # list[int]
    T_UNION = 55            # int | str
    T_MEMORYVIEW = 56
    # 57 and 58: objects/generic_alias, modules/sys
    T_PROPERTY = 59
    T_STATIC_METHOD = 60
    T_CLASS_METHOD = 61
    T_SUPER = 62
    T_MEMBER = 63           # the descriptor of a name in __slots__
    # iterators
    T_LIST_ITERATOR = 64
    T_LIST_REVERSE_ITERATOR = 65
    T_TUPLE_ITERATOR = 66
    T_STR_ITERATOR = 67
    T_BYTES_ITERATOR = 68
    T_BYTEARRAY_ITERATOR = 69
    T_RANGE_ITERATOR = 70
    T_LONG_RANGE_ITERATOR = 71
    T_DICT_KEY_ITERATOR = 72
    T_DICT_VALUE_ITERATOR = 73
    T_DICT_ITEM_ITERATOR = 74
    T_DICT_REVERSE_KEY_ITERATOR = 75
    T_DICT_REVERSE_VALUE_ITERATOR = 76
    T_DICT_REVERSE_ITEM_ITERATOR = 77
    T_SET_ITERATOR = 78
    T_ENUMERATE = 79
    T_ZIP = 80
    T_REVERSED = 81
    T_CALLABLE_ITERATOR = 82
    T_MAP = 83              # only as classes: their values are generators of the prelude that show as these
    T_FILTER = 84
    # only as classes: those of built-in functions and methods
    T_METHOD_DESCRIPTOR = 85            # str.join
    T_WRAPPER_DESCRIPTOR = 86           # int.__add__
    T_METHOD_WRAPPER = 87               # (1).__add__
    T_CLASS_METHOD_DESCRIPTOR = 88      # what dict.fromkeys is bound from
    T_GETSET_DESCRIPTOR = 89            # int.real
    T_COROUTINE_WRAPPER = 90        # so are these: what drives coroutines and asynchronous generators by hand
    T_ASYNC_GENERATOR_ASEND = 91
    T_ASYNC_GENERATOR_ATHROW = 92
    T_ANEXT_AWAITABLE = 93
    T_COROUTINE = 94        # blocks laid out as generators
    T_ASYNC_GENERATOR = 95
    T_OBJECT = 100          # only as a class: the base of all; no value has it as exact tag
    T_TYPE_COUNT = 128

cdef enum:
    TYPE_MASK = 0xFF
    COUNTED = 0x100         # the payload is a block whose reference we hold
    SUBCLASSED = 0x400      # of a class that the program defines: generic operations go through the class's own row
    EXACT_MASK = TYPE_MASK | SUBCLASSED     # what tells an exact built-in type

# Operators, in the order of BINARY_OPERATORS in compiler/opcodes.py.
cdef enum:
    BIN_ADD = 0
    BIN_SUB = 1
    BIN_MUL = 2
    BIN_TRUE_DIV = 3
    BIN_FLOOR_DIV = 4
    BIN_MOD = 5
    BIN_POW = 6
    BIN_MATMUL = 7
    BIN_LSHIFT = 8
    BIN_RSHIFT = 9
    BIN_AND = 10
    BIN_OR = 11
    BIN_XOR = 12

cdef enum:
    UNARY_NEG = 0
    UNARY_POS = 1
    UNARY_INVERT = 2
    UNARY_ABS = 3

# Comparisons, in the order of COMPARE_OPERATORS in compiler/opcodes.py.
cdef enum:
    CMP_LT = 0
    CMP_LE = 1
    CMP_EQ = 2
    CMP_NE = 3
    CMP_GT = 4
    CMP_GE = 5

# Why a run ended that no sandboxed code can catch (VM.fatal).
cdef enum:
    LIMIT_NONE = 0
    LIMIT_MEMORY = 1
    LIMIT_ALLOCATIONS = 2
    LIMIT_DURATION = 3
    LIMIT_INSTRUCTIONS = 4
    LIMIT_OUTPUT = 5
    LIMIT_CANCELLED = 6
    LIMIT_INTERRUPTED = 7       # Ctrl-C
    LIMIT_HOST_ERROR = 8        # a host callback (print delivery, signal handler) raised

# Native recursion (repr, ==, hash of nested values) stops at this depth and defers to the prelude, whose recursion
# is on VM frames: the C stack never grows with the data.
cdef enum:
    NATIVE_DEPTH = 40

cdef struct Block:
    uint32_t refcount       # 0: a free slot of a page
    uint8_t type
    uint8_t size_class      # in units of 16 bytes; 0: a large block
    uint16_t flags          # low byte: the collector's and heap's; high byte: free for the type, but for
                            # BLOCK_SUBCLASSED and, in what has that, BLOCK_FINALIZED
    uint64_t link           # containers: the collector's and the deferred release's; leaf types: theirs

cdef enum:
    BLOCK_GARBAGE = 1       # found unreachable by the collection that is running
    BLOCK_REACHED = 2
    BLOCK_FINALIZED = 0x1000    # an instance whose __del__ has run or is about to
    BLOCK_SUBCLASSED = 0x400    # as SUBCLASSED in tags; such a block stands among the containers whatever its type

cdef union Payload:
    int64_t i
    double f
    Block* block

cdef struct Value:
    uint32_t tag
    uint32_t aux            # 0 unless the type says otherwise
    Payload as_

# Text: Latin-1 (kind 1) or UCS-4 (kind 4) units after the struct; always the narrowest kind that fits.
# head.link is the hash, 0 while it is not known. Immutable, but for the one that a Writer is building.
cdef struct Str:
    Block head
    uint32_t length         # in characters
    uint32_t kind           # bytes per character: 1 or 4

cdef struct VM
cdef struct Class

# Builds a str piece by piece (objects/str_builder). Owns `text` until writer_finish or writer_discard.
cdef struct Writer:
    VM* vm
    Str* text               # NULL before the first piece
    uint32_t capacity       # in characters of the current kind

ctypedef int (*NativeFunction)(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil
ctypedef void (*VisitFunction)(Block* child, void* context) noexcept nogil

# One row per type: how generic operations reach it. An absent (NULL) entry means the type does not support it.
# All functions may answer OK, ERROR or DEFER; `binary` and `equal`/`order` also NOT_IMPLEMENTED.
# `depth` counts native recursion down from NATIVE_DEPTH; at 0 a container answers DEFER instead of recursing.
cdef struct TypeRow:
    const char* name
    # release every reference and buffer the block holds (not the block itself)
    void (*free)(VM*, Block*) noexcept nogil
    # call visit for every block reference held; NULL for leaf types
    void (*traverse)(Block*, VisitFunction, void*) noexcept nogil
    int (*truth)(VM*, Value, bint* out) noexcept nogil                  # NULL: by length, else true
    int (*length)(VM*, Value, int64_t* out) noexcept nogil
    int (*equal)(VM*, Value, Value, int depth, bint* out) noexcept nogil
    int (*order)(VM*, Value, Value, int comparison, int depth, bint* out) noexcept nogil
    int (*hash)(VM*, Value, int depth, int64_t* out) noexcept nogil     # NULL: unhashable unless hash_identity
    int (*repr)(VM*, Value, Writer*, int depth) noexcept nogil          # append the text
    int (*str)(VM*, Value, Writer*, int depth) noexcept nogil           # NULL: as repr
    int (*format)(VM*, Value, Str* spec, Writer*) noexcept nogil        # NULL: str() and only an empty spec
    int (*binary)(VM*, int operator, Value, Value, Value* out) noexcept nogil   # either operand is of this type
    int (*inplace)(VM*, int operator, Value, Value, Value* out) noexcept nogil  # left operand is of this type
    int (*unary)(VM*, int operator, Value, Value* out) noexcept nogil
    int (*power)(VM*, Value, Value, Value modulus, Value* out) noexcept nogil   # three-argument pow
    int (*get_item)(VM*, Value, Value key, Value* out) noexcept nogil
    int (*set_item)(VM*, Value, Value key, Value value) noexcept nogil
    int (*delete_item)(VM*, Value, Value key) noexcept nogil
    int (*contains)(VM*, Value container, Value item, bint* out) noexcept nogil  # NULL: by iteration
    int (*iterate)(VM*, Value, Value* out) noexcept nogil               # a new iterator
    int (*next)(VM*, Value, Value* out) noexcept nogil                  # OK, EXHAUSTED, ERROR, DEFER
    int (*length_hint)(VM*, Value, int64_t* out) noexcept nogil
    int (*get_attribute)(VM*, Value, Str* name, Value* out) noexcept nogil  # NULL: only the class's methods; NOT_IMPLEMENTED: has none of that name
    int (*set_attribute)(VM*, Value, Value name, Value value) noexcept nogil # value unset: delete
    bint (*keep_dropped)(Block*) noexcept nogil     # has sandboxed code to run about the end of the block? NULL: never
    bint hash_identity      # hashable, by identity
    # bytes of a block of this type, a multiple of 8: where the attributes of a subclass's instance begin. NULL: no
    # subclass of it has attributes there
    size_t (*size)(Block*) noexcept nogil
    Class* cls              # its class object, made at boot

cdef TypeRow* types_pointer     # T_TYPE_COUNT rows

# The attributes of an instance of a class that the program defines. The class numbers the names that its instances
# have (Class.keys); values[i] is the attribute of keys[i]. An instance whose attributes do not come in that order, or
# that has lost one, or whose __dict__ was asked for, keeps them in a dict instead, but for its slots: those are
# numbered first and stay in place.
cdef struct Attributes:
    Class* cls              # counted
    Value* values           # inside the block, or a buffer when they outgrew it
    Block* dictionary       # Dict*, NULL while the attributes are in `values`
    uint32_t count          # values used (some may be unset)
    uint16_t capacity
    uint16_t inside         # capacity of the array in the block

# T_INSTANCE: no built-in layout, or an int, float or complex in `payload`.
cdef struct Instance:
    Block head
    Attributes attributes
    Value payload
    # inside values follow

# A class object. Instances of T_EXCEPTION and T_INSTANCE hold a pointer to theirs in the word after the header.
cdef struct Class:
    Block head
    char* c_name            # UTF-8, for messages
    Value name              # str
    Value qualname
    Value module            # str
    Value bases             # tuple of classes
    Value mro               # tuple of classes, itself first
    Value attributes        # the dict of what the class itself defines
    int instance_type       # the T_ of its instances
    int exception_kind      # E_ constant of a built-in exception class, else 0
    int flags               # CLASS_ bits
    uint64_t version        # changes when its attributes or those of a base do; no two classes share one
    Native* constructor     # what calling a built-in class does; NULL: cannot be instantiated
    void* native_table      # built-in classes: name -> Native (objects/type)
    Str* doc                # of a built-in class; NULL: none
    # classes that the program defines
    Class* metaclass        # counted unless built in; NULL: type
    TypeRow* row            # a buffer: the operations of its instances
    void** functions        # in the same buffer, by METHOD_ number (objects/class_rows): the Function* of a special method,
                            # borrowed; NULL where it is none, or one that makes a generator
    Value* keys             # a buffer: names (str) of its instances' attributes
    Value initialiser       # its __init__ where calling it is plain, borrowed; else unset
    Class* base             # the built-in class whose layout and constructor its instances have
    Class* previous         # every class of the VM, in a ring
    Class* next
    uint32_t key_count
    uint32_t key_capacity
    uint32_t slot_count     # keys that are __slots__
    uint32_t instance_room  # values that a new instance has room for inside
    uint64_t plain_version  # what the next two were found for (class_plain_keys)
    uint32_t plain_seen
    uint32_t plain_keys
    uint32_t record_size    # a named tuple: so many arguments are simply its items; 0: it is none, or was changed

cdef enum:
    CLASS_BUILTIN = 1
    CLASS_FINAL = 2         # cannot be subclassed (bool, NoneType, range, slice)
    CLASS_HAS_DICT = 4      # instances take any attribute
    CLASS_GET_ATTRIBUTE = 8     # defines __getattribute__ itself, or a base does
    CLASS_GET_ATTR = 16     # __getattr__
    CLASS_SET_ATTRIBUTE = 32    # __setattr__
    CLASS_DELETE_ATTRIBUTE = 64
    CLASS_PLAIN_NEW = 128   # calling it makes an instance by object.__new__ and type.__call__
    CLASS_ABSTRACT = 256    # has abstract methods
    CLASS_HAS_SUBCLASSES = 512
    CLASS_METACLASS = 1024  # a subclass of type
    CLASS_DATA_DESCRIPTOR = 2048    # its instances have __set__ or __delete__
    CLASS_DESCRIPTOR = 4096     # its instances have __get__
    CLASS_INSTANCE_CHECK = 8192 # as a metaclass: defines __instancecheck__ or __subclasscheck__
    CLASS_FINALIZER = 16384 # __del__
    CLASS_CLAIMS_CLASS = 1 << 15    # defines __class__
    CLASS_HAS_WEAKREF = 1 << 16     # instances show a __weakref__
    CLASS_WITHOUT_ORDER = 1 << 17   # its metaclass's mro() has not answered yet
    CLASS_UNEQUAL = 1 << 18 # defines __ne__
    CLASS_PLAIN_EXCEPTION = 1 << 19     # calling it makes an exception of its arguments, by BaseException.__new__
    CLASS_PLAIN_SUBCLASS = 1 << 23      # calling it makes an instance by the __new__ of its built-in base
    CLASS_OF_LAYOUT = CLASS_HAS_DICT | CLASS_HAS_WEAKREF
    CLASS_SEQUENCE = 1 << 20    # its instances match sequence patterns; inherited
    CLASS_MAPPING = 1 << 21     # mapping patterns
    CLASS_ITEM_GETTER = 1 << 22 # its instances, ints, are descriptors: of the item of this number of a tuple

# What T_EXCEPTION and T_INSTANCE blocks begin with.
cdef struct Object:
    Block head
    Class* cls              # counted reference if the class is not built in

# A built-in function or method. `signature` is Python text: "split(self, /, sep=None, maxsplit=-1)". The machine binds
# arguments by it: `args` then holds one Value per parameter, T_UNSET where a default applies; `count` is the number of
# parameters. A signature with *args gets the fixed parameters, then the rest; `count` tells how many there are in all,
# and keywords go to the fallback. `fallback` is the prelude function that is called instead when the native defers.
cdef struct Native:
    Block head              # so that a Value can point to it
    const char* signature
    NativeFunction function
    Value* fallback         # prelude slot or NULL
    int type                # the T_ of the type whose method it is, -1 for a function
    int kind                # one of NATIVE_ below
    int parameters          # named parameters, self included
    int required            # how many of them must be given
    int positional_only
    int positional          # parameters that may be given by position (the others are keyword-only)
    bint variadic           # has *args
    bint wrapper            # of an operation: shows as slot wrapper
    uint32_t fewest         # positional arguments that need no binding: fewest to fewest + optional; the parameters
    uint32_t optional       # that are left are unset. None where variadic: fewest is beyond any count.
    Str* name
    Str* module             # of a function of a module, else NULL
    Str* doc                # NULL: none
    Str** parameter_names
    Native* next

cdef enum:
    NATIVE_FUNCTION = 0     # a builtin function, or a function of a module
    NATIVE_METHOD = 1       # first parameter is self
    NATIVE_STATIC = 2       # staticmethod of a type (str.maketrans)
    NATIVE_CLASS = 3        # classmethod: first parameter is the class (dict.fromkeys)
    NATIVE_NEW = 4          # what calling the type does; first parameter is the class
    NATIVE_GETTER = 5       # a read-only attribute (slice.start, int.real)
    NATIVE_INTRINSIC = 6    # a function that only prelude code can name
    NATIVE_MAKE = 7         # __new__: as NATIVE_NEW, called with any subclass of the type
    NATIVE_NONE = 8         # not a function: the name stands for None (__hash__ of what cannot be hashed)

# A size class's page. Slots are free or blocks; a page never moves.
cdef struct Page:
    Page* next
    size_t size             # whole, header included
    uint32_t slot_size
    uint32_t slots

cdef enum:
    PAGE_HEADER = 32        # the first slot of a page

cdef struct LargeBlock:     # precedes a block that is too large for pages
    LargeBlock* previous
    LargeBlock* next
    size_t size             # whole, header included
    size_t container        # bool, padded so that the block is 16-byte aligned

cdef enum:
    SMALL_MAX = 512
    SIZE_CLASSES = 33

cdef struct Heap:
    Block* free_leaf[33]
    Block* free_container[33]
    int64_t countdown       # allocations until something is due (limit, collection, debug event)
    int64_t countdown_start
    int64_t allocations     # made until countdown was last set
    int64_t max_allocations # -1: none
    size_t used             # bytes held: pages, large blocks, stacks
    size_t peak
    size_t limit            # never more than 2**36: reference counts are 32 bits wide
    int64_t gc_interval
    int64_t gc_next         # allocations at which the next collection is due
    int64_t live_after_gc
    bint gc_by_growth       # nobody asked for an interval: a collection is also not due before memory has grown
    size_t gc_size          # bytes held up to which it has not
    Page* leaf_pages
    Page* container_pages
    uint32_t leaf_page_count[33]
    uint32_t container_page_count[33]
    LargeBlock large        # head of the ring
    int release_depth
    Block* release_pending
    bint collecting
    bint fixed              # a Program's constants: no limits, no collection
    # objects that were dropped and have sandboxed code to run about it, held here until the machine does so (a ring)
    Block** dropped
    int64_t dropped_first
    int64_t dropped_count
    int64_t dropped_capacity
    bint ending             # nothing more is run: what is dropped goes at once
    int has_finalizers      # 1: a class of the program has had a __del__; 2: the program has ended, all of them are due
    int64_t debug_fail_at   # debug builds: the allocation that fails; -1 none
    int64_t debug_collect_every

# What a native operation sees of its sandbox. The frames and the loop are _vm's.
cdef struct VM:
    Heap heap
    # the error in flight: an exception object, or a kind with a message or an argument, made into one when caught
    Value exception
    int raised_kind         # E_ constant, 0 none (E_ constants start at 1)
    int raised_has_argument     # 1: one argument, 2: raised_argument is the tuple of all
    Value raised_argument   # owned
    char raised_message[600]  # UTF-8
    int fatal               # LIMIT_ constant; no sandboxed code can catch it
    Value* deferred         # prelude function to call after DEFER
    # safepoints
    int64_t fuel            # work units until the next safepoint
    int64_t fuel_slice      # units given at the last safepoint
    int64_t instructions    # units spent before that
    int64_t max_instructions  # -1: none
    int64_t deadline        # clock_ns() value, 0: none
    int64_t next_signal_check
    int cancelled           # set by other threads, read with load_flag
    # output
    char* output            # UTF-8 text not yet delivered
    size_t output_length
    size_t output_capacity
    int64_t output_total
    int64_t max_output      # -1: none
    Class classes           # head of the ring of classes that the program defined
    uint64_t class_version  # the last one given to a class
    # identity numbers for id(): handed out on demand, never an address
    int64_t next_id
    void* owner             # the machine's own state (_vm)
    int64_t max_str_digits  # sys.set_int_max_str_digits; 0: none

# --- values --------------------------------------------------------------------------------------------------------

cdef inline Value value_none() noexcept nogil:
    cdef Value v
    v.tag = T_NONE
    v.aux = 0
    v.as_.i = 0
    return v

cdef inline Value value_unset() noexcept nogil:
    cdef Value v
    v.tag = T_UNSET
    v.aux = 0
    v.as_.i = 0
    return v

cdef inline Value value_bool(bint b) noexcept nogil:
    cdef Value v
    v.tag = T_BOOL
    v.aux = 0
    v.as_.i = b
    return v

cdef inline Value value_int(int64_t i) noexcept nogil:
    cdef Value v
    v.tag = T_INT
    v.aux = 0
    v.as_.i = i
    return v

cdef inline Value value_float(double f) noexcept nogil:
    cdef Value v
    v.tag = T_FLOAT
    v.aux = 0
    v.as_.f = f
    return v

cdef inline Value value_not_implemented() noexcept nogil:
    cdef Value v
    v.tag = T_NOT_IMPLEMENTED
    v.aux = 0
    v.as_.i = 0
    return v

# A value that owns the reference held through `block` (takes it). Tag and aux as one word: who reads them so soon after
# would wait for two halves (see value_store).
cdef inline Value value_block(Block* block) noexcept nogil:
    cdef Value v
    (<uint64_t*>&v)[0] = value_head(block.type | <uint32_t>COUNTED | (block.flags & <uint32_t>BLOCK_SUBCLASSED))
    v.as_.block = block
    return v

# A value for a block that is immortal (a constant).
cdef inline Value value_immortal(Block* block) noexcept nogil:
    cdef Value v
    (<uint64_t*>&v)[0] = value_head(block.type)
    v.as_.block = block
    return v

cdef inline int type_of(Value v) noexcept nogil:
    return v.tag & TYPE_MASK

# The type without subclasses: T_ constant, or beyond TYPE_MASK for an instance of a class that the program defines.
cdef inline int exact_type(Value v) noexcept nogil:
    return v.tag & EXACT_MASK

# The class of a value of a class that the program defines. Borrowed.
cdef Class* subclass_of(Value v) noexcept nogil
cdef inline TypeRow* row_of(Value v) noexcept nogil:
    if unlikely(v.tag & SUBCLASSED):
        return subclass_of(v).row
    return &types_pointer[v.tag & TYPE_MASK]

cdef inline bint is_container(Block* block) noexcept nogil:
    return types_pointer[block.type].traverse != NULL or block.flags & BLOCK_SUBCLASSED

# Where a block of a class that the program defines keeps its attributes; NULL for those that have a way of their own
# (exceptions, classes).
cdef Attributes* block_attributes(Block* block) noexcept nogil

cdef inline void incref(Value v) noexcept nogil:
    if v.tag & COUNTED:
        v.as_.block.refcount += 1

cdef inline void decref(VM* vm, Value v) noexcept nogil:
    if v.tag & COUNTED:
        v.as_.block.refcount -= 1
        if v.as_.block.refcount == 0:
            block_release(vm, v.as_.block)

cdef inline Value value_copy(Value v) noexcept nogil:
    if v.tag & COUNTED:
        v.as_.block.refcount += 1
    return v

# Store `value` (takes it) where an owned value was. As two words: a value is mostly written so, and reading both at once
# before they have reached the cache stalls the processor.
cdef inline void value_store(VM* vm, Value* where, Value value) noexcept nogil:
    cdef uint32_t old_tag = where.tag
    cdef Block* old = where.as_.block
    (<uint64_t*>where)[0] = (<uint64_t*>&value)[0]
    where.as_.i = value.as_.i
    if old_tag & COUNTED:
        old.refcount -= 1
        if old.refcount == 0:
            block_release(vm, old)

# --- functions -----------------------------------------------------------------------------------------------------

# Initialise a heap with the given limits (bytes; counts; -1 for no limit).
cdef void heap_init(VM* vm, size_t limit, int64_t max_allocations, int64_t gc_interval) noexcept nogil
# Free every page and large block without visiting them; the heap can be initialised again.
cdef void heap_teardown(VM* vm) noexcept nogil
# New block with refcount 1 and zeroed link and flags; its payload is not initialised. NULL with a limit set.
cdef Block* heap_alloc_slow(VM* vm, int type, size_t size, bint container) noexcept nogil
# Call the type's free, then give the memory back. The refcount is 0.
cdef void block_release(VM* vm, Block* block) noexcept nogil
# Give memory back without calling free.
cdef void heap_free(VM* vm, Block* block) noexcept nogil
# Answer OK if `size` more bytes may be allocated (collecting if need be), ERROR with the limit set.
cdef int heap_reserve(VM* vm, size_t size) noexcept nogil
# Account for memory held outside blocks (stacks). ERROR with the limit set; subtract with heap_unaccount.
cdef int heap_account(VM* vm, size_t size) noexcept nogil
cdef void heap_unaccount(VM* vm, size_t size) noexcept nogil
# The next of the objects that were dropped and have sandboxed code to run: its reference. NULL: there is none.
cdef Block* heap_next_dropped(VM* vm) noexcept nogil
# The run is over: let go of these objects, and run nothing for others.
cdef void heap_end(VM* vm) noexcept nogil
# Visit every block reference that the block holds.
cdef void block_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil
# Visit the block that the value counts a reference to, if it does.
cdef inline void visit_value(Value v, VisitFunction visit, void* context) noexcept nogil:
    if v.tag & COUNTED:
        visit(v.as_.block, context)

# Release the attributes of an instance, what its built-in layout holds, its class.
cdef void attributes_release(VM* vm, Block* block) noexcept nogil

# Let go of everything the block holds.
cdef inline void block_empty(VM* vm, Block* block) noexcept nogil:
    cdef TypeRow* row = &types_pointer[block.type]
    if block.flags & BLOCK_SUBCLASSED:
        # Its own row finds the attributes by its contents: so they go first. The class goes last.
        attributes_release(vm, block)
        return
    if row.free != NULL:
        row.free(vm, block)

cdef bint heap_keep(VM* vm, Block* block) noexcept nogil
# The same for an instance of a class of the program, if the class has a __del__ that has not run for it.
cdef bint keep_instance(VM* vm, Block* block) noexcept nogil

# Put a block nobody refers to any more among the dropped ones, if it wants that. False: it is to be released.
cdef inline bint keep_dropped(VM* vm, Block* block) noexcept nogil:
    cdef TypeRow* row = &types_pointer[block.type]
    if block.flags & BLOCK_SUBCLASSED:
        return unlikely(vm.heap.has_finalizers) and keep_instance(vm, block)
    return unlikely(row.keep_dropped != NULL and row.keep_dropped(block)) and heap_keep(vm, block)

# Take a large block out of the ring and give its memory back.
cdef void large_drop(LargeBlock* large) noexcept nogil

# Debug builds: what tests set for the runs that follow, and read after them.
cdef struct DebugSettings:
    int64_t fail_at         # the allocation of a run that fails, counted from 0; -1: none
    int64_t collect_every   # collect at every so many allocations; 0: only when due
    int64_t allocations     # made by the run that ended last
    int64_t[128] left       # blocks that the last run left behind, by type
cdef DebugSettings* debug_settings

# Raw memory owned by one block. NULL with the limit set. buffer_resize leaves the old one valid on failure.
cdef void* buffer_new(VM* vm, size_t size) noexcept nogil
cdef void* buffer_resize(VM* vm, void* buffer, size_t size) noexcept nogil
cdef void buffer_free(VM* vm, void* buffer) noexcept nogil      # NULL is allowed
cdef size_t buffer_capacity(void* buffer) noexcept nogil

cdef inline Block* heap_alloc(VM* vm, int type, size_t size, bint container) noexcept nogil:
    cdef size_t size_class = (size + 15) >> 4
    cdef Block* block
    cdef Block** head
    vm.heap.countdown -= 1
    if unlikely(size > SMALL_MAX or vm.heap.countdown <= 0):
        return heap_alloc_slow(vm, type, size, container)
    head = &vm.heap.free_container[size_class] if container else &vm.heap.free_leaf[size_class]
    block = head[0]
    if unlikely(block == NULL):
        return heap_alloc_slow(vm, type, size, container)
    head[0] = <Block*><size_t>block.link
    block.refcount = 1
    block.type = <uint8_t>type
    block.flags = 0
    block.link = 0
    return block

# --- errors: all return ERROR. `kind` is an E_ constant of _generated.pxd --------------------------------------------
# (no message: NULL)
cdef int raise_error(VM* vm, int kind, const char* message) noexcept nogil
cdef int raise_format(VM* vm, int kind, const char* format, const char* a, const char* b, const char* c) noexcept nogil
cdef int raise_format_int(VM* vm, int kind, const char* format, int64_t a, int64_t b) noexcept nogil
# As raise_format with a type name, then an int.
cdef int raise_format_mixed(VM* vm, int kind, const char* format, const char* a, int64_t b, int64_t c) noexcept nogil
# The exception kind(argument); takes the argument (KeyError(key), ValueError(message as a str value)).
cdef int raise_value(VM* vm, int kind, Value argument) noexcept nogil
# The exception kind(*arguments); takes the tuple.
cdef int raise_arguments(VM* vm, int kind, Value arguments) noexcept nogil
# Forget the error in flight (only what sandboxed code could catch).
cdef void clear_error(VM* vm) noexcept nogil
# Is the error in flight of exactly this kind?
cdef bint error_is(VM* vm, int kind) noexcept nogil
# Set a limit as the reason why the run ends; returns ERROR.
cdef int raise_limit(VM* vm, int limit) noexcept nogil
# The name of the value's type, as CPython's messages show it (for instances: of their class). Borrowed.
cdef const char* type_name(Value v) noexcept nogil
# The T_ whose class a T_NATIVE shows as: itself, or one of those that are only classes.
cdef int native_shown_type(Native* native) noexcept nogil

# --- deferring to the prelude ----------------------------------------------------------------------------------------
# Where the prelude function of that name will stand (registered at import time, under the GIL).
cdef Value* prelude_slot(const char* name) noexcept
cdef inline int defer_to(VM* vm, Value* slot) noexcept nogil:
    vm.deferred = slot
    return DEFER

# --- safepoints ------------------------------------------------------------------------------------------------------
# Account for the work since the last safepoint, check deadline, cancellation, signals, budgets; give new fuel.
cdef int safepoint(VM* vm) noexcept nogil
# To be called in every native loop: `cost` is in units of about a nanosecond's work... one simple instruction.
cdef inline int poll(VM* vm, int64_t cost) noexcept nogil:
    vm.fuel -= cost
    if unlikely(vm.fuel < 0):
        return safepoint(vm)
    return OK

# --- registration, at import time, under the GIL ---------------------------------------------------------------------
# Methods of a type, functions, getters; `fallback` is the name of a prelude function or NULL.
cdef int register_native(int type, int kind, const char* signature, NativeFunction function,
                         const char* fallback) except -1
cdef Native* first_native() noexcept
# A type's row, to be filled in by the type's own file. Sets its name.
cdef TypeRow* register_type(int type, const char* name) noexcept
