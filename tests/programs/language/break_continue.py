out = []
for i in range(10):
    if i % 2:
        continue
    if i == 8:
        break
    out.append(i)
print(out)
def f():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                break
            print('body', i)
        finally:
            print('finally', i)
    return i
print(f())
for a in 'xy':
    for b in '12':
        if b == '2':
            break
        print(a, b)
    else:
        continue
    print('broke')
