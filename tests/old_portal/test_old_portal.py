"""A portal that the code before the rooms filled: after the update of the handbook it answers as it did before."""

import json
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pytest

from tests.old_portal import portal
from tests.parts import missing
from tests.postgres.server import running_server, server_programs
from tests.unprivileged import folder_for_nobody

pytestmark = pytest.mark.slow

Answers = dict[str, Any]
#: Behind "đã được thay thế": the names and codes of what took the place.
_BY_WHAT = re.compile(r"(?<=được thay thế) bằng “[^”]*” \([^)]*\)(?:; “[^”]*” \([^)]*\))*")


@pytest.fixture(scope="module")
def before() -> Answers:
    return portal.before()


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def after(request, tmp_path_factory) -> Answers:
    folder = tmp_path_factory.mktemp("old-portal")
    portal.lay(folder)
    if request.param == "sqlite":
        return portal.updated(folder)
    programs = server_programs()
    if programs is None:
        missing("PostgreSQL (gói Debian: postgresql)")
    with folder_for_nobody("old-portal-") as data, running_server(data, programs) as url:
        return portal.updated(folder, DATABASE_URL=url)


@pytest.fixture(scope="module")
def lost(before, after) -> Callable[..., list[str]]:
    """The first things that some questions are answered otherwise."""
    return lambda *names: [fault for name in names for fault in differences(before[name], after[name], name)][:20]


def differences(before: Any, after: Any, where: str) -> Iterator[str]:
    """What of an answer is gone or other than it was: keys may have come, nothing else may have changed."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key, value in before.items():
            yield from differences(value, after.get(key, "không còn"), f"{where} › {key}")
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for place, (one, other) in enumerate(zip(before, after, strict=True)):
            yield from differences(one, other, f"{where} › {place}")
    elif before != after:
        yield f"{where}: {before!r} → {after!r}"


def _without_words(one: Answers) -> Answers:
    """The versions of a procedure with the names of their answers, and what changed between them without how both said
    it: an update may say an answer in other words. Which versions say the same stands among the digests."""
    changes = [[[label, bool(said), bool(says), *rows] for label, said, says, *rows in each] for each in one["changes"]]
    return one | {"versions": [[*facts, sorted(answers)] for *facts, answers in one["versions"]], "changes": changes}


def _without_successors(answers: Answers) -> Answers:
    """The answers where what was replaced does not say by what: an update may name it."""
    return json.loads(_BY_WHAT.sub("", json.dumps(answers, ensure_ascii=False)))


def test_every_question_is_answered(before, after):
    answers = [*before.values(), *after.values()]
    assert not [answer["error"] for answer in answers if isinstance(answer, dict) and "error" in answer]


def test_every_command_of_an_update_runs_and_leaves_nothing_to_migrate(after):
    assert list(after["commands"]) == [
        "migrate",
        "prepare_portal",
        "rebuild_references_index",
        "rebuild_index",
        "check",
        "makemigrations",
    ]
    assert not [said for said in after["commands"].values() if "Error" in said or "SystemExit" in said]
    assert after["commands"]["makemigrations"] == "No changes detected\n"


def test_pages_lists_and_feeds_are_where_they_were_and_say_what_they_said(lost):
    assert not lost("addresses", "lists", "feeds", "search", "settings")


def test_the_interface_keeps_every_key_and_every_page_of_a_procedure_its_words(before, after):
    told = [
        _without_successors({name: answers[name] for name in ("procedures", "by_code")}) for answers in (before, after)
    ]
    assert not list(differences(*told, "interface"))[:20]


def test_printed_addresses_lead_where_they_led(lost):
    assert not lost("codes")


def test_sheets_are_printed_still(lost):
    assert not lost("sheets")


def test_procedures_say_on_each_day_what_they_said(lost):
    assert not lost("pages", "rules", "exported")


def test_every_revision_says_on_each_day_what_it_said_and_stays_draft_or_scheduled(lost):
    assert not lost("revisions", "others")


def test_every_version_keeps_its_number_its_moment_its_texts_and_what_prints_the_same(before, after, lost):
    told = [{code: _without_words(one) for code, one in answers["versions"].items()} for answers in (before, after)]
    assert not list(differences(*told, "versions"))[:20]
    assert not lost("digests")


def test_every_version_has_its_days_and_digests_and_what_is_read_now_its_text(after):
    unchanged, versions = after["kept"]
    assert unchanged
    for one, later in pairwise([*versions, None]):
        ends = later["noted"] if later and later["number"] > 1 else None
        assert one["days"] == [one["noted"], ends]
        assert (one["current"], one["in step"]) == (ends is None, True)
        assert not one["live"] or (one["text"] or not one["current"], one["parts"]) == (True, [])


def test_short_codes_and_national_codes_keep_their_days(lost):
    assert not lost("identities", "imports")


def test_papers_keep_their_place_and_scans_their_counts(lost):
    assert not lost("papers", "scans", "printings", "officers", "chosen again")


def test_no_paper_becomes_wrong_or_right_by_the_update(lost):
    assert not lost("wrong")


def test_promoted_pages_are_shown_on_the_same_days(lost):
    assert not lost("promotions", "synonyms")


def test_what_few_people_asked_is_no_longer_kept_in_their_words(after):
    assert after["questions"] == [[], []]


def test_who_might_do_something_still_may(lost):
    assert not lost("rights", "sectors", "settings open")


def test_the_desk_opens_what_was_there_and_knows_who_did_what(lost):
    assert not lost("screens", "history", "reviews", "left over")


def test_all_that_uses_a_sector_is_named_but_for_questions_of_few(before, after):
    used = {sector: [use for use in uses if use[1] != "Lĩnh vực gần nhất"] for sector, uses in before["used"].items()}
    assert not list(differences(used, after["used"], "used"))


def test_agencies_and_units_are_there_on_the_days_on_which_they_were(lost):
    assert not lost("agencies", "doors of agencies", "units")


def test_forms_show_the_days_that_they_showed(lost):
    assert not lost("forms")


def test_a_draft_that_is_saved_again_unchanged_says_on_each_day_what_it_said(after):
    assert after["saving"] == 302
    assert after["draft saved again"] == after["draft before"]


def test_officers_meet_the_papers_that_they_met(lost):
    assert not lost("officers' screens")


def test_the_night_after_the_update_notes_nothing(after):
    assert after["before the night"] == after["after the night"]


def test_what_was_scheduled_before_the_update_is_published_after_it(before, after):
    draft = [one for one in before["revisions"] if one["for"] and one["place"][0]][-1]
    texts = {name: draft[name] for name in ("official", "by day")}
    assert not list(differences(texts, after["due"]["texts"], "due"))
    assert after["due"]["conditions"] == "Đèn đã hẹn giờ."
    assert not after["due"]["draft"]
