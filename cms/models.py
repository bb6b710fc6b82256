"""Editor: the person who signs in to the desk; a citizen never has an account."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from wagtail.search import index


class Editor(index.Indexed, AbstractUser):
    """A member of staff. `agency` is the one that the person writes for; empty for the province's desk."""

    agency = models.ForeignKey(
        "agencies.Agency",
        verbose_name="cơ quan",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    search_fields = [
        index.SearchField("get_full_name"),
        index.AutocompleteField("username"),
        index.AutocompleteField("email"),
    ]

    def get_full_name(self) -> str:
        """The family name first, as Vietnamese names are written; "" when neither is known."""
        return f"{self.last_name} {self.first_name}".strip()

    class Meta:
        verbose_name = "biên tập viên"
        verbose_name_plural = "biên tập viên"
