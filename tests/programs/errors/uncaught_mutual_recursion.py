def ping(n):
    return pong(n)
def pong(n):
    if n == 0:
        return [][0]
    return ping(n - 1)
ping(6)
