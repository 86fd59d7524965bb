"""Attributes of modules that have a __getattr__."""


def module_attribute(module, name):
    return _module_hook(module)(name)


def module_import_from(module, name):
    try:
        return _module_hook(module)(name)
    except AttributeError:
        raise ImportError(f"cannot import name {name!r} from {module.__name__!r} (unknown location)",
                          name=module.__name__) from None
