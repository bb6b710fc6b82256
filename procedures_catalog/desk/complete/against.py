"""What stands against publishing a procedure of which somebody has said that it is complete."""

from typing import Any

from procedures_catalog.desk.complete.words import named
from procedures_catalog.facts.complete.blanks import gaps_of
from procedures_catalog.facts.complete.rules import Rule
from procedures_catalog.facts.held import official_record
from procedures_catalog.facts.overlay import said_some_day

SENTENCE = (
    "Thủ tục chọn công bố ở mức “Đầy đủ” mà còn trống: {gaps}. Hãy điền, hoặc ghi “Không có”, “Chưa công bố” ở mục "
    "“Mức công bố, phần để trống”; hoặc chọn mức “Danh mục”."
)


def gaps_on_form(page: Any) -> tuple[Rule, ...]:
    """What is missing of a page in hand, such as a draft. What the province's layer says on whatever day is there."""
    return gaps_of(said_some_day(official_record(page), page.overlay.raw_data))


def against_publishing(page: Any) -> str:
    """Why a page is not published as what it was chosen to be; "" where nothing stands against it."""
    if page.published_as != "full":
        return ""
    gaps = gaps_on_form(page)
    return SENTENCE.format(gaps=named(gaps)) if gaps else ""
