# The day from which communes' centres receive what the province decides (Decree 118/2025/NĐ-CP); old addresses by path.

import datetime

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('procedures_catalog', '0002_legacyaddress_publishedversion'),
    ]

    operations = [
        migrations.AddField(
            model_name='cataloguesettings',
            name='communes_receive_citation',
            field=models.CharField(default='Nghị định 118/2025/NĐ-CP', max_length=255, verbose_name='căn cứ'),
        ),
        migrations.AddField(
            model_name='cataloguesettings',
            name='communes_receive_from',
            field=models.DateField(default=datetime.date(2025, 7, 1), help_text='Trung tâm Phục vụ hành chính công cấp xã tiếp nhận cả thủ tục của cấp tỉnh, không theo địa giới.', verbose_name='cấp xã nhận hồ sơ của cấp tỉnh từ ngày'),
        ),
        migrations.AddIndex(
            model_name='legacyaddress',
            index=models.Index(fields=['path'], name='printed_path'),
        ),
    ]
