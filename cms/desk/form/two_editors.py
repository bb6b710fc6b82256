"""Two forms of one page: whether a form is older than what has been saved since, and both texts side by side."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.dateparse import parse_datetime
from wagtail.admin.forms.pages import WagtailAdminPageForm
from wagtail.models import Page, PageLogEntry, Revision

from cms.models import Editor
from procedures_catalog.models.kept_text import CARRIED, KEPT


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the form: its label, what was saved there meanwhile and what is typed there now, as HTML with the
    changes marked; None where nothing changed."""

    label: str
    theirs: str | None
    mine: str | None

    @property
    def is_both(self) -> bool:
        """Whether both changed it, so that one of the two will be lost."""
        return bool(self.theirs and self.mine)


@dataclass(frozen=True, slots=True)
class Clash:
    """The newer version that stands against a form, and the places that differ."""

    newer: Revision
    places: tuple[Place, ...]
    is_own: bool
    is_import: bool


def newer_revision(page: Page, user: Editor, sent: Mapping[str, str]) -> Revision | None:
    """The newest version that was saved since the form was opened, by whomever: one person has two windows, too.

    A form says which version it was opened with. One that does not was opened before the first version, or was not
    made by the desk at all: then every version is newer. What only keeps the text that stood there before the first
    change is nobody's change, and what this form itself saved by itself is known to it.
    """
    kept = PageLogEntry.objects.filter(page=page.pk, action=KEPT, revision__isnull=False).values("revision")
    others = page.revisions.exclude(pk__in=kept).exclude(pk=_number(sent, "overwrite_revision_id"), user=user)
    opened = _opened(page, sent)
    return (others.filter(created_at__gt=opened) if opened else others).order_by("created_at", "pk").last()


def newer_draft(page: Page, version: Revision) -> Revision | None:
    """The draft that would be given up if an earlier version were brought back; None where the newest text is public
    or is that version."""
    draft = page.latest_revision if page.has_unpublished_changes else None
    return draft if draft and draft != version else None


def is_another_text(page: Page, newer: Revision, form: WagtailAdminPageForm, sent: Mapping[str, str]) -> bool:
    """Whether the newer version differs, in what the form holds, from the one that it was opened with."""
    base = _base(page, sent)
    if base is None:
        return True
    names = {*form.fields, *form.formsets} & {*newer.content, *base.content}
    return any(base.content[name] != newer.content[name] for name in names)


def clash(page: Page, newer: Revision, form: WagtailAdminPageForm, request: HttpRequest) -> Clash:
    """Both texts. `form` is valid; what is typed in it is put into its page, which is not saved."""
    mine = _as_kept(form.save(commit=False))
    theirs = newer.as_object()
    base = _base(page, request.POST)
    before = base.as_object() if base else _public(page)
    changes = partial(_changes, form, request)
    their_changes, my_changes = changes(before, theirs), changes(before, mine)
    if not their_changes:
        their_changes, my_changes = {}, changes(theirs, mine)
    labels = dict.fromkeys([*their_changes, *my_changes])
    places = tuple(Place(label, their_changes.get(label), my_changes.get(label)) for label in labels)
    return Clash(newer, places, newer.user_id == request.user.pk, came_by_import(newer.pk))


def came_by_import(revision: int) -> bool:
    """Whether an import brought a change into what somebody had left waiting; it is saved under that person's name."""
    return PageLogEntry.objects.filter(revision=revision, action=CARRIED).exists()


def _opened(page: Page, sent: Mapping[str, str]) -> datetime | None:
    try:
        moment = parse_datetime(sent.get("loaded_revision_created_at", ""))
    except ValueError:
        moment = None
    loaded = _loaded(page, sent).values_list("created_at", flat=True).first()
    return (moment if moment and moment.tzinfo else None) or loaded


def _loaded(page: Page, sent: Mapping[str, str]) -> QuerySet[Revision]:
    return page.revisions.filter(pk=_number(sent, "loaded_revision_id"))


def loaded_number(sent: Mapping[str, str]) -> int | None:
    """The number of the version that a form says it was opened with."""
    return _number(sent, "loaded_revision_id") or None


def _number(sent: Mapping[str, str], name: str) -> int:
    """The number of a version; 0, which none has, for whatever else was sent."""
    text = sent.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 19 else 0


def _base(page: Page, sent: Mapping[str, str]) -> Revision | None:
    """The version that the form was opened with; None when it is unknown or was written over since (autosave)."""
    loaded = _loaded(page, sent).first()
    return loaded if loaded and loaded.created_at == _opened(page, sent) else None


def _public(page: Page) -> Page:
    """What stood there before the first version: the page itself."""
    return type(page).objects.get(pk=page.pk)


def _as_kept(page: Page) -> Page:
    """The page as it would be read again after saving."""
    return page.with_content_json(json.loads(json.dumps(page.serializable_data(), cls=DjangoJSONEncoder)))


def _changes(form: WagtailAdminPageForm, request: HttpRequest, before: Page, after: Page) -> dict[str, str]:
    """Label → the change as HTML, told by the comparison that the page's form brings."""
    panel = type(after).get_edit_handler().get_bound_panel(instance=after, request=request, form=form)
    compared = [each(before, after) for each in panel.get_comparison()]
    return {str(each.field_label()): each.htmldiff() for each in compared if each.has_changed()}
