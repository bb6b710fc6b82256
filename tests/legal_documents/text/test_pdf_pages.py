"""The words of a PDF, and a tiny bad file for every complaint."""

from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legal_documents.text import pdf_pages, reader
from legal_documents.text.pdf_pages import COMPLAINTS, UnreadableError, pages_of
from legal_documents.text.reader import read_file
from tests.legal_documents.pdf_factory import locked, pdf

FIRST = "Nghị định về thả diều\nĐiều 1. Ai cũng được thả diều vào mùa gió"
SECOND = "Điều 2. Diều phải có sáo, sáo phải có tiếng"


def said(data: bytes) -> list[str]:
    return [page.strip() for page in pages_of(BytesIO(data))]


def complaint_in(data: bytes) -> str:
    with pytest.raises(UnreadableError) as refused:
        said(data)
    return str(refused.value)


def test_pages_are_read_in_their_order_with_all_marks():
    assert said(pdf(FIRST, SECOND)) == [FIRST, SECOND]


def test_a_file_that_is_only_protected_from_changes_is_read():
    assert said(locked(pdf(FIRST), "")) == [FIRST]


def test_a_file_under_a_password_is_not():
    assert complaint_in(locked(pdf(FIRST), "bí mật")) == "locked"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"%PDF-1.7\n" + b"\x00\xff" * 500, pdf(FIRST)[:200]])
def test_a_broken_file_is_told_by_its_name(data):
    assert complaint_in(data) == "broken"


@given(st.binary(max_size=300), st.integers(min_value=0, max_value=400))
def test_bytes_in_the_middle_of_a_file_raise_nothing_else(noise, place):
    whole = pdf("Diều")
    with suppress(UnreadableError):
        said(whole[:place] + noise + whole[place + len(noise) :])


def test_what_is_longer_than_is_kept_is_read_as_far_as_it_goes(monkeypatch):
    monkeypatch.setattr(pdf_pages, "MAX_PAGES", 1)
    assert complaint_in(pdf(FIRST, SECOND)) == "long"
    monkeypatch.setattr(pdf_pages, "MAX_PAGES", 9)
    monkeypatch.setattr(pdf_pages, "MAX_CHARACTERS", len(FIRST) + 1)
    assert complaint_in(pdf(FIRST, SECOND)) == "long"
    assert said(pdf(FIRST)) == [FIRST]


# --- In a process of its own ----------------------------------------------------------------------


def test_the_reading_process_brings_the_text_repaired():
    found = read_file(pdf("Gi ấy phép thả diều cho mọi người dân", SECOND), "a.pdf")
    assert (found.pages, found.complaint) == (("Giấy phép thả diều cho mọi người dân", SECOND), "")


@pytest.mark.parametrize(
    ("data", "name", "complaint"),
    [
        (pdf("", "3"), "anh-quet.pdf", "scan"),
        (locked(pdf(FIRST), "bí mật"), "khoa.PDF", "locked"),
        (pdf(FIRST)[:300], "hong.pdf", "broken"),
        (b"kh\xc3\xb4ng ph\xe1\xba\xa3i", "hong.pdf", "broken"),
        (b"PK\x03\x04", "van-ban.docx", "not_pdf"),
    ],
)
def test_every_bad_file_has_its_complaint(data, name, complaint):
    assert read_file(data, name) == pdf_pages.FileText((), complaint)


def test_a_file_that_takes_too_long_is_given_up():
    assert read_file(pdf(FIRST), "a.pdf", seconds=0.001).complaint == "slow"


def test_what_was_read_before_the_time_was_up_is_kept(monkeypatch):
    written = b'"Trang m\\u1ed9t"\n"Trang ha'
    monkeypatch.setattr(reader, "_run", lambda data, seconds: (written, "slow"))
    assert read_file(pdf(FIRST), "a.pdf") == pdf_pages.FileText(("Trang một",), "slow")


def test_a_file_that_is_too_big_is_not_even_opened(monkeypatch):
    monkeypatch.setattr(reader, "MAX_BYTES", 10)
    assert read_file(pdf(FIRST), "a.pdf").complaint == "too_big"


def test_every_complaint_is_a_sentence_for_editors():
    assert all(sentence.endswith(".") and sentence[0].isupper() for sentence in COMPLAINTS.values())
