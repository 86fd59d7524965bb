"""With annotations as text the star is kept."""
from __future__ import annotations


def f(*args: *Ts, **others: int) -> None:
    pass


print(f.__annotations__)
