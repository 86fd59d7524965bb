# Exceptions raised and caught in a loop.
# expect: (833366667, 16667, 49999)
def check(value):
    if value % 3 == 0:
        raise ValueError(f'bad value {value}')
    return value


def run(n):
    good = 0
    bad = 0
    missing = 0
    table = {1: 'one'}
    for i in range(n):
        try:
            good += check(i)
        except ValueError:
            bad += 1
        try:
            table[i]
        except KeyError as error:
            missing += len(error.args)
        finally:
            good += 1
    return good, bad, missing


run(50000)
