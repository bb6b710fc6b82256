"""The portal and the screens."""

from tests.browser.fixtures import (
    address,
    browser,
    changing_portal,
    computer,
    desk,
    old_phone,
    own_portal,
    phone,
    screens,
)

__all__ = ["address", "browser", "changing_portal", "computer", "desk", "old_phone", "own_portal", "phone", "screens"]
