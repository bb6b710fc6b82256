"""Whether two procedures of one name are the same one."""

from procedures_catalog.facts.titles.same_name import named

ONE = named("Cấp thẻ thả diều", ["commune"], ["UBND cấp xã"])


def test_capitals_signs_and_a_lead_make_no_other_name_but_marks_do():
    assert named("Thủ tục cấp thẻ  THẢ DIỀU.", [], []).fits(ONE)
    assert not named("Cấp thẻ thả điều", [], []).fits(ONE)


def test_what_nobody_states_tells_nobody_apart():
    assert named("Cấp thẻ thả diều", ["commune", "province"], []).fits(ONE)


def test_level_and_agency_tell_apart():
    assert not named("Cấp thẻ thả diều", ["province"], []).fits(ONE)
    assert not named("Cấp thẻ thả diều", ["commune"], ["Sở Gió"]).fits(ONE)
