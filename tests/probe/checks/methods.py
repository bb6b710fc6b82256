"""Methods that nobody should use are refused."""

from tests.probe.found import Found, check, nothing
from tests.probe.probe import Probe

PATHS = ("/", "/thu-tuc/", "/tim-kiem/?q=khai+sinh", "/q/", "/api/v1/procedures", "/robots.txt")


def _allowed(probe: Probe, method: str, paths: tuple[str, ...] = PATHS) -> Found:
    answers = [(path, probe.site.ask(path, method).status) for path in paths]
    return nothing(f"{method} {path}: {status}" for path, status in answers if not 400 <= status < 500)


@check
def trace_is_refused(probe: Probe) -> Found:
    """TRACE sends nobody's headers back."""
    return _allowed(probe, "TRACE")


@check
def connect_is_refused(probe: Probe) -> Found:
    """The portal is no proxy."""
    return _allowed(probe, "CONNECT", ("/", "example.com:443"))


@check
def pages_are_not_written_by_method(probe: Probe) -> Found:
    """PUT and DELETE write and delete nothing."""
    found = [
        _allowed(probe, method, ("/tim-kiem/?q=khai+sinh", "/api/v1/procedures", "/thu-tuc/"))
        for method in ("PUT", "DELETE")
    ]
    return nothing(fault for one in found for fault in one.found)
