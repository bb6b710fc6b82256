"""Writes the rules of the starting set that a newer version of the portal brought along."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from consequences.registry import tell
from search.models import StartingRule, SynonymRule, WordsStamp
from search.question.starting_rules import load_starting_rules
from search.touches import every_question


class Command(BaseCommand):
    """Run again, it changes nothing; what an editor changed or deleted stays so."""

    help = "Nạp bộ từ đồng nghĩa ban đầu; không đụng tới luật mà biên tập viên đã sửa hoặc xóa."

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints how many rules were written."""
        with transaction.atomic():
            count = load_starting_rules(SynonymRule, StartingRule, WordsStamp)
            tell(SynonymRule, every_question())
        self.stdout.write(f"Đã nạp {count} luật, hiện có {SynonymRule.objects.count()} luật.")
