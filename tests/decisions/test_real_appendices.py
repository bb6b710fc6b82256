"""Real appendices load with honest reports: as many lines as they have, kinds, torn syllables, and questions where a
person has to answer."""

from collections import Counter

import pytest

from decisions.files.rows import pasted_rows, rows_of
from decisions.held import Catalogue, Held
from decisions.lines.kinds import Kind
from decisions.lines.reading import read_appendix
from decisions.matching import Matched, match
from procedures_catalog.files.issues import ReadRow
from procedures_catalog.files.read_national import read_national
from vietnamese.torn import syllables_of

pytestmark = [pytest.mark.shared, pytest.mark.django_db]
#: What the transcribed table calls its columns, in the words of an appendix.
COLUMNS = "Quyết định\tMã TTHC\tLoại\tCấp thực hiện\tHiệu lực\tTên TTHC\tThời hạn giải quyết\tThời hạn sau cắt giảm"


@pytest.fixture(scope="module")
def national(shared_data) -> list[Held]:
    """The national list of July 2026."""
    rows = read_national(shared_data / "procedures" / "national-2026-07.jsonl.gz")
    read = [row.record for row in rows if isinstance(row, ReadRow)]
    return [Held(number, number, record.code, record.name) for number, record in enumerate(read, 1)]


@pytest.fixture(scope="module")
def known(national) -> frozenset[str]:
    return syllables_of(each.name for each in national)


def reported(rows, national, known) -> tuple[list[Matched], tuple[str, ...]]:
    appendix = read_appendix(rows, known)
    return match(appendix.lines, Catalogue(national)), appendix.remarks


def kinds(found: list[Matched]) -> Counter:
    return Counter(each.line.kind for each in found)


def test_a_decision_of_seventy_one_lines_asks_of_those_without_a_code(shared_data, national, known):
    rows = rows_of(shared_data / "decisions" / "1766-QD-UBND-2020-appendix.csv").rows
    found, remarks = reported(rows, national, known)
    assert kinds(found) == {Kind.AMENDED: 50, Kind.ABOLISHED: 21}
    assert [remark.partition(":")[0] for remark in remarks] == ["50 dòng có ghi phí, lệ phí"]
    without = [each for each in found if not each.line.code]
    assert [each.line.row for each in without] == [37, 53]
    assert all(each.line.asks for each in without)
    assert all(each.held or each.line.asks for each in found)


def test_a_decision_of_ten_lines_with_other_columns(shared_data, national, known):
    rows = rows_of(shared_data / "decisions" / "378-QD-UBND-2022-appendix.csv").rows
    found, _ = reported(rows, national, known)
    assert kinds(found) == {Kind.AMENDED: 9, Kind.NEW: 1}
    assert [each.line.sector for each in found] == ["Lưu thông hàng hóa trong nước"] * 10


def test_lines_as_a_pdf_gives_them_are_repaired_and_their_limits_understood(shared_data, national, known):
    text = (shared_data / "decisions" / "hai-phong-2026-lines.tsv").read_text("utf-8")
    pasted = "\n".join([COLUMNS, *text.splitlines()[1:]])
    found, _ = reported(pasted_rows(pasted).rows, national, known)
    lines = {(each.line.code, each.line.kind): each.line for each in found}
    assert len(found) == len(text.splitlines()) - 1
    cut = lines["1.013860", Kind.CUT]
    assert cut.name == "Cấp giấy chứng nhận bị phơi nhiễm với HIV do tai nạn rủi ro nghề nghiệp"
    assert (str(cut.before.length.text), str(cut.after.length.text)) == ("3 ngày làm việc", "2,5 ngày làm việc")
    assert lines["1.001023", Kind.AMENDED].is_not_cut
    assert all(each.held or each.line.asks or each.line.kind is Kind.NEW for each in found)
