"""The catalogue: the list of all procedures, and the shelves below it on which they stand."""

from django.db import models
from wagtail.models import Page

from pages.models.shelf import ShelfPage, Shelved, one_an_agency


class ProcedureIndexPage(Shelved):
    """The catalogue of procedures; its children are shelves and nothing else."""

    search_kind = ""
    template = "procedures_catalog/procedure_index_page.html"
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["procedures_catalog.ProcedureShelfPage"]
    max_count = 1
    content_panels = Page.content_panels

    class Meta:
        verbose_name = "danh mục thủ tục hành chính"
        verbose_name_plural = "danh mục thủ tục hành chính"


class ProcedureShelfPage(ShelfPage):
    """The procedures of one agency; the one shelf without an agency holds what nobody else owns."""

    search_kind = ""
    parent_page_types = ["procedures_catalog.ProcedureIndexPage"]
    subpage_types = ["procedures_catalog.ProcedurePage"]

    agency = models.ForeignKey(
        "agencies.Agency",
        verbose_name="cơ quan",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Mỗi cơ quan một ngăn. Để trống là ngăn chung: thủ tục chưa giao cho cơ quan nào.",
    )

    class Meta:
        verbose_name = "ngăn thủ tục của cơ quan"
        verbose_name_plural = "ngăn thủ tục của các cơ quan"
        constraints = [one_an_agency("one_shelf_an_agency", "Mỗi cơ quan chỉ có một ngăn, và chỉ có một ngăn chung.")]
