x = 5
x += 2; x -= 1; x *= 3; x //= 2; x **= 2; x %= 50; x <<= 2; x >>= 1; x |= 1; x &= 0xff; x ^= 3; x /= 2
print(x)
l = [1, 2]
m = l
l += (3,)
l *= 2
print(l, m is l)
t = u = (1,)
t += (2,)
print(t, u)
s = 'a'
s += 'b'
s *= 3
print(s)
d = {'n': 1}
d['n'] += 5
d |= {'m': 2}
print(d)
l[0] += 10
l[-1] *= 2
l[1:2] += [7]
print(l)
st = {1, 2}
st |= {3}; st &= {2, 3}; st ^= {5}; st -= {2}
print(st)
