"""The page that says whether the portal works."""

import json
from functools import partial

import pytest
from django.contrib.staticfiles import storage as staticfiles_storages
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import DatabaseError, NotSupportedError, connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.recorder import MigrationRecorder
from django.template.loader import render_to_string
from wagtail.documents import get_document_model
from wagtail.models import Page
from whitenoise.storage import CompressedManifestStaticFilesStorage

from agencies.models import Agency
from cms.checks import static_files_are_collected, warn
from cms.health import space, static_files
from procedures_catalog.models import ImportRun
from search.feed import healing, wholeness
from search.feed.engine import EMBEDDED, index_of
from search.feed.healing import begin, note_reason
from search.feed.outbox import note
from tests.postgres.server import free_port
from tests.procedures_catalog.factories import published

pytestmark = pytest.mark.django_db
ADDRESS = "/suc-khoe/"


@pytest.fixture
def indexed(portal):
    """A portal with a home page and a whole index."""
    call_command("rebuild_index", verbosity=0)


@pytest.fixture
def without_elasticsearch(settings):
    """A portal whose Elasticsearch is not there, at an address with a password in it."""
    settings.ELASTICSEARCH_URLS = [f"http://portal:mat-khau-bi-mat@127.0.0.1:{free_port()}"]


@pytest.fixture
def started(monkeypatch, settings):
    """What the portal would heal: only noted here."""
    settings.SEARCH_HEALS_ITSELF = True
    begun = []
    monkeypatch.setattr(wholeness, "_remembered", {})
    monkeypatch.setattr(healing, "_in_another_process", lambda engine, lock: begun.append(engine))
    return begun


def as_json(client):
    response = client.get(ADDRESS, headers={"accept": "application/json"})
    return response.status_code, response.json()


def as_page(client):
    response = client.get(ADDRESS)
    return response.status_code, response.content.decode()


def test_all_is_well(client, indexed):
    response = client.get(ADDRESS)
    page = response.content.decode()
    assert response.status_code == 200
    assert "Cổng hoạt động bình thường." in page
    assert "Đang tìm bằng chỉ mục trên máy chủ của cổng. Mọi thay đổi đã vào chỉ mục." in page
    assert "no-store" in response["Cache-Control"]
    status, said = as_json(client)
    assert (status, said["status"], said["database"]) == (200, "ok", "ok")
    assert said["search"] == {
        "answers": "embedded",
        "expected": "embedded",
        "failing_since": None,
        "waiting": {"embedded": 0},
        "ailing": [],
        "being_built": [],
    }
    assert said["disk"]["free_megabytes"] > 0


def test_what_waits_is_counted(client, indexed):
    note(["page:1", "page:2"])
    assert as_json(client)[1]["search"]["waiting"] == {"embedded": 2}
    assert "Còn 2 thay đổi chờ đưa vào chỉ mục." in as_page(client)[1]


def test_the_fallback_is_said_with_the_time_and_is_no_failure(client, indexed, without_elasticsearch):
    status, said = as_json(client)
    assert (status, said["status"]) == (200, "degraded")
    assert (said["search"]["answers"], said["search"]["expected"]) == ("embedded", "elasticsearch")
    assert said["search"]["failing_since"]
    page = as_page(client)[1]
    assert "Elasticsearch không trả lời từ" in page
    assert "đang tìm bằng chỉ mục dự phòng" in page


def test_without_any_index_it_is_down(client, portal, without_index, without_elasticsearch):
    assert as_json(client)[0] == 503
    status, page = as_page(client)
    assert status == 503
    assert "Không chỉ mục nào dùng được." in page


def test_a_lost_index_is_down_and_healed(client, portal, without_index, started):
    status, said = as_json(client)
    assert (status, said["status"], said["search"]["ailing"]) == (503, "down", ["embedded"])
    assert started == [EMBEDDED]


def test_an_index_made_by_one_publication_is_down_and_healed(client, portal, without_index, started):
    index_of(EMBEDDED).put([])
    assert as_json(client)[0] == 503
    assert started == [EMBEDDED]


def test_an_index_with_far_fewer_entries_than_the_portal_has_is_down_and_healed(client, indexed, started):
    Agency.objects.bulk_create(Agency(name=f"Sở số {number}", slug=f"so-{number}") for number in range(20))
    status, said = as_json(client)
    assert (status, said["search"]["answers"]) == (503, "")
    assert started == [EMBEDDED]


def test_damage_that_a_search_met_is_down_although_little_of_the_index_is_read_here(client, indexed):
    note_reason(EMBEDDED, "database disk image is malformed")
    status, said = as_json(client)
    assert (status, said["status"], said["search"]["ailing"]) == (503, "down", ["embedded"])
    assert "cổng tự lập lại" in as_page(client)[1]


def test_while_an_index_is_looked_at_it_is_not_said_to_be_well(client, indexed):
    said = []
    begin(EMBEDDED, lambda *_: said.append(as_json(client)[1]))
    assert said[0]["status"] == "degraded"
    assert said[0]["search"]["being_built"] == ["embedded"]


def test_without_the_database_it_is_down_and_still_answers(client, indexed, monkeypatch):
    def gone(self, *args, **kwargs):
        raise DatabaseError('connection to server at "10.1.2.3", user "portal" failed')

    monkeypatch.setattr(BaseDatabaseWrapper, "cursor", gone)
    status, said = as_json(client)
    assert (status, said["status"], said["database"]) == (503, "down", "down")
    assert said["search"]["answers"] == "embedded"
    status, page = as_page(client)
    assert status == 503
    assert "Cơ sở dữ liệu không trả lời" in page
    assert "10.1.2.3" not in page


def test_a_procedure_that_cannot_be_read_is_down(client, indexed, monkeypatch):
    def refused(_slug):
        raise NotSupportedError("no JSON")

    assert as_json(client)[1]["procedures"] == "ok"
    published("1.100001")
    assert as_json(client)[1]["procedures"] == "ok"
    monkeypatch.setattr("cms.health.procedures.find_procedure", refused)
    status, said = as_json(client)
    assert (status, said["status"], said["procedures"]) == (503, "down", "down")


def test_a_database_of_something_else_is_down(client, indexed, monkeypatch):
    monkeypatch.setattr(MigrationRecorder, "applied_migrations", lambda self: {})
    status, page = as_page(client)
    assert status == 503
    assert "trống hoặc không phải của cổng này" in page


def test_a_database_that_the_software_is_ahead_of_is_down(client, indexed):
    MigrationRecorder(connection).record_unapplied("search", "0012_pending_by_engine")
    status, page = as_page(client)
    assert status == 503
    assert "thiếu 1 bước cập nhật" in page


def test_a_database_without_a_home_page_is_down(client, indexed):
    Page.objects.filter(depth=2).update(live=False)
    status, page = as_page(client)
    assert status == 503
    assert "không có trang chủ" in page


def test_little_room_on_the_disk_is_said_and_is_no_failure(client, indexed, settings):
    settings.FREE_MEGABYTES = 10**9
    status, said = as_json(client)
    assert (status, said["status"], said["disk"]["wanted_megabytes"]) == (200, "degraded", 10**9)
    assert "Đĩa dữ liệu sắp đầy" in as_page(client)[1]


def test_a_disk_that_is_only_read_is_said_and_is_no_failure(client, indexed, monkeypatch):
    monkeypatch.setattr(space, "is_read_only", lambda folder: True)
    status, said = as_json(client)
    assert (status, said["status"], said["disk"]["read_only"]) == (200, "degraded", True)
    assert "chỉ đọc" in as_page(client)[1]


@pytest.mark.parametrize("form", ["json", "text", "atom", "rss", "openmetrics"])
def test_no_form_of_it_tells_a_secret(client, portal, without_index, without_elasticsearch, form):
    assert "mat-khau-bi-mat" not in client.get(ADDRESS, {"format": form}).content.decode()


# --- Imports --------------------------------------------------------------------------------------


def test_an_import_that_was_cut_short_is_told_and_is_no_failure(client, indexed):
    assert client.get(f"{ADDRESS}?format=json").json()["imports"] == {"cut_short": []}
    ImportRun.objects.create(files=[{"name": "danh-muc.jsonl", "digest": "", "rows": 3}])
    said = client.get(f"{ADDRESS}?format=json")
    assert (said.status_code, said.json()["status"]) == (200, "degraded")
    assert said.json()["imports"] == {"cut_short": ["danh-muc.jsonl"]}
    assert "finish_import" in client.get(ADDRESS).content.decode()


# --- What pages need besides the database ---------------------------------------------------------


@pytest.fixture
def collected(settings, tmp_path, monkeypatch):
    """A function that serves by a list of collected files from which these names are missing."""
    settings.STATIC_ROOT = tmp_path

    def serve(*missing):
        names = [name for names in static_files._names() for name in names if name not in missing]
        (tmp_path / "staticfiles.json").write_text(
            json.dumps({"version": "1.1", "paths": {name: name for name in names}})
        )
        storage = CompressedManifestStaticFilesStorage()
        storage.url = partial(storage.url, force=True)  # as in production, without DEBUG
        for module in (static_files, staticfiles_storages):
            monkeypatch.setattr(module, "staticfiles_storage", storage)

    return serve


def test_every_file_collected_is_well(client, indexed, collected):
    collected()
    assert as_json(client)[1]["static"] == "ok"


def test_without_a_collected_file_of_the_public_pages_it_is_down_and_still_drawn(client, indexed, collected):
    collected("css/base.css")
    status, said = as_json(client)
    assert (status, said["status"], said["static"]) == (503, "down", "down")
    status, page = as_page(client)
    assert status == 503
    assert "Thiếu 1 tệp tĩnh so với phần mềm (css/base.css…): chạy collectstatic rồi khởi động lại cổng." in page
    assert static_files_are_collected(None)[0].id == "cms.W001"


def test_without_a_collected_file_of_the_desk_it_is_degraded(client, indexed, collected):
    collected("wagtailadmin/css/core.css")
    assert (as_json(client)[0], as_json(client)[1]["static"]) == (200, "degraded")


@pytest.mark.parametrize("name", ["500.html", "503.html", "403_csrf.html"])
def test_pages_about_failures_do_not_fail_without_style_sheets(collected, name):
    assert 'href="/static/css/base.css"' in render_to_string(name)
    collected("css/base.css")
    assert "base.css" not in render_to_string(name)


def test_a_start_without_static_files_is_logged(collected, caplog):
    warn()
    assert caplog.messages == []
    collected("css/base.css")
    warn()
    assert "collectstatic" in caplog.text


def test_a_lost_folder_of_uploads_is_said_and_is_no_failure(client, indexed):
    assert as_json(client)[1]["uploads"] == "ok"
    document = get_document_model().objects.create(title="Tờ khai", file=ContentFile(b"...", name="to-khai.txt"))
    assert as_json(client)[1]["uploads"] == "ok"
    document.file.storage.delete(document.file.name)
    status, said = as_json(client)
    assert (status, said["uploads"]) == (200, "degraded")
    assert "thư mục media" in as_page(client)[1]
