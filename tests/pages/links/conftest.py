"""Another site, and a page of ours that leads to it."""

from collections.abc import Callable

import pytest

from pages.asking.ask import Manner
from pages.links.night import Limits
from pages.models import ContentPage, OutgoingLink
from tests.pages.factories import make_content
from tests.pages.links.other_site import OtherSite

MANNER = Manner("CongThongTinTinh (+https://thutuc.example)", seconds=1, whole_seconds=2, may_be_local=True)
AT_ONCE = Limits(whole=60, pause=0)
#: A name that never exists (RFC 6761).
NOWHERE = "http://khong-co-ten-nay.invalid"


@pytest.fixture
def site():
    """A site that is really served."""
    served = OtherSite()
    yield served
    served.close()


@pytest.fixture
def leading_to(portal) -> Callable[..., ContentPage]:
    """Publishes a page whose body leads to these addresses."""
    return lambda *addresses, **values: make_content(portal[0], body=body_of(*addresses), **values)


def body_of(*addresses: str) -> list:
    """The raw data of a body with links: the first stands alone, the others in running text."""
    items = [{"label": "Nơi khác", "page": None, "address": address} for address in addresses[:1]]
    text = "".join(f'<p>Xem <a href="{address.replace("&", "&amp;")}">đây</a>.</p>' for address in addresses[1:])
    return [{"type": "links", "value": {"items": items}}, {"type": "paragraph", "value": text}]


def nights(address: str) -> int:
    """How many nights there was nothing."""
    return OutgoingLink.objects.get(address=address).nights
