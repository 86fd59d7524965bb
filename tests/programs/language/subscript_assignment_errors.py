def attempt(action, *args):
    try:
        action(*args)
    except Exception as error:
        print(type(error).__name__, error)
def store(o, k):
    o[k] = 1
def delete(o, k):
    del o[k]
for action in (store, delete):
    for o, k in (([], 0), ([1], 5), ((1,), 0), ('abc', 0), (b'ab', 0), (5, 0), (None, 'a'), ({}, []), ([1], 'a'), (range(3), 0),
                 ({1}, 1), ([1, 2], 1.5)):
        attempt(action, o, k)
attempt(delete, {}, 'missing')
