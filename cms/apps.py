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
        for convenience hinders nobody; rights get their names; the log listens to rows; rights follow shelves and
        agencies, and what an agency has not published lies behind walls; a start without static files is told.
        """
        from cms import checks
        from cms.access import following, many_shelves
        from cms.access.deputies import door as deputies
        from cms.access.walls import connecting as walls
        from cms.desk import passing_writes, sessions
        from cms.desk.guests import letters
        from cms.desk.permission_names import name_permissions
        from cms.desk.rows import autosave, guard, versions
        from cms.four_eyes import (
            front_page_approval,
            history,
            returned,
            row_form,
            second_pair,
            shared_facts,
            taking_off,
        )
        from cms.log import watched
        from cms.refusals import broken_forms, sentences
        from cms.sign_in.factor import listening
        from cms.sign_in.keys import telling as keys
        from cms.sign_in.sessions import binding
        from cms.undo import screens as undo_screens

        settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
        many_shelves.connect()
        passing_writes.connect()
        guard.connect()
        autosave.connect()
        versions.connect()
        row_form.connect()
        front_page_approval.connect()
        returned.connect()
        second_pair.connect()
        taking_off.connect()
        shared_facts.connect()
        history.connect()
        sessions.connect()
        watched.connect()
        letters.connect()
        following.connect()
        deputies.connect()
        walls.connect()
        checks.connect()
        listening.connect()
        binding.connect()
        keys.connect()
        undo_screens.connect()
        broken_forms.connect()
        sentences.connect()
        post_migrate.connect(name_permissions, dispatch_uid="cms.name_permissions")


class EditorsConfig(WagtailUsersAppConfig):
    """Wagtail's screens for accounts, with our form."""

    user_viewset = "cms.editors.EditorViewSet"
