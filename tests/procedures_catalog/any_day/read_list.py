"""Reads the catalogue's list as a visitor sees it."""

import re

from bs4 import BeautifulSoup
from django.test import Client

LIST = "/thu-tuc/"


def read(client: Client, **asked: str) -> BeautifulSoup:
    """The page; it must be answered."""
    answer = client.get(LIST, asked)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def counters(client: Client, name: str, **asked: str) -> dict[str, int]:
    """What stands beside each choice of a filter."""
    options = read(client, **asked).select(f'[name="{name}"] option[value], input[name="{name}"]')
    found = {option["value"]: (option.parent if option.name == "input" else option).text for option in options}
    return {value: int(re.search(r"\((\d+)\)", text)[1]) for value, text in found.items() if value}


def total(client: Client, **asked: str) -> int:
    """How many procedures it says there are."""
    return int(read(client, **asked).select_one("#ket-qua").text.split()[0])


def titles(client: Client, **asked: str) -> list[str]:
    """What its lines are called."""
    return [heading.get_text(strip=True) for heading in read(client, **asked).select("#ket-qua ~ .item-list h3 a")]
