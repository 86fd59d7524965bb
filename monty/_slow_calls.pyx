"""Slow paths: calls, methods that are called, and the making of functions."""

from libc.stdint cimport int32_t, int64_t, uint32_t, uint64_t

from monty._calls cimport *
from monty._generated cimport *
from monty._generators cimport generator_resume
from monty._heap cimport *
from monty._machine cimport *
from monty._operands cimport *
from monty._protocol cimport *
from monty._slow cimport defer_operation
from monty._slow_attributes cimport attribute_remember
from monty._slow_names cimport raise_damaged
from monty.objects.descriptors cimport Member, MethodWrapper, Super
from monty.objects.dict cimport Dict, dict_get_str, dict_next
from monty.objects.function cimport function_new
from monty.objects.instance cimport *
from monty.objects.list cimport List
from monty.objects.module cimport Module, module_find
from monty.objects.str cimport str_exact, str_same, str_static
from monty.objects.str_builder cimport writer_ascii, writer_char, writer_discard, writer_finish, writer_init, writer_str
from monty.objects.tuple cimport Tuple, tuple_items, tuple_new
from monty.objects.type cimport (bound_method_new, class_find_native, class_is_subclass, class_of, class_value, native_owner_name,
                                 value_get_attribute)

cdef Value* PRELUDE_METHOD_CALL = prelude_slot(b"method_call")
cdef Value* METHOD_FIND = prelude_slot(b"method_find")


cdef Str* NAME_NEW = str_static(b"__new__")
cdef Str* NAME_SEND = str_static(b"send")


cdef int slow_call(Machine* m, uint64_t word) noexcept nogil:
    cdef Value* R = m.frame.registers
    cdef uint32_t b = operand_b(word)
    cdef Value callee = R[b]
    cdef Value function
    if callee.tag == (T_BOUND_METHOD | COUNTED) and (<BoundMethod*>callee.as_.block).receiver.tag != T_UNSET:
        # The receiver takes the place of the method, just before the arguments.
        function = value_copy((<BoundMethod*>callee.as_.block).function)
        R[b] = value_copy((<BoundMethod*>callee.as_.block).receiver)
        decref(&m.vm, callee)
        return call_taken(m, function, &R[b], operand_c(word) + 1, value_unset(), operand_a(word))
    R[b].tag = T_UNSET
    return call_taken(m, callee, &R[b + 1], operand_c(word), value_unset(), operand_a(word))


cdef int slow_call_constant(Machine* m, uint64_t word, Value callee) noexcept nogil:
    cdef Value* args = &m.frame.registers[operand_b(word)]
    cdef Value given
    if callee.tag == T_TYPE and <Class*>callee.as_.block == types_pointer[T_TYPE].cls and operand_c(word) == 1:
        # type(x)
        given = args[0]
        args[0].tag = T_UNSET
        value_store(&m.vm, &m.frame.registers[operand_a(word)], class_value(class_of(given)))
        decref(&m.vm, given)
        return OK
    return call_value(m, callee, args, operand_c(word), value_unset(), operand_a(word), ACTION_STORE, 0)


cdef int slow_call_keywords(Machine* m, uint64_t word, uint64_t extension) noexcept nogil:
    cdef Value* R = m.frame.registers
    cdef uint32_t b = operand_b(word)
    cdef Value callee = R[b]
    cdef int status
    R[b].tag = T_UNSET
    status = call_value(m, callee, &R[b + 1], operand_c(word), m.frame.code.constants[<int32_t>(extension >> 32)],
                        operand_a(word), ACTION_STORE, 0)
    decref(&m.vm, callee)
    return status


# call_value for a callee whose reference is taken; a native function by position is called on the spot.
cdef int call_taken(Machine* m, Value callee, Value* args, int64_t count, Value keyword_names, uint32_t dst) noexcept nogil:
    cdef Native* native
    cdef Value result
    cdef int64_t i
    cdef int status
    if callee.tag == T_NATIVE and keyword_names.tag == T_UNSET:
        native = <Native*>callee.as_.block
        if <uint32_t>count - native.fewest <= native.optional and (
                m.frame.flags & FRAME_ON_STACK or count == native.parameters) and (
                native.kind == NATIVE_FUNCTION or (native.kind == NATIVE_METHOD and count > 0
                                                   and (args[0].tag & EXACT_MASK) == native.type)):
            for i in range(count, <int64_t>native.parameters):
                args[i].tag = T_UNSET
            m.native_dst = dst
            m.native_action = ACTION_STORE
            m.native_flags = 0
            status = native.function(&m.vm, args, native.parameters, &result)
            if status != OK:
                return native_not_done(m, native, args, count, status, dst)
            release_values(&m.vm, args, count)
            value_store(&m.vm, &m.frame.registers[dst], result)
            return OK
    status = call_value(m, callee, args, count, keyword_names, dst, ACTION_STORE, 0)
    decref(&m.vm, callee)
    return status


# The function that name(...) of a class of the program, or of one of its instances, calls, if that is no method of the
# instance: a staticmethod, a classmethod, or a function reached through the class. NULL: something else. `how`:
# ATTRIBUTE_UNBOUND or ATTRIBUTE_OF_TYPE.
cdef Function* class_function(Class* cls, int through, Str* name, int* how) noexcept nogil:
    cdef Class* meta = cls.metaclass if cls.metaclass != NULL else types_pointer[T_TYPE].cls
    cdef Value found, other
    if through == CALLED_THROUGH_INSTANCE:
        if cls.flags & CLASS_GET_ATTRIBUTE or class_key_index(cls, name) >= 0:
            return NULL
    elif meta.flags & CLASS_GET_ATTRIBUTE or (class_lookup(meta, name, &other) and is_data_descriptor(other)):
        return NULL
    if not class_lookup(cls, name, &found):
        return NULL
    how[0] = ATTRIBUTE_UNBOUND
    if found.tag == (T_CLASS_METHOD | COUNTED):
        how[0] = ATTRIBUTE_OF_TYPE
    if found.tag == (T_CLASS_METHOD | COUNTED) or found.tag == (T_STATIC_METHOD | COUNTED):
        found = (<MethodWrapper*>found.as_.block).function
    elif through == CALLED_THROUGH_INSTANCE:
        return NULL
    return <Function*>found.as_.block if found.tag == (T_FUNCTION | COUNTED) else NULL


# The number of the value that an instance has itself under the name, where nothing of its class hides it; -1: none.
cdef int own_number(Class* cls, Str* name) noexcept nogil:
    cdef int number = class_key_index(cls, name)
    cdef Value found
    if number < 0 or cls.flags & CLASS_GET_ATTRIBUTE:
        return -1
    if class_lookup(cls, name, &found) and (
            type_of(found) != T_MEMBER or <int64_t>(<Member*>found.as_.block).index != number
            or not class_is_subclass(cls, (<Member*>found.as_.block).owner)):
        return -1
    return number


# The function that is an attribute of the instance, by its number; NULL if there is another value.
cdef inline Function* own_function(Value v, int64_t number) noexcept nogil:
    cdef Attributes* attributes = &(<Instance*>v.as_.block).attributes
    if 0 <= number < attributes.count and attributes.values[number].tag == (T_FUNCTION | COUNTED):
        return <Function*>attributes.values[number].as_.block
    return NULL


# Calls of such functions, and of those that an instance has as an attribute. NOT_IMPLEMENTED: it is none.
cdef int call_class_function(Machine* m, uint64_t word, Value receiver, Str* name, Value keyword_names) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value* args = &m.frame.registers[operand_b(word)]
    cdef int64_t count = operand_c(word)
    cdef int through = CALLED_THROUGH_CLASS
    cdef uint64_t* address
    cdef AttributeEntry* entry
    cdef Class* cls
    cdef Function* f
    cdef Value called
    cdef int how = 0
    cdef int status
    if receiver.tag == (T_INSTANCE | COUNTED | SUBCLASSED):
        if (<Instance*>receiver.as_.block).attributes.dictionary != NULL:
            return NOT_IMPLEMENTED
        cls = (<Instance*>receiver.as_.block).attributes.cls
        through = CALLED_THROUGH_INSTANCE
    else:
        cls = <Class*>receiver.as_.block
    address = call_address(m.frame.pc, through)
    entry = attribute_cached(m, address, cls)
    if entry != NULL:
        how = entry.index
        f = <Function*>entry.block if how < 0 else own_function(receiver, how)
        if f == NULL:
            return NOT_IMPLEMENTED
    else:
        f = class_function(cls, through, name, &how)
        if f == NULL and through == CALLED_THROUGH_INSTANCE:
            how = own_number(cls, name)
            f = own_function(receiver, how)
        if f == NULL:
            return NOT_IMPLEMENTED
        entry = attribute_entry_for(m, address, cls)
        entry.block = &f.head if how < 0 else NULL
        entry.index = how
    called = value_copy(value_block(&f.head))
    if how == ATTRIBUTE_OF_TYPE:
        args[0] = value_copy(value_block(&cls.head))
        status = call_function(m, f, args, count + 1, keyword_names, operand_a(word), ACTION_STORE, 0)
    else:
        args[0].tag = T_UNSET
        status = call_function(m, f, args + 1, count, keyword_names, operand_a(word), ACTION_STORE, 0)
    decref(vm, called)
    decref(vm, receiver)
    return status


cdef int slow_call_method(Machine* m, uint64_t word, uint64_t extension) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Frame* frame = m.frame
    cdef Value* R = frame.registers
    cdef uint32_t b = operand_b(word)
    cdef uint32_t count = operand_c(word)
    cdef Value receiver = R[b]
    cdef Value keyword_names = value_unset()
    cdef Value attribute, found
    cdef Class* cls
    cdef CacheEntry* native_entry
    cdef AttributeEntry* entry
    cdef Attributes* own
    cdef Native* native
    cdef bint plain
    cdef int status
    cdef Str* name
    if operand_a(extension) != 0:
        keyword_names = frame.code.constants[operand_a(extension) - 1]
    if receiver.aux == METHOD_FOUND and (type_of(receiver) == T_NATIVE or type_of(receiver) == T_FUNCTION):
        R[b].tag = T_UNSET
        receiver.aux = 0
        return call_taken(m, receiver, &R[b + 1], count, keyword_names, operand_a(word))
    if ((receiver.tag == (T_GENERATOR | COUNTED) or receiver.tag == (T_COROUTINE | COUNTED)) and count == 1
            and (<Generator*>receiver.as_.block).facade == NULL and keyword_names.tag == T_UNSET
            and str_same(<Str*>frame.code.constants[<int32_t>(extension >> 32)].as_.block, NAME_SEND)):
        # As generator_send, with what is sent handed over.
        attribute = R[b + 1]
        R[b].tag = T_UNSET
        R[b + 1].tag = T_UNSET
        status = generator_resume(m, <Generator*>receiver.as_.block, attribute, operand_a(word), ACTION_NEXT, 0)
        decref(vm, receiver)
        return status
    if receiver.tag == (T_BOUND_METHOD | COUNTED) and (
            (<BoundMethod*>receiver.as_.block).receiver.tag == T_UNSET):
        R[b].tag = T_UNSET
        attribute = value_copy((<BoundMethod*>receiver.as_.block).function)
        decref(vm, receiver)
        status = call_value(m, attribute, &R[b + 1], count, keyword_names, operand_a(word), ACTION_STORE, 0)
        decref(vm, attribute)
        return status
    if receiver.tag == T_UNSET:
        return raise_damaged(m)
    name = <Str*>frame.code.constants[<int32_t>(extension >> 32)].as_.block
    if receiver.tag == (T_MODULE | COUNTED) and module_find(<Module*>receiver.as_.block, name, &attribute):
        R[b].tag = T_UNSET
        incref(attribute)
        status = call_taken(m, attribute, &R[b + 1], count, keyword_names, operand_a(word))
        decref(vm, receiver)
        return status
    if row_of(receiver).get_attribute == NULL:
        cls = class_of(receiver)
        native = class_find_native(cls, name) if cls != NULL and cls.flags & CLASS_BUILTIN else NULL
        if native != NULL and native.kind == NATIVE_METHOD:
            if (keyword_names.tag == T_UNSET and type_of(receiver) != T_GENERATOR and type_of(receiver) != T_NATIVE
                    and type_of(receiver) != T_FUNCTION):
                native_entry = &m.method_cache[(<size_t>frame.pc >> 3) & (METHOD_CACHE_SIZE - 1)]
                native_entry.pc = frame.pc
                native_entry.native = native
                native_entry.tag = type_of(receiver)
            return call_native(m, native, &R[b], count + 1, keyword_names, operand_a(word), ACTION_STORE, 0)
    if receiver.tag == (T_SUPER | COUNTED) and str_same(name, NAME_NEW) and (
            (<Super*>receiver.as_.block).object.tag != T_UNSET) and class_lookup_after(
            <Class*>(<Super*>receiver.as_.block).object_class.as_.block,
            <Class*>(<Super*>receiver.as_.block).start.as_.block, name, &found) and (
                type_of(found) == T_NATIVE or found.tag == (T_STATIC_METHOD | COUNTED)):
        # super().__new__(cls): nothing is bound.
        found = value_copy(found if type_of(found) == T_NATIVE else (<MethodWrapper*>found.as_.block).function)
        R[b].tag = T_UNSET
        decref(vm, receiver)
        status = call_value(m, found, &R[b + 1], count, keyword_names, operand_a(word), ACTION_STORE, 0)
        decref(vm, found)
        return status
    if receiver.tag == (T_SUPER | COUNTED) and (<Super*>receiver.as_.block).object.tag & SUBCLASSED:
        # super().method(): what it is bound to stands where the super object was.
        attribute = (<Super*>receiver.as_.block).object
        if type_of(attribute) != T_TYPE and class_lookup_after(
                <Class*>(<Super*>receiver.as_.block).object_class.as_.block,
                <Class*>(<Super*>receiver.as_.block).start.as_.block, name, &found) and is_method(found):
            R[b] = value_copy(attribute)
            found = value_copy(found)
            decref(vm, receiver)
            status = call_value(m, found, &R[b], count + 1, keyword_names, operand_a(word), ACTION_STORE, 0)
            decref(vm, found)
            return status
    if receiver.tag & SUBCLASSED and type_of(receiver) != T_TYPE and operand_flag(word) == 0:
        cls = subclass_of(receiver)
        if keyword_names.tag == T_UNSET and receiver.tag == (T_INSTANCE | COUNTED | SUBCLASSED) and (
                (<Instance*>receiver.as_.block).attributes.dictionary == NULL):
            entry = attribute_cached(m, frame.pc, cls)
            if entry != NULL:
                attribute = value_block(entry.block)
                incref(attribute)
                status = call_function(m, <Function*>entry.block, &R[b], count + 1, keyword_names, operand_a(word),
                                       ACTION_STORE, 0)
                decref(vm, attribute)
                return status
        own = block_attributes(receiver.as_.block)
        plain = keyword_names.tag == T_UNSET and own != NULL and own.dictionary == NULL
        if plain and cls.base != types_pointer[T_OBJECT].cls:
            entry = attribute_cached(m, call_address(frame.pc, CALLED_OF_BUILT_IN), cls)
            if entry != NULL:
                if entry.block.type == T_NATIVE:
                    native = <Native*>entry.block
                    if (native.type == type_of(receiver) and count + 1 == native.positional
                            and count + 1 == native.parameters and not native.variadic):
                        return call_exactly(m, native, &R[b], count + 1, operand_a(word))
                attribute = value_block(entry.block)
                incref(attribute)
                status = call_value(m, attribute, &R[b], count + 1, keyword_names, operand_a(word), ACTION_STORE, 0)
                decref(vm, attribute)
                return status
        if not cls.flags & CLASS_GET_ATTRIBUTE and class_lookup(cls, name, &attribute) and is_method(attribute):
            if not own_attribute_exists(receiver, name):
                if plain and class_key_index(cls, name) < 0:
                    if receiver.tag == (T_INSTANCE | COUNTED | SUBCLASSED) and type_of(attribute) == T_FUNCTION:
                        attribute_remember(m, cls, ATTRIBUTE_CALLED, attribute.as_.block)
                    elif cls.base != types_pointer[T_OBJECT].cls:
                        remember_of_built_in(m, cls, attribute)
                attribute = value_copy(attribute)
                status = call_value(m, attribute, &R[b], count + 1, keyword_names, operand_a(word), ACTION_STORE, 0)
                decref(vm, attribute)
                return status
    if operand_flag(word) == 0 and (receiver.tag == (T_INSTANCE | COUNTED | SUBCLASSED) or (
            type_of(receiver) == T_TYPE and not (<Class*>receiver.as_.block).flags & CLASS_BUILTIN)):
        status = call_class_function(m, word, receiver, name, keyword_names)
        if status != NOT_IMPLEMENTED:
            return status
    status = value_get_attribute(vm, receiver, name, &attribute)
    if status == DEFER:
        # The attribute first, the call when it is there.
        return defer_method(m, word, receiver, frame.code.constants[<int32_t>(extension >> 32)], keyword_names)
    if status != OK:
        if status == ERROR:
            # The place of the error is the attribute, which is that of the first word; the call's is that of EXT.
            frame.pc -= 1
        return status
    R[b].tag = T_UNSET
    status = call_taken(m, attribute, &R[b + 1], count, keyword_names, operand_a(word))
    decref(vm, receiver)
    return status


# Does a function or a native become a method of the object through which it is found?
cdef inline bint is_method(Value v) noexcept nogil:
    return type_of(v) == T_FUNCTION or (type_of(v) == T_NATIVE and (<Native*>v.as_.block).kind == NATIVE_METHOD)


# Call a method of a built-in type with as many arguments as it has parameters.
cdef inline int call_exactly(Machine* m, Native* native, Value* args, int64_t count, int dst) noexcept nogil:
    cdef Value result
    cdef int status
    m.native_dst = dst
    m.native_action = ACTION_STORE
    m.native_flags = 0
    status = native.function(&m.vm, args, count, &result)
    if unlikely(status != OK):
        return native_not_done(m, native, args, count, status, dst)
    release_values(&m.vm, args, count)
    value_store(&m.vm, &m.frame.registers[dst], result)
    return OK


cdef void remember_of_built_in(Machine* m, Class* cls, Value method) noexcept nogil:
    cdef uint64_t* address = call_address(m.frame.pc, CALLED_OF_BUILT_IN)
    cdef AttributeEntry* entry = attribute_entry_for(m, address, cls)
    entry.index = ATTRIBUTE_CALLED
    entry.block = method.as_.block


# Does the object itself have an attribute of that name, which would hide a method of its class?
cdef bint own_attribute_exists(Value v, Str* name) noexcept nogil:
    cdef Attributes* attributes = block_attributes(v.as_.block)
    cdef Value found
    if attributes != NULL:
        return attributes_find(attributes, name) != NULL
    if type_of(v) == T_EXCEPTION:
        found = (<ExceptionObject*>v.as_.block).attributes
        return found.tag != T_UNSET and dict_get_str(<Dict*>found.as_.block, name, &found)
    return False


# A method whose lookup needs something written in Python: the prelude looks it up and calls it.
cdef int defer_method(Machine* m, uint64_t word, Value receiver, Value name, Value keyword_names) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef uint32_t b = operand_b(word)
    cdef int64_t count = operand_c(word)
    cdef Value* base = m.frame.stack_top
    cdef int64_t i
    if stack_reserve(m, &base, count + 2) != OK:
        return ERROR
    base[0] = m.frame.registers[b]
    m.frame.registers[b].tag = T_UNSET
    base[1] = value_copy(name)
    for i in range(count):
        base[i + 2] = m.frame.registers[b + 1 + i]
        m.frame.registers[b + 1 + i].tag = T_UNSET
    return call_value(m, PRELUDE_METHOD_CALL[0], base, count + 2, keyword_names, operand_a(word), ACTION_STORE, 0)


# Will call_class_function call what the name stands for?
cdef bint is_class_function(Machine* m, Value receiver, Str* name) noexcept nogil:
    cdef int through = CALLED_THROUGH_CLASS
    cdef uint64_t* address
    cdef AttributeEntry* entry
    cdef Class* cls
    cdef int how
    if receiver.tag == (T_INSTANCE | COUNTED | SUBCLASSED):
        if (<Instance*>receiver.as_.block).attributes.dictionary != NULL:
            return False
        cls = (<Instance*>receiver.as_.block).attributes.cls
        through = CALLED_THROUGH_INSTANCE
    elif type_of(receiver) == T_TYPE and not (<Class*>receiver.as_.block).flags & CLASS_BUILTIN:
        cls = <Class*>receiver.as_.block
    else:
        return False
    address = call_address(m.frame.pc, through)
    entry = attribute_cached(m, address, cls)
    if entry != NULL:
        return entry.index < 0
    if class_function(cls, through, name, &how) == NULL:
        return False
    entry = attribute_entry_for(m, address, cls)
    entry.block = NULL
    entry.index = how
    return True


# The function that the instance has as an attribute of this name, from now on found by its number; NULL: it is not that.
cdef Function* own_function_found(Machine* m, Value v, Str* name) noexcept nogil:
    cdef uint64_t* address = call_address(m.frame.pc, CALLED_THROUGH_INSTANCE)
    cdef AttributeEntry* entry
    cdef Class* cls
    cdef int number
    if v.tag != (T_INSTANCE | COUNTED | SUBCLASSED) or (<Instance*>v.as_.block).attributes.dictionary != NULL:
        return NULL
    cls = (<Instance*>v.as_.block).attributes.cls
    entry = attribute_cached(m, address, cls)
    if entry != NULL:
        return own_function(v, entry.index)
    number = own_number(cls, name)
    if own_function(v, number) == NULL:
        return NULL
    entry = attribute_entry_for(m, address, cls)
    entry.block = NULL
    entry.index = number
    return own_function(v, number)


# A method found before its arguments were evaluated: a bound method without a receiver stands in for the object.
cdef int find_method(Machine* m, uint64_t word) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value* where = &m.frame.registers[operand_a(word)]
    cdef Value name = m.frame.code.constants[operand_b(word)]
    cdef Value attribute, found
    cdef Value[2] operands
    cdef Class* cls
    cdef CacheEntry* entry
    cdef Native* native
    cdef Function* f
    cdef int status
    if where.tag == T_UNSET:
        return raise_damaged(m)
    if row_of(where[0]).get_attribute == NULL:
        cls = class_of(where[0])
        entry = &m.method_cache[(<size_t>m.frame.pc >> 3) & (METHOD_CACHE_SIZE - 1)]
        if entry.pc == m.frame.pc and entry.tag == type_of(where[0]):
            return OK
        native = (class_find_native(cls, <Str*>name.as_.block) if cls != NULL and cls.flags & CLASS_BUILTIN
                  else NULL)
        if native != NULL and native.kind == NATIVE_METHOD:
            if type_of(where[0]) != T_GENERATOR and type_of(where[0]) != T_NATIVE and type_of(where[0]) != T_FUNCTION:
                entry.pc = m.frame.pc
                entry.tag = type_of(where[0])
                entry.native = native
            return OK
    if where.tag == (T_SUPER | COUNTED) and (<Super*>where.as_.block).object.tag & SUBCLASSED:
        if type_of((<Super*>where.as_.block).object) != T_TYPE and class_lookup_after(
                <Class*>(<Super*>where.as_.block).object_class.as_.block,
                <Class*>(<Super*>where.as_.block).start.as_.block, <Str*>name.as_.block, &found) and (
                    type_of(found) == T_FUNCTION):
            return OK
    if where.tag == (T_MODULE | COUNTED) and module_find(<Module*>where.as_.block, <Str*>name.as_.block, &attribute) and (
            type_of(attribute) == T_FUNCTION or type_of(attribute) == T_NATIVE):
        incref(attribute)
        attribute.aux = METHOD_FOUND
        value_store(vm, where, attribute)
        return OK
    if where.tag & SUBCLASSED and type_of(where[0]) != T_TYPE:
        # A method of the class: found again when it is called.
        cls = subclass_of(where[0])
        if not cls.flags & CLASS_GET_ATTRIBUTE and class_lookup(cls, <Str*>name.as_.block, &attribute) and (
                type_of(attribute) == T_FUNCTION or (type_of(attribute) == T_NATIVE
                                                     and (<Native*>attribute.as_.block).kind == NATIVE_METHOD)):
            if not own_attribute_exists(where[0], <Str*>name.as_.block):
                if where.tag == (T_INSTANCE | COUNTED | SUBCLASSED) and class_key_index(cls, <Str*>name.as_.block) < 0:
                    attribute_remember(m, cls, ATTRIBUTE_CALLED, attribute.as_.block)
                return OK
    if is_class_function(m, where[0], <Str*>name.as_.block):
        return OK
    f = own_function_found(m, where[0], <Str*>name.as_.block)
    if f != NULL:
        if bound_method_new(vm, value_block(&f.head), value_unset(), &found) != OK:
            return ERROR
        value_store(vm, where, found)
        return OK
    status = value_get_attribute(vm, where[0], <Str*>name.as_.block, &attribute)
    if status == DEFER:
        operands[0] = where[0]
        operands[1] = name
        vm.deferred = METHOD_FIND
        return defer_operation(m, operands, 2, -1, -1, operand_a(word), ACTION_STORE, 0)
    if status != OK:
        return status
    if type_of(attribute) == T_FUNCTION or type_of(attribute) == T_NATIVE:
        attribute.aux = METHOD_FOUND
        value_store(vm, where, attribute)
        return OK
    status = bound_method_new(vm, attribute, value_unset(), &found)
    decref(vm, attribute)
    if status == OK:
        value_store(vm, where, found)
    return status


cdef int slow_call_spread(Machine* m, uint64_t word) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value* R = m.frame.registers
    cdef uint32_t b = operand_b(word)
    cdef Value callee, positional, keywords
    cdef Value names = value_unset()
    cdef Value key, item
    cdef Value* base
    cdef Value* items
    cdef int64_t count, total, i
    cdef int64_t position = 0
    cdef Tuple* t
    cdef int status
    if (R[b + 1].tag & EXACT_MASK) == T_LIST:
        items = (<List*>R[b + 1].as_.block).items
        count = (<List*>R[b + 1].as_.block).length
    elif (R[b + 1].tag & EXACT_MASK) == T_TUPLE:
        items = tuple_items(<Tuple*>R[b + 1].as_.block)
        count = (<Tuple*>R[b + 1].as_.block).length
    else:
        return raise_damaged(m)
    if R[b + 2].tag != T_UNSET and R[b + 2].tag != (T_DICT | COUNTED):
        return raise_damaged(m)
    total = count
    if R[b + 2].tag != T_UNSET and (<Dict*>R[b + 2].as_.block).count > 0:
        total += (<Dict*>R[b + 2].as_.block).count
        t = tuple_new(vm, (<Dict*>R[b + 2].as_.block).count)
        if t == NULL:
            return ERROR
        names = value_block(&t.head)
    base = m.frame.stack_top
    if stack_reserve(m, &base, 2 * total) != OK:
        decref(vm, names)
        return ERROR
    R = m.frame.registers
    callee = take_register(&R[b])
    positional = take_register(&R[b + 1])
    keywords = take_register(&R[b + 2])
    for i in range(count):
        copy_argument(&base[i], &items[i])
    if names.tag != T_UNSET:
        i = 0
        while dict_next(<Dict*>keywords.as_.block, &position, &key, &item):
            if type_of(key) != T_STR:
                raise_error(vm, E_TYPE_ERROR, "keywords must be strings")
                break
            # Names are compared as what they are, whatever a subclass says.
            if str_exact(vm, key, &tuple_items(<Tuple*>names.as_.block)[i]) != OK:
                break
            base[count + i] = value_copy(item)
            i += 1
        total = count + i
    decref(vm, positional)
    decref(vm, keywords)
    if names.tag != T_UNSET and total != count + (<Tuple*>names.as_.block).length:
        release_values(vm, base, total)
        decref(vm, names)
        decref(vm, callee)
        return ERROR
    status = call_value(m, callee, base, total, names, operand_a(word), ACTION_STORE, 0)
    decref(vm, names)
    decref(vm, callee)
    return status


cdef int make_function(Machine* m, uint64_t word) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Frame* frame = m.frame
    cdef Value* R = frame.registers
    cdef uint32_t b = operand_b(word)
    cdef uint32_t flag = operand_flag(word)
    cdef Code* code = <Code*>frame.code.constants[operand_c(word)].as_.block
    cdef Function* f = function_new(vm, code, frame.module)
    cdef int32_t i
    cdef Cell* cell
    if f == NULL:
        return ERROR
    for i in range(code.capture_count):
        if code.captures[i].local:
            if R[code.captures[i].index].tag != (T_CELL | COUNTED):
                decref(vm, value_block(&f.head))
                return raise_damaged(m)
            cell = <Cell*>R[code.captures[i].index].as_.block
        else:
            cell = function_cells(frame.function)[code.captures[i].index]
        cell.head.refcount += 1
        function_cells(f)[i] = cell
    if flag & 1:
        f.defaults = R[b]
        R[b].tag = T_UNSET
    if flag & 2:
        f.keyword_defaults = R[b + 1]
        R[b + 1].tag = T_UNSET
    if flag & 4:
        f.annotations = R[b + 2]
        R[b + 2].tag = T_UNSET
    if (flag & 1 and type_of(f.defaults) != T_TUPLE) or (flag & 2 and type_of(f.keyword_defaults) != T_DICT):
        decref(vm, value_block(&f.head))
        return raise_damaged(m)
    value_store(vm, &R[operand_a(word)], value_block(&f.head))
    return OK


cdef int raise_spread(Machine* m, Value callee, const char* text, Value culprit) noexcept nogil:
    cdef Writer w
    cdef Value message
    writer_init(&w, &m.vm)
    if write_callee(&w, callee) != OK or writer_ascii(&w, text, -1) != OK or (
            type_of(culprit) == T_STR and writer_str(&w, <Str*>culprit.as_.block) != OK) or (
            type_of(culprit) != T_STR and writer_ascii(&w, type_name(culprit), -1) != OK):
        writer_discard(&w)
        return ERROR
    if writer_finish(&w, &message) != OK:
        return ERROR
    return raise_value(&m.vm, E_TYPE_ERROR, message)


cdef int write_callee(Writer* w, Value callee) noexcept nogil:
    cdef Value f = callee
    cdef int status
    if type_of(f) == T_BOUND_METHOD:
        f = (<BoundMethod*>f.as_.block).function
    if type_of(f) == T_FUNCTION:
        if (<Function*>f.as_.block).module != NULL and (
                writer_str(w, <Str*>(<Function*>f.as_.block).module.name.as_.block) != OK or writer_char(w, c'.') != OK):
            return ERROR
        if writer_str(w, <Str*>(<Function*>f.as_.block).qualname.as_.block) != OK:
            return ERROR
        return writer_ascii(w, "()", 2)
    if type_of(f) == T_NATIVE:
        if (<Native*>f.as_.block).type >= 0 and (writer_ascii(w, native_owner_name(<Native*>f.as_.block), -1) != OK
                                                 or writer_char(w, c'.') != OK):
            return ERROR
        if writer_str(w, (<Native*>f.as_.block).name) != OK:
            return ERROR
        return writer_ascii(w, "()", 2)
    if type_of(f) == T_TYPE:
        if not (<Class*>f.as_.block).flags & CLASS_BUILTIN and type_of((<Class*>f.as_.block).module) == T_STR and (
                writer_str(w, <Str*>(<Class*>f.as_.block).module.as_.block) != OK or writer_char(w, c'.') != OK):
            return ERROR
        if writer_str(w, <Str*>(<Class*>f.as_.block).qualname.as_.block) != OK:
            return ERROR
        return writer_ascii(w, "()", 2)
    status = value_str(w.vm, f, w, NATIVE_DEPTH)
    if status == DEFER:
        return writer_ascii(w, type_name(f), -1)
    return status


cdef int raise_duplicate_keyword(Machine* m, Value callee, Value key) noexcept nogil:
    cdef Writer w
    cdef Value message
    writer_init(&w, &m.vm)
    if (write_callee(&w, callee) != OK or writer_ascii(&w, " got multiple values for keyword argument '", -1) != OK
            or writer_str(&w, <Str*>key.as_.block) != OK or writer_char(&w, 39) != OK):
        writer_discard(&w)
        return ERROR
    if writer_finish(&w, &message) != OK:
        return ERROR
    return raise_value(&m.vm, E_TYPE_ERROR, message)
