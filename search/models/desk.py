"""DeskEntry: the folded words by which one thing of the desk (a page, an image, an agency) is found there."""

from django.db import models


class DeskEntry(models.Model):
    """One row for each thing that Wagtail's lists and choosers search in.

    `model` is the label of the table that gives the thing its number ("wagtailcore.page" for every type of page).
    `name` and `text` are folded words, each with a space before and after it; `text` begins with the name, and a
    " | " parts what stood in different fields.
    """

    model = models.CharField("bảng", max_length=100)
    object_id = models.BigIntegerField("số")
    name = models.TextField("tên", blank=True)
    text = models.TextField("các từ", blank=True)

    class Meta:
        verbose_name = "mục tìm kiếm ở bàn biên tập"
        verbose_name_plural = "mục tìm kiếm ở bàn biên tập"
        constraints = [models.UniqueConstraint(fields=["model", "object_id"], name="desk_entry_of_one_thing")]

    def __str__(self) -> str:
        return f"{self.model} {self.object_id}"
