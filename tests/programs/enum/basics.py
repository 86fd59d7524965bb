from enum import Enum, auto, unique
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1
print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color['BLUE'])
print(list(Color), len(Color), Color.CRIMSON is Color.RED, list(Color.__members__))
print(Color.RED == Color.RED, Color.RED == 1, Color.RED != Color.GREEN, Color.RED in Color, isinstance(Color.RED, Color))
print({Color.RED: 'r'}[Color.CRIMSON], type(Color.RED), Color, f'{Color.RED}', str(Color.GREEN), '%s' % Color.BLUE)
for action in (lambda: Color(7), lambda: Color['PINK'], lambda: setattr(Color, 'RED', 5), lambda: Color.RED < Color.BLUE,
               lambda: delattr(Color, 'RED')):
    try:
        action()
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        print(type(error).__name__, error)
class Step(Enum):
    A = auto()
    B = auto()
    C = 10
    D = auto()
print([(s.name, s.value) for s in Step], list(reversed(Step)))
