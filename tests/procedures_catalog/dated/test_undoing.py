"""An applied set is undone as one; what was changed since is named and stays as it is."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cms.models import Editor
from procedures_catalog.dated.applying import apply_due
from procedures_catalog.dated.sealing import seal_of
from procedures_catalog.dated.steps import StepRefused
from procedures_catalog.dated.undoing import changed_later, undo
from procedures_catalog.facts.dated.difference import BEGINS, ENDS, Ending
from procedures_catalog.facts.held import effective_record
from procedures_catalog.facts.record import Channel, TimeLimit
from tests.clock import today
from tests.procedures_catalog.dated.sets import approved, make_set
from tests.procedures_catalog.factories import bring, national_row, page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
CODE, OTHER = "1.100001", "1.100002"
SHORTER = (Channel("direct", TimeLimit("2", "working_day")),)


def _applied(*rows):
    changes = approved(make_set(today(), *rows), today())
    assert [each.failure for each in apply_due(today(), timezone.now())] == [""]
    return changes


def _applied_by_the_same(*rows):
    """The same once the three people are there."""
    changes = make_set(today(), *rows, state="approved")
    changes.seal = seal_of(changes)
    changes.save()
    Editor.objects.get_or_create(username="mai", defaults={"is_superuser": True})
    assert [each.failure for each in apply_due(today(), timezone.now())] == [""]
    return changes


def _undo(changes, reason="Quyết định bị thu hồi"):
    return undo(changes.pk, Editor.objects.get(username="mai"), timezone.now(), reason)


def test_everything_says_again_what_it_said_before():
    one, other = published(CODE), published(OTHER)
    levels = [(row.level, row.valid_to) for row in one.levels.all()]
    changes = _applied(
        (one, "channels", SHORTER),
        (one, "levels", ("province",)),
        (one, "filing_url", "https://nop.example/dieu"),
        (other, ENDS, Ending("7/QĐ-UBND", (one.identity_id,))),
    )
    before = effective_record(published("1.100003"), today())
    assert effective_record(page_of(CODE), today()).channels == SHORTER
    assert _undo(changes) == []
    page, ended = page_of(CODE), page_of(OTHER)
    assert effective_record(page, today()).channels == before.channels
    assert page.overlay.raw_data[:] == []
    assert ([(row.level, row.valid_to) for row in page.levels.all()], page.filing_url) == (levels, "")
    assert (ended.valid_to, ended.ending_decision, ended.successor_id) == (None, "", None)
    changes.refresh_from_db()
    assert changes.state == "undone"


def test_what_was_changed_since_is_named_and_stays():
    one, other = published(CODE), published(OTHER)
    changes = _applied((one, "filing_url", "https://nop.example/dieu"), (other, "conditions", "Có sáo."))
    page = page_of(CODE)
    page.filing_url = "https://nop.example/moi"
    page.save_revision().publish()
    assert [each.difference.part for each in changed_later(changes)] == ["filing_url"]
    assert [each.title for each in _undo(changes)] == [page.title]
    assert page_of(CODE).filing_url == "https://nop.example/moi"
    assert effective_record(page_of(OTHER), today()).conditions == "Có diều."


@pytest.mark.parametrize(
    ("typed", "stays"), [({}, ""), ({"filing_url": "https://nop.example/moi"}, "https://nop.example/moi")]
)
def test_a_draft_that_waits_goes_back_with_the_page_unless_somebody_wrote_that_part_since(typed, stays):
    page = published(CODE)
    changes = _applied((page, "filing_url", "https://nop.example/dieu"))
    draft = page_of(CODE)
    for name, value in {"everyday_names": "diều", **typed}.items():
        setattr(draft, name, value)
    draft.save_revision(user=Editor.objects.get(username="lan"))
    assert _undo(changes) == []
    assert page_of(CODE).filing_url == ""
    draft = page_of(CODE).get_latest_revision_as_object()
    assert (draft.filing_url, draft.everyday_names) == (stays, "diều")


def test_a_national_text_that_came_since_stays():
    page = published(CODE)
    changes = _applied((page, "conditions", "Có sáo."))
    bring(national_row(CODE, **{"Lĩnh vực": "Gió", "Yêu cầu, điều kiện thực hiện": "Có gió."}))
    assert _undo(changes) == []
    record = effective_record(page_of(CODE), today())
    assert (record.sector, record.conditions) == ("Gió", "Có gió.")


def test_what_had_begun_is_taken_down():
    bring(national_row(CODE), publish=False)
    page_of(CODE).save_revision()
    changes = _applied((page_of(CODE), BEGINS, None))
    assert page_of(CODE).live
    _undo(changes)
    assert not page_of(CODE).live


@pytest.mark.parametrize(("name", "reason", "said"), [("mai", " ", "lý do"), ("khach", "Sai", "quyền")])
def test_it_is_refused_in_words(name, reason, said):
    changes = _applied((published(CODE), "conditions", "Có sáo."))
    Editor.objects.create(username="khach")
    with pytest.raises(StepRefused, match=said):
        undo(changes.pk, Editor.objects.get(username=name), timezone.now(), reason)
    assert effective_record(page_of(CODE), today()).conditions == "Có sáo."


def test_undoing_twice_is_refused():
    changes = _applied((published(CODE), "conditions", "Có sáo."))
    _undo(changes)
    with pytest.raises(StepRefused, match="Đã hoàn tác"):
        _undo(changes)


# --- What citizens read of it ---------------------------------------------------------------------


def _told(page) -> list[str]:
    """What the page's history, its feed and the page of the day say of today's changes."""
    shown = BeautifulSoup(Client().get(page.get_url()).content, "html.parser").select_one("#lich-su").parent
    day = Client().get("/cap-nhat/").content.decode()
    feed = Client().get(reverse("procedure_changes_feed", args=[page.slug])).content.decode()
    return [" ".join(shown.get_text().split()), day, feed]


ONCE = "Quyết định 99/QĐ-UBND được áp dụng rồi hoàn tác trong ngày; nội dung trở lại như trước"


def test_what_was_applied_and_taken_back_on_one_day_is_told_in_one_line():
    page = published(CODE)
    _undo(_applied((page, "conditions", "Có sáo."), (page, "levels", ("province",))))
    for told in _told(page_of(CODE)):
        assert told.count(ONCE) == 1
        assert ("Có sáo" in told, "Chuyển từ" in told) == (False, False)


def test_applied_once_more_and_taken_back_again_is_told_twice_and_never_as_a_change():
    page = published(CODE)
    for _ in range(2):
        _undo(_applied_by_the_same((page, "conditions", "Có sáo.")))
    assert [told.count(ONCE) for told in _told(page_of(CODE))] == [2, 2, 2]
    _applied_by_the_same((page, "conditions", "Có sáo."))
    shown, *_ = _told(page_of(CODE))
    assert (shown.count(ONCE), "Có diều. → Có sáo." in shown) == (2, True)


def test_what_is_taken_back_in_part_is_told_as_what_it_is():
    page = published(CODE)
    changes = _applied((page, "conditions", "Có sáo."), (page, "filing_url", "https://nop.example/dieu"))
    public = page_of(CODE)
    public.filing_url = "https://nop.example/moi"
    public.save_revision().publish()
    _undo(changes)
    shown, *_ = _told(page_of(CODE))
    assert ONCE not in shown
    assert "Có sáo. → Có diều." in shown
