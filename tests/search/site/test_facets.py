"""Filters of the results: the same words in the address as in the catalogue, bounded, with what people read."""

import pytest
from django.http import QueryDict

from agencies.models import Agency
from procedures_catalog.models import Sector
from procedures_catalog.store.filters import FACETS as CATALOGUE
from search.site.facets import FACETS, MOST_OPTIONS, as_facets, chosen, filters

pytestmark = pytest.mark.django_db

COUNTS = {"level": {"province": 3, "commune": 2}, "validity": {"current": 5}, "issuer": {"x": 1}}


def test_the_catalogues_parameters_mean_the_same_here():
    assert {facet.name for facet in CATALOGUE if facet.is_offered} <= {facet.parameter for facet in FACETS}


def test_an_address_chooses():
    choice = chosen(QueryDict("cap=commune&linh-vuc=&co-quan=so-y-te&la=1&truc-tuyen=" + "x" * 300))
    assert choice == {"cap": "commune", "co-quan": "so-y-te"}
    assert as_facets(choice) == {"level": ("commune",), "agency": ("so-y-te",)}


def test_only_what_can_narrow_is_offered_in_its_own_order():
    (group,) = filters(COUNTS, {}, 5)
    assert (group["name"], group["label"]) == ("cap", "Nộp ở cấp nào")
    assert [(each["label"], each["count"]) for each in group["options"]] == [("Cấp xã", 2), ("Cấp tỉnh", 3)]


def test_what_is_chosen_is_offered_whatever_is_found():
    groups = {group["name"]: group for group in filters({}, {"cap": "commune", "linh-vuc": "la"}, 0)}
    assert groups["cap"]["selected_label"] == "Cấp xã"
    assert groups["cap"]["options"][0] == {"value": "commune", "label": "Cấp xã", "count": 0, "selected": True}
    assert groups["linh-vuc"]["selected_label"] == "la"


def test_fields_and_agencies_are_named_and_the_commonest_stand_first():
    for number in range(MOST_OPTIONS + 10):
        Sector.objects.create(name=f"Lĩnh vực {number}", slug=f"f{number}")
    Agency.objects.create(name="Sở Y tế", kind="department", slug="so-y-te")
    counts = {"sector": {f"f{n}": n + 1 for n in range(MOST_OPTIONS + 10)}, "agency": {"so-y-te": 1, "gone": 4}}
    fields, agencies = filters(counts, {"co-quan": "so-y-te"}, 60)
    assert len(fields["options"]) == MOST_OPTIONS
    assert fields["options"][0]["label"] == f"Lĩnh vực {MOST_OPTIONS + 9}"
    assert [each["label"] for each in agencies["options"]] == ["Sở Y tế"]


def test_three_queries_at_most(django_assert_max_num_queries):
    counts = {"sector": {"a": 1}, "agency": {"b": 1}, "applicant": {"c": 1}, **COUNTS}
    with django_assert_max_num_queries(3):
        filters(counts, {}, 9)
