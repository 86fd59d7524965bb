# Loops within loops, at module level.
# expect: 1000000
count = 0
n = 100
for a in range(n):
    for b in range(n):
        for c in range(n):
            count += 1
count
