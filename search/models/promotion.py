"""Pages that editors put above the results of certain questions, and suggestions that they hide."""

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.models import Page

from agencies.models.dated import Dated
from pages.models.reviewed import ReviewedRow
from pages.phrases.fields import PhrasesField, SentenceField
from pages.published import published
from procedures_catalog.facts.parts.shapes import lines_of
from search.question.phrases import folded_words
from search.question.promotions import HOW, Promoted, question_complaints

SHORTEST_HIDDEN = 4  # letters: fewer stand in a great many suggestions


class Promotion(ReviewedRow, Dated):
    """A page for some questions, between two days. What is not published or not public is never shown."""

    questions = PhrasesField(
        "khi người dân hỏi", max_length=3_000, help_text="Mỗi dòng một câu hoặc cụm từ; có dấu hay không dấu."
    )
    how = models.CharField("so câu hỏi", max_length=10, choices=list(HOW.items()), default="contains")
    page = models.ForeignKey("wagtailcore.Page", verbose_name="trang", on_delete=models.CASCADE, related_name="+")
    order = models.PositiveSmallIntegerField("thứ tự", default=1, help_text="Số nhỏ đứng trên.")

    class Meta:
        verbose_name = "trang được giới thiệu"
        verbose_name_plural = "trang được giới thiệu"
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return f"{', '.join(lines_of(self.questions))} → {self.page}"

    def clean(self) -> None:
        """Refuses a promotion that could never be shown, or for every question."""
        super().clean()
        errors = {}
        if found := question_complaints(lines_of(self.questions)):
            errors["questions"] = found
        if self.page_id and not published(Page.objects.filter(pk=self.page_id)).exists():
            errors["page"] = ["Trang này chưa công bố hoặc bị hạn chế, người dân sẽ không thấy."]
        if errors:
            raise ValidationError(errors)

    def promoted(self) -> Promoted:
        """The promotion as the finder reads it."""
        return Promoted(self.page_id, lines_of(self.questions), self.how, self.span)


class HiddenSuggestion(ReviewedRow):
    """Words that no suggestion under the search box may hold; the page itself is still found."""

    words = SentenceField(
        "từ ngữ", max_length=100, unique=True, help_text="Gợi ý nào chứa cụm từ này sẽ không hiện khi đang gõ."
    )
    note = models.CharField("lý do", max_length=300, blank=True)

    class Meta:
        verbose_name = "gợi ý bị ẩn"
        verbose_name_plural = "gợi ý bị ẩn"
        ordering = ["words"]

    def __str__(self) -> str:
        return self.words

    def clean(self) -> None:
        """Refuses what is hidden already, however it is spelled, and what no suggestion could hold."""
        super().clean()
        meant = folded_words(self.words)
        others = HiddenSuggestion.objects.exclude(pk=self.pk).values_list("words", flat=True)
        if same := next((other for other in others if folded_words(other) == meant), None):
            raise ValidationError({"words": f"“{same}” đã có trong danh sách này."})
        if self.words and sum(map(len, meant)) < SHORTEST_HIDDEN:
            raise ValidationError(
                {"words": f"Ngắn quá, sẽ che mất nhiều gợi ý: cần ít nhất {SHORTEST_HIDDEN} chữ cái."}
            )
