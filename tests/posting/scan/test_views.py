"""What answers when a code is scanned or typed: the right page, what became of it, or help; never another procedure."""

import pytest
from django.utils import timezone

from posting.ledger.papers import NewPaper, issue_papers
from posting.models import ScanCount
from posting.scan import counting
from posting.scan.misses import MOST_A_MINUTE
from procedures_catalog.facts.short_code import ALPHABET, check_character
from procedures_catalog.models import ProcedureIdentity
from procedures_catalog.versions.noting import versions_to_print
from tests.clock import today
from tests.procedures_catalog.factories import published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
TODAY = today()


def _text(response) -> str:
    return response.content.decode()


def _code(page) -> str:
    return page.identity.short_code


def _paper(*pages, **values):
    """A board with the procedures, as it is printed."""
    versions = versions_to_print([page.identity_id for page in pages], today())
    return issue_papers([NewPaper("board", "Bảng ở cổng", versions, **values)], timezone.now())[0]


def _never_issued(number: int = 0) -> str:
    """A well-formed code that no procedure has."""
    body = ALPHABET[number % 31] + ALPHABET[number // 31] + "ZZZZ"
    code = body + check_character(body)
    assert not ProcedureIdentity.objects.filter(short_code=code).exists()
    return code


# --- The right page -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    ["{code}", "{code}/", "{lower}", "{code:.3}-{rest}", "{code:.3} {rest}", "{lower:.3}.{rest}", "%{first:X}{last}"],
)
def test_a_code_leads_to_its_procedure_however_it_is_written(client, typed):
    page = published("1.100001")
    code = _code(page)
    words = {"code": code, "lower": code.lower(), "rest": code[3:], "first": ord(code[0]), "last": code[1:]}
    response = client.get("/q/" + typed.format(**words))
    assert (response.status_code, response.url) == (302, page.url)


def test_nobody_keeps_where_a_code_leads(client):
    assert client.get(f"/q/{_code(published())}")["Cache-Control"] == "no-store"


def test_a_code_outlives_a_change_of_name_address_and_national_code(client):
    page = published("1.100001")
    page.title, page.slug, page.code = "Tên mới", "dia-chi-moi", "1.100009"
    page.save_revision().publish()
    assert client.get(f"/q/{_code(page)}").url == "/thu-tuc/dia-chi-moi/"


def test_the_code_of_an_abolished_procedure_still_leads_to_it(client):
    page = published("1.100001")
    page.valid_to = TODAY
    page.save()
    assert client.get(f"/q/{_code(page)}").url == page.url


@pytest.mark.parametrize("ending", ["", "/{tag}", "/{tag}/", "/2222222", "/{wrong}", "/khong-co"])
def test_a_scan_takes_at_most_three_queries(client, django_assert_max_num_queries, ending):
    page = published()
    tag = _paper(page).tag
    wrong = tag[:-1] + ALPHABET[(ALPHABET.index(tag[-1]) + 1) % 31]
    with django_assert_max_num_queries(3):
        response = client.get(f"/q/{_code(page)}{ending.format(tag=tag, wrong=wrong)}")
    assert response.status_code == 302


def test_on_a_host_of_old_papers_one_redirect_leads_to_the_portals_own(client, settings):
    settings.LEGACY_HOSTS = ["cu.example"]
    settings.ALLOWED_HOSTS = ["cu.example"]
    settings.WAGTAILADMIN_BASE_URL = "https://thutuc.example"
    page = published()
    response = client.get(f"/q/{_code(page)}", headers={"host": "CU.example:8080"})
    assert response.url == f"https://thutuc.example{page.url}"


# --- The tag of a paper ---------------------------------------------------------------------------


@pytest.mark.parametrize("spelling", [str, str.lower, lambda tag: f"{tag[:3]}-{tag[3:]}"])
def test_the_tag_of_a_paper_comes_along(client, spelling):
    page = published()
    tag = _paper(page).tag
    assert client.get(f"/q/{_code(page)}/{spelling(tag)}").url == f"{page.url}?to={tag}"


@pytest.mark.parametrize("tag", ["2222222", "ABCDEFG", "x", "diều", "a" * 300, "%00", "<b>"])
def test_a_tag_that_no_paper_has_changes_nothing(client, tag):
    page = published()
    assert client.get(f"/q/{_code(page)}/{tag}").url == page.url


def test_the_tag_of_a_paper_without_the_procedure_counts_as_none(client):
    page, other = published("1.100001"), published("1.100002")
    assert client.get(f"/q/{_code(page)}/{_paper(other).tag}").url == page.url


# --- No page --------------------------------------------------------------------------------------


def test_a_mistyped_code_leads_to_help_and_never_to_another_procedure(client):
    code = _code(published("1.100001"))
    for place in range(7):
        other = ALPHABET[(ALPHABET.index(code[place]) + 1) % len(ALPHABET)]
        response = client.get(f"/q/{code[:place]}{other}{code[place + 1 :]}")
        assert response.status_code == 404
        assert "gõ nhầm" in _text(response)


@pytest.mark.parametrize("typed", ["0", "diều", "a" * 5000, "<script>", "%00", "..", "ABC 1O0", "%252e"])
def test_what_is_no_code_leads_to_help(client, typed):
    response = client.get(f"/q/{typed}")
    assert response.status_code == 404
    assert "<script>alert" not in _text(response)


def test_a_code_that_was_never_issued_says_so(client):
    response = client.get(f"/q/{_never_issued()}")
    assert response.status_code == 404
    assert "chưa từng cấp mã này" in _text(response)


def test_the_code_of_a_withdrawn_procedure_says_which_it_was_and_that_the_paper_is_old(client):
    page = published("1.100001")
    page.unpublish()
    response = client.get(f"/q/{_code(page)}")
    assert response.status_code == 200
    for words in (page.title, "1.100001", "đã cũ", 'action="/tim-kiem/"'):
        assert words in _text(response)


def test_the_code_of_a_withdrawn_procedure_leads_to_what_replaced_it(client):
    old, new = published("1.100001"), published("1.100002")
    old.valid_to, old.successor, old.ending_decision = TODAY, new, "Quyết định 9/QĐ-UBND"
    old.save_revision().publish()
    old.unpublish()
    shown = _text(client.get(f"/q/{_code(old)}"))
    assert "đã được thay bằng" in shown
    assert f"từ ngày {TODAY:%d/%m/%Y} theo Quyết định 9/QĐ-UBND" in shown
    assert f'href="{new.url}"' in shown


def test_the_code_of_a_deleted_page_still_says_which_procedure_it_was(client):
    page = published("1.100001")
    page.delete()
    response = client.get(f"/q/{_code(page)}")
    assert response.status_code == 200
    assert page.title in _text(response)


def test_the_name_of_a_draft_stays_between_its_editors(client):
    page = published("1.100001")
    page.live, page.first_published_at, page.title = False, None, "Bí mật"
    page.save()
    page.identity.versions.all().delete()
    assert "Bí mật" not in _text(client.get(f"/q/{_code(page)}"))


def test_nothing_can_be_posted_to_a_code(client):
    assert client.post(f"/q/{_code(published())}").status_code == 405


# --- Counting -------------------------------------------------------------------------------------


def _counted() -> list[tuple[int, int | None, int]]:
    counting.flush()
    return list(ScanCount.objects.order_by("pk").values_list("identity", "paper", "scans"))


def test_a_scan_is_counted_for_its_procedure_and_its_paper(client):
    page = published()
    paper = _paper(page)
    for ending in ("", f"/{paper.tag}", f"/{paper.tag}", "/2222222"):
        client.get(f"/q/{_code(page)}{ending}")
    assert set(_counted()) == {(page.identity_id, None, 2), (page.identity_id, paper.pk, 2)}


def test_a_withdrawn_procedures_code_is_counted_too(client):
    page = published()
    page.unpublish()
    client.get(f"/q/{_code(page)}")
    assert _counted() == [(page.identity_id, None, 1)]


@pytest.mark.parametrize("headers", [{"sec-purpose": "prefetch;prerender"}, {"purpose": "prefetch"}])
def test_what_a_browser_fetches_in_advance_is_not_counted(client, headers):
    page = published()
    assert client.get(f"/q/{_code(page)}", headers=headers).status_code == 302
    assert _counted() == []


def test_a_look_at_the_headers_is_not_counted(client):
    page = published()
    assert client.head(f"/q/{_code(page)}").status_code == 302
    assert _counted() == []


def test_what_was_never_issued_is_not_counted(client):
    client.get(f"/q/{_never_issued()}")
    assert _counted() == []


# --- Guessing -------------------------------------------------------------------------------------


def _guess(client, times: int, **more) -> int:
    """The status of the last of so many guesses."""
    return [client.get(f"/q/{_never_issued(number)}", **more) for number in range(times)][-1].status_code


def test_whoever_guesses_on_is_asked_to_wait(client):
    assert _guess(client, MOST_A_MINUTE) == 404
    response = client.get(f"/q/{_never_issued(100)}")
    assert (response.status_code, response["Retry-After"]) == (429, "60")
    assert "Xin chờ một phút" in _text(response)


def test_a_good_code_opens_even_where_somebody_guesses(client):
    page = published()
    assert _guess(client, MOST_A_MINUTE + 1) == 429
    assert client.get(f"/q/{_code(page)}").url == page.url


def test_somebody_elses_guesses_are_not_mine(client):
    assert _guess(client, MOST_A_MINUTE + 1, headers={"x-forwarded-for": "192.0.2.1"}) == 429
    assert _guess(client, 1, headers={"x-forwarded-for": "192.0.2.2"}) == 404


def test_a_network_of_ipv6_is_one_client(client):
    assert _guess(client, MOST_A_MINUTE + 1, headers={"x-forwarded-for": "2001:db8::1"}) == 429
    assert _guess(client, 1, headers={"x-forwarded-for": "2001:db8::2"}) == 429
    assert _guess(client, 1, headers={"x-forwarded-for": "2001:db8:1::1"}) == 404


class _SeenCache:
    """Keeps in sight what is put into the cache."""

    def __init__(self) -> None:
        self.put: dict[str, int] = {}

    def add(self, key: str, value: int, _seconds: int) -> None:
        self.put.setdefault(key, value)

    def incr(self, key: str) -> int:
        self.put[key] += 1
        return self.put[key]


def test_no_address_is_kept_for_it(client, monkeypatch):
    seen = _SeenCache()
    monkeypatch.setattr("pages.visitors.fair_share.caches", {"shares": seen})
    _guess(client, 2, headers={"x-forwarded-for": "192.0.2.77"})
    [(key, misses)] = seen.put.items()
    assert misses == 2
    assert "192.0.2" not in key


# --- The form -------------------------------------------------------------------------------------


def test_the_form_for_a_typed_code_leads_on(client):
    page = published("1.100001")
    response = client.get("/q/", {"ma": _code(page).lower()}, follow=True)
    assert response.redirect_chain[-1][0] == page.url


def test_the_form_takes_a_code_without_a_digit_in_two_parts(client):
    page, letters = published("1.100001"), "JSZYDA" + check_character("JSZYDA")
    ProcedureIdentity.objects.filter(page=page).update(short_code=letters)
    response = client.get("/q/", {"ma": f"{letters[:4].lower()} {letters[4:].lower()}"}, follow=True)
    assert response.redirect_chain[-1][0] == page.url


def test_two_words_that_could_be_a_code_nobody_has_are_looked_for(client):
    letters = "JSZYDA" + check_character("JSZYDA")
    response = client.get("/q/", {"ma": f"{letters[:4].lower()} {letters[4:].lower()}"})
    assert response.url.startswith("/tim-kiem/?q=")


def test_the_form_takes_a_whole_printed_address(client):
    page = published()
    tag = _paper(page).tag
    response = client.get("/q/", {"ma": f"https://thutuc.tinh.example/q/{_code(page)}/{tag}"})
    assert response.url == f"{page.url}?to={tag}"


@pytest.mark.parametrize(
    "typed",
    ["", " ", "../../", "//evil.example", "a" * 5000, "\0", "http://evil.example/q", "http://[", "evil.example/x"],
)
def test_the_form_takes_anything_and_never_leads_away(client, typed):
    response = client.get("/q/", {"ma": typed}, follow=True)
    assert response.status_code in (200, 404)
    assert all(address.startswith(("/q/", "/tim-kiem/?q=")) for address, _ in response.redirect_chain)


@pytest.mark.parametrize(
    "written", ["/q/{})", "/q/{},", "/q/{}%22", "/q/{}%E2%80%8B", "/q/{}.", "/Q/{}", "/Q/{}/?utm_source=zalo"]
)
def test_signs_behind_a_code_and_a_capital_q_do_no_harm(client, written):
    page = published()
    assert client.get(written.format(_code(page))).url == page.url


@pytest.mark.parametrize(
    "written",
    [
        "http://x.example/q/{}",
        "HTTPS://X.EXAMPLE/Q/{}).",
        "x.example/q/{}/ABC2345?fbclid=1",
        "127.0.0.1:8200/q/{}",
        "/q/{}?zarsrc=1",
    ],
)
def test_a_whole_address_typed_into_the_form_leads_on(client, written):
    page = published()
    assert client.get("/q/", {"ma": written.format(_code(page))}).url == page.url
