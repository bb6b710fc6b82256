"""Who sends a request: his account with what every screen asks of it, read at once."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.models import Group, Permission
from django.db.models import Q

from cms.models import Editor


class AccountBackend(AuthenticationBackend):
    """Allauth's; the account comes with its profile, of which Wagtail asks the language and the look of each screen,
    and all its rights are one question, whether they are its own or its groups'."""

    def get_user(self, user_id: Any) -> Editor | None:
        """The account that may sign in; None where there is none any more."""
        account = Editor.objects.select_related("wagtail_userprofile").filter(pk=user_id).order_by().first()
        return account if account and self.user_can_authenticate(account) else None

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        """As Django answers, "application.right"; a superuser's are asked of Django."""
        if not user_obj.is_active or user_obj.is_superuser or user_obj.is_anonymous or obj is not None:
            return super().get_all_permissions(user_obj, obj)
        if not hasattr(
            user_obj, "_perm_cache"
        ):  # the name under which Django keeps them, and `asked_anew` forgets them
            user_obj._perm_cache = _rights_of(user_obj)
        return user_obj._perm_cache


def _rights_of(account: Editor) -> set[str]:
    own = account.user_permissions.order_by().values("pk")
    of_groups = Group.permissions.through.objects.filter(group__user=account).values("permission")
    given = Permission.objects.order_by().filter(Q(pk__in=own) | Q(pk__in=of_groups))
    return {f"{app}.{name}" for app, name in given.values_list("content_type__app_label", "codename")}
