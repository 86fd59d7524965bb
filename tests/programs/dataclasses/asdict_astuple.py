from dataclasses import dataclass, asdict, astuple, field
from typing import List, Dict
@dataclass
class Item:
    name: str
    price: float
@dataclass
class Order:
    items: List[Item]
    notes: Dict[str, Item] = field(default_factory=dict)
    pair: tuple = ()
order = Order([Item('a', 1.5), Item('b', 2.0)], {'x': Item('c', 3.0)}, (Item('d', 4.0), 5))
print(asdict(order))
print(astuple(order))
copied = asdict(order)
copied['items'][0]['name'] = 'changed'
print(order.items[0])
print(asdict(Item('q', 1), dict_factory=lambda pairs: sorted(pairs)), astuple(Item('q', 1), tuple_factory=list))
