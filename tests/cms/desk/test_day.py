"""The front page names the work that waits for whoever signs in, and leads to it."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision

from agencies.models import Agency
from cms.access.upkeep import ensure_access
from cms.desk.day import days_work
from cms.desk.waiting import OLD_DAYS
from cms.models import Editor
from legal_documents.models import DocumentIndexPage
from pages.models import HomePage
from procedures_catalog.importing.journal import give_up, only_import
from procedures_catalog.models import ImportRun, ProcedureLegalBasis, ProcedurePage
from search.models import SynonymRule, UnansweredQuestion
from tests.clock import today
from tests.editors import OFFICERS, in_role, published_by_another
from tests.legal_documents.documents_factory import make_document
from tests.pages.factories import make_content
from tests.posting.factories import hung
from tests.procedures_catalog.factories import bring, local_row, national_row, page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


def person(name: str, role: str = "Biên tập viên", agency: Agency | None = None) -> Editor:
    """Somebody in a role."""
    ensure_access()
    found = Editor.objects.create_user(name, agency=agency)
    in_role(found, role)
    return found


def counts(user: Editor) -> dict[str, int]:
    """The address of a list → how many wait there."""
    return {work.url: work.count for work in days_work(user, timezone.now())}


def listed(client, user: Editor, url: str) -> int:
    """How many rows the list behind a count has."""
    client.force_login(user)
    answer = client.get(url)
    assert answer.status_code == 200
    return len(BeautifulSoup(answer.content.decode(), "html.parser").select("table.listing tbody tr"))


def draft(page, user: Editor | None = None, days_ago: int = 0) -> None:
    """Leaves a change that is not published."""
    page.search_description = "Khác."
    page.save_revision(user=user)
    since = timezone.now() - datetime.timedelta(days=days_ago)
    type(page).objects.filter(pk=page.pk).update(latest_revision_created_at=since)


def schedule(page, hours: int) -> None:
    """Fixes the hour of a publication."""
    page.go_live_at = timezone.now() + datetime.timedelta(days=1)
    page.save_revision().publish()
    due = timezone.now() + datetime.timedelta(hours=hours)
    Revision.objects.filter(object_id=str(page.pk), approved_go_live_at__isnull=False).update(approved_go_live_at=due)


def rest_on(code: str, number: str, expires_on: datetime.date) -> None:
    """Lets a procedure rest on a document that expires on a day."""
    document = make_document(DocumentIndexPage.objects.get(), number, expires_on=expires_on)
    ProcedureLegalBasis.objects.filter(page__code=code).update(document=document)


def test_who_has_nothing_to_do_is_told_so(client):
    client.force_login(person("bien-tap"))
    said = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "không còn việc nào khác" in said
    assert "0 ảnh" not in said


def test_each_thing_that_waits_is_counted_and_its_list_has_as_many_rows(client):
    editor = person("bien-tap")
    bring(*[national_row(f"1.10000{number}") for number in range(1, 7)])
    bring(national_row("1.100007"), publish=False)
    draft(page_of("1.100001"), editor)
    draft(make_content(HomePage.objects.get(), "Hướng dẫn"), editor, days_ago=OLD_DAYS + 1)
    draft(page_of("1.100002"))
    schedule(page_of("1.100003"), hours=5)
    schedule(page_of("1.100004"), hours=-5)
    rest_on("1.100005", "1-QĐ", today())
    rest_on("1.100006", "2-QĐ", today() + datetime.timedelta(days=20))
    UnansweredQuestion.objects.create(question="thẻ gió", fits="nothing", last_asked=today())
    bring(local_row(""))
    tomorrow = today() + datetime.timedelta(days=1)
    ProcedurePage.objects.filter(code="1.100006").update(valid_to=tomorrow)
    found = {url.split("quan-tri/")[1]: count for url, count in counts(editor).items()}
    assert sorted(found.values()) == [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2], found
    assert {url: listed(client, editor, f"/quan-tri/{url}") for url in found} == found


def test_wrong_papers_are_named_to_those_who_may_read_the_ledger():
    page = published("1.100001")
    hung([page])
    page = page_of("1.100001")
    page.official_name = page.title = "Cấp thẻ thả sáo"
    page.save_revision().publish()
    assert counts(person("bien-tap"))[reverse("wrong_papers")] == 1


def test_what_is_urgent_comes_first():
    published("1.100001")
    draft(page_of("1.100001"))
    schedule(published("1.100002"), hours=-5)
    first, *others = days_work(person("bien-tap"), timezone.now())
    assert first.is_urgent
    assert not any(work.is_urgent for work in others)


def test_an_agency_sees_its_own_work_and_what_is_nobodys(client):
    own, other = (Agency.objects.create(name=name, kind="department") for name in ("Sở Gió", "Sở Mây"))
    for number, agency in enumerate((own, other, None), 1):
        page = published(f"1.10000{number}")
        page.agency = agency
        page.save()
        draft(page)
    of_the_province, of_one = person("tinh"), person("so", agency=own)
    url = f"{reverse('waiting_pages')}?kind=imported"
    assert (counts(of_the_province)[url], counts(of_one)[url]) == (3, 2)
    assert listed(client, of_one, url) == 2


def test_an_officer_has_no_work_at_this_desk():
    published("1.100001")
    draft(page_of("1.100001"))
    assert days_work(person("can-bo", OFFICERS), timezone.now()) == []


def test_an_import_that_was_cut_short_is_urgent_until_it_is_finished(settings, tmp_path):
    settings.IMPORTS_ROOT = tmp_path
    user = person("hoa")
    run = ImportRun.objects.create(files=[{"name": "a.jsonl"}])
    [work] = [work for work in days_work(user, timezone.now()) if work.url == reverse("health")]
    assert (work.count, work.is_urgent) == (1, True)
    with only_import():
        assert reverse("health") not in counts(user)
    give_up(run)
    assert reverse("health") not in counts(user)


def _catalogue() -> str:
    return reverse("wagtailadmin_explore", args=[ProcedurePage.catalogue().pk])


def test_what_the_state_changed_beneath_the_provinces_text_waits_until_somebody_publishes_the_page(client):
    user = person("hoa")
    for code in ("1.100001", "1.100002"):
        published(code)
    page = page_of("1.100001")
    page.overlay = [("conditions", {"value": "Có diều của tỉnh.", "valid_from": None, "valid_to": None})]
    page.save_revision(user=user, log_action=True).publish()
    url, filtered = reverse("overlaid_changes"), f"{_catalogue()}?below=changed"
    bring(national_row("1.100001", **{"Kết quả thực hiện": "Thẻ khác"}))
    assert url not in counts(user)
    for code in ("1.100001", "1.100002"):
        bring(national_row(code, **{"Yêu cầu, điều kiện thực hiện": "Có diều nhỏ."}))
    assert counts(user)[url] == listed(client, user, filtered) == 1
    assert client.get(url).content.decode().count("<section") == 1
    form = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "nội dung riêng của tỉnh đang che: Yêu cầu, điều kiện" in form
    page_of("1.100001").save_revision(user=user, log_action=True)
    assert counts(user)[url] == 1  # a draft settles nothing: the form makes one with the first letter
    published_by_another(page_of("1.100001"))
    assert url not in counts(user)


def test_what_is_kept_back_is_no_work_and_what_was_never_public_is_counted_once(client):
    foreign = {"Số quyết định": "12/QĐ-UBND", "Cơ quan thực hiện": "Sở Gió tỉnh Bắc Ninh"}
    bring(national_row("6.100001"), national_row("1.100002", **foreign), national_row("1.100003"), publish=False)
    user = person("bien-tap")
    [work] = days_work(user, timezone.now())
    assert (work.count, "chưa công bố lần nào" in work.text) == (1, True)
    assert listed(client, user, work.url) == 1


def test_a_public_one_that_has_become_foreign_is_urgent_work(client):
    published("1.100001")
    bring(national_row("1.100001", **{"Số quyết định": "12/QĐ-UBND", "Cơ quan thực hiện": "Sở Gió tỉnh Bắc Ninh"}))
    user = person("bien-tap")
    [work] = days_work(user, timezone.now())
    assert (work.count, work.is_urgent, "của tỉnh khác" in work.text) == (1, True, True)
    assert listed(client, user, work.url) == 1


@pytest.fixture
def rule() -> SynonymRule:
    """A rule that is public, and that an editor of the rules drafts anew."""
    SynonymRule.objects.all().delete()
    return SynonymRule.objects.create(everyday="sổ gió", official="giấy gió")


def test_a_draft_of_words_reaches_who_publishes_it_and_who_wrote_it(client, rule):
    writer, other, reviewer = person("lan"), person("minh"), person("hoa", "Người duyệt")
    words = reverse("waiting_words")
    assert words not in counts(reviewer)
    rule.note = "nháp"
    rule.save_revision(user=writer)
    assert [counts(each).get(words) for each in (writer, other, reviewer)] == [1, None, 1]
    assert listed(client, reviewer, words) == 1
    assert (listed(client, other, f"{words}?whose=mine"), listed(client, other, f"{words}?kind=promotion")) == (0, 0)
    assert words in client.get(reverse("waiting_pages")).content.decode()
    client.force_login(person("can-bo", OFFICERS))
    assert client.get(words).status_code == 302


def test_what_was_taken_off_waits_for_nobody(rule):
    reviewer = person("hoa", "Người duyệt")
    rule.save_revision(user=reviewer).publish()
    rule.refresh_from_db()
    rule.unpublish()
    assert reverse("waiting_words") not in counts(reviewer)
    rule.save_revision(user=reviewer)
    assert counts(reviewer)[reverse("waiting_words")] == 1


def test_what_waits_for_a_step_is_no_work_of_its_writer_and_what_was_sent_back_is_the_first(client):
    writer, reviewer = person("bien-tap"), person("duyet", "Người duyệt")
    page = make_content(HomePage.objects.get(), "Hướng dẫn")
    mine, returned = (f"{reverse('waiting_pages')}?kind={kind}" for kind in ("mine", "returned"))
    draft(page, writer)
    assert counts(writer)[mine] == 1
    page.get_workflow().start(page, writer)
    assert counts(writer).keys().isdisjoint([mine, returned])
    page.current_workflow_task.on_action(page.current_workflow_task_state, reviewer, "reject", comment="Thiếu phí.")
    first = days_work(writer, timezone.now())[0]
    assert (first.url, first.count, first.is_urgent) == (returned, 1, True)
    assert listed(client, writer, returned) == 1
    assert returned not in counts(reviewer)
