"""The sheet that a citizen prints at home."""

from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from agencies.models import Agency
from posting.models import PostedPaper
from posting.printing import sheet_views
from procedures_catalog.models import ProcedurePage
from tests.procedures_catalog.any_day.days import FIRST, SECOND, with_past
from tests.procedures_catalog.factories import page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


def address(page: ProcedurePage) -> str:
    """Where the sheet is."""
    return reverse("procedure_sheet", args=[page.slug])


@pytest.mark.parametrize("kind", ["", "short", "full", "large"])
def test_everybody_can_print_a_sheet_and_the_ledger_knows_nothing_of_it(client, kind):
    answer = client.get(address(published()), {"loai": kind} if kind else {})
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    assert not PostedPaper.objects.exists()


def test_the_sheet_opens_under_a_readable_name_and_is_not_indexed(client):
    page = published()
    answer = client.get(address(page))
    assert answer["Content-Disposition"] == f'inline; filename="phieu-{page.slug}.pdf"'
    assert answer["Content-Disposition"].isascii()
    assert answer["X-Robots-Tag"] == "noindex"


def test_a_page_leads_to_its_sheet(client):
    page = published()
    assert f'href="{address(page)}"' in client.get(page.get_url()).content.decode()


@pytest.mark.parametrize("kind", ["poster", "book", "x" * 3000, "\0"])
def test_another_kind_has_no_sheet_and_leads_to_the_procedure(client, kind):
    page = published()
    response = client.get(address(page), {"loai": kind})
    assert (response.status_code, response["Location"]) == (302, page.get_url())


def test_what_is_not_for_everybody_has_no_sheet(client):
    page = published()
    page.view_restrictions.create(restriction_type="login")
    assert client.get(address(page)).status_code == 404
    ProcedurePage.objects.update(live=False)
    assert client.get(address(page)).status_code == 404
    assert client.get("/thu-tuc/khong-co/phieu.pdf").status_code == 404


def test_a_sheet_is_made_once_and_anew_after_a_change(client, monkeypatch):
    page, made = published(), []
    original = sheet_views.sheets_pdf
    monkeypatch.setattr(sheet_views, "sheets_pdf", lambda *args: made.append(1) or original(*args))
    client.get(address(page))
    client.get(address(page))
    assert len(made) == 1
    page = page_of(page.code)
    page.conditions = "Có dây dù."
    page.save_revision().publish()
    client.get(address(page))
    assert len(made) == 2


def test_a_sheet_takes_only_reading(client):
    assert client.post(address(published())).status_code == 405


def _words(client, page, **asked) -> str:
    pdf = client.get(address(page), asked).content
    return " ".join("\n".join(sheet.extract_text() for sheet in PdfReader(BytesIO(pdf)).pages).split())


def test_a_sheet_for_a_commune_sends_people_to_its_police_and_not_to_its_centre(client, counter, police, police_errand):
    said = _words(client, page_of(police_errand), xa="98001")
    assert "Công an xã Diều Sáo" in said
    assert said.count("Số 3, đường Mây") == 3  # in the answer, as the place, in the head
    assert "Số 1, đường Gió" not in said
    assert "Số 3" not in _words(client, page_of(police_errand))


def test_a_sheet_carries_the_counter_s_note(client, counter):
    Agency.objects.filter(pk=counter.pk).update(note="Sáng thứ Bảy chỉ nhận hồ sơ hộ tịch.")
    assert "Sáng thứ Bảy chỉ nhận hồ sơ hộ tịch." in _words(client, published(), xa="98001")


# --- Another day ----------------------------------------------------------------------------------


def _printed(client, page: ProcedurePage, **asked: str) -> str:
    answer = client.get(address(page), asked)
    text = " ".join(sheet.extract_text() for sheet in PdfReader(BytesIO(answer.content)).pages)
    return " ".join(text.split())


@pytest.mark.parametrize("kind", ["short", "full", "large"])
def test_a_sheet_of_a_former_day_says_of_which_day_it_is_and_what_was_read_then(client, kind):
    said = {
        day: [{"type": "text", "value": text, "id": "a"}] for day, text in ((FIRST, "Thẻ giấy"), (SECOND, "Thẻ nhựa"))
    }
    page = with_past(said={day: {"results": results} for day, results in said.items()})
    printed = _printed(client, page, loai=kind, ngay="01/03/2026")
    assert "Nội dung áp dụng ngày 01/03/2026." in printed
    assert "Thẻ giấy" in printed
    assert "Thẻ nhựa" not in printed


def test_a_sheet_of_today_names_no_other_day(client):
    assert "Nội dung áp dụng" not in _printed(client, with_past())


def test_of_a_day_of_which_nothing_is_kept_there_is_no_sheet_but_the_page_that_says_so(client):
    page = with_past()
    answer = client.get(address(page), {"ngay": "2026-02-28"}, follow=True)
    assert answer.redirect_chain == [(f"{page.url}?ngay=2026-02-28", 302)]
    assert "không có bản nào của ngày 28/02/2026" in answer.content.decode()


def test_a_sheet_of_an_unclear_day_is_none(client):
    assert client.get(address(with_past()), {"ngay": "31/02/2027"}).status_code == 400
