"""What Django and this portal keep with an account in memory about its rights."""

from agencies.reach import forget
from cms.models import Editor

_KEPT = ("_perm_cache", "_user_perm_cache", "_group_perm_cache", "_group_approval_task_checks")


def asked_anew(editor: Editor) -> None:
    """Lets an account that stays in memory be asked anew after its roles were changed."""
    forget(editor)
    for name in _KEPT:
        editor.__dict__.pop(name, None)
