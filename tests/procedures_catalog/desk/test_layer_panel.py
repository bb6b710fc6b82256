"""Several dated texts for one part of the province's layer: at the desk, and for citizens."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from procedures_catalog.models import ProcedurePage
from tests.cms.desk.form import DeskForm
from tests.editors import published_by_another
from tests.procedures_catalog.factories import page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
DAY = datetime.timedelta(days=1)


def text(value: str, begins=None, ends=None, decision: str = "") -> tuple[str, dict]:
    return "receiving_address", {"value": value, "decision": decision, "valid_from": begins, "valid_to": ends}


@pytest.fixture
def page() -> ProcedurePage:
    """A procedure that had, has and will have an address of the province's own."""
    today = timezone.localdate()
    page = published("1.100001")
    page.overlay = [
        text("Nhà Mai", today + 30 * DAY),
        text("Nhà Xưa", None, today),
        text("Nhà Nay", today, today + 30 * DAY, "7/QĐ-UBND"),
    ]
    page.save_revision().publish()
    return page_of("1.100001")


def test_the_form_tells_what_is_over_what_holds_and_what_comes(admin_client, page):
    shown = BeautifulSoup(admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content, "html.parser")
    heading = next(one for one in shown.find_all("h2") if "theo ngày" in one.get_text())
    panel = heading.find_parent("section")
    told = [" ".join(line.get_text(" ").split()) for line in panel.select(".official__items > li")]
    today = timezone.localdate()
    eve, last, later = (f"{day:%d/%m/%Y}" for day in (today - DAY, today + 29 * DAY, today + 30 * DAY))
    assert told == [
        f"Nơi nộp: đến hết {eve} – đã hết",
        f"Nơi nộp: từ {today:%d/%m/%Y} đến hết {last}, theo 7/QĐ-UBND – đang áp dụng",
        f"Nơi nộp: từ {later} – sắp áp dụng",
    ]


def test_a_procedure_without_a_layer_has_no_such_panel(admin_client):
    page = published("1.100001")
    html = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "Nội dung riêng của tỉnh theo ngày" not in html


def test_citizens_read_todays_text_and_what_is_announced(client, page):
    shown = client.get(page.url).content.decode()
    assert "Nhà Nay" in shown
    assert "Nhà Xưa" not in shown
    begins = f"{timezone.localdate() + 30 * DAY:%d/%m/%Y}"
    announced = BeautifulSoup(shown, "html.parser").find("dt", string=f"Nơi nộp (từ {begins})").find_parent("div")
    assert "Nhà Mai" in announced.get_text()
    answer = client.get("/api/v1/procedures/1.100001").json()
    assert answer["receiving_address"] == "Nhà Nay"
    assert [(note["part"], note["text"], note["days"]) for note in answer["coming"]] == [
        ("receiving_address", "Nhà Mai", f"từ {begins}")
    ]


def test_two_texts_on_one_day_are_kept_in_a_draft_and_refused_of_what_is_published(admin_client, page):
    form, last_of_todays = DeskForm.open(admin_client, page.pk), "overlay-2-value-valid_to"
    today, later = timezone.localdate(), timezone.localdate() + 30 * DAY
    too_long = {last_of_todays: f"{later:%d/%m/%Y}"}  # a day longer than it may
    assert form.send("publish", **too_long).context["form"].errors["overlay"] == [
        f"Nơi nộp: “từ {later:%d/%m/%Y}” và “từ {today:%d/%m/%Y} đến hết {later:%d/%m/%Y}” trùng ngày nhau. "
        "Mỗi ngày chỉ một nội dung của tỉnh được áp dụng cho một phần."
    ]
    assert form.send(**too_long).status_code == 302
    right = {last_of_todays: f"{later - DAY:%d/%m/%Y}"}
    assert DeskForm.open(admin_client, page.pk).send("publish", **right).status_code == 302
    published_by_another(page)
    assert page_of("1.100001").overlay.raw_data[2]["value"]["valid_to"] == later.isoformat()
