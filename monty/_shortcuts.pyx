"""Functions of the library whose code need not run where the answer is at hand."""

from libc.stdint cimport int64_t, uint32_t

from monty._generated cimport *
from monty._generators cimport is_generator
from monty._heap cimport *
from monty._machine cimport *
from monty._protocol cimport value_get_item
from monty.objects.dict cimport *
from monty.objects.class_rows cimport METHOD_COMPARE
from monty.objects.instance cimport class_lookup, instance_new
from monty.objects.list cimport List
from monty.objects.str cimport str_equal, str_static
from monty.objects.tuple cimport Tuple, tuple_copy, tuple_empty, tuple_items
from monty.objects.type cimport class_of


# --- memo ------------------------------------------------------------------------------------------------------------

# What a memo keeps: the first list among the free variables of the function. Its items are
#   the results by their keys, a dict; in the order in which they were last asked for, if there are four items
#   how often a result was found; how often none was
#   the greatest number of results
# A program may put anything there: NULL where it is not that.
cdef List* memo_state(Function* f) noexcept nogil:
    cdef List* state
    cdef Value content
    cdef int64_t i
    for i in range(f.cell_count):
        content = function_cells(f)[i].content
        if content.tag == (T_LIST | COUNTED):
            state = <List*>content.as_.block
            if state.length >= 3 and state.items[0].tag == (T_DICT | COUNTED) and state.items[1].tag == T_INT:
                return state
            return NULL
    return NULL


cdef int memo_find(VM* vm, Function* f, Value* args, int64_t count, Value* out) noexcept nogil:
    cdef List* state = memo_state(f)
    cdef Value key
    cdef Tuple* made
    cdef Dict* results
    cdef int64_t hash = 0
    cdef int64_t index
    cdef int status
    if state == NULL:
        return NOT_IMPLEMENTED
    # A single int or str is its own key.
    if count == 1 and ((args[0].tag & EXACT_MASK) == T_INT or (args[0].tag & EXACT_MASK) == T_STR):
        key = value_copy(args[0])
    elif count == 0:
        key = tuple_empty()
    else:
        made = tuple_copy(vm, args, count)
        if made == NULL:
            return ERROR
        key = value_block(&made.head)
    results = <Dict*>state.items[0].as_.block
    status = dict_key_hash(vm, key, &hash)
    if status == OK:
        status = dict_lookup(vm, results, key, hash, &index) if results.count > 0 else EXHAUSTED
    if status == OK:
        if state.length > 3:
            status = dict_move_to_end(vm, results, index)
            index = results.filled - 1
        state.items[1].as_.i += 1
        out[0] = results.entries[index].value
    decref(vm, key)
    return NOT_IMPLEMENTED if status == EXHAUSTED or status == DEFER else status


# _memo(function): the same function, marked. It must be a closure over what memo_state describes, and ask that first.
cdef int mark_memo(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Function* f = <Function*>args[0].as_.block
    return function_mark(args[0], SHORTCUT_MEMO if type_of(args[0]) == T_FUNCTION and f.cell_count > 0 else 0, out)


# _built_in(function): the same function, marked: CPython has it as a built-in function.
cdef int mark_built_in(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return function_mark(args[0], FUNCTION_BUILT_IN, out)


# _partial_call(function): the same function, marked: the __call__ of functools.partial.
cdef int mark_partial(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return function_mark(args[0], SHORTCUT_PARTIAL, out)


# --- named tuples ----------------------------------------------------------------------------------------------------

# The number of a field, -1: none.
cdef int64_t field_number(Tuple* fields, Value name) noexcept nogil:
    cdef int64_t i
    for i in range(fields.length):
        if tuple_items(fields)[i].as_.block == name.as_.block:
            return i
    for i in range(fields.length):
        if type_of(tuple_items(fields)[i]) == T_STR and str_equal(<Str*>tuple_items(fields)[i].as_.block,
                                                                  <Str*>name.as_.block):
            return i
    return -1


cdef int record_bind(VM* vm, Class* cls, Value* args, int64_t count, Value keyword_names, Value* items) noexcept nogil:
    cdef int64_t size = cls.record_size
    cdef int64_t named = (<Tuple*>keyword_names.as_.block).length if keyword_names.tag != T_UNSET else 0
    cdef int64_t positional = count - named
    cdef int64_t i, number
    cdef Tuple* fields
    cdef Value found, value
    if positional > size or size > RECORD_LIMIT or not class_lookup(cls, FIELDS, &found) or (
            exact_type(found) != T_TUPLE or (<Tuple*>found.as_.block).length != size):
        return NOT_IMPLEMENTED
    fields = <Tuple*>found.as_.block
    for i in range(size):
        items[i] = args[i] if i < positional else value_unset()
    for i in range(named):
        number = field_number(fields, tuple_items(<Tuple*>keyword_names.as_.block)[i])
        if number < 0 or items[number].tag != T_UNSET:
            return NOT_IMPLEMENTED
        items[number] = args[positional + i]
    if count < size:
        if not class_lookup(cls, FIELD_DEFAULTS, &found) or found.tag != (T_DICT | COUNTED):
            return NOT_IMPLEMENTED
        for i in range(size):
            if items[i].tag == T_UNSET and not dict_get_str(
                    <Dict*>found.as_.block, <Str*>tuple_items(fields)[i].as_.block, &value):
                return NOT_IMPLEMENTED
        for i in range(size):
            if items[i].tag == T_UNSET and dict_get_str(<Dict*>found.as_.block,
                                                        <Str*>tuple_items(fields)[i].as_.block, &value):
                items[i] = value_copy(value)
    for i in range(count):
        args[i].tag = T_UNSET
    return OK


# --- item getters, and functions as the key of a sort ----------------------------------------------------------------

cdef enum:                  # slots of operator.itemgetter, which stand in alphabetical order
    GETTER_ITEM = 0
    GETTER_ITEMS = 1
    GETTER_SLOTS = 2


cdef int item_getter_get(VM* vm, Value getter, Value source, Value* out) noexcept nogil:
    cdef Attributes* attributes = block_attributes(getter.as_.block)
    if attributes == NULL or attributes.cls.slot_count != GETTER_SLOTS or attributes.count < GETTER_SLOTS or (
            attributes.values[GETTER_ITEMS].tag != T_NONE or attributes.values[GETTER_ITEM].tag == T_UNSET):
        return NOT_IMPLEMENTED
    return value_get_item(vm, source, attributes.values[GETTER_ITEM], out)


# _item_getter_call(function): the same function, marked: the __call__ of operator.itemgetter.
cdef int mark_item_getter(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return function_mark(args[0], SHORTCUT_ITEM_GETTER, out)


# Is it an operator.itemgetter with the __call__ of the library?
cdef bint is_item_getter(Value v) noexcept nogil:
    cdef Value function
    return (v.tag == (T_INSTANCE | COUNTED | SUBCLASSED) and class_lookup(class_of(v), NAME_CALL, &function)
            and function.tag == (T_FUNCTION | COUNTED)
            and shortcut_of(<Function*>function.as_.block) == SHORTCUT_ITEM_GETTER)


# Call a native function, or a native method of what it is bound to or of its only argument. OK, ERROR; DEFER or
# NOT_IMPLEMENTED, with nothing changed, where a frame would be pushed.
cdef int call_on_the_spot(Machine* m, Value callee, Value argument, Value* out) noexcept nogil:
    cdef Value[MAX_NATIVE_PARAMETERS] args
    cdef Native* native
    cdef uint32_t count = 1
    cdef uint32_t i
    args[0] = argument
    if callee.tag == (T_BOUND_METHOD | COUNTED) and (<BoundMethod*>callee.as_.block).receiver.tag != T_UNSET:
        args[0] = (<BoundMethod*>callee.as_.block).receiver
        args[1] = argument
        count = 2
        callee = (<BoundMethod*>callee.as_.block).function
    if type_of(callee) != T_NATIVE:
        return NOT_IMPLEMENTED
    native = <Native*>callee.as_.block
    if count - native.fewest > native.optional or not (
            native.kind == NATIVE_FUNCTION or (native.kind == NATIVE_METHOD and not is_generator(type_of(args[0]))
                                               and (args[0].tag & EXACT_MASK) == native.type)):
        return NOT_IMPLEMENTED
    for i in range(count, native.parameters):
        args[i].tag = T_UNSET
    # next() resumes generators only for what is to be stored.
    m.native_action = ACTION_DISCARD
    return native.function(&m.vm, args, native.parameters, out)


# _sort_key_order(function): the same function, marked: the __lt__ of the keys of functools.cmp_to_key.
cdef int mark_sort_key(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return function_mark(args[0], SHORTCUT_SORT_KEY, out)


# Is it what functools.cmp_to_key makes, and knows its compare function?
cdef bint makes_sort_keys(Value v) noexcept nogil:
    cdef Attributes* attributes
    cdef Function* f
    if v.tag != (T_INSTANCE | COUNTED | SUBCLASSED):
        return False
    attributes = &(<Instance*>v.as_.block).attributes
    f = <Function*>attributes.cls.functions[METHOD_COMPARE + CMP_LT]
    return (f != NULL and shortcut_of(f) == SHORTCUT_SORT_KEY
            and attributes.cls.slot_count == KEY_SLOTS and attributes.count == KEY_SLOTS
            and attributes.values[KEY_COMPARE].tag != T_UNSET)


# What such a one answers when it is called with an object. Returns a new reference in `out`; ERROR.
cdef int sort_key_new(VM* vm, Value maker, Value source, Value* out) noexcept nogil:
    cdef Attributes* attributes = &(<Instance*>maker.as_.block).attributes
    cdef Attributes* made
    if instance_new(vm, attributes.cls, value_unset(), out) != OK:
        return ERROR
    made = &(<Instance*>out.as_.block).attributes
    if made.count != KEY_SLOTS:
        decref(vm, out[0])
        return NOT_IMPLEMENTED
    made.values[KEY_COMPARE] = value_copy(attributes.values[KEY_COMPARE])
    made.values[KEY_OBJECT] = value_copy(source)
    return OK


cdef int key_kind(Value key) noexcept nogil:
    cdef BoundMethod* method
    if is_item_getter(key):
        return KEY_BY_GETTER
    if makes_sort_keys(key):
        return KEY_BY_MAKER
    if key.tag == (T_BOUND_METHOD | COUNTED):
        method = <BoundMethod*>key.as_.block
        return KEY_BY_NATIVE if type_of(method.function) == T_NATIVE else KEY_BY_CODE
    return KEY_BY_NATIVE if type_of(key) == T_NATIVE else KEY_BY_CODE


cdef int key_on_the_spot(VM* vm, int kind, Value key, Value item, Value* out) noexcept nogil:
    if kind == KEY_BY_MAKER:
        return sort_key_new(vm, key, item, out)
    if kind == KEY_BY_GETTER:
        return item_getter_get(vm, key, item, out)
    return call_on_the_spot(machine_of(vm), key, item, out)


cdef Str* NAME_CALL = str_static(b"__call__")
cdef Str* FIELDS = str_static(b"_fields")
cdef Str* FIELD_DEFAULTS = str_static(b"_field_defaults")

register_native(-1, NATIVE_INTRINSIC, b"_memo(function, /)", mark_memo, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_item_getter_call(function, /)", mark_item_getter, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_sort_key_order(function, /)", mark_sort_key, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_built_in(function, /)", mark_built_in, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_partial_call(function, /)", mark_partial, NULL)
