def fail(kind):
    raise kind('made')
errors = []
for kind in (ValueError, TypeError):
    try:
        fail(kind)
    except Exception as error:
        errors.append(error)
raise ExceptionGroup('several', errors + [ExceptionGroup('inner', [KeyError('k')])])
