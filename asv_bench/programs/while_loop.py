# A while loop with several integer operations in a function.
# expect: 333302
def run(n):
    i = 0
    count = 0
    state = 1
    while i < n:
        state = (state * 1103 + 12345) % 65536
        if state & 1:
            count += 1
        elif state % 3 == 0:
            count += 1
        i += 1
    return count


run(500000)
