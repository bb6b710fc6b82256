"""How much room a disk has left, and that nobody takes the last of it."""

import errno

import pytest

from pages.files.disk_room import NoRoomError, demand_room, disk_of, free_bytes, is_read_only


def test_what_is_free_is_told_of_a_folder_that_is_not_there_yet(tmp_path):
    assert free_bytes(tmp_path / "not" / "yet") > 0
    assert disk_of(tmp_path / "not" / "yet") == disk_of(tmp_path)
    assert not is_read_only(tmp_path)


def test_what_fits_is_allowed(tmp_path):
    demand_room(tmp_path, 1, 0)


@pytest.mark.parametrize(("wanted", "kept"), [(10**18, 0), (0, 10**18)])
def test_what_does_not_fit_is_refused_with_numbers(tmp_path, wanted, kept):
    with pytest.raises(
        NoRoomError, match=r"^Đĩa không đủ chỗ: cần chừng 1000000000000 MB, chỉ còn \d+ MB\.$"
    ) as refused:
        demand_room(tmp_path, wanted, kept)
    assert refused.value.errno == errno.ENOSPC
