a = b and c or not d
e = 1 < a <= 2.5
if a is None or b not in c:
    e = a if b else c
assert e, 'no'
