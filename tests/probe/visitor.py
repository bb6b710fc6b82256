"""Somebody at a door who keeps cookies, fills in forms and can sign in."""

import re
from http.cookies import SimpleCookie
from urllib.parse import urlencode

from tests.probe.door import Answer, Door

DOOR = "/tai-khoan/dang-nhap/"
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


class Visitor:
    """Asks like a browser: cookies are kept, a form's token is sent along, redirects are not followed."""

    def __init__(self, door: Door, **headers: str) -> None:
        self.door, self.cookies, self.headers = door, dict[str, str](), headers

    def get(self, path: str) -> Answer:
        """Opens a page."""
        return self._ask(path, "GET", None)

    def post(self, path: str, fields: dict[str, str], form: str | None = None) -> Answer:
        """Sends a form that is on the page `form`, else at the path itself."""
        token = _TOKEN.search(self.get(form or path).text)
        fields = fields | ({"csrfmiddlewaretoken": token.group(1)} if token else {})
        return self._ask(path, "POST", urlencode(fields).encode())

    def sign_in(self, username: str, password: str) -> Answer:
        """Tries to sign in; 302 when it was right."""
        return self.post(DOOR, {"login": username, "password": password})

    def _ask(self, path: str, method: str, body: bytes | None) -> Answer:
        headers = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "Origin": f"https://{self.door.host}",
            "Referer": f"https://{self.door.host}{path}",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        answer = self.door.ask(path, method, headers | self.headers, body)
        for line in answer.headers.get_all("Set-Cookie", []):
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}
        return answer
