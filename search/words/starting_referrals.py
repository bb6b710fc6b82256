"""Fills the answers of what is done elsewhere from the starting texts, and leaves alone what an editor has changed."""

from collections.abc import Mapping

from django.db import transaction

from consequences.registry import tell
from search.models import ReferralAnswer, StartingRule
from search.referrals.reading import Referral
from search.touches import every_question

#: How `StartingRule` calls the starting text of a key, so that one that was deleted does not come back.
_LOADED = "referral/{}"
_COLUMNS = ("title", "answer", "place", "telephone", "link", "names", "loaded")


@transaction.atomic
def ensure_referrals(texts: Mapping[str, Referral]) -> int:
    """To be run after each update with the starting texts by their keys; run again, it changes nothing. How many
    answers it wrote."""
    held = ReferralAnswer.objects.select_for_update().filter(key__in=texts)
    rows = {key: row for row in held if (key := row.key)}
    known = set(StartingRule.objects.values_list("name", flat=True))
    fresh = [key for key in texts if key not in rows and _LOADED.format(key) not in known]
    older = [key for key, row in rows.items() if row.is_older_than(texts[key])]
    rows |= {key: ReferralAnswer(key=key) for key in fresh}
    for key in (*fresh, *older):
        rows[key].fill(texts[key])
    ReferralAnswer.objects.bulk_create(rows[key] for key in fresh)
    ReferralAnswer.objects.bulk_update([rows[key] for key in older], _COLUMNS)
    for key in older:
        rows[key].keep_written()
    StartingRule.objects.bulk_create(StartingRule(name=_LOADED.format(key)) for key in fresh)
    if fresh or older:
        tell(ReferralAnswer, every_question())
    return len(fresh) + len(older)
