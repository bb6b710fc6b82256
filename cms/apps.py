"""Names this floor for Django."""

from django.apps import AppConfig
from django.conf import settings
from django.db.models.signals import post_migrate
from wagtail.users.apps import WagtailUsersAppConfig


class CmsConfig(AppConfig):
    """The floor `cms`."""

    default = True
    name = "cms"
    verbose_name = "Bàn biên tập"

    def ready(self) -> None:
        """The folders of the portal's data must be there before anything is opened in them; what the desk writes only
        for convenience hinders nobody; rights get their names; a start without static files is told.
        """
        from cms import checks
        from cms.desk import passing_writes, rows, sessions
        from cms.desk.permission_names import name_permissions

        settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
        passing_writes.connect()
        rows.connect()
        sessions.connect()
        checks.connect()
        post_migrate.connect(name_permissions, dispatch_uid="cms.name_permissions")


class EditorsConfig(WagtailUsersAppConfig):
    """Wagtail's screens for accounts, with our form."""

    user_viewset = "cms.editors.EditorViewSet"
