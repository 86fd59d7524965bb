"""Running a function on a large stack."""

import threading

import pytest

from monty.compiler.stack import call_on_large_stack, has_large_stack, is_small


def on_other_thread(function):
    results = []
    thread = threading.Thread(target=lambda: results.append(function()))
    thread.start()
    thread.join()
    return results[0]


def test_results_and_errors_cross():
    assert call_on_large_stack(divmod, 7, 2) == (3, 1)
    assert call_on_large_stack(lambda: None) is None
    assert call_on_large_stack(lambda: ValueError('returned')).args == ('returned',)
    with pytest.raises(ZeroDivisionError):
        call_on_large_stack(divmod, 7, 0)


def test_who_has_a_large_stack():
    assert has_large_stack()
    assert not on_other_thread(has_large_stack)
    assert on_other_thread(lambda: call_on_large_stack(has_large_stack))
    assert not on_other_thread(has_large_stack)


def test_the_size_for_other_threads_is_left_alone():
    before = threading.stack_size()
    call_on_large_stack(threading.stack_size)
    assert threading.stack_size() == before


def test_small_texts():
    assert is_small('x + 1')
    assert not is_small('x' * 1000)
    assert not is_small('(' * 40)
