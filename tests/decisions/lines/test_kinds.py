"""What a line does to a procedure is read from a cell or a heading; what says two things says none."""

import pytest

from decisions.lines.kinds import LABELS, Kind, kind_in


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("mới ban hành", Kind.NEW),
        ("Mới", Kind.NEW),
        ("Sửa đổi, bổ sung", Kind.AMENDED),
        ("được sửa đổi", Kind.AMENDED),
        ("BỊ BÃI BỎ", Kind.ABOLISHED),
        ("bị thay thế", Kind.REPLACED),
        ("Chuyển cấp giải quyết", Kind.MOVED),
        ("cắt giảm thời hạn", Kind.CUT),
        ("Danh mục TTHC được chuẩn hóa", Kind.AGAIN),
    ],
)
def test_a_kind_is_read(text, kind):
    assert kind_in(text) is kind


@pytest.mark.parametrize("text", ["Không thực hiện cắt giảm", "sửa đổi, bổ sung và bãi bỏ", "", "x", "Một cửa"])
def test_what_names_none_or_several_is_not_guessed(text):
    assert kind_in(text) is None


@pytest.mark.parametrize("kind", list(Kind))
def test_each_kind_is_recognised_by_what_the_portal_calls_it(kind):
    assert kind_in(LABELS[kind]) is kind
