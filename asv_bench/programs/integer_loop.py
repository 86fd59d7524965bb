# A loop over a range with integer arithmetic, at module level as agents write it.
# expect: 499999500000
total = 0
for i in range(1000000):
    total += i
total
