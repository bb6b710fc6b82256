"""A shelf for the documents of each agency."""

import django.db.models.deletion
import django.db.models.functions.comparison
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agencies', '0006_agency_desks'),
        ('legal_documents', '0003_keys_drop_nothing'),
        ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes'),
    ]

    operations = [
        migrations.CreateModel(
            name='DocumentShelfPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('agency', models.ForeignKey(help_text='Mỗi cơ quan một ngăn.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.agency', verbose_name='cơ quan')),
            ],
            options={
                'verbose_name': 'ngăn văn bản của cơ quan',
                'verbose_name_plural': 'ngăn văn bản của các cơ quan',
                'constraints': [models.UniqueConstraint(django.db.models.functions.comparison.Coalesce('agency', 0), name='one_document_shelf_an_agency', violation_error_message='Mỗi cơ quan chỉ có một ngăn.')],
            },
            bases=('wagtailcore.page',),
        ),
    ]
