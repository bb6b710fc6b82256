"""What a change of rows touches: said once by each floor for its own pages, asked here, and told by one signal."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import reduce
from itertools import chain
from operator import or_

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model
from django.dispatch import Signal
from wagtail.models import Page

from consequences.touched import Touched

#: Sent inside the transaction of a change, once for each change, with `what`, a Touched; `sender` is the model whose
#: rows changed. Who has to wait for the commit waits by himself.
touched = Signal()

#: How many ids one question to the database may name.
PORTION = 500
Says = Callable[[Sequence[int]], Touched]


@dataclass(frozen=True, slots=True)
class Saying:
    """What a floor says of a model: `says` what the rows with these ids touch, `when` which columns have to change for
    that (None: any)."""

    says: Says
    when: frozenset[str] | None

    def concerns(self, changed: Collection[str]) -> bool:
        """Whether a change of these columns matters."""
        return self.when is None or not self.when.isdisjoint(changed)


_sayings: dict[type[Model], list[Saying]] = defaultdict(list)


def say(model: type[Model], *says: Says, when: Iterable[str] | None = None) -> None:
    """A floor says what rows of a model touch; said twice it counts once. Of a page type it counts for its heirs."""
    for each in says:
        saying = Saying(each, None if when is None else frozenset(when))
        if saying not in _sayings[model]:
            _sayings[model].append(saying)


def sayings(model: type[Model]) -> list[Saying]:
    """All that is said of a model."""
    return list(chain.from_iterable(_sayings.get(kind, ()) for kind in model.__mro__))


def touches(model: type[Model], ids: Iterable[int]) -> Touched:
    """What the rows with these ids touch as the database has them now. As many queries for one row as for a portion.

    Asked before a change and after it: a page that shows a row no more is touched as well.
    """
    return together(
        touches_by(sayings(kind), of_kind) for portion in _portions(ids) for kind, of_kind in _by_kind(model, portion)
    )


def in_portions(says: Says, ids: Iterable[int]) -> Touched:
    """What one saying says of however many rows."""
    return together(map(says, _portions(ids)))


def touches_by(said: Iterable[Saying], ids: Sequence[int]) -> Touched:
    """What rows touch by these sayings alone."""
    return together(saying.says(ids) for saying in said)


def together(found: Iterable[Touched]) -> Touched:
    """All of it as one."""
    return reduce(or_, found, Touched())


def _portions(ids: Iterable[int]) -> Iterator[list[int]]:
    ordered = sorted(ids)
    return (ordered[start : start + PORTION] for start in range(0, len(ordered), PORTION))


def _by_kind(model: type[Model], ids: list[int]) -> Iterable[tuple[type[Model], Sequence[int]]]:
    """Pages of whatever type by their types. One query, none for rows that are of the model itself."""
    if model is not Page:
        return [(model, ids)]
    found: dict[type[Model], list[int]] = defaultdict(list)
    for pk, content_type in Page.objects.filter(pk__in=ids).order_by("pk").values_list("pk", "content_type"):
        found[ContentType.objects.get_for_id(content_type).model_class() or Page].append(pk)
    return found.items()


# --- Telling --------------------------------------------------------------------------------------


def tell(model: type[Model], what: Touched) -> None:
    """Tells what a change of a model's rows touches; to be called in the transaction of the change. All who listen
    write together or not at all."""
    if what:
        with transaction.atomic():
            touched.send(sender=model, what=what)


@contextmanager
def changing(model: type[Model], ids: Iterable[int] = ()) -> Iterator[set[int]]:
    """Around a change of rows, in one transaction with it: tells once what they touched before and what they touch
    after. Gives the set of ids, to which the change adds those of new rows."""
    concerned = set(ids)
    with transaction.atomic():
        before = touches(model, concerned)
        yield concerned
        tell(model, before | touches(model, concerned))
