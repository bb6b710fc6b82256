"""How many procedures an import writes at a time: all of them, in order, and never so many that others wait long."""

from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.importing.apply import LEAST, LOCKED, MOST, PAUSE, PORTION, portions


class _Machine:
    """A clock that each portion moves on by what its procedures cost."""

    def __init__(self, seconds_each: float) -> None:
        self.now, self._each, self.sizes = 0.0, seconds_each, []

    def writes(self, items: list[int]) -> list[int]:
        written = []
        for portion in portions(items, lambda: self.now):
            self.sizes.append(len(portion))
            self.now += self._each * len(portion) + PAUSE
            written += portion
        return written


@given(st.integers(0, 400), st.floats(0.0001, 2))
def test_everything_is_written_once_in_its_order(count, seconds_each):
    assert _Machine(seconds_each).writes(list(range(count))) == list(range(count))


@given(st.floats(0.0001, 2))
def test_after_the_first_portion_others_wait_no_longer_than_they_should(seconds_each):
    machine = _Machine(seconds_each)
    machine.writes(list(range(1000)))
    first, *later = machine.sizes
    assert first == PORTION
    assert all(size <= max(LOCKED / seconds_each + 1, LEAST) for size in later[:-1])
    assert max(machine.sizes) <= MOST


def test_a_quick_machine_writes_more_at_a_time():
    machine = _Machine(0.001)
    machine.writes(list(range(1000)))
    assert MOST in machine.sizes
