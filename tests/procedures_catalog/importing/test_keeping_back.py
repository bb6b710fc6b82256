"""What an import keeps back: kept as pages that nobody published, told by name, left to the desk."""

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from consequences.registry import touched
from pages.taking_off import because
from procedures_catalog.importing.apply import Stopped
from procedures_catalog.importing.judging.questions import REASONS
from procedures_catalog.models import ProcedurePage, PublishedVersion
from tests.procedures_catalog.factories import bring, local_row, national_row, page_of, published
from tests.procedures_catalog.store.test_own_province import call_it

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
OURS, FOREIGN, NOBODYS, INTERNAL, EMPTY = "1.100001", "1.100002", "1.100003", "6.100004", "1.100005"


def rows(**values):
    """One of each kind, for the province of Lâm Đồng."""
    committee = {"Số quyết định": "12/QĐ-UBND"} | values
    return (
        national_row(OURS, 2, **committee | {"Cơ quan thực hiện": "Sở Gió tỉnh Lâm Đồng"}),
        national_row(FOREIGN, 3, **committee | {"Cơ quan thực hiện": "Sở Gió tỉnh Bắc Ninh"}),
        national_row(NOBODYS, 4, **committee),
        national_row(INTERNAL, 5, **values),
        national_row(EMPTY, 6, **values | {"Trình tự thực hiện": "test", "Thành phần hồ sơ": []}),
    )


@pytest.fixture(autouse=True)
def _in_lam_dong():
    call_it("tỉnh Lâm Đồng")


def public() -> set[str]:
    return set(ProcedurePage.objects.live().values_list("code", flat=True))


def kept_back(report) -> dict[str, str]:
    return {row.code: row.reason for _, row in report.kept_back if not row.is_public}


def test_only_what_is_ours_is_published_and_the_others_are_told_with_their_reasons():
    report = bring(*rows())
    assert public() == {OURS}
    assert kept_back(report) == {FOREIGN: "foreign", NOBODYS: "unclear", INTERNAL: "internal", EMPTY: "empty"}
    assert report.as_json()["kept_back"] == 4
    assert report.as_json()["kept_back_list"][0]["provinces"] == "Bắc Ninh"
    assert "giữ lại không công bố 4" in report.summary()


def test_without_a_province_nothing_provincial_is_published():
    call_it("tỉnh")
    bring(*rows())
    assert public() == set()


def test_no_version_is_noted_and_nobody_is_told_of_what_is_kept_back():
    heard = []
    touched.connect(lambda what, **_: heard.append(what), weak=False, dispatch_uid="heard")
    bring(*rows()[1:])
    touched.disconnect(dispatch_uid="heard")
    assert PublishedVersion.objects.count() == 0
    assert not any(what.entries or what.papers for what in heard)


def test_the_same_list_again_writes_nothing_and_tells_them_again():
    bring(*rows())
    again = bring(*rows())
    assert (again.rows_written, again.counts["unchanged"], len(kept_back(again))) == (0, 5, 4)


def test_a_change_reaches_the_page_and_does_not_publish_it():
    bring(*rows())
    bring(*rows(**{"Yêu cầu, điều kiện thực hiện": "Có dây."}))
    assert public() == {OURS}
    assert page_of(FOREIGN).conditions == page_of(INTERNAL).conditions == "Có dây."


def test_what_an_editor_publishes_stays_published_and_follows_the_list():
    bring(*rows())
    page_of(FOREIGN).save_revision(user=get_user_model().objects.create_superuser("duyet")).publish()
    report = bring(*rows(**{"Yêu cầu, điều kiện thực hiện": "Có dây."}))
    assert public() == {OURS, FOREIGN}
    assert page_of(FOREIGN).conditions == "Có dây."
    assert [row.code for _, row in report.kept_back if row.is_public] == [FOREIGN]


def test_what_was_kept_back_is_published_once_the_portal_knows_its_province():
    call_it("tỉnh")
    bring(*rows())
    call_it("tỉnh Bắc Ninh")
    bring(*rows())
    assert public() == {FOREIGN}


def test_a_list_of_the_provinces_own_is_ours_but_for_internal_ones():
    bring(local_row("1.100009"), local_row("5.100009"))
    assert public() == {"1.100009"}


def test_a_published_one_that_turns_internal_is_taken_down():
    published(OURS)
    report = bring(national_row(OURS, **{"Loại thủ tục": "TTHC nội bộ"}))
    assert public() == set()
    assert [(row.code, row.reason, row.is_public) for _, row in report.kept_back] == [(OURS, "internal", False)]
    assert page_of(OURS).has_unpublished_changes


def test_taking_one_down_is_asked_about_by_its_code():
    published(OURS)
    with pytest.raises(Stopped) as stopped:
        bring(national_row(OURS, **{"Loại thủ tục": "TTHC nội bộ"}), accept=REASONS.keys() - {"taken_down"})
    assert [(asked.reason, asked.code) for _, asked in stopped.value.report.questions] == [("taken_down", OURS)]
    assert public() == {OURS}
    draft = bring(national_row(OURS, **{"Loại thủ tục": "TTHC nội bộ"}), publish=False, accept=set())
    assert (draft.questions, public()) == ([], {OURS})


def test_what_an_import_took_down_comes_back_with_the_row_that_is_right_again():
    published(OURS)
    first = page_of(OURS).first_published_at
    bring(national_row(OURS, **{"Loại thủ tục": "TTHC nội bộ"}))
    again = bring(national_row(OURS, **{"Loại thủ tục": "TTHC nội bộ"}))
    assert again.rows_written == 0
    bring(national_row(OURS))
    assert (public(), page_of(OURS).first_published_at) == ({OURS}, first)
    assert bring(national_row(OURS)).rows_written == 0


def test_what_people_took_down_since_stays_down():
    page = published(OURS)
    bring(national_row(OURS, **{"Loại thủ tục": "TTHC nội bộ"}))
    bring(national_row(OURS))
    with because("Công bố nhầm", timezone.now()):
        page_of(OURS).unpublish(user=get_user_model().objects.create_superuser("duyet"))
    bring(national_row(OURS, **{"Yêu cầu, điều kiện thực hiện": "Có dây."}))
    assert public() == set()
    assert page.identity.versions.exists()


# --- Internal procedures --------------------------------------------------------------------------


def test_an_internal_one_is_published_by_nobody():
    bring(*rows())
    page = page_of(INTERNAL)
    with pytest.raises(ValidationError, match="Thủ tục nội bộ"):
        page.save_revision().publish()
    page.live = True
    with pytest.raises(ValidationError, match="Thủ tục nội bộ"):
        page.save(clean=False)
    assert not page_of(INTERNAL).live


def test_no_door_of_the_portal_leads_to_an_internal_one(client):
    bring(*rows())
    page = page_of(INTERNAL)
    assert client.get(f"/thu-tuc/{page.slug}/").status_code == 404
    assert client.get(f"/api/v1/procedures/{INTERNAL}").status_code == 404
    assert client.get(reverse("procedure_sheet", args=[page.slug])).status_code == 404
    assert INTERNAL not in client.get(reverse("catalogue")).content.decode()
    answer = client.get(page.identity.get_absolute_url())
    assert answer.status_code in (404, 410)
    assert INTERNAL not in answer.content.decode()
    assert page.title not in answer.content.decode()
