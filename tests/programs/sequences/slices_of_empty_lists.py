empty = []
print(empty[::-1], empty[:], empty[5:], empty[-3:2], empty[::7], empty[10:0:-2], empty[-1::-1])
other = [1, 2]
other.clear()
print(other[::-1], other[::2])
del other[::-1], empty[::2]
other[::-1] = []
print(empty, other, [1, 2, 3][1:1:-1])
