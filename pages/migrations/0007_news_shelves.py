"""A shelf for the news of each agency."""

import django.db.models.deletion
import django.db.models.functions.comparison
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agencies', '0006_agency_desks'),
        ('pages', '0006_guests'),
        ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes'),
    ]

    operations = [
        migrations.CreateModel(
            name='NewsShelfPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('agency', models.ForeignKey(help_text='Mỗi cơ quan một ngăn.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.agency', verbose_name='cơ quan')),
            ],
            options={
                'verbose_name': 'ngăn tin tức của cơ quan',
                'verbose_name_plural': 'ngăn tin tức của các cơ quan',
                'constraints': [models.UniqueConstraint(django.db.models.functions.comparison.Coalesce('agency', 0), name='one_news_shelf_an_agency', violation_error_message='Mỗi cơ quan chỉ có một ngăn.')],
            },
            bases=('wagtailcore.page',),
        ),
    ]
