"""Names that a program finds without defining them. The machine checks on import that it has every one of them."""

from ..exception_table import EXCEPTIONS, MODULE_EXCEPTIONS

FUNCTIONS_AND_TYPES = frozenset(
    """abs aiter all anext any ascii bin bool bytearray bytes callable chr classmethod complex delattr dict dir
    divmod enumerate filter float format frozenset getattr hasattr hash hex id input int isinstance issubclass iter len
    list map max memoryview min next object oct open ord pow print property range repr reversed round set setattr slice
    sorted staticmethod str sum super tuple type zip
    __build_class__ __import__ Ellipsis NotImplemented""".split()
)

BUILTIN_NAMES = (FUNCTIONS_AND_TYPES | {name for name, _ in EXCEPTIONS if name not in MODULE_EXCEPTIONS}
                 | {'EnvironmentError', 'IOError'})
