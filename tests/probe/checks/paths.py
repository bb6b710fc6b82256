"""Addresses made to escape, to deceive or to break."""

from urllib.parse import urlsplit

from tests.probe.found import Found, check, nothing
from tests.probe.probe import Probe

ESCAPES = (
    "/static/../portal.sqlite3",
    "/static/%2e%2e/portal.sqlite3",
    "/static/..%2fportal.sqlite3",
    "/media/../portal.sqlite3",
    "/media/%2e%2e/portal.sqlite3",
    "/media/..%2f..%2fetc/passwd",
    "/media/images/..%5c..%5cportal.sqlite3",
    "/media../portal.sqlite3",
    "/media",
    "/tai-lieu/..%2f1/x.pdf",
    "//etc/passwd",
    "/.env",
    "/.git/config",
    "/manage.py",
    "/portal.sqlite3",
)
BROKEN = (
    "/%00",
    "/thu-tuc/%00/",
    "/q/%0d%0aSet-Cookie:x=1",
    "/thu-tuc/?page=%0d%0aLocation:x",
    "/thu-tuc/?page=99999999999999999999",
    "/thu-tuc/?page=-1",
    "/%ff%fe/",
    "/q/%F0%9F%92%A9",
    "/thu-tuc/" + "a" * 3000 + "/",
    "/api/v1/procedures?limit=100000",
    "/api/v1/procedures?offset=-1",
    "/api/v1/procedures/%2e%2e%2f",
    "/tai-lieu/99999999999999999999/x.pdf",
)
ELSEWHERE = ("//evil.example/", "https://evil.example/", "/\\evil.example/", "javascript:alert(1)")


@check
def no_address_leaves_its_folder(probe: Probe) -> Found:
    """No address leads to a file of the server that is not meant to be served."""
    answers = [(door.name, path, door.ask(path)) for door in probe.doors for path in ESCAPES]
    return nothing(
        f"{name} {path}: {answer.status}"
        for name, path, answer in answers
        if answer.status == 200 or answer.body.startswith(b"SQLite")
    )


@check
def no_address_breaks_the_portal(probe: Probe) -> Found:
    """Control characters, broken UTF-8 and absurd numbers are answered, without an error of the server."""
    answers = [(path[:60], probe.site.ask(path)) for path in BROKEN]
    return nothing(
        f"{path}: {answer.status}"
        for path, answer in answers
        if not 200 <= answer.status < 500 or ("Location" in answer.headers and "Location:" in path)
    )


@check
def an_address_that_is_too_long_is_told_in_vietnamese(probe: Probe) -> Found:
    """A question of 6,000 bytes is answered; one that no server takes says so in words, with the way on."""
    long, longer = (probe.site.ask(f"/tim-kiem/?q={'a' * size}") for size in (6_000, 20_000))
    faults = [f"6000: {long.status}"] if long.status != 200 else []
    told = longer.status == 414 and "Địa chỉ quá dài" in longer.text
    return nothing(faults if told else [*faults, f"20000: {longer.status} {longer.text[:60]}"])


@check
def nobody_is_sent_elsewhere(probe: Probe) -> Found:
    """Neither a path nor `next` nor a Host leads a reader to another site."""
    paths = [f"/{target}" for target in ELSEWHERE] + [f"/tai-khoan/dang-nhap/?next={target}" for target in ELSEWHERE]
    leads = [(path, probe.site.ask(path).headers.get("Location", "")) for path in paths]
    return nothing(f"{path} → {lead}" for path, lead in leads if _is_elsewhere(probe.site.host, lead))


def _is_elsewhere(host: str, location: str) -> bool:
    """As a browser reads it: two strokes, also backward ones, begin a host."""
    found = urlsplit(location.replace("\\", "/"))
    return found.scheme not in ("", "http", "https") or found.netloc not in ("", host)


@check
def other_hosts_are_refused(probe: Probe) -> Found:
    """A request for another host is refused, also when it hides behind X-Forwarded-Host."""
    foreign = probe.site.ask("/", headers={"Host": "evil.example"})
    hidden = probe.site.ask("/q/", headers={"X-Forwarded-Host": "evil.example"})
    faults = [f"Host: {foreign.status}"] if foreign.status != 400 else []
    return nothing(faults + (["X-Forwarded-Host"] if "evil.example" in hidden.text else []))
