"""What each role may do: editors write and reviewers publish, over the whole tree of the main site; officers of
communes print and post, at `/ban` alone."""

from django.contrib.auth.models import Group, Permission
from django.db.models import QuerySet
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Site,
    Workflow,
)

PAGE_PERMISSIONS = {
    "Biên tập viên": ("add_page", "change_page"),
    "Người duyệt": ("add_page", "change_page", "publish_page", "lock_page", "unlock_page"),
}
#: Reference lists that everyone at the desk may keep.
SNIPPETS = (
    ("procedures_catalog", "sector"),
    ("procedures_catalog", "applicantkind"),
)
#: The library of forms: what is saved there is public at once, so those who publish keep it, and the others see it.
FORMS = {"Biên tập viên": ("view",), "Người duyệt": ("view", "add", "change")}
#: The words of the finder: what of each everyone at the desk may do.
WORDS = {
    "synonymrule": ("add", "change", "delete"),
    "promotion": ("add", "change", "delete"),
    "hiddensuggestion": ("add", "change", "delete"),
    "unansweredquestion": ("change",),
    "askedquestion": ("view",),
}
#: Those who print and post for their commune; the desk stays closed to them.
OFFICERS = "Cán bộ một cửa"
FILES = (("wagtaildocs", "document"), ("wagtailimages", "image"))


def ensure_roles() -> None:
    """Makes the groups and gives them their rights; run again, it changes nothing."""
    home = Site.objects.get(is_default_site=True).root_page
    for name, permissions in PAGE_PERMISSIONS.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.add(*_desk_permissions(), *_forms_permissions(name))
        for codename in permissions:
            permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
            GroupPagePermission.objects.get_or_create(group=group, page=home, permission=permission)
        _allow_files(group)
    _ensure_officers()
    _let_reviewers_approve()


def _ensure_officers() -> None:
    group, _ = Group.objects.get_or_create(name=OFFICERS)
    rights = ("add_postedpaper", "change_postedpaper")
    group.permissions.add(*Permission.objects.filter(content_type__app_label="posting", codename__in=rights))


def _let_reviewers_approve() -> None:
    """Wagtail's first workflow asked a group of its own, which is gone; now it asks nobody."""
    for task in GroupApprovalTask.objects.filter(groups=None):
        task.name = "Duyệt trước khi công bố"
        task.save()
        task.groups.set([Group.objects.get(name="Người duyệt")])
    Workflow.objects.filter(name="Moderators approval").update(name="Soạn và duyệt")


def _desk_permissions() -> list[Permission]:
    access = Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    lists = [
        permission
        for app, model in SNIPPETS
        for permission in Permission.objects.filter(
            content_type__app_label=app, content_type__model=model, codename__in=[f"add_{model}", f"change_{model}"]
        )
    ]
    reading = ("view_scancount", "view_postedpaper")
    posted = Permission.objects.filter(content_type__app_label="posting", codename__in=reading)
    return [access, *posted, *lists, *_words_permissions()]


def _forms_permissions(group: str) -> QuerySet[Permission]:
    wanted = [f"{action}_libraryform" for action in FORMS[group]]
    return Permission.objects.filter(content_type__app_label="procedures_catalog", codename__in=wanted)


def _words_permissions() -> QuerySet[Permission]:
    wanted = [f"{action}_{model}" for model, actions in WORDS.items() for action in actions]
    return Permission.objects.filter(content_type__app_label="search", codename__in=wanted)


def _allow_files(group: Group) -> None:
    root = Collection.get_first_root_node()
    for app, model in FILES:
        wanted = [f"add_{model}", f"change_{model}", f"choose_{model}"]
        for permission in Permission.objects.filter(content_type__app_label=app, codename__in=wanted):
            GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)
