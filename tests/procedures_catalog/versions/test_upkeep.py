"""After an update of the software each published procedure has a version, and no paper became wrong by the update."""

import pytest
from django.core.management import call_command

from procedures_catalog.models import ProcedurePage, PublishedVersion
from procedures_catalog.presenting.fingerprints import DEFINITION, FACE_PARTS, face
from procedures_catalog.versions.noting import note_versions
from procedures_catalog.versions.upkeep import carry_versions_over, keep_missing_texts, pages_without_version
from tests.clock import today
from tests.procedures_catalog.factories import bring, national_row, page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.database_differs]
OLDER = DEFINITION - 1


@pytest.fixture
def page(portal):
    return published()


def _versions(page):
    return list(PublishedVersion.objects.filter(identity=page.identity).order_by("number"))


def _say(page, conditions):
    page = page_of(page.code)
    page.conditions = conditions
    page.save_revision().publish()


def _as_older_software_wrote(page, unwatched=()):
    """Gives the versions the digests of another definition, in which some parts were not watched."""
    for version in _versions(page):
        version.definition = OLDER
        version.parts = {part: f"old-{digest}" for part, digest in version.parts.items() if part not in unwatched}
        for name in FACE_PARTS:
            setattr(version, f"{name}_face", face(version.parts, name))
        version.save()


def _faces(page):
    return [[getattr(version, f"{name}_face") for name in FACE_PARTS] for version in _versions(page)]


def test_versions_that_said_the_same_as_the_current_one_say_the_same_still(page):
    for conditions in ("Có dây.", "Có diều và dây.", "Có dây."):
        _say(page, conditions)
    before = _faces(page)
    _as_older_software_wrote(page)
    assert carry_versions_over(today()) == len(before) == 4
    first, second, third, last = _faces(page)
    assert second == last == before[-1]
    assert first[:2] == third[:2] == last[:2]
    assert third[2] != last[2] != first[2]
    assert {version.definition for version in _versions(page)} == {DEFINITION}


def test_nothing_is_noted_by_the_update_itself(page):
    _as_older_software_wrote(page)
    call_command("prepare_portal")
    assert note_versions([page.pk], today()) == 0
    assert len(_versions(page)) == 1


def test_a_part_that_was_not_watched_then_makes_no_difference(page):
    _say(page, "Có dây.")
    before = _faces(page)
    _as_older_software_wrote(page, unwatched=("applicants", "fee"))
    carry_versions_over(today())
    assert _faces(page)[-1] == before[-1]
    assert _faces(page)[0][:2] == before[-1][:2]


def test_the_second_run_writes_nothing(page):
    _as_older_software_wrote(page)
    assert (carry_versions_over(today()), carry_versions_over(today())) == (1, 0)


def test_what_was_published_before_the_update_was_carried_out_is_a_change(page):
    _as_older_software_wrote(page)
    _say(page, "Có diều và dây.")
    assert carry_versions_over(today()) == 0
    old, new = _versions(page)
    assert (old.definition, new.definition, new.is_current) == (OLDER, DEFINITION, True)
    assert old.full_face != new.full_face


def test_a_withdrawn_procedure_waits_until_it_is_published_again(page):
    page.unpublish()
    _as_older_software_wrote(page)
    assert carry_versions_over(today()) == 0


def test_only_the_versions_of_an_older_definition_are_touched(page):
    other = published("1.100002")
    before = _faces(other)
    _as_older_software_wrote(page)
    assert carry_versions_over(today()) == 1
    assert _faces(other) == before


def test_preparing_the_portal_notes_those_that_have_no_version(page):
    bring(national_row("1.100002"))
    PublishedVersion.objects.all().delete()
    call_command("prepare_portal")
    assert len(_versions(page)) == 1
    assert not pages_without_version()


@pytest.mark.slow
@pytest.mark.usefixtures("demo")
def test_the_demonstration_is_noted_as_it_is_shown():
    assert not pages_without_version()
    assert note_versions(ProcedurePage.objects.order_by("pk").values_list("pk", flat=True), today()) == 0


def test_texts_of_the_time_before_they_were_kept_are_kept_where_the_page_still_says_the_same(page):
    other = published("1.100002")
    PublishedVersion.objects.update(texts=b"")
    ProcedurePage.objects.filter(pk=other.pk).update(conditions="Sửa mà không công bố.")
    assert keep_missing_texts(today()) == 1
    assert [bool(version.texts) for one in (page, other) for version in _versions(one)] == [True, False]
    assert keep_missing_texts(today()) == 0
