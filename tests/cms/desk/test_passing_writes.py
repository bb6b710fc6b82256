"""Opening a page to edit and signing in while somebody holds the database: neither waits long, neither fails."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import OperationalError, connection
from django.urls import reverse
from wagtail.admin.models import EditingSession
from wagtail.models import PageSubscription

from cms.desk import passing_writes
from tests.procedures_catalog.factories import published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


@contextmanager
def _refuses_writes() -> Iterator[None]:
    """The database as it answers while another holds it: it reads, and every write fails."""

    def refuse(execute, sql, params, many, context):
        if sql.split(None, 1)[0] in ("INSERT", "UPDATE", "DELETE"):
            raise OperationalError("database is locked")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse):
        yield


def test_a_page_opens_to_be_edited_while_nothing_can_be_written(admin_client):
    page = published()
    with _refuses_writes():
        shown = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert shown.status_code == 200
    assert not EditingSession.objects.exists()


def test_a_page_that_opened_so_is_known_to_be_open_by_its_next_sign_of_life(admin_client):
    page = published()
    with _refuses_writes():
        shown = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    session = shown.context["editing_sessions"]
    assert admin_client.post(session.ping_url).status_code == 200
    assert EditingSession.objects.count() == 1


def test_who_has_a_page_open_is_kept_as_ever_when_it_can_be(admin_client):
    page = published()
    admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert EditingSession.objects.get().object_id == str(page.pk)


def test_what_was_left_out_is_written_when_it_is_needed(admin_client, admin_user):
    page = published()
    with _refuses_writes():
        admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert not PageSubscription.objects.exists()
    for _ in range(2):
        admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert PageSubscription.objects.get().user == admin_user


def test_the_hour_of_the_last_sign_in_is_kept_when_it_can_be_and_never_hinders(django_user_model):
    person = django_user_model.objects.create_user("hoa")
    with _refuses_writes():
        passing_writes._last_signed_in(django_user_model, person)
    person.refresh_from_db()
    assert person.last_login is None
    passing_writes._last_signed_in(django_user_model, person)
    person.refresh_from_db()
    assert person.last_login is not None
