def attempt(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except TypeError as error:
        print(error)
def none(): pass
def one(a): pass
def two(a, b): pass
def three(a, b, c): pass
def optional(a, b=1): pass
def many(a, b=1, c=2): pass
def keyword(*, k): pass
def keywords(a, *, k, m, n): pass
def mixed(a, /, b, *, c=1): pass
def rest(a, *args): pass
def posonly(a, b, /): pass
attempt(none, 1)
attempt(none, 1, 2)
attempt(none, x=1)
attempt(one)
attempt(one, 1, 2)
attempt(one, 1, a=2)
attempt(one, b=1)
attempt(two)
attempt(two, 1)
attempt(two, b=1)
attempt(two, 1, 2, 3)
attempt(three)
attempt(three, 1)
attempt(optional)
attempt(optional, 1, 2, 3)
attempt(many, 1, 2, 3, 4)
attempt(keyword)
attempt(keyword, 1)
attempt(keyword, 1, k=2)
attempt(keywords, 1)
attempt(keywords, 1, k=1)
attempt(keywords, 1, 2, 3, k=1, m=2, n=3)
attempt(keywords, 1, 2, k=1)
attempt(mixed)
attempt(mixed, 1)
attempt(mixed, a=1, b=2)
attempt(mixed, 1, 2, d=5)
attempt(rest)
attempt(posonly, 1, b=2)
attempt(posonly, a=1, b=2)
attempt(posonly, 1)
attempt(lambda x: x)
attempt(lambda: 0, 1)
