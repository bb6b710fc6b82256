"""Whether an import was cut short and waits to be finished: citizens read what was written, an operator should act."""

from cms.health.check import DEGRADED, OK, Finding, PortalCheck
from procedures_catalog.importing.journal import cut_short


class Imports(PortalCheck):
    """JSON: {"cut_short": [the files' names]}."""

    key, name = "imports", "Nhập danh mục"

    def look(self) -> Finding:
        """Degraded while a run waits."""
        names = [run.names() for run in cut_short()]
        if not names:
            return Finding(OK, "Không có lần nhập nào dở dang.", {"cut_short": []})
        sentence = f"Lần nhập {'; '.join(names)} bị ngắt giữa chừng. Hãy chạy lệnh finish_import để nhập nốt."
        return Finding(DEGRADED, sentence, {"cut_short": names})
