"""Guessing passwords is slow, and nobody closes the door to somebody else by it."""

import datetime

import pytest
from axes.models import AccessAttempt, AccessLog
from django.core.management import call_command
from django.db import DatabaseError
from django.test import Client
from django.utils import timezone

from cms.sign_in import tries
from tests.cms.sign_in.conftest import PASSWORD

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("accounts")]


def guess(trying, times: int, username: str = "canbo", **more) -> None:
    for _ in range(times):
        assert trying(username, **more).status_code == 200


def test_after_five_wrong_passwords_the_sixth_try_is_refused(trying):
    guess(trying, 5)
    response = trying("canbo", PASSWORD)
    assert response.status_code == 429
    assert 0 < int(response["Retry-After"]) <= 900
    assert "Xin thử lại sau" in response.text


def test_a_try_that_is_refused_does_not_make_the_wait_longer(trying):
    guess(trying, 5)
    before = AccessAttempt.objects.get()
    trying("canbo")
    after = AccessAttempt.objects.get()
    assert (after.failures_since_start, after.attempt_time) == (5, before.attempt_time)


def test_an_account_that_does_not_exist_is_refused_in_the_same_way(trying):
    guess(trying, 5, "khong-co")
    assert trying("khong-co").status_code == 429


def test_who_waited_may_try_again(trying):
    guess(trying, 5)
    AccessAttempt.objects.update(attempt_time=timezone.now() - tries.COOL_OFF)
    assert trying("canbo").status_code == 200
    assert trying("canbo", PASSWORD).status_code == 302


def test_the_right_password_forgets_the_wrong_ones(trying):
    guess(trying, 4)
    assert trying("canbo", PASSWORD).status_code == 302
    guess(trying, 4)
    assert trying("canbo", PASSWORD).status_code == 302


def test_a_stranger_elsewhere_does_not_close_the_door_to_an_officer(trying):
    guess(trying, 5, address="198.51.100.7")
    assert trying("canbo", PASSWORD).status_code == 302


def test_a_neighbour_behind_the_same_address_does_not_close_it_on_a_computer_that_the_officer_has_used(trying):
    computer = Client()
    trying("canbo", PASSWORD, client=computer)
    computer.post("/tai-khoan/dang-xuat/")
    guess(trying, 5)
    assert trying("canbo", PASSWORD, client=computer).status_code == 302


def test_a_computer_is_known_only_to_those_who_signed_in_on_it(trying):
    computer = Client()
    trying("canbo2", PASSWORD, client=computer)
    computer.post("/tai-khoan/dang-xuat/")
    guess(trying, 5)
    assert trying("canbo", PASSWORD, client=computer).status_code == 429


def test_on_a_known_computer_too_five_wrong_passwords_are_enough(trying):
    computer = Client()
    trying("canbo", PASSWORD, client=computer)
    computer.post("/tai-khoan/dang-xuat/")
    guess(trying, 5, client=computer)
    assert trying("canbo", PASSWORD, client=computer).status_code == 429
    assert trying("canbo", PASSWORD, client=computer, address="198.51.100.9").status_code == 429


def test_a_forged_mark_of_a_computer_is_no_mark(trying):
    computer = Client()
    computer.cookies["may-quen"] = "abc:def:ghi"
    guess(trying, 5, client=computer)
    assert trying("canbo", PASSWORD, client=computer).status_code == 429


def test_many_addresses_together_reach_an_account_no_longer_but_its_own_office_does(trying):
    trying("canbo", PASSWORD, address="203.0.113.5")
    for number in range(4):
        guess(trying, 5, address=f"198.51.100.{number}")
    assert trying("canbo", PASSWORD, address="198.51.100.99").status_code == 429
    assert trying("canbo", PASSWORD, address="203.0.113.5").status_code == 302


@pytest.mark.slow
def test_of_a_thousand_wrong_passwords_from_a_hundred_addresses_twenty_are_looked_at(trying):
    trying("canbo", PASSWORD, address="203.0.113.5")
    seen = [trying("canbo", f"sai-{n}", address=f"198.51.{n % 100}.1").status_code for n in range(1_000)]
    assert (seen.count(200), seen.count(429)) == (20, 980)
    assert trying("canbo", PASSWORD, address="203.0.113.5").status_code == 302


def test_one_address_that_tries_all_names_is_refused_but_not_its_own_officers(trying):
    trying("canbo", PASSWORD)
    for number in range(tries.MOST_FROM_ADDRESS):
        trying(f"ten-{number}")
    assert trying("canbo2", PASSWORD).status_code == 429
    assert trying("canbo", PASSWORD).status_code == 302


def test_the_officers_of_a_commune_may_mistype_behind_one_address(trying):
    for number in range(10):
        guess(trying, 4, f"xa-{number}")
    assert trying("canbo", PASSWORD).status_code == 302


def test_no_name_address_or_browser_is_written_down(trying):
    guess(trying, 1, "mat-khau-go-nham", address="192.0.2.55")
    trying("canbo", PASSWORD, address="192.0.2.55")
    rows = [*AccessAttempt.objects.values(), *AccessLog.objects.values()]
    assert len(rows) == 2
    assert not any(text in str(rows) for text in ("192.0.2", "canbo", "mat-khau", "Mozilla", PASSWORD))


def test_what_is_old_is_forgotten(trying):
    guess(trying, 1)
    trying("canbo2", PASSWORD)
    AccessAttempt.objects.update(attempt_time=timezone.now() - datetime.timedelta(days=2))
    call_command("prune_sign_ins")
    assert (AccessAttempt.objects.count(), AccessLog.objects.count()) == (0, 1)
    AccessLog.objects.update(attempt_time=timezone.now() - datetime.timedelta(days=tries.KNOWN_DAYS + 1))
    call_command("prune_sign_ins")
    assert AccessLog.objects.count() == 0


def test_the_administrator_lets_an_account_in_again_by_its_name(trying):
    guess(trying, 5)
    call_command("axes_reset_username", "canbo")
    assert trying("canbo", PASSWORD).status_code == 302


def test_the_administrator_lets_an_address_in_again(trying):
    guess(trying, 5, address="2001:db8:5::1")
    call_command("axes_reset_ip", "2001:db8:5::2")
    assert trying("canbo", PASSWORD, address="2001:db8:5::3").status_code == 302


def test_where_the_database_takes_nothing_each_process_counts_alone(trying, monkeypatch):
    def refuse(**_: object) -> None:
        raise DatabaseError

    monkeypatch.setattr(AccessAttempt.objects, "create", refuse)
    guess(trying, 5)
    assert trying("canbo").status_code == 429


def test_letters_to_who_forgot_a_password_are_asked_for_sparingly(client, mailoutbox):
    answers = [client.post("/tai-khoan/quen-mat-khau/", {"email": f"{n}@tinh.example"}).status_code for n in range(6)]
    assert answers == [302] * 5 + [429]
