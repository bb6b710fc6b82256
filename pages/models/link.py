"""Addresses outside the portal: how each stood when it was last asked, and which bodies of pages hold it."""

from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef
from wagtail.models import Page

from pages.asking.verdict import BROKEN_NIGHTS, KINDS, Standing

#: Longer addresses are not asked; no column that holds one is longer.
LONGEST_ADDRESS = 500


class OutgoingLinkQuerySet(models.QuerySet["OutgoingLink"]):
    """Addresses outside the portal."""

    def broken(self) -> Self:
        """Those behind which there was nothing on several nights."""
        return self.filter(nights__gte=BROKEN_NIGHTS)


class OutgoingLink(models.Model):
    """One address that something public holds. `kind` is what was found when it was asked last, "" before the first
    time; written by `pages/links/night.py` alone. It is no fact of what holds it: no version, no paper knows it.
    """

    address = models.CharField("địa chỉ", max_length=LONGEST_ADDRESS, unique=True)
    kind = models.CharField("lần hỏi cuối", max_length=10, choices=list(KINDS.items()), blank=True)
    told = models.CharField("máy chủ trả lời", max_length=200, blank=True)
    nights = models.PositiveSmallIntegerField("số đêm hỏng", default=0, db_index=True)
    failing_since = models.DateField("hỏng từ đêm", null=True, blank=True)
    asked_on = models.DateField("hỏi ngày", null=True, blank=True, db_index=True)

    objects = OutgoingLinkQuerySet.as_manager()

    class Meta:
        verbose_name = "liên kết ra ngoài"
        verbose_name_plural = "liên kết ra ngoài"

    def __str__(self) -> str:
        return self.address

    @property
    def standing(self) -> Standing:
        """What is against it."""
        return Standing(self.nights, self.failing_since)


class LinkOnPage(models.Model):
    """The published body of a page holds an address; kept by `pages/links/on_pages.py`."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    link = models.ForeignKey(OutgoingLink, on_delete=models.CASCADE, related_name="on_pages")

    class Meta:
        verbose_name = "liên kết trong trang"
        verbose_name_plural = "liên kết trong trang"
        constraints = [models.UniqueConstraint(fields=["page", "link"], name="link_on_page_once")]

    def __str__(self) -> str:
        return f"{self.page_id} → {self.link_id}"


def is_broken(column: str) -> Exists:
    """Whether the address in a column of the outer query is broken: no query of its own."""
    return Exists(OutgoingLink.objects.broken().filter(address=OuterRef(column)))
