import json

for text in ('', ' ', '[', '[1', '[1,', '[1 2]', '{', '{"a"', '{"a":', '{"a":1', '{"a" 1}', '{a:1}', '{"a":1 "b"}', '1 2', 'nul',
             'tru', '+1', '01', '1.', '.5', '-', '"', '"abc', '"\\', '"\\x"', '"\\u12"', '"\\u12g4"', '"\\ud83d\\u12"', '"a\nb"',
             "'a'", '[1]]', '\n\n  [1,\n  x]', '\ufeff1', '{"a": undefined}', 'NaNa', '[1}', '{"a":1]', '"\x00"', '\u20ac'):
    try:
        print(json.loads(text))
    except json.JSONDecodeError as error:
        print(repr(text), error, error.msg, error.pos, error.lineno, error.colno, error.doc == text)
for value in (1, None, [], {}):
    try:
        json.loads(value)
    except TypeError as error:
        print(error)
try:
    json.loads('[1')
except ValueError as error:
    print(type(error).__name__, isinstance(error, json.JSONDecodeError), error.args, type(error).__module__)
error = json.JSONDecodeError('bad', 'line\nother', 7)
print(error, error.lineno, error.colno, error.msg, repr(error))
