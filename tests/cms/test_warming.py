"""A process of the web server asks itself for the search page when it begins, and begins whatever comes of that."""

import runpy
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import DatabaseError

from cms.warming import begin, warm
from search.feed.engine import embedded_index
from search.models import AskedQuestion, HeardQuestion
from tests.search.index.contract import EVERYTHING

CONFIGURATION = Path(settings.PROJECT_DIR) / "gunicorn.conf.py"


@pytest.mark.django_db
def test_it_asks_what_a_reader_would_ask_and_counts_nothing(portal):
    embedded_index().rebuild(EVERYTHING)
    said = []

    def application(environ, start_response):
        return WSGIHandler()(environ, lambda status, headers: said.append(status))

    warm(application)
    assert said == ["200 OK"]
    assert not AskedQuestion.objects.exists()
    assert not HeardQuestion.objects.exists()


def test_what_fails_stops_nothing(caplog):
    def away(environ, start_response):
        raise DatabaseError("không có cơ sở dữ liệu")

    warm(away)
    assert "chưa đọc trước được" in caplog.text


def test_the_process_does_not_wait_for_it():
    may_answer = threading.Event()
    thread = begin(lambda environ, start_response: [b"" if may_answer.wait(60) else b"late"])
    assert thread.is_alive()
    may_answer.set()
    thread.join()


def test_the_web_server_begins_it_in_each_process():
    asked, was_asked = [], threading.Event()

    def application(environ, start_response):
        asked.append(environ["PATH_INFO"])
        was_asked.set()
        return []

    runpy.run_path(str(CONFIGURATION))["post_worker_init"](SimpleNamespace(wsgi=application))
    assert was_asked.wait(60)
    assert asked == ["/tim-kiem/"]
