"""The log's two tables."""

from audit.models.log import LogHead, LogRow

__all__ = ["LogHead", "LogRow"]
