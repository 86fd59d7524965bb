from enum import Enum, IntEnum, Flag
Animal = Enum('Animal', 'ANT BEE CAT')
print(list(Animal), Animal.BEE.value, Animal)
print(list(Enum('P', [('X', 5), ('Y', 6)])), list(IntEnum('N', ['A', 'B'], start=10)), list(Enum('D', {'k': 'v'})), list(Flag('F', 'A B C')))
Typed = Enum('Typed', 'A B', type=str, module='somewhere', qualname='Outer.Typed')
print(Typed.__module__, Typed.__qualname__, isinstance(Typed.A, str))
