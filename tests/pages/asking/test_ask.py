"""Another site is asked whether an address opens, and what it answers is understood; it is a real server."""

import socket
from dataclasses import replace

import pytest

from pages.asking.ask import Manner, ask
from pages.asking.verdict import HARD, OK, SOFT, UNASKED
from tests.pages.links.other_site import OtherSite

MANNER = Manner("CongThongTinTinh (+https://thutuc.example)", may_be_local=True)


@pytest.fixture(scope="module")
def site():
    served = OtherSite()
    yield served
    served.close()


@pytest.fixture(autouse=True)
def _fresh(site) -> None:
    site.log.clear()


def kind(address: str, manner: Manner = MANNER) -> str:
    return ask(address, manner).kind


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/200", OK),
        ("/404", HARD),
        ("/410", HARD),
        ("/401", SOFT),
        ("/403", SOFT),
        ("/429", SOFT),
        ("/500", SOFT),
        ("/503", SOFT),
        ("/only_get/403", OK),
        ("/only_get/405", OK),
        ("/only_get/501", OK),
        ("/only_get/404", OK),
        ("/to?/200", OK),
        ("/to?/404", HARD),
        ("/round", SOFT),
        ("/thủ-tục?mã=1.2#nop", OK),
    ],
)
def test_each_answer_has_its_meaning(site, path, found):
    answer = ask(site.url(path), MANNER)
    assert (answer.kind, answer.is_reached) == (found, True)


def test_it_is_asked_in_short_by_the_portals_name_and_in_full_only_where_that_says_no(site):
    ask(site.url("/200"), MANNER)
    ask(site.url("/429"), MANNER)
    ask(site.url("/only_get/405"), MANNER)
    assert site.asked() == ["HEAD /200", "HEAD /429", "HEAD /only_get/405", "GET /only_get/405"]
    assert {agent for _, _, agent, _ in site.log} == {MANNER.agent}


def test_redirects_have_an_end(site):
    ask(site.url("/round"), replace(MANNER, redirects=3))
    assert len(site.log) == 4


def test_a_name_that_does_not_exist_is_hard_and_a_silent_port_is_not(site):
    gone = ask("https://khong-co-ten-nay.invalid/nop", MANNER)
    assert (gone.kind, gone.is_reached) == (HARD, False)
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        silent = ask(f"http://127.0.0.1:{closed.getsockname()[1]}/", MANNER)
    assert (silent.kind, silent.is_reached) == (SOFT, False)


def test_a_way_that_leads_to_a_missing_name_is_not_clear(site):
    assert kind(site.url("/to?http://khong-co-ten-nay.invalid/")) == SOFT


def test_trouble_with_the_certificate_is_not_clear(site):
    answer = ask(site.url("/200").replace("http:", "https:"), MANNER)
    assert (answer.kind, answer.is_reached) == (SOFT, True)


@pytest.mark.parametrize("path", ["/slow", "/drip", "/endless"])
def test_who_answers_slowly_or_without_an_end_is_left(site, path):
    answer = ask(site.url(path), replace(MANNER, seconds=0.5, whole_seconds=1))  # two of them would never end
    assert answer.kind == (OK if path == "/endless" else SOFT)


def test_of_an_endless_answer_little_is_read(site):
    site.sent = 0
    ask(site.url("/endless"), MANNER)
    assert site.sent < 20_000_000  # what fits between the two, not what was offered


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::]", "[::1]", "[::ffff:127.0.0.1]", "2130706433"])
def test_this_machine_is_never_asked_by_a_real_portal(site, host):
    answer = ask(site.url("/200", host), replace(MANNER, may_be_local=False))
    assert answer.kind in (UNASKED, HARD)  # some of these are a name here, and there is none
    assert site.log == []


@pytest.mark.parametrize(
    "address",
    [
        "http://10.1.2.3/",
        "http://192.168.1.1/",
        "http://169.254.169.254/latest",
        "http://100.64.0.1/",
        "http://224.0.0.1/",
        "http://[fe80::1]/",
        "http://[fd00::1]/",
        "http://[2002:7f00:1::]/",
        "http://[64:ff9b::7f00:1]/",
        "file:///etc/passwd",
        "ftp://127.0.0.1/",
        "gopher://127.0.0.1/",
    ],
)
def test_neighbours_and_other_ways_are_never_asked(address):
    assert kind(address, replace(MANNER, may_be_local=False)) == UNASKED


@pytest.mark.parametrize("address", ["http://[", "http://a b/", "http://x:port/", "http://" + "a" * 70 + ".vn/"])
def test_what_is_no_address_is_not_clear(address):
    assert kind(address) == SOFT
