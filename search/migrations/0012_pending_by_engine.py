from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("search", "0011_starting_rules")]

    operations = [
        migrations.AddField(
            model_name="pendingentry",
            name="engine",
            field=models.CharField(default="embedded", max_length=20, verbose_name="chỉ mục"),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="pendingentry", name="key", field=models.CharField(max_length=100, verbose_name="khóa")
        ),
        migrations.AddConstraint(
            model_name="pendingentry",
            constraint=models.UniqueConstraint(fields=("engine", "key"), name="pending_once_an_engine"),
        ),
    ]
