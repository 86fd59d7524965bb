"""Host values to heap values and back. Types are kept exactly, identity is kept inside one value, depth is bounded, and
what is not known is refused with its type and the path to it."""

from cpython.bytes cimport PyBytes_FromStringAndSize
from libc.stdint cimport int64_t, uint8_t

from monty._generated cimport *
from monty._heap cimport *
from monty._machine cimport *
from monty.errors import MontyConversionError
from monty.objects.bytes cimport ByteArray, Bytes, bytearray_from, bytes_from, bytes_view
from monty.objects.complex cimport Complex, complex_new
from monty.objects.dict cimport Dict, dict_new, dict_next, dict_set
from monty.objects.exception cimport exception_class, exception_new
from monty.objects.int cimport int_from_host, int_to_host
from monty.objects.list cimport List, list_append, list_new
from monty.objects.range cimport Range, range_new
from monty.objects.set cimport Set, set_add, set_new, set_next
from monty.objects.slice cimport Slice, slice_new
from monty.objects.str cimport str_from_host, str_to_host
from monty.objects.tuple cimport Tuple, tuple_items, tuple_new

cdef enum:
    MAX_DEPTH = 200

cdef dict exception_kinds = {}

from monty.exception_table import EXCEPTIONS, MODULE_EXCEPTIONS
import builtins as _builtins

for _number, (_name, _) in enumerate(EXCEPTIONS, 1):
    if hasattr(_builtins, _name):
        exception_kinds[getattr(_builtins, _name)] = _number


cdef object refuse(str what, str path):
    return MontyConversionError(f'{what} at {path}')


# Forget what the failed operation left in the VM and raise for it.
cdef int fail(VM* vm, str path) except -1:
    if vm.fatal != LIMIT_NONE:
        raise MemoryError(f'the memory limit of the sandbox is reached at {path}')
    clear_error(vm)
    raise refuse('a value that cannot be a key', path)


cdef class FromHost:
    cdef VM* vm
    cdef dict seen              # id of a container -> (address of its block, the container)

    cdef int convert(self, object value, object path, int depth, Value* out) except -1:
        cdef VM* vm = self.vm
        cdef Str* s
        cdef Bytes* b
        cdef ByteArray* array
        cdef List* lst
        cdef Tuple* t
        cdef Dict* d
        cdef Set* collection
        cdef Value item, key
        cdef Value[3] parts
        cdef int64_t i
        cdef int status
        kind = type(value)
        if value is None:
            out[0] = value_none()
        elif kind is bool:
            out[0] = value_bool(value)
        elif kind is int:
            if int_from_host(vm, value, out) != OK:
                fail(vm, text_of(path))
        elif kind is float:
            out[0] = value_float(value)
        elif kind is bytes:
            b = bytes_from(vm, <const uint8_t*><const char*>value, len(value))
            if b == NULL:
                fail(vm, text_of(path))
            out[0] = value_block(&b.head)
        elif kind is complex:
            if complex_new(vm, value.real, value.imag, out) != OK:
                fail(vm, text_of(path))
        elif kind is str:
            s = str_from_host(vm, value)
            if s == NULL:
                fail(vm, text_of(path))
            out[0] = value_block(&s.head)
        elif value is Ellipsis:
            out[0] = value_none()
            out[0].tag = T_ELLIPSIS
        elif value is NotImplemented:
            out[0] = value_not_implemented()
        elif id(value) in self.seen:
            address = self.seen[id(value)][0]
            if address is None:
                raise refuse(f'a {kind.__name__} that contains itself', text_of(path))
            out[0] = value_copy(value_block(<Block*><size_t>address))
        elif depth > MAX_DEPTH:
            raise refuse(f'values nested more than {MAX_DEPTH} deep', text_of(path))
        elif kind is bytearray:
            array = bytearray_from(vm, <const uint8_t*><const char*>value, len(value))
            if array == NULL:
                fail(vm, text_of(path))
            out[0] = value_block(&array.head)
            self.seen[id(value)] = (<size_t>array, value)
        elif kind is list:
            lst = list_new(vm, len(value))
            if lst == NULL:
                fail(vm, text_of(path))
            out[0] = value_block(&lst.head)
            self.seen[id(value)] = (<size_t>lst, value)
            try:
                for i, element in enumerate(value):
                    self.convert(element, (path, i), depth + 1, &item)
                    if list_append(vm, lst, item) != OK:
                        fail(vm, text_of(path))
            except:
                decref(vm, out[0])
                raise
        elif kind is tuple:
            self.seen[id(value)] = (None, value)
            t = tuple_new(vm, len(value))
            if t == NULL:
                fail(vm, text_of(path))
            out[0] = value_block(&t.head)
            try:
                for i in range(t.length):
                    self.convert(value[i], (path, i), depth + 1, &item)
                    tuple_items(t)[i] = item
            except:
                decref(vm, out[0])
                raise
            self.seen[id(value)] = (<size_t>t, value)
        elif kind is dict:
            d = dict_new(vm, len(value))
            if d == NULL:
                fail(vm, text_of(path))
            out[0] = value_block(&d.head)
            self.seen[id(value)] = (<size_t>d, value)
            try:
                for name, element in value.items():
                    self.convert(name, (path, name), depth + 1, &key)
                    try:
                        self.convert(element, (path, name), depth + 1, &item)
                        status = dict_set(vm, d, key, item)
                        decref(vm, item)
                        if status != OK:
                            fail(vm, text_of((path, name)))
                    finally:
                        decref(vm, key)
            except:
                decref(vm, out[0])
                raise
        elif kind is set or kind is frozenset:
            collection = set_new(vm, T_SET if kind is set else T_FROZENSET)
            if collection == NULL:
                fail(vm, text_of(path))
            out[0] = value_block(&collection.head)
            try:
                for element in value:
                    self.convert(element, (path, element), depth + 1, &item)
                    status = set_add(vm, collection, item)
                    decref(vm, item)
                    if status != OK:
                        fail(vm, text_of(path))
            except:
                decref(vm, out[0])
                raise
            if kind is frozenset:
                self.seen[id(value)] = (<size_t>collection, value)
        elif kind is range or kind is slice:
            self.convert(value.start, (path, 'start'), depth + 1, &parts[0])
            self.convert(value.stop, (path, 'stop'), depth + 1, &parts[1])
            self.convert(value.step, (path, 'step'), depth + 1, &parts[2])
            if kind is range:
                status = range_new(vm, parts, 3, out)
            else:
                status = slice_new(vm, parts[0], parts[1], parts[2], out)
            for i in range(3):
                decref(vm, parts[i])
            if status != OK:
                fail(vm, text_of(path))
        elif isinstance(value, BaseException):
            self.exception(value, path, depth, out)
        else:
            raise refuse(f'a value of type {kind.__module__}.{kind.__qualname__}', text_of(path))
        return 0

    cdef int exception(self, object value, object path, int depth, Value* out) except -1:
        cdef VM* vm = self.vm
        cdef Value args
        cdef int kind = 0
        for base in type(value).__mro__:
            if base in exception_kinds:
                kind = exception_kinds[base]
                break
        try:
            self.convert(tuple(value.args), (path, 'args'), depth + 1, &args)
        except MontyConversionError:
            self.convert((str(value),), path, depth + 1, &args)
        if exception_new(vm, exception_class(kind), args, out) != OK:
            fail(vm, text_of(path))
        return 0


cdef str text_of(object path):
    """`inputs['rows'][3]` of a nested (parent, step) path."""
    steps = []
    while type(path) is tuple:
        steps.append(repr(path[1]) if len(repr(path[1])) < 80 else '...')
        path = path[0]
    return path + ''.join(f'[{step}]' for step in reversed(steps))


cdef int value_from_host(VM* vm, object value, str path, Value* out) except -1:
    cdef FromHost converter
    kind = type(value)
    # what crosses most often needs no converter
    if value is None:
        out[0] = value_none()
        return 0
    if kind is bool:
        out[0] = value_bool(value)
        return 0
    if kind is float:
        out[0] = value_float(value)
        return 0
    converter = FromHost.__new__(FromHost)
    converter.vm = vm
    converter.seen = {}
    return converter.convert(value, path, 0, out)


cdef class ToHost:
    cdef VM* vm
    cdef dict made              # address of a block -> host object; None while a tuple is being made

    cdef object convert(self, Value v, object path, int depth):
        cdef VM* vm = self.vm
        cdef int tag = v.tag & TYPE_MASK
        cdef List* lst
        cdef Tuple* t
        cdef uint8_t* data
        cdef int64_t i, position, length
        cdef Value key, item
        cdef ExceptionObject* e
        if tag == T_INT or tag == T_LONG:
            return int_to_host(v)
        if tag == T_STR:
            return str_to_host(<Str*>v.as_.block)
        if tag == T_NONE:
            return None
        if tag == T_BOOL:
            return v.as_.i != 0
        if tag == T_FLOAT:
            return v.as_.f
        if tag == T_COMPLEX:
            return complex((<Complex*>v.as_.block).real, (<Complex*>v.as_.block).imag)
        if tag == T_ELLIPSIS:
            return Ellipsis
        if tag == T_NOT_IMPLEMENTED:
            return NotImplemented
        if tag == T_HOST_FUNCTION:
            raise refuse('a host function', text_of(path))
        known = self.made.get(<size_t>v.as_.block, self)
        if known is not self:
            if known is None:
                raise refuse('a tuple that contains itself', text_of(path))
            return known
        if depth > MAX_DEPTH:
            raise refuse(f'values nested more than {MAX_DEPTH} deep', text_of(path))
        if (tag == T_BYTES or tag == T_BYTEARRAY) and bytes_view(v, &data, &length):
            made = PyBytes_FromStringAndSize(<char*>data, length) if tag == T_BYTES else bytearray(
                PyBytes_FromStringAndSize(<char*>data, length))
            self.made[<size_t>v.as_.block] = made
            return made
        if tag == T_LIST:
            lst = <List*>v.as_.block
            result = []
            self.made[<size_t>lst] = result
            for i in range(lst.length):
                result.append(self.convert(lst.items[i], (path, i), depth + 1))
            return result
        if tag == T_TUPLE:
            t = <Tuple*>v.as_.block
            self.made[<size_t>t] = None
            made = tuple([self.convert(tuple_items(t)[i], (path, i), depth + 1) for i in range(t.length)])
            self.made[<size_t>t] = made
            return made
        if tag == T_DICT:
            mapping = {}
            self.made[<size_t>v.as_.block] = mapping
            position = 0
            while dict_next(<Dict*>v.as_.block, &position, &key, &item):
                name = self.convert(key, path, depth + 1)
                mapping[name] = self.convert(item, (path, name), depth + 1)
            return mapping
        if tag == T_SET or tag == T_FROZENSET:
            members = []
            position = 0
            while set_next(<Set*>v.as_.block, &position, &key):
                members.append(self.convert(key, path, depth + 1))
            made = set(members) if tag == T_SET else frozenset(members)
            self.made[<size_t>v.as_.block] = made
            return made
        if tag == T_RANGE:
            return range(int_to_host((<Range*>v.as_.block).start), int_to_host((<Range*>v.as_.block).stop),
                         int_to_host((<Range*>v.as_.block).step))
        if tag == T_SLICE:
            return slice(self.convert((<Slice*>v.as_.block).start, path, depth + 1),
                         self.convert((<Slice*>v.as_.block).stop, path, depth + 1),
                         self.convert((<Slice*>v.as_.block).step, path, depth + 1))
        if tag == T_EXCEPTION:
            e = <ExceptionObject*>v.as_.block
            self.made[<size_t>e] = None
            args = self.convert(e.args, (path, 'args'), depth + 1)
            return host_exception(e.cls, args)
        raise refuse(f'a value of type {(<bytes>type_name(v)).decode()}', text_of(path))


cdef object host_exception(Class* cls, tuple args):
    """The host's exception of the nearest built-in class."""
    cdef Tuple* mro = <Tuple*>cls.mro.as_.block
    cdef int64_t i
    for i in range(mro.length):
        kind = (<Class*>tuple_items(mro)[i].as_.block).exception_kind
        if kind != 0 and EXCEPTIONS[kind - 1][0] not in MODULE_EXCEPTIONS:
            name = EXCEPTIONS[kind - 1][0]
            host_class = getattr(_builtins, name, Exception)
            try:
                return host_class(*args)
            except Exception:
                return Exception(*args)
    return Exception(*args)


cdef object value_to_host(VM* vm, Value v, str path):
    cdef ToHost converter
    cdef int tag = v.tag & TYPE_MASK
    if tag == T_INT:
        return v.as_.i
    if tag == T_NONE:
        return None
    if tag == T_FLOAT:
        return v.as_.f
    if tag == T_STR:
        return str_to_host(<Str*>v.as_.block)
    converter = ToHost.__new__(ToHost)
    converter.vm = vm
    converter.made = {}
    return converter.convert(v, path, 0)
