"""Who stands in for whom, in words: in the list of accounts, on an account's form, on one's own account."""

from collections.abc import Iterable, Iterator

from django.db.models import Prefetch, QuerySet

from cms.access.deputies.days import of_interest
from cms.models import Deputising, Editor
from vietnamese.days import last_day, written


def with_deputies(rows: QuerySet[Editor]) -> QuerySet[Editor]:
    """The accounts of a list with what is told of them, by a few queries for all."""
    open_ones = Deputising.objects.filter(over_at=None).select_related("absent", "deputy").prefetch_related("roles")
    told = (Prefetch(name, open_ones) for name in ("deputising", "deputies"))
    return rows.prefetch_related("groups", *told)


def roles_in_words(editor: Editor) -> str:
    """His own roles, then whom he stands in for and until when, and who for him. Asked of `with_deputies`."""
    standing = editor.deputising.all()
    lent = {role.group_id for each in standing for role in each.roles.all() if role.is_lent}
    own = (group.name for group in editor.groups.all() if group.pk not in lent)
    return "; ".join(filter(None, (", ".join(own), *lines_of(editor, [*standing, *editor.deputies.all()]))))


def deputies_in_words(editor: Editor) -> list[str]:
    """The same of one account: "Thay Lê Lan đến hết 05/12/2026"."""
    return [f"{line[:1].upper()}{line[1:]}" for line in lines_of(editor, of_interest(editor))]


def lines_of(editor: Editor, rows: Iterable[Deputising]) -> Iterator[str]:
    """ "thay Lê Lan đến hết 05/12/2026", "sẽ được Lê Lan thay từ … đến hết …"."""
    for row in rows:
        when = f"đến hết {written(last_day(row.ends))}" if row.begun_at else row.days
        is_deputy = row.deputy_id == editor.pk
        what = f"thay {row.absent.named()}" if is_deputy else f"được {row.deputy.named()} thay"
        yield f"{'' if row.begun_at else 'sẽ '}{what} {when}"
