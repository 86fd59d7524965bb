# The machine's own structures: code, functions, frames, generators, and the state of one sandbox around its heap.
from libc.stdint cimport int32_t, int64_t, uint8_t, uint16_t, uint32_t, uint64_t
from monty._heap cimport Block, Class, COUNTED, incref, likely, Native, Object, OK, Str, T_FUNCTION, Value, VM

# flags of C code objects: those of compiler/code.py, and
cdef enum:
    CODE_VARARGS = 1
    CODE_VARKEYWORDS = 2
    CODE_GENERATOR = 4
    CODE_MODULE = 8
    CODE_SIMPLE_ARGUMENTS = 16
    CODE_COROUTINE = 32
    CODE_ASYNC_GENERATOR = 64
    CODE_LAMBDA = 128
    CODE_KEEPS_ARGUMENTS = 256
    CODE_ANY_GENERATOR = 4 | 32 | 64  # calling it makes a generator of some kind
    CODE_CLASS = 512
    CODE_PRELUDE = 1 << 16          # hidden from tracebacks
    CODE_LIBRARY = 1 << 17          # so is this: of a module of the library
    CODE_HIDDEN = 1 << 16 | 1 << 17

cdef enum:
    FAST_GENERATOR = -2

cdef struct ExceptionEntry:
    int32_t start
    int32_t end
    int32_t target
    int32_t register

cdef struct Capture:
    bint local
    int32_t index

# Immortal part of a Program.
cdef struct Code:
    Block head                      # T_CODE
    uint64_t* instructions
    Value* constants
    int32_t instruction_count
    int32_t constant_count
    int32_t register_count
    int32_t first_temp
    int32_t argcount                # positional parameters
    int32_t posonly
    int32_t kwonly
    int32_t parameter_count         # all registers that the caller's arguments fill, *args and **kwargs included
    int32_t named_count             # registers with a name
    # How many arguments the quick way of calling takes; FAST_GENERATOR - n: n of them make a generator; -1: neither.
    int32_t fast_arguments
    uint32_t flags
    ExceptionEntry* exception_table
    int32_t exception_count
    int32_t capture_count
    Capture* captures
    Value* register_names           # str
    Value* free_names               # str
    int32_t* positions              # 4 for each instruction
    Value name
    Value qualname
    Value doc                       # str or None
    Value filename                  # str
    int32_t first_line
    Class* facade                   # generators of this code show as this type

# A module instance in one VM: its globals are the first registers of its frame. The script's lie at the stack's bottom,
# those of library modules in a buffer of the heap. It lives as long as the VM, because functions point to it.
cdef struct ModuleState:
    Value* registers
    int32_t register_count
    int32_t global_count
    Code* code
    Value* global_names             # str, immortal, of the Program
    Value name                      # str, immortal: its __name__
    # the rest only of library modules
    Block* slots                    # Dict, immortal: global name -> its number
    Block* module                   # the module object, while the body runs (counted); NULL afterwards
    bint is_package
    bint is_private                 # programs cannot import it
    ModuleState* next

cdef struct Cell:
    Block head
    Value content                   # unset: empty

cdef struct Function:
    Block head
    Code* code
    ModuleState* module             # NULL: prelude
    Value defaults                  # tuple or unset
    Value keyword_defaults          # dict or unset
    Value annotations               # dict or unset
    Value name
    Value qualname
    Value doc
    Value attributes                # dict or unset
    int64_t cell_count
    # Cell* of each free variable (counted references) follow

cdef enum:                          # flags of a function block
    FUNCTION_IMMORTAL = 0x100       # a prelude function, never counted
    FUNCTION_BUILT_IN = 0x8000      # of the library, but built in where CPython has it: it shows as that
    FUNCTION_FIELDWISE = 0x800      # a method that looks at the attributes its first cell names (objects/fieldwise)
    FUNCTION_ITERABLE_COROUTINE = 0x200  # its generators can be awaited (types.coroutine)
    FUNCTION_SHORTCUT = 0x7000      # these bits together: a function of the library whose code need not run where the answer
                                    # is at hand (_shortcuts, objects/dict_methods), one of these
    SHORTCUT_MEMO = 0x1000          # of functools.lru_cache
    SHORTCUT_PARTIAL = 0x2000       # the __call__ of functools.partial
    SHORTCUT_ITEM_GETTER = 0x3000   # the __call__ of operator.itemgetter
    SHORTCUT_SORT_KEY = 0x4000      # the __lt__ of the keys of functools.cmp_to_key
    SHORTCUT_DEFAULT = 0x5000       # the __missing__ of collections.defaultdict and Counter

cdef inline int shortcut_of(Function* f) noexcept nogil:
    return f.head.flags & FUNCTION_SHORTCUT

# The same function (a new reference in `out`), marked with those flags. What is no function stays as it is.
cdef inline int function_mark(Value v, int flags, Value* out) noexcept nogil:
    if v.tag == (T_FUNCTION | COUNTED):
        v.as_.block.flags |= <uint16_t>flags
    incref(v)
    out[0] = v
    return OK

# Does it show as a builtin_function_or_method, which does not become a method of a class it is an attribute of?
cdef inline bint is_built_in_function(Function* f) noexcept nogil:
    return f.module == NULL or f.head.flags & FUNCTION_BUILT_IN

cdef inline Cell** function_cells(Function* f) noexcept nogil:
    return <Cell**>(f + 1)

cdef struct BoundMethod:
    Block head
    Value function                  # native or function
    Value receiver

# What happens with the value when a frame returns (or, for a generator, yields).
cdef enum:
    ACTION_STORE = 0                # R[dst] of the frame below = value
    ACTION_DISCARD = 1
    ACTION_BRANCH = 2               # its truth decides the IF_ instruction whose jump word is next in the frame below
    ACTION_TRUTH = 3                # R[dst] = its truth; flag 1: inverted
    ACTION_FOR_ITER = 4             # generator: R[dst] = value and jump; finished: clear the iterator and go on
    ACTION_NEXT = 5                 # generator: R[dst] = value; finished: raise StopIteration
    ACTION_UNPACK = 6               # a tuple: its items into R[dst], R[dst + 1], ...
    ACTION_INIT = 7                 # of an __init__, which must return None: R[dst] = the instance, held in the frame
    ACTION_NEW = 11                 # of a __new__ that a class's call begins with: __init__ comes next; the frame holds a
                                    # tuple of the class and the arguments
    ACTION_DELEGATE = 8             # the frame waits in a YIELD_FROM: it yields what the other yields; when the other, a
                                    # generator, finishes: R[dst] = its result
    ACTION_SEARCH = 10              # of a __hash__ or __eq__ that a search in a dict or set waits for (_searches)
    ACTION_SORT = 12                # of a key or a comparison that a sort waits for (_sorting)
    ACTION_CHECKED = 9              # of a special method: what it answers is looked at first (_specials)

cdef enum:
    FRAME_ON_STACK = 1              # registers lie on the register stack
    FRAME_INVERT = 2                # ACTION_TRUTH and ACTION_BRANCH: not
    FRAME_IMPORT = 4                # the body of a library module; the frame below waits in an import

cdef struct Generator

cdef struct Frame:
    uint64_t* pc                    # the next instruction
    Value* registers
    Code* code
    Function* function              # counted reference; NULL for module code
    ModuleState* module
    Generator* generator            # the generator whose frame this is (counted), else NULL
    Value* stack_top                # first free register on the stack while this frame runs
    uint16_t dst
    uint8_t action
    uint8_t flags
    # generator frames: what was being handled where it was resumed; ACTION_INIT: the instance that is being made;
    # ACTION_NEW: the class and the arguments;
    # ACTION_CHECKED: an int, what to check and the action proper; the two operands lie before the registers, or they
    # are the first registers (is_checked_in_place);
    # ACTION_SEARCH: likewise. ACTION_SORT: what it waits with lies before the registers, and this is not used
    Value outer_handled

cdef enum:
    GENERATOR_CREATED = 0
    GENERATOR_SUSPENDED = 1
    GENERATOR_RUNNING = 2
    GENERATOR_FINISHED = 3

cdef enum:                          # flags of the block of a generator
    GENERATOR_PRIMED = 0x100        # the value to send next is in its register already
    GENERATOR_PRIMED_THROW = 0x200  # that is an exception, to be raised
    GENERATOR_DROPPED = 0x800       # was closed because nobody refers to it any more; that is done once
    GENERATOR_ASYNC_RUNNING = 0x2000  # asynchronous: an __anext__(), asend(), athrow() or aclose() is going on

cdef struct Generator:
    Block head                      # T_GENERATOR, T_COROUTINE or T_ASYNC_GENERATOR
    Class* facade                   # NULL: shows as generator
    Function* function              # counted
    Code* code
    uint64_t* pc
    int32_t state
    int32_t register_count
    Value handled                   # the exception it is handling while suspended, or unset
    uint16_t sent_register          # where the value sent to it goes
    # its registers follow

cdef inline Value* generator_registers(Generator* g) noexcept nogil:
    return <Value*>(g + 1)

cdef struct ExceptionObject:
    Block head
    Class* cls
    Value args                      # tuple
    Value cause                     # exception, None or unset
    Value context                   # exception or unset
    bint suppress_context
    Value traceback                 # T_TRACEBACK or unset
    Value attributes                # dict or unset: __notes__ and what the program sets
    Value fields                    # tuple or unset: what its class knows of it (errno, name, ...); items may be unset

cdef struct Traceback:
    Block head
    Value next                      # the frame it called, or unset
    Code* code
    int32_t instruction

# Inline cache of a method lookup: this instruction, on a receiver of this built-in type, calls this native. Only types
# whose values have no attributes of their own are cached; keyword calls are not.
cdef struct CacheEntry:
    uint64_t* pc
    Native* native
    uint32_t tag

# Inline cache of an attribute: on an instance of the class of this version, this instruction finds the value of this
# number, or calls this function. Nothing is held: a class whose functions change has another version.
cdef struct AttributeEntry:
    uint64_t* pc
    uint64_t version
    int32_t index
    uint32_t place                  # ATTRIBUTE_OF_CLASS, _DESCRIPTOR: the number of the entry in the dict
    Block* block                    # ATTRIBUTE_OF_CLASS, _DESCRIPTOR: the dict that has it; calls, and ATTRIBUTE_GETTER: the function

cdef enum:                          # what else than the number of a value an entry's index may be
    ATTRIBUTE_OF_CLASS = -1
    ATTRIBUTE_GETTER = -2           # a property: its getter is called
    ATTRIBUTE_CALLED = -3           # of a CALL_METHOD: the function
    ATTRIBUTE_CLASS = -4            # __class__ as object has it
    ATTRIBUTE_SETTER = -8           # of a SET_ATTR: a property; its setter is called
    ATTRIBUTE_UNBOUND = -6          # of a call: the function, which gets no receiver
    ATTRIBUTE_OF_TYPE = -7          # of a call: the function of a classmethod, whose receiver is the class
    ATTRIBUTE_DESCRIPTOR = -5       # found as ATTRIBUTE_OF_CLASS is: its __get__, written in Python, is called

cdef enum:
    METHOD_CACHE_SIZE = 256
    ATTRIBUTE_CACHE_SIZE = 512
    FURTHER_CACHE_SIZE = 512
    MAX_NATIVE_PARAMETERS = 24
    STACK_START = 256

cdef enum:                          # why the loop handed control back
    RUN_RETURNED = 0                # the value is in machine.result
    RUN_RAISED = 1                  # vm.exception or vm.fatal
    RUN_HOST_CALL = 2               # machine.call_...
    RUN_OUTPUT = 3                  # output to deliver; continue afterwards
    RUN_IMPORT = 4                  # machine.wanted is to be compiled; continue afterwards

cdef struct Machine:
    VM vm                           # first: a VM* is a Machine*
    Frame* frame                    # the running one
    Frame* frames
    Frame* frames_end
    Frame* frames_limit             # a frame at or past this needs frames_reserve: more memory, or RecursionError
    Value* stack
    Value* stack_end
    int32_t max_depth
    int32_t host_depth              # the limit that the host gave: the program may set a lower one
    int32_t depth_bonus             # grace for handling RecursionError
    Value handled                   # the exception being handled, or unset
    bint reraised                   # the error in flight is an old one: this frame is in its traceback already
    Value result
    ModuleState main
    # pending host call
    int64_t call_function
    Value call_arguments            # tuple
    Value call_keywords             # dict or unset
    int call_dst
    int call_action
    int call_flags
    # where the native function that runs now is to put its result, for natives that push frames themselves
    int native_dst
    int native_action
    int native_flags
    int64_t call_id
    CacheEntry* method_cache        # METHOD_CACHE_SIZE entries
    AttributeEntry* attribute_cache     # ATTRIBUTE_CACHE_SIZE entries, and behind them
    AttributeEntry* further_attributes  # FURTHER_CACHE_SIZE entries
    uint64_t cache_program          # the serial number of the program whose calls are cached
    Value imported                  # dict of modules by name, or unset
    ModuleState* modules            # those of the library, the last one first
    void* wanted                    # LibraryModule*: what RUN_IMPORT asks for

# Marks (in aux) what FIND_METHOD found: a function or native that the CALL_METHOD calls as it is.
cdef enum:
    METHOD_FOUND = 1
    ANEXT_FOUND = 2                 # GET_ANEXT: the asynchronous generator itself, for its next item

# What an instruction remembers of attributes. Its own entries are looked at first: their place does not depend on the object,
# so that the processor goes on with what they say before the class of the object is known to be the right one. An
# instruction that meets more classes has further entries, whose place depends on the class as well.
cdef enum:
    OWN_ENTRIES = 2                 # of an instruction
    FURTHER_ENTRIES = 4             # of an instruction and a class

cdef inline AttributeEntry* own_entries(Machine* m, uint64_t* pc) noexcept nogil:
    return &m.attribute_cache[((<uint64_t>pc >> 3) & (ATTRIBUTE_CACHE_SIZE / OWN_ENTRIES - 1)) * OWN_ENTRIES]

cdef inline AttributeEntry* further_entries(Machine* m, uint64_t* pc, uint64_t version) noexcept nogil:
    return &m.further_attributes[
        (((<uint64_t>pc >> 3) ^ version) & (FURTHER_CACHE_SIZE / FURTHER_ENTRIES - 1)) * FURTHER_ENTRIES]

# What is cached of the attribute that the instruction before `pc` asks of the class as it is now, or NULL.
cdef inline AttributeEntry* attribute_cached(Machine* m, uint64_t* pc, Class* cls) noexcept nogil:
    cdef AttributeEntry* entry = own_entries(m, pc)
    cdef uint64_t version = cls.version
    cdef int i
    for i in range(OWN_ENTRIES):
        if entry.pc == pc and entry.version == version:
            return entry
        entry += 1
    entry = further_entries(m, pc, version)
    for i in range(FURTHER_ENTRIES):
        if entry.pc == pc and entry.version == version:
            return entry
        entry += 1
    return NULL

# Instructions that call methods remember what is no method of an instance under an address of its own: of a function
# reached through an instance or through the class. The loop does not look there.
cdef enum:
    CALLED_THROUGH_INSTANCE = 1
    CALLED_THROUGH_CLASS = 2
    CALLED_OF_BUILT_IN = 3      # a method of an object whose class has the layout of a built-in one, native or not

cdef inline uint64_t* call_address(uint64_t* pc, int through) noexcept nogil:
    return <uint64_t*>(<char*>pc + through)

# The entry to fill, one of the instruction's own. What it held becomes a further one; what came longest ago is forgotten.
cdef inline AttributeEntry* attribute_entry_for(Machine* m, uint64_t* pc, Class* cls) noexcept nogil:
    cdef AttributeEntry* entry = own_entries(m, pc)
    cdef AttributeEntry* last = &entry[OWN_ENTRIES - 1]
    cdef AttributeEntry* further
    cdef int i
    if last.pc != NULL:
        further = further_entries(m, last.pc, last.version)
        for i in range(FURTHER_ENTRIES - 1, 0, -1):
            further[i] = further[i - 1]
        further[0] = last[0]
    for i in range(OWN_ENTRIES - 1, 0, -1):
        entry[i] = entry[i - 1]
    entry.pc = pc
    entry.version = cls.version
    return entry

cdef inline Machine* machine_of(VM* vm) noexcept nogil:
    return <Machine*>vm
