"""Takes away the words of questions that too few people are known to have asked, where they were kept until now."""

from django.db import migrations
from django.db.models import Sum

# Who asked was not noted then, but one client's same question was counted ten times an hour at most. So what was
# counted less than three times as often may be one person's, or that of two.
SURELY_ENOUGH = 30
PORTION = 500
NO_WORDS = "câu hỏi chưa có kết quả"


def forget(apps, schema_editor):
    asked = apps.get_model("search", "AskedQuestion").objects
    counted = asked.order_by().values("question").annotate(times=Sum("asked")).filter(times__lt=SURELY_ENOUGH)
    for questions in portions(list(counted.values_list("question", flat=True))):
        asked.filter(question__in=questions).delete()
    unanswered = apps.get_model("search", "UnansweredQuestion").objects
    for ids in portions(list(unanswered.filter(asked__lt=SURELY_ENOUGH).values_list("pk", flat=True))):
        _forget_in_journal(apps, ids)
        unanswered.filter(pk__in=ids).delete()


def portions(values):
    return (values[at : at + PORTION] for at in range(0, len(values), PORTION))


def _forget_in_journal(apps, ids):
    """Who dealt with them stays there, what they said does not."""
    journal = apps.get_model("wagtailcore", "ModelLogEntry").objects
    of_questions = journal.filter(content_type__app_label="search", content_type__model="unansweredquestion")
    of_questions.filter(object_id__in=[str(each) for each in ids]).update(label=NO_WORDS)


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0017_heard_questions"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [migrations.RunPython(forget, migrations.RunPython.noop)]
