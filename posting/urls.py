"""The permanent addresses that stand on paper; they never change."""

from django.urls import path

from posting.printing import sheet_views
from posting.scan import views

urlpatterns = [
    path("thu-tuc/<slug:slug>/phieu.pdf", sheet_views.procedure_sheet, name="procedure_sheet"),
    path("q/", views.typed_short_code, name="typed_short_code"),
    path("q/<str:code>", views.short_address, name="short_address"),
    path("q/<str:code>/", views.short_address),
    path("q/<str:code>/<str:tag>", views.short_address, name="placed_address"),
    path("q/<str:code>/<str:tag>/", views.short_address),
    # Whole addresses are printed and typed in capitals, too.
    path("Q/<str:code>", views.short_address),
    path("Q/<str:code>/", views.short_address),
    path("Q/<str:code>/<str:tag>", views.short_address),
    path("Q/<str:code>/<str:tag>/", views.short_address),
]
