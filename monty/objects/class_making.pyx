"""Making classes and their instances: method resolution order, layout, slots."""

from libc.stdint cimport int64_t, uint32_t, uint8_t
from libc.string cimport memcpy

from monty._generated cimport *
from monty._heap cimport *
from monty._machine cimport *
from monty.objects.bytes cimport ByteArray, Bytes, bytes_data
from monty.objects.deque cimport T_DEQUE
from monty.objects.descriptors cimport Member, Property, member_new, method_wrapper_new
from monty.objects.dict cimport Dict, dict_get_str, dict_new, dict_next, dict_remove, dict_set, dict_update_dict
from monty.objects.exception cimport exception_new
from monty.objects.exception_attributes cimport exception_fill_fields, exception_layout
from monty.objects.class_rows cimport FUNCTION_COUNT, class_update, dict_getter, weakref_getter
from monty.objects.instance cimport *
from monty.objects.list cimport List, list_append, list_new
from monty.objects.set cimport Set, set_copy
from monty.objects.str cimport str_equal, str_static, str_utf8_size, str_utf8_write
from monty.objects.str_builder cimport (writer_ascii, writer_char, writer_discard, writer_finish, writer_init,
                                        writer_str)
from monty.objects.tuple cimport Tuple, tuple_items, tuple_new
from monty.objects.type cimport bound_method_new, class_is_subclass, class_of, class_value
from monty._protocol cimport value_hash, is_native_iterator

cdef inline Class* class_at(Tuple* t, int64_t i) noexcept nogil:
    return <Class*>tuple_items(t)[i].as_.block


import sys

cdef int HOST_MINOR = sys.version_info[1]

# --- method resolution order -----------------------------------------------------------------------------------------

# Is the class in the tails (all but the first that is left) of any of the lists?
cdef bint in_tails(Tuple** lists, int64_t* starts, int64_t count, Class* cls) noexcept nogil:
    cdef int64_t i, k
    for i in range(count):
        for k in range(starts[i] + 1, lists[i].length):
            if class_at(lists[i], k) == cls:
                return True
    return False


# The C3 linearisation of a class with these bases, into a new tuple whose first item the caller sets. (Barrett et al., A
# Monotonic Superclass Linearization for Dylan, 1996.)
cdef int resolve_order(VM* vm, Tuple* bases, Value* out) noexcept nogil:
    cdef int64_t count = bases.length + 1
    cdef Tuple** lists = <Tuple**>buffer_new(vm, count * (sizeof(Tuple*) + sizeof(int64_t)))
    cdef int64_t* starts
    cdef List* order
    cdef Tuple* made
    cdef Class* candidate
    cdef int64_t i, k, work
    cdef bint left = True
    if lists == NULL:
        return ERROR
    starts = <int64_t*>(lists + count)
    for i in range(bases.length):
        lists[i] = <Tuple*>class_at(bases, i).mro.as_.block
        starts[i] = 0
    lists[bases.length] = bases
    starts[bases.length] = 0
    order = list_new(vm, 8)
    if order == NULL:
        buffer_free(vm, lists)
        return ERROR
    while True:
        candidate = NULL
        left = False
        work = 0
        for i in range(count):
            if starts[i] < lists[i].length:
                left = True
                work += count
                candidate = class_at(lists[i], starts[i])
                if not in_tails(lists, starts, count, candidate):
                    break
                candidate = NULL
        if not left:
            break
        if candidate == NULL:
            raise_no_order(vm, lists, starts, count)
            decref(vm, value_block(&order.head))
            buffer_free(vm, lists)
            return ERROR
        if poll(vm, work) != OK or list_append(vm, order, class_value(candidate)) != OK:
            decref(vm, value_block(&order.head))
            buffer_free(vm, lists)
            return ERROR
        for i in range(count):
            if starts[i] < lists[i].length and class_at(lists[i], starts[i]) == candidate:
                starts[i] += 1
    buffer_free(vm, lists)
    made = tuple_new(vm, order.length + 1)
    if made != NULL:
        for k in range(order.length):
            tuple_items(made)[k + 1] = value_copy(order.items[k])
        out[0] = value_block(&made.head)
    decref(vm, value_block(&order.head))
    return OK if made != NULL else ERROR


cdef int raise_no_order(VM* vm, Tuple** lists, int64_t* starts, int64_t count) noexcept nogil:
    cdef Writer w
    cdef Value message
    cdef int64_t i
    cdef bint first = True
    cdef Class* cls
    cdef int64_t k
    cdef bint shown
    writer_init(&w, vm)
    if writer_ascii(&w, "Cannot create a consistent method resolution\norder (MRO) for bases " if HOST_MINOR < 13 else
                    "Cannot create a consistent method resolution order (MRO) for bases ", -1) != OK:
        writer_discard(&w)
        return ERROR
    for i in range(count):
        if starts[i] >= lists[i].length:
            continue
        cls = class_at(lists[i], starts[i])
        shown = False
        for k in range(i):
            if starts[k] < lists[k].length and class_at(lists[k], starts[k]) == cls:
                shown = True
        if shown:
            continue
        if (not first and writer_ascii(&w, ", ", 2) != OK) or writer_str(&w, <Str*>cls.name.as_.block) != OK:
            writer_discard(&w)
            return ERROR
        first = False
    if writer_finish(&w, &message) != OK:
        return ERROR
    return raise_value(vm, E_TYPE_ERROR, message)


# --- layout ----------------------------------------------------------------------------------------------------------

# Instances of subclasses of these hold a value of the type itself.
cdef inline bint has_payload(int type) noexcept nogil:
    return type in (T_INT, T_FLOAT, T_COMPLEX) or is_iterator_type(type)


cdef bint acceptable_base(Class* cls) noexcept nogil:
    cdef int type = cls.instance_type
    if not cls.flags & CLASS_BUILTIN:
        return True
    if cls.flags & CLASS_FINAL:
        return False
    return (cls == types_pointer[T_OBJECT].cls or type in (T_INT, T_FLOAT, T_COMPLEX, T_STR, T_BYTES, T_BYTEARRAY, T_TUPLE,
                                                          T_LIST, T_DICT, T_SET, T_FROZENSET, T_EXCEPTION, T_TYPE,
                                                          T_PROPERTY, T_STATIC_METHOD, T_CLASS_METHOD, T_SUPER, T_DEQUE)
            or has_payload(type))



cdef Class* solid_base(Class* cls) noexcept nogil:
    return cls if cls.flags & CLASS_BUILTIN else cls.base


# Do instances of the built-in class have all that those of `other` have? Most exceptions have nothing of their own.
cdef bint extends_layout(Class* cls, Class* other) noexcept nogil:
    if class_is_subclass(cls, other):
        return True
    return cls.instance_type == T_EXCEPTION and other.instance_type == T_EXCEPTION and class_is_subclass(
        exception_layout(cls), exception_layout(other))


# Of two slots' owners, the one that extends the other; NULL with TypeError if neither does.
cdef int choose_layout(VM* vm, Tuple* bases, Class** solid, Class** slots) noexcept nogil:
    cdef int64_t i
    cdef Class* cls
    cdef Class* candidate
    solid[0] = types_pointer[T_OBJECT].cls
    slots[0] = NULL
    for i in range(bases.length):
        cls = class_at(bases, i)
        candidate = solid_base(cls)
        if class_is_subclass(candidate, solid[0]):
            solid[0] = candidate
        elif not extends_layout(solid[0], candidate):
            if not extends_layout(candidate, solid[0]):
                return raise_error(vm, E_TYPE_ERROR, "multiple bases have instance lay-out conflict")
            solid[0] = candidate
        if not cls.flags & CLASS_BUILTIN and cls.slot_count > 0:
            if slots[0] == NULL or (class_is_subclass(cls, slots[0]) and cls.slot_count >= slots[0].slot_count):
                slots[0] = cls
            elif not same_slots(cls, slots[0]):
                return raise_error(vm, E_TYPE_ERROR, "multiple bases have instance lay-out conflict")
    return OK


# Are the slots of `cls` the first ones of `other`, from the same classes?
cdef bint same_slots(Class* cls, Class* other) noexcept nogil:
    cdef uint32_t i
    cdef Value mine, theirs
    if cls.slot_count > other.slot_count:
        return False
    for i in range(cls.slot_count):
        if not class_lookup(cls, <Str*>cls.keys[i].as_.block, &mine):
            return False
        if not class_lookup(other, <Str*>other.keys[i].as_.block, &theirs):
            return False
        if mine.as_.block != theirs.as_.block:
            return False
    return True


cdef int class_name_text(VM* vm, Value name, char** out) noexcept nogil:
    cdef size_t size = str_utf8_size(<Str*>name.as_.block)
    out[0] = <char*>buffer_new(vm, size + 1)
    if out[0] == NULL:
        return ERROR
    str_utf8_write(<Str*>name.as_.block, out[0])
    out[0][size] = 0
    return OK


# Number the slots, after those of the bases, and put their descriptors into the class. OK or ERROR.
cdef int add_slots(VM* vm, Class* cls, Class* inherited, Tuple* slots) noexcept nogil:
    cdef uint32_t count = inherited.slot_count if inherited != NULL else 0
    cdef uint32_t extra = <uint32_t>slots.length if slots != NULL else 0
    cdef uint32_t i
    cdef Value member
    if count + extra > 0xF000:
        return raise_error(vm, E_TYPE_ERROR, "too many names in __slots__")
    if count + extra > 0:
        cls.keys = <Value*>buffer_new(vm, (count + extra) * sizeof(Value))
        if cls.keys == NULL:
            return ERROR
        cls.key_capacity = count + extra
    for i in range(count):
        cls.keys[i] = value_copy(inherited.keys[i])
        cls.key_count += 1
    for i in range(extra):
        cls.keys[count + i] = value_copy(tuple_items(slots)[i])
        cls.key_count += 1
        if member_new(vm, cls, tuple_items(slots)[i], count + i, &member) != OK:
            return ERROR
        if dict_set(vm, <Dict*>cls.attributes.as_.block, tuple_items(slots)[i], member) != OK:
            decref(vm, member)
            return ERROR
        decref(vm, member)
    cls.slot_count = count + extra
    return OK


# Functions of some names are class methods or static methods without being said so.
cdef int wrap_implicit(VM* vm, Dict* attributes, Str* name, int type) noexcept nogil:
    cdef Value found, wrapped
    cdef int status
    if not dict_get_str(attributes, name, &found) or type_of(found) != T_FUNCTION:
        return OK
    if method_wrapper_new(vm, type, found, &wrapped) != OK:
        return ERROR
    status = dict_set(vm, attributes, value_immortal(&name.head), wrapped)
    decref(vm, wrapped)
    return status


# Functions that show as built-in ones become no methods: a static method is what they are in the attributes of a class.
cdef int wrap_built_in(VM* vm, Dict* attributes) noexcept nogil:
    cdef Value key, value, wrapped
    cdef int64_t position = 0
    cdef int status
    while dict_next(attributes, &position, &key, &value):
        if value.tag == (T_FUNCTION | COUNTED) and is_built_in_function(<Function*>value.as_.block):
            if method_wrapper_new(vm, T_STATIC_METHOD, value, &wrapped) != OK:
                return ERROR
            # The key is there: nothing moves.
            status = dict_set(vm, attributes, key, wrapped)
            decref(vm, wrapped)
            if status != OK:
                return status
    return OK


# CLASS_HAS_DICT and CLASS_HAS_WEAKREF, as far as the instances of these bases have them.
cdef int layout_of_bases(Tuple* bases) noexcept nogil:
    cdef int flags = 0
    cdef int64_t i
    cdef Class* base
    for i in range(bases.length):
        base = class_at(bases, i)
        flags |= base.flags & CLASS_OF_LAYOUT
        if base.instance_type == T_EXCEPTION or base.instance_type == T_TYPE:
            flags |= CLASS_HAS_DICT
        if base.instance_type == T_SET or base.instance_type == T_FROZENSET or base.instance_type == T_TYPE:
            flags |= CLASS_HAS_WEAKREF
    return flags


# What the class itself adds to those: `wanted` are its flags. The attributes get the descriptors. OK or ERROR.
cdef int add_layout(VM* vm, Class* cls, int wanted) noexcept nogil:
    cdef Tuple* bases = <Tuple*>cls.bases.as_.block
    cdef Dict* attributes = <Dict*>cls.attributes.as_.block
    cdef int inherited = layout_of_bases(bases)
    cdef Value found
    if cls.base.instance_type in (T_INT, T_TUPLE, T_BYTES):
        wanted &= ~CLASS_HAS_WEAKREF
    cls.flags |= inherited | wanted
    if wanted & ~inherited & CLASS_HAS_DICT and not dict_get_str(attributes, NAME_DICT, &found):
        if dict_set(vm, attributes, value_immortal(&NAME_DICT.head), value_immortal(&dict_getter().head)) != OK:
            return ERROR
    if wanted & ~inherited & CLASS_HAS_WEAKREF and not dict_get_str(attributes, NAME_WEAKREF, &found):
        return dict_set(vm, attributes, value_immortal(&NAME_WEAKREF.head), value_immortal(&weakref_getter().head))
    return OK


# _class_new(metaclass, name, bases, namespace, slots, layout): a class of what type.__new__ has checked. `slots` is a
# tuple of mangled names; `layout` says what the class itself gives its instances: 1 a __dict__, 2 a __weakref__.
cdef int class_new(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Class* meta = <Class*>args[0].as_.block
    cdef Tuple* bases = <Tuple*>args[2].as_.block
    cdef Class* cls
    cdef Class* solid
    cdef Class* slots_from
    cdef Class* base
    cdef Dict* attributes
    cdef Value mro, found, cell
    cdef int64_t i
    cdef int status
    for i in range(bases.length):
        if type_of(tuple_items(bases)[i]) != T_TYPE:
            return raise_error(vm, E_TYPE_ERROR, "bases must be types")
        base = class_at(bases, i)
        if not acceptable_base(base):
            return raise_format(vm, E_TYPE_ERROR, "type '%s' is not an acceptable base type", base.c_name, NULL, NULL)
        if base.flags & CLASS_WITHOUT_ORDER:
            return raise_format(vm, E_TYPE_ERROR, "Cannot extend an incomplete type '%s'", base.c_name, NULL, NULL)
        for k in range(i):
            if class_at(bases, k) == base:
                return raise_format(vm, E_TYPE_ERROR, "duplicate base class %s", base.c_name, NULL, NULL)
    if choose_layout(vm, bases, &solid, &slots_from) != OK:
        return ERROR
    attributes = dict_new(vm, 0)
    if attributes == NULL:
        return ERROR
    status = dict_update_dict(vm, attributes, <Dict*>args[3].as_.block)
    if status != OK or resolve_order(vm, bases, &mro) != OK:
        decref(vm, value_block(&attributes.head))
        return ERROR
    cls = <Class*>heap_alloc(vm, T_TYPE, sizeof(Class), True)
    if cls == NULL:
        decref(vm, value_block(&attributes.head))
        decref(vm, mro)
        return ERROR
    memset(<char*>cls + sizeof(Block), 0, sizeof(Class) - sizeof(Block))
    cls.attributes = value_block(&attributes.head)
    cls.mro = mro
    cls.name = value_copy(args[1])
    cls.qualname = value_copy(args[1])
    cls.bases = value_copy(args[2])
    cls.module = value_unset()
    cls.base = solid
    cls.instance_type = solid.instance_type
    if has_payload(cls.instance_type):
        cls.instance_type = T_INSTANCE
    cls.exception_kind = 0
    cls.constructor = solid.constructor
    cls.flags = 0
    if cls.instance_type == T_TYPE:
        cls.flags |= CLASS_METACLASS
    for i in range(bases.length):
        base = class_at(bases, i)
        base.flags |= CLASS_HAS_SUBCLASSES if not base.flags & CLASS_BUILTIN else 0
    # A value of the class says whether its metaclass is the program's, also in the MRO.
    if meta != types_pointer[T_TYPE].cls:
        cls.head.flags |= BLOCK_SUBCLASSED
    # From here on the class is whole: releasing it undoes everything.
    tuple_items(<Tuple*>mro.as_.block)[0] = value_block(&cls.head)
    cls.head.refcount += 1
    cls.previous = vm.classes.previous
    cls.next = &vm.classes
    vm.classes.previous.next = cls
    vm.classes.previous = cls
    if meta != types_pointer[T_TYPE].cls:
        cls.metaclass = meta
        meta.head.refcount += 1
    cls.row = <TypeRow*>buffer_new(vm, sizeof(TypeRow) + FUNCTION_COUNT * sizeof(void*))
    if cls.row != NULL:
        cls.row[0] = types_pointer[cls.instance_type]
        cls.functions = <void**>(cls.row + 1)
        memset(cls.functions, 0, FUNCTION_COUNT * sizeof(void*))
    if (cls.row == NULL or class_name_text(vm, args[1], &cls.c_name) != OK
            or add_slots(vm, cls, slots_from, <Tuple*>args[4].as_.block if type_of(args[4]) == T_TUPLE else NULL) != OK
            or wrap_implicit(vm, attributes, NAME_NEW, T_STATIC_METHOD) != OK
            or wrap_implicit(vm, attributes, NAME_INIT_SUBCLASS, T_CLASS_METHOD) != OK
            or wrap_implicit(vm, attributes, NAME_CLASS_GETITEM, T_CLASS_METHOD) != OK
            or wrap_built_in(vm, attributes) != OK
            or hash_follows_equality(vm, attributes) != OK):
        class_abandon(vm, cls)
        return ERROR
    if dict_get_str(attributes, NAME_MODULE, &found):
        cls.module = value_copy(found)
    if dict_get_str(attributes, NAME_QUALNAME, &found):
        if type_of(found) != T_STR:
            raise_format(vm, E_TYPE_ERROR, "type __qualname__ must be a str, not %s", type_name(found), NULL, NULL)
            class_abandon(vm, cls)
            return ERROR
        value_store(vm, &cls.qualname, value_copy(found))
        if dict_remove(vm, attributes, value_immortal(&NAME_QUALNAME.head), &found) == OK:
            decref(vm, found)
    if not dict_get_str(attributes, NAME_DOC, &found):
        if add_layout(vm, cls, (CLASS_HAS_DICT if args[5].as_.i & 1 else 0) | (
                CLASS_HAS_WEAKREF if args[5].as_.i & 2 else 0)) != OK or dict_set(
                vm, attributes, value_immortal(&NAME_DOC.head), value_none()) != OK:
            class_abandon(vm, cls)
            return ERROR
    elif add_layout(vm, cls, (CLASS_HAS_DICT if args[5].as_.i & 1 else 0) | (
            CLASS_HAS_WEAKREF if args[5].as_.i & 2 else 0)) != OK:
        class_abandon(vm, cls)
        return ERROR
    if dict_get_str(<Dict*>args[3].as_.block, NAME_CLASSCELL, &cell):
        if type_of(cell) != T_CELL:
            raise_format(vm, E_TYPE_ERROR, "type.__new__ __classcell__ must be a nonlocal cell, not %s", type_name(cell),
                         NULL, NULL)
            class_abandon(vm, cls)
            return ERROR
        value_store(vm, &(<Cell*>cell.as_.block).content, value_copy(value_block(&cls.head)))
        # A slot may have the same name.
        if dict_get_str(attributes, NAME_CLASSCELL, &found) and type_of(found) == T_CELL and dict_remove(
                vm, attributes, value_immortal(&NAME_CLASSCELL.head), &found) == OK:
            decref(vm, found)
    class_update(vm, cls)
    out[0] = value_block(&cls.head)
    return OK


# type.mro(cls): the order that the bases give.
cdef int class_mro(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Class* cls = <Class*>args[0].as_.block
    cdef Value made
    cdef Tuple* mro
    cdef List* order
    cdef int64_t i
    if cls.flags & CLASS_BUILTIN:
        made = cls.mro
    elif resolve_order(vm, <Tuple*>cls.bases.as_.block, &made) != OK:
        return ERROR
    else:
        tuple_items(<Tuple*>made.as_.block)[0] = class_value(cls)
    mro = <Tuple*>made.as_.block
    order = list_new(vm, mro.length)
    if order != NULL:
        for i in range(mro.length):
            list_append(vm, order, value_copy(tuple_items(mro)[i]))     # there is room
        out[0] = value_block(&order.head)
    decref(vm, made)
    return OK if order != NULL else ERROR


# _class_set_order(cls, order): make a tuple that mro() answered the MRO; None: mro() is about to be asked for the first
# time, and __mro__ shows None until then. Only classes whose layout that of cls extends
# can be in it: their methods trust their receivers.
cdef int class_set_order(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Class* cls = <Class*>args[0].as_.block
    cdef Tuple* order = <Tuple*>args[1].as_.block
    cdef Class* each
    cdef int64_t i
    cdef uint32_t k
    cdef bint fits
    if type_of(args[1]) == T_NONE:
        cls.flags |= CLASS_WITHOUT_ORDER
        out[0] = value_none()
        return OK
    for i in range(order.length):
        if type_of(tuple_items(order)[i]) != T_TYPE:
            return raise_format(vm, E_TYPE_ERROR, "mro() returned a non-class ('%s')", type_name(tuple_items(order)[i]),
                                NULL, NULL)
        each = class_at(order, i)
        fits = class_is_subclass(cls.base, solid_base(each)) and each.slot_count <= cls.slot_count
        if fits:
            for k in range(each.slot_count):
                fits = fits and str_equal(<Str*>each.keys[k].as_.block, <Str*>cls.keys[k].as_.block)
        if not fits:
            return raise_format(vm, E_TYPE_ERROR, "mro() returned base with unsuitable layout ('%s')", each.c_name, NULL,
                                NULL)
    for i in range(order.length):
        each = class_at(order, i)
        if not each.flags & CLASS_BUILTIN:
            each.flags |= CLASS_HAS_SUBCLASSES
    value_store(vm, &cls.mro, value_copy(args[1]))
    cls.flags &= ~CLASS_WITHOUT_ORDER
    class_update(vm, cls)
    out[0] = value_none()
    return OK


# _class_set_bases(cls, bases): the bases alone; the MRO follows. TypeError if instances would have another layout.
cdef int class_set_bases(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Class* cls = <Class*>args[0].as_.block
    cdef Tuple* bases = <Tuple*>args[1].as_.block
    cdef Tuple* old = <Tuple*>cls.bases.as_.block
    cdef Class* solid
    cdef Class* slots_from
    cdef Class* old_slots_from
    cdef Value found
    cdef int64_t i, k
    cdef int own = 0
    for i in range(bases.length):
        if not acceptable_base(class_at(bases, i)):
            return raise_format(vm, E_TYPE_ERROR, "type '%s' is not an acceptable base type", class_at(bases, i).c_name,
                                NULL, NULL)
        for k in range(i):
            if class_at(bases, k) == class_at(bases, i):
                return raise_format(vm, E_TYPE_ERROR, "duplicate base class %s", class_at(bases, i).c_name, NULL, NULL)
    if choose_layout(vm, old, &solid, &old_slots_from) != OK or choose_layout(vm, bases, &solid, &slots_from) != OK:
        return ERROR
    if dict_get_str(<Dict*>cls.attributes.as_.block, NAME_DICT, &found):
        own |= CLASS_HAS_DICT
    if dict_get_str(<Dict*>cls.attributes.as_.block, NAME_WEAKREF, &found):
        own |= CLASS_HAS_WEAKREF
    if (solid != cls.base or (slots_from == NULL) != (old_slots_from == NULL)
            or (slots_from != NULL and not (same_slots(slots_from, old_slots_from)
                                            and same_slots(old_slots_from, slots_from)))
            or ((own | layout_of_bases(bases)) ^ (own | layout_of_bases(old))) & CLASS_OF_LAYOUT):
        return raise_format(vm, E_TYPE_ERROR, "__bases__ assignment: '%s' deallocator differs from '%s'"
                            if class_at(bases, 0).flags & CLASS_BUILTIN
                            else "__bases__ assignment: '%s' object layout differs from '%s'",
                            class_at(bases, 0).c_name, class_at(old, 0).c_name, NULL)
    for i in range(bases.length):
        if not class_at(bases, i).flags & CLASS_BUILTIN:
            class_at(bases, i).flags |= CLASS_HAS_SUBCLASSES
    value_store(vm, &cls.bases, value_copy(args[1]))
    out[0] = value_none()
    return OK


# _cell_content(cell): what a cell holds, or None.
cdef int cell_content(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_none()
    if type_of(args[0]) == T_CELL and (<Cell*>args[0].as_.block).content.tag != T_UNSET:
        out[0] = value_copy((<Cell*>args[0].as_.block).content)
    return OK


# A class that could not be finished: it holds itself through its MRO.
cdef void class_abandon(VM* vm, Class* cls) noexcept nogil:
    value_store(vm, &tuple_items(<Tuple*>cls.mro.as_.block)[0], class_value(types_pointer[T_OBJECT].cls))
    decref(vm, value_block(&cls.head))


# A class that defines == and not hash() is unhashable.
cdef int hash_follows_equality(VM* vm, Dict* attributes) noexcept nogil:
    cdef Value found
    if dict_get_str(attributes, NAME_EQ, &found) and not dict_get_str(attributes, NAME_HASH, &found):
        return dict_set(vm, attributes, value_immortal(&NAME_HASH.head), value_none())
    return OK


# --- instances -------------------------------------------------------------------------------------------------------

# _instance_new(cls): an instance without attributes of a class without built-in layout.
cdef int intrinsic_instance_new(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return instance_new(vm, <Class*>args[0].as_.block, value_unset(), out)


# A block of the layout of `type` and `size` bytes, with room for the attributes of an instance of `cls`; all of it
# behind the header is zero. NULL with the limit set.
cdef Block* subclass_alloc(VM* vm, Class* cls, int type, size_t size) noexcept nogil:
    cdef uint32_t room = cls.slot_count if cls.slot_count < 16 else 16
    cdef size_t whole
    cdef Block* block
    cdef Attributes* attributes
    if cls.key_count > room:
        room = cls.key_count if cls.key_count < 16 else 16
    size = (size + 7) & ~<size_t>7
    whole = size + sizeof(Attributes) + room * sizeof(Value)
    block = heap_alloc(vm, type, whole, True)
    if block == NULL:
        return NULL
    memset(<char*>block + sizeof(Block), 0, whole - sizeof(Block))
    attributes = <Attributes*>(<char*>block + size)
    cls.head.refcount += 1
    attributes.cls = cls
    attributes.values = <Value*>(attributes + 1)
    attributes.capacity = <uint16_t>room
    attributes.inside = <uint16_t>room
    block.flags |= BLOCK_SUBCLASSED
    return block


# A set that holds nothing, whatever it held.
cdef void set_nothing(Set* s) noexcept nogil:
    s.table = NULL
    s.mask = 7
    s.count = 0
    s.filled = 0
    s.hash = 0


cdef int subclass_take(VM* vm, Class* cls, Value made, Value* out) noexcept nogil:
    cdef int type = type_of(made)
    cdef Block* block
    cdef size_t size
    cdef int64_t i
    cdef Value number = plain_number(made)
    cdef TypeRow* row
    cdef Set* copied
    if has_payload(cls.base.instance_type):
        return instance_new(vm, cls, value_copy(number), out)
    if type == T_EXCEPTION:
        # Its layout has room for any class.
        if not (<Object*>made.as_.block).cls.flags & CLASS_BUILTIN:
            return raise_error(vm, E_TYPE_ERROR, "this exception has a class already")
        cls.head.refcount += 1
        (<Object*>made.as_.block).cls = cls
        made.as_.block.flags |= BLOCK_SUBCLASSED
        out[0] = value_copy(value_block(made.as_.block))
        return OK
    row = &types_pointer[type]
    if row.size == NULL:
        return raise_format(vm, E_TYPE_ERROR, "cannot make an instance of '%s' of a '%s'", cls.c_name, type_name(made),
                            NULL)
    # The length decides the size of some: it must stand in the block before its attributes are found.
    size = row.size(made.as_.block)
    block = subclass_alloc(vm, cls, type, size)
    if block == NULL:
        return ERROR
    if type == T_LIST:
        (<List*>block).items = (<List*>made.as_.block).items
        (<List*>block).length = (<List*>made.as_.block).length
        (<List*>block).capacity = (<List*>made.as_.block).capacity
        (<List*>made.as_.block).items = NULL
        (<List*>made.as_.block).length = 0
        (<List*>made.as_.block).capacity = 0
    elif type == T_TUPLE:
        (<Tuple*>block).length = (<Tuple*>made.as_.block).length
        for i in range((<Tuple*>block).length):
            tuple_items(<Tuple*>block)[i] = value_copy(tuple_items(<Tuple*>made.as_.block)[i])
    elif type == T_STR or type == T_BYTES:
        # the hash is not copied: it has no place in a block among the containers
        memcpy(<char*>block + sizeof(Block), <char*>made.as_.block + sizeof(Block),
               str_bytes(made.as_.block) - sizeof(Block))
    elif type == T_PROPERTY or type == T_STATIC_METHOD or type == T_CLASS_METHOD or type == T_SUPER:
        memcpy(<char*>block + sizeof(Block), <char*>made.as_.block + sizeof(Block), size - sizeof(Block))
        memset(<char*>made.as_.block + sizeof(Block), 0, size - sizeof(Block))
    elif type == T_FROZENSET:
        # it may be shared: its keys are copied
        copied = set_copy(vm, <Set*>made.as_.block, T_FROZENSET)
        if copied == NULL:
            set_nothing(<Set*>block)
            decref(vm, value_block(block))
            return ERROR
        memcpy(<char*>block + sizeof(Block), <char*>copied + sizeof(Block), size - sizeof(Block))
        set_nothing(copied)
        decref(vm, value_block(&copied.head))
    else:
        # dict, set and bytearray: what they hold moves, the one just made is left empty
        memcpy(<char*>block + sizeof(Block), <char*>made.as_.block + sizeof(Block), size - sizeof(Block))
        if type == T_SET:
            set_nothing(<Set*>made.as_.block)
        else:
            memset(<char*>made.as_.block + sizeof(Block), 0, size - sizeof(Block))
    out[0] = value_block(block)
    return OK


# _subclass_instance(cls, made)
cdef int subclass_instance(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return subclass_take(vm, <Class*>args[0].as_.block, args[1], out)


# _starts_empty(cls): is it __init__ that fills the instances of the built-in class?
cdef int starts_empty(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_bool((<Class*>args[0].as_.block).instance_type in (T_LIST, T_DICT, T_SET, T_BYTEARRAY, T_DEQUE))
    return OK


# Bytes of a str or bytes, its header included.
cdef size_t str_bytes(Block* block) noexcept nogil:
    if block.type == T_STR:
        return sizeof(Str) + <size_t>(<Str*>block).length * (<Str*>block).kind
    return sizeof(Bytes) + <size_t>(<Bytes*>block).length


from libc.string cimport memset

cdef Str* NAME_NEW = str_static(b"__new__")
cdef Str* NAME_INIT_SUBCLASS = str_static(b"__init_subclass__")
cdef Str* NAME_CLASS_GETITEM = str_static(b"__class_getitem__")
cdef Str* NAME_MODULE = str_static(b"__module__")
cdef Str* NAME_QUALNAME = str_static(b"__qualname__")
cdef Str* NAME_DOC = str_static(b"__doc__")
cdef Str* NAME_CLASSCELL = str_static(b"__classcell__")
cdef Str* NAME_DICT = str_static(b"__dict__")
cdef Str* NAME_WEAKREF = str_static(b"__weakref__")
cdef Str* NAME_EQ = str_static(b"__eq__")
cdef Str* NAME_HASH = str_static(b"__hash__")

for signature, function in (
    (b"_class_new(metaclass, name, bases, namespace, slots, layout, /)", <size_t>&class_new),
    (b"_class_set_order(cls, order, /)", <size_t>&class_set_order),
    (b"_class_set_bases(cls, bases, /)", <size_t>&class_set_bases),
    (b"_cell_content(cell, /)", <size_t>&cell_content),
    (b"_instance_new(cls, /)", <size_t>&intrinsic_instance_new),
    (b"_starts_empty(cls, /)", <size_t>&starts_empty),
    (b"_subclass_instance(cls, made, /)", <size_t>&subclass_instance),
):
    register_native(-1, NATIVE_INTRINSIC, <bytes>signature, <NativeFunction><size_t>function, NULL)

register_native(T_TYPE, NATIVE_METHOD, b"mro(self, /)", class_mro, NULL)
