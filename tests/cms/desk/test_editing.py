"""Two people at one page: nobody writes over what the other has saved without having read it."""

import pytest
from bs4 import BeautifulSoup

from cms.desk.editing import NOT_SAVED
from tests.cms.desk.form import DeskForm
from tests.procedures_catalog.factories import published

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
    assert NOT_SAVED in answer.content.decode()
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


def test_ones_own_earlier_version_stands_in_nobodys_way(news, opened):
    form = opened("lan")
    assert form.send(title="Lần một").status_code == 302
    assert form.send(title="Lần hai").status_code == 302


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
