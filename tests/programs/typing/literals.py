from typing import Annotated, Literal, get_args

print(Literal[1, 2, 1], Literal[Literal[1, 2], 3], Literal[1] == Literal[True], Literal[1, 2] == Literal[2, 1])
print(hash(Literal['a', 'b']) == hash(Literal['b', 'a']), get_args(Literal[0, False]))
print(Annotated[Annotated[int, 1], 2], Annotated[int, 'x'].__metadata__)
print(len({Literal[1], Literal[True], Literal[1.0]}))
