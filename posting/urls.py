"""The permanent addresses that stand on paper; they never change."""

from django.urls import path

from posting import scan, sheet_views

urlpatterns = [
    path("thu-tuc/<slug:slug>/phieu.pdf", sheet_views.procedure_sheet, name="procedure_sheet"),
    path("q/", scan.typed_short_code, name="typed_short_code"),
    path("q/<str:code>", scan.short_address, name="short_address"),
    path("q/<str:code>/", scan.short_address),
    path("q/<str:code>/<str:tag>", scan.short_address, name="placed_address"),
    path("q/<str:code>/<str:tag>/", scan.short_address),
    # Whole addresses are printed and typed in capitals, too.
    path("Q/<str:code>", scan.short_address),
    path("Q/<str:code>/", scan.short_address),
    path("Q/<str:code>/<str:tag>", scan.short_address),
    path("Q/<str:code>/<str:tag>/", scan.short_address),
]
