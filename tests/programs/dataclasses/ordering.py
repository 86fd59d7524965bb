from dataclasses import dataclass, field
@dataclass(order=True)
class Version:
    major: int
    minor: int = 0
    name: str = field(default='', compare=False)
versions = [Version(2, 1), Version(1, 5, 'b'), Version(1, 5, 'a'), Version(0, 9)]
print(sorted(versions))
print(Version(1) < Version(1, 1), Version(1) <= Version(1), Version(2) > Version(1, 9), Version(1) >= Version(1, 1), max(versions))
try:
    Version(1) < 5
except TypeError as error:
    print(error)
