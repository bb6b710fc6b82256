"""Inside a portal: questions and warm milliseconds of each screen, as a writer and as a publisher of a department."""

import time
from collections.abc import Mapping
from statistics import median

import django

django.setup()

from django.conf import settings  # noqa: E402 - Django must be set up first
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import reverse  # noqa: E402

from agencies.models import Agency, Role  # noqa: E402
from cms.models import Editor  # noqa: E402
from procedures_catalog.models import ProcedurePage  # noqa: E402
from procedures_catalog.shelves.shelves import Shelves  # noqa: E402
from tests.bench.desk.spread import person, spread  # noqa: E402
from tests.bench.say import say  # noqa: E402

QUESTIONS, MILLISECONDS = 30, 300
TIMES = 15


def main() -> None:
    """One JSON line a figure."""
    settings.SECOND_FACTOR_FOR = set()
    settings.ALLOWED_HOSTS = ["testserver"]
    agency = spread()
    people = {role: person(role, agency) for role in (Role.WRITER, Role.PUBLISHER)}
    page = _with_history(agency, people[Role.WRITER])
    for role, editor in people.items():
        client = Client()
        client.force_login(Editor.objects.get(pk=editor.pk))
        for name, address in _screens(page).items():
            _say(client, f"{role.value}_{name}", address)


def _with_history(agency: Agency, writer: Editor) -> ProcedurePage:
    """A published procedure of the agency's with two drafts after it: something to compare."""
    page = ProcedurePage.objects.live().child_of(Shelves().of(agency.pk)).order_by("pk").first()
    for text in ("Lần một.", "Lần hai."):
        page.summary = text
        page.save_revision(user=writer, log_action=True)
    return page


def _screens(page: ProcedurePage) -> Mapping[str, str]:
    first, last = page.revisions.order_by("pk").values_list("pk", flat=True)[:2]
    listed = reverse("wagtailadmin_explore", args=[ProcedurePage.catalogue().pk])
    return {
        "front_page": reverse("wagtailadmin_home"),
        "list": listed,
        "list_last_page": f"{listed}?p=100",
        "list_searched": f"{listed}?q=khai",
        "list_filtered": f"{listed}?state=live&missing=fee&level=commune",
        "shelf": reverse("wagtailadmin_explore", args=[page.get_parent().pk]),
        "form": reverse("wagtailadmin_pages:edit", args=[page.pk]),
        "history": reverse("wagtailadmin_pages:history", args=[page.pk]),
        "compare": reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, first, last]),
        "compare_live": reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, "live", "latest"]),
        "chooser": f"{reverse('wagtailadmin_choose_page')}?page_type=procedures_catalog.procedurepage",
        "search": f"{reverse('wagtailadmin_pages:search')}?q=khai",
        "waiting": reverse("waiting_pages"),
    }


def _say(client: Client, name: str, address: str) -> None:
    """The questions of a screen that was opened before, and the median of its milliseconds."""
    if (status := client.get(address).status_code) != 200:
        raise RuntimeError(f"{address} answers {status}")
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    say(f"desk_{name}_questions", len(queries), f"<= {QUESTIONS}", ratio=round(len(queries) / QUESTIONS, 2))
    took = round(median(_milliseconds(client, address) for _ in range(TIMES)))
    say(f"desk_{name}_milliseconds", took, f"<= {MILLISECONDS}", ratio=round(took / MILLISECONDS, 2))


def _milliseconds(client: Client, address: str) -> float:
    """On the processor's clock: what else the machine does is not the portal's."""
    begun = time.process_time()
    client.get(address)
    return 1000 * (time.process_time() - begun)


if __name__ == "__main__":
    main()
