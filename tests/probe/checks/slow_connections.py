"""Clients that are slow on purpose do not keep visitors waiting."""

from tests.probe.door import Door
from tests.probe.found import Found, check
from tests.probe.probe import Probe
from tests.probe.slow_clients import STALL, slow_clients, waits

SLOW = 64


def _visits_beside(door: Door) -> Found:
    with slow_clients(door, SLOW):
        seen = waits(door, 4)
    return Found(STALL not in seen, {"slow_clients": SLOW, "seconds": seen})


@check
def gunicorn_answers_beside_slow_clients(probe: Probe) -> Found:
    """Gunicorn by the handbook answers visitors beside 64 slow clients, by itself."""
    return _visits_beside(probe.portal)


@check
def nginx_answers_beside_slow_clients(probe: Probe) -> Found:
    """So does nginx with the handbook's server block."""
    return _visits_beside(probe.site)


@check
def one_address_may_ask_for_many_things_at_once(probe: Probe) -> Found:
    """A commune behind one address is not turned away: forty half-sent forms beside it, and its page opens."""
    body_to_come = f"POST /q/ HTTP/1.1\r\nHost: {probe.site.host}\r\nContent-Length: 10\r\n\r\nq=".encode()
    opened = [probe.site.connect() for _ in range(40)]
    for one in opened:
        one.sendall(body_to_come)
    seen = waits(probe.site, 2)
    for one in opened:
        one.close()
    return Found(STALL not in seen, {"seconds": seen})
