"""Whatever citizens see and one person may change at once is taken back in one step: each kind, whether it was made,
changed or deleted. A new kind has to be made here."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.db.models import Model
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, CollectionViewRestriction, DraftStateMixin, Page, PageViewRestriction, Site

from agencies.models import AdministrativeUnit, Agency, AgencySuccession, CounterDay, UnitSuccession
from audit.acting import Acting, Actor, passing
from audit.listening.rows import is_watched
from audit.models import LogRow
from audit.reading.kept import is_kept
from audit.verifying import verify
from cms.log.at_once import is_seen_at_once, seen_at_once
from cms.models import Editor
from cms.undo.going_back import undo
from cms.undo.turns import press_of
from pages.models.reviewed import ReviewedRow
from pages.taking_off import because
from procedures_catalog.models import (
    CatalogueSettings,
    ChangeNote,
    FormVersion,
    LegacyAddress,
    LibraryForm,
    ProcedureIdentity,
    PublishedVersion,
)
from tests.cms.desk.rows.test_guard import ROWS, WRITTEN
from tests.consequences.test_every_model import is_said, models

pytestmark = pytest.mark.django_db

BY_ITSELF = "the portal writes it by itself, nobody edits it"
ITS_OWN_LEDGER = "a commune's ledger of its papers, where each line is struck out"
IN_ITS_PAGE = "a part of a page, whose drafts another publishes"
#: Model that citizens see → why one person does not change it at the desk.
EXCUSED = {
    "pages.OutgoingLink": BY_ITSELF,
    "search.PendingEntry": BY_ITSELF,
    "posting.PostedPaper": ITS_OWN_LEDGER,
    "posting.PaperItem": ITS_OWN_LEDGER,
    "procedures_catalog.PublishedVersion": BY_ITSELF,
}
_DAY = datetime.date(2026, 11, 24)
_MOMENT = datetime.datetime(2026, 11, 24, 8, tzinfo=datetime.UTC)


def _agency() -> Agency:
    return Agency.objects.create(name="Sở Diều", kind="department")


def _form_version() -> Model:
    return FormVersion.objects.create(form=LibraryForm.objects.create(key="ct02", number="CT02"), label="cũ")


def _note() -> Model:
    identity = ProcedureIdentity.issue(1)[0]
    version = PublishedVersion.objects.create(identity=identity, number=1, noted_at=_MOMENT, title="Thả diều")
    return ChangeNote.objects.create(version=version, text="Thủ tục mới", proposed="Thủ tục mới", parts="new")


#: What stands in no form of its own → how it is made, and a field with another value.
MADE: dict[type[Model], tuple[Callable[[], Model], str, Any]] = {
    AgencySuccession: (
        lambda: AgencySuccession.objects.create(predecessor=_agency(), kind="abolished", date=_DAY),
        "decision",
        "QĐ 2",
    ),
    UnitSuccession: (
        lambda: UnitSuccession.objects.create(
            predecessor=AdministrativeUnit.objects.create(code="99997", name="Xã Sáo", kind="commune"),
            kind="abolished",
            date=_DAY,
        ),
        "decision",
        "QĐ 2",
    ),
    CounterDay: (
        lambda: CounterDay.objects.create(agency=_agency(), begins=_DAY, kind="closed", reason="Hội diều"),
        "reason",
        "Hội sáo",
    ),
    FormVersion: (_form_version, "label", "mới"),
    ChangeNote: (_note, "text", "Nay phải có dây"),
    LegacyAddress: (lambda: LegacyAddress.objects.create(host="cu.vn", path="/1"), "code", "1.000"),
    PageViewRestriction: (
        lambda: PageViewRestriction.objects.create(page=Page.objects.get(depth=2), restriction_type="login"),
        "restriction_type",
        "groups",
    ),
    CollectionViewRestriction: (
        lambda: CollectionViewRestriction.objects.create(
            collection=Collection.get_first_root_node().add_child(name="Kín"), restriction_type="login"
        ),
        "restriction_type",
        "groups",
    ),
    Redirect: (lambda: Redirect.objects.create(old_path="/dieu", redirect_link="/moi/"), "redirect_link", "/khac/"),
    Site: (lambda: Site.objects.create(hostname="dieu.vn", root_page=Page.objects.get(depth=2)), "site_name", "Diều"),
}
KINDS = sorted(seen_at_once(), key=lambda model: model._meta.label)
#: Settings have one row each, which the portal makes.
MADE_ONCE = {CatalogueSettings}


def made(model: type[Model]) -> tuple[Model, str, Any]:
    """A row, and what another person writes into it."""
    if model in MADE:
        make, field, value = MADE[model]
        return make(), field, value
    make, field = ROWS[model]
    return make(), field, WRITTEN.get(field, ("Gió mới",))[0]


def stored(model: type[Model], key: Any) -> dict[str, Any]:
    """All columns of a row but what tells which version it has."""
    row = model._base_manager.filter(pk=key).values().first() or {}
    return {name: value for name, value in row.items() if name != "latest_revision_id"}


@pytest.fixture
def editor(portal, settings, tmp_path) -> Editor:
    """Who acts; files lie in a folder of the test's."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return Editor.objects.create_superuser("lan")


def do(editor: Editor, what: Callable[[], Any]) -> None:
    """One press, with the reason that closing a page needs."""
    with because("Bảng giá đã cũ.", _MOMENT), passing(Acting(actor=lambda: Actor(editor.pk, "lan", None))):
        what()


def take_back(editor: Editor, model: type[Model], key: Any) -> None:
    """Takes the last change of a row back."""
    row = LogRow.objects.filter(kind=model._meta.label_lower, key=str(key), action__startswith="row.")[0]
    do(editor, lambda: undo(press_of(row), editor))


def test_what_citizens_see_has_drafts_or_is_taken_back_in_one_step():
    seen = {label: model for label, model in models().items() if is_said(model) or is_seen_at_once(model)}
    reviewed = {label for label, model in seen.items() if issubclass(model, Page | ReviewedRow | DraftStateMixin)}
    in_one_step = {label for label, model in seen.items() if is_kept(model) and is_watched(model)}
    assert seen.keys() - reviewed - in_one_step == seen.keys() & EXCUSED.keys()
    assert EXCUSED.keys() <= models().keys()


def test_every_kind_is_tried():
    assert set(KINDS) <= MADE.keys() | ROWS.keys()


@pytest.mark.parametrize("model", KINDS, ids=lambda model: model._meta.label)
def test_a_change_is_taken_back_to_the_letter_and_the_step_too(editor, model):
    row, field, value = made(model)
    row = model._base_manager.get(pk=row.pk)
    before = stored(model, row.pk)
    setattr(row, field, value)
    do(editor, row.save)
    after = stored(model, row.pk)
    assert after != before
    take_back(editor, model, row.pk)
    assert stored(model, row.pk) == before
    take_back(editor, model, row.pk)
    assert stored(model, row.pk) == after
    assert verify().fault is None


@pytest.mark.parametrize(
    "model", [each for each in KINDS if each not in MADE_ONCE], ids=lambda model: model._meta.label
)
def test_what_was_made_goes_and_what_was_deleted_comes_back(editor, model):
    rows: list[Model] = []
    do(editor, lambda: rows.append(made(model)[0]))
    key = rows[0].pk
    before = stored(model, key)
    take_back(editor, model, key)
    assert not stored(model, key)
    take_back(editor, model, key)
    assert stored(model, key) == before
