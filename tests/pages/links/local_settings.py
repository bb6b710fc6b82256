"""One's own machine, where outgoing links may lead to it."""

from cms.settings.development import *  # noqa: F403

LINKS_MAY_BE_LOCAL = True
