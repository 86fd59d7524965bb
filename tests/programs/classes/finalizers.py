# __del__ runs once, soon after the last reference is gone, and at the end of the program.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('gone', self.name)


def local():
    noisy = Noisy('local')
    return 5


print(local())
noisy = Noisy('deleted')
del noisy
print('after del')
noisy = Noisy('replaced')
noisy = None
print('after None')
pair = [Noisy('in a list')]
pair.clear()
print('after clear')
cycle = Noisy('cycle')
cycle.own = cycle

saved = []


class Back:
    def __del__(self):
        saved.append(self)
        print('saved')


Back()
print(len(saved))
saved.clear()
print(len(saved))


class Raises:
    def __del__(self):
        raise ValueError


Raises()


class Numbers(list):
    def __del__(self):
        print('list of', len(self))


Numbers([1, 2])
for i in range(3):
    Noisy(i)


class Child(Noisy):
    pass


Child('child')


class Late:
    pass


late = Late()
Late.__del__ = lambda self: print('late')
del late
print('end')
del cycle.own
del cycle
