"""The code of a procedure as a person gives it at the desk: none yet, its own, or one that another has."""

from typing import Any

from django.core.exceptions import ValidationError

from procedures_catalog.facts.temporary_code import is_temporary

HELP = (
    "Mã quốc gia, ví dụ 1.001193. Thủ tục mới công bố chưa được cấp mã thì để trống, đừng tự đặt: cổng gọi bằng mã tạm "
    "(TAM-…). Khi có mã, ghi vào đây; mã QR, tờ niêm yết và lịch sử giữ nguyên, mã tạm thành mã trước đây."
)
_NOT_ISSUED = "Mã tạm do cổng tự cấp, không tự đặt. Thủ tục chưa có mã quốc gia thì để trống ô này."
_BOTH_KEPT = (
    "Cả hai trang giữ nguyên, không có gì bị đổi. Nếu hai trang là một thủ tục: giữ trang mang mã quốc gia; ở trang "
    "này, thẻ “Hiệu lực”, chọn trang kia làm thủ tục thay thế."
)


def give_code(page: Any) -> None:
    """Gives a page without a code the one that it has, else the portal's own; its identity must be saved."""
    if not page.code:
        present = page.identity.codes.filter(is_present=True).first()
        page.code = present.raw if present else page.identity.temporary_code()


def refuse_code(page: Any) -> None:
    """ValidationError for a code that another procedure has, and for a temporary one that is not its own."""
    if not page.code:
        return
    if is_temporary(page.code_base) and page.code_base != (page.identity_id and page.identity.temporary_code()):
        raise ValidationError({"code": _NOT_ISSUED})
    others = type(page)._default_manager.exclude(pk=page.pk).filter(code_base=page.code_base)
    if holder := others.values_list("title", flat=True).first():
        said = f"Mã {page.code} đang thuộc một thủ tục khác"
        raise ValidationError({"code": f"{said}: “{holder}”. {_BOTH_KEPT}" if _waits(page) else f"{said}."})


def refuse_emptied(page: Any, code: str) -> None:
    """ValidationError where a code is taken out of the form of a procedure that has a national one."""
    held = page.identity.codes.filter(is_present=True).first() if page.pk and not code else None
    if held and not is_temporary(held.base):
        raise ValidationError({"code": f"Thủ tục đang mang mã {held.raw}; mã đổi thì ghi mã mới, không để trống."})


def _waits(page: Any) -> bool:
    """Whether the procedure has a temporary code now."""
    present = page.identity.codes.filter(is_present=True).first() if page.identity_id else None
    return present is not None and is_temporary(present.base)
