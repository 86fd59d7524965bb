from dataclasses import dataclass, field, InitVar
from typing import ClassVar
@dataclass
class C:
    x: int
    factor: InitVar[int]
    scale: InitVar[int] = 10
    y: int = field(init=False)
    z: list = field(init=False, default_factory=list)
    count: ClassVar[int] = 0
    def __post_init__(self, factor, scale):
        self.y = self.x * factor * scale
        C.count += 1
print(C(2, 3), C(2, 3, scale=1), C.count, C.scale, InitVar[int], InitVar)
class Base:
    def __init__(self, name):
        self.name = name
@dataclass
class D(Base):
    size: int = 1
    def __post_init__(self):
        super().__init__(f'size {self.size}')
print(D(5).name, D(5))
