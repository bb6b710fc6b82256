"""All procedures move from the catalogue onto one shelf below it; `prepare_portal` puts them onto their owners'."""

import uuid

from django.db import migrations
from django.db.models import F, Value
from django.db.models.functions import Concat, Substr
from django.utils import timezone
from treebeard.mp_tree import MP_Node

TITLE, SLUG = "Thủ tục chưa giao cho cơ quan", "thu-tuc-chua-giao-cho-co-quan"
PORTION = 500


def put_on_a_shelf(apps, _schema_editor) -> None:
    """One statement moves them all: each keeps the last step of its path, and its address."""
    page_type = apps.get_model("wagtailcore", "Page")
    catalogue = apps.get_model("procedures_catalog", "ProcedureIndexPage").objects.first()
    if catalogue is None:
        return
    below = page_type.objects.filter(path__startswith=catalogue.path, depth__gt=catalogue.depth)
    shelf = _made_shelf(apps, catalogue, _free_path(below, catalogue))
    tail = Substr("path", len(catalogue.path) + 1)
    below.exclude(pk=shelf.pk).update(path=Concat(Value(shelf.path), tail), depth=F("depth") + 1)
    page_type.objects.filter(pk=catalogue.pk).update(numchild=1)


def _made_shelf(apps, catalogue, path: str):
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="procedures_catalog", model="procedureshelfpage"
    )
    now = timezone.now()
    return apps.get_model("procedures_catalog", "ProcedureShelfPage").objects.create(
        path=path,
        depth=catalogue.depth + 1,
        numchild=catalogue.numchild,
        url_path=catalogue.url_path,
        title=TITLE,
        draft_title=TITLE,
        slug=SLUG,
        content_type=kind,
        locale_id=catalogue.locale_id,
        translation_key=uuid.uuid4(),
        live=True,
        first_published_at=now,
        last_published_at=now,
    )


def take_off_all_shelves(apps, _schema_editor) -> None:
    """The other way: all procedures below the catalogue itself, in the order of their shelves."""
    page_type = apps.get_model("wagtailcore", "Page")
    catalogue = apps.get_model("procedures_catalog", "ProcedureIndexPage").objects.first()
    if catalogue is None:
        return
    below = page_type.objects.filter(path__startswith=catalogue.path)
    shelves, leaves = below.filter(depth=catalogue.depth + 1), below.filter(depth=catalogue.depth + 2)
    first = MP_Node._str2int(_free_path(below, catalogue)[-MP_Node.steplen :])
    pages = list(leaves.order_by("path").values_list("pk", flat=True))
    for start in range(0, len(pages), PORTION):
        _put_below(page_type, catalogue, pages[start : start + PORTION], first + start)
    apps.get_model("procedures_catalog", "ProcedureShelfPage").objects.all().delete()
    shelves.filter(content_type__model="procedureshelfpage").delete()
    page_type.objects.filter(pk=catalogue.pk).update(numchild=len(pages))


def _put_below(page_type, catalogue, numbers: list[int], first: int) -> None:
    pages = page_type.objects.in_bulk(numbers)
    for step, number in enumerate(numbers, first):
        pages[number].path = MP_Node._get_path(catalogue.path, catalogue.depth + 1, step)
        pages[number].depth = catalogue.depth + 1
    page_type.objects.bulk_update(pages.values(), ["path", "depth"], batch_size=PORTION)


def _free_path(below, catalogue) -> str:
    """The path of a new last child of the catalogue."""
    last = below.filter(depth=catalogue.depth + 1).order_by("-path").values_list("path", flat=True).first()
    step = MP_Node._str2int(last[-MP_Node.steplen :]) if last else 0
    return MP_Node._get_path(catalogue.path, catalogue.depth + 1, step + 1)


class Migration(migrations.Migration):
    dependencies = [
        ("procedures_catalog", "0015_shelves"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [migrations.RunPython(put_on_a_shelf, take_off_all_shelves)]
