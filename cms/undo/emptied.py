"""What a step back does not bring back: where something that was deleted stood in a field of others, that field was
emptied with it, and which rows it was of, the log does not know."""

from collections.abc import Iterator, Sequence

from django.db.models import SET_NULL, ForeignObjectRel, Model
from wagtail.models import Page

from audit.wording import field_in_words, kind_in_words
from cms.log.at_once import is_seen_at_once
from cms.undo.turns import Turn

EMPTIED = (
    "“{name}” sẽ có lại, nhưng chỗ nào từng chọn mục này thì đã bị để trống khi xóa, hoàn tác không điền lại được. Sau "
    "khi hoàn tác hãy xem và chọn lại ở: {places}."
)


def emptied_by(press: Sequence[Turn]) -> list[str]:
    """A sentence for each row that comes back and that others could refer to."""
    found = ((turn, sorted(set(_places(turn.model)))) for turn in press if turn.was_there and not turn.is_there)
    return [EMPTIED.format(name=turn.name, places=", ".join(places)) for turn, places in found if places]


def _places(model: type[Model]) -> Iterator[str]:
    """The fields that a deletion empties, in words: “Tin tức – ảnh”."""
    for relation in model._meta.get_fields(include_hidden=True):
        if isinstance(relation, ForeignObjectRel) and getattr(relation, "on_delete", None) is SET_NULL:
            holder = relation.related_model
            if isinstance(holder, type) and _is_seen(holder):
                label = holder._meta.label_lower
                yield f"{kind_in_words(label)} – {field_in_words(label, relation.field.name)}"


def _is_seen(holder: type[Model]) -> bool:
    """Whether it is a page, a part of one, or public as soon as it is saved."""
    return issubclass(holder, Page) or is_seen_at_once(holder) or hasattr(holder, "page")
