import json

value = {'a': [1, 2.5, None, True, False, 'x"\\\n\u00e9\u20ac\U0001F600\x7f\x00'], 'b': {}, 'c': [], 'd': (1, (2,)), 'e': {'f': {}}}
print(json.dumps(value))
print(json.dumps(value, indent=2))
print(json.dumps(value, indent='\t', ensure_ascii=False))
print(json.dumps(value, separators=(',', ':')), json.dumps(value, indent=0, sort_keys=True))
print(json.dumps({1: 1, 2.5: 2, None: 3, True: 4, 'k': 5, 10**20: 6}), json.dumps({'b': 1, 'a': {'d': 1, 'c': 2}}, sort_keys=True))
print(json.dumps([float('nan'), float('inf'), -float('inf'), 1e100, -0.0, 0.1, 1e-7, 10**30, -5]))
print(json.dumps('x'), json.dumps(1), json.dumps(None), json.dumps([]), json.dumps({}, indent=4), json.dumps([[]], indent=1))
print(json.dumps({(1, 2): 3, 'a': 4}, skipkeys=True), json.dumps({(1, 2): 3}, skipkeys=True, indent=1))
print(json.loads(json.dumps(value)) == {**value, 'd': [1, [2]]})
