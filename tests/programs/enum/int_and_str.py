from enum import IntEnum, StrEnum, Enum, auto
class Level(IntEnum):
    LOW = 1
    HIGH = 10
print(Level.LOW < Level.HIGH, Level.LOW + 1, Level.HIGH == 10, repr(Level.LOW), str(Level.LOW), f'{Level.HIGH:>5}', [10, 20][Level.LOW])
print(sorted([Level.HIGH, Level.LOW]), int(Level.HIGH), Level(10), isinstance(Level.LOW, int), max(Level), {1: 'a'}[Level.LOW])
class Mode(StrEnum):
    READ = 'r'
    WRITE = auto()
print(Mode.READ == 'r', Mode.WRITE, repr(Mode.WRITE), Mode.READ.upper(), f'{Mode.READ}', Mode('write'), ','.join(Mode))
class Mixed(str, Enum):
    A = 'a'
    B = 'b'
print(Mixed.A == 'a', repr(Mixed.A), Mixed.A.value, Mixed('b'), Mixed.A.upper(), {'a': 1}[Mixed.A])
try:
    class Bad(StrEnum):
        X = 5
except TypeError as error:
    print(error)
