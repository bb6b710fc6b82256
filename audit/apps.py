"""Names this floor for Django, has the database guard the log's rows, and listens for what is done."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AuditConfig(AppConfig):
    """The floor `audit`."""

    name = "audit"
    verbose_name = "Nhật ký"

    def ready(self) -> None:
        """Puts the guards up after every migration; imports wait for the models."""
        from audit.guards import raise_guards
        from audit.listening import commands, revisions, sign_in, wagtail_log

        post_migrate.connect(raise_guards, sender=self, dispatch_uid="audit.guards")
        commands.connect()
        revisions.connect()
        sign_in.connect()
        wagtail_log.connect()
