"""Editors of the tests' own, signed in at the desk, with a second factor where a test is about that; and a second
person, since nobody publishes what he wrote."""

import time
from typing import Any

from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.test import Client

from agencies.models import Agency, Role
from cms.access.carrying_over import MEANT
from cms.access.giving import give
from cms.access.upkeep import ensure_access
from cms.models import Editor

#: What the groups of before were called, which the desk's roles of the whole portal stand for.
ROLES = ("Biên tập viên", "Người duyệt")
OFFICERS = "Cán bộ một cửa"
STEP = 30  # seconds that a code of a telephone lasts


def signed_in(role: str) -> Client:
    """A browser in which somebody has signed in with what this group of before meant, for the whole portal."""
    ensure_access()
    return browser_of(in_role(Editor.objects.create_user(f"nguoi-{role}"), role))


def in_role(editor: Editor, *groups: str) -> Editor:
    """Gives somebody what these groups of before meant, for the whole portal; as the database has him now."""
    for group in groups:
        for role in MEANT[group]:
            give(editor, role)
    return Editor.objects.get(pk=editor.pk)


def member(role: Role, agency: Agency | None = None, name: str = "") -> Editor:
    """Somebody who works for an agency and has one role for it; without an agency, for the whole portal."""
    editor = Editor.objects.create_user(name or f"{role.value}-{agency.pk if agency else 'portal'}", agency=agency)
    give(editor, role, agency)
    return Editor.objects.get(pk=editor.pk)


def browser_of(editor: Editor) -> Client:
    """A browser in which he has signed in."""
    client = Client()
    client.force_login(editor)
    return client


def with_application(editor: Editor) -> str:
    """Gives the account a second factor by an application on a telephone; its secret, for `code_of`."""
    secret = generate_totp_secret()
    TOTP.activate(editor, secret)
    return secret


def code_of(secret: str, late: float = 0) -> str:
    """What a telephone shows whose clock is so many seconds behind."""
    return format_hotp_value(hotp_value(secret, int(time.time() - late) // STEP))


def published_by_another(row: Any) -> Any:
    """Somebody else than whoever wrote it publishes what waits on a page or a row; the row as it is then."""
    another, _ = Editor.objects.get_or_create(username="nguoi-thu-hai", defaults={"is_superuser": True})
    rows = type(row)._base_manager
    rows.get(pk=row.pk).latest_revision.publish(user=another)
    return rows.get(pk=row.pk)


def saved_over(row: Any, **typed: Any) -> Any:
    """Whoever wrote the draft of a page or a row types on, and the form saves by itself; the revision, of the same
    number."""
    held = type(row)._base_manager.get(pk=row.pk)
    newest, draft = held.latest_revision, held.get_latest_revision_as_object()
    for name, value in typed.items():
        setattr(draft, name, value)
    return draft.save_revision(user=newest.user, overwrite_revision=newest, clean=False)
