"""Who asks the matrix, and what an answer means."""

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client
from django.urls import reverse

from agencies.models import Role
from cms.models import Editor
from tests.cms.access.matrix.world import Commune

#: Letter → who it is: of the first commune. N is nobody, S the administrator of the portal.
LETTERS: Mapping[str, Role | None] = {
    "N": None,
    "O": Role.OFFICER,
    "W": Role.WRITER,
    "C": Role.CHECKER,
    "P": Role.PUBLISHER,
    "U": Role.UNIT_ADMIN,
    "S": None,
}
#: What says that somebody may not.
_NO = (403, 404, 405, 429)


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether one was let in, what was said, and whether anything of the other commune's has changed by it."""

    is_open: bool
    text: str
    has_changed: bool


def browser_of(letter: str, number: int = 1) -> Client:
    """The browser of who a letter stands for."""
    client = Client(raise_request_exception=False)
    if letter == "S":
        client.force_login(Editor.objects.create_superuser("sieu"))
    elif role := LETTERS[letter]:
        client.force_login(Editor.objects.get(username=f"{role.value}-{number}"))
    return client


def ask(client: Client, method: str, address: str, others: Commune) -> Answer:
    """Asks once; nothing that it does remains."""
    kept = copy.deepcopy(client.cookies)
    with transaction.atomic():
        before = others.state() if method == "post" else None
        response = getattr(client, method)(address)
        text = _text(response)
        changed = before is not None and others.state() != before
        transaction.set_rollback(True)
    client.cookies = kept
    return Answer(_is_open(response), text, changed)


def _text(response: Any) -> str:
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return body.decode(errors="replace")


def _is_open(response: HttpResponseBase) -> bool:
    """Being sent to the door, or back to the front page, is being refused."""
    if response.status_code not in (301, 302, 303):
        return response.status_code not in _NO
    refusing = {reverse("account_login"), reverse("wagtailadmin_home"), reverse("officer_desk")}
    return urlsplit(response["Location"]).path not in refusing
