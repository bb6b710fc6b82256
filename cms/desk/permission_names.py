"""The names of rights in Vietnamese: Django writes English ones into the database when it migrates."""

from typing import Any

from django.apps import AppConfig
from django.apps import apps as every_app
from django.apps.registry import Apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Permission
from django.db.models import Q
from django.utils.translation import override

_VERBS = {
    "add": "Thêm",
    "change": "Sửa",
    "delete": "Xóa",
    "view": "Xem",
    "choose": "Chọn",
    "publish": "Công bố",
    "lock": "Khóa",
    "unlock": "Mở khóa",
}
#: Rights that are no verb and a model.
_OWN = {
    "access_admin": "Vào bàn biên tập",
    "bulk_delete_page": "Xóa trang cùng các trang con",
    "lock_page": "Khóa trang và mở khóa trang mình đã khóa",
    "publish_page": "Công bố mọi trang",
    "unlock_page": "Mở khóa mọi trang",
}


def name_permissions(app_config: AppConfig, apps: Apps = every_app, **kwargs: Any) -> None:
    """Receiver of `post_migrate`. Django's own receiver may come later, so what it makes is made first."""
    if "auth" not in apps.all_models or not apps.all_models["auth"]:  # not migrated as far as to have rights
        return
    create_permissions(app_config, apps=apps, **kwargs)
    # Wagtail makes the right to publish a snippet in the turn of another app than the snippet's own.
    unnamed = Q(content_type__app_label=app_config.label) | Q(name__startswith="Can ")
    found = list(Permission.objects.filter(unnamed).select_related("content_type"))
    for permission in found:
        permission.name = vietnamese_name(permission)
    Permission.objects.bulk_update(found, ["name"], batch_size=200)


def vietnamese_name(permission: Permission) -> str:
    """A right's name, of the verb and the model in its codename; as it is where they are unknown."""
    model = permission.content_type.model_class()
    verb = permission.codename.partition("_")[0]
    if permission.codename in _OWN:
        return _OWN[permission.codename]
    if model is None or verb not in _VERBS:
        return permission.name
    with override("vi"):
        return f"{_VERBS[verb]} {model._meta.verbose_name}"[:255]
