"""Addresses of the catalogue: the list, a procedure, and what QR codes carry."""

from django.urls import path

from procedures_catalog import views

urlpatterns = [
    path("thu-tuc/", views.catalogue, name="catalogue"),
    path("thu-tuc/<slug:slug>/", views.procedure, name="procedure"),
    path("q/", views.typed_short_code, name="typed_short_code"),
    path("q/<str:code>", views.short_address, name="short_address"),
    path("q/<str:code>/", views.short_address),
]
