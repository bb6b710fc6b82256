"""What the finder keeps in the database: one kind of row a file."""

from search.models.asked import AskedQuestion, HeardQuestion, UnansweredQuestion
from search.models.desk import DeskEntry
from search.models.pending import PendingEntry
from search.models.promotion import HiddenSuggestion, Promotion
from search.models.referral import ReferralAnswer
from search.models.stamp import KnownNames, WordsStamp
from search.models.synonym import StartingRule, SynonymRule

__all__ = [
    "AskedQuestion",
    "DeskEntry",
    "HeardQuestion",
    "HiddenSuggestion",
    "KnownNames",
    "PendingEntry",
    "Promotion",
    "ReferralAnswer",
    "StartingRule",
    "SynonymRule",
    "UnansweredQuestion",
    "WordsStamp",
]
