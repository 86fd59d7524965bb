class Upper:
    def __getitem__(self, key):
        if key == 98:
            raise KeyError(key)
        return chr(key).upper()


print('abc'.translate(Upper()))
