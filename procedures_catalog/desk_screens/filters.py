"""What the desk's list of procedures can be narrowed by: each of its columns, and the province's own layer."""

from collections.abc import Sequence

import django_filters
from django import forms
from django.db.models import Exists, OuterRef, Q
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.models import PageQuerySet

from agencies.day import asked_on
from procedures_catalog.desk_screens.coming import changing_by_day
from procedures_catalog.desk_screens.kept_back import gone_astray, kept_back_for
from procedures_catalog.desk_screens.legal_bases import ENDING_DAYS, resting_on
from procedures_catalog.desk_screens.rows import lacking, with_layer
from procedures_catalog.desk_screens.states import STATES, in_states
from procedures_catalog.desk_screens.under_layer import changed_under_layer
from procedures_catalog.facts.complete.rules import RULES, TIERS
from procedures_catalog.facts.scope.scope import REASONS
from procedures_catalog.facts.vocabulary import LEVELS, NEAREST_FIRST
from procedures_catalog.models import EverydayWords, ProcedureAgency, ProcedureLevel, ProcedurePage, Sector
from procedures_catalog.presenting.gaps import ASKED
from procedures_catalog.store.judged import judge_anew
from procedures_catalog.store.without_code import waits_for_code
from vietnamese.fold import fold

LAYER = (("yes", "Có nội dung riêng của tỉnh"), ("no", "Chỉ có nội dung quốc gia"))
DRAFTS = (("mine", "Của tôi"), ("people", "Do người soạn"), ("import", "Do nhập dữ liệu"))
BELOW = (("changed", "Trung ương vừa đổi phần đang bị che"),)
COMING = (("tomorrow", "Tự đổi vào ngày mai"), ("week", "Tự đổi trong 7 ngày tới"))
LAW = (("expired", "Có văn bản đã hết hiệu lực"), ("ending", f"Có văn bản hết hiệu lực trong {ENDING_DAYS} ngày tới"))
KEPT_BACK = [
    *((reason, f"{meaning[:1].upper()}{meaning[1:]}") for reason, meaning in REASONS.items()),
    ("none", "Không bị giữ lại, chờ xem và công bố"),
]
ASTRAY = (("yes", "Nay là của tỉnh khác, không rõ tỉnh, hoặc trống"),)
WORDS = (("none", "Chưa có lời người dân, đang công bố"),)
CODE = (("none", "Chưa có mã quốc gia, còn hiệu lực"),)
_LONGEST_NAME = 200


def _several(label: str, choices: Sequence[tuple[str, str]], method: str) -> django_filters.MultipleChoiceFilter:
    return django_filters.MultipleChoiceFilter(
        label=label, choices=choices, method=method, widget=forms.CheckboxSelectMultiple
    )


def _one(label: str, choices: Sequence[tuple[str, str]], method: str) -> django_filters.ChoiceFilter:
    return django_filters.ChoiceFilter(
        label=label, choices=choices, method=method, empty_label="Tất cả", widget=forms.RadioSelect
    )


class ProcedureFilterSet(WagtailFilterSet):
    """Of several values of one filter any may hold; of several filters all must."""

    sector = django_filters.ModelChoiceFilter(label="Lĩnh vực", queryset=Sector.objects.all(), empty_label="Tất cả")
    level = _several("Cấp thực hiện", [(key, LEVELS[key]) for key in NEAREST_FIRST], "on_levels")
    office = django_filters.CharFilter(
        label="Cơ quan phụ trách, thực hiện", max_length=_LONGEST_NAME, method="of_office"
    )
    state = _several("Tình trạng", list(STATES.items()), "in_state")
    draft = _one("Bản nháp", DRAFTS, "with_draft")
    missing = _several("Còn thiếu", list(ASKED.items()), "without_answer")
    tier = _one("Mức", list(TIERS.items()), "of_tier")
    gap = _several("Phần còn trống", [(rule.key, rule.label) for rule in RULES], "with_gap")
    layer = _one("Nội dung của tỉnh", LAYER, "with_or_without_layer")
    below = _one("Dưới nội dung của tỉnh", BELOW, "changed_below")
    law = _one("Căn cứ pháp lý", LAW, "on_law")
    coming = _one("Đổi theo ngày đã ghi", COMING, "by_day")
    astray = _one("Đang công bố mà lần nhập không tự công bố", ASTRAY, "published_astray")
    kept = _one("Lần nhập giữ lại, không công bố", KEPT_BACK, "kept_back")
    code = _one("Mã quốc gia", CODE, "without_code")
    words = _one("Lời người dân", WORDS, "without_words")
    updated = django_filters.DateFromToRangeFilter(
        label="Ngày cập nhật", field_name="latest_revision_created_at", widget=DateRangePickerWidget
    )

    class Meta:
        model = ProcedurePage
        fields: list[str] = []

    def on_levels(self, pages: PageQuerySet, _name: str, chosen: list[str]) -> PageQuerySet:
        """Those that one of the levels carries out today."""
        rows = ProcedureLevel.objects.in_force(asked_on(self.request)).filter(page=OuterRef("pk"), level__in=chosen)
        return pages.filter(Exists(rows)) if chosen else pages

    def of_office(self, pages: PageQuerySet, _name: str, typed: str) -> PageQuerySet:
        """Those of which an agency that is in charge or carries them out has the typed words in its name."""
        rows = ProcedureAgency.objects.filter(role="executing")
        names = rows.order_by().values_list("name", flat=True).distinct()
        meant = [name for name in names if fold(typed) in fold(name)]
        executing = Exists(rows.filter(page=OuterRef("pk"), name__in=meant))
        return pages.filter(executing | Q(agency__in=_agencies_named(typed)))

    def in_state(self, pages: PageQuerySet, _name: str, chosen: list[str]) -> PageQuerySet:
        """Those in one of the states."""
        return in_states(pages, chosen, asked_on(self.request)) if chosen else pages

    def with_draft(self, pages: PageQuerySet, _name: str, source: str) -> PageQuerySet:
        """Those with changes that are not published, from this source."""
        writer = Q(latest_revision__user=self.request.user) if source == "mine" else Q()
        unsigned = Q(latest_revision__user__isnull=source != "people") if source != "mine" else Q()
        return pages.filter(writer, unsigned, has_unpublished_changes=True)

    def without_answer(self, pages: PageQuerySet, _name: str, chosen: list[str]) -> PageQuerySet:
        """Those whose published text lacks one of the answers."""
        found = [lacking(ProcedurePage.objects.all(), key).values("pk") for key in chosen]
        wanted = Q()
        for rows in found:
            wanted |= Q(pk__in=rows)
        return pages.filter(wanted)

    def of_tier(self, pages: PageQuerySet, _name: str, tier: str) -> PageQuerySet:
        """Those of which citizens read just this much."""
        judge_anew(asked_on(self.request))
        return pages.filter(judged__tier=tier)

    def with_gap(self, pages: PageQuerySet, _name: str, chosen: list[str]) -> PageQuerySet:
        """Those that neither tell nor explain one of the parts."""
        if not chosen:
            return pages
        judge_anew(asked_on(self.request))
        wanted = Q()
        for key in chosen:  # no key is part of another
            wanted |= Q(judged__gaps__contains=key)
        return pages.filter(wanted)

    def on_law(self, pages: PageQuerySet, _name: str, kind: str) -> PageQuerySet:
        """Those that rest on a document which has expired or soon will, among the published."""
        return resting_on(pages.live(), kind, asked_on(self.request))

    def by_day(self, pages: PageQuerySet, _name: str, key: str) -> PageQuerySet:
        """Those of the published that something written down before changes soon by its day alone."""
        return changing_by_day(pages, key, asked_on(self.request))

    def changed_below(self, pages: PageQuerySet, _name: str, _value: str) -> PageQuerySet:
        """Those of which the state changed what the province's text hides, and nobody has looked since."""
        return changed_under_layer(pages)

    def kept_back(self, pages: PageQuerySet, _name: str, reason: str) -> PageQuerySet:
        """Those that are not public and that no import publishes for this reason, or that nothing keeps back."""
        return kept_back_for(pages, "" if reason == "none" else reason, asked_on(self.request))

    def without_code(self, pages: PageQuerySet, _name: str, _value: str) -> PageQuerySet:
        """Those that have no national code yet and have not ended."""
        return pages.filter(waits_for_code(asked_on(self.request)))

    def without_words(self, pages: PageQuerySet, _name: str, _value: str) -> PageQuerySet:
        """Those that are public and of which nothing is written down that people say."""
        written = EverydayWords.objects.published().exclude(names="", situations="", questions="")
        return pages.live().exclude(identity__in=written.values("identity"))

    def published_astray(self, pages: PageQuerySet, _name: str, _value: str) -> PageQuerySet:
        """Those that are public although no import would publish them any more."""
        return gone_astray(pages, asked_on(self.request))

    def with_or_without_layer(self, pages: PageQuerySet, _name: str, value: str) -> PageQuerySet:
        """Those with or without the province's own text."""
        return with_layer(pages).filter(has_overlay=value == "yes")


def _agencies_named(typed: str) -> list[int]:
    rows = ProcedurePage.objects.filter(agency__isnull=False).order_by()
    owners = rows.values_list("agency", "agency__name").distinct()
    return [number for number, name in owners if fold(typed) in fold(name)]
