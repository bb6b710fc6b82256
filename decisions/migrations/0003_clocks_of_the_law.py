"""The law's clocks, and the day on which a decision was entered into the national database."""

from datetime import date

import django.core.validators
from django.db import migrations, models

#: Nobody has held these against the documents themselves yet: the desk reminds of it from the first day on.
_CHECK = date(2026, 12, 1)
_DECREE = "Nghị định 63/2010/NĐ-CP (sửa đổi bởi Nghị định 48/2013/NĐ-CP và 92/2017/NĐ-CP)"
#: Key, what it says, working days, citation.
FIRST = (
    (
        "public",
        "Thay đổi của quyết định công bố được đưa lên cổng sau khi ký",
        5,
        f"{_DECREE}; số ngày do cổng đặt, chưa đối chiếu với văn bản",
    ),
    (
        "national",
        "Thủ tục của quyết định công bố được nhập vào Cơ sở dữ liệu quốc gia sau khi ký",
        5,
        f"{_DECREE}, Điều 24; chưa đối chiếu với nguyên văn",
    ),
    (
        "posted",
        "Tờ niêm yết đã sai được thay, để khớp với Cơ sở dữ liệu quốc gia và cổng",
        5,
        "Nghị định 63/2010/NĐ-CP, Điều 17 và khoản 2 Điều 26; Thông tư 02/2017/TT-VPCP, Chương III; "
        "số ngày do cổng đặt, chưa đối chiếu với văn bản",
    ),
)


def put_first_clocks(apps, _schema_editor):
    """Once; whoever changes one later changes it for good."""
    clock = apps.get_model("decisions", "LegalClock")
    for key, says, days, citation in FIRST:
        clock.objects.create(key=key, says=says, working_days=days, citation=citation, check_on=_CHECK)


class Migration(migrations.Migration):

    dependencies = [
        ('decisions', '0002_what_decisions_change'),
    ]

    operations = [
        migrations.CreateModel(
            name='LegalClock',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(choices=[('public', 'Quyết định đã ký mà thay đổi chưa lên cổng'), ('national', 'Quyết định đã ký mà chưa ghi ngày nhập Cơ sở dữ liệu quốc gia'), ('posted', 'Tờ niêm yết đang treo đã sai')], editable=False, max_length=20, unique=True, verbose_name='áp dụng cho')),
                ('says', models.CharField(max_length=300, verbose_name='nội dung')),
                ('working_days', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(90)], verbose_name='số ngày làm việc')),
                ('citation', models.CharField(help_text='Số, ký hiệu, điều, khoản.', max_length=500, verbose_name='theo văn bản')),
                ('check_on', models.DateField(help_text='Từ ngày này, trang chủ bàn biên tập nhắc xem văn bản còn đúng không.', verbose_name='ngày đối chiếu lại trích dẫn')),
                ('is_counted', models.BooleanField(default=True, verbose_name='đang tính')),
            ],
            options={
                'verbose_name': 'mốc thời hạn của luật',
                'verbose_name_plural': 'mốc thời hạn của luật',
                'ordering': ['pk'],
            },
        ),
        migrations.AddField(
            model_name='decision',
            name='national_on',
            field=models.DateField(blank=True, null=True, verbose_name='đã nhập Cơ sở dữ liệu quốc gia ngày'),
        ),
        migrations.RunPython(put_first_clocks, migrations.RunPython.noop),
    ]
