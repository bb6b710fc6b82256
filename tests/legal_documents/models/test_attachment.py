"""Files of legal documents are read once, and found by what they say."""

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.urls import reverse
from wagtail.documents import get_document_model

from consequences.keys import numbers
from consequences.registry import touched
from legal_documents.models import AttachmentText, LegalDocumentPage
from legal_documents.models import attachment as attachment_module
from legal_documents.text.pdf_pages import COMPLAINTS
from tests.clock import today
from tests.legal_documents.documents_factory import make_document
from tests.legal_documents.pdf_factory import pdf

pytestmark = [pytest.mark.django_db, pytest.mark.database_differs]

TEXT = "Điều 7. Diều lớn hơn hai mét phải có giấy phép"


def hold(data: bytes, name: str = "van-ban.pdf", title: str = "Bản gốc"):
    return get_document_model().objects.create(title=title, file=ContentFile(data, name))


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """A block after which what waited for its commit has been done."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def told():
    """What each page that somebody was told of was found by at that moment, the last one last."""
    words = []

    def hear(what, **_kwargs):
        pages = LegalDocumentPage.objects.in_bulk(numbers(what.entries, "page"))
        words.extend(page.search_text(today()) for page in pages.values())

    touched.connect(hear, weak=False)
    yield words
    touched.disconnect(hear)


def test_a_published_document_is_found_by_what_its_file_says(index, committed, told):
    with committed():
        document = make_document(index, file=hold(pdf(TEXT)))
    assert TEXT in document.search_entry(today()).body
    assert TEXT in told[-1]


def test_a_file_is_read_once_whoever_has_it(index, committed, monkeypatch):
    with committed():
        make_document(index, file=hold(pdf(TEXT)))
    monkeypatch.setattr(attachment_module, "read_file", None)
    with committed():
        other = make_document(index, file=hold(pdf(TEXT), "ban-sao.pdf"))
    assert TEXT in other.search_entry(today()).body
    assert AttachmentText.objects.count() == 1


def test_a_draft_is_read_too_so_that_the_editor_knows(index, committed):
    document = make_document(index)
    document.file = hold(pdf("", ""))
    with committed():
        document.save_revision()
    assert AttachmentText.objects.get().complaint == "scan"
    assert "ảnh quét" in document.file_note()
    assert "Bản gốc" not in LegalDocumentPage.objects.get(pk=document.pk).search_entry(today()).body


def test_a_replaced_file_is_read_anew_and_told(index, committed, told):
    with committed():
        held = hold(pdf(TEXT))
        document = make_document(index, file=held)
    told.clear()
    held.file, held.file_hash = ContentFile(pdf("Điều 8. Sáo diều phải có tiếng vang xa"), "moi.pdf"), ""
    with committed():
        held.save()
    assert "Sáo diều" in LegalDocumentPage.objects.get(pk=document.pk).search_entry(today()).body
    assert "Sáo diều" in told[-1]


def test_files_that_no_legal_document_has_are_not_read(index, committed):
    with committed():
        hold(pdf(TEXT))
    assert not AttachmentText.objects.exists()


def test_a_missing_file_does_no_harm_and_is_said(index, committed):
    with committed():
        document = make_document(index, file=get_document_model().objects.create(title="Mất", file="mat.pdf"))
    assert document.file_note() == COMPLAINTS["missing"]
    assert document.search_entry(today()).body


@pytest.mark.parametrize(
    ("data", "note"),
    [(None, "Nên chọn tệp PDF"), (pdf(TEXT), "1 trang"), (pdf(""), "ảnh quét"), (pdf(TEXT)[:200], "bị hỏng")],
)
def test_the_editor_reads_how_far_a_file_is_found(admin_client, index, committed, data, note):
    with committed():
        document = make_document(index, file=hold(data) if data else None)
    page = admin_client.get(reverse("wagtailadmin_pages:edit", args=[document.pk])).content.decode()
    assert note in page


def test_before_it_is_read_the_editor_is_told_so(index):
    document = make_document(index, file=hold(pdf(TEXT)))
    assert document.file_note() == "Nội dung tệp sẽ được đọc khi lưu."


def test_pages_are_kept_apart(index, committed):
    with committed():
        make_document(index, file=hold(pdf(TEXT, "Điều 8. Ai thả diều phải trông chừng diều")))
    kept = AttachmentText.objects.get()
    assert list(kept.pages()) == [TEXT, "Điều 8. Ai thả diều phải trông chừng diều"]
    assert str(kept) == "Tìm được theo nội dung của 2 trang."
    assert list(AttachmentText().pages()) == []


def test_the_command_reads_what_nobody_opened_yet(index, capsys, told):
    make_document(index, file=hold(pdf(TEXT)))
    make_document(index, file=hold(pdf("", "x"), "quet.pdf"))
    told.clear()
    call_command("read_attachments")
    assert "Đã đọc 2 tệp, 1 tệp không" in capsys.readouterr().out
    assert any(TEXT in words for words in told)
    call_command("read_attachments")
    assert "Đã đọc 0 tệp" in capsys.readouterr().out
    call_command("read_attachments", again=True)
    assert "Đã đọc 2 tệp" in capsys.readouterr().out
    assert AttachmentText.objects.count() == 2
