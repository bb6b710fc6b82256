"""Another site, really served on this machine: each path of it answers in its own way."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class OtherSite:
    """Answers "/200", "/404" … by that status; see `_Handler` for the others. `log` has (method, path, agent, moment)
    of each question."""

    def __init__(self) -> None:
        self.log: list[tuple[str, str, str, float]] = []
        self.answers: dict[str, int] = {}  # path → status, instead of the one in its name
        self.sent = 0
        self.closes_after = 0  # questions; 0: never
        site = self

        class Handler(_Handler):
            its_site = site

        self._server = ThreadingHTTPServer(("0.0.0.0", 0), Handler)  # noqa: S104 - all names of this machine
        self._server.daemon_threads = True
        self.port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        """The address of a path, under one of the machine's names."""
        return f"http://{host}:{self.port}{path}"

    def asked(self) -> list[str]:
        """Methods and paths of the questions."""
        return [f"{method} {path}" for method, path, *_ in self.log]

    def close(self) -> None:
        """Takes no more questions."""
        self._server.shutdown()
        self._server.server_close()


class _Handler(BaseHTTPRequestHandler):
    its_site: OtherSite

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        site = self.its_site
        site.log.append((self.command, self.path, self.headers["User-Agent"], time.monotonic()))
        if len(site.log) == site.closes_after:
            site.close()
        kind = self.path.split("?")[0].split("/")[1]
        special = getattr(self, f"_{kind.replace('-', '_')}", None)
        if self.path not in site.answers and special:
            special()
        else:
            self._status(site.answers.get(self.path) or (int(kind) if kind.isdigit() else 200))

    def _status(self, status: int, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _only_get(self) -> None:
        """Refuses to be asked in short."""
        self._status(200 if self.command == "GET" else int(self.path.split("/")[2]))

    def _to(self) -> None:
        """Leads on to the address behind "?"."""
        self._status(302, Location=self.path.split("?", 1)[1])

    def _round(self) -> None:
        """Leads to itself, for ever."""
        self._status(301, Location=self.path + "/x")

    def _slow(self) -> None:
        """Says nothing."""
        time.sleep(3)

    def _drip(self) -> None:
        """A sign every tenth of a second, for ever."""
        with _gone():
            while True:
                self.wfile.write(b"H")
                time.sleep(0.1)

    def _endless(self) -> None:
        """An answer without an end, for who asks in full."""
        if self.command == "HEAD":
            self._status(405)
            return
        self.send_response(200)
        self.end_headers()
        with _gone():
            while True:
                self.wfile.write(b"x" * 10_000)
                self.its_site.sent += 10_000

    def log_message(self, *_args: object) -> None:
        """Nothing on the terminal."""


@contextmanager
def _gone() -> Iterator[None]:
    """Until who asked has hung up."""
    try:
        yield
    except OSError:
        return
