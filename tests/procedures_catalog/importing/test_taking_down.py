"""A portal of older software shows no internal procedure after the update, and others' only as long as it wants to."""

from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page, Revision

from procedures_catalog.importing.taking_down import take_down_internal
from procedures_catalog.models import ProcedurePage, PublishedVersion
from tests.procedures_catalog.factories import bring, national_row, page_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
INTERNAL, FOREIGN, DECIDED, NATIONAL = "6.100001", "1.100002", "1.100003", "1.100004"


@pytest.fixture(autouse=True)
def _published_by_older_software(portal):
    foreign = {"Số quyết định": "12/QĐ-UBND", "Cơ quan thực hiện": "Sở Gió tỉnh Bắc Ninh"}
    bring(national_row(INTERNAL), national_row(FOREIGN, **foreign), national_row(DECIDED, **foreign))
    bring(national_row(NATIONAL))
    page_of(DECIDED).save_revision().publish(user=get_user_model().objects.create_superuser("duyet"))
    Page.objects.filter(slug__contains="-10000").update(live=True, first_published_at=timezone.now())


def public() -> set[str]:
    return set(ProcedurePage.objects.live().values_list("code", flat=True))


def told(*words: str) -> str:
    out = StringIO()
    call_command(*words, stdout=out)
    return out.getvalue()


def test_internal_ones_are_taken_down_once():
    assert take_down_internal() == 1
    assert public() == {FOREIGN, DECIDED, NATIONAL}
    assert take_down_internal() == 0


def test_an_hour_set_for_an_internal_one_is_forgotten():
    page = page_of(INTERNAL)
    revision = page.save_revision(clean=False)
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=timezone.now() + timedelta(days=1))
    take_down_internal()
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()


def test_papers_hear_that_it_is_gone():
    PublishedVersion.objects.all().delete()
    take_down_internal()
    assert not PublishedVersion.objects.exists()  # it was never noted, so nothing hangs


def test_preparing_the_portal_takes_internal_ones_down_and_nothing_else():
    assert "Đã gỡ 1 thủ tục nội bộ" in told("prepare_portal")
    assert public() == {FOREIGN, DECIDED, NATIONAL}


def test_others_are_listed_and_taken_down_only_when_asked_but_for_what_an_editor_decided():
    listed = told("take_down_foreign")
    assert FOREIGN in listed
    assert "(người biên tập đã công bố)" in listed
    assert NATIONAL not in listed
    assert public() == {INTERNAL, FOREIGN, DECIDED, NATIONAL}
    told("take_down_foreign", "--apply")
    assert public() == {DECIDED, NATIONAL}
    bring(national_row(FOREIGN, **{"Số quyết định": "12/QĐ-BG"}))
    assert FOREIGN not in public()  # what was taken down is brought back by a person alone
