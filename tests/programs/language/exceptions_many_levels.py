def level(n):
    if n == 0:
        raise LookupError('deep')
    try:
        level(n - 1)
    except KeyError:
        print('never')
    finally:
        trail.append(n)
trail = []
try:
    level(6)
except LookupError as error:
    print(error, trail)
def restore(n):
    try:
        return 10 // n
    except ZeroDivisionError:
        try:
            return restore(n + 1)
        finally:
            trail.append('restored')
print(restore(0), trail[-1])
