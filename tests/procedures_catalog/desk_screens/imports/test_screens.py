"""The desk's screens of imports: a file is handed in, read, chosen from by one, approved by another, and undone."""

import gzip
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from agencies.models import Role
from procedures_catalog.importing.at_desk.running import work
from procedures_catalog.models import ImportPart, ImportRun
from tests.editors import browser_of, member
from tests.procedures_catalog.factories import channel, national, page_of, published
from tests.procedures_catalog.importing.at_desk.overlays import overlay

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
CODES = [f"1.10000{number}" for number in range(1, 4)]
FEE = {"Cách thức thực hiện": [channel(fees=("75000 VNĐ (mỗi thẻ)",)), channel("ONLINE", "3 ngày")]}


@pytest.fixture(autouse=True)
def kept(settings, tmp_path):
    """Where the copies of files are kept."""
    settings.IMPORTS_ROOT = tmp_path / "imports"


@pytest.fixture
def writer(portal):
    """The browser of one who keeps the catalogue."""
    return browser_of(member(Role.KEEPER, name="nguoi-nop"))


@pytest.fixture
def approver(portal):
    """The browser of the other."""
    return browser_of(member(Role.KEEPER, name="nguoi-duyet"))


def _file(*objects, name="ngay.jsonl.gz") -> SimpleUploadedFile:
    text = "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in objects)
    return SimpleUploadedFile(name, gzip.compress(text.encode()))


def _handed_in(browser, *objects) -> ImportRun:
    answer = browser.post(reverse("import_upload"), {"file": _file(*objects), "whole": ""})
    assert answer.status_code == 302
    work()
    return ImportRun.objects.first()


def _page(browser, run, **said) -> str:
    return browser.get(reverse("import_run", args=[run.pk]), said).content.decode()


def _step(browser, run, step) -> str:
    return browser.post(reverse("import_step", args=[run.pk, step]), follow=True).content.decode()


def test_one_hands_in_another_approves_and_citizens_read_it(writer, approver):
    for code in CODES:
        published(code)
    run = _handed_in(writer, *(national(code, **FEE) for code in CODES))
    shown = _page(writer, run)
    assert "3 thủ tục đổi như nhau" in shown
    assert "50.000 đồng (mỗi thẻ)" in shown
    assert "75.000 đồng (mỗi thẻ)" in shown
    assert "cần người khác duyệt" in _step(writer, run, "approve")
    assert "Đã duyệt" in _step(approver, run, "approve")
    work()
    assert page_of(CODES[0]).channels.raw_data[0]["value"]["fees"][0]["value"]["amount"] == 75_000
    assert "Hoàn tác lần nhập này" in _page(approver, run)
    _step(approver, run, "undo")
    work()
    assert page_of(CODES[0]).channels.raw_data[0]["value"]["fees"][0]["value"]["amount"] == 50_000
    assert "đã về như trước" in _page(approver, run, muc="da-ghi")


def test_one_press_chooses_for_a_whole_group_and_one_procedure_may_be_chosen_otherwise(writer):
    for code in CODES:
        published(code)
    run = _handed_in(writer, *(national(code, **FEE) for code in CODES))
    group, first = ImportPart.objects.first().group, ImportPart.objects.first()
    choose = reverse("import_choose", args=[run.pk])
    writer.post(choose, {"group": group, "choice": "keep"})
    writer.post(choose, {"part": first.pk, "choice": "take"})
    assert list(ImportPart.objects.values_list("choice", flat=True)) == ["take", "keep", "keep"]
    assert "mỗi thủ tục một khác" in _page(writer, run)
    assert _page(writer, run, muc="thay-doi", nhom=group).count('name="part"') == 3


def test_a_part_below_the_provinces_own_text_shows_three_texts(writer):
    overlay(published(CODES[0]), "conditions", "Có diều của tỉnh.")
    shown = _page(writer, _handed_in(writer, national(CODES[0], **{"Yêu cầu, điều kiện thực hiện": "Có dây."})))
    for text in ("Có diều.", "Có dây.", "Có diều của tỉnh.", "Bỏ nội dung của tỉnh, theo trung ương"):
        assert text in shown


@pytest.mark.parametrize("section", ["moi", "khong-nhan"])
def test_new_and_refused_rows_have_lists_of_their_own(writer, section):
    run = _handed_in(writer, national("2.000001"), {"Mã thủ tục": "2.000002"})
    assert "2.00000" in _page(writer, run, muc=section)


def test_all_new_procedures_are_taken_with_one_press(writer):
    run = _handed_in(writer, *map(national, CODES))
    writer.post(reverse("import_choose", args=[run.pk]), {"kind": "new", "choice": "take"})
    assert set(run.items.values_list("choice", flat=True)) == {"take"}


@pytest.mark.parametrize(("name", "why"), [("ngay.pdf", "không phải tệp quốc gia"), ("x" * 201 + ".csv", "dài quá")])
def test_a_file_of_another_kind_is_refused_in_words(writer, name, why):
    answer = writer.post(reverse("import_upload"), {"file": SimpleUploadedFile(name, b"a,b\n")})
    assert answer.status_code == 422
    assert why in answer.content.decode()
    assert not ImportRun.objects.exists()


def test_what_cannot_be_read_says_why(writer):
    answer = writer.post(reverse("import_upload"), {"file": SimpleUploadedFile("hong.xlsx", b"PK nothing")})
    assert answer.status_code == 302
    work()
    run = ImportRun.objects.get()
    assert run.message in _page(writer, run)


def test_whoever_does_not_keep_the_catalogue_sees_none_of_it(portal):
    browser = browser_of(member(Role.PUBLISHER))
    for name in ("import_runs", "import_upload"):
        assert browser.get(reverse(name)).status_code in (302, 403)


def test_what_is_no_choice_and_no_step_leads_to_nothing(writer):
    run = _handed_in(writer, national(CODES[0]))
    assert writer.post(reverse("import_choose", args=[run.pk]), {"kind": "new", "choice": "all"}).status_code == 404
    assert writer.post(reverse("import_choose", args=[run.pk]), {"item": "x", "choice": "take"}).status_code == 404
    assert writer.post(reverse("import_step", args=[run.pk, "sleep"])).status_code == 404
    assert writer.get(reverse("import_run", args=[run.pk]), {"muc": "khac"}).status_code == 404


def test_a_screen_asks_as_often_for_three_changes_as_for_one(writer, django_assert_max_num_queries):
    for code in CODES:
        published(code)
    changes = [FEE, {"Lĩnh vực": "Gió"}, {"Kết quả thực hiện": "Thẻ gió"}]
    run = _handed_in(writer, *(national(code, **change) for code, change in zip(CODES, changes, strict=True)))
    with django_assert_max_num_queries(30):
        _page(writer, run)


def test_the_front_page_counts_what_waits(writer):
    _handed_in(writer, national(CODES[0]))
    assert "lần nhập dữ liệu chờ xem và duyệt" in writer.get("/quan-tri/").content.decode()
