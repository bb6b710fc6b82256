"""Whoever reads waits for nobody who writes: SQLite has one place to write, and readers do not ask for it."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from django.db import connection, connections
from django.test import Client

from tests.procedures_catalog.factories import bring, national_row, page_of

pytestmark = pytest.mark.database_differs


@pytest.fixture
def writer(transactional_db, portal) -> Iterator[None]:
    """A procedure is published, and then somebody holds the place to write."""
    if connection.vendor != "sqlite":
        pytest.skip("chỉ SQLite có một chỗ ghi duy nhất")
    bring(national_row("1.100001"))
    with closing(sqlite3.connect(connection.settings_dict["NAME"], uri=True, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def read(address: str) -> int:
    """The answer to a reader whose thread has a connection of its own, which waits for nobody."""
    own = connections["default"]
    own.settings_dict = own.settings_dict | {"OPTIONS": own.settings_dict["OPTIONS"] | {"timeout": 0}}
    try:
        return Client().get(address).status_code
    finally:
        own.close()


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/thu-tuc/",
        "{page}",
        "{page}phieu.pdf",
        "/q/{short}?",
        "/co-quan/",
        "/van-ban/",
        "/api/v1/procedures/1.100001",
    ],
)
def test_a_new_reader_reads_while_somebody_writes(writer, address):
    page = page_of("1.100001")
    with ThreadPoolExecutor(1) as pool:
        status = pool.submit(read, address.format(page=page.url, short=page.identity.short_code)).result()
    assert status in (200, 302)
