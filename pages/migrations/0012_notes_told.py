from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pages', '0011_page_review'),
    ]

    operations = [
        migrations.AlterField(
            model_name='emergencypublication',
            name='kind',
            field=models.CharField(choices=[('published', 'tự công bố'), ('taken_off', 'gỡ'), ('closed', 'hạn chế người xem'), ('shared', 'đổi'), ('note', 'sửa ghi chú thay đổi')], default='published', max_length=10, verbose_name='việc'),
        ),
    ]
