from collections import UserDict, UserList, UserString


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


d = Lower(A=1)
d['B'] = 2
d.update(C=3)
print(d, d['b'], 'c' in d, len(d), sorted(d), d.data, d == {'a': 1, 'b': 2, 'c': 3})


class Doubled(UserList):
    def append(self, item):
        super().append(item * 2)


numbers = Doubled([1])
numbers.append(5)
numbers += [7]
print(numbers, numbers[0], numbers[1:], len(numbers), numbers == [1, 10, 7], type(numbers + [1]).__name__)
s = UserString('hello')
print(s.upper(), s + ' world', s[1:3], len(s), 'ell' in s, s == 'hello', isinstance(s.upper(), UserString))
