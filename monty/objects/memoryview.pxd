# memoryview: a window on the bytes of a bytes or bytearray. While one is open, the bytearray keeps its size.
from libc.stdint cimport int64_t
from monty._heap cimport Block, Value

cdef struct MemoryView:
    Block head
    Value source            # bytes or bytearray; unset when released
    int64_t offset          # of the first item
    int64_t length          # in items, each of one byte
    int64_t step            # from an item to the next one, may be negative
    int64_t hash            # -1: not known
    char format             # B, b or c
    bint readonly

cdef struct MemoryViewIterator:
    Block head
    Value source            # unset when exhausted
    int64_t index
