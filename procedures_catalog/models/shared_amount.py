"""SharedAmount: what a resolution sets once and many procedures take, with the day from which it will be another."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from wagtail.search import index

from agencies.models import Agency
from agencies.models.dated import Dated
from pages.models.reviewed import ReviewedQuerySet, ReviewedRow
from procedures_catalog.desk.number_block import MOST, WholeNumberField
from procedures_catalog.facts.fees.shared import Amounts, shared_in, with_amounts
from procedures_catalog.facts.fees.wording import money
from procedures_catalog.facts.record import Fee
from vietnamese.days import last_day, written

NO_AMOUNT = "Hãy ghi số tiền; nếu không thu thì để trống số tiền và ghi “Miễn” ở ô ghi chú."
ZERO = "Số 0 không nói rõ là miễn hay chưa biết: hãy để trống và ghi “Miễn” ở ô ghi chú."
BOTH = "Mức sẽ áp dụng và ngày bắt đầu của nó phải ghi cùng nhau."
TOO_EARLY = "Mức mới phải bắt đầu sau ngày bắt đầu của mức hiện nay ({day})."
TOO_LATE = "Mức mới phải bắt đầu chậm nhất vào ngày liền sau ngày kết thúc ({day}), để không ngày nào thiếu mức thu."


class AmountField(models.BigIntegerField):
    """Whole đồng, typed and shown as Vietnamese write them."""

    def formfield(self, form_class: Any = None, choices_form_class: Any = None, **kwargs: Any) -> Any:
        """The box."""
        box = {"form_class": form_class or WholeNumberField, "min_value": 0, "max_value": MOST}
        return super().formfield(choices_form_class=choices_form_class, **{**kwargs, **box})

    def deconstruct(self) -> Any:
        """In the database it is a number as any other."""
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.BigIntegerField", args, kwargs


class SharedAmountQuerySet(ReviewedQuerySet):
    """Amounts, as procedures take them."""

    def fees_of(self, ids: Iterable[int]) -> dict[int, tuple[Fee, ...]]:
        """Id → the fees of that amount, () for one that is not published. One query, none for no ids."""
        wanted = list(ids)
        rows = self.published().filter(pk__in=wanted) if wanted else ()
        return dict.fromkeys(wanted, ()) | {row.pk: row.fees() for row in rows}

    def ever_published(self) -> Self:
        """Those that procedures may refer to: also taken off, whose places say that nothing is known."""
        return self.filter(models.Q(live=True) | models.Q(last_published_at__isnull=False))


class SharedAmount(index.Indexed, ReviewedRow, Dated):
    """One amount of one resolution. A second one may be announced: from its day on it takes the place of the first, in
    all procedures, without anybody doing anything."""

    name = models.CharField("tên khoản thu", max_length=255, help_text="Ví dụ: Lệ phí hộ tịch – đăng ký lại kết hôn.")
    agency = models.ForeignKey(
        Agency, verbose_name="cơ quan giữ", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    amount = AmountField("số tiền (đồng)", null=True, blank=True, help_text="Ví dụ: 8.000. Không thu: để trống.")
    note = models.CharField(
        "đơn vị, ghi chú", max_length=255, blank=True, help_text="Người dân đọc sau số tiền, ví dụ: /bản; Miễn."
    )
    legal_basis = models.CharField(
        "văn bản quy định mức thu", max_length=255, help_text="Ví dụ: Nghị quyết 12/2025/NQ-HĐND."
    )
    next_amount = AmountField("mức sẽ áp dụng (đồng)", null=True, blank=True)
    next_from = models.DateField("mức ấy áp dụng từ ngày", null=True, blank=True)
    next_basis = models.CharField(
        "văn bản quy định mức ấy", max_length=255, blank=True, help_text="Để trống nếu vẫn là văn bản trên."
    )

    is_taken_off_with_reason = True

    objects = SharedAmountQuerySet.as_manager()  # type: ignore[misc]
    search_fields = [index.SearchField("name"), index.SearchField("legal_basis"), index.AutocompleteField("name")]

    class Meta:
        verbose_name = "mức thu dùng chung"
        verbose_name_plural = "mức thu dùng chung"
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return f"{self.name}: {self.in_words()}"

    def in_words(self) -> str:
        """What it is, and what will be: "8.000 đồng /bản (Nghị quyết 12/2025/NQ-HĐND); từ ngày 01/03/2027: …"."""
        said = " ".join(filter(None, (money(self.amount) if self.amount else "", self.note)))
        now = f"{said} ({self.legal_basis})" if self.legal_basis else said
        if not (self.next_from and self.next_amount):
            return now
        basis = f" ({self.next_basis})" if self.next_basis else ""
        return f"{now}; từ ngày {written(self.next_from)}: {money(self.next_amount)}{basis}"

    def clean(self) -> None:
        """ValidationError for what says no amount, and for days out of order."""
        super().clean()
        if self.amount is None and not self.note:
            raise ValidationError({"amount": NO_AMOUNT})
        for name in ("amount", "next_amount"):
            if getattr(self, name) == 0:
                raise ValidationError({name: ZERO})
        self._check_next()

    def _check_next(self) -> None:
        if (self.next_amount is None) != (self.next_from is None):
            raise ValidationError({"next_from": BOTH})
        if self.next_from is None:
            return
        if self.valid_from and self.next_from <= self.valid_from:
            raise ValidationError({"next_from": TOO_EARLY.format(day=written(self.valid_from))})
        if self.valid_to and self.next_from > self.valid_to:
            raise ValidationError({"next_from": TOO_LATE.format(day=written(last_day(self.valid_to)))})

    def fees(self) -> tuple[Fee, ...]:
        """What it is, as a procedure has it: one fee, and the announced one after it. An end on the eve of that one is
        the end of the first alone."""
        first = Fee(self.amount, self.note, legal_basis=self.legal_basis)
        if self.next_from is None:
            return (_between(first, self.valid_from, self.valid_to),)
        then = Fee(self.next_amount, self.note, legal_basis=self.next_basis or self.legal_basis)
        return (
            _between(first, self.valid_from, self.next_from),
            _between(then, self.next_from, None if self.next_from == self.valid_to else self.valid_to),
        )


def _between(fee: Fee, begins: date | None, ends: date | None) -> Fee:
    return replace(fee, valid_from=begins.isoformat() if begins else None, valid_to=ends.isoformat() if ends else None)


class TakesAmounts:
    """For what has a layer of the province, in which shared amounts stand by their numbers."""

    overlay: Any

    @cached_property
    def known_amounts(self) -> dict[int, Sequence[Any]]:
        """The shared amounts that were read for it (`shared_amount.hold_amounts` reads those of many pages)."""
        return {}

    def amounts_of(self, ids: Collection[int]) -> Amounts:
        """What shared amounts are today, by their ids. A query, unless they are at hand."""
        if unknown := set(ids) - self.known_amounts.keys():
            self.known_amounts.update(SharedAmount.objects.fees_of(unknown))
        return self.known_amounts

    def amounts_taken(self) -> dict[int, str]:
        """The shared amounts to which its layer refers, by their ids. A query where there are such."""
        shared = shared_in(self.overlay.raw_data)
        return {row.pk: row.name for row in SharedAmount.objects.filter(pk__in=shared)} if shared else {}

    @property
    def said_layer(self) -> Sequence[Mapping[str, Any]]:
        """The blocks of the province's layer as people read them: shared amounts in their places. A query where there
        are such and they are not at hand."""
        layer = self.overlay.raw_data
        return with_amounts(layer, self.amounts_of(shared)) if (shared := shared_in(layer)) else layer


def hold_amounts(pages: Iterable[Any], more: Iterable[int] = ()) -> None:
    """Lets pages of procedures have the amounts at hand to which they refer, and `more` of them. One query for all,
    none where there are none."""
    every = list(pages)
    amounts = SharedAmount.objects.fees_of(frozenset(more).union(*(shared_in(page.overlay.raw_data) for page in every)))
    for page in every:
        page.known_amounts.update(amounts)
