"""The migrated template: a database made once for each state of the code, from which tests and portals begin."""

import hashlib
import shutil
from pathlib import Path

from tests.portal_process import ROOT

# What decides how a migrated database looks: its applications, their migrations, the models that rights and content
# types are made of, the rules that a migration loads, and the versions of the libraries.
SOURCES = (
    "cms/settings/base.py",
    "*/migrations/*.py",
    "*/models.py",
    "*/models/*.py",
    "*/apps.py",
    "search/question/*.txt",
    "cms/desk/permission_names.py",
    "requirements.lock",
)


def template_file() -> Path:
    """Where the template of this state of the code lies or would lie: in pytest's own folder."""
    digest = hashlib.sha256()
    for path in sorted(path for pattern in SOURCES for path in ROOT.glob(pattern)):
        digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return ROOT / ".pytest_cache" / "portal-template" / f"{digest.hexdigest()[:20]}.sqlite3"


def begin_with_template(folder: Path) -> None:
    """Lays the template, where there is one, into the folder of a portal that is to be: `migrate` is soon done then."""
    if template_file().exists():
        shutil.copy(template_file(), folder / "portal.sqlite3")
        (folder / "portal.sqlite3").chmod(0o640)  # as the portal makes it; the template is anybody's
