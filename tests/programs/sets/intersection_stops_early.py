print({1}.intersection([1, []]), {1}.intersection([1, []], [2]))
iterator = iter([3, 1, 2, 5, 6])
print(sorted({1, 2}.intersection(iterator)), list(iterator))
for attempt in (lambda: {1, 2}.intersection([1, [], 2]), lambda: set().intersection([[]])):
    try:
        print(attempt())
    except TypeError as error:
        print(error)
