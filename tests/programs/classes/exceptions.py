class MyErr(ValueError):
    def __init__(self, msg, code):
        super().__init__(msg)
        self.code = code
try:
    raise MyErr('bad', 7)
except ValueError as e:
    print(type(e).__name__, e, e.code, e.args, repr(e))
