def a():
    try:
        return print('return value') or 'from try'
    finally:
        print('finally')
print(a())
def b():
    try:
        return 'try'
    finally:
        return 'finally wins'
print(b())
def c():
    for i in range(3):
        try:
            continue
        finally:
            print('fin', i)
    return 'end'
print(c())
def d():
    while True:
        try:
            break
        finally:
            print('leaving')
    return 'left'
print(d())
def e():
    try:
        1 / 0
    finally:
        print('before propagating')
try:
    e()
except ZeroDivisionError:
    print('propagated')
def g():
    try:
        1 / 0
    except ZeroDivisionError:
        return 'handler'
    finally:
        print('after handler')
print(g())
def h():
    for x in 'ab':
        try:
            1 / 0
        finally:
            break
    return x
print(h())
def i():
    x = 1
    try:
        return x
    finally:
        x = 2
print(i())
