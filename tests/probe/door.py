"""A door of the portal, nginx's or gunicorn's own, and what it answers."""

import http.client
import socket
import ssl
import time
from dataclasses import dataclass, field
from email.message import Message
from pathlib import Path

PATIENCE = 60.0  # seconds


@dataclass(frozen=True)
class Answer:
    """A response; status 0 when none came, and then the body says why."""

    status: int
    headers: Message
    body: bytes
    seconds: float

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8", "replace")


@dataclass(frozen=True)
class Door:
    """Where to ask; with a certificate (which is trusted, it alone) in TLS, else as nginx would ask in the portal."""

    name: str
    host: str
    port: int
    certificate: Path | None = None
    always: dict[str, str] = field(default_factory=dict)

    def connect(self, timeout: float = PATIENCE) -> socket.socket:
        """A bare connection, in which anything may be sent."""
        plain = socket.create_connection(("127.0.0.1", self.port), timeout)
        if self.certificate is None:
            return plain
        return ssl.create_default_context(cafile=str(self.certificate)).wrap_socket(plain, server_hostname=self.host)

    def ask(
        self, path: str, method: str = "GET", headers: dict[str, str] | None = None, body: bytes | None = None,
        timeout: float = PATIENCE,
    ) -> Answer:  # fmt: skip
        """One request in a connection of its own; follows nothing, remembers nothing."""
        began = time.monotonic()
        try:
            with self.connect(timeout) as own:
                connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout)
                connection.sock = own
                connection.request(method, path, body, {"Host": self.host} | self.always | (headers or {}))
                response = connection.getresponse()
                return Answer(response.status, response.headers, response.read(), time.monotonic() - began)
        except (OSError, http.client.HTTPException) as problem:
            return Answer(0, Message(), repr(problem).encode(), time.monotonic() - began)
