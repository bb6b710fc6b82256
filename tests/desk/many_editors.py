"""Several editors who publish at the same moment, each through a session of their own."""

from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from tests.desk.edit_form import Desk
from tests.desk.pages_of import StoredPage


def publish_at_once(
    address: str, accounts: Sequence[tuple[str, str]], shares: Sequence[Sequence[StoredPage]]
) -> Counter[int]:
    """Each account publishes its share of pages, all starting together; counts the statuses of the answers."""
    desks = [Desk(address, *account) for account in accounts]
    together = Barrier(len(desks))

    def work(desk: Desk, pages: Sequence[StoredPage]) -> list[int]:
        together.wait()
        return [desk.publish(page, {"everyday_names": f"Việc số {page.pk}"}) for page in pages]

    with ThreadPoolExecutor(len(desks)) as pool:
        return Counter(status for statuses in pool.map(work, desks, shares) for status in statuses)
