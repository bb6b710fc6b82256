"""The registry's offices as questions ask for them: old names of communes, heirs, and what changes."""

import datetime
import json
from io import StringIO

import pytest
from django.core.management import call_command

from agencies.models import AdministrativeUnit, Agency, AgencySuccession, UnitSuccession
from search.feed.entries import all_entries
from search.finder import Circumstances, find
from search.words.known_names import keep_names

pytestmark = pytest.mark.django_db
DAY, REFORM = datetime.date(2026, 11, 27), datetime.date(2025, 7, 1)


@pytest.fixture
def commune(index, home):
    """A commune of today into which another was merged, with its offices; all in the index, the names counted."""
    province = AdministrativeUnit.objects.create(code="99", name="Tỉnh Núi", kind="province")
    old = AdministrativeUnit.objects.create(code="99001", name="Xã Bến Đò", kind="commune", valid_to=REFORM)
    new = AdministrativeUnit.objects.create(
        code="99002", name="Xã Suối Trong", kind="commune", parent=province, valid_from=REFORM
    )
    UnitSuccession.objects.create(predecessor=old, successor=new, kind="merged", date=REFORM)
    for kind, name in (("commune_committee", "Ủy ban nhân dân xã Suối Trong"), ("central", "Công an xã Suối Trong")):
        Agency.objects.create(name=name, kind=kind, unit=new)
    Agency.objects.create(name="Ủy ban nhân dân tỉnh", kind="provincial_committee", unit=province)
    index.rebuild(all_entries(DAY))
    keep_names()
    return new


def titles(text: str, **more) -> list[str]:
    return [hit.title for hit in find(text, DAY, **more).results.hits]


def test_the_old_name_of_a_commune_leads_to_the_office_of_today_with_a_sentence(commune):
    answer = find("sdt ubnd xa ben do", DAY)
    assert answer.results.hits[0].title == "Ủy ban nhân dân xã Suối Trong"
    assert answer.sentence == "Xã Bến Đò: sáp nhập vào Xã Suối Trong từ 01/07/2025."
    assert (answer.correction, answer.fits) == ("", True)


def test_the_province_is_no_commune(commune):
    assert titles("ubnd tinh nui")[0] == titles("ubnd tỉnh ở đâu")[0] == "Ủy ban nhân dân tỉnh"


def test_the_readers_commune_is_known_by_its_code_or_by_any_name_of_it(commune):
    for near in ("99002", "Suối Trong", "bến đò"):
        assert titles("ubnd ở đâu", under=Circumstances(near=near))[0] == "Ủy ban nhân dân xã Suối Trong"
    assert titles("ubnd ở đâu")[0] == "Ủy ban nhân dân tỉnh"


def test_an_office_that_ended_leads_to_who_does_its_work(commune, index):
    heir = Agency.objects.create(name="Sở Tài chính", kind="department")
    ended = Agency.objects.create(name="Sở Kế hoạch", kind="department", valid_to=REFORM)
    AgencySuccession.objects.create(predecessor=ended, successor=heir, kind="merged", date=REFORM)
    index.rebuild(all_entries(DAY))
    assert titles("sở kế hoạch ở đâu")[0] == "Sở Tài chính"
    assert find("sở kế hoạch", DAY).sentence == "Sở Kế hoạch: sáp nhập vào Sở Tài chính từ 01/07/2025."


def test_a_new_office_is_asked_for_at_once(commune):
    assert "Trạm Y tế xã Suối Trong" not in titles("trạm y tế suối trong")
    Agency.objects.create(name="Trạm Y tế xã Suối Trong", kind="other", unit=commune)
    assert find("trạm y tế ở bến đò", DAY).sentence.startswith("Xã Bến Đò")


def test_letters_that_are_meant_as_typed_ask_for_no_office(commune):
    assert find("ubnd xã bến đò", DAY, under=Circumstances(as_typed=True)).sentence == ""


def test_what_is_remembered_costs_no_query(commune, django_assert_num_queries):
    find("ubnd xã bến đò", DAY)
    with django_assert_num_queries(1):
        find("ubnd xã bến đò", DAY)


def test_questions_made_of_the_registry_are_answered(commune):
    out = StringIO()
    call_command("evaluate_offices", "--misses", stdout=out)
    told = json.loads(out.getvalue())
    assert told["as_typed"]["office"]["success@3"] >= 0.97
    assert told["as_typed"]["old commune, central"]["success@1"] == 1.0
    assert told["halves"].keys() == {"1", "2"}
