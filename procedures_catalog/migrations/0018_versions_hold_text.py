"""Versions hold the whole text, the days between which it held, and why they were noted.

The part "field" of former versions is called "sector", and their faces are taken anew with that name: which versions
print the same does not change. Their text was not kept; `prepare_portal` keeps that of the current ones.
"""

from datetime import datetime
from hashlib import blake2b
from itertools import groupby
from zoneinfo import ZoneInfo

from django.db import migrations, models

_PORTION = 50  # procedures, each with all its versions
_HERE = ZoneInfo("Asia/Ho_Chi_Minh")

#: The definition of digests that this software continues, and the mark of those that were taken after another one.
_DEFINITION, _OLDER = 4, "older"
_NAME = ("name", "official_name", "code", "state", "level", "sector")
_SHORT = (*_NAME, "validity", "papers", "where", "time", "fee", "result", "notes")
_FULL = (
    *_SHORT, "steps", "conditions", "applicants", "agencies", "law", "online", "decision", "everyday_names", "local",
)  # fmt: skip
_FACES = {"name_face": _NAME, "short_face": _SHORT, "full_face": _FULL}
_BEGIN, _NEXT, _END = "\ue000", "\ue001", "\ue002"


def write_anew(apps, _schema_editor) -> None:
    """The names of parts, the faces, the days."""
    for versions in _by_procedure(apps):
        for version, later in zip(versions, [*versions[1:], None]):
            _rename(version, "field", "sector")
            if version.definition < _DEFINITION:
                version.parts[_OLDER] = ""
            _take_faces(version, "sector")
            version.valid_from = _day(version.noted_at)
            version.valid_to = _day(later.noted_at) if later else None


def write_back(apps, _schema_editor) -> None:
    """The names and faces of before; what has text is as if the text had never been kept."""
    for versions in _by_procedure(apps):
        for version in versions:
            version.definition = _DEFINITION - 1 if _OLDER in version.parts else _DEFINITION
            version.parts.pop(_OLDER, None)
            _rename(version, "sector", "field")
            _take_faces(version, "field")


def _by_procedure(apps):
    """All versions, those of each procedure together and in their order; written after they were changed."""
    rows = apps.get_model("procedures_catalog", "PublishedVersion").objects
    last = 0
    while keys := list(
        rows.filter(identity__gt=last).order_by("identity").values_list("identity", flat=True).distinct()[:_PORTION]
    ):
        found = rows.filter(identity__in=keys).defer("texts", "kept").order_by("identity", "number")
        every = list(found)
        for _, versions in groupby(every, lambda version: version.identity_id):
            yield list(versions)
        rows.bulk_update(every, ["parts", "answers", "definition", "valid_from", "valid_to", *_FACES], batch_size=100)
        last = keys[-1]


def _rename(version, old, new) -> None:
    for column in ("parts", "answers"):
        said = getattr(version, column)
        setattr(version, column, {new if key == old else key: value for key, value in said.items()})


def _day(moment: datetime):
    return moment.astimezone(_HERE).date()


def _take_faces(version, sector) -> None:
    for name, parts in _FACES.items():
        keys = (sector if part == "sector" else part for part in parts)
        setattr(version, name, _face([(key, version.parts.get(key, "")) for key in keys]))


def _face(pairs) -> str:
    """The digest of pairs of part and digest, as `fingerprints.face` takes it at this moment."""
    text = _NEXT.join(f"{_BEGIN}{part}{_NEXT}{digest}{_END}" for part, digest in pairs)
    return blake2b(f"{_BEGIN}{text}{_END}".encode(), digest_size=8).hexdigest()


class Migration(migrations.Migration):
    dependencies = [
        ("procedures_catalog", "0017_reason_partial"),
    ]

    operations = [
        migrations.AddField(
            "publishedversion",
            "basis",
            models.CharField(
                blank=True,
                choices=[
                    ("edit", "Biên tập"),
                    ("import", "Nhập dữ liệu"),
                    ("day", "Đến ngày"),
                    ("law", "Văn bản căn cứ thay đổi"),
                    ("decision", "Quyết định công bố"),
                ],
                default="",
                max_length=10,
                verbose_name="căn cứ",
            ),
        ),
        migrations.AddField("publishedversion", "kept", models.BinaryField(default=b"", verbose_name="nội dung")),
        migrations.AddField(
            "publishedversion",
            "valid_from",
            models.DateField(
                blank=True,
                help_text="Ngày đầu tiên. Để trống nếu không rõ hoặc đã có từ trước.",
                null=True,
                verbose_name="từ ngày",
            ),
        ),
        migrations.AddField(
            "publishedversion",
            "valid_to",
            models.DateField(
                blank=True,
                help_text="Ngày cuối cùng. Để trống nếu chưa có ngày kết thúc.",
                null=True,
                verbose_name="đến hết ngày",
            ),
        ),
        migrations.RunPython(write_anew, write_back),
        migrations.RemoveField("publishedversion", "definition"),
    ]
