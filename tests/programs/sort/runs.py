for n in (0, 1, 2, 33, 64, 65, 300):
    ascending = list(range(n))
    shuffled = [i * 7919 % (n + 1) for i in range(n)]
    shapes = [ascending, ascending[::-1], shuffled, ascending[n // 2:] + ascending[:n // 2], ascending + shuffled[:5], [i % 3 for i in ascending], [-i if i % 2 else i for i in ascending]]
    for shape in shapes:
        for convert in (int, float, str, lambda x: 'some longer prefix' + str(x), lambda x: (x % 5, x), lambda x: [str(x % 3), x], lambda x: 2 ** 70 + x):
            values = [convert(x) for x in shape]
            once = sorted(values)
            assert once == sorted(values[::-1]), (n, values)
            assert all(not b < a for a, b in zip(once, once[1:])), (n, values)
            back = sorted(values, reverse=True)
            assert back == once[::-1], (n, values)
            keyed = sorted(range(len(values)), key=lambda i: values[i])
            assert [values[i] for i in keyed] == once
            assert all(i < j for i, j in zip(keyed, keyed[1:]) if values[i] == values[j])
print('done')
