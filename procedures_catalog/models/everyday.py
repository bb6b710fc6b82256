"""What people say of a procedure: everyday names, situations, questions, and when to use it; owned by editors."""

from typing import Any

from django.db import models
from wagtail.search import index

from pages.phrases.fields import PhrasesField, SentenceField
from procedures_catalog.facts.everyday.reading import LONGEST_WHEN, Everyday
from procedures_catalog.facts.parts.shapes import lines_of
from procedures_catalog.models.identity import ProcedureIdentity
from procedures_catalog.models.starting_text import StartingText
from vietnamese.fold import fold

LONGEST = 3_000  # characters of a list


class EverydayWords(index.Indexed, StartingText):
    """One procedure as people speak of it. It stands with the identity, so that it outlives a page and a code."""

    identity = models.OneToOneField(
        ProcedureIdentity, verbose_name="thủ tục", on_delete=models.PROTECT, related_name="everyday", editable=False
    )
    used_when = SentenceField(
        "dùng khi",
        lead="dùng khi",
        max_length=LONGEST_WHEN,
        blank=True,
        help_text="Nói tiếp “Dùng khi …”; đứng dưới năm câu trả lời. Ví dụ: con mới sinh, cần giấy khai sinh cho bé.",
    )
    not_used_when = SentenceField(
        "không dùng khi",
        lead="không dùng khi",
        max_length=LONGEST_WHEN,
        blank=True,
        help_text="Chỗ hay nhầm, và khi đó thì dùng thủ tục nào.",
    )
    names = PhrasesField(
        "người dân gọi là", max_length=LONGEST, blank=True, help_text="Mỗi dòng một tên. Ví dụ: giấy độc thân."
    )
    situations = PhrasesField(
        "khi có chuyện gì", max_length=LONGEST, blank=True, help_text="Mỗi dòng một chuyện. Ví dụ: mất thẻ; chồng chết."
    )
    questions = PhrasesField(
        "người dân hay hỏi", max_length=LONGEST, blank=True, help_text="Mỗi dòng một câu, đúng như người ta nói."
    )
    folded = models.TextField("chữ để tìm", blank=True, editable=False)

    search_fields = [index.SearchField("folded"), index.AutocompleteField("folded")]

    class Meta:
        verbose_name = "lời người dân"
        verbose_name_plural = "lời người dân"
        ordering = ["identity"]

    def __str__(self) -> str:
        page = getattr(self.identity, "page", None)
        return page.title if page else str(self.identity)

    def save(self, *args, **kwargs):
        """With what follows from its words."""
        self.derive()
        super().save(*args, **kwargs)

    def said(self) -> Everyday:
        """What it says, as the finder and the page read it."""
        lists = (lines_of(text) for text in (self.names, self.situations, self.questions))
        return Everyday(self.used_when, self.not_used_when, *lists)

    def take(self, said: Everyday) -> None:
        """Says this from now on; to be saved by the caller."""
        self.used_when, self.not_used_when = said.used_when, said.not_used_when
        self.names, self.situations = "\n".join(said.names), "\n".join(said.situations)
        self.questions = "\n".join(said.questions)
        self.derive()

    def derive(self) -> None:
        """Sets what follows from its words."""
        self.folded = fold(" ".join((self.used_when, self.names, self.situations, self.questions)))


def words_with(page: Any) -> Everyday | None:
    """What is published of a procedure's words: of its identity where that was loaded with them, else by a query."""
    loaded = "identity" in page._state.fields_cache and "everyday" in page.identity._state.fields_cache
    held = getattr(page.identity, "everyday", None) if loaded else None
    words = held if loaded else EverydayWords.objects.filter(identity=page.identity_id).first()
    return words.said() if words and words.live else None
