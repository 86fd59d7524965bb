import operator as op

print(op.add(1, 2), op.sub(5, 3), op.mul(3, 4), op.truediv(1, 4), op.floordiv(7, 2), op.mod(7, 3), op.pow(2, 8))
print(op.and_(6, 3), op.or_(6, 3), op.xor(6, 3), op.lshift(1, 4), op.rshift(32, 2), op.inv(5), op.neg(5), op.pos(-5))
print(op.lt(1, 2), op.le(2, 2), op.eq(1, 1.0), op.ne(1, 2), op.ge(1, 2), op.gt(2, 1), op.not_([]), op.truth([0]))
print(op.is_(None, None), op.is_not(1, None), op.contains('abc', 'b'), op.countOf([1, 2, 1], 1), op.indexOf('abc', 'c'))
print(op.getitem({'a': 1}, 'a'), op.concat([1], [2]), op.abs(-3), op.index(True), op.length_hint([1, 2]), op.length_hint(5, 9))
data = [1, 2, 3]
op.setitem(data, 0, 'x')
op.delitem(data, 1)
print(data, op.iadd(data, [4]), data, op.imul(2, 3), op.call(max, 1, 5))
for wrong in (lambda: op.index('a'), lambda: op.concat(1, 2), lambda: op.indexOf('a', 'b'), lambda: op.add(1, 'a')):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
print(list(map(op.add, [1, 2], [3, 4])), op.__add__(1, 1), sorted([(2, 'b'), (1, 'c')], key=op.itemgetter(1)))
