"""What an import changes: at once where it publishes, else as a draft beside what citizens go on reading."""

import pytest
from wagtail.models import Revision

from procedures_catalog.models import ProcedureAgency, ProcedurePage
from tests.procedures_catalog.factories import bring, local_row, national_row, page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
OTHER = {"Yêu cầu, điều kiện thực hiện": "Có diều và có gió.", "Cơ quan phối hợp": "Công an cấp tỉnh"}


def cooperating(page: ProcedurePage) -> list[str]:
    return [row.name for row in page.agencies.all() if row.role == "cooperating"]


def test_what_is_published_at_once_keeps_its_text_of_before_in_the_history():
    published("1.100001")
    bring(national_row("1.100001", **OTHER))
    page = page_of("1.100001")
    assert (page.conditions, cooperating(page), page.has_unpublished_changes) == (
        "Có diều và có gió.", ["Công an cấp tỉnh"], False,
    )  # fmt: skip
    before, after = Revision.objects.for_instance(page).order_by("pk")
    assert (before.as_object().conditions, after.as_object().conditions) == ("Có diều.", "Có diều và có gió.")


def test_without_publishing_citizens_read_on_and_the_draft_has_the_change():
    published("1.100001")
    bring(national_row("1.100001", **OTHER), publish=False)
    page = page_of("1.100001")
    draft = page.get_latest_revision_as_object()
    assert (page.conditions, cooperating(page), page.has_unpublished_changes) == ("Có diều.", ["Công an cấp xã"], True)
    assert (draft.conditions, cooperating(draft)) == ("Có diều và có gió.", ["Công an cấp tỉnh"])


def test_only_the_rows_that_the_change_concerns_are_replaced():
    page = published("1.100001")
    kept = {row.pk for row in page.legal_bases.all()} | {row.pk for row in page.levels.all()}
    agencies = {row.pk for row in page.agencies.all()}
    bring(national_row("1.100001", **OTHER))
    page = page_of("1.100001")
    assert {row.pk for row in page.legal_bases.all()} | {row.pk for row in page.levels.all()} == kept
    assert not agencies & set(ProcedureAgency.objects.filter(page=page).values_list("pk", flat=True))


def test_the_provinces_list_changes_its_own_columns_and_no_official_text():
    page = published("1.100001")
    bring(local_row("1.100001"))
    after = page_of("1.100001")
    assert (after.listed_name, after.online_level) == ("Thẻ diều 1.100001", "partial")
    assert (after.official_name, after.layer, after.conditions) == (page.official_name, "national", page.conditions)


def test_the_same_file_again_writes_nothing():
    published("1.100001")
    before = (Revision.objects.count(), page_of("1.100001").last_published_at)
    report = bring(national_row("1.100001"))
    assert report.counts["unchanged"] == 1
    assert (Revision.objects.count(), page_of("1.100001").last_published_at) == before
