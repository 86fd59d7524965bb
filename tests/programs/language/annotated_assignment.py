x: int = 5
y: 'str'
z: list[int] = [x]
print(x, z)
try:
    y
except NameError as error:
    print(error)
def f(a: int, b: 'x' = 2, *args: str, k: float = 1.0, **kw: dict) -> None:
    local: undefined_name = 3
    other: undefined_name
    return local
print(f(1))
(w): int = 9
d = {}
d['k']: int = 4
print(w, d)
