"""The columns that say where a procedure is handed in: what leaves open who decides has a letter of its own."""

from importlib import import_module

from django.db import migrations

find = import_module("procedures_catalog.migrations.0027_where_it_is_told").find


class Migration(migrations.Migration):
    dependencies = [("procedures_catalog", "0030_everyday_words")]

    operations = [migrations.RunPython(find, migrations.RunPython.noop)]
