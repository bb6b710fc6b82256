"""The desk's form of a page, in which the address may be left empty and a draft may be unfinished."""

from wagtail.admin.forms.pages import WagtailAdminPageForm

from pages.desk.brought_in import REFUSED, is_brought_in
from pages.desk.chosen import show_chosen


class PageForm(WagtailAdminPageForm):
    """An empty slug is no fault: the page makes one from its title when it is saved."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
        for formset in self.formsets.values():
            show_chosen(formset)

    def is_valid(self) -> bool:
        """As Wagtail says; and nothing that is closed to who fills it in may be brought into the page."""
        if not super().is_valid():
            return False
        rows = [form.instance for formset in self.formsets.values() for form in formset.forms if form.has_changed()]
        if is_brought_in(self.for_user, self.instance, rows):
            self.add_error(None, REFUSED)
        return not self.errors

    def _post_clean(self) -> None:
        """What only a published page must be is not asked of a draft."""
        self.instance.may_be_unfinished = self.is_deferred_validation
        super()._post_clean()
