"""What the desk calls the two tiers and the reasons for what is blank."""

from collections.abc import Iterable, Mapping

from procedures_catalog.facts.complete.rules import LAW, Rule

#: What a page may be published as → what an editor chooses; nothing is what revisions of before say.
AS: Mapping[str, str] = {
    "": "Danh mục – được công bố khi còn phần trống",
    "full": "Đầy đủ – chỉ công bố khi không còn phần trống nào",
}
AS_HELP = (
    "Chọn “Đầy đủ” thì cổng giữ lại, không công bố, khi còn phần trống mà không ghi “Không có” hay “Chưa công bố”."
)
BLANKS_HELP = (
    f"Các phần mà {LAW} yêu cầu: phần nào không có nội dung thì ghi vì sao. Phần đã có nội dung thì người dân đọc "
    "nội dung ấy."
)


def named(gaps: Iterable[Rule]) -> str:
    """The parts in a line."""
    return "; ".join(rule.label for rule in gaps)
