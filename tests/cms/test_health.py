"""The page that says whether the portal works."""

import pytest
from django.core.management import call_command
from django.db import DatabaseError
from django.db.backends.base.base import BaseDatabaseWrapper

from search.outbox import note
from tests.postgres.server import free_port

pytestmark = pytest.mark.django_db
ADDRESS = "/suc-khoe/"


@pytest.fixture
def indexed():
    call_command("rebuild_index", verbosity=0)


@pytest.fixture
def without_elasticsearch(settings):
    """A portal whose Elasticsearch is not there, at an address with a password in it."""
    settings.ELASTICSEARCH_URLS = [f"http://portal:mat-khau-bi-mat@127.0.0.1:{free_port()}"]


def as_json(client):
    response = client.get(ADDRESS, headers={"accept": "application/json"})
    return response.status_code, response.json()


def test_all_is_well(client, indexed):
    response = client.get(ADDRESS)
    page = response.content.decode()
    assert response.status_code == 200
    assert "Cổng hoạt động bình thường." in page
    assert "Đang tìm bằng chỉ mục trên máy chủ của cổng. Mọi thay đổi đã vào chỉ mục." in page
    assert "no-store" in response["Cache-Control"]
    search = {"answers": "embedded", "expected": "embedded", "failing_since": None, "waiting": {"embedded": 0}}
    assert as_json(client) == (200, {"status": "ok", "database": "ok", "search": search})


def test_what_waits_is_counted(client, indexed):
    note(["page:1", "page:2"])
    assert as_json(client)[1]["search"]["waiting"] == {"embedded": 2}
    assert "Còn 2 thay đổi chờ đưa vào chỉ mục." in client.get(ADDRESS).content.decode()


def test_the_fallback_is_said_with_the_time_and_is_no_failure(client, indexed, without_elasticsearch):
    status, said = as_json(client)
    assert (status, said["status"]) == (200, "degraded")
    assert (said["search"]["answers"], said["search"]["expected"]) == ("embedded", "elasticsearch")
    assert said["search"]["failing_since"]
    page = client.get(ADDRESS).content.decode()
    assert "Elasticsearch không trả lời từ" in page
    assert "đang tìm bằng chỉ mục dự phòng" in page


def test_without_any_index_it_fails(client, without_elasticsearch):
    assert as_json(client)[0] == 500
    response = client.get(ADDRESS)
    assert response.status_code == 500
    assert "Không chỉ mục nào dùng được; cần chạy rebuild_index." in response.content.decode()


def test_without_the_database_it_fails_and_still_answers(client, indexed, monkeypatch):
    def gone(self, *args, **kwargs):
        raise DatabaseError('connection to server at "10.1.2.3", user "portal" failed')

    monkeypatch.setattr(BaseDatabaseWrapper, "cursor", gone)
    status, said = as_json(client)
    assert (status, said["status"], said["database"]) == (500, "down", "down")
    assert said["search"]["answers"] == "embedded"
    response = client.get(ADDRESS)
    assert response.status_code == 500
    assert "Cơ sở dữ liệu không trả lời." in response.content.decode()
    assert "10.1.2.3" not in response.content.decode()


@pytest.mark.parametrize("form", ["json", "text", "atom", "rss", "openmetrics"])
def test_no_form_of_it_tells_a_secret(client, without_elasticsearch, form):
    assert "mat-khau-bi-mat" not in client.get(ADDRESS, {"format": form}).content.decode()
