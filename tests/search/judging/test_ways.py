"""Questions for offices, forms and documents, made of rows of the portal."""

from search.judging import ways

HERE = frozenset(["/co-quan/a/"])


def test_every_office_is_asked_for_in_other_ways_and_words():
    asked = list(ways.offices({"Công an xã A": HERE, "Sở Tài chính": frozenset(["/b/"])}, 12))
    assert len({one.text for one in asked}) == len(asked) == 12
    assert {one.gold for one in asked} == {HERE, frozenset(["/b/"])}


def test_an_office_is_also_called_what_people_call_it():
    assert "sở giáo dục" in {name.lower() for name in ways.said("Sở Giáo dục và Đào tạo")}
    assert "một cửa xã A" in set(ways.said("Trung tâm Phục vụ hành chính công xã A"))


def test_the_offices_of_a_commune_that_is_no_more_are_asked_for_by_kind():
    asked = list(ways.old_communes({"commune_committee": {"Xã Cũ": HERE}, "central": {}}, 4))
    assert [one.text for one in asked] == ["ubnd xã Cũ", "sđt ủy ban xã Cũ"]
    assert {one.kind for one in asked} == {"old commune, commune_committee"}


def test_names_are_taken_from_all_over_their_order():
    assert ways.spread([str(number) for number in range(10, 20)], 5) == ["10", "12", "14", "16", "18"]
    assert ways.spread([], 5) == []


def test_documents_are_asked_for_without_marks_too():
    assert [one.text for one in ways.documents({"Luật Cư trú": HERE}, 1)] == ["luat cu tru"]
