# Records dumped to JSON text and loaded again.
# expect: (3, 729900, 23102)
import json

rows = [
    {'id': i, 'name': f'item {i}', 'price': i * 1.25, 'tags': ['a', 'b', str(i)], 'stock': None if i % 3 else i,
     'active': i % 2 == 0, 'nested': {'x': i, 'text': 'quote " and é'}}
    for i in range(1500)
]
same = 0
size = 0
for _ in range(3):
    text = json.dumps(rows)
    size += len(text)
    loaded = json.loads(text)
    same += loaded == rows
(same, size, len(json.dumps(rows[:100], indent=2, sort_keys=True)))
