"""``test.support.warnings_helper`` without warnings: a check that there is none is one that the code compiles."""

from unittest import CannotRun


def check_no_warnings(testcase, *arguments, **keywords):
    raise CannotRun('warnings')


def check_warnings(*filters, **keywords):
    raise CannotRun('warnings')


def check_syntax_warning(testcase, statement, *arguments, **keywords):
    raise CannotRun('warnings')


def check_no_resource_warning(testcase):
    raise CannotRun('warnings')


def ignore_warnings(*, category):
    return lambda test: test
