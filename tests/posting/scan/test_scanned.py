"""What a procedure's page says to somebody who scanned a paper: is it right, and where to go in that commune."""

import datetime
from html import unescape

import pytest
from django.utils import timezone

from agencies.models import AdministrativeUnit, Agency, UnitSuccession
from posting.ledger.papers import NewPaper, hang, issue_papers
from procedures_catalog.versions.noting import versions_to_print
from tests.clock import today
from tests.procedures_catalog.factories import bring, channel, national_row, page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
PRINTED = timezone.now() - datetime.timedelta(days=20)
DAY = f"{timezone.localtime(PRINTED):%d/%m/%Y}"
TODAY = today()


def _paper(page, kind="short", **values):
    versions = versions_to_print([page.identity_id], today())
    return issue_papers([NewPaper(kind, "Tờ ở cổng", versions, **values)], printed_at=PRINTED)[0]


def _shown(client, page, paper) -> str:
    page = page_of(page.code)
    return unescape(client.get(page.url, {"to": paper.tag}).content.decode())


def _commune(name="Xã Gió", code="00001", **values) -> AdministrativeUnit:
    return AdministrativeUnit.objects.create(code=code, name=name, kind="commune", **values)


def _counter(unit, name="Trung tâm Phục vụ hành chính công xã Gió", **values) -> Agency:
    facts = {
        "address": "Số 1 đường Gió",
        "phone": "0200 3888 101",
        "opening_hours": "Thứ Hai – Thứ Sáu: 7 giờ – 17 giờ",
    }
    return Agency.objects.create(name=name, kind="counter", unit=unit, latitude=17, longitude=107, **facts | values)


# --- The notice -----------------------------------------------------------------------------------


def test_a_paper_that_is_right_is_said_to_be(client):
    page = published()
    assert f"Tờ giấy này in ngày {DAY} vẫn đúng." in _shown(client, page, _paper(page))


def test_an_out_of_date_paper_opens_the_present_text_under_a_plain_notice(client):
    page = published()
    paper = _paper(page)
    hang(paper, today(), spot="Cổng")
    fees = [channel("DIRECT", "9 ngày", ("70000 VNĐ (mỗi thẻ)",))]
    bring(national_row(page.code, **{"Cách thức thực hiện": fees}))
    shown = _shown(client, page, paper)
    assert f"Tờ niêm yết này in ngày {DAY}; từ đó đã thay đổi:" in shown
    assert "thời hạn; phí, lệ phí" in shown
    assert "70.000 đồng" in shown


def test_what_the_kind_of_paper_does_not_show_leaves_it_right(client):
    page = published()
    paper = _paper(page, "board")
    bring(national_row(page.code, **{"Cách thức thực hiện": [channel("DIRECT", "9 ngày")]}))
    assert f"Tờ niêm yết này in ngày {DAY} vẫn đúng." in _shown(client, page, paper)


def test_an_old_telephone_on_the_paper_is_named_with_the_present_one(client):
    page, counter = published(), _counter(_commune())
    paper = _paper(page, counter=counter, head={"phone": "0200 3888 100", "address": "Số 1 đường Gió"})
    shown = _shown(client, page, paper)
    assert "từ đó đã thay đổi: <strong>điện thoại nơi tiếp nhận</strong>" in shown
    assert "<del>0200 3888 100</del>" in shown
    assert "<ins>0200 3888 101</ins>" in shown


def test_many_changes_are_counted_rather_than_all_named(client):
    page = published()
    paper = _paper(page)
    other = national_row(
        page.code,
        **{
            "Tên thủ tục": "Tên khác", "Lĩnh vực": "Sáo", "Kết quả thực hiện": "Sáo", "Thành phần hồ sơ": [],
            "Cách thức thực hiện": [],
        },
    )  # fmt: skip
    bring(other)
    assert "mục khác" in _shown(client, page, paper)


@pytest.mark.parametrize("tag", ["", "2222222", "<script>alert(1)</script>", "a" * 5000, "\0", "diều"])
def test_nonsense_in_the_address_changes_nothing(client, tag):
    page = published()
    plain = client.get(page.url)
    response = client.get(page.url, {"to": tag})
    assert response.status_code == 200
    assert "in ngày" not in response.content.decode()
    assert response.context["answers"] == plain.context["answers"]


def test_the_pages_own_address_stays_without_the_paper(client):
    page = published()
    assert f'rel="canonical" href="{page.full_url}"' in _shown(client, page, _paper(page))


def test_without_a_paper_nothing_more_is_asked(client, django_assert_num_queries, django_assert_max_num_queries):
    page = published()
    client.get(page.url)
    with django_assert_max_num_queries(6):
        client.get(page.url)


# --- Where it hangs -------------------------------------------------------------------------------


def test_the_counter_of_the_commune_is_shown_with_what_the_commune_does(client):
    page, unit = published(), _commune()
    _counter(unit)
    shown = _shown(client, page, _paper(page, unit=unit))
    for words in ("Nộp ở đâu tại Xã Gió", "Số 1 đường Gió", "7 giờ – 17 giờ", "tel:+842003888101", "openstreetmap"):
        assert words in shown
    assert "Xã Gió tiếp nhận và giải quyết thủ tục này." in shown


def test_a_provincial_procedure_is_received_and_the_decree_is_named(client):
    page = published(**{"Cấp thực hiện": "Cấp Tỉnh", "Cơ quan thực hiện": "Sở Gió"})
    unit = _commune()
    _counter(unit)
    shown = _shown(client, page, _paper(page, unit=unit))
    assert "Xã Gió tiếp nhận hồ sơ; Sở Gió giải quyết." in shown
    assert "Nghị định 118/2025/NĐ-CP" in shown


def test_what_a_ministry_decides_is_not_handed_in_there(client):
    page = published(**{"Cấp thực hiện": "Cấp Bộ/Trung ương", "Cơ quan thực hiện": "Cục Gió"})
    unit = _commune()
    _counter(unit)
    shown = _shown(client, page, _paper(page, unit=unit))
    assert "Xã Gió không nhận hồ sơ này; nộp tại Cục Gió." in shown
    assert "Số 1 đường Gió" not in shown


@pytest.mark.parametrize(
    ("agency", "said"),
    [
        ("Chi cục Hải quan khu vực", "Xã Gió không nhận hồ sơ này; nộp tại Chi cục Hải quan khu vực."),
        ("Công an cấp Xã", "Ở Xã Gió, nộp tại Công an cấp xã."),
    ],
)
def test_papers_of_an_agency_with_counters_of_its_own_are_not_handed_in_at_the_commune_s(client, agency, said):
    page, unit = published(**{"Cơ quan thực hiện": agency}), _commune()
    _counter(unit)
    shown = _shown(client, page, _paper(page, unit=unit))
    answer = next(answer for answer in client.get(page.url).context["answers"] if answer.key == "where")
    assert said in shown
    assert said.endswith(f"nộp tại {answer.text}.")
    assert "Số 1 đường Gió" not in shown


def test_where_only_the_level_is_known_the_counter_is_said_to_be_the_usual_one(client):
    page, unit = published(**{"Cơ quan thực hiện": "Không có thông tin"}), _commune()
    _counter(unit)
    shown = _shown(client, page, _paper(page, unit=unit))
    assert "Thường là Trung tâm Phục vụ hành chính công xã Gió" in shown
    assert "Xã Gió thường nhận hồ sơ này" in shown


def test_a_commune_that_was_merged_leads_to_the_one_of_today(client):
    old = _commune("Xã Gió", "00001", valid_to=TODAY)
    new = _commune("Phường Bão", "00002", valid_from=TODAY)
    UnitSuccession.objects.create(predecessor=old, successor=new, kind="merged", date=TODAY)
    _counter(new, "Trung tâm Phục vụ hành chính công phường Bão")
    page = published()
    shown = _shown(client, page, _paper(page, unit=old))
    assert "Tờ giấy ghi Xã Gió, nay thuộc Phường Bão." in shown
    assert "Trung tâm Phục vụ hành chính công phường Bão" in shown


def test_a_commune_that_was_divided_leads_to_each_of_its_heirs(client):
    old = _commune("Xã Gió", "00001", valid_to=TODAY)
    for code, name in (("00002", "Phường Bão"), ("00003", "Xã Mây")):
        new = _commune(name, code, valid_from=TODAY)
        UnitSuccession.objects.create(predecessor=old, successor=new, kind="split", date=TODAY)
        _counter(new, f"Quầy {name}")
    page = published()
    shown = _shown(client, page, _paper(page, unit=old))
    assert "Quầy Phường Bão" in shown
    assert "Quầy Xã Mây" in shown
    assert "2 nơi thay cho Xã Gió" in shown


def test_a_commune_without_a_counter_and_a_paper_without_a_place_still_open_the_page(client):
    page = published()
    assert "tiếp nhận và giải quyết" in _shown(client, page, _paper(page, unit=_commune()))
    assert "Nộp ở đâu tại" not in _shown(client, page, _paper(page))
