"""Addresses of agencies: the list and one agency's page."""

from django.urls import path

from agencies.site import views

urlpatterns = [
    path("", views.agency_index, name="agencies"),
    path("<slug:slug>/", views.agency_detail, name="agency"),
]
