from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("legal_documents", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="AttachmentText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("file_hash", models.CharField(max_length=40, unique=True, verbose_name="mã băm của tệp")),
                ("text", models.TextField(blank=True, verbose_name="nội dung")),
                ("page_count", models.PositiveIntegerField(default=0, verbose_name="số trang đọc được")),
                ("complaint", models.CharField(blank=True, max_length=10, verbose_name="điều cản trở")),
            ],
            options={
                "verbose_name": "nội dung tệp văn bản",
                "verbose_name_plural": "nội dung tệp văn bản",
            },
        ),
    ]
