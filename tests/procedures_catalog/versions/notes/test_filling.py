"""Versions of the time before notes get theirs, the latest first, a bounded number at a time."""

import pytest
from django.core.management import call_command

from procedures_catalog.models import ChangeNote
from procedures_catalog.versions.notes.filling import fill_notes
from tests.procedures_catalog.factories import bring, national_row, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal"), pytest.mark.database_differs]
CODE = "1.100001"


@pytest.fixture
def former(portal) -> list[str]:
    """The notes as they would have been; none of them is there."""
    published(CODE)
    for said in ("Có dây.", "Có sáo."):
        bring(national_row(CODE, **{"Yêu cầu, điều kiện thực hiện": said}))
    texts = list(ChangeNote.objects.order_by("version").values_list("text", flat=True))
    ChangeNote.objects.all().delete()
    return texts


def texts() -> list[str]:
    return list(ChangeNote.objects.order_by("version").values_list("text", flat=True))


def test_the_latest_come_first_and_in_the_end_all_have_the_note_that_they_would_have_had(former):
    assert fill_notes(most=2) == 2
    assert texts() == former[1:]
    assert fill_notes() == 1
    assert texts() == former


def test_when_all_have_one_nothing_is_written(former, django_assert_num_queries):
    fill_notes()
    with django_assert_num_queries(1):
        assert fill_notes() == 0


def test_what_a_person_wrote_stays(former):
    fill_notes()
    ChangeNote.objects.filter(version__number=2).update(text="Do người viết")
    assert fill_notes() == 0
    assert "Do người viết" in texts()


@pytest.mark.parametrize("command", ["note_versions", "prepare_portal"])
def test_the_night_and_an_update_do_it(former, command):
    call_command(command)
    assert texts() == former
