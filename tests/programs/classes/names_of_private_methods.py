"""A private method or class keeps the name that the text gives it; only the attribute has the longer one."""


class Account:
    def __check(self, amount):
        def __inner():
            return amount

        return __inner.__name__, __inner.__qualname__

    class __Record:
        def __hidden(self):
            raise ValueError('inside')

        def show(self):
            return self.__hidden()

    async def __later(self):
        yield 1

    __short = lambda self: 1

    def names(self):
        methods = self.__check, self.__Record, self.__later, self.__short, self.__Record._Record__hidden
        return [(each.__name__, each.__qualname__) for each in methods]

    def record(self):
        return self.__Record()


account = Account()
print(account.names())
print(account._Account__check(1))
print(sorted(name for name in vars(Account) if 'Account' in name))
print(repr(account.record()).split(' at ')[0], repr(account._Account__check).split(' of ')[0])
try:
    account.record().show()
except ValueError as error:
    frame = error.__traceback__
    while frame.tb_next is not None:
        frame = frame.tb_next
    print(frame.tb_frame.f_code.co_name)
try:
    account._Account__check()
except TypeError as error:
    print(error)
