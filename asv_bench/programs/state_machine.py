# A tokenizer and an evaluator as state machines with match: literals, sequences, mappings, classes, guards.
# expect: (360000, 24000, 6)
class Token:
    __match_args__ = ('kind', 'text')

    def __init__(self, kind, text):
        self.kind = kind
        self.text = text


def tokens(text):
    state = 'start'
    held = ''
    for character in text + ' ':
        match state, character:
            case 'start', ' ':
                pass
            case 'start', c if c.isdigit():
                state, held = 'number', c
            case 'start', c if c.isalpha():
                state, held = 'name', c
            case 'start', ('+' | '-' | '*' | '(' | ')') as c:
                yield Token('operator', c)
            case 'number', c if c.isdigit():
                held += c
            case 'name', c if c.isalnum():
                held += c
            case ('number' | 'name') as kind, c:
                yield Token(kind, held)
                state = 'start'
                if c != ' ':
                    yield Token('operator', c)


def value_of(token, names):
    match token:
        case Token('number', text):
            return int(text)
        case Token('name', 'zero' | 'nothing'):
            return 0
        case Token('name', name):
            return names[name]
        case Token(kind='operator', text=text):
            return ord(text)


def weigh(event):
    match event:
        case {'kind': 'move', 'by': [x, y]}:
            return x + y
        case {'kind': 'turn', 'by': int(angle)} if angle > 0:
            return angle
        case {'kind': 'stop', **rest}:
            return len(rest)
        case [first, *others]:
            return first + len(others)
        case None:
            return 0


def run(times):
    names = {'width': 12, 'height': 30, 'depth': 7}
    events = [{'kind': 'move', 'by': [3, 4]}, {'kind': 'turn', 'by': 9}, {'kind': 'stop', 'at': 1}, [4, 5, 6], None,
              {'kind': 'turn', 'by': 1}]
    total = weight = 0
    for _ in range(times):
        for token in tokens('width * (height + 12) - depth*3 + zero'):
            total += value_of(token, names)
        for event in events:
            weight += weigh(event)
    return total, weight, len(events)


run(1000)
