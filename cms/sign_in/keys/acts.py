"""The acts, and the rule that parts them: who has opened one half of somebody's way in does not open the other.

A password and a second factor are two halves; an address is as good as a password, for letters with links go there.
"""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone

from audit.acting import actor_of
from cms.models import Editor, KeyAct, KeyKind

HALF = frozenset({KeyKind.LINK, KeyKind.MAIL})
HINDERED = (
    "Bạn đã làm việc “{done}” với tài khoản này lúc {at}. Trong {days} ngày, việc “{wanted}” phải do người quản trị "
    "khác làm: quản trị của cơ quan cấp trên, hoặc quản trị cổng."
)
SELDOM = "Nếu bạn không nhờ việc này, hãy báo ngay người quản trị cấp trên."
_TOLD = {
    KeyKind.LINK: "{by} đã tạo liên kết đặt lại mật khẩu của bạn lúc {at}{used}.",
    KeyKind.MAIL: "{by} đã đổi địa chỉ thư của tài khoản bạn lúc {at}.",
    KeyKind.FACTORS: "{by} đã bỏ bước xác nhận thứ hai của bạn lúc {at}.",
}


def is_unused(editor: Editor) -> bool:
    """Whether nobody has ever signed in with it: then nothing of anybody's is opened."""
    return editor.last_login is None


def note(kind: KeyKind, editor: Editor, by: Any, moment: datetime, **more: Any) -> KeyAct:
    """Notes an act; the log tells of what was done by itself."""
    said = {"by": by, "by_name": actor_of(by).name, "at": moment, "is_first": is_unused(editor)}
    return KeyAct.objects.create(editor=editor, kind=kind, **said, **more)


def hindrance(kind: KeyKind, editor: Editor, by: Any, moment: datetime) -> str:
    """Why somebody may not do this with an account now: he has done the other half of it; "" where he may."""
    other = {KeyKind.FACTORS} if kind in HALF else HALF
    done = _opened(editor, moment).filter(by=by, kind__in=other).first()
    if done is None:
        return ""
    said = {"done": done.get_kind_display(), "wanted": kind.label, "at": _written(done.at)}
    return HINDERED.format(**said, days=settings.ACCOUNT_KEYS_APART_DAYS)


def told_to(editor: Editor, moment: datetime) -> list[str]:
    """What he reads at each sign-in for as long: who signs in in his name cannot make it go."""
    return [f"{_in_words(act)} {SELDOM}" for act in _opened(editor, moment).exclude(by=editor)]


def _opened(editor: Editor, moment: datetime) -> QuerySet[KeyAct]:
    """Of so many days; links that ran out or were replaced unused have opened nothing."""
    since = moment - timedelta(days=settings.ACCOUNT_KEYS_APART_DAYS)
    idle = Q(kind=KeyKind.LINK, used_at=None, ends_at__lte=moment)
    return KeyAct.objects.filter(editor=editor, at__gte=since, is_first=False).exclude(idle)


def _in_words(act: KeyAct) -> str:
    used = f", đã dùng lúc {_written(act.used_at)}" if act.used_at else ""
    return _TOLD[KeyKind(act.kind)].format(by=act.by_name or "Người vận hành", at=_written(act.at), used=used)


def _written(moment: datetime) -> str:
    return f"{timezone.localtime(moment):%H:%M %d/%m/%Y}"
