"""What the tests of this floor share."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from consequences.registry import together, touched
from consequences.touched import Touched


class Told:
    """What the one signal said: `what` together, and how often it said something."""

    def __init__(self) -> None:
        self.heard: list[Touched] = []

    @property
    def what(self) -> Touched:
        return together(self.heard)

    @property
    def times(self) -> int:
        return len(self.heard)


@pytest.fixture
def telling():
    """A block that gives what is told in it."""

    @contextmanager
    def block() -> Iterator[Told]:
        told = Told()

        def hear(what: Touched, **_kwargs) -> None:
            told.heard.append(what)

        touched.connect(hear, weak=False)
        try:
            yield told
        finally:
            touched.disconnect(hear)

    return block
