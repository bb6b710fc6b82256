"""Which procedure of the portal a row of a list means by its codes: one that has them, a new one, or nobody can say."""

from functools import cached_property

from procedures_catalog.facts.temporary_code import is_temporary
from procedures_catalog.facts.titles.same_name import named_by
from procedures_catalog.files.issues import ReadRow
from procedures_catalog.importing.judging.questions import Question, about_same_name
from procedures_catalog.models import ProcedureCode, ProcedurePage
from procedures_catalog.store.without_code import Holder, without_code


class HeldCodes:
    """The codes that procedures have now and had once. Two queries, three where a row is new."""

    def __init__(self) -> None:
        # Drafts of former days may have none at all.
        self._present = dict(ProcedurePage.objects.exclude(code_base="").values_list("code_base", "pk"))
        former = ProcedureCode.objects.filter(is_present=False).values_list(
            "base", "identity__page__title", "identity__page"
        )
        self._former = {base: (title or "đã gỡ", page) for base, title, page in former if base not in self._present}

    @cached_property
    def _without(self) -> list[Holder]:
        return without_code()

    def meant(self, row: ReadRow) -> int | str | None:
        """The page that a row means, why it cannot be told in Vietnamese, or None where it is a new one."""
        base = row.base()
        if row.layer == "national" and is_temporary(base):
            return "mã tạm của cổng không có trong dữ liệu quốc gia; dùng tệp XLSX hoặc CSV của cổng"
        if row.temporary:
            return self._tied(base, row.temporary)
        if base in self._present:
            return self._present[base]
        if base in self._former:
            return f"mã này từng là mã cũ của thủ tục “{self._former[base][0]}”; cần biên tập viên quyết định"
        return _never_issued(base) if is_temporary(base) else None

    def _tied(self, base: str, temporary: str) -> int | str:
        """The page of a temporary code to which a row gives its national code."""
        page, holder = self._present.get(temporary), self._present.get(base)
        if is_temporary(base):
            return f"ô mã ghi {base}, cột mã tạm ghi {temporary}; hãy chỉ ghi mã tạm của thủ tục"
        if page is None:
            return self._tied_before(base, temporary)
        if holder is not None:
            name = ProcedurePage.objects.values_list("title", flat=True).get(pk=holder)
            return (
                f"không gắn {base} cho {temporary}: mã ấy đã là của thủ tục “{name}” trên cổng, không có gì bị đổi; "
                "hãy mở hai thủ tục ở bàn biên tập để quyết định"
            )
        if base in self._former:
            return f"mã {base} từng là mã cũ của thủ tục “{self._former[base][0]}”; cần biên tập viên quyết định"
        return page

    def _tied_before(self, base: str, temporary: str) -> int | str:
        title, page = self._former.get(temporary, ("", None))
        if not title:
            return _never_issued(temporary)
        if page is not None and page == self._present.get(base):
            return page
        return f"mã tạm {temporary} là của thủ tục “{title}”, nay mang mã khác; cần biên tập viên quyết định"

    def questions(self, row: ReadRow) -> list[Question]:
        """What is to be asked of a new row with a code: a procedure that has none may be the same one."""
        if not row.record.code:
            return []
        who = named_by(row.record)
        same = [holder.code for holder in self._without if holder.named.fits(who)]
        return [about_same_name(row.record.code, row.record.name, same)] if same else []


def _never_issued(code: str) -> str:
    return f"mã tạm {code} không do cổng này cấp; thủ tục chưa có mã quốc gia thì để trống ô mã"
