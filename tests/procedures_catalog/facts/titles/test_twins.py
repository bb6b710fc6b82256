"""Of procedures with one display name no two read the same."""

from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.facts.titles.twins import Twin, told_apart
from vietnamese.spelling import exact

A_TWIN = st.builds(
    Twin,
    code=st.just(""),
    official_name=st.sampled_from(
        ["Cấp thẻ thả diều", "CẤP THẺ THẢ DIỀU.", "Cấp thẻ thả diều (trừ diều sáo ở biển xa)"]
    ),
    levels=st.sampled_from([(), ("province",), ("commune",), ("province", "commune")]),
    agencies=st.lists(st.sampled_from(["Sở Nội vụ", "sở nội vụ", "Bộ Gió", "."]), max_size=2).map(tuple),
    sector=st.sampled_from(["", "Diều"]),
)


def twins(*names: str) -> list[Twin]:
    """One with each official name."""
    return [Twin(f"1.00000{number}", name) for number, name in enumerate(names)]


def test_one_alone_needs_no_words():
    assert told_apart(twins("Cấp thẻ thả diều")) == {"1.000000": ""}


def test_the_level_is_told_where_only_the_level_differs():
    group = [Twin("1.000001", "Thành lập hội", ("ministry",)), Twin("1.000002", "Thành lập hội", ("commune",))]
    assert told_apart(group) == {"1.000001": "bộ, ngành trung ương", "1.000002": "cấp xã"}


def test_the_agency_is_told_that_no_other_has():
    shared = ("Văn phòng Đăng ký đất đai",)
    group = [
        Twin("1.000001", "Cấp đổi", ("province",), (*shared, "Chủ tịch Ủy ban nhân dân cấp tỉnh")),
        Twin("1.000002", "Cấp đổi", ("province",), (*shared, "Sở Nông nghiệp")),
    ]
    assert told_apart(group) == {"1.000001": "UBND cấp tỉnh", "1.000002": "Sở Nông nghiệp"}


def test_the_words_are_told_that_a_name_had_to_leave_out():
    beginning = (
        "Chấp thuận nhập khẩu nguyên liệu thuốc lá, giấy cuốn điếu thuốc lá và phụ liệu thuốc lá để sản xuất sản phẩm"
    )
    group = twins(f"{beginning} tiêu thụ trong nước", f"{beginning} xuất khẩu hoặc gia công xuất khẩu")
    assert list(told_apart(group).values()) == ["tiêu thụ trong nước", "xuất khẩu hoặc gia công xuất khẩu"]


SORT = "Giải quyết chế độ cho người thả diều ở bãi cỏ đầu làng đã được Ủy ban nhân dân cấp xã ghi tên vào sổ theo dõi"


def test_words_that_something_before_them_turns_round_are_told_with_it():
    group = twins(f"{SORT} chưa đóng quỹ diều mà bị ngã cây", f"{SORT} chưa đóng quỹ sáo mà bị đứt dây")
    assert list(told_apart(group).values()) == [
        "chưa đóng quỹ diều mà bị ngã cây",
        "chưa đóng quỹ sáo mà bị đứt dây",
    ]


def test_an_exception_in_brackets_is_told_from_its_first_word():
    group = twins(f"{SORT} (trừ diều giấy, diều sáo)", f"{SORT} (trừ diều giấy, diều vải)")
    assert list(told_apart(group).values()) == ["trừ diều giấy, diều sáo", "trừ diều giấy, diều vải"]


def test_no_words_begin_with_the_second_half_of_a_phrase_or_lead_to_what_is_not_said():
    group = twins(
        f"{SORT} của Quỹ bảo vệ và phát triển diều cấp tỉnh", f"{SORT} của Quỹ bảo vệ và phát triển diều trung ương"
    )
    assert [note.split()[:2] for note in told_apart(group).values()] == [["của", "Quỹ"], ["của", "Quỹ"]]
    group = twins(f"{SORT} với diều của người lớn, đối với diều to", f"{SORT} với sáo của trẻ em, đối với diều to")
    assert not any(note.endswith("với") for note in told_apart(group).values())


def test_a_name_without_a_word_of_its_own_is_told_by_its_code():
    group = twins(SORT, f"{SORT} (diều to)")
    assert list(told_apart(group).values()) == ["mã 1.000000", "diều to"]


def test_the_code_tells_apart_what_nothing_else_does():
    assert told_apart(twins("Cấp đổi", "Cấp đổi")) == {"1.000000": "mã 1.000000", "1.000001": "mã 1.000001"}


@given(st.lists(A_TWIN, min_size=2, max_size=8))
def test_no_two_of_a_group_have_the_same_words(group):
    coded = [
        Twin(f"1.{number}", *(getattr(one, name) for name in Twin.__slots__[1:])) for number, one in enumerate(group)
    ]
    notes = told_apart(coded)
    assert len(set(map(exact, notes.values()))) == len(coded)
    assert all(notes.values())
