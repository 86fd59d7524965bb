"""Instances of the classes that a program defines: their attributes, how a name is looked up, and the operations
that need no special method written in Python."""

from libc.stdint cimport int64_t, uint16_t, uint32_t, uint64_t
from libc.string cimport memcpy, memset

from monty._generated cimport *
from monty._heap cimport *
from monty._machine cimport *
from monty.objects.bytes cimport ByteArray, Bytes
from monty.objects.class_rows cimport class_renew
from monty.objects.descriptors cimport Member, MethodWrapper, Super
from monty.objects.dict cimport Dict, dict_get_str, dict_new, dict_remove, dict_set
from monty.objects.list cimport List
from monty.objects.set cimport Set
from monty.objects.str cimport str_equal, str_static
from monty.objects.str_builder cimport writer_ascii, writer_char, writer_str
from monty.objects.tuple cimport Tuple, tuple_items
from monty.objects.type cimport (bind_native_attribute, bound_method_new, class_find_native, class_is_subclass, class_value,
                                 table_lookup)

cdef enum:
    MAX_KEYS = 64           # names that a class numbers; instances with more keep their attributes in dicts
    MAX_INSIDE = 24


# --- looking a name up in a class ------------------------------------------------------------------------------------

cdef inline bint class_own(Class* cls, Str* name, Value* out) noexcept nogil:
    cdef Native* native
    if not cls.flags & CLASS_BUILTIN:
        return dict_get_str(<Dict*>cls.attributes.as_.block, name, out)
    native = table_lookup(cls, name)
    if native == NULL:
        return False
    out[0] = value_none() if native.kind == NATIVE_NONE else value_immortal(&native.head)
    return True


cdef bint class_lookup(Class* cls, Str* name, Value* out) noexcept nogil:
    cdef Tuple* mro = <Tuple*>cls.mro.as_.block
    cdef int64_t i
    for i in range(mro.length):
        if class_own(<Class*>tuple_items(mro)[i].as_.block, name, out):
            return True
    return False


cdef bint class_lookup_after(Class* cls, Class* start, Str* name, Value* out) noexcept nogil:
    cdef Tuple* mro = <Tuple*>cls.mro.as_.block
    cdef bint after = False
    cdef int64_t i
    for i in range(mro.length):
        if after and class_own(<Class*>tuple_items(mro)[i].as_.block, name, out):
            return True
        if tuple_items(mro)[i].as_.block == &start.head:
            after = True
    return False


# --- the attributes of an instance -----------------------------------------------------------------------------------

cdef int class_key_index(Class* cls, Str* name) noexcept nogil:
    cdef uint32_t i
    for i in range(cls.key_count):
        if <Str*>cls.keys[i].as_.block == name:
            return <int>i
    for i in range(cls.key_count):
        if str_equal(<Str*>cls.keys[i].as_.block, name):
            return <int>i
    return -1


cdef Value* attributes_find(Attributes* attributes, Str* name) noexcept nogil:
    cdef Value found
    cdef int index
    cdef Dict* d
    if attributes.dictionary != NULL:
        if attributes.cls.slot_count > 0:
            index = class_key_index(attributes.cls, name)
            if 0 <= index < <int>attributes.cls.slot_count:
                if index < <int>attributes.count and attributes.values[index].tag != T_UNSET:
                    return &attributes.values[index]
                return NULL
        return dict_value_of(<Dict*>attributes.dictionary, name)
    index = class_key_index(attributes.cls, name)
    if 0 <= index < <int>attributes.count and attributes.values[index].tag != T_UNSET:
        return &attributes.values[index]
    return NULL


# Where the value of a key stands, or NULL.
cdef Value* dict_value_of(Dict* d, Str* name) noexcept nogil:
    cdef int64_t index = dict_find_str(d, name)
    if index < 0:
        return NULL
    return &d.entries[index].value

from monty.objects.dict cimport dict_find_str


# Room for value number `index`, and count at least index + 1. OK or ERROR.
cdef int attributes_reserve(VM* vm, Attributes* attributes, uint32_t index) noexcept nogil:
    cdef uint32_t capacity
    cdef Value* values
    if index >= attributes.capacity:
        capacity = attributes.capacity * 2 if attributes.capacity >= 4 else 4
        while capacity <= index:
            capacity *= 2
        if attributes.capacity > attributes.inside:
            values = <Value*>buffer_resize(vm, attributes.values, capacity * sizeof(Value))
            if values == NULL:
                return ERROR
        else:
            values = <Value*>buffer_new(vm, capacity * sizeof(Value))
            if values == NULL:
                return ERROR
            memcpy(values, attributes.values, attributes.count * sizeof(Value))
        attributes.values = values
        attributes.capacity = <uint16_t>capacity
    while attributes.count <= index:
        attributes.values[attributes.count] = value_unset()
        attributes.count += 1
    return OK


# From numbered values to a dict (which stays so). OK or ERROR, then nothing has changed.
cdef int attributes_to_dict(VM* vm, Attributes* attributes) noexcept nogil:
    cdef Class* cls = attributes.cls
    cdef Dict* d = dict_new(vm, attributes.count)
    cdef uint32_t i
    if d == NULL:
        return ERROR
    for i in range(cls.slot_count, attributes.count):
        if attributes.values[i].tag != T_UNSET:
            if dict_set(vm, d, cls.keys[i], attributes.values[i]) != OK:
                decref(vm, value_block(&d.head))
                return ERROR
    attributes.dictionary = &d.head
    for i in range(cls.slot_count, attributes.count):
        value_store(vm, &attributes.values[i], value_unset())
    if attributes.count > cls.slot_count:
        attributes.count = cls.slot_count
    return OK


# Give a name the next number. -1 with the limit set; -2: the table is full.
cdef int class_add_key(VM* vm, Class* cls, Value name) noexcept nogil:
    cdef Value* keys
    cdef uint32_t capacity
    cdef Value found
    if cls.key_count >= MAX_KEYS + cls.slot_count:
        return -2
    if cls.key_count == cls.key_capacity:
        capacity = cls.key_capacity * 2 if cls.key_capacity > 0 else 4
        keys = <Value*>buffer_resize(vm, cls.keys, capacity * sizeof(Value))
        if keys == NULL:
            return -1
        cls.keys = keys
        cls.key_capacity = capacity
    cls.keys[cls.key_count] = value_copy(name)
    cls.key_count += 1
    # A method of that name may stand in a cache, from now on wrongly.
    if class_lookup(cls, <Str*>name.as_.block, &found):
        class_renew(vm, cls)
    return <int>cls.key_count - 1


cdef int attributes_set(VM* vm, Attributes* attributes, Value name, Value value) noexcept nogil:
    cdef Class* cls = attributes.cls
    cdef int index
    if attributes.dictionary != NULL:
        if cls.slot_count > 0:
            index = class_key_index(cls, <Str*>name.as_.block)
            if 0 <= index < <int>cls.slot_count:
                if attributes_reserve(vm, attributes, index) != OK:
                    return ERROR
                value_store(vm, &attributes.values[index], value_copy(value))
                return OK
        return dict_set(vm, <Dict*>attributes.dictionary, name, value)
    index = class_key_index(cls, <Str*>name.as_.block)
    if index < 0:
        index = class_add_key(vm, cls, name)
        if index == -1:
            return ERROR
    if 0 <= index < <int>attributes.count and attributes.values[index].tag != T_UNSET:
        value_store(vm, &attributes.values[index], value_copy(value))
        return OK
    if index >= 0 and (index < <int>cls.slot_count or index >= <int>attributes.count):
        if attributes_reserve(vm, attributes, index) != OK:
            return ERROR
        value_store(vm, &attributes.values[index], value_copy(value))
        return OK
    # Set out of the order that the class has learnt: only a dict tells the true one.
    if attributes_to_dict(vm, attributes) != OK:
        return ERROR
    return dict_set(vm, <Dict*>attributes.dictionary, name, value)


# Remove an attribute: OK, NOT_IMPLEMENTED (there is none), ERROR.
cdef int attributes_delete(VM* vm, Attributes* attributes, Value name) noexcept nogil:
    cdef int index
    cdef Value* where = attributes_find(attributes, <Str*>name.as_.block)
    cdef Value removed
    cdef int status
    if where == NULL:
        return NOT_IMPLEMENTED
    if attributes.dictionary == NULL:
        index = <int>(where - attributes.values)
        if index < <int>attributes.cls.slot_count:
            value_store(vm, where, value_unset())
            return OK
        if attributes_to_dict(vm, attributes) != OK:
            return ERROR
    elif attributes.count > 0 and attributes.values <= where < attributes.values + attributes.count:
        value_store(vm, where, value_unset())
        return OK
    status = dict_remove(vm, <Dict*>attributes.dictionary, name, &removed)
    if status == OK:
        decref(vm, removed)
    return status


cdef int instance_new(VM* vm, Class* cls, Value payload, Value* out) noexcept nogil:
    cdef uint32_t room = cls.instance_room
    cdef Instance* instance
    if cls.key_count > room:
        room = cls.key_count if cls.key_count < MAX_INSIDE else MAX_INSIDE
        cls.instance_room = room
    instance = <Instance*>heap_alloc(vm, T_INSTANCE, sizeof(Instance) + room * sizeof(Value), True)
    if instance == NULL:
        decref(vm, payload)
        return ERROR
    instance.head.flags = BLOCK_SUBCLASSED
    cls.head.refcount += 1
    instance.attributes.cls = cls
    instance.attributes.values = <Value*>(instance + 1)
    instance.attributes.dictionary = NULL
    instance.attributes.count = 0
    instance.attributes.capacity = <uint16_t>room
    instance.attributes.inside = <uint16_t>room
    if cls.slot_count <= room:
        # Slots are set in any order.
        while instance.attributes.count < cls.slot_count:
            instance.attributes.values[instance.attributes.count] = value_unset()
            instance.attributes.count += 1
    instance.payload = payload
    out[0] = value_block(&instance.head)
    return OK


cdef int record_new(VM* vm, Class* cls, Value* items, int64_t count, Value* out) noexcept nogil:
    cdef size_t size = sizeof(Tuple) + <size_t>count * sizeof(Value)
    cdef Tuple* t = <Tuple*>heap_alloc(vm, T_TUPLE, size + sizeof(Attributes), True)
    cdef Attributes* attributes
    cdef int64_t i
    if t == NULL:
        return ERROR
    t.length = count
    t.hash = 0
    for i in range(count):
        tuple_items(t)[i] = items[i]
        items[i].tag = T_UNSET
    attributes = <Attributes*>(<char*>t + size)
    memset(attributes, 0, sizeof(Attributes))
    cls.head.refcount += 1
    attributes.cls = cls
    attributes.values = <Value*>(attributes + 1)
    t.head.flags |= BLOCK_SUBCLASSED
    out[0] = value_block(&t.head)
    return OK


cdef Value plain_number(Value v) noexcept nogil:
    if type_of(v) == T_INSTANCE and v.tag & SUBCLASSED and (<Instance*>v.as_.block).payload.tag != T_UNSET:
        return (<Instance*>v.as_.block).payload
    return v


# --- obj.name --------------------------------------------------------------------------------------------------------

cdef bint is_data_descriptor(Value v) noexcept nogil:
    cdef int type = type_of(v)
    if type == T_PROPERTY or type == T_MEMBER:
        return True
    if type == T_NATIVE:
        return (<Native*>v.as_.block).kind == NATIVE_GETTER
    return v.tag & SUBCLASSED and (subclass_of(v).flags & CLASS_DATA_DESCRIPTOR) != 0


cdef int bind_attribute(VM* vm, Value found, Value v, Class* cls, Value* out) noexcept nogil:
    cdef int type = type_of(found)
    cdef Member* member
    cdef Attributes* attributes
    if type == T_FUNCTION:
        return bound_method_new(vm, found, v, out)
    if type == T_NATIVE:
        return bind_native_attribute(vm, <Native*>found.as_.block, v, cls, out)
    if found.tag & SUBCLASSED and subclass_of(found).flags & CLASS_DESCRIPTOR:
        if subclass_of(found).flags & CLASS_ITEM_GETTER and type_of(v) == T_TUPLE:
            found = plain_number(found)
            if found.tag == T_INT and 0 <= found.as_.i < (<Tuple*>v.as_.block).length:
                out[0] = value_copy(tuple_items(<Tuple*>v.as_.block)[found.as_.i])
                return OK
        return DEFER
    if type == T_STATIC_METHOD:
        out[0] = value_copy((<MethodWrapper*>found.as_.block).function)
        return OK
    if type == T_CLASS_METHOD:
        found = (<MethodWrapper*>found.as_.block).function
        if type_of(found) == T_FUNCTION or type_of(found) == T_NATIVE or type_of(found) == T_BOUND_METHOD:
            return bound_method_new(vm, found, value_block(&cls.head) if not cls.flags & CLASS_BUILTIN
                                    else value_immortal(&cls.head), out)
        if found.tag & SUBCLASSED or type_of(found) == T_PROPERTY:
            return DEFER
        return bound_method_new(vm, found, value_block(&cls.head), out)
    if type == T_PROPERTY or (type == T_SUPER and (<Super*>found.as_.block).object.tag == T_UNSET):
        return DEFER
    if type == T_MEMBER:
        member = <Member*>found.as_.block
        if not v.tag & SUBCLASSED or not class_is_subclass(subclass_of(v), member.owner):
            return DEFER
        attributes = block_attributes(v.as_.block)
        if attributes == NULL:
            return DEFER
        if member.index < attributes.count and attributes.values[member.index].tag != T_UNSET:
            out[0] = value_copy(attributes.values[member.index])
            return OK
        return NOT_IMPLEMENTED
    out[0] = value_copy(found)
    return OK


cdef int instance_get_plain(VM* vm, Value v, Str* name, Value* out) noexcept nogil:
    cdef Class* cls = subclass_of(v)
    cdef Attributes* attributes = block_attributes(v.as_.block)
    cdef TypeRow* base = &types_pointer[v.tag & TYPE_MASK]
    cdef Value found
    cdef Value* own
    cdef int status
    cdef bint has
    if v.as_.block.type == T_SUPER:
        # What the classes after its own define comes before its own methods.
        status = base.get_attribute(vm, v, name, out)
        if status != NOT_IMPLEMENTED:
            return status
    has = class_lookup(cls, name, &found)
    if has and is_data_descriptor(found) and (not found.tag & SUBCLASSED or subclass_of(found).flags & CLASS_DESCRIPTOR):
        return bind_attribute(vm, found, v, cls, out)
    if attributes != NULL:
        own = attributes_find(attributes, name)
        if own != NULL:
            out[0] = value_copy(own[0])
            return OK
    elif base.get_attribute != NULL and base.get_attribute != instance_get_attribute:
        # exceptions, classes of a metaclass: their built-in type keeps their attributes
        if not has or type_of(found) == T_NATIVE or v.as_.block.type != T_EXCEPTION:
            status = base.get_attribute(vm, v, name, out)
            if status != NOT_IMPLEMENTED:
                return status
        elif exception_own(v, name, &found):
            out[0] = value_copy(found)
            return OK
    if has:
        return bind_attribute(vm, found, v, cls, out)
    if attributes != NULL and base.get_attribute != NULL and v.as_.block.type != T_INSTANCE:
        status = base.get_attribute(vm, v, name, out)
        if status != NOT_IMPLEMENTED:
            return status
    if str_equal(name, NAME_CLASS):
        out[0] = class_value(cls)
        return OK
    if str_equal(name, NAME_DICT) and cls.flags & CLASS_HAS_DICT and attributes != NULL:
        if attributes.dictionary == NULL and attributes_to_dict(vm, attributes) != OK:
            return ERROR
        out[0] = value_copy(value_block(attributes.dictionary))
        return OK
    return NOT_IMPLEMENTED


# The instance's own attribute of an exception.
cdef bint exception_own(Value v, Str* name, Value* out) noexcept nogil:
    cdef Value attributes = (<ExceptionObject*>v.as_.block).attributes
    return attributes.tag != T_UNSET and dict_get_str(<Dict*>attributes.as_.block, name, out)


cdef int instance_get_attribute(VM* vm, Value v, Str* name, Value* out) noexcept nogil:
    cdef Class* cls
    cdef int status
    if not v.tag & SUBCLASSED:
        return NOT_IMPLEMENTED
    cls = subclass_of(v)
    if cls.flags & CLASS_GET_ATTRIBUTE:
        return defer_to(vm, ATTRIBUTE_GET)
    status = instance_get_plain(vm, v, name, out)
    if status == DEFER or (cls.flags & CLASS_GET_ATTR and (
            status == NOT_IMPLEMENTED or (status == ERROR and error_is(vm, E_ATTRIBUTE_ERROR)))):
        clear_error(vm)
        return defer_to(vm, ATTRIBUTE_GET)
    return status


cdef int raise_read_only_slot(VM* vm, Value v, Value name) noexcept nogil:
    cdef Writer w
    cdef Value message
    writer_init(&w, vm)
    if (writer_char(&w, 39) != OK or writer_ascii(&w, type_name(v), -1) != OK
            or writer_ascii(&w, "' object attribute '", -1) != OK or writer_str(&w, <Str*>name.as_.block) != OK
            or writer_ascii(&w, "' is read-only", -1) != OK or writer_finish(&w, &message) != OK):
        writer_discard(&w)
        return ERROR
    return raise_value(vm, E_ATTRIBUTE_ERROR, message)

from monty.objects.str_builder cimport writer_discard, writer_finish, writer_init


cdef int instance_set_plain(VM* vm, Value v, Value name_value, Value value) noexcept nogil:
    cdef Class* cls = subclass_of(v)
    cdef Str* name = <Str*>name_value.as_.block
    cdef Attributes* attributes = block_attributes(v.as_.block)
    cdef TypeRow* base = &types_pointer[v.tag & TYPE_MASK]
    cdef Value found
    cdef Member* member
    cdef Dict* emptied
    cdef int status
    cdef bint has = class_lookup(cls, name, &found)
    if has:
        if type_of(found) == T_MEMBER and attributes != NULL:
            member = <Member*>found.as_.block
            if class_is_subclass(cls, member.owner):
                if value.tag == T_UNSET and (member.index >= attributes.count
                                             or attributes.values[member.index].tag == T_UNSET):
                    return NOT_IMPLEMENTED
                if attributes_reserve(vm, attributes, member.index) != OK:
                    return ERROR
                value_store(vm, &attributes.values[member.index], value_copy(value))
                return OK
        if is_data_descriptor(found) and type_of(found) != T_NATIVE:
            return DEFER
    if str_equal(name, NAME_CLASS):
        return instance_set_class(vm, v, value)
    if str_equal(name, NAME_DICT) and cls.flags & CLASS_HAS_DICT and attributes != NULL:
        if value.tag == T_UNSET:
            # The next one asked for is empty.
            if attributes.dictionary == NULL and attributes_to_dict(vm, attributes) != OK:
                return ERROR
            emptied = dict_new(vm, 0)
            if emptied == NULL:
                return ERROR
            found = value_block(attributes.dictionary)
            attributes.dictionary = &emptied.head
            decref(vm, found)
            return OK
        if type_of(value) != T_DICT:
            return raise_format(vm, E_TYPE_ERROR, "__dict__ must be set to a dictionary, not a '%s'", type_name(value),
                                NULL, NULL)
        if attributes.dictionary == NULL and attributes_to_dict(vm, attributes) != OK:
            return ERROR
        found = value_block(attributes.dictionary)
        attributes.dictionary = value_copy(value).as_.block
        decref(vm, found)
        return OK
    if attributes == NULL:
        if base.set_attribute != NULL:
            return base.set_attribute(vm, v, name_value, value)
        return NOT_IMPLEMENTED
    if v.as_.block.type != T_INSTANCE and base.set_attribute != NULL:
        status = base.set_attribute(vm, v, name_value, value)
        if status != NOT_IMPLEMENTED:
            return status
    if not cls.flags & CLASS_HAS_DICT:
        if has:
            return raise_read_only_slot(vm, v, name_value)
        return NOT_IMPLEMENTED
    if value.tag == T_UNSET:
        return attributes_delete(vm, attributes, name_value)
    return attributes_set(vm, attributes, name_value, value)


# obj.__class__ = other: only where both lay out their instances alike.
cdef int instance_set_class(VM* vm, Value v, Value value) noexcept nogil:
    cdef Class* cls = subclass_of(v)
    cdef Class* other
    cdef Attributes* attributes = block_attributes(v.as_.block)
    cdef uint32_t i
    cdef bint alike
    if value.tag == T_UNSET:
        return raise_error(vm, E_TYPE_ERROR, "can't delete __class__ attribute")
    if type_of(value) != T_TYPE:
        return raise_format(vm, E_TYPE_ERROR, "__class__ must be set to a class, not '%s' object", type_name(value), NULL,
                            NULL)
    other = <Class*>value.as_.block
    if other.flags & CLASS_BUILTIN or attributes == NULL or v.as_.block.type == T_TYPE:
        return raise_error(vm, E_TYPE_ERROR,
                           "__class__ assignment only supported for mutable types or ModuleType subclasses")
    alike = (other.base == cls.base and other.slot_count == cls.slot_count
             and (other.flags & CLASS_OF_LAYOUT) == (cls.flags & CLASS_OF_LAYOUT))
    if alike:
        for i in range(cls.slot_count):
            if not str_equal(<Str*>cls.keys[i].as_.block, <Str*>other.keys[i].as_.block):
                alike = False
    if not alike:
        return raise_format(vm, E_TYPE_ERROR, "__class__ assignment: '%s' object layout differs from '%s'", other.c_name,
                            cls.c_name, NULL)
    # The numbers of attributes are the class's: so they move into a dict.
    if attributes.dictionary == NULL and attributes_to_dict(vm, attributes) != OK:
        return ERROR
    other.head.refcount += 1
    attributes.cls = other
    decref(vm, value_block(&cls.head))
    return OK


cdef int instance_set_attribute(VM* vm, Value v, Value name, Value value) noexcept nogil:
    cdef Class* cls
    cdef int status
    if not v.tag & SUBCLASSED:
        return NOT_IMPLEMENTED
    cls = subclass_of(v)
    status = DEFER
    if not cls.flags & (CLASS_DELETE_ATTRIBUTE if value.tag == T_UNSET else CLASS_SET_ATTRIBUTE):
        status = instance_set_plain(vm, v, name, value)
    if status == DEFER:
        return defer_to(vm, ATTRIBUTE_DELETE if value.tag == T_UNSET else ATTRIBUTE_SET)
    return status

# --- operations ------------------------------------------------------------------------------------------------------
# Those of a plain instance, or of a number of a subclass, that need nothing written in Python.

cdef int instance_truth(VM* vm, Value v, bint* out) noexcept nogil:
    cdef Value number = plain_number(v)
    if number.tag == v.tag:
        out[0] = True
        return OK
    return value_truth(vm, number, out)

cdef int instance_equal(VM* vm, Value a, Value b, int depth, bint* out) noexcept nogil:
    cdef Value x = plain_number(a)
    cdef Value y = plain_number(b)
    if x.tag == a.tag:
        return NOT_IMPLEMENTED
    return value_equal_operator(vm, x, y, depth, out)

cdef int instance_order(VM* vm, Value a, Value b, int comparison, int depth, bint* out) noexcept nogil:
    cdef Value x = plain_number(a)
    cdef Value y = plain_number(b)
    cdef TypeRow* row
    if x.tag == a.tag:
        return NOT_IMPLEMENTED
    row = row_of(x)
    if row.order == NULL or y.tag & SUBCLASSED:
        return NOT_IMPLEMENTED
    return row.order(vm, x, y, comparison, depth, out)

cdef int instance_hash(VM* vm, Value v, int depth, int64_t* out) noexcept nogil:
    cdef Value number = plain_number(v)
    if number.tag == v.tag:
        return value_hash_identity(v, out)
    return value_hash(vm, number, depth, out)

cdef int instance_repr(VM* vm, Value v, Writer* w, int depth) noexcept nogil:
    cdef Value number = plain_number(v)
    cdef Class* cls
    if number.tag != v.tag and not is_iterator_type(subclass_of(v).base.instance_type):
        return value_repr(vm, number, w, depth)
    if not v.tag & SUBCLASSED:
        if writer_ascii(w, "<object object", -1) != OK:
            return ERROR
        return write_identity(w, vm, v)
    cls = subclass_of(v)
    if writer_char(w, 60) != OK:
        return ERROR
    if cls.module.tag != T_UNSET and type_of(cls.module) == T_STR:
        if writer_str(w, <Str*>cls.module.as_.block) != OK or writer_char(w, 46) != OK:
            return ERROR
    if writer_str(w, <Str*>cls.qualname.as_.block) != OK or writer_ascii(w, " object", -1) != OK:
        return ERROR
    return write_identity(w, vm, v)

# str() of what has no __str__ of its own: what its __repr__ says.
cdef int instance_str(VM* vm, Value v, Writer* w, int depth) noexcept nogil:
    return value_repr(vm, v, w, depth)

cdef int instance_format(VM* vm, Value v, Str* spec, Writer* w) noexcept nogil:
    cdef Value number = plain_number(v)
    cdef TypeRow* row
    if number.tag == v.tag:
        return defer_to(vm, SPECIAL_FORMAT)
    row = row_of(number)
    return row.format(vm, number, spec, w)

cdef int instance_binary(VM* vm, int operator, Value a, Value b, Value* out) noexcept nogil:
    cdef Value x = plain_number(a)
    cdef Value y = plain_number(b)
    cdef TypeRow* row
    cdef int status = NOT_IMPLEMENTED
    if x.tag == a.tag and y.tag == b.tag:
        return NOT_IMPLEMENTED
    # Both are plain now, or one is an object that its own row answers for.
    row = row_of(x)
    if not x.tag & SUBCLASSED and row.binary != NULL:
        status = row.binary(vm, operator, x, y, out)
    if status == NOT_IMPLEMENTED and not y.tag & SUBCLASSED:
        row = row_of(y)
        if row.binary != NULL:
            status = row.binary(vm, operator, x, y, out)
    return status

cdef int instance_unary(VM* vm, int operator, Value a, Value* out) noexcept nogil:
    cdef Value number = plain_number(a)
    cdef TypeRow* row
    if number.tag == a.tag:
        return NOT_IMPLEMENTED
    return value_unary(vm, operator, number, out)

# --- sizes of layouts ------------------------------------------------------------------------------------------------

cdef size_t list_size(Block* block) noexcept nogil:
    return sizeof(List)

cdef size_t dict_size(Block* block) noexcept nogil:
    return sizeof(Dict)

cdef size_t set_size(Block* block) noexcept nogil:
    return sizeof(Set)

cdef size_t bytearray_size(Block* block) noexcept nogil:
    return sizeof(ByteArray)

cdef size_t tuple_size(Block* block) noexcept nogil:
    return sizeof(Tuple) + <size_t>(<Tuple*>block).length * sizeof(Value)

cdef size_t str_size(Block* block) noexcept nogil:
    return (sizeof(Str) + <size_t>(<Str*>block).length * (<Str*>block).kind + 7) & ~<size_t>7

cdef size_t bytes_size(Block* block) noexcept nogil:
    return (sizeof(Bytes) + <size_t>(<Bytes*>block).length + 7) & ~<size_t>7


from monty._protocol cimport (value_equal_operator, value_hash, value_hash_identity, value_repr, value_truth,
                              value_unary)
from monty.objects.function cimport write_identity

cdef Value* ATTRIBUTE_GET = prelude_slot(b"attribute_get")
cdef Value* ATTRIBUTE_SET = prelude_slot(b"attribute_set")
cdef Value* ATTRIBUTE_DELETE = prelude_slot(b"attribute_delete")
cdef Value* SPECIAL_FORMAT = prelude_slot(b"special_format")
cdef Str* NAME_CLASS = str_static(b"__class__")
cdef Str* NAME_DICT = str_static(b"__dict__")

types_pointer[T_LIST].size = list_size
types_pointer[T_DICT].size = dict_size
types_pointer[T_SET].size = set_size
types_pointer[T_FROZENSET].size = set_size
types_pointer[T_BYTEARRAY].size = bytearray_size
types_pointer[T_TUPLE].size = tuple_size
types_pointer[T_STR].size = str_size
types_pointer[T_BYTES].size = bytes_size


cdef void instance_free(VM* vm, Block* block) noexcept nogil:
    # Attributes and class of a program's class are the heap's to release; object() has neither.
    if block.flags & BLOCK_SUBCLASSED:
        decref(vm, (<Instance*>block).payload)


cdef void instance_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    if block.flags & BLOCK_SUBCLASSED and (<Instance*>block).payload.tag & COUNTED:
        visit((<Instance*>block).payload.as_.block, context)


cdef TypeRow* row = register_type(T_INSTANCE, b"object")
row.free = instance_free
row.traverse = instance_traverse
row.hash_identity = True
row.truth = instance_truth
row.equal = instance_equal
row.order = instance_order
row.hash = instance_hash
row.repr = instance_repr
row.str = instance_str
row.format = instance_format
row.binary = instance_binary
row.unary = instance_unary
