"""Nobody writes many rows past the log without a word: each such place in the code is told of, or has its reason."""

import ast
from pathlib import Path

import pytest

from audit.acting import Acting, Actor, passing
from audit.models import LogRow
from search.models import HiddenSuggestion
from tests.cms.log.bulk_writes import ROOT, writes_in, writes_of_the_portal

NO_ROWS = "no rows of a table"
BY_COMMAND = "of commands alone, which the log tells as a whole"
FOLLOWS = "follows from a change that is told; nobody decides it"
UNWATCHED = "rows that are not told one by one (cms/log/watched.py), reached by another name"
COUNTS = "numbers of readers, or a sign of life; nobody decides it"
#: Functions by which the log, or the history that it hears, is told of many rows.
TELLING = {"note", "note_rows", "record", "log", "log_changes", "write_lines"}
_BULK_PAGES = "procedures_catalog/importing/bulk_pages.py"
_RUNNING = "procedures_catalog/importing/at_desk/running.py"
#: Place → its reason, or the module that tells of it in the same transaction.
DECLARED = {
    "agencies/store/agencies.py: _store_agencies.bulk_create": "agencies/store/agencies.py",
    "agencies/store/agencies.py: _give_parents.bulk_update": "agencies/store/agencies.py",
    "agencies/store/agencies.py: _store_steps.bulk_create": "agencies/store/agencies.py",
    "agencies/store/units.py: _store_level.bulk_create": "agencies/store/units.py",
    "agencies/store/units.py: _store_level.bulk_update": "agencies/store/units.py",
    "agencies/store/units.py: _store_steps.bulk_create": "agencies/store/units.py",
    "agencies/store/units.py: _store_steps.bulk_update": "agencies/store/units.py",
    "cms/access/deputies/days.py: turn.update": "cms/access/deputies/days.py",
    "cms/access/deputies/lending.py: level.update": UNWATCHED,
    "cms/access/deputies/lending.py: keep_as_own.update": UNWATCHED,
    "cms/access/shelves.py: rename_shelves.update": "cms/access/shelves.py",
    "cms/access/workflows.py: ensure_workflow_of_all.update": BY_COMMAND,
    "cms/desk/guests/screen.py: _with_state.update": NO_ROWS,
    "cms/desk/rows/versions.py: keep_first.update": "cms/desk/rows/versions.py",
    "cms/four_eyes/second_pair.py: pass_on.update": NO_ROWS,
    "cms/sign_in/keys/links.py: make_link.update": UNWATCHED,
    "cms/sign_in/tries.py: note_right.update": UNWATCHED,
    "cms/sign_in/tries.py: _one_more.update": UNWATCHED,
    "cms/sign_in/unused.py: disable_unused.update": BY_COMMAND,
    "cms/undo/going_back.py: _put_moments_back.update": "cms/undo/going_back.py",
    "decisions/changing/composing.py: _write.bulk_create": "its decision's lines are told, of which the set follows",
    "decisions/models/decision.py: Decision.note_writer.update": "whose change it is stands in the row that tells it",
    "decisions/taking_in.py: take_in.bulk_create": "decisions/taking_in.py",
    "legal_documents/models/attachment.py: AttachmentTexts._put.bulk_create": UNWATCHED,
    "legal_documents/models/attachment.py: _hash_of.update": FOLLOWS,
    "pages/guests/links.py: take.update": "pages/guests/links.py",
    "pages/guests/views.py: _draft.update": NO_ROWS,
    "pages/shelves/placing.py: more_children.update": "pages/shelves/moving.py",
    "pages/shelves/placing.py: move_below.bulk_update": "pages/shelves/moving.py",
    "pages/shelves/placing.py: move_below.update": "pages/shelves/moving.py",
    "pages/shelves/placing.py: put_addresses_right.update": FOLLOWS,
    "pages/shelves/placing.py: _fewer_children.update": "pages/shelves/moving.py",
    "posting/jobs.py: _end.update": FOLLOWS,
    "posting/jobs.py: _noting.note.update": FOLLOWS,
    "posting/jobs.py: prune.update": BY_COMMAND,
    "posting/ledger/papers.py: issue_papers.bulk_create": "posting/ledger/papers.py",
    "posting/ledger/papers.py: keep_digest.update": FOLLOWS,
    "posting/printing/lease.py: claim.update": COUNTS,
    "posting/printing/lease.py: give_sign.update": COUNTS,
    "posting/printing/lease.py: _put_back.update": COUNTS,
    "posting/printing/printed_files.py: remove_files.update": FOLLOWS,
    "posting/scan/counting.py: _add.update": COUNTS,
    "procedures_catalog/dated/applying.py: _lay.bulk_update": "procedures_catalog/dated/applying.py",
    "procedures_catalog/dated/moving.py: mark_moved.update": FOLLOWS,
    "procedures_catalog/dated/standing.py: hold_against.bulk_update": "its set's step is told",
    "procedures_catalog/forms/uses.py: _forms_of.bulk_create": FOLLOWS,
    "procedures_catalog/importing/at_desk/running.py: _choose.update": _RUNNING,
    "procedures_catalog/importing/bulk_pages.py: insert_below.bulk_create": _BULK_PAGES,
    "procedures_catalog/importing/revisions.py: keep_revisions.update": "procedures_catalog/importing/revisions.py",
    "procedures_catalog/importing/taking_down.py: take_down_internal.update": BY_COMMAND,
    "procedures_catalog/importing/under_layer.py: _settle_dropped.update": UNWATCHED,
    "procedures_catalog/importing/write.py: save_rows.bulk_create": UNWATCHED,
    "procedures_catalog/importing/write.py: save_columns.update": "procedures_catalog/importing/revisions.py",
    "procedures_catalog/legacy_qr/apply.py: _load_portion.bulk_create": "procedures_catalog/legacy_qr/apply.py",
    "procedures_catalog/legacy_qr/apply.py: _load_portion.bulk_update": "procedures_catalog/legacy_qr/apply.py",
    "procedures_catalog/models/identity.py: ProcedureIdentity.remember_code.update": UNWATCHED,
    "procedures_catalog/models/identity.py: ProcedureIdentity.issue.bulk_create": UNWATCHED,
    "procedures_catalog/models/kept_text.py: keep_live_text.update": FOLLOWS,
    "procedures_catalog/names/twin_notes.py: renew_notes.update": FOLLOWS,
    "procedures_catalog/names/twin_notes.py: _write.bulk_update": FOLLOWS,
    "procedures_catalog/names/upkeep.py: _place.bulk_update": BY_COMMAND,
    "procedures_catalog/names/upkeep.py: _retitle.bulk_update": BY_COMMAND,
    "procedures_catalog/store/everyday.py: _fill.bulk_create": BY_COMMAND,
    "procedures_catalog/store/everyday.py: _fill.bulk_update": BY_COMMAND,
    "procedures_catalog/versions/notes/taken_back.py: tell_once.update": "the undoing of its set is told",
    "procedures_catalog/versions/notes/writing.py: write_notes.bulk_create": FOLLOWS,
    "procedures_catalog/versions/where.py: renew_where.update": FOLLOWS,
    "search/query_log/asked.py: note_click.update": COUNTS,
    "search/query_log/asked.py: _count.update": COUNTS,
    "search/query_log/unanswered.py: note_unanswered.bulk_create": COUNTS,
    "search/query_log/unanswered.py: _count_again.update": COUNTS,
    "search/question/starting_rules.py: load_starting_rules.bulk_create": BY_COMMAND,
    "search/words/starting_referrals.py: ensure_referrals.bulk_create": BY_COMMAND,
    "search/words/starting_referrals.py: ensure_referrals.bulk_update": BY_COMMAND,
}


def test_each_place_that_writes_many_past_the_log_is_declared():
    found = {each.place for each in writes_of_the_portal()}
    assert sorted(found - DECLARED.keys()) == [], "say in DECLARED who tells of it, or why nobody has to"


def test_what_is_declared_is_still_there():
    assert sorted(DECLARED.keys() - {each.place for each in writes_of_the_portal()}) == []


def test_who_is_said_to_tell_of_it_does():
    for module in sorted({said for said in DECLARED.values() if said.endswith(".py")}):
        calls = [
            node.func for node in ast.walk(ast.parse((ROOT / module).read_text("utf-8"))) if isinstance(node, ast.Call)
        ]
        names = {call.id if isinstance(call, ast.Name) else getattr(call, "attr", "") for call in calls}
        assert names & TELLING, module


NEW = """
class Desk:
    def close(self, rows):
        Agency.objects.filter(pk=1).update(name="x")
        rows.bulk_create([])
        known.update({"a": 1})
        digest.update(b"")
"""


def test_a_new_one_is_found_wherever_it_stands_and_what_is_no_table_is_not():
    found = [each.place for each in writes_in(NEW, Path("cms/neu.py"))]
    assert found == ["cms/neu.py: Desk.close.update", "cms/neu.py: Desk.close.bulk_create"]


@pytest.mark.django_db
def test_many_rows_that_are_deleted_at_once_are_heard_one_by_one(portal):
    for word in ("diều", "sáo"):
        HiddenSuggestion.objects.create(words=word)
    with passing(Acting(actor=lambda: Actor(1, "quantri"))):
        HiddenSuggestion.objects.all().delete()
    assert LogRow.objects.filter(action="row.delete", kind="search.hiddensuggestion").count() == 2
