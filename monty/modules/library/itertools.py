"""The module itertools: iterators that feed on other iterators.

Every class here makes a native iterator or, where sandboxed code has to run, a generator that shows as its instance: a
step is the resumption of a frame, not a call of `__next__`. The loop `for item in iterator: ...; break` is the way to
take one item.
"""

import sys
from _monty import (_built_in, _chain, _combinations, _count, _cycle, _generator_variable, _islice, _pairwise,
                    _permutations, _product, _repeat, _show_as, _zip_longest)

__all__ = [
    'accumulate', 'chain', 'combinations', 'combinations_with_replacement', 'compress', 'count', 'cycle', 'dropwhile',
    'filterfalse', 'groupby', 'islice', 'pairwise', 'permutations', 'product', 'repeat', 'starmap', 'takewhile', 'tee',
    'zip_longest',
]
if sys.version_info >= (3, 12):
    __all__.append('batched')

_missing = object()
GenericAlias = type(list[int])


class _Lazy:
    """What the classes of this module have in common."""

    __slots__ = ()

    def __iter__(self):
        return self

    def __next__(self):
        return next(self)


def _index(value):
    return value if isinstance(value, int) else range(value).stop


# --- endless ---------------------------------------------------------------------------------------------------------

class count(_Lazy):
    """start, start + step, start + 2 * step and so on, without end."""

    __slots__ = ()

    def __new__(cls, start=0, step=1):
        if not _is_number(start) or not _is_number(step):
            raise TypeError('a number is required')
        return _count(cls, start, step) or _show_as(cls, _count_items(start, step))

    def __repr__(self):
        number = _generator_variable(self, 0)
        step = _generator_variable(self, 1)
        if isinstance(step, int) and step == 1:
            return f'count({number!r})'
        return f'count({number!r}, {step!r})'

    def __copy__(self):
        return type(self)(_generator_variable(self, 0), _generator_variable(self, 1))

    def __reduce__(self):
        return type(self), (_generator_variable(self, 0), _generator_variable(self, 1))


def _is_number(value):
    if isinstance(value, (int, float, complex)):
        return True
    cls = type(value)
    return hasattr(cls, '__index__') or hasattr(cls, '__int__') or hasattr(cls, '__float__')


def _count_items(number, step):
    while True:
        current = number
        number = number + step
        yield current


class cycle(_Lazy):
    """The items of an iterable, over and over: they are kept from the first time through it."""

    __slots__ = ()

    def __new__(cls, iterable, /):
        iterator = iter(iterable)
        return _cycle(cls, iterator) or _show_as(cls, _cycle_items(iterator))


def _cycle_items(iterator):
    seen = []
    for item in iterator:
        seen.append(item)
        yield item
    while seen:
        for item in seen:
            yield item


class repeat(_Lazy):
    """The same object again and again: `times` times, or without end."""

    __slots__ = ()

    def __new__(cls, object, times=_missing):
        if times is _missing:
            return _repeat(cls, object, None)
        times = max(_index(times), 0)
        return _repeat(cls, object, times) or _show_as(cls, _repeat_items(object, times))

    def __repr__(self):
        left = _generator_variable(self, 1)
        if left is None:
            return f'repeat({_generator_variable(self, 0)!r})'
        return f'repeat({_generator_variable(self, 0)!r}, {left!r})'

    def __length_hint__(self):
        left = _generator_variable(self, 1)
        if left is None:
            raise TypeError('len() of unsized object')
        return left

    def __copy__(self):
        return type(self)(*self.__reduce__()[1])

    def __reduce__(self):
        left = _generator_variable(self, 1)
        if left is None:
            return type(self), (_generator_variable(self, 0),)
        return type(self), (_generator_variable(self, 0), left)


def _repeat_items(item, left):
    if left is None:
        while True:
            yield item
    while left > 0:
        left -= 1
        yield item


# --- one after the other ---------------------------------------------------------------------------------------------

class chain(_Lazy):
    """The items of several iterables, one iterable after the other."""

    __slots__ = ()

    def __new__(cls, /, *iterables):
        return _chain(cls, iterables) or _show_as(cls, _chain_items(iter(iterables)))

    @classmethod
    def from_iterable(cls, iterable, /):
        """As chain(), of the iterables that an iterable gives; each is asked for when it is its turn."""
        return _show_as(cls, _chain_items(iter(iterable)))

    __class_getitem__ = classmethod(GenericAlias)


def _chain_items(iterator):
    for iterable in iterator:
        for item in iterable:
            yield item


class islice(_Lazy):
    """Some items of an iterable by their positions, as a slice gives those of a sequence.

    islice(iterable, stop) takes the first ones; islice(iterable, start, stop, step) those from start on, before stop,
    with step from one to the next. Positions are never negative: the end of an iterable is not known.
    """

    __slots__ = ()

    def __new__(cls, iterable, /, *limits):
        if not limits:
            raise TypeError('islice expected at least 2 arguments, got 1')
        if len(limits) > 3:
            raise TypeError(f'islice expected at most 4 arguments, got {len(limits) + 1}')
        start, step = 0, 1
        if len(limits) == 1:
            stop = _limit(limits[0], 'Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
        else:
            start = limits[0]
            stop = _limit(limits[1], 'Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
            start = _limit(start, 'Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.') or 0
            if len(limits) == 3 and limits[2] is not None:
                step = _limit(limits[2], 'Step for islice() must be a positive integer or None.')
                if step == 0:
                    raise ValueError('Step for islice() must be a positive integer or None.')
        iterator = iter(iterable)
        return _islice(cls, iterator, start, stop, step) or _show_as(cls, _slice_items(iterator, start, stop, step))


def _limit(value, message):
    if value is None:
        return None
    try:
        value = _index(value)
    except TypeError:
        raise ValueError(message) from None
    if not 0 <= value <= sys.maxsize:
        raise ValueError(message)
    return value


def _slice_items(iterator, start, stop, step):
    left = start
    while left > 0:
        for item in iterator:
            break
        else:
            return
        left -= 1
    if step == 1 and stop is None:
        for item in iterator:
            yield item
        return
    if step == 1:
        left = stop - start
        if left <= 0:
            return
        for item in iterator:
            yield item
            left -= 1
            if left == 0:
                return
        return
    position = start
    while stop is None or position < stop:
        for item in iterator:
            break
        else:
            return
        yield item
        # What lies between is taken when the next item is asked for, but never beyond the stop.
        left = step - 1 if stop is None else min(step, stop - position) - 1
        position += step
        while left > 0:
            for item in iterator:
                break
            else:
                return
            left -= 1


class pairwise(_Lazy):
    """Each item of an iterable together with the one after it: (a, b), (b, c), (c, d) ..."""

    __slots__ = ()

    def __new__(cls, iterable, /):
        iterator = iter(iterable)
        return _pairwise(cls, iterator) or _show_as(cls, _pair_items(iterator))


def _pair_items(iterator):
    for first in iterator:
        for second in iterator:
            yield (first, second)
            first = second


if sys.version_info >= (3, 12):
    class batched(_Lazy):
        """The items of an iterable in tuples of n; what is left over makes a shorter last one."""

        __slots__ = ()

        if sys.version_info >= (3, 13):
            def __new__(cls, iterable, n, *, strict=False):
                n = _index(n)
                if n < 1:
                    raise ValueError('n must be at least one')
                return _show_as(cls, _batch_items(iter(iterable), n, True if strict else False))
        else:
            def __new__(cls, iterable, n):
                n = _index(n)
                if n < 1:
                    raise ValueError('n must be at least one')
                return _show_as(cls, _batch_items(iter(iterable), n, False))


def _batch_items(iterator, size, strict):
    batch = []
    for item in iterator:
        batch.append(item)
        if len(batch) == size:
            yield (*batch,)
            batch.clear()
    if batch:
        if strict:
            raise ValueError('batched(): incomplete batch')
        yield (*batch,)


class zip_longest(_Lazy):
    """Tuples of one item of each iterable, as zip() gives, up to the end of the longest.

    For the iterables that have come to their end fillvalue stands in.
    """

    __slots__ = ()

    def __new__(cls, /, *iterables, **keywords):
        fillvalue = keywords.pop('fillvalue', None)
        if keywords:
            raise TypeError('zip_longest() got an unexpected keyword argument')
        iterators = [iter(iterable) for iterable in iterables]
        return _zip_longest(cls, (*iterators,), fillvalue) or _show_as(cls, _zip_longest_items(iterators, fillvalue))


def _zip_longest_items(iterators, fillvalue):
    active = len(iterators)
    while active > 0:
        items = []
        for position, iterator in enumerate(iterators):
            if iterator is None:
                items.append(fillvalue)
                continue
            for item in iterator:
                items.append(item)
                break
            else:
                active -= 1
                if active == 0:
                    return
                iterators[position] = None
                items.append(fillvalue)
        yield (*items,)


# --- with a function -------------------------------------------------------------------------------------------------

class accumulate(_Lazy):
    """The running totals of an iterable; another function of two arguments may take the place of the sum."""

    __slots__ = ()

    def __new__(cls, iterable, func=None, *, initial=None):
        iterator = iter(iterable)
        if func is None:
            return _show_as(cls, _sum_items(iterator, initial))
        return _show_as(cls, _accumulate_items(iterator, func, initial))


def _sum_items(iterator, total):
    if total is None:
        for total in iterator:
            break
        else:
            return
    yield total
    for item in iterator:
        total = total + item
        yield total


def _accumulate_items(iterator, function, total):
    if total is None:
        for total in iterator:
            break
        else:
            return
    yield total
    try:
        for item in iterator:
            total = function(total, item)
            yield total
    except StopIteration:
        return


class starmap(_Lazy):
    """function(*arguments) for each tuple of arguments."""

    __slots__ = ()

    def __new__(cls, function, iterable, /):
        return _show_as(cls, _starmap_items(function, iter(iterable)))


def _starmap_items(function, iterator):
    try:
        for arguments in iterator:
            yield function(*arguments)
    except StopIteration:
        return


class filterfalse(_Lazy):
    """The items for which function(item) is false; without a function, those that are false themselves."""

    __slots__ = ()

    def __new__(cls, function, iterable, /):
        iterator = iter(iterable)
        if function is None or function is bool:
            return _show_as(cls, _false_items(iterator))
        return _show_as(cls, _filterfalse_items(function, iterator))


def _false_items(iterator):
    for item in iterator:
        if not item:
            yield item


def _filterfalse_items(function, iterator):
    try:
        for item in iterator:
            if not function(item):
                yield item
    except StopIteration:
        return


class takewhile(_Lazy):
    """The items up to the first for which the predicate is false."""

    __slots__ = ()

    def __new__(cls, predicate, iterable, /):
        return _show_as(cls, _take_items(predicate, iter(iterable)))


def _take_items(predicate, iterator):
    try:
        for item in iterator:
            if not predicate(item):
                return
            yield item
    except StopIteration:
        return


class dropwhile(_Lazy):
    """The items from the first on for which the predicate is false."""

    __slots__ = ()

    def __new__(cls, predicate, iterable, /):
        return _show_as(cls, _drop_items(predicate, iter(iterable)))


def _drop_items(predicate, iterator):
    try:
        for item in iterator:
            if not predicate(item):
                yield item
                break
    except StopIteration:
        return
    for item in iterator:
        yield item


class compress(_Lazy):
    """The items of data whose counterpart in selectors is true."""

    __slots__ = ()

    def __new__(cls, data, selectors):
        return _show_as(cls, _compress_items(iter(data), iter(selectors)))


def _compress_items(data, selectors):
    for item in data:
        for selector in selectors:
            break
        else:
            return
        if selector:
            yield item


class groupby(_Lazy):
    """Pairs of a key and an iterator over the neighbouring items that have it.

    The key of an item is key(item), or the item itself. A group is over once the next one is asked for.
    """

    __slots__ = ()

    def __new__(cls, iterable, key=None):
        return _show_as(cls, _group_by_items(iter(iterable), key))


class _grouper(_Lazy):
    __slots__ = ()

    def __new__(cls, /, *arguments):
        raise TypeError("cannot create 'itertools._grouper' instances")


def _group_by_items(iterator, key):
    # What the groups share with this frame: the item that was read last, if it is still to be given out, its key, and
    # the number of the group that may go on reading.
    item = None
    fresh = False
    current = _missing
    number = 0
    wanted = _missing

    def group(wanted, mine):
        nonlocal item, fresh, current
        try:
            if number != mine:
                return
            if fresh:
                own = item
                item = None
                fresh = False
                yield own
                own = None
                if number != mine:
                    return
            for following in iterator:
                current = following if key is None else key(following)
                if not (wanted is current or wanted == current):
                    item = following
                    fresh = True
                    return
                yield following
                if number != mine:
                    return
        except StopIteration:
            return

    try:
        while True:
            # The rest of a group that nobody has read is passed over.
            while current is _missing or (wanted is not _missing and (wanted is current or wanted == current)):
                for item in iterator:
                    break
                else:
                    return
                fresh = True
                current = item if key is None else key(item)
            wanted = current
            number += 1
            yield (wanted, _show_as(_grouper, group(wanted, number)))
            # A group that was read to its end has read on: its answer stands.
    except StopIteration:
        return


# --- copies ----------------------------------------------------------------------------------------------------------

class _tee(_Lazy):
    """One of the iterators of tee(): it can be copied where it stands."""

    __slots__ = ()

    def __new__(cls, iterable, /):
        return tee(iterable, 1)[0]

    def __copy__(self):
        return _show_as(_tee, _tee_items(_generator_variable(self, 0), _generator_variable(self, 1)))


@_built_in
def tee(iterable, n=2, /):
    """n iterators over the same items, each at its own pace; items are kept until all have passed them."""
    n = _index(n)
    if n < 0:
        raise ValueError('n must be >= 0')
    iterator = iter(iterable)
    if n == 0:
        return ()
    if type(iterator) is _tee:
        return (iterator, *[iterator.__copy__() for _ in range(n - 1)]) if sys.version_info < (3, 13) else \
            tuple([iterator.__copy__() for _ in range(n)])
    place = [None, None]
    return tuple([_show_as(_tee, _tee_items(place, iterator)) for _ in range(n)])


def _tee_items(place, iterator):
    # A place is [the next place, the item here]; the next place of the last one is not known yet.
    while True:
        if place[0] is None:
            for item in iterator:
                break
            else:
                return
            place[1] = item
            place[0] = [None, None]
        item = place[1]
        place = place[0]
        yield item


# --- combinations ----------------------------------------------------------------------------------------------------

class product(_Lazy):
    """All tuples with an item of each iterable, the last one varying fastest, as loops inside loops would give."""

    __slots__ = ()

    def __new__(cls, /, *iterables, **keywords):
        repeat = _index(keywords.pop('repeat', 1))
        if keywords:
            raise TypeError(f"product() got an unexpected keyword argument '{next(iter(keywords))}'")
        if repeat < 0:
            raise ValueError('repeat argument cannot be negative')
        return _product(cls, tuple([tuple(iterable) for iterable in iterables]), repeat)


class combinations(_Lazy):
    """All ways to choose r items, each once, in the order in which they stand in the iterable."""

    __slots__ = ()

    def __new__(cls, iterable, r):
        pool = tuple(iterable)
        r = _index(r)
        if r < 0:
            raise ValueError('r must be non-negative')
        return _combinations(cls, pool, r, 1)


class combinations_with_replacement(_Lazy):
    """All ways to choose r items, the same one several times too, in the order of the iterable."""

    __slots__ = ()

    def __new__(cls, iterable, r):
        pool = tuple(iterable)
        r = _index(r)
        if r < 0:
            raise ValueError('r must be non-negative')
        return _combinations(cls, pool, r, 0)


class permutations(_Lazy):
    """All ways to line up r of the items, or all of them; as positions grow, in the order of the iterable."""

    __slots__ = ()

    def __new__(cls, iterable, r=None):
        pool = tuple(iterable)
        if r is None:
            r = len(pool)
        elif not isinstance(r, int):
            raise TypeError('Expected int as r')
        if r < 0:
            raise ValueError('r must be non-negative')
        return _permutations(cls, pool, r)
