"""Several pairs at the desk at the same moment, of whom one writes and the other publishes, each through a session of
their own."""

from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from tests.desk.edit_form import Desk
from tests.desk.pages_of import StoredPage


def publish_at_once(
    address: str, writer: tuple[str, str], publisher: tuple[str, str], shares: Sequence[Sequence[StoredPage]]
) -> Counter[int]:
    """Each pair changes and publishes its share of pages, all starting together; counts the statuses of the answers to
    the publications, or of the drafts that were refused."""
    pairs = [(Desk(address, *writer), Desk(address, *publisher)) for _ in shares]
    together = Barrier(len(pairs))

    def work(pair: tuple[Desk, Desk], pages: Sequence[StoredPage]) -> list[int]:
        together.wait()
        return [_both(*pair, page) for page in pages]

    with ThreadPoolExecutor(len(pairs)) as pool:
        return Counter(status for statuses in pool.map(work, pairs, shares) for status in statuses)


def _both(writes: Desk, publishes: Desk, page: StoredPage) -> int:
    saved = writes.save(page, {"everyday_names": f"Việc số {page.pk}"})
    return publishes.publish(page) if saved == 302 else saved
