"""A module docstring."""
print(__name__)
def f():
    """The docstring."""
    return 1
def g():
    f'{1}'
def h():
    'first'
    'second'
print(f.__doc__, g.__doc__, h.__doc__, (lambda: 1).__doc__)
