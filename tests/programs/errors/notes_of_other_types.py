error = ValueError('with notes')
error.__notes__ = ('first', 2, None)
raise error
