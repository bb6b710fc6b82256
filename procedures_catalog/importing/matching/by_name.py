"""Rows without a national code: recognised by name, level and agency among the procedures that have none, and told
apart from those that have one; nothing is guessed that a person has to decide."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from procedures_catalog.facts.titles.same_name import Named, named_by
from procedures_catalog.files.issues import ReadRow, Refused, about
from procedures_catalog.files.lists.no_code import READ_SO
from procedures_catalog.store.without_code import Holder, of_names, with_code_since, without_code

Rows = Iterable[ReadRow | Refused]
_DECIDE = "nếu là thủ tục ấy, hãy ghi mã ấy vào ô mã; nếu là thủ tục khác, hãy thêm ở bàn biên tập"


def recognised(rows: Rows) -> Rows:
    """The rows, those without a code with the code by which the portal already calls their procedure, still without one
    where it is new, or refused where a person has to say which is meant. Nothing is asked of the database where every
    row has a code."""
    rows = list(rows)
    bare = [row for row in rows if isinstance(row, ReadRow) and not row.record.code]
    return _each(rows, _Known(bare)) if bare else rows


def _each(rows: Rows, known: "_Known") -> Iterator[ReadRow | Refused]:
    rows = list(rows)
    coded = [(row, named_by(row.record)) for row in rows if isinstance(row, ReadRow) and row.record.code]
    taken: list[tuple[ReadRow, Named]] = []
    for row in rows:
        if not isinstance(row, ReadRow) or row.record.code:
            yield row
            continue
        who = named_by(row.record)
        found = _twin(who, taken) or _coded(who, coded) or known.found(who)
        if found and isinstance(found, str):
            yield Refused(row.row, about(row, "Tên thủ tục", found))
        else:
            taken.append((row, who))
            yield _called(row, found) if isinstance(found, Holder) else row


def _twin(who: Named, taken: Sequence[tuple[ReadRow, Named]]) -> str:
    """Why a row is not taken besides an earlier one of its name."""
    first = next((row for row, other in taken if who.fits(other)), None)
    if first is None:
        return ""
    return (
        f"không có mã và cùng tên, cùng cấp với {first.place()}; giữ {first.place()}. Nếu là hai thủ tục, hãy ghi cấp "
        "hoặc cơ quan thực hiện khác nhau"
    )


def _coded(who: Named, coded: Sequence[tuple[ReadRow, Named]]) -> str:
    """Why a row is not taken besides one of its name that has a code: its cell may have been merged with that one's."""
    first = next((row for row, other in coded if who.fits(other)), None)
    if first is None:
        return ""
    return f"không có mã nhưng cùng tên với {first.place()} mang mã {first.record.code}; {_DECIDE}"


def _called(row: ReadRow, holder: Holder) -> ReadRow:
    said = f"không có mã, nhận ra theo tên, đọc là {holder.code}"
    return replace(
        row,
        record=replace(row.record, code=holder.code),
        repairs=(*(each for each in row.repairs if each.reason != READ_SO), about(row, "Tên thủ tục", said)),
    )


class _Known:
    """The procedures of the portal that rows without a code may mean."""

    def __init__(self, bare: Sequence[ReadRow]) -> None:
        self._names = {named_by(row.record).name for row in bare}

    @cached_property
    def _without(self) -> list[Holder]:
        return without_code()

    @cached_property
    def _since(self) -> list[Holder]:
        return with_code_since()

    @cached_property
    def _with(self) -> list[Holder]:
        return of_names(self._names)

    def found(self, who: Named) -> Holder | str:
        """The one procedure that is meant, why nobody can say which, or "" where there is none of that name."""
        for holders in (self._without, self._since):
            if fitting := [holder for holder in holders if holder.named.fits(who)]:
                return _the_one(who, fitting)
        holder = next((holder for holder in self._with if holder.named.fits(who)), None)
        if holder is None:
            return ""
        return f"không có mã nhưng cổng đã có thủ tục cùng tên, cùng cấp mang mã {holder.code}; {_DECIDE}"


def _the_one(who: Named, fitting: Sequence[Holder]) -> Holder | str:
    same = [holder for holder in fitting if holder.named == who] or fitting
    if len(same) == 1:
        return same[0]
    codes = ", ".join(holder.code for holder in same)
    return (
        f"cổng có {len(same)} thủ tục chưa có mã quốc gia cùng tên ({codes}); hãy ghi mã tạm của một thủ tục vào ô mã"
    )
