"""Names of the national list's "trường hợp": cases, sections and notes."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from procedures_catalog.facts.dossier.labels import Label, judge_label


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Giấy tờ phải nộp:", Label("section", "submit")),
        ("- Các giấy tờ phải nộp (bản chính), mỗi loại 01 bản, gồm:", Label("section", "submit")),
        ("Thành phần hồ sơ phải nộp", Label("section", "submit")),
        ("Giấy tờ phải xuất trình", Label("section", "show")),
        ("Khi nộp hồ sơ cần xuất trình các giấy tờ sau", Label("section", "show")),
        ("Lưu ý :", Label("note")),
        ("Số lượng hồ sơ", Label("note")),
        (None, Label("section")),
        ("", Label("section")),
        ("Thành phần, số lượng hồ sơ:", Label("section")),
        ("A. Phần hồ sơ hành chính:", Label("section")),
        ("Hồ sơ của người được nhận làm con nuôi:", Label("section")),
        ("b) Hồ sơ Ủy ban nhân dân cấp tỉnh trình Hội đồng nhân dân cấp tỉnh, gồm:", Label("section", "office")),
        ("Hoàn thiện sau họp Hội đồng", Label("section", "submit", "later")),
        ("Trường hợp ủy quyền thực hiện thủ tục:", Label("section", "", "if")),
        ("Đối với trường hợp giao rừng thì phải có thêm các tài liệu sau", Label("section", "", "if")),
        ("Các giấy tờ phải nộp đối với tàu biển", Label("case", "submit")),
        ("a) Đối với cá nhân", Label("case")),
        ("Hồ sơ sửa đổi, bổ sung", Label("case")),
        ("Hồ sơ nộp lần đầu đề nghị hỗ trợ gồm:", Label("case")),
    ],
)
def test_a_name_says_whether_its_papers_are_a_part_an_alternative_or_none(name, label):
    assert judge_label(name) == label


@pytest.mark.shared
def test_every_name_of_the_national_list_means_what_was_judged_by_hand(shared_data):
    judged = _judged()
    with (shared_data / "cases" / "case-labels.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len(rows) == 2_886
    said = {f"{row['code']}#{row['nth']}": " ".join(filter(None, judge_label(row["case_label"]))) for row in rows}
    wrong = {place: word for place, word in said.items() if word != judged.get(place, "case")}
    assert wrong == {}
    assert Counter(word.split(" ")[0] for word in said.values()) == {"case": 2_218, "section": 580, "note": 88}


def _judged() -> dict[str, str]:
    """Place → judgement, of all that are no plain cases: read in groups, every one by eye."""
    lines = Path(__file__).with_name("judged_labels.tsv").read_text("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines)
    return {place: judgement for judgement, places in pairs for place in places.split(" ")}
