"""The module's docstring."""
# A module's own names have their values until it gives them others.
kept = __name__
print(kept, __doc__)


def show():
    return __name__, __doc__


print(show())
__name__ = 'renamed'
__doc__ = __doc__ + ' Longer.'
print(show())
