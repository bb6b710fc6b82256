"""Servers that answer nonsense, too late, or a letter at a time."""

import socket
import threading
from collections.abc import Iterator

import pytest

from search.index.breaker import Breaker
from search.index.elastic.engine import ElasticIndex
from search.index.elastic.server import Server
from search.index.embedded import EmbeddedIndex
from search.index.file_lock import FileLock
from search.index.guarded import GuardedIndex
from search.index.port import IndexUnavailableError
from search.question.query import Query
from tests.search.index.contract import BIRTH, EVERYTHING

QUERY = Query("khai sinh")
HEAD = b"HTTP/1.1 %s\r\nX-Elastic-Product: Elasticsearch\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
JSON = b"application/vnd.elasticsearch+json"


def whole(status: bytes, kind: bytes, body: bytes) -> bytes:
    return HEAD % (status, kind, len(body)) + body


ANSWERS = {
    "an error": whole(b"500 Oops", JSON, b'{"error": "Oops"}'),
    "too many": whole(b"429 Too Many", JSON, b'{"error": "circuit_breaking_exception"}'),
    "a page": whole(b"200 OK", b"text/html", b"<h1>It works!</h1>"),
    "a refusal": whole(b"401 Unauthorized", JSON, b"{}"),
    "no JSON": whole(b"200 OK", JSON, b'{"responses": ['),
    "other JSON": whole(b"200 OK", JSON, b'{"responses": [{}, {}, {}]}'),
    "a list": whole(b"200 OK", JSON, b"[]"),
    "another product": b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}",
    "no HTTP": b"SSH-2.0-OpenSSH\r\n",
    "nothing": b"",
    "half of it": whole(b"200 OK", JSON, b'{"responses": []}')[:-5],
    "bytes": whole(b"200 OK", JSON, bytes(range(256))),
}


class Fake:
    """Answers every connection with the same bytes; one that is slow sends one byte at a time."""

    def __init__(self, answer: bytes, is_slow: bool) -> None:
        self._answer = answer
        self._is_slow = is_slow
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._closed = threading.Event()
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        self._closed.set()
        self._listener.close()

    def _serve(self) -> None:
        while not self._closed.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._answer_to, args=(connection,), daemon=True).start()

    def _answer_to(self, connection: socket.socket) -> None:
        try:
            with connection:
                connection.recv(65_536)
                if not self._is_slow:
                    connection.sendall(self._answer)
                for at in range(len(self._answer) if self._is_slow else 0):
                    connection.sendall(self._answer[at : at + 1])
                    self._closed.wait(0.1)
        except OSError:
            return


@pytest.fixture
def fake() -> Iterator:
    made = []

    def make(answer: bytes, is_slow: bool = False) -> Fake:
        made.append(Fake(answer, is_slow))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture
def guarded(tmp_path):
    spare = EmbeddedIndex(tmp_path / "spare.sqlite3")
    spare.rebuild(EVERYTHING)

    def guard(url: str) -> tuple[GuardedIndex, ElasticIndex]:
        main = ElasticIndex(Server([url]), "test", FileLock(tmp_path / "lock").held)
        return GuardedIndex(main, spare, Breaker(15.0), lambda: None), main

    return guard


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_the_embedded_index_answers_instead_of_nonsense(fake, guarded, answer):
    index, _ = guarded(fake(answer).url)
    assert index.search(QUERY).total
    assert index.suggest("khai", 3)
    assert index.count() == len(EVERYTHING)
    assert index.seconds_failing() is not None


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_nonsense_breaks_no_search_and_no_writing_looks_done(fake, guarded, answer):
    _, main = guarded(fake(answer).url)
    assert main.search(QUERY).unavailable
    assert main.suggest("khai", 3) == []
    assert main.count() == 0
    with pytest.raises((IndexUnavailableError, LookupError, TypeError)):
        main.put([BIRTH])


def test_a_server_that_sends_a_letter_at_a_time_is_not_waited_for(fake, guarded):
    index, _ = guarded(fake(whole(b"200 OK", JSON, b" " * 10_000), is_slow=True).url)
    assert index.search(QUERY).total
    assert index.seconds_failing() is not None


def test_a_server_that_takes_connections_and_says_nothing_is_not_waited_for(guarded):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        index, main = guarded(f"http://127.0.0.1:{silent.getsockname()[1]}")
        assert index.search(QUERY).total
        assert main.search(QUERY).unavailable
