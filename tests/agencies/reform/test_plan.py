"""One province's reform worked out from the files."""

from datetime import date

import pytest

from agencies.reform.file import FileUnit, MergeRow, read_merges, read_units
from agencies.reform.plan import Reform, ReformPlan, UnknownProvinceError, find_province, plan_province
from agencies.reform.records import UnitKey

DAY = date(2025, 7, 1)


def planned(files, province: str = "Đông Giang") -> ReformPlan:
    rows, _ = read_merges(files.merged)
    return plan_province(read_units(files.before), read_units(files.after), rows, Reform(province, DAY))


def steps_to(plan: ReformPlan, code: str) -> dict[str, str]:
    return {step.predecessor.code: step.kind for step in plan.steps if step.successor == UnitKey(code, DAY)}


def said(plan: ReformPlan) -> list[str]:
    return [str(complaint) for complaint in plan.complaints]


def test_two_old_provinces_become_the_new_one(reform_files):
    plan = planned(reform_files)
    assert [unit.name for unit in plan.of_kind("province", ended=True)] == [
        "Tỉnh Đông Giang",
        "Tỉnh Tây Giang",
    ]
    assert steps_to(plan, "91") == {"90": "merged", "91": "merged"}


def test_every_new_commune_has_lineage(reform_files):
    plan = planned(reform_files)
    assert plan.without_lineage == []
    assert steps_to(plan, "90003") == {"90003": "merged", "90004": "split"}
    assert steps_to(plan, "91004") == {"91004": "reparented"}
    assert steps_to(plan, "90900") == {"902": "renamed"}


def test_namesakes_are_told_apart_by_note_and_by_neighbours(reform_files):
    plan = planned(reform_files)
    assert steps_to(plan, "90001") == {"90001": "merged", "90002": "merged", "90004": "split"}
    assert "91002" in steps_to(plan, "91001")


def test_a_misspelt_name_is_read_and_said(reform_files):
    plan = planned(reform_files)
    assert "91003" in steps_to(plan, "91001")
    assert said(plan) == ["Dòng 4: “Xã Xá Tổng”: không có tên viết đúng như vậy, hiểu là Xã Sá Tổng (mã 91003)"]
    assert plan.complaints[0].resolved


def test_superiors_stand_first(reform_files):
    seen = set()
    for unit in planned(reform_files).units:
        assert unit.parent is None or unit.parent in seen
        seen.add(unit.key)


def test_a_district_ends_without_successor(reform_files):
    ended = {step.predecessor.code for step in planned(reform_files).steps if step.successor is None}
    assert ended == {"901", "911"}


def test_an_unknown_name_is_a_complaint_and_never_another_commune(reform_files, merged_rows):
    merged_rows[0][2] = "Thị trấn Hòa An, Xã Chưa Từng Có"
    reform_files.write_merged(merged_rows)
    plan = planned(reform_files)
    assert "Dòng 2: “Xã Chưa Từng Có”: không tìm thấy đơn vị cũ này (dòng của Xã Hòa An)" in said(plan)
    assert "“Xã Tân Lập, Huyện Hòa An (mã 90002)”: không rõ đơn vị cũ này nay thuộc đâu" in said(plan)
    assert steps_to(plan, "90001") == {"90001": "renamed"}


def test_true_namesakes_without_evidence_stay_open(reform_files, merged_rows):
    merged_rows[0][2] = "Thị trấn Hòa An"
    merged_rows[2][2] = "Phường 1"
    merged_rows[4][2] = "Huyện Đảo Yến, Xã Tân Lập"
    reform_files.write_merged(merged_rows)
    plan = planned(reform_files)
    assert "Dòng 6: “Xã Tân Lập”: có 2 đơn vị cũ cùng tên (mã 90002, 91002), không đủ căn cứ để chọn" in said(plan)
    assert steps_to(plan, "90900") == {"902": "renamed"}


def test_an_empty_cell_leaves_what_the_code_tells(reform_files, merged_rows):
    merged_rows[0][2] = ""
    reform_files.write_merged(merged_rows)
    plan = planned(reform_files)
    assert steps_to(plan, "90001") == {"90001": "renamed"}
    assert any("đơn vị mới giữ mã của Thị trấn Hòa An" in text for text in said(plan))


def test_a_wrong_type_is_read_and_said(reform_files, merged_rows):
    merged_rows[2][2] = "Xã 1, Xã Tân Lập (thị xã Mộc Sơn), Xã Sá Tổng"
    reform_files.write_merged(merged_rows)
    assert "91001" in steps_to(planned(reform_files), "91001")


def test_a_line_or_a_commune_without_partner_is_a_complaint(reform_files, merged_rows):
    merged_rows[3][1] = "Biên Cương"
    reform_files.write_merged(merged_rows)
    texts = said(planned(reform_files))
    assert "Dòng 5: “Biên Cương”: tệp đơn vị mới không có đơn vị này" in texts
    assert "“Xã Biên Ải”: bảng sáp nhập không có dòng nào cho đơn vị mới này" in texts


def test_an_unchanged_province_stays_one_row(reform_files):
    province = FileUnit("9", "Tỉnh Nam Giang", "province")
    district = FileUnit("900", "Huyện A", "district", "9")
    before = [province, district, FileUnit("90001", "Xã B", "commune", "900")]
    after = [province, FileUnit("90001", "Xã B", "commune", "9")]
    row = MergeRow(2, "Nam Giang", "B", "Không sáp nhập")
    plan = plan_province(before, after, [row], Reform("Nam Giang", DAY))
    assert [(unit.key, unit.valid_to) for unit in plan.units if unit.kind == "province"] == [(UnitKey("9"), None)]
    assert steps_to(plan, "90001") == {"90001": "reparented"}


def test_an_unknown_province_names_near_ones(reform_files):
    with pytest.raises(UnknownProvinceError, match="Có phải: Tỉnh Đông Giang"):
        find_province(read_units(reform_files.after), "Đông Gian")
    with pytest.raises(UnknownProvinceError, match=r"“Xyz”\.$"):
        find_province(read_units(reform_files.after), "Xyz")
