"""The two communes, and browsers of their people."""

from collections.abc import Callable

import pytest
from django.test import Client

from agencies.models import Role
from cms.models import Editor
from tests.cms.access.matrix.world import A, B, Commune, commune
from tests.editors import browser_of

#: Whose browser: a role, and the number of the commune.
Browser = Callable[..., Client]


@pytest.fixture
def communes(portal) -> tuple[Commune, Commune]:
    """Each with one of everything."""
    return commune(A, 1), commune(B, 2)


@pytest.fixture
def theirs(communes) -> Commune:
    """What belongs to the second commune."""
    return communes[1]


@pytest.fixture
def ours(communes) -> Commune:
    """What belongs to the first."""
    return communes[0]


@pytest.fixture
def browser(communes) -> Browser:
    """A function that opens the browser of somebody of the first commune."""

    def opened(role: Role = Role.PUBLISHER) -> Client:
        return browser_of(Editor.objects.get(username=f"{role.value}-1"))

    return opened
