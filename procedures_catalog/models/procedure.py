"""ProcedurePage: one administrative procedure, its official text, and the province's layer over it."""

import datetime
from collections.abc import Collection, Mapping

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from agencies.day import asked_on, day_of
from pages.models.shelf import OnShelf
from pages.published import published
from pages.site.sites import portal_of
from procedures_catalog.desk.blocks import ChannelsBlock, DossierBlock, OverlayBlock, StepsBlock, TextsBlock
from procedures_catalog.desk.complete.against import against_publishing
from procedures_catalog.desk.complete.words import AS, AS_HELP, BLANKS_HELP
from procedures_catalog.desk.given_code import HELP, give_code, refuse_code
from procedures_catalog.desk.note_of_change import LONGEST_NOTE
from procedures_catalog.desk.panels import edit_handler
from procedures_catalog.desk.permissions import ProcedurePermissionTester
from procedures_catalog.desk.procedure_form import ProcedureForm
from procedures_catalog.desk.unfinished import unfinished
from procedures_catalog.facts.agencies.handed_in import note_where
from procedures_catalog.facts.codes import parse_code
from procedures_catalog.facts.everyday.reading import Everyday
from procedures_catalog.facts.held import named_of, receiving_of
from procedures_catalog.facts.national_shape import LONGEST_NAME, LONGEST_OWN
from procedures_catalog.facts.parts.shapes import lines_of
from procedures_catalog.facts.scope.scope import NEVER_PUBLIC, is_internal
from procedures_catalog.facts.titles.display_name import display_name, sort_name
from procedures_catalog.facts.titles.twins import told_name
from procedures_catalog.facts.vocabulary import ONLINE_LEVELS, PARTIAL_REASONS, PROCEDURE_KINDS
from procedures_catalog.findable_page import Findable
from procedures_catalog.models.catalogue import ProcedureIndexPage
from procedures_catalog.models.change_set import public_successors
from procedures_catalog.models.everyday import words_with
from procedures_catalog.models.identity import ProcedureIdentity
from procedures_catalog.models.kept_text import keep_live_text
from procedures_catalog.models.reference import Sector
from procedures_catalog.models.shared_amount import TakesAmounts
from procedures_catalog.page_context import procedure_context
from procedures_catalog.what_changed import WhatChanged, saying
from vietnamese.days import Span
from vietnamese.fold import fold

_COUNTED = ["valid_to", "sector", "online_level", "found_under", "identity"]
_NAMED = ("title", "twin_note", "code", "identity")
LAYERS = {"national": "Dữ liệu quốc gia", "local": "Danh mục của tỉnh"}


def _stream(block, label: str) -> StreamField:
    return StreamField(block, verbose_name=label, blank=True, default=list)


class ProcedurePage(Findable, TakesAmounts, OnShelf):
    """A procedure. The columns hold the official text; `overlay` holds what the province says instead, part by part.

    `title` is the short name for headings, `official_name` the whole of it. The parts that repeat and nest (steps,
    channels, papers) are streams whose children keep their ids, so each has an address of its own.
    """

    identity = models.OneToOneField(
        ProcedureIdentity, verbose_name="danh tính", on_delete=models.PROTECT, related_name="page", editable=False
    )
    code = models.CharField("mã thủ tục", max_length=60, blank=True, help_text=HELP)
    code_base = models.CharField("mã gốc", max_length=60, db_index=True, editable=False)
    official_name = models.TextField("tên chính thức", max_length=LONGEST_NAME, blank=True)
    decision_number = models.TextField("quyết định công bố", blank=True)
    kind = models.CharField("loại thủ tục", max_length=20, choices=list(PROCEDURE_KINDS.items()), blank=True)
    sector = models.ForeignKey(
        Sector, verbose_name="lĩnh vực", null=True, blank=True, on_delete=models.PROTECT, related_name="procedures"
    )

    steps = _stream(StepsBlock(), "trình tự thực hiện")
    channels = _stream(ChannelsBlock(), "cách thức thực hiện, thời hạn, phí")
    cases = _stream(DossierBlock(), "thành phần hồ sơ")
    results = _stream(TextsBlock(), "kết quả thực hiện")
    receiving_address = models.TextField("địa chỉ tiếp nhận hồ sơ", blank=True)
    conditions = models.TextField("yêu cầu, điều kiện thực hiện", blank=True)
    keywords = models.TextField("từ khóa (dữ liệu quốc gia)", blank=True)
    description = models.TextField(
        "mô tả (dữ liệu quốc gia)", null=True, blank=True, help_text="Để trống khi chỉ chép lại yêu cầu, điều kiện."
    )

    everyday_names = models.TextField(
        "tên gọi thường ngày",
        blank=True,
        help_text="Mỗi dòng một tên mà người dân hay dùng; không in ra như tên chính thức.",
    )
    online_level = models.CharField(
        "mức độ dịch vụ công trực tuyến", max_length=20, choices=list(ONLINE_LEVELS.items()), blank=True, db_index=True
    )
    filing_url = models.URLField("địa chỉ nộp trực tuyến", max_length=500, blank=True)
    reason_partial = models.CharField(
        "lý do chỉ trực tuyến một phần",
        max_length=20,
        choices=list(PARTIAL_REASONS.items()),
        blank=True,
        help_text="Phải công bố khi dịch vụ công chỉ trực tuyến một phần (Nghị định 224/2026/NĐ-CP, Điều 14).",
    )
    reason_partial_basis = models.CharField(
        "quy định của pháp luật về lý do ấy",
        max_length=LONGEST_OWN,
        blank=True,
        help_text="Ví dụ: Điều 18 Luật Hộ tịch.",
    )
    blanks = models.TextField("phần để trống", blank=True, default="", help_text=BLANKS_HELP)
    published_as = models.CharField(
        "công bố ở mức", max_length=4, choices=list(AS.items()), blank=True, default="", help_text=AS_HELP
    )
    overlay = _stream(OverlayBlock(), "nội dung riêng của tỉnh")
    local_decision_number = models.TextField("quyết định công bố của tỉnh", blank=True)
    listed_code = models.CharField("mã trong danh mục của tỉnh", max_length=60, blank=True)
    listed_name = models.TextField("tên trong danh mục của tỉnh", blank=True)
    listed_sector = models.CharField("lĩnh vực trong danh mục của tỉnh", max_length=500, blank=True)

    change_note = models.TextField("thay đổi gì", blank=True, default="", max_length=LONGEST_NOTE)
    change_is_minor = models.BooleanField("sửa nhỏ, không báo", default=False)

    valid_from = models.DateField("có hiệu lực từ ngày", null=True, blank=True)
    valid_to = models.DateField("bãi bỏ từ ngày", null=True, blank=True)
    ending_decision = models.CharField("quyết định bãi bỏ, thay thế", max_length=255, blank=True)
    successor = models.ForeignKey(
        "self",
        verbose_name="được thay bằng",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    layer = models.CharField(
        "nguồn của nội dung", max_length=10, choices=list(LAYERS.items()), default="national", editable=False
    )
    source_was_nfc = models.BooleanField("nguồn viết chữ dựng sẵn", default=True, editable=False)
    original_wordings = models.JSONField("nguyên văn của chỗ đã sửa", default=dict, blank=True, editable=False)
    folded = models.TextField("tên để lọc", blank=True, editable=False)
    sort_name = models.CharField("tên để xếp", max_length=900, blank=True, default="", db_index=True, editable=False)
    twin_note = models.TextField("chỗ khác với thủ tục cùng tên", blank=True, default="", editable=False)
    found_under = models.CharField("cấp nộp hồ sơ", max_length=60, blank=True, default="", editable=False)
    taken_at = models.CharField("phần việc của trung tâm", max_length=8, blank=True, default="", editable=False)

    #: Why nothing of it is told on the day that is asked about (any_day/as_of.py); "" where something is.
    not_told = ""
    search_kind = "procedure"
    called = "thủ tục"
    template = "procedures_catalog/procedure_page.html"
    parent_page_types = ["procedures_catalog.ProcedureShelfPage"]
    subpage_types: list[str] = []
    exclude_fields_in_copy = ["identity"]
    never_in_a_text = (*OnShelf.never_in_a_text, "identity")
    base_form_class = ProcedureForm
    edit_handler = edit_handler()
    search_fields = [
        *Page.search_fields,
        index.SearchField("code"),
        index.SearchField("official_name"),
        index.SearchField("everyday_names"),
        index.AutocompleteField("code"),
        index.FilterField("code_base"),
        index.FilterField("online_level"),
    ]

    class Meta:
        verbose_name = "thủ tục hành chính"
        verbose_name_plural = "thủ tục hành chính"
        # Rows are long; lists and counters read this index alone instead of them.
        indexes = [models.Index(fields=_COUNTED, name="procedure_counters")]

    def __str__(self):
        return f"{self.code} {self.title}"

    @property
    def told_name(self) -> str:
        """The title with what tells it apart from others of its name, for one line of text."""
        return told_name(self.title, self.twin_note)

    def slug_source(self) -> str:
        """The code makes the address unique, the name readable."""
        return f"{self.code} {self.official_name or self.title}"

    def full_clean(self, *args, **kwargs):
        """Fills what follows from other fields before Wagtail checks the page."""
        self.derive()
        super().full_clean(*args, **kwargs)

    def derive(self) -> None:
        """Brings the columns in step that follow from others."""
        self.official_name = self.official_name or self.title
        self.title = self.title or display_name(self.official_name)
        self.code_base = parse_code(self.code).base
        self.sort_name = sort_name(self.title)
        self.folded = fold(" ".join([self.code, self.official_name, *self.everyday_list]))

    def clean(self):
        """Refuses a code that another procedure has, of a draft too: the code would be taken from it at once."""
        super().clean()
        refuse_code(self)

    def unfinished(self) -> dict[str, str]:
        """See `desk/unfinished.py`."""
        return unfinished(self)

    def against_publishing(self) -> str:
        """See `desk/complete/against.py`."""
        return against_publishing(self)

    def is_internal(self) -> bool:
        """Whether it is one between agencies, which is kept and never public."""
        return is_internal(self.code, self.kind)

    def permissions_for_user(self, user) -> ProcedurePermissionTester:
        """What a user may do with it."""
        return ProcedurePermissionTester(user, self)

    def save(self, *args, **kwargs):
        """Gives a new procedure its permanent identity; `procedures_catalog.former_codes` remembers its codes.
        ValidationError for an internal one that would be public, from wherever it is saved."""
        if self.live and self.is_internal() and "live" in (kwargs.get("update_fields") or ("live",)):
            raise ValidationError(NEVER_PUBLIC)
        if self.identity_id is None:
            self.identity = ProcedureIdentity.issue(1)[0]
        give_code(self)
        self.derive()
        note_where(self, named_of(self), receiving_of(self))
        with saying(self._taken_note()):
            super().save(*args, **kwargs)

    def _taken_note(self) -> WhatChanged:
        """What is said of the change that is being saved. A public page keeps none: the next change is another one."""
        said = WhatChanged(self.identity_id, self.change_note, self.change_is_minor)
        if self.live:
            self.change_note, self.change_is_minor = "", False
        return said

    def save_revision(self, *args, **kwargs):
        """A published page that was only imported has no revision: what it says is kept before its first change, to go
        back to, and because Wagtail takes a page without one down when a change of it is scheduled.
        """
        if self.live and not self.live_revision_id:
            self.live_revision = keep_live_text(self)
        return super().save_revision(*args, **kwargs)

    def is_current(self, on: datetime.date) -> bool:
        """Whether the procedure is in force on a day; one that is announced for later counts as current too."""
        return not Span(ends=self.valid_to).has_ended(on)

    @cached_property
    def public_successors(self) -> list["ProcedurePage"]:
        """All that replaced it and everybody may read, in the order of the decision. Two queries, only where something
        did."""
        ended = [(self.identity_id, self.successor_id)]
        return public_successors(ProcedurePage.objects.all(), ended).get(self.identity_id, [])

    def present_levels(self, on: datetime.date) -> tuple[str, ...]:
        """The levels that carry it out on a day, each once."""
        return tuple(dict.fromkeys(row.level for row in self.levels.all() if row.is_in_force(on)))

    @staticmethod
    def named_publicly(identities: Collection[int]) -> Mapping[int, tuple[str, str]]:
        """Identity → name and code of those of these procedures that everybody may read. One query, none for none."""
        if not identities:
            return {}
        pages = published(ProcedurePage.objects.filter(identity__in=identities)).only(*_NAMED)
        return {page.identity_id: (page.told_name, page.code) for page in pages}

    @cached_property
    def everyday_said(self) -> Everyday | None:
        """What people say of it; None where nobody wrote that down. A query, unless it was loaded with all its rows."""
        return words_with(self)

    @property
    def everyday_list(self) -> tuple[str, ...]:
        """The everyday names, one each."""
        return lines_of(self.everyday_names)

    def get_context(self, request, *args, **kwargs):
        """What the page shows of the day that is asked about."""
        context = super().get_context(request, *args, **kwargs)
        if self.not_told:
            return context
        days, hotline = (day_of(request), asked_on(request)), portal_of(request).hotline
        return context | procedure_context(self, settings.WAGTAILADMIN_BASE_URL, hotline, *days)

    @classmethod
    def catalogue(cls) -> ProcedureIndexPage:
        """The page under which procedures live. Raises DoesNotExist on a portal without a catalogue."""
        return ProcedureIndexPage.objects.get()
