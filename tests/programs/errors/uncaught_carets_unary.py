value = [1]
result = 5 + -value
