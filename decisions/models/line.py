"""DecisionLine: what a decision says of one procedure, as it was written and as it was understood."""

from collections.abc import Mapping
from typing import Self

from django.conf import settings
from django.db import models

from decisions.lines.kinds import LABELS, Kind
from decisions.lines.limits import Limit, read_limit
from decisions.lines.reading import Line, codes_in, line_code, unsaid
from decisions.models.decision import LONGEST, Decision
from legal_documents.models import LegalDocumentPage
from procedures_catalog.facts.national_shape import LONGEST_NAME
from procedures_catalog.models import ProcedureIdentity

#: Of a limit's sentence, of a note.
LONGEST_LIMIT, LONGEST_NOTE = 1_000, 5_000


class DecisionLine(models.Model):
    """One line. `row` is the appendix's, 0 for one that was typed in; `place` orders them. `repairs` are the pairs of
    what was torn and how it was joined; what was written stands in `name_written` where it was another, and in
    `kind_written` where nobody has said yet which kind it means."""

    decision = models.ForeignKey(
        Decision, verbose_name="quyết định", on_delete=models.CASCADE, related_name="lines", editable=False
    )
    place = models.PositiveIntegerField("thứ tự", editable=False)
    row = models.PositiveIntegerField("dòng trong phụ lục", default=0, editable=False)
    kind = models.CharField("nội dung", max_length=20, choices=list(LABELS.items()), blank=True)
    kind_written = models.CharField("nội dung như đã viết", max_length=LONGEST, blank=True, editable=False)
    code = models.CharField("mã thủ tục", max_length=100, blank=True)
    name = models.TextField("tên thủ tục", max_length=LONGEST_NAME)
    name_written = models.TextField("tên như đã viết", blank=True, editable=False)
    repairs = models.JSONField("chữ được nối lại", default=list, blank=True, editable=False)
    sector = models.CharField("lĩnh vực", max_length=LONGEST, blank=True)
    level = models.CharField("cấp thực hiện", max_length=LONGEST, blank=True)
    executing = models.CharField("cơ quan thực hiện", max_length=LONGEST, blank=True)
    competent = models.CharField("cơ quan có thẩm quyền quyết định", max_length=LONGEST, blank=True)
    laws = models.TextField(
        "căn cứ pháp lý",
        max_length=LONGEST_NOTE,
        blank=True,
        help_text="Các văn bản mà dòng này ghi, mỗi văn bản một dòng.",
    )
    before = models.TextField("thời hạn trước", max_length=LONGEST_LIMIT, blank=True)
    after = models.TextField("thời hạn sau", max_length=LONGEST_LIMIT, blank=True)
    is_not_cut = models.BooleanField("không thực hiện cắt giảm", default=False)
    is_partly = models.BooleanField(
        "chỉ cắt giảm ở cách nộp có đúng thời hạn trước",
        default=False,
        help_text="Khi các cách nộp (trực tiếp, trực tuyến, bưu chính) có thời hạn khác nhau.",
    )
    is_number_only = models.BooleanField(
        "chỉ ghi số quyết định",
        default=False,
        help_text="Của dòng sửa đổi: nội dung trên cổng đã đúng, hoặc đến theo dữ liệu quốc gia.",
    )
    note = models.TextField("ghi chú", max_length=LONGEST_NOTE, blank=True)
    replaces = models.CharField(
        "mã các thủ tục được thay thế", max_length=LONGEST, blank=True, help_text="Cách nhau bằng dấu phẩy."
    )
    source = models.ForeignKey(
        LegalDocumentPage,
        verbose_name="văn bản quy định",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Chỉ khi thay đổi này do một văn bản khác quy định, ví dụ một nghị quyết cắt giảm.",
    )
    identity = models.ForeignKey(
        ProcedureIdentity,
        verbose_name="thủ tục",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
    )
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="người xác nhận",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        editable=False,
    )
    confirmed_at = models.DateTimeField("xác nhận lúc", null=True, blank=True, editable=False)

    class Meta:
        verbose_name = "dòng của quyết định"
        verbose_name_plural = "dòng của quyết định"
        ordering = ["place", "pk"]

    def __str__(self) -> str:
        return f"{self.code} {self.name}".strip()

    @property
    def is_confirmed(self) -> bool:
        """Whether a person has said which procedure it means, or that it means none yet."""
        return self.confirmed_at is not None

    @property
    def kind_said(self) -> Kind | None:
        """Its kind; None where nobody has said it."""
        return Kind(self.kind) if self.kind else None

    @property
    def before_limit(self) -> Limit | None:
        """The limit before."""
        return read_limit(self.before)

    @property
    def after_limit(self) -> Limit | None:
        """The limit after."""
        return read_limit(self.after)

    def as_line(self) -> Line:
        """As it was read, with what it asks by itself."""
        code, asks = line_code(self.code)
        return Line(
            row=self.row,
            kind=self.kind_said,
            code=code,
            name=self.name,
            sector=self.sector,
            level=self.level,
            executing=self.executing,
            competent=self.competent,
            laws=self.laws,
            before=self.before_limit,
            after=self.after_limit,
            is_not_cut=self.is_not_cut,
            note=self.note,
            replaces=codes_in(self.replaces),
            asks=(*unsaid(self.kind_said), *asks),
        )

    @classmethod
    def of(cls, line: Line, decision: Decision, place: int) -> Self:
        """A line that was read, not saved. What is longer than its column is cut; the appendix itself is kept."""
        texts: Mapping[str, str] = {
            "name": line.name,
            "kind_written": line.kind_written,
            "sector": line.sector,
            "level": line.level,
            "executing": line.executing,
            "competent": line.competent,
            "laws": line.laws,
            "before": line.before.text if line.before else "",
            "after": line.after.text if line.after else "",
            "note": line.note,
            "code": line.code or line.code_written,
            "replaces": ", ".join(line.replaces),
        }
        longest = {field.name: field.max_length for field in cls._meta.fields}
        return cls(
            decision=decision,
            place=place,
            row=line.row,
            kind=line.kind or "",
            is_not_cut=line.is_not_cut,
            name_written=line.name_written,
            repairs=[list(pair) for pair in line.repairs],
            **{name: text[: longest[name]] for name, text in texts.items()},
        )
