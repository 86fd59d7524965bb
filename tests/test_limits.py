"""How passed limits and defaults come together."""

import pytest

from monty.limits import DEFAULT, DEFAULT_LIMITS, ResourceLimits, resolve


def test_nothing_passed_gives_the_defaults():
    assert resolve() == resolve(DEFAULT) == resolve({}) == DEFAULT_LIMITS
    assert DEFAULT_LIMITS['max_memory'] and DEFAULT_LIMITS['max_duration_secs'] and DEFAULT_LIMITS['max_output_bytes']
    assert DEFAULT_LIMITS['max_recursion_depth'] == 1000


def test_none_lifts_all():
    assert set(resolve(None).values()) == {None}
    assert list(resolve(None)) == list(DEFAULT_LIMITS)


def test_a_dict_overrides_single_limits():
    resolved = resolve({'max_memory': 1000, 'max_duration_secs': None, 'max_instructions': 5})
    assert resolved == {**DEFAULT_LIMITS, 'max_memory': 1000, 'max_duration_secs': None, 'max_instructions': 5}


def test_every_key_of_the_type_is_known():
    assert set(ResourceLimits.__annotations__) == set(DEFAULT_LIMITS)


@pytest.mark.parametrize('limits, error, message', [
    ([], TypeError, 'limits must be a dict or None, not list'),
    ({'max_memory': '1'}, TypeError, 'max_memory must be an int or None, not str'),
    ({'max_memory': True}, TypeError, 'max_memory must be an int or None, not bool'),
    ({'max_memory': 1.5}, TypeError, 'max_memory must be an int or None, not float'),
    ({'max_memory': 0}, ValueError, 'max_memory must be at least 1 and below 2**63, not 0'),
    ({'max_instructions': 2**63}, ValueError, 'max_instructions must be at least 1'),
    ({'max_output_bytes': -1}, ValueError, 'max_output_bytes must be at least 0'),
    ({'max_duration_secs': '1'}, TypeError, 'max_duration_secs must be a number or None, not str'),
    ({'max_duration_secs': 0}, ValueError, 'max_duration_secs must be above 0'),
    ({'max_duration_secs': float('nan')}, ValueError, 'max_duration_secs must be above 0'),
    ({'max_duration_secs': float('inf')}, ValueError, 'max_duration_secs must be above 0'),
    ({'max_time': 1}, ValueError, "unknown limit 'max_time'; the limits are max_memory"),
])
def test_wrong_limits(limits, error, message):
    with pytest.raises(error) as caught:
        resolve(limits)
    assert message in str(caught.value)
