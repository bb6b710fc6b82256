"""The journal: one import at a time, what was cut short is finished from the files that were kept."""

import json

import pytest
from django.core.management import CommandError, call_command

from procedures_catalog.importing.apply import read_file
from procedures_catalog.importing.journal import finish, import_files, is_importing, only_import
from procedures_catalog.models import ImportRun, ProcedurePage
from tests.procedures_catalog.factories import DAY, national
from tests.procedures_catalog.national_files import jsonl

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal"), pytest.mark.database_differs]
HOW_MANY = 60


class _PowerCut(Exception):  # noqa: N818
    pass


@pytest.fixture(autouse=True)
def kept(settings, tmp_path):
    """Where the copies of files are kept."""
    settings.IMPORTS_ROOT = tmp_path / "imports"
    return settings.IMPORTS_ROOT


@pytest.fixture
def cut_short(tmp_path) -> ImportRun:
    """An import of sixty procedures that was cut short after the first portions."""

    def start(said, _total):
        def advance(_count):
            if said.startswith("Ghi"):
                raise _PowerCut

        return advance

    file = jsonl(tmp_path / "a.jsonl", *(national(f"1.1000{number:02}") for number in range(HOW_MANY)))
    with only_import(), pytest.raises(_PowerCut):
        import_files([file], on=DAY, read=_read, publish=True, accept=set(), whole=None, start=start)
    file.unlink()
    return ImportRun.objects.get()


def _read(path):
    return list(read_file(path))


def test_what_was_cut_short_is_known_and_its_files_are_kept(cut_short, kept):
    assert list(ImportRun.unfinished()) == [cut_short]
    assert 0 < ProcedurePage.objects.count() < HOW_MANY
    assert [path.name for path in (kept / cut_short.folder).iterdir()] == ["0.jsonl"]


def test_finishing_writes_the_rest_as_it_was_to_be_written(cut_short, kept):
    report = finish(cut_short, read=_read)
    assert report.counts["created"] + report.counts["unchanged"] == HOW_MANY
    assert ProcedurePage.objects.live().count() == HOW_MANY
    assert (cut_short.state, list(ImportRun.unfinished())) == ("finished", [])
    assert [path.name for path in kept.iterdir()] == ["lock"]


def test_the_next_import_finishes_it_first(cut_short, tmp_path):
    call_command("import_procedures", jsonl(tmp_path / "b.jsonl", national("2.000001")), publish=True)
    assert ProcedurePage.objects.count() == HOW_MANY + 1
    assert [run.state for run in ImportRun.objects.order_by("pk")] == ["finished", "finished"]


def test_giving_up_keeps_what_was_written_and_forgets_the_files(cut_short, kept):
    written = ProcedurePage.objects.count()
    call_command("finish_import", give_up=True)
    assert ProcedurePage.objects.count() == written
    assert ImportRun.objects.get().state == "given_up"
    assert [path.name for path in kept.iterdir()] == ["lock"]


def test_lost_files_are_told_with_the_way_out(cut_short, kept):
    (kept / cut_short.folder / "0.jsonl").unlink()
    with pytest.raises(CommandError, match="--give-up"):
        call_command("finish_import")


def test_with_nothing_to_finish_nothing_happens(capsys):
    call_command("finish_import")
    assert capsys.readouterr().out == ""


def test_whether_an_import_writes_now_is_known_as_long_as_it_does(kept):
    assert not is_importing()
    with only_import():
        assert is_importing()
    assert not is_importing()


def test_a_second_import_is_told_to_wait_for_the_first(kept):
    told = []

    def told_to_wait():
        told.append("wait")
        raise BlockingIOError

    with only_import(), pytest.raises(BlockingIOError), only_import(told_to_wait):
        pass
    assert told == ["wait"]


def test_a_run_that_nothing_can_finish_is_named_with_the_way_out_whatever_it_dies_of(cut_short, kept, tmp_path):
    run = kept / cut_short.folder
    (run / "0.jsonl").unlink()
    (run / "0.jsonl").mkdir()
    with pytest.raises(CommandError, match=r"(?s)a\.jsonl.*--give-up"):
        call_command("import_procedures", jsonl(tmp_path / "b.jsonl", national("2.000001")))
    with pytest.raises(CommandError, match="--give-up"):
        call_command("finish_import")


def test_half_a_character_in_one_row_stops_neither_its_file_nor_later_ones(tmp_path):
    path = tmp_path / "a.jsonl"
    rows = (national("1.100001", **{"Mô tả": "Thả \ud83d", "Từ khóa": "diều\x00"}), national("1.100002"))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    call_command("import_procedures", path, report=tmp_path / "r.json", publish=True)
    assert ProcedurePage.objects.live().count() == 2
    assert not ImportRun.unfinished().exists()
