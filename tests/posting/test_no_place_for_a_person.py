"""What is kept of a scan has no place for whoever scanned: the schema is read, and a real scan is searched for."""

import datetime
import inspect
import logging

import pytest
from django.apps import apps
from django.db import connection, models

from posting.models import ScanCount
from posting.scan.counting import flush, note_scan
from tests.posting.statistics.factories import make_paper
from tests.procedures_catalog.factories import published

#: Whoever scans, as a request would tell.
MARKS = ("203.0.113.77", "MarkedPhone/9.1", "marked-cookie-7", "https://marked.example/", "vi-XK")
HOLDS_NO_IDENTIFIER = (
    models.BigAutoField,
    models.DateField,
    models.PositiveIntegerField,
    models.PositiveSmallIntegerField,
)
COUNTED_THINGS = {"procedures_catalog.procedureidentity", "posting.postedpaper"}


def scan_models() -> list[type[models.Model]]:
    """Every model that has to do with scans, by its name."""
    return [model for model in apps.get_models() if "scan" in model.__name__.lower()]


def test_there_is_one_such_model():
    assert scan_models() == [ScanCount]


@pytest.mark.parametrize("model", scan_models())
def test_a_model_of_scans_holds_only_numbers_days_and_what_was_scanned(model):
    for field in model._meta.get_fields():
        if field.is_relation:
            assert isinstance(field, models.ForeignKey)
            assert field.related_model._meta.label_lower in COUNTED_THINGS
        else:
            assert type(field) in HOLDS_NO_IDENTIFIER
            assert not isinstance(field, models.DateTimeField)


def column_types(table: str) -> dict[str, str]:
    """The columns that the database itself has, with the kind of Django's field that would make them."""
    with connection.cursor() as cursor:
        described = connection.introspection.get_table_description(cursor, table)
    return {column.name: connection.introspection.get_field_type(column.type_code, column) for column in described}


def scan_tables() -> list[str]:
    """Every table in the database, ours or not, whose name speaks of scans."""
    return [name for name in connection.introspection.table_names() if "scan" in name]


def test_the_tables_in_the_database_have_no_column_that_could_hold_an_identifier(db):
    assert scan_tables() == [ScanCount._meta.db_table]
    types = column_types(ScanCount._meta.db_table)
    assert set(types) == {"id", "identity_id", "paper_id", "day", "hour", "scans"}
    whole_numbers = {"AutoField", "BigAutoField", "BigIntegerField", "IntegerField", "SmallIntegerField"}
    numbers = whole_numbers | {"PositiveIntegerField", "PositiveSmallIntegerField"}
    assert types.pop("day") == "DateField"
    assert set(types.values()) <= numbers


def test_a_paper_and_a_procedure_are_all_that_a_count_may_name(db):
    with connection.cursor() as cursor:
        relations = connection.introspection.get_relations(cursor, ScanCount._meta.db_table)
    assert {column: relation[1] for column, relation in relations.items()} == {
        "identity_id": "procedures_catalog_procedureidentity",
        "paper_id": "posting_postedpaper",
    }


def test_counting_takes_two_numbers_and_no_request():
    assert [each.annotation for each in inspect.signature(note_scan).parameters.values()] == [int, int | None]


def everything_kept() -> str:
    """Every row of every table, as text."""
    rows = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            rows.extend(cursor.fetchall())
    return repr(rows)


@pytest.fixture
def scan(client, portal):
    """Scans a code on a paper as a marked person would; gives the response."""
    page = published()
    paper = make_paper(tag="ABCDEFG")
    client.cookies["nguoi-dung"] = MARKS[2]
    headers = {"User-Agent": MARKS[1], "Referer": MARKS[3], "Accept-Language": MARKS[4]}
    address = f"/q/{page.identity.short_code}/{paper.tag}"

    def look():
        return client.get(address, REMOTE_ADDR=MARKS[0], headers=headers)

    return look


def test_nothing_of_whoever_scans_is_kept(scan, caplog):
    caplog.set_level(logging.DEBUG)
    response = scan()
    assert flush() == 1
    logged = caplog.text + repr([record.__dict__ for record in caplog.records])
    kept = everything_kept()
    assert response.status_code == 302
    assert not response.cookies
    for mark in MARKS:
        assert mark not in kept
        assert mark not in logged
        assert mark not in str(response.serialize())


def test_two_scans_of_an_hour_can_not_be_told_apart(scan, monkeypatch):
    moment = datetime.datetime(2026, 11, 22, 3, tzinfo=datetime.UTC)
    for minutes in (0, 59):
        monkeypatch.setattr(
            "django.utils.timezone.now", lambda minutes=minutes: moment + datetime.timedelta(minutes=minutes)
        )
        scan()
    flush()
    assert [row.scans for row in ScanCount.objects.all()] == [2]
