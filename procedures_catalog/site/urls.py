"""Addresses of the catalogue: the list, its sectors, a procedure."""

from django.urls import path

from procedures_catalog.site import views

urlpatterns = [
    path("thu-tuc/", views.catalogue, name="catalogue"),
    path("thu-tuc/linh-vuc/", views.sectors, name="sectors"),
    path("thu-tuc/<slug:slug>/", views.procedure, name="procedure"),
]
