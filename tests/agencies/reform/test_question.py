"""A line of the table falls apart into old names."""

from agencies.reform.question import old_names


def test_commas_in_brackets_do_not_part():
    names = old_names("Xã A (phần còn lại sau khi sáp nhập vào xã B, phường C), Phường 1 (thành phố D)")
    assert [name.name for name in names] == ["Xã A", "Phường 1"]
    assert [name.in_part for name in names] == [True, False]
    assert [name.district for name in names] == ["", "thành phố d"]


def test_both_notes():
    (name,) = old_names("Xã Ea Bar (huyện Sông Hinh) (phần còn lại)")
    assert (name.district, name.in_part) == ("huyện sông hinh", True)


def test_a_district_with_its_province():
    (name,) = old_names("Thị trấn Châu Thành (huyện Châu Thành, tỉnh Trà Vinh)")
    assert name.district == "huyện châu thành"


def test_empty_pieces_are_nothing():
    assert old_names(" , ") == ()
