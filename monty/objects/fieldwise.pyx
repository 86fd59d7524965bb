"""Comparison, order and hash of instances by some of their attributes.

A function so marked is a closure whose first free variable holds the names: a tuple of them, which stands for the tuple
of the attributes, or for a hash one name, which stands for that attribute. Its code says the same in Python; it runs
where the answer is not found here, so nothing here may depend on whether it does.
"""

from libc.stdint cimport int64_t, uint32_t

from monty._generated cimport *
from monty._heap cimport *
from monty._machine cimport *
from monty._protocol cimport value_compare, value_equal, value_equal_operator, value_hash
from monty.objects.descriptors cimport Member
from monty.objects.class_rows cimport METHOD_COMPARE, METHOD_HASH
from monty.objects.instance cimport *
from monty.objects.sequence cimport host_minor, tuple_hash_add, tuple_hash_finish, tuple_hash_start
from monty.objects.tuple cimport Tuple, tuple_items, tuple_new
from monty.objects.type cimport class_is_subclass


# --- reading attributes ----------------------------------------------------------------------------------------------

cdef int64_t class_plain_keys(Class* cls) noexcept nogil:
    cdef Value found
    cdef int64_t i
    if cls.plain_version == cls.version and cls.plain_seen == cls.key_count:
        return cls.plain_keys
    for i in range(cls.key_count):
        if not class_lookup(cls, <Str*>cls.keys[i].as_.block, &found):
            continue
        if type_of(found) == T_MEMBER and <int64_t>(<Member*>found.as_.block).index == i:
            continue
        if is_data_descriptor(found):
            cls.plain_keys = <uint32_t>i
            break
    else:
        cls.plain_keys = cls.key_count
    cls.plain_version = cls.version
    cls.plain_seen = cls.key_count
    return cls.plain_keys


# The attribute where it is not simply a value of a number, borrowed; unset if it takes more than a look.
cdef Value attribute_elsewhere(Attributes* attributes, Str* name) noexcept nogil:
    cdef Value found
    cdef Value* own
    cdef Member* member
    cdef bint has = class_lookup(attributes.cls, name, &found)
    if has and type_of(found) == T_MEMBER:
        member = <Member*>found.as_.block
        if member.index < attributes.count and class_is_subclass(attributes.cls, member.owner):
            return attributes.values[member.index]
        return value_unset()
    if has and is_data_descriptor(found):
        return value_unset()
    own = attributes_find(attributes, name)
    if own != NULL:
        return own[0]
    return found if has and is_data(found) else value_unset()


# The number of the name, of which `guess` is likely; -1: none.
cdef inline int64_t key_number(Class* cls, Str* name, int64_t guess) noexcept nogil:
    if guess < cls.key_count and <Str*>cls.keys[guess].as_.block == name:
        return guess
    return class_key_index(cls, name)


# The attribute of the name, borrowed; unset if it takes more than a look.
cdef inline Value attribute_at(Attributes* attributes, int64_t plain, Str* name, int64_t number) noexcept nogil:
    if 0 <= number < plain and number < attributes.count and attributes.dictionary == NULL and (
            attributes.values[number].tag != T_UNSET):
        return attributes.values[number]
    return attribute_elsewhere(attributes, name)


# The attributes of an instance whose class leaves reading them to object; NULL for any other value.
cdef inline Attributes* readable_attributes(Value v) noexcept nogil:
    cdef Attributes* attributes
    if not v.tag & SUBCLASSED:
        return NULL
    attributes = block_attributes(v.as_.block)
    if attributes == NULL or attributes.cls.flags & (CLASS_GET_ATTRIBUTE | CLASS_CLAIMS_CLASS):
        return NULL
    return attributes


# What the marked function's first free variable holds; unset if it is not marked. Borrowed.
cdef inline Value names_of(void* function) noexcept nogil:
    cdef Function* f = <Function*>function
    if f == NULL or not f.head.flags & FUNCTION_FIELDWISE:
        return value_unset()
    return function_cells(f)[0].content


# Are all items strings? A program may put anything into a cell.
cdef bint is_names(Value v) noexcept nogil:
    cdef int64_t i
    if (v.tag & EXACT_MASK) != T_TUPLE:
        return False
    for i in range((<Tuple*>v.as_.block).length):
        if (tuple_items(<Tuple*>v.as_.block)[i].tag & EXACT_MASK) != T_STR:
            return False
    return True


# _attribute_values(object, names): the tuple of these attributes of an object.
cdef int attribute_values(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Attributes* attributes = readable_attributes(args[0])
    cdef Tuple* names = <Tuple*>args[1].as_.block
    cdef Tuple* found
    cdef Str* name
    cdef Value v
    cdef int64_t plain, i
    cdef int64_t number = -1
    if attributes == NULL or not is_names(args[1]):
        return DEFER
    found = tuple_new(vm, names.length)
    if found == NULL:
        return ERROR
    plain = class_plain_keys(attributes.cls)
    for i in range(names.length):
        name = <Str*>tuple_items(names)[i].as_.block
        number = key_number(attributes.cls, name, number + 1)
        v = attribute_at(attributes, plain, name, number)
        if v.tag == T_UNSET:
            decref(vm, value_block(&found.head))
            return DEFER
        tuple_items(found)[i] = value_copy(v)
    out[0] = value_block(&found.head)
    return OK


# --- comparing -------------------------------------------------------------------------------------------------------

# The first attribute by which two instances of one class differ (strict: also from itself, as nan does): `where` is its number and x and y its two values,
# borrowed; or `where` is the number of names. OK, ERROR or DEFER.
cdef int fields_difference(VM* vm, Attributes* a, Attributes* b, Tuple* names, bint strict, int depth,
                           int64_t* where, Value* x, Value* y) noexcept nogil:
    cdef int64_t plain = class_plain_keys(a.cls)
    cdef int64_t number = -1
    cdef int64_t i
    cdef Str* name
    cdef bint equal = False
    cdef int status
    for i in range(names.length):
        name = <Str*>tuple_items(names)[i].as_.block
        number = key_number(a.cls, name, number + 1)
        x[0] = attribute_at(a, plain, name, number)
        y[0] = attribute_at(b, plain, name, number)
        if x.tag == T_UNSET or y.tag == T_UNSET:
            return DEFER
        if x.tag == T_INT and y.tag == T_INT:
            equal = x.as_.i == y.as_.i
        else:
            if strict:
                status = value_equal_operator(vm, x[0], y[0], depth, &equal)
            else:
                status = value_equal(vm, x[0], y[0], depth, &equal)
            if status != OK:
                return status
        if not equal:
            where[0] = i
            return poll(vm, 2 * i + 2)
    where[0] = names.length
    return poll(vm, 2 * names.length + 2)


# The names by which == compares the instance; unset if it does otherwise, or != does.
cdef inline Value equality_names(Attributes* attributes) noexcept nogil:
    if attributes == NULL or attributes.cls.flags & CLASS_UNEQUAL:
        return value_unset()
    return names_of(attributes.cls.functions[METHOD_COMPARE + CMP_EQ])


# A method by names knows instances of its own class only. Does nothing else answer for this value either?
cdef inline bint knows_no_instance(Value v, Attributes* attributes) noexcept nogil:
    return is_data(v) or equality_names(attributes).tag != T_UNSET


cdef int fieldwise_equal(VM* vm, Value a, Value b, int depth, bint* out) noexcept nogil:
    cdef Attributes* left = readable_attributes(a)
    cdef Attributes* right = readable_attributes(b)
    cdef Value names, x, y
    cdef int64_t where
    cdef int status
    if left == NULL or right == NULL or left.cls != right.cls:
        # An instance that is also a list, say, would compare as one.
        if not (knows_no_instance(a, left) and knows_no_instance(b, right)) or (
                left != NULL and left.cls.base != types_pointer[T_OBJECT].cls) or (
                right != NULL and right.cls.base != types_pointer[T_OBJECT].cls):
            return DEFER
        out[0] = False
        return OK
    names = equality_names(left)
    if depth <= 0 or not is_names(names):
        return DEFER
    # The __eq__ of dataclasses compares tuples before 3.13, and one attribute after the other from then on.
    if host_minor() >= 13 and left == right:
        out[0] = True
        return OK
    status = fields_difference(vm, left, right, <Tuple*>names.as_.block, host_minor() >= 13, depth - 1, &where, &x, &y)
    out[0] = status == OK and where == (<Tuple*>names.as_.block).length
    return status


cdef int fieldwise_order(VM* vm, Value a, Value b, int comparison, int depth, bint* out) noexcept nogil:
    cdef Attributes* left = readable_attributes(a)
    cdef Attributes* right = readable_attributes(b)
    cdef Value names, x, y
    cdef int64_t where
    cdef int status
    if left == NULL or right == NULL or left.cls != right.cls or depth <= 0:
        return DEFER
    names = names_of(left.cls.functions[METHOD_COMPARE + comparison])
    if names.tag == T_UNSET or not is_names(names):
        return DEFER
    status = fields_difference(vm, left, right, <Tuple*>names.as_.block, False, depth - 1, &where, &x, &y)
    if status != OK:
        return status
    if where < (<Tuple*>names.as_.block).length:
        if x.tag == T_INT and y.tag == T_INT:
            out[0] = x.as_.i < y.as_.i if comparison <= CMP_LE else x.as_.i > y.as_.i
            return OK
        return value_compare(vm, comparison, x, y, depth - 1, out)
    out[0] = comparison == CMP_LE or comparison == CMP_GE
    return OK


cdef int fieldwise_hash(VM* vm, Value v, int depth, int64_t* out) noexcept nogil:
    cdef Attributes* attributes = readable_attributes(v)
    cdef uint64_t state = tuple_hash_start()
    cdef Value names, x
    cdef Str* name
    cdef int64_t plain, i
    cdef int64_t number = -1
    cdef int64_t hash = 0
    cdef int status
    if attributes == NULL or depth <= 0:
        return DEFER
    names = names_of(attributes.cls.functions[METHOD_HASH])
    if (names.tag & EXACT_MASK) == T_STR:
        name = <Str*>names.as_.block
        x = attribute_at(attributes, class_plain_keys(attributes.cls), name, key_number(attributes.cls, name, 0))
        if x.tag == T_UNSET:
            return DEFER
        return value_hash(vm, x, depth - 1, out)
    if names.tag == T_UNSET or not is_names(names):
        return DEFER
    plain = class_plain_keys(attributes.cls)
    for i in range((<Tuple*>names.as_.block).length):
        name = <Str*>tuple_items(<Tuple*>names.as_.block)[i].as_.block
        number = key_number(attributes.cls, name, number + 1)
        x = attribute_at(attributes, plain, name, number)
        if x.tag == T_UNSET:
            return DEFER
        status = value_hash(vm, x, depth - 1, &hash)
        if status != OK:
            return status
        state = tuple_hash_add(state, hash)
    out[0] = tuple_hash_finish(state, (<Tuple*>names.as_.block).length)
    return poll(vm, 2 * (<Tuple*>names.as_.block).length)


# _fieldwise(function): the same function, marked. It must be a closure over names, and do what the first lines of this
# file say.
cdef int mark_fieldwise(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Function* f = <Function*>args[0].as_.block
    if type_of(args[0]) == T_FUNCTION and f.cell_count > 0 and not f.head.flags & FUNCTION_IMMORTAL:
        f.head.flags |= FUNCTION_FIELDWISE
    out[0] = value_copy(args[0])
    return OK


register_native(-1, NATIVE_INTRINSIC, b"_attribute_values(object, names, /)", attribute_values, b"attribute_values")
register_native(-1, NATIVE_INTRINSIC, b"_fieldwise(function, /)", mark_fieldwise, NULL)
