"""Arguments become parameters: those of functions written in Python and of natives, and what is said of wrong ones."""

import sys

from libc.stdint cimport int64_t
from libc.stdio cimport snprintf
from libc.string cimport memcmp, strlen, strrchr

from monty._calls cimport release_values
from monty._generated cimport *
from monty._heap cimport *
from monty._machine cimport *
from monty.objects.dict cimport Dict, dict_get_str, dict_new, dict_set
from monty.objects.str cimport str_equal, str_utf8_size
from monty.objects.str_builder cimport writer_ascii, writer_char, writer_discard, writer_finish, writer_init, writer_str
from monty.objects.tuple cimport Tuple, tuple_items, tuple_new, tuple_take

cdef int HOST_MINOR = sys.version_info[1]


# --- functions written in Python -------------------------------------------------------------------------------------

cdef int write_quoted_names(Writer* w, Value* names, int64_t* which, int64_t count) noexcept nogil:
    cdef int64_t i
    for i in range(count):
        if i > 0:
            if i == count - 1:
                if writer_ascii(w, ", and " if count > 2 else " and ", -1) != OK:
                    return ERROR
            elif writer_ascii(w, ", ", 2) != OK:
                return ERROR
        if (writer_char(w, 39) != OK or writer_str(w, <Str*>names[which[i]].as_.block) != OK
                or writer_char(w, 39) != OK):
            return ERROR
    return OK


cdef int write_number(Writer* w, int64_t number) noexcept nogil:
    cdef char[24] text
    snprintf(text, 24, "%lld", <long long>number)
    return writer_ascii(w, text, -1)


# Finish the text and raise it; returns ERROR.
cdef int raise_written(VM* vm, int kind, Writer* w) noexcept nogil:
    cdef Value message
    if writer_finish(w, &message) != OK:
        return ERROR
    return raise_value(vm, kind, message)


cdef int start_call_message(Writer* w, VM* vm, Function* f, const char* text) noexcept nogil:
    writer_init(w, vm)
    if writer_str(w, <Str*>f.qualname.as_.block) != OK or writer_ascii(w, text, -1) != OK:
        writer_discard(w)
        return ERROR
    return OK


cdef int raise_missing(VM* vm, Function* f, int64_t* which, int64_t count, const char* kind) noexcept nogil:
    cdef Writer w
    if start_call_message(&w, vm, f, "() missing ") != OK:
        return ERROR
    if (write_number(&w, count) != OK or writer_ascii(&w, " required ", -1) != OK or writer_ascii(&w, kind, -1) != OK
            or writer_ascii(&w, " argument: " if count == 1 else " arguments: ", -1) != OK
            or write_quoted_names(&w, f.code.register_names, which, count) != OK):
        writer_discard(&w)
        return ERROR
    return raise_written(vm, E_TYPE_ERROR, &w)


cdef int raise_too_many(VM* vm, Function* f, int64_t given, int64_t keyword_only_given) noexcept nogil:
    cdef Writer w
    cdef Code* code = f.code
    cdef int64_t defaults = 0
    cdef int status = OK
    cdef bint plural = code.argcount != 1
    if f.defaults.tag != T_UNSET:
        defaults = (<Tuple*>f.defaults.as_.block).length
    if start_call_message(&w, vm, f, "() takes ") != OK:
        return ERROR
    if defaults > 0:
        status = writer_ascii(&w, "from ", 5)
        if status == OK:
            status = write_number(&w, code.argcount - defaults)
        if status == OK:
            status = writer_ascii(&w, " to ", 4)
        plural = True
    if status == OK:
        status = write_number(&w, code.argcount)
    if status == OK:
        status = writer_ascii(&w, " positional arguments but " if plural else " positional argument but ", -1)
    if status == OK:
        status = write_number(&w, given)
    if status == OK and keyword_only_given > 0:
        status = writer_ascii(&w, " positional arguments (and " if given != 1 else " positional argument (and ", -1)
        if status == OK:
            status = write_number(&w, keyword_only_given)
        if status == OK:
            status = writer_ascii(&w, " keyword-only arguments)" if keyword_only_given != 1
                                  else " keyword-only argument)", -1)
    if status == OK:
        status = writer_ascii(&w, " was given" if given == 1 and keyword_only_given == 0 else " were given", -1)
    if status != OK:
        writer_discard(&w)
        return ERROR
    return raise_written(vm, E_TYPE_ERROR, &w)


cdef int raise_about_name(VM* vm, Function* f, const char* text, Str* name) noexcept nogil:
    cdef Writer w
    if start_call_message(&w, vm, f, text) != OK:
        return ERROR
    if writer_str(&w, name) != OK or writer_char(&w, 39) != OK:
        writer_discard(&w)
        return ERROR
    return raise_written(vm, E_TYPE_ERROR, &w)


cdef int raise_positional_only_as_keyword(VM* vm, Function* f, Value* names, int64_t count) noexcept nogil:
    cdef Writer w
    cdef int64_t i, k
    cdef bint first = True
    if start_call_message(&w, vm, f, "() got some positional-only arguments passed as keyword arguments: '") != OK:
        return ERROR
    for i in range(f.code.posonly):
        for k in range(count):
            if str_equal(<Str*>f.code.register_names[i].as_.block, <Str*>names[k].as_.block):
                if (not first and writer_ascii(&w, ", ", 2) != OK) or writer_str(&w, <Str*>names[k].as_.block) != OK:
                    writer_discard(&w)
                    return ERROR
                first = False
    if writer_char(&w, 39) != OK:
        writer_discard(&w)
        return ERROR
    return raise_written(vm, E_TYPE_ERROR, &w)


# The index of the parameter `name` in names[start:stop], or -1.
cdef int64_t find_name(Value* names, int64_t start, int64_t stop, Str* name) noexcept nogil:
    cdef int64_t i
    for i in range(start, stop):
        if <Str*>names[i].as_.block == name:
            return i
    for i in range(start, stop):
        if str_equal(<Str*>names[i].as_.block, name):
            return i
    return -1


cdef int bind_arguments(Machine* m, Function* f, Value* base, int64_t count, Value keyword_names) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Code* code = f.code
    cdef int64_t keyword_count = 0
    cdef Value* keywords = NULL             # names
    cdef int64_t positional, i, k, where
    cdef int64_t named = code.argcount + code.kwonly
    cdef int64_t scratch_offset = code.register_count if code.register_count > count else count
    cdef Value* scratch = base + scratch_offset     # values of keyword arguments
    cdef Value extra = value_unset()
    cdef Value keyword_dict = value_unset()
    cdef Tuple* t
    cdef Dict* d
    cdef int64_t[64] missing
    cdef int64_t missing_count
    cdef int64_t default_count, given_keyword_only
    cdef Value found
    cdef int status = OK
    if keyword_names.tag != T_UNSET:
        keyword_count = (<Tuple*>keyword_names.as_.block).length
        keywords = tuple_items(<Tuple*>keyword_names.as_.block)
    positional = count - keyword_count
    for i in range(keyword_count):
        scratch[i] = base[positional + i]
        base[positional + i].tag = T_UNSET
    if positional > code.argcount:
        if code.flags & CODE_VARARGS:
            t = tuple_take(vm, base + code.argcount, positional - code.argcount)
            if t == NULL:
                status = ERROR
            else:
                extra = value_block(&t.head)
                for i in range(code.argcount, positional):
                    base[i].tag = T_UNSET
        else:
            given_keyword_only = 0
            for i in range(keyword_count):
                if find_name(code.register_names, code.argcount, named, <Str*>keywords[i].as_.block) >= 0:
                    given_keyword_only += 1
            status = raise_too_many(vm, f, positional, given_keyword_only)
    elif code.flags & CODE_VARARGS:
        t = tuple_new(vm, 0)
        if t == NULL:
            status = ERROR
        else:
            extra = value_block(&t.head)
    if status == OK:
        for i in range(positional, code.named_count):
            base[i].tag = T_UNSET
        if code.flags & CODE_VARKEYWORDS:
            d = dict_new(vm, keyword_count)
            if d == NULL:
                status = ERROR
            else:
                keyword_dict = value_block(&d.head)
    for i in range(keyword_count):
        if status != OK:
            break
        where = find_name(code.register_names, code.posonly, named, <Str*>keywords[i].as_.block)
        if where >= 0:
            if base[where].tag != T_UNSET:
                status = raise_about_name(vm, f, "() got multiple values for argument '", <Str*>keywords[i].as_.block)
            else:
                base[where] = scratch[i]
                scratch[i].tag = T_UNSET
        elif keyword_dict.tag != T_UNSET:
            status = dict_set(vm, <Dict*>keyword_dict.as_.block, keywords[i], scratch[i])
        elif find_name(code.register_names, 0, code.posonly, <Str*>keywords[i].as_.block) >= 0:
            status = raise_positional_only_as_keyword(vm, f, keywords, keyword_count)
        else:
            status = raise_about_name(vm, f, "() got an unexpected keyword argument '", <Str*>keywords[i].as_.block)
    if status == OK and positional < code.argcount:
        default_count = 0
        if f.defaults.tag != T_UNSET:
            default_count = (<Tuple*>f.defaults.as_.block).length
        missing_count = 0
        for i in range(positional, code.argcount):
            if base[i].tag == T_UNSET:
                k = i - (code.argcount - default_count)
                if k >= 0:
                    base[i] = value_copy(tuple_items(<Tuple*>f.defaults.as_.block)[k])
                elif missing_count < 64:
                    missing[missing_count] = i
                    missing_count += 1
        if missing_count > 0:
            status = raise_missing(vm, f, missing, missing_count, "positional")
    if status == OK and code.kwonly > 0:
        missing_count = 0
        for i in range(code.argcount, named):
            if base[i].tag == T_UNSET:
                if f.keyword_defaults.tag != T_UNSET and dict_get_str(
                        <Dict*>f.keyword_defaults.as_.block, <Str*>code.register_names[i].as_.block, &found):
                    base[i] = value_copy(found)
                elif missing_count < 64:
                    missing[missing_count] = i
                    missing_count += 1
        if missing_count > 0:
            status = raise_missing(vm, f, missing, missing_count, "keyword-only")
    release_values(vm, scratch, keyword_count)
    if status == OK:
        where = named
        if code.flags & CODE_VARARGS:
            base[where] = extra
            where += 1
        if code.flags & CODE_VARKEYWORDS:
            base[where] = keyword_dict
        return OK
    decref(vm, extra)
    decref(vm, keyword_dict)
    release_values(vm, base, scratch_offset)
    return status


# --- natives ---------------------------------------------------------------------------------------------------------

# As raise_native_arity for functions whose arguments can also be given by name: CPython words these differently.
cdef int raise_keyword_arity(VM* vm, Native* native, const char* name, int64_t most, int64_t least,
                             int64_t count) noexcept nogil:
    cdef const char* noun = "argument"
    cdef char[200] called
    cdef int64_t i
    cdef size_t size
    if most == 0:
        return raise_format(vm, E_TYPE_ERROR, "%s() takes no positional arguments", name, NULL, NULL)
    if count < least and native.positional_only < native.required:
        # the first one that is missing
        i = count + native.positional - most
        if i >= native.positional_only:
            size = str_utf8_size(native.parameter_names[i])
            snprintf(called, 200, "%s() missing required argument '%.*s'", name, <int>size,
                     <const char*>(native.parameter_names[i] + 1))
            return raise_format_mixed(vm, E_TYPE_ERROR, "%s (pos %lld)", called, count + 1, 0)
    if native.positional < native.parameters or count < least:
        noun = "positional argument"
    snprintf(called, 200, "%s() takes %s", name, "exactly" if most == least else "at least" if count < least
             else "at most")
    most = least if count < least else most
    snprintf(called + strlen(called), 200 - strlen(called), " %lld %s%s", <long long>most, noun,
             "" if most == 1 else "s")
    return raise_format_mixed(vm, E_TYPE_ERROR, "%s (%lld given)", called, count, 0)


cdef int raise_native_arity(VM* vm, Native* native, int64_t count) noexcept nogil:
    cdef const char* dot
    cdef char[160] name
    cdef size_t size = str_utf8_size(native.name)
    cdef int64_t hidden = 1 if native.kind == NATIVE_METHOD or native.kind == NATIVE_CLASS or native.kind == NATIVE_NEW else 0
    cdef int64_t most = native.positional - hidden
    cdef int64_t least = native.required - hidden
    count -= hidden
    if native.wrapper:
        # CPython leaves out which one it is, but not always the space after it
        if most == least:
            return raise_format_int(vm, E_TYPE_ERROR, "expected %lld argument, got %lld" if most == 1 else
                                    "expected %lld arguments, got %lld", most, count)
        if count < least:
            return raise_format_int(vm, E_TYPE_ERROR, " expected at least %lld argument, got %lld" if least == 1 else
                                    " expected at least %lld arguments, got %lld", least, count)
        return raise_format_int(vm, E_TYPE_ERROR, " expected at most %lld argument, got %lld" if most == 1 else
                                " expected at most %lld arguments, got %lld", most, count)
    if HOST_MINOR < 13 and native.kind == NATIVE_METHOD and most == 3 and least == 1 and (
            native.type == T_STR or native.type == T_BYTES or native.type == T_BYTEARRAY):
        # find, index, count, startswith ... took their arguments in a way of their own before 3.13.
        snprintf(name, 160, "%.*s", <int>size, <const char*>(native.name + 1))
        return raise_format_mixed(vm, E_TYPE_ERROR, "%s() takes at least %lld argument (%lld given)" if count < least
                                  else "%s() takes at most %lld arguments (%lld given)", name,
                                  least if count < least else most, count)
    if native.positional_only < native.parameters:
        if size == 6 and memcmp(native.name + 1, "sorted", 6) == 0:
            # The one function with keywords that CPython words like those without.
            return raise_format_int(vm, E_TYPE_ERROR, "sorted expected 1 argument, got %lld", count, 0)
        snprintf(name, 160, "%.*s", <int>size, <const char*>(native.name + 1))
        return raise_keyword_arity(vm, native, name, most, least, count)
    if native.kind == NATIVE_METHOD and most <= 1 and most == least and (
            native.type < T_TYPE_COUNT and types_pointer[native.type].name != NULL):
        # the name of a type's row may begin with its module
        dot = strrchr(types_pointer[native.type].name, c'.')
        snprintf(name, 160, "%s.%.*s", dot + 1 if dot != NULL else types_pointer[native.type].name, <int>size,
                 <const char*>(native.name + 1))
    elif native.module != NULL and most <= 1 and most == least:
        snprintf(name, 160, "%.*s.%.*s", <int>native.module.length, <const char*>(native.module + 1), <int>size,
                 <const char*>(native.name + 1))
    else:
        snprintf(name, 160, "%.*s", <int>size, <const char*>(native.name + 1))
    if most == least:
        if most == 0:
            return raise_format_mixed(vm, E_TYPE_ERROR, "%s() takes no arguments (%lld given)", name, count, 0)
        if most == 1:
            return raise_format_mixed(vm, E_TYPE_ERROR, "%s() takes exactly one argument (%lld given)", name, count, 0)
        return raise_format_mixed(vm, E_TYPE_ERROR, "%s expected %lld arguments, got %lld", name, most, count)
    if count < least:
        return raise_format_mixed(vm, E_TYPE_ERROR,
                                  "%s expected at least %lld argument, got %lld" if least == 1 else
                                  "%s expected at least %lld arguments, got %lld", name, least, count)
    return raise_format_mixed(vm, E_TYPE_ERROR,
                              "%s expected at most %lld argument, got %lld" if most == 1 else
                              "%s expected at most %lld arguments, got %lld", name, most, count)


cdef int raise_native_keyword(VM* vm, Native* native, const char* text, Str* keyword) noexcept nogil:
    cdef Writer w
    writer_init(&w, vm)
    if native.wrapper and writer_ascii(&w, "wrapper ", -1) != OK:
        writer_discard(&w)
        return ERROR
    if keyword == NULL and native.module != NULL:
        # CPython qualifies the name in this message
        if writer_str(&w, native.module) != OK or writer_char(&w, c'.') != OK:
            writer_discard(&w)
            return ERROR
    if (writer_str(&w, native.name) != OK or writer_ascii(&w, text, -1) != OK or
            (keyword != NULL and (writer_str(&w, keyword) != OK or writer_char(&w, 39) != OK))):
        writer_discard(&w)
        return ERROR
    return raise_written(vm, E_TYPE_ERROR, &w)


cdef int bind_native(VM* vm, Native* native, Value* args, int64_t count, Value keyword_names,
                     Value* bound) noexcept nogil:
    cdef int64_t keyword_count = 0
    cdef Value* keywords = NULL
    cdef int64_t i, where
    if keyword_names.tag != T_UNSET:
        keyword_count = (<Tuple*>keyword_names.as_.block).length
        keywords = tuple_items(<Tuple*>keyword_names.as_.block)
    count -= keyword_count
    if count > native.positional:
        return raise_native_arity(vm, native, count)
    for i in range(count):
        bound[i] = args[i]
    for i in range(count, native.parameters):
        bound[i] = value_unset()
    for i in range(keyword_count):
        where = -1
        if native.positional_only < native.parameters:
            for where in range(native.positional_only, native.parameters):
                if str_equal(native.parameter_names[where], <Str*>keywords[i].as_.block):
                    break
            else:
                where = -1
        if where < 0:
            if native.positional_only == native.parameters:
                return raise_native_keyword(vm, native, "() takes no keyword arguments", NULL)
            return raise_native_keyword(vm, native, "() got an unexpected keyword argument '",
                                        <Str*>keywords[i].as_.block)
        if bound[where].tag != T_UNSET:
            return raise_native_keyword(vm, native, "() got multiple values for argument '",
                                        <Str*>keywords[i].as_.block)
        bound[where] = args[count + i]
    for i in range(native.required):
        if bound[i].tag == T_UNSET:
            return raise_native_arity(vm, native, count)
    return OK
