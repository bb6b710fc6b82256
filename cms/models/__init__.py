"""The models of this floor: accounts, who stands in for whom, reviews of accounts, and acts with others' ways in."""

from cms.models.deputising import DeputisedRole, Deputising
from cms.models.editor import Editor
from cms.models.key_act import KeyAct, KeyKind
from cms.models.review import AccountsReview, Decision, ReviewedAccount

__all__ = [
    "AccountsReview",
    "Decision",
    "DeputisedRole",
    "Deputising",
    "Editor",
    "KeyAct",
    "KeyKind",
    "ReviewedAccount",
]
