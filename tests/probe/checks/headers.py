"""What the portal says about itself in its headers."""

from tests.probe.found import Found, check, nothing
from tests.probe.probe import Probe

PUBLIC = ("/", "/thu-tuc/", "/tim-kiem/?q=khai+sinh", "/q/", "/api/v1/procedures", "/suc-khoe/", "/khong-co/")
EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
DESK = ("/quan-tri/", "/quan-tri/jsi18n/")


@check
def pages_carry_the_safe_headers(probe: Probe) -> Found:
    """Every answer forbids frames, guessed types and telling other sites where a reader comes from."""
    seen = [(path, probe.site.ask(path).headers) for path in (*PUBLIC, "/tai-khoan/dang-nhap/")]
    return nothing(
        f"{path}: {name}: {headers.get(name)}"
        for path, headers in seen
        for name, value in EVERYWHERE.items()
        if headers.get(name) != value
    )


@check
def public_pages_allow_no_inline_script(probe: Probe) -> Found:
    """The policy of public pages names the portal itself and nothing inline."""
    policies = [(path, probe.site.ask(path).headers.get("Content-Security-Policy", "")) for path in PUBLIC]
    return nothing(
        f"{path}: {policy}" for path, policy in policies if "default-src 'self'" not in policy or "unsafe" in policy
    )


@check
def readers_get_no_cookie(probe: Probe) -> Found:
    """A citizen who reads is given no cookie."""
    return nothing(path for path in PUBLIC if "Set-Cookie" in probe.site.ask(path).headers)


@check
def cookies_are_safe(probe: Probe) -> Found:
    """The cookies of the door travel in TLS alone and not from other sites."""
    cookies = probe.site.ask("/tai-khoan/dang-nhap/").headers.get_all("Set-Cookie", [])
    unsafe = [cookie for cookie in cookies if "Secure" not in cookie or "SameSite=Lax" not in cookie]
    return Found(bool(cookies) and not unsafe, unsafe or f"{len(cookies)} cookies")


@check
def tls_is_remembered(probe: Probe) -> Found:
    """Browsers are told to come by TLS for a year."""
    policy = probe.site.ask("/").headers.get("Strict-Transport-Security", "")
    return Found("max-age=31536000" in policy, policy)


@check
def devices_and_other_sites_are_shut_out(probe: Probe) -> Found:
    """No page asks for a camera or a place; only the API's answers may be taken into pages of other sites."""
    seen = [(path, probe.site.ask(path).headers) for path in (*PUBLIC, *DESK, "/static/css/base.css")]
    shared = {path: "cross-origin" if path.startswith("/api/") else "same-origin" for path, _ in seen}
    return nothing(
        path
        for path, headers in seen
        if "camera=()" not in headers.get("Permissions-Policy", "")
        or headers.get("Cross-Origin-Resource-Policy") != shared[path]
    )


@check
def the_desk_declares_a_policy(probe: Probe) -> Found:
    """The desk takes no script of another site, no inline handler and no eval."""
    policies = [(path, probe.site.ask(path).headers.get("Content-Security-Policy", "")) for path in DESK]
    wanted = ("default-src 'self'", "script-src-attr 'none'", "object-src 'none'", "frame-ancestors 'self'")
    return nothing(
        f"{path}: {policy}"
        for path, policy in policies
        if "unsafe-eval" in policy or any(each not in policy for each in wanted)
    )


@check
def no_version_is_told(probe: Probe) -> Found:
    """Neither server says which version it is."""
    told = [
        (door.name, door.ask(path).headers.get("Server", "")) for door in probe.doors for path in ("/", "/khong-co/")
    ]
    return nothing(server for server in told if any(letter.isdigit() for letter in server[1]))


@check
def browsers_lists_are_not_asked(probe: Probe) -> Found:
    """A province's portal does not speak for the whole domain."""
    policy = probe.site.ask("/").headers.get("Strict-Transport-Security", "")
    return Found("preload" not in policy, policy)
