"""Exceptions: their objects, tracebacks, chaining."""

from libc.stdint cimport int32_t, int64_t
from libc.string cimport strlen

import sys

from monty._generated cimport *
from monty._heap cimport *
from monty._machine cimport *
from monty._protocol cimport value_repr, value_str
from monty.objects.exception_attributes cimport *
from monty.objects.dict cimport Dict, dict_get_str, dict_new, dict_next, dict_remove, dict_set
from monty.objects.list cimport List, list_append, list_extend, list_new
from monty.objects.str cimport str_equal, str_from_utf8, str_static, str_utf8_size, str_utf8_write
from monty.objects.str_builder cimport (writer_ascii, writer_str)
from monty.objects.tuple cimport Tuple, tuple_copy, tuple_empty, tuple_items, tuple_new
from monty.objects.type cimport class_is_subclass

cdef enum:
    NAMED = 3                   # raised_has_argument: raised_argument is the tuple (message, name, object)

ctypedef Class* ClassPointer
cdef ClassPointer[E_COUNT] exception_classes


cdef Class* exception_class(int kind) noexcept nogil:
    return exception_classes[kind]


cdef void exception_set_class(int kind, Class* cls) noexcept nogil:
    exception_classes[kind] = cls


cdef int exception_new(VM* vm, Class* cls, Value args, Value* out) noexcept nogil:
    cdef ExceptionObject* e = <ExceptionObject*>heap_alloc(vm, T_EXCEPTION, sizeof(ExceptionObject), True)
    if e == NULL:
        decref(vm, args)
        return ERROR
    e.cls = cls
    if not cls.flags & CLASS_BUILTIN:
        cls.head.refcount += 1
        e.head.flags = BLOCK_SUBCLASSED
    e.args = args
    e.cause = value_unset()
    e.context = value_unset()
    e.suppress_context = False
    e.traceback = value_unset()
    e.attributes = value_unset()
    e.fields = value_unset()
    if (<Tuple*>args.as_.block).length > 0 and exception_fill_fields(vm, e) != OK:
        decref(vm, value_block(&e.head))
        return ERROR
    out[0] = value_block(&e.head)
    return OK


cdef int raise_named(VM* vm, int kind, Value message, Value name, Value object) noexcept nogil:
    cdef Tuple* t = tuple_new(vm, 3)
    if t == NULL:
        decref(vm, message)
        return ERROR
    tuple_items(t)[0] = message
    tuple_items(t)[1] = value_copy(name)
    tuple_items(t)[2] = value_copy(object)
    if raise_value(vm, kind, value_block(&t.head)) == ERROR and vm.fatal == LIMIT_NONE:
        vm.raised_has_argument = NAMED
    return ERROR


# Make the error that raise_named described an exception.
cdef int named_from_error(VM* vm, int kind, Value* out) noexcept nogil:
    cdef Value about = vm.raised_argument
    cdef Value* items = tuple_items(<Tuple*>about.as_.block)
    cdef Value* fields
    cdef int family
    cdef Tuple* args
    vm.raised_has_argument = 0
    vm.raised_argument = value_unset()
    args = tuple_copy(vm, items, 1)
    if args == NULL or exception_new(vm, exception_classes[kind], value_block(&args.head), out) != OK:
        decref(vm, about)
        return ERROR
    family = exception_family(exception_classes[kind])
    fields = exception_fields(vm, <ExceptionObject*>out[0].as_.block)
    if fields == NULL:
        decref(vm, about)
        decref(vm, out[0])
        return ERROR
    fields[1 if family == FAMILY_IMPORT else 0] = value_copy(items[1])
    if family == FAMILY_ATTRIBUTE:
        fields[1] = value_copy(items[2])
    decref(vm, about)
    return OK


cdef int exception_from_error(Machine* m) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value args, text
    cdef Tuple* t
    cdef Str* s
    cdef int kind = vm.raised_kind
    if vm.raised_has_argument == NAMED:
        vm.raised_kind = 0
        if named_from_error(vm, kind, &vm.exception) != OK:
            vm.exception = value_unset()
            return ERROR
        exception_set_context(m, vm.exception)
        return OK
    if vm.raised_has_argument == 2:
        args = vm.raised_argument
        vm.raised_has_argument = 0
        vm.raised_argument = value_unset()
    elif vm.raised_has_argument:
        t = tuple_copy(vm, &vm.raised_argument, 1)
        vm.raised_has_argument = 0
        decref(vm, vm.raised_argument)
        vm.raised_argument = value_unset()
        if t == NULL:
            return ERROR
        args = value_block(&t.head)
    elif vm.raised_message[0] == 0:
        args = tuple_empty()
    else:
        s = str_from_utf8(vm, vm.raised_message, strlen(vm.raised_message))
        if s == NULL:
            return ERROR
        text = value_block(&s.head)
        t = tuple_copy(vm, &text, 1)
        decref(vm, text)
        if t == NULL:
            return ERROR
        args = value_block(&t.head)
    vm.raised_kind = 0
    if exception_new(vm, exception_classes[kind], args, &vm.exception) != OK:
        vm.exception = value_unset()
        return ERROR
    exception_set_context(m, vm.exception)
    return OK


cdef void exception_set_context(Machine* m, Value exception) noexcept nogil:
    cdef ExceptionObject* e = <ExceptionObject*>exception.as_.block
    cdef ExceptionObject* slow
    cdef ExceptionObject* walk
    cdef Value rest
    cdef bint step = False
    if m.handled.tag == T_UNSET or m.handled.as_.block == exception.as_.block:
        return
    # Where the chain of what is being handled contains this exception, cut it there: contexts form no cycles.
    walk = <ExceptionObject*>m.handled.as_.block
    slow = walk
    while walk.context.tag != T_UNSET:
        if walk.context.as_.block == exception.as_.block:
            rest = walk.context
            walk.context = value_unset()
            decref(&m.vm, rest)
            break
        walk = <ExceptionObject*>walk.context.as_.block
        if step:
            slow = <ExceptionObject*>slow.context.as_.block
        step = not step
        if slow == walk:
            break
    value_store(&m.vm, &e.context, value_copy(m.handled))


cdef int exception_add_traceback(VM* vm, Value exception, Code* code, int32_t instruction) noexcept nogil:
    cdef ExceptionObject* e = <ExceptionObject*>exception.as_.block
    cdef Traceback* entry
    if code.flags & CODE_HIDDEN:
        return OK
    entry = <Traceback*>heap_alloc(vm, T_TRACEBACK, sizeof(Traceback), True)
    if entry == NULL:
        return ERROR
    entry.next = e.traceback
    entry.code = code
    entry.instruction = instruction
    e.traceback = value_block(&entry.head)
    return OK


cdef bint is_exception_class(Value v) noexcept nogil:
    return type_of(v) == T_TYPE and (<Class*>v.as_.block).instance_type == T_EXCEPTION


cdef int exception_instance(VM* vm, Value v, Value* out) noexcept nogil:
    if type_of(v) == T_EXCEPTION:
        out[0] = value_copy(v)
        return OK
    if is_exception_class(v):
        return exception_new(vm, <Class*>v.as_.block, tuple_empty(), out)
    return raise_error(vm, E_TYPE_ERROR, "exceptions must derive from BaseException")


cdef int exception_matches(VM* vm, Value exception, Value classes, bint* out) noexcept nogil:
    cdef Tuple* t
    cdef int64_t i
    out[0] = False
    if is_exception_class(classes):
        out[0] = class_is_subclass((<Object*>exception.as_.block).cls, <Class*>classes.as_.block)
        return OK
    if type_of(classes) == T_TUPLE:
        t = <Tuple*>classes.as_.block
        for i in range(t.length):
            if not is_exception_class(tuple_items(t)[i]):
                return raise_error(vm, E_TYPE_ERROR,
                                   "catching classes that do not inherit from BaseException is not allowed")
        for i in range(t.length):
            if class_is_subclass((<Object*>exception.as_.block).cls, <Class*>tuple_items(t)[i].as_.block):
                out[0] = True
                return OK
        return OK
    return raise_error(vm, E_TYPE_ERROR, "catching classes that do not inherit from BaseException is not allowed")


# --- the type's row --------------------------------------------------------------------------------------------------

cdef void exception_free(VM* vm, Block* block) noexcept nogil:
    cdef ExceptionObject* e = <ExceptionObject*>block
    decref(vm, e.args)
    decref(vm, e.cause)
    decref(vm, e.context)
    decref(vm, e.traceback)
    decref(vm, e.attributes)
    decref(vm, e.fields)
    if not e.cls.flags & CLASS_BUILTIN:
        decref(vm, value_block(&e.cls.head))


cdef void exception_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    cdef ExceptionObject* e = <ExceptionObject*>block
    visit_value(e.args, visit, context)
    visit_value(e.cause, visit, context)
    visit_value(e.context, visit, context)
    visit_value(e.traceback, visit, context)
    visit_value(e.attributes, visit, context)
    visit_value(e.fields, visit, context)
    if not e.cls.flags & CLASS_BUILTIN:
        visit(&e.cls.head, context)


cdef int exception_repr(VM* vm, Value v, Writer* w, int depth) noexcept nogil:
    cdef ExceptionObject* e = <ExceptionObject*>v.as_.block
    cdef Tuple* t = <Tuple*>e.args.as_.block
    cdef int64_t i
    cdef int status
    if depth <= 0:
        return defer_to(vm, EXCEPTION_REPR)
    if writer_str(w, <Str*>e.cls.name.as_.block) != OK or writer_ascii(w, "(", 1) != OK:
        return ERROR
    for i in range(t.length):
        if i > 0 and writer_ascii(w, ", ", 2) != OK:
            return ERROR
        status = value_repr(vm, tuple_items(t)[i], w, depth - 1)
        if status == DEFER:
            return defer_to(vm, EXCEPTION_REPR)
        if status != OK:
            return status
    return writer_ascii(w, ")", 1)


cdef int exception_str(VM* vm, Value v, Writer* w, int depth) noexcept nogil:
    cdef ExceptionObject* e = <ExceptionObject*>v.as_.block
    cdef Tuple* t = <Tuple*>e.args.as_.block
    cdef int status
    if depth <= 0:
        return defer_to(vm, EXCEPTION_STR)
    status = exception_field_text(vm, e, w, depth - 1)
    if status == NOT_IMPLEMENTED:
        if t.length == 0:
            return OK
        if t.length > 1:
            status = value_repr(vm, e.args, w, depth - 1)
        elif class_is_subclass(e.cls, exception_classes[E_KEY_ERROR]):
            status = value_repr(vm, tuple_items(t)[0], w, depth - 1)
        else:
            status = value_str(vm, tuple_items(t)[0], w, depth - 1)
    if status == DEFER:
        return defer_to(vm, EXCEPTION_STR)
    return status


# --- construction and attributes -------------------------------------------------------------------------------------

cdef int exception_construct(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Class* cls = <Class*>args[0].as_.block
    cdef Tuple* t
    if exception_check_arguments(vm, cls, args + 1, count - 1) != OK:
        return ERROR
    t = tuple_copy(vm, args + 1, count - 1)
    if t == NULL:
        return ERROR
    return exception_new(vm, exception_chosen_class(cls, args + 1, count - 1), value_block(&t.head), out)


# _exception_with_keywords(cls, args, keywords): what cls(*args, **keywords) makes.
cdef int exception_with_keywords(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Class* cls = <Class*>args[0].as_.block
    cdef Tuple* positional = <Tuple*>args[1].as_.block
    cdef Dict* keywords = <Dict*>args[2].as_.block
    cdef Tuple* arguments
    cdef Value key, item, made
    cdef int64_t position = 0
    cdef int64_t i
    cdef int status
    cdef int family = exception_family(cls)
    arguments = tuple_new(vm, positional.length + 1)
    if arguments == NULL:
        return ERROR
    tuple_items(arguments)[0] = value_copy(args[0])
    for i in range(positional.length):
        tuple_items(arguments)[i + 1] = value_copy(tuple_items(positional)[i])
    if family == FAMILY_GROUP:
        # A group looks at its positional arguments first.
        status = cls.constructor.function(vm, tuple_items(arguments), arguments.length, &made)
        decref(vm, value_block(&arguments.head))
        if status != OK:
            return status
        decref(vm, made)
        return raise_keywords(vm, cls, keywords)
    if raise_keywords(vm, cls, keywords) != OK:
        decref(vm, value_block(&arguments.head))
        return ERROR
    status = cls.constructor.function(vm, tuple_items(arguments), arguments.length, &made)
    decref(vm, value_block(&arguments.head))
    if status != OK:
        return status
    while dict_next(keywords, &position, &key, &item):
        if exception_set_field(vm, <ExceptionObject*>made.as_.block, <Str*>key.as_.block, item) != OK:
            decref(vm, made)
            return ERROR
    out[0] = made
    return OK


# OK if the class can be called with these keywords, else ERROR.
cdef int raise_keywords(VM* vm, Class* cls, Dict* keywords) noexcept nogil:
    cdef int family = exception_family(cls)
    cdef const char* function = "ImportError"
    cdef char[100] refused
    cdef Value key, item
    cdef int64_t position = 0
    cdef int64_t count = 0
    cdef int64_t most = 3 if HOST_MINOR >= 12 else 2
    cdef size_t size
    cdef bint known = True
    if family == FAMILY_ATTRIBUTE:
        function = "AttributeError"
        most = 2
    elif family == FAMILY_NAME:
        function = "NameError"
        most = 1
    elif family != FAMILY_IMPORT:
        return raise_format(vm, E_TYPE_ERROR, "%s() takes no keyword arguments", cls.c_name, NULL, NULL)
    while dict_next(keywords, &position, &key, &item):
        count += 1
        if known and not exception_takes_keyword(cls, <Str*>key.as_.block):
            known = False
            size = str_utf8_size(<Str*>key.as_.block)
            if size > 90:
                size = 0
            else:
                str_utf8_write(<Str*>key.as_.block, refused)
            refused[size] = 0
    if count > most:
        return raise_format_mixed(vm, E_TYPE_ERROR, "%s() takes at most %lld keyword argument (%lld given)" if most == 1
                                  else "%s() takes at most %lld keyword arguments (%lld given)", function, most, count)
    if known:
        return OK
    if HOST_MINOR >= 13:
        return raise_format(vm, E_TYPE_ERROR, "%s() got an unexpected keyword argument '%s'", function, refused, NULL)
    return raise_format(vm, E_TYPE_ERROR, "'%s' is an invalid keyword argument for %s()", refused, function, NULL)


cdef int exception_get_attribute(VM* vm, Value v, Str* name, Value* out) noexcept nogil:
    cdef ExceptionObject* e = <ExceptionObject*>v.as_.block
    cdef Value found
    cdef Dict* d
    if e.attributes.tag != T_UNSET and dict_get_str(<Dict*>e.attributes.as_.block, name, &found):
        out[0] = value_copy(found)
        return OK
    if str_equal(name, NAME_ARGS):
        out[0] = value_copy(e.args)
        return OK
    if str_equal(name, NAME_CAUSE):
        out[0] = value_copy(e.cause) if e.cause.tag != T_UNSET else value_none()
        return OK
    if str_equal(name, NAME_CONTEXT):
        out[0] = value_copy(e.context) if e.context.tag != T_UNSET else value_none()
        return OK
    if str_equal(name, NAME_SUPPRESS_CONTEXT):
        out[0] = value_bool(e.suppress_context)
        return OK
    if str_equal(name, NAME_TRACEBACK):
        out[0] = value_copy(e.traceback) if e.traceback.tag != T_UNSET else value_none()
        return OK
    if str_equal(name, NAME_DICT):
        if e.attributes.tag == T_UNSET:
            d = dict_new(vm, 1)
            if d == NULL:
                return ERROR
            e.attributes = value_block(&d.head)
        out[0] = value_copy(e.attributes)
        return OK
    return exception_get_field(vm, e, name, out)


cdef int exception_set_args(VM* vm, ExceptionObject* e, Value value) noexcept nogil:
    cdef List* items
    cdef Tuple* t
    cdef int status
    if value.tag == T_UNSET:
        return raise_error(vm, E_TYPE_ERROR, "args may not be deleted")
    if type_of(value) == T_TUPLE:
        value_store(vm, &e.args, value_copy(value))
        return OK
    if row_of(value).iterate == NULL:
        return raise_format(vm, E_TYPE_ERROR, "'%s' object is not iterable", type_name(value), NULL, NULL)
    items = list_new(vm, 4)
    if items == NULL:
        return ERROR
    status = list_extend(vm, items, value)
    if status == OK:
        t = tuple_copy(vm, items.items, items.length)
        if t == NULL:
            status = ERROR
        else:
            value_store(vm, &e.args, value_block(&t.head))
    decref(vm, value_block(&items.head))
    return status


# __cause__, __context__, __traceback__, __suppress_context__, args: OK, ERROR, or NOT_IMPLEMENTED for another name.
cdef int set_own_attribute(VM* vm, ExceptionObject* e, Str* name, Value value) noexcept nogil:
    if str_equal(name, NAME_ARGS):
        return exception_set_args(vm, e, value)
    if str_equal(name, NAME_SUPPRESS_CONTEXT):
        if value.tag == T_UNSET:
            return raise_error(vm, E_TYPE_ERROR, "can't delete numeric/char attribute")
        if type_of(value) != T_BOOL:
            return raise_error(vm, E_TYPE_ERROR, "attribute value type must be bool")
        e.suppress_context = value.as_.i != 0
        return OK
    if str_equal(name, NAME_TRACEBACK):
        if value.tag == T_UNSET:
            return raise_error(vm, E_TYPE_ERROR, "__traceback__ may not be deleted")
        if type_of(value) != T_NONE and type_of(value) != T_TRACEBACK:
            return raise_error(vm, E_TYPE_ERROR, "__traceback__ must be a traceback or None")
        value_store(vm, &e.traceback, value_copy(value) if type_of(value) != T_NONE else value_unset())
        return OK
    if str_equal(name, NAME_CAUSE):
        if value.tag == T_UNSET:
            return raise_error(vm, E_TYPE_ERROR, "__cause__ may not be deleted")
        if type_of(value) != T_NONE and type_of(value) != T_EXCEPTION:
            return raise_error(vm, E_TYPE_ERROR, "exception cause must be None or derive from BaseException")
        value_store(vm, &e.cause, value_copy(value) if type_of(value) != T_NONE else value_unset())
        e.suppress_context = True
        return OK
    if str_equal(name, NAME_CONTEXT):
        if value.tag == T_UNSET:
            return raise_error(vm, E_TYPE_ERROR, "__context__ may not be deleted")
        if type_of(value) != T_NONE and type_of(value) != T_EXCEPTION:
            return raise_error(vm, E_TYPE_ERROR, "exception context must be None or derive from BaseException")
        value_store(vm, &e.context, value_copy(value) if type_of(value) != T_NONE else value_unset())
        return OK
    return NOT_IMPLEMENTED


cdef int exception_set_attribute(VM* vm, Value v, Value name_value, Value value) noexcept nogil:
    cdef ExceptionObject* e = <ExceptionObject*>v.as_.block
    cdef Str* name = <Str*>name_value.as_.block
    cdef Dict* d
    cdef Value removed
    cdef int status = set_own_attribute(vm, e, name, value)
    if status == NOT_IMPLEMENTED:
        status = exception_set_field(vm, e, name, value)
    if status != NOT_IMPLEMENTED:
        return status
    if e.attributes.tag == T_UNSET:
        if value.tag == T_UNSET:
            return NOT_IMPLEMENTED
        d = dict_new(vm, 1)
        if d == NULL:
            return ERROR
        e.attributes = value_block(&d.head)
    d = <Dict*>e.attributes.as_.block
    if value.tag == T_UNSET:
        status = dict_remove(vm, d, name_value, &removed)
        if status == EXHAUSTED:
            return NOT_IMPLEMENTED
        if status == OK:
            decref(vm, removed)
        return status
    return dict_set(vm, d, name_value, value)


cdef int exception_add_note(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef ExceptionObject* e = <ExceptionObject*>args[0].as_.block
    cdef Value notes
    cdef List* lst
    if type_of(args[1]) != T_STR:
        return raise_format(vm, E_TYPE_ERROR, "note must be a str, not '%s'", type_name(args[1]), NULL, NULL)
    if e.attributes.tag == T_UNSET or not dict_get_str(<Dict*>e.attributes.as_.block, NAME_NOTES, &notes):
        lst = list_new(vm, 1)
        if lst == NULL:
            return ERROR
        notes = value_block(&lst.head)
        if exception_set_attribute(vm, args[0], value_immortal(&NAME_NOTES.head), notes) != OK:
            decref(vm, notes)
            return ERROR
        decref(vm, notes)
    if type_of(notes) != T_LIST:
        return raise_error(vm, E_TYPE_ERROR, "Cannot add note: __notes__ is not a list")
    if list_append(vm, <List*>notes.as_.block, value_copy(args[1])) != OK:
        return ERROR
    out[0] = value_none()
    return OK


cdef int exception_with_traceback(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if exception_set_attribute(vm, args[0], value_immortal(&NAME_TRACEBACK.head), args[1]) != OK:
        return ERROR
    out[0] = value_copy(args[0])
    return OK


cdef Value* EXCEPTION_REPR = prelude_slot(b"exception_repr")
cdef Value* EXCEPTION_STR = prelude_slot(b"exception_str")
cdef Str* NAME_ARGS = str_static(b"args")
cdef Str* NAME_CAUSE = str_static(b"__cause__")
cdef Str* NAME_CONTEXT = str_static(b"__context__")
cdef Str* NAME_SUPPRESS_CONTEXT = str_static(b"__suppress_context__")
cdef Str* NAME_TRACEBACK = str_static(b"__traceback__")
cdef Str* NAME_DICT = str_static(b"__dict__")
cdef Str* NAME_NOTES = str_static(b"__notes__")
cdef int HOST_MINOR = sys.version_info[1]

cdef TypeRow* row = register_type(T_EXCEPTION, b"BaseException")
row.free = exception_free
row.traverse = exception_traverse
row.repr = exception_repr
row.str = exception_str
row.hash_identity = True
row.get_attribute = exception_get_attribute
row.set_attribute = exception_set_attribute

register_native(T_EXCEPTION, NATIVE_NEW, b"BaseException(cls, *args)", exception_construct, b"exception_new")
register_native(-1, NATIVE_INTRINSIC, b"_exception_with_keywords(cls, args, keywords, /)", exception_with_keywords, NULL)
register_native(T_EXCEPTION, NATIVE_METHOD, b"add_note(self, note, /)", exception_add_note, NULL)
register_native(T_EXCEPTION, NATIVE_METHOD, b"with_traceback(self, tb, /)", exception_with_traceback, NULL)
