"""Lines come in by paste and by file; whatever refuses them loses nothing."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from agencies.models import Agency, Role
from decisions.desk.forms import BOTH, NOTHING
from tests.decisions.factories import CODE, NAME, OTHER, OTHER_CODE, TABLE, decision, line, two_procedures
from tests.decisions.files.documents import document, table
from tests.editors import browser_of, member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


@pytest.fixture
def agency(portal) -> Agency:
    return Agency.objects.create(name="Sở Gió")


@pytest.fixture
def made(agency):
    two_procedures()
    return decision(agency=agency)


@pytest.fixture
def send(agency, made):
    client = browser_of(member(Role.WRITER, agency))
    return lambda **given: client.post(reverse("decision_appendix", args=[made.pk]), given)


def test_a_pasted_table_becomes_lines(send, made):
    assert send(pasted=TABLE).url == reverse("decision", args=[made.pk])
    assert [each.name for each in made.lines.all()] == [NAME, OTHER]


def test_a_text_document_and_a_list_become_lines(send, made, tmp_path):
    rows = (("Loại", "Mã TTHC", "Tên TTHC"), ("bãi bỏ", CODE, NAME))
    send(file=SimpleUploadedFile("Phụ lục.docx", document(tmp_path / "a.docx", table(*rows)).read_bytes()))
    send(file=SimpleUploadedFile("ds.csv", f"Loại,Mã TTHC,Tên TTHC\nbãi bỏ,{OTHER_CODE},{OTHER}".encode()))
    assert [each.code for each in made.lines.all()] == [CODE, OTHER_CODE]


def test_what_cannot_be_read_is_said_in_words_and_comes_back(send, made):
    html = send(pasted="một đoạn văn của tôi").content.decode()
    assert "Đoạn dán không phải bảng" in html
    assert "một đoạn văn của tôi</textarea>" in html
    assert "Không tìm thấy dòng tiêu đề" in send(pasted="a\tb\nc\td").content.decode()
    old = SimpleUploadedFile("a.doc", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))
    assert "đời cũ" in send(file=old).content.decode()
    assert not made.lines.exists()


def test_nothing_and_both_at_once_are_refused_in_words(send):
    assert NOTHING in send(pasted=" ").content.decode()
    assert BOTH in send(pasted=TABLE, file=SimpleUploadedFile("a.csv", b"x")).content.decode()


def test_all_lines_can_be_taken_away_so_that_a_better_table_comes_in(agency, made):
    line(made)
    made.remarks = ["Bảng đếm sai"]
    made.save()
    browser_of(member(Role.WRITER, agency)).post(reverse("decision_empty", args=[made.pk]))
    made.refresh_from_db()
    assert (made.lines.count(), made.remarks) == (0, [])
