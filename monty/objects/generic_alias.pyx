"""Types with arguments (list[int]): layout, life, protocol."""

from libc.stdint cimport int64_t

from monty._generated cimport *
from monty._heap cimport *
from monty._protocol cimport value_iterate, value_equal, value_hash, value_repr
from monty.objects.deque cimport T_DEQUE
from monty.objects.instance cimport class_lookup
from monty.objects.sequence cimport host_minor
from monty.objects.str cimport str_equal, str_static, str_substring
from monty.objects.str_builder cimport (writer_ascii, writer_char, writer_discard, writer_finish, writer_init,
                                        writer_str)
from monty.objects.tuple cimport Tuple, tuple_copy, tuple_items, tuple_new
from monty.objects.type cimport class_value, value_get_attribute
from monty.objects.type_variable cimport T_TYPE_VARIABLE
from monty.objects.typing_form cimport (FORM_ALIAS, FORM_ANNOTATED, FORM_LITERAL, T_TYPING_FORM, as_form, form_get_attribute,
                                        is_callable_form, is_form, is_unpack_form)
from monty.objects.union_type cimport as_union, union_binary, union_of

import sys

cdef int HOST_MINOR = sys.version_info[1]

cdef Value* CLASS_GET_ITEM = prelude_slot(b"class_get_item")
cdef Value* ALIAS_REPR = prelude_slot(b"generic_alias_repr")
cdef Value* ALIAS_GET_ITEM = prelude_slot(b"generic_alias_get_item")
cdef Value* FORM_ORIGIN = prelude_slot(b"typing_form_origin")
cdef Value* ALIAS_EQUAL = prelude_slot(b"generic_alias_equal")
cdef Value* ALIAS_HASH = prelude_slot(b"generic_alias_hash")


# --- life ------------------------------------------------------------------------------------------------------------

cdef enum:
    MOST_PARAMETERS = 64            # type variables of one alias

# A type variable, or what is written in Python and can be replaced as one: ParamSpec, TypeVarTuple.
cdef bint is_type_parameter(Value v) noexcept nogil:
    cdef Value found
    return type_of(v) == T_TYPE_VARIABLE or (type_of(v) == T_INSTANCE and v.tag & SUBCLASSED and class_lookup(
        subclass_of(v), NAME_TYPING_SUBST, &found))

# Write the parameters of the argument to `where`, those that are not there yet; returns how many there are then, at
# most one more than there may be.
cdef int64_t add_parameters(Value v, Value* where, int64_t count) noexcept nogil:
    cdef Tuple* nested
    cdef Value* found = &v
    cdef int64_t found_count = 1
    cdef int64_t i, j
    if type_of(v) == T_UNION:
        nested = <Tuple*>as_union(v).args.as_.block
        for i in range(nested.length):
            # its members are no unions
            count = add_parameters(tuple_items(nested)[i], where, count)
        return count
    if type_of(v) == T_GENERIC_ALIAS:
        nested = <Tuple*>as_alias(v).parameters.as_.block
        found = tuple_items(nested)
        found_count = nested.length
    elif not is_type_parameter(v):
        return count
    for i in range(found_count):
        j = 0
        while j < count and where[j].as_.block != found[i].as_.block:
            j += 1
        if j == count and count <= MOST_PARAMETERS:
            where[count] = found[i]
            count += 1
    return count

# The tuple of the type variables in the arguments; NULL with the error set.
cdef Tuple* parameters_of(VM* vm, Tuple* args) noexcept nogil:
    cdef Value[65] found            # one more than MOST_PARAMETERS
    cdef int64_t count = 0
    cdef int64_t i
    for i in range(args.length):
        count = add_parameters(tuple_items(args)[i], found, count)
        if count > MOST_PARAMETERS:
            raise_error(vm, E_TYPE_ERROR, "too many type variables")
            return NULL
        if poll(vm, 1 + count) != OK:
            return NULL
    return tuple_copy(vm, found, count)


# Put a tuple with the class of None in place of None where the tuple of arguments stands, which is released. If it
# fails, nothing is left there.
cdef int none_as_class(VM* vm, Value* where) noexcept nogil:
    cdef Tuple* args = <Tuple*>where.as_.block
    cdef Tuple* made
    cdef int64_t i = 0
    while i < args.length and tuple_items(args)[i].tag != T_NONE:
        i += 1
    if i == args.length:
        return OK
    made = tuple_copy(vm, tuple_items(args), args.length)
    decref(vm, where[0])
    if made == NULL:
        return ERROR
    for i in range(made.length):
        if tuple_items(made)[i].tag == T_NONE:
            tuple_items(made)[i] = value_immortal(&types_pointer[T_NONE].cls.head)
    where[0] = value_block(&made.head)
    return OK


cdef int generic_alias_new(VM* vm, Value origin, Value shown, Value key, Value* out) noexcept nogil:
    cdef Tuple* args
    cdef Tuple* parameters
    cdef GenericAlias* alias
    if type_of(key) == T_TUPLE:
        args = <Tuple*>key.as_.block
        incref(key)
    else:
        args = tuple_copy(vm, &key, 1)
        if args == NULL:
            return ERROR
        key = value_block(&args.head)
    if shown.tag != T_UNSET and not is_form(origin, FORM_LITERAL) and not is_form(origin, FORM_ANNOTATED):
        if none_as_class(vm, &key) != OK:
            return ERROR
        args = <Tuple*>key.as_.block
    parameters = parameters_of(vm, args)
    if parameters == NULL:
        decref(vm, key)
        return ERROR
    alias = <GenericAlias*>heap_alloc(vm, T_GENERIC_ALIAS, sizeof(GenericAlias), True)
    if alias == NULL:
        decref(vm, key)
        decref(vm, value_block(&parameters.head))
        return ERROR
    alias.origin = value_copy(origin)
    alias.args = key
    alias.parameters = value_block(&parameters.head)
    alias.shown = value_copy(shown)
    alias.is_unpacked = False
    out[0] = value_block(&alias.head)
    return OK


cdef void alias_free(VM* vm, Block* block) noexcept nogil:
    cdef GenericAlias* alias = <GenericAlias*>block
    decref(vm, alias.origin)
    decref(vm, alias.args)
    decref(vm, alias.parameters)
    decref(vm, alias.shown)


cdef void alias_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    cdef GenericAlias* alias = <GenericAlias*>block
    visit_value(alias.origin, visit, context)
    visit_value(alias.args, visit, context)
    visit_value(alias.parameters, visit, context)
    visit_value(alias.shown, visit, context)


# --- text ------------------------------------------------------------------------------------------------------------

# What shows a type inside an alias or a union: a class by its name, anything else by its repr.
cdef int write_type(VM* vm, Value v, Writer* w, int depth, bint of_typing) noexcept nogil:
    cdef Class* cls
    cdef int status
    if type_of(v) == T_TYPE:
        cls = <Class*>v.as_.block
        if not str_equal(<Str*>cls.module.as_.block, NAME_BUILTINS):
            if writer_str(w, <Str*>cls.module.as_.block) != OK or writer_char(w, 46) != OK:
                return ERROR
        return writer_str(w, <Str*>cls.qualname.as_.block)
    if v.tag == T_ELLIPSIS:
        return writer_ascii(w, "...", 3)
    if type_of(v) == T_STR and of_typing:
        if writer_ascii(w, "ForwardRef(", 11) != OK:
            return ERROR
        status = value_repr(vm, v, w, depth)
        return writer_char(w, 41) if status == OK else status
    if type_of(v) == T_NONE and of_typing:
        return writer_ascii(w, "NoneType", 8)
    if depth <= 0:
        return raise_error(vm, E_RECURSION_ERROR, "maximum recursion depth exceeded while getting the repr of an object")
    return value_repr(vm, v, w, depth - 1)


cdef int write_types(VM* vm, Value* items, int64_t count, const char* between, Writer* w, int depth,
                     bint of_typing) noexcept nogil:
    cdef int64_t i
    cdef int status
    for i in range(count):
        if i > 0 and writer_ascii(w, between, -1) != OK:
            return ERROR
        status = poll(vm, 8)
        if status == OK:
            status = write_type(vm, items[i], w, depth, of_typing)
        if status != OK:
            return status
    return OK


cdef int alias_repr(VM* vm, Value v, Writer* w, int depth) noexcept nogil:
    cdef int status = alias_text(vm, v, w, depth)
    return defer_to(vm, ALIAS_REPR) if status == DEFER else status


cdef int alias_text(VM* vm, Value v, Writer* w, int depth) noexcept nogil:
    cdef GenericAlias* alias = as_alias(v)
    cdef Tuple* args = <Tuple*>alias.args.as_.block
    cdef Value* items = tuple_items(args)
    cdef int64_t i
    cdef bint of_typing = alias.shown.tag != T_UNSET
    cdef int status
    if alias.is_unpacked and writer_char(w, c'*') != OK:
        return ERROR
    if of_typing and host_minor() < 12 and is_unpack_form(alias.origin):
        # Up to 3.11 it shows as it is written in a display.
        status = ERROR if writer_char(w, c'*') != OK else write_type(vm, items[0], w, depth, True)
        return status
    if of_typing:
        if writer_str(w, <Str*>alias.shown.as_.block) != OK:
            return ERROR
    else:
        status = write_type(vm, alias.origin, w, depth, False)
        if status != OK:
            return status               # DEFER, if it is an object whose __repr__ is written in Python
    if writer_char(w, 91) != OK:
        return ERROR
    if args.length == 0:
        status = writer_ascii(w, "()", 2)
    elif is_form(alias.origin, FORM_LITERAL) or is_form(alias.origin, FORM_ANNOTATED):
        # values are shown as values; the type that is annotated as a type
        status = OK
        for i in range(args.length):
            if status == OK and i > 0:
                status = writer_ascii(w, ", ", 2)
            if status == OK:
                if i == 0 and is_form(alias.origin, FORM_ANNOTATED):
                    status = write_type(vm, items[i], w, depth, True)
                else:
                    status = value_repr(vm, items[i], w, depth - 1 if depth > 0 else 0)
    elif of_typing and is_callable_form(alias.origin):
        if items[0].tag == T_ELLIPSIS and args.length == 2:
            status = writer_ascii(w, "..., ", 5)
        else:
            status = writer_char(w, 91)
            if status == OK:
                status = write_types(vm, items, args.length - 1, ", ", w, depth, True)
            if status == OK:
                status = writer_ascii(w, "], ", 3)
        if status == OK:
            status = write_type(vm, items[args.length - 1], w, depth, True)
    else:
        status = write_types(vm, items, args.length, ", ", w, depth, of_typing)
    if status != OK:
        return status
    return writer_char(w, 93)


# --- equality and hashing --------------------------------------------------------------------------------------------

cdef int alias_equal(VM* vm, Value a, Value b, int depth, bint* out) noexcept nogil:
    cdef int status
    out[0] = False
    if type_of(a) != T_GENERIC_ALIAS or type_of(b) != T_GENERIC_ALIAS:
        return NOT_IMPLEMENTED
    if depth <= 0:
        return defer_to(vm, ALIAS_EQUAL)
    if (as_alias(a).origin.as_.block != as_alias(b).origin.as_.block or as_alias(a).is_unpacked != as_alias(b).is_unpacked
            or (as_alias(a).shown.tag == T_UNSET) != (as_alias(b).shown.tag == T_UNSET)):
        return OK
    if is_form(as_alias(a).origin, FORM_LITERAL):
        # 1, True and 1.0 are three literals, and their order does not matter
        return defer_to(vm, ALIAS_EQUAL)
    status = value_equal(vm, as_alias(a).args, as_alias(b).args, depth - 1, out)
    return defer_to(vm, ALIAS_EQUAL) if status == DEFER else status


cdef int alias_hash(VM* vm, Value v, int depth, int64_t* out) noexcept nogil:
    cdef int64_t origin, args
    cdef int status
    if depth <= 0 or is_form(as_alias(v).origin, FORM_LITERAL):
        return defer_to(vm, ALIAS_HASH)
    status = value_hash(vm, as_alias(v).origin, depth - 1, &origin)
    if status == OK:
        status = value_hash(vm, as_alias(v).args, depth - 1, &args)
    if status == OK:
        out[0] = origin ^ args
        if out[0] == -1:
            out[0] = -2
    return defer_to(vm, ALIAS_HASH) if status == DEFER else status


# --- subscripts and attributes ---------------------------------------------------------------------------------------

cdef int type_get_item(VM* vm, Value v, Value key, Value* out) noexcept nogil:
    cdef Class* cls = <Class*>v.as_.block
    cdef int t = cls.instance_type
    cdef Value found
    if cls.flags & CLASS_BUILTIN and t in (T_LIST, T_TUPLE, T_DICT, T_SET, T_FROZENSET, T_TYPE, T_ENUMERATE, T_DEQUE):
        return generic_alias_new(vm, v, value_unset(), key, out)
    if class_lookup(cls, NAME_CLASS_GETITEM, &found):
        if type_of(found) == T_NATIVE:
            # inherited from a built-in class, whose method calls this
            return generic_alias_new(vm, v, value_unset(), key, out)
        return defer_to(vm, CLASS_GET_ITEM)
    return raise_format(vm, E_TYPE_ERROR, "type '%s' is not subscriptable", cls.c_name, NULL, NULL)


# The TypeError of a subscript that does not fit the type variables. ERROR (DEFER where its text needs the prelude).
cdef int raise_parameters(VM* vm, Value v, int64_t expected, int64_t given) noexcept nogil:
    cdef Writer w
    cdef Value message
    cdef char[64] numbers
    cdef int status = OK
    writer_init(&w, vm)
    if expected > 0:
        status = writer_ascii(&w, "Too many arguments for " if given > expected else "Too few arguments for ", -1)
    if status == OK:
        status = value_repr(vm, v, &w, NATIVE_DEPTH)
    if status == OK:
        if expected == 0:
            status = writer_ascii(&w, " is not a generic class", -1)
        else:
            snprintf(numbers, 64, "; actual %lld, expected %s%lld", <long long>given,
                     "at least " if given < expected and HOST_MINOR >= 13 else "", <long long>expected)
            status = writer_ascii(&w, numbers, -1)
    if status != OK:
        writer_discard(&w)
        return status
    if writer_finish(&w, &message) != OK:
        return ERROR
    return raise_value(vm, E_TYPE_ERROR, message)

from libc.stdio cimport snprintf


# The value with what is given in place of the type variables in it, however deep. New reference.
cdef int fill_in(VM* vm, Value v, Value* variables, Value* given, int64_t count, int depth, Value* out) noexcept nogil:
    cdef int type = type_of(v)
    cdef Tuple* parts
    cdef Tuple* made
    cdef int64_t i
    cdef int status = OK
    if type == T_TYPE_VARIABLE:
        for i in range(count):
            if variables[i].as_.block == v.as_.block:
                out[0] = value_copy(given[i])
                return OK
    if type != T_UNION and (type != T_GENERIC_ALIAS
                            or (<Tuple*>as_alias(v).parameters.as_.block).length == 0):
        out[0] = value_copy(v)
        return OK
    if depth <= 0:
        return raise_error(vm, E_RECURSION_ERROR, "maximum recursion depth exceeded")
    parts = <Tuple*>(as_union(v).args if type == T_UNION else as_alias(v).args).as_.block
    made = tuple_new(vm, parts.length)
    if made == NULL:
        return ERROR
    for i in range(parts.length):
        status = poll(vm, 2)
        if status == OK:
            status = fill_in(vm, tuple_items(parts)[i], variables, given, count, depth - 1, &tuple_items(made)[i])
        if status != OK:
            break
    if status == OK:
        if type == T_UNION:
            status = union_of(vm, tuple_items(made), made.length, as_union(v).of_typing, out)
        else:
            status = generic_alias_new(vm, as_alias(v).origin, as_alias(v).shown, value_block(&made.head), out)
    decref(vm, value_block(&made.head))
    return status


cdef int filled_in(VM* vm, Value v, Tuple* variables, Value key, Value* out) noexcept nogil:
    cdef Value* given = &key
    cdef int64_t count = 1
    if type_of(key) == T_TUPLE:
        given = tuple_items(<Tuple*>key.as_.block)
        count = (<Tuple*>key.as_.block).length
    if variables.length == 0 or count != variables.length:
        return raise_parameters(vm, v, variables.length, count)
    return fill_in(vm, v, tuple_items(variables), given, count, NATIVE_DEPTH, out)


cdef int alias_get_item(VM* vm, Value v, Value key, Value* out) noexcept nogil:
    cdef Tuple* parameters = <Tuple*>as_alias(v).parameters.as_.block
    cdef int64_t i
    cdef int status
    for i in range(parameters.length):
        if type_of(tuple_items(parameters)[i]) != T_TYPE_VARIABLE:
            return defer_to(vm, ALIAS_GET_ITEM)
    status = filled_in(vm, v, parameters, key, out)
    return defer_to(vm, ALIAS_GET_ITEM) if status == DEFER else status


# _alias_with(alias, args): the alias of the same origin with other arguments; of a form as its first.
cdef int alias_with(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef GenericAlias* alias
    cdef int status
    if type_of(args[0]) == T_TYPING_FORM:
        return generic_alias_new(vm, args[0], as_form(args[0]).name, args[1], out)
    alias = as_alias(args[0])
    status = generic_alias_new(vm, alias.origin, alias.shown, args[1], out)
    if status == OK:
        as_alias(out[0]).is_unpacked = alias.is_unpacked
    return status


# The alias with a star in front, as a new reference; ERROR with the exception set.
cdef int alias_unpacked(VM* vm, GenericAlias* alias, Value* out) noexcept nogil:
    cdef int status = generic_alias_new(vm, alias.origin, alias.shown, alias.args, out)
    if status == OK:
        as_alias(out[0]).is_unpacked = True
    return status


# _alias_form(value): the form that the alias is of, the form itself; None for anything else.
cdef int alias_form(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_none()
    if type_of(args[0]) == T_TYPING_FORM:
        out[0] = value_copy(args[0])
    elif type_of(args[0]) == T_GENERIC_ALIAS and type_of(as_alias(args[0]).origin) == T_TYPING_FORM:
        out[0] = value_copy(as_alias(args[0]).origin)
    return OK


# _is_alias(value): is it one with arguments?
cdef int is_alias(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_bool(type_of(args[0]) == T_GENERIC_ALIAS)
    return OK


# Iteration gives the alias with a star in front, and nothing else.
cdef int alias_iterate(VM* vm, Value v, Value* out) noexcept nogil:
    cdef Value unpacked
    cdef Tuple* items
    cdef int status
    if alias_unpacked(vm, as_alias(v), &unpacked) != OK:
        return ERROR
    items = tuple_copy(vm, &unpacked, 1)
    decref(vm, unpacked)
    if items == NULL:
        return ERROR
    status = value_iterate(vm, value_block(&items.head), out)
    decref(vm, value_block(&items.head))
    return status


cdef Class* alias_class(Value v) noexcept nogil:
    if type_of(v) == T_GENERIC_ALIAS:
        v = as_alias(v).origin
    if type_of(v) == T_TYPE:
        return <Class*>v.as_.block
    if type_of(v) == T_TYPING_FORM and as_form(v).origin >= 0:
        return types_pointer[as_form(v).origin].cls
    return NULL


cdef int alias_get_attribute(VM* vm, Value v, Str* name, Value* out) noexcept nogil:
    cdef GenericAlias* alias = as_alias(v)
    cdef Class* cls = alias_class(v)
    cdef Tuple* made
    if is_form(alias.origin, FORM_ANNOTATED) and (str_equal(name, NAME_ORIGIN) or str_equal(name, NAME_ARGS)):
        # the type that is annotated; what annotates it is the metadata
        if str_equal(name, NAME_ORIGIN):
            out[0] = value_copy(tuple_items(<Tuple*>alias.args.as_.block)[0])
            return OK
        made = tuple_copy(vm, tuple_items(<Tuple*>alias.args.as_.block), 1)
        if made == NULL:
            return ERROR
        out[0] = value_block(&made.head)
        return OK
    if str_equal(name, NAME_ORIGIN):
        if cls == NULL and is_form(alias.origin, FORM_ALIAS):
            return defer_to(vm, FORM_ORIGIN)
        return alias_origin(vm, v, out)
    if str_equal(name, NAME_UNPACKED) and alias.shown.tag == T_UNSET:
        out[0] = value_bool(alias.is_unpacked)
        return OK
    if str_equal(name, NAME_ARGS):
        out[0] = value_copy(alias.args)
        return OK
    if str_equal(name, NAME_PARAMETERS):
        out[0] = value_copy(alias.parameters)
        return OK
    if type_of(alias.origin) == T_TYPING_FORM and (str_equal(name, NAME_NAME) or str_equal(name, NAME_QUALNAME)
                                                  or str_equal(name, NAME_SHORT) or str_equal(name, NAME_MODULE)):
        return form_get_attribute(vm, alias.origin, name, out)
    if str_equal(name, NAME_METADATA) and is_form(alias.origin, FORM_ANNOTATED):
        return metadata(vm, <Tuple*>alias.args.as_.block, out)
    if is_form(alias.origin, FORM_ANNOTATED) and type_of(tuple_items(<Tuple*>alias.args.as_.block)[0]) == T_TYPE and (
            not str_equal(name, NAME_CLASS) and not str_equal(name, NAME_MRO_ENTRIES)):
        return value_get_attribute(vm, tuple_items(<Tuple*>alias.args.as_.block)[0], name, out)
    if cls == NULL or str_equal(name, NAME_CLASS) or str_equal(name, NAME_MRO_ENTRIES):
        return NOT_IMPLEMENTED
    return value_get_attribute(vm, alias.origin if type_of(alias.origin) == T_TYPE else value_immortal(&cls.head), name, out)


# The class of an alias, or the form that has none. A new reference.
cdef int alias_origin(VM* vm, Value v, Value* out) noexcept nogil:
    cdef Class* cls = alias_class(v)
    out[0] = class_value(cls) if cls != NULL else value_copy(as_alias(v).origin)
    return OK


# GenericAlias(origin, args)
cdef int alias_construct(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if type_of(args[1]) == T_TYPING_FORM:
        # what is known of the arguments of forms holds only for those that their subscripts take
        return raise_error(vm, E_TYPE_ERROR, "the forms of typing take their arguments in brackets")
    return generic_alias_new(vm, args[1], value_unset(), args[2], out)


# What stands for the alias or form among the bases of a class. Of those without a class of their own the prelude knows
# the abstract base class.
cdef int alias_bases(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Class* cls = alias_class(args[0])
    cdef Value base
    cdef Tuple* made
    if cls == NULL or type_of(args[0]) == T_TYPING_FORM or as_alias(args[0]).shown.tag != T_UNSET or str_equal(<Str*>cls.name.as_.block, NAME_GENERIC):
        return DEFER
    base = class_value(cls)
    made = tuple_copy(vm, &base, 1)
    decref(vm, base)
    if made == NULL:
        return ERROR
    out[0] = value_block(&made.head)
    return OK


cdef int metadata(VM* vm, Tuple* args, Value* out) noexcept nogil:
    cdef Tuple* rest = tuple_copy(vm, tuple_items(args) + 1, args.length - 1)
    if rest == NULL:
        return ERROR
    out[0] = value_block(&rest.head)
    return OK


cdef Str* NAME_BUILTINS = str_static(b"builtins")
cdef Str* NAME_NAME = str_static(b"__name__")
cdef Str* NAME_QUALNAME = str_static(b"__qualname__")
cdef Str* NAME_SHORT = str_static(b"_name")
cdef Str* NAME_MODULE = str_static(b"__module__")
cdef Str* NAME_ORIGIN = str_static(b"__origin__")
cdef Str* NAME_ARGS = str_static(b"__args__")
cdef Str* NAME_PARAMETERS = str_static(b"__parameters__")
cdef Str* NAME_METADATA = str_static(b"__metadata__")
cdef Str* NAME_CLASS_GETITEM = str_static(b"__class_getitem__")
cdef Str* NAME_TYPING_SUBST = str_static(b"__typing_subst__")
cdef Str* NAME_UNPACKED = str_static(b"__unpacked__")
cdef Str* NAME_GENERIC = str_static(b"Generic")
cdef Str* NAME_CLASS = str_static(b"__class__")
cdef Str* NAME_MRO_ENTRIES = str_static(b"__mro_entries__")

cdef TypeRow* row = register_type(T_GENERIC_ALIAS, b"types.GenericAlias")
row.free = alias_free
row.traverse = alias_traverse
row.repr = alias_repr
row.equal = alias_equal
row.hash = alias_hash
row.binary = union_binary
row.get_item = alias_get_item
row.iterate = alias_iterate
row.get_attribute = alias_get_attribute

# Classes take arguments here, so that objects/type needs to know nothing of aliases.
types_pointer[T_TYPE].get_item = type_get_item

register_native(-1, NATIVE_INTRINSIC, b"_alias_with(alias, args, /)", alias_with, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_alias_form(value, /)", alias_form, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_is_alias(value, /)", is_alias, NULL)
register_native(T_GENERIC_ALIAS, NATIVE_NEW, b"GenericAlias(cls, origin, args, /)", alias_construct, NULL)
register_native(T_GENERIC_ALIAS, NATIVE_METHOD, b"__mro_entries__(self, bases, /)", alias_bases, b"typing_form_bases")
