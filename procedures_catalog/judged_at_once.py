"""What is missing of a procedure is known at once when somebody publishes it: lists show it without looking anew."""

from typing import Any

from wagtail.signals import page_published

from agencies.day import local_day
from procedures_catalog.models import ProcedurePage
from procedures_catalog.store.judged import judge_anew


def _judge(sender: Any, instance: ProcedurePage, **_more: Any) -> None:
    if instance.last_published_at:
        judge_anew(local_day(instance.last_published_at), ProcedurePage.objects.filter(pk=instance.pk))


def connect() -> None:
    """Listens to publications; imports judge what they wrote themselves."""
    page_published.connect(_judge, sender=ProcedurePage, dispatch_uid="procedures_catalog.judged_at_once")
