"""The portal as the handbook sets it up withstands what the probe does to it; one portal for all checks."""

from collections.abc import Iterator

import pytest

from tests.probe.found import all_checks
from tests.probe.probe import Probe


@pytest.fixture(scope="module")
def probe(tmp_path_factory) -> Iterator[Probe]:
    """The probe's servers, started by the first check that asks for them."""
    with Probe(tmp_path_factory.mktemp("probe")) as probe:
        yield probe


@pytest.mark.parametrize("name", all_checks())
def test_probe(name, probe):
    check = all_checks()[name]
    found = check(probe)
    assert found.ok, f"{check.__doc__} {found.found}"
