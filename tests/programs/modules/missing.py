try:
    import no_such_module
except ModuleNotFoundError as error:
    print(error)
try:
    from typing import no_such_name
except ImportError as error:
    print(type(error).__name__, str(error).split(' (')[0])
