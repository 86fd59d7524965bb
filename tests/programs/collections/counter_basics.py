from collections import Counter

words = Counter('mississippi')
print(words, words['s'], words['z'], 'z' in words, len(words))
print(words.most_common(2), words.most_common(), words.most_common(1), words.most_common(0))
print(sorted(words.elements()))
words.update('misty')
words.update({'m': 10}, x=3)
print(words, words.total())
words.subtract('mmm', s=1)
print(words)
del words['nothing']
del words['m']
print(words, repr(Counter()), Counter(a=2, b=1), Counter({'k': 5}))
try:
    Counter.fromkeys('ab')
except NotImplementedError as error:
    print(error)
print(Counter([1, 2.0, 1.0, True]))
print(type(words.copy()), words.copy() == words, isinstance(words, dict))
