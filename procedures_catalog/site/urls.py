"""Addresses of the catalogue: the list, its sectors, a procedure and its card, what changed; the library of forms."""

from django.urls import path

from procedures_catalog.site import views
from procedures_catalog.site.card import procedure_card
from procedures_catalog.site.form_views import form, forms
from procedures_catalog.site.updates.feeds import feeds
from procedures_catalog.site.updates.views import updates, updates_text

_feeds = feeds()

urlpatterns = [
    path("thu-tuc.atom", _feeds["changes_feed"], name="changes_feed"),
    path("thu-tuc/linh-vuc/<slug:slug>/thay-doi.atom", _feeds["sector_changes_feed"], name="sector_changes_feed"),
    path("thu-tuc/<slug:slug>/thay-doi.atom", _feeds["procedure_changes_feed"], name="procedure_changes_feed"),
    path("co-quan/<slug:slug>/thay-doi.atom", _feeds["agency_changes_feed"], name="agency_changes_feed"),
    path("cap-nhat/", updates, name="updates"),
    path("cap-nhat/zalo.txt", updates_text, name="updates_text"),
    path("thu-tuc/", views.catalogue, name="catalogue"),
    path("thu-tuc/linh-vuc/", views.sectors, name="sectors"),
    path("thu-tuc/<slug:slug>/", views.procedure, name="procedure"),
    path("thu-tuc/<slug:slug>/the.png", procedure_card, name="procedure_card"),
    path("bieu-mau/", forms, name="forms"),
    path("bieu-mau/<slug:key>/", form, name="form"),
]
