"""IO, TextIO and BinaryIO of the module typing: what the annotations of open files are."""

from typing import AnyStr

from _typing_generic import Generic


class IO(Generic[AnyStr]):
    """A file of text or of bytes."""

    __module__ = 'typing'
    __slots__ = ()


class TextIO(IO[str]):
    """A file of text."""

    __module__ = 'typing'
    __slots__ = ()


class BinaryIO(IO[bytes]):
    """A file of bytes."""

    __module__ = 'typing'
    __slots__ = ()
