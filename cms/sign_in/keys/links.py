"""Links by which somebody sets his own password: made by who keeps his account, handed over, used once.

So no administrator types or knows a password of somebody else, and none travels on paper.
"""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from audit.acting import actor_of
from audit.recording import record
from audit.things import thing
from cms.models import Editor, KeyAct, KeyKind
from cms.sign_in.keys.acts import note
from cms.sign_in.sessions.own import end_sessions

HOURS = 72
MADE, USED = "key.link", "key.used"
_BYTES = 24  # 192 bits, which nobody guesses


@transaction.atomic
def make_link(editor: Editor, by: Any, moment: datetime) -> tuple[KeyAct, str]:
    """A new link and its secret, which is told this once. The one before it is taken no more."""
    _links(editor).filter(used_at=None, ends_at__gt=moment).update(ends_at=moment)
    secret = secrets.token_urlsafe(_BYTES)
    ends = moment + timedelta(hours=HOURS)
    act = note(KeyKind.LINK, editor, by, moment, digest=_digest(secret), ends_at=ends)
    record(MADE, thing(editor), details={"until": ends})
    return act, secret


def link_of(secret: str, moment: datetime) -> KeyAct | None:
    """The link whose secret this is, as long as it holds and its account is not disabled."""
    held = KeyAct.objects.filter(digest=_digest(secret), kind=KeyKind.LINK, used_at=None, ends_at__gt=moment)
    return held.filter(editor__is_active=True).select_related("editor").first()


@transaction.atomic
def use(link: KeyAct, password: str, moment: datetime) -> bool:
    """Sets the password and ends what was open; of two who come at once one does."""
    if not KeyAct.objects.filter(pk=link.pk, used_at=None, ends_at__gt=moment).update(used_at=moment):
        return False
    link.editor.set_password(password)
    link.editor.save(update_fields=["password"])
    end_sessions(link.editor)
    record(USED, thing(link.editor), by=actor_of(link.editor), details={"source": link.by_name})
    return True


def _links(editor: Editor) -> Any:
    return KeyAct.objects.filter(editor=editor, kind=KeyKind.LINK)


def _digest(secret: str) -> str:
    """It is random and long, so that no slow hash is needed."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()
