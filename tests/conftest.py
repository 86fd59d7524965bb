"""What all tests share: which build is tested, and the check that a debug build leaves no block behind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from running import BUILD, assert_nothing_left


def pytest_report_header() -> str:
    import monty

    return f'monty: {BUILD} build, {monty.__file__}'


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests marked slow build distributions or measure time: they have nothing to say about the other builds."""
    if BUILD == 'release':
        return
    skip = pytest.mark.skip(reason='only for the release build')
    for item in items:
        if item.get_closest_marker('slow') or item.get_closest_marker('timing'):
            item.add_marker(skip)


@pytest.fixture
def build() -> str:
    """Return the kind of build under test: release, debug or asan."""
    return BUILD


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    """In a debug build, the run that a test made last has released every block."""
    yield
    assert_nothing_left()
