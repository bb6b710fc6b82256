"""Two forms of one page: nobody writes over what was saved meanwhile without having read it."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from cms.desk.editing import IMPORT, NOT_SAVED, SOMEBODY, YOURSELF
from tests.cms.desk.form import DeskForm
from tests.editors import published_by_another
from tests.procedures_catalog.factories import bring, national_row, published

pytestmark = pytest.mark.django_db
KNOWN = ("loaded_revision_id", "loaded_revision_created_at")


def rows(answer) -> dict[str, list[str]]:
    """Place → what the other changed, what this one changed, as the screen shows them."""
    table = BeautifulSoup(answer.content, "html.parser").select_one(".both-texts__table")
    cells = [[" ".join(cell.stripped_strings) for cell in row.select("th, td")] for row in table.select("tbody tr")]
    return {place: texts for place, *texts in cells}


def latest(page):
    """The newest text."""
    page.refresh_from_db()
    return page.get_latest_revision_as_object()


def test_a_stale_form_is_not_saved_and_keeps_what_was_typed(news, opened):
    first, second = opened("lan"), opened("minh")
    assert first.send(title="Lịch mới của Lan").status_code == 302
    answer = second.send(title="Lịch mới của Minh")
    assert answer.status_code == 409
    assert NOT_SAVED.format(SOMEBODY) in answer.content.decode()
    assert latest(news).title == "Lịch mới của Lan"
    assert 'value="Lịch mới của Minh"' in answer.content.decode()


def test_both_texts_stand_side_by_side(news, opened):
    first, second = opened("lan"), opened("minh")
    first.send(title="Lịch của Lan", summary="Tuần sau.")
    shown = rows(second.send(title="Lịch của Minh"))
    assert shown["Tiêu đề cả hai cùng sửa"] == ["Lịch tiếp công dân của Lan", "Lịch tiếp công dân của Minh"]
    assert shown["Tóm tắt"] == ["Tuần này. sau.", "không đổi"]


@pytest.mark.parametrize("action", ["", "submit", "publish"])
def test_no_button_gets_around_it(news, opened, action):
    stale = opened("minh", "Người duyệt")
    opened("lan").send(title="Lịch của Lan")
    assert stale.send(action, title="Lịch của Minh").status_code == 409
    assert latest(news).title == "Lịch của Lan"
    assert news.title == "Lịch tiếp công dân"


@pytest.mark.parametrize("action", ["", "submit", "publish"])
def test_a_form_that_does_not_say_what_it_was_opened_with_is_stale(news, opened, action):
    opened("lan").send(title="Lịch của Lan")
    script = opened("minh", "Người duyệt").without(*KNOWN)
    assert script.send(action, title="Lịch của Minh").status_code == 409
    assert latest(news).title == "Lịch của Lan"


def test_a_form_with_nonsense_for_a_version_is_stale(news, opened):
    opened("lan").send(title="Lịch của Lan")
    script = opened("minh").without(*KNOWN)
    answer = script.send(title="Lịch của Minh", loaded_revision_id="x", loaded_revision_created_at="2026-13-45")
    assert answer.status_code == 409


def test_a_save_by_the_browser_itself_is_refused_as_wagtail_refuses_it(news, opened):
    stale = opened("minh")
    opened("lan").send(title="Lịch của Lan")
    answer = stale.send(title="Lịch của Minh", accept="application/json")
    assert (answer.status_code, answer.json()["error_code"]) == (400, "invalid_revision")


def test_sent_once_more_with_both_texts_seen_it_is_saved(news, opened):
    stale = opened("minh")
    opened("lan").send(title="Lịch của Lan")
    refused = stale.send(title="Lịch của Minh").content.decode()
    seen = BeautifulSoup(refused, "html.parser")
    known = {name: seen.select_one(f"[name={name}]")["value"] for name in KNOWN}
    assert stale.send(title="Lịch của Minh", **known).status_code == 302
    assert latest(news).title == "Lịch của Minh"


def test_nothing_is_saved_by_itself_until_the_second_has_decided(news, opened):
    stale = opened("minh")
    opened("lan").send(title="Lịch của Lan")
    form = BeautifulSoup(stale.send(title="Lịch của Minh").content, "html.parser").select_one("#page-edit-form")
    assert "w-autosave" not in form["data-controller"]


def test_two_windows_of_one_person_are_two_forms(news, opened):
    first, second = opened("lan"), opened("lan")
    assert first.send(title="Cửa sổ một").status_code == 302
    answer = second.send("submit", title="Cửa sổ hai")
    assert answer.status_code == 409
    assert NOT_SAVED.format(YOURSELF) in answer.content.decode()
    assert rows(answer)["Tiêu đề cả hai bên cùng sửa"] == [
        "Lịch tiếp công dân Cửa sổ một",
        "Lịch tiếp công dân Cửa sổ hai",
    ]
    assert latest(news).title == "Cửa sổ một"


def test_what_a_form_saved_by_itself_stands_not_in_its_own_way(news, opened):
    form = opened("lan")
    saved = form.send(title="Lần một", accept="application/json").json()
    known = {"overwrite_revision_id": str(saved["revision_id"])}
    again = form.send(title="Lần hai", accept="application/json", **known)
    assert again.json()["success"]
    told = {
        "loaded_revision_id": saved["revision_id"],
        "loaded_revision_created_at": again.json()["revision_created_at"],
    }
    assert form.send(title="Lần ba", **told).status_code == 302
    assert latest(news).title == "Lần ba"


def test_a_stale_form_that_is_also_wrong_stays_stale_when_it_was_put_right(news, opened):
    stale = opened("minh")
    opened("lan").send(title="Lịch của Lan")
    wrong = BeautifulSoup(stale.send("publish", title="").content, "html.parser")
    known = {name: box["value"] for name in KNOWN if (box := wrong.select_one(f"#page-edit-form [name={name}]"))}
    assert stale.without(*KNOWN).send(title="Lịch của Minh", **known).status_code == 409
    assert latest(news).title == "Lịch của Lan"


def test_a_version_with_the_same_text_stands_in_nobodys_way(news, opened):
    opened("lan").send(title="Lịch của Lan")
    form = opened("lan")
    opened("duyet", "Người duyệt").send("publish")
    assert form.send(title="Lịch của Lan, sửa tiếp").status_code == 302


def test_an_earlier_version_opened_again_is_guarded_too(news, opened):
    form = opened("minh")
    opened("lan").send(title="Lịch của Lan")
    form.url = f"/quan-tri/pages/{news.pk}/revisions/{news.revisions.earliest('pk').pk}/revert/"
    assert form.send(title="Lịch của Minh").status_code == 409


def test_where_no_version_was_kept_the_public_text_is_what_both_began_with(news, opened):
    news.revisions.all().delete()
    stale = opened("minh")
    opened("lan").send(title="Lịch của Lan")
    shown = rows(stale.send(summary="Tuần sau."))
    assert shown == {"Tiêu đề": ["Lịch tiếp công dân của Lan", "không đổi"], "Tóm tắt": ["không đổi", "Tuần này. sau."]}


def test_a_procedure_is_told_as_citizens_read_it(news, person):
    page = published()
    first, second = (DeskForm.open(person(name), page.pk) for name in ("lan", "minh"))
    assert first.send(listed_name="Tên trong danh mục").status_code == 302
    shown = rows(second.send(valid_to="01/03/2027"))
    assert shown["Trong danh mục của tỉnh"][1] == "không đổi"
    assert "Tên trong danh mục" in shown["Trong danh mục của tỉnh"][0]
    assert "01/03/2027" in shown["Hiệu lực"][1]


# --- An earlier version ---------------------------------------------------------------------------


def earliest(news) -> str:
    """The address at which the first version of all is opened again."""
    return reverse("wagtailadmin_pages:revisions_revert", args=[news.pk, news.revisions.earliest("pk").pk])


@pytest.mark.parametrize("action", ["", "submit", "publish"])
def test_an_earlier_version_never_replaces_a_newer_draft_unread(news, person, opened, action):
    opened("minh", "Người duyệt").send(title="Lịch mới")
    published_by_another(news)
    opened("lan").send(title="Lịch của Lan")
    back = DeskForm.open(person("minh", "Người duyệt"), news.pk, earliest(news))
    answer = back.send(action)
    assert answer.status_code == 409
    assert rows(answer)["Tiêu đề"] == ["Lịch tiếp công dân của Lan", "không đổi"]
    assert latest(news).title == "Lịch của Lan"
    seen = BeautifulSoup(answer.content, "html.parser")
    known = {name: seen.select_one(f"#page-edit-form [name={name}]")["value"] for name in KNOWN}
    assert back.send(action, **known).status_code == 302
    assert latest(news).title == "Lịch tiếp công dân"


def test_who_opens_an_earlier_version_is_told_of_the_newer_draft(news, person, opened):
    opened("minh", "Người duyệt").send(title="Lịch mới")
    published_by_another(news)
    assert "có bản nháp mới hơn" not in person("minh").get(earliest(news)).content.decode()
    opened("lan").send(title="Lịch của Lan")
    assert "Trang có bản nháp mới hơn, do lan lưu lúc" in person("minh").get(earliest(news)).content.decode()


def test_where_the_newest_text_is_public_an_earlier_version_is_a_draft_at_once(news, person, opened):
    opened("minh", "Người duyệt").send(title="Lịch mới")
    published_by_another(news)
    assert DeskForm.open(person("minh", "Người duyệt"), news.pk, earliest(news)).send("publish").status_code == 302
    assert latest(news).title == "Lịch tiếp công dân"


# --- An import ------------------------------------------------------------------------------------


def test_what_an_import_brought_into_ones_own_draft_is_told_as_its_work(news, person):
    page = published("1.100001")
    lan = person("lan")
    DeskForm.open(lan, page.pk).send(everyday_names="giấy diều")
    open_form = DeskForm.open(lan, page.pk)
    bring(national_row("1.100001", **{"Cấp thực hiện": "Cấp Tỉnh"}))
    answer = open_form.send(everyday_names="giấy diều to")
    assert answer.status_code == 409
    assert NOT_SAVED.format(IMPORT) in answer.content.decode()
    assert "cửa sổ khác" not in answer.content.decode()


def test_the_desks_question_names_the_import_and_not_the_editor(news, person):
    page = published("1.100001")
    lan = person("lan")
    DeskForm.open(lan, page.pk).send(everyday_names="giấy diều")
    shown = BeautifulSoup(lan.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content, "html.parser")
    asked = shown.select_one("form.w-editing-sessions")
    known = {name: asked.select_one(f"[name={name}]")["value"] for name in ("revision_id", "revision_created_at")}
    bring(national_row("1.100001", **{"Lĩnh vực": "Gió"}))
    told = lan.post(asked["data-w-swap-src-value"], known).json()["html"]
    assert "Lần nhập dữ liệu của trung ương đã lưu phiên bản mới" in told
    assert "cửa sổ khác" not in told
