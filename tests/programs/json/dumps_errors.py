import json


def attempt(*args, **options):
    try:
        print(json.dumps(*args, **options))
    except Exception as error:
        print(type(error).__name__, error)


attempt({1, 2})
attempt([1, {'a': object()}])
attempt(b'x')
attempt(1j)
attempt({(1, 2): 3})
attempt({b'x': 3})
attempt({'b': 1, 2: 2}, sort_keys=True)
attempt([float('nan')], allow_nan=False, indent=1)
cyclic = [1]
cyclic.append(cyclic)
attempt(cyclic)
d = {}
d['d'] = [d]
attempt(d)
attempt(d, indent=1)
attempt([cyclic[:1], cyclic[:1]])
shared = [1]
attempt([shared, shared, {'a': shared, 'b': shared}])
attempt([1], separators=(',',))
attempt([1], separators=5)
attempt([1, 2], indent=1.5)
attempt(cyclic[:1])
attempt(d, default=lambda o: 1)
