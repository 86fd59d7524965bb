u = int | str
print(u, u | None, None | int, list[int] | None, int | list[str] | dict, type(u), type(u).__name__)
print(u == (str | int), u == (int | None), hash(u) == hash(str | int), u.__args__, (int | None).__args__)
print(int | int, int | str | int, (int | str) | (str | float), (u | None) | u)
print(isinstance(1, u), isinstance(None, int | None), isinstance(1.5, u), isinstance([], u | list), issubclass(bool, u))
print(isinstance(1, (u, list)), isinstance([], (u, list)), {u: 1}[str | int])
for action in (lambda: int | 5, lambda: 'a' | int, lambda: None | None, lambda: int & str, lambda: isinstance(1.5, int | list[int]), lambda: u(), lambda: u[int]):
    try:
        print(action())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
def f(x: int | None = None, *rest: list[int] | str) -> dict[str, int | None]:
    return x
print(f.__annotations__)
