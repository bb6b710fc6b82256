"""What a name is worth by what it does and by the case it is for, beside what the question says of both: nothing else
tells twins apart."""

from collections.abc import Callable

from search.ranking.actions import action_points, asked_actions
from search.ranking.cases import AskedCase


def by_action_and_case(text: str) -> Callable[[str], float]:
    """What a title is worth for a question by its action and its case."""
    actions, case, words = asked_actions(text), AskedCase(text), len(text.split())

    def points(title: str) -> float:
        return action_points(title, actions, words) + case.points(title)

    return points
