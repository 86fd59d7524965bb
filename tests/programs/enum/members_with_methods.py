from enum import Enum
class Planet(Enum):
    MERCURY = (3.303e+23, 2.4397e6)
    EARTH = (5.976e+24, 6.37814e6)
    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius
    @property
    def surface_gravity(self):
        return 6.67300E-11 * self.mass / (self.radius * self.radius)
    @classmethod
    def heaviest(cls):
        return max(cls, key=lambda planet: planet.mass)
    @staticmethod
    def kind():
        return 'rock'
for planet in Planet:
    print(planet, planet.value, round(planet.surface_gravity, 3))
print(Planet.heaviest(), Planet.EARTH.kind(), Planet((5.976e+24, 6.37814e6)) is Planet.EARTH)
class Operation(Enum):
    ADD = '+'
    SUB = '-'
    def __call__(self, a, b):
        return a + b if self is Operation.ADD else a - b
    def __str__(self):
        return self.value
print(Operation.ADD(2, 3), Operation('-')(2, 3), Operation.ADD, [str(o) for o in Operation])
