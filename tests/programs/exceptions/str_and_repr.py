for e in (ValueError(), ValueError(1), ValueError('a', 2), KeyError('k'), KeyError(), KeyError(1, 2), KeyError((1,)),
          Exception(None), Exception([1, 'a']), ImportError(), ImportError('a'), ImportError('a', 'b'), BaseException('x'),
          AssertionError('é'), Exception(ValueError('in'))):
    print(repr(e), '|', str(e), '|', e.args)
