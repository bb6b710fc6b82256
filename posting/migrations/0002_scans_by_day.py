from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('posting', '0001_initial'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='scancount',
            index=models.Index(fields=['paper', 'day'], name='scans_by_paper_and_day'),
        ),
    ]
