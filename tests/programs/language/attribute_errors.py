def attempt(action):
    try:
        print(action())
    except AttributeError as error:
        print(error, '|', error.name)
attempt(lambda: 'a'.foo)
attempt(lambda: (1).foo())
attempt(lambda: [].push(1))
attempt(lambda: None.x)
attempt(lambda: {}.foo)
attempt(lambda: (1.5).y)
attempt(lambda: len.z)
attempt(lambda: str.nothing)
attempt(lambda: ().a.b)
attempt(lambda: range(3).foo)
def refused(action):
    try:
        action()
    except AttributeError:
        print('AttributeError')
def set_it(o):
    o.attr = 1
def delete_it(o):
    del o.attr
for o in ('a', 1, [], {}, None):
    refused(lambda: set_it(o))
    refused(lambda: delete_it(o))
