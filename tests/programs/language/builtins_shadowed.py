def f(list, str=5):
    return list, str
print(f([1]))
len = 5
print(len)
del len
print(len('abc'))
for print_it in [print]:
    print_it('alias')
sum = lambda x: 'mine'
print(sum([1]))
def g():
    max = 3
    return max
print(g(), max(1, 2))
