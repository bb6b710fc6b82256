"""Times Wagtail's own database search over the procedures of the portal that is configured; prints JSON.

Run with DJANGO_SETTINGS_MODULE=tests.bench.stock_settings, after `update_index`.
"""

import json
import sys
from pathlib import Path

import django

django.setup()

from procedures_catalog.models import ProcedurePage  # noqa: E402 - Django must be set up first
from search.judging.figures import figures  # noqa: E402
from search.judging.questions import ask, read_questions, without_marks  # noqa: E402
from tests.bench.questions import short_questions  # noqa: E402
from tests.bench.timing import times  # noqa: E402

COMMON = "giấy"
FEW = 5  # questions: it takes many seconds for one,
MOST_WORDS = 12  # and half a minute for a long one


def look(text: str) -> list[ProcedurePage]:
    """The first ten procedures that hold any word of the text."""
    return list(ProcedurePage.objects.live().search(text, operator="or")[:10])


def safely(text: str) -> list[str]:
    """Their codes; none where it fails, as it does on some questions."""
    try:
        return [page.code_base for page in look(text)]
    except Exception:  # whatever a stock site would answer 500 to
        return []


def main() -> None:
    """`python -m tests.bench.stock QUERIES`."""
    names = list(ProcedurePage.objects.live().order_by("pk").values_list("title", flat=True))
    with Path(sys.argv[1]).open(encoding="utf-8") as lines:
        questions = list(read_questions(lines))
    brief = [question for question in questions if len(question.text.split()) <= MOST_WORDS]
    few = brief[:: max(len(brief) // FEW, 1)]
    answers = {
        "commonest_word": times(look, [COMMON]),
        "short": times(safely, short_questions(names)[::40]),
        "judged": figures(list(ask(few, safely)))["all"],
        "judged_without_marks": figures(list(ask(map(without_marks, few), safely)))["all"],
    }
    print(json.dumps(answers))


if __name__ == "__main__":
    main()
