"""Whoever wants to save on a disk that takes nothing reads why, in words, and what became of what was typed."""

import errno
import sqlite3

import pytest
from django.contrib.sessions.backends.base import SessionBase
from django.core.cache import cache
from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper
from wagtail.models import Site

from cms.failing import AWAY, BUSY, FULL, READ_ONLY, trouble_of
from pages.models import PortalSettings
from pages.site import sites

pytestmark = pytest.mark.django_db
SIGN_IN = "/tai-khoan/dang-nhap/"


def failure(name: str) -> OperationalError:
    """What Django makes of a failure that SQLite calls so."""
    cause = sqlite3.OperationalError("database or disk is full")
    cause.sqlite_errorname = name
    error = OperationalError(str(cause))
    error.__cause__ = cause
    return error


@pytest.fixture
def client(client):
    """Somebody who reads the answer, whatever the portal raises within."""
    client.raise_request_exception = False
    return client


@pytest.fixture
def failing(monkeypatch):
    """Makes the database answer nothing but this failure."""

    def fail(error: Exception) -> None:
        def refuse(*args, **kwargs):
            raise error

        monkeypatch.setattr(BaseDatabaseWrapper, "cursor", refuse)

    return fail


@pytest.mark.parametrize(
    ("name", "trouble"),
    [("SQLITE_FULL", FULL), ("SQLITE_IOERR_SHMSIZE", FULL), ("SQLITE_READONLY_DBMOVED", READ_ONLY),
     ("SQLITE_BUSY_SNAPSHOT", BUSY), ("SQLITE_CANTOPEN", AWAY), ("SQLITE_CORRUPT", AWAY), ("SQLITE_ERROR", None)],
)  # fmt: skip
def test_troubles_of_the_database_are_known_by_the_engines_own_names(name, trouble):
    assert trouble_of(failure(name)) is trouble


@pytest.mark.parametrize(("number", "trouble"), [(errno.ENOSPC, FULL), (errno.EROFS, READ_ONLY), (errno.EPERM, None)])
def test_troubles_of_the_disk_are_known_by_their_number(number, trouble):
    assert trouble_of(OSError(number, "")) is trouble


def test_a_trouble_is_known_beneath_what_it_led_to():
    error = ValueError("no picture")
    error.__context__ = OSError(errno.ENOSPC, "")
    assert trouble_of(error) is FULL


def test_a_form_that_cannot_be_saved_is_answered_in_words(client, failing):
    failing(failure("SQLITE_FULL"))
    response = client.post(SIGN_IN, {"login": "canbo", "password": "x"})
    page = response.content.decode()
    assert response.status_code == 503
    assert response["Retry-After"] == "300"
    assert "máy chủ hết chỗ" in page
    assert "chưa được lưu" in page


def test_a_session_that_cannot_be_kept_is_answered_in_words_too(client, monkeypatch, django_user_model):
    def refuse(self):
        raise failure("SQLITE_READONLY")

    django_user_model.objects.create_user("canbo", password="mot-mat-khau-dai")
    monkeypatch.setattr(SessionBase, "cycle_key", refuse)
    response = client.post(SIGN_IN, {"login": "canbo", "password": "mot-mat-khau-dai"})
    assert response.status_code == 503
    assert "chỉ còn đọc được" in response.content.decode()


def test_a_reader_of_a_portal_without_a_database_reads_that_it_rests(client, failing):
    failing(failure("SQLITE_CANTOPEN"))
    response = client.get("/thu-tuc/")
    assert response.status_code == 503
    assert "Cổng tạm ngừng" in response.content.decode()
    assert "vừa gõ" not in response.content.decode()


@pytest.mark.parametrize("name", ["SQLITE_BUSY", "SQLITE_FULL", "SQLITE_READONLY"])
def test_who_only_wanted_to_read_is_told_nothing_of_saving(client, failing, name):
    failing(failure(name))
    page = client.get("/thu-tuc/").content.decode()
    assert "Chưa mở được trang này" in page
    assert "lưu" not in page.split("<main")[1]


def test_programs_read_it_as_json(client, failing):
    failing(failure("SQLITE_CANTOPEN"))
    response = client.get("/api/v1/procedures")
    assert response.status_code == 503
    assert "Cổng tạm ngừng" in response.json()["detail"]


def test_any_other_error_is_still_an_error(client, failing):
    failing(RuntimeError("a mistake of ours"))
    response = client.get("/thu-tuc/")
    assert response.status_code == 500
    assert "Lỗi này do máy chủ" in response.content.decode()


HOTLINE = "0999 123 456"


@pytest.mark.parametrize("error", [RuntimeError("a mistake of ours"), failure("SQLITE_CANTOPEN")], ids=["500", "503"])
def test_whoever_reads_of_a_failure_finds_the_telephone_that_was_known_last(client, failing, portal, error):
    site = Site.objects.get(is_default_site=True)
    PortalSettings.objects.update_or_create(site=site, defaults={"hotline": HOTLINE})
    client.get("/")
    cache.clear()
    failing(error)
    assert 'href="tel:+84999123456"' in client.get("/thu-tuc/").content.decode()


def test_without_a_known_telephone_none_is_named(client, failing, monkeypatch):
    monkeypatch.setattr(sites, "_LAST_READ", [])
    failing(RuntimeError("a mistake of ours"))
    response = client.get("/thu-tuc/")
    assert response.status_code == 500
    assert "tel:" not in response.content.decode()


def test_an_address_that_is_too_long_is_told_in_words_with_the_way_on(client, portal):
    response = client.get("/dia-chi-qua-dai/")
    assert response.status_code == 414
    assert "Địa chỉ quá dài" in response.content.decode()
    assert 'action="/tim-kiem/"' in response.content.decode()
