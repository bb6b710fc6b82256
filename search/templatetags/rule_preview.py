"""Lets the preview of a rule say what it would change."""

from django import template

from search.models import SynonymRule
from search.site.rule_preview import Change, changes

register = template.Library()


@register.simple_tag
def changes_by(rule: SynonymRule) -> list[Change]:
    """See `search.site.rule_preview.changes`."""
    return changes(rule)
