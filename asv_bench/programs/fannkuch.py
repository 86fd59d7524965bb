# Permutations in a list: slices, subscripts, while loops.
# expect: (1616, 22)
def fannkuch(n):
    permutation = list(range(n))
    counts = [0] * n
    flips_most = 0
    checksum = 0
    sign = 1
    r = n
    while True:
        while r != 1:
            counts[r - 1] = r
            r -= 1
        first = permutation[0]
        if first:
            work = permutation[:]
            flips = 0
            while first:
                work[: first + 1] = work[first::-1]
                flips += 1
                first = work[0]
            if flips > flips_most:
                flips_most = flips
            checksum += sign * flips
        while True:
            if r == n:
                return checksum, flips_most
            moved = permutation[0]
            for i in range(r):
                permutation[i] = permutation[i + 1]
            permutation[r] = moved
            counts[r] -= 1
            if counts[r] > 0:
                break
            r += 1
        sign = -sign


fannkuch(8)
