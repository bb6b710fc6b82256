"""Addresses of the catalogue: the list, its sectors, a procedure, the card of a procedure; the library of forms."""

from django.urls import path

from procedures_catalog.site import views
from procedures_catalog.site.card import procedure_card
from procedures_catalog.site.form_views import form, forms

urlpatterns = [
    path("thu-tuc/", views.catalogue, name="catalogue"),
    path("thu-tuc/linh-vuc/", views.sectors, name="sectors"),
    path("thu-tuc/<slug:slug>/", views.procedure, name="procedure"),
    path("thu-tuc/<slug:slug>/the.png", procedure_card, name="procedure_card"),
    path("bieu-mau/", forms, name="forms"),
    path("bieu-mau/<slug:key>/", form, name="form"),
]
