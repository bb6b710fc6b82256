"""The rows of a procedure that lists are filtered and counted by: levels, agencies, applicants, legal bases."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from agencies.models.dated import Dated, DatedQuerySet
from procedures_catalog.facts.vocabulary import AGENCY_ROLES, LEVELS
from procedures_catalog.models.procedure import LAYERS, ProcedurePage
from procedures_catalog.models.reference import ApplicantKind


class ProcedureLevel(Dated, Orderable):
    """One level of government that carries the procedure out, for as long as it does."""

    page = ParentalKey(ProcedurePage, on_delete=models.CASCADE, related_name="levels")
    level = models.CharField("cấp thực hiện", max_length=20, choices=list(LEVELS.items()), db_index=True)
    decision = models.CharField("theo quyết định", max_length=255, blank=True)
    layer = models.CharField("nguồn", max_length=10, choices=list(LAYERS.items()), default="national")

    objects = DatedQuerySet.as_manager()

    class Meta(Orderable.Meta):
        verbose_name = "cấp thực hiện"
        verbose_name_plural = "cấp thực hiện"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=True)
                | models.Q(valid_from__isnull=True)
                | models.Q(valid_to__gt=models.F("valid_from")),
                name="level_ends_after_it_begins",
                violation_error_message="Ngày kết thúc phải từ ngày bắt đầu trở đi.",
            )
        ]


class ProcedureAgency(Orderable):
    """An agency in one of its roles. `name` is the official text's wording; `registered` our registry's entry."""

    page = ParentalKey(ProcedurePage, on_delete=models.CASCADE, related_name="agencies")
    role = models.CharField("vai trò", max_length=20, choices=list(AGENCY_ROLES.items()), default="executing")
    name = models.TextField("tên cơ quan như văn bản ghi", blank=True)
    registered = models.ForeignKey(
        "agencies.Agency", verbose_name="cơ quan", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta(Orderable.Meta):
        verbose_name = "cơ quan"
        verbose_name_plural = "cơ quan"


class ProcedureApplicant(Orderable):
    """One kind of applicant."""

    page = ParentalKey(ProcedurePage, on_delete=models.CASCADE, related_name="applicants")
    kind = models.ForeignKey(ApplicantKind, verbose_name="đối tượng", on_delete=models.PROTECT, related_name="+")

    class Meta(Orderable.Meta):
        verbose_name = "đối tượng thực hiện"
        verbose_name_plural = "đối tượng thực hiện"


class ProcedureLegalBasis(Orderable):
    """A document that the procedure rests on: its number and title, and the document's page once it is held."""

    page = ParentalKey(ProcedurePage, on_delete=models.CASCADE, related_name="legal_bases")
    title = models.TextField("tên văn bản", blank=True)
    number = models.TextField("số, ký hiệu", null=True, blank=True)
    document = models.ForeignKey(
        "legal_documents.LegalDocumentPage",
        verbose_name="văn bản trên cổng",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta(Orderable.Meta):
        verbose_name = "căn cứ pháp lý"
        verbose_name_plural = "căn cứ pháp lý"
