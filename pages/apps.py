"""Names this floor for Django and listens to what is shown around every page."""

from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save


class PagesConfig(AppConfig):
    """The floor `pages`."""

    name = "pages"
    verbose_name = "Trang"

    def ready(self) -> None:
        """Connects the receivers, says how values are compared; the imports wait until models may be loaded."""
        from wagtail.signals import post_page_move

        from pages import chrome, comparing

        comparing.register()
        post_page_move.connect(chrome.forget, dispatch_uid="pages.chrome.moved")
        post_save.connect(chrome.forget_if_shown, dispatch_uid="pages.chrome.saved")
        post_delete.connect(chrome.forget_if_shown, dispatch_uid="pages.chrome.deleted")
