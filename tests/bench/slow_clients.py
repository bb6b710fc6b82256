"""`make bench-slow`: how long visitors wait beside slow clients, at gunicorn itself and behind nginx, both by the
operators' handbook."""

import tempfile
from pathlib import Path
from statistics import median

from tests.bench.say import say
from tests.probe.door import Door
from tests.probe.probe import Probe
from tests.probe.slow_clients import slow_clients, waits

VISITS = 10
GOAL = "< 15, which is a visitor not answered"


def bench(door: Door, name: str, *numbers: int) -> None:
    """The worst and the middle wait of some visits beside so many slow clients."""
    for number in numbers:
        with slow_clients(door, number):
            seen = waits(door, VISITS)
        say(f"slow_clients_{name}_worst_seconds", max(seen), GOAL, slow_clients=number, median=median(seen))


def main() -> None:
    """All figures."""
    with tempfile.TemporaryDirectory(prefix="portal-slow-") as folder, Probe(Path(folder)) as probe:
        bench(probe.portal, "gunicorn", 0, 8, 32, 64, 76)
        bench(probe.site, "nginx", 0, 8, 32, 64, 256)


if __name__ == "__main__":
    main()
