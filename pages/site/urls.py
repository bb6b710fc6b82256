"""Addresses of this floor that are no pages of the tree; all are under the root."""

from django.urls import path
from wagtail.views import serve

from pages.files.views import media
from pages.site.feeds import NewsFeed
from pages.site.views import robots

urlpatterns = [
    path("", serve, {"path": ""}, name="home"),
    path("tin-tuc.atom", NewsFeed(), name="news_feed"),
    path("robots.txt", robots, name="robots"),
    # Below MEDIA_URL, where every storage of files says that they are.
    path("media/<path:path>", media, name="media"),
]
