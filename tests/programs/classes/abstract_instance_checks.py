# isinstance and issubclass with objects that act as classes or claim another class.
class Abstract:
    def __init__(self, bases):
        self.bases = bases

    def get_bases(self):
        return self.bases

    __bases__ = property(get_bases)


class Instance:
    def __init__(self, claimed):
        self.claimed = claimed

    def get_class(self):
        return self.claimed

    __class__ = property(get_class)


base = Abstract(())
child = Abstract((base,))
other = Abstract((Abstract(()), child))
print(issubclass(child, base), issubclass(base, child), issubclass(other, base), issubclass(child, (int, base)))
print(isinstance(Instance(child), base), isinstance(Instance(base), child), isinstance(5, base))
print(isinstance(Instance(int), int), isinstance(Instance(int), (str, int)), isinstance(Instance(int), str))
for check in (lambda: isinstance(1, Instance(3)), lambda: issubclass(1, base), lambda: issubclass(base, 5),
              lambda: issubclass(child, Abstract(5)), lambda: isinstance(1, 5), lambda: issubclass(int, 'x')):
    try:
        print(check())
    except TypeError as error:
        print(error)


class Fails:
    @property
    def __class__(self):
        raise RuntimeError('no class')


try:
    isinstance(Fails(), int)
except RuntimeError as error:
    print(error)


class Claims:
    __class__ = str


print(isinstance(Claims(), str), isinstance(Claims(), int), isinstance(Claims(), Claims))
