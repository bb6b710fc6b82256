"""Which office of the registry a telephone number is of: such a number is an office's and nobody's own."""

from datetime import date

from agencies.models import Agency
from vietnamese.telephone import numbers


def office_with_telephone(text: str, on: date) -> str:
    """The name of the office in force on a day that has a number of the text, however it is spelt; "" for none. Where
    several share it, the first by name. One query."""
    asked = {number.href for number in numbers(text)}
    rows = Agency.objects.in_force(on).exclude(phone="").order_by("name").values_list("name", "phone")
    return next((name for name, line in rows if asked & {number.href for number in numbers(line)}), "")
