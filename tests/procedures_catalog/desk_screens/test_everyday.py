"""What people say of procedures at the desk: who writes it, who publishes it, how one gets there."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from procedures_catalog.models import EverydayWords
from tests.editors import published_by_another, signed_in
from tests.procedures_catalog.factories import bring, national_row, page_of

pytestmark = pytest.mark.django_db
LIST = "wagtailsnippets_procedures_catalog_everydaywords"


@pytest.fixture
def page(portal):
    bring(national_row("1.100001", **{"Tên thủ tục": "Cấp thẻ thả diều"}))
    return page_of("1.100001")


def write(client: Client, address: str) -> None:
    form = querydict_from_html(client.get(address).content.decode(), form_id="w-editor-form").dict()
    client.post(address, form | {"used_when": "muốn thả diều"})


def publish(client: Client, address: str) -> None:
    form = querydict_from_html(client.get(address).content.decode(), form_id="w-editor-form").dict()
    client.post(address, form | {"action-publish": "1"})


def of_procedure(client: Client, page):
    return client.post(reverse("everyday_words_of", args=[page.identity_id]))


def test_a_procedure_leads_to_its_words_which_begin_with_a_press_and_not_with_a_look(page):
    client = signed_in("Biên tập viên")
    form = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert reverse("everyday_words_of", args=[page.identity_id]) in form
    shown = client.get(reverse("everyday_words_of", args=[page.identity_id]))
    assert "Cấp thẻ thả diều" in shown.content.decode()
    assert not EverydayWords.objects.exists()
    answer = of_procedure(client, page)
    assert answer.url == reverse(f"{LIST}:edit", args=[EverydayWords.objects.get().pk])
    assert of_procedure(client, page).url == answer.url
    assert client.get(reverse("everyday_words_of", args=[page.identity_id])).url == answer.url


def test_an_editor_writes_and_a_reviewer_publishes(page):
    editor, reviewer = signed_in("Biên tập viên"), signed_in("Người duyệt")
    address = of_procedure(editor, page).url
    write(editor, address)
    publish(editor, address)
    assert EverydayWords.objects.get().used_when == ""
    publish(reviewer, address)
    assert EverydayWords.objects.get().used_when == "muốn thả diều"


def test_nobody_adds_or_deletes_words_by_hand(page):
    client = signed_in("Người duyệt")
    of_procedure(client, page)
    assert client.get(reverse(f"{LIST}:add")).status_code == 302
    assert client.get(reverse(f"{LIST}:delete", args=[EverydayWords.objects.get().pk])).status_code == 302
    assert EverydayWords.objects.exists()


def test_the_list_is_found_by_what_people_say(page):
    client = signed_in("Biên tập viên")
    EverydayWords.objects.create(identity=page.identity, names="thẻ diều")
    listed = client.get(reverse(f"{LIST}:list"), {"q": "the dieu"}).content.decode()
    assert "Cấp thẻ thả diều" in listed
    assert "Cấp thẻ thả diều" not in client.get(reverse(f"{LIST}:list"), {"q": "ô tô"}).content.decode()


def names_of(client, query: dict) -> list[str]:
    """The procedures of the list in their order."""
    shown = BeautifulSoup(client.get(reverse(f"{LIST}:list"), query).content, "html.parser")
    said = [" ".join(each.stripped_strings) for each in shown.select("table.listing tbody td.title a[href*='/edit/']")]
    return [each for each in said if each != "Sửa"]


def test_the_list_is_found_by_code_and_the_best_name_stands_first(page):
    bring(
        national_row("1.100002", **{"Tên thủ tục": "Cấp lại thẻ thả diều bị rách"}),
        national_row("1.100003", **{"Tên thủ tục": "Thả diều"}),
    )
    for code in ("1.100001", "1.100002", "1.100003"):
        page_of(code).save()  # what is brought in stands in the desk's search after the commit
        EverydayWords.objects.create(identity=page_of(code).identity, names="chơi diều")
    client = signed_in("Biên tập viên")
    assert names_of(client, {"q": "1.100002"}) == ["Cấp lại thẻ thả diều bị rách"]
    assert names_of(client, {"q": "thả diều"})[0] == "Thả diều"
    assert len(names_of(client, {"q": "chơi diều"})) == 3


def test_drafts_come_first_and_can_be_chosen_alone(page):
    bring(national_row("1.100002"))
    EverydayWords.objects.create(identity=page.identity, names="thẻ diều")
    draft = EverydayWords.objects.create(identity=page_of("1.100002").identity, names="thẻ sáo")
    draft.save_revision()
    client = signed_in("Người duyệt")
    assert names_of(client, {})[0] == page_of("1.100002").title
    assert len(names_of(client, {"draft": "yes"})) == 1


def test_who_prints_for_a_commune_is_shut_out(page):
    assert of_procedure(signed_in("Cán bộ một cửa"), page).status_code in (302, 403)


def test_what_is_pasted_is_cleaned_and_somebodys_number_is_refused(page):
    client = signed_in("Người duyệt")
    address = of_procedure(client, page).url
    form = querydict_from_html(client.get(address).content.decode(), form_id="w-editor-form").dict()
    typed = {
        "used_when": "Dùng khi muốn thả diều.",
        "names": "•\tthẻ diều\n- Thẻ  diều\nthẻ sáo",
        "action-publish": "1",
    }
    refused = client.post(address, form | typed | {"questions": "anh Bảy số 0912345678 hỏi ở đâu"})
    assert "số giống số điện thoại" in refused.content.decode()
    client.post(address, form | typed)
    words = published_by_another(EverydayWords.objects.get())
    assert (words.used_when, words.names) == ("muốn thả diều", "thẻ diều\nthẻ sáo")
