# Functions that keep state in closures, called through each other.
# expect: 48000600000
def make_counter(step):
    count = 0

    def increment():
        nonlocal count
        count += step
        return count

    return increment


def compose(f, g):
    return lambda x: f(g(x))


def run(n):
    counters = [make_counter(i) for i in range(5)]
    double_then_add = compose(lambda x: x + 3, lambda x: x * 2)
    total = 0
    for i in range(n):
        total += counters[i % 5]() + double_then_add(i)
    return total


run(200000)
