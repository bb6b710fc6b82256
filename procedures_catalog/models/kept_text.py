"""The text that stood before the first change of an imported page, and what the history calls such lines."""

from wagtail.models import Page, PageLogEntry, Revision

#: What the history calls the line of a text that was kept before its first change.
KEPT = "procedures_catalog.kept"
#: And that of a draft into which an import carried what it had changed; it stays the draft of whoever left it.
CARRIED = "procedures_catalog.carried"
#: And that of a part that an import changed beneath the province's own text.
UNDER_LAYER = "procedures_catalog.under_layer"
#: And that of a shared amount that was published or taken off while the page takes it.
SHARED = "procedures_catalog.shared_amount"


def keep_live_text(page: Page) -> Revision:
    """Keeps what is published as the revision that a first change goes back to."""
    kind = type(page)
    live = kind.objects.get(pk=page.pk)
    revision = super(kind, live).save_revision(changed=False, clean=False, log_action=KEPT)
    PageLogEntry.objects.filter(revision=revision).update(content_changed=True)  # or the history leads not back
    Page.objects.filter(pk=page.pk).update(live_revision=revision)
    return revision
