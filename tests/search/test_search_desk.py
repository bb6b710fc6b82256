"""The finder's words at the desk: who may do what, what is refused, what the report shows."""

import csv
import datetime
import io

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from agencies.models import Agency
from cms.access.upkeep import ensure_access
from cms.models import Editor
from search.models import AskedQuestion, HiddenSuggestion, Promotion, SynonymRule, UnansweredQuestion
from search.words.words import current_words
from tests.cms.desk.form import opened_with
from tests.editors import in_role, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.database_differs]


@pytest.fixture
def editor(client, portal) -> Editor:
    """An editor of an agency, signed in."""
    ensure_access()
    agency = Agency.objects.create(name="Sở Tư pháp", kind="department")
    user = Editor.objects.create_user("an", password="x", agency=agency)
    in_role(user, "Biên tập viên")
    client.force_login(user)
    return user


def list_of(model) -> str:
    return reverse(f"wagtailsnippets_search_{model._meta.model_name}:list")


def add(client, model, **values):
    return client.post(reverse(f"wagtailsnippets_search_{model._meta.model_name}:add"), values)


RULE = {"everyday": "qua đời\nmất", "official": "khai tử", "marks": "agree", "examples": "", "note": ""}


def promoted_home(portal) -> dict:
    return {"questions": "bão", "how": "contains", "page": portal[0].pk, "order": 1}


#: Kind of word → what is typed, and whether the finder goes by it.
WORDS = {
    SynonymRule: (lambda _: RULE, lambda words: "khai tử" in str(words.synonyms.wordings("qua đời"))),
    Promotion: (promoted_home, lambda words: bool(words.promotions)),
    HiddenSuggestion: (lambda _: {"words": "ly hôn"}, lambda words: words.hides("Ly hôn")),
}


@pytest.mark.parametrize("model", WORDS)
def test_what_every_question_meets_is_written_by_an_editor_and_published_by_a_reviewer(client, editor, portal, model):
    typed, is_public = WORDS[model]
    SynonymRule.objects.all().delete()
    assert add(client, model, **typed(portal), **{"action-publish": "1"}).status_code == 302
    row = model.objects.get()
    assert (row.live, is_public(current_words())) == (False, False)
    address = f"wagtailsnippets_search_{model._meta.model_name}"
    reviewer = signed_in("Người duyệt")
    form = querydict_from_html(
        reviewer.get(reverse(f"{address}:edit", args=[row.pk])).content.decode(), form_id="w-editor-form"
    )
    reviewer.post(reverse(f"{address}:edit", args=[row.pk]), form.dict() | {"action-publish": "1"})
    assert is_public(current_words())
    client.post(reverse(f"{address}:delete", args=[row.pk]))
    assert is_public(current_words())
    reviewer.post(reverse(f"{address}:unpublish", args=[row.pk]))
    assert not is_public(current_words())
    reviewer.post(reverse(f"{address}:delete", args=[row.pk]))
    assert not model.objects.exists()


def test_a_bad_rule_is_refused_with_its_reason(client, editor):
    response = add(client, SynonymRule, **RULE | {"official": "Qua đời"})
    assert response.status_code == 200
    assert "có ở cả hai bên" in response.content.decode()
    assert not SynonymRule.objects.filter(everyday__startswith="qua đời").exists()


def test_the_preview_says_what_the_form_would_change(client, editor, index):
    address = reverse("wagtailsnippets_search_synonymrule:preview_on_add")
    assert client.post(address, RULE).json() == {"is_valid": True, "is_available": True}
    page = client.get(address + "?mode=").content.decode()
    assert "Nếu công bố luật này" in page
    assert "qua đời" in page


def test_a_promotion_needs_a_published_page_and_days_in_order(client, editor, portal):
    home = portal[0]
    values = {"questions": "bão", "how": "contains", "page": home.pk, "order": 1}
    bad = add(client, Promotion, **values, valid_from="2026-11-22", valid_to="2026-11-21").content.decode()
    assert "Phải từ ngày bắt đầu (22/11/2026) trở đi." in bad
    home.unpublish()
    assert "chưa công bố" in add(client, Promotion, **values).content.decode()
    assert not Promotion.objects.exists()


def test_a_promotion_is_written_and_read_by_its_last_day(client, editor, portal):
    values = {"questions": "bão", "how": "contains", "page": portal[0].pk, "order": 1, "valid_to": "30/11/2026"}
    add(client, Promotion, **values)
    row = Promotion.objects.get()
    assert row.valid_to == datetime.date(2026, 12, 1)
    assert "30/11/2026" in client.get(list_of(Promotion)).content.decode()
    address = reverse("wagtailsnippets_search_promotion:edit", args=[row.pk])
    for last in ("30/11/2026", "15/12/2026"):  # the first changes nothing
        client.post(address, values | opened_with(client, address) | {"valid_to": last})
    first, _, last = row.revisions.order_by("pk")
    compared = client.get(
        reverse("wagtailsnippets_search_promotion:revisions_compare", args=[row.pk, first.pk, last.pk])
    ).content.decode()
    assert ("30/11/2026" in compared, "15/12/2026" in compared, "01/12/2026" in compared) == (True, True, False)


def test_a_suggestion_is_hidden(client, editor):
    assert add(client, HiddenSuggestion, words="ly hôn", note="").status_code == 302
    assert HiddenSuggestion.objects.get().words == "ly hôn"


def question(text: str, **values) -> UnansweredQuestion:
    return UnansweredQuestion.objects.create(
        question=text, fits="nothing", last_asked=datetime.date(2026, 11, 22), **values
    )


def test_an_agency_sees_its_questions_and_nobodys(client, editor):
    other = Agency.objects.create(name="Sở Y tế", kind="department")
    question("của mình", agency=editor.agency)
    question("của ai đó", agency=other)
    question("chưa của ai")
    page = client.get(list_of(UnansweredQuestion)).content.decode()
    assert "của mình" in page
    assert "chưa của ai" in page
    assert "của ai đó" not in page


def test_a_question_is_ticked_off_and_never_written_by_hand(client, editor):
    row = question("của mình", agency=editor.agency)
    edit = reverse("wagtailsnippets_search_unansweredquestion:edit", args=[row.pk])
    done = {"state": "done", "sector": "", "agency": editor.agency_id, "note": "thêm từ đồng nghĩa"}
    client.post(edit, done | opened_with(client, edit))
    row.refresh_from_db()
    assert (row.state, row.question) == ("done", "của mình")
    assert add(client, UnansweredQuestion, question="tự viết").status_code in (302, 403)
    assert UnansweredQuestion.objects.count() == 1


def test_a_question_is_given_to_another_agency_only_by_who_knows_that_it_goes(client, editor):
    other = Agency.objects.create(name="Sở Y tế", kind="department")
    row = question("của mình", agency=editor.agency)
    edit = reverse("wagtailsnippets_search_unansweredquestion:edit", args=[row.pk])
    given = {"state": "open", "sector": "", "agency": other.pk, "note": ""}
    refused = client.post(edit, given | opened_with(client, edit)).content.decode()
    row.refresh_from_db()
    assert ("Sở Y tế" in refused, "Giao cho cơ quan khác" in refused, row.agency) == (True, True, editor.agency)
    client.post(edit, given | opened_with(client, edit) | {"hand_over": "on"})
    row.refresh_from_db()
    assert row.agency == other
    assert client.get(edit).status_code == 404


def test_a_question_leads_to_what_would_answer_it(client, editor, index):
    row = question("thuê diều & sáo", agency=editor.agency)
    edit = reverse("wagtailsnippets_search_unansweredquestion:edit", args=[row.pk])
    shown = BeautifulSoup(client.get(edit).content, "html.parser")
    links = {link.get_text(): link["href"] for link in shown.select("main a[target=_blank]")}
    assert "q=thu%C3%AA" in links["Tìm câu này trên cổng"]
    begun = BeautifulSoup(client.get(links["Thêm từ đồng nghĩa"]).content, "html.parser")
    assert begun.select_one("textarea[name=everyday]").get_text().strip() == "thuê diều & sáo"
    assert SynonymRule.objects.filter(everyday__contains="thuê diều").count() == 0


@pytest.fixture
def counted(editor):
    """Questions of two weeks."""
    for text, week, asked, missed, clicks, positions in (
        ("khai sinh", 16, 5, 0, 2, 5),
        ("khai sinh", 9, 1, 0, 0, 0),
        ("zzzz", 16, 3, 3, 0, 0),
        ("hộ khẩu", 9, 2, 0, 0, 0),
    ):
        AskedQuestion.objects.create(
            question=text, week=datetime.date(2026, 11, week), asked=asked,
            without_result=missed, clicks=clicks, positions=positions,
        )  # fmt: skip


def report(client, **asked) -> list[dict[str, str]]:
    response = client.get(reverse("search_report"), {"export": "csv", **asked})
    return list(csv.DictReader(io.StringIO(b"".join(response).decode("utf-8-sig"))))


def test_the_report_counts_the_most_asked_first(client, counted):
    rows = report(client)
    assert [row["Câu hỏi"] for row in rows] == ["khai sinh", "zzzz", "hộ khẩu"]
    assert rows[0] == {
        "Câu hỏi": "khai sinh",
        "Lượt hỏi": "6",
        "Không có kết quả": "0",
        "Lượt chọn": "2",
        "Thứ tự được chọn (trung bình)": "2,5",
    }


def test_one_week_and_what_needs_care_can_be_chosen(client, counted):
    assert [row["Lượt hỏi"] for row in report(client, week="2026-11-09")] == ["2", "1"]
    assert [row["Câu hỏi"] for row in report(client, which="without_result")] == ["zzzz"]
    assert [row["Câu hỏi"] for row in report(client, which="not_chosen")] == ["hộ khẩu"]


def test_the_report_is_a_page_in_the_menu(client, counted):
    page = client.get(reverse("search_report")).content.decode()
    assert "Báo cáo tìm kiếm" in page
    assert "khai sinh" in page
    assert client.get(reverse("search_report_results"), {"week": "2026-11-09"}).status_code == 200


def test_nobody_else_reads_it(client, portal):
    assert client.get(reverse("search_report")).status_code == 302
    ensure_access()
    client.force_login(Editor.objects.create_user("ai", password="x"))
    assert client.get(reverse("search_report")).status_code == 302
