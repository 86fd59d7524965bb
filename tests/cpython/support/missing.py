"""What stands for a module that the sandbox does not have: whoever uses it cannot run."""

from unittest import CannotRun


class MissingModule:
    """A module, or a name imported from one, that is not there."""

    def __init__(self, name):
        self._missing_name = name

    def __getattr__(self, attribute):
        raise CannotRun(self._missing_name)

    def __call__(self, *arguments, **keywords):
        raise CannotRun(self._missing_name)

    def __mro_entries__(self, bases):
        raise CannotRun(self._missing_name)

    def __iter__(self):
        raise CannotRun(self._missing_name)

    def __getitem__(self, key):
        raise CannotRun(self._missing_name)

    def __eq__(self, other):
        raise CannotRun(self._missing_name)

    def __bool__(self):
        raise CannotRun(self._missing_name)

    def __len__(self):
        raise CannotRun(self._missing_name)

    def __repr__(self):
        raise CannotRun(self._missing_name)

    def __index__(self):
        raise CannotRun(self._missing_name)

    def __enter__(self):
        raise CannotRun(self._missing_name)

    def __exit__(self, *exception):
        raise CannotRun(self._missing_name)

    def __fspath__(self):
        raise CannotRun(self._missing_name)

    def __add__(self, other):
        raise CannotRun(self._missing_name)

    __hash__ = __sub__ = __mul__ = __mod__ = __lt__ = __le__ = __gt__ = __ge__ = __and__ = __or__ = __radd__ = __rand__ = __ror__ = __contains__ = __add__
