"""Settings of signing in: tries, the door, the second factor, the province's accounts, how long and from where."""

import os

from django.core.exceptions import ImproperlyConfigured

from cms.settings.environment import at_least, at_most, networks, words

# Tries to sign in are counted by axes with our rules (cms/sign_in/tries.py); its own settings only point there.
AUTHENTICATION_BACKENDS = ["cms.sign_in.handler.Backend", "cms.sign_in.who.AccountBackend"]
AXES_HANDLER = "cms.sign_in.handler.Handler"
AXES_CLIENT_IP_CALLABLE = "cms.sign_in.tries.nameless_address"
AXES_LOCKOUT_CALLABLE = "cms.sign_in.refusal.refuse"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_VERBOSE = False
# One door for both desks, by allauth: nobody makes himself an account, and how often one may try is axes' to say.
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = "account_login"
ACCOUNT_ADAPTER = "cms.sign_in.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Cổng thủ tục hành chính: "
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_RATE_LIMITS = MFA_RATE_LIMITS = False
# Wagtail's own screens for passwords are closed: allauth's are used.
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = WAGTAIL_PASSWORD_RESET_ENABLED = False
# The second factor: an application that makes codes, or a key; with codes on paper for the day on which it is lost.
MFA_ADAPTER = "cms.sign_in.factor.adapter.FactorAdapter"
MFA_FORMS = {
    "authenticate": "cms.sign_in.factor.forms.CodeForm",
    "reauthenticate": "cms.sign_in.factor.forms.CodeAgainForm",
}
MFA_SUPPORTED_TYPES = ["recovery_codes", "totp", "webauthn"]
MFA_TOTP_TOLERANCE = 1  # a code of 30 seconds ago or ahead
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_PASSKEY_LOGIN_ENABLED = True
# Whose work asks for it (cms/sign_in/work.py). TCVN 14423:2026 wants it of administrators and of access from outside;
# officers, who do little and sit at shared counters, are the province's to decide: the variable adds, and takes nobody
# out of those who work at the desk.
SECOND_FACTOR_FOR = {"administrators", "editors"} | set(words("PORTAL_SECOND_FACTOR"))
if SECOND_FACTOR_FOR - {"administrators", "editors", "officers"}:
    raise ImproperlyConfigured("PORTAL_SECOND_FACTOR chỉ nhận administrators, editors, officers.")
# After how many days without a sign-in an account is disabled: TCVN 14423:2026 allows no more.
ACCOUNT_UNUSED_DAYS = at_most(45, "PORTAL_UNUSED_DAYS")
# After how many months an account is to be reviewed anew: TCVN 14423:2026 allows no more.
ACCOUNT_REVIEW_MONTHS = at_most(6, "PORTAL_REVIEW_MONTHS")
# For how many days who has given somebody a new way to his password may not take away his second factor, and the other
# way round; for as long the person is told at every sign-in.
ACCOUNT_KEYS_APART_DAYS = at_least(30, "PORTAL_KEYS_APART_DAYS")
# Nobody sets a password for another: he hands over a link (cms/sign_in/keys).
WAGTAILUSERS_PASSWORD_ENABLED = False
# Whether the demonstration's accounts do without, on 127.0.0.1 alone.
DEMO_WITHOUT_SECOND_FACTOR = False
# What its secrets are encrypted by: the first one locks, each of them opens.
SECOND_FACTOR_SECRETS = words("PORTAL_SECOND_FACTOR_SECRETS") or [
    os.environ.get("PORTAL_SECRET_KEY", ""),
    *words("PORTAL_SECRET_KEYS_BEFORE"),
]
# A province's own accounts: its OpenID Connect server says who somebody is; the account here, administrators make.
OIDC_URL = os.environ.get("PORTAL_OIDC_URL", "")
OIDC_PROVIDER, OIDC_NAME = "tinh", os.environ.get("PORTAL_OIDC_NAME", "tài khoản của tỉnh")
# Which of its `amr` or `acr` count as the second factor; none: it is asked for here.
OIDC_SECOND_FACTOR = set(words("PORTAL_OIDC_SECOND_FACTOR"))
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": OIDC_PROVIDER,
                "name": OIDC_NAME,
                "client_id": os.environ.get("PORTAL_OIDC_CLIENT_ID", ""),
                "secret": os.environ.get("PORTAL_OIDC_CLIENT_SECRET", ""),
                "settings": {"server_url": OIDC_URL},
            }
        ],
    }
}
SOCIALACCOUNT_ADAPTER = "cms.sign_in.province.adapter.ProvinceAdapter"
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_LOGIN_ON_GET = True  # our policy lets no form lead to another host
SOCIALACCOUNT_REQUESTS_TIMEOUT = 5  # seconds
# Accounts are matched by their address, so only administrators change it.
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
# A session ends with the browser, after a working day, and when nobody works: TCVN 14423:2026 has administrators leave
# after 5 minutes and others, at level 3, after 15; an officer's visitor reads a sheet for longer.
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = 10 * 3600
_MINUTES = [int(minutes) for minutes in os.environ.get("PORTAL_IDLE_MINUTES", "5,15,30").split(",")]
SESSION_IDLE_MINUTES = dict(zip(("administrators", "editors", "officers"), _MINUTES, strict=True))
# What may be opened only from some networks; open to all where none are named.
_DESK, _OFFICERS = networks("PORTAL_DESK_NETWORKS"), networks("PORTAL_OFFICER_NETWORKS")
DOORS = {
    "/quan-tri/": _DESK,
    "/ban/": _OFFICERS,
    "/tai-khoan/": [*_DESK, *_OFFICERS] if _DESK and _OFFICERS else [],
}
