"""Questions without a good answer, laid before the agency of the nearest sector."""

import pytest

from agencies.models import Agency
from pages.entry import SearchEntry
from procedures_catalog.models import Sector
from search.finder import find
from search.models import AskedQuestion, UnansweredQuestion
from search.models.asked import ENOUGH
from search.query_log.asked import note_search
from search.query_log.asker import Asker
from search.query_log.unanswered import nearest
from search.ranking.results import Hit
from tests.clock import today

pytestmark = [pytest.mark.django_db, pytest.mark.database_differs]


def hit(number: int, **facets: tuple[str, ...]) -> Hit:
    return Hit(f"page:{number}", 1.0, "procedure", "x", "/x/", facets=facets)


def test_the_sector_of_most_hits_is_nearest_and_its_agency_answers():
    hits = [
        hit(1, sector=("dat-dai",), agency=("so-nong-nghiep",)),
        hit(2, sector=("ho-tich",), agency=("so-tu-phap",)),
        hit(3, sector=("ho-tich",), agency=("so-tu-phap",)),
        hit(4, agency=("so-y-te",)),
    ]
    assert nearest(hits) == ("ho-tich", "so-tu-phap")


def test_the_better_hit_decides_between_equals_and_nothing_is_near_nothing():
    assert nearest([hit(1, sector=("a",)), hit(2, sector=("b",))]) == ("a", "")
    assert nearest([hit(1, agency=("so-y-te",))]) == ("", "so-y-te")
    assert nearest([]) == ("", "")


@pytest.fixture
def fishing(index) -> Agency:
    """An index that knows fishing boats, and the agency that they belong to."""
    agency = Agency.objects.create(name="Sở Nông nghiệp", kind="department")
    Sector.objects.create(name="Thủy sản")
    facets = {"sector": ("thuy-san",), "agency": (agency.slug,)}
    index.rebuild([SearchEntry("page:1", "procedure", "Đăng ký tàu cá", "/tau-ca/", facets=facets)])
    return agency


def ask(text: str, client: str = "a") -> UnansweredQuestion | None:
    """Asked once more, or from as many networks as it takes to be written down."""
    for network in range(1 if AskedQuestion.objects.filter(question=text).exists() else ENOUGH):
        note_search(find(text, today()), Asker(client, str(network)), today())
    return UnansweredQuestion.objects.filter(question=text).first()


def test_a_question_that_is_answered_is_not_listed(fishing):
    assert ask("đăng ký tàu cá") is None


def test_one_that_fits_poorly_is_listed_for_the_agency_of_the_nearest_sector(fishing):
    row = ask("tàu ngầm du lịch mini")
    assert (row.fits, row.sector.name, row.agency, row.state) == ("poorly", "Thủy sản", fishing, "open")


def test_one_that_finds_nothing_is_listed_for_everybody(fishing):
    row = ask("zzzz")
    assert (row.fits, row.sector, row.agency) == ("nothing", None, None)


def test_it_is_counted_not_listed_again(fishing):
    ask("zzzz")
    assert ask("zzzz").asked == ENOUGH + 1


def test_what_was_done_but_still_finds_nothing_comes_back(fishing):
    ask("zzzz")
    UnansweredQuestion.objects.update(state="done")
    assert ask("zzzz").state == "open"


def test_what_needs_nothing_stays_so(fishing):
    ask("zzzz")
    UnansweredQuestion.objects.update(state="ignored")
    assert ask("zzzz").state == "ignored"


# --- Whoever asks all day hides nothing -----------------------------------------------------------


@pytest.fixture
def room_for_five(monkeypatch) -> None:
    monkeypatch.setattr("search.query_log.unanswered.MOST_OPEN", 5)


def listed() -> set[str]:
    return set(UnansweredQuestion.objects.values_list("question", flat=True))


def test_one_client_has_so_many_new_ones_a_day_and_others_are_not_touched_by_it(fishing, monkeypatch):
    monkeypatch.setattr("search.query_log.unanswered.MOST_NEW_A_DAY", 3)
    for number in range(9):
        ask(f"zz{number}")
    assert len(listed()) == 3
    assert ask("tàu ngầm du lịch mini", client="b") is not None


def test_what_the_client_asked_before_is_counted_all_the_same(fishing, monkeypatch):
    monkeypatch.setattr("search.query_log.unanswered.MOST_NEW_A_DAY", 1)
    ask("zz1")
    ask("zz2")
    assert ask("zz1").asked == ENOUGH + 1


def test_nonsense_makes_room_for_a_real_question_and_pushes_none_out(fishing, room_for_five):
    ask("tàu ngầm du lịch mini")
    for number in range(20):
        ask(f"zz{number}", client=str(number))
    assert "tàu ngầm du lịch mini" in listed()
    ask("tàu bay riêng")
    assert {"tàu ngầm du lịch mini", "tàu bay riêng"} <= listed()
    assert len(listed()) == 5


def test_where_all_are_real_the_oldest_that_nobody_asked_again_goes(fishing, room_for_five):
    for word in ("bay", "ngầm", "điện", "hỏa", "lượn"):
        ask(f"tàu {word} riêng")
    ask("tàu bay riêng", client="b")
    ask("tàu vũ trụ riêng", client="b")
    assert listed() == {f"tàu {word} riêng" for word in ("bay", "điện", "hỏa", "lượn", "vũ trụ")}
    ask("zz1")
    assert "zz1" not in listed()
