"""The catalogue: the list of all procedures, and the shelves below it on which they stand."""

from typing import Any

from django.db import models
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from pages.models.base import BasePage


class ProcedureIndexPage(BasePage):
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

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """A procedure's address names it below the catalogue, on whichever shelf it stands; a shelf has none."""
        if not path_components:
            return super().route(request, path_components)
        found = Page.objects.descendant_of(self).filter(slug=path_components[0], depth=self.depth + 2).first()
        if found is None:
            raise Http404
        return found.specific.route(request, path_components[1:])


class ProcedureShelfPage(BasePage):
    """The procedures of one agency; the one shelf without an agency holds what nobody else owns.

    A shelf exists for rights, workflows and reports, which Wagtail gives by subtree. It is no part of any address: its
    own `url_path` is the catalogue's, so that a procedure keeps its address when it is put on another shelf.
    """

    search_kind = ""
    parent_page_types = ["procedures_catalog.ProcedureIndexPage"]
    subpage_types = ["procedures_catalog.ProcedurePage"]
    preview_modes: list[Any] = []

    agency = models.ForeignKey(
        "agencies.Agency",
        verbose_name="cơ quan",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Mỗi cơ quan một ngăn. Để trống là ngăn chung: thủ tục chưa giao cho cơ quan nào.",
    )

    content_panels = [*BasePage.content_panels, FieldPanel("agency")]
    promote_panels: list[Any] = []
    settings_panels: list[Any] = []

    class Meta:
        verbose_name = "ngăn thủ tục của cơ quan"
        verbose_name_plural = "ngăn thủ tục của các cơ quan"
        constraints = [
            models.UniqueConstraint(
                Coalesce("agency", 0),
                name="one_shelf_an_agency",
                violation_error_message="Mỗi cơ quan chỉ có một ngăn, và chỉ có một ngăn chung.",
            )
        ]

    def set_url_path(self, parent: Page | None) -> str:
        """The catalogue's, see above."""
        self.url_path = parent.url_path if parent else "/"
        return self.url_path

    def get_url_parts(self, request: HttpRequest | None = None) -> None:
        """A shelf has no address of its own."""
