"""Codes of procedures as people read them: a temporary one of the portal never looks like a national one."""

from django import template

from procedures_catalog.facts import temporary_code

register = template.Library()


@register.filter
def code_said(code: str) -> str:
    """ "Mã 1.001193", or that there is no national code yet."""
    return temporary_code.said(code)


@register.filter
def code_called(code: str) -> str:
    """The same inside a sentence: "mã 1.001193", "mã tạm của cổng TAM-05660"."""
    return temporary_code.called(code)


@register.filter
def code_alone(code: str) -> str:
    """The same where numbers stand alone beside names: "1.001193", "chưa có mã quốc gia"."""
    return temporary_code.alone(code)


@register.filter
def national_code(code: str) -> str:
    """What may be looked for on the national portal; "" where there is none."""
    return "" if temporary_code.is_temporary(code) else code
