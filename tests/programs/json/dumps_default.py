import json


def default(value):
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    if isinstance(value, complex):
        return {'re': value.real, 'im': value.imag}
    raise TypeError(f'cannot do {type(value).__name__}')


print(json.dumps({'s': {3, 1, 2}, 'c': [1j, {'deep': frozenset([4])}], 'n': 1.5, 't': (True, None, 'é')}, default=default))
print(json.dumps([{1}], default=default, indent=2))
print(json.dumps([{'b': {1}, 'a': []}, {}], default=default, indent=' ', sort_keys=True, ensure_ascii=False))
print(json.dumps({(1,): 1, 'x': {2}, 3: 4}, default=default, skipkeys=True, separators=(';', '=')))
for value in (b'x', [1, bytearray(b'y')]):
    try:
        print(json.dumps(value, default=default))
    except TypeError as error:
        print(error)
try:
    json.dumps({1}, default=lambda value: value)
except ValueError as error:
    print(error)
try:
    json.dumps({1}, default=lambda value: [value])
except ValueError as error:
    print(error)
print(json.dumps({1}, default=str), json.dumps([range(3)], default=list), json.dumps({'a': float('nan'), 'b': {5}}, default=list))
