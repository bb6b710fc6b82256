"""Names this floor for Django, says what its rows touch, and listens for what it keeps."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    """The floor `pages`."""

    name = "pages"
    verbose_name = "Trang"

    def ready(self) -> None:
        """Connects the receivers, says how values are compared; the imports wait until models may be loaded."""
        from audit.things import belongs, thing
        from pages import kept, page_changes, taking_off, touches
        from pages.desk import comparing
        from pages.files import replaced
        from pages.files.access import also_shown
        from pages.four_eyes import gate
        from pages.guests import links
        from pages.guests.drafts import guest_may_have
        from pages.links import held, on_pages
        from pages.models import PageReview
        from pages.shelves import news
        from pages.site import sites

        comparing.register()
        replaced.connect()
        gate.connect()
        taking_off.connect()
        touches.connect()
        page_changes.connect()
        kept.connect()
        sites.connect()
        on_pages.connect()
        held.connect()
        links.connect()
        also_shown(guest_may_have)
        news.connect()
        belongs(PageReview, lambda review: thing(review.page.specific).agency)
