"""Asks one address whether it opens: little, briefly, and never a machine of one's own network."""

import http.client
import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from threading import Timer
from urllib.parse import SplitResult, quote, urldefrag, urljoin, urlsplit

from pages.asking.verdict import HARD, SOFT, UNASKED, Answer, of_status

#: Signs that stand in addresses as they are; others, such as Vietnamese letters, are written as bytes.
_PLAIN = "/%:=&?~#+!$,;'@()*[]"
#: Some servers refuse HEAD or know nothing of it: whatever they say against it is asked again in full, but not by who
#: has just been asked to leave them alone.
_FINAL = frozenset({429, 503})
_TRANSLATED = IPv6Network("64:ff9b::/96")  # RFC 6052: what NAT64 makes of IPv4
_LEADING_ON = frozenset({301, 302, 303, 307, 308})


class OwnNetworkError(OSError):
    """An address leads to this machine or its neighbours, which no address typed at the desk may have it ask."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How it is asked. `agent` is what the portal calls itself; `seconds` may pass between two signs of life,
    `whole_seconds` altogether; of an answer no more than `most_bytes` are read; `may_be_local` is for tests."""

    agent: str
    seconds: float = 10
    whole_seconds: float = 30
    redirects: int = 5
    most_bytes: int = 65_536
    may_be_local: bool = False


def ask(address: str, manner: Manner) -> Answer:
    """What is found behind an address, whatever happens on the way."""
    asking = _Asking(manner)
    try:
        return asking.follow(address)
    except (OSError, http.client.HTTPException, ValueError) as error:
        if asking.is_led_on:
            return Answer(SOFT, "chuyển hướng tới nơi không mở được", is_reached=True)
        return _LATE if asking.is_over else _failed(error)
    finally:
        asking.end()


_LATE = Answer(SOFT, "quá giờ mà không trả lời")


def _failed(error: Exception) -> Answer:
    """What it means that nothing could be read; only a name that does not exist is sure."""
    match error:
        case OwnNetworkError():
            return Answer(UNASKED, "địa chỉ trong mạng nội bộ, cổng không hỏi")
        case socket.gaierror():
            missing = error.errno == socket.EAI_NONAME
            return Answer(HARD, "không có tên miền này") if missing else Answer(SOFT, "chưa tra được tên miền")
        case TimeoutError():
            return _LATE
        case ssl.SSLError():
            return Answer(SOFT, "chứng thư bảo mật có lỗi", is_reached=True)
        case OSError() | http.client.HTTPException():
            return Answer(SOFT, "không nối được với máy chủ")
    return Answer(SOFT, "địa chỉ viết sai")


class _Asking:
    """One address with all to which it leads, under one clock that shuts the line when time is up."""

    def __init__(self, manner: Manner) -> None:
        self.is_over = self.is_led_on = False
        self._manner = manner
        self._line: http.client.HTTPConnection | None = None
        self._clock = Timer(manner.whole_seconds, self._shut)
        self._clock.daemon = True
        self._clock.start()

    def end(self) -> None:
        """Stops the clock."""
        self._clock.cancel()

    def follow(self, address: str) -> Answer:
        """The answer at the end of the way, which may lead on a few times."""
        for _ in range(self._manner.redirects + 1):
            parts = urlsplit(urldefrag(address.strip()).url)
            if parts.scheme not in ("http", "https") or not parts.hostname:
                return Answer(UNASKED, "không phải địa chỉ http")
            status, leads_to = self._look(parts)
            if status not in _LEADING_ON or not leads_to:
                return of_status(status)
            address, self.is_led_on = urljoin(address, leads_to), True
        return Answer(SOFT, "chuyển hướng quá nhiều lần", is_reached=True)

    def _look(self, parts: SplitResult) -> tuple[int, str]:
        status, leads_to = self._request("HEAD", parts)
        return self._request("GET", parts) if status >= 400 and status not in _FINAL else (status, leads_to)

    def _request(self, method: str, parts: SplitResult) -> tuple[int, str]:
        """Status, and where it leads or ""."""
        self._line = line = self._line_to(parts)
        try:
            path = quote(f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}", safe=_PLAIN)
            line.request(method, path, headers={"User-Agent": self._manner.agent, "Accept": "*/*"})
            answer = line.getresponse()
            answer.read(self._manner.most_bytes)
            return answer.status, answer.getheader("Location", "")
        finally:
            line.close()

    def _line_to(self, parts: SplitResult) -> http.client.HTTPConnection:
        host = (parts.hostname or "").encode("idna").decode("ascii")
        if parts.scheme == "https":
            return _Secured(host, parts.port or 443, self._connect)
        return _Plain(host, parts.port or 80, self._connect)

    def _connect(self, host: str, port: int) -> socket.socket:
        if self.is_over:
            raise TimeoutError
        return _reach(host, port, self._manner)

    def _shut(self) -> None:
        """Whoever sends a sign of life every few seconds is left, too."""
        self.is_over = True
        if self._line and self._line.sock:
            with suppress(OSError):  # it has just been closed
                self._line.sock.shutdown(socket.SHUT_RDWR)


_Connect = Callable[[str, int], socket.socket]


class _Plain(http.client.HTTPConnection):
    """A line to a machine that was looked at before anything was sent to it."""

    def __init__(self, host: str, port: int, reach: _Connect) -> None:
        super().__init__(host, port)
        self._reach = reach

    def connect(self) -> None:
        """Opens it."""
        self.sock = self._reach(self.host, self.port)


class _Secured(_Plain):
    """The same under TLS, with the certificate of the name that was asked for."""

    default_port = 443

    def connect(self) -> None:
        """Opens it."""
        super().connect()
        self.sock = _trust().wrap_socket(self.sock, server_hostname=self.host, do_handshake_on_connect=False)
        self.sock.do_handshake()  # the clock must know the line before anybody waits on it


@cache
def _trust() -> ssl.SSLContext:
    return ssl.create_default_context()


def _reach(host: str, port: int, manner: Manner) -> socket.socket:
    """A line to the first machine of that name that takes it. What the name stands for is asked once and only that is
    called, so that nothing can answer one thing to who looks and another to who calls. OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    machines = [(family, address) for family, _, _, _, address in found]
    if not manner.may_be_local and not all(_is_public(str(address[0])) for _, address in machines):
        raise OwnNetworkError
    failure: OSError = OSError("no address")
    for family, address in machines[:3]:
        line = socket.socket(family, socket.SOCK_STREAM)
        line.settimeout(manner.seconds)
        try:
            line.connect(address)
        except OSError as error:
            line.close()
            failure = error
            continue
        return line
    raise failure


def _is_public(address: str) -> bool:
    """Whether a machine stands in the open net: not this one, its neighbours, or many at once. An IPv4 address inside
    an IPv6 one is looked at itself."""
    machine = ip_address(address.partition("%")[0])
    inner = _inside(machine) if isinstance(machine, IPv6Address) else None
    return all(each.is_global and not each.is_multicast for each in (machine, inner) if each)


def _inside(machine: IPv6Address) -> IPv4Address | None:
    if machine in _TRANSLATED:
        return IPv4Address(int(machine) & 0xFFFF_FFFF)
    return machine.ipv4_mapped or machine.sixtofour
