"""What a check has before it: the portal and nginx, started when first asked for, and portals of its own."""

import tempfile
from contextlib import AbstractContextManager, ExitStack
from functools import cached_property
from pathlib import Path

from tests.probe.door import Door
from tests.probe.portal import copy_into, prepare, running_portal
from tests.probe.web_server import running_nginx


class Probe(ExitStack):
    """Everything lies in one folder; what was started is stopped at the end."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    @cached_property
    def data(self) -> Path:
        """The data of the portal that all checks share."""
        folder = self.new_folder("data")
        prepare(folder)
        return folder

    @cached_property
    def portal(self) -> Door:
        """Gunicorn itself, as a program on the same machine meets it."""
        return self.enter_context(running_portal(self.data))

    @cached_property
    def site(self) -> Door:
        """The portal as the world meets it, behind nginx."""
        return self.enter_context(running_nginx(self.new_folder("nginx"), self.portal.port, self.data))

    @property
    def doors(self) -> tuple[Door, Door]:
        """Both."""
        return self.site, self.portal

    def new_folder(self, name: str = "own") -> Path:
        """An empty folder, gone at the end."""
        return Path(tempfile.mkdtemp(prefix=f"{name}-", dir=self._folder))

    def journals(self) -> list[Path]:
        """What nginx and the portals have written down so far."""
        return sorted(self._folder.rglob("*.log"))

    def copy_into(self, folder: Path) -> None:
        """The shared portal's data, for a portal that may be broken."""
        copy_into(self.data, folder)

    def running(self, folder: Path, workers: int | None = None, **more: str) -> AbstractContextManager[Door]:
        """A portal on the data in the folder, without nginx."""
        return running_portal(folder, workers, **more)
