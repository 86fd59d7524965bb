a = 'ab'
print(a + 'c', a * 3, 3 * a, a * 0, a * -1, a * True, '' * 5, 'x' * 1, a + '\u1234', ('\u1234' * 3)[1:], '\xe9' * 2 + 'e')
text = ''
for n in range(1000):
    text += str(n)
print(len(text), text[:20], text[-10:])
other = text
text += '\u1234'
print(len(text), len(other), text[-1] == '\u1234', other[-1])
text += text
print(len(text), text[len(other)] == '\u1234')
for n in range(5):
    text = text + 'x'
print(text[-6:] == '\u1234xxxxx', hash(text) == hash(text[:-1] + 'x'))
for attempt in (lambda: 'a' + 1, lambda: 1 + 'a', lambda: 'a' * 1.5, lambda: 1.5 * 'a', lambda: 'a' * 'b', lambda: 'a' + None, lambda: 'a' - 'b', lambda: 'a' * 2**70, lambda: 'ab' * (2**62 + 1), lambda: 'a' + b'b'):
    try:
        print(attempt())
    except (TypeError, OverflowError) as error:
        print(type(error).__name__, error)
