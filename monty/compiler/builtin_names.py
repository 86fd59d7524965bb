"""Names that a program finds without defining them. The machine checks on import that it has every one of them."""

from ..exception_table import EXCEPTIONS, MODULE_EXCEPTIONS

FUNCTIONS_AND_TYPES = frozenset(
    """abs aiter all anext any ascii bin bool bytearray bytes callable chr classmethod compile complex delattr dict
    dir divmod enumerate eval exec filter float format frozenset getattr globals hasattr hash hex id input int
    isinstance issubclass iter len list locals map max memoryview min next object oct open ord pow print property
    range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip
    __build_class__ __set_up_annotations__ __import__ Ellipsis NotImplemented""".split()
)

# What the names of code that was compiled at run time become (dynamic.py).
NAMESPACE_FUNCTIONS = frozenset(
    '__load_name__ __load_global__ __store_name__ __delete_name__ __discard_name__ __note_annotation__ '
    '__import_star__'.split()
)

# What type parameters and type statements become (type_parameters.py).
TYPE_PARAMETER_FUNCTIONS = frozenset('__type_parameter__ __type_alias__ __generic_base__ __set_type_params__'.split())

# What the module builtins has.
PUBLIC_NAMES = ((FUNCTIONS_AND_TYPES - {'__set_up_annotations__'})
                | {name for name, _ in EXCEPTIONS if name not in MODULE_EXCEPTIONS} | {'EnvironmentError', 'IOError'})

BUILTIN_NAMES = TYPE_PARAMETER_FUNCTIONS | NAMESPACE_FUNCTIONS | FUNCTIONS_AND_TYPES | PUBLIC_NAMES
