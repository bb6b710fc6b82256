"""Addresses of this floor that are no pages of the tree; all are under the root."""

from django.urls import path
from wagtail.views import serve

from pages.files.views import media
from pages.guests.views import DOOR, REMARKS, door, remark
from pages.site.feeds import NewsFeed
from pages.site.views import robots

urlpatterns = [
    path("", serve, {"path": ""}, name="home"),
    path("tin-tuc.atom", NewsFeed(), name="news_feed"),
    path("robots.txt", robots, name="robots"),
    path("xem-truoc/<str:secret>/", door, name=DOOR),
    path("xem-truoc/<str:secret>/gop-y/", remark, name=REMARKS),
    # Below MEDIA_URL, where every storage of files says that they are.
    path("media/<path:path>", media, name="media"),
]
