"""The permanent addresses that stand on paper, which never change, and what communes have to do with procedures."""

from django.urls import path

from posting.place.counter_list import counter_list
from posting.place.my_commune import my_commune
from posting.printing import sheet_views
from posting.scan import views

urlpatterns = [
    path("thu-tuc/<slug:slug>/phieu.pdf", sheet_views.procedure_sheet, name="procedure_sheet"),
    path("co-quan/<slug:slug>/thu-tuc/", counter_list, name="counter_list"),
    path("xa-cua-toi/", my_commune, name="my_commune"),
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
