# The types of assembler.py's variables where the build compiles it to C. The file itself stays plain Python.
cimport cython
from libc.stdint cimport int64_t, uint64_t

@cython.locals(opcode=uint64_t, flag=uint64_t, a=int64_t, b=int64_t, c=int64_t, shape=int, number=int64_t,
               distance=int64_t, instructions=list, positions=list, shapes=list)
cpdef encode_words(list words, int64_t shift, int64_t moved, int64_t constants_moved, int64_t far_moved)
