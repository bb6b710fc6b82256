"""What the desk knows: who may do what, who did what, what waits for review, what is used where; and its screens."""

import re
from collections.abc import Iterator
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import (
    Comment,
    GroupPagePermission,
    ModelLogEntry,
    Page,
    PageLogEntry,
    ReferenceIndex,
    WorkflowState,
)

from legal_documents.models import LegalDocumentPage
from pages.models import PortalSettings
from posting.models import PostedPaper
from procedures_catalog.models import ProcedurePage, Sector
from search.models import Promotion
from tests.old_portal.doors import HOST, parsed
from tests.old_portal.facts import labelled

_OFFICERS = ("/ban/", "/ban/so/", "/ban/thay-doi/", "/ban/hang-cho/", "/ban/in/da-in/")
_SETTINGS = ("/quan-tri/settings/pages/portalsettings/", "/quan-tri/settings/procedures_catalog/cataloguesettings/")
_BLOCKS = "data-w-block-arguments-value"


def rights() -> dict[str, Any]:
    """Account → what it may do, each right by what the thing is called; and with which pages."""
    accounts = get_user_model().objects.filter(is_superuser=False).order_by("username")
    return {
        account.username: [
            account.first_name,
            account.agency and account.agency.name,
            _groups(account),
            _rights(account),
            _pages(account),
        ]
        for account in accounts
    }


def _groups(account: Any) -> list[Any]:
    pages = GroupPagePermission.objects.filter(group__user=account)
    allowed = sorted(pages.values_list("page__slug", "permission__codename"))
    return [sorted(account.groups.values_list("name", flat=True)), [list(row) for row in allowed]]


def _rights(account: Any) -> list[list[str]]:
    given = (
        Permission.objects.filter(Q(group__user=account) | Q(user=account)).distinct().select_related("content_type")
    )
    return sorted(_right(permission) for permission in given)


def _pages(account: Any) -> dict[str, list[bool]]:
    """What the account may do with each page."""
    asked = ((page, page.permissions_for_user(account)) for page in Page.objects.filter(depth__gt=1).order_by("pk"))
    return {
        f"{page.pk} {page.title}": [may.can_edit(), may.can_publish(), may.can_unpublish(), may.can_lock()]
        for page, may in asked
    }


def _right(permission: Permission) -> list[str]:
    model = permission.content_type.model_class()
    return [permission.codename.partition("_")[0], str(model._meta.verbose_name) if model else "không còn"]


def sectors() -> dict[str, Any]:
    """Who finds the list of fields open at the desk, and the form of one; and the fields."""
    addresses = (_address("list"), _address("edit", Sector.objects.get(slug="den-duoc").pk))
    doors = {name: [_ask(name, path) for path in addresses] for name in ("bientap", "danhmuc", "canbo")}
    rows = Sector.objects.order_by("slug").values_list("slug", "name")
    return {"doors": doors, "sectors": [list(row) for row in rows], "found": _finds()}


def settings_open() -> dict[str, Any]:
    """Who finds the portal's settings open."""
    asked = [(name, path) for name in ("bientap", "danhmuc", "quantri") for path in _SETTINGS]
    return {f"{name} {path}": client(name).get(path, follow=True).status_code for name, path in asked}


def _address(view: str, *key: int) -> str:
    return reverse(Sector.snippet_viewset.get_url_name(view), args=key)


def _ask(username: str, path: str) -> int:
    return client(username).get(path).status_code


def _finds() -> int:
    """How many fields the desk's own search finds by a word without its marks."""
    return client().get(_address("list"), {"q": "duong lang"}).content.decode().count("Cầu đường làng")


def client(username: str = "quantri") -> Client:
    """Somebody's session at the desk, the administrator's where nobody is named."""
    session = Client(raise_request_exception=False, HTTP_HOST=HOST)
    session.force_login(get_user_model().objects.get(username=username))
    return session


def screens() -> dict[str, Any]:
    """Status of the screens on which older things are opened: forms, revisions, histories, reports."""
    desk = client()
    return {path: desk.get(path).status_code for path in _screens()}


def _screens() -> Iterator[str]:
    many = ProcedurePage.objects.get(code="1.900001")
    yield from (f"/quan-tri/pages/{many.pk}/revisions/{pk}/view/" for pk in many.revisions.values_list("pk", flat=True))
    yield from (
        f"/quan-tri/pages/{many.pk}/{screen}/" for screen in ("history", "usage", "revisions/compare/earliest...latest")
    )
    yield from ("/quan-tri/", "/quan-tri/so-niem-yet/", "/quan-tri/bao-cao/to-da-sai/")


def forms() -> dict[str, Any]:
    """Status of forms, and the dates that they show: of what waits, of a revision that is taken back, of promotions."""
    desk = client()
    return {path: _form(desk.get(path)) for path in _forms()}


def _forms() -> Iterator[str]:
    for page in ProcedurePage.objects.filter(has_unpublished_changes=True).order_by("pk"):
        yield f"/quan-tri/pages/{page.pk}/edit/"
    many = ProcedurePage.objects.get(code="1.900001")
    yield f"/quan-tri/pages/{many.pk}/revisions/{many.live_revision_id}/revert/"
    yield from (f"/quan-tri/snippets/search/promotion/edit/{row.pk}/" for row in Promotion.objects.order_by("pk")[:4])


def _form(answer: HttpResponse) -> list[Any]:
    """In boxes, and in what the script draws boxes from."""
    form = parsed(answer).find_all(lambda tag: tag.name == "input" or tag.has_attr(_BLOCKS))
    shown = (f"{tag.get('value', '')} {tag.get(_BLOCKS, '')}" for tag in form)
    dates = [date for text in shown for date in re.findall(r"\b\d\d/\d\d/\d{4}\b", text)]
    return [answer.status_code, *dates]


def history() -> dict[str, Any]:
    """Who did what when: each entry with what it was done to, which is still known."""
    entries = [*PageLogEntry.objects.order_by("timestamp"), *ModelLogEntry.objects.order_by("timestamp")]
    return {f"{entry.timestamp} {entry.action} {entry.label}": [str(entry.user), _known(entry)] for entry in entries}


def _known(entry: Any) -> str:
    model = entry.content_type.model_class()
    return str(model._meta.verbose_name) if model else "không còn"


def reviews() -> list[Any]:
    """What waits for review, and what editors said to each other beside a field that the form still has."""
    waiting = WorkflowState.objects.order_by("pk")
    comments = Comment.objects.order_by("pk")
    return [
        [
            [
                str(state.content_object.title),
                state.status,
                str(state.requested_by),
                state.current_task_state.revision_id,
            ]
            for state in waiting
        ],
        [[comment.text, str(comment.user), _label(comment)] for comment in comments],
        [[comment.text, _label(comment)] for comment in _in_draft()],
    ]


def _in_draft() -> list[Comment]:
    page = ProcedurePage.objects.get(code="1.900001").get_latest_revision_as_object()
    return list(page.wagtail_admin_comments.all())


def _label(comment: Comment) -> str:
    return str(ProcedurePage._meta.get_field(comment.contentpath.partition(".")[0]).verbose_name)


def used() -> dict[str, Any]:
    """Where fields and documents are used, as the desk tells before something is deleted."""
    things = [*Sector.objects.order_by("pk"), *LegalDocumentPage.objects.order_by("pk")]
    return {str(thing): sorted(_uses(thing)) for thing in things}


def _uses(thing: Model) -> Iterator[list[str]]:
    for reference in ReferenceIndex.get_references_to(thing):
        source = reference.content_type.get_object_for_this_type(pk=reference.object_id)
        yield [str(source), reference.describe_source_field()]


def settings() -> dict[str, Any]:
    """The names and contacts of the portal."""
    return labelled(PortalSettings.objects.get())


def left_over() -> list[str]:
    """Kinds of things that the portal has names and rights for and the code knows no more."""
    types = ContentType.objects.exclude(app_label="wagtailsearch")  # each database has other tables for it
    return sorted(str(each) for each in types if each.model_class() is None)


def officers() -> dict[str, Any]:
    """Which papers an officer meets on each screen."""
    desk = client("canbo")
    tags = list(PostedPaper.objects.order_by("tag").values_list("tag", flat=True))
    answers = {
        path: desk.get(path) for path in ("/ban/", "/ban/so/", "/ban/thay-doi/", "/ban/hang-cho/", "/ban/in/da-in/")
    }
    return {path: [answer.status_code, *_named(tags, answer)] for path, answer in answers.items()}


def _named(tags: list[str], answer: HttpResponse) -> list[str]:
    text = answer.content.decode()
    return [tag for tag in tags if tag in text]


QUESTIONS = {
    "rights": rights,
    "sectors": sectors,
    "settings open": settings_open,
    "screens": screens,
    "forms": forms,
    "left over": left_over,
    "officers' screens": officers,
    "history": history,
    "reviews": reviews,
    "used": used,
    "settings": settings,
}
