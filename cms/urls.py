"""Every public address and the desk's, from the most particular to the pages that editors make."""

from django.urls import include, path
from django.views.defaults import page_not_found
from wagtail import urls as wagtail_urls
from wagtail import views as wagtail_views
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.documents.views.serve import authenticate_with_password

from cms.api import api
from cms.failing import too_long
from cms.health.view import HealthView
from cms.sign_in.idle import stay
from cms.sign_in.refusal import sparing
from cms.sign_in.views import LeaveView, former_door
from cms.sitemaps import sitemap, sitemap_index

# What leads nowhere may be an address that another system printed.
handler404 = "posting.scan.old_addresses.not_found"
# What nobody caught: a disk that takes nothing more is told in words.
handler500 = "cms.failing.server_error"

#: Where one signed in, signed out or asked for a new password before there was one door.
FORMER_DOORS = ("quan-tri/login/", "quan-tri/password_reset/", "ban/dang-nhap/", "_util/login/")
former_doors = [path(door, former_door) for door in FORMER_DOORS]
# The passwords of single pages and files: Wagtail's views, asked sparingly. The door where one signs in is looked after
# by axes.
guarded = [
    path("quan-tri/logout/", LeaveView.as_view()),
    path("ban/dang-xuat/", LeaveView.as_view()),
    path(
        "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/",
        sparing(wagtail_views.authenticate_with_password, "page_passwords", 30),
    ),
    path(
        "tai-lieu/authenticate_with_password/<int:restriction_id>/",
        sparing(authenticate_with_password, "page_passwords", 30),
    ),
]

urlpatterns = [
    *former_doors,
    *guarded,
    path("phien/", stay, name="stay"),
    path("tai-khoan/", include("cms.sign_in.urls")),
    path("quan-tri/", include("cms.desk.urls")),
    # Wagtail's screens for trying its error pages.
    path("quan-tri/failwhale/", page_not_found, {"exception": None}),
    path("quan-tri/test404/", page_not_found, {"exception": None}),
    path("quan-tri/", include(wagtailadmin_urls)),
    path("tai-lieu/", include(wagtaildocs_urls)),
    path("api/v1/", api.urls),
    path("suc-khoe/", HealthView.as_view(), name="health"),
    path("dia-chi-qua-dai/", too_long, name="too_long"),
    path("sitemap.xml", sitemap_index, name="sitemap_index"),
    path("sitemap-<slug:section>.xml", sitemap, name="sitemap"),
    path("co-quan/", include("agencies.site.urls")),
    path("ban/", include("posting.officer.urls")),
    path("", include("posting.urls")),
    path("", include("posting.statistics.urls")),
    path("", include("procedures_catalog.site.urls")),
    path("", include("search.site.urls")),
    path("", include("legal_documents.site.urls")),
    path("", include("pages.site.urls")),
    path("", include(wagtail_urls)),
]
