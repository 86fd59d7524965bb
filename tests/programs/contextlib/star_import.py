# Names that only a class body uses come from a star import too.
from contextlib import *


class A:
    x = ExitStack

    def f(self):
        return suppress


print(A.x.__name__, A().f().__name__)
