"""What every page shares: an owning agency, an address from its Vietnamese title, its word to the finder."""

from collections.abc import Mapping
from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from wagtail.admin.panels import CommentPanel, FieldPanel, ObjectList, Panel, TabbedInterface, TitleFieldPanel
from wagtail.models import Page, Workflow
from wagtail.utils.decorators import cached_classmethod

from consequences.keys import page_key
from pages.desk.copy_form import DraftCopyForm
from pages.desk.lost_choices import chosen_in_hand, without_lost
from pages.desk.page_form import PageForm
from pages.desk.permissions import LeafPermissionTester
from pages.desk.publishing_panel import publishing_panel
from pages.desk.slug_input import SlugInput
from pages.desk.workflow import workflow_of
from pages.entry import SearchEntry
from pages.four_eyes.kept import PublishedStays
from pages.page_changes import saving
from pages.parents import ParentsAtOnce
from vietnamese.slug import slug


def _edit_handler(page_type: type["BasePage"]) -> Panel:
    """The edit form's tabs, named in Vietnamese; a page type may still bring an `edit_handler` of its own."""
    handler = getattr(page_type, "edit_handler", None) or _tabs(page_type)
    return handler.bind_to_model(page_type)


def _tabs(page_type: type["BasePage"]) -> TabbedInterface:
    tabs = (
        ("Nội dung", page_type.content_panels),
        ("Địa chỉ và tìm kiếm", page_type.promote_panels),
        ("Xuất bản", page_type.settings_panels),
    )
    return TabbedInterface(
        [ObjectList(panels, heading=heading) for heading, panels in tabs if panels],
        base_form_class=page_type.base_form_class,
    )


class BasePage(PublishedStays, Page):
    """A page with an owning agency.

    Every concrete page type sets `search_kind` in its own class body: a key of `pages.entry.PAGE_KINDS`, or "" for
    a page that nobody finds by searching. The methods from `search_text` to `is_current` say what the finder
    should know; a page type overrides those for which it knows better.
    """

    search_kind: str | None = None
    base_form_class = PageForm
    copy_form_class = DraftCopyForm
    max_count: int | None = None  # type: ignore[assignment]  # Wagtail writes None, and no type beside it
    max_count_per_parent: int | None = None  # type: ignore[assignment]  # the same
    #: Set by the desk's form while it saves a draft.
    may_be_unfinished = False
    parents_at_once = ParentsAtOnce()
    #: Columns of the page as a whole, which lead to other rows and in which no earlier text brings back another one.
    never_in_a_text: tuple[str, ...] = ("live_revision",)

    agency = models.ForeignKey(
        "agencies.Agency",
        verbose_name="cơ quan phụ trách",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Cơ quan chịu trách nhiệm về nội dung. Để trống nếu là trang chung của tỉnh.",
    )

    content_panels = [
        TitleFieldPanel(
            "title", heading="Tiêu đề", help_text="Người dân đọc dòng này đầu tiên.", placeholder="Tiêu đề*"
        ),
    ]
    promote_panels = [
        FieldPanel(
            "slug",
            heading="Địa chỉ trang",
            help_text="Chữ không dấu. Để trống để tạo từ tiêu đề. Không nên đổi sau khi đã đăng.",
            widget=SlugInput,
        ),
        FieldPanel("agency"),
        FieldPanel(
            "seo_title",
            heading="Tiêu đề cho máy tìm kiếm",
            help_text="Để trống để dùng tiêu đề của trang.",
        ),
        FieldPanel("search_description", heading="Mô tả cho máy tìm kiếm", help_text="Một, hai câu tóm tắt."),
        FieldPanel(
            "show_in_menus",
            heading="Hiện trong thanh mục chính",
            help_text="Chỉ có tác dụng với trang nằm ngay dưới trang chủ.",
        ),
    ]
    settings_panels = [publishing_panel(), CommentPanel()]

    class Meta:
        abstract = True

    get_edit_handler = cached_classmethod(_edit_handler)

    def full_clean(self, *args, **kwargs) -> None:
        """Validates; an empty slug is made first."""
        self._fill_slug()
        super().full_clean(*args, **kwargs)

    def clean(self) -> None:
        """ValidationError for what stands against publishing; a draft may have that."""
        super().clean()
        if not self.may_be_unfinished and (found := self.unfinished()):
            raise ValidationError(found)

    def unfinished(self) -> dict[str, str]:
        """Field → what must be mended there before the page may be published; a page type adds its own rules here."""
        return {}

    def minimal_clean(self) -> None:
        """Validates what even a draft must have; an empty slug is made first."""
        self._fill_slug()
        super().minimal_clean()

    def save(self, *args, **kwargs):
        """Saves, and tells what that touches when its rows are written, too."""
        with saving(self, kwargs.get("update_fields")):
            return super().save(*args, **kwargs)

    @classmethod
    def from_serializable_data(cls, data, check_fks=True, strict_fks=False):
        """A page out of its stored text, as Wagtail's; what it has chosen is looked for together, and kept with it."""
        if not check_fks:
            return super().from_serializable_data(data, False, strict_fks)
        chosen = chosen_in_hand()
        page = super().from_serializable_data(without_lost(cls, data, chosen), False, strict_fks)
        chosen.keep_with(page)
        return page

    def with_content_json(self, content):
        """The page as a stored text has it. It stands where the page stands; which text is public, the page says."""
        page = super().with_content_json({**content, **dict.fromkeys(self.never_in_a_text)})
        for name in self.never_in_a_text:
            setattr(page, f"{name}_id", getattr(self, f"{name}_id"))
        page._cached_parent_obj = self.get_parent()
        return page

    def permissions_for_user(self, user) -> LeafPermissionTester:
        """What a user may do with this page."""
        return LeafPermissionTester(user, self)

    @cached_property
    def _workflow(self) -> Workflow | None:
        return workflow_of(self)

    @property
    def has_workflow(self) -> bool:
        """Whether it goes through a workflow."""
        return self._workflow is not None

    def get_workflow(self) -> Workflow | None:
        """The workflow that it goes through."""
        return self._workflow

    def slug_source(self) -> str:
        """The text that the address is made of."""
        return self.title

    def search_entry(self, on: date) -> SearchEntry | None:
        """What the finder keeps of this page, as it is on a day; None when it is not findable or stands under no
        site."""
        kind = self.search_kind
        url = self.get_url() if kind else None
        return self._entry(kind, url, on) if kind and url else None

    def search_text(self, on: date) -> str:
        """Plain text in which words are looked for."""
        return ""

    def search_codes(self) -> tuple[str, ...]:
        """Numbers and codes it is known by, in their own spelling."""
        return ()

    def search_names(self) -> tuple[str, ...]:
        """Other names that people use for it."""
        return ()

    def search_phrases(self) -> tuple[str, ...]:
        """Phrases in which people speak of it."""
        return ()

    def search_facets(self, on: date) -> Mapping[str, tuple[str, ...]]:
        """Facet → values; of every page its owner: "agency" → the agency's slug."""
        return {"agency": (self.agency.slug,)} if self.agency else {}

    def search_rank(self, on: date) -> float:
        """A nudge among equals, see `SearchEntry.rank`."""
        return 0.0

    def is_current(self, on: date) -> bool:
        """False for what is abolished or has expired."""
        return True

    def _entry(self, kind: str, url: str, on: date) -> SearchEntry:
        return SearchEntry(
            key=page_key(self.pk),
            kind=kind,
            title=self.title,
            url=url,
            names=self.search_names(),
            said=self.search_phrases(),
            codes=self.search_codes(),
            body=self.search_text(on),
            facets=self.search_facets(on),
            is_current=self.is_current(on),
            rank=self.search_rank(on),
        )

    def _fill_slug(self) -> None:
        # Wagtail's own slugify drops đ. Without a path the siblings are unknown; it is called again with one.
        if not self.slug and self.path:
            self.slug = self._get_autogenerated_slug(slug(self.slug_source()))
