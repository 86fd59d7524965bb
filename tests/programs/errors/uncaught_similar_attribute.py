# compare: traceback
text = 'abc'
text.uper()
