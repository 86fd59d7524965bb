# Dataclasses made, compared, sorted, replaced and turned into dicts.
# expect: (420, 2988, 744, 4455)
from dataclasses import asdict, dataclass, field, replace


@dataclass(order=True)
class Version:
    major: int
    minor: int
    patch: int = 0


@dataclass
class Package:
    name: str
    version: Version
    needs: list = field(default_factory=list)
    size: int = 0

    def __post_init__(self):
        self.key = f'{self.name}-{self.version.major}.{self.version.minor}'


@dataclass(frozen=True)
class Point:
    x: int
    y: int

    def moved(self, dx, dy):
        return Point(self.x + dx, self.y + dy)


def run(n):
    packages = []
    for i in range(n):
        package = Package(f'p{i % 20}', Version(i % 3, i % 7, i % 11), size=i)
        if packages:
            package.needs.append(packages[-1].name)
        packages.append(package)
    packages.sort(key=lambda package: (package.version, package.name))
    newest = max(package.version for package in packages)
    newer = [replace(package, version=newest) for package in packages if package.version != newest]
    keys = {package.key for package in packages}
    sizes = sum(asdict(package)['size'] for package in packages[::50])
    points = {Point(i % 10, i // 10 % 3): i for i in range(n)}
    point = Point(0, 0)
    for i in range(n):
        point = point.moved(1, i & 1)
    same = sum(a == b for a, b in zip(packages, newer))
    return len(keys), len(newer), sizes % 1500 + same, point.x + point.y + len(points) - 75


run(3000)
