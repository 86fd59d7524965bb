"""Operators and methods of dict."""

from libc.stdint cimport int64_t

from monty._generated cimport *
from monty._heap cimport *
from monty._machine cimport Function, function_mark, SHORTCUT_DEFAULT, shortcut_of
from monty._protocol cimport iterated_type, iterates_natively, value_equal, value_iterate, value_next, value_repr
from monty.objects.dict cimport *
from monty.objects.dict_iterators cimport dict_iterator_new
from monty.objects.dict_views cimport dict_view_new
from monty.objects.list cimport List, list_new
from monty.objects.sequence cimport repr_enter, repr_leave
from monty.objects.set_operations cimport KeyCursor, cursor_close, cursor_next, cursor_open
from monty.objects.str cimport str_char, str_single, writer_ascii
from monty.objects.tuple cimport Tuple, tuple_items, tuple_new

from monty.objects.instance cimport class_lookup
from monty.objects.set cimport set_new
from monty.objects.str cimport str_equal, str_static

cdef Str* NAME_MISSING = str_static(b"__missing__")
cdef Str* NAME_DEFAULT_FACTORY = str_static(b"default_factory")
cdef Value* DICT_MISSING = prelude_slot(b"dict_missing")
cdef Value* DICT_GET_ITEM = prelude_slot(b"dict_get_item")
cdef Value* DICT_SET_ITEM = prelude_slot(b"dict_set_item")
cdef Value* DICT_DELETE_ITEM = prelude_slot(b"dict_delete_item")
cdef Value* DICT_CONTAINS = prelude_slot(b"dict_contains")
cdef Value* DICT_EQUAL = prelude_slot(b"dict_equal")
cdef Value* DICT_REPR = prelude_slot(b"dict_repr")
cdef Value* DICT_OR = prelude_slot(b"dict_or")
cdef Value* DICT_INPLACE_OR = prelude_slot(b"dict_inplace_or")
cdef Value* DICT_UPDATE_MAPPING = prelude_slot(b"dict_update_mapping")
cdef Value* DICT_MERGE_KEYWORDS = prelude_slot(b"dict_merge_keywords")


cdef inline Dict* dict_of(Value v) noexcept nogil:
    return <Dict*>v.as_.block


cdef inline void dict_drop(VM* vm, Dict* d) noexcept nogil:
    decref(vm, value_block(&d.head))


cdef inline int deferred(VM* vm, int status, Value* slot) noexcept nogil:
    return defer_to(vm, slot) if status == DEFER else status


# --- operations of the type row --------------------------------------------------------------------------------------

cdef int dict_length(VM* vm, Value v, int64_t* out) noexcept nogil:
    out[0] = dict_of(v).count
    return OK


# What a factory that is a built-in class makes without arguments. OK, ERROR; NOT_IMPLEMENTED: another kind of factory.
cdef int made_by(VM* vm, Value factory, Value* out) noexcept nogil:
    cdef Class* cls = <Class*>factory.as_.block
    cdef Block* made
    if factory.tag != T_TYPE:
        return NOT_IMPLEMENTED
    if cls == types_pointer[T_INT].cls:
        out[0] = value_int(0)
        return OK
    if cls == types_pointer[T_FLOAT].cls:
        out[0] = value_float(0.0)
        return OK
    if cls == types_pointer[T_LIST].cls:
        made = <Block*>list_new(vm, 0)
    elif cls == types_pointer[T_DICT].cls:
        made = <Block*>dict_new(vm, 0)
    elif cls == types_pointer[T_SET].cls:
        made = <Block*>set_new(vm, T_SET)
    else:
        return NOT_IMPLEMENTED
    if made == NULL:
        return ERROR
    out[0] = value_block(made)
    return OK


# What the __missing__ of the library's defaultdict and Counter answers: the new value of a factory, or 0. OK, ERROR;
# NOT_IMPLEMENTED, with nothing changed: it has to run.
cdef int dict_default(VM* vm, Value v, Value key, Value* out) noexcept nogil:
    cdef Attributes* attributes = block_attributes(v.as_.block)
    cdef Class* cls = subclass_of(v)
    cdef Value made
    cdef int status
    if attributes == NULL or cls.slot_count == 0 or not str_equal(<Str*>cls.keys[0].as_.block, NAME_DEFAULT_FACTORY):
        out[0] = value_int(0)
        return OK
    if attributes.count == 0 or row_of(v).set_item != types_pointer[T_DICT].set_item:
        return NOT_IMPLEMENTED
    status = made_by(vm, attributes.values[0], &made)
    if status != OK:
        return status
    status = dict_set(vm, dict_of(v), key, made)
    if status == OK:
        out[0] = made
        return OK
    decref(vm, made)
    return NOT_IMPLEMENTED if status == DEFER else status


# _default_missing(function): the same function, marked: it does what dict_default does.
cdef int mark_default(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return function_mark(args[0], SHORTCUT_DEFAULT, out)


cdef int dict_get_item(VM* vm, Value v, Value key, Value* out) noexcept nogil:
    cdef Value found
    cdef int status = dict_get(vm, dict_of(v), key, &found)
    if status == OK:
        out[0] = value_copy(found)
        return OK
    if status == EXHAUSTED:
        if v.tag & SUBCLASSED and class_lookup(subclass_of(v), NAME_MISSING, &found):
            if found.tag == (T_FUNCTION | COUNTED) and shortcut_of(<Function*>found.as_.block) == SHORTCUT_DEFAULT:
                status = dict_default(vm, v, key, out)
                if status != NOT_IMPLEMENTED:
                    return status
            return defer_to(vm, DICT_MISSING)
        return raise_value(vm, E_KEY_ERROR, value_copy(key))
    return deferred(vm, status, DICT_GET_ITEM)


cdef int dict_set_item(VM* vm, Value v, Value key, Value item) noexcept nogil:
    return deferred(vm, dict_set(vm, dict_of(v), key, item), DICT_SET_ITEM)


cdef int dict_delete_item(VM* vm, Value v, Value key) noexcept nogil:
    cdef Value old
    cdef int status = dict_remove(vm, dict_of(v), key, &old)
    if status == OK:
        decref(vm, old)
        return OK
    if status == EXHAUSTED:
        return raise_value(vm, E_KEY_ERROR, value_copy(key))
    return deferred(vm, status, DICT_DELETE_ITEM)


cdef int dict_contains(VM* vm, Value v, Value item, bint* out) noexcept nogil:
    cdef Value found
    cdef int status = dict_get(vm, dict_of(v), item, &found)
    if status == OK or status == EXHAUSTED:
        out[0] = status == OK
        return OK
    return deferred(vm, status, DICT_CONTAINS)


cdef int dict_iterate(VM* vm, Value v, Value* out) noexcept nogil:
    return dict_iterator_new(vm, dict_of(v), T_DICT_KEY_ITERATOR, out)


cdef int dict_equal(VM* vm, Value a, Value b, int depth, bint* out) noexcept nogil:
    cdef Dict* left
    cdef Dict* right
    cdef DictEntry* entry
    cdef int64_t i, index
    cdef int status
    cdef bint same
    if type_of(a) != T_DICT or type_of(b) != T_DICT:
        return NOT_IMPLEMENTED
    left = dict_of(a)
    right = dict_of(b)
    out[0] = False
    if left.count != right.count:
        return OK
    if depth <= 0:
        return defer_to(vm, DICT_EQUAL)
    for i in range(left.filled):
        entry = &left.entries[i]
        if entry.key.tag == T_UNSET:
            continue
        if poll(vm, 4) != OK:
            return ERROR
        status = dict_lookup(vm, right, entry.key, entry.hash, &index)
        if status == EXHAUSTED:
            out[0] = False
            return OK
        if status == OK:
            status = value_equal(vm, right.entries[index].value, entry.value, depth - 1, &same)
        if status != OK:
            return deferred(vm, status, DICT_EQUAL)
        if not same:
            out[0] = False
            return OK
    out[0] = True
    return OK


cdef int write_items(VM* vm, Dict* d, Writer* writer, int depth) noexcept nogil:
    cdef Value key, item
    cdef int64_t position = 0
    cdef bint first = True
    cdef int status
    if writer_ascii(writer, "{", 1) != OK:
        return ERROR
    while dict_next(d, &position, &key, &item):
        if poll(vm, 8) != OK or (not first and writer_ascii(writer, ", ", 2) != OK):
            return ERROR
        first = False
        status = value_repr(vm, key, writer, depth - 1)
        if status == OK:
            status = writer_ascii(writer, ": ", 2)
        if status == OK:
            status = value_repr(vm, item, writer, depth - 1)
        if status != OK:
            return status
    return writer_ascii(writer, "}", 1)


cdef int dict_repr(VM* vm, Value v, Writer* writer, int depth) noexcept nogil:
    cdef Dict* d = dict_of(v)
    cdef int status
    if depth <= 0:
        return defer_to(vm, DICT_REPR)
    if not repr_enter(v):
        return writer_ascii(writer, "{...}", 5)
    status = write_items(vm, d, writer, depth)
    repr_leave(v)
    return deferred(vm, status, DICT_REPR)


cdef int dict_binary(VM* vm, int operator, Value a, Value b, Value* out) noexcept nogil:
    cdef Dict* d
    cdef int status
    if operator != BIN_OR or type_of(a) != T_DICT or type_of(b) != T_DICT:
        return NOT_IMPLEMENTED
    d = dict_copy(vm, dict_of(a))
    if d == NULL:
        return ERROR
    status = dict_update_dict(vm, d, dict_of(b))
    if status != OK:
        dict_drop(vm, d)
        return deferred(vm, status, DICT_OR)
    out[0] = value_block(&d.head)
    return OK


cdef int dict_inplace(VM* vm, int operator, Value a, Value b, Value* out) noexcept nogil:
    cdef int status
    if operator != BIN_OR:
        return NOT_IMPLEMENTED
    status = dict_update_from(vm, dict_of(a), b)
    if status == OK:
        out[0] = value_copy(a)
    return deferred(vm, status, DICT_INPLACE_OR)


# --- from other sources ----------------------------------------------------------------------------------------------

cdef int dict_set_pair(VM* vm, Dict* d, Value pair, int64_t number) noexcept nogil:
    cdef int type = iterated_type(pair)
    cdef Value* items
    cdef Value[2] characters
    cdef int64_t length
    cdef int status
    if type == T_TUPLE:
        items = tuple_items(<Tuple*>pair.as_.block)
        length = (<Tuple*>pair.as_.block).length
    elif type == T_LIST:
        items = (<List*>pair.as_.block).items
        length = (<List*>pair.as_.block).length
    elif type == T_STR:
        length = (<Str*>pair.as_.block).length
        if length == 2:
            if str_single(vm, str_char(<Str*>pair.as_.block, 0), &characters[0]) != OK:
                return ERROR
            status = str_single(vm, str_char(<Str*>pair.as_.block, 1), &characters[1])
            if status == OK:
                status = dict_set(vm, d, characters[0], characters[1])
                decref(vm, characters[1])
            decref(vm, characters[0])
            return status
    else:
        return DEFER
    if length != 2:
        return raise_format_int(vm, E_VALUE_ERROR,
                                "dictionary update sequence element #%lld has length %lld; 2 is required",
                                number, length)
    return dict_set(vm, d, items[0], items[1])


cdef int dict_update_from(VM* vm, Dict* d, Value source) noexcept nogil:
    cdef int type = iterated_type(source)
    cdef Value iterator, pair
    cdef int64_t number = 0
    cdef int status
    if type == T_DICT:
        return dict_update_dict(vm, d, dict_of(source))
    if type == T_MAPPING_PROXY or not iterates_natively(source):
        return DEFER
    if type == T_LIST or type == T_TUPLE:
        while True:
            if type == T_LIST:
                if number >= (<List*>source.as_.block).length:
                    return OK
                pair = (<List*>source.as_.block).items[number]
            else:
                if number >= (<Tuple*>source.as_.block).length:
                    return OK
                pair = tuple_items(<Tuple*>source.as_.block)[number]
            if poll(vm, 8) != OK:
                return ERROR
            status = dict_set_pair(vm, d, pair, number)
            if status != OK:
                return status
            number += 1
    status = value_iterate(vm, source, &iterator)
    if status != OK:
        return status
    while True:
        status = poll(vm, 8)
        if status == OK:
            status = value_next(vm, iterator, &pair)
        if status != OK:
            break
        status = dict_set_pair(vm, d, pair, number)
        decref(vm, pair)
        if status != OK:
            break
        number += 1
    decref(vm, iterator)
    return OK if status == EXHAUSTED else status


cdef int dict_update_mapping(VM* vm, Value d, Value mapping) noexcept nogil:
    if iterated_type(mapping) == T_DICT:
        return deferred(vm, dict_update_dict(vm, dict_of(d), dict_of(mapping)), DICT_UPDATE_MAPPING)
    return defer_to(vm, DICT_UPDATE_MAPPING)


cdef int dict_merge_keywords(VM* vm, Value d, Value mapping) noexcept nogil:
    cdef Value key, item
    cdef int64_t position = 0
    cdef Dict* target = dict_of(d)
    if type_of(mapping) != T_DICT:
        return defer_to(vm, DICT_MERGE_KEYWORDS)
    while dict_next(dict_of(mapping), &position, &key, &item):
        if poll(vm, 4) != OK:
            return ERROR
        if type_of(key) != T_STR or dict_find_str(target, <Str*>key.as_.block) != DICT_ABSENT:
            return defer_to(vm, DICT_MERGE_KEYWORDS)
    return deferred(vm, dict_update_dict(vm, target, dict_of(mapping)), DICT_MERGE_KEYWORDS)


# --- methods ---------------------------------------------------------------------------------------------------------

cdef int method_new(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Dict* d
    cdef int status = OK
    if count > 2:
        return DEFER                        # the prelude knows the words of the error
    if count == 2 and iterated_type(args[1]) == T_DICT:
        d = dict_copy(vm, dict_of(args[1]))
    else:
        d = dict_new(vm, 0)
    if d == NULL:
        return ERROR
    if count == 2 and iterated_type(args[1]) != T_DICT:
        status = dict_update_from(vm, d, args[1])
    if status != OK:
        dict_drop(vm, d)
        return status
    out[0] = value_block(&d.head)
    return OK


cdef int method_fromkeys(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef KeyCursor cursor
    cdef Value key
    cdef Value item = value_none() if args[2].tag == T_UNSET else args[2]
    cdef int64_t hash, index
    cdef Dict* d
    cdef int status
    if args[0].as_.block != &types_pointer[T_DICT].cls.head:
        return DEFER
    status = cursor_open(vm, &cursor, args[1])
    if status != OK:
        return status
    d = dict_new(vm, 0)
    if d == NULL:
        status = ERROR
    while status == OK:
        status = cursor_next(vm, &cursor, &key, &hash)
        if status == OK:
            status = dict_lookup(vm, d, key, hash, &index)
            if status == EXHAUSTED:
                status = dict_insert(vm, d, key, hash, item)
    cursor_close(vm, &cursor)
    if status != EXHAUSTED:
        if d != NULL:
            dict_drop(vm, d)
        return status
    out[0] = value_block(&d.head)
    return OK


cdef int method_get(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value found
    cdef int status = dict_get(vm, dict_of(args[0]), args[1], &found)
    if status == OK:
        out[0] = value_copy(found)
        return OK
    if status == EXHAUSTED:
        out[0] = value_none() if args[2].tag == T_UNSET else value_copy(args[2])
        return OK
    return status


cdef int method_setdefault(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Dict* d = dict_of(args[0])
    cdef Value item = value_none() if args[2].tag == T_UNSET else args[2]
    cdef int64_t hash, index
    cdef int status = dict_key_hash(vm, args[1], &hash)
    if status == OK:
        status = dict_lookup(vm, d, args[1], hash, &index)
    if status == OK:
        out[0] = value_copy(d.entries[index].value)
        return OK
    if status != EXHAUSTED:
        return status
    if dict_insert(vm, d, args[1], hash, item) != OK:
        return ERROR
    out[0] = value_copy(item)
    return OK


cdef int method_pop(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int status = dict_remove(vm, dict_of(args[0]), args[1], out)
    if status != EXHAUSTED:
        return status
    if args[2].tag == T_UNSET:
        return raise_value(vm, E_KEY_ERROR, value_copy(args[1]))
    out[0] = value_copy(args[2])
    return OK


cdef int method_popitem(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Dict* d = dict_of(args[0])
    cdef int64_t last = d.filled - 1
    cdef Value item
    cdef Tuple* pair
    if d.count == 0:
        return raise_error(vm, E_KEY_ERROR, "popitem(): dictionary is empty")
    pair = tuple_new(vm, 2)
    if pair == NULL:
        return ERROR
    while d.entries[last].key.tag == T_UNSET:
        last -= 1
    tuple_items(pair)[0] = value_copy(d.entries[last].key)
    dict_remove_at(vm, d, last, &item)
    tuple_items(pair)[1] = item
    d.filled = last                         # so that emptying a dict from its end takes linear time
    out[0] = value_block(&pair.head)
    return OK


cdef int method_update(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int status = OK
    if count > 2:
        return DEFER
    if count == 2:
        status = dict_update_from(vm, dict_of(args[0]), args[1])
    if status == OK:
        out[0] = value_none()
    return status


cdef int method_clear(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    dict_clear(vm, dict_of(args[0]))
    out[0] = value_none()
    return OK


cdef int method_copy(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Dict* d = dict_copy(vm, dict_of(args[0]))
    if d == NULL:
        return ERROR
    out[0] = value_block(&d.head)
    return OK


cdef int method_keys(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return dict_view_new(vm, dict_of(args[0]), T_DICT_KEYS, out)


cdef int method_values(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return dict_view_new(vm, dict_of(args[0]), T_DICT_VALUES, out)


cdef int method_items(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return dict_view_new(vm, dict_of(args[0]), T_DICT_ITEMS, out)


cdef int method_reversed(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return dict_iterator_new(vm, dict_of(args[0]), T_DICT_REVERSE_KEY_ITERATOR, out)


# --- registration ----------------------------------------------------------------------------------------------------

cdef TypeRow* row = register_type(T_DICT, b"dict")
row.length = dict_length
row.equal = dict_equal
row.repr = dict_repr
row.binary = dict_binary
row.inplace = dict_inplace
row.get_item = dict_get_item
row.set_item = dict_set_item
row.delete_item = dict_delete_item
row.contains = dict_contains
row.iterate = dict_iterate

register_native(-1, NATIVE_INTRINSIC, b"_default_missing(function, /)", mark_default, NULL)
register_native(T_DICT, NATIVE_NEW, b"dict(cls, *args)", method_new, b"dict_construct")
register_native(T_DICT, NATIVE_CLASS, b"fromkeys(type, iterable, value=None, /)", method_fromkeys, b"dict_fromkeys")
register_native(T_DICT, NATIVE_METHOD, b"get(self, key, default=None, /)", method_get, b"dict_get_default")
register_native(T_DICT, NATIVE_METHOD, b"setdefault(self, key, default=None, /)", method_setdefault, b"dict_setdefault")
register_native(T_DICT, NATIVE_METHOD, b"pop(self, key, default=None, /)", method_pop, b"dict_pop")
register_native(T_DICT, NATIVE_METHOD, b"popitem(self, /)", method_popitem, NULL)
register_native(T_DICT, NATIVE_METHOD, b"update(self, *args)", method_update, b"dict_update")
register_native(T_DICT, NATIVE_METHOD, b"clear(self, /)", method_clear, NULL)
register_native(T_DICT, NATIVE_METHOD, b"copy(self, /)", method_copy, NULL)
register_native(T_DICT, NATIVE_METHOD, b"keys(self, /)", method_keys, NULL)
register_native(T_DICT, NATIVE_METHOD, b"values(self, /)", method_values, NULL)
register_native(T_DICT, NATIVE_METHOD, b"items(self, /)", method_items, NULL)
register_native(T_DICT, NATIVE_METHOD, b"__reversed__(self, /)", method_reversed, NULL)
