"""The public address of scan statistics."""

from django.urls import path

from posting.statistics.views import scan_statistics

urlpatterns = [path("thong-ke-quet/", scan_statistics, name="scan_statistics")]
