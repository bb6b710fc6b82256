"""The text of a document is divided as its makers numbered it, whatever lines happen to begin with."""

from hypothesis import given
from hypothesis import strategies as st

from legal_documents.articles.reading import read
from legal_documents.articles.unit import ARTICLE, CHAPTER, CLAUSE, POINT, Unit, placed

DECREE = """Chương I
NHỮNG QUY ĐỊNH CHUNG
Điều 1. Phạm vi
Nghị định này nói về diều.
Điều 2. Ai được thả diều
1. Người có diều:
a) Từ đủ mười tuổi;
d) Không sợ gió;
đ) Có dây.
2. Người được cho mượn diều.
Chương II
GIÓ
Mục 1
GIÓ NHẸ
Điều 3. Gió nhẹ
Gió nhẹ là gió thổi được diều./.

Nơi nhận:
1. Những người thả diều."""


def units(text: str, kind: str) -> list[Unit]:
    return [each.unit for each in placed(read(text)) if each.unit.kind == kind]


def addresses(text: str) -> list[str]:
    return [each.address for each in placed(read(text))]


def test_every_part_has_the_address_that_people_say() -> None:
    assert addresses(DECREE) == [
        "chuong-i",
        "dieu-1",
        "dieu-2",
        "dieu-2-khoan-1",
        "dieu-2-khoan-1-diem-a",
        "dieu-2-khoan-1-diem-d",
        "dieu-2-khoan-1-diem-dd",
        "dieu-2-khoan-2",
        "chuong-ii",
        "chuong-ii-muc-1",
        "dieu-3",
    ]


def test_a_heading_on_a_line_of_its_own_belongs_to_its_chapter() -> None:
    assert [(unit.number, unit.title) for unit in units(DECREE, CHAPTER)] == [
        ("I", "NHỮNG QUY ĐỊNH CHUNG"),
        ("II", "GIÓ"),
    ]


def test_what_stands_behind_the_last_words_is_no_clause() -> None:
    (body,) = read(DECREE)
    assert body.after == "Nơi nhận:\n1. Những người thả diều."
    assert units(DECREE, ARTICLE)[-1].units == ()


def test_an_article_that_a_broken_line_seems_to_begin_is_none() -> None:
    text = "Điều 1. Một\nTheo quy định tại\nĐiều 9. Luật Diều, điểm b.\nĐiều 2. Hai\nĐiều 3. Ba"
    assert [unit.number for unit in units(text, ARTICLE)] == ["1", "2", "3"]
    assert "Điều 9. Luật Diều" in units(text, ARTICLE)[0].text


def test_an_article_that_was_put_in_between_stands_in_its_place() -> None:
    text = "Điều 1. Một\nĐiều 1a. Thêm\nĐiều 2. Hai"
    assert addresses(text) == ["dieu-1", "dieu-1a", "dieu-2"]


def test_an_article_that_is_missing_does_not_end_the_count() -> None:
    assert [unit.number for unit in units("Điều 1. Một\nĐiều 2. Hai\nĐiều 4. Bốn", ARTICLE)] == ["1", "2", "4"]


def test_what_an_amendment_quotes_is_no_part_of_it() -> None:
    text = (
        "Điều 1. Sửa đổi\n1. Điều 5 được sửa như sau:\n“Điều 5. Diều\n1. Diều giấy.\n2. Diều vải.”\n"
        "2. Bãi bỏ Điều 6.\nĐiều 2. Thi hành"
    )
    first, second = units(text, ARTICLE)
    assert [clause.number for clause in first.units] == ["1", "2"]
    assert "2. Diều vải.”" in first.units[0].text
    assert second.title == "Thi hành"


def test_a_quotation_mark_that_is_never_closed_hides_nothing() -> None:
    text = "Điều 1. Gọi là “diều\n1. Diều giấy.\n2. Diều vải.\nĐiều 2. Thi hành"
    assert [unit.number for unit in units(text, ARTICLE)] == ["1", "2"]
    assert [unit.number for unit in units(text, CLAUSE)] == ["1", "2"]


def test_a_regulation_that_is_issued_with_a_decision_counts_its_own_articles() -> None:
    text = (
        "QUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo Quyết định này Quy định về diều.\nĐiều 2. Thi hành./.\n"
        "QUY ĐỊNH\nVỀ DIỀU\n(Ban hành kèm theo Quyết định số 1/2026/QĐ-UBND)\nĐiều 1. Phạm vi\nĐiều 2. Diều"
    )
    assert addresses(text) == ["dieu-1", "dieu-2", "kem-theo-1-dieu-1", "kem-theo-1-dieu-2"]
    assert read(text)[1].before.startswith("QUY ĐỊNH\nVỀ DIỀU")


def test_a_chapter_whose_number_stood_there_before_has_no_address_of_another() -> None:
    text = "Chương I\nMỘT\nĐiều 1. Một\nChương I\nHAI\nĐiều 2. Hai"
    assert addresses(text) == ["chuong-i", "dieu-1", "", "dieu-2"]


def test_headings_written_for_the_web_are_headings() -> None:
    assert addresses("## Chương I\nDIỀU\n### Điều 1. Một\n**Điều 2.** Hai") == ["chuong-i", "dieu-1", "dieu-2"]
    assert [unit.title for unit in units("### Điều 1. Một\n**Điều 2.** Hai", ARTICLE)] == ["Một", "Hai"]


def test_a_mention_of_a_chapter_in_a_sentence_begins_none() -> None:
    assert units("Điều 1. Một\nChương II của Luật này không áp dụng;\nĐiều 2. Hai", CHAPTER) == []


def test_points_may_stand_in_an_article_without_clauses() -> None:
    assert addresses("Điều 1. Một\nGồm:\na) Một;\nb) Hai.") == ["dieu-1", "dieu-1-diem-a", "dieu-1-diem-b"]


def test_a_sum_at_the_beginning_of_a_line_is_no_clause() -> None:
    assert units("Điều 1. Một\n1.200.000 đồng là nhiều.\n2. Không phải khoản.", CLAUSE) == []


def test_a_text_without_articles_is_kept_whole() -> None:
    (body,) = read("THÔNG BÁO\n1. Nghỉ lễ.")
    assert (body.before, body.units) == ("THÔNG BÁO\n1. Nghỉ lễ.", ())


LINES = st.lists(
    st.sampled_from(
        ["Điều 1. Một", "Điều 2. Hai", "Điều 9. Chín", "Chương I", "DIỀU", "1. Một", "2. Hai", "a) A", "đ) Đ",
         "“Điều 5. Năm", "”", "Ban hành kèm theo", "Thi hành./.", "", "Phần thứ nhất", "Mục 1", "chữ"]
    ),
    max_size=30,
)  # fmt: skip


@given(LINES)
def test_no_line_of_a_text_is_lost_and_no_address_is_given_twice(lines: list[str]) -> None:
    text = "\n".join(lines)
    bodies = read(text)
    said = "\n".join(f"{body.before}\n{body.after}" for body in bodies)
    said += "\n".join(f"{each.unit.title}\n{each.unit.text}" for each in placed(bodies))
    for word in ("chữ", "”", "Thi hành./.", "Năm", "Chín"):
        assert said.count(word) == text.count(word), word
    found = [address for address in addresses(text) if address]
    assert len(found) == len(set(found))


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    assert read(text)


def test_a_clause_of_a_point_is_never_made() -> None:
    assert [unit.kind for unit in units(DECREE, CLAUSE)[0].units] == [POINT, POINT, POINT]


def test_a_text_of_nothing_but_beginnings_is_read_in_bounded_steps() -> None:
    text = "\n".join(f"Điều {number}. Một" for number in range(9_000, 0, -1))
    assert [unit.number for unit in units(text, ARTICLE)] == ["1"]
