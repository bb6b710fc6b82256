"""ChangeSet: differences that begin on one day, approved as a closed set, applied all together and undone as one."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Case, Q, TextField, When
from django.db.models.functions import Cast

from pages.published import is_published
from procedures_catalog.facts.dated.difference import ENDS, LABELS, Difference
from procedures_catalog.facts.dated.part_json import part_from_json
from procedures_catalog.models.identity import ProcedureIdentity

STATES = {
    "draft": "Đang soạn",
    "submitted": "Chờ thẩm định",
    "checked": "Chờ duyệt",
    "approved": "Đã duyệt, chờ đến ngày",
    "applied": "Đã áp dụng",
    "undone": "Đã hoàn tác",
    "dropped": "Đã bỏ",
}
#: Those in which something may still be written into it, and those that are over.
OPEN, OVER = ("draft", "submitted", "checked", "approved"), ("applied", "undone", "dropped")
STEPS = {
    "write": "Sửa",
    "submit": "Gửi thẩm định",
    "return": "Trả lại",
    "check": "Thẩm định xong",
    "approve": "Duyệt",
    "look": "Đã xem nội dung vừa đổi",
    "reopen": "Mở lại vì có sửa đổi",
    "drop": "Bỏ",
    "apply": "Áp dụng",
    "fail": "Không áp dụng được",
    "undo": "Hoàn tác",
}


class ChangeSetQuerySet(models.QuerySet):
    """Sets by what waits for them."""

    def due(self, on: date) -> Self:
        """Approved, and their day has come: in the order in which they are applied."""
        return self.filter(state="approved", day__lte=on).order_by("day", "pk")


class ChangeSet(models.Model):
    """A set of differences. `decision` is the document behind it as people cite it; `seal` is the digest of what was
    checked or approved last (`dated.sealing`), `failure` why it could not be applied the last time, "" where nothing
    failed; `is_moved` says that a procedure changed after the approval where the set changes it too
    (`dated.moving`)."""

    title = models.CharField("tên gói thay đổi", max_length=255)
    day = models.DateField("áp dụng từ ngày", db_index=True)
    is_retroactive = models.BooleanField("hiệu lực hồi tố", default=False)
    decision = models.CharField("theo quyết định", max_length=255, blank=True)
    agency = models.ForeignKey(
        "agencies.Agency", verbose_name="cơ quan", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    state = models.CharField("trạng thái", max_length=10, choices=list(STATES.items()), default="draft", db_index=True)
    seal = models.CharField(max_length=64, blank=True, editable=False)
    failure = models.TextField("vì sao chưa áp dụng được", blank=True)
    is_moved = models.BooleanField("thủ tục đã đổi sau khi duyệt gói", default=False, editable=False)
    made_at = models.DateTimeField("tạo lúc", auto_now_add=True)
    applied_at = models.DateTimeField("áp dụng lúc", null=True, blank=True)

    objects = ChangeSetQuerySet.as_manager()

    class Meta:
        verbose_name = "gói thay đổi"
        verbose_name_plural = "gói thay đổi"
        ordering = ["-day", "-pk"]

    def __str__(self):
        return f"{self.title} (từ {self.day:%d/%m/%Y})"

    @property
    def is_open(self) -> bool:
        """Whether something may still be written into it."""
        return self.state in OPEN

    def authors(self) -> set[int]:
        """The accounts that wrote into it. One query."""
        return set(self.steps.filter(step="write").exclude(user=None).values_list("user", flat=True))


class ChangeSetStep(models.Model):
    """What somebody, or the portal by itself, did with a set."""

    changes = models.ForeignKey(ChangeSet, verbose_name="gói thay đổi", on_delete=models.CASCADE, related_name="steps")
    step = models.CharField("việc", max_length=10, choices=list(STEPS.items()))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="người làm",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    at = models.DateTimeField("lúc")
    reason = models.TextField("lý do", blank=True)

    class Meta:
        verbose_name = "bước của gói thay đổi"
        verbose_name_plural = "bước của gói thay đổi"
        ordering = ["pk"]

    def __str__(self):
        return f"{self.get_step_display()}: {self.changes}"


class DifferenceQuerySet(models.QuerySet):
    """Differences by what citizens may know of them."""

    def announced(self, identities: Iterable[int]) -> Self:
        """What was approved for procedures and is not applied yet, as it will be applied. Whether it is still to come
        is for the day to say."""
        rows = self.filter(identity__in=identities, changes__state="approved").select_related("changes")
        return rows.order_by("changes__day", "changes_id", "pk")

    def successors_of(self, identities: Iterable[int]) -> dict[int, tuple[int, ...]]:
        """Identity → the identities of all that take its place, in the order of the decision, for what a set ends that
        was applied or approved; the latest says it. One query."""
        states = ("approved", "applied")
        ends = self.filter(part=ENDS, identity__in=list(identities), changes__state__in=states)
        rows = ends.select_related("changes").order_by("changes__day", "changes", "pk")
        return {row.identity_id: row.as_difference().value.successors for row in rows}

    def replaced_by_several(self, identities: Iterable[int]) -> set[int]:
        """The identities of what applied sets replaced by several, one of these among them. Two queries."""
        wanted = set(identities)
        several = self.filter(part=ENDS, changes__state="applied").annotate(said=Cast("value", TextField()))
        rows = several.filter(said__regex=r'"successors": ?\[\d+, ?\d').select_related("changes") if wanted else ()
        return {row.identity_id for row in rows if wanted & set(row.as_difference().value.successors)}


class DatedDifference(models.Model):
    """What a set changes in one part of one procedure. `part` is a key of `facts.dated.difference.LABELS`; `value` what
    it will say, `against` what stood when it was written or looked at last, both in the notation of
    `facts.dated.part_json`. `before` and `after` are what the page held around the application, in the notation of
    `dated.slots`: what undoing reads."""

    changes = models.ForeignKey(
        ChangeSet, verbose_name="gói thay đổi", on_delete=models.CASCADE, related_name="differences"
    )
    identity = models.ForeignKey(
        ProcedureIdentity, verbose_name="thủ tục", on_delete=models.PROTECT, related_name="differences"
    )
    part = models.CharField("phần", max_length=40, choices=list(LABELS.items()))
    value = models.JSONField("nội dung", null=True, blank=True)
    against = models.JSONField("nội dung khi soạn", null=True, blank=True)
    before = models.JSONField(null=True, blank=True, editable=False)
    after = models.JSONField(null=True, blank=True, editable=False)

    objects = DifferenceQuerySet.as_manager()

    class Meta:
        verbose_name = "thay đổi hẹn ngày"
        verbose_name_plural = "thay đổi hẹn ngày"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["changes", "identity", "part"], name="one_difference_per_part_of_a_set")
        ]

    def __str__(self):
        return f"{LABELS.get(self.part, self.part)}: {self.identity}"

    def as_difference(self) -> Difference:
        """What it says, without its row."""
        return Difference(self.part, self.changes.day, part_from_json(self.part, self.value), self.changes.decision)


#: What a line and a link need of a page; procedures have megabytes besides.
_LINE = ("title", "twin_note", "code", "code_base", "url_path", "slug", "identity")


def public_successors(pages: models.QuerySet, ended: Iterable[tuple[int, int | None]]) -> dict[int, list[Any]]:
    """Identity → what took its place that everybody may read, of `pages`, in the order of the decision; `ended` pairs
    an identity with the page that its column names (None: none). Two queries, none where nothing was replaced.

    The column holds one page, for what joins by it; of several the set that ended the procedure names them all. Where
    somebody wrote another page there since, that one alone is told.
    """
    first = {identity: page for identity, page in ended if page is not None}
    if not first:
        return {}
    named = DatedDifference.objects.successors_of(first)
    wanted = Q(pk__in=first.values()) | Q(identity__in={each for every in named.values() for each in every})
    is_open = Case(When(is_published(), then=True), default=False)
    rows = {page.identity_id: page for page in pages.filter(wanted).only(*_LINE).annotate(is_open=is_open)}
    told = {identity for identity, page in rows.items() if page.is_open}
    identity_of = {page.pk: identity for identity, page in rows.items()}
    return {
        identity: [rows[each] for each in _in_order(identity_of.get(page), named.get(identity, ())) if each in told]
        for identity, page in first.items()
    }


def _in_order(own: int | None, named: tuple[int, ...]) -> Iterable[int]:
    if own is None:
        return ()
    return named if own in named else (own,)


def hold_successors(pages: Sequence[Any]) -> None:
    """Lets pages of procedures have at hand what took their place. Two queries for all, none where nothing did."""
    replaced = [page for page in pages if page.successor_id]
    if replaced:
        ended = [(page.identity_id, page.successor_id) for page in replaced]
        found = public_successors(type(replaced[0]).objects.all(), ended)
        for page in replaced:
            page.public_successors = found.get(page.identity_id, [])
