import sys
def attempt(*args):
    try:
        sys.exit(*args)
    except SystemExit as error:
        print(error.args, error.code)
for args in (), (None,), (3,), ('bye',), ((1, 2),), ((),), (SystemExit(5),), (ValueError('x'),):
    attempt(*args)
try:
    sys.exit(1, 2)
except TypeError as error:
    print(type(error).__name__)
sys.exit('the end')
