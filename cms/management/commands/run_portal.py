"""Brings the portal up on one's own machine: database, demonstration, index, server."""

import os

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from gunicorn.app.base import BaseApplication

from cms.demo.editors import EDITORS, PASSWORD
from cms.upkeep import bring_up_to_date
from cms.wsgi import application
from pages.load import ensure_site_address
from procedures_catalog.dated.applying import apply_due
from procedures_catalog.importing.at_desk.running import errand
from procedures_catalog.versions.upkeep import ensure_versions
from search.feed.engine import EMBEDDED
from search.feed.rebuilding import ailment

LINE = "─" * 72


class PortalServer(BaseApplication):
    """Gunicorn with the portal in it; it takes its settings from here alone."""

    def load_config(self) -> None:
        """Two workers with four threads each; addresses as long as in production (`gunicorn.conf.py`)."""
        own = {"bind": bind(), "workers": 2, "threads": 4, "timeout": 60, "limit_request_line": 8190}
        begun = {"post_worker_init": lambda _worker: errand.want()}  # what a power cut left of imports
        for name, value in {**own, **begun, "loglevel": "warning"}.items():
            self.cfg.set(name, value)

    def load(self):
        """The WSGI application."""
        return application


def bind() -> str:
    """Where to listen; PORTAL_PORT changes the port."""
    return f"127.0.0.1:{settings.PORT}"


class Command(BaseCommand):
    """`manage.py run_portal`: run again, it starts in seconds and changes nothing."""

    help = "Chạy cổng trên máy này."

    def handle(self, *args, **options) -> None:
        """Migrates, loads the demonstration into an empty database, builds an index that is missing or ails, serves."""
        if os.environ["DJANGO_SETTINGS_MODULE"] == "cms.settings.production":
            raise CommandError(
                "Lệnh này chỉ để chạy thử trên máy cá nhân; khi vận hành thật hãy dùng gunicorn cms.wsgi."
            )
        call_command("migrate", verbosity=0)
        call_command("load_demo", if_empty=True)
        ensure_site_address()
        ensure_versions(timezone.localdate())
        bring_up_to_date(timezone.localdate())
        apply_due(timezone.localdate(), timezone.now())  # what was missed while the machine was off
        if ailment(EMBEDDED):
            call_command("rebuild_index")
        self._say_where()
        PortalServer().run()

    def _say_where(self) -> None:
        address = f"http://{bind()}"
        accounts = "\n".join(f"  {name:<17} {label}" for name, label, *_ in EDITORS)
        self.stdout.write(
            f"{LINE}\nCổng thông tin:  {address}/\nBàn biên tập:    {address}/quan-tri/\n"
            f"API công khai:   {address}/api/v1/docs\n\nTài khoản trình diễn (mật khẩu {PASSWORD}):\n{accounts}\n{LINE}"
        )
        self.stdout.flush()
