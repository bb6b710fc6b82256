"""What Wagtail's migrations made gets Vietnamese names; its two groups, which nobody here is in, go."""

from django.db import migrations

ROOT = "Gốc"
#: The page that Wagtail begins with; the portal's home page takes its place, and the log keeps its name.
WELCOME, BEGINNING = "Welcome to your new Wagtail site!", "Trang có sẵn lúc cài đặt"
#: Wagtail's group → its name where somebody is in it after all.
GROUPS = {"Editors": "Biên tập viên (nhóm có sẵn)", "Moderators": "Người duyệt (nhóm có sẵn)"}


def rename(apps, _schema_editor) -> None:
    """Names the roots of the tree and of the folders; removes or renames the groups."""
    pages = apps.get_model("wagtailcore", "Page").objects
    for old, new in (("Root", ROOT), (WELCOME, BEGINNING)):
        pages.filter(depth__lte=2, title=old).update(title=new, draft_title=new)
        apps.get_model("wagtailcore", "PageLogEntry").objects.filter(label=old).update(label=new)
    apps.get_model("wagtailcore", "Collection").objects.filter(depth=1, name="Root").update(name=ROOT)
    groups = apps.get_model("auth", "Group").objects.filter(name__in=GROUPS)
    people = apps.get_model("cms", "Editor").objects
    for group in groups:
        if people.filter(groups=group).exists():
            group.name = GROUPS[group.name]
            group.save()
        else:
            group.delete()


class Migration(migrations.Migration):
    dependencies = [
        ("cms", "0002_line_ends"),
        # What these made is renamed here, so they must have made it.
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailimages", "0023_add_choose_permissions"),
        ("wagtaildocs", "0011_add_choose_permissions"),
    ]
    operations = [migrations.RunPython(rename, migrations.RunPython.noop)]
