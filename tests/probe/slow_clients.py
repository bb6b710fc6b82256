"""Clients that send their request a byte at a time and never end it, and what a visitor beside them waits."""

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from tests.probe.door import Door

PAUSE = 0.5  # seconds between two bytes
STALL = 15.0  # seconds after which a visitor has gone


@contextmanager
def slow_clients(door: Door, number: int) -> Iterator[None]:
    """So many of them, until the block ends."""
    head = f"GET / HTTP/1.1\r\nHost: {door.host}\r\nX-Slow: ".encode()
    enough = threading.Event()
    with ExitStack() as opened:
        sockets = [opened.enter_context(door.connect()) for _ in range(number)]
        feeding = threading.Thread(target=_feed, args=(sockets, head, enough))
        feeding.start()
        try:
            time.sleep(2 * PAUSE)  # until each has sent its first bytes
            yield
        finally:
            enough.set()
            feeding.join()


def waits(door: Door, visits: int) -> list[float]:
    """How many seconds each of some visits to the home page took; `STALL` for one that was not answered."""
    answers = [door.ask("/", timeout=STALL) for _ in range(visits)]
    return [round(answer.seconds, 3) if answer.status == 200 else STALL for answer in answers]


def _feed(sockets: list[socket.socket], head: bytes, enough: threading.Event) -> None:
    sent = 0
    while not enough.wait(PAUSE if sent else 0):
        for one in sockets:
            with contextlib.suppress(OSError):  # the server has hung up, which is its right
                one.sendall(head[sent : sent + 1] or b"x")
        sent += 1
