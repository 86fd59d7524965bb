# An alias whose origin is no class, but an object with a __repr__ of its own.
import types


class Shown:
    def __repr__(self):
        return 'shown'


class Broken:
    def __repr__(self):
        raise ValueError('broken')


print(types.GenericAlias(Shown(), (int, Shown())))
try:
    print(types.GenericAlias(Broken(), int))
except ValueError as error:
    print(error)
