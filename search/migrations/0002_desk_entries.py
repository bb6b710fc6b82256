from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="DeskEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("model", models.CharField(max_length=100, verbose_name="bảng")),
                ("object_id", models.BigIntegerField(verbose_name="số")),
                ("name", models.TextField(blank=True, verbose_name="tên")),
                ("text", models.TextField(blank=True, verbose_name="các từ")),
            ],
            options={
                "verbose_name": "mục tìm kiếm ở bàn biên tập",
                "verbose_name_plural": "mục tìm kiếm ở bàn biên tập",
                "constraints": [
                    models.UniqueConstraint(fields=("model", "object_id"), name="desk_entry_of_one_thing")
                ],
            },
        ),
    ]
