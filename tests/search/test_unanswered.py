"""Questions without a good answer, laid before the agency of the nearest field."""

import pytest

from agencies.models import Agency
from pages.entry import SearchEntry
from procedures_catalog.models import Field
from search.asked import note_search
from search.finder import find
from search.models import UnansweredQuestion
from search.results import Hit
from search.unanswered import nearest

pytestmark = pytest.mark.django_db


def hit(number: int, **facets: tuple[str, ...]) -> Hit:
    return Hit(f"page:{number}", 1.0, "procedure", "x", "/x/", facets=facets)


def test_the_field_of_most_hits_is_nearest_and_its_agency_answers():
    hits = [
        hit(1, field=("dat-dai",), agency=("so-nong-nghiep",)),
        hit(2, field=("ho-tich",), agency=("so-tu-phap",)),
        hit(3, field=("ho-tich",), agency=("so-tu-phap",)),
        hit(4, agency=("so-y-te",)),
    ]
    assert nearest(hits) == ("ho-tich", "so-tu-phap")


def test_the_better_hit_decides_between_equals_and_nothing_is_near_nothing():
    assert nearest([hit(1, field=("a",)), hit(2, field=("b",))]) == ("a", "")
    assert nearest([hit(1, agency=("so-y-te",))]) == ("", "so-y-te")
    assert nearest([]) == ("", "")


@pytest.fixture
def fishing(index) -> Agency:
    """An index that knows fishing boats, and the agency that they belong to."""
    agency = Agency.objects.create(name="Sở Nông nghiệp", kind="department")
    Field.objects.create(name="Thủy sản")
    facets = {"field": ("thuy-san",), "agency": (agency.slug,)}
    index.rebuild([SearchEntry("page:1", "procedure", "Đăng ký tàu cá", "/tau-ca/", facets=facets)])
    return agency


def ask(text: str) -> UnansweredQuestion | None:
    note_search(find(text))
    return UnansweredQuestion.objects.filter(question=text).first()


def test_a_question_that_is_answered_is_not_listed(fishing):
    assert ask("đăng ký tàu cá") is None


def test_one_that_fits_poorly_is_listed_for_the_agency_of_the_nearest_field(fishing):
    row = ask("tàu ngầm du lịch mini")
    assert (row.fits, row.field.name, row.agency, row.state) == ("poorly", "Thủy sản", fishing, "open")


def test_one_that_finds_nothing_is_listed_for_everybody(fishing):
    row = ask("zzzz")
    assert (row.fits, row.field, row.agency) == ("nothing", None, None)


def test_it_is_counted_not_listed_again(fishing):
    ask("zzzz")
    assert ask("zzzz").asked == 2


def test_what_was_done_but_still_finds_nothing_comes_back(fishing):
    ask("zzzz")
    UnansweredQuestion.objects.update(state="done")
    assert ask("zzzz").state == "open"


def test_what_needs_nothing_stays_so(fishing):
    ask("zzzz")
    UnansweredQuestion.objects.update(state="ignored")
    assert ask("zzzz").state == "ignored"
