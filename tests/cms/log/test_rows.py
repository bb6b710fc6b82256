"""Whatever rows the desk changes stand in the log with both values; secrets and words of citizens do not."""

import datetime

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Collection, GroupPagePermission, Page, PageViewRestriction, Site
from wagtail.test.utils.form_data import querydict_from_html

from agencies.models import Agency
from audit.acting import Acting, Actor, passing
from audit.listening.rows import is_watched
from audit.models import LogRow
from audit.verifying import verify
from cms.log.watched import UNWATCHED
from cms.models import Editor
from pages.models import PortalSettings
from pages.taking_off import because
from search.models import SynonymRule, UnansweredQuestion
from tests.cms.desk.rows.test_guard import ROWS

pytestmark = pytest.mark.django_db


@pytest.fixture
def way(portal):
    """An administrator acts."""
    with passing(Acting(actor=lambda: Actor(1, "quantri"))) as taken:
        yield taken


def last() -> LogRow:
    return LogRow.objects.order_by("-number").first()


def test_every_model_is_listened_to_or_has_a_reason_not_to_be():
    every = {model._meta.label: model for model in apps.get_models() if not issubclass(model, Page)}
    assert UNWATCHED.keys() <= every.keys() | {"wagtailsearch.SQLiteFTSIndexEntry"}
    assert {label for label, model in every.items() if not is_watched(model)} == UNWATCHED.keys() & every.keys()


@pytest.mark.parametrize("model", [model for model in ROWS if model is not Site], ids=lambda model: model.__name__)
def test_every_form_of_the_desk_leaves_a_row_with_both_values(admin_client, portal, settings, tmp_path, model):
    settings.MEDIA_ROOT = tmp_path / "media"
    row, field = ROWS[model][0](), ROWS[model][1]
    before = str(getattr(row, field))
    with passing(Acting(actor=lambda: Actor(1, "quantri"))):
        setattr(row, field, "Gió mới")
        row.save()
    assert (last().action, last().key) == ("row.change", str(row.pk))
    assert last().changed[field] == (before if before != "None" else "", "Gió mới")
    assert verify().fault is None


def test_a_settings_form_tells_one_row_with_the_account(admin_client, portal):
    site = Site.objects.get()
    address = reverse("wagtailsettings:edit", args=["pages", "portalsettings", site.pk])
    admin_client.get(address)
    form = querydict_from_html(admin_client.get(address).content.decode(), form_id="w-editor-form").dict()
    seen = LogRow.objects.count()
    assert admin_client.post(address, form | {"hotline": "0210 111"}).status_code == 302
    (row,) = LogRow.objects.filter(number__gt=seen)
    assert (row.action, row.kind, row.actor_name) == ("row.change", "pages.portalsettings", "admin")
    assert row.changed == {"hotline": ("", "0210 111")}


def test_making_somebody_an_administrator_is_told_in_words(way):
    lan = Editor.objects.create_user("lan", password="mat-khau-cua-lan")
    lan.is_superuser = True
    lan.save()
    assert last().changed == {"is_superuser": ("không", "có")}


def test_roles_and_rights_tell_what_came_and_what_went(way):
    lan, group = Editor.objects.create_user("lan"), Group.objects.create(name="Thả diều")
    right = Permission.objects.get(codename="add_agency")
    lan.groups.add(group)
    assert (last().kind, last().name, last().changed) == ("cms.editor", "lan", {"groups": ("", "Thả diều")})
    group.permissions.add(right)
    assert last().changed == {"permissions": ("", str(right))}
    lan.groups.clear()
    assert last().changed == {"groups": ("Thả diều", "")}
    group.user_set.add(lan)
    assert (last().kind, last().changed) == ("auth.group", {"user_set": ("", "lan")})
    on = GroupPagePermission.objects.create(
        group=group, page=Page.objects.get(depth=1), permission=Permission.objects.get(codename="publish_page")
    )
    assert last().name.startswith("Thả diều – ")
    assert last().changed["page"][1]
    on.delete()
    assert (last().action, last().changed["group"]) == ("row.delete", ("Thả diều", ""))


def test_a_password_is_never_written_down(way):
    lan = Editor.objects.create_user("lan", password="mat-khau-cua-lan")
    before = lan.password
    lan.set_password("mat-khau-moi-cua-lan")
    lan.save()
    assert last().changed == {"password": ("•••", "•••")}
    closed = {"restriction_type": "password", "password": "mở-ra"}
    with because("Bảng giá đã cũ.", timezone.now()):
        PageViewRestriction.objects.create(page=Page.objects.get(depth=2), **closed)
    text = str(list(LogRow.objects.values()))
    assert before not in text
    assert lan.password not in text
    assert "mở-ra" not in text


def test_what_a_citizen_asked_is_not_in_the_log(way):
    question = UnansweredQuestion.objects.create(question="tôi tên là Lan", last_asked=datetime.date(2026, 11, 1))
    question.note, question.question = "đã trả lời", "tôi tên là Minh"
    question.save()
    assert last().changed["note"] == ("", "đã trả lời")
    question.delete()
    assert "tôi tên là" not in str(list(LogRow.objects.values()))


def test_a_deleted_row_leaves_what_it_said(way):
    rule = SynonymRule.objects.create(everyday="sổ đỏ", official="giấy chứng nhận")
    rule.delete()
    assert (last().action, last().changed["everyday"]) == ("row.delete", ("sổ đỏ", ""))


def test_a_save_that_changes_nothing_and_a_reader_leave_no_row(portal, client):
    with passing(Acting(actor=lambda: Actor(1, "quantri"))):
        agency = Agency.objects.create(name="Sở Gió", kind="department")
        agency.save()
    assert LogRow.objects.count() == 1
    with passing(Acting()):
        agency.phone = "111"
        agency.save()
        Collection.get_first_root_node().add_child(name="Tệp")
    assert LogRow.objects.count() == 1


def test_an_agency_and_what_is_of_an_agency_are_told_as_its_own(way):
    agency = Agency.objects.create(name="Sở Gió", kind="department")
    assert last().agency == agency.pk
    Editor.objects.create_user("lan", agency=agency)
    assert last().agency == agency.pk


def test_settings_of_a_site_have_a_name(way):
    PortalSettings.for_site(Site.objects.get()).save()
    assert "object (" not in str(LogRow.objects.values_list("name", flat=True))
