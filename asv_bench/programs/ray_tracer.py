# Spheres over a floor, traced with small vector objects whose operators are methods.
# expect: 833403
import math


class Vector:
    __slots__ = ('x', 'y', 'z')

    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    def __neg__(self):
        return Vector(-self.x, -self.y, -self.z)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def unit(self):
        return self * (1.0 / math.sqrt(self.dot(self)))

    def reflected(self, normal):
        return self - normal * (2.0 * self.dot(normal))


class Ray:
    def __init__(self, origin, direction):
        self.origin = origin
        self.direction = direction

    def at(self, distance):
        return self.origin + self.direction * distance


class Sphere:
    def __init__(self, centre, radius, colour, mirror):
        self.centre = centre
        self.radius = radius
        self.colour = colour
        self.mirror = mirror

    def hit(self, ray):
        to_centre = self.centre - ray.origin
        along = to_centre.dot(ray.direction)
        inside = self.radius * self.radius - to_centre.dot(to_centre) + along * along
        if inside < 0.0:
            return None
        distance = along - math.sqrt(inside)
        return distance if distance > 1e-6 else None

    def normal(self, point):
        return (point - self.centre).unit()


class Floor:
    def __init__(self, height, colour, mirror):
        self.height = height
        self.colour = colour
        self.mirror = mirror

    def hit(self, ray):
        if ray.direction.y > -1e-6:
            return None
        distance = (self.height - ray.origin.y) / ray.direction.y
        return distance if distance > 1e-6 else None

    def normal(self, point):
        return Vector(0.0, 1.0, 0.0)


class Scene:
    def __init__(self, things, light):
        self.things = things
        self.light = light

    def nearest(self, ray):
        best, found = None, None
        for thing in self.things:
            distance = thing.hit(ray)
            if distance is not None and (best is None or distance < best):
                best, found = distance, thing
        return best, found

    def colour(self, ray, depth):
        distance, thing = self.nearest(ray)
        if thing is None:
            return Vector(0.2, 0.3, 0.5)
        point = ray.at(distance)
        normal = thing.normal(point)
        to_light = (self.light - point).unit()
        brightness = max(normal.dot(to_light), 0.0)
        if brightness and self.nearest(Ray(point, to_light))[1] is not None:
            brightness = 0.0
        result = thing.colour * (0.2 + 0.8 * brightness)
        if thing.mirror and depth:
            direction = ray.direction.reflected(normal).unit()
            result = result * (1.0 - thing.mirror) + self.colour(Ray(point, direction), depth - 1) * thing.mirror
        return result


def render(width, height):
    things = [Sphere(Vector(i * 1.6 - 2.4, 0.0, 5.0 + i % 2), 0.8, Vector(1.0, 0.2 * i, 0.4), 0.3) for i in range(4)]
    things.append(Floor(-1.0, Vector(0.6, 0.6, 0.6), 0.2))
    scene = Scene(things, Vector(5.0, 6.0, -2.0))
    eye = Vector(0.0, 0.5, -2.0)
    total = 0
    for row in range(height):
        for column in range(width):
            direction = Vector(column / width - 0.5, 0.5 - row / height, 1.0).unit()
            colour = scene.colour(Ray(eye, direction), 3)
            for part in (colour.x, colour.y, colour.z):
                total += int(min(part, 1.0) * 255)
    return total


render(64, 48)
