"""Rules that editors write about words: what people say, what the law says, and when the one stands for the other."""

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.models import PreviewableMixin

from pages.models.reviewed import ReviewedRow
from pages.phrases.fields import PhrasesField
from procedures_catalog.facts.parts.shapes import lines_of
from search.question.rule_validation import complaints
from search.question.synonyms import MARKS, Rule

LONGEST = 3_000  # characters of a field: more than 20 wordings of 100 characters


class SynonymRule(PreviewableMixin, ReviewedRow):
    """One rule; a published one holds from the next search on, without a rebuild. Its former states are kept."""

    everyday = PhrasesField(
        "người dân nói", max_length=LONGEST, help_text="Mỗi dòng một cách nói. Ví dụ: sổ đỏ, bìa đỏ."
    )
    official = PhrasesField(
        "văn bản viết",
        max_length=LONGEST,
        help_text="Mỗi dòng một cách viết. Ví dụ: giấy chứng nhận quyền sử dụng đất. Dòng đầu được ưu tiên.",
    )
    both_ways = models.BooleanField(
        "hai chiều",
        default=False,
        help_text="Gõ bất kỳ cách nào cũng tìm thêm mọi cách còn lại. Bỏ trống: chỉ từ cách người dân nói.",
    )
    marks = models.CharField(
        "dấu khi gõ",
        max_length=10,
        choices=list(MARKS.items()),
        default="agree",
        help_text="“sơ đồ” không phải là “sổ đỏ”: chọn theo mức dễ nhầm của cách nói.",
    )
    examples = PhrasesField(
        "câu hỏi để thử",
        max_length=LONGEST,
        blank=True,
        help_text="Mỗi dòng một câu. Khung xem trước cho biết câu nào được thêm, mất kết quả nào nếu công bố.",
    )
    note = models.TextField("ghi chú", max_length=1_000, blank=True)

    class Meta:
        verbose_name = "từ đồng nghĩa"
        verbose_name_plural = "từ đồng nghĩa"
        ordering = ["everyday", "pk"]

    def __str__(self) -> str:
        arrow = "↔" if self.both_ways else "→"
        return f"{', '.join(lines_of(self.everyday))} {arrow} {', '.join(lines_of(self.official))}"

    def clean(self) -> None:
        """Refuses what could not work, in words that an editor can act on."""
        super().clean()
        others = [row.rule() for row in SynonymRule.objects.exclude(pk=self.pk)]
        if found := complaints(self.rule(), others):
            raise ValidationError(list(found))

    def rule(self) -> Rule:
        """The rule as the finder reads it."""
        return Rule(lines_of(self.everyday), lines_of(self.official), self.both_ways, self.marks)

    def get_preview_template(self, request, mode_name: str) -> str:
        """A page that says what the rule, as it stands in the form, would change."""
        return "search/rule_preview.html"


class StartingRule(models.Model):
    """The name of a rule or an answer of the starting set that was loaded once: deleted or changed by an editor, it
    stays so."""

    name = models.CharField("tên", max_length=100, unique=True)

    def __str__(self) -> str:
        return self.name
