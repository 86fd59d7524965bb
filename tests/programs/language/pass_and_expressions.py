pass
1
'string'
...
[1, 2]
def f():
    pass
    ...
print(f())
def g():
    5
print(g())
(1, 2)[0]
