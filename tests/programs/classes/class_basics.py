class Animal:
    """An animal."""
    count = 0
    def __init__(self, name, sound='...'):
        self.name = name
        self.sound = sound
        Animal.count += 1
    def speak(self):
        return f'{self.name} says {self.sound}'
    def __repr__(self):
        return f'{type(self).__name__}({self.name!r})'
    @property
    def upper(self):
        return self.name.upper()
    @upper.setter
    def upper(self, value):
        self.name = value.lower()
    @classmethod
    def make(cls, name):
        return cls(name)
    @staticmethod
    def helper(x):
        return x + 1
class Dog(Animal):
    def __init__(self, name):
        super().__init__(name, 'woof')
    def speak(self):
        return super().speak() + '!'
d = Dog('Rex')
print(d.speak(), d, Animal.count, d.upper, Dog.make('Bo'), Dog.helper(2), Animal.__doc__)
d.upper = 'MAX'
print(d.name, d.__dict__, isinstance(d, Animal), issubclass(Dog, Animal))
