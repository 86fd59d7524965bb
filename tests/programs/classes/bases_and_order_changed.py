# __bases__ is assigned, and metaclasses decide the MRO.
class Old:
    def name(self):
        return 'old'


class New:
    def name(self):
        return 'new ' + str(self.extra)

    extra = 1


class Child(Old):
    pass


class Grandchild(Child):
    pass


child, grandchild = Child(), Grandchild()
print(child.name(), grandchild.name())
Child.__bases__ = (New,)
print(child.name(), grandchild.name(), Grandchild.__mro__ == (Grandchild, Child, New, object))
print(New.__subclasses__(), Old.__subclasses__())


class Slotted:
    __slots__ = ('a',)


for bases in (), [Old], (Grandchild,), (Old, Old), (int,), (Slotted,), (Old, 5), (object,):
    try:
        Child.__bases__ = bases
        print('assigned', bases)
    except TypeError as error:
        print(error)
print(Child.__bases__)


class Reversed(type):
    def mro(cls):
        order = type.mro(cls)
        return order[::-1] if cls.__name__ == 'Backwards' else order


class Backwards(Child, metaclass=Reversed):
    def name(self):
        return 'backwards'


print(Backwards.__mro__ == (object, New, Child, Backwards), Backwards().name())


def bad(answer):
    class Meta(type):
        def mro(cls):
            return answer

    try:
        Meta('X', (), {})
    except TypeError as error:
        print(error)


bad([1])
bad(1)
bad((dict, object))


class Failing(type):
    fail = False

    def mro(cls):
        if Failing.fail:
            raise RuntimeError('no order')
        return super().mro()


class Last(Child, metaclass=Failing):
    pass


Failing.fail = True
before = Child.__mro__, Grandchild.__mro__
try:
    Child.__bases__ = (Old,)
except RuntimeError as error:
    print(error, (Child.__mro__, Grandchild.__mro__) == before, Child.__bases__)
