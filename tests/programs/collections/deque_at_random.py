# A long series of operations in every mixture, against a plain list.
from collections import deque


def numbers(seed):
    while True:
        seed = seed * 1103515245 + 12345 & 0x7FFFFFFF
        yield seed >> 8


def run(seed, steps, maxlen):
    random = numbers(seed)
    d = deque(maxlen=maxlen)
    model = []

    def cut(left):
        if maxlen is not None and len(model) > maxlen:
            if left:
                del model[:len(model) - maxlen]
            else:
                del model[maxlen:]

    for step in range(steps):
        kind = next(random) % 14
        # It grows for a while, then it shrinks.
        if step // 400 % 2 and kind < 4:
            kind += 4
        if kind < 2:
            d.append(step)
            model.append(step)
            cut(True)
        elif kind < 4:
            d.appendleft(step)
            model.insert(0, step)
            cut(False)
        elif kind < 6 and model:
            assert d.pop() == model.pop()
        elif kind < 8 and model:
            assert d.popleft() == model.pop(0)
        elif kind == 8:
            n = next(random) % 15 - 7
            d.rotate(n)
            if model:
                n %= len(model)
                model[:] = model[-n:] + model[:-n] if n else model
        elif kind == 9:
            new = list(range(next(random) % 9))
            d.extend(new)
            model.extend(new)
            cut(True)
        elif kind == 10:
            new = list(range(next(random) % 9))
            d.extendleft(iter(new))
            model[:0] = new[::-1]
            cut(False)
        elif kind == 11 and model:
            place = next(random) % len(model)
            del d[place]
            del model[place]
        elif kind == 12:
            place = next(random) % (len(model) + 5) - 2
            if maxlen is None or len(model) < maxlen:
                d.insert(place, step)
                model.insert(place, step)
        elif kind == 13 and model:
            place = next(random) % len(model)
            d[place] = step
            model[place] = step
        if step % 50 == 0:
            assert list(d) == model, (step, d, model)
            assert list(reversed(d)) == model[::-1]
    assert list(d) == model and len(d) == len(model)
    d.reverse()
    assert list(d) == model[::-1]
    return len(d), sum(d)


for seed in range(6):
    for maxlen in (None, 0, 1, 2, 7, 40):
        print(seed, maxlen, run(seed, 1200, maxlen))
d = deque(range(1000))
for i in range(100_000):
    d.append(d.popleft())
for i in range(100_000):
    d.appendleft(d.pop())
print(list(d) == list(range(1000)), d[0], d[-1])
while d:
    d.popleft()
d.append(1)
print(d)
