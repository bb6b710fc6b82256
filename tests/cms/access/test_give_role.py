"""At the machine a role is given and taken by name, and the log tells of it."""

import pytest
from django.core.management import CommandError, call_command

from agencies.models import Agency, Role
from audit.acting import Acting, passing
from audit.models import LogRow
from cms.access.giving import roles_of
from cms.models import Editor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


@pytest.fixture
def lan() -> Editor:
    """An account, and a department."""
    Agency.objects.create(name="Sở Gió", kind="department", identifier="H50.12", slug="so-gio")
    return Editor.objects.create_user("lan", "lan@tinh.example")


@pytest.mark.parametrize("account", ["lan", "lan@tinh.example", "LAN@tinh.example"])
@pytest.mark.parametrize("agency", ["H50.12", "so-gio", "Sở Gió"])
def test_it_is_given_and_taken_by_any_of_the_names(lan, account, agency, capsys):
    call_command("give_role", account, "writer", agency)
    assert roles_of(lan) == [(Role.WRITER, Agency.objects.get())]
    call_command("give_role", account, "writer", agency, "--take")
    assert roles_of(lan) == []
    assert capsys.readouterr().out.splitlines() == [
        "Đã giao vai trò Soạn thảo (Sở Gió): lan.",
        "Đã thôi giao vai trò Soạn thảo (Sở Gió): lan.",
    ]


def test_without_an_agency_it_is_of_the_whole_portal(lan):
    call_command("give_role", "lan", "keeper")
    assert roles_of(lan) == [(Role.KEEPER, None)]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("minh", "writer"), "Không có tài khoản minh"),
        (("lan", "writer", "Sở Mây"), "Không có cơ quan Sở Mây"),
        (("lan", "keeper", "so-gio"), "là của toàn cổng"),
        (("lan", "writer", "so-gio", "--take"), "không có vai trò ấy"),
        (("lan", "king"), "king"),
    ],
)
def test_what_is_not_there_is_said_and_nothing_is_done(lan, words, said):
    with pytest.raises(CommandError, match=said):
        call_command("give_role", *words)
    assert roles_of(lan) == []


def test_without_a_role_everything_is_taken_if_that_is_said(lan, capsys):
    call_command("give_role", "lan", "writer", "so-gio")
    call_command("give_role", "lan", "keeper")
    with pytest.raises(CommandError, match="Hãy ghi vai trò"):
        call_command("give_role", "lan")
    assert len(roles_of(lan)) == 2
    call_command("give_role", "lan", "--take")
    assert roles_of(lan) == []
    assert capsys.readouterr().out.splitlines()[-1] == "Đã thôi giao mọi vai trò và quyền: lan."


def test_a_name_that_is_anothers_address_means_none(lan):
    Editor.objects.create_user("lan@tinh.example")
    with pytest.raises(CommandError, match="Có nhiều tài khoản"):
        call_command("give_role", "lan@tinh.example", "writer")


def test_the_log_tells_whom_and_what(lan):
    with passing(Acting(command="give_role")):
        call_command("give_role", "lan", "writer", "so-gio")
    told = LogRow.objects.filter(kind="cms.editor", changes__contains="Soạn thảo – Sở Gió")
    assert [(row.name, row.command) for row in told] == [("lan", "give_role")]
