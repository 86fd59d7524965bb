import json

text = '{"a": {"b": [1, 2.5, NaN]}, "c": [{}, {"d": -7}]}'
print(json.loads(text, object_hook=lambda d: sorted(d)))
print(json.loads(text, object_pairs_hook=lambda pairs: ('pairs', pairs), parse_constant=lambda name: name))
print(json.loads('[1, 2.0, 1e3, -4, Infinity]', parse_int=lambda s: s + 'i', parse_float=lambda s: s + 'f',
                 parse_constant=lambda s: '<' + s + '>'))
print(json.loads('[1.5]', parse_float=str), json.loads('[15]', parse_int=float))
calls = []


def hook(found):
    calls.append(found)
    return len(calls)


try:
    json.loads('[{"a": 1}, {"b": {"c": 2}}, oops]', object_hook=hook)
except ValueError as error:
    print(error, calls)


def failing(found):
    raise KeyError('hook')


try:
    json.loads('[{}]', object_hook=failing)
except KeyError as error:
    print(error)
