# compare: traceback
raise NameError("name 'prnt' is not defined")
