"""compile, exec, eval, globals, locals and vars; and names that live in dicts, where those are no plain ones."""


def compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1):
    if mode not in ('exec', 'eval', 'single'):
        if not isinstance(mode, str):
            raise TypeError(f"compile() argument 'mode' must be str, not {type(mode).__name__}")
        raise ValueError("compile() mode must be 'exec', 'eval' or 'single'")
    if isinstance(filename, bytes):
        filename = filename.decode()
    if not isinstance(filename, str):
        raise TypeError(f'expected str, bytes or os.PathLike object, not {type(filename).__name__}')
    if flags & 1024:
        raise ValueError('compile(): there are no syntax trees in this sandbox')
    return compiled_code(source, filename, mode, 'compile')


def compiled_code(source, filename, mode, caller):
    if isinstance(source, (bytes, bytearray)):
        source = bytes(source).removeprefix(b'\xef\xbb\xbf')
        try:
            source = source.decode()
        except UnicodeDecodeError:
            raise SyntaxError('(unicode error) the source is not UTF-8') from None
    elif not isinstance(source, str):
        if caller == 'compile':
            raise TypeError('compile() arg 1 must be a string, bytes or AST object')
        raise TypeError(f'{caller}() arg 1 must be a string, bytes or code object')
    if '\0' in source:
        raise SyntaxError('source code string cannot contain null bytes')
    made = _compile(str(source), filename, mode)
    if not isinstance(made, tuple):
        return made
    kinds = {'IndentationError': IndentationError, 'TabError': TabError}
    raise kinds.get(made[0], SyntaxError)(made[1], made[2:])


def run_code(code, namespace, names, filename, mode):
    if not _is_code(code):
        code = compiled_code(code, filename, mode, mode)
    elif _code_takes(code) < 0:
        raise TypeError(f'{mode}() takes code that compile() made')
    if '__builtins__' not in namespace:
        try:
            import builtins
        except ImportError:
            builtins = None
        namespace['__builtins__'] = builtins
    return _code_function(code)(namespace, names)


def exec(source, globals=None, locals=None, /, *, closure=None):
    if closure is not None:
        raise TypeError('closure can only be used when source is a code object')
    if globals is None:
        namespace = caller_namespace('exec')
        names = _caller_locals() if locals is None else locals
    else:
        namespace = globals
        names = globals if locals is None else locals
        if not isinstance(globals, dict):
            raise TypeError(f'exec() globals must be a dict, not {type(globals).__name__}')
    if not (isinstance(names, dict) or hasattr(names, '__getitem__')):
        raise TypeError(f'locals must be a mapping or None, not {type(names).__name__}')
    run_code(source, namespace, names, '<string>', 'exec')


def eval(source, globals=None, locals=None, /):
    if locals is not None and not (isinstance(locals, dict) or hasattr(locals, '__getitem__')):
        raise TypeError('locals must be a mapping')
    if globals is None:
        namespace = caller_namespace('eval')
        names = _caller_locals() if locals is None else locals
    else:
        namespace = globals
        names = globals if locals is None else locals
        if not isinstance(globals, dict):
            if hasattr(globals, '__getitem__'):
                raise TypeError('globals must be a real dict; try eval(code, {}, mapping)')
            raise TypeError('globals must be a dict')
    return run_code(source, namespace, names, '<string>', 'eval')


def caller_namespace(caller):
    namespace = _caller_globals()
    if namespace is None:
        raise RuntimeError(f'{caller}() needs its own name in the text of the program to find the global names')
    return namespace


def globals():
    return caller_namespace('globals')


def locals():
    return _caller_locals()


def vars_slow(*object):
    if not object:
        return _caller_locals()
    if len(object) > 1:
        raise TypeError(f'vars expected at most 1 argument, got {len(object)}')
    try:
        return object[0].__dict__
    except AttributeError:
        raise TypeError('vars() argument must have __dict__ attribute') from None


def load_name(names, namespace, name):
    try:
        return names[name]
    except KeyError:
        pass
    return __load_global__(namespace, name)


def delete_name(names, name):
    try:
        del names[name]
    except KeyError:
        raise NameError(f"name '{name}' is not defined") from None


def __store_name__(names, name, value, /):
    names[name] = value
    return value


def __discard_name__(names, name, /):
    try:
        del names[name]
    except KeyError:
        pass


def __note_annotation__(names, name, annotation, /):
    try:
        notes = names['__annotations__']
    except KeyError:
        notes = names['__annotations__'] = {}
    notes[name] = annotation


def __import_star__(names, module, /):
    try:
        public = module.__all__
    except AttributeError:
        public = [name for name in dir(module) if not name.startswith('_')]
    for name in public:
        names[name] = getattr(module, name)
