from django.db import migrations

from search.question.starting_rules import load_starting_rules


def load(apps, schema_editor):
    names = ("SynonymRule", "StartingRule", "WordsStamp")
    load_starting_rules(*(apps.get_model("search", name) for name in names))


class Migration(migrations.Migration):
    dependencies = [("search", "0010_editors_words")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
