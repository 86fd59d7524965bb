"""``platform`` of no machine in particular."""


def system():
    return ''


def machine():
    return ''
