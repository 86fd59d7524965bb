def gen(name):
    try:
        yield 1
        yield 2
    finally:
        print('cleanup', name)
for x in gen('a'):
    break
print('after a')
g = gen('b'); next(g); del g
print('after b')
g = gen('c'); next(g); g = None
print('after c')
def f():
    g = gen('d'); next(g)
f()
print('after d')
g = gen('never started'); del g
def cyc():
    l = []
    def inner():
        try:
            yield l
        finally: print('cycle')
    g = inner(); l.append(g); next(g)
def nested():
    try: yield from gen('e')
    finally: print('outer e')
g = nested(); next(g); g = None
print('after e')
def raising():
    try: yield 1
    finally: print('raising')
g = raising(); next(g); 
x = next(gen('temp'))
print('after temp', x)
def h():
    for x in gen('ret'):
        return x
print(h())
def k():
    for x in gen('exc'):
        raise ValueError
try: k()
except ValueError: print('ve')
log = []
def lg():
    try: yield
    finally: log.append(1)
g = lg(); next(g); g = 5; log.append(2)
print(log)
l = [gen(i) for i in range(3)]
for i in l: next(i)
i = None
l.clear()
print('cleared')
g = gen('last'); next(g); g = None
