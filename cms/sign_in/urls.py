"""Addresses of signing in and of one's own account, below `/tai-khoan/`, under allauth's names for them."""

from allauth.account import views as account
from django.conf import settings
from django.urls import path, re_path, reverse_lazy
from django.views.generic import RedirectView

from cms.sign_in.factor import views as factor
from cms.sign_in.keys.views import TAKE, take
from cms.sign_in.province.views import come_back, enter
from cms.sign_in.refusal import sparing
from cms.sign_in.sessions.views import end_everywhere, end_one
from cms.sign_in.views import KeySignInView, LeaveView, SignInView

_to_account = RedirectView.as_view(url=reverse_lazy("mfa_index"))
_TEMPLATES = "cms/sign_in/"

signing_in = [
    path("dang-nhap/", SignInView.as_view(), name="account_login"),
    path("dang-nhap/buoc-hai/", factor.SecondStepView.as_view(), name="mfa_authenticate"),
    path("dang-nhap/khoa/", KeySignInView.as_view(), name="mfa_login_webauthn"),
    path("tinh/", enter, {"provider_id": settings.OIDC_PROVIDER}, name="openid_connect_login"),
    path("tinh/tra-loi/", come_back, {"provider_id": settings.OIDC_PROVIDER}, name="openid_connect_callback"),
    path("dang-xuat/", LeaveView.as_view(), name="account_logout"),
]
second_factor = [
    path("", factor.AccountView.as_view(), name="mfa_index"),
    path("ung-dung/", factor.AddApplicationView.as_view(), name="mfa_activate_totp"),
    path("ung-dung/bo/", factor.RemoveApplicationView.as_view(), name="mfa_deactivate_totp"),
    path("khoa/", _to_account, name="mfa_list_webauthn"),
    path("khoa/them/", factor.AddKeyView.as_view(), name="mfa_add_webauthn"),
    path("khoa/<int:pk>/ten/", factor.NameKeyView.as_view(), name="mfa_edit_webauthn"),
    path("khoa/<int:pk>/bo/", factor.RemoveKeyView.as_view(), name="mfa_remove_webauthn"),
    path("ma-du-phong/", factor.CodesView.as_view(), name="mfa_view_recovery_codes"),
    path("ma-du-phong/tao-moi/", factor.NewCodesView.as_view(), name="mfa_generate_recovery_codes"),
    path("ma-du-phong/ma-du-phong.txt", factor.CodesFileView.as_view(), name="mfa_download_recovery_codes"),
    path("xac-nhan/ma/", factor.SecondStepAgainView.as_view(), name="mfa_reauthenticate"),
    path("xac-nhan/khoa/", factor.KeyAgainView.as_view(), name="mfa_reauthenticate_webauthn"),
]
passwords = [
    path("lien-ket/<str:secret>/", take, name=TAKE),
    path(
        "xac-nhan/",
        account.ReauthenticateView.as_view(template_name=f"{_TEMPLATES}again.html"),
        name="account_reauthenticate",
    ),
    path(
        "mat-khau/",
        sparing(account.PasswordChangeView.as_view(template_name=f"{_TEMPLATES}password.html"), "own_password", 10),
        name="account_change_password",
    ),
    path("mat-khau/dat/", _to_account, name="account_set_password"),
    path(
        "quen-mat-khau/",
        sparing(account.PasswordResetView.as_view(template_name=f"{_TEMPLATES}forgotten.html"), "letters", 5),
        name="account_reset_password",
    ),
    path(
        "quen-mat-khau/da-gui/",
        account.PasswordResetDoneView.as_view(template_name=f"{_TEMPLATES}forgotten_sent.html"),
        name="account_reset_password_done",
    ),
    path(
        "quen-mat-khau/xong/",
        account.PasswordResetFromKeyDoneView.as_view(template_name=f"{_TEMPLATES}new_password_done.html"),
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^quen-mat-khau/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.PasswordResetFromKeyView.as_view(template_name=f"{_TEMPLATES}new_password.html"),
        name="account_reset_password_from_key",
    ),
]
sessions = [
    path("phien/dong-het/", end_everywhere, name="end_everywhere"),
    path("phien/<str:name>/dong/", end_one, name="end_session"),
]
urlpatterns = [*signing_in, *second_factor, *passwords, *sessions]
