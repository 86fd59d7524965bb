from functools import update_wrapper, wraps


def logged(function):
    @wraps(function)
    def inner(*args, **keywords):
        """Inner."""
        print('call', function.__name__)
        return function(*args, **keywords)
    return inner


@logged
def add(a: int, b: int = 2) -> int:
    """Adds."""
    return a + b


add.tag = 1
print(add(1), add.__name__, add.__doc__, add.__qualname__, add.__wrapped__(1, 1), add.__annotations__)
again = logged(add)
print(again.tag, again.__wrapped__ is add)


class Callable:
    def __call__(self):
        return 1


print(update_wrapper(Callable(), add).__name__)
