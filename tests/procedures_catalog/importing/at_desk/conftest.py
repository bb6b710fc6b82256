"""Imports that wait at the desk, and the two people who take them over."""

import pytest

from agencies.models import Role
from procedures_catalog.importing.at_desk.running import receive, work
from procedures_catalog.models import ImportRun
from tests.editors import member
from tests.procedures_catalog.national_files import jsonl


@pytest.fixture(autouse=True)
def kept(settings, tmp_path):
    """Where the copies of files are kept."""
    settings.IMPORTS_ROOT = tmp_path / "imports"
    return settings.IMPORTS_ROOT


@pytest.fixture
def writer(portal):
    """Who keeps the catalogue, and hands files in."""
    return member(Role.KEEPER, name="nguoi-nop")


@pytest.fixture
def approver(portal):
    """The other who keeps it."""
    return member(Role.KEEPER, name="nguoi-duyet")


@pytest.fixture
def handed_in(tmp_path, writer):
    """Hands national objects in as one file, which is compared at once."""

    def hand_in(*objects, author=writer, **more) -> ImportRun:
        run = receive([jsonl(tmp_path / "ngay.jsonl", *objects)], author=author, **more)
        work()
        return ImportRun.objects.get(pk=run.pk)

    return hand_in
