# host: fail
def ask(question):
    return fail('LookupError', question)
answer = ask('which?')
