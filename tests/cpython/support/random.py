"""Pseudo-random numbers for tests that shuffle; the same in every run. Not the sequence of CPython's module."""


class Random:
    def __init__(self, seed=1):
        self.seed(seed)

    def seed(self, seed=None):
        self.state = (hash(seed) ^ 0x5DEECE66D) & (2**64 - 1)

    def _next(self):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & (2**64 - 1)
        return self.state >> 11

    def random(self):
        return self._next() / 2**53

    def getrandbits(self, bits):
        value = 0
        for _ in range(0, bits, 32):
            value = value << 32 | self._next() >> 21
        return value & ((1 << bits) - 1)

    def randrange(self, start, stop=None, step=1):
        if stop is None:
            start, stop = 0, start
        choices = (stop - start + step - 1) // step
        return start + step * (self.getrandbits(64 + choices.bit_length()) % choices)

    def randint(self, first, last):
        return self.randrange(first, last + 1)

    def choice(self, sequence):
        return sequence[self.randrange(len(sequence))]

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def gauss(self, mean=0.0, deviation=1.0):
        return mean + deviation * (sum([self.random() for _ in range(12)]) - 6)

    def shuffle(self, items):
        for last in range(len(items) - 1, 0, -1):
            other = self.randrange(last + 1)
            items[last], items[other] = items[other], items[last]

    def sample(self, population, k):
        items = list(population)
        self.shuffle(items)
        return items[:k]


_shared = Random()
random = _shared.random
seed = _shared.seed
getrandbits = _shared.getrandbits
randrange = _shared.randrange
randint = _shared.randint
choice = _shared.choice
uniform = _shared.uniform
gauss = _shared.gauss
shuffle = _shared.shuffle
sample = _shared.sample
