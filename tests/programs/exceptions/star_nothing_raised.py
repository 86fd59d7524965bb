def f():
    try:
        print('body')
    except* ValueError:
        print('never')
    else:
        print('else')
    try:
        pass
    except* 5:
        print('never')
    finally:
        print('finally')
    return 'done'


print(f())
