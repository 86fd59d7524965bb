"""What test modules of CPython need from ``unittest``, in plain Python that runs inside the sandbox.

One test method runs per program, so there are no suites, loaders or results: a test that fails raises.
"""


class SkipTest(Exception):
    """The test does not apply here."""


class CannotRun(BaseException):
    """The test needs something that the sandbox does not have. No test catches it by accident."""


def _skipped(reason):
    def decorate(item):
        item.__unittest_skip__ = reason
        return item
    return decorate


def skip(reason):
    return _skipped(reason)


def _unchanged(item):
    return item


def skipIf(condition, reason):
    return _skipped(reason) if condition else _unchanged


def skipUnless(condition, reason):
    return _unchanged if condition else _skipped(reason)


def expectedFailure(item):
    item.__unittest_expecting_failure__ = True
    return item


class _AssertRaises:
    def __init__(self, expected, pattern, case):
        self.expected = expected
        self.pattern = pattern
        self.case = case
        self.exception = None

    def __enter__(self):
        return self

    def __exit__(self, kind, exception, traceback):
        if kind is None:
            raise AssertionError(f'{_names(self.expected)} not raised')
        if not issubclass(kind, self.expected):
            return False
        self.exception = exception.with_traceback(None)
        if self.pattern is not None:
            text = str(exception)
            if not _regex_search(_pattern_text(self.pattern), text):
                raise AssertionError(f'{_pattern_text(self.pattern)!r} does not match {text!r}')
        return True


def _names(expected):
    if isinstance(expected, tuple):
        return ' or '.join([cls.__name__ for cls in expected])
    return expected.__name__


def _pattern_text(pattern):
    return pattern if isinstance(pattern, str) else pattern.pattern


def _assert_raises(context, arguments, keywords):
    if not arguments:
        return context
    function = arguments[0]
    if function is None:
        raise TypeError('the callable must not be None')
    with context:
        function(*arguments[1:], **keywords)


class _SubTest:
    def __enter__(self):
        return None

    def __exit__(self, kind, exception, traceback):
        return isinstance(exception, SkipTest)


class TestCase:
    failureException = AssertionError
    longMessage = True
    maxDiff = 640

    def __init__(self, methodName='runTest'):
        self._testMethodName = methodName
        self._cleanups = []

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def id(self):
        return f'{type(self).__module__}.{type(self).__qualname__}.{self._testMethodName}'

    def shortDescription(self):
        return None

    def skipTest(self, reason):
        raise SkipTest(reason)

    def subTest(self, *message, **parameters):
        return _SubTest()

    def addCleanup(self, function, /, *arguments, **keywords):
        self._cleanups.append((function, arguments, keywords))

    def enterContext(self, manager):
        value = manager.__enter__()
        self._cleanups.append((manager.__exit__, (None, None, None), {}))
        return value

    def doCleanups(self):
        while self._cleanups:
            function, arguments, keywords = self._cleanups.pop()
            function(*arguments, **keywords)

    def addTypeEqualityFunc(self, kind, function):
        pass

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, standard):
        return standard if msg is None else f'{standard} : {msg}'

    def _refuse(self, msg, standard):
        raise self.failureException(standard if msg is None else f'{standard} : {msg}')

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._refuse(msg, f'{_shown(expr)} is not true')

    def assertFalse(self, expr, msg=None):
        if expr:
            self._refuse(msg, f'{_shown(expr)} is not false')

    def assertEqual(self, first, second, msg=None):
        if not first == second:
            self._refuse(msg, f'{_shown(first)} != {_shown(second)}')

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._refuse(msg, f'{_shown(first)} == {_shown(second)}')

    def assertIs(self, first, second, msg=None):
        if first is not second:
            self._refuse(msg, f'{_shown(first)} is not {_shown(second)}')

    def assertIsNot(self, first, second, msg=None):
        if first is second:
            self._refuse(msg, f'unexpectedly identical: {_shown(first)}')

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._refuse(msg, f'{_shown(obj)} is not None')

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._refuse(msg, 'unexpectedly None')

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._refuse(msg, f'{_shown(member)} not found in {_shown(container)}')

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._refuse(msg, f'{_shown(member)} unexpectedly found in {_shown(container)}')

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._refuse(msg, f'{_shown(obj)} is not an instance of {cls!r}')

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._refuse(msg, f'{_shown(obj)} is an instance of {cls!r}')

    def assertIsSubclass(self, cls, superclass, msg=None):
        if not issubclass(cls, superclass):
            self._refuse(msg, f'{cls!r} is not a subclass of {superclass!r}')

    def assertNotIsSubclass(self, cls, superclass, msg=None):
        if issubclass(cls, superclass):
            self._refuse(msg, f'{cls!r} is a subclass of {superclass!r}')

    def assertHasAttr(self, obj, name, msg=None):
        if not hasattr(obj, name):
            self._refuse(msg, f'{type(obj).__name__!r} object has no attribute {name!r}')

    def assertNotHasAttr(self, obj, name, msg=None):
        if hasattr(obj, name):
            self._refuse(msg, f'{type(obj).__name__!r} object has unexpected attribute {name!r}')

    def assertStartsWith(self, s, prefix, msg=None):
        if not s.startswith(prefix):
            self._refuse(msg, f'{s!r} does not start with {prefix!r}')

    def assertEndsWith(self, s, suffix, msg=None):
        if not s.endswith(suffix):
            self._refuse(msg, f'{s!r} does not end with {suffix!r}')

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._refuse(msg, f'{_shown(a)} not less than {_shown(b)}')

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._refuse(msg, f'{_shown(a)} not less than or equal to {_shown(b)}')

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._refuse(msg, f'{_shown(a)} not greater than {_shown(b)}')

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._refuse(msg, f'{_shown(a)} not greater than or equal to {_shown(b)}')

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        difference = abs(first - second)
        if delta is not None:
            if difference <= delta:
                return
        elif round(difference, 7 if places is None else places) == 0:
            return
        self._refuse(msg, f'{_shown(first)} != {_shown(second)} within the tolerance')

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if not first == second:
            difference = abs(first - second)
            if delta is not None:
                if difference > delta:
                    return
            elif round(difference, 7 if places is None else places) != 0:
                return
        self._refuse(msg, f'{_shown(first)} == {_shown(second)} within the tolerance')

    def assertSequenceEqual(self, first, second, msg=None, seq_type=None):
        if seq_type is not None:
            for each in (first, second):
                if not isinstance(each, seq_type):
                    self._refuse(msg, f'{_shown(each)} is not a {seq_type.__name__}')
        if first == second:
            return
        if len(first) != len(second):
            self._refuse(msg, f'sequences differ: {_shown(first)} != {_shown(second)}')
        for one, other in zip(first, second):
            if not one == other:
                self._refuse(msg, f'sequences differ: {_shown(first)} != {_shown(second)}')
        if seq_type is not None or type(first) is type(second):
            self._refuse(msg, f'sequences differ: {_shown(first)} != {_shown(second)}')

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        if not set1 == set2:
            self._refuse(msg, f'{_shown(set1)} != {_shown(set2)}')

    def assertDictEqual(self, d1, d2, msg=None):
        for each in (d1, d2):
            if not isinstance(each, dict):
                self._refuse(msg, f'{_shown(each)} is not a dict')
        if d1 != d2:
            self._refuse(msg, f'{_shown(d1)} != {_shown(d2)}')

    def assertMultiLineEqual(self, first, second, msg=None):
        for each in (first, second):
            if not isinstance(each, str):
                self._refuse(msg, f'{_shown(each)} is not a str')
        if first != second:
            self._refuse(msg, f'{_shown(first)} != {_shown(second)}')

    def assertCountEqual(self, first, second, msg=None):
        left = list(second)
        for each in first:
            if each not in left:
                self._refuse(msg, f'{_shown(each)} has no counterpart')
            left.remove(each)
        if left:
            self._refuse(msg, f'{_shown(left)} has no counterpart')

    def assertRegex(self, text, expected_regex, msg=None):
        if not _regex_search(_pattern_text(expected_regex), text):
            self._refuse(msg, f'{_pattern_text(expected_regex)!r} does not match {text!r}')

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        if _regex_search(_pattern_text(unexpected_regex), text):
            self._refuse(msg, f'{_pattern_text(unexpected_regex)!r} matches {text!r}')

    def assertRaises(self, expected_exception, *args, **kwargs):
        return _assert_raises(_AssertRaises(expected_exception, None, self), args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return _assert_raises(_AssertRaises(expected_exception, expected_regex, self), args, kwargs)

    def assertWarns(self, *args, **kwargs):
        raise CannotRun('warnings')

    def assertWarnsRegex(self, *args, **kwargs):
        raise CannotRun('warnings')

    def assertLogs(self, *args, **kwargs):
        raise CannotRun('logging')

    def assertNoLogs(self, *args, **kwargs):
        raise CannotRun('logging')


def _shown(value):
    text = repr(value)
    return text if len(text) <= 200 else text[:150] + f'... ({len(text)} characters)'


def run_one(cls, name):
    """Run one test method; return (status, reason), or raise what the test raised."""
    try:
        return _run_one(cls, name)
    except SkipTest as error:
        return ('skip', str(error))
    except CannotRun as error:
        return ('cannot run', str(error))


def _run_one(cls, name):
    method = getattr(cls, name)
    for item in (cls, method):
        reason = getattr(item, '__unittest_skip__', None)
        if reason is not None:
            return ('skip', str(reason))
    cls.setUpClass()
    case = cls(name)
    method = getattr(case, name)
    failed = False
    try:
        case.setUp()
        try:
            method()
        except (SkipTest, CannotRun):
            raise
        except Exception:
            if not getattr(method, '__unittest_expecting_failure__', False):
                raise
            failed = True
        finally:
            case.tearDown()
    finally:
        case.doCleanups()
    cls.tearDownClass()
    if getattr(method, '__unittest_expecting_failure__', False) and not failed:
        raise AssertionError('passed, where a failure was expected')
    return ('pass', '')


class IsolatedAsyncioTestCase:
    def __init_subclass__(cls):
        raise CannotRun('asyncio')
