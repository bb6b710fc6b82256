"""Vietnamese administrative writing of dates and numbers: 01/07/2025, 1.234.567,5."""

DATE_FORMAT = "d/m/Y"
SHORT_DATE_FORMAT = "d/m/Y"
DATETIME_FORMAT = "H:i d/m/Y"
SHORT_DATETIME_FORMAT = "H:i d/m/Y"
TIME_FORMAT = "H:i"
FIRST_DAY_OF_WEEK = 1
# What people type, the way it is shown first; years always have four digits, for 1/3/27 could be read in two ways.
# The last are how the law writes them, which is copied out of documents.
_IN_WORDS = ["ngày %d tháng %m năm %Y", "%d tháng %m năm %Y", "ngày %d/%m/%Y", "ngày %d-%m-%Y"]
DATE_INPUT_FORMATS = ["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d", *_IN_WORDS]
TIME_INPUT_FORMATS = ["%H:%M", "%H:%M:%S"]
DATETIME_INPUT_FORMATS = [
    "%d/%m/%Y %H:%M",
    "%H:%M %d/%m/%Y",
    "%d-%m-%Y %H:%M",
    "%d.%m.%Y %H:%M",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%d %H:%M:%S",
    *(f"{day} %H:%M" for day in _IN_WORDS),
    *(f"%H:%M {day}" for day in _IN_WORDS),
]
DECIMAL_SEPARATOR = ","
THOUSAND_SEPARATOR = "."
NUMBER_GROUPING = 3
