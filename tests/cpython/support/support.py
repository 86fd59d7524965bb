"""What test modules of CPython need from ``test.support``, in plain Python that runs inside the sandbox.

The sandbox is an implementation of its own, so tests that are marked as details of CPython are skipped, as that mark
asks for. What only CPython can do (measuring blocks, counting references, locales) makes the test one that cannot run.
"""

import sys

from unittest import CannotRun, SkipTest, skip

verbose = False
MISSING_C_DOCSTRINGS = False
# Built-in functions have texts of their own, not those of CPython.
HAVE_DOCSTRINGS = False
MAX_Py_ssize_t = 2**63 - 1
NHASHBITS = 64
_1M = 1024 * 1024
_1G = 1024 * _1M
_2G = 2 * _1G
_4G = 4 * _1G
SHORT_TIMEOUT = 30.0
LONG_TIMEOUT = 300.0
INTERNET_TIMEOUT = 60.0
is_emscripten = False
is_wasi = False
is_jython = False
is_android = False
is_apple = False
has_fork_support = False
has_subprocess_support = False
check_sanitizer_result = False


class Error(Exception):
    pass


class TestFailed(Error):
    pass


class ResourceDenied(SkipTest):
    pass


class _AlwaysEqual:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False


class _NeverEqual:
    def __eq__(self, other):
        return False

    def __ne__(self, other):
        return True

    def __hash__(self):
        return 1


class _Largest:
    def __eq__(self, other):
        return isinstance(other, _Largest)

    def __lt__(self, other):
        return False

    def __le__(self, other):
        return isinstance(other, _Largest)

    def __gt__(self, other):
        return not isinstance(other, _Largest)

    def __ge__(self, other):
        return True


class _Smallest:
    def __eq__(self, other):
        return isinstance(other, _Smallest)

    def __lt__(self, other):
        return not isinstance(other, _Smallest)

    def __le__(self, other):
        return True

    def __gt__(self, other):
        return False

    def __ge__(self, other):
        return isinstance(other, _Smallest)


ALWAYS_EQ = _AlwaysEqual()
NEVER_EQ = _NeverEqual()
LARGEST = _Largest()
SMALLEST = _Smallest()


def _unchanged(item):
    return item


def _unchanged_with(*arguments, **keywords):
    return _unchanged


cpython_only = skip('a detail of CPython')


def check_impl_detail(**guards):
    """Say whether the details of the named implementations apply; this one is none of those that tests know."""
    if not guards:
        return False
    return not list(guards.values())[0]


def impl_detail(message=None, **guards):
    return _unchanged if check_impl_detail(**guards) else skip(message or 'a detail of another implementation')


def refcount_test(test):
    return skip('counts references of CPython')(test)


def no_tracing(test):
    return test


def requires_IEEE_754(test):
    return test


def requires_docstrings(test):
    return test


def requires_legacy_unicode_capi(test=None):
    return skip('needs the C API')(test) if test is not None else skip('needs the C API')


def requires_resource(resource):
    return skip(f'needs the resource {resource}')


def requires(resource, message=None):
    raise ResourceDenied(f'needs the resource {resource}')


def requires_subprocess():
    return skip('needs processes')


def requires_working_socket(*, module=False):
    return skip('needs sockets')


def requires_mac_ver(*version):
    return _unchanged


def requires_specialization(test):
    return skip('a detail of CPython')(test)


def requires_limited_api(test):
    return skip('needs the C API')(test)


def skip_if_pgo_task(test):
    return test


def skip_if_sanitizer(*arguments, **keywords):
    return _unchanged


def skip_on_s390x(test):
    return test


def skip_wasi_stack_overflow():
    return _unchanged


def skip_emscripten_stack_overflow():
    return _unchanged


def thread_unsafe(reason):
    return reason if callable(reason) else _unchanged


def run_with_locale(category, *locales):
    return skip('needs locales')


def run_with_tz(zone):
    return skip('needs time zones')


def bigmemtest(size, memuse, dry_run=True):
    """Run the test with the small size that CPython takes when nobody allows it more memory."""
    def decorate(test):
        if not dry_run:
            return skip('needs much memory')(test)

        def wrapper(self):
            return test(self, 5147)
        return wrapper
    return decorate


def bigaddrspacetest(test):
    return skip('needs much memory')(test)


def anticipate_failure(condition):
    return _unchanged


def gc_collect():
    """Nothing a program can see depends on when the sandbox collects."""


def disable_gc():
    raise CannotRun('gc')


def get_attribute(obj, name):
    try:
        attribute = getattr(obj, name)
    except AttributeError:
        raise SkipTest(f'{obj!r} has no attribute {name!r}')
    return attribute


def sortdict(mapping):
    inside = ', '.join([f'{key!r}: {mapping[key]!r}' for key in sorted(mapping)])
    return '{' + inside + '}'


def check_syntax_error(testcase, statement, errtext='', *, lineno=None, offset=None):
    with testcase.assertRaisesRegex(SyntaxError, errtext) as caught:
        compile(statement, '<test string>', 'exec')
    error = caught.exception
    testcase.assertIsNotNone(error.lineno)
    if lineno is not None:
        testcase.assertEqual(error.lineno, lineno)
    testcase.assertIsNotNone(error.offset)
    if offset is not None:
        testcase.assertEqual(error.offset, offset)


class _Swap:
    def __init__(self, read, write, remove, missing, value):
        self.read = read
        self.write = write
        self.remove = remove
        self.missing = missing
        self.value = value
        self.had = False
        self.old = None

    def __enter__(self):
        try:
            self.old = self.read()
            self.had = True
        except self.missing:
            pass
        self.write(self.value)
        return self.old

    def __exit__(self, *exception):
        if self.had:
            self.write(self.old)
        else:
            try:
                self.remove()
            except self.missing:
                pass


def swap_attr(obj, name, value):
    return _Swap(lambda: getattr(obj, name), lambda new: setattr(obj, name, new), lambda: delattr(obj, name),
                 AttributeError, value)


def swap_item(obj, key, value):
    return _Swap(lambda: obj[key], lambda new: obj.__setitem__(key, new), lambda: obj.__delitem__(key), KeyError, value)


class _Nothing:
    def __enter__(self):
        return None

    def __exit__(self, *exception):
        return None

    def __call__(self, function):
        return function


def infinite_recursion(max_depth=None):
    """The sandbox's own limit ends every recursion."""
    return _Nothing()


def set_recursion_limit(limit):
    raise CannotRun('sys.setrecursionlimit')


class _IntMaxStrDigits:
    def __init__(self, digits):
        self.digits = digits

    def __enter__(self):
        self.before = sys.get_int_max_str_digits()
        sys.set_int_max_str_digits(self.digits)

    def __exit__(self, *exception):
        sys.set_int_max_str_digits(self.before)


def adjust_int_max_str_digits(max_digits):
    return _IntMaxStrDigits(max_digits)


def captured_output(stream_name):
    raise CannotRun('io')


def captured_stdout():
    raise CannotRun('io')


def captured_stderr():
    raise CannotRun('io')


def captured_stdin():
    raise CannotRun('io')


def catch_unraisable_exception():
    raise CannotRun('sys.unraisablehook')


def check_free_after_iterating(*arguments, **keywords):
    raise CannotRun('gc')


def check_sizeof(*arguments):
    raise CannotRun('sys.getsizeof')


def calcobjsize(fmt):
    raise CannotRun('sys.getsizeof')


def calcvobjsize(fmt):
    raise CannotRun('sys.getsizeof')


def collision_stats(bins, balls):
    raise CannotRun('decimal')


def check__all__(*arguments, **keywords):
    raise CannotRun('inspect of modules')


def check_disallow_instantiation(testcase, cls, *args, **kwargs):
    with testcase.assertRaisesRegex(TypeError, f"cannot create '{cls.__name__}' instances"):
        cls(*args, **kwargs)


def setswitchinterval(interval):
    raise CannotRun('threading')


def maybe_get_event_loop_policy():
    raise CannotRun('asyncio')


def exceeds_recursion_limit():
    return 5000


def get_c_recursion_limit():
    return 5000


def wait_process(*arguments, **keywords):
    raise CannotRun('os')


def findfile(*arguments, **keywords):
    raise CannotRun('os')
