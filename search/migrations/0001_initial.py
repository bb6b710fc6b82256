import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="PendingEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=100, unique=True, verbose_name="khóa")),
                (
                    "version",
                    models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="lần thay đổi"),
                ),
                ("since", models.DateTimeField(auto_now_add=True, verbose_name="từ lúc")),
            ],
            options={
                "verbose_name": "mục chờ đưa vào chỉ mục tìm kiếm",
                "verbose_name_plural": "mục chờ đưa vào chỉ mục tìm kiếm",
            },
        ),
    ]
