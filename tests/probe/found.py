"""What a check found, and the list of all checks."""

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from tests.probe import checks as subjects

if TYPE_CHECKING:
    from tests.probe.probe import Probe


@dataclass(frozen=True)
class Found:
    """Whether all is well, and what was seen or measured; `found` can be written as JSON."""

    ok: bool
    found: Any


Check = Callable[["Probe"], Found]
AnyCheck = TypeVar("AnyCheck", bound=Check)
_CHECKS: dict[str, Check] = {}


def check(function: AnyCheck) -> AnyCheck:
    """Makes a function of a module in `checks/` one of the checks, named by its module and itself."""
    _CHECKS[f"{function.__module__.rpartition('.')[2]}.{function.__name__}"] = function
    return function


def nothing(faults: Iterable[Any]) -> Found:
    """All is well when there is none of these."""
    faults = list(faults)
    return Found(not faults, faults)


def all_checks() -> dict[str, Check]:
    """Every check by its name, subject after subject."""
    for module in pkgutil.iter_modules(subjects.__path__):
        importlib.import_module(f"{subjects.__name__}.{module.name}")
    return dict(sorted(_CHECKS.items()))
