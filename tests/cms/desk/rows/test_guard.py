"""Two forms of one thing that is no page: at every address of the desk where one is edited, the second reads both
texts instead of writing over the first."""

import datetime
from collections.abc import Callable, Iterator

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.db.models import Model
from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from wagtail.admin.views.generic import EditView
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.settings.forms import SitePermissionForm
from wagtail.contrib.settings.models import BaseSiteSetting
from wagtail.contrib.settings.registry import registry
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, Site, Task, Workflow
from wagtail.test.utils.form_data import querydict_from_html

from agencies.models import AdministrativeUnit, Agency, CommonDay
from cms.access.upkeep import ensure_access
from cms.desk.rows.guard import NOT_SAVED, OPENED, OVER
from cms.models import Editor
from pages.models import NewsIndexPage, PortalSettings
from procedures_catalog.models import (
    ApplicantKind,
    CatalogueSettings,
    EverydayWords,
    LibraryForm,
    OwnerRule,
    ProcedureIdentity,
    Sector,
    SharedAmount,
)
from search.models import HiddenSuggestion, Promotion, ReferralAnswer, SynonymRule, UnansweredQuestion

pytestmark = pytest.mark.django_db


def _file() -> Model:
    return get_document_model().objects.create(title="Diều", file=ContentFile(b"%PDF-", "a.pdf"))


def _image() -> Model:
    return get_image_model().objects.create(title="Diều", file=get_test_image_file())


def _promotion() -> Model:
    return Promotion.objects.create(questions="diều", page=NewsIndexPage.objects.get())


def _question() -> Model:
    return UnansweredQuestion.objects.create(question="diều ở đâu", last_asked=datetime.date(2026, 11, 1))


#: The model of a form → how a row of it is made, and a field that both write into.
ROWS: dict[type[Model], tuple[Callable[[], Model], str]] = {
    AdministrativeUnit: (
        lambda: AdministrativeUnit.objects.create(code="99998", name="Xã Gió", kind="commune"),
        "name",
    ),
    Agency: (lambda: Agency.objects.create(name="Sở Gió", kind="department"), "name"),
    CommonDay: (
        lambda: CommonDay.objects.create(begins=datetime.date(2026, 11, 24), kind="closed", reason="Ngày hội diều"),
        "reason",
    ),
    ApplicantKind: (lambda: ApplicantKind.objects.create(name="Người thả diều", slug="tha-dieu"), "name"),
    Sector: (lambda: Sector.objects.create(name="Diều", slug="dieu"), "name"),
    HiddenSuggestion: (lambda: HiddenSuggestion.objects.create(words="diều lậu"), "note"),
    Promotion: (_promotion, "questions"),
    SynonymRule: (lambda: SynonymRule.objects.create(everyday="sổ gió", official="giấy gió", marks="agree"), "note"),
    UnansweredQuestion: (_question, "note"),
    ReferralAnswer: (
        lambda: ReferralAnswer.objects.create(
            title="Diều hỏng", answer="Thợ diều sửa.", place="Xưởng diều", names="diều hỏng\ndiều rách"
        ),
        "place",
    ),
    Editor: (lambda: Editor.objects.create_user("lan", "lan@xa.vn", last_name="Lê", first_name="Lan"), "last_name"),
    Group: (lambda: Group.objects.create(name="Thả diều"), "name"),
    Site: (lambda: Site.objects.get(), "site_name"),
    Redirect: (lambda: Redirect.objects.create(old_path="/dieu", redirect_link="/moi/"), "redirect_link"),
    Collection: (lambda: Collection.get_first_root_node().add_child(name="Tệp diều"), "name"),
    Workflow: (lambda: Workflow.objects.first(), "name"),
    LibraryForm: (lambda: LibraryForm.objects.create(key="ct01", number="CT01"), "name"),
    get_document_model(): (_file, "title"),
    get_image_model(): (_image, "title"),
    EverydayWords: (lambda: EverydayWords.objects.create(identity=ProcedureIdentity.issue(1)[0]), "names"),
    SharedAmount: (
        lambda: SharedAmount.objects.create(name="Phí diều", amount=8_000, legal_basis="12/2025/NQ-HĐND"),
        "note",
    ),
    OwnerRule: (lambda: OwnerRule.objects.create(executing_name="Gió", owner=ROWS[Agency][0]()), "executing_name"),
    PortalSettings: (lambda: PortalSettings.for_site(Site.objects.get()), "hotline"),
    CatalogueSettings: (CatalogueSettings.load, "communes_receive_citation"),
}

TASK = "wagtailadmin_workflows:edit_task"
#: What both write where a telephone number will not do.
WRITTEN = {"redirect_link": ("https://lan.vn/", "https://minh.vn/")}


def registered(patterns: list, namespaces: tuple[str, ...] = ()) -> Iterator[tuple[str, URLPattern]]:
    """The addresses at which a row is edited, each with its name."""
    for each in patterns:
        if isinstance(each, URLResolver):
            yield from registered(each.url_patterns, (*namespaces, *filter(None, [each.namespace])))
        elif issubclass(getattr(each.callback, "view_class", object), EditView):
            yield ":".join((*namespaces, each.name)), each


def addresses() -> Iterator[tuple[str, URLPattern, type[Model]]]:
    """The same, with the model whose rows are edited there: of the one address of all settings, each of them."""
    for name, pattern in registered(get_resolver().url_patterns):
        view = pattern.callback.view_class(**pattern.callback.view_initkwargs)
        if name == TASK:  # its name is fixed: see below
            continue
        several = registry if name == "wagtailsettings:edit" else [view.model]
        yield from ((name, pattern, model) for model in several)


def _address(name: str, pattern: URLPattern, row: Model) -> str:
    known = {"app_name": row._meta.app_label, "model_name": row._meta.model_name}
    if isinstance(row, BaseSiteSetting):
        known["pk"] = row.site_id
    if "revision_id" in pattern.pattern.converters:
        known["revision_id"] = row.save_revision().pk
    return reverse(name, kwargs={each: known.get(each, row.pk) for each in pattern.pattern.converters})


def _form(shown: HttpResponse) -> dict[str, str]:
    return querydict_from_html(shown.content.decode(), form_id="w-editor-form").dict()


def _ticked(shown: HttpResponse) -> dict[str, str]:
    """What the tick sends by which one writes over what another has saved in the same place."""
    tick = BeautifulSoup(shown.content, "html.parser").select_one(f"input[type=checkbox][name={OVER}]")
    return {OVER: tick["value"]}


def _stored(row: Model, field: str) -> str:
    stored = type(row)._base_manager.get(pk=row.pk)
    return str(getattr(stored.get_latest_revision_as_object() if hasattr(stored, "live") else stored, field))


@pytest.fixture
def row(portal, settings, tmp_path, request) -> Model:
    """A row of the model that the test is about."""
    settings.MEDIA_ROOT = tmp_path / "media"
    ensure_access()
    return ROWS[request.param][0]()


ALL = [pytest.param(name, pattern, model, id=f"{name} {model.__name__}") for name, pattern, model in addresses()]


@pytest.mark.parametrize(("name", "pattern", "row"), ALL, indirect=["row"])
def test_at_every_address_the_second_reads_both_texts(admin_client, name, pattern, row):
    field = next(field for model, (_, field) in ROWS.items() if isinstance(row, model))
    first, second = WRITTEN.get(field, ("0210 111", "0210 222"))
    address = _address(name, pattern, row)
    one, other = _form(admin_client.get(address)), _form(admin_client.get(address))
    assert admin_client.post(address, one | {field: first}).status_code == 302
    for stale in (other | {field: second}, {key: text for key, text in one.items() if key != OPENED} | {field: second}):
        answer = admin_client.post(address, stale)
        assert answer.status_code == 409
        assert NOT_SAVED in answer.content.decode()
        assert _stored(row, field) == first
        both = BeautifulSoup(answer.content, "html.parser").select_one(".both-texts__table").get_text(" ")
        assert first in both
        assert second in both
        again = _form(answer)
        assert again[field].strip() == second
    pressed = admin_client.post(address, again)
    assert (pressed.status_code, _stored(row, field)) == (409, first)
    assert admin_client.post(address, _form(pressed) | _ticked(pressed)).status_code == 302
    assert _stored(row, field) == second


def test_who_touched_other_places_loses_nobodys_text_with_the_second_press(admin_client, portal):
    row = ROWS[Agency][0]()
    address = reverse(Agency.snippet_viewset.get_url_name("edit"), args=[row.pk])
    one, other = _form(admin_client.get(address)), _form(admin_client.get(address))
    admin_client.post(address, one | {"address": "Số 1", "valid_to": "30/06/2027"})
    refused = admin_client.post(address, other | {"phone": "0210 222"})
    again = _form(refused)
    assert (refused.status_code, again["address"], again["phone"], again["valid_to"]) == (
        409,
        "Số 1",
        "0210 222",
        "30/06/2027",
    )
    assert OVER not in refused.content.decode()
    assert admin_client.post(address, again).status_code == 302
    assert (_stored(row, "address"), _stored(row, "phone")) == ("Số 1", "0210 222")


def test_a_tick_for_a_text_that_has_changed_again_writes_over_nothing(admin_client, portal):
    row = ROWS[Agency][0]()
    address = reverse(Agency.snippet_viewset.get_url_name("edit"), args=[row.pk])
    one, other = _form(admin_client.get(address)), _form(admin_client.get(address))
    admin_client.post(address, one | {"phone": "0210 111"})
    refused = admin_client.post(address, other | {"phone": "0210 222"})
    admin_client.post(address, _form(admin_client.get(address)) | {"phone": "0210 333"})
    assert admin_client.post(address, _form(refused) | _ticked(refused)).status_code == 409
    assert _stored(row, "phone") == "0210 333"


def test_the_groups_of_a_task_are_guarded_too(admin_client, portal):
    task = Task.objects.first().specific
    others = [str(Group.objects.create(name=name).pk) for name in ("Tổ một", "Tổ hai")]
    address = reverse(TASK, args=[task.pk])
    one = _form(admin_client.get(address))
    assert admin_client.post(address, one | {"groups": others[0]}).status_code == 302
    answer = admin_client.post(address, one | {"groups": others[1]})
    assert answer.status_code == 409
    both = BeautifulSoup(answer.content, "html.parser").select_one(".both-texts__table").get_text(" ")
    assert "Tổ một" in both
    assert "Tổ hai" in both
    assert [group.name for group in task.groups.all()] == ["Tổ một"]


def test_the_sites_whose_settings_a_group_may_change_are_guarded_too(admin_client, portal):
    group, site = Group.objects.create(name="Tổ một"), Site.objects.get()
    address = reverse("wagtailusers_groups:edit", args=[group.pk])
    one = _form(admin_client.get(address))
    place = next(
        f"{each.prefix}-sites"
        for each in admin_client.get(address).context["permission_panels"]
        if isinstance(each, SitePermissionForm)
    )
    assert admin_client.post(address, one | {place: str(site.pk)}).status_code == 302
    answer = admin_client.post(address, one)
    assert answer.status_code == 409
    assert str(site) in BeautifulSoup(answer.content, "html.parser").select_one(".both-texts__table").get_text(" ")
    assert group.site_permissions.get().site == site


def test_a_wrong_form_that_is_put_right_knows_no_more_than_before(admin_client, portal):
    row = ROWS[Agency][0]()
    address = reverse(Agency.snippet_viewset.get_url_name("edit"), args=[row.pk])
    one, other = _form(admin_client.get(address)), _form(admin_client.get(address))
    admin_client.post(address, one | {"phone": "0210 111"})
    wrong = admin_client.post(address, other | {"name": "", "phone": "0210 222"})
    assert wrong.status_code == 200
    assert admin_client.post(address, _form(wrong) | {"name": row.name}).status_code == 409
    assert _stored(row, "phone") == "0210 111"


def test_what_both_wrote_alike_is_no_clash_and_what_nobody_touched_is_not_asked(admin_client, portal):
    row = ROWS[Agency][0]()
    address = reverse(Agency.snippet_viewset.get_url_name("edit"), args=[row.pk])
    one = _form(admin_client.get(address))
    for _ in range(2):
        assert admin_client.post(address, one | {"phone": "0210 111"}).status_code == 302


def test_a_save_by_the_browser_itself_knows_afterwards_what_it_saved(admin_client, portal):
    row = ROWS[SynonymRule][0]()
    address = reverse(SynonymRule.snippet_viewset.get_url_name("edit"), args=[row.pk])
    form, stale = _form(admin_client.get(address)), _form(admin_client.get(address))
    for note in ("một", "hai"):
        told = admin_client.post(address, form | {"note": note}, headers={"accept": "application/json"}).json()
        form[OPENED] = told["field_updates"][OPENED]
    assert _stored(row, "note") == "hai"
    refused = admin_client.post(address, stale | {"note": "ba"}, headers={"accept": "application/json"})
    assert (refused.status_code, refused.json()["error_code"]) == (400, "invalid_revision")


def test_both_read_the_last_day_that_each_of_them_wrote(admin_client, portal):
    row = ROWS[Agency][0]()
    address = reverse(Agency.snippet_viewset.get_url_name("edit"), args=[row.pk])
    one, other = _form(admin_client.get(address)), _form(admin_client.get(address))
    assert admin_client.post(address, one | {"valid_to": "30/06/2027"}).status_code == 302
    answer = admin_client.post(address, other | {"valid_to": "31/12/2027"})
    both = BeautifulSoup(answer.content, "html.parser").select_one(".both-texts__table").get_text(" ")
    assert "30/06/2027" in both
    assert "31/12/2027" in both
