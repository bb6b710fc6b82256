"""What a procedure's page tells of its life: each thing that happened, on its day, in a sentence."""

import datetime
from html import unescape

import pytest

from procedures_catalog.models import ProcedureLevel
from procedures_catalog.presenting.history import (
    LevelSpan,
    NotedVersion,
    codes_changed,
    former_codes,
    levels_moved,
    levels_noted,
    names_changed,
    noted_versions,
    states_changed,
)
from tests.clock import today
from tests.procedures_catalog.factories import page_of, published

ONE, TWO, THREE = (datetime.date(2026, month, 1) for month in (1, 2, 3))
TODAY = today()


def _version(on, title="Thả diều", state="Đang áp dụng", levels="Cấp xã", official="", **note):
    return NotedVersion(on, title, state, levels, official, **note)


def _notes(happenings) -> list[tuple[datetime.date, str]]:
    return [(one.date, one.note) for one in happenings]


def test_a_former_name_is_told_with_the_day_it_ended():
    versions = [_version(ONE, "Cũ"), _version(TWO, "Cũ"), _version(THREE, "Mới")]
    assert _notes(names_changed(versions)) == [(THREE, "Đổi tên; tên trước đó là “Cũ”.")]


def test_a_name_that_the_portal_shortens_otherwise_is_no_other_name():
    versions = [_version(ONE, ". THỦ TỤC CẤP THẺ THẢ DIỀU;"), _version(TWO, "Cấp thẻ thả diều")]
    assert _notes(names_changed(versions)) == []


def test_a_short_title_that_an_editor_typed_is_no_other_name_but_another_official_one_is():
    short = [_version(ONE, "Thả diều", official="a1"), _version(TWO, "Xin thả diều", official="a1")]
    renamed = [_version(ONE, "Thả diều", official="a1"), _version(TWO, "Thả sáo", official="b2")]
    assert _notes(names_changed(short)) == []
    assert _notes(names_changed(renamed)) == [(TWO, "Đổi tên; tên trước đó là “Thả diều”.")]


def test_versions_are_read_in_their_order_whatever_the_database_says_first():
    lines = (
        '[2, "2026-02-01", "Mới", null, null, "Cấp xã", "b2", "Kết quả: A → B", "result"]\n'
        '[1, "2026-01-01", "Dòng\\nhai", "Đang áp dụng", "", null, null, null, null]\n'
        '[3, "2026-02-01", "Mới", "", "Cấp xã", "Cấp tỉnh", "b2", "Do tỉnh", ""]'
    )
    assert noted_versions(lines) == [
        _version(ONE, "Dòng\nhai", levels="", number=1),
        _version(TWO, "Mới", state="", official="b2", number=2, note="Kết quả: A → B", parts="result"),
        _version(TWO, "Mới", state="", official="b2", number=3, note="Do tỉnh"),
    ]
    assert noted_versions(None) == noted_versions("") == []


def test_a_former_code_without_a_day_is_listed_but_tells_no_day():
    lines = '["1.000001", "2026-02-01"]\n["1.000002", null]'
    assert former_codes(lines) == ["1.000001", "1.000002"]
    assert _notes(codes_changed(lines)) == [(TWO, "Đổi mã; mã trước đó là 1.000001.")]


@pytest.mark.parametrize(
    ("states", "told"),
    [
        (("Đang áp dụng", "Đã bãi bỏ", "Đang áp dụng"), ["Đã bãi bỏ.", "Khôi phục áp dụng."]),
        (("Đang áp dụng", "Không còn công bố", "Đang áp dụng"), ["Gỡ khỏi cổng.", "Công bố lại trên cổng."]),
        (("Đang áp dụng", "Đã được thay thế"), []),
        (("Đang áp dụng", "Đang áp dụng"), []),
    ],
)
def test_restoring_and_taking_down_are_told_and_the_lasting_end_is_left_to_its_legal_date(states, told):
    versions = [_version(day, state=state) for day, state in zip((ONE, TWO, THREE), states, strict=False)]
    assert [one.note for one in states_changed(versions)] == told


def test_a_move_between_levels_is_one_sentence_with_its_decision():
    spans = [LevelSpan("district", ONE, TWO, ""), LevelSpan("commune", TWO, None, "Nghị quyết 203/2025/QH15")]
    assert _notes(levels_moved(spans)) == [
        (ONE, "Bắt đầu thực hiện ở cấp huyện."),
        (TWO, "Chuyển từ cấp huyện sang cấp xã theo Nghị quyết 203/2025/QH15."),
    ]


def test_a_level_that_only_ended_is_told_so():
    assert _notes(levels_moved([LevelSpan("district", None, TWO, "")])) == [(TWO, "Thôi thực hiện ở cấp huyện.")]


def test_where_rows_give_no_dates_the_versions_tell_of_moves():
    versions = [_version(ONE, levels="Cấp huyện"), _version(TWO, levels="Cấp xã")]
    assert _notes(levels_noted(versions)) == [(TWO, "Chuyển từ cấp huyện sang cấp xã.")]


@pytest.mark.django_db
@pytest.mark.usefixtures("portal")
class TestPage:
    """What stands on the page."""

    def _shown(self, client, code: str) -> str:
        return unescape(client.get(page_of(code).url).content.decode())

    def test_a_whole_life_stands_on_the_page(self, client, django_assert_max_num_queries):
        page, heir = published("1.100001"), published("1.100002")
        name = page.title
        page.title = page.official_name = "Thả diều có đèn"
        page.code = "1.100009"
        page.save_revision().publish()
        ProcedureLevel.objects.create(
            page=page, level="province", valid_to=TODAY, valid_from=ONE, decision="Quyết định 5/QĐ-UBND"
        )
        page.valid_to, page.successor, page.ending_decision = TODAY, heir, "Quyết định 9/QĐ-UBND"
        page.save_revision().publish()
        address = page_of("1.100009").url
        client.get(address)
        with django_assert_max_num_queries(8):  # two of them are what took its place
            shown = unescape(client.get(address).content.decode())
        assert "Lịch sử thay đổi" in shown
        assert f"Đổi tên; tên trước đó là “{name}”." in shown
        assert "Đổi mã; mã trước đó là 1.100001." in shown
        assert "Bắt đầu thực hiện ở cấp tỉnh theo Quyết định 5/QĐ-UBND." in shown
        assert f"Được thay bằng “{heir.title}” theo Quyết định 9/QĐ-UBND." in shown
        assert "Thay cho thủ tục “Thả diều có đèn” (mã 1.100009)." in self._shown(client, "1.100002")

    def test_a_procedure_to_which_nothing_happened_has_no_history(self, client):
        published("1.100001")
        assert "Lịch sử thay đổi" not in self._shown(client, "1.100001")

    def test_what_is_to_come_is_no_history_yet(self, client):
        page = published("1.100001")
        page.valid_to = TODAY + datetime.timedelta(days=5)
        page.save()
        assert "Lịch sử thay đổi" not in self._shown(client, "1.100001")
