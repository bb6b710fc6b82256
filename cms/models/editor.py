"""Editor: the person who signs in to the desk; a citizen never has an account."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef
from django.db.models.functions import Lower
from django.utils.functional import cached_property
from wagtail.models import GroupApprovalTask
from wagtail.search import index

TAKEN = "Đã có tài khoản khác mang địa chỉ thư {0}. Mỗi địa chỉ chỉ của một tài khoản; không có thì để trống."


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

    #: From when it is counted anew that nobody signs in, after it was disabled for that and enabled again.
    counted_from = models.DateTimeField(null=True, editable=False)
    #: When it was disabled because nobody had signed in for long; stays until it is counted anew.
    unused_at = models.DateTimeField("bị khóa vì lâu không dùng", null=True, editable=False)
    #: The next day on which rights that he has for another, or has no more, begin or end by themselves.
    rights_turn_on = models.DateField(null=True, editable=False)

    search_fields = [
        index.SearchField("get_full_name"),
        index.AutocompleteField("username"),
        index.AutocompleteField("email"),
    ]

    def get_full_name(self) -> str:
        """The family name first, as Vietnamese names are written; "" when neither is known."""
        return f"{self.last_name} {self.first_name}".strip()

    def named(self) -> str:
        """His name, else what he signs in with."""
        return self.get_full_name() or self.get_username()

    @cached_property
    def _group_approval_task_checks(self) -> dict[int, bool]:
        """Step of a workflow → whether he may take it. Wagtail keeps it here, too, and asks for each step by itself."""
        mine = GroupApprovalTask.groups.through.objects.filter(
            groupapprovaltask=OuterRef("pk"), group__in=self.groups.all()
        )
        return dict(GroupApprovalTask.objects.values_list("pk", Exists(mine)))

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **more: Any) -> None:
        """ValidationError for an address that another account bears: the province's sign-in finds accounts by it."""
        if self.email and (update_fields is None or "email" in update_fields):
            self.refuse_taken_address()
        super().save(*args, update_fields=update_fields, **more)

    def refuse_taken_address(self) -> None:
        """ValidationError where somebody else has it, in whatever letters."""
        if Editor.objects.filter(email__iexact=self.email).exclude(pk=self.pk).exists():
            raise ValidationError(TAKEN.format(self.email), code="taken_address")

    class Meta:
        verbose_name = "tài khoản"
        verbose_name_plural = "tài khoản"
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                condition=~models.Q(email=""),
                name="one_account_an_address",
                violation_error_message="Đã có tài khoản khác mang địa chỉ thư này.",
            )
        ]
