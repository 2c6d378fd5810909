"""A cache that forgets what was not used for longest."""


class LruCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.entries = {}
        self.hits = 0
        self.misses = 0

    def get(self, key):
        if key not in self.entries:
            self.misses += 1
            return None
        value = self.entries.pop(key)
        self.entries[key] = value
        self.hits += 1
        return value

    def set(self, key, value):
        if key in self.entries:
            del self.entries[key]
        elif len(self.entries) >= self.capacity:
            oldest = next(iter(self.entries))
            del self.entries[oldest]
        self.entries[key] = value


cache = LruCache(500)
seed = 7
total = 0
for _ in range(40000):
    seed = seed * 16807 % 2147483647
    key = seed % 1000
    known = cache.get(key)
    if known is None:
        cache.set(key, key * 2)
    else:
        total += known
print(cache.hits, cache.misses, total)
