
import django.db.models.deletion
import uuid
import wagtail.models.preview
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agencies', '0001_initial'),
        ('procedures_catalog', '0001_initial'),
        ('search', '0002_desk_entries'),
        ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes'),
    ]

    operations = [
        migrations.CreateModel(
            name='HiddenSuggestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.CharField(help_text='Gợi ý nào chứa cụm từ này sẽ không hiện khi đang gõ.', max_length=100, unique=True, verbose_name='từ ngữ')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='lý do')),
            ],
            options={
                'verbose_name': 'gợi ý bị ẩn',
                'verbose_name_plural': 'gợi ý bị ẩn',
                'ordering': ['words'],
            },
        ),
        migrations.CreateModel(
            name='KnownNames',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('counts', models.TextField(verbose_name='số đếm')),
            ],
        ),
        migrations.CreateModel(
            name='StartingRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100, unique=True, verbose_name='tên')),
            ],
        ),
        migrations.CreateModel(
            name='WordsStamp',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.UUIDField(default=uuid.uuid4, verbose_name='lần thay đổi')),
                ('names', models.UUIDField(null=True, verbose_name='lần đếm từ trong tên')),
            ],
        ),
        migrations.CreateModel(
            name='AskedQuestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('question', models.CharField(max_length=150, verbose_name='câu hỏi')),
                ('week', models.DateField(db_index=True, verbose_name='tuần')),
                ('asked', models.PositiveIntegerField(default=0, verbose_name='lượt hỏi')),
                ('without_result', models.PositiveIntegerField(default=0, verbose_name='lượt không có kết quả')),
                ('clicks', models.PositiveIntegerField(default=0, verbose_name='lượt chọn')),
                ('positions', models.PositiveIntegerField(default=0, verbose_name='tổng thứ tự của kết quả được chọn')),
            ],
            options={
                'verbose_name': 'câu hỏi đã tìm',
                'verbose_name_plural': 'câu hỏi đã tìm',
                'constraints': [models.UniqueConstraint(fields=('question', 'week'), name='question_once_a_week')],
            },
        ),
        migrations.CreateModel(
            name='Promotion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('questions', models.TextField(help_text='Mỗi dòng một câu hoặc cụm từ; có dấu hay không dấu.', max_length=3000, verbose_name='khi người dân hỏi')),
                ('how', models.CharField(choices=[('contains', 'Câu hỏi chứa cụm từ này'), ('exact', 'Câu hỏi đúng là cụm từ này')], default='contains', max_length=10, verbose_name='so câu hỏi')),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='từ ngày')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='đến hết ngày')),
                ('order', models.PositiveSmallIntegerField(default=1, help_text='Số nhỏ đứng trên.', verbose_name='thứ tự')),
                ('latest_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='latest revision')),
                ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wagtailcore.page', verbose_name='trang')),
            ],
            options={
                'verbose_name': 'trang được giới thiệu',
                'verbose_name_plural': 'trang được giới thiệu',
                'ordering': ['order', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='SynonymRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('everyday', models.TextField(help_text='Mỗi dòng một cách nói. Ví dụ: sổ đỏ, bìa đỏ.', max_length=3000, verbose_name='người dân nói')),
                ('official', models.TextField(help_text='Mỗi dòng một cách viết. Ví dụ: giấy chứng nhận quyền sử dụng đất. Dòng đầu được ưu tiên.', max_length=3000, verbose_name='văn bản viết')),
                ('both_ways', models.BooleanField(default=False, help_text='Gõ bất kỳ cách nào cũng tìm thêm mọi cách còn lại. Bỏ trống: chỉ từ cách người dân nói.', verbose_name='hai chiều')),
                ('marks', models.CharField(choices=[('agree', 'Gõ không dấu vẫn áp dụng, gõ dấu khác thì không'), ('must', 'Phải gõ đúng dấu mới áp dụng'), ('any', 'Không xét dấu')], default='agree', help_text='“sơ đồ” không phải là “sổ đỏ”: chọn theo mức dễ nhầm của cách nói.', max_length=10, verbose_name='dấu khi gõ')),
                ('examples', models.TextField(blank=True, help_text='Mỗi dòng một câu. Khung xem trước cho biết câu nào được thêm, mất kết quả nào trước khi lưu.', max_length=3000, verbose_name='câu hỏi để thử')),
                ('note', models.TextField(blank=True, max_length=1000, verbose_name='ghi chú')),
                ('latest_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='latest revision')),
            ],
            options={
                'verbose_name': 'từ đồng nghĩa',
                'verbose_name_plural': 'từ đồng nghĩa',
                'ordering': ['everyday', 'pk'],
            },
            bases=(wagtail.models.preview.PreviewableMixin, models.Model),
        ),
        migrations.CreateModel(
            name='UnansweredQuestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('question', models.CharField(max_length=150, unique=True, verbose_name='câu hỏi')),
                ('fits', models.CharField(choices=[('nothing', 'Không có kết quả'), ('poorly', 'Kết quả không sát')], max_length=10, verbose_name='kết quả')),
                ('asked', models.PositiveIntegerField(default=1, verbose_name='lượt hỏi')),
                ('last_asked', models.DateField(verbose_name='hỏi gần nhất')),
                ('state', models.CharField(choices=[('open', 'Chưa xử lý'), ('done', 'Đã xử lý'), ('ignored', 'Không cần xử lý')], default='open', help_text='“Đã xử lý” sau khi thêm tên gọi thường ngày hoặc từ đồng nghĩa; câu vẫn chưa có sẽ hiện lại.', max_length=10, verbose_name='trạng thái')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='ghi chú')),
                ('agency', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='agencies.agency', verbose_name='cơ quan phụ trách')),
                ('field', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='procedures_catalog.field', verbose_name='lĩnh vực gần nhất')),
            ],
            options={
                'verbose_name': 'câu hỏi chưa có kết quả',
                'verbose_name_plural': 'câu hỏi chưa có kết quả',
                'ordering': ['-asked', 'question'],
            },
        ),
    ]
