"""The life of a paper: a tag of its own, one place on one wall, an end."""

import datetime
import hashlib

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from posting.ledger import papers
from posting.ledger.papers import NewPaper, hang, issue_papers, keep_digest, replace, take_down
from posting.models import PaperItem, PostedPaper
from posting.rules.kinds import PAPER_KINDS
from procedures_catalog.facts.short_code import is_well_formed
from procedures_catalog.versions.noting import versions_to_print
from tests.clock import today
from tests.posting.factories import commune, counter_of, days_ago, hung, printed
from tests.procedures_catalog.factories import published

pytestmark = [pytest.mark.django_db, pytest.mark.database_differs]


@pytest.fixture
def page(portal):
    return published()


@pytest.fixture
def versions(page):
    return versions_to_print([page.identity_id], today())


def _refused(call, *words, **named):
    with pytest.raises(ValidationError) as refusal:
        call(*words, **named)
    return refusal.value.messages[0]


# --- Issuing --------------------------------------------------------------------------------------


def test_papers_are_written_in_order_each_with_a_tag_that_can_be_checked(versions):
    issued = issue_papers([NewPaper("poster", f"Áp phích {number}", versions) for number in range(30)], timezone.now())
    assert [paper.title for paper in issued] == [f"Áp phích {number}" for number in range(30)]
    tags = {paper.tag for paper in issued}
    assert len(tags) == 30
    assert all(map(is_well_formed, tags))
    assert PaperItem.objects.count() == 30


def test_a_paper_remembers_what_is_on_it_for_whom_and_how_it_was_chosen(page, versions):
    unit = commune()
    wanted = NewPaper("board", "Bảng", versions, "A1", unit, counter_of(unit), {"level": "commune"})
    (paper,) = issue_papers([wanted], timezone.now())
    paper.refresh_from_db()
    assert (paper.size, paper.unit, paper.counter.unit, paper.selection) == ("A1", unit, unit, {"level": "commune"})
    assert list(paper.items.values_list("identity", "version")) == list(versions.items())
    assert (paper.hung_on, paper.ended_on) == (None, None)


def test_the_size_is_the_kind_s_first_unless_another_is_asked_for(versions):
    issued = issue_papers([NewPaper(kind, "Tờ", versions) for kind in PAPER_KINDS], timezone.now())
    assert [paper.size for paper in issued] == [kind.sizes[0] for kind in PAPER_KINDS.values()]


def test_a_tag_that_was_issued_once_is_never_issued_again(versions, monkeypatch):
    (taken,) = issue_papers([NewPaper("board", "Cũ", versions)], timezone.now())
    codes = iter([taken.tag, "2222222", "3333333"])
    monkeypatch.setattr(papers, "new_short_code", lambda: next(codes))
    assert [paper.tag for paper in issue_papers([NewPaper("board", "Mới", versions)], timezone.now())] == ["2222222"]


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"kind": "kite"}, "Không có loại giấy “kite”."),
        ({"size": "A0", "kind": "poster"}, "Áp phích một thủ tục không có khổ A0."),
        ({"title": "  "}, "Tên tờ phải có"),
        ({"title": "x" * 301}, "không dài quá 300 ký tự"),
        ({"versions": {}}, "ít nhất một thủ tục"),
    ],
)
def test_what_no_paper_can_be_is_refused_and_nothing_is_written(versions, wanted, said):
    good = {"kind": "board", "title": "Bảng", "versions": versions}
    assert said in _refused(issue_papers, [NewPaper(**good), NewPaper(**good | wanted)], timezone.now())
    assert not PostedPaper.objects.exists()


def test_the_digest_of_the_file_is_kept_with_all_its_papers(page):
    issued = [printed([page]), printed([page])]
    keep_digest(issued, b"%PDF-1.7 dieu")
    assert set(PostedPaper.objects.values_list("file_digest", flat=True)) == {
        hashlib.sha256(b"%PDF-1.7 dieu").hexdigest()
    }


# --- Hanging --------------------------------------------------------------------------------------


def test_a_paper_hangs_from_today_at_its_spot(page):
    paper = printed([page], unit=commune())
    hang(paper, today(), spot="Nhà văn hóa thôn 3")
    paper.refresh_from_db()
    assert (paper.hung_on, paper.spot) == (today(), "Nhà văn hóa thôn 3")


def test_a_paper_cannot_hang_twice(page):
    assert "đã treo từ ngày" in _refused(hang, hung([page]), today())


def test_a_paper_that_was_taken_down_does_not_come_back(page):
    paper = hung([page])
    take_down(paper, today())
    assert "hãy in tờ mới" in _refused(hang, paper, today())


def test_a_paper_does_not_hang_before_it_was_printed(page):
    paper = printed([page], printed_at=days_ago(3), unit=commune())
    assert "sau ngày treo" in _refused(hang, paper, today() - datetime.timedelta(days=4))
    hang(paper, today() - datetime.timedelta(days=3))


def test_a_paper_of_no_place_needs_a_spot(page):
    paper = printed([page])
    assert "Hãy ghi chỗ treo" in _refused(hang, paper, today())
    hang(paper, today(), spot="Sảnh")
    assert "quá dài" in _refused(hang, printed([page]), today(), spot="x" * 201)


def test_what_somebody_else_did_meanwhile_counts(page):
    paper = printed([page], unit=commune())
    hang(PostedPaper.objects.get(pk=paper.pk), today())
    assert "đã treo" in _refused(hang, paper, today())


# --- Replacing, taking down -----------------------------------------------------------------------


def test_the_new_paper_hangs_where_the_old_one_hung(page, django_user_model):
    officer = django_user_model.objects.create_user("canbo")
    unit = commune()
    old, new = hung([page], unit=unit, counter=counter_of(unit)), printed([page])
    replace(old, new, today(), by=officer)
    for paper in (old, new):
        paper.refresh_from_db()
    assert (old.ended_on, old.ended_by, old.replaced_by) == (today(), officer, new)
    assert (new.unit, new.counter, new.spot, new.hung_on) == (unit, old.counter, old.spot, today())


def test_a_paper_is_not_replaced_by_itself(page):
    paper = hung([page])
    assert "chính nó" in _refused(replace, paper, paper, today())


def test_a_paper_that_does_not_hang_can_be_neither_replaced_nor_taken_down(page):
    paper, new = printed([page], unit=commune()), printed([page])
    for call in (lambda: replace(paper, new, today()), lambda: take_down(paper, today())):
        assert "chưa treo ở đâu" in _refused(call)


def test_a_replaced_paper_is_not_replaced_again(page):
    old = hung([page])
    replace(old, printed([page]), today())
    assert "đã gỡ từ ngày" in _refused(replace, old, printed([page]), today())


def test_a_paper_that_hangs_elsewhere_replaces_none(page):
    old, other = hung([page]), hung([page])
    assert "đã treo" in _refused(replace, old, other, today())
    old.refresh_from_db()
    assert old.ended_on is None


@pytest.mark.parametrize(("kind", "other", "fits"), [("short", "large", True), ("poster", "short", True)])
def test_one_paper_of_a_single_procedure_takes_the_place_of_another(page, kind, other, fits):
    replace(hung([page], kind), printed([page], other), today())


@pytest.mark.parametrize(("kind", "other"), [("board", "poster"), ("short", "book"), ("labels", "board")])
def test_a_paper_of_many_procedures_is_replaced_by_its_like_alone(page, kind, other):
    assert "không thay được cho" in _refused(replace, hung([page], kind), printed([page], other), today())


def test_a_paper_of_another_commune_is_no_replacement_until_the_old_commune_is_no_more(page):
    old_home, new_home = commune(1), commune(2)
    old, new = hung([page], unit=old_home), printed([page], unit=new_home)
    assert "không thay được tờ của Xã Diều 1" in _refused(replace, old, new, today())
    old_home.valid_to = today()
    old_home.save()
    replace(old, new, today())
    assert new.unit == new_home


def test_a_paper_is_not_taken_down_before_its_first_day(page):
    paper = printed([page], printed_at=days_ago(5), unit=commune())
    hang(paper, today() - datetime.timedelta(days=3))
    assert "không thể trước ngày treo" in _refused(take_down, paper, today() - datetime.timedelta(days=4))
    take_down(paper, today() - datetime.timedelta(days=1))
    assert "đã gỡ từ ngày" in _refused(take_down, paper, today())
