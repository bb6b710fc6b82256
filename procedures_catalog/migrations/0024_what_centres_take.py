"""A column says what the one-stop centres have to do with a procedure; 0027 fills it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0002_labels_of_days"),
        ("procedures_catalog", "0023_where_it_is_handed_in"),
    ]

    operations = [
        migrations.AddField(
            model_name="procedurepage",
            name="taken_at",
            field=models.CharField(
                blank=True, default="", editable=False, max_length=8, verbose_name="phần việc của trung tâm"
            ),
        ),
    ]
