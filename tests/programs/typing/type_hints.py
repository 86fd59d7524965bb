from __future__ import annotations

from typing import Annotated, List, Optional, Union, get_type_hints


class Node:
    value: int
    next: Optional[Node]
    names: List[str] = []

    def add(self, other: Node, weight: Union[int, None] = None) -> List[Node]:
        return [self, other]


class Leaf(Node):
    mark: Annotated[str, 'short']


def total(nodes: List[Node], scale: 'float' = 1.0) -> int | None:
    return None


names = {'Annotated': Annotated, 'List': List, 'Node': Node, 'Optional': Optional}
print(get_type_hints(Node, names))
print(get_type_hints(Node.add))
print(get_type_hints(Leaf, names), get_type_hints(Leaf, names, include_extras=True)['mark'])
print(get_type_hints(total))
