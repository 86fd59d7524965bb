def forever(n):
    return forever(n + 1) + 1
try:
    forever(0)
except RecursionError as error:
    print(type(error).__name__, isinstance(error, RuntimeError))
print('goes on')
def again():
    try:
        again()
    finally:
        pass
try:
    again()
except RecursionError:
    print('caught')
