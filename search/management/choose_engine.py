"""The option `--engine` of the finder's commands."""

from argparse import ArgumentParser
from collections.abc import Sequence

from django.core.management.base import CommandError

from search.feed.engine import ELASTICSEARCH, EMBEDDED, engines

ALL = "all"


def add_engine(parser: ArgumentParser) -> None:
    """Adds the option; without it the command is about every engine in use."""
    parser.add_argument(
        "--engine", choices=[EMBEDDED, ELASTICSEARCH, ALL], default=ALL, help="Chỉ mục nào; mặc định là mọi chỉ mục."
    )


def chosen_engines(option: str) -> Sequence[str]:
    """The engines that the option names. Raises CommandError for one that the portal does not use."""
    if option != ALL and option not in engines():
        raise CommandError("Cổng chưa dùng Elasticsearch: đặt biến môi trường PORTAL_ELASTICSEARCH_URL.")
    return engines() if option == ALL else (option,)
