# What int() and float() refuse may be of a class with a __repr__ written in Python, as may the name of a type.
import typing


class Text(str):
    def __repr__(self):
        return 'shown'


class Data(bytes):
    def __repr__(self):
        return 'shown'


for make in (lambda: int(Text('abc')), lambda: int(Text('abc'), 5), lambda: int(Data(b'abc')), lambda: float(Text('abc')),
             lambda: float(Data(b'abc')), lambda: complex(Text('abc'))):
    try:
        make()
    except ValueError as error:
        print(type(error).__name__)
print(typing.Optional[Text('name')], typing.List[Text('name')], list[Text('name')])
