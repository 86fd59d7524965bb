"""types.DynamicClassAttribute: a property for instances, and the metaclass's __getattr__ for the class."""
import types


class Meta(type):
    def __getattr__(cls, name):
        if name == 'value':
            return 'from the metaclass'
        raise AttributeError(name)


class C(metaclass=Meta):
    def __init__(self):
        self._value = 1

    @types.DynamicClassAttribute
    def value(self):
        """The value."""
        return self._value

    @value.setter
    def value(self, new):
        self._value = new

    @value.deleter
    def value(self):
        self._value = None


c = C()
print(c.value, C.value)
c.value = 2
print(c.value)
del c.value
print(c.value)
descriptor = vars(C)['value']
print(descriptor.__doc__, descriptor.fget.__name__, descriptor.fset.__name__, descriptor.fdel.__name__)
print(descriptor.overwrite_doc, descriptor.__isabstractmethod__)
changed = descriptor.getter(lambda self: 'other')
print(changed.__get__(c), changed is descriptor)


class D:
    @types.DynamicClassAttribute
    def only(self):
        return 1

    none = types.DynamicClassAttribute(doc='nothing')


d = D()
for bad in (lambda: D.only, lambda: setattr(d, 'only', 1), lambda: delattr(d, 'only'), lambda: d.none):
    try:
        print(bad())
    except AttributeError as error:
        print('AttributeError', error)
print(vars(D)['none'].__doc__)
