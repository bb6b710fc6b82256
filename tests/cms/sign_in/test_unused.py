"""An account that nobody uses is disabled after 45 days and says why; whoever is needed to enable it stays."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from audit.acting import Acting, passing
from audit.models import LogRow
from cms.models import Editor
from cms.sign_in.unused import disable_unused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
DAYS = 45


def account(name: str, seen: int | None, made: int = 100, **more) -> Editor:
    """One that was made and last seen so many days ago."""
    editor = Editor.objects.create_user(name, password="mot-mat-khau-dai", **more)
    now = timezone.now()
    Editor.objects.filter(pk=editor.pk).update(
        date_joined=now - timedelta(days=made), last_login=None if seen is None else now - timedelta(days=seen)
    )
    return editor


def disabled(days: int = 0) -> list[str]:
    return [editor.username for editor in disable_unused(timezone.now() + timedelta(days=days), DAYS)]


def test_nobody_has_signed_in_for_longer():
    account("moi-vao", seen=44)
    account("lau-roi", seen=46)
    account("chua-bao-gio", seen=None)
    account("moi-lap", seen=None, made=3)
    assert disabled() == ["lau-roi", "chua-bao-gio"]
    assert disabled() == []
    assert set(Editor.objects.filter(is_active=False).values_list("username", flat=True)) == {"lau-roi", "chua-bao-gio"}


def test_enabled_again_it_is_counted_anew():
    editor = account("lau-roi", seen=100)
    disabled()
    Editor.objects.filter(pk=editor.pk).update(is_active=True)
    assert disabled() == []
    assert disabled(days=44) == []
    assert disabled(days=46) == ["lau-roi"]


def test_of_the_administrators_the_one_who_was_there_last_stays():
    account("mot", seen=200, is_superuser=True)
    account("hai", seen=100, is_superuser=True)
    assert disabled() == ["mot"]


def test_whoever_comes_back_reads_why(client):
    account("lau-roi", seen=100)
    disabled()
    told = client.post("/tai-khoan/dang-nhap/", {"login": "lau-roi", "password": "mot-mat-khau-dai"}, follow=True).text
    assert "lâu không có ai đăng nhập" in told
    assert timezone.localdate().strftime("%d/%m/%Y") in told


def test_the_command_names_them_and_the_log_tells_of_each(capsys):
    editor = account("lau-roi", seen=100)
    with passing(Acting(command="disable_unused")):
        call_command("disable_unused")
    assert capsys.readouterr().out == "Đã khóa 1 tài khoản: lau-roi.\n"
    row = LogRow.objects.filter(kind="cms.editor", key=str(editor.pk)).latest("number")
    assert row.changed["is_active"] == ("có", "không")
