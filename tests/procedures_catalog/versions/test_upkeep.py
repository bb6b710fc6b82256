"""After an update of the software each published procedure has a version, and no paper became wrong by the update."""

from dataclasses import replace

import pytest
from django.core.management import call_command

from procedures_catalog.comparing.shown_json import pack_shown
from procedures_catalog.models import ProcedurePage, PublishedVersion
from procedures_catalog.presenting.fingerprints import FACE_PARTS
from procedures_catalog.versions.derived import with_parts
from procedures_catalog.versions.noting import note_versions
from procedures_catalog.versions.upkeep import (
    OLDER,
    derive_anew,
    ensure_versions,
    keep_missing_decisions,
    keep_missing_texts,
    pages_without_version,
)
from tests.clock import today
from tests.procedures_catalog.factories import bring, national_row, page_of, published
from tests.procedures_catalog.former_texts import former_texts

pytestmark = [pytest.mark.django_db, pytest.mark.database_differs]


@pytest.fixture
def page(portal):
    return published()


def _versions(page):
    return list(PublishedVersion.objects.filter(identity=page.identity).order_by("number"))


def _say(page, conditions):
    page = page_of(page.code)
    page.conditions = conditions
    page.save_revision().publish()


def _as_older_software_wrote(page, unwatched=(), watched=()):
    """Gives the versions digests that other software took, by which some parts were not watched, others besides."""
    for version in _versions(page):
        parts = {part: f"old-{digest}" for part, digest in version.parts.items() if part not in unwatched}
        with_parts(version, parts | dict.fromkeys(watched, "old"))
        version.answers = {"papers": "với lời khác"}
        version.save()


def _without_text(page, *numbers):
    """As it was before versions held their text: only rows were kept."""
    for version in _versions(page):
        if not numbers or version.number in numbers:
            version.kept, version.texts = b"", former_texts(version.shown().record)
            version.save()


def _faces(page):
    return [[getattr(version, f"{name}_face") for name in FACE_PARTS] for version in _versions(page)]


def _columns(page):
    return list(PublishedVersion.objects.filter(identity=page.identity).order_by("number").values())


# --- What follows from the text -------------------------------------------------------------------


def test_after_an_update_digests_and_answers_follow_from_the_text_again(page):
    for conditions in ("Có dây.", "Có diều và dây.", "Có dây."):
        _say(page, conditions)
    before = _columns(page)
    _as_older_software_wrote(page, unwatched=("applicants",), watched=("weather",))
    assert derive_anew() == 4
    assert _columns(page) == before


def test_what_needs_nothing_is_not_written(page):
    other = published("1.100002")
    before = _columns(other)
    _as_older_software_wrote(page)
    assert (derive_anew(), derive_anew()) == (1, 0)
    assert _columns(other) == before


def test_versions_without_text_say_the_same_as_the_current_one_where_they_said_it_before(page):
    for conditions in ("Có dây.", "Có diều và dây.", "Có dây."):
        _say(page, conditions)
    _without_text(page, 1, 2, 3)
    before = _faces(page)
    _as_older_software_wrote(page)
    assert derive_anew() == 4
    first, second, third, last = _faces(page)
    assert second == last == before[-1]
    assert first[:2] == third[:2] == last[:2]
    assert third[2] != last[2] != first[2]


def test_a_part_that_was_not_watched_then_makes_no_difference(page):
    _say(page, "Có dây.")
    _without_text(page, 1)
    before = _faces(page)
    _as_older_software_wrote(page, unwatched=("applicants", "fee"))
    derive_anew()
    assert _faces(page)[-1] == before[-1]
    assert _faces(page)[0][:2] == before[-1][:2]


def test_a_withdrawn_procedure_is_derived_anew_too(page):
    page.unpublish()
    before = _columns(page)
    _as_older_software_wrote(page)
    assert derive_anew() == 2
    assert _columns(page) == before


def test_nothing_is_noted_by_the_update_itself_nor_before_it(page):
    _as_older_software_wrote(page)
    assert note_versions([page.pk], today()) == 0
    call_command("prepare_portal")
    assert note_versions([page.pk], today()) == 0
    assert len(_versions(page)) == 1


# --- Texts of before ------------------------------------------------------------------------------


def test_the_text_of_the_time_before_it_was_kept_is_kept_where_the_page_still_says_the_same(page):
    other = published("1.100002")
    _without_text(page)
    _without_text(other)
    ProcedurePage.objects.filter(pk=other.pk).update(conditions="Sửa mà không công bố.")
    assert keep_missing_texts(today()) == 1
    assert [bool(version.kept) for one in (page, other) for version in _versions(one)] == [True, False]
    assert [bool(version.texts) for one in (page, other) for version in _versions(one)] == [False, True]
    assert keep_missing_texts(today()) == 0


def test_the_kept_text_is_what_the_page_shows(page):
    (noted,) = _versions(page)
    _without_text(page)
    keep_missing_texts(today())
    (version,) = _versions(page)
    assert version.kept == noted.kept


def test_where_digests_are_of_a_way_that_nobody_knows_it_is_taken_for_granted(page):
    before = _columns(page)[0]
    _without_text(page)
    _as_older_software_wrote(page)
    for version in _versions(page):
        version.parts[OLDER] = ""
        version.save()
    call_command("prepare_portal")
    assert _columns(page) == [before]


def test_what_was_published_before_the_update_was_carried_out_is_a_change(page):
    _without_text(page)
    _as_older_software_wrote(page)
    _say(page, "Có diều và dây.")
    call_command("prepare_portal")
    old, new = _versions(page)
    assert (bool(old.kept), bool(new.kept), new.is_current) == (False, True, True)
    assert old.full_face != new.full_face


def test_a_withdrawn_procedure_waits_until_it_is_published_again(page):
    _without_text(page)
    page.unpublish()
    assert keep_missing_texts(today()) == 0
    assert [version.answers["state"] for version in _versions(page)] == ["Đang áp dụng", "Không còn công bố"]


# --- First versions -------------------------------------------------------------------------------


def test_preparing_the_portal_notes_those_that_have_no_version_and_does_not_say_why(page):
    bring(national_row("1.100002"))
    PublishedVersion.objects.all().delete()
    call_command("prepare_portal")
    assert [version.basis for version in _versions(page)] == [""]
    assert not pages_without_version()


@pytest.mark.slow
@pytest.mark.usefixtures("demo")
def test_the_demonstration_is_noted_as_it_is_shown():
    assert not pages_without_version()
    assert note_versions(ProcedurePage.objects.order_by("pk").values_list("pk", flat=True), today()) == 0


def test_words_of_the_text_that_no_page_shows_make_nothing_to_derive(page):
    (version,) = _versions(page)
    shown = version.shown()
    version.kept = pack_shown(replace(shown, record=replace(shown.record, keywords="sáo")))
    version.save()
    assert derive_anew() == 0


def test_decisions_that_were_shown_before_versions_kept_them_are_added_and_make_no_paper_wrong(page):
    page = page_of(page.code)
    page.local_decision_number = "7/QĐ-UBND"
    page.save_revision().publish()
    (*_, current) = _versions(page)
    current.kept = pack_shown(replace(current.shown(), local_decision=""))
    current.save()
    ensure_versions(today())
    assert note_versions([page.pk], today()) == 0
    (*_, kept) = _versions(page)
    assert (kept.number, kept.shown().local_decision) == (2, "7/QĐ-UBND")
    assert keep_missing_decisions(today()) == 0
