def rotate(values):
    return values[3:] + values[:3]

samples = [
    [5, -1, 2 ** 62, -2 ** 63, 0, 3], [2 ** 70, -2 ** 70, 5, 0, -1], [1.5, -0.0, 0.0, float('inf'), -2.5, 1e300], [True, False, 2, 0, 1], [1, 0.5, True, 2 ** 60, -1.5],
    ['b', 'a', '', 'ab', 'é', 'z', 'aé'], ['\u1234', 'a', '\U0001f600', '\uffff', 'ab'], ['prefix1', 'prefix2', 'prefix', 'pre', 'prefix11'], [(1, 'b'), (1, 'a'), (0,), (), (1,)], [[2], [1, 2], [1], []],
    [(1, [2]), (1, [1])], [('a', 2.5), ('a', 1)], [2 ** 53, 2.0 ** 53, 2 ** 53 + 1, 1], [[], []],
]
for sample in samples:
    for values in (sample, rotate(sample), sample[::-1], sample * 3, sample * 20):
        print(sorted(values), sorted(values, reverse=True))
