# A least-recently-used cache: a dict over a doubly linked list, in plain Python.
# expect: (70044, 29956, 512)
class Link:
    __slots__ = ('key', 'value', 'before', 'after')

    def __init__(self, key=None, value=None):
        self.key = key
        self.value = value
        self.before = self.after = self


class Cache:
    def __init__(self, size):
        self.size = size
        self.links = {}
        self.root = Link()
        self.hits = 0
        self.misses = 0

    def __len__(self):
        return len(self.links)

    def __contains__(self, key):
        return key in self.links

    def __getitem__(self, key):
        link = self.links[key]
        self._unlink(link)
        self._push(link)
        return link.value

    def __setitem__(self, key, value):
        link = self.links.get(key)
        if link is None:
            if len(self.links) >= self.size:
                oldest = self.root.after
                self._unlink(oldest)
                del self.links[oldest.key]
            link = self.links[key] = Link(key, value)
        else:
            link.value = value
            self._unlink(link)
        self._push(link)

    def _unlink(self, link):
        link.before.after = link.after
        link.after.before = link.before

    def _push(self, link):
        last = self.root.before
        last.after = self.root.before = link
        link.before = last
        link.after = self.root


def run(n):
    cache = Cache(512)
    state = 1
    for _ in range(n):
        state = state * 1103515245 + 12345 & 0x7fffffff
        key = (state >> 8) % 1024 if state & 0x40000 else (state >> 8) % 256
        if key in cache:
            cache.hits += 1
            assert cache[key] == key * key
        else:
            cache.misses += 1
            cache[key] = key * key
    return cache.hits, cache.misses, len(cache)


run(100000)
