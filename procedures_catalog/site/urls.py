"""Addresses of the catalogue: the list, its sectors, a procedure, the card of a procedure."""

from django.urls import path

from procedures_catalog.site import views
from procedures_catalog.site.card import procedure_card

urlpatterns = [
    path("thu-tuc/", views.catalogue, name="catalogue"),
    path("thu-tuc/linh-vuc/", views.sectors, name="sectors"),
    path("thu-tuc/<slug:slug>/", views.procedure, name="procedure"),
    path("thu-tuc/<slug:slug>/the.png", procedure_card, name="procedure_card"),
]
