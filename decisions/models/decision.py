"""Decision: what was signed, when, by whom, from when it takes effect, and what its appendix was like."""

from datetime import date
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from agencies.models import Agency
from legal_documents.models import LegalDocumentPage
from procedures_catalog.models import ChangeSet
from vietnamese.days import written


class DecisionKind(models.TextChoices):
    """What the decision is about (Thông tư 02/2017/TT-VPCP, Nghị định 118/2025/NĐ-CP). The last two are kept and never
    public: they are of the offices among themselves."""

    PUBLISHING = "publishing", "Công bố thủ tục hành chính"
    LINKED = "linked", "Công bố nhóm thủ tục liên thông"
    STANDARD = "standard", "Chuẩn hóa danh mục"
    PROCESS = "process", "Phê duyệt quy trình nội bộ"
    INTERNAL = "internal", "Công bố thủ tục hành chính nội bộ"


NEVER_PUBLIC = frozenset({DecisionKind.PROCESS, DecisionKind.INTERNAL})
#: Of the number, of other names.
LONGEST_NUMBER, LONGEST = 100, 500
IN_THE_PAST = "Ngày có hiệu lực ({0}) đã qua. Nếu đúng là hiệu lực hồi tố, hãy đánh dấu ô “Hiệu lực hồi tố”."
BEFORE_SIGNING = "Ngày có hiệu lực ({0}) trước ngày ký ({1}). Nếu đúng, hãy đánh dấu ô “Hiệu lực hồi tố”."
NO_PAGE = "Quyết định loại này không công khai, nên không gắn với trang văn bản nào."


class Decision(models.Model):
    """One decision of an agency, in whose part of the portal it is worked on; without an agency, the whole portal's."""

    kind = models.CharField("loại", max_length=20, choices=DecisionKind, default=DecisionKind.PUBLISHING)
    number = models.CharField(
        "số, ký hiệu", max_length=LONGEST_NUMBER, blank=True, help_text="Ví dụ: 3500/QĐ-UBND. Chưa ký thì để trống."
    )
    summary = models.CharField("trích yếu", max_length=LONGEST)
    signed_on = models.DateField("ngày ký", null=True, blank=True)
    effective_on = models.DateField(
        "có hiệu lực từ ngày", null=True, blank=True, help_text="Các thay đổi được áp dụng từ 00:00 ngày này."
    )
    is_retroactive = models.BooleanField(
        "hiệu lực hồi tố", default=False, help_text="Đánh dấu khi ngày có hiệu lực đã qua hoặc trước ngày ký."
    )
    signed_by = models.CharField(
        "người ký", max_length=LONGEST, blank=True, help_text="Cơ quan và chức vụ, ví dụ: Chủ tịch UBND tỉnh."
    )
    follows = models.CharField(
        "theo quyết định của bộ",
        max_length=LONGEST,
        blank=True,
        help_text="Quyết định công bố của bộ mà quyết định này theo, ví dụ: 3083/QĐ-BTC ngày 10/09/2026.",
    )
    national_on = models.DateField("đã nhập Cơ sở dữ liệu quốc gia ngày", null=True, blank=True)
    agency = models.ForeignKey(
        Agency, verbose_name="cơ quan lập", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    document = models.ForeignKey(
        LegalDocumentPage,
        verbose_name="trang văn bản",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Trang của quyết định trong mục Văn bản, có tệp PDF; người dân đọc quyết định ở đó.",
    )
    changes = models.OneToOneField(
        ChangeSet,
        verbose_name="gói thay đổi",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
    )
    remarks = models.JSONField("điều cần biết về phụ lục", default=list, blank=True, editable=False)
    #: The numbers that appendices say of their lines (`decisions.remarks`).
    counted = models.JSONField("số dòng mà phụ lục ghi", default=list, blank=True, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="người lập",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        editable=False,
    )
    #: Numbers of accounts, whether or not these are there still: whoever altered it or its lines (`note_writer`).
    writers = models.JSONField("những người đã soạn", default=list, blank=True, editable=False)
    made_at = models.DateTimeField("lập lúc", auto_now_add=True)
    changed_at = models.DateTimeField("sửa lúc", auto_now=True)

    class Meta:
        verbose_name = "quyết định công bố"
        verbose_name_plural = "quyết định công bố"

    def __str__(self) -> str:
        return self.number or f"(chưa có số) {self.summary}"

    @property
    def is_public(self) -> bool:
        """Whether citizens may learn of it once it is approved."""
        return self.kind not in NEVER_PUBLIC

    @property
    def present_set(self) -> ChangeSet | None:
        """The set that waits or was applied; one that was given up or undone is over, and another may follow it."""
        return None if self.changes is None or self.changes.state in ("dropped", "undone") else self.changes

    def note_writer(self, person: Any) -> None:
        """Keeps who is about to alter it or its lines, and holds its row until all is written. For a transaction. One
        query or two."""
        row = type(self).objects.select_for_update().filter(pk=self.pk)
        self.writers = row.values_list("writers", flat=True).get()
        if person.pk not in self.writers:
            self.writers = [*self.writers, person.pk]
            row.update(writers=self.writers)

    def written_by(self) -> set[int]:
        """The accounts, of those that are there still, whose work it is: who made it, altered it or its lines, said
        what a line means. One query."""
        said = get_user_model().objects.filter(
            Q(pk__in=self.writers) | Q(pk=self.made_by_id) | Q(pk__in=self.lines.values("confirmed_by"))
        )
        return set(said.values_list("pk", flat=True))

    def clean(self) -> None:
        """ValidationError for a page of what is never public."""
        super().clean()
        if not self.is_public and self.document_id:
            raise ValidationError({"document": NO_PAGE})

    def asks_of_day(self, on: date) -> str:
        """What a person has to confirm of the day it takes effect, asked on a day; "" where that is confirmed or needs
        none."""
        if self.effective_on is None or self.is_retroactive:
            return ""
        if self.effective_on < on:
            return IN_THE_PAST.format(written(self.effective_on))
        if self.signed_on and self.effective_on < self.signed_on:
            return BEFORE_SIGNING.format(written(self.effective_on), written(self.signed_on))
        return ""
