"""Starts the tests' provider, and signs somebody in at it as a browser would."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import requests
from bs4 import BeautifulSoup
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.oidc.serve import PASSWORD
from tests.portal_process import ROOT, wait_until_it_answers
from tests.postgres.server import free_port


@contextmanager
def running_provider(folder: Path, redirect: str) -> Iterator[str]:
    """Yields its address; `redirect` is where the portal takes its answers."""
    (folder / "key.pem").write_bytes(_new_key())
    port = free_port()
    own = {"PROVIDER_FOLDER": str(folder), "DJANGO_SETTINGS_MODULE": "tests.oidc.provider_settings"}
    with (folder / "provider.log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.oidc.serve", str(port), redirect],
            cwd=ROOT, env=os.environ | own, stdout=log, stderr=log,
        )  # fmt: skip
    try:
        address = f"http://127.0.0.1:{port}"
        wait_until_it_answers(f"{address}/.well-known/openid-configuration", process)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=30)


def answer_of(asked: str, username: str) -> str:
    """Signs in at the provider, which the portal has led to by `asked`; the path and query by which it leads back."""
    browser = requests.Session()
    door = browser.get(asked, timeout=30)
    token = BeautifulSoup(door.text, "html.parser").find("input", attrs={"name": "csrfmiddlewaretoken"})["value"]
    form = {"login": username, "password": PASSWORD, "csrfmiddlewaretoken": token}
    step = browser.post(door.url, data=form, timeout=30, allow_redirects=False)
    while (where := step.headers["Location"]).startswith(("/", _origin(asked))):
        step = browser.get(requests.compat.urljoin(asked, where), timeout=30, allow_redirects=False)
    back = urlsplit(where)
    return f"{back.path}?{back.query}"


def _origin(url: str) -> str:
    return "{0.scheme}://{0.netloc}".format(urlsplit(url))


def _new_key() -> bytes:
    key = rsa.generate_private_key(public_exponent=65_537, key_size=2048)
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
