"""Names this floor for Django, says what its rows touch, and listens for what it keeps."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    """The floor `pages`."""

    name = "pages"
    verbose_name = "Trang"

    def ready(self) -> None:
        """Connects the receivers, says how values are compared; the imports wait until models may be loaded."""
        from pages import kept, page_changes, touches
        from pages.desk import comparing
        from pages.site import sites

        comparing.register()
        touches.connect()
        page_changes.connect()
        kept.connect()
        sites.connect()
