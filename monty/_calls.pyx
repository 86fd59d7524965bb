"""Frames of the machine: calls, argument binding, returns, unwinding.

A call never runs the callee here: it pushes a frame and answers CALLED, so the C stack never grows with the program's
recursion and a program can be paused wherever it is.
"""

from libc.stdint cimport int32_t, int64_t, uint16_t, uint32_t, uint64_t, uint8_t
from libc.stdio cimport snprintf
from libc.stdlib cimport free, malloc, realloc
from libc.string cimport memcpy, memset

from monty._arguments cimport bind_arguments, bind_native, raise_native_arity, raise_native_keyword
from monty._generated cimport *
from monty._collector cimport collector_drop_all
from monty._generators cimport (delegation_ends, finish_dropped, frame_yield, generator_new, generator_returned,
                                stop_iteration_in_generator)
from monty._heap cimport *
from monty._machine cimport *
from monty._protocol cimport value_truth
from monty._searches cimport SEARCH_VALUES, search_begin, search_kind, search_return
from monty._shortcuts cimport item_getter_get, memo_find, record_bind, RECORD_LIMIT
from monty._sorting cimport is_sort, sort_abandon, sort_begin, sort_return, SORT_VALUES
from monty._specials cimport (CHECK_REPR, CHECK_STR, checked_return, is_checked_in_place, special_iterator_call,
                              special_length_call, special_text_call)
from monty.builtins.format cimport object_format
from monty.modules.imports cimport module_body_done, module_body_dropped
from monty.objects.class_rows cimport has_value, METHOD_REPR, METHOD_STR, starts_empty
from monty.objects.class_making cimport subclass_take
from monty.objects.descriptors cimport MethodWrapper
from monty.objects.dict cimport Dict, dict_new, dict_next, dict_set
from monty.objects.exception cimport exception_add_traceback, exception_class, exception_from_error, exception_new
from monty.objects.generic_alias cimport alias_class, GenericAlias
from monty.objects.instance cimport class_lookup, instance_new, plain_number, record_new
from monty.objects.str cimport str_static, str_utf8_size
from monty.objects.tuple cimport Tuple, tuple_copy, tuple_items, tuple_new, tuple_take
from monty.objects.type cimport class_is_subclass, class_of, native_owner_name
from monty.objects.typing_form cimport T_TYPING_FORM

cdef enum:
    CONTINUED_PARAMETERS = 3    # of all natives that search or sort

cdef Value* SPECIAL_ITER = prelude_slot(b"special_iter")
cdef Value* SPECIAL_LEN = prelude_slot(b"special_len")
cdef Value* SPECIAL_REPR = prelude_slot(b"special_repr")
cdef Value* SPECIAL_STR = prelude_slot(b"special_str")
cdef Value* ALIAS_CALL = prelude_slot(b"generic_alias_call")
cdef Value* BUILTIN_NEW = prelude_slot(b"builtin_new")
cdef Str* NAME_CALL = str_static(b"__call__")


# --- the register stack ----------------------------------------------------------------------------------------------

cdef int stack_reserve(Machine* m, Value** base, int64_t count) noexcept nogil:
    cdef Value* grown
    cdef Frame* frame
    cdef int64_t offset = base[0] - m.stack
    cdef int64_t old_size = m.stack_end - m.stack
    cdef int64_t size = old_size
    cdef int64_t needed = offset + count + STACK_SLACK
    if needed <= size:
        return OK
    while size < needed:
        size *= 2
    if heap_account(&m.vm, (size - old_size) * sizeof(Value)) != OK:
        return ERROR
    grown = <Value*>malloc(size * sizeof(Value))
    if grown == NULL:
        heap_unaccount(&m.vm, (size - old_size) * sizeof(Value))
        return raise_limit(&m.vm, LIMIT_MEMORY)
    memcpy(grown, m.stack, old_size * sizeof(Value))
    memset(grown + old_size, 0, (size - old_size) * sizeof(Value))
    frame = m.frames
    while frame <= m.frame:
        if frame.flags & FRAME_ON_STACK:
            frame.registers = grown + (frame.registers - m.stack)
        frame.stack_top = grown + (frame.stack_top - m.stack)
        frame += 1
    if m.main.registers != NULL:
        m.main.registers = grown + (m.main.registers - m.stack)
    free(m.stack)
    m.stack = grown
    m.stack_end = grown + size
    base[0] = grown + offset
    return OK


# The first frame address that needs frames_reserve.
cdef void frames_set_limit(Machine* m) noexcept nogil:
    m.frames_limit = m.frames + m.max_depth if m.max_depth < m.frames_end - m.frames else m.frames_end


# Room for one more frame. The recursion limit counts frames; handling RecursionError gets some grace.
cdef int frames_reserve(Machine* m) noexcept nogil:
    cdef int64_t depth = m.frame - m.frames + 1
    cdef int64_t capacity = m.frames_end - m.frames
    cdef int64_t size
    cdef Frame* grown
    if depth >= m.max_depth:
        return raise_error(&m.vm, E_RECURSION_ERROR, "maximum recursion depth exceeded")
    if depth < capacity:
        return OK
    size = capacity * 2
    if heap_account(&m.vm, (size - capacity) * sizeof(Frame)) != OK:
        return ERROR
    grown = <Frame*>realloc(m.frames, size * sizeof(Frame))
    if grown == NULL:
        heap_unaccount(&m.vm, (size - capacity) * sizeof(Frame))
        return raise_limit(&m.vm, LIMIT_MEMORY)
    m.frame = grown + (m.frame - m.frames)
    m.frames = grown
    m.frames_end = grown + size
    frames_set_limit(m)
    return OK


# --- calls -----------------------------------------------------------------------------------------------------------

cdef int call_function(Machine* m, Function* f, Value* args, int64_t count, Value keyword_names, int dst, int action,
                       int flags) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Code* code = f.code
    cdef Frame* frame = m.frame
    cdef Value* base
    cdef Value* defaults
    cdef int64_t i
    cdef int64_t room = code.register_count if code.register_count > count else count
    cdef Generator* generator
    cdef Value made
    cdef int status
    if (code.flags & CODE_ANY_GENERATOR and code.flags & CODE_SIMPLE_ARGUMENTS and count == code.argcount
            and keyword_names.tag == T_UNSET):
        # Its arguments go straight into the generator.
        vm.fuel -= code.instruction_count
        if unlikely(vm.fuel < 0) and safepoint(vm) != OK:
            release_values(vm, args, count)
            return ERROR
        generator = generator_new(vm, f, args, count)
        if generator == NULL:
            return ERROR
        return deliver(m, value_block(&generator.head), dst, action, flags)
    if unlikely(shortcut_of(f) == SHORTCUT_MEMO) and keyword_names.tag == T_UNSET:
        status = memo_find(vm, f, args, count, &made)
        if status != NOT_IMPLEMENTED:
            if status == OK:
                incref(made)
            release_values(vm, args, count)
            return deliver(m, made, dst, action, flags) if status == OK else status
    # The caller's window of the stack is where the arguments lie already; a generator's or a module's registers lie
    # elsewhere, so there the arguments move to the top of the stack.
    if m.stack <= args < m.stack_end:
        base = args
        if unlikely(base + room + count + STACK_SLACK > m.stack_end) and stack_reserve(m, &base, room + count) != OK:
            release_values(vm, args, count)
            return ERROR
    else:
        base = frame.stack_top
        if stack_reserve(m, &base, room + count) != OK:
            release_values(vm, args, count)
            return ERROR
        for i in range(count):
            base[i] = args[i]
            args[i].tag = T_UNSET
    vm.fuel -= code.instruction_count
    if unlikely(vm.fuel < 0) and safepoint(vm) != OK:
        release_values(vm, base, count)
        return ERROR
    if unlikely(frame + 1 >= m.frames_limit) and frames_reserve(m) != OK:
        release_values(vm, base, count)
        return ERROR
    if (count == code.argcount and code.flags & CODE_SIMPLE_ARGUMENTS and keyword_names.tag == T_UNSET):
        for i in range(code.parameter_count, code.named_count):
            base[i].tag = T_UNSET
    elif (count < code.argcount and code.flags & CODE_SIMPLE_ARGUMENTS and keyword_names.tag == T_UNSET
            and f.defaults.tag != T_UNSET and code.argcount - count <= (<Tuple*>f.defaults.as_.block).length):
        defaults = tuple_items(<Tuple*>f.defaults.as_.block) + (<Tuple*>f.defaults.as_.block).length - code.argcount
        for i in range(count, code.argcount):
            base[i] = value_copy(defaults[i])
        for i in range(code.parameter_count, code.named_count):
            base[i].tag = T_UNSET
    elif bind_arguments(m, f, base, count, keyword_names) != OK:
        return ERROR
    if code.flags & CODE_ANY_GENERATOR:
        generator = generator_new(vm, f, base, code.named_count)
        if generator == NULL:
            return ERROR
        made = value_block(&generator.head)
        return deliver(m, made, dst, action, flags)
    frame_push(m, f, base, dst, action, flags)
    return CALLED


cdef int call_prelude(Machine* m, Value* slot, Value* args, int64_t count, int dst, int action,
                      int flags) noexcept nogil:
    cdef Value* base = m.frame.stack_top
    cdef int64_t i
    cdef Value[8] copies
    if slot == NULL or slot.tag == T_UNSET:
        return raise_error(&m.vm, E_SYSTEM_ERROR, "an operation defers to a prelude function that does not exist")
    for i in range(count):
        copies[i] = value_copy(args[i])
    if stack_reserve(m, &base, count) != OK:
        release_values(&m.vm, copies, count)
        return ERROR
    for i in range(count):
        base[i] = copies[i]
    return call_function(m, <Function*>slot.as_.block, base, count, value_unset(), dst, action, flags)


# May a method of that built-in type be called on this value? Natives trust the type of their receiver.
cdef inline bint receiver_fits(Native* native, Value receiver) noexcept nogil:
    cdef int type = receiver.tag & TYPE_MASK
    if type == native.type or native.type == T_OBJECT or native.type < 0:
        return True
    if type == T_GENERATOR:
        # one of the prelude that shows as map, zip ...
        return class_of(receiver) == types_pointer[native.type].cls
    if type == T_NATIVE or type == T_BOUND_METHOD:
        return class_of(receiver) == types_pointer[native.type].cls
    if type == T_INSTANCE and receiver.tag & SUBCLASSED and native.type < T_TYPE_COUNT:
        # a method of int, float or complex on an instance of a subclass: call_native hands it the plain number
        return class_is_subclass((<Object*>receiver.as_.block).cls, types_pointer[native.type].cls)
    if native.type >= T_TYPE_COUNT:
        return type == T_EXCEPTION and class_is_subclass((<Object*>receiver.as_.block).cls,
                                                         exception_class(native.type - T_TYPE_COUNT))
    if type == T_GENERATOR:
        return (<Generator*>receiver.as_.block).facade == types_pointer[native.type].cls
    return native.type == T_INT and (type == T_BOOL or type == T_LONG)


# May __new__ of that built-in type be called with this class? The constructor trusts it.
cdef inline bint class_fits(Native* native, Value cls) noexcept nogil:
    return type_of(cls) == T_TYPE and class_is_subclass(
        <Class*>cls.as_.block, types_pointer[native.type].cls if native.type < T_TYPE_COUNT
        else exception_class(native.type - T_TYPE_COUNT)) and (
            native.type != T_OBJECT or (<Class*>cls.as_.block).instance_type == T_INSTANCE) and (
            native.type != T_INT or (<Class*>cls.as_.block).instance_type != T_BOOL)


cdef int raise_wrong_class(VM* vm, Native* native, Value* args, int64_t count) noexcept nogil:
    cdef const char* owner = native_owner_name(native)
    cdef const char* given
    cdef char[400] text
    if count == 0:
        return raise_format(vm, E_TYPE_ERROR, "%s.__new__(): not enough arguments", owner, NULL, NULL)
    if type_of(args[0]) != T_TYPE:
        return raise_format(vm, E_TYPE_ERROR, "%s.__new__(X): X is not a type object (%s)", owner, type_name(args[0]),
                            NULL)
    given = (<Class*>args[0].as_.block).c_name
    if native.type == T_OBJECT or (native.type == T_INT and (<Class*>args[0].as_.block).instance_type == T_BOOL):
        return raise_format(vm, E_TYPE_ERROR, "%s.__new__(%s) is not safe, use %s.__new__()", owner, given, given)
    snprintf(text, 400, "%s.__new__(%s): %s is not a subtype of %s", owner, given, given, owner)
    return raise_error(vm, E_TYPE_ERROR, text)


# A method was taken from its class and called without, or with another type's, receiver.
cdef int raise_wrong_receiver(VM* vm, Native* native, Value* args, int64_t count) noexcept nogil:
    cdef char[160] name
    cdef size_t size = str_utf8_size(native.name)
    snprintf(name, 160, "%.*s", <int>size, <const char*>(native.name + 1))
    if native.kind == NATIVE_GETTER:
        return raise_error(vm, E_TYPE_ERROR, "'getset_descriptor' object is not callable")
    if native.kind == NATIVE_MAKE:
        return raise_wrong_class(vm, native, args, count)
    if native.wrapper:
        if count == 0:
            return raise_format(vm, E_TYPE_ERROR, "descriptor '%s' of '%s' object needs an argument", name,
                                native_owner_name(native), NULL)
        return raise_format(vm, E_TYPE_ERROR, "descriptor '%s' requires a '%s' object but received a '%s'", name,
                            native_owner_name(native), type_name(args[0]))
    if count == 0:
        return raise_format(vm, E_TYPE_ERROR, "unbound method %s.%s() needs an argument",
                            native_owner_name(native), name, NULL)
    return raise_format(vm, E_TYPE_ERROR, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", name,
                        native_owner_name(native), type_name(args[0]))


# Natives trust the type of their first argument: here it is checked.
cdef inline bint callable_with(Native* native, Value* args, int64_t count) noexcept nogil:
    if native.kind == NATIVE_METHOD:
        return count > 0 and receiver_fits(native, args[0])
    if native.kind == NATIVE_MAKE:
        return count > 0 and class_fits(native, args[0])
    return native.kind != NATIVE_GETTER


cdef int call_native(Machine* m, Native* native, Value* args, int64_t count, Value keyword_names, int dst, int action,
                     int flags) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value result, number
    cdef Value[MAX_NATIVE_PARAMETERS] bound
    cdef Class* cls
    cdef int64_t i
    cdef int status
    m.native_dst = dst
    m.native_action = action
    m.native_flags = flags
    if unlikely(not callable_with(native, args, count)):
        raise_wrong_receiver(vm, native, args, count)
        release_values(vm, args, count)
        return ERROR
    if unlikely(native.kind == NATIVE_MAKE and not (<Class*>args[0].as_.block).flags & CLASS_BUILTIN):
        cls = <Class*>args[0].as_.block
        if keyword_names.tag == T_UNSET and has_value(native.type) and cls.base.instance_type == native.type and (
                not cls.flags & CLASS_ABSTRACT):
            status = make_of_built_in(m, cls, args + 1, 0 if starts_empty(native.type) else count - 1, &result)
            if status != DEFER:
                release_values(vm, args, count)
                return deliver(m, result, dst, action, flags) if status == OK else ERROR
        return call_function(m, <Function*>BUILTIN_NEW.as_.block, args, count, keyword_names, dst, action, flags)
    if unlikely(native.kind == NATIVE_METHOD and args[0].tag & SUBCLASSED and type_of(args[0]) == T_INSTANCE
                and native.type != T_OBJECT and native.function != object_format):
        for i in range(count):
            number = plain_number(args[i])
            if number.tag != args[i].tag:
                value_store(vm, &args[i], value_copy(number))
    if (keyword_names.tag == T_UNSET and count == native.parameters and count == native.positional
            and not native.variadic):
        status = native.function(vm, args, count, &result)
    elif native.variadic:
        if keyword_names.tag != T_UNSET:
            status = DEFER
            if native.fallback == NULL:
                status = raise_native_keyword(vm, native, "() takes no keyword arguments", NULL)
            vm.deferred = native.fallback
        elif count < native.required:
            status = raise_native_arity(vm, native, count)
        else:
            status = native.function(vm, args, count, &result)
    else:
        status = bind_native(vm, native, args, count, keyword_names, bound)
        if status == OK:
            status = native.function(vm, bound, native.parameters, &result)
    if likely(status == OK):
        release_values(vm, args, count)
        return deliver(m, result, dst, action, flags)
    return native_deferred(m, native, args, count, keyword_names, status, dst, action, flags)


cdef int native_not_done(Machine* m, Native* native, Value* args, int64_t count, int status, int dst) noexcept nogil:
    return native_deferred(m, native, args, count, value_unset(), status, dst, ACTION_STORE, 0)


# A native has left a search or a sort to its twin: both go on natively, between frames. The arguments are taken unless the
# answer is NOT_IMPLEMENTED: then only the twin can do it.
cdef int native_continued(Machine* m, Native* native, Value* args, int64_t count, Value keyword_names, int dst,
                          int action, int flags) noexcept nogil:
    cdef Value[CONTINUED_PARAMETERS] held
    cdef Value[MAX_NATIVE_PARAMETERS] bound
    cdef bint sorts = is_sort(native.fallback)
    cdef int kind = -1 if sorts or keyword_names.tag != T_UNSET else search_kind(native.fallback)
    cdef int64_t i
    cdef int status
    if count > CONTINUED_PARAMETERS or not (sorts or kind >= 0):
        return NOT_IMPLEMENTED
    if sorts and bind_native(&m.vm, native, args, count, keyword_names, bound) != OK:
        return NOT_IMPLEMENTED
    # What waits is put where the arguments may lie.
    for i in range(count):
        held[i] = args[i]
        args[i].tag = T_UNSET
    if sorts:
        status = sort_begin(m, native.fallback, bound, dst, action, flags)
    else:
        status = search_begin(m, kind, held, count, dst, action, flags)
    if status == NOT_IMPLEMENTED:
        for i in range(count):
            args[i] = held[i]
    else:
        release_values(&m.vm, held, count)
    return status


# A native answered something else than OK: its twin takes over, or the arguments are released.
cdef int native_deferred(Machine* m, Native* native, Value* args, int64_t count, Value keyword_names, int status,
                         int dst, int action, int flags) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value v
    if status == DEFER:
        if native.fallback == NULL and count == 1 and (
                vm.deferred == SPECIAL_LEN or vm.deferred == SPECIAL_REPR or vm.deferred == SPECIAL_STR
                or (vm.deferred == SPECIAL_ITER and action == ACTION_STORE)):
            v = args[0]
            args[0].tag = T_UNSET
            if vm.deferred == SPECIAL_LEN:
                status = special_length_call(m, v, dst, action, flags)
            elif vm.deferred == SPECIAL_ITER:
                status = special_iterator_call(m, v, -1, dst)
            else:
                status = special_text_call(m, v, METHOD_REPR if vm.deferred == SPECIAL_REPR else METHOD_STR,
                                           CHECK_REPR if vm.deferred == SPECIAL_REPR else CHECK_STR, -1, dst, action, flags)
            if status != NOT_IMPLEMENTED:
                decref(vm, v)
                return status
            args[0] = v
        if native.fallback != NULL:
            status = native_continued(m, native, args, count, keyword_names, dst, action, flags)
            if status != NOT_IMPLEMENTED:
                return status
            vm.deferred = native.fallback
        if vm.deferred == NULL or vm.deferred.tag == T_UNSET:
            release_values(vm, args, count)
            return raise_native_keyword(vm, native, "() is not supported with these arguments", NULL)
        return call_function(m, <Function*>vm.deferred.as_.block, args, count, keyword_names, dst, action, flags)
    release_values(vm, args, count)
    return status


# Put a value (copied) in front of arguments that are to be passed on: they move to the top of the stack. The place where
# they are then, or NULL with the error set and the arguments released.
cdef Value* put_in_front(Machine* m, Value first, Value* args, int64_t count) noexcept nogil:
    return put_around(m, &first, 1, args, count, 0)


# The same for several values; and room for `more` behind.
cdef Value* put_around(Machine* m, Value* front, int64_t front_count, Value* args, int64_t count, int64_t more) noexcept nogil:
    cdef Value* base = m.frame.stack_top
    cdef int64_t i
    if m.stack <= args < m.stack_end:
        if base < args + count:
            base = args + count
        i = base - args
        if stack_reserve(m, &base, front_count + count + more) != OK:
            release_values(&m.vm, args, count)
            return NULL
        args = base - i
    elif stack_reserve(m, &base, front_count + count + more) != OK:
        release_values(&m.vm, args, count)
        return NULL
    for i in range(front_count):
        base[i] = value_copy(front[i])
    base += front_count
    for i in range(count):
        base[i] = args[i]
        args[i].tag = T_UNSET
    return base - front_count


# Call a functools.partial whose __call__ is that of the library. NOT_IMPLEMENTED, with nothing changed, where keywords of
# its own and of the call meet, and when its slots do not hold what the library puts there.
cdef int call_partial(Machine* m, Value callee, Value* args, int64_t count, Value keyword_names, int dst, int action,
                      int flags) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Attributes* attributes = block_attributes(callee.as_.block)
    cdef Tuple* front
    cdef Tuple* names = NULL
    cdef Dict* keywords
    cdef Value* base
    cdef Value function, key, value
    cdef int64_t position = 0
    cdef int64_t i = 0
    cdef int status
    if attributes == NULL or attributes.count < PARTIAL_SLOTS:
        return NOT_IMPLEMENTED
    function = attributes.values[PARTIAL_FUNCTION]
    if (attributes.values[PARTIAL_ARGUMENTS].tag & EXACT_MASK) != T_TUPLE or function.tag == T_UNSET or (
            attributes.values[PARTIAL_KEYWORDS].tag != (T_DICT | COUNTED)):
        return NOT_IMPLEMENTED
    front = <Tuple*>attributes.values[PARTIAL_ARGUMENTS].as_.block
    keywords = <Dict*>attributes.values[PARTIAL_KEYWORDS].as_.block
    if keywords.count > 0:
        if keyword_names.tag != T_UNSET:
            return NOT_IMPLEMENTED
        names = tuple_new(vm, keywords.count)
        if names == NULL:
            release_values(vm, args, count)
            return ERROR
        while dict_next(keywords, &position, &key, &value):
            tuple_items(names)[i] = value_copy(key)
            i += 1
        for i in range(names.length):
            if (tuple_items(names)[i].tag & EXACT_MASK) != T_STR:
                decref(vm, value_block(&names.head))
                return NOT_IMPLEMENTED
        keyword_names = value_block(&names.head)
    base = put_around(m, tuple_items(front), front.length, args, count, keywords.count)
    if base == NULL:
        if names != NULL:
            decref(vm, keyword_names)
        return ERROR
    count += front.length
    position = 0
    while dict_next(keywords, &position, &key, &value):
        base[count] = value_copy(value)
        count += 1
    function = value_copy(function)
    status = call_value(m, function, base, count, keyword_names, dst, action, flags)
    decref(vm, function)
    if names != NULL:
        decref(vm, keyword_names)
    return status


cdef enum:                  # slots of functools.partial, which stand in alphabetical order
    PARTIAL_ARGUMENTS = 0
    PARTIAL_FUNCTION = 1
    PARTIAL_KEYWORDS = 2
    PARTIAL_SLOTS = 3


cdef Value* TYPE_CALL = prelude_slot(b"type_call")
cdef Value* TYPE_CALL_INITIALISE = prelude_slot(b"type_call_initialise")
cdef Str* NAME_NEW = str_static(b"__new__")
cdef Str* NAME_INIT = str_static(b"__init__")


cdef Value* INSTANCE_CALL = prelude_slot(b"instance_call")


# An instance of a class with the layout of a built-in one, which makes its value of the arguments (these are lent). OK,
# ERROR, or DEFER with nothing done.
cdef int make_of_built_in(Machine* m, Class* cls, Value* args, int64_t count, Value* out) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Native* native = cls.base.constructor
    cdef Value[MAX_NATIVE_PARAMETERS] bound
    cdef Value made
    cdef int64_t i
    cdef int status
    if count >= MAX_NATIVE_PARAMETERS:
        return DEFER
    bound[0] = value_immortal(&cls.base.head)
    for i in range(count):
        bound[i + 1] = args[i]
    if native.variadic:
        status = native.function(vm, bound, count + 1, &made)
    elif <uint32_t>(count + 1) - native.fewest <= native.optional:
        for i in range(count + 1, native.parameters):
            bound[i].tag = T_UNSET
        status = native.function(vm, bound, native.parameters, &made)
    else:
        return DEFER
    if status != OK:
        return ERROR if status == ERROR else DEFER
    status = subclass_take(vm, cls, made, out)
    decref(vm, made)
    return status


# What a class's call makes before __init__ is called, if it has no __new__ of its own, and an __init__ that is a function
# or that a built-in one takes the place of. OK, ERROR, or DEFER with nothing done: the prelude calls the class.
cdef int make_plainly(Machine* m, Class* cls, Value* args, int64_t count, Value keyword_names, Value* out) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef bint own = type_of(cls.initialiser) == T_FUNCTION
    cdef Tuple* t
    if own and (<Function*>cls.initialiser.as_.block).code.flags & CODE_GENERATOR:
        return DEFER
    if cls.flags & CLASS_PLAIN_NEW and (own or count == 0):
        return instance_new(vm, cls, value_unset(), out)
    if cls.flags & CLASS_PLAIN_EXCEPTION and (own or keyword_names.tag == T_UNSET):
        t = tuple_copy(vm, args, count if keyword_names.tag == T_UNSET
                       else count - (<Tuple*>keyword_names.as_.block).length)
        return exception_new(vm, cls, value_block(&t.head), out) if t != NULL else ERROR
    if cls.flags & CLASS_PLAIN_SUBCLASS:
        if own and starts_empty(cls.base.instance_type):
            return make_of_built_in(m, cls, args, 0, out)
        if keyword_names.tag == T_UNSET:
            return make_of_built_in(m, cls, args, count, out)
    return DEFER


# The function that is the class's __new__, unless its metaclass may have a __call__ of its own.
cdef bint maker_of(Class* cls, Value* out) noexcept nogil:
    if cls.metaclass != NULL and class_lookup(cls.metaclass, NAME_CALL, out) and type_of(out[0]) != T_NATIVE:
        return False
    if not class_lookup(cls, NAME_NEW, out) or out[0].tag != (T_STATIC_METHOD | COUNTED):
        return False
    out[0] = (<MethodWrapper*>out[0].as_.block).function
    return out[0].tag == (T_FUNCTION | COUNTED) and not (
        (<Function*>out[0].as_.block).code.flags & CODE_ANY_GENERATOR)


# Push the frame of a class's __new__, which is `f`; what it returns is initialised when it is there.
cdef int call_maker(Machine* m, Value cls, Function* f, Value* args, int64_t count, int dst, int flags) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Tuple* given = tuple_new(vm, count + 1)
    cdef Value* base
    cdef int64_t i
    cdef int status
    if given == NULL:
        release_values(vm, args, count)
        return ERROR
    tuple_items(given)[0] = value_copy(cls)
    for i in range(count):
        tuple_items(given)[i + 1] = value_copy(args[i])
    base = put_in_front(m, cls, args, count)
    if base == NULL:
        decref(vm, value_block(&given.head))
        return ERROR
    status = call_function(m, f, base, count + 1, value_unset(), dst, ACTION_NEW, flags)
    if status == CALLED:
        m.frame.outer_handled = value_block(&given.head)
    else:
        decref(vm, value_block(&given.head))
    return status


# __new__ has returned `made` (taken): its __init__ is next, if it is an instance of the class.
cdef int new_returned(Machine* m, Value made) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value given = value_copy(m.frame.outer_handled)
    cdef Tuple* t = <Tuple*>given.as_.block
    cdef Class* cls = <Class*>tuple_items(t)[0].as_.block
    cdef Value* base = NULL
    cdef Value found
    cdef int dst = m.frame.dst
    cdef int flags = m.frame.flags
    cdef int status
    cdef int64_t i
    frame_drop(m)
    if class_of(made) == cls and class_lookup(cls, NAME_INIT, &found):
        if found.tag == T_NATIVE and (<Native*>found.as_.block).type == T_OBJECT:
            # object's own does nothing after a __new__ of the program's.
            decref(vm, given)
            return deliver(m, made, dst, ACTION_STORE, flags)
        if found.tag == (T_FUNCTION | COUNTED) and not (<Function*>found.as_.block).code.flags & CODE_ANY_GENERATOR:
            base = m.frame.stack_top
            if stack_reserve(m, &base, t.length) != OK:
                decref(vm, given)
                decref(vm, made)
                return ERROR
            base[0] = value_copy(made)
            for i in range(1, t.length):
                base[i] = value_copy(tuple_items(t)[i])
            found = value_copy(found)
            status = call_function(m, <Function*>found.as_.block, base, t.length, value_unset(), dst, ACTION_INIT, flags)
            decref(vm, found)
            decref(vm, given)
            if status == CALLED:
                m.frame.outer_handled = made
            else:
                decref(vm, made)
            return status
    base = m.frame.stack_top
    status = stack_reserve(m, &base, 2)
    if status == OK:
        base[0] = made
        base[1] = given
        return call_function(m, <Function*>TYPE_CALL_INITIALISE.as_.block, base, 2, value_unset(), dst, ACTION_STORE, flags)
    decref(vm, given)
    decref(vm, made)
    return ERROR


# Call a class that the program defines. Where that is plain, the instance is made here and the frame of __init__ pushed;
# the prelude does everything else.
cdef int call_program_class(Machine* m, Class* cls, Value callee, Value* args, int64_t count, Value keyword_names,
                            int dst, int action, int flags) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value* base
    cdef Value made, function
    cdef Value[RECORD_LIMIT] items
    cdef int status
    if cls.record_size > 0:
        if count == cls.record_size and keyword_names.tag == T_UNSET:
            if record_new(vm, cls, args, count, &made) != OK:
                release_values(vm, args, count)
                return ERROR
            return deliver(m, made, dst, action, flags)
        if record_bind(vm, cls, args, count, keyword_names, items) == OK:
            if record_new(vm, cls, items, cls.record_size, &made) != OK:
                release_values(vm, items, cls.record_size)
                return ERROR
            return deliver(m, made, dst, action, flags)
    status = make_plainly(m, cls, args, count, keyword_names, &made) if action == ACTION_STORE else DEFER
    if status == DEFER:
        if cls.metaclass != NULL and class_lookup(cls.metaclass, NAME_CALL, &function) and (
                type_of(function) == T_FUNCTION):
            base = put_in_front(m, callee, args, count)
            if base == NULL:
                return ERROR
            return call_function(m, <Function*>function.as_.block, base, count + 1, keyword_names, dst, action, flags)
        if keyword_names.tag == T_UNSET and action == ACTION_STORE and maker_of(cls, &function):
            return call_maker(m, callee, <Function*>function.as_.block, args, count, dst, flags)
        base = put_in_front(m, callee, args, count)
        if base == NULL:
            return ERROR
        return call_function(m, <Function*>TYPE_CALL.as_.block, base, count + 1, keyword_names, dst, action, flags)
    if status != OK:
        release_values(vm, args, count)
        return ERROR
    if type_of(cls.initialiser) != T_FUNCTION:
        release_values(vm, args, count)
        return deliver(m, made, dst, action, flags)
    # The instance takes the place of the callee, just before the arguments.
    if m.stack < args < m.stack_end and (args - 1).tag == T_UNSET:
        base = args - 1
        base[0] = value_copy(made)
    else:
        base = put_in_front(m, made, args, count)
        if base == NULL:
            decref(vm, made)
            return ERROR
    function = value_copy(cls.initialiser)
    status = call_function(m, <Function*>function.as_.block, base, count + 1, keyword_names, dst, ACTION_INIT, flags)
    decref(vm, function)
    if status == CALLED:
        m.frame.outer_handled = made
    else:
        decref(vm, made)
    return status


# Call a built-in class: its constructor sees the class as the first argument.
cdef int call_class(Machine* m, Class* cls, Value callee, Value* args, int64_t count, Value keyword_names, int dst,
                    int action, int flags) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value* base
    cdef Value result
    cdef Value[MAX_NATIVE_PARAMETERS] bound
    cdef Native* native = cls.constructor
    cdef int64_t i
    cdef int status
    if native == NULL:
        release_values(vm, args, count)
        return raise_format(vm, E_TYPE_ERROR, "cannot create '%s' instances", cls.c_name, NULL, NULL)
    if keyword_names.tag == T_UNSET and <uint32_t>(count + 1) - native.fewest <= native.optional:
        # Nothing to bind: the arguments are lent, after the class. What defers, having done nothing, goes the long way.
        bound[0] = callee
        for i in range(count):
            bound[i + 1] = args[i]
        for i in range(count + 1, native.parameters):
            bound[i].tag = T_UNSET
        m.native_dst = dst
        m.native_action = action
        m.native_flags = flags
        status = native.function(vm, bound, native.parameters, &result)
        if status == OK:
            release_values(vm, args, count)
            return deliver(m, result, dst, action, flags)
        if status == ERROR:
            release_values(vm, args, count)
            return ERROR
        if native.type == T_STR and count == 1 and vm.deferred == SPECIAL_STR:
            result = args[0]
            args[0].tag = T_UNSET
            status = special_text_call(m, result, METHOD_STR, CHECK_STR, -1, dst, action, flags)
            if status != NOT_IMPLEMENTED:
                decref(vm, result)
                return status
            args[0] = result
    base = put_in_front(m, callee, args, count)
    if base == NULL:
        return ERROR
    return call_native(m, cls.constructor, base, count + 1, keyword_names, dst, action, flags)


cdef int call_host(Machine* m, Value callee, Value* args, int64_t count, Value keyword_names, int dst, int action,
                   int flags) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef int64_t keyword_count = 0
    cdef int64_t i
    cdef Tuple* t
    cdef Dict* d = NULL
    cdef int status = OK
    if keyword_names.tag != T_UNSET:
        keyword_count = (<Tuple*>keyword_names.as_.block).length
    t = tuple_take(vm, args, count - keyword_count)
    if t == NULL:
        release_values(vm, args, count)
        return ERROR
    for i in range(count - keyword_count):
        args[i].tag = T_UNSET
    if keyword_count > 0:
        d = dict_new(vm, keyword_count)
        status = OK if d != NULL else ERROR
        for i in range(keyword_count):
            if status != OK:
                break
            status = dict_set(vm, d, tuple_items(<Tuple*>keyword_names.as_.block)[i], args[count - keyword_count + i])
        release_values(vm, args + count - keyword_count, keyword_count)
        if status != OK:
            decref(vm, value_block(&t.head))
            if d != NULL:
                decref(vm, value_block(&d.head))
            return ERROR
    m.call_function = callee.as_.i
    m.call_arguments = value_block(&t.head)
    m.call_keywords = value_block(&d.head) if d != NULL else value_unset()
    m.call_dst = <uint16_t>dst
    m.call_action = action
    m.call_flags = flags
    m.call_id += 1
    return SUSPENDED


cdef int call_value(Machine* m, Value callee, Value* args, int64_t count, Value keyword_names, int dst, int action,
                    int flags) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef int tag = callee.tag & TYPE_MASK
    cdef BoundMethod* bound
    cdef Class* cls
    cdef Value* base
    cdef int64_t i
    cdef Value function, item
    cdef int status
    if tag == T_FUNCTION:
        return call_function(m, <Function*>callee.as_.block, args, count, keyword_names, dst, action, flags)
    if tag == T_NATIVE:
        return call_native(m, <Native*>callee.as_.block, args, count, keyword_names, dst, action, flags)
    if tag == T_TYPE:
        if unlikely(not (<Class*>callee.as_.block).flags & CLASS_BUILTIN):
            return call_program_class(m, <Class*>callee.as_.block, callee, args, count, keyword_names, dst, action, flags)
        return call_class(m, <Class*>callee.as_.block, callee, args, count, keyword_names, dst, action, flags)
    if tag == T_HOST_FUNCTION:
        return call_host(m, callee, args, count, keyword_names, dst, action, flags)
    if tag == T_BOUND_METHOD:
        # The receiver goes in front: the arguments move to the top of the stack.
        bound = <BoundMethod*>callee.as_.block
        base = put_in_front(m, bound.receiver, args, count)
        if base == NULL:
            return ERROR
        function = bound.function
        return call_value(m, function, base, count + 1, keyword_names, dst, action, flags)
    if tag == T_GENERIC_ALIAS or tag == T_TYPING_FORM:
        cls = alias_class(callee)
        if (cls == NULL or not cls.flags & CLASS_BUILTIN or tag == T_TYPING_FORM
                or (<GenericAlias*>callee.as_.block).shown.tag != T_UNSET):
            base = put_in_front(m, callee, args, count)
            if base == NULL:
                return ERROR
            return call_function(m, <Function*>ALIAS_CALL.as_.block, base, count + 1, keyword_names, dst, action, flags)
        return call_class(m, cls, value_immortal(&cls.head), args, count, keyword_names, dst, action, flags)
    cls = class_of(callee)
    if cls != NULL and class_lookup(cls, NAME_CALL, &function):
        if function.tag == (T_FUNCTION | COUNTED) and unlikely(
                shortcut_of(<Function*>function.as_.block) == SHORTCUT_PARTIAL) and callee.tag & SUBCLASSED:
            status = call_partial(m, callee, args, count, keyword_names, dst, action, flags)
            if status != NOT_IMPLEMENTED:
                return status
        if function.tag == (T_FUNCTION | COUNTED) and count == 1 and keyword_names.tag == T_UNSET and unlikely(
                shortcut_of(<Function*>function.as_.block) == SHORTCUT_ITEM_GETTER) and callee.tag & SUBCLASSED:
            status = item_getter_get(vm, callee, args[0], &item)
            if status == OK or status == ERROR:
                release_values(vm, args, count)
                return deliver(m, item, dst, action, flags) if status == OK else ERROR
        base = put_in_front(m, callee, args, count)
        if base == NULL:
            return ERROR
        if type_of(function) == T_FUNCTION or type_of(function) == T_NATIVE:
            function = value_copy(function)
            status = call_value(m, function, base, count + 1, keyword_names, dst, action, flags)
            decref(vm, function)
            return status
        return call_function(m, <Function*>INSTANCE_CALL.as_.block, base, count + 1, keyword_names, dst, action, flags)
    release_values(vm, args, count)
    return raise_format(vm, E_TYPE_ERROR, "'%s' object is not callable", type_name(callee), NULL, NULL)


# --- returning -------------------------------------------------------------------------------------------------------

cdef int deliver(Machine* m, Value result, int dst, int action, int flags) noexcept nogil:
    cdef Frame* frame = m.frame
    cdef VM* vm = &m.vm
    cdef bint truth
    cdef int status
    cdef int64_t i
    cdef uint64_t word
    if action == ACTION_STORE or action == ACTION_NEXT:
        value_store(vm, &frame.registers[dst], result)
        return OK
    if action == ACTION_DISCARD:
        decref(vm, result)
        return OK
    if action == ACTION_DELEGATE:
        # The instruction is executed again when this frame is resumed.
        frame.pc -= 1
        return frame_yield(m, <uint16_t>dst, result)
    if action == ACTION_UNPACK:
        for i in range((<Tuple*>result.as_.block).length):
            value_store(vm, &frame.registers[dst + i], value_copy(tuple_items(<Tuple*>result.as_.block)[i]))
        decref(vm, result)
        return OK
    if action == ACTION_FOR_ITER:
        value_store(vm, &frame.registers[dst], result)
        frame.pc += 1 + <int32_t>(frame.pc[0] >> 32)
        return OK
    status = value_truth(vm, result, &truth)
    if status == DEFER:
        status = call_prelude(m, vm.deferred, &result, 1, dst, action, flags)
        decref(vm, result)
        return status
    decref(vm, result)
    if status != OK:
        return status
    if flags & FRAME_INVERT:
        truth = not truth
    if action == ACTION_TRUTH:
        value_store(vm, &frame.registers[dst], value_bool(truth))
        return OK
    # ACTION_BRANCH: the frame's next word is the jump of the IF_ instruction before it
    word = (frame.pc - 1)[0]
    if truth == <bint>(word >> 8 & 0xFF):
        frame.pc += 1 + <int32_t>(frame.pc[0] >> 32)
    else:
        frame.pc += 1
    return OK


cdef void frame_drop(Machine* m) noexcept nogil:
    cdef Frame* frame = m.frame
    cdef VM* vm = &m.vm
    cdef Generator* generator = frame.generator
    cdef Value old
    if generator != NULL:
        generator.state = GENERATOR_FINISHED
        generator.head.flags &= 0xFFFF ^ GENERATOR_ASYNC_RUNNING
        old = m.handled
        m.handled = frame.outer_handled
        decref(vm, old)
        release_values(vm, frame.registers, frame.code.register_count)
    elif frame.flags & FRAME_ON_STACK:
        release_values(vm, frame.registers, frame.code.register_count)
        if frame.action == ACTION_INIT or frame.action == ACTION_NEW:
            decref(vm, frame.outer_handled)
        elif frame.action == ACTION_CHECKED:
            if not is_checked_in_place(frame):
                release_values(vm, frame.registers - 2, 2)
        elif frame.action == ACTION_SEARCH:
            release_values(vm, frame.registers - SEARCH_VALUES, SEARCH_VALUES)
        elif frame.action == ACTION_SORT:
            sort_abandon(m, frame.registers - SORT_VALUES)
    elif frame.flags & FRAME_IMPORT:
        module_body_dropped(m, frame.module)
    m.frame = frame - 1
    if frame.function != NULL and not frame.function.head.flags & FUNCTION_IMMORTAL:
        decref(vm, value_block(&frame.function.head))
    if generator != NULL:
        decref(vm, value_block(&generator.head))


cdef int frame_return(Machine* m, Value result) noexcept nogil:
    cdef Frame* frame = m.frame
    cdef VM* vm = &m.vm
    cdef int dst = frame.dst
    cdef int action = frame.action
    cdef int flags = frame.flags
    cdef int status
    cdef int generator = frame.generator.head.type if frame.generator != NULL else 0
    if frame == m.frames:
        if unlikely(vm.heap.has_finalizers == 1):
            vm.heap.has_finalizers = 2
            collector_drop_all(vm)
        if vm.heap.dropped_count > 0:
            # The instruction is executed again when that is done.
            decref(vm, result)
            frame.pc -= 1
            return finish_dropped(m)
        m.result = result
        return FINISHED
    if flags & FRAME_IMPORT:
        decref(vm, result)
        status = module_body_done(m, frame.module)
        frame_drop(m)
        if status == OK:
            m.frame.pc -= 1         # the instruction that imports goes on
        return status
    if action == ACTION_CHECKED:
        return checked_return(m, result)
    if action == ACTION_SEARCH:
        return search_return(m, result)
    if action == ACTION_SORT:
        return sort_return(m, result)
    if action == ACTION_NEW:
        return new_returned(m, result)
    if action == ACTION_INIT:
        if result.tag != T_NONE:
            raise_format(vm, E_TYPE_ERROR, "__init__() should return None, not '%s'", type_name(result), NULL, NULL)
            decref(vm, result)
            frame_drop(m)
            return ERROR
        result = value_copy(frame.outer_handled)
        action = ACTION_STORE
    frame_drop(m)
    if generator:
        return generator_returned(m, generator, result, dst, action)
    return deliver(m, result, dst, action, flags)


# --- unwinding -------------------------------------------------------------------------------------------------------

cdef int materialise(Machine* m) noexcept nogil:
    if m.vm.fatal != LIMIT_NONE:
        return ERROR
    if unlikely(m.vm.raised_kind == 0 and m.vm.exception.tag == T_UNSET):
        # A native gave up and said nothing: a defect, but none that a program may bring its host down with.
        raise_error(&m.vm, E_SYSTEM_ERROR, "an operation failed and set no exception")
    if m.vm.raised_kind != 0:
        return exception_from_error(m)
    return OK


cdef int unwind(Machine* m) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Frame* frame
    cdef Code* code
    cdef int32_t position
    cdef int32_t i
    cdef int generator
    if materialise(m) != OK:
        return ERROR
    while True:
        frame = m.frame
        code = frame.code
        position = <int32_t>(frame.pc - code.instructions) - 1
        if (code.instructions[position] & 0xFF) == OP_YIELD_FROM and delegation_ends(m, code.instructions[position]):
            return OK
        if m.reraised:
            m.reraised = False
        elif exception_add_traceback(vm, vm.exception, code, position) != OK:
            return ERROR
        for i in range(code.exception_count):
            if code.exception_table[i].start <= position < code.exception_table[i].end:
                value_store(vm, &frame.registers[code.exception_table[i].register], vm.exception)
                vm.exception = value_unset()
                frame.pc = code.instructions + code.exception_table[i].target
                return OK
        if frame == m.frames:
            return ERROR
        generator = frame.generator.head.type if frame.generator != NULL else 0
        if unlikely(frame.action == ACTION_FOR_ITER and not generator) and class_is_subclass(
                (<Object*>vm.exception.as_.block).cls, exception_class(E_STOP_ITERATION)):
            # A __next__ written in Python says that there is nothing more: the loop ends.
            frame_drop(m)
            clear_error(vm)
            frame = m.frame
            value_store(vm, &frame.registers[(frame.pc - 1)[0] >> 16 & 0xFFFF], value_unset())
            frame.pc += 1
            return OK
        frame_drop(m)
        if generator and stop_iteration_in_generator(m, generator) != OK:
            return ERROR
