"""Type, Enter, print: what an officer's words find, and when it is clear enough to print at once."""

import pytest
from django.urls import reverse

from posting.models import PostedPaper, PrintJob
from posting.officer.finding import find_procedures
from procedures_catalog.facts.short_code import check_character
from procedures_catalog.models import FormVersion, LibraryForm, ProcedureIdentity
from search.feed.engine import EMBEDDED, index_of
from search.feed.entries import all_entries
from tests.clock import today
from tests.procedures_catalog.factories import bring, national_row
from tests.procedures_catalog.feed.test_form_entries import form as document
from tests.procedures_catalog.forms.conftest import papers_of
from tests.search.index.contract import BAD_INPUT

pytestmark = pytest.mark.django_db


def code_of(pages, code):
    """The permanent short code of the procedure with a national code."""
    return next(page.identity.short_code for page in pages if page.code == code)


@pytest.mark.parametrize(
    "typed", ["Đăng ký khai sinh", "dang ky khai sinh", "thủ tục đăng kí khai sinh", "ddawng kys khai sinh"]
)
def test_the_whole_name_is_clear_however_it_is_typed(procedures, typed):
    assert find_procedures(typed, today()).clear == code_of(procedures, "1.100001")


@pytest.mark.parametrize("typed", ["1.100003", "1100003", "1.100003.000.00.00.H36"])
def test_a_code_is_clear_in_every_spelling(procedures, typed):
    assert find_procedures(typed, today()).clear == code_of(procedures, "1.100003")


def test_the_code_on_a_paper_is_clear_too(procedures):
    code = code_of(procedures, "1.100002")
    assert find_procedures(code.lower(), today()).clear == code


def test_a_code_of_letters_alone_is_clear_in_two_parts(procedures):
    letters = "JSZYDA" + check_character("JSZYDA")
    ProcedureIdentity.objects.filter(page__code="1.100002").update(short_code=letters)
    index_of(EMBEDDED).rebuild(all_entries(today()))
    assert find_procedures(f"{letters[:3].lower()} {letters[3:].lower()}", today()).clear == letters


@pytest.mark.parametrize(
    "written", ["http://x.example/q/{}", "HTTPS://X.EXAMPLE/Q/{}", "https://x.example/q/{}?zarsrc=1)."]
)
def test_a_scanned_address_is_as_clear_as_its_code(procedures, written):
    code = code_of(procedures, "1.100002")
    finding = find_procedures(written.format(code), today())
    assert (finding.clear, finding.lines[0]["short_code"]) == (code, code)


def test_a_dossiers_number_is_told_to_be_one(procedures):
    finding = find_procedures("000.00.53.H48-220921-0099", today())
    assert (finding.lines, finding.clear) == ([], "")
    assert "hồ sơ" in finding.notice


def test_the_only_one_found_is_clear(procedures):
    assert find_procedures("kết hôn", today()).clear == code_of(procedures, "1.100003")


@pytest.mark.parametrize("typed", ["khai sinh", "đăng ký", "xyzkhongcogi", "", "1.999999"])
def test_nothing_else_is(procedures, typed):
    assert find_procedures(typed, today()).clear == ""


def test_of_two_procedures_of_one_name_none_is_clear(procedures):
    bring(national_row("1.100009", 9, **{"Tên thủ tục": "Đăng ký kết hôn", "Cấp thực hiện": "Cấp Tỉnh"}))
    index_of(EMBEDDED).rebuild(all_entries(today()))
    assert find_procedures("đăng ký kết hôn", today()).clear == ""


def test_what_was_unpublished_meanwhile_is_not_offered(procedures):
    procedures[0].unpublish()
    assert "Đăng ký khai sinh" not in [line["title"] for line in find_procedures("khai sinh", today()).lines]


@pytest.mark.slow
@pytest.mark.parametrize("text", BAD_INPUT, ids=range(len(BAD_INPUT)))
def test_no_text_breaks_it(desk, procedures, text):
    typed = text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    assert desk.get(reverse("officer_desk"), {"q": typed}).status_code == 200
    assert desk.post(reverse("officer_desk"), {"q": typed}).status_code in (200, 302)


# --- At the desk ----------------------------------------------------------------------------------


def test_enter_on_a_clear_question_opens_the_pdf_for_this_commune(desk, commune, procedures):
    response = desk.post(reverse("officer_desk"), {"q": "dang ky khai sinh"}, follow=True)
    assert response["Content-Type"] == "application/pdf"
    assert b"".join(response.streaming_content).startswith(b"%PDF")
    job = PrintJob.objects.get()
    assert (job.kind, job.unit, job.asked_by.username) == ("short", commune, "can-bo")


def test_a_sheet_that_is_handed_to_somebody_is_no_paper_of_the_wall(desk, procedures):
    desk.post(reverse("officer_desk"), {"q": "dang ky khai sinh"})
    assert PostedPaper.objects.get().hung_on is None
    assert list(desk.get(reverse("officer_ledger")).context["waiting"]) == []


def test_the_pdf_is_shown_not_saved_and_kept_nowhere(desk, procedures):
    response = desk.post(reverse("officer_desk"), {"q": "dang ky khai sinh"}, follow=True)
    assert response["Content-Disposition"].startswith("inline")
    assert "no-store" in response["Cache-Control"]
    assert "Content-Security-Policy" not in response, "a browser's own viewer of PDF files would stay empty"


def test_an_unclear_question_leads_to_the_list_with_its_buttons(desk, procedures):
    response = desk.post(reverse("officer_desk"), {"q": "khai sinh"}, follow=True)
    assert response.redirect_chain == [("/ban/?q=khai+sinh", 302)]
    page = response.content.decode()
    assert [line["title"] for line in response.context["finding"].lines][:2] == [
        "Đăng ký khai sinh",
        "Đăng ký lại khai sinh",
    ]
    for label in ("In ngắn", "In đầy đủ", "Chữ to", "Thêm vào hàng chờ"):
        assert label in page
    assert not PrintJob.objects.exists()


@pytest.mark.parametrize("kind", ["short", "full", "large"])
def test_each_button_prints_its_kind(desk, procedures, kind):
    code = code_of(procedures, "1.100002")
    response = desk.post(reverse("officer_sheet"), {"code": code, "kind": kind}, follow=True)
    assert response["Content-Type"] == "application/pdf"
    assert PrintJob.objects.get().kind == kind


@pytest.mark.parametrize(
    ("code", "kind"),
    [("", "short"), ("ABCDEFG", "short"), ("x" * 500, "short"), ("ABCDEFG", "board"), ("\x00", "full")],
)
def test_a_sheet_that_cannot_be_printed_leads_back_to_the_list(desk, procedures, code, kind):
    response = desk.post(reverse("officer_sheet"), {"code": code, "kind": kind, "q": "khai sinh"})
    assert response.url == "/ban/?q=khai+sinh"


def test_without_an_index_the_desk_says_so_and_stands(desk, province, without_index):
    page = desk.get(reverse("officer_desk"), {"q": "khai sinh"}).content.decode()
    assert "tạm thời chưa dùng được" in page


# --- A form by its number -------------------------------------------------------------------------


def test_a_forms_number_offers_its_file_before_the_procedures_and_prints_no_sheet(desk, province):
    bring(national_row("1.100007", 2, **papers_of("Tờ khai lệ phí trước bạ mẫu 01/LPTB")))
    index_of(EMBEDDED).rebuild(all_entries(today()))
    asked = {"q": "01/lptb"}
    assert "chưa có tệp trên cổng" in desk.get(reverse("officer_desk"), asked).content.decode()
    file = document()
    FormVersion.objects.create(form=LibraryForm.objects.get(key="1-lptb"), label="nay", file=file)
    response = desk.post(reverse("officer_desk"), asked, follow=True)
    assert f'href="{file.url}"' in response.content.decode()
    assert [line["title"] for line in response.context["finding"].lines] == ["Cấp thẻ thả diều số 1.100007"]
    assert not PrintJob.objects.exists()
