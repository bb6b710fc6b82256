"""Answers to what is asked of the portal and is done elsewhere; owned by editors."""

from django.core.exceptions import ValidationError
from django.db import models

from agencies.models.dated import Dated
from pages.phrases.fields import PhrasesField, SentenceField
from procedures_catalog.facts.parts.shapes import lines_of
from procedures_catalog.models.starting_text import StartingText
from search.referrals.reading import Referral
from search.referrals.validation import complaints


class ReferralAnswer(StartingText, Dated):
    """One answer, shown while it is published, between two days; `key` is how the starting texts call it."""

    title = models.CharField("việc gì", max_length=100, help_text="Ví dụ: Ly hôn.")
    answer = SentenceField("trả lời", max_length=200, help_text="Một câu, nói việc này ai giải quyết.")
    place = SentenceField("nơi đến", max_length=200, help_text="Cơ quan nào, ở đâu.")
    telephone = models.CharField(
        "điện thoại", max_length=150, blank=True, help_text="Chỉ ghi số chắc chắn đúng. Ví dụ: 115 hoặc 1900 0000."
    )
    link = models.URLField("trang mạng", blank=True, help_text="Trang chính thức của nơi ấy, nếu có.")
    names = PhrasesField(
        "người dân hỏi là",
        max_length=1_000,
        help_text=(
            "Mỗi dòng một cách hỏi, có dấu. Câu trả lời chỉ hiện khi câu hỏi nói đủ các chữ của một dòng và không nói "
            "nhiều hơn về việc khác; những chữ như “ở đâu”, “là gì”, “tôi” không tính."
        ),
    )
    key = models.CharField("mã nạp sẵn", max_length=50, null=True, unique=True, editable=False)

    class Meta:
        verbose_name = "việc ở nơi khác"
        verbose_name_plural = "việc ở nơi khác"
        ordering = ["title", "pk"]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Refuses an answer that could never be shown, whose telephone nobody could call, or that another one gives to
        the public: a draft that was never published keeps its names from nobody."""
        super().clean()
        others = [row.said() for row in ReferralAnswer.objects.filter(live=True).exclude(pk=self.pk)]
        if found := complaints(self.said(), others):
            raise ValidationError(dict(found))

    def said(self) -> Referral:
        """The answer as the finder reads it."""
        said = (self.title, self.answer, self.place, self.telephone, self.link)
        return Referral(*said, names=lines_of(self.names), span=self.span)

    def take(self, said: Referral) -> None:
        """Says this from now on; to be saved by the caller."""
        self.title, self.answer, self.place = said.title, said.answer, said.place
        self.telephone, self.link, self.names = said.telephone, said.link, "\n".join(said.names)
