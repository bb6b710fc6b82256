"""Addresses of the finder."""

from django.urls import path

from search.site.views import chosen, search

urlpatterns = [
    path("tim-kiem/", search, name="search"),
    path("tim-kiem/da-chon/", chosen, name="search_chosen"),
]
