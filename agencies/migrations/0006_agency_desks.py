"""What each agency has of its own at the desk: a collection of files, a workflow."""

import django.db.models.deletion
import django.db.models.functions.comparison
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agencies', '0005_versions_of_common_days'),
        ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes'),
    ]

    operations = [
        migrations.CreateModel(
            name='AgencyDesk',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.agency', verbose_name='cơ quan')),
                ('collection', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.collection', verbose_name='kho tệp')),
                ('workflow', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.workflow', verbose_name='quy trình duyệt')),
            ],
            options={
                'verbose_name': 'bàn của cơ quan',
                'verbose_name_plural': 'bàn của các cơ quan',
                'constraints': [models.UniqueConstraint(django.db.models.functions.comparison.Coalesce('agency', 0), name='one_desk_an_agency', violation_error_message='Cơ quan này đã có kho tệp và quy trình.')],
            },
        ),
    ]
