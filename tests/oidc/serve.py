"""`python -m tests.oidc.serve PORT REDIRECT`: makes people and one client in an empty folder, then serves."""

import sys

import django
from django.core.management import call_command

PEOPLE = (
    # name, address, whether it is verified
    ("lan", "lan@tinh.example", True),
    ("lan-2fa", "lan.2fa@tinh.example", True),
    ("chua-xac-minh", "chua@tinh.example", False),
    ("nguoi-la", "la@noi-khac.example", True),
)
PASSWORD, CLIENT, SECRET = "mat-khau-cua-tinh", "cong-thong-tin", "bi-mat-chung"


def fill(redirect: str) -> None:
    """The people and the portal as a client."""
    from allauth.account.models import EmailAddress  # noqa: PLC0415 - after Django has been set up
    from allauth.idp.oidc.models import Client  # noqa: PLC0415
    from django.contrib.auth.models import User  # noqa: PLC0415

    for name, address, is_verified in PEOPLE:
        user = User.objects.create_user(name, address, PASSWORD)
        EmailAddress.objects.create(user=user, email=address, verified=is_verified, primary=True)
    client = Client(id=CLIENT, name="Cổng", scopes="openid\nprofile\nemail", redirect_uris=redirect, skip_consent=True)
    client.set_secret(SECRET)
    client.save()


if __name__ == "__main__":
    django.setup()
    call_command("migrate", verbosity=0)
    fill(sys.argv[2])
    call_command("runserver", f"127.0.0.1:{sys.argv[1]}", "--noreload", "--verbosity=0")
