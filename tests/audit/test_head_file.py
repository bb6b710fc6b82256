"""What is cut from the log's end together with its head is found, because a file beside the database still knows it."""

import pytest
from django.core.management import CommandError, call_command

from audit import head_file
from audit.head_file import Head, kept
from audit.models import LogRow
from audit.pruning import prune
from audit.recording import record
from audit.renewing import ensure_head_file
from audit.verifying import fault_of_head_file, head, verify

pytestmark = pytest.mark.usefixtures("way")


@pytest.fixture
def five(committed) -> list[LogRow]:
    """Five rows, each of a commit of its own."""
    return [_recorded(committed, str(number)) for number in range(1, 6)]


def _recorded(committed, action: str) -> LogRow:
    with committed():
        return record(action)


def _cut_to(by_sql, row: LogRow) -> None:
    """The newest rows are removed, and the head says that the chain ends before them."""
    by_sql("DELETE FROM audit_logrow WHERE number > %s", row.number)
    by_sql("UPDATE audit_loghead SET number = %s, digest = %s", row.number, row.digest)


def _told() -> str:
    with pytest.raises(CommandError) as told:
        call_command("verify_log")
    assert told.value.returncode == 1
    return str(told.value)


def test_the_file_holds_the_last_row_that_was_committed(five):
    assert kept() == Head(*head())
    assert fault_of_head_file() is None
    call_command("verify_log")


def test_a_tail_that_was_cut_together_with_the_head_is_found_by_the_plain_command(five, by_sql):
    _cut_to(by_sql, five[2])
    assert verify().fault is None  # the chain alone cannot know
    assert "Thiếu dòng 4 và các dòng sau đó" in _told()
    assert "renew_log_head" in _told()


def test_it_is_still_found_when_the_chain_has_grown_past_it(five, by_sql, committed):
    _cut_to(by_sql, five[2])
    for number in range(4, 9):
        _recorded(committed, f"sau {number}")
    assert verify().fault is None
    assert "Dòng 5 không còn như tệp giữ đầu chuỗi đã ghi" in _told()


def test_a_log_that_was_emptied_is_found_and_begins_no_file_anew(five, by_sql, committed):
    by_sql("DELETE FROM audit_logrow")
    by_sql("DELETE FROM audit_loghead")
    assert "Thiếu dòng 1 và các dòng sau đó" in _told()
    _recorded(committed, "sau")
    assert "Thiếu dòng 2 và các dòng sau đó" in _told()


@pytest.mark.parametrize(
    ("text", "words"),
    [(None, "Không thấy tệp giữ đầu chuỗi"), (b"3:abc:def\n", "không mang dấu"), (b"\xff\0", "không mang dấu")],
    ids=["removed", "written by a hand", "no text"],
)
def test_a_file_that_is_gone_or_changed_is_told_and_stays_so(five, committed, text, words):
    if text is None:
        head_file.path().unlink()
    else:
        head_file.path().write_bytes(text)
    _recorded(committed, "sau")
    assert words in _told()


def test_after_a_restore_the_file_begins_anew_with_a_reason_in_the_log(five, by_sql, committed):
    _cut_to(by_sql, five[2])
    with committed():
        call_command("renew_log_head", "khôi phục bản sao lưu")
    call_command("verify_log")
    row = LogRow.objects.get(action="log.head")
    assert row.said == {"reason": "khôi phục bản sao lưu", "before": str(Head(5, five[4].digest))}
    _recorded(committed, "sau")
    assert kept() == Head(*head())


def test_an_update_begins_the_file_once_and_says_so(five):
    head_file.path().unlink()
    for _ in range(2):
        ensure_head_file()
    assert LogRow.objects.filter(action="log.head").count() == 1
    assert fault_of_head_file() is None


def test_until_then_one_line_says_what_to_do(five, committed, caplog):
    head_file.path().unlink()
    _recorded(committed, "sau bản cập nhật")
    (line,) = [each for each in caplog.records if each.name == "audit.head_file"]
    assert "prepare_portal" in line.getMessage()
    assert line.exc_info is None


def test_an_update_leaves_a_file_that_tells_of_a_cut_tail(five, by_sql):
    _cut_to(by_sql, five[2])
    ensure_head_file()
    assert fault_of_head_file() is not None


def test_what_another_process_wrote_later_is_not_taken_back(five):
    head_file.keep(Head(4, five[3].digest), Head(3, five[2].digest))
    assert kept() == Head(5, five[4].digest)


def test_a_file_sealed_with_a_key_of_before_is_known(five, settings, committed):
    before, settings.SECRET_KEY = settings.SECRET_KEY, "khóa mới"
    settings.SECRET_KEY_FALLBACKS = [before]
    _recorded(committed, "sau")
    assert kept() == Head(*head())


def test_a_folder_that_takes_no_file_hinders_nobody(committed, settings, tmp_path):
    settings.LOG_HEAD_FILE = tmp_path / "không có" / "log-head"
    assert _recorded(committed, "một").number == 1


def test_what_was_pruned_is_no_cut_tail(five, committed):
    late = five[4].moment.replace(year=five[4].moment.year + 1)
    prune(late)  # its own row is not committed here: the file still tells of the fifth
    assert fault_of_head_file() is None


def test_a_row_that_is_taken_back_is_not_in_the_file(five, committed):
    record("không xong")
    assert kept() == Head(5, five[4].digest)
