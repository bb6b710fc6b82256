"""The public page of scan statistics."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agencies.day import asked_on
from posting.statistics.figures.hiding import SMALLEST_SHOWN
from posting.statistics.figures.periods import read_month
from posting.statistics.pictures import month_picture
from posting.statistics.public import shown_months

LINES = 50  # a page


@require_safe
def scan_statistics(request: HttpRequest) -> HttpResponse:
    """The last months, and the procedures of one of them.

    `?thang=2026-10` says which, anything else the latest; `?page=` counts from 1.
    """
    months, asked = shown_months(asked_on(request)), request.GET.get("thang", "")
    wanted = read_month(asked)
    chosen = next((month for month in months if month.first == wanted), months[0])
    context = {
        "months": months,
        "chosen": chosen,
        "lines": Paginator(chosen.lines, LINES).get_page(request.GET.get("page")),
        "base_query": f"thang={chosen.first:%Y-%m}",
        "is_other_than_asked": bool(asked) and chosen.first != wanted,
        "picture": month_picture(months),
        "smallest": SMALLEST_SHOWN,
    }
    return render(request, "posting/statistics/public.html", context)
