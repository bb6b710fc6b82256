"""What is read of environment variables, and said where one is missing or wrong."""

import os
from ipaddress import IPv4Network, IPv6Network, ip_network

from django.core.exceptions import ImproperlyConfigured


def from_environment(name: str) -> str:
    """The value of an environment variable that production cannot run without."""
    value = os.environ.get(name, "")
    if not value:
        raise ImproperlyConfigured(f"Thiếu biến môi trường {name}.")
    return value


def words(name: str) -> list[str]:
    """What an environment variable names, parted by commas."""
    return [word.strip() for word in os.environ.get(name, "").split(",") if word.strip()]


def networks(name: str) -> list[IPv4Network | IPv6Network]:
    """The networks that an environment variable names, parted by commas: 10.20.0.0/16,2001:db8:20::/48."""
    try:
        return [ip_network(text) for text in words(name)]
    except ValueError as error:
        raise ImproperlyConfigured(f"Biến môi trường {name} không phải là các vùng mạng: {error}") from error


def at_least(least: int, name: str) -> int:
    """The whole number that an environment variable names; the least one where it names none."""
    value = os.environ.get(name) or str(least)
    if not value.isdecimal() or int(value) < least:
        raise ImproperlyConfigured(f"Biến môi trường {name} phải là số, không nhỏ hơn {least}.")
    return int(value)


def at_most(most: int, name: str) -> int:
    """The whole number from 1 on that an environment variable names; the most where it names none."""
    value = os.environ.get(name) or str(most)
    if not value.isdecimal() or not 1 <= int(value) <= most:
        raise ImproperlyConfigured(f"Biến môi trường {name} phải là số từ 1 đến {most}.")
    return int(value)
