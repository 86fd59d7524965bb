from collections import deque

d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, len(d), d.pop(), d.popleft(), list(d), bool(d), bool(deque()))
d.extend('ab')
d.extendleft('xy')
print(d, d[0], d[-1], 'a' in d, d.count('a'), d.index(3))
try:
    deque().pop()
except IndexError as error:
    print(error)
try:
    deque().popleft()
except IndexError as error:
    print(error)
queue = deque()
total = 0
for i in range(1000):
    queue.append(i)
    if i % 3 == 0:
        total += queue.popleft()
while queue:
    total += queue.pop()
    if queue:
        total -= queue.popleft()
print(total)
left = deque()
for i in range(500):
    left.appendleft(i)
print(left[0], left[-1], left[250], sum(left))
