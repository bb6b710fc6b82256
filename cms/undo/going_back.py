"""One step back: the values before, exactly, or why that cannot be, in words."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Field, FileField, Model, ProtectedError, RestrictedError
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.log_actions import LogActionRegistry, log
from wagtail.models import ReferenceIndex, Revision, RevisionMixin
from wagtail.utils.file import hash_filelike

from audit.models import LogRow
from audit.reading.kept import value_kept
from audit.recording import clean
from audit.wording import command_in_words, field_in_words, kind_in_words
from cms.desk.rows.versions import keep_first
from cms.models import Editor
from cms.undo.turns import Turn, turns

#: What the log calls it.
UNDONE = "portal.undone"
_CHANGED_LATER = "{label} của “{name}” đã được {who} sửa tiếp lúc {when} (nhật ký, dòng {number}): {before} → {after}."
_CHANGED_PAST = "{label} của “{name}” nay là chữ khác, do lệnh hay đợt nhập ghi sau đó."
_GONE = "“{name}” đã được {who} xóa lúc {when} (nhật ký, dòng {number})."
_GONE_PAST = "“{name}” nay không còn."
_USED = "“{name}” đang được dùng ở: {where}. Bỏ chỗ dùng trước rồi hoàn tác."
_SECRET = "Mật khẩu không được ghi trong nhật ký, nên không đưa lại được: {fields}."  # noqa: S105 - a sentence
_NO_FILE = "Tệp trước của “{name}” không còn được giữ."
_THERE_AGAIN = "“{name}” đã có lại."


class CannotUndoError(Exception):
    """Why a change cannot be taken back; `sentences` say it to people."""

    def __init__(self, sentences: Sequence[str]) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = list(sentences)


def hindrances(press: Sequence[Turn]) -> list[str]:
    """What stands against taking a press back now; nothing where it can be done."""
    return [sentence for turn in press for sentence in _against(turn, press)]


@transaction.atomic
def undo(press: Sequence[Turn], user: Editor) -> None:
    """Takes it back, what came last first. CannotUndoError when something stands against it: nothing is changed."""
    for turn in press:
        turn.model._base_manager.select_for_update().filter(pk=turn.key).first()
    if found := hindrances(press):
        raise CannotUndoError(found)
    for turn in press:
        try:
            _take_back(turn, user)
        except ValidationError as error:
            raise CannotUndoError([f"“{turn.name}” như trước nay không còn hợp lệ.", *error.messages]) from error
        except (ProtectedError, RestrictedError) as error:
            where = sorted({str(each._meta.verbose_name) for each in _kept_by(error)})
            raise CannotUndoError([_USED.format(name=turn.name, where=", ".join(where))]) from error


# --- What stands against it -----------------------------------------------------------------------


def _against(turn: Turn, press: Sequence[Turn]) -> Iterator[str]:
    row = turn.model._base_manager.filter(pk=turn.key).first()
    if turn.was_there and turn.secret:
        names = [field_in_words(turn.model._meta.label_lower, each) for each in sorted(turn.secret)]
        yield _SECRET.format(fields=", ".join(names))
    if turn.is_there:
        yield from _overtaken(turn, row) if row else [_told_gone(turn)]
    elif row:
        yield _THERE_AGAIN.format(name=turn.name)
    if row and not turn.was_there:
        yield from _uses(turn, row, press)
    yield from _lost_files(turn)


def _overtaken(turn: Turn, row: Model) -> Iterator[str]:
    """Places that say something else by now than what the change wrote."""
    for field in _fields(turn):
        if field.attname in turn.now and not _is_same(field, row, turn.now):
            yield _told_later(turn, field)
    for name, sides in turn.joined.items():
        held = set(getattr(row, name).values_list("pk", flat=True))
        if not sides["came"] <= held or sides["left"] & held:
            yield _told_later(turn, row._meta.get_field(name))


def _is_same(field: Field, row: Model, now: dict[str, Any]) -> bool:
    return bool(clean(value_kept(field, field.value_from_object(row))) == now[field.attname])


def _told_later(turn: Turn, field: Any) -> str:
    label = field_in_words(turn.model._meta.label_lower, field.name)
    for row in _later(turn):
        if field.name in row.changed:
            before, after = row.changed[field.name]
            said = {"before": f"“{before}”" if before else "trống", "after": f"“{after}”" if after else "trống"}
            return _CHANGED_LATER.format(label=label, name=turn.name, **said, **_by(row))
    return _CHANGED_PAST.format(label=label, name=turn.name)


def _told_gone(turn: Turn) -> str:
    rows = [row for row in _later(turn) if not turns([row])[0].is_there]
    return _GONE.format(name=turn.name, **_by(rows[-1])) if rows else _GONE_PAST.format(name=turn.name)


def _later(turn: Turn) -> list[LogRow]:
    later = LogRow.objects.filter(kind=turn.model._meta.label_lower, key=turn.key, number__gt=turn.last)
    return [row for row in later.order_by("number") if turns([row])]


def _by(row: LogRow) -> dict[str, Any]:
    from_command = command_in_words(row.command) if row.command else ""
    return {"who": from_command or row.actor_name or "cổng", "when": when(row), "number": row.number}


def _uses(turn: Turn, row: Model, press: Sequence[Turn]) -> Iterator[str]:
    """Where a row that was made is used meanwhile, but by what came with it."""
    together = {(each.model, each.key) for each in press}
    where = {kind_in_words(model._meta.label_lower) for model, key in _users(row) if (model, key) not in together}
    if where:
        yield _USED.format(name=turn.name, where=", ".join(sorted(where)))


def _users(row: Model) -> Iterator[tuple[type[Model], str]]:
    ours = getattr(row, "renditions", None)
    for relation in row._meta.related_objects:
        model = cast(type[Model], relation.related_model)
        if ours is None or model is not ours.model:
            for pk in model._base_manager.filter(**{relation.field.name: row}).values_list("pk", flat=True)[:100]:
                yield model, str(pk)
    for used in ReferenceIndex.get_references_to(row).select_related("base_content_type")[:100]:
        model = used.base_content_type.model_class()
        if model:
            yield model, str(used.object_id)


def _lost_files(turn: Turn) -> Iterator[str]:
    for field in _fields(turn):
        name = turn.was.get(field.attname)
        if isinstance(field, FileField) and name and not _is_still_its_own(turn, field, name):
            yield _NO_FILE.format(name=turn.name)


def _is_still_its_own(turn: Turn, field: FileField, name: str) -> bool:
    """Whether the file on the disk is what the row named: a name that became free may be another's by now."""
    if not field.storage.exists(name) or _is_anothers(turn, field, name):
        return False
    known = turn.was.get("file_hash")
    if not known:
        return True
    with field.storage.open(name) as file:
        return bool(hash_filelike(file) == known)


def _is_anothers(turn: Turn, field: FileField, name: str) -> bool:
    """Whether another row names the file, or did since the change."""
    rows = LogRow.objects.filter(kind=turn.model._meta.label_lower, number__gt=turn.rows[0].number)
    told = rows.filter(details__contains=json.dumps(name, ensure_ascii=False)).exclude(key=turn.key).exists()
    return told or turn.model._base_manager.filter(**{field.name: name}).exclude(pk=turn.key).exists()


# --- Doing it -------------------------------------------------------------------------------------


def _take_back(turn: Turn, user: Editor) -> None:
    if turn.was_there:
        row = _restored(turn)
        _tell(row, turn, user, _versioned(row, user))
    else:
        row = turn.model._base_manager.get(pk=turn.key)
        _tell(row, turn, user, None)
        row.delete()


def _restored(turn: Turn) -> Model:
    """The row as it was, saved: those who listen to it are told as of any change."""
    held = turn.model._base_manager.filter(pk=turn.key).first()
    if isinstance(held, RevisionMixin):
        keep_first(held)
        held.refresh_from_db()
    row = held or turn.model(pk=turn.model._meta.pk.to_python(turn.key))
    fields = [field for field in _fields(turn) if field.attname in turn.was]
    for field in fields:
        setattr(row, field.attname, field.to_python(turn.was[field.attname]))
    _check(row)
    row.save(force_insert=held is None)
    _put_moments_back(row, fields, turn)
    _rejoin(row, turn)
    if isinstance(row, get_image_model()) and "file" in turn.was:
        row.renditions.all().delete()
    return row


def _check(row: Model) -> None:
    """ValidationError where it does not fit what stands beside it by now. How its texts have to be written is not asked
    again: they were public."""
    row.clean_fields(exclude=[field.name for field in row._meta.concrete_fields if not field.is_relation])
    row.clean()
    row.validate_unique()
    row.validate_constraints()


def _put_moments_back(row: Model, fields: Iterable[Field], turn: Turn) -> None:
    """When it was made, which a row that is made again would tell anew."""
    stamped = [field for field in fields if getattr(field, "auto_now_add", False)]
    values = {field.attname: field.to_python(turn.was[field.attname]) for field in stamped}
    if values:
        type(row)._base_manager.filter(pk=row.pk).update(**values)


def _rejoin(row: Any, turn: Turn) -> None:
    for name, sides in turn.joined.items():
        getattr(row, name).remove(*sides["came"])
        getattr(row, name).add(*sides["left"])


def _versioned(row: Model, user: Editor) -> Revision | None:
    """What keeps versions gets one that says what it says again."""
    return row.save_revision(user=user, clean=False) if isinstance(row, RevisionMixin) else None


def _tell(row: Model, turn: Turn, user: Editor, revision: Revision | None) -> None:
    rows = [each.number for each in turn.rows]
    log(instance=row, action=UNDONE, user=user, revision=revision, data={"undone": rows}, content_changed=True)


def _fields(turn: Turn) -> list[Field]:
    return [field for field in turn.model._meta.concrete_fields if not field.primary_key]


def _kept_by(error: Any) -> set[Any]:
    return set(getattr(error, "protected_objects", ())) | set(getattr(error, "restricted_objects", ()))


def when(row: LogRow) -> str:
    """The moment of a row of the log, as people read it."""
    return f"{timezone.localtime(row.moment):%H:%M %d/%m/%Y}"


def name_in_the_log(actions: LogActionRegistry) -> None:
    """How histories call it."""
    actions.register_action(UNDONE, "Hoàn tác thay đổi", "Đã hoàn tác một thay đổi")
