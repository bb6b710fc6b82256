"""Papers to look at: silent for 30 days, out of date and still scanned, taken down and still scanned."""

import datetime
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from agencies.models import AdministrativeUnit
from posting.models import PaperItem
from posting.statistics.alarms import ended_papers, outdated_papers, silent_papers
from procedures_catalog.versions.noting import versions_to_print
from tests.clock import today
from tests.posting.statistics.factories import count_scans, make_paper

pytestmark = pytest.mark.database_differs

TODAY = datetime.date(2026, 11, 22)


def ago(days: int) -> datetime.date:
    return TODAY - datetime.timedelta(days=days)


def tags(alarms) -> list[str]:
    return [alarm.paper.tag for alarm in alarms]


@pytest.fixture
def commune(db) -> AdministrativeUnit:
    return AdministrativeUnit.objects.create(code="00001", name="Xã Một", kind="commune")


def test_a_paper_that_nobody_scanned_for_thirty_days_is_silent(identities):
    make_paper(tag="NEVER", hung_on=ago(30))
    make_paper(tag="NEW", hung_on=ago(29))
    make_paper(tag="LAIDBY")
    make_paper(tag="GONE", hung_on=ago(300), ended_on=ago(100))
    count_scans(identities[0], ago(30), paper=make_paper(tag="LONGAGO", hung_on=ago(90)))
    count_scans(identities[0], ago(29), paper=make_paper(tag="HEARD", hung_on=ago(90)))
    silent = silent_papers(TODAY)
    assert tags(silent) == ["NEVER", "LONGAGO"]
    assert [alarm.last_scan for alarm in silent] == [None, ago(30)]
    assert "chưa ai quét" in silent[0].told
    assert "quét gần nhất 23/10/2026" in silent[1].told


def test_a_commune_hears_of_its_own_papers(commune):
    make_paper(tag="HERE", hung_on=ago(60), unit=commune, spot="thôn 3")
    make_paper(tag="THERE", hung_on=ago(60))
    silent = silent_papers(TODAY, unit=commune)
    assert tags(silent) == ["HERE"]
    assert silent[0].place == "Xã Một, thôn 3"


def test_a_paper_taken_down_and_scanned_since_may_still_hang(identities):
    for tag, ended, scanned in (("STILL", 20, 10), ("SAMEDAY", 20, 20), ("BEFORE", 10, 20), ("LONGAGO", 90, 60)):
        count_scans(identities[0], ago(scanned), 3, paper=make_paper(tag=tag, hung_on=ago(99), ended_on=ago(ended)))
    found = ended_papers(TODAY)
    assert tags(found) == ["STILL"]
    assert found[0].told == "treo từ 15/08/2026, gỡ ngày 02/11/2026, quét gần nhất 12/11/2026, 3 lượt trong 30 ngày"


@pytest.fixture
def outdated(identities):
    """Two papers whose procedure has another name since, one of them scanned; and one of another procedure."""
    versions = versions_to_print([identity.pk for identity in identities], today())
    for tag, identity in (("SCANNED", identities[0]), ("UNSEEN", identities[0]), ("RIGHT", identities[1])):
        paper = make_paper(tag=tag, hung_on=ago(3))
        PaperItem.objects.create(paper=paper, identity=identity, version_id=versions[identity.pk])
        if tag != "UNSEEN":
            count_scans(identity, ago(1), 4, paper=paper)
    page = identities[0].page
    page.official_name = page.title = "Cấp thẻ thả diều to"
    page.save_revision().publish()


def test_a_paper_out_of_date_matters_while_it_is_scanned(outdated):
    assert tags(outdated_papers(TODAY)) == ["SCANNED"]


def test_the_command_lists_them_all_and_ends_well(identities):
    today = timezone.localdate()
    paper = make_paper(tag="NEVER", title="Bảng bỏ quên", hung_on=today - datetime.timedelta(days=40))
    out = StringIO()
    call_command("posting_alarms", stdout=out)
    lines = out.getvalue().splitlines()
    assert lines[0] == "Treo từ 30 ngày trở lên, 30 ngày qua không ai quét: 1 tờ"
    assert lines[1].startswith(f"  NEVER  Bảng bỏ quên – chưa ghi nơi treo – treo từ {paper.hung_on:%d/%m/%Y}")
    assert lines[2:] == [
        "Sai so với sổ niêm yết mà vẫn có người quét: 0 tờ",
        "Đã gỡ trong sổ mà vẫn có người quét: 0 tờ",
    ]


def test_many_papers_cost_no_more_queries_than_one(identities, django_assert_max_num_queries):
    for _ in range(20):
        make_paper(hung_on=ago(60))
    with django_assert_max_num_queries(6):
        assert len(silent_papers(TODAY)) == 20
        outdated_papers(TODAY)
        ended_papers(TODAY)
