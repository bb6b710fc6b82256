"""Who signs in and out, and who tried in vain, stands in the log; what was typed does not."""

import pytest
from django.test import Client

from audit.models import LogRow
from audit.verifying import verify
from cms.models import Editor
from cms.sign_in.handler import MOST_NOTED
from cms.sign_in.sessions.own import end_sessions
from tests.cms.sign_in.conftest import DOOR, PASSWORD
from tests.editors import with_application

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("accounts")]


def rows() -> list[tuple]:
    return list(LogRow.objects.order_by("number").values_list("action", "actor_name", "name", "address"))


def test_signing_in_and_out_is_told_with_the_account_and_its_network(trying):
    client = Client()
    trying("canbo", PASSWORD, client=client, address="2001:db8:1:2:3::4")
    client.post("/ban/dang-xuat/", headers={"x-forwarded-for": "192.0.2.9"})
    assert rows() == [
        ("sign_in", "canbo", "canbo", "2001:db8:1:2::/64"),
        ("sign_out", "canbo", "canbo", "192.0.2.9/32"),
    ]
    assert verify().fault is None


def test_a_wrong_password_is_told_of_the_account_that_was_meant(trying):
    trying("canbo")
    row = LogRow.objects.get()
    assert (row.action, row.actor, row.actor_name) == ("sign_in.wrong", None, "")
    assert (row.kind, row.key, row.name) == ("cms.editor", str(Editor.objects.get(username="canbo").pk), "canbo")


def test_a_name_that_no_account_has_may_be_a_password_and_is_not_written(trying):
    trying("Mat-khau-cua-toi-2026", "Bi-mat-khac-2026")
    assert LogRow.objects.get().name == ""
    assert "2026" not in str(LogRow.objects.values_list("name", "changes", "details", "actor_name").get())


def test_tries_that_are_refused_are_told_but_nobody_fills_the_log_with_them(trying):
    for _ in range(5 + 3 * MOST_NOTED):
        trying("canbo")
    actions = list(LogRow.objects.values_list("action", flat=True))
    assert (actions.count("sign_in.wrong"), actions.count("sign_in.refused")) == (5, MOST_NOTED)


def test_a_wrong_code_behind_the_right_password_is_told_of_the_account():
    editor = Editor.objects.get(username="canbo")
    with_application(editor)
    client = Client()
    client.post(DOOR, {"login": "canbo", "password": PASSWORD})
    client.post("/tai-khoan/dang-nhap/buoc-hai/", {"code": "000000"})
    row = LogRow.objects.get(action="sign_in.wrong_factor")
    assert (row.kind, row.key) == ("cms.editor", str(editor.pk))


def test_sessions_that_are_ended_from_elsewhere_are_told_with_their_number():
    editor = Editor.objects.get(username="canbo")
    for _ in range(2):
        Client().post(DOOR, {"login": "canbo", "password": PASSWORD})
    end_sessions(editor)
    end_sessions(editor)
    assert [row.said for row in LogRow.objects.filter(action="session.end")] == [{"removed": 2}]
