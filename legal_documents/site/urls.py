"""Addresses of this floor that are no pages of the tree; all are under the root."""

from django.urls import path

from legal_documents.site.feeds import DocumentsFeed

urlpatterns = [path("van-ban.atom", DocumentsFeed(), name="documents_feed")]
