"""What one person alone tells is written down nowhere: a question's words wait until enough different people ask it."""

import datetime

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import models
from django.urls import reverse

from search.finder import find
from search.models import AskedQuestion, HeardQuestion, UnansweredQuestion
from search.query_log import heard
from search.query_log.asked import note_search, prune
from search.query_log.asker import Asker
from search.query_log.heard import ENOUGH, HELD_DAYS
from tests.clock import today
from tests.editors import signed_in
from tests.search.index.contract import EVERYTHING
from vietnamese.fold import fold

pytestmark = [pytest.mark.django_db, pytest.mark.database_differs]
FRIDAY = datetime.date(2026, 11, 27)
SECRET = "tôi tên là lan bị hiv"
NETWORKS = ["113.160.7.1", "27.64.7.1", "118.68.7.1", "42.112.7.1"]


@pytest.fixture(autouse=True)
def full(index, portal):
    index.rebuild(EVERYTHING)


def ask(text: str, network: str, on: datetime.date = FRIDAY, share: str = "") -> None:
    note_search(find(text, on), Asker(share or network, network), on)


def everything_written() -> str:
    """Every value of every row of the finder's tables, as one text."""
    rows = (row for model in apps.get_app_config("search").get_models() for row in model.objects.values())
    return " ".join(fold(str(value)) for row in rows for value in row.values())


@pytest.mark.parametrize(
    "text",
    [SECRET, "Cao Thị Hoa đăng ký kết hôn", "lâm quốc bảo nghiện ma túy", "thào a chống", "thửa đất của hứa kim tăng"],
)
def test_what_one_person_tells_again_and_again_is_in_no_row_report_or_export(text):
    for day in range(6):
        ask(text, NETWORKS[0], FRIDAY + datetime.timedelta(days=day), share=f"another-on-{day}")
    assert not AskedQuestion.objects.exists()
    assert not UnansweredQuestion.objects.exists()
    assert fold(text) not in everything_written()
    desk = signed_in("Biên tập viên")
    for address in ("", "?export=csv"):
        answer = desk.get(reverse("search_report") + address)
        said = b"".join(answer) if answer.streaming else answer.content
        assert text.casefold() not in said.decode().casefold()


def test_nor_is_it_when_a_telephone_gets_another_address_of_the_same_provider(client):
    for last in range(1, 5):
        client.get(reverse("search"), {"q": SECRET}, headers={"x-forwarded-for": f"27.64.{last}.{last}"})
        client.get(reverse("search"), {"q": SECRET}, headers={"x-forwarded-for": f"2402:800:{last}::1"})
    assert not AskedQuestion.objects.exists()


def test_a_question_that_so_many_networks_ask_is_written_down(client):
    for network in NETWORKS[:ENOUGH]:
        assert not AskedQuestion.objects.exists()
        client.get(reverse("search"), {"q": "xin thả diều"}, headers={"x-forwarded-for": network})
    row = AskedQuestion.objects.get()
    assert (row.question, row.asked, row.without_result) == ("xin thả diều", ENOUGH, ENOUGH)
    assert UnansweredQuestion.objects.get().asked == ENOUGH
    assert not HeardQuestion.objects.exists()


def test_what_is_written_down_is_counted_on_in_every_week():
    for network in NETWORKS[:ENOUGH]:
        ask("xin thả diều", network)
    ask("xin thả diều", NETWORKS[0], FRIDAY + datetime.timedelta(days=7))
    assert list(AskedQuestion.objects.order_by("week").values_list("asked", flat=True)) == [ENOUGH, 1]
    assert UnansweredQuestion.objects.get().asked == ENOUGH + 1


def test_it_begins_anew_when_the_others_asked_too_long_ago():
    for network, days in zip(NETWORKS, (0, 1, HELD_DAYS + 2, HELD_DAYS + 3), strict=True):
        ask("xin thả diều", network, FRIDAY + datetime.timedelta(days=days))
    assert not AskedQuestion.objects.exists()


def test_the_very_name_of_a_procedure_tells_of_nobody_and_is_written_at_once():
    ask("thủ tục đăng ký khai sinh", NETWORKS[0])
    ask("thu tuc dang ky khai sinh", NETWORKS[0])
    ask("thủ tục đăng ký khai sinh lan", NETWORKS[0])
    ask("thủ túc đàng ký khải sinh", NETWORKS[0])
    written = set(AskedQuestion.objects.values_list("question", flat=True))
    assert written == {"thủ tục đăng ký khai sinh", "thu tuc dang ky khai sinh"}


def test_a_name_of_news_may_be_somebodys():
    ask("xã miễn lệ phí khai sinh", NETWORKS[0])
    assert not AskedQuestion.objects.exists()


def test_what_is_kept_until_then_is_no_word_no_address_and_no_hour():
    ask(SECRET, NETWORKS[0])
    ask(SECRET, NETWORKS[1])
    row = HeardQuestion.objects.get()
    fields = {field.name: type(field) for field in HeardQuestion._meta.get_fields()}
    assert set(fields) == {"id", "key", "askers", "since"}
    assert fields["since"] is models.DateField
    assert (len(row.key), len(row.askers)) == (32, 4)


def test_who_has_the_rows_alone_cannot_ask_them_for_a_question(settings):
    ask(SECRET, NETWORKS[0])
    before = HeardQuestion.objects.get().key
    HeardQuestion.objects.all().delete()
    settings.SECRET_KEY = "khác"
    ask(SECRET, NETWORKS[0])
    assert HeardQuestion.objects.get().key != before


def test_the_same_asker_has_another_mark_at_each_question():
    for number in range(20):
        ask(f"{SECRET} {'đ' * number}", NETWORKS[0])
    assert len(set(HeardQuestion.objects.values_list("askers", flat=True))) > 10


def test_the_hashes_are_forgotten_too():
    ask(SECRET, NETWORKS[0])
    assert prune(FRIDAY + datetime.timedelta(days=HELD_DAYS)) == 0
    assert prune(FRIDAY + datetime.timedelta(days=HELD_DAYS + 1)) == 1


def test_a_machine_cannot_fill_the_table_and_pushes_the_oldest_out(monkeypatch):
    monkeypatch.setattr(heard, "MOST_HELD", 5)
    for number in range(9):
        ask(f"zz{number}", NETWORKS[0])
    assert HeardQuestion.objects.count() == 5
    for network in NETWORKS[1:ENOUGH]:
        ask("zz8", network)
    assert AskedQuestion.objects.get().question == "zz8"


def test_one_client_notes_so_many_a_day(monkeypatch):
    monkeypatch.setattr(heard, "MOST_NEW_A_DAY", 3)
    for number in range(9):
        ask(f"zz{number}", NETWORKS[0])
    assert HeardQuestion.objects.count() == 3


def test_the_night_takes_away_what_the_filters_of_today_would_not_keep(capsys):
    for question in ("căn cước 079/085/012/345 mất", "mất căn cước"):
        AskedQuestion.objects.create(question=question, week=today(), asked=99)
        UnansweredQuestion.objects.create(question=question, fits="nothing", last_asked=today())
    call_command("prune_searches")
    assert AskedQuestion.objects.get().question == UnansweredQuestion.objects.get().question == "mất căn cước"
    assert "2 dòng" in capsys.readouterr().out
