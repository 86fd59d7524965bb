# skip-cpython: what write() of its own stdout answers depends on the stream
import sys
assert sys.stdout.write('abc\n') == 4
print('x', file=sys.stdout)
print('a', 'b', sep='-', end='!\n', file=sys.stdout, flush=True)
assert sys.stdout.flush() is None
assert sys.stdout == sys.stdout and sys.stdout != sys.stderr and {sys.stdout: 1}[sys.stdout] == 1
try:
    sys.stdout.write(1)
except TypeError as error:
    assert str(error) == 'write() argument must be str, not int', error
