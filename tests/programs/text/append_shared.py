# A string that grows in place must not change what somebody else holds.
def grow(text):
    text += '!'
    return text


start = 'abc' * 10
kept = [start]
start += 'x'
print(kept[0], start)
table = {start: 1}
start += 'y'
print(list(table), start, table.get(start), table.get(start[:-1]))
print(grow(start), start)
first = second = 'q' * 20
second += 'r'
print(first, second)
parts = ['a' * 20, 'b' * 20]
parts[0] += 'c'
print(parts)
word = 'w' * 20
f = lambda: word
word += 'z'
print(f(), word)
pair = ('t' * 20,)
copy = pair[0]
copy += 'u'
print(pair, copy)
