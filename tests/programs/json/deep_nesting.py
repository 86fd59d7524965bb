import json

for text in ('[' * 100000, '{"a":' * 100000, '[' * 100000 + ']' * 100000):
    try:
        json.loads(text)
    except RecursionError as error:
        print('RecursionError', str(error)[:32])
    try:
        json.loads(text, object_hook=len)
    except RecursionError as error:
        print('RecursionError', str(error)[:32])
print(len(json.dumps(json.loads('[' * 900 + ']' * 900))))
deep = []
for _ in range(100000):
    deep = [deep]
for options in ({}, {'indent': 1}, {'default': str}, {'check_circular': False}):
    try:
        json.dumps(deep, **options)
    except RecursionError as error:
        print('RecursionError', str(error)[:32])
cyclic = {}
cyclic['x'] = cyclic
try:
    json.dumps(cyclic, check_circular=False)
except RecursionError as error:
    print('RecursionError', str(error)[:32])
