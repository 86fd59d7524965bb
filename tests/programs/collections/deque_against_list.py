# Many operations at the ends, against a list.
from collections import deque
state = 12345
def rnd(n):
    global state
    state = (state * 1103515245 + 12345) % 2147483648
    return (state >> 8) % n
for maxlen in (None, 0, 1, 5, 100):
    d = deque(maxlen=maxlen); m = []
    bias = 0
    for step in range(6000):
        if step % 1000 == 0: bias = rnd(6)
        op = rnd(8)
        if op >= 6: op = bias
        v = str(step)
        if op == 0:
            d.append(v); m.append(v)
            if maxlen is not None and len(m) > maxlen: m.pop(0)
        elif op == 1:
            d.appendleft(v)
            m.insert(0, v)
            if maxlen is not None and len(m) > maxlen: m.pop()
        elif op == 2 and m:
            assert d.pop() == m.pop()
        elif op == 3 and m:
            assert d.popleft() == m.pop(0)
        elif op == 4:
            k = rnd(11) - 5
            d.rotate(k)
            if m:
                k %= len(m)
                m = m[-k:] + m[:-k] if k else m
        elif op == 5 and m:
            i = rnd(len(m)); d[i] = v; m[i] = v
        if step % 97 == 0: assert list(d) == m and len(d) == len(m), (step, op)
    print(maxlen, len(d), list(d)[:5])
q = deque()
for i in range(20000): q.append([i])
t = 0
while q:
    t += q.popleft()[0]
    if t % 3 == 0: q.append([1])
print(t)
for bad in (lambda: deque.append(5, 1), lambda: deque.popleft([]), lambda: deque().pop(), lambda: deque().popleft()):
    try: bad()
    except (TypeError, IndexError) as e: print(type(e).__name__)
