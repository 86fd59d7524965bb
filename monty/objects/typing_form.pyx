"""The forms of the module typing (Any, List, Callable, Optional): life, protocol."""

from libc.stdint cimport int64_t

from monty._generated cimport *
from monty._heap cimport *
from monty._protocol cimport value_repr
from monty.objects.generic_alias cimport alias_bases, as_alias, generic_alias_new
from monty.objects.list cimport List
from monty.objects.str cimport str_equal, str_static, str_substring
from monty.objects.str_builder cimport (writer_ascii, writer_char, writer_discard, writer_finish, writer_init,
                                        writer_str)
from monty.objects.tuple cimport Tuple, tuple_items, tuple_new
from monty.objects.union_type cimport can_join, union_binary, union_new

cdef Value* FORM_ORIGIN = prelude_slot(b"typing_form_origin")
cdef Value* LITERAL_GET_ITEM = prelude_slot(b"typing_literal")
cdef Value* ANNOTATED_GET_ITEM = prelude_slot(b"typing_annotated")

cdef Str* NAME_NAME = str_static(b"__name__")
cdef Str* NAME_QUALNAME = str_static(b"__qualname__")
cdef Str* NAME_SHORT = str_static(b"_name")
cdef Str* NAME_MODULE = str_static(b"__module__")
cdef Str* NAME_TYPING = str_static(b"typing")
cdef Str* NAME_CALLABLE = str_static(b"typing.Callable")
cdef Str* NAME_UNPACK = str_static(b"typing.Unpack")
cdef Str* NAME_ORIGIN = str_static(b"__origin__")


# --- life ------------------------------------------------------------------------------------------------------------

cdef void form_free(VM* vm, Block* block) noexcept nogil:
    decref(vm, (<TypingForm*>block).name)


cdef void form_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    visit_value((<TypingForm*>block).name, visit, context)


# --- protocol --------------------------------------------------------------------------------------------------------

cdef int form_repr(VM* vm, Value v, Writer* w, int depth) noexcept nogil:
    return writer_str(w, <Str*>as_form(v).name.as_.block)


cdef bint is_callable_form(Value v) noexcept nogil:
    return type_of(v) == T_TYPING_FORM and str_equal(<Str*>as_form(v).name.as_.block, NAME_CALLABLE)


cdef bint is_unpack_form(Value v) noexcept nogil:
    return type_of(v) == T_TYPING_FORM and str_equal(<Str*>as_form(v).name.as_.block, NAME_UNPACK)


cdef int form_get_item(VM* vm, Value v, Value key, Value* out) noexcept nogil:
    cdef TypingForm* form = as_form(v)
    cdef Value[2] pair
    cdef Tuple* t
    cdef Tuple* flat
    cdef int64_t i
    cdef int status
    cdef Writer w
    cdef Value message
    if form.kind == FORM_OPTIONAL:
        if not can_join(key) and type_of(key) != T_STR:
            writer_init(&w, vm)
            if writer_ascii(&w, "typing.Optional requires a single type.", -1) != OK or writer_ascii(&w, " Got ", 5) != OK:
                writer_discard(&w)
                return ERROR
            status = value_repr(vm, key, &w, NATIVE_DEPTH)
            if status == OK:
                status = writer_char(&w, 46)
            if status != OK:
                writer_discard(&w)
                return status
            if writer_finish(&w, &message) != OK:
                return ERROR
            return raise_value(vm, E_TYPE_ERROR, message)
        pair[0] = key
        pair[1] = value_none()
        return union_new(vm, pair, 2, True, out)
    if form.kind == FORM_UNION:
        if type_of(key) == T_TUPLE:
            t = <Tuple*>key.as_.block
            if t.length == 0:
                return raise_error(vm, E_TYPE_ERROR, "Cannot take a Union of no types.")
            return union_new(vm, tuple_items(t), t.length, True, out)
        return union_new(vm, &key, 1, True, out)
    if form.kind == FORM_ANNOTATED and (type_of(key) != T_TUPLE or (<Tuple*>key.as_.block).length < 2):
        return raise_error(vm, E_TYPE_ERROR, "Annotated[...] should be used with at least two arguments (a type and an annotation).")
    if form.kind == FORM_LITERAL:
        return defer_to(vm, LITERAL_GET_ITEM)
    if form.kind == FORM_ANNOTATED and type_of(tuple_items(<Tuple*>key.as_.block)[0]) == T_GENERIC_ALIAS:
        return defer_to(vm, ANNOTATED_GET_ITEM)
    if form.kind == FORM_PLAIN or form.kind == FORM_BARE:
        writer_init(&w, vm)
        status = form_repr(vm, v, &w, NATIVE_DEPTH)
        if status == OK:
            status = writer_ascii(&w, " is not subscriptable" if form.kind == FORM_PLAIN else " is not a generic class", -1)
        if status != OK:
            writer_discard(&w)
            return status
        if writer_finish(&w, &message) != OK:
            return ERROR
        return raise_value(vm, E_TYPE_ERROR, message)
    if is_callable_form(v):
        # Callable[[A, B], R]: the arguments stand flat
        if type_of(key) != T_TUPLE or (<Tuple*>key.as_.block).length != 2:
            return raise_error(vm, E_TYPE_ERROR, "Callable must be used as Callable[[arg, ...], result].")
        pair[0] = tuple_items(<Tuple*>key.as_.block)[0]
        pair[1] = tuple_items(<Tuple*>key.as_.block)[1]
        if type_of(pair[0]) == T_LIST:
            flat = tuple_new(vm, (<List*>pair[0].as_.block).length + 1)
            if flat == NULL:
                return ERROR
            for i in range((<List*>pair[0].as_.block).length):
                tuple_items(flat)[i] = value_copy((<List*>pair[0].as_.block).items[i])
            tuple_items(flat)[flat.length - 1] = value_copy(pair[1])
            status = generic_alias_new(vm, v, form.name, value_block(&flat.head), out)
            decref(vm, value_block(&flat.head))
            return status
        if pair[0].tag != T_ELLIPSIS and type_of(pair[0]) != T_TYPING_FORM and not pair[0].tag & SUBCLASSED and not (
                type_of(pair[0]) == T_GENERIC_ALIAS and type_of(as_alias(pair[0]).origin) == T_TYPING_FORM):
            return raise_error(vm, E_TYPE_ERROR, "Callable[args, result]: args must be a list.")
    return generic_alias_new(vm, v, form.name, key, out)


# The class that a form stands for, and the form's own name (without "typing.").
cdef int form_get_attribute(VM* vm, Value v, Str* name, Value* out) noexcept nogil:
    cdef TypingForm* form = as_form(v)
    cdef Class* cls
    if str_equal(name, NAME_ORIGIN) and form.origin >= 0:
        cls = types_pointer[form.origin].cls
        out[0] = value_immortal(&cls.head)
        return OK
    if str_equal(name, NAME_ORIGIN) and (form.kind == FORM_ALIAS or form.kind == FORM_BARE):
        return defer_to(vm, FORM_ORIGIN)
    if str_equal(name, NAME_NAME) or str_equal(name, NAME_QUALNAME) or str_equal(name, NAME_SHORT):
        return str_substring(vm, <Str*>form.name.as_.block, 7, (<Str*>form.name.as_.block).length, out)
    if str_equal(name, NAME_MODULE):
        out[0] = value_immortal(&NAME_TYPING.head)
        return OK
    return NOT_IMPLEMENTED


cdef TypeRow* row = register_type(T_TYPING_FORM, b"typing._SpecialForm")
row.free = form_free
row.traverse = form_traverse
row.repr = form_repr
row.hash_identity = True
row.binary = union_binary
row.get_item = form_get_item
row.get_attribute = form_get_attribute

register_native(T_TYPING_FORM, NATIVE_METHOD, b"__mro_entries__(self, bases, /)", alias_bases, b"typing_form_bases")
