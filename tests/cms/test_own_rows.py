"""What an editor's list hides, no address opens: all addresses of snippets, asked by an editor of another agency."""

import datetime
from collections.abc import Callable, Iterator

import pytest
from django.db.models import Model
from django.test import Client, RequestFactory
from django.urls import URLResolver, get_resolver
from wagtail.snippets.models import get_snippet_models
from wagtail.snippets.views.snippets import SnippetViewSet

from agencies.models import Agency
from cms.access.upkeep import ensure_access
from cms.models import Editor
from search.models import UnansweredQuestion
from tests.cms.desk.form import opened_with
from tests.editors import in_role

pytestmark = pytest.mark.django_db

SECRET = "câu hỏi của sở khác"


def _question(agency: Agency | None) -> UnansweredQuestion:
    day = datetime.date(2026, 11, 1)
    return UnansweredQuestion.objects.create(question=f"{SECRET} {agency}", asked=3, agency=agency, last_asked=day)


#: How to make a row of an agency's, for each kind whose list is narrowed. A new kind has to be added here.
MAKERS: dict[type[Model], Callable[[Agency | None], Model]] = {UnansweredQuestion: _question}


@pytest.fixture
def editor(portal) -> Editor:
    """Of the Department of Kites, with all that an editor and a reviewer may do."""
    ensure_access()
    editor = Editor.objects.create_user("bien-tap", agency=Agency.objects.create(name="Sở Diều", kind="department"))
    in_role(editor, "Biên tập viên", "Người duyệt")
    return editor


@pytest.fixture
def desk(editor) -> Client:
    client = Client()
    client.force_login(editor)
    return client


@pytest.fixture
def other(portal) -> Agency:
    return Agency.objects.create(name="Sở Sáo", kind="department")


def _narrowed(editor: Editor) -> list[SnippetViewSet]:
    request = RequestFactory().get("/")
    request.user = editor
    viewsets = [model.snippet_viewset for model in get_snippet_models()]
    return [each for each in viewsets if "WHERE" in str(getattr(each.get_queryset(request), "query", ""))]


def _patterns(resolver, before: str = "", names: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    for each in resolver.url_patterns:
        address = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from _patterns(each, address, (*names, each.namespace or ""))
        else:
            yield names, address


def _addresses(viewset: SnippetViewSet, row: Model) -> Iterator[str]:
    """Every address that names the row, and those that name rows of any kind by application and model."""
    own = {viewset.get_admin_url_namespace(), viewset.get_chooser_admin_url_namespace()}
    for names, pattern in _patterns(get_resolver()):
        if own & set(names) and ("pk" in pattern or own - {viewset.get_admin_url_namespace()} & set(names)):
            yield "/" + pattern.replace("<str:pk>", str(row.pk)).replace("<int:revision_id>", "1")
    label = f"{row._meta.app_label}/{row._meta.model_name}"
    for written in (f"{row.pk}", f"{row.pk}%20", f"%2B{row.pk}", f"{row.pk}.0", "all"):
        yield f"/quan-tri/bulk/{label}/delete/?id={written}"
    yield f"/quan-tri/snippets/choose/{label}/chosen-multiple/?id={row.pk}"


def test_the_kinds_of_rows_that_belong_to_an_agency_are_all_tried(editor):
    assert {viewset.model for viewset in _narrowed(editor)} == set(MAKERS)


def test_no_address_opens_or_changes_what_the_list_hides(desk, editor, other):
    opened = []
    for viewset in _narrowed(editor):
        row = MAKERS[viewset.model](other)
        before = viewset.model.objects.values().get(pk=row.pk)
        for address in sorted(set(_addresses(viewset, row))):
            for response in (desk.get(address), desk.post(address, {"state": "done", "agency": "", "id": row.pk})):
                if response.status_code not in (403, 404, 405) or SECRET in response.content.decode():
                    opened.append((address, response.request["REQUEST_METHOD"], response.status_code))
        assert viewset.model.objects.values().get(pk=row.pk) == before
    assert opened == []


def test_what_the_list_shows_can_be_opened_and_changed(desk, editor):
    for row in (_question(editor.agency), _question(None)):
        address = f"/quan-tri/snippets/search/unansweredquestion/edit/{row.pk}/"
        assert SECRET in desk.get(address).content.decode()
        changed = {"state": "done", "sector": "", "agency": editor.agency.pk, "note": "đã thêm từ"}
        assert desk.post(address, changed | opened_with(desk, address)).status_code == 302
        row.refresh_from_db()
        assert row.state == "done"


def test_lists_and_files_show_only_what_is_ones_own(desk, other):
    _question(other)
    for query in ("", "?q=hỏi", "?export=csv"):
        response = desk.get(f"/quan-tri/snippets/search/unansweredquestion/{query}")
        body = b"".join(response.streaming_content) if response.streaming else response.content
        assert response.status_code == 200
        assert SECRET not in body.decode()


def test_the_provinces_desk_opens_them_all(admin_client, other):
    row = _question(other)
    assert SECRET in admin_client.get(f"/quan-tri/snippets/search/unansweredquestion/edit/{row.pk}/").content.decode()
