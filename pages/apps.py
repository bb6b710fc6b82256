"""Names this floor for Django and listens to what is shown around every page and in lists."""

from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save


class PagesConfig(AppConfig):
    """The floor `pages`."""

    name = "pages"
    verbose_name = "Trang"

    def ready(self) -> None:
        """Connects the receivers, says how values are compared; the imports wait until models may be loaded."""
        from wagtail.signals import post_page_move

        from pages import kept
        from pages.desk import comparing
        from pages.site import sites

        comparing.register()
        kept.connect()
        post_page_move.connect(kept.renew, dispatch_uid="pages.kept.moved")
        post_page_move.connect(sites.forget, dispatch_uid="pages.site.moved")
        post_save.connect(sites.forget_if_shown, dispatch_uid="pages.site.saved")
        post_delete.connect(sites.forget_if_shown, dispatch_uid="pages.site.deleted")
