"""One thing that is looked at: how it is, in words for people and as JSON for monitors; no secret is in either."""

from abc import abstractmethod
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from asgiref.sync import sync_to_async
from health_check.base import HealthCheck
from health_check.exceptions import ServiceUnavailable

Level = Literal["ok", "degraded", "down"]
OK: Level = "ok"
DEGRADED: Level = "degraded"
DOWN: Level = "down"
LEVELS: tuple[Level, ...] = (OK, DEGRADED, DOWN)  # from well to worst


@dataclass(frozen=True, slots=True)
class Finding:
    """`level`: "degraded" when citizens are served still and somebody should look, "down" when they are not.
    `as_json`: what monitors read, the level itself where nothing else is to be said."""

    level: Level
    sentence: str
    as_json: Any = None


@dataclass(repr=False)
class PortalCheck(HealthCheck):
    """A subclass says its `key` in the JSON, its `name` for people, and what it finds."""

    key: ClassVar[str]
    name: ClassVar[str]
    found: Finding | None = field(default=None, init=False)

    @abstractmethod
    def look(self) -> Finding:
        """How it is now; whatever it raises is "down" and goes to the log alone."""

    async def run(self) -> None:
        """For the library. Raises ServiceUnavailable when it is down."""
        self.found = await sync_to_async(self.look)()
        if self.found.level == DOWN:
            raise ServiceUnavailable(self.found.sentence)

    def __repr__(self) -> str:
        return self.name

    def pretty_status(self) -> str:
        """In words."""
        return self.found.sentence if self.found else ""

    @property
    def level(self) -> Level:
        """What was found; "down" when looking failed."""
        return self.found.level if self.found else DOWN

    @property
    def as_json(self) -> Any:
        """What monitors read."""
        return self.found.as_json if self.found and self.found.as_json is not None else self.level
