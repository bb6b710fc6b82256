"""Gaps are said where somebody publishes: in the form, after it, by row of many; what was chosen to be complete waits
until it is."""

import dataclasses
from datetime import timedelta
from html import unescape

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html

from cms.access.upkeep import ensure_access
from cms.models import Editor
from pages.four_eyes.shown import seal_of_draft
from procedures_catalog.facts.complete.rules import RULES
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.files.issues import ReadRow
from procedures_catalog.models import Judged, ProcedurePage
from tests.cms.desk.form import DeskForm
from tests.editors import browser_of, in_role
from tests.procedures_catalog.desk.test_procedure_form import STREAMS
from tests.procedures_catalog.factories import bring, local_row, national_row, page_of, published, shelf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
CODE = "1.100001"
#: What the made-up national record lacks: its online way has no fee (the direct one has), and its form no number.
LACKS = "Mẫu đơn, mẫu tờ khai"


@pytest.fixture
def writer() -> Editor:
    ensure_access()
    return in_role(Editor.objects.create_user("lan"), "Biên tập viên")


@pytest.fixture
def checker():
    ensure_access()
    return browser_of(in_role(Editor.objects.create_user("minh"), "Người duyệt"))


def draft_of(page: ProcedurePage, writer: Editor, **values: str) -> ProcedurePage:
    """Saves a draft of somebody's."""
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision(user=writer, log_action=True)
    return page_of(page.code)


def form_text(client, page: ProcedurePage) -> str:
    return unescape(client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).text)


def test_the_form_lists_every_gap_with_a_way_to_a_place_that_is_there(admin_client):
    bring(local_row())
    page = page_of(CODE)
    shown = BeautifulSoup(form_text(admin_client, page), "html.parser")
    panel = next(one for one in shown.find_all("h2") if "Còn thiếu phần nào" in one.get_text()).find_parent("section")
    missing = panel.find_all("li")
    assert [item.get_text().split(":")[0].strip() for item in missing] == [
        rule.label for rule in RULES if rule.key not in ("name", "code", "level", "sector", "copies", "forms")
    ]
    places = [link["href"].removeprefix("#") for item in missing for link in item.find_all("a")]
    assert len(places) > len(missing)
    assert [place for place in places if not shown.find(id=place)] == []


def test_of_a_national_procedure_the_way_leads_to_the_provinces_layer(admin_client):
    page = published(CODE, **{"Yêu cầu, điều kiện thực hiện": "Không có thông tin"})
    shown = BeautifulSoup(form_text(admin_client, page), "html.parser")
    item = next(one for one in shown.find_all("li") if one.get_text().strip().startswith("Yêu cầu, điều kiện:"))
    links = [link["href"].removeprefix("#") for link in item.find_all("a")]
    assert ["overlay" in links[0], links[1]] == [True, "id_blanks-conditions"]
    assert all(shown.find(id=place) for place in links)


def test_a_draft_is_saved_whatever_is_missing(admin_client):
    page = published(CODE)
    DeskForm.open(admin_client, page.pk).send(published_as="full")
    assert page_of(CODE).get_latest_revision_as_object().published_as == "full"


def test_a_reason_is_chosen_in_the_form_and_read_by_citizens(writer, checker, client):
    page = published(CODE, **{"Yêu cầu, điều kiện thực hiện": "Không có thông tin"})
    assert "Yêu cầu, điều kiện: chưa công bố" in unescape(client.get(page.get_url()).text)
    DeskForm.open(browser_of(writer), page.pk).send(**{"blanks-conditions": "none", "blanks-forms": "none"})
    DeskForm.open(checker, page.pk).send("publish")
    assert page_of(CODE).blanks == "forms.none\nconditions.none"
    shown = unescape(client.get(page.get_url()).text)
    assert "Yêu cầu, điều kiện: chưa công bố" not in shown
    assert "Mẫu đơn, mẫu tờ khai: không có; Yêu cầu, điều kiện: không có" in shown


def test_a_form_that_was_opened_before_there_were_reasons_takes_none_away(admin_client):
    page = published(CODE)
    page.blanks = "forms.none"
    page.save()
    names = [f"blanks-{rule.key}" for rule in RULES]
    DeskForm.open(admin_client, page.pk).without(*names).send(everyday_names="thẻ diều")
    assert page_of(CODE).get_latest_revision_as_object().blanks == "forms.none"


def test_a_choice_that_there_is_not_is_no_reason(admin_client):
    page = published(CODE)
    DeskForm.open(admin_client, page.pk).send(**{"blanks-steps": "none", "blanks-law": "x" * 9_999})
    assert page_of(CODE).get_latest_revision_as_object().blanks == ""


# --- Publishing -----------------------------------------------------------------------------------


def test_who_publishes_an_entry_of_the_list_reads_what_is_missing_with_a_link(writer, checker):
    page = draft_of(published(CODE), writer, everyday_names="thẻ diều")
    answer = DeskForm.open(checker, page.pk).send("publish")
    told = unescape(checker.get(answer.url).text)
    assert page_of(CODE).everyday_names == "thẻ diều"
    assert "Công bố ở mức danh mục; còn trống" in told
    assert f"{reverse('wagtailadmin_pages:edit', args=[page.pk])}#" in told
    assert LACKS in told


def by_the_form(client, page):
    return DeskForm.open(client, page.pk).send("publish")


def by_the_form_at_an_hour(client, page):
    hour = timezone.localtime() + timedelta(days=2)
    return DeskForm.open(client, page.pk).send("publish", go_live_at=f"{hour:%d/%m/%Y %H:%M}")


def in_bulk(client, page):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    return client.post(f"{address}?id={page.pk}&next=/quan-tri/", follow=True)


def by_review(client, page):
    page.get_workflow().start(page, page.latest_revision.user)
    return DeskForm.open(client, page.pk).send("workflow-action", **{"workflow-action-name": "approve"})


def by_the_interface(client, page):
    return client.post(f"/quan-tri/api/main/pages/{page.pk}/action/publish/")


WAYS = {
    "form": by_the_form,
    "bulk": in_bulk,
    "review": by_review,
    "interface": by_the_interface,
}


@pytest.mark.parametrize("way", WAYS)
def test_what_was_chosen_to_be_complete_is_not_published_with_a_gap(way, writer, checker):
    page = draft_of(published(CODE), writer, published_as="full", everyday_names="thẻ diều")
    WAYS[way](checker, page)
    held = page_of(CODE)
    assert (held.everyday_names, held.has_unpublished_changes) == ("", True)
    assert held.get_latest_revision_as_object().everyday_names == "thẻ diều"


@pytest.mark.parametrize("way", WAYS)
def test_with_a_reason_it_is(way, writer, checker):
    page = draft_of(published(CODE), writer, published_as="full", blanks="forms.none", everyday_names="thẻ diều")
    WAYS[way](checker, page)
    assert page_of(CODE).everyday_names == "thẻ diều"


def test_the_refusal_says_what_is_missing_and_where_to_say_why(writer, checker):
    page = draft_of(published(CODE), writer, published_as="full")
    told = unescape(checker.get(by_the_form(checker, page).url).text)
    assert f"chưa công bố. Thủ tục chọn công bố ở mức “Đầy đủ” mà còn trống: {LACKS}." in told
    assert "Chưa công bố “" in unescape(in_bulk(checker, page).text)


def test_no_hour_is_fixed_for_it_either(writer, checker):
    page = draft_of(published(CODE), writer, published_as="full")
    by_the_form_at_an_hour(checker, page)
    assert not page_of(CODE).revisions.filter(approved_go_live_at__isnull=False).exists()


def test_nobody_publishes_it_alone_in_an_emergency(checker):
    minh = Editor.objects.get(username="minh")
    page = draft_of(published(CODE), minh, published_as="full", everyday_names="thẻ diều")
    address = reverse("publish_page_alone", args=[page.pk])
    said = {"draft": seal_of_draft(page), "reason": "Mức phí sai, người dân đang nộp thừa tiền."}
    assert LACKS in unescape(checker.post(address, said).text)
    assert page_of(CODE).everyday_names == ""


def test_many_are_asked_about_row_by_row(checker):
    bring(local_row(), local_row("1.100002"), publish=False)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    pages = [page_of(CODE), page_of("1.100002")]
    asked = unescape(checker.get(f"{address}?{'&'.join(f'id={page.pk}' for page in pages)}&next=/quan-tri/").text)
    assert "Công bố ở mức danh mục vì còn phần trống" in asked
    for page in pages:
        assert f"{reverse('wagtailadmin_pages:edit', args=[page.pk])}#panel" in asked


def test_the_button_on_the_front_page_leads_to_the_form_where_the_gaps_are_read(writer, checker):
    page = draft_of(published(CODE), writer, everyday_names="thẻ diều")
    page.get_workflow().start(page, writer)
    state = page_of(CODE).current_workflow_task_state
    answer = checker.post(reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk]))
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert "những phần còn trống" in unescape(checker.get(answer.url).text)


# --- Before it is handed in ------------------------------------------------------------------------


def messages_after(client, answer) -> BeautifulSoup:
    """What somebody reads above the screen to which a saved form leads."""
    return BeautifulSoup(client.get(answer.url).text, "html.parser").select_one(".messages")


def test_who_saves_a_draft_as_complete_reads_each_gap_with_a_way_to_it(writer):
    page, client = published(CODE), browser_of(writer)
    told = messages_after(client, DeskForm.open(client, page.pk).send(published_as="full"))
    assert "Bản nháp chọn mức “Đầy đủ” mà còn trống" in told.get_text()
    form = BeautifulSoup(form_text(client, page), "html.parser")
    places = {link.get_text(): link["href"].partition("#")[2] for link in told.select("li a[href*='#']")}
    assert places.keys() == {LACKS, "chọn mức “Danh mục”"}
    assert [name for name, place in places.items() if not form.find(id=place)] == []


def test_neither_an_entry_of_the_list_nor_a_form_that_saves_by_itself_says_so(writer):
    page, client = published(CODE), browser_of(writer)
    DeskForm.open(client, page.pk).send(everyday_names="thẻ diều")
    assert "Bản nháp chọn mức “Đầy đủ” mà còn trống" not in form_text(client, page)
    DeskForm.open(client, page.pk).send(accept="application/json", published_as="full")
    assert page_of(CODE).get_latest_revision_as_object().published_as == "full"
    assert "Bản nháp chọn mức “Đầy đủ” mà còn trống" not in form_text(client, page)


def sent_back(page: ProcedurePage) -> None:
    """Handed in, and returned to its author."""
    page.get_workflow().start(page, page.latest_revision.user)
    minh = Editor.objects.get(username="minh")
    page.current_workflow_task.on_action(page.current_workflow_task_state, minh, "reject", comment="Thiếu mẫu đơn")


@pytest.mark.parametrize("action", ["submit", "restart-workflow"])
def test_what_is_handed_in_as_complete_with_a_gap_is_kept_and_asked_about(action, writer, checker):
    page, client = draft_of(published(CODE), writer, everyday_names="thẻ diều"), browser_of(writer)
    sent_back(page)
    answer = DeskForm.open(client, page.pk).send(action, published_as="full", everyday_names="thẻ sáo")
    told = messages_after(client, answer).get_text()
    assert "Đã lưu bản nháp, chưa gửi duyệt" in told
    assert LACKS in told
    held = page_of(CODE)
    assert held.current_workflow_state.status == "needs_changes"
    assert held.get_latest_revision_as_object().everyday_names == "thẻ sáo"


@pytest.mark.parametrize("answered", [{"published_as": ""}, {"blanks-forms": "none"}])
def test_as_an_entry_of_the_list_or_with_a_reason_it_goes_on(answered, writer):
    page = draft_of(published(CODE), writer, published_as="full")
    client = browser_of(writer)
    DeskForm.open(client, page.pk).send("submit")
    assert page_of(CODE).current_workflow_state is None
    DeskForm.open(client, page.pk).send("submit", **answered)
    assert page_of(CODE).current_workflow_state.status == "in_progress"


def test_a_new_procedure_is_asked_about_too(writer):
    client = browser_of(writer)
    address = reverse("wagtailadmin_pages:add", args=["procedures_catalog", "procedurepage", shelf().pk])
    data = querydict_from_html(client.get(address).text, form_id="page-edit-form").dict()
    data |= nested_form_data({name: {"count": 0} for name in (*STREAMS, "overlay")})
    sent = data | {"title": "Thẻ sáo", "code": "9.200001", "published_as": "full", "action-submit": "1"}
    told = messages_after(client, client.post(address, sent)).get_text()
    assert "Đã lưu bản nháp, chưa gửi duyệt" in told
    assert "Trình tự thực hiện" in told
    assert page_of("9.200001").current_workflow_state is None
    again = DeskForm.open(client, page_of("9.200001").pk)
    again.send("submit", published_as="")
    assert page_of("9.200001").current_workflow_state.status == "in_progress"


# --- The state's text and lists are never held up -------------------------------------------------


def test_an_import_publishes_and_empties_whatever_was_chosen():
    page = published(CODE)
    page.published_as = "full"
    page.save()
    bring(national_row(**{"Trình tự thực hiện": "Không có thông tin", "Tên thủ tục": "Cấp thẻ diều mới"}))
    held = page_of(CODE)
    assert (held.live, held.official_name, len(held.steps)) == (True, "Cấp thẻ diều mới", 0)
    held.save()  # whatever else is done with it
    assert "steps" in Judged.objects.get(page=held).gaps.split()


def test_a_list_goes_public_at_once_and_is_completed_later(writer, checker):
    bring(local_row())
    assert page_of(CODE).live
    assert Judged.objects.get(page__code=CODE).tier == "list"
    full = national_row(**{"Thành phần hồ sơ": [{"truong_hop": None, "giay_to": [{"ten": "Ảnh", "ban_chinh": 1}]}]})
    assert isinstance(full, ReadRow)
    bring(dataclasses.replace(full, record=_with_fees(full.record)))
    assert Judged.objects.get(page__code=CODE).tier == "full"


def _with_fees(record: ProcedureRecord) -> ProcedureRecord:
    return dataclasses.replace(record, channels=record.channels[:1])
