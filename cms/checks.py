"""Warns whoever starts the portal for citizens without the static files that its pages name."""

import logging
from typing import Any

from django.core import checks

from cms.health.static_files import missing_files

_logger = logging.getLogger(__name__)


def connect() -> None:
    """Registers the check. For `check --deploy` alone: collecting the files begins by checks too."""
    checks.register(static_files_are_collected, deploy=True)


def static_files_are_collected(app_configs: object, **_kwargs: Any) -> list[checks.CheckMessage]:
    """cms.W001: some static file has no address, so pages that name it are errors."""
    said = missing_files().sentence()
    return [checks.Warning(said, id="cms.W001")] if said else []


def warn() -> None:
    """The same into the log, for a server that runs no checks. It starts nevertheless: codes, programs and the health
    page are answered."""
    if said := missing_files().sentence():
        _logger.error(said)
