"""Shelves below a list, each with the pages of one agency; and what a page is that may stand on one."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from agencies.models.agency import free_slug
from pages.desk.permissions import ShelfPermissionTester
from pages.models.base import BasePage
from vietnamese.slug import slug


class ShelfPage(BasePage):
    """The pages of one agency below a list.

    A shelf exists for rights, workflows and reports, which Wagtail gives by subtree. It is no part of any address: its
    own `url_path` is the list's, so that a page keeps its address when it is put on another shelf.
    """

    search_kind = ""
    preview_modes: list[Any] = []

    agency = models.ForeignKey(
        "agencies.Agency",
        verbose_name="cơ quan",
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Mỗi cơ quan một ngăn.",
    )

    content_panels = [*BasePage.content_panels, FieldPanel("agency")]
    promote_panels: list[Any] = []
    settings_panels: list[Any] = []

    class Meta:
        abstract = True

    def set_url_path(self, parent: Page | None) -> str:
        """The list's, see above."""
        self.url_path = parent.url_path if parent else "/"
        return self.url_path

    def get_url_parts(self, request: HttpRequest | None = None) -> None:
        """A shelf has no address of its own."""

    def permissions_for_user(self, user: Any) -> ShelfPermissionTester:
        """Rights on a shelf are rights over what stands there; the shelf is for who may change the list."""
        return ShelfPermissionTester(user, self)


class Shelved(BasePage):
    """A list with shelves below it."""

    max_count: int | None = None  # type: ignore[assignment]  # as in BasePage
    max_count_per_parent: int | None = None  # type: ignore[assignment]  # as in BasePage

    class Meta:
        abstract = True

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """An address names a page below the list, on whichever shelf it stands; a shelf has none."""
        if not path_components:
            return super().route(request, path_components)
        named = Page.objects.descendant_of(self).filter(slug=path_components[0])
        found = named.not_exact_type(*shelf_kinds()).first()
        if found is None:
            raise Http404
        return found.specific.route(request, path_components[1:])


class OnShelf(BasePage):
    """A page that may stand on a shelf: its address must be free in the whole list, whereas Wagtail looks only at the
    pages of one parent."""

    #: What such a page is called where its address is refused.
    called: ClassVar[str]

    class Meta:
        abstract = True

    def clean(self) -> None:
        """ValidationError for an address that another has."""
        super().clean()
        self._refuse_taken_address()

    def minimal_clean(self) -> None:
        """An address that another has is refused to a draft as well."""
        super().minimal_clean()
        self._refuse_taken_address()

    def _fill_slug(self) -> None:
        if not self.slug and self.path:
            taken = self._others().filter(slug__startswith=slug(self.slug_source()))
            self.slug = free_slug(self.slug_source(), set(taken.values_list("slug", flat=True)))

    def _refuse_taken_address(self) -> None:
        if self.slug and self._others().filter(slug=self.slug).exists():
            raise ValidationError({"slug": f"Địa chỉ “{self.slug}” đã có {self.called} khác dùng."})

    def _others(self) -> models.QuerySet[Any]:
        return type(self)._default_manager.exclude(pk=self.pk)


def shelf_kinds() -> list[type[ShelfPage]]:
    """Every kind of shelf that a floor has."""
    return ShelfPage.__subclasses__()


def one_an_agency(name: str, message: str = "Mỗi cơ quan chỉ có một ngăn.") -> models.UniqueConstraint:
    """The rule that no agency has two shelves of a kind; `name` in the database."""
    return models.UniqueConstraint(Coalesce("agency", 0), name=name, violation_error_message=message)
