def t(x):
    print('eval', x)
    return x
def attempt(action):
    try:
        action()
    except Exception as error:
        print(type(error).__name__)
attempt(lambda: [t(1), 1 / 0, t(2)])
attempt(lambda: {t(1): 1 / 0, t(2): t(3)})
attempt(lambda: t(1) + (1 / 0) + t(2))
attempt(lambda: t(print)(t(1), 1 / 0, t(2)))
attempt(lambda: {t([]): t('value')})
attempt(lambda: t(1)[t(2)])
attempt(lambda: f'{t(1)}{1 / 0}{t(2)}')
attempt(lambda: (t(1) < 'a') < t(3))
