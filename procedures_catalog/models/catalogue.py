"""ProcedureIndexPage: the catalogue, the list under which every procedure lives."""

from wagtail.models import Page

from pages.models.base import BasePage


class ProcedureIndexPage(BasePage):
    """The catalogue of procedures; its children are procedures and nothing else."""

    search_kind = ""
    template = "procedures_catalog/procedure_index_page.html"
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["procedures_catalog.ProcedurePage"]
    max_count = 1
    content_panels = Page.content_panels

    class Meta:
        verbose_name = "danh mục thủ tục hành chính"
        verbose_name_plural = "danh mục thủ tục hành chính"
