"""What is done elsewhere, at the desk: who writes it, who publishes it, what is refused."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from cms.models import Editor
from pages.links.sources import sources
from search.finder import find
from search.models import ReferralAnswer
from tests.clock import today
from tests.editors import published_by_another, signed_in

pytestmark = pytest.mark.django_db
PLACE = "wagtailsnippets_search_referralanswer"
WRITTEN = {
    "title": "Diều hỏng",
    "answer": "Thợ diều vá.",
    "place": "Xưởng diều",
    "telephone": "1900 0000",
    "link": "https://dieu.vn/",
    "names": "diều hỏng\ndiều rách",
}


def write(client: Client, **changed: str):
    return client.post(reverse(f"{PLACE}:add"), WRITTEN | changed)


def published(client: Client, **changed: str) -> None:
    """Somebody writes one, another publishes it."""
    write(client, **changed)
    published_by_another(ReferralAnswer.objects.get(title=(WRITTEN | changed)["title"]))


def publish(client: Client) -> None:
    address = reverse(f"{PLACE}:edit", args=[ReferralAnswer.objects.get().pk])
    form = querydict_from_html(client.get(address).content.decode(), form_id="w-editor-form").dict()
    client.post(address, form | {"action-publish": "1"})


def shown() -> str:
    there = find("diều hỏng", today()).referred
    return there.referral.place if there else ""


def test_an_editor_writes_and_a_reviewer_publishes(portal):
    editor, reviewer = signed_in("Biên tập viên"), signed_in("Người duyệt")
    assert write(editor).status_code == 302
    publish(editor)
    assert shown() == ""
    publish(reviewer)
    assert shown() == "Xưởng diều"


def test_only_a_reviewer_takes_one_off_or_deletes_it(portal):
    editor, reviewer = signed_in("Biên tập viên"), signed_in("Người duyệt")
    published(reviewer)
    pk = ReferralAnswer.objects.get().pk
    editor.post(reverse(f"{PLACE}:unpublish", args=[pk]))
    editor.post(reverse(f"{PLACE}:delete", args=[pk]))
    assert shown() == "Xưởng diều"
    reviewer.post(reverse(f"{PLACE}:unpublish", args=[pk]))
    assert shown() == ""
    reviewer.post(reverse(f"{PLACE}:delete", args=[pk]))
    assert not ReferralAnswer.objects.exists()


def test_a_draft_keeps_its_names_from_nobody_and_what_is_published_does(portal):
    editor, reviewer = signed_in("Biên tập viên"), signed_in("Người duyệt")
    write(editor)
    published(reviewer, title="Diều rách")
    assert find("diều hỏng", today()).referred.referral.title == "Diều rách"
    answer = write(editor, title="Diều gãy")
    assert "đã có ở mục “Diều rách”" in answer.content.decode()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"names": "diều hỏng"}, "Ghi từ 2 đến"),
        ({"names": "diều hỏng\nở đâu"}, "chỉ có những chữ"),
        ({"telephone": "hỏi bác Tư"}, "Không thấy số điện thoại nào"),
        ({"link": "ftp://dieu.vn/"}, "phải bắt đầu bằng https:// hoặc http://"),
        ({"valid_from": "22/11/2026", "valid_to": "21/11/2026"}, "Phải từ ngày bắt đầu"),
    ],
)
def test_what_could_not_be_shown_is_refused_with_its_reason(portal, changed, said):
    answer = write(signed_in("Người duyệt"), **changed, **{"action-publish": "1"})
    assert answer.status_code == 200
    assert said in answer.content.decode()
    assert not ReferralAnswer.objects.exists()


def test_two_answers_to_one_question_are_refused(portal):
    reviewer = signed_in("Người duyệt")
    published(reviewer)
    assert "đã có ở mục “Diều hỏng”" in write(reviewer, title="Diều").content.decode()


def test_the_list_is_found_by_how_people_ask(portal):
    client = signed_in("Biên tập viên")
    write(client)
    assert "Xưởng diều" in client.get(reverse(f"{PLACE}:list"), {"q": "diều rách"}).content.decode()
    assert "Xưởng diều" not in client.get(reverse(f"{PLACE}:list"), {"q": "ô tô"}).content.decode()


def test_who_prints_for_a_commune_is_shut_out(portal):
    assert signed_in("Cán bộ một cửa").get(reverse(f"{PLACE}:list")).status_code in (302, 403)


def test_the_night_asks_the_pages_that_published_answers_lead_to(portal):
    published(signed_in("Người duyệt"))
    (source,) = (each for each in sources() if each.name == "việc ở nơi khác")
    assert [row["leads_to"] for row in source.rows(None)] == ["https://dieu.vn/"]
    assert list(source.rows(Editor.objects.create_user("khac"))) == []
    ReferralAnswer.objects.get().unpublish()
    assert list(source.rows(None)) == []
